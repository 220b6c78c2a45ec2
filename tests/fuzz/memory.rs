//! What a page costs in memory while it streams by: no more where it is long. Alone in its process, whose peak is read.

#![allow(clippy::unwrap_used)]

use std::fs;

use callback_doctor::page::Reader;
use callback_doctor::probe::limits::PAGE_BYTES;

/// Bytes that the system and the allocator may take on their own.
const NOISE_KB: usize = 512;

/// A piece of a shop's page, as it may come from the network.
const PIECE: &str = "<li class='product post-7'><a href='/product/hat/'><img src='http://shop.example.com/hat.jpg' \
                     srcset='/hat.jpg 1x, /hat-2.jpg 2x'><h2>Wool hat</h2></a><!-- x --><svg><g><path d='M0'/></g></svg>\
                     <script>var a = '<p>';</script><style>a{b:c}</style></li>\n";

#[test]
fn a_long_page_costs_no_more_than_a_short_one() {
    if fs::read("/proc/self/status").is_err() {
        println!("skipped: no /proc");
        return;
    }
    read(64 * 1024);
    let short = peak_kb();
    read(PAGE_BYTES);
    let long = peak_kb();
    println!(
        "peak: {short} kB after 64 kB of page, {long} kB after {} kB",
        PAGE_BYTES / 1024
    );
    assert!(long - short < NOISE_KB, "{short} kB, then {long} kB");
}

fn read(bytes: usize) {
    let mut reader = Reader::new(Some("https://shop.example.com/"));
    for _ in 0..bytes / PIECE.len() {
        reader.feed(PIECE.as_bytes());
    }
    let signs = reader.finish();
    assert_eq!(signs.http_refs.passive.count, bytes / PIECE.len());
}

fn peak_kb() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.unwrap()
        .trim()
        .trim_end_matches(" kB")
        .parse()
        .unwrap()
}
