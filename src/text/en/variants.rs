//! What is said of a cause in one case, where its own words would say too much or too little.

use super::super::CauseText;
use crate::probe::TlsFault;
use crate::verdict::Variant;

#[expect(clippy::too_many_lines, reason = "one entry for each case")]
pub(super) fn variant(id: Variant) -> &'static CauseText {
    match id {
        // Undetermined: nobody listens under the assumed name, and nothing shows that the shop has that gateway.
        Variant::NobodyUnderName => &CauseText {
            headline: "WooCommerce can be reached; {gateway} was not seen.",
            headline_named: None,
            title: "The way to WooCommerce is open",
            title_named: None,
            summary: "WooCommerce itself answered, so nothing on the way refuses such calls from here. No \
                plugin took the call for {gateway}, which matters only if the shop sells with it: \
                nothing that was read shows that, nor which payment plugin the provider calls.",
        },
        // Slow answer: how long the provider waits is known.
        Variant::SlowerThanProvider => &CauseText {
            headline: "The shop answers later than the provider waits.",
            headline_named: None,
            title: "The answer is too slow",
            title_named: None,
            summary: "The callback is answered, but only after {seconds} seconds. {provider} waits about {time}, \
                so it may have given up by then and count the call as failed.",
        },
        // Undetermined: a name that nobody has got the same answer, and nothing was printed.
        Variant::EveryNameAnswers => &CauseText {
            headline: "Every call gets the same answer, so it proves nothing.",
            headline_named: None,
            title: "The answer does not tell",
            title_named: None,
            summary: "A made-up callback got the same answer as {gateway}. Something may answer instead of \
                WooCommerce, such as a cache or a fixed page, or other text spoils WooCommerce's answer.",
        },
        // Undetermined: the site, from an address alone.
        Variant::UnseenFromSite => &CauseText {
            headline: "This page cannot see the callback itself. One more step will tell.",
            headline_named: None,
            title: "The callback could not be looked at",
            title_named: None,
            summary: "What the callback is answered, a browser shows to the shop's own page only, or to an extension.",
        },
        // Undetermined: the provider's call arrived, a browser's did not, and it could not be asked again.
        Variant::CallersDiffer => &CauseText {
            headline: "The provider's call arrived once, and a browser's was refused.",
            headline_named: None,
            title: "Two callers, two answers",
            title_named: None,
            summary: "The call that looked like the provider's got WooCommerce's answer; the same call as \
                a browser did not. It was not sent again, so whether that is a rule or the shop's \
                answers change is not known.",
        },
        // Undetermined: the dispatcher answered, and nothing shows the gateway that is known here.
        Variant::PathOpen => &CauseText {
            headline: "{who} can be reached; the payment plugin was not asked.",
            headline_named: None,
            title: "The way to {who} is open",
            title_named: None,
            summary: "{who} itself answered at its callback address, so nothing on the way refuses \
                such calls from here. Which payment plugin the provider calls was not seen, so that \
                plugin was not asked.",
        },
        // Undetermined: the gateway is there, and its endpoint is never asked.
        Variant::NotAsked => &CauseText {
            headline: "The way is open; {gateway} itself was not asked.",
            headline_named: None,
            title: "The way to {who} is open",
            title_named: None,
            summary: "A call under a made-up name was answered by {who} itself, so nothing on the way refuses such calls from \
                here. Whether the plugin takes the provider's call, this does not show.",
        },
        // Healthy: the gateway's namespace is listed, and its endpoint is not asked.
        Variant::HealthyListed => &CauseText {
            headline: "The way to {gateway} is open when called from here.",
            headline_named: None,
            title: "Nothing wrong was found from here",
            title_named: None,
            summary: "WordPress lists {gateway} among those that take calls, and a call to a made-up address beside it came \
                through. {gateway}'s own address was not called. If orders still stay pending, the provider's own calls may be \
                refused on their way, or something fails in the shop after the call.",
        },
        // Undetermined: the gateway's provider does not call the shop.
        Variant::NeverCalled => &CauseText {
            headline: "{gateway} needs no callback: its provider does not call.",
            headline_named: None,
            title: "There is no callback to check",
            title_named: None,
            summary: "As far as its source was read, {gateway} gives its provider no callback address. So there is no call \
                that could be lost, and no address of its own was called.",
        },
        // Undetermined: where the gateway's provider calls is not known.
        Variant::CallsNotKnown => &CauseText {
            headline: "Where {gateway}'s provider calls is not known here.",
            headline_named: None,
            title: "The callback address is not known",
            title_named: None,
            summary: "Whether and where {gateway} is called back could not be found out. {who} was reached under a made-up \
                name where it answers; more was not asked.",
        },
        // REST locked: the callback itself is one of REST's.
        Variant::RestCallbackClosed => &CauseText {
            headline: "WordPress's REST API is closed to the payment provider.",
            headline_named: None,
            title: "The REST API is closed",
            title_named: None,
            summary: "What answers at {gateway}'s callback address, below {place}, does not let the provider in. So its call \
                is lost.",
        },
        // Gateway inactive: the checkout that was read offers no online payment.
        Variant::NobodyOffered => &CauseText {
            headline: "The checkout offers no online payment, and {gateway} seems switched off.",
            headline_named: None,
            title: "No payment plugin is at work",
            title_named: None,
            summary: "The checkout page lists no payment that a provider would call back for, and no \
                plugin took the call for {gateway}. If the shop sells with {gateway}, it is switched \
                off.",
        },
        // Gateway inactive: WordPress's index of REST does not list what the plugin registers.
        Variant::NotRegistered => &CauseText {
            headline: "{gateway} is not active in this shop.",
            headline_named: None,
            title: "The payment plugin is not active",
            title_named: None,
            summary: "WordPress lists what its plugins take calls for, and {gateway} is not among it. So the \
                provider's calls reach WordPress and nobody takes them.",
        },
        // Unreachable: the site, whose requests the browser ended without a word of why.
        Variant::PageGotNothing => &CauseText {
            headline: "This page got no answer from the shop.",
            headline_named: None,
            title: "No answer that a page may see",
            title_named: None,
            summary: "The browser gave this page no answer from the shop at all. Where the shop opens in a tab \
                of its own, look there with the bookmark or the extension: they see more.",
        },
        // Undetermined: the callback's own answer is no arrival, and what would tell why was not asked.
        Variant::NotArrived => &CauseText {
            headline: "The call did not arrive; what keeps it away was not seen.",
            headline_named: None,
            title: "The call did not arrive",
            title_named: None,
            summary: "The answer at the callback address is not WooCommerce's. What would tell the reason \
                could not be asked.",
        },
        // Blocked by something that judges by the caller's address or country.
        Variant::RefusedByAddress => &CauseText {
            headline: "This computer is refused; the provider may be too.",
            headline_named: Some("{blocker} refuses this computer."),
            title: "This computer is refused",
            title_named: Some("{blocker} refuses this computer"),
            summary: "What answered judges by the caller's address or country, and it turned away the \
                computer that this check runs on. Whether it turns away the payment provider's \
                servers too cannot be seen from here; its log tells.",
        },
        // Blocked: a success that WooCommerce did not write.
        Variant::AnswersInstead => &CauseText {
            headline: "Something else answers instead of WooCommerce.",
            headline_named: Some("{blocker} answers instead of WooCommerce."),
            title: "Another answer than WooCommerce's",
            title_named: Some("{blocker} answers instead of WooCommerce"),
            summary: "The call got status {status}, and WooCommerce did not write that answer.",
        },
        // Blocked: the web server's own "not found" for wc-api alone.
        Variant::HiddenByRule => &CauseText {
            headline: "A rule hides the callback address on this shop.",
            headline_named: None,
            title: "A rule answers for this address alone",
            title_named: None,
            summary: "Other addresses reach WordPress, but at the callback address something in front of \
                it answers with status {status}. Most likely a rule of the web server, a CDN or a \
                firewall is meant for this address.",
        },
        // Blocked: no answer for this request, while the shop answers others.
        Variant::Dropped => &CauseText {
            headline: "The callback gets no answer, though the shop answers others.",
            headline_named: None,
            title: "The call is ignored",
            title_named: None,
            summary: "The shop answered other calls, and the callback got no answer. Most likely something \
                on the way ignores it.",
        },
        // Blocked and others: the same request was answered in two ways.
        Variant::AnswersChange => &CauseText {
            headline: "The shop's answers change: the same call passes and fails.",
            headline_named: None,
            title: "The same call gets different answers",
            title_named: None,
            summary: "The same request was sent again and was answered differently. Several servers may stand behind this \
                address, of which one is set up otherwise, or a limit comes and goes. Some callbacks arrive, others are lost.",
        },
        // Undetermined: printed output fixes the status.
        Variant::StatusPrintedOver => &CauseText {
            headline: "WooCommerce answers, but other text spoils its status.",
            headline_named: None,
            title: "Whether the plugin listens cannot be told",
            title_named: None,
            summary: "The call reaches WooCommerce. Something prints text before WooCommerce can set the status of \
                its answer, so a made-up callback gets the same answer as {gateway}.",
        },
        // Undetermined: the connection ended within the answer.
        Variant::BrokenOff => &CauseText {
            headline: "The callback's answer breaks off before it can be read.",
            headline_named: None,
            title: "The answer breaks off",
            title_named: None,
            summary: "The shop began to answer with status {status}, and the rest could not be read: it \
                was cut off or packed wrongly. A provider may be able to read it or not.",
        },
        Variant::Tls(fault) => tls(fault),
    }
}

#[expect(clippy::too_many_lines, reason = "one entry for each fault")]
const fn tls(fault: TlsFault) -> &'static CauseText {
    match fault {
        // https does not work: the certificate has expired.
        TlsFault::Expired => &CauseText {
            headline: "The certificate of this shop has expired.",
            headline_named: None,
            title: "The certificate has expired",
            title_named: None,
            summary: "The secure connection fails, because the server's certificate has expired. A browser warns its \
                visitor; a provider's server gives up, and no callback arrives.",
        },
        // https does not work: the certificate is from the future.
        TlsFault::NotYetValid => &CauseText {
            headline: "The certificate of this shop is not valid yet.",
            headline_named: None,
            title: "The certificate is not valid yet",
            title_named: None,
            summary: "The secure connection fails, because the server's certificate is valid only from a later time on. A \
                browser warns its visitor; a provider's server gives up, and no callback arrives.",
        },
        // https does not work: expired, or from the future: the client does not say which.
        TlsFault::OutOfDate => &CauseText {
            headline: "The certificate of this shop is not valid today.",
            headline_named: None,
            title: "The certificate is out of date",
            title_named: None,
            summary: "The secure connection fails, because the server's certificate has expired or is not valid yet; the \
                client does not say which. A browser warns its visitor; a provider's server gives up, and no \
                callback arrives.",
        },
        // https does not work: the certificate is for another name.
        TlsFault::WrongName => &CauseText {
            headline: "The server has no certificate for this name.",
            headline_named: None,
            title: "No certificate for this name",
            title_named: None,
            summary: "The secure connection fails, because no certificate that the server has covers the shop's name. A \
                browser warns its visitor; a provider's server gives up, and no callback arrives.",
        },
        // https does not work: the server made its certificate itself.
        TlsFault::SelfSigned => &CauseText {
            headline: "The certificate of this shop is one that its server made itself.",
            headline_named: None,
            title: "A certificate that nobody vouches for",
            title_named: None,
            summary: "The secure connection fails, because nobody but the server itself stands behind its certificate. A \
                browser warns its visitor; a provider's server gives up, and no callback arrives.",
        },
        // https does not work: the intermediate certificates are not sent.
        TlsFault::IncompleteChain => &CauseText {
            headline: "The server does not send its whole chain of certificates.",
            headline_named: None,
            title: "The certificate chain is incomplete",
            title_named: None,
            summary: "The server sends its own certificate without those that lead to a known authority. Many browsers \
                find what is missing by themselves, so the shop may open well in them; a provider's server usually \
                does not, and gives up.",
        },
        // https does not work: no known authority.
        TlsFault::UnknownIssuer => &CauseText {
            headline: "Nobody known vouches for the certificate of this shop.",
            headline_named: None,
            title: "The certificate is not trusted",
            title_named: None,
            summary: "The secure connection fails, because no known authority stands behind the certificate as it was \
                sent: the certificates in between may be missing, or its maker is no public authority. A provider's \
                server gives up, and no callback arrives.",
        },
        // https does not work: the authority withdrew it.
        TlsFault::Revoked => &CauseText {
            headline: "The certificate of this shop was withdrawn.",
            headline_named: None,
            title: "The certificate was withdrawn",
            title_named: None,
            summary: "The secure connection fails, because the authority has withdrawn the server's certificate. A browser \
                warns its visitor; a provider's server gives up, and no callback arrives.",
        },
        // https does not work: only old versions of TLS.
        TlsFault::OldProtocol => &CauseText {
            headline: "The server speaks only old versions of TLS.",
            headline_named: None,
            title: "The server's encryption is too old",
            title_named: None,
            summary: "The secure connection fails, because the server knows no version of TLS that is used today. \
                Providers do not use the old ones, so no callback arrives.",
        },
        // https does not work: no common version or cipher, or no certificate to show.
        TlsFault::NothingInCommon => &CauseText {
            headline: "Server and caller do not agree on a secure connection.",
            headline_named: None,
            title: "No agreement on encryption",
            title_named: None,
            summary: "The server broke the secure connection off while both were still agreeing on it: they have no \
                version of TLS or cipher in common, or the server knows nothing of the shop's name. A provider may \
                meet the same.",
        },
        // https does not work: mutual TLS.
        TlsFault::ClientCertificate => &CauseText {
            headline: "The server asks callers for a certificate of their own.",
            headline_named: None,
            title: "The server wants a certificate of the caller",
            title_named: None,
            summary: "The secure connection fails, because the server lets in only callers that show a certificate of \
                their own. A provider's server has none for this shop.",
        },
        // https does not work: plain http on 443.
        TlsFault::NotTls => &CauseText {
            headline: "What answers on the port of https does not speak https.",
            headline_named: None,
            title: "https is not switched on",
            title_named: None,
            summary: "Something answers on the port of https, and it is no secure connection; most often it is plain http. \
                No provider can connect there.",
        },
        // https does not work: 443 is closed, 80 answers.
        TlsFault::PortClosed => &CauseText {
            headline: "The shop answers over http, and nothing listens for https.",
            headline_named: None,
            title: "The port of https is closed",
            title_named: None,
            summary: "The shop answers over http, while connections to the port of https are refused. A provider that \
                calls the https address reaches nobody.",
        },
    }
}
