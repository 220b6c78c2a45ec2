//! Sentences that hold in one case of a cause; a report puts them after the cause's own.

use crate::gateway::Fault;
use crate::verdict::Note;

#[expect(clippy::too_many_lines, reason = "one entry for each note")]
pub(super) fn note(id: Note) -> &'static str {
    match id {
        // The dispatcher answered, and the gateway that is known here is not the shop's.
        Note::PluginsSeen => {
            "The shop shows {product}. Its provider's portal lists which address is on file and which answers came from \
            there."
        }
        Note::NamedCallback => {
            "What a call to {name} does is not known here, so it was not called."
        }
        // What prints into the answer, as its own notice says.
        Note::PrintedByPlugin => "The text names {file}, line {line}: the plugin {product}.",
        Note::PrintedByFile => "The text names {file}, line {line}.",
        // Pages over https load the shop's own files over http, while the stored address is https.
        Note::ProxyNotTold => {
            "The address that WordPress has stored is https. So it most likely does not see that visitors come over \
            https, because something in front of it, such as a CDN, does not tell it."
        }
        // The site: neither a readable nor an unreadable answer.
        Note::PageCannotTell => {
            "The browser does not tell a page why: the name may have no address, the certificate may be refused, something \
        on this computer may block the request, or a redirect may lead where a page cannot follow."
        }
        // Nothing else was seen.
        Note::RestClosed => {
            "WordPress keeps its REST API closed to guests. The classic checkout does not need it; the block checkout of \
        {gateway} is called back through it."
        }
        Note::SecurityPlugin => {
            "WordPress runs {product}, which can refuse calls before they arrive: look in its log for {place}."
        }
        // The site, from REST alone: in the place of the cause's own sentence.
        Note::HttpTyped => {
            "The address that was given begins with http, and this page could see nothing of the shop, neither there nor \
            over https. If WordPress has stored it so, the provider is told to call without https."
        }
        Note::PrettyRestHidden => {
            "WordPress does not answer at addresses such as /wp-json/, although its permalinks are set for them, and does \
            at one that needs no permalinks. Most likely the web server does not hand such addresses to WordPress, \
            and the callback address is one of them."
        }
        Note::SlashAtTheEnd => {
            "WordPress answers at addresses without a slash at the end, and of those with one this page could see \
            nothing. Most likely the web server redirects them. The callback address ends with a slash, and many \
            providers do not follow redirects."
        }
        Note::OtherNameAnswers => {
            "WordPress calls {shop} its home, and answers under the same name with www, or without it; of the home itself \
            this page could see nothing. Most likely one name is redirected to the other. The provider calls the \
            home address, and many providers do not follow redirects."
        }
        Note::LanguageAtTheHome => {
            "WordPress puts the language {prefix} into its home address, and of the addresses without it this page could \
            see nothing. Most likely a language plugin redirects them, and the callback too. Many providers do not \
            follow redirects."
        }
        // A public resolver was asked.
        Note::NoRecords => "The public resolver knows no address for this name.",
        Note::HalfPublic => {
            "Not all of the name's addresses are like that, so some calls arrive and others are lost."
        }
        // A block page says why.
        Note::BlockReason => "The page gives a reason of its own: {reason}.",
        // A product that is known by name; in the place of the cause's own sentence.
        Note::TurnedAway => {
            "{product} answered instead of your shop, with {status}, and turned the call away. The payment provider's call \
        most likely meets the same."
        }
        // What a redirect changes.
        Note::ChangesToHttps => "The redirect changes http to https and leaves the rest.",
        Note::ChangesToHttp => "The redirect leads from https back to http.",
        Note::ChangesWww => {
            "The redirect adds www to the shop's name, or takes it away, and leaves the path."
        }
        Note::ChangesSlash => "The redirect changes only the slash at the end of the address.",
        Note::ChangesCase => "The redirect changes only capital and small letters of the address.",
        Note::ChangesHost => "The redirect leads away from the shop, to {location}.",
        Note::ChangesAddress => "The redirect leads to another address of the shop: {location}.",
        Note::ChangesNothing => "The redirect leads back to the same address.",
        // What becomes of the POST.
        Note::PostBecomesGet => {
            "With status {status}, a caller that follows loses what it sent (POST becomes GET)."
        }
        Note::PostStays => {
            "With status {status}, a caller that follows sends the call again as it was."
        }
        // Where following it ended.
        Note::FollowArrives => "Followed from here, the call arrives.",
        Note::FollowArrivesGet => "Followed from here, the call arrives, but as a GET.",
        Note::FollowLoops => "Followed from here, it leads in a circle and never arrives.",
        Note::FollowLogin => "Followed from here, it ends at a login.",
        Note::FollowAgain => "Followed from here, it meets the next redirect and does not arrive.",
        Note::FollowNotFound => "Followed from here, it ends where nothing is found.",
        Note::FollowPage => {
            "Followed from here, it ends on a page that is not WooCommerce's answer."
        }
        Note::FollowRefused => "Followed from here, it ends with a refusal.",
        // The route of the block checkout.
        Note::RestLogin => {
            "The shop answers there only to people who are logged in, and the provider is not."
        }
        Note::RestNoRoute => {
            "WordPress knows no such address: {gateway} did not set it up, or something removed it."
        }
        Note::AtBlockRoute => {
            "This is the answer at the REST address of the block checkout, under /wp-json/, and not at /wc-api/."
        }
        // The callback itself is one of REST's.
        Note::RestCallback => {
            "The provider calls {gateway} through WordPress's REST API, which answers here only to people who are logged in."
        }
        // The address on file and the shop's own.
        Note::OnFileHost => "The address on file leads to another site.",
        Note::OnFileStaging => "The address on file leads to a copy of the shop for tests.",
        Note::OnFileNotPublic => {
            "The address on file leads to a computer that the internet cannot call."
        }
        Note::OnFileFolder => "The address on file leads to another folder than the shop's home.",
        Note::OnFileRetired => "The address on file is one that {gateway} no longer gives out.",
        Note::OnFileTypo => {
            "The name in the address on file is nearly one that a payment plugin listens to, and not quite."
        }
        Note::OnFileReturn => {
            "The address on file is where the shopper's browser comes back to, and not where the provider is to call."
        }
        Note::OnFileForm => {
            "{gateway} does not take calls at an address of this form: WooCommerce answers there, and the plugin looks away."
        }
        // The shop's pages announce it or are closed, and callbacks pass all the same.
        Note::PagesClosed => {
            "The shop's pages show that it is not open yet or under maintenance. That mode lets callbacks through, so \
            it is not the reason."
        }
        // What a gateway does after a call, or against it.
        Note::WorksLater => {
            "{gateway} only notes the call, and WordPress does the rest a little later. If orders wait although calls arrive, \
            look at WooCommerce → Status → Scheduled Actions."
        }
        Note::Fault(Fault::LosesErrors) => {
            "{gateway} answers each call with 200, even where it fails (measured with 1.14.2): {provider} then takes the call \
            for delivered and does not send it again."
        }
        Note::Fault(Fault::OwnList) => {
            "{gateway} can refuse callers by a list of its own (an option of the plugin). Behind a proxy or CDN that list may \
            refuse {provider} too."
        }
        Note::Fault(Fault::OldOwnList) => {
            "Below version 4.2.0, {gateway} refuses {provider}'s servers by a list of its own, and the page does not show the \
            version: see it under Plugins. {provider} stops calling 21 minutes after the payment."
        }
        // Why the address itself was not called.
        Note::NeverWrites => {
            "Whatever calls {gateway}'s callback address changes something in the shop or sends mail, so it was not called."
        }
        Note::NeverBreaks => {
            "An empty call to {gateway}'s callback address ends in an error of PHP, so it was not called."
        }
        Note::NeverCallsOut => {
            "A call to {gateway}'s callback address makes the shop call its provider, so it was not called."
        }
        Note::NeverUnknown => {
            "What an empty call to {gateway}'s callback address does is not known, so it was not called."
        }
        Note::NeverButListed => {
            "Whether {gateway} listens, WordPress's list of its REST addresses tells, and that could not be read."
        }
        Note::NoInbound => {
            "{gateway} waits for no call of {provider}, so its payments do not depend on this."
        }
    }
}
