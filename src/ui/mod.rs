//! Everything that is seen: one report view inside three faces.
//!
//! | face | root |
//! |---|---|
//! | the extension's popup, 400 px wide | [`Popup`] |
//! | the extension's report page | [`ReportPage`] |
//! | the extension's list of reports | [`Shops`] |
//! | the audit of a whole site | [`AuditPage`] |
//! | the checker site, and the extension's page for answers | [`Site`] |
//!
//! A face is told what is going on ([`crate::run::Run`]) and says what the person wants through callbacks. It never
//! asks the network, the clipboard or the browser for anything; hands do. Looks are in `www/doctor.css`, words in
//! [`crate::text`].

mod addresses;
mod age;
mod agent;
mod audit;
mod bookmarklet;
mod cause;
mod clock;
mod commands;
mod copy;
mod drawing;
mod explanation;
mod face;
mod field;
mod finding;
#[cfg(all(feature = "render", not(target_arch = "wasm32")))]
mod first;
mod gateways;
mod look_up;
mod permission;
mod popup;
mod report_page;
mod report_view;
mod requests;
mod settings;
mod shops;
mod sign;
mod site;
mod state;
mod steps;
mod subject;
mod technical;
mod unsure;
mod way;
mod way_on;
mod words;

pub use audit::{AuditPage, AuditPageProps, AuditPhase, AuditPlace};
pub use bookmarklet::Bookmark;
pub use copy::ToCopy;
pub use face::{Layout, report_path, run_title, short as short_address};
pub use field::Place;
#[cfg(all(feature = "render", not(target_arch = "wasm32")))]
pub use first::{Page, first_drawing, first_words};
pub use popup::{Popup, PopupProps};
pub use report_page::{ReportPage, ReportPageProps};
pub use report_view::{ReportView, ReportViewProps};
pub use shops::{Shops, ShopsProps};
pub use site::{Site, SiteProps};
