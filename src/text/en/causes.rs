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
            summary: "The shop's address exists only on this computer or in this network. The payment \
                provider calls from the internet, so it cannot reach the shop.",
        },
        // DNS, connection or time-out, for every request.
        CauseId::Unreachable => &CauseText {
            headline: "The shop gave no answer at all.",
            headline_named: None,
            title: "No answer from the shop",
            title_named: None,
            summary: "Not one call got an answer: the shop may be down, its name may lead nowhere, or a \
                firewall may ignore such callers. The payment provider would get no answer either.",
        },
        // https fails, http answers.
        CauseId::TlsBroken => &CauseText {
            headline: "The secure connection to this shop fails.",
            headline_named: None,
            title: "https does not work",
            title_named: None,
            summary: "The shop answers over http, but not over https. Its certificate may have expired, be \
                made for another name, or be installed only in part. Without a secure connection the \
                payment provider cannot deliver.",
        },
        // No dispatcher, no signs of WooCommerce on the page.
        CauseId::NotWoocommerce => &CauseText {
            headline: "No WooCommerce shop answers at this address.",
            headline_named: None,
            title: "No WooCommerce here",
            title_named: None,
            summary: "Nothing at this address shows WooCommerce. The shop may be in a folder, under \
                another name, or apart from the pages that visitors see.",
        },
        // WordPress answers, in no form WooCommerce.
        CauseId::WoocommerceInactive => &CauseText {
            headline: "WordPress answers here, but WooCommerce does not.",
            headline_named: None,
            title: "WooCommerce does not answer",
            title_named: None,
            summary: "WordPress answered, but WooCommerce did not, in whichever way it was called. That is how a site \
                answers where WooCommerce is switched off or could not start.",
        },
        // 400 "-1" for the gateway's own endpoint.
        CauseId::GatewayInactive => &CauseText {
            headline: "The payment plugin is switched off, or this shop uses another.",
            headline_named: None,
            title: "The payment plugin did not take the call",
            title_named: None,
            summary: "The call came all the way to {who}, and no payment plugin took it. {gateway} \
                is switched off, or the version that runs here uses another address.",
        },
        // The permalink setting "Plain".
        CauseId::PlainPermalinks => &CauseText {
            headline: "Plain permalinks keep the callback out.",
            headline_named: None,
            title: "Permalinks are set to Plain",
            title_named: None,
            summary: "With the permalink setting Plain, WordPress has no addresses such as {place}. {gateway} gives \
                the provider such an address, so its call ends on another page.",
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
            title: "Such addresses do not reach WordPress",
            title_named: None,
            summary: "The web server says \"not found\" by itself instead of handing the call to \
                WordPress: its rules for that are missing or not allowed. Where the address needs no \
                rules, the call gets further.",
        },
        // WordPress's 404, while the query form works.
        CauseId::StaleRewriteRules => &CauseText {
            headline: "WordPress does not know the callback address.",
            headline_named: None,
            title: "WordPress's list of addresses is out of date",
            title_named: None,
            summary: "The call reaches WordPress, which says \"not found\": the callback's address is \
                missing from its stored list. Where the address needs no such list, the call gets \
                further.",
        },
        // Bare path 404, prefixed path "-1".
        CauseId::LanguagePrefixRequired => &CauseText {
            headline: "The callback address only works with a language in it.",
            headline_named: Some("{blocker} hides the callback address without a language."),
            title: "The address works only with a language in it",
            title_named: None,
            summary: "The call is answered at /{prefix}/wc-api/ only. {gateway} gives the provider the \
                address without /{prefix}/, and there WordPress shows another page or none.",
        },
        // home_url is filtered.
        CauseId::LanguagePrefixAdded => &CauseText {
            headline: "A language code gets into the callback address.",
            headline_named: Some("{blocker} puts a language into the callback address."),
            title: "A language code is added to the address",
            title_named: None,
            summary: "The shop puts /{prefix}/ into its own addresses, so the provider is told to call \
                /{prefix}/wc-api/. A rule that lets only /wc-api/ through, in WordPress, a firewall \
                or a cache, does not let that address through.",
        },
        // 301/302 to a language address.
        CauseId::LanguageRedirect => &CauseText {
            headline: "A language redirect sends the callback elsewhere.",
            headline_named: Some("{blocker} redirects the callback to a language address."),
            title: "The callback is redirected to a language",
            title_named: Some("{blocker} redirects the callback"),
            summary: "The callback address sends callers on to an address with a language in it. Many \
                providers do not follow, and then the call is lost.",
        },
        // https page whose own links are http.
        CauseId::HttpHomeUrl => &CauseText {
            headline: "WordPress builds the callback address without https.",
            headline_named: None,
            title: "WordPress builds http addresses",
            title_named: None,
            summary: "WordPress takes its own address to be http, without encryption. {gateway} gives the \
                provider that address, so its call depends on a redirect that it may not follow.",
        },
        // https pages with http resources.
        CauseId::MixedContent => &CauseText {
            headline: "Secure pages of this shop load insecure parts.",
            headline_named: None,
            title: "Secure pages load insecure parts",
            title_named: None,
            summary: "Some parts of secure pages load without encryption. By itself this does not stop a \
                callback, but browsers may leave those parts out of the checkout, and it often shows \
                that WordPress builds http addresses elsewhere too.",
        },
        // Any redirect that no language plugin makes.
        CauseId::Redirected => &CauseText {
            headline: "A redirect keeps the callback from arriving.",
            headline_named: Some("{blocker} redirects the callback elsewhere."),
            title: "The callback is redirected",
            title_named: Some("{blocker} redirects the callback"),
            summary: "The callback address sends callers on to another address. Many providers do not \
                follow, and then the call is lost.",
        },
        // A block page, a bare 403, 406 and the like.
        CauseId::Blocked => &CauseText {
            headline: "The callback is refused before WooCommerce sees it.",
            headline_named: Some("{blocker} refuses the callback."),
            title: "The call is refused",
            title_named: Some("{blocker} refuses the call"),
            summary: "Something in front of WooCommerce answered instead of your shop and turned the call \
                away. The payment provider's call most likely meets the same.",
        },
        // A bot challenge, also with 200 or 202.
        CauseId::Challenge => &CauseText {
            headline: "A check for humans stops the callback.",
            headline_named: Some("A check for humans stops the callback: {blocker}."),
            title: "A check for humans answers",
            title_named: Some("A check for humans: {blocker}"),
            summary: "The callback address answers with a page that tests whether a person is there. The \
                provider's server cannot pass such a test.",
        },
        // Browser profile passes, provider profile does not.
        CauseId::CallerBlocked => &CauseText {
            headline: "Browsers get through, the payment provider does not.",
            headline_named: Some("{blocker} lets browsers in and refuses the provider."),
            title: "The provider's name is refused",
            title_named: Some("{blocker} refuses the provider's name"),
            summary: "The same call passes when it looks like a browser, and is refused when it looks like \
                the payment provider. That is why the address opens well in your browser.",
        },
        // GET passes, POST does not: 405, 411, 415.
        CauseId::PostRefused => &CauseText {
            headline: "Your server refuses POST requests.",
            headline_named: Some("{blocker} refuses POST requests."),
            title: "The way the callback is sent is refused",
            title_named: Some("{blocker} refuses the way the callback is sent"),
            summary: "Payment providers send their call as POST, often without content. The server turns \
                such calls away at this address, although it answers others.",
        },
        // 429, or a limiter's page.
        CauseId::RateLimited => &CauseText {
            headline: "Your shop turned the call away: too many requests.",
            headline_named: Some("A limit on requests stops the callback: {blocker}."),
            title: "A limit on requests is reached",
            title_named: Some("A limit on requests: {blocker}"),
            summary: "A limit on requests answered instead of WooCommerce and asks to come back later. A \
                provider sends many calls from few addresses, so such a limit is soon reached.",
        },
        // Basic auth, or a password page.
        CauseId::LoginWall => &CauseText {
            headline: "A password stands between the provider and the shop.",
            headline_named: Some("A login keeps the callback out: {blocker}."),
            title: "A password is asked for",
            title_named: None,
            summary: "Whoever calls the callback address is asked for a password first. The payment \
                provider has none to give.",
        },
        // 503 by WordPress's updater or a maintenance plugin.
        CauseId::Maintenance => &CauseText {
            headline: "Maintenance mode answers in the shop's place.",
            headline_named: Some("The shop is in maintenance mode: {blocker}."),
            title: "Maintenance mode is on",
            title_named: None,
            summary: "The shop tells every caller that it is under maintenance, the payment provider too. \
                Until that ends, no callback reaches WooCommerce.",
        },
        // /wp-json/ closed, and the gateway's callback goes there.
        CauseId::RestLocked => &CauseText {
            headline: "The block checkout's callback is closed to the provider.",
            headline_named: None,
            title: "The block checkout's address is closed",
            title_named: None,
            summary: "With the block checkout, {gateway} is also called at an address under /wp-json/, \
                WordPress's REST API. What answers there does not let the provider in, and the \
                purchase ends.",
        },
        // 5xx from the site itself.
        CauseId::ServerError => &CauseText {
            headline: "The shop fails with an error of its own.",
            headline_named: Some("The shop fails with an error: {blocker}."),
            title: "The site itself fails",
            title_named: Some("The site itself fails: {blocker}"),
            summary: "The shop answers with an error of its own, so the call is not carried out. Where the \
                answer gives no reason, the shop's log does.",
        },
        // HIT, Age, the same old body.
        CauseId::CachedCallback => &CauseText {
            headline: "A cache answers in the shop's place.",
            headline_named: None,
            title: "A cache answers",
            title_named: None,
            summary: "The answer comes from a cache: a copy that was kept to save time. WooCommerce itself \
                hears nothing of the call.",
        },
        // Slower than limits::SLOW_MS.
        CauseId::SlowAnswer => &CauseText {
            headline: "The shop answers later than providers wait.",
            headline_named: None,
            title: "The answer is too slow",
            title_named: None,
            summary: "The callback is answered, but only after more than five seconds. The provider may \
                have given up by then and count the call as failed.",
        },
        // A version that can no longer work.
        CauseId::PluginOutdated => &CauseText {
            headline: "This version of the payment plugin can no longer work.",
            headline_named: None,
            title: "The payment plugin is too old",
            title_named: None,
            summary: "The page shows {gateway} {version}. That version uses an address of the provider \
                that was announced to close, so it fails even where callbacks arrive.",
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
            summary: "The call came through, and the payment plugin itself turned it away. Plugins do so \
                where the signature, the test mode or the order does not fit their own settings.",
        },
        // A plugin's log: the shop's own request to the provider failed.
        CauseId::OutboundFailed => &CauseText {
            headline: "The shop could not reach the payment provider.",
            headline_named: None,
            title: "The shop cannot call the provider",
            title_named: None,
            summary: "The shop's own request to the provider failed, not the provider's call to the shop. \
                Plugins ask the provider back before they complete an order.",
        },
        // Bytes around the dispatcher's -1.
        CauseId::OutputBeforeAnswer => &CauseText {
            headline: "Something on the shop prints into the callback's answer.",
            headline_named: None,
            title: "Something prints into the answer",
            title_named: None,
            summary: "{who} answered, but other text stands around its answer, such as a PHP notice. \
                By itself this does not stop a callback; it can break a checkout, and a provider \
                that reads the answer may take it for a failure.",
        },
        // Nothing wrong, but the callback was not readable.
        CauseId::Undetermined => &CauseText {
            headline: "The callback itself could not be seen. One more step will tell.",
            headline_named: None,
            title: "The callback could not be looked at",
            title_named: None,
            summary: "What the callback address answers could not be read from here. What else was read \
                stands below, and does not tell whether callbacks arrive.",
        },
        // 200 "-1" to both profiles.
        CauseId::Healthy => &CauseText {
            headline: "The callback works when called from here.",
            headline_named: None,
            title: "Nothing wrong was found from here",
            title_named: None,
            summary: "The callback address answers as {gateway} answers when it is reached. If orders \
                still stay pending, the provider's own calls may be refused on their way, or \
                something fails in the shop after the call.",
        },
    }
}
