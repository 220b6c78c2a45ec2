//! What was put into the site's one field.

/// What a text is, told from how it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Nothing yet.
    Empty,
    /// The address of a shop or of one of its pages.
    Address,
    /// The source of a page.
    Page,
    /// An answer with its status line.
    Answer,
    /// None of these.
    Unknown,
}

impl Input {
    /// Tells what `text` is.
    pub fn of(text: &str) -> Self {
        let text = text.trim_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
        if text.is_empty() {
            Self::Empty
        } else if text.starts_with("HTTP/") {
            Self::Answer
        } else if text.contains('<') {
            Self::Page
        } else if !text.contains(char::is_whitespace)
            && (text.contains(['.', ':']) || text == "localhost")
        {
            Self::Address
        } else {
            Self::Unknown
        }
    }
}
