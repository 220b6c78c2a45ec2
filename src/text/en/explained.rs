//! What an answer that somebody already has means. Only that answer was seen, and perhaps only its status: nothing is said
//! of other forms of the address, nor of what else the shop would answer.

use super::super::shape::ExplainedText;

const fn text(headline: &'static str, summary: &'static str) -> ExplainedText {
    ExplainedText {
        headline,
        headline_named: None,
        summary,
    }
}

const fn named(
    headline: &'static str,
    headline_named: &'static str,
    summary: &'static str,
) -> ExplainedText {
    ExplainedText {
        headline,
        headline_named: Some(headline_named),
        summary,
    }
}

/// By a cause's id, or by an id of [`super::super::EXPLAINED`] where the answer does not name a cause.
pub(super) const EXPLAINED: &[(&str, ExplainedText)] = &[
    (
        "healthy",
        text(
            "In this answer, the callback arrived.",
            "WooCommerce or the payment plugin itself gave this answer, so the call came through. If \
                orders still stay pending, the reason is in what the shop does after the call, or in \
                other calls that got another answer.",
        ),
    ),
    (
        "healthy-printed",
        text(
            "The callback arrived, and something prints into the answer.",
            "WooCommerce gave this answer, and other text stands around it. Text before it can also change its \
                status, so whether a plugin took the call is not proven.",
        ),
    ),
    (
        "gateway-inactive",
        text(
            "The payment plugin is switched off, or this shop uses another.",
            "The call came all the way to WooCommerce, and no plugin took it under the name in the address. The \
                payment plugin is switched off, or the version that runs uses another address.",
        ),
    ),
    (
        "gateway-refused",
        text(
            "The call arrived, and the payment plugin refused it.",
            "The payment plugin itself did not take the call: its signature, mode, order or sender \
                did not fit. Many plugins answer a test call without content in the same way, which \
                is then no fault.",
        ),
    ),
    (
        "plain-permalinks",
        text(
            "A page of the shop answers in the callback's place.",
            "WordPress answered with a page where a callback's short answer belongs. That happens \
                where permalinks are set to Plain, which has no addresses such as /wc-api/, or where \
                the address is not a callback's.",
        ),
    ),
    (
        "rewrite-not-served",
        text(
            "The web server answers \"not found\" in WordPress's place.",
            "This is the web server's own page, so the call did not reach WordPress. Most likely its rules for \
                that are missing, or permalinks are set to Plain; a rule against this address can do it too.",
        ),
    ),
    (
        "stale-rewrite-rules",
        text(
            "WordPress answers that there is nothing at this address.",
            "The call reached WordPress, which does not know the address. Most likely its stored list of \
                addresses is out of date, the address has a language too many or too few, or WooCommerce is switched \
                off.",
        ),
    ),
    (
        "pathinfo-permalinks",
        text(
            "The callback was answered only under index.php.",
            "The address without index.php was not found, and the one with it was answered. The permalinks begin \
                with index.php, or the web server does not hand other addresses to WordPress.",
        ),
    ),
    (
        "unreachable",
        text(
            "The call got no answer.",
            "The web server may be down, or a firewall may not let this caller in.",
        ),
    ),
    (
        "no-answer-in-time",
        text(
            "The call got no answer in time.",
            "The caller stopped waiting. The shop may be too slow, or a firewall may let such calls run into \
                nothing. Whether the call arrived is not known.",
        ),
    ),
    (
        "name-not-found",
        text(
            "The caller did not find the shop's name on the internet.",
            "The name may be misspelt in the callback address, or the settings of the domain (DNS) may have a gap \
                that not every caller meets.",
        ),
    ),
    (
        "tls-broken",
        text(
            "The secure connection to the shop failed.",
            "The caller and the shop's server did not agree on a secure connection. The certificate may have \
                expired, be made for another name or be installed only in part, or one of the two is too old.",
        ),
    ),
    (
        "not-public",
        text(
            "The provider was given an address that it cannot call.",
            "The address in this text exists only within one computer or network. A payment provider \
                calls from the internet, so its callbacks have nowhere to go.",
        ),
    ),
    (
        "callback-address-wrong",
        text(
            "The provider does not have an address that it can call.",
            "The provider says that the address on file is missing or not one that it takes. Calls \
                are lost until the right one is on file, however well the shop works.",
        ),
    ),
    (
        "blocked",
        named(
            "The call was refused on its way to WooCommerce.",
            "{blocker} refuses the callback.",
            "Something answered in WooCommerce's place and refused the call. It is most likely a \
                protection of the shop, of its host or of a network in front.",
        ),
    ),
    (
        "blocked-beside-success",
        text(
            "One call was refused where another was answered.",
            "The same address was answered for one caller and refused for another. They differ in their name, their \
                address or the way they call: most likely a filter takes the provider for a robot.",
        ),
    ),
    (
        "post-beside-get",
        text(
            "The same address answers GET and refuses POST.",
            "Providers call with POST, and that is what was refused, while GET was answered. Most \
                likely a filter or a rule of the web server is meant for POST.",
        ),
    ),
    (
        "refused-alone",
        text(
            "The call was refused; the status alone does not tell by whom.",
            "Firewalls and security plugins refuse with this status, and so may the payment plugin. The full \
                answer (\"response body\") usually names who it was.",
        ),
    ),
    (
        "login-wall",
        named(
            "The caller was asked for a password.",
            "A login keeps the callback out: {blocker}.",
            "This answer asks the caller to identify itself. The provider has no password to give.",
        ),
    ),
    (
        "post-refused",
        named(
            "The server refused the way the callback is sent.",
            "{blocker} refuses the way the callback is sent.",
            "Providers call with POST, often with an empty body. This answer refuses calls that are sent so.",
        ),
    ),
    (
        "caller-blocked",
        named(
            "The caller was refused because of its name.",
            "{blocker} refuses the provider's name.",
            "The answer refuses the caller by the name that it gives (its User-Agent). A browser at the same \
                address may see nothing of it.",
        ),
    ),
    (
        "rest-locked",
        text(
            "The shop's REST API is closed to the caller.",
            "WordPress's REST API answered that guests may not use it. Callbacks that go to addresses under \
                /wp-json/ end there.",
        ),
    ),
    (
        "rest-route-missing",
        text(
            "WordPress's REST API answers, but does not know this address.",
            "WordPress's REST API was reached, so nothing on the way refused the call. The payment plugin may be \
                switched off, its address may be an old one, or the address was opened in a browser, where only the \
                provider's kind of call is known.",
        ),
    ),
    (
        "server-error",
        named(
            "The shop failed with an error of its own.",
            "The shop fails with an error: {blocker}.",
            "The site or its server failed before it could answer. The shop's log names the reason.",
        ),
    ),
    (
        "outbound-failed",
        text(
            "The shop could not reach the payment provider.",
            "The shop's own request to the provider failed, not the provider's call to the shop. Plugins ask the \
                provider back before they complete an order.",
        ),
    ),
    (
        "answered",
        text(
            "The call was answered; the status alone does not prove delivery.",
            "A success can come from the payment plugin, from a page or from a cache. The first lines of the full \
                answer (\"response body\") usually show which.",
        ),
    ),
    (
        "not-found",
        text(
            "Nothing was found at the address. A check can tell why.",
            "WordPress, the web server, a firewall and the payment plugin itself answer so. A check of your \
                shop's address can show which, and so can the full answer (\"response body\").",
        ),
    ),
    (
        "failed",
        text(
            "The call failed. A check of the shop can tell why.",
            "Several things answer with this status. A check of your shop's address can show which, and so can \
                the full answer (\"response body\").",
        ),
    ),
    (
        "half",
        text(
            "WooCommerce answered; the status that came with it is missing.",
            "The answer -1 is WooCommerce's own. With status 200 a plugin took the call, with 400 none did.",
        ),
    ),
    (
        "no-answer",
        text(
            "No answer of the callback is in this text.",
            "It shows neither a status nor an error of the call to the shop. The provider's portal \
                or the web server's access log may have them.",
        ),
    ),
    (
        "told-failure",
        text(
            "The call failed; this text does not tell how.",
            "The provider says that it did not get the answer that it wants, and not which one came. \
                The status that it got would show more.",
        ),
    ),
    (
        "own-code",
        text(
            "The provider could not verify the address; the code is its own.",
            "The number in this sentence is the provider's, not a status of the shop. Its servers \
                tried the address and did not get the answer that they want: a firewall may refuse \
                them while browsers pass.",
        ),
    ),
    (
        "log-line",
        text(
            "This log line does not tell what became of the call.",
            "It is a notice of the web server or of PHP. Your host's access log has the status that the call got.",
        ),
    ),
    (
        "log-no-callback",
        text(
            "No line of this text is about a payment callback.",
            "A log is mostly other traffic: pages, visitors, robots, bans of strangers. Whatever else is in it proves \
                nothing about the callback.",
        ),
    ),
    (
        "log-caller",
        text(
            "The server's firewall shut a caller out.",
            "If the address in this line is one of the provider's, its calls end there before any page is asked. \
                Compare it with the addresses that the provider publishes.",
        ),
    ),
    (
        "report",
        text(
            "This report shows the shop's settings, and no call.",
            "Nothing in it keeps callbacks out by itself. What became of a call is in the provider's portal or in the \
                web server's access log.",
        ),
    ),
    (
        "report-private",
        text(
            "The shop's own address is one that no provider can call.",
            "The report shows an address that exists only within one computer or network. A payment provider \
                calls from the internet, so its callbacks have nowhere to go.",
        ),
    ),
    (
        "report-plain",
        text(
            "Permalinks are set to Plain, so the callback's address does not exist.",
            "The report shows no permalink structure. Addresses such as /wc-api/ exist only with another setting than \
                Plain.",
        ),
    ),
    (
        "report-pathinfo",
        text(
            "Permalinks begin with index.php, which the callback's address has not.",
            "The report shows a permalink structure that begins with /index.php/. The provider calls an address without \
                it, which such a shop does not find.",
        ),
    ),
    (
        "report-http",
        text(
            "The shop's own address begins with http.",
            "The report shows an address without https. Providers get their callback address from it, and call an \
                address that the shop sends on to https, or refuse it.",
        ),
    ),
    (
        "report-rest",
        text(
            "The report says that the shop's REST API is closed.",
            "Callbacks that go to addresses under /wp-json/ end there. Those under /wc-api/ do not need it.",
        ),
    ),
    (
        "report-outward",
        text(
            "The report says that the shop cannot call out.",
            "The shop's own test of requests to other servers failed. Plugins ask the provider back before they complete \
                an order.",
        ),
    ),
];
