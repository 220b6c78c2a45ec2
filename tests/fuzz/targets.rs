//! What is fed, and what must hold.

use callback_doctor::audit::{Audit, Plan, Reply, What};
use callback_doctor::inquiry::{Inquiry, Step};
use callback_doctor::page::{Reader, read_bytes};
use callback_doctor::shop::{Scheme, Url};

use crate::mutate::Dice;

const SHOP: &str = "https://shop.example.com/";

/// A reader that is fed.
#[derive(Clone, Copy)]
pub enum Target {
    /// A page: its signs, and what the audit finds in it.
    Page,
    /// `robots.txt` and sitemaps.
    Sitemap,
}

impl Target {
    /// Its name, that of the folder of its seeds too.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Sitemap => "sitemap",
        }
    }

    /// Reads a document, and says which rule is broken.
    pub fn hold(self, document: &[u8]) -> Result<(), String> {
        let dice = &mut Dice::of_text(document);
        match self {
            Self::Page => {
                pieces(document, dice)?;
                audit(b"", b"", document)
            }
            Self::Sitemap => {
                let at = dice.below(document.len() + 1);
                let (robots, sitemap) = document.split_at_checked(at).unwrap_or_default();
                audit(robots, sitemap, b"")?;
                audit(b"", document, b"")
            }
        }
    }
}

/// A page says the same however it is cut.
fn pieces(page: &[u8], dice: &mut Dice) -> Result<(), String> {
    let whole = read_bytes(page, Some(SHOP));
    let same = |reader: Reader, how: &str| {
        if reader.finish() == whole {
            return Ok(());
        }
        Err(format!("it says something else in {how}"))
    };
    let mut reader = Reader::new(Some(SHOP));
    let at = dice.below(page.len() + 1);
    let (front, back) = page.split_at_checked(at).unwrap_or_default();
    reader.feed(front);
    reader.feed(back);
    same(reader, &format!("two pieces, the first of {at}"))?;
    let size = 1 + dice.below(7);
    let mut reader = Reader::new(Some(SHOP));
    for piece in page.chunks(size) {
        reader.feed(piece);
    }
    same(reader, &format!("pieces of {size}"))
}

/// Requests that one audit may send: with its first ones it has read what it is to read.
const REQUESTS: usize = 12;

/// An audit asks for nothing but https on its own site, and finds nothing but http on lines that are there.
fn audit(robots: &[u8], sitemap: &[u8], page: &[u8]) -> Result<(), String> {
    let home = Url::parse(SHOP).map_err(|_| "no home")?;
    let mut audit = Audit::new(Plan::new(home.clone()));
    for _ in 0..REQUESTS {
        let Step::Send(request) = audit.next() else {
            break;
        };
        let (status, kind, body) = match request.what {
            What::Robots => (200, "text/plain", robots),
            What::Sitemap => (200, "application/xml", sitemap),
            What::Page if !page.is_empty() => (200, "text/html", page),
            What::Sheet => (200, "text/css", page),
            _ => (404, "text/html", &b""[..]),
        };
        let is_own = request.url.host().same_site(home.host());
        let is_check = matches!(request.what, What::Check(_));
        if !(is_check || is_own && request.url.scheme() == Scheme::Https) {
            return Err(format!("it asks for {}", request.url));
        }
        audit.observe(request.id, Reply::page(status, kind, body));
    }
    let lines = page.split(|byte| *byte == b'\n').count();
    // A document within an attribute, and UTF-16, have line ends of their own.
    let has_own_lines = page.contains(&b'&') || page.contains(&0);
    for hit in audit.take_hits() {
        let is_http =
            hit.resource.is_empty() || hit.resource.to_ascii_lowercase().starts_with("http:");
        let is_failed = hit.line == 0;
        if !is_failed && (!is_http || hit.line > lines && !has_own_lines) {
            return Err(format!("it finds {hit:?}"));
        }
    }
    Ok(())
}
