//! The commands that settle what a web page may not see.

use yew::prelude::*;

use super::cause::paste;
use super::face::Face;
use crate::diagnosis::Script;
use crate::report::Paste;

/// One block for each kind of terminal, each with its button.
pub(super) fn commands(script: &Script, face: &Face) -> Html {
    let block = |label: &str, text: &str| {
        let block = Paste {
            label: label.to_owned(),
            text: text.to_owned(),
        };
        paste(&block, face)
    };
    let ui = face.ui;
    html! {
        <section class="card first" aria-labelledby="commands">
            <h2 id="commands">{ ui.commands_title }</h2>
            <p>{ ui.commands_body }</p>
            { block(ui.commands_posix, &script.posix) }
            { block(ui.commands_windows, &script.windows) }
        </section>
    }
}
