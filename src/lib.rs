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
//! what came back. Modules import from those above them in this table; `text` and `report` also know the shapes that they
//! put into words:
//!
//! | module | holds |
//! |---|---|
//! | [`foreign`] | what strangers wrote, made fit to be shown |
//! | [`shop`] | [`shop::ShopUrl`] and which hosts the internet can call |
//! | [`page`] | one pass over HTML, giving [`page::PageSigns`] |
//! | [`rest_index`] | what WordPress says of itself at `/wp-json/` |
//! | [`gateway`] | payment plugins, one a file: who calls, at which addresses, what may be asked, what an answer is |
//! | [`probe`] | probes, answers, speakers and the limits |
//! | [`blocker`] | the catalogue of products that refuse requests, and its matcher |
//! | [`check`] | the shop's requirements, one a file |
//! | [`diagnosis`] | which probe next, causes and their ranking |
//! | [`explain`] | an answer that someone already has, in whatever form |
//! | [`remedy`] | what to do about each cause |
//! | [`report`] | the report and its views |
//! | [`text`] | every sentence that people read |
//! | `hand`, `ui` | wasm only: the browser's side |

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

pub mod blocker;
pub mod check;
pub mod diagnosis;
pub mod explain;
pub mod foreign;
pub mod gateway;
pub mod page;
pub mod probe;
pub mod remedy;
pub mod report;
pub mod rest_index;
pub mod shop;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod hand;
#[cfg(all(feature = "render", not(target_arch = "wasm32")))]
pub mod hand {
    //! Of the browser's hands what the faces are drawn from.

    pub mod clock;
    pub mod run;
    pub mod shared;
}
#[cfg(any(target_arch = "wasm32", feature = "render"))]
pub mod ui;
