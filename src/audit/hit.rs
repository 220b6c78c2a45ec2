//! One place where a page leads to http.

use serde::Serialize;

use super::class::Class;

/// One place of a page that leads to http.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Hit {
    /// The page, or the style sheet, as it was asked for.
    pub page: String,
    /// The element's name in lower case; `css` in a style sheet of its own, empty where the page itself is meant.
    pub element: String,
    /// The attribute in lower case; `url()` or `@import` in a style sheet or a style element, `location` of a redirect,
    /// empty where the page itself is meant.
    pub attribute: String,
    /// The address, absolute as the browser would ask for it.
    pub resource: String,
    /// What becomes of it.
    pub class: Class,
    /// The line of the page where the tag begins, or the address in a style sheet; counted from 1, 0 for the page itself.
    pub line: usize,
}
