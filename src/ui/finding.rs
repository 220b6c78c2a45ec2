//! One row for each check.

use yew::prelude::*;

use super::cause::proof;
use super::face::Face;
use super::{sign, words};
use crate::report::{Finding, Verdict};

/// All findings, what is wrong first.
pub(super) fn findings(findings: &[Finding], face: &Face) -> Html {
    html! {
        <ul class="rows">
            { for ORDER.into_iter().flat_map(|verdict| findings.iter().filter(move |f| f.verdict == verdict)).map(|f| html! {
                <li>
                    { sign::verdict(f.verdict) }
                    <div>
                        <p>
                            <strong>{ f.title.clone() }</strong>{ " " }
                            <span class="soft">{ words::verdict(f.verdict, face.ui) }</span>
                        </p>
                        <p>{ f.summary.clone() }</p>
                        { proof(&f.evidence, None, face) }
                    </div>
                </li>
            }) }
        </ul>
    }
}

const ORDER: [Verdict; 4] = [
    Verdict::Fail,
    Verdict::Unsure,
    Verdict::Pass,
    Verdict::NotApplicable,
];
