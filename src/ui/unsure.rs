//! What could not be seen, and how to see it.

use yew::prelude::*;

use super::cause::paste;
use super::face::Face;
use super::sign;
use crate::report::{Paste, Unsure, Verdict};

/// Each thing with the one action that settles it.
pub(super) fn unsure(list: &[Unsure], face: &Face) -> Html {
    html! {
        <ul class="rows">
            { for list.iter().map(|u| html! {
                <li>
                    { sign::verdict(Verdict::Unsure) }
                    <div>
                        <strong>{ u.reason.clone() }</strong>
                        if let Some(command) = &u.command {
                            { paste(&Paste { label: u.how.clone(), text: command.clone() }, face) }
                        } else {
                            <p>{ u.how.clone() }</p>
                        }
                    </div>
                </li>
            }) }
        </ul>
    }
}
