//! What is said about each check: its title and one sentence for each verdict.

use super::super::CheckText;
use crate::verdict::CheckId;

pub(super) fn check(id: CheckId) -> &'static CheckText {
    match id {
        // The host name by itself: can the internet call it?
        CheckId::PublicAddress => &CheckText {
            title: "Public address",
            pass: "The address is one that the internet can call.",
            fail: "The address exists only on this computer or in this network.",
            unsure: "Whether the name leads to a public address for everybody was not looked up.",
            not_applicable: "There is no address to judge.",
        },
        // The address that the person brought.
        CheckId::CallbackAddress => &CheckText {
            title: "The address on file",
            pass: "The address that the provider has is the one that this shop gives out.",
            fail: "The provider has another address than the one that this shop gives out.",
            unsure: "Which address this payment plugin gives out is not known here.",
            not_applicable: "The address that the provider has on file was not given.",
        },
        // Blockers, redirects, walls, limits: everything before WordPress answers.
        CheckId::OpenPath => &CheckText {
            title: "Nothing in the way",
            pass: "Nothing on the way refused or redirected the call.",
            fail: "Something on the way kept the call from WooCommerce.",
            unsure: "Whether something on the way refuses the call could not be seen.",
            not_applicable: "No call came as far as that.",
        },
        // Scheme, WordPress's own address, mixed content.
        CheckId::HttpsEverywhere => &CheckText {
            title: "https everywhere",
            pass: "The shop, its own addresses and what its pages load use https.",
            fail: "Something in the shop still uses http.",
            unsure: "Whether everything uses https could not be seen.",
            not_applicable: "The shop's pages were not part of this check.",
        },
        // Permalink structure and the web server's rewriting.
        CheckId::PrettyPermalinks => &CheckText {
            title: "Pretty permalinks",
            pass: "The permalink setting is right, and such addresses reach WordPress.",
            fail: "Addresses such as {place} do not reach WordPress as the callback needs it.",
            unsure: "The permalink setting could not be seen.",
            not_applicable: "{gateway} is called at an address that works with every permalink setting.",
        },
        // Language plugins and the callback's address.
        CheckId::LanguagePrefix => &CheckText {
            title: "No language in the callback address",
            pass: "The callback is answered at its address without a language.",
            fail: "A language in the address changes where the callback goes.",
            unsure: "Whether a language changes the callback address could not be seen.",
            not_applicable: "No sign of a second language was seen.",
        },
        // The dispatcher.
        CheckId::WoocommerceAnswers => &CheckText {
            title: "{who} answers",
            pass: "{who} answered the call itself.",
            fail: "No answer came from {who}.",
            unsure: "Whether {who} answers could not be seen.",
            not_applicable: "The call stopped before it could reach {who}.",
        },
        // The gateway's handler.
        CheckId::GatewayListens => &CheckText {
            title: "The payment plugin answers",
            pass: "{gateway} takes the call at its callback address.",
            fail: "{who} answered that no plugin takes the call for {gateway}.",
            unsure: "Whether {gateway} takes the call could not be seen.",
            not_applicable: "The call stopped before it could reach {gateway}.",
        },
        // The version on the checkout page.
        CheckId::GatewayVersion => &CheckText {
            title: "Current payment plugin",
            pass: "{gateway} {version} is recent enough to work.",
            fail: "{gateway} {version} can no longer work with the provider.",
            unsure: "The version of {gateway} could not be seen.",
            not_applicable: "No version of {gateway} is known to have stopped working.",
        },
        // The time until the answer.
        CheckId::AnswerTime => &CheckText {
            title: "Answer in time",
            pass: "The answer came well within the time that a provider waits.",
            fail: "The answer took longer than a provider may wait.",
            unsure: "The time of the answer could not be measured.",
            not_applicable: "There was no answer to measure.",
        },
        // REST, for gateways that are called there.
        CheckId::RestOpen => &CheckText {
            title: "REST API is open",
            pass: "WordPress's REST API answers callers without a login.",
            fail: "WordPress's REST API is closed, and {gateway} needs it.",
            unsure: "Whether WordPress's REST API is open could not be seen.",
            not_applicable: "{gateway} does not need WordPress's REST API here.",
        },
        // What prints into the answer.
        CheckId::CleanAnswer => &CheckText {
            title: "A clean answer",
            pass: "{who}'s answer came alone.",
            fail: "Other text stands around WooCommerce's answer.",
            unsure: "Whether other text gets into the answer could not be seen.",
            not_applicable: "No answer came from WooCommerce.",
        },
    }
}
