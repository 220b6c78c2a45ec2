//! The reader of HTML: bytes into tags and text, as a browser with scripts sees them.
//!
//! It follows the WHATWG tokenizer for tags, attributes, comments and raw text, keeps no tree, and knows neither WordPress
//! nor shops: what a page of theirs shows is [`crate::page`]'s.

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
