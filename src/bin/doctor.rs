//! wasm entry
fn main() {}
