//! The browser's hands: they send what the brain asks for and say what came back, and never decide anything.
//!
//! | module | holds |
//! |---|---|
//! | [`run`] | the state of one diagnosis, as the faces show it |

pub mod run;

pub use run::{Phase, Run};
