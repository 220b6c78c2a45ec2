//! Does WooCommerce answer at all?
//!
//! # What it looks for
//! The dispatcher's `-1` in any form of the address; without it, signs of WordPress and of WooCommerce's REST namespaces.
//!
//! # Why callbacks fail
//! Without WooCommerce nobody dispatches `/wc-api/`.
//!
//! # Evidence needed
//! Answers in both forms, or the REST index.
//!
//! # References
//! Measured: with WooCommerce inactive `/?wc-api=NAME` answers with the home page.

use crate::gateway::Form;
use crate::probe::{Purpose, Speaker};
use crate::rest_index::{Problem, RestIndex};

use super::{
    Case, CauseId, Check, CheckId, Confidence, Evidence, Found, Judged, Meaning, Reading, Reason,
    Variant, open_path, unseen_reason,
};

pub(super) const CHECK: Check = Check {
    id: CheckId::WoocommerceAnswers,
    finds: &[
        CauseId::NotWoocommerce,
        CauseId::WoocommerceInactive,
        CauseId::Blocked,
    ],
    judge,
    always: true,
};

fn judge(case: &Case) -> Judged {
    let readings = || {
        case.asked
            .iter()
            .filter_map(|asked| asked.heard.as_ref())
            .map(|heard| &heard.reading)
    };
    let kept = case.cached_callback().is_some();
    let control = case
        .reading(Purpose::Control)
        .map(|reading| &reading.meaning);
    if control == Some(&Meaning::Arrived { registered: true }) {
        // A fixed answer would look like this too.
        return Judged::unsure(Reason::ControlAnswered);
    }
    // REST and `admin-post.php` are WordPress's own: there only the plugin itself shows WooCommerce.
    let by_dispatcher = case.via().handler().is_some();
    let shows = |reading: &&Reading| match reading.meaning {
        Meaning::Arrived { registered } => registered || by_dispatcher,
        _ => false,
    };
    if let Some(reading) = readings().find(shows)
        && !kept
    {
        return Judged::pass(reading.evidence.clone());
    }
    let without_namespaces = case.lacks_woocommerce();
    let path = case.reading(Purpose::Endpoint);
    let query = case.reading(Purpose::QueryForm);
    let unknown = |reading: Option<&Reading>| {
        reading.is_some_and(|r| matches!(r.meaning, Meaning::NotRouted | Meaning::Swallowed))
    };
    let redirected = |reading: Option<&Reading>| {
        reading.is_some_and(|r| matches!(r.meaning, Meaning::Redirect(_)))
    };
    // A redirect that keeps the callback's address is no sign that nobody answers there.
    let elsewhere = |reading: Option<&Reading>| {
        redirected(reading) && reading.is_some_and(|r| !case.is_routed(r))
    };
    let proof = || -> Vec<Evidence> {
        [path, query]
            .into_iter()
            .flatten()
            .flat_map(|r| r.evidence.clone())
            .collect()
    };
    // An address of arguments has no other form.
    let one_form = case.form() == Form::Query;
    let both_asked = unknown(path) && (one_form || unknown(query) || elsewhere(query));

    if without_namespaces {
        // Something stands before the callback, and the index alone tells.
        let alone = !both_asked && path.is_some();
        let confidence = if alone {
            Confidence::Likely
        } else {
            Confidence::Certain
        };
        return Judged::fail(Found::new(
            CauseId::WoocommerceInactive,
            confidence,
            proof(),
        ));
    }
    // WordPress itself may say to an address of arguments, or to REST, that it knows nothing of it.
    let by_wordpress = path.is_some_and(|path| path.speaker == Speaker::WordPress);
    let stands_instead = unknown(path) && (one_form || unknown(query)) && !by_wordpress;
    let is_swallowed = path.is_some_and(|path| path.meaning == Meaning::Swallowed);
    if !by_dispatcher {
        return match case.rest().filter(|rest| rest.has_woocommerce()) {
            Some(_) if !(stands_instead && one_form && is_swallowed) => Judged::pass(Vec::new()),
            None if !stands_instead => Judged::unsure(unseen_reason(case)),
            _ => neither(case, path, proof()),
        };
    }
    if one_form && by_wordpress {
        return Judged::unsure(unseen_reason(case));
    }
    // A front that refuses every POST, on a site that shows nothing of WordPress.
    let closed = |reading: Option<&Reading>| {
        reading.is_some_and(|r| r.meaning == Meaning::Stopped(CauseId::PostRefused))
    };
    if closed(path) && closed(query) && !is_wordpress(case) && rest_is_absent(case) {
        return Judged::fail(Found::new(
            CauseId::NotWoocommerce,
            Confidence::Likely,
            proof(),
        ));
    }
    if !both_asked {
        return Judged::unsure(unseen_reason(case));
    }
    neither(case, path, proof())
}

/// Neither form of the callback's address is known: who answers in WooCommerce's place?
fn neither(case: &Case, path: Option<&Reading>, proof: Vec<Evidence>) -> Judged {
    let control = case
        .reading(Purpose::Control)
        .map(|reading| &reading.meaning);
    if matches!(control, Some(Meaning::Arrived { .. })) {
        // A made-up name arrives, and this one does not: the name itself may be at fault.
        return Judged::unsure(unseen_reason(case));
    }
    if case.shows_woocommerce() || is_one_page(case) {
        // WooCommerce is at work on this shop, so who answered stands in its place.
        let Some(answer) = path else {
            return Judged::unsure(unseen_reason(case));
        };
        let mut found = open_path::stopped(CauseId::Blocked, answer);
        found.confidence = Confidence::Likely;
        found.evidence = proof;
        return Judged::fail(found.said(Variant::AnswersInstead));
    }
    if case.rest().is_none() && !rest_is_unknown(case) && case.form() == Form::Query {
        // The home shows its page to whatever arguments, and nothing else could be read.
        return Judged::unsure(unseen_reason(case));
    }
    if is_wordpress(case) {
        if case.via().handler().is_none() {
            return Judged::unsure(unseen_reason(case));
        }
        return Judged::fail(Found::new(
            CauseId::WoocommerceInactive,
            Confidence::Certain,
            proof,
        ));
    }
    Judged::fail(Found::new(
        CauseId::NotWoocommerce,
        Confidence::Likely,
        proof,
    ))
}

impl Case {
    /// Whether WordPress's index of REST was read and has nothing of WooCommerce's.
    pub(super) fn lacks_woocommerce(&self) -> bool {
        self.rest()
            .is_some_and(|rest| !rest.namespaces.is_empty() && !rest.has_woocommerce())
    }

    /// Whether the page or the REST index shows WooCommerce at work: a page may be an old one.
    pub(super) fn shows_woocommerce(&self) -> bool {
        if self.lacks_woocommerce() {
            return false;
        }
        let of_page = self
            .signs()
            .is_some_and(|signs| signs.woocommerce.is_some());
        of_page || self.rest().is_some_and(RestIndex::has_woocommerce)
    }
}

/// Whether REST's address shows the very page that answers the callback: one page stands before everything.
fn is_one_page(case: &Case) -> bool {
    let body = |purpose| {
        let response = case.heard(purpose)?.answer.response()?;
        (response.status == 200 && !response.body.is_empty()).then_some(&response.body)
    };
    let callback = body(Purpose::Endpoint);
    // With plain permalinks REST has no other address.
    let index = match case.permalinks() {
        Some(Form::Query) => body(Purpose::RestRoute),
        _ => body(Purpose::RestIndex),
    };
    callback.is_some() && callback == index && case.rest().is_none()
}

/// Whether anything showed WordPress: the page, the REST index, or the way an answer is built.
fn is_wordpress(case: &Case) -> bool {
    let of_page = case
        .signs()
        .is_some_and(|signs| signs.wordpress.is_some() || signs.rest_link.is_some());
    let of_answers = case
        .asked
        .iter()
        .filter_map(|asked| asked.heard.as_ref())
        .any(|heard| {
            heard.reading.speaker == Speaker::WordPress
                || matches!(heard.rest, Some(Err(Problem::Locked { .. })))
        });
    of_page || of_answers || case.rest().is_some()
}

/// Whether nobody knew REST's address, rather than something standing before it.
fn rest_is_unknown(case: &Case) -> bool {
    rest_is_absent(case)
        && case.rest_answers().all(|(_, rest)| {
            !matches!(rest, Err(Problem::Status(status)) if ![404, 410].contains(status))
        })
}

/// Whether the REST index was asked for and is not there.
fn rest_is_absent(case: &Case) -> bool {
    let mut answers = case.rest_answers().peekable();
    answers.peek().is_some()
        && answers.all(|(_, rest)| {
            matches!(
                rest,
                Err(Problem::Status(_) | Problem::NotJson | Problem::NotAnIndex)
            )
        })
}
