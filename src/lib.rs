//! Callback Doctor's brain, and the browser hands and faces around it.
//!
//! One question: *why did the payment provider's callback not reach this WooCommerce shop?*
//!
//! ```text
//! page text ──► page::read ──► PageSigns ─┐
//! REST index ─► rest_index::read ─────────┤
//!                                         ▼
//!                                    Diagnosis ──next()──► Step (send this Probe / wait / done)
//!                                         ▲                      │
//!                                         └──observe(Answer)◄──a hand sends it
//!                                         │
//!                                         ▼
//!                         checks ─► findings ─► causes (ranked) ─► Report ─► views
//! ```
//!
//! The brain never touches the network, a clock, randomness or the browser: a *hand* sends what it asks for and says
//! what came back. Each module imports from those above it in this table and from none below; `tests/layers.rs` holds
//! every file to that:
//!
//! | module | holds |
//! |---|---|
//! | [`foreign`] | what strangers wrote, made fit to be shown |
//! | [`redaction`] | secrets found by their form, the last look before a text leaves |
//! | [`shop`] | [`shop::ShopUrl`] and which hosts the internet can call |
//! | [`inquiry`] | what is asked "what next?" and told "this came back" |
//! | [`probe`] | probes, answers, speakers and the limits |
//! | [`gateway`] | payment plugins, one a file: who calls, at which addresses, what may be asked, what an answer is |
//! | [`command`] | command lines that a person may run, for two shells |
//! | [`html`] | the reader of tags and text, which knows no shop |
//! | [`page`] | what WordPress leaves in a page, giving [`page::PageSigns`] |
//! | [`rest_index`] | what WordPress says of itself at `/wp-json/` |
//! | [`blocker`] | the catalogue of products that refuse requests, and its matcher |
//! | [`verdict`] | verdicts, causes, evidence and how sure they are |
//! | [`reading`] | what one answer means by itself |
//! | [`case`] | everything known about one shop so far |
//! | [`check`] | the shop's requirements, one a file |
//! | [`audit`] | the whole site over https: which page next, and every place that leads to http |
//! | [`given`] | what a person already has, read once into what it is |
//! | [`report`] | the report's shape |
//! | `cause` | what holds of each cause by itself, a row each in the order in which to mend |
//! | [`text`] | every sentence that people read |
//! | [`report::export`] | the report as people take it away: one file a format, by audience |
//! | [`audit_report`] | what an audit found, in words |
//! | [`remedy`] | what to do about each cause |
//! | [`explain`] | what an answer means that someone already has |
//! | [`diagnosis`] | which probe next, causes and their ranking |
//! | [`desk`] | several things given at once, and which shop they begin with |
//! | [`shared`] | what is handed on whole |
//! | [`run`] | one diagnosis as the faces show it |
//! | `ui` | wasm only: what is drawn |
//! | `hand` | wasm only: the browser's side |

// Nothing here needs it: the brain is plain computation and web-sys wraps the browser.
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )
)]

pub mod audit;
pub mod audit_report;
pub mod blocker;
pub mod case;
mod cause;
pub mod check;
pub mod command;
pub mod desk;
pub mod diagnosis;
pub mod explain;
pub mod foreign;
pub mod gateway;
pub mod given;
pub mod html;
pub mod inquiry;
pub mod page;
pub mod probe;
pub mod reading;
pub mod redaction;
pub mod remedy;
pub mod report;
pub mod rest_index;
pub mod run;
pub mod shared;
pub mod shop;
pub mod text;
pub mod verdict;

#[cfg(target_arch = "wasm32")]
pub mod hand;
#[cfg(any(target_arch = "wasm32", feature = "render"))]
pub mod ui;
