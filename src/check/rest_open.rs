//! Is the REST API open where the gateway is called back through it?
//!
//! # What it looks for
//! In a shop whose checkout is the block one: the gateway's namespace in the REST index; without it, what WordPress says
//! of the route itself. It is asked by OPTIONS, which describes a route and runs nothing.
//!
//! # Why callbacks fail
//! The block checkout is asked for approval at a REST route; where REST is closed the purchase is refused.
//!
//! # Evidence needed
//! The checkout page or the namespaces, and the answer of the REST index or of the route.
//!
//! # References
//! Kustom Checkout 2.16.0 and later: `kco-block/order/…/validate`. `WordPress`'s `rest_handle_options_request` answers a
//! registered route with 200, `Allow` and its description, any other with 404 `rest_no_route`; what closes REST answers
//! before it.

use crate::probe::{Purpose, Response};
use crate::reading::evidence;
use crate::rest_index::{self, Problem, RestIndex};

use super::{
    Case, CauseId, Check, CheckId, Confidence, EvidenceKind, Found, Heard, Judged, Meaning, Note,
    Reason, request_line, unseen_reason,
};

pub(super) const CHECK: Check = Check {
    id: CheckId::RestOpen,
    finds: &[
        CauseId::RestLocked,
        CauseId::Blocked,
        CauseId::Challenge,
        CauseId::RateLimited,
        CauseId::Maintenance,
        CauseId::LoginWall,
        CauseId::ServerError,
    ],
    judge,
    always: true,
};

fn judge(case: &Case) -> Judged {
    if case.via().rest().is_some() {
        return of_callback(case);
    }
    let Some(route) = case.gateway.block_route(case.version) else {
        return Judged::not_applicable();
    };
    let listed = |rest: &RestIndex| route.namespace().is_some_and(|own| rest.has(own));
    if case.rest().is_some_and(listed) {
        return Judged::pass(Vec::new());
    }
    if !case.uses_block_route() {
        return Judged::not_applicable();
    }
    let of_route = case.heard(Purpose::BlockRoute).map(by_route);
    of_route
        .filter(|judged| judged.reason.is_none())
        .or_else(|| by_index(case))
        .unwrap_or_else(|| Judged::unsure(Reason::RestUnreadable))
}

/// The callback itself is called through REST.
fn of_callback(case: &Case) -> Judged {
    if case.is_listed() == Some(true) {
        return Judged::pass(Vec::new());
    }
    if case.rest().is_some() {
        return Judged::not_applicable();
    }
    let Some(mut judged) = by_index(case) else {
        return Judged::unsure(unseen_reason(case).or(Some(Reason::RestUnreadable)));
    };
    for found in &mut judged.found {
        // It stops the call as a firewall does.
        found.rank_as = Some(CauseId::Blocked);
        found.notes = vec![Note::RestCallback];
    }
    judged
}

impl Case {
    /// Whether this shop is called back through REST too: its checkout is the block one.
    pub fn uses_block_route(&self) -> bool {
        self.gateway.block_route(self.version).is_some()
            && self.signs().is_some_and(|signs| signs.block_checkout)
    }
}

/// What WordPress, or what answered in its place, said of the route.
fn by_route(heard: &Heard) -> Judged {
    let reading = &heard.reading;
    let Some(response) = heard.answer.response() else {
        return Judged::unsure(Reason::RestUnreadable);
    };
    let closed = |confidence, note| {
        Judged::fail(
            Found::new(CauseId::RestLocked, confidence, reading.evidence.clone()).note(note),
        )
    };
    match (rest_index::read(response), &reading.meaning) {
        (Err(Problem::Locked { code, .. }), _) if code == "rest_no_route" => {
            closed(Confidence::Likely, Note::RestNoRoute)
        }
        (
            Err(Problem::Locked {
                status: 401 | 403, ..
            }),
            _,
        )
        | (_, Meaning::Stopped(CauseId::RestLocked)) => {
            closed(Confidence::Certain, Note::RestLogin)
        }
        (_, Meaning::Stopped(cause))
            if reading.blocker.is_some_and(super::Entry::names_a_product) =>
        {
            // A firewall may refuse OPTIONS alone, so this is never certain.
            let mut found = Found::new(*cause, Confidence::Likely, reading.evidence.clone())
                .note(Note::AtBlockRoute);
            found.blocker = reading.blocker;
            found.rank_as = Some(CauseId::RestLocked);
            Judged::fail(found)
        }
        _ if describes_route(response) => Judged::pass(reading.evidence.clone()),
        // A bare refusal of OPTIONS, or a server's own answer to it, says nothing of POST.
        _ => Judged::unsure(Reason::RestUnreadable),
    }
}

/// WordPress's description of a route, or its `Allow` header: a web server's own names GET too.
fn describes_route(response: &Response) -> bool {
    let described =
        response.body.contains("\"methods\"") && response.body.contains("\"endpoints\"");
    let allows = response.headers.get("allow").is_some_and(|methods| {
        let has = |wanted: &str| {
            methods
                .split(',')
                .any(|method| method.trim().eq_ignore_ascii_case(wanted))
        };
        has("POST") && !has("GET")
    });
    (200..300).contains(&response.status) && (described || allows)
}

/// The index alone: where it is closed to guests, its routes mostly are.
fn by_index(case: &Case) -> Option<Judged> {
    let locked =
        case.asked
            .iter()
            .find_map(|asked| match asked.heard.as_ref()?.rest.as_ref()? {
                Err(Problem::Locked { status, code }) => Some(evidence(
                    EvidenceKind::Excerpt,
                    &request_line(&asked.probe),
                    &[&status.to_string(), " ", code.as_str()].concat(),
                )),
                _ => None,
            })?;
    Some(Judged::fail(
        Found::new(CauseId::RestLocked, Confidence::Likely, vec![locked]).note(Note::RestLogin),
    ))
}
