//! What a redirect of the callback changes.

use super::snippets::is_host;

/// What a redirect of the callback changes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Redirect {
    /// Only the scheme, to https.
    Https,
    /// The host; the new one.
    Host(String),
    /// The path's form: a slash, capital letters, a prefix.
    Path,
    /// It does not lead to a callback address, or where it leads is not known.
    Elsewhere,
}

/// Compares the callback's address with the `Location` that it got.
pub(super) fn redirect(url: &str, location: Option<&str>) -> Redirect {
    let Some((scheme, host, path)) = split(url) else {
        return Redirect::Elsewhere;
    };
    let location = location.unwrap_or_default().trim();
    let target = match location.strip_prefix("//") {
        Some(rest) => split_host(rest).map(|(host, path)| (scheme, host, path)),
        None if location.starts_with('/') => Some((scheme, host, location)),
        None => split(location),
    };
    let Some((new_scheme, new_host, new_path)) = target else {
        return Redirect::Elsewhere;
    };
    let same_path = new_path == path;
    if !same_path && !new_path.to_ascii_lowercase().contains("wc-api") {
        Redirect::Elsewhere
    } else if is_host(new_host) && !new_host.eq_ignore_ascii_case(host) {
        Redirect::Host(new_host.to_ascii_lowercase())
    } else if same_path
        && scheme.eq_ignore_ascii_case("http")
        && new_scheme.eq_ignore_ascii_case("https")
    {
        Redirect::Https
    } else {
        Redirect::Path
    }
}

fn split(url: &str) -> Option<(&str, &str, &str)> {
    let (scheme, rest) = url
        .split_once("://")
        .filter(|(scheme, _)| !scheme.contains('/'))?;
    split_host(rest).map(|(host, path)| (scheme, host, path))
}

fn split_host(rest: &str) -> Option<(&str, &str)> {
    rest.split_at_checked(rest.find(['/', '?', '#']).unwrap_or(rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_of_a_callback() {
        let url = "http://shop.example.com/wc-api/KCO_WC_Push/";
        let cases = [
            (
                "https://shop.example.com/wc-api/KCO_WC_Push/",
                Redirect::Https,
            ),
            (
                "HTTPS://SHOP.example.com/wc-api/KCO_WC_Push/",
                Redirect::Https,
            ),
            (
                "https://www.shop.example.com/wc-api/KCO_WC_Push/",
                Redirect::Host("www.shop.example.com".into()),
            ),
            (
                "//www.shop.example.com/wc-api/KCO_WC_Push/",
                Redirect::Host("www.shop.example.com".into()),
            ),
            ("http://shop.example.com/wc-api/KCO_WC_Push", Redirect::Path),
            (
                "https://shop.example.com/wc-api/kco_wc_push/",
                Redirect::Path,
            ),
            ("/sv/wc-api/KCO_WC_Push/", Redirect::Path),
            (
                "https://shop.example.com/?wc-api=KCO_WC_Push",
                Redirect::Path,
            ),
            ("https://shop.example.com/", Redirect::Elsewhere),
            ("https://shop.example.com", Redirect::Elsewhere),
            ("http://127.0.0.1", Redirect::Elsewhere),
            ("/wp-login.php?redirect_to=x", Redirect::Elsewhere),
            ("wp-login.php", Redirect::Elsewhere),
            ("://", Redirect::Elsewhere),
            ("", Redirect::Elsewhere),
        ];
        for (location, expected) in cases {
            assert_eq!(redirect(url, Some(location)), expected, "{location}");
        }
        assert_eq!(redirect(url, None), Redirect::Elsewhere);
    }

    #[test]
    fn a_host_that_is_none_is_not_repeated() {
        let url = "https://shop.example.com/wc-api/X/";
        assert_eq!(
            redirect(url, Some("https://evil\"><b>/wc-api/X/")),
            Redirect::Path
        );
    }
}
