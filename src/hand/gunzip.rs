//! Unpacks what a server packed with gzip and did not say so, as sitemaps are: the browser's own unpacker, so that the
//! module carries none.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::probe::GZIP;

/// The bytes as they were before they were packed; what is not packed, or cannot be unpacked, stays as it is.
pub(super) async fn gunzip(bytes: Vec<u8>) -> Vec<u8> {
    if !bytes.starts_with(&GZIP) {
        return bytes;
    }
    unpacked(&bytes).await.unwrap_or(bytes)
}

async fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    let packed = Answer::with(&Uint8Array::from(bytes).into()).ok()?.body()?;
    let stream = packed
        .pipe_through(&Unpacker::of("gzip").ok()?.into())
        .ok()?;
    let buffer = Answer::with(&stream)
        .ok()?
        .array_buffer()
        .ok()?
        .await
        .ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Response)]
    type Answer;
    #[wasm_bindgen(catch, constructor, js_class = "Response")]
    fn with(body: &JsValue) -> Result<Answer, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn body(this: &Answer) -> Option<Stream>;
    #[wasm_bindgen(catch, method, js_name = arrayBuffer)]
    fn array_buffer(this: &Answer) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_name = ReadableStream, typescript_type = "ReadableStream")]
    type Stream;
    #[wasm_bindgen(catch, method, js_name = pipeThrough)]
    fn pipe_through(this: &Stream, through: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = DecompressionStream)]
    type Unpacker;
    #[wasm_bindgen(catch, constructor, js_class = "DecompressionStream")]
    fn of(format: &str) -> Result<Unpacker, JsValue>;
}
