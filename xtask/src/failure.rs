//! How a command ends when it does not end well.

use std::{fmt, process::ExitCode};

/// What every command returns.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Why a command stopped: one sentence for the person who typed it.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line was not understood; exit code 2.
    Usage(String),
    /// Something could not be done, or a test failed; exit code 1.
    Failed(String),
    /// Tests failed, and the totals that say so are printed; exit code 1.
    Counted,
}

impl Failure {
    /// The command line was not understood.
    pub(crate) fn usage(sentence: impl Into<String>) -> Self {
        Self::Usage(sentence.into())
    }

    /// Something could not be done.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self::Failed(sentence.into())
    }

    /// For `map_err`: what was being done when a library or the system failed.
    pub(crate) fn at<E: fmt::Display>(doing: impl fmt::Display) -> impl FnOnce(E) -> Self {
        move |error| Self::Failed(format!("{doing}: {error}"))
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            Self::Failed(_) | Self::Counted => ExitCode::FAILURE,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(sentence) => {
                write!(f, "{sentence} (cargo xtask --help lists what there is)")
            }
            Self::Failed(sentence) => f.write_str(sentence),
            Self::Counted => f.write_str("Tests failed."),
        }
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        let mut sentence = error.to_string();
        if let Some(first) = sentence.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        Self::Usage(sentence + ".")
    }
}
