//! The shop's requirements as checks, one a file, and the case that they are judged on.

mod finding;

pub use finding::{CauseId, Confidence, Evidence, EvidenceKind, Surface, Verdict};
