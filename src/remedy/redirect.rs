//! What a redirect of the callback changes, and so who may have made it.

use crate::shop::{Scheme, Url};

/// What a redirect of the callback changes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Only the scheme, to https.
    Https,
    /// Only the scheme, back to http.
    Http,
    /// Nothing: the same address again.
    Itself,
    /// The name, with www or without it; the new one.
    Twin(String),
    /// A login on another host.
    Portal(String),
    /// Another host.
    Host(String),
    /// The shop's own login.
    Login,
    /// A page that asks for age, country or consent.
    Gate,
    /// The path's form: a slash, capital letters, a prefix.
    Form,
    /// It does not lead to a callback address, or where it leads is not known.
    Elsewhere,
}

/// Words of hosts and paths where people log in.
const LOGIN: &[&str] = &[
    "accounts",
    "adfs",
    "auth",
    "auth0",
    "authelia",
    "authenticate",
    "authentik",
    "authorize",
    "cas",
    "cloudflareaccess",
    "idp",
    "keycloak",
    "login",
    "microsoftonline",
    "oauth",
    "oauth2",
    "okta",
    "onelogin",
    "openid",
    "saml",
    "signin",
    "sso",
];

/// Names in the queries of such addresses.
const LOGIN_QUERY: &[&str] = &[
    "client_id",
    "rd",
    "redirect_uri",
    "response_type",
    "samlrequest",
];

/// Words of paths where a visitor is asked for age, country or consent.
const GATE: &[&str] = &[
    "18",
    "age",
    "agecheck",
    "agegate",
    "alderskontroll",
    "alderskontrol",
    "altersverifikation",
    "consent",
    "cookies",
    "country",
    "gate",
    "geo",
    "ikaraja",
    "leeftijdscontrole",
    "over18",
    "region",
    "verify",
];

/// Compares the callback's address with where it is sent.
pub(super) fn target(url: &str, to: Option<&Url>) -> Target {
    let (Ok(from), Some(to)) = (Url::parse(url), to) else {
        return Target::Elsewhere;
    };
    let (name, new_name) = (from.host().to_string(), to.host().to_string());
    let same_path = from.path() == to.path() && from.query() == to.query();
    if bare(&name) != bare(&new_name) {
        let logs_in = has(&new_name, LOGIN) || has(to.path(), LOGIN) || query_has(to, LOGIN_QUERY);
        return if logs_in {
            Target::Portal(new_name)
        } else {
            Target::Host(new_name)
        };
    }
    if name != new_name {
        return Target::Twin(new_name);
    }
    match (same_path, from.scheme(), to.scheme()) {
        (true, Scheme::Http, Scheme::Https) => Target::Https,
        (true, Scheme::Https, Scheme::Http) => Target::Http,
        (true, ..) => Target::Itself,
        _ if is_callback(to) => Target::Form,
        _ if has(to.path(), LOGIN) || has(to.path(), &["account"]) => Target::Login,
        _ if has(to.path(), GATE) => Target::Gate,
        _ => Target::Elsewhere,
    }
}

fn bare(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

fn is_callback(url: &Url) -> bool {
    url.path().to_ascii_lowercase().contains("wc-api") || query_has(url, &["wc-api"])
}

/// Whether one of the words stands in a host or path, as a whole word.
fn has(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

fn query_has(url: &Url, names: &[&str]) -> bool {
    let mut pairs = url.query().unwrap_or_default().split('&');
    pairs.any(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        names.iter().any(|known| name.eq_ignore_ascii_case(known))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_of_a_callback() {
        let url = "https://shop.example.com/wc-api/KCO_WC_Push/";
        let host = |name: &str| Target::Host(name.into());
        let portal = |name: &str| Target::Portal(name.into());
        let cases = [
            (
                "HTTPS://SHOP.example.com/wc-api/KCO_WC_Push/",
                Target::Itself,
            ),
            ("http://shop.example.com/wc-api/KCO_WC_Push/", Target::Http),
            (
                "https://www.shop.example.com/wc-api/KCO_WC_Push/",
                Target::Twin("www.shop.example.com".into()),
            ),
            (
                "//www.shop.example.com/",
                Target::Twin("www.shop.example.com".into()),
            ),
            ("https://shop.example.de/", host("shop.example.de")),
            (
                "https://shop.example.de/wc-api/KCO_WC_Push/",
                host("shop.example.de"),
            ),
            ("http://127.0.0.1", host("127.0.0.1")),
            ("https://author.example/", host("author.example")),
            (
                "https://auth.example.com/?rd=https://shop.example.com/",
                portal("auth.example.com"),
            ),
            (
                "https://team.cloudflareaccess.com/cdn-cgi/access/login/x",
                portal("team.cloudflareaccess.com"),
            ),
            (
                "https://accounts.google.com/o/oauth2/v2/auth?client_id=x",
                portal("accounts.google.com"),
            ),
            (
                "https://login.microsoftonline.com/x/oauth2/authorize",
                portal("login.microsoftonline.com"),
            ),
            (
                "https://id.example.net/start?redirect_uri=x",
                portal("id.example.net"),
            ),
            ("/wc-api/KCO_WC_Push", Target::Form),
            ("/wc-api/kco_wc_push/", Target::Form),
            ("/sv/wc-api/KCO_WC_Push/", Target::Form),
            ("/?wc-api=KCO_WC_Push", Target::Form),
            ("/wp-login.php?redirect_to=x", Target::Login),
            ("/my-account/", Target::Login),
            ("/age-check/", Target::Gate),
            ("/select-country/?from=x", Target::Gate),
            ("/", Target::Elsewhere),
            ("/package/", Target::Elsewhere),
        ];
        let from = Url::parse(url).unwrap();
        for (location, expected) in cases {
            let to = from.join(location);
            assert_eq!(target(url, to.as_ref()), expected, "{location}");
        }
        let to = from.with_scheme(Scheme::Https);
        let http = "http://shop.example.com/wc-api/KCO_WC_Push/";
        assert_eq!(target(http, Some(&to)), Target::Https);
        assert_eq!(target(url, None), Target::Elsewhere);
    }
}
