//! Sentences whose meaning is known: of servers' error logs, of WordPress's and plugins' logs, of security products, and of
//! providers that give codes of their own.

use crate::shop::{Harmless, Url, reach};
use crate::verdict::CauseId;

use super::Told;
use super::line::{is_called, silence};
use super::providers::{is_name, is_provider, names_provider};
use super::tongues::{SILENCE, UNCONNECTED, is, list, said, says};
use super::words::{Folded, Part, Piece, addresses, folded, has, pieces};

/// A sentence that is known.
struct Sentence {
    /// Phrases of it; all must be there.
    all: &'static [&'static str],
    /// What it means.
    cause: CauseId,
    /// The product that says it, by its id in the catalogue.
    blocker: Option<&'static str>,
}

const fn means(cause: CauseId, all: &'static [&'static str]) -> Sentence {
    Sentence {
        all,
        cause,
        blocker: None,
    }
}

const fn by(blocker: &'static str, cause: CauseId, all: &'static [&'static str]) -> Sentence {
    Sentence {
        all,
        cause,
        blocker: Some(blocker),
    }
}

/// What servers write into their error logs. Source: nginx 1.26 and Apache 2.4, ModSecurity 2.9 and 3.
const SERVER: &[Sentence] = &[
    by(
        "modsecurity-named",
        CauseId::Blocked,
        &["modsecurity access denied"],
    ),
    by("nginx-403", CauseId::Blocked, &["access forbidden by rule"]),
    by(
        "nginx-403",
        CauseId::Blocked,
        &["directory index of", "is forbidden"],
    ),
    by(
        "apache-403",
        CauseId::Blocked,
        &["client denied by server configuration"],
    ),
    by("apache-403", CauseId::Blocked, &["ah01276"]),
    by(
        "http-basic-auth",
        CauseId::LoginWall,
        &["no user password was provided for basic authentication"],
    ),
    by(
        "http-basic-auth",
        CauseId::LoginWall,
        &["was not found in", "htpasswd"],
    ),
    by(
        "http-basic-auth",
        CauseId::LoginWall,
        &["password mismatch", "user"],
    ),
    by("http-basic-auth", CauseId::LoginWall, &["ah01617"]),
    by("http-basic-auth", CauseId::LoginWall, &["ah01618"]),
    by("http-basic-auth", CauseId::LoginWall, &["ah01614"]),
    means(CauseId::RateLimited, &["limiting requests"]),
    means(CauseId::RateLimited, &["limiting connections"]),
    means(
        CauseId::PostRefused,
        &["client intended to send too large body"],
    ),
    means(CauseId::TlsBroken, &["ssl handshaking", "client"]),
    means(CauseId::ServerError, &["upstream timed out"]),
    means(CauseId::ServerError, &["upstream prematurely closed"]),
    means(CauseId::ServerError, &["upstream sent too big header"]),
    means(CauseId::ServerError, &["upstream sent invalid header"]),
    means(CauseId::ServerError, &["while connecting to upstream"]),
    means(CauseId::ServerError, &["recv failed", "from upstream"]),
    means(CauseId::ServerError, &["no live upstreams"]),
    means(
        CauseId::ServerError,
        &["rewrite or internal redirection cycle"],
    ),
    means(CauseId::ServerError, &["ah00124"]),
    means(CauseId::ServerError, &["ah00526"]),
    means(CauseId::ServerError, &["htaccess", "invalid command"]),
    means(CauseId::ServerError, &["ah01075"]),
    means(CauseId::ServerError, &["ah01067"]),
    means(CauseId::ServerError, &["ah01102"]),
    means(CauseId::ServerError, &["ah01114"]),
    means(CauseId::ServerError, &["ah00957"]),
    means(CauseId::ServerError, &["ah00898"]),
    means(
        CauseId::RewriteNotServed,
        &["open", "failed 2 no such file or directory"],
    ),
    means(CauseId::RewriteNotServed, &["file does not exist"]),
    means(CauseId::RewriteNotServed, &["ah00128"]),
    means(
        CauseId::RewriteNotServed,
        &["script not found or unable to stat"],
    ),
];

/// What PHP writes where a site ends with an error.
const FATAL: &[Sentence] = &[
    by("php-fatal", CauseId::ServerError, &["php fatal error"]),
    by("php-fatal", CauseId::ServerError, &["php parse error"]),
    by(
        "php-fatal",
        CauseId::ServerError,
        &["uncaught*", FILE_OF_PHP],
    ),
    by(
        "php-fatal",
        CauseId::ServerError,
        &["fatal error", FILE_OF_PHP],
    ),
    by(
        "php-fatal",
        CauseId::ServerError,
        &["call to undefined function", FILE_OF_PHP],
    ),
    by(
        "php-fatal",
        CauseId::ServerError,
        &["call to undefined method", FILE_OF_PHP],
    ),
    by(
        "php-fatal",
        CauseId::ServerError,
        &["allowed memory size of", "exhausted"],
    ),
    by(
        "php-fatal",
        CauseId::ServerError,
        &["maximum execution time of", "exceeded"],
    ),
    by(
        "php-fatal",
        CauseId::ServerError,
        &["error of type e error was caused"],
    ),
    means(
        CauseId::ServerError,
        &["error establishing a database connection"],
    ),
    means(CauseId::ServerError, &["critical error on this website"]),
];

/// A word that stands for the name of a file of PHP, which a path hides: a browser's console has uncaught errors too.
const FILE_OF_PHP: &str = "file.php";

fn fatal(text: &str, folded: &Folded) -> Option<Told> {
    let has_file = text.contains(".php");
    let fits = |sentence: &&Sentence| {
        let mut all = sentence.all.iter();
        all.all(|phrase| *phrase == FILE_OF_PHP && has_file || has(folded, &[phrase]))
    };
    FATAL.iter().find(fits).map(Sentence::told)
}

/// What plugins write where their own check refuses a call that arrived. Source: the logs of the gateways in
/// WooCommerce, `PayFast`, Stripe, Mollie, Xendit, `BTCPay`.
const REFUSED: &[Sentence] = &[
    means(CauseId::GatewayRefused, &["bad source ip*"]),
    means(CauseId::GatewayRefused, &["invalid source ip*"]),
    means(CauseId::GatewayRefused, &["invalid signature"]),
    means(CauseId::GatewayRefused, &["signature verification failed"]),
    means(CauseId::GatewayRefused, &["signature mismatch"]),
    means(CauseId::GatewayRefused, &["signature does not match"]),
    means(CauseId::GatewayRefused, &["signature is invalid"]),
    means(CauseId::GatewayRefused, &["signature invalid"]),
    means(CauseId::GatewayRefused, &["wrong signature"]),
    means(CauseId::GatewayRefused, &["bad signature"]),
    means(CauseId::GatewayRefused, &["no signatures found matching"]),
    means(CauseId::GatewayRefused, &["invalid hmac*"]),
    means(CauseId::GatewayRefused, &["hmac*", "not match*"]),
    means(CauseId::GatewayRefused, &["hash mismatch"]),
    means(CauseId::GatewayRefused, &["invalid hash"]),
    means(
        CauseId::GatewayRefused,
        &["webhook request validation failed"],
    ),
    means(CauseId::GatewayRefused, &["order key", "mismatch*"]),
    means(CauseId::GatewayRefused, &["amounts do not match"]),
    means(CauseId::GatewayRefused, &["merchant id mismatch"]),
    means(CauseId::GatewayRefused, &["webhook secret", "not match*"]),
    means(CauseId::GatewayRefused, &["paypal ipn request failure"]),
];

/// What security products write of a request that they refused.
const SECURITY: &[Sentence] = &[
    by(
        "wordfence-waf-403",
        CauseId::Blocked,
        &["was blocked by firewall for"],
    ),
    by(
        "wordfence-waf-403",
        CauseId::Blocked,
        &["blocked by wordfence"],
    ),
    by(
        "wordfence-blocklist-403",
        CauseId::Blocked,
        &["blocked by the wordfence security network"],
    ),
    by(
        "wordfence-rate-limit-503",
        CauseId::RateLimited,
        &["wordfence", "exceeded the maximum number of requests"],
    ),
];

/// Providers' sentences that carry codes of their own: what the number says is not what the shop answered. Source: Viva's
/// portal where a webhook is entered (VivaPayments/API, issues 1156, 1665, 1733, 2306).
const OWN_CODES: &[&[&str]] = &[
    &["url could not be verified"],
    &["url cannot be verified"],
    &["url can not be verified"],
    &["unable to verify", "url"],
];

/// Marks of a request that the shop itself sent: WordPress's HTTP errors, as plugins log them.
const OUTWARD: &[&str] = &[
    "wp error object",
    "http request failed",
    "wp remote post",
    "wp remote get",
    "ipn response wp error",
    "guzzlehttp*",
];

/// Those of WordPress itself, which is never the caller of a callback.
const OUTWARD_SURE: usize = 5;

/// Words that payment plugins print where a call lacks what they want. Source: each plugin's own source, measured with an
/// empty POST on WooCommerce 10.9.1: `PayPal` Standard, `PayU`, Redsys, Svea, Mercado Pago, `GoCardless`, Resurs, Amazon Pay,
/// Xendit, Vipps, Quickpay, `BTCPay`, Airwallex.
const PLUGINS_WORDS: &[&str] = &[
    "paypal ipn request failure",
    "empty value of data",
    "do not access this page directly",
    "missing params",
    "invalid notification id",
    "missing request type",
    "unknown callback type",
    "empty post data",
    "invalid payload",
    "success false data invalid request",
    "webhook request validation failed",
    "invalid signature",
    "success 0",
];

/// Bytes of a body in which a plugin's word is looked for.
const WORD_BYTES: usize = 8 * 1024;

/// Whether a body is what only a payment plugin prints.
pub(crate) fn is_plugins_word(body: &str) -> bool {
    let body = body
        .get(..body.floor_char_boundary(WORD_BYTES))
        .unwrap_or(body);
    let folded = super::words::folded(&pieces(body));
    let short = body.len() <= 200;
    folded.as_str().trim() == "no address"
        || has(&folded, PLUGINS_WORDS)
            && (short
                || has(
                    &folded,
                    &[
                        "paypal ipn request failure",
                        "do not access this page directly",
                        "webhook request validation failed",
                        "empty post data",
                    ],
                ))
}

/// Whether a short body says in words that the call was refused.
pub(crate) fn is_refusal(body: &str) -> bool {
    let folded = super::words::folded(&pieces(body));
    body.len() <= WORD_BYTES
        && has(
            &folded,
            &["denied", "blocked", "forbidden", "not allowed", "banned"],
        )
}

/// What a line of a server's error log says.
pub(super) fn of_server(text: &str) -> Option<Told> {
    let pieces = pieces(text);
    let folded = folded(&pieces);
    // A client's exception about the shop's own answer, which PHP calls fatal.
    let answered = has(&folded, &["resulted in a"])
        && addresses(&pieces)
            .iter()
            .any(|url| is_called(url) && !is_provider(url));
    if let Some(told) = fatal(text, &folded).filter(|_| !answered) {
        return Some(told);
    }
    if has(&folded, &["php warning", "php notice", "php deprecated"])
        || has(&folded, &["modsecurity warning"])
    {
        return None;
    }
    known(SERVER, &folded)
}

/// Products that people name where something stopped a call, each by an id of the catalogue.
const PRODUCTS: &[(&str, &str)] = &[
    ("modsecurity", "modsecurity-named"),
    ("mod security", "modsecurity-named"),
    ("imunify360", "imunify360-webshield"),
    ("imunify", "imunify360-webshield"),
    ("wordfence", "wordfence-waf-403"),
    ("cloudflare", "cloudflare-waf-block"),
    ("sucuri", "sucuri-cloudproxy-block"),
    ("csf", "csf-blocked"),
    ("lfd", "csf-blocked"),
    ("fail2ban", "csf-blocked"),
];

fn product(folded: &Folded) -> Option<&'static str> {
    let named = |(name, _): &&(&str, &str)| folded.find(name).is_some();
    PRODUCTS.iter().find(named).map(|(_, id)| *id)
}

/// Something asks the caller for a proof or a password.
fn guarded(folded: &Folded, url: Option<&str>) -> Option<Told> {
    let of_call = url.is_some_and(is_called) || says(folded, |words| words.call);
    if !of_call {
        return None;
    }
    if has(folded, CHALLENGES) {
        let blocker = match product(folded) {
            Some("cloudflare-waf-block") => Some("cloudflare-challenge"),
            Some("imunify360-webshield") => Some("imunify360-captcha"),
            _ => None,
        };
        return Some(Told::new(CauseId::Challenge, blocker, ""));
    }
    let asks = has(
        folded,
        &[
            "basic auth*",
            "htpasswd",
            "http auth*",
            "basic authentication",
        ],
    );
    asks.then(|| Told::new(CauseId::LoginWall, Some("http-basic-auth"), ""))
}

/// What people call a page that asks for a proof; the same in every language.
const CHALLENGES: &[&str] = &[
    "captcha*",
    "recaptcha*",
    "hcaptcha*",
    "managed challenge",
    "js challenge",
    "javascript challenge",
    "interactive challenge",
    "turnstile",
];

/// A cache's own word that it answered.
fn cached(text: &str, url: Option<&str>) -> Option<Told> {
    if !url.is_some_and(is_called) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let hit = lower.match_indices("cache").any(|(at, word)| {
        let rest = lower.get(at + word.len()..).unwrap_or_default();
        let rest = rest.strip_prefix("-status").unwrap_or(rest);
        let value = rest.trim_start_matches([':', '=', ' ', '"', '\'']);
        value.starts_with("hit") && rest.len() > value.len()
    });
    hit.then(|| Told::new(CauseId::CachedCallback, None, "cache hit"))
}

/// Whether an address exists only within a computer or a network. A name for documents stands for one that somebody hides.
pub(crate) fn is_local(address: &Url) -> bool {
    !address.host().to_string().ends_with(".example") && !reach(address.host()).is_public()
}

/// Whether a text says something by itself.
pub(super) fn is_told(text: &str) -> bool {
    let folded = folded(&pieces(text));
    told(text, &folded, None).is_some()
}

/// What a text says by itself.
pub(super) fn told(text: &str, folded: &Folded, url: Option<&str>) -> Option<Told> {
    if let Some(address) = url.and_then(|url| Url::parse(url).ok())
        && is_called(&address.to_string())
        && is_local(&address)
    {
        let host = address.host().to_string();
        let told = Told::new(CauseId::NotPublic, None, &host);
        return Some(told.alone());
    }
    if is_outward(text, folded) {
        let told = Told::new(CauseId::OutboundFailed, None, outward_words(folded));
        return Some(told.alone());
    }
    if OWN_CODES
        .iter()
        .any(|all| all.iter().all(|phrase| has(folded, &[phrase])))
    {
        return Some(Told::open("own-code").alone());
    }
    let sentences = [
        REFUSED,
        SECURITY,
        SERVER.get(..FEW_SERVER).unwrap_or(SERVER),
    ];
    let known = |sentences: &&[Sentence]| known(sentences, folded);
    // A client's exception about the shop's own answer, which PHP calls fatal.
    let is_answer = url.is_some_and(|url| is_called(url) && !is_provider(url))
        && has(folded, &["resulted in a"]);
    let found = (!is_answer)
        .then(|| fatal(text, folded))
        .flatten()
        .or_else(|| sentences.iter().find_map(known))
        .or_else(|| unfit(text, folded))
        .or_else(|| {
            let words = said(folded, |words| words.unaddressed)?;
            Some(Told::new(CauseId::CallbackAddressWrong, None, words))
        });
    if found.is_some() {
        return found;
    }
    if let Some(other) = url.and_then(|url| other_shop(text, url).or_else(|| copy_of(text, url))) {
        return Some(Told::new(CauseId::CallbackAddressWrong, None, &other));
    }
    if let Some(told) = cached(text, url).or_else(|| guarded(folded, url)) {
        return Some(told);
    }
    let silent = is_silence(folded);
    let stopped = says(folded, |words| words.stopped) && says(folded, |words| words.stoppers);
    if stopped && !silent {
        return Some(Told::new(CauseId::Blocked, product(folded), ""));
    }
    // A log that shows the address, and no answer.
    let log = is_log(text) && url.is_some_and(|url| is_called(url) && !is_silent(text, url));
    log.then(|| Told::open("no-answer").alone())
}

/// What the payment plugin's own check says, in any language.
fn unfit(text: &str, folded: &Folded) -> Option<Told> {
    let words = said(folded, |words| words.unfit)?;
    let of_call = says(folded, |words| words.call) || says(folded, |words| words.http);
    (of_call || is_log(text) || has(folded, &["plugin*", "gateway*", "log", "hmac*"]))
        .then(|| Told::new(CauseId::GatewayRefused, None, words))
}

/// Whether the line with the address says why no answer came.
fn is_silent(text: &str, url: &str) -> bool {
    let mut lines = text.lines().filter(|line| line.contains(url));
    lines.any(|line| silence(&folded(&pieces(line))).is_some())
}

/// The host of a called address, where the text names the shop's own as another one.
fn other_shop(text: &str, called: &str) -> Option<String> {
    let called = Url::parse(called).ok()?;
    let name = |url: &Url| url.host().to_string().trim_start_matches("www.").to_owned();
    let pieces = pieces(text);
    let named = |at: usize| {
        let mut before = pieces.get(..at).unwrap_or_default().iter().rev();
        let sign = before.next();
        let leads = match sign.map(|sign| &sign.part) {
            Some(Part::Sign(':' | '=')) => true,
            // `our shop is https://…`
            Some(Part::Word(word)) => is(word, |words| words.between),
            _ => false,
        };
        let label = before
            .filter_map(Piece::word)
            .find(|word| !matches!(*word, "url" | "address" | "adress"));
        leads && label.is_some_and(|label| is(label, |words| words.shop))
    };
    let own = pieces
        .iter()
        .enumerate()
        .find_map(|(at, piece)| match piece.part {
            Part::Address(address) if !is_called(address) && named(at) => Url::parse(address).ok(),
            _ => None,
        })?;
    (name(&own) != name(&called)).then(|| name(&called))
}

/// Sentences of [`SERVER`] that are known outside a log as well.
const FEW_SERVER: usize = 5;

/// Where two addresses name one callback of one shop in two forms, the first of them.
pub(super) fn two_forms(addresses: &[&str]) -> Option<String> {
    let mut called: Vec<Url> = addresses
        .iter()
        .filter(|address| is_called(address))
        .filter_map(|address| Url::parse(address).ok())
        .collect();
    called.dedup();
    let [one, other] = called.as_slice() else {
        return None;
    };
    let host = |url: &Url| url.host().to_string().trim_start_matches("www.").to_owned();
    let (first, second) = (Harmless::of(one).callback?, Harmless::of(other).callback?);
    let differs = one.to_string().trim_end_matches('/') != other.to_string().trim_end_matches('/');
    (differs && host(one) == host(other) && first == second).then(|| host(one))
}

/// The host of a called address that is a copy of a shop which the text names: `staging.shop.com` beside `shop.com`.
fn copy_of(text: &str, called: &str) -> Option<String> {
    let called = Url::parse(called)
        .ok()
        .filter(|url| is_called(&url.to_string()))?;
    let host = called.host().to_string();
    let (first, rest) = host.split_once('.')?;
    let is_copy = [
        "staging",
        "stage",
        "test",
        "dev",
        "beta",
        "old",
        "demo",
        "acc",
        "acceptance",
        "preview",
    ]
    .iter()
    .any(|copy| first.starts_with(copy));
    let lower = text.to_ascii_lowercase();
    let named = lower.match_indices(rest).any(|(at, _)| {
        let before = lower.get(..at).unwrap_or_default();
        !before.ends_with(['.', '@', '-', '_']) && !before.ends_with(char::is_alphanumeric)
    });
    (is_copy && named).then_some(host)
}

fn known(sentences: &[Sentence], folded: &Folded) -> Option<Told> {
    let fits = |sentence: &&Sentence| sentence.all.iter().all(|phrase| has(folded, &[phrase]));
    sentences.iter().find(fits).map(Sentence::told)
}

impl Sentence {
    fn told(&self) -> Told {
        let words = self.all.first().copied().unwrap_or_default();
        Told::new(self.cause, self.blocker, words.trim_end_matches('*'))
    }
}

/// Whether a text has words for no answer.
fn is_silence(folded: &Folded) -> bool {
    SILENCE.iter().any(|(_, kind)| says(folded, *kind))
        || list(UNCONNECTED).any(|phrase| folded.find(phrase).is_some())
}

/// Whether a text tells of a request that the shop sent.
fn is_outward(text: &str, folded: &Folded) -> bool {
    let failed = says(folded, |words| words.failure) || is_silence(folded);
    let called = addresses(&pieces(text))
        .iter()
        .any(|address| is_called(address) && !is_provider(address));
    if has(folded, OUTWARD.get(..OUTWARD_SURE).unwrap_or_default()) && failed {
        return true;
    }
    if !failed || called {
        return false;
    }
    if has(folded, OUTWARD) || connects_to_provider(folded) {
        return true;
    }
    is_log(text) && has(folded, &["curl error"]) || names_provider(text) && has_silence(folded)
}

/// `could not connect to paypal`: the provider's name behind the word for connecting.
fn connects_to_provider(folded: &Folded) -> bool {
    let words: Vec<&str> = folded.as_str().split_whitespace().collect();
    words.iter().enumerate().any(|(at, word)| {
        let before = words.get(at.saturating_sub(3)..at).unwrap_or_default();
        let connects = |word: &&str| is(word, |words| words.connection);
        is_name(word) && before.iter().any(connects)
    })
}

fn has_silence(folded: &Folded) -> bool {
    has(folded, &["curl error", "ssl"]) || is_silence(folded)
}

fn outward_words(folded: &Folded) -> &'static str {
    let found = OUTWARD.iter().find(|phrase| has(folded, &[phrase]));
    found.map_or("curl error", |phrase| phrase.trim_end_matches('*'))
}

/// Whether a line of a text begins as plugins' logs do: `2025-03-04T10:11:12+00:00 DEBUG`, `07-17-2019 @ 10:49:27 -`,
/// `[04-Mar-2025 10:11:12 UTC]`.
pub(super) fn is_log(text: &str) -> bool {
    // A table's cells are no log.
    let lines = text
        .lines()
        .filter(|line| line.matches([';', '\t']).count() < 2);
    lines.map(str::trim_start).any(|line| {
        let line = line.trim_start_matches('[');
        let digits: String = line
            .chars()
            .take(12)
            .map(|c| if c.is_ascii_digit() { '0' } else { c })
            .collect();
        digits.starts_with("0000-00-00T")
            || digits.starts_with("0000-00-00 0")
            || digits.starts_with("00-00-0000 @")
            || digits.get(..3) == Some("00-") && digits.get(6..11) == Some("-0000")
    })
}
