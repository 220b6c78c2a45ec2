//! Whether a cache answered in the shop's place: it says so in a header.

use crate::probe::Response;

/// The header in which a cache says that an answer is its own, as `name: value`.
pub(crate) fn hit(response: &Response) -> Option<String> {
    let said = response
        .headers
        .iter()
        .find(|(name, value)| names_a_cache(name) && says_hit(value));
    // Two numbers: this request's, and the one that the stored answer was fetched with.
    let varnish = || {
        let two = |(name, value): &(&str, &str)| {
            *name == "x-varnish" && value.split_whitespace().count() == 2
        };
        response.headers.iter().find(two)
    };
    let aged = || {
        let old = |(name, value): &(&str, &str)| {
            *name == "age" && value.parse::<u32>().is_ok_and(|age| age > 0)
        };
        response.headers.iter().find(old)
    };
    let (name, value) = said.or_else(varnish).or_else(aged)?;
    Some([name, ": ", value].concat())
}

/// Headers such as `x-cache`, `cf-cache-status`, `x-litespeed-cache`, `x-kinsta-cache`, `x-fastcgi-cache`, and the one of
/// WordPress.com. A squid's lookup says what it holds, not what it gave.
fn names_a_cache(name: &str) -> bool {
    (name.contains("cache") && !matches!(name, "cache-control" | "x-cache-lookup"))
        || matches!(name, "x-nananana" | "x-srcache-fetch-status")
}

/// Words for an answer from the store; the last three are a CDN's for one that is old.
const FROM_STORE: [&str; 4] = ["hit", "stale", "updating", "revalidated"];

fn says_hit(value: &str) -> bool {
    value
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| FROM_STORE.iter().any(|hit| word.eq_ignore_ascii_case(hit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn caches_that_say_so_and_those_that_do_not() {
        let yes: &[(&str, &str)] = &[
            ("X-Cache", "HIT"),
            ("X-Cache", "TCP_MEM_HIT from proxy"),
            ("X-Cache", "Hit from cloudfront"),
            ("CF-Cache-Status", "HIT"),
            ("CF-Cache-Status", "STALE"),
            ("X-LiteSpeed-Cache", "hit,private"),
            ("X-Kinsta-Cache", "HIT"),
            ("X-Varnish", "32770 3"),
            ("X-nananana", "Batcache-Hit"),
            ("Age", "1"),
        ];
        let no: &[(&str, &str)] = &[
            ("X-Cache", "MISS"),
            ("X-Cache", "WHITESPACE"),
            ("CF-Cache-Status", "DYNAMIC"),
            ("CF-Cache-Status", "BYPASS"),
            ("X-LiteSpeed-Cache-Control", "no-cache"),
            ("X-Cache-Lookup", "HIT from squid:3128"),
            ("X-Cache-Hits", "0"),
            ("Cache-Control", "max-age=60, stale-while-revalidate=30"),
            ("X-Varnish", "32770"),
            ("Age", "0"),
            ("Age", "-5"),
            ("Age", ""),
        ];
        let found = |header: &(&str, &str)| {
            hit(&Response {
                headers: [*header].into_iter().collect(),
                ..Response::default()
            })
        };
        for header in yes {
            assert!(found(header).is_some(), "{header:?}");
        }
        for header in no {
            assert_eq!(found(header), None, "{header:?}");
        }
    }
}
