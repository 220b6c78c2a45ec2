//! The reader of HTML: bytes into tags and text, as a browser with scripts sees them.
//!
//! It follows the WHATWG tokenizer for tags, attributes, comments and raw text, keeps no tree, and knows neither WordPress
//! nor shops: what a page of theirs shows is [`crate::page`]'s.
//!
//! It is written by hand because it is part of what a page downloads and reads every page of a site there. Of 20 recorded
//! pages of shops (2.2 MB), with the same 352 hits, ours with every sign takes 7.0 ms in wasm as it is shipped, `lol_html` 10.9,
//! `html5ever`'s tokenizer 44.6, `html5gum` 52.9, and in node htmlparser2 20.4 and parse5 94.0 (`cargo xtask bench page`'s
//! script in milliseconds of the processor, on a busy machine, 2026-11-29).

pub(crate) mod elements;
pub(crate) mod encoding;
pub mod entities;
pub(crate) mod find;
mod name;
pub(crate) mod names;
mod raw_text;
mod tag;
pub mod tokenizer;
pub(crate) mod tree;

/// Attributes of one tag that are looked at.
pub const ATTRIBUTES: usize = 512;
