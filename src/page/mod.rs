//! One streaming pass over a page's HTML, giving [`PageSigns`].
//!
//! [`crate::html`] reads what a browser with scripts sees, so a marker inside a comment, a script's string, a style, a text area or a template is no sign. It keeps no tree
//! and gives no verdicts.

mod address;
mod asset;
mod collect;
mod fingerprints;
mod finish;
mod head;
mod languages;
pub mod limits;
mod permalinks;
mod plugins;
mod refs;
mod said;
mod settings;
mod signs;

use crate::html::{encoding::Encoding, tokenizer::Tokenizer};
use crate::{probe::limits::PAGE_BYTES, shop::Url};
use collect::Collector;

pub(crate) use refs::candidates;
pub use said::said;
pub(crate) use said::{text_at, text_of};
pub use signs::{
    Alternate, GatewaySigns, HttpRefs, LanguagePlugin, LanguageSigns, PageSigns, PermalinkSigns,
    Refs, Sign, Structure, WooSigns,
};

/// How WordPress builds its addresses, by one of its REST API; `None` where that is no web address.
pub fn structure_of_rest_link(link: &str) -> Option<Structure> {
    Some(permalinks::of_rest(&Url::parse(link).ok()?)?.structure)
}

/// The relation of WordPress's REST link.
const WORDPRESS_REST: &str = "https://api.w.org/";

/// Reads a page. `url` is its own address, against which relative references are resolved.
pub fn read(html: &str, url: Option<&str>) -> PageSigns {
    read_bytes(html.as_bytes(), url)
}

/// Reads a page in bytes: UTF-8 or any encoding that agrees with ASCII, UTF-16 where a byte order mark or a first `<` says
/// so, and ISO-2022-JP, whose letters are not decoded.
pub fn read_bytes(html: &[u8], url: Option<&str>) -> PageSigns {
    let mut reader = Reader::new(url);
    reader.feed(html);
    reader.finish()
}

/// The same in pieces, as they arrive.
#[derive(Debug)]
pub struct Reader {
    encoding: Encoding,
    tokenizer: Tokenizer,
    collector: Collector,
}

impl Reader {
    /// A reader for the page at `url`.
    pub fn new(url: Option<&str>) -> Self {
        Self {
            encoding: Encoding::default(),
            tokenizer: Tokenizer::default(),
            collector: Collector::new(url),
        }
    }

    /// The next bytes of the page; they may end anywhere. Bytes beyond [`PAGE_BYTES`] are not read.
    pub fn feed(&mut self, bytes: &[u8]) {
        let signs = &mut self.collector.signs;
        let room = PAGE_BYTES - signs.bytes;
        signs.cut |= bytes.len() > room;
        let bytes = bytes.get(..room).unwrap_or(bytes);
        signs.bytes += bytes.len();
        self.decode(bytes, false);
    }

    /// What the page showed.
    pub fn finish(mut self) -> PageSigns {
        self.decode(&[], true);
        self.tokenizer.finish(&mut self.collector);
        finish::finish(self.collector)
    }

    fn decode(&mut self, bytes: &[u8], last: bool) {
        let Self {
            encoding,
            tokenizer,
            collector,
        } = self;
        encoding.decode(bytes, last, |text| tokenizer.feed(text, collector));
    }
}
