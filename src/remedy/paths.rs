//! The paths that must be open, as rules need them: the part that is the same for every order.

use super::Context;

/// Where a gateway's routes begin that are called through WordPress's dispatcher.
const WC_API: &str = "/wc-api/";

/// Where WordPress's REST routes begin.
const WP_JSON: &str = "/wp-json/";

/// Kustom Checkout's REST routes of the block checkout. Source: krokedil/klarna-checkout-for-woocommerce 2.16.0 on.
const KCO_BLOCK: &str = "wp-json/kco-block/";

/// Beginnings of paths, and whether the query form is used.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OpenPaths {
    /// Beginnings such as `/wc-api/`, `/sv/wc-api/`, `/wp-json/kco-block/`; only letters, digits and `-._~/`, so that
    /// they are themselves in every configuration language.
    pub(super) beginnings: Vec<String>,
    /// The home path when the callback is called as `/?wc-api=NAME`.
    pub(super) query_at: Option<String>,
}

impl OpenPaths {
    pub(super) fn of(context: &Context) -> Self {
        let mut open = Self {
            beginnings: Vec::new(),
            query_at: None,
        };
        for path in context.callback_paths {
            open.add(path);
        }
        if context.block_checkout {
            open.add(&[context.home_path, KCO_BLOCK].concat());
        }
        open
    }

    fn add(&mut self, path: &str) {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        if !is_plain(path) {
            return;
        }
        if query.contains("wc-api=") {
            self.query_at.get_or_insert_with(|| path.to_owned());
            return;
        }
        let beginning = beginning(path);
        if !self.beginnings.iter().any(|known| known == beginning) {
            self.beginnings.push(beginning.to_owned());
        }
    }

    /// A regular expression, without an anchor, for a request's address as it was received, path and query, where `end`
    /// is what may follow the path: `/wc-api/[\w/-]*[ ?]`. Neither dots nor escapes may follow the beginning, so that
    /// `/wc-api/../wp-login.php` does not match. `None` if no path is plain.
    pub(super) fn request_regex(&self, end: &str) -> Option<String> {
        let path = self.path_regex().map(|path| path + r"[\w/-]*" + end);
        let query = self
            .query_at
            .as_ref()
            .map(|home| escaped(home) + r"\?(.*&)?wc-api=");
        let parts: Vec<String> = path.into_iter().chain(query).collect();
        group(&parts)
    }

    /// A regular expression for the beginning of a path that the server has already put in order: `/wc-api/` or
    /// `(/wc-api/|/sv/wc-api/)`.
    pub(super) fn path_regex(&self) -> Option<String> {
        let parts: Vec<String> = self.beginnings.iter().map(|path| escaped(path)).collect();
        group(&parts)
    }

    /// The beginning of the REST routes that must be open, else that of the block checkout below this home path.
    pub(super) fn rest(&self, home_path: &str) -> String {
        let rest = self.beginnings.iter().find(|path| path.contains(WP_JSON));
        rest.cloned()
            .unwrap_or_else(|| [home_path, KCO_BLOCK].concat())
    }
}

/// Whether a path is itself in Apache, nginx, `ModSecurity`, Cloudflare and PHP alike.
pub(super) fn is_plain(path: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.starts_with('/') && path.bytes().all(plain)
}

fn beginning(path: &str) -> &str {
    let up_to = |end: usize| path.get(..end).unwrap_or(path);
    if let Some(at) = path.find(WC_API) {
        return up_to(at + WC_API.len());
    }
    if let Some(at) = path.find(WP_JSON) {
        let routes = at + WP_JSON.len();
        let namespace = path.get(routes..).and_then(|rest| rest.find('/'));
        return namespace.map_or(path, |end| up_to(routes + end + 1));
    }
    path
}

/// A plain path in a regular expression.
pub(super) fn escaped(path: &str) -> String {
    path.replace('.', r"\.")
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
    use super::*;

    fn open(paths: &[&str]) -> OpenPaths {
        let mut open = OpenPaths {
            beginnings: Vec::new(),
            query_at: None,
        };
        for path in paths {
            open.add(path);
        }
        open
    }

    #[test]
    fn beginnings_are_what_all_orders_share() {
        let cases = [
            ("/wc-api/KCO_WC_Push/", "/wc-api/"),
            ("/sv/wc-api/KCO_WC_Push/", "/sv/wc-api/"),
            ("/shop/wc-api/KP_WC_AUTHORIZATION", "/shop/wc-api/"),
            ("/wp-json/kco-block/order/1/validate", "/wp-json/kco-block/"),
            ("/wp-json/kco-block/", "/wp-json/kco-block/"),
            (
                "/butik/sv/wp-json/kco-block/",
                "/butik/sv/wp-json/kco-block/",
            ),
            ("/wp-json/x", "/wp-json/x"),
            ("/paytrail/callback/success", "/paytrail/callback/success"),
            ("/", "/"),
        ];
        for (path, expected) in cases {
            assert_eq!(beginning(path), expected, "{path}");
        }
    }

    #[test]
    fn the_rest_route_is_listed_once_and_only_where_it_was_given() {
        let shop = open(&[
            "/wc-api/KCO_WC_Push/",
            "/sv/wc-api/KCO_WC_Push/",
            "/wp-json/kco-block/",
            "/wp-json/kco-block/",
        ]);
        assert_eq!(
            shop.beginnings,
            ["/wc-api/", "/sv/wc-api/", "/wp-json/kco-block/"]
        );
        let classic = open(&["/wc-api/KCO_WC_Push/"]);
        assert_eq!(classic.beginnings, ["/wc-api/"]);
    }

    #[test]
    fn one_expression_covers_them_all() {
        let path = |paths: &[&str]| open(paths).path_regex().unwrap();
        assert_eq!(path(&["/wc-api/A/", "/wc-api/B/"]), "/wc-api/");
        assert_eq!(
            path(&["/wc-api/A/", "/sv/wc-api/A/"]),
            "(/wc-api/|/sv/wc-api/)"
        );
        assert_eq!(path(&["/my.shop/wc-api/A/"]), r"/my\.shop/wc-api/");
        assert_eq!(open(&["/?wc-api=WC_QuickPay"]).path_regex(), None);
        let request = |paths: &[&str]| open(paths).request_regex("[ ?]").unwrap();
        assert_eq!(request(&["/wc-api/A/"]), r"/wc-api/[\w/-]*[ ?]");
        assert_eq!(request(&["/?wc-api=A"]), r"/\?(.*&)?wc-api=");
        assert_eq!(
            request(&["/wc-api/A/", "/?wc-api=A"]),
            r"(/wc-api/[\w/-]*[ ?]|/\?(.*&)?wc-api=)"
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
        ] {
            assert!(open(&[path]).request_regex("").is_none(), "{path}");
        }
    }
}
