//! JSON: recorded answers a line each, and whatever a provider's portal or a security product shows.

use serde_json::{Map, Value};

use crate::probe::NoAnswer;
use crate::verdict::CauseId;

use super::fields::pairs;
use super::{ANSWERS, Form, Given, Input, InputError, Told, body, headers, line, status, tree};

/// Levels of nesting that are searched.
const DEPTH: usize = 12;

/// Reads JSON.
pub(super) fn read(value: &Value) -> Result<Input, InputError> {
    let answers = answers(value);
    if answers.is_empty() {
        Err(InputError::Unknown)
    } else {
        Ok(Input {
            form: Form::Json,
            answers,
        })
    }
}

/// Reads JSON Lines.
pub(super) fn lines(text: &str) -> Result<Input, InputError> {
    let mut found = Vec::new();
    for line in text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(ANSWERS)
    {
        let answers = answers(&tree::parse(line)?);
        if answers.is_empty() {
            return Err(InputError::Unknown);
        }
        found.extend(answers);
    }
    if found.is_empty() {
        Err(InputError::BrokenJson)
    } else {
        Ok(Input {
            form: Form::Json,
            answers: found,
        })
    }
}

/// Names of a status, those that can be no other status first.
const HTTP_STATUS: &[&str] = &[
    "httpstatus",
    "httpstatuscode",
    "httpcode",
    "httpresponsecode",
    "httpresponsestatus",
    "responsestatus",
    "responsestatuscode",
    "responsecode",
    "responsehttpstatus",
    "responsehttpstatuscode",
    "responsehttpcode",
    "edgeresponsestatus",
    "originresponsestatus",
    "lastresponsecode",
    "lasthttpstatus",
    "laststatuscode",
];
const STATUS: &[&str] = &["statuscode", "status", "code"];
const HEADERS: &[&str] = &["responseheaders", "headers"];
const BODY: &[&str] = &[
    "responsebody",
    "body",
    "bodyexcerpt",
    "responsetext",
    "text",
    "content",
    "response",
];
const ADDRESS: &[&str] = &[
    "url",
    "callbackurl",
    "webhookurl",
    "notificationurl",
    "notifyurl",
    "callback",
    "webhook",
    "endpoint",
    "endpointurl",
    "uri",
    "requesturl",
    "targeturl",
    "pushuri",
    "target",
];
const METHOD: &[&str] = &[
    "method",
    "httpmethod",
    "requestmethod",
    "clientrequesthttpmethodname",
    "clientrequestmethod",
];

/// Words about a failure, in the order in which they tell most.
const WORDS: &[&str] = &[
    "errormessage",
    "error",
    "errordetails",
    "errordescription",
    "failurereason",
    "failuremessage",
    "lasterror",
    "errortext",
    "errorreason",
    "failure",
    "resultmessage",
    "statusmessage",
    "statustext",
    "responsemessage",
    "lastresponse",
    "outcome",
    "exception",
    "reason",
    "detail",
    "details",
    "description",
    "message",
    "result",
];

/// Objects that hold what was sent, not what came back.
const SENT: &[&str] = &[
    "request",
    "req",
    "payload",
    "sent",
    "event",
    "requestheaders",
    "requestbody",
    "postdata",
    "input",
];

/// Fields of a payment's own state: a `status` or `code` beside them is the provider's, not the shop's.
const OWN_CODE: &[&str] = &[
    "transactionstatus",
    "transactionid",
    "grossamount",
    "signaturekey",
    "paymenttype",
    "fraudstatus",
    "merchantid",
    "amount",
    "currency",
    "paymentstatus",
    "orderamount",
];

/// The answers that JSON of any shape holds: fields are known by their names, whatever stands between.
fn answers(value: &Value) -> Vec<Given> {
    let mut found = Vec::new();
    collect(value, DEPTH, &mut found);
    let alone = found.len() == 1;
    if let (Some(first), Some(object), true) = (found.first_mut(), value.as_object(), alone) {
        complete(first, object);
    }
    if found.is_empty() {
        found.extend(value.as_object().and_then(silent));
    }
    found
}

/// The objects that have a status of their own, from the outside in.
fn collect(value: &Value, depth: usize, found: &mut Vec<Given>) {
    if found.len() >= ANSWERS || depth == 0 {
        return;
    }
    match value {
        Value::Array(items) => {
            for item in items.iter().take(ANSWERS) {
                collect(item, depth - 1, found);
            }
        }
        Value::Object(object) => {
            if let Some(given) = answer(object) {
                found.push(given);
                return;
            }
            let before = found.len();
            for (name, inner) in object {
                if !is_sent(object, name) {
                    collect(inner, depth - 1, found);
                }
            }
            // The address stands above the attempts.
            for given in found.iter_mut().skip(before) {
                given.url = given.url.take().or_else(|| address(object));
                given.method = given.method.take().or_else(|| method(object));
            }
        }
        _ => {}
    }
}

/// The answer that an object itself tells.
fn answer(object: &Map<String, Value>) -> Option<Given> {
    if let Some(given) = event(object).or_else(|| rest_error(object)) {
        return Some(given);
    }
    let response = object
        .iter()
        .find(|(name, value)| plain(name) == "response" && value.is_object())
        .and_then(|(_, value)| value.as_object());
    let within = |names| response.and_then(|response| own(response, names, &number));
    let here = |names| own(object, names, &number);
    let has = |wanted: &str| object.keys().any(|name| plain(name) == wanted);
    // What a provider's own interface answered to the shop (RFC 9457) has both.
    let is_payment = OWN_CODE.iter().any(|name| has(name)) || has("title") && has("detail");
    let plain_status = || here(STATUS).filter(|_| !is_payment);
    let found = within(HTTP_STATUS)
        .or_else(|| within(STATUS))
        .or_else(|| here(HTTP_STATUS))
        .or_else(plain_status);
    let listed = |from| own(from, HEADERS, &list);
    let found_headers = response.and_then(listed).or_else(|| listed(object));
    if found.is_none() && found_headers.is_none() {
        return None;
    }
    let told = |from| own(from, BODY, &text);
    let found_body = response.and_then(told).or_else(|| told(object));
    Some(Given {
        id: id(object),
        method: method(object),
        url: address(object),
        status: found,
        headers: headers(found_headers.unwrap_or_default()),
        body: found_body.map(|text| body(&text)),
        ..Given::default()
    })
}

/// What stands elsewhere in the same JSON, where it holds one answer.
fn complete(given: &mut Given, object: &Map<String, Value>) {
    given.id = given.id.take().or_else(|| id(object));
    if given.told.is_some() {
        return;
    }
    given.url = given
        .url
        .take()
        .or_else(|| search(object, ADDRESS, DEPTH, &web));
    given.method = given
        .method
        .take()
        .or_else(|| search(object, METHOD, DEPTH, &text));
    if given.headers.iter().next().is_none()
        && let Some(found) = search(object, HEADERS, DEPTH, &list)
    {
        given.headers = headers(found);
    }
    if given.body.is_none() {
        given.body = search(object, BODY, DEPTH, &text).map(|text| body(&text));
    }
    if given.status.is_none() {
        let numbers = |names| search(object, names, DEPTH, &number);
        given.status = numbers(HTTP_STATUS).or_else(|| numbers(STATUS));
    }
}

fn id(object: &Map<String, Value>) -> Option<String> {
    let id = object.get("id")?;
    id.as_str()
        .map(str::to_owned)
        .or_else(|| id.as_u64().map(|id| id.to_string()))
}

/// The address that was called: beside the answer, or in what was sent.
fn address(object: &Map<String, Value>) -> Option<String> {
    own(object, ADDRESS, &web).or_else(|| of_request(object, ADDRESS, &web))
}

fn method(object: &Map<String, Value>) -> Option<String> {
    own(object, METHOD, &text).or_else(|| of_request(object, METHOD, &text))
}

fn of_request(
    object: &Map<String, Value>,
    names: &[&str],
    read: &dyn Fn(&Value) -> Option<String>,
) -> Option<String> {
    let mut fields = object.iter();
    let (_, request) =
        fields.find(|(name, _)| matches!(plain(name).as_str(), "request" | "req"))?;
    own(request.as_object()?, names, read)
}

/// WordPress's REST error, with its status within: `{"code", "message", "data": {"status"}}`.
fn rest_error(object: &Map<String, Value>) -> Option<Given> {
    let code = object.get("code")?.as_str()?;
    object.get("message")?.as_str()?;
    let found = object
        .get("data")?
        .get("status")?
        .as_u64()
        .and_then(status)?;
    let is_word = !code.is_empty()
        && code
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
    is_word.then(|| Given {
        status: Some(found),
        body: Some(body(&Value::Object(object.clone()).to_string())),
        url: address(object),
        method: method(object),
        ..Given::default()
    })
}

/// An event of Cloudflare's security log. Source: Cloudflare's documentation of firewall events.
fn event(object: &Map<String, Value>) -> Option<Given> {
    let field = |names: &[&str]| own(object, names, &text).unwrap_or_default();
    let action = field(&["action"]).to_ascii_lowercase();
    let is_event = object.keys().map(|name| plain(name)).any(|name| {
        name.starts_with("clientrequest")
            || matches!(name.as_str(), "ray" | "rayname" | "rayid" | "ruleid")
    });
    if !is_event {
        return None;
    }
    let stops = matches!(
        action.as_str(),
        "block" | "drop" | "connection_close" | "connectionclose"
    );
    let source = field(&["source"]).to_ascii_lowercase();
    let (cause, blocker) = match source.as_str() {
        _ if action.contains("challenge") => (CauseId::Challenge, "cloudflare-challenge"),
        _ if !stops => return None,
        "bic" => (CauseId::Blocked, "cloudflare-1010"),
        "ip" | "iprange" | "asn" => (CauseId::Blocked, "cloudflare-1006-ip-ban"),
        "country" => (CauseId::Blocked, "cloudflare-1009-country"),
        "ratelimit" => (CauseId::RateLimited, "cloudflare-1015"),
        _ => (CauseId::Blocked, "cloudflare-waf-block"),
    };
    let host = field(&["clientrequesthttphost", "clientrequesthost"]);
    let path = [
        field(&["clientrequestpath", "clientrequesturi"]),
        field(&["clientrequestquery"]),
    ]
    .concat();
    let url = [if host.is_empty() { "" } else { "https://" }, &host, &path].concat();
    Some(Given {
        id: id(object),
        method: own(object, METHOD, &text),
        url: Some(url).filter(|url| !url.is_empty()),
        status: own(object, HTTP_STATUS, &number),
        agent: own(object, &["useragent", "clientrequestuseragent"], &text),
        told: Some(Told::new(
            cause,
            Some(blocker),
            &["action: ", &action].concat(),
        )),
        ..Given::default()
    })
}

/// A failure without a status: a zero in its place, or words.
fn silent(object: &Map<String, Value>) -> Option<Given> {
    let words = search(object, WORDS, DEPTH, &|value| {
        value.as_str().and_then(line::given)
    });
    let zero = || {
        let none = |value: &Value| {
            (value.as_u64() == Some(0) || value.as_str() == Some("0")).then_some(())
        };
        search(object, HTTP_STATUS, DEPTH, &none).map(|()| Given {
            silence: Some(NoAnswer::Unknown),
            ..Given::default()
        })
    };
    let mut given = words.or_else(zero)?;
    given.id = id(object);
    given.url = given.url.or_else(|| search(object, ADDRESS, DEPTH, &web));
    given.method = search(object, METHOD, DEPTH, &text);
    Some(given)
}

fn number(value: &Value) -> Option<u16> {
    match value {
        Value::Number(number) => number.as_u64().and_then(status),
        Value::String(text) => line::of_field(text),
        _ => None,
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn web(value: &Value) -> Option<String> {
    text(value).filter(|url| url.starts_with("http"))
}

fn list(value: &Value) -> Option<Vec<(String, String)>> {
    (value.is_object() || value.is_array())
        .then(|| pairs(Some(value)))
        .filter(|pairs| !pairs.is_empty())
}

/// The value under one of these names in an object itself.
fn own<T>(
    object: &Map<String, Value>,
    names: &[&str],
    read: &dyn Fn(&Value) -> Option<T>,
) -> Option<T> {
    names.iter().find_map(|wanted| {
        object
            .iter()
            .filter(|(name, _)| plain(name) == *wanted)
            .find_map(|(_, value)| read(value))
    })
}

/// Whether a field holds what was sent, rather than what came back.
fn is_sent(object: &Map<String, Value>, name: &str) -> bool {
    let plain = plain(name);
    // A portal's record of one delivery may be called an event too: it has the answer beside what was sent.
    let is_delivery = object
        .get(name)
        .and_then(Value::as_object)
        .is_some_and(|inner| inner.contains_key("response"));
    if plain == "event" && is_delivery {
        return false;
    }
    // An event of Stripe's: `data.object` is what it is about.
    SENT.contains(&plain.as_str()) || plain == "object" && !object.contains_key("response")
}

/// The first value under one of these names that reads as what is wanted: this level first, then below. What was sent is
/// left out.
fn search<T>(
    object: &Map<String, Value>,
    names: &[&str],
    depth: usize,
    read: &dyn Fn(&Value) -> Option<T>,
) -> Option<T> {
    let here = own(object, names, read);
    if here.is_some() || depth == 0 {
        return here;
    }
    let below = object.iter().filter(|(name, _)| !is_sent(object, name));
    below.map(|(_, value)| value).find_map(|value| match value {
        Value::Object(inner) => search(inner, names, depth - 1, read),
        Value::Array(items) => items
            .iter()
            .filter_map(Value::as_object)
            .find_map(|inner| search(inner, names, depth - 1, read)),
        _ => None,
    })
}

/// A field's name without what people write differently.
fn plain(name: &str) -> String {
    name.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}
