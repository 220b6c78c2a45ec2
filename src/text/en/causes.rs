//! What is said about each cause: the verdict, the card's title, what is wrong and why the callback fails.

use super::super::CauseText;
use crate::report::CauseId;

/// Headlines have at most twelve words, nine where a product's name comes in.
#[expect(clippy::too_many_lines, reason = "one entry for each cause")]
pub(super) fn cause(id: CauseId) -> &'static CauseText {
    match id {
        // localhost, a name without a dot, .local or .test, a private or reserved address.
        CauseId::NotPublic => &CauseText {
            headline: "The internet cannot reach this shop's address.",
            headline_named: None,
            title: "The address is not public",
            title_named: None,
            summary: "The shop's address exists only on this computer or in this network. The \
                payment provider calls from the internet, so its callbacks have nowhere to go.",
        },
        // DNS, connection or time-out, for every request.
        CauseId::Unreachable => &CauseText {
            headline: "The shop gave no answer at all.",
            headline_named: None,
            title: "No answer from the shop",
            title_named: None,
            summary: "Not one request got an HTTP answer. Either the name has no address, nothing \
                listens there, or a firewall drops requests without a word. A callback would meet \
                the same silence.",
        },
        // https fails, http answers.
        CauseId::TlsBroken => &CauseText {
            headline: "The secure connection to this shop fails.",
            headline_named: None,
            title: "https does not work",
            title_named: None,
            summary: "The shop answers over http, but the secure connection could not be made. The \
                certificate may be expired, made for another name, or come without its chain. A \
                provider that cannot connect securely cannot deliver.",
        },
        // No dispatcher, no signs of WooCommerce on the page.
        CauseId::NotWoocommerce => &CauseText {
            headline: "No WooCommerce shop answers at this address.",
            headline_named: None,
            title: "No WooCommerce here",
            title_named: None,
            summary: "Neither the page nor any answer shows WooCommerce at this address. The shop \
                may live in a folder, under another name, or on another system than its \
                storefront.",
        },
        // WordPress answers, in no form WooCommerce.
        CauseId::WoocommerceInactive => &CauseText {
            headline: "WordPress answers here, but WooCommerce does not.",
            headline_named: None,
            title: "WooCommerce does not answer",
            title_named: None,
            summary: "WordPress answered, but WooCommerce took up none of the forms of the \
                callback address. That is how a site answers when WooCommerce is switched off or \
                could not start.",
        },
        // 400 "-1" for the gateway's own endpoint.
        CauseId::GatewayInactive => &CauseText {
            headline: "WooCommerce answers, but the payment plugin does not listen.",
            headline_named: None,
            title: "The payment plugin does not listen",
            title_named: None,
            summary: "The call came all the way to WooCommerce, which answered that nobody listens \
                under this name. {gateway} is switched off, or it uses another address in the \
                version that runs here.",
        },
        // The permalink setting "Plain".
        CauseId::PlainPermalinks => &CauseText {
            headline: "Plain permalinks keep the callback out.",
            headline_named: None,
            title: "Permalinks are set to Plain",
            title_named: None,
            summary: "With the permalink setting Plain, WordPress has no addresses such as \
                /wc-api/. {gateway} gives the provider exactly such an address, so the call ends \
                on a wrong page.",
        },
        // The permalink structure begins with /index.php/.
        CauseId::PathinfoPermalinks => &CauseText {
            headline: "Permalinks with index.php keep the callback out.",
            headline_named: None,
            title: "Permalinks begin with index.php",
            title_named: None,
            summary: "The shop's addresses begin with /index.php/, and the callback is answered \
                only there. {gateway} gives the provider the address without it, and WordPress \
                does not warn of that.",
        },
        // The web server's own 404 on every pretty address.
        CauseId::RewriteNotServed => &CauseText {
            headline: "The web server does not pass the callback to WordPress.",
            headline_named: None,
            title: "Pretty addresses do not reach WordPress",
            title_named: None,
            summary: "The web server answers \"not found\" itself, where it should hand the \
                request to WordPress. Its rewrite rules are missing or not allowed. In the \
                form that needs no rules, the call gets further.",
        },
        // WordPress's 404, while the query form works.
        CauseId::StaleRewriteRules => &CauseText {
            headline: "WordPress has no rule for the callback address.",
            headline_named: None,
            title: "WordPress's address rules are out of date",
            title_named: None,
            summary: "The call reaches WordPress, which answers \"not found\": WooCommerce's \
                address is missing from the rules that WordPress has stored. In the form that \
                needs no rules, the call gets further.",
        },
        // Bare path 404, prefixed path "-1".
        CauseId::LanguagePrefixRequired => &CauseText {
            headline: "The callback only works with a language in its address.",
            headline_named: Some("{blocker} accepts the callback only with a language."),
            title: "The address works only with a language in it",
            title_named: None,
            summary: "The callback is answered under /{prefix}/wc-api/. Under /wc-api/, which is \
                the address that {gateway} gives to the provider, WordPress shows another page or \
                none.",
        },
        // home_url is filtered.
        CauseId::LanguagePrefixAdded => &CauseText {
            headline: "A language code gets into the callback address.",
            headline_named: Some("{blocker} puts a language into the callback address."),
            title: "A language code is added to the address",
            title_named: None,
            summary: "The shop builds its own addresses with /{prefix}/ in them, so the provider \
                is given /{prefix}/wc-api/ to call. Whatever lets only /wc-api/ through, in \
                WordPress, a firewall or a cache, does not let that address through.",
        },
        // 301/302 to a language address.
        CauseId::LanguageRedirect => &CauseText {
            headline: "A language redirect sends the callback elsewhere.",
            headline_named: Some("{blocker} redirects the callback to a language address."),
            title: "The callback is redirected to a language",
            title_named: Some("{blocker} redirects the callback"),
            summary: "The callback address answers with a redirect to an address with a language \
                in it. Many providers do not follow redirects, and a call that nobody follows is \
                lost.",
        },
        // https page whose own links are http.
        CauseId::HttpHomeUrl => &CauseText {
            headline: "WordPress builds the callback address without https.",
            headline_named: None,
            title: "WordPress builds http addresses",
            title_named: None,
            summary: "WordPress takes its own address to be http. {gateway} builds the callback \
                address from it, so the provider calls over http and depends on a redirect that it \
                may not follow.",
        },
        // https pages with http resources.
        CauseId::MixedContent => &CauseText {
            headline: "Secure pages of this shop load insecure parts.",
            headline_named: None,
            title: "Secure pages load insecure parts",
            title_named: None,
            summary: "Pages open over https but load parts over http. By itself this does not stop \
                a callback; browsers may leave those parts out of the checkout, and it often shows \
                that WordPress builds http addresses elsewhere too.",
        },
        // Any redirect that no language plugin makes.
        CauseId::Redirected => &CauseText {
            headline: "A redirect keeps the callback from arriving.",
            headline_named: Some("{blocker} redirects the callback elsewhere."),
            title: "The callback is redirected",
            title_named: Some("{blocker} redirects the callback"),
            summary: "The callback address answers with a redirect. Many providers do not follow \
                redirects, and a call that nobody follows is lost.",
        },
        // A block page, a bare 403, 406 and the like.
        CauseId::Blocked => &CauseText {
            headline: "The callback is refused before WooCommerce sees it.",
            headline_named: Some("{blocker} refuses the callback."),
            title: "The request is refused",
            title_named: Some("{blocker} refuses the request"),
            summary: "A protection on the way answers in WooCommerce's place and refuses the call. \
                It would refuse the payment provider's call in the same way.",
        },
        // A bot challenge, also with 200 or 202.
        CauseId::Challenge => &CauseText {
            headline: "A check for humans stops the callback.",
            headline_named: Some("A check for humans stops the callback: {blocker}."),
            title: "A check for humans answers",
            title_named: Some("A check for humans: {blocker}"),
            summary: "The callback address answers with a page that tests whether a person is \
                there. The provider's server cannot pass such a test, and may take the page for a \
                delivery when its status is 200 or 202.",
        },
        // Browser profile passes, provider profile does not.
        CauseId::CallerBlocked => &CauseText {
            headline: "Browsers get through, the payment provider does not.",
            headline_named: Some("{blocker} lets browsers in and refuses the provider."),
            title: "The provider's name is refused",
            title_named: Some("{blocker} refuses the provider's name"),
            summary: "The same request passes when it looks like a browser and is refused when it \
                carries the provider's User-Agent. That is why opening the address in a browser \
                looks fine.",
        },
        // GET passes, POST does not: 405, 411, 415.
        CauseId::PostRefused => &CauseText {
            headline: "The shop refuses the way the callback is sent.",
            headline_named: Some("{blocker} refuses the way the callback is sent."),
            title: "POST requests are refused",
            title_named: Some("{blocker} refuses POST requests"),
            summary: "Providers call with POST, often with an empty body. The shop's server \
                refuses such requests at this address, although it would answer others.",
        },
        // 429, or a limiter's page.
        CauseId::RateLimited => &CauseText {
            headline: "The shop asks its callers to slow down.",
            headline_named: Some("A limit on requests stops the callback: {blocker}."),
            title: "Too many requests",
            title_named: Some("Too many requests: {blocker}"),
            summary: "A limiter answers in WooCommerce's place and asks to come back later. A \
                provider delivers many callbacks from few addresses, so such a limit is soon \
                reached.",
        },
        // Basic auth, or a password page.
        CauseId::LoginWall => &CauseText {
            headline: "A password stands between the provider and the shop.",
            headline_named: Some("A login keeps the callback out: {blocker}."),
            title: "A password is asked for",
            title_named: None,
            summary: "The callback address asks for a password before WordPress sees the request. \
                The provider has none to give.",
        },
        // 503 by WordPress's updater or a maintenance plugin.
        CauseId::Maintenance => &CauseText {
            headline: "Maintenance mode answers in the shop's place.",
            headline_named: Some("The shop is in maintenance mode: {blocker}."),
            title: "Maintenance mode is on",
            title_named: None,
            summary: "The shop answers every caller that it is under maintenance, the payment \
                provider too. Callbacks that come meanwhile do not reach WooCommerce.",
        },
        // /wp-json/ closed, and the gateway's callback goes there.
        CauseId::RestLocked => &CauseText {
            headline: "The shop's REST interface is closed to the provider.",
            headline_named: None,
            title: "REST is closed",
            title_named: None,
            summary: "With the block checkout, {gateway} is called through WordPress's REST \
                interface, under /wp-json/. What answers there does not let the provider in, and \
                the purchase ends.",
        },
        // 5xx from the site itself.
        CauseId::ServerError => &CauseText {
            headline: "The shop fails with an error of its own.",
            headline_named: Some("The shop fails with an error: {blocker}."),
            title: "The site itself fails",
            title_named: Some("The site itself fails: {blocker}"),
            summary: "The shop answers with an error of its own, and the call is not carried out. \
                Where the answer names no reason, the site's own logs do.",
        },
        // HIT, Age, the same old body.
        CauseId::CachedCallback => &CauseText {
            headline: "A cache answers in the shop's place.",
            headline_named: None,
            title: "A cache answers",
            title_named: None,
            summary: "The answer comes from a cache, not from WooCommerce. The callback then seems \
                to be delivered while the shop hears nothing of it.",
        },
        // Slower than limits::SLOW_MS.
        CauseId::SlowAnswer => &CauseText {
            headline: "The shop answers later than providers wait.",
            headline_named: None,
            title: "The answer is too slow",
            title_named: None,
            summary: "The callback is answered, but only after more than five seconds. A provider \
                may have given up by then, count the call as failed and send it again.",
        },
        // A version that can no longer work.
        CauseId::PluginOutdated => &CauseText {
            headline: "This version of the payment plugin can no longer work.",
            headline_named: None,
            title: "The payment plugin is too old",
            title_named: None,
            summary: "The page shows {gateway} {version}. That version calls an interface of the \
                provider that has been announced to end, so it fails even when callbacks arrive.",
        },
        // The address on file is localhost, an old name, http, a retired handler.
        CauseId::CallbackAddressWrong => &CauseText {
            headline: "The provider calls an address that is not this shop's.",
            headline_named: None,
            title: "Another address is on file",
            title_named: None,
            summary: "The address that the provider has on file is not the one that this shop \
                answers at. Calls to it are lost, however well the shop works.",
        },
        // The plugin's own 400, 401 or 403.
        CauseId::GatewayRefused => &CauseText {
            headline: "The call arrived, and the payment plugin refused it.",
            headline_named: None,
            title: "The payment plugin refused the call",
            title_named: None,
            summary: "The answer is one that WordPress itself sends, so the call came through. \
                Payment plugins refuse calls whose signature, mode or order does not fit their \
                own settings.",
        },
        // A plugin's log: the shop's own request to the provider failed.
        CauseId::OutboundFailed => &CauseText {
            headline: "The shop could not reach the payment provider.",
            headline_named: None,
            title: "The shop cannot call the provider",
            title_named: None,
            summary: "What failed is a request from the shop to the provider, not the call from \
                the provider to the shop. Plugins ask back before they complete an order.",
        },
        // Bytes around the dispatcher's -1.
        CauseId::OutputBeforeAnswer => &CauseText {
            headline: "Something on the shop prints into the callback's answer.",
            headline_named: None,
            title: "Something prints into the answer",
            title_named: None,
            summary: "WooCommerce answered, and other text stands around its answer. By itself \
                this does not stop a callback; it can break a checkout, and a provider that reads \
                the answer may take it for a failure.",
        },
        // Nothing wrong, but the callback was not readable.
        CauseId::Undetermined => &CauseText {
            headline: "The callback stayed out of sight, so the question is open.",
            headline_named: None,
            title: "The callback could not be looked at",
            title_named: None,
            summary: "What the callback address answers could not be read from here. What else was \
                read stands below, and does not tell whether callbacks arrive.",
        },
        // 200 "-1" to both profiles.
        CauseId::Healthy => &CauseText {
            headline: "Seen from here, the callback arrives.",
            headline_named: None,
            title: "Nothing wrong was found from here",
            title_named: None,
            summary: "The callback address answers as {gateway} answers when it is reached. If \
                orders still stay pending, the reason is in the provider's network, in its \
                settings, or in what the shop does after the call.",
        },
    }
}
