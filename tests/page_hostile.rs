//! Pages that are huge, cut off, cut in pieces or made to do harm.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use callback_doctor::page::{Reader, limits, read, read_bytes};
use callback_doctor::probe::limits::PAGE_BYTES;
use proptest::prelude::*;

const SHOP: &str = "https://shop.example.com/";

#[test]
fn pages_beyond_the_limit_are_cut() {
    let mut page = "<p>".repeat(PAGE_BYTES / 3);
    page.push_str("<link rel=canonical href=/late>");
    let signs = read(&page, Some(SHOP));
    assert!(signs.cut && signs.canonical.is_none());
    assert_eq!(signs.bytes, PAGE_BYTES);
}

#[test]
fn hostile_pages_end_soon() {
    let long = 1024 * 1024;
    for piece in [
        "<",
        "</",
        "<a ",
        "<a b",
        "<a b='",
        "<!--",
        "<!",
        "<svg>",
        "<svg><g>",
        "</x>",
        "<svg></x>",
        "<template>",
        "&",
        "'",
        "<script>",
        "<title>",
        "<title></",
        "<a class='lang-item ",
        "<link rel=alternate hreflang=sv href=/sv/>",
        "<script>var kco_params = {",
        "<script>var kco_params = {\"",
        "var kco_params = {\"a\":\"\\\\",
        "_params",
        "<script><!--<script>",
        "<img srcset='a ",
        "<img srcset=',,,",
        "\0",
        "\u{feff}",
        "<a href=?",
        "<a a=1 ",
        "]]>",
        "--",
        "<link rel='a a a a",
        "<img src='/wp-content/plugins/x/",
        "<a b=\"&#x1",
        "<svg><![CDATA[]]",
    ] {
        let page = piece.repeat(long / piece.len());
        let mut reader = Reader::new(Some(SHOP));
        for bytes in page.as_bytes().chunks(1000) {
            reader.feed(bytes);
        }
        let signs = reader.finish();
        assert!(signs.plugins.len() <= limits::PLUGINS, "{piece}");
        let kept = serde_json::to_string(&signs).unwrap().len();
        assert!(kept < 2_000_000, "{piece}: {kept} bytes are kept");
    }
}

#[test]
fn a_page_may_be_cut_at_every_place() {
    let page = "<!doctype html><html lang=sv><title>A &amp; B</title><link rel=canonical href=/c><svg><![CDATA[<p>]]>\
                <image href=http://a.example/></svg><script>var kco_params = {\"a_url\":\"\\/b\"};</script><!-- <p> --!>\
                <img src='http://b.example/' srcset=\"http://c.example/ 2x\"><textarea></textarea\r\n>\u{e5}<form action=http:d>";
    let utf_16: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [page.as_bytes(), &utf_16] {
        let whole = read_bytes(bytes, Some(SHOP));
        assert_eq!(whole.http_refs.passive.count, 3);
        for at in 0..=bytes.len() {
            let mut reader = Reader::new(Some(SHOP));
            reader.feed(&bytes[..at]);
            reader.feed(&bytes[at..]);
            assert_eq!(reader.finish(), whole, "cut at {at}");
        }
    }
}

/// Text that is likely to be cut at a bad place.
fn soup() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "<",
        ">",
        "/",
        "=",
        "'",
        "\"",
        " ",
        "\n",
        "a",
        "&amp;",
        "&#38;",
        "-",
        "--",
        "!",
        "]]>",
        "<!--",
        "-->",
        "--!>",
        "<script>",
        "</script>",
        "<script><!--<script>",
        "<title>",
        "</title>",
        "<style>",
        "</style>",
        "<svg>",
        "</svg>",
        "<![CDATA[",
        "<template>",
        "</template>",
        "<p>",
        "<link rel=canonical href=/c>",
        "<img src=http://x.example/>",
        "http://",
        "<a href='",
        "var kco_params = {\"a_url\":\"\\/b\"};",
        "<textarea>",
        "</textarea>",
        "\0",
        "\r\n",
        "\u{e5}",
        "<html lang=sv>",
    ]);
    prop::collection::vec(word, 0..40).prop_map(|words| words.concat())
}

proptest! {
    #[test]
    fn pieces_do_not_matter(page in soup(), size in 1_usize..9) {
        let mut reader = Reader::new(Some(SHOP));
        for piece in page.as_bytes().chunks(size) {
            reader.feed(piece);
        }
        prop_assert_eq!(reader.finish(), read(&page, Some(SHOP)));
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let signs = read_bytes(&bytes, None);
        prop_assert_eq!(signs.bytes, bytes.len());
    }
}
