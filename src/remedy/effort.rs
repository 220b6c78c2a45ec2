//! Who can mend a cause, and how much work it is.

use super::Context;
use super::choice::is_plugin;
use super::redirect::{Target, target};
use crate::blocker::Kind;
use crate::cause::Cause;
use crate::report::{CauseId, Effort};
use crate::verdict::{Note, Variant};

/// The work that mends `cause`; `None` where there is nothing to mend, or nobody knows what.
pub(super) fn effort(cause: CauseId, context: &Context) -> Option<Effort> {
    let usual = Cause::of(cause).effort?;
    match context.case {
        Some(Variant::AnswersChange | Variant::Dropped) => return Some(Effort::Host),
        Some(Variant::HiddenByRule) => return Some(Effort::Code),
        None if context.note == Some(Note::ProxyNotTold) => return Some(Effort::Code),
        _ => {}
    }
    let by_product = context.blocker.and_then(|blocker| match blocker.kind {
        Kind::Plugin => Some(Effort::Setting),
        // What a network says of the server behind it.
        Kind::Cdn if cause == CauseId::ServerError => Some(Effort::Host),
        Kind::Cdn | Kind::BotManager => Some(Effort::Service),
        Kind::Host | Kind::Server | Kind::Appliance => Some(Effort::Host),
        Kind::NotFirewall | Kind::Words => None,
    });
    Some(by_product.unwrap_or_else(|| in_this_case(cause, context).unwrap_or(usual)))
}

/// Other work than the cause's usual one.
fn in_this_case(cause: CauseId, context: &Context) -> Option<Effort> {
    match cause {
        CauseId::Redirected if is_setting(context) => Some(Effort::Setting),
        CauseId::Maintenance if context.blocker.is_some() => Some(Effort::Setting),
        CauseId::ServerError if super::choice::is_front(context) => Some(Effort::Host),
        _ => None,
    }
}

/// Whether a redirect is undone in WordPress: a plugin's own, or one to the shop's other name or scheme.
fn is_setting(context: &Context) -> bool {
    let Some(redirect) = context.redirect else {
        return false;
    };
    let to = target(context.url, redirect.to.as_ref());
    redirect.by.as_deref().is_some_and(is_plugin)
        || redirect.by.is_none() && matches!(to, Target::Https | Target::Twin(_))
}

#[cfg(test)]
mod tests {
    use super::super::tests::bare;
    use super::super::{BlockerRemedy, effort};
    use super::*;
    use crate::report::Who;
    use crate::text::Language;

    #[test]
    fn everything_that_can_be_mended_says_by_whom() {
        for cause in CauseId::ALL {
            let told = effort(*cause, &bare(&[]), Language::En);
            let nothing = matches!(cause, CauseId::Undetermined | CauseId::Healthy);
            assert_eq!(told.is_none(), nothing, "{}", cause.as_str());
        }
    }

    #[test]
    fn the_product_decides_before_the_cause() {
        let cases = [
            ("wordfence-block-503", CauseId::Blocked, Who::You),
            ("aios-lockdown-503", CauseId::Maintenance, Who::You),
            ("wp-core-maintenance-503", CauseId::Maintenance, Who::You),
            ("csf", CauseId::Blocked, Who::Host),
        ];
        for (id, cause, who) in cases {
            let Some(entry) = crate::blocker::entry(id) else {
                continue;
            };
            let context = Context {
                blocker: Some(BlockerRemedy::of(entry)),
                ..bare(&[])
            };
            let told = effort(cause, &context, Language::En);
            assert_eq!(told.map(|(told, _)| told), Some(who), "{id}");
        }
    }
}
