//! Is the address that the provider has on file the one that this shop answers at?
//!
//! # What it looks for
//! The address that the person brought, against the one that the payment plugin gives out here: host, scheme, folder,
//! form, and the name of the handler or route.
//!
//! # Why callbacks fail
//! Calls go where the provider was told to call: to a copy for tests, a handler that was retired, a form that the plugin
//! does not read.
//!
//! # Evidence needed
//! The address on file; for its form also the permalinks, or a plugin that works by one form alone.
//!
//! # References
//! [`crate::gateway::on_file`].

use crate::gateway::Form;
use crate::gateway::on_file::{Difference, OnFile, compare};
use crate::reading::evidence;
use crate::shop::Url;

use super::{
    Case, CauseId, Check, CheckId, Confidence, Evidence, EvidenceKind, Found, Judged, Note, Reason,
};

pub(super) const CHECK: Check = Check {
    id: CheckId::CallbackAddress,
    finds: &[CauseId::CallbackAddressWrong],
    judge,
    always: false,
};

fn judge(case: &Case) -> Judged {
    let Some(address) = &case.on_file else {
        return Judged::not_applicable();
    };
    let gateway = (!case.is_stranger).then_some(case.gateway);
    let permalinks = case.permalinks().unwrap_or(address.form);
    let Some(found) = compare(&address.url, &case.shop, permalinks, gateway) else {
        return Judged::not_applicable();
    };
    let proof = both(case, &address.url, &found);
    let fault = found
        .differences
        .iter()
        .find_map(|difference| fault(case, difference, address.form));
    match fault {
        Some((note, confidence)) => {
            let wrong = Found::new(CauseId::CallbackAddressWrong, confidence, proof);
            let wrong = wrong.note(note);
            Judged::fail(match &found.expected {
                Some(expected) => wrong.with("expected", expected.to_string()),
                None => wrong,
            })
        }
        // Of a plugin that nobody knows nobody knows the right address.
        None if found.endpoint.is_none() => Judged::unsure(Reason::AddressNotKnown),
        None => Judged::pass(proof),
    }
}

/// The two addresses, one under the other.
fn both(case: &Case, on_file: &Url, found: &OnFile) -> Vec<Evidence> {
    let mut proof = vec![evidence(EvidenceKind::Url, "on file", &on_file.to_string())];
    let expected = found.expected.as_ref();
    if let Some(expected) = expected.filter(|expected| *expected != on_file) {
        let shop = case.shop.host().to_string();
        proof.push(evidence(EvidenceKind::Url, &shop, &expected.to_string()));
    }
    proof
}

/// Whether a difference keeps calls away by itself, with the sentence that says how. A language, or a name with `www`,
/// may come through: what the call is answered tells.
fn fault(case: &Case, difference: &Difference, form: Form) -> Option<(Note, Confidence)> {
    use Confidence::{Certain, Likely};
    Some(match difference {
        Difference::Staging => (Note::OnFileStaging, Certain),
        Difference::Host => (Note::OnFileHost, Certain),
        Difference::NotPublic if case.shop.host() != case.requested.host() => {
            (Note::OnFileNotPublic, Certain)
        }
        Difference::Folder => (Note::OnFileFolder, Likely),
        Difference::Retired => (Note::OnFileRetired, Certain),
        Difference::Typo(_) => (Note::OnFileTypo, Likely),
        Difference::Return => (Note::OnFileReturn, Certain),
        Difference::OtherForm if case.via().form(Form::Pretty) == Form::Query => {
            (Note::OnFileForm, Certain)
        }
        // A form that these permalinks do not know.
        Difference::OtherForm
            if case
                .permalinks()
                .is_some_and(|set| form != Form::Query && form > set) =>
        {
            (Note::OnFileForm, Likely)
        }
        Difference::Http
        | Difference::NotPublic
        | Difference::OtherForm
        | Difference::Twin
        | Difference::Prefix(_)
        | Difference::Argument(_) => return None,
    })
}
