//! What holds of a cause by itself, a row each: where it stops the call, what it rests on, who mends it and by what
//! kind of remedy. Its words stand in [`crate::text`], the check that finds it in [`crate::check`].
//!
//! The rows stand in the order in which to mend. A call meets what stands outside before what lies within, so the outermost
//! cause comes first: mending the inner one would change nothing that the provider sees. From the outside in: the
//! address, the connection, what stands in front, the web server, `WordPress`, `WooCommerce`, the gateway; then what
//! endangers a call that arrives. Where it is a matter of taste:
//! - what closes the whole site comes before what closes one form of the address, since it closes the settings too;
//! - `WooCommerce` comes before permalinks and rules, since it registers them when it is switched on.

use crate::report::{CauseId, Effort, Station};

/// One cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cause {
    /// Which one.
    pub(crate) id: CauseId,
    /// What becomes of the call, and where.
    pub(crate) call: Call,
    /// What it was found by.
    pub(crate) rests_on: RestsOn,
    /// The work that mends it, where neither the product nor the case says more; `None` where there is nothing to mend.
    pub(crate) effort: Option<Effort>,
    /// Which steps and pastes it asks for.
    pub(crate) remedy: RemedyKind,
}

/// What becomes of the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    /// It comes no further than this station.
    StopsAt(Station),
    /// It comes no further than the web server, or than `WordPress` where that wrote the answer. Where the call arrives in
    /// spite of it, this is a warning.
    StopsAtSpeaker,
    /// It comes no further than the firewall, or than `WordPress` where a plugin within it wrote the answer.
    StopsAtRefuser,
    /// It passes this station, which needs a look.
    PassesWarned(Station),
    /// Nothing is known to stop it.
    Passes,
}

/// What a cause was found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RestsOn {
    /// What the callback was answered; of one answer alone it is no more than likely.
    Answer,
    /// Settings, addresses or the connection.
    Settings,
    /// Something beside the callback's way, which stops no call that arrives.
    Beside,
}

/// Kinds of remedies; [`crate::remedy`] makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RemedyKind {
    /// The product's own steps or the cause's, and a letter to the host.
    Usual,
    /// The address that the provider should have.
    AddressOnFile,
    /// Permalinks to choose, and rewrite rules should the server lack them.
    Permalinks,
    /// Rewrite rules for the server.
    Rewriting,
    /// Rules to write anew.
    RewriteFlush,
    /// The language plugin's setting, and a rule that routes without a prefix.
    PrefixRequired,
    /// The language plugin's setting, and a filter that takes the prefix off.
    PrefixAdded,
    /// The language plugin's setting.
    LanguageSetting,
    /// https in settings, configuration and database.
    HttpsHome,
    /// https in what pages load.
    HttpsPages,
    /// Who made the redirect decides.
    Redirect,
    /// A way through for the callback.
    Refusal,
    /// A way past a wall that is meant for people.
    Wall,
    /// A cache that leaves the callback alone.
    Cache,
    /// A newer version.
    Update,
    /// Commands to run elsewhere.
    Commands,
    /// What to look at where the call arrives.
    Healthy,
}

impl Cause {
    /// Its row; every cause has one.
    pub(crate) fn of(id: CauseId) -> Self {
        let row = CAUSES.iter().find(|cause| cause.id == id);
        row.copied().unwrap_or(UNDETERMINED)
    }

    /// Its place in the order in which to mend.
    pub(crate) fn place(id: CauseId) -> usize {
        let place = CAUSES.iter().position(|cause| cause.id == id);
        place.unwrap_or(CAUSES.len())
    }
}

/// Where nothing is known.
const UNDETERMINED: Cause = Cause {
    id: CauseId::Undetermined,
    call: Call::Passes,
    rests_on: RestsOn::Settings,
    effort: None,
    remedy: RemedyKind::Commands,
};

const fn row(
    id: CauseId,
    call: Call,
    rests_on: RestsOn,
    effort: Effort,
    remedy: RemedyKind,
) -> Cause {
    Cause {
        id,
        call,
        rests_on,
        effort: Some(effort),
        remedy,
    }
}

/// Every cause, in the order in which to mend.
#[rustfmt::skip]
pub(crate) const CAUSES: &[Cause] = &{
    use Call::{PassesWarned, StopsAt, StopsAtRefuser, StopsAtSpeaker};
    use CauseId as Id;
    use RemedyKind as Kind;
    use Effort::{Code, Host, Provider, Setting};
    use RestsOn::{Answer, Beside, Settings};
    use Station::{Dns, Firewall, Gateway, WebServer, WooCommerce, WordPress};
    [
        row(Id::NotPublic, StopsAt(Dns), Settings, Code, Kind::Usual),
        row(Id::CallbackAddressWrong, StopsAt(Station::Provider), Settings, Provider, Kind::AddressOnFile),
        row(Id::Unreachable, StopsAt(Dns), Settings, Host, Kind::Usual),
        row(Id::TlsBroken, StopsAt(WebServer), Settings, Host, Kind::Usual),
        row(Id::CallerBlocked, StopsAt(Firewall), Answer, Host, Kind::Refusal),
        row(Id::LoginWall, StopsAtSpeaker, Answer, Code, Kind::Wall),
        row(Id::Challenge, StopsAt(Firewall), Answer, Host, Kind::Refusal),
        row(Id::RateLimited, StopsAt(Firewall), Answer, Host, Kind::Refusal),
        row(Id::Maintenance, StopsAt(WordPress), Answer, Code, Kind::Wall),
        row(Id::Blocked, StopsAtRefuser, Answer, Host, Kind::Refusal),
        row(Id::ServerError, StopsAtSpeaker, Answer, Code, Kind::Usual),
        row(Id::CachedCallback, StopsAt(Firewall), Settings, Code, Kind::Cache),
        row(Id::Redirected, StopsAtSpeaker, Answer, Code, Kind::Redirect),
        row(Id::NotWoocommerce, StopsAt(WooCommerce), Settings, Setting, Kind::Usual),
        row(Id::PostRefused, StopsAt(WebServer), Answer, Host, Kind::Refusal),
        row(Id::RewriteNotServed, StopsAtSpeaker, Answer, Host, Kind::Rewriting),
        row(Id::WoocommerceInactive, StopsAt(WooCommerce), Answer, Setting, Kind::Usual),
        row(Id::PlainPermalinks, StopsAtSpeaker, Settings, Setting, Kind::Permalinks),
        row(Id::PathinfoPermalinks, StopsAtSpeaker, Settings, Setting, Kind::Permalinks),
        row(Id::LanguageRedirect, StopsAt(WordPress), Answer, Setting, Kind::LanguageSetting),
        row(Id::StaleRewriteRules, StopsAt(WordPress), Answer, Setting, Kind::RewriteFlush),
        row(Id::LanguagePrefixRequired, StopsAt(WordPress), Answer, Setting, Kind::PrefixRequired),
        row(Id::GatewayInactive, StopsAt(Gateway), Answer, Setting, Kind::Usual),
        row(Id::LanguagePrefixAdded, StopsAt(WordPress), Settings, Setting, Kind::PrefixAdded),
        row(Id::SlowAnswer, PassesWarned(Gateway), Settings, Code, Kind::Usual),
        row(Id::HttpHomeUrl, PassesWarned(WordPress), Settings, Setting, Kind::HttpsHome),
        row(Id::RestLocked, PassesWarned(WordPress), Settings, Setting, Kind::Wall),
        row(Id::PluginOutdated, PassesWarned(Gateway), Settings, Setting, Kind::Update),
        row(Id::GatewayRefused, StopsAt(Gateway), Settings, Setting, Kind::Usual),
        row(Id::OutboundFailed, PassesWarned(Gateway), Settings, Host, Kind::Usual),
        row(Id::OutputBeforeAnswer, PassesWarned(Gateway), Beside, Code, Kind::Usual),
        row(Id::MixedContent, PassesWarned(WordPress), Beside, Code, Kind::HttpsPages),
        UNDETERMINED,
        Cause { id: Id::Healthy, remedy: RemedyKind::Healthy, ..UNDETERMINED },
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_has_one_row() {
        for id in CauseId::ALL {
            let rows = CAUSES.iter().filter(|cause| cause.id == *id).count();
            assert_eq!(rows, 1, "{}", id.as_str());
        }
    }

    #[test]
    fn whatever_stops_or_endangers_a_call_can_be_mended() {
        for cause in CAUSES {
            let harmless = cause.call == Call::Passes;
            assert_eq!(cause.effort.is_none(), harmless, "{}", cause.id.as_str());
        }
    }
}
