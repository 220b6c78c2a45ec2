//! Times as people read them.

/// Seconds with one decimal, rounded up: an answer took some time, however short.
pub fn seconds(milliseconds: u32) -> String {
    let tenths = milliseconds.div_ceil(100);
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn rounds_up_to_tenths() {
        for (milliseconds, text) in [(0, "0.0"), (1, "0.1"), (200, "0.2"), (14_501, "14.6")] {
            assert_eq!(seconds(milliseconds), text);
        }
    }
}
