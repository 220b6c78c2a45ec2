//! The demo shop: a small server on loopback that answers like WordPress + WooCommerce + Kustom Checkout, in every
//! situation that Callback Doctor tells apart.
//!
//! Newcomers open it in a browser, integration tests and browser tests ask it over the wire. It models behaviour, not
//! pages: a [`Situation`] is a few changed fields of one shop description, and one function walks a request along the
//! way that it takes in a real shop:
//!
//! ```text
//! front::answer      CDN, redirects and rules of the web server
//! files::answer      files on disk, addresses that are never handed to WordPress
//! php::answer        PHP or the database down, maintenance, a firewall plugin
//! wordpress::answer  language plugin, rewrite rules, REST, WooCommerce's dispatcher, canonical redirects, pages
//! ```
//!
//! What it does was measured on WordPress 7.0.4, WooCommerce 10.9.1 and Kustom Checkout 2.20.9 (recorded 2026-11-22);
//! `tests/faithful.rs` compares it with those recordings. Pages are our own; only the words by which an answer is
//! recognised are those of the products.
//!
//! ```no_run
//! let shop = demo_shop::start(demo_shop::Options {
//!     situation: demo_shop::Situation::named("plain"),
//!     ..demo_shop::Options::default()
//! })?;
//! println!("{}", shop.http());
//! # std::io::Result::Ok(())
//! ```

// A server for tests needs no unsafe code.
#![forbid(unsafe_code)]
// Pages are put together for the reader of this code, not for speed.
#![allow(clippy::format_push_string, clippy::format_collect)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )
)]

mod answer;
mod connection;
mod files;
mod front;
mod hostile;
mod languages;
mod limits;
mod pages;
mod php;
mod plain_site;
mod plugin;
mod request;
mod response;
mod rest;
mod router;
mod server;
mod shop;
mod site;
mod situation;
mod tls;
mod wire;
mod woocommerce;
mod wordpress;

pub use request::Seen;
pub use server::{Log, Options, Running, start};
pub use situation::{Group, Situation};
