//! Placeholders: `{name}` in a text, lower-case letters and underscores in braces. Any other brace is itself.

/// Replaces each placeholder by its value. A value is never read again, so that nothing in it can expand; a placeholder
/// without a value is left out, which a debug build refuses.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    expand(template, values, |name, _| {
        debug_assert!(false, "no value for the placeholder {name} in: {template}");
        _ = name;
    })
}

/// As [`fill`], for texts that may hold braces of their own: a placeholder without a value stays as it stands.
pub fn fill_known(template: &str, values: &[(&str, &str)]) -> String {
    expand(template, values, |name, out| {
        out.push('{');
        out.push_str(name);
        out.push('}');
    })
}

fn expand(template: &str, values: &[(&str, &str)], missing: impl Fn(&str, &mut String)) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        if let Some((name, tail)) = after.split_once('}').filter(|(name, _)| is_name(name)) {
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => out.push_str(value),
                None => missing(name, &mut out),
            }
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_the_place_of_their_names() {
        let values = [("shop", "shop.example.com"), ("path", "/wc-api/X/")];
        assert_eq!(
            fill("{shop} answers at {path}.", &values),
            "shop.example.com answers at /wc-api/X/."
        );
        assert_eq!(fill("nothing to do", &[]), "nothing to do");
        assert_eq!(fill("", &[]), "");
    }

    #[test]
    fn a_value_never_expands() {
        assert_eq!(
            fill("{shop}", &[("shop", "{path}"), ("path", "x")]),
            "{path}"
        );
    }

    #[test]
    fn other_braces_are_themselves() {
        for text in [
            "location / { try_files; }",
            "{",
            "}",
            "{}",
            "{ shop}",
            "{Shop}",
            "a{b",
            "{{",
            "{å}",
        ] {
            assert_eq!(fill(text, &[("shop", "x")]), text);
        }
        assert_eq!(fill("{{shop}}", &[("shop", "x")]), "{x}");
    }

    #[test]
    fn only_the_lenient_form_keeps_unknown_names() {
        assert_eq!(fill_known("{shop} {other}", &[("shop", "x")]), "x {other}");
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "no value for the placeholder other")]
    fn a_missing_value_is_a_mistake_of_ours() {
        fill("{other}", &[]);
    }
}
