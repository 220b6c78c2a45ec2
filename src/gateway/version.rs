//! Plugin versions, compared number by number.

use std::fmt;

/// A version of up to three numbers; what follows them (`-beta`, a build hash) is ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    major: u16,
    minor: u16,
    patch: u16,
}

impl Version {
    /// `major.minor.patch`
    pub const fn new(major: u16, minor: u16, patch: u16) -> Self {
        Self {
            major,
            minor,
            patch,
        }
    }

    /// Reads `2.20.9`, `2.20` or `2.20.9-beta.1`; `None` for anything that does not begin with a number and a dot.
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.trim().split('.').map(|part| {
            let digits = part
                .find(|c: char| !c.is_ascii_digit())
                .map_or(part, |end| part.get(..end).unwrap_or(""));
            digits.parse::<u16>().ok()
        });
        let major = numbers.next()??;
        let minor = numbers.next()??;
        Some(Self::new(
            major,
            minor,
            numbers.next().flatten().unwrap_or(0),
        ))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        let v = |text| Version::parse(text).unwrap();
        assert!(v("2.9.0") < v("2.17.0"));
        assert!(v("2.17") == v("2.17.0"));
        assert!(v("2.20.9-beta.1") == v("2.20.9"));
    }

    #[test]
    fn what_is_no_version() {
        for text in ["", "2", "latest", "d41d8cd98f", ".1.2", "99999.1"] {
            assert_eq!(Version::parse(text), None, "{text:?}");
        }
    }
}
