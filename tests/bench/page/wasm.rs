//! The same readers for JavaScript to call.

#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
mod readers;

#[cfg(target_arch = "wasm32")]
#[expect(
    unreachable_pub,
    reason = "JavaScript reaches them; wasm-bindgen wants them public"
)]
mod entry {
    use wasm_bindgen::prelude::wasm_bindgen;

    use super::readers::READERS;

    /// What the readers are called.
    #[wasm_bindgen]
    pub fn names() -> Vec<String> {
        READERS.iter().map(|(name, _)| (*name).to_owned()).collect()
    }

    /// What a reader finds in a page.
    #[wasm_bindgen]
    pub fn read(reader: usize, page: &[u8]) -> usize {
        READERS.get(reader).map_or(0, |(_, read)| read(page))
    }
}

fn main() {}
