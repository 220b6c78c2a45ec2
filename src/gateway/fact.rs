//! A fact about a provider with its source and how sure it is.

/// The day on which the sources of gateways and providers were read, unless a row says otherwise.
pub const READ: &str = "2026-11-28";

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// The provider's or the plugin's documentation says so.
    Documented,
    /// The plugin's source says so.
    InSource,
    /// Others report it.
    Reported,
    /// It follows from something else.
    Derived,
}

/// What is known of something, or that it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known<T> {
    /// It was looked for and not found.
    No,
    /// What it is, how sure that is, and where it stands.
    Is(T, Sure, &'static str),
}

impl<T: Copy> Known<T> {
    /// What it is, where that is known.
    pub const fn value(self) -> Option<T> {
        match self {
            Self::No => None,
            Self::Is(value, ..) => Some(value),
        }
    }

    /// Where it stands, and how sure it is.
    pub const fn source(self) -> Option<(Sure, &'static str)> {
        match self {
            Self::No => None,
            Self::Is(_, sure, source) => Some((sure, source)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_known_is_a_value() {
        let known = Known::Is(15_u16, Sure::Documented, "docs.example.com");
        assert_eq!(known.value(), Some(15));
        assert_eq!(known.source(), Some((Sure::Documented, "docs.example.com")));
        assert_eq!(
            (Known::<u16>::No.value(), Known::<u16>::No.source()),
            (None, None)
        );
    }
}
