//! What must be let through, as rules need it: exactly the addresses that the provider calls, an address with an argument
//! by its argument too.

use super::Context;
use crate::gateway::Open;

/// Addresses that are themselves in every configuration language: of a path letters, digits and `-._~/`, of an argument
/// `=` and `&` as well.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct OpenPaths {
    /// In order, each once.
    pub(super) places: Vec<Open>,
}

/// Where `WooCommerce`'s addresses begin, as products' rules name them.
pub(super) const WC_API: &str = "/wc-api/";

/// Where an expression looks for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// In a request line.
    Line,
    /// In an address with its arguments.
    Address,
}

impl Within {
    /// What may follow a path.
    const fn after_path(self) -> &'static str {
        match self {
            Self::Line => "[ ?]",
            Self::Address => r"(\?|$)",
        }
    }

    /// What may follow an argument.
    const fn after_argument(self) -> &'static str {
        match self {
            Self::Line => "[& ]",
            Self::Address => "(&|$)",
        }
    }
}

impl OpenPaths {
    pub(super) fn of(context: &Context) -> Self {
        let mut open = Self::default();
        for place in context.open {
            open.add(place, context.home_path);
        }
        open
    }

    fn add(&mut self, place: &Open, home: &str) {
        let argument = place.argument.as_deref();
        // The home without an argument is the whole shop.
        let is_whole = argument.is_none() && place.path == home;
        if is_plain(&place.path)
            && argument.is_none_or(is_plain_argument)
            && !is_whole
            && !self.places.contains(place)
        {
            self.places.push(place.clone());
        }
    }

    /// Those that WordPress's `index.php` answers, and those that a script of their own does.
    pub(super) fn by_script(&self) -> (Self, Self) {
        let (scripts, front) = self.places.iter().cloned().partition(is_script);
        (Self { places: front }, Self { places: scripts })
    }

    /// A regular expression, without an anchor, for a request's address as it was received, path and query. Neither dots nor
    /// escapes may follow what goes on, so that `/wc-api/../wp-login.php` does not match. `None` if nothing is to be open.
    pub(super) fn request_regex(&self, within: Within) -> Option<String> {
        let parts: Vec<String> = self
            .places
            .iter()
            .map(|place| request(place, within))
            .collect();
        group(&parts)
    }

    /// A regular expression for the paths without arguments, which the server has already put in order.
    pub(super) fn path_regex(&self) -> Option<String> {
        let plain = self.places.iter().filter(|place| place.argument.is_none());
        let end = |place: &Open| if place.goes_on { "" } else { "$" };
        let parts: Vec<String> = plain.map(|place| path(place) + end(place)).collect();
        group(&parts)
    }

    /// The addresses with an argument.
    pub(super) fn with_argument(&self) -> Self {
        let has = |place: &&Open| place.argument.is_some();
        Self {
            places: self.places.iter().filter(has).cloned().collect(),
        }
    }
}

/// An address as lists of exceptions take it: `/wc-api/NAME/` or `/?wc-api=NAME`, or where it begins.
pub(super) fn listed(place: &Open) -> String {
    match &place.argument {
        Some(argument) => [&place.path, "?", argument].concat(),
        None => place.path.clone(),
    }
}

/// The same as people read it: it may go on.
pub(super) fn written(place: &Open) -> String {
    let more = if place.goes_on { "…" } else { "" };
    listed(place) + more
}

/// Whether it is one of `WooCommerce`'s addresses with a path.
pub(super) fn is_wc_api(place: &Open) -> bool {
    place.path.contains(WC_API) && place.argument.is_none()
}

/// Whether it belongs to WordPress's REST API.
pub(super) fn is_rest(place: &Open) -> bool {
    let by_argument = || place.argument.as_deref()?.strip_prefix("rest_route=");
    place.path.contains("/wp-json/") || by_argument().is_some()
}

/// Whether a path is itself in Apache, nginx, `ModSecurity`, Cloudflare and PHP alike.
pub(super) fn is_plain(path: &str) -> bool {
    path.starts_with('/') && path.bytes().all(is_plain_byte)
}

fn is_plain_argument(argument: &str) -> bool {
    !argument.is_empty()
        && argument
            .bytes()
            .all(|byte| is_plain_byte(byte) || b"=&".contains(&byte))
}

const fn is_plain_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/')
}

fn is_script(place: &Open) -> bool {
    place.path.strip_suffix(".php").is_some()
}

/// A plain path in a regular expression.
pub(super) fn escaped(path: &str) -> String {
    path.replace('.', r"\.")
}

/// A path, with or without a slash at its end.
fn path(place: &Open) -> String {
    if place.goes_on {
        return escaped(&place.path);
    }
    escaped(place.path.trim_end_matches('/')) + "/?"
}

fn request(place: &Open, within: Within) -> String {
    let Some(argument) = &place.argument else {
        let more = if place.goes_on { r"[\w/-]*" } else { "" };
        return [&path(place), more, within.after_path()].concat();
    };
    // WordPress's home is its index.php, and its own addresses of REST name it.
    let file = if place.path.ends_with('/') {
        r"(index\.php)?"
    } else {
        ""
    };
    let end = if place.goes_on {
        ""
    } else {
        within.after_argument()
    };
    let (path, argument) = (escaped(&place.path), escaped(argument));
    [&path, file, r"\?(.*&)?", &argument, end].concat()
}

fn group(parts: &[String]) -> Option<String> {
    match parts {
        [] => None,
        [only] => Some(only.clone()),
        _ => Some(["(", &parts.join("|"), ")"].concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::opens;
    use super::*;

    fn open(paths: &[&str]) -> OpenPaths {
        let mut open = OpenPaths::default();
        for place in opens(paths) {
            open.add(&place, "/");
        }
        open
    }

    #[test]
    fn each_address_is_listed_once_and_the_whole_shop_never() {
        let shop = open(&[
            "/wc-api/A/",
            "/sv/wc-api/A/",
            "/wc-api/A/",
            "/",
            "/?wc-api=A",
        ]);
        let written: Vec<String> = shop.places.iter().map(written).collect();
        assert_eq!(written, ["/wc-api/A/", "/sv/wc-api/A/", "/?wc-api=A"]);
    }

    #[test]
    fn one_expression_covers_them_all() {
        let path = |paths: &[&str]| open(paths).path_regex().unwrap();
        assert_eq!(path(&["/wc-api/A/"]), "/wc-api/A/?$");
        assert_eq!(
            path(&["/wc-api/A/", "/sv/wc-api/A/"]),
            "(/wc-api/A/?$|/sv/wc-api/A/?$)"
        );
        assert_eq!(path(&["/wp-json/x/order/*"]), "/wp-json/x/order/");
        assert_eq!(path(&["/my.shop/wc-api/A/"]), r"/my\.shop/wc-api/A/?$");
        assert_eq!(open(&["/?wc-api=WC_QuickPay"]).path_regex(), None);
        let request = |paths: &[&str]| open(paths).request_regex(Within::Line).unwrap();
        assert_eq!(request(&["/wc-api/A"]), "/wc-api/A/?[ ?]");
        assert_eq!(request(&["/wp-json/x/*"]), r"/wp-json/x/[\w/-]*[ ?]");
        assert_eq!(
            request(&["/?wc-api=A"]),
            r"/(index\.php)?\?(.*&)?wc-api=A[& ]"
        );
        assert_eq!(
            request(&["/wp-admin/admin-post.php?action=a", "/wc-api/A/"]),
            r"(/wp-admin/admin-post\.php\?(.*&)?action=a[& ]|/wc-api/A/?[ ?])"
        );
    }

    #[test]
    fn what_could_leave_its_place_in_a_configuration_is_left_out() {
        for path in [
            "/wc-api/A\"/",
            "/a b/wc-api/",
            "/a;}/wc-api/",
            "/å/wc-api/",
            "/%0a/wc-api/",
            "wc-api/",
            "",
            "/$(x)/",
            "/?wc-api=A\"",
            "/?wc-api=(a|b)",
        ] {
            assert_eq!(open(&[path]), OpenPaths::default(), "{path}");
        }
    }
}
