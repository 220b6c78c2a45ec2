//! What could not be seen, and the one action that settles it. Shown under "Not seen from here".

use super::super::UnsureText;
use crate::verdict::Reason;

#[expect(clippy::too_many_lines, reason = "one entry for each reason")]
pub(super) fn unsure(id: Reason) -> &'static UnsureText {
    match id {
        // One call as the provider took its time, another did not.
        Reason::SlowOnce => &UnsureText {
            reason: "One of the calls took longer than a provider may wait, and another was quick.",
            how: "Check again some minutes apart: a first call after a pause is often slower than the rest.",
        },
        // The status came, and the body broke off or could not be unpacked.
        Reason::AnswerBrokeOff => &UnsureText {
            reason: "The answer began and could not be read to its end, so what it says is not known.",
            how: "Check again. If it stays, run the command in a terminal: it shows how far the answer comes.",
        },
        // The plugin's own answer, without what would tell it from another's.
        Reason::AnswerFits => &UnsureText {
            reason: "The answer is one that the payment plugin gives, and others give it too.",
            how: "Check again. If it stays, run the command in a terminal and paste its answer here.",
        },
        Reason::AddressNotKnown => &UnsureText {
            reason: "No payment plugin with this callback address is known here.",
            how: "Compare the address with the one that the plugin's own settings page shows.",
        },
        // The dispatcher answered, and nothing shows whose callback to ask for.
        Reason::GatewayUnseen => &UnsureText {
            reason: "Nothing that was read shows which payment plugin the provider calls.",
            how: "Put a product into the cart, open the checkout page, and start the check there.",
        },
        // The hand cannot set the User-Agent.
        Reason::CallerProfile => &UnsureText {
            reason: "From here a call cannot look like the provider's, so a rule against the provider would not show.",
            how: "Use the browser extension, or run the command in a terminal and paste its answer \
            here.",
        },
        // Always, as long as nothing was seen to fail.
        Reason::ProviderNetwork => &UnsureText {
            reason: "The calls came from this computer. A firewall may treat the provider's servers differently.",
            how: "Look in the provider's portal, or ask its support, which answer the last callback \
            got.",
        },
        // The site's hand: no CORS header on wc-api.
        Reason::CallbackUnreadable => &UnsureText {
            reason: "A web page may not read what the callback address of another site answers.",
            how: "Use the browser extension, or run the command in a terminal and paste its answer \
            here.",
        },
        // The hand saw that there is a redirect, not where it leads.
        Reason::RedirectHidden => &UnsureText {
            reason: "The shop answers with a redirect, and the browser does not show where it \
                leads.",
            how: "Run the command in a terminal: the line that begins with Location names the \
                target.",
        },
        // The REST index could not be read.
        Reason::RestUnreadable => &UnsureText {
            reason: "What WordPress says of itself could not be read.",
            how: "Open the shop's address with /wp-json/ at its end, and paste what it shows here.",
        },
        // The REST index says that guests may not read it.
        Reason::RestClosed => &UnsureText {
            reason: "WordPress says nothing of itself to guests: its REST API is closed.",
            how: "Start the check on the shop's own page, or paste the page's source here.",
        },
        // A page cannot look names up.
        Reason::NameNotLookedUp => &UnsureText {
            reason: "The shop's name is one that the internet can know. Which addresses it has was not asked.",
            how: "After a check of the shop's address, the site can ask a public resolver, if you say so.",
        },
        // No page was given, or it could not be read.
        Reason::PageNotRead => &UnsureText {
            reason: "No page of the shop was read, so its permalinks, languages and plugins are not \
            known.",
            how: "Start the check on the shop's own page, or paste the page's source here.",
        },
        // The page is https, so what becomes of a call to the shop's http address stays unseen.
        Reason::HttpFromHttps => &UnsureText {
            reason: "A secure page may not send requests to an http address.",
            how: "Use the browser extension, or run the command in a terminal and paste its answer \
            here.",
        },
        // 429, Retry-After or a bot challenge.
        Reason::StoppedEarly => &UnsureText {
            reason: "The shop asked callers to wait, so no further requests were sent.",
            how: "Wait for the time that the shop names, or for ten minutes, and check again.",
        },
        // The person stopped the check.
        Reason::Cancelled => &UnsureText {
            reason: "The check was stopped before it had asked everything.",
            how: "Check again and let it finish.",
        },
        // The whole diagnosis took too long.
        Reason::OutOfTime => &UnsureText {
            reason: "The check reached its limit of 20 seconds before it had asked everything.",
            how: "Check again. If it happens twice, the shop is slow for the provider too: ask your \
            host.",
        },
        // The browser refused to send.
        Reason::NotPermitted => &UnsureText {
            reason: "The browser did not send the request, because it has no permission for this \
                shop.",
            how: "Check again, and allow access to this shop when the browser asks.",
        },
        // The in-page audit: the page's Content-Security-Policy, or the agent itself, refused to send.
        Reason::PageForbids => &UnsureText {
            reason: "The shop's page did not let the request be sent: its own rules \
                (Content-Security-Policy) forbid it.",
            how: "Use the browser extension, or run the command in a terminal and paste its answer \
            here.",
        },
        // Beside every result of the provider's User-Agent.
        Reason::ProviderUserAgentUnconfirmed => &UnsureText {
            reason: "The calls gave the name APIs-Klarna, which is documented for Klarna's callbacks (docs.krokedil.com, \
                read 2026-11-22). Whether Kustom gives the same is not known.",
            how: "Ask Kustom's support which User-Agent its calls carry, or ask your host to look in the access log.",
        },
        // The same where others name it.
        Reason::ProviderUserAgentReported => &UnsureText {
            reason: "The calls gave the name {agent}, which is reported for {provider} ({source}, read {read}). Whether it \
                still holds is not known.",
            how: "Ask {provider}'s support which User-Agent its calls carry, or ask your host to look in the access log.",
        },
        // The same where nobody names it.
        Reason::ProviderUserAgentUnknown => &UnsureText {
            reason: "By which User-Agent {provider} calls is not known here, so a rule against just that would not show.",
            how: "Ask {provider}'s support which User-Agent its calls carry, or ask your host to look in the access log.",
        },
        // The gateway's endpoint is never asked.
        Reason::EndpointNotAsked => &UnsureText {
            reason: "{gateway}'s own callback address was not called: what a call does there is not harmless, or not known.",
            how: "Look in the provider's portal, or ask its support, which answer the last callback got.",
        },
        // A made-up name got the same answer as the gateway's.
        Reason::ControlAnswered => &UnsureText {
            reason: "The shop gives a made-up callback the same answer, so its answer to the real one proves nothing.",
            how: "Ask your host whether a cache or a proxy answers for addresses under {place}, and exclude them.",
        },
        // The browser was connected to 127.0.0.1 or ::1 although the name is public.
        Reason::RemoteLoopback => &UnsureText {
            reason: "On this computer the shop's name leads to the computer itself: through a proxy, a filter or an \
            entry in its hosts file. The provider may meet another server.",
            how: "Check again on a computer or phone outside your network.",
        },
        // The browser was connected to an address of a private network although the name is public.
        Reason::RemotePrivate => &UnsureText {
            reason: "In this network the shop's name leads to a private address. Outside, the same name may lead \
            elsewhere.",
            how: "Check again from outside your network, for example on a phone without Wi-Fi, or ask your host \
            which public address the name has.",
        },
        // The public resolver that the person named did not tell.
        Reason::ResolverFailed => &UnsureText {
            reason: "The public resolver did not tell which addresses the shop's name has.",
            how: "Check again and ask another resolver, or ask your host which public address the name has.",
        },
        // The page that was read shows nothing of the gateway.
        Reason::PageNotCheckout => &UnsureText {
            reason: "The payment plugin and its version show only on the checkout page, with something in the cart.",
            how: "Put a product into the cart, open the checkout page, and start the check there.",
        },
        // Answers from a network export, a portal or a terminal stand beside a page or an address.
        Reason::BroughtAnswers => &UnsureText {
            reason: "Answers were brought along. Nothing shows from where they were asked for, nor whether as the \
                provider asks, so they count as a browser's.",
            how: "Run the commands below the report and paste what they print here, or look in the provider's portal which \
            answer the last callback got.",
        },
    }
}
