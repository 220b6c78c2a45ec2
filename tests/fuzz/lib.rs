//! Drawn documents for the readers of pages and sitemaps, and what must hold for each.

#![forbid(unsafe_code)]

pub mod mutate;
pub mod seeds;
pub mod targets;
