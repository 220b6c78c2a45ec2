//! The address that a provider has on file, against the one that this shop would give it.

use super::Gateway;
use super::address::{Address, Name};
use super::endpoint::Endpoint;
use super::via::{Form, Via};
use crate::shop::{Scheme, ShopUrl, Url, reach};

/// How an address on file differs from the one that the shop would give out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It leads to a machine that no provider reaches: localhost, a private network.
    NotPublic,
    /// It leads to a host that is called like a copy for tests: staging, dev.
    Staging,
    /// It leads to another host or port.
    Host,
    /// It is the shop's name with `www.`, or without, where the shop has the other.
    Twin,
    /// It is plain http, and the shop is not.
    Http,
    /// It leads to another folder of the host.
    Folder,
    /// A language stands in it.
    Prefix(String),
    /// Its name was given out once and no longer is.
    Retired,
    /// Its name is nearly one that the plugin listens to.
    Typo(&'static str),
    /// The plugin does not work by this form of the address, or these permalinks do not.
    OtherForm,
    /// It lacks an argument that the plugin wants.
    Argument(&'static str),
    /// The shopper's browser comes there, not the provider.
    Return,
}

/// An address on file and the one that should be there.
#[derive(Clone, Debug)]
pub struct OnFile {
    /// Whose it is, where that is known.
    pub endpoint: Option<(&'static Gateway, &'static Endpoint)>,
    /// What the shop would give out, where that is known: it differs from shop to shop for a few.
    pub expected: Option<Url>,
    /// How the two differ, what matters most first; empty where they do not.
    pub differences: Vec<Difference>,
}

/// Compares an address on file with what the shop gives out under these permalinks. `gateway` is the one that the shop is
/// known to have. `None` where the address is no callback's.
pub fn compare(
    given: &Url,
    shop: &ShopUrl,
    permalinks: Form,
    gateway: Option<&'static Gateway>,
) -> Option<OnFile> {
    let address = Address::read(given)?;
    let mut differences = hosts(given, shop);
    let same_host = differences.iter().all(|d| matches!(d, Difference::Twin));
    if given.scheme() == Scheme::Http && shop.scheme() == Scheme::Https {
        differences.push(Difference::Http);
    }
    if same_host && address.home.home_path() != shop.home_path() {
        differences.push(Difference::Folder);
    }
    let found = address.endpoints();
    let own = found
        .iter()
        .find(|(owner, _)| gateway.is_none_or(|known| owner.id == known.id));
    let exact = own.or(found.first()).copied();
    let near = if exact.is_none() {
        typo(&address, gateway)
    } else {
        None
    };
    let endpoint = exact.or(near.map(|(owner, endpoint, _)| (owner, endpoint)));
    if let Some((_, _, name)) = near {
        differences.push(Difference::Typo(name));
    }
    if let Some((_, endpoint)) = exact {
        if endpoint.sent.is_over() {
            differences.push(Difference::Retired);
        }
        if matches!(endpoint.via, Via::Page { .. }) || endpoint.job == super::Job::Return {
            differences.push(Difference::Return);
        }
        if !endpoint.argument.is_empty() && !has_argument(given, endpoint.argument) {
            differences.push(Difference::Argument(endpoint.argument));
        }
    }
    // Where the shop's own settings break the address that its plugin gives out, the address is not to blame.
    let works = match endpoint.map(|(_, endpoint)| endpoint.via) {
        Some(Via::Query { .. }) => address.form == Form::Query,
        Some(via) => [Form::Query, via.form(permalinks)].contains(&address.form),
        None => [Form::Query, permalinks].contains(&address.form),
    };
    if !works {
        differences.push(Difference::OtherForm);
    }
    if !address.prefix.is_empty() {
        differences.push(Difference::Prefix(address.prefix));
    }
    Some(OnFile {
        endpoint,
        expected: endpoint.and_then(|(_, endpoint)| endpoint.address(shop, "", permalinks)),
        differences,
    })
}

/// How the hosts differ.
fn hosts(given: &Url, shop: &ShopUrl) -> Vec<Difference> {
    if given.host() == shop.host() && given.port() == shop.port() {
        return Vec::new();
    }
    let kind = if !reach(given.host()).is_public() {
        Difference::NotPublic
    } else if shop.same_site(given) {
        Difference::Twin
    } else if is_staging(&given.host().to_string()) {
        Difference::Staging
    } else {
        Difference::Host
    };
    vec![kind]
}

/// Words by which copies of a shop are called, as the whole of a label or a part of it between hyphens.
const STAGING: [&str; 8] = [
    "staging", "stage", "dev", "develop", "test", "testing", "preview", "demo",
];

fn is_staging(host: &str) -> bool {
    let (labels, _) = host.rsplit_once('.').unwrap_or((host, ""));
    labels.split(['.', '-']).any(|word| {
        let word = word.trim_end_matches(|c: char| c.is_ascii_digit());
        STAGING.contains(&word)
    })
}

fn has_argument(given: &Url, argument: &str) -> bool {
    given
        .query()
        .is_some_and(|query| query.split('&').any(|pair| pair == argument))
}

/// The known name that is nearly this one.
fn typo(
    address: &Address,
    gateway: Option<&'static Gateway>,
) -> Option<(&'static Gateway, &'static Endpoint, &'static str)> {
    let known = super::GATEWAYS
        .iter()
        .copied()
        .filter(|own| gateway.is_none_or(|g| g.id == own.id));
    let endpoints = known.flat_map(|own| {
        let endpoints: &'static [Endpoint] = own.endpoints;
        endpoints.iter().map(move |endpoint| (own, endpoint))
    });
    let near = endpoints.filter_map(|(own, endpoint)| {
        let (name, distance) = match (&address.name, endpoint.via) {
            (Name::Handler(given), via) => {
                let name = via.handler().filter(|name| !name.contains('*'))?;
                (name, distance(given, name))
            }
            (Name::Route(given), via) => {
                let (namespace, route) = via.rest().filter(|(_, route)| !route.contains('*'))?;
                (route, distance(given, &[namespace, "/", route].concat()))
            }
            _ => return None,
        };
        (distance <= TYPO).then_some((distance, (own, endpoint, name)))
    });
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, found)| found)
}

/// Letters by which a name may differ and still be meant.
const TYPO: usize = 2;

/// Letters that have to be put in, left out or changed to make one name of the other; case does not count.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
    if a.len().abs_diff(b.len()) > TYPO {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, left) in a.bytes().enumerate() {
        let mut before = at;
        let mut last = at + 1;
        for (cell, right) in row.iter_mut().skip(1).zip(b.bytes()) {
            let changed = before + usize::from(left != right);
            before = *cell;
            last = changed.min(before + 1).min(last + 1);
            *cell = last;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::Difference::{
        Argument, Folder, Host, Http, NotPublic, OtherForm, Prefix, Retired, Return, Staging, Twin,
        Typo,
    };
    use super::*;

    fn compared(given: &str, id: Option<&str>) -> OnFile {
        let shop = ShopUrl::new(&Url::parse("https://shop.example.com/").unwrap());
        let gateway = id.map(|id| Gateway::by_id(id).unwrap());
        compare(&Url::parse(given).unwrap(), &shop, Form::Pretty, gateway).unwrap()
    }

    #[test]
    fn each_difference_is_named() {
        for (given, id, expected) in [
            ("https://shop.example.com/?wc-api=wc_stripe", None, vec![]),
            (
                "https://shop.example.com/wc-api/wc_stripe/",
                None,
                vec![OtherForm],
            ),
            (
                "https://other.example.org/?wc-api=wc_stripe",
                Some("stripe"),
                vec![Host],
            ),
            (
                "https://staging.example.com/?wc-api=wc_stripe",
                None,
                vec![Staging],
            ),
            (
                "https://shop-dev2.example.com/?wc-api=wc_stripe",
                None,
                vec![Staging],
            ),
            (
                "https://www.shop.example.com/?wc-api=wc_stripe",
                None,
                vec![Twin],
            ),
            (
                "http://localhost/?wc-api=wc_stripe",
                None,
                vec![NotPublic, Http],
            ),
            (
                "http://shop.example.com/wp-json/mollie/v1/webhook",
                None,
                vec![Http],
            ),
            (
                "https://shop.example.com/wc-api/KCO_WC_Validation/",
                None,
                vec![Retired],
            ),
            (
                "https://shop.example.com/sv/wc-api/KCO_WC_Push/",
                None,
                vec![Prefix("sv".to_owned())],
            ),
            (
                "https://shop.example.com/wc-api/KCO_WC_Psh/",
                None,
                vec![Typo("KCO_WC_Push")],
            ),
            (
                "https://shop.example.com/wp-json/mollie/v1/webhok",
                None,
                vec![Typo("webhook")],
            ),
            (
                "https://shop.example.com/butik/wc-api/KCO_WC_Push/",
                None,
                vec![Folder],
            ),
            (
                "https://shop.example.com/index.php/wc-api/KCO_WC_Push/",
                None,
                vec![OtherForm],
            ),
            (
                "https://shop.example.com/wc-api/WC_Gateway_GoCardless/",
                None,
                vec![Argument("request=webhook")],
            ),
            (
                "https://shop.example.com/wc-api/WC_Gateway_Paystack/",
                None,
                vec![Return],
            ),
            (
                "https://shop.example.com/wc-api/nobody_s_handler/",
                None,
                vec![],
            ),
        ] {
            assert_eq!(compared(given, id).differences, expected, "{given}");
        }
    }

    #[test]
    fn the_address_that_should_be_there() {
        let expected = |given: &str| compared(given, None).expected.map(|url| url.to_string());
        assert_eq!(
            expected("http://localhost/wc-api/WC_QuickPay/").as_deref(),
            Some("https://shop.example.com/?wc-api=WC_QuickPay")
        );
        assert_eq!(
            expected("https://shop.example.com/sv/wc-api/kco_wc_psh/").as_deref(),
            Some("https://shop.example.com/wc-api/KCO_WC_Push/")
        );
        assert_eq!(
            expected("https://shop.example.com/wc-api/nobody_s_handler/"),
            None
        );
    }

    #[test]
    fn letters_apart() {
        assert_eq!(distance("abc", "ABC"), 0);
        assert_eq!(distance("abc", "ac"), 1);
        assert_eq!(distance("abc", "abd"), 1);
        assert_eq!(distance("abc", "acb"), 2);
        assert_eq!(distance("", "abcd"), usize::MAX);
    }
}
