//! `cargo xtask fuzz sitemap`.

#![no_main]

use fuzz::targets::Target;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|document: &[u8]| {
    if let Err(broken) = Target::Sitemap.hold(document) {
        panic!("{broken}");
    }
});
