//! What a person pasted of the output of the site's commands, also below a page's source.

use crate::{
    diagnosis::{Intake, PageRead},
    explain::input::commands,
    report::Surface,
    shop::{ShopUrl, Url},
};

/// What a diagnosis begins with that goes on from `text`. `None` where no command printed any of it.
pub(super) fn intake(text: &str) -> Option<Intake> {
    let output = commands::read(text)?;
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
