//! The browser's hands: they send what the brain asks for and say what came back, and never decide anything.
//!
//! | module | holds |
//! |---|---|
//! | `audit_desk` | the audit of a whole site on a page |
//! | [`audit_in_page`] | the same by the bookmark: the shop's own page sends |
//! | `audit_store` | where the checker keeps an audit that may go on |
//! | [`audit_page`] | the extension's page for the audit of a whole site |
//! | [`background`] | the extension's runs, and the messages that faces send to it |
//! | [`badge`] | the extension's button in the toolbar |
//! | [`browser`] | what pages and workers of every browser have alike |
//! | [`checker`] | the site's run |
//! | [`reader`] | what somebody already has: pages, answers, logs, what commands printed |
//! | [`caller`] | makes the extension's requests look like the provider's |
//! | [`driver`] | one diagnosis from the first probe to the report |
//! | [`chrome`] | the browser's functions for extensions |
//! | [`faces`] | the extension's popup and report page, bound to the background's run |
//! | [`fetch`] | one request |
//! | `gunzip` | what a server packed and did not say so |
//! | [`in_page`] | the in-page audit: the shop's own page sends |
//! | `kept` | the site's last report, for a reload |
//! | [`observer`] | what `fetch` hides and the browser tells extensions |
//! | `rehearsal` | a diagnosis that asks nobody, so that its functions are compiled before a press |
//! | `shape` | values of JavaScript in the shapes of this crate |
//! | [`site`] | the checker site and the extension's page for answers, bound to the brain's run |
//! | [`store`] | where the extension keeps runs and reports |

mod audit_desk;
pub mod audit_in_page;
pub mod audit_page;
mod audit_store;
pub mod background;
mod badge;
pub mod browser;
pub mod caller;
pub mod checker;
pub mod chrome;
pub mod driver;

pub mod faces;
pub mod fetch;
mod gunzip;
pub mod in_page;
mod kept;
pub mod observer;
pub mod reader;
mod rehearsal;
mod shape;
pub mod site;
pub mod store;
pub mod words;
