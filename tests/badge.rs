//! The toolbar's button has the colours that a verdict has on a page in the light.
#![allow(clippy::expect_used, reason = "a test that panics says what broke")]

const BADGE: &str = include_str!("../src/hand/badge.rs");
const STYLE: &str = include_str!("../www/doctor.css");

#[test]
fn a_verdict_has_one_colour_everywhere() {
    for (constant, property) in [
        ("BUSY", "accent"),
        ("PASS", "pass"),
        ("FAIL", "fail"),
        ("UNSURE", "unsure"),
    ] {
        let (_, after) = BADGE
            .split_once(&format!("const {constant}: &str = \""))
            .expect(constant);
        let colour = after.split('"').next().unwrap_or_default();
        assert!(
            STYLE.contains(&format!("--{property}: light-dark({colour}, ")),
            "{constant} is {colour}, and the style sheet has another --{property}"
        );
    }
    assert_eq!(BADGE.matches("\"#").count(), 5, "a fifth one is the ink");
}
