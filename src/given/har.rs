//! A browser's network export (HAR): its callbacks, and what a whole visit shows of a shop.
//!
//! Format: HAR 1.2 as Chromium and Firefox write it. A body may be missing, and is base64 where the browser thought it
//! binary.

use std::borrow::Cow;
use std::collections::VecDeque;

use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};
use serde_json::Value;

use super::fields::pairs;
use super::{ANSWERS, Form, Given, INPUT_BYTES, Input, InputError, headers, status};
use crate::case::pasted::{is_callback, is_rest, is_rest_index};
use crate::case::{PageHop, PageRead};
use crate::gateway::Gateway;
use crate::gateway::address::Address;
use crate::page::{self, PageSigns};
use crate::probe::{NoAnswer, cut, limits};
use crate::shop::{Harmless, ShopUrl, Url};

/// WordPress pages of one visit that are kept.
const PAGES: usize = 20;

/// Redirects that are remembered until the page at their end comes; other requests stand between.
const REDIRECTS: usize = 50;

/// Milliseconds of a day: longer than any answer takes.
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Bytes of the longest IP address, in brackets and with a zone.
const IP_BYTES: usize = 80;

/// RFC 4648, section 4; some tools leave the padding out.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What a visit shows of shops. Pages' addresses are without what names an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// Pages that show WordPress, in order.
    pub pages: Vec<PageRead>,
    /// What callback addresses and WordPress's REST index answered, in order; with the addresses as recorded.
    pub answers: Vec<Given>,
    /// Requests that the file holds.
    pub entries: usize,
}

impl Visit {
    /// The page that shows most: one with signs of the gateway, as the checkout has, else the last one. Of one site only,
    /// where it is known.
    pub fn page(&self, site: Option<&ShopUrl>) -> Option<&PageRead> {
        let of_site = |page: &&PageRead| {
            site.is_none_or(|site| Url::parse(&page.url).is_ok_and(|url| site.same_site(&url)))
        };
        let pages = || self.pages.iter().filter(of_site);
        pages()
            .rfind(|page| shows_gateway(page))
            .or_else(|| pages().next_back())
    }

    /// An address of the shop that was visited.
    pub fn shop(&self) -> Option<Url> {
        let page = self.page(None).and_then(|page| Url::parse(&page.url).ok());
        let called = || self.answers.iter().filter_map(Given::callback);
        page.or_else(|| called().next())
    }
}

/// Whether a page shows a gateway that is known here, as its checkout does.
pub(crate) fn shows_gateway(page: &PageRead) -> bool {
    let mut gateways = page.signs.gateways.iter();
    gateways.any(|signs| Gateway::by_folder(&signs.plugin).is_some())
}

/// Reads what a visit shows. [`InputError::Unknown`] where the text is no network export.
pub fn visit(text: &str) -> Result<Visit, InputError> {
    if text.len() > INPUT_BYTES {
        return Err(InputError::TooLong { bytes: text.len() });
    }
    let text = text.trim_start_matches('\u{feff}');
    let value = super::tree::parse(text)?;
    let entries = entries(&value).ok_or(InputError::Unknown)?;
    let mut visit = Visit {
        entries: entries.len(),
        ..Visit::default()
    };
    let mut redirects: VecDeque<Redirect> = VecDeque::new();
    for entry in entries {
        let address = entry.pointer("/request/url").and_then(Value::as_str);
        let Some(url) = address.and_then(|url| Url::parse(url).ok()) else {
            continue;
        };
        if is_callback(&url) || is_rest_index(&url) {
            if visit.answers.len() < ANSWERS {
                visit.answers.extend(given(entry, kept(&url)));
            }
        } else if Harmless::of(&url).callback.is_some() {
            // A checkout asks REST a great deal that says nothing of callbacks; and no other entrance is a page.
        } else if let Some(redirect) = redirect(entry, &url) {
            redirects.truncate(REDIRECTS - 1);
            redirects.push_front(redirect);
        } else if let Some(signs) = document(entry, &url) {
            visit.pages.push(PageRead {
                hops: hops(&redirects, &url),
                ..page_read(entry, &url, signs)
            });
            if visit.pages.len() > PAGES {
                let goes = visit.pages.iter().position(|page| !shows_gateway(page));
                let goes = goes.unwrap_or(0);
                visit.pages.remove(goes);
            }
        }
    }
    Ok(visit)
}

/// The requests of JSON that is a network export.
pub(super) fn entries(value: &Value) -> Option<&Vec<Value>> {
    value.pointer("/log/entries").and_then(Value::as_array)
}

/// The callbacks of a HAR file.
pub(super) fn callbacks(entries: &[Value]) -> Result<Input, InputError> {
    let callback = |url: &str| {
        let read = || Address::read(&Url::parse(url).ok()?);
        url.contains("/wc-api")
            || url.contains("wc-api=")
            || read().is_some_and(|address| !address.endpoints().is_empty())
    };
    let answers: Vec<Given> = entries
        .iter()
        .filter(|entry| {
            entry
                .pointer("/request/url")
                .and_then(Value::as_str)
                .is_some_and(callback)
        })
        .take(ANSWERS)
        .filter_map(|entry| given(entry, limits::BODY_BYTES))
        .collect();
    if answers.is_empty() {
        return Err(InputError::NoCallback {
            entries: entries.len(),
        });
    }
    Ok(Input {
        form: Form::Har,
        answers,
    })
}

/// Bytes of a body that are kept.
fn kept(url: &Url) -> usize {
    if is_rest(url) {
        limits::REST_INDEX_BYTES
    } else {
        limits::BODY_BYTES
    }
}

fn given(entry: &Value, keep: usize) -> Option<Given> {
    let text = |pointer: &str| {
        entry
            .pointer(pointer)
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    entry.get("response")?.as_object()?;
    let found = status_of(entry);
    let remote = text("/serverIPAddress").filter(|ip| !ip.is_empty() && ip.len() <= IP_BYTES);
    Some(Given {
        method: text("/request/method"),
        url: text("/request/url"),
        status: found,
        headers: headers(pairs(entry.pointer("/response/headers"))),
        body: content(entry).map(|text| {
            let mut text = text.into_owned();
            cut(&mut text, keep);
            text
        }),
        // An entry of status 0 is a request that got no answer.
        silence: found.is_none().then_some(NoAnswer::Unknown),
        remote,
        elapsed_ms: elapsed_ms(entry),
        ..Given::default()
    })
}

/// Milliseconds from sending to the last byte, without what the browser waited for its own connections.
fn elapsed_ms(entry: &Value) -> Option<u32> {
    let phases = ["/timings/send", "/timings/wait", "/timings/receive"];
    // -1 is a phase that there was not; fractions of a millisecond do not count.
    let whole = |name: &&str| {
        let text = entry.pointer(name)?.as_number()?.to_string();
        text.split('.').next()?.parse::<i64>().ok()
    };
    let whole = phases.iter().filter_map(whole);
    let known: Vec<i64> = whole.filter(|phase| (0..DAY_MS).contains(phase)).collect();
    let sum: i64 = known.iter().sum();
    u32::try_from(sum).ok().filter(|_| !known.is_empty())
}

fn status_of(entry: &Value) -> Option<u16> {
    let number = entry.pointer("/response/status").and_then(Value::as_u64);
    number.and_then(status)
}

/// The body, where the browser kept it.
fn content(entry: &Value) -> Option<Cow<'_, str>> {
    let text = entry.pointer("/response/content/text")?.as_str()?;
    let encoding = entry.pointer("/response/content/encoding");
    if encoding.and_then(Value::as_str) == Some("base64") {
        let bytes = BASE64.decode(text).ok()?;
        return Some(Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()));
    }
    Some(Cow::Borrowed(text))
}

/// A redirect on the way to a page.
struct Redirect {
    from: Url,
    to: Url,
    status: u16,
}

fn redirect(entry: &Value, from: &Url) -> Option<Redirect> {
    let status = status_of(entry).filter(|status| matches!(status, 301..=303 | 307 | 308))?;
    let headers = headers(pairs(entry.pointer("/response/headers")));
    let named = entry.pointer("/response/redirectURL");
    let to = headers
        .get("location")
        .or_else(|| named.and_then(Value::as_str))?;
    Some(Redirect {
        from: from.clone(),
        to: from.join(to)?,
        status,
    })
}

/// The redirects that led to `url`, out of those before it, the newest first.
fn hops(redirects: &VecDeque<Redirect>, url: &Url) -> Vec<PageHop> {
    let mut hops: Vec<PageHop> = Vec::new();
    let mut wanted = url;
    for Redirect { from, to, status } in redirects {
        if to == wanted && hops.len() < limits::PAGE_HOPS {
            hops.push(PageHop {
                url: Harmless::of(from).page.to_string(),
                status: Some(*status),
                location: Some(Harmless::of(to).page.to_string()),
            });
            wanted = from;
        }
    }
    hops.reverse();
    hops
}

/// The signs of a page that shows WordPress.
fn document(entry: &Value, url: &Url) -> Option<PageSigns> {
    let text = |pointer: &str| entry.pointer(pointer).and_then(Value::as_str);
    let kind = text("/_resourceType").is_none_or(|kind| kind == "document");
    let html = text("/response/content/mimeType")?.contains("html");
    if !kind || !html || text("/request/method") != Some("GET") {
        return None;
    }
    let signs = page::read(&content(entry)?, Some(&url.to_string()));
    let shows = signs.wordpress.is_some()
        || signs.rest_link.is_some()
        || signs.woocommerce.is_some()
        || !signs.gateways.is_empty();
    shows.then_some(signs)
}

fn page_read(entry: &Value, url: &Url, signs: PageSigns) -> PageRead {
    let headers = headers(pairs(entry.pointer("/response/headers")));
    let links = headers.all("link").collect::<Vec<_>>().join(", ");
    PageRead {
        url: Harmless::of(url).page.to_string(),
        hops: Vec::new(),
        // 304 is about the browser's cache.
        status: status_of(entry).filter(|status| *status != 304),
        link_header: Some(links).filter(|links| !links.is_empty()),
        signs,
    }
}
