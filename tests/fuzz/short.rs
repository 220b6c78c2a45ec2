//! A very short run of each target, on the same drawn documents each time. `cargo xtask fuzz` takes longer ones.

#![allow(clippy::panic)]

use fuzz::mutate::{self, Dice};
use fuzz::seeds;
use fuzz::targets::Target;

/// Documents of each target: some seconds.
const DOCUMENTS: usize = 600;

fn hold(target: Target) {
    let seeds = seeds::of(target);
    let mut dice = Dice::new(1);
    for _ in 0..DOCUMENTS {
        let document = mutate::document(&seeds, &mut dice);
        if let Err(broken) = target.hold(&document) {
            panic!("{broken}: {:?}", String::from_utf8_lossy(&document));
        }
    }
}

#[test]
fn drawn_pages() {
    hold(Target::Page);
}

#[test]
fn drawn_sitemaps() {
    hold(Target::Sitemap);
}
