//! The commands that settle what a web page may not see, folded to one line.

use yew::prelude::*;

use super::cause::paste;
use super::face::Face;
use crate::diagnosis::Script;
use crate::report::Paste;

/// The commands for this computer's terminal; those for another system are folded, since a person may run them anywhere.
/// `open` where the person has run some already.
pub(super) fn commands(script: &Script, windows: bool, open: bool, face: &Face) -> Html {
    let block = |label: &str, text: &str| {
        let block = Paste {
            label: label.to_owned(),
            text: text.to_owned(),
        };
        paste(&block, face)
    };
    let ui = face.ui;
    let posix = block(ui.commands_posix, &script.posix);
    let dos = block(ui.commands_windows, &script.windows);
    let (own, other) = if windows { (dos, posix) } else { (posix, dos) };
    html! {
        <details class="more" id="commands" {open}>
            <summary>{ ui.commands_title }</summary>
            <p>{ ui.commands_body }</p>
            { own }
            <details class="proof"><summary>{ ui.commands_elsewhere }</summary>{ other }</details>
        </details>
    }
}
