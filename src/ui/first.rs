//! What each page draws before a script has run, as HTML: the build puts it into the pages, so that they cannot drift from
//! the faces.

use std::io;

use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::{BaseComponent, Callback, LocalServerRenderer};

use super::{Place, Popup, PopupProps, ReportPage, ReportPageProps, Site, SiteProps};
use crate::probe::UserAgent;
use crate::run::{Phase, Run};
use crate::text::{self, Language};

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

/// Stands for the shop, whose name only the script will know.
const SHOP: &str = "https://callback-doctor.invalid";

/// What is drawn in its place.
const UNKNOWN: &str = "…";

/// What the face draws before it knows the shop. Nobody listens yet: its buttons are disabled.
///
/// # Errors
/// The system gives no runtime to draw in.
pub fn first_drawing(page: Page) -> io::Result<String> {
    let shop = match page {
        Page::Popup | Page::Report => SHOP,
        Page::Explain | Page::Site => "",
    };
    let run = Run::new(shop.to_owned(), String::new(), Phase::Ready);
    let language = Language::default();
    let html = match page {
        Page::Popup => draw::<Popup>(PopupProps {
            run: run.into(),
            permitted: false,
            language,
            on_give_back: Callback::noop(),
            on_check: Callback::noop(),
            on_gateway: Callback::noop(),
            on_stop: Callback::noop(),
            on_report: Callback::noop(),
            on_copy: Callback::noop(),
        }),
        Page::Report => draw::<ReportPage>(ReportPageProps {
            run: run.into(),
            audit: None,
            permitted: false,
            agent: UserAgent::default(),
            language,
            on_give_back: Callback::noop(),
            on_agent: Callback::noop(),
            on_again: Callback::noop(),
            on_gateway: Callback::noop(),
            on_stop: Callback::noop(),
            on_copy: Callback::noop(),
            on_print: Callback::noop(),
        }),
        Page::Explain => draw::<Site>(site(run, Place::Extension)),
        Page::Site => draw::<Site>(site(run, Place::Site)),
    }?;
    let bare = SHOP.trim_start_matches("https://");
    let html = html.replace(SHOP, UNKNOWN).replace(bare, UNKNOWN);
    // A heading says at least whose page it is.
    let product = text::ui(language).product;
    let title = ["<h1>", UNKNOWN, "</h1>"].concat();
    let html = html.replace(&title, &["<h1>", product, "</h1>"].concat());
    Ok(html.replace("<button", "<button disabled"))
}

/// What the script of a page says until its face listens, by the names that it is given to it under; only a page that
/// begins with a field has one.
#[must_use]
pub fn first_words(page: Page) -> Option<[(&'static str, &'static str); 3]> {
    let ui = text::ui(Language::default());
    matches!(page, Page::Explain | Page::Site).then_some([
        ("ready", ui.getting_ready),
        ("failed", ui.load_failed),
        ("reload", ui.reload),
    ])
}

fn site(run: Run, place: Place) -> SiteProps {
    SiteProps {
        run: run.into(),
        place,
        address: "".into(),
        bookmark: None,
        windows: false,
        asked: "".into(),
        language: Language::default(),
        on_check: Callback::noop(),
        on_again: Callback::noop(),
        on_look_up: Callback::noop(),
        audit: None,
        on_audit: Callback::noop(),
        on_open: Callback::noop(),
        on_gateway: Callback::noop(),
        on_stop: Callback::noop(),
        on_copy: Callback::noop(),
        on_print: Callback::noop(),
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
            assert!(buttons > 0 && !html.contains("invalid"), "{page:?}: {html}");
        }
        let site = first_drawing(Page::Site).unwrap();
        assert!(site.contains("<form") && site.contains("<h1>"), "{site}");
    }
}
