//! What each page draws before a script has run, as HTML: the build puts it into the pages, so that they cannot drift from
//! the faces.

use std::io;

use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::{BaseComponent, Callback, LocalServerRenderer};

use super::{Place, Popup, PopupProps, ReportPage, ReportPageProps, Site, SiteProps};
use crate::hand::run::{Phase, Run};
use crate::probe::UserAgent;
use crate::text::Language;

/// A page with a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The extension's popup.
    Popup,
    /// The extension's report page.
    Report,
    /// The extension's page for answers.
    Explain,
    /// The checker site.
    Site,
}

/// What the face draws where nothing is known yet. Nobody listens: its buttons are disabled.
///
/// # Errors
/// The system gives no runtime to draw in.
pub fn first_drawing(page: Page) -> io::Result<String> {
    let run = Run::new(String::new(), String::new(), Phase::Ready);
    let language = Language::default();
    let html = match page {
        Page::Popup => draw::<Popup>(PopupProps {
            run,
            permitted: false,
            language,
            on_give_back: Callback::noop(),
            on_check: Callback::noop(),
            on_stop: Callback::noop(),
            on_report: Callback::noop(),
            on_copy: Callback::noop(),
        }),
        Page::Report => draw::<ReportPage>(ReportPageProps {
            run,
            permitted: false,
            agent: UserAgent::default(),
            language,
            on_give_back: Callback::noop(),
            on_agent: Callback::noop(),
            on_again: Callback::noop(),
            on_stop: Callback::noop(),
            on_copy: Callback::noop(),
            on_print: Callback::noop(),
        }),
        Page::Explain => draw::<Site>(site(run, Place::Extension)),
        Page::Site => draw::<Site>(site(run, Place::Site)),
    }?;
    Ok(html.replace("<button", "<button disabled"))
}

fn site(run: Run, place: Place) -> SiteProps {
    SiteProps {
        run,
        place,
        address: "".into(),
        bookmark: None,
        windows: false,
        language: Language::default(),
        on_check: Callback::noop(),
        on_again: Callback::noop(),
        on_look_up: Callback::noop(),
        on_open: Callback::noop(),
        on_stop: Callback::noop(),
        on_copy: Callback::noop(),
    }
}

fn draw<C: BaseComponent>(props: C::Properties) -> io::Result<String> {
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let runtime = Builder::new_current_thread().build()?;
    Ok(LocalSet::new().block_on(&runtime, renderer.render()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_face_and_no_button_that_nobody_hears() {
        for page in [Page::Popup, Page::Report, Page::Explain, Page::Site] {
            let html = first_drawing(page).unwrap();
            assert!(html.starts_with("<div class=\""), "{page:?}: {html}");
            assert!(!html.contains("<!--"), "{page:?}: {html}");
            let buttons = html.matches("<button").count();
            assert_eq!(buttons, html.matches("<button disabled").count());
        }
        let site = first_drawing(Page::Site).unwrap();
        assert!(site.contains("<form") && site.contains("<h1>"), "{site}");
    }
}
