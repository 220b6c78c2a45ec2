//! What a person pasted of the output of the site's commands, also below a page's source.

use std::cell::RefCell;

use crate::{
    diagnosis::{Intake, PageRead},
    explain::input::commands::{self, Commands},
    report::Surface,
    shop::{ShopUrl, Url},
};

/// What a diagnosis begins with that goes on from `text`. `None` where no command printed any of it.
pub(super) fn intake(text: &str) -> Option<Intake> {
    let output = LAST.with_borrow_mut(|last| {
        let read = commands::read(text)?;
        let output = match last.take() {
            Some(earlier) => read.after(earlier),
            None => read,
        };
        *last = Some(output.clone());
        Some(output)
    })?;
    let source = commands::before(text);
    let site = ShopUrl::at_root(&output.requested);
    // The source of another shop's page would speak for the wrong one.
    let pasted = source
        .contains('<')
        .then(|| PageRead::pasted(source))
        .filter(|page| Url::parse(&page.url).is_ok_and(|url| site.same_site(&url)));
    let requested = output.requested.to_string();
    Some(Intake {
        page: pasted.or(output.page),
        pasted: output.answers,
        ..Intake::new(&requested, Surface::Site)
    })
}

thread_local! {
    /// What was pasted before, while the page is open: further commands ask only what the first ones left open.
    static LAST: RefCell<Option<Commands>> = const { RefCell::new(None) };
}
