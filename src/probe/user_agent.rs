//! The `User-Agent` that imitates the provider's server.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The `User-Agent` that Klarna documents for its callbacks; whether Kustom still sends the same is not known. Source:
/// docs.krokedil.com, Klarna Checkout, troubleshooting callbacks (read 2026-11-22).
pub const PROVIDER_USER_AGENT: &str = "APIs-Klarna";

/// The `User-Agent` of an ordinary browser, where none of its own sends: Chromium 156, in the form that it froze.
pub const BROWSER_USER_AGENT: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

/// Bytes of a `User-Agent`, at most: real ones stay below 300.
const BYTES: usize = 512;

/// A `User-Agent` that may be sent: never empty, because two security plugins ban who sends an empty one. Source:
/// measured with Shield and All-In-One Security.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UserAgent(String);

/// Why a text is no [`UserAgent`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UserAgentError {
    /// Expected a word; there was none.
    Empty,
    /// Expected at most 512 bytes; there were more.
    TooLong,
    /// Expected letters, digits and signs of ASCII; this came.
    Character(char),
}

impl UserAgent {
    /// A `User-Agent` that may be sent; white space around it is left out.
    pub fn new(text: &str) -> Result<Self, UserAgentError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(UserAgentError::Empty);
        }
        if text.len() > BYTES {
            return Err(UserAgentError::TooLong);
        }
        match text.chars().find(|c| !matches!(c, ' '..='~')) {
            Some(character) => Err(UserAgentError::Character(character)),
            None => Ok(Self(text.to_owned())),
        }
    }

    /// Of a provider whose own is not known: no browser's, and nobody else's.
    pub fn unknown() -> Self {
        Self("callback-doctor".to_owned())
    }

    /// As it stands in the request.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for UserAgent {
    fn default() -> Self {
        Self(PROVIDER_USER_AGENT.to_owned())
    }
}

impl TryFrom<String> for UserAgent {
    type Error = UserAgentError;

    fn try_from(text: String) -> Result<Self, UserAgentError> {
        Self::new(&text)
    }
}

impl From<UserAgent> for String {
    fn from(agent: UserAgent) -> Self {
        agent.0
    }
}

impl fmt::Display for UserAgentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("expected a User-Agent; an empty one gets callers banned"),
            Self::TooLong => f.write_str("expected a User-Agent of at most 512 bytes"),
            Self::Character(character) => write!(
                f,
                "expected plain ASCII in a User-Agent; {character:?} is none"
            ),
        }
    }
}

impl std::error::Error for UserAgentError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_sent() {
        let agent = |text: &str| UserAgent::new(text).map(String::from);
        assert_eq!(agent(" Kustom/1.0 "), Ok("Kustom/1.0".to_owned()));
        assert_eq!(agent(" \t"), Err(UserAgentError::Empty));
        assert_eq!(
            agent("a\r\nCookie: b"),
            Err(UserAgentError::Character('\r'))
        );
        assert_eq!(agent("Käse"), Err(UserAgentError::Character('ä')));
        assert_eq!(agent(&"x".repeat(513)), Err(UserAgentError::TooLong));
        assert_eq!(UserAgent::default().as_str(), PROVIDER_USER_AGENT);
    }
}
