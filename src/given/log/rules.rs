//! Ids of the rules of a firewall, as ModSecurity writes them: `[id "949110"]`, `[id: 949110]`, `(id:949110)`.

/// Ids that are kept.
const KEPT: usize = 5;

/// Rules of OWASP's set that only add up what others found. Source: OWASP CRS 3.3 and 4, files 949, 959 and 980.
const SCORES: &[&str] = &["949", "959", "980"];

/// The ids in a text.
pub(super) fn of(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for mark in [
        "[id \"",
        "[id:",
        "(id:",
        "[id: ",
        "\"ruleId\":\"",
        "[Rule: id ",
    ] {
        for (at, _) in text.match_indices(mark) {
            let rest = text
                .get(at + mark.len()..)
                .unwrap_or_default()
                .trim_start_matches([' ', '"']);
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            if (3..=10).contains(&end) {
                found.push(rest.get(..end).unwrap_or_default().to_owned());
            }
            if found.len() > 50 {
                break;
            }
        }
    }
    found
}

/// Each once, those that say why first, in an order that does not hang on where they stood.
pub(super) fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort_by_key(|id| (is_score(id), id.len(), id.clone()));
    ids.dedup();
    ids.truncate(KEPT);
    ids
}

/// Whether a rule only adds up scores.
fn is_score(id: &str) -> bool {
    id.len() == 6 && SCORES.iter().any(|score| id.starts_with(score))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_and_those_that_say_why_come_first() {
        let line = "ModSecurity: Access denied with code 403 [line \"94\"] [id \"949110\"] [msg \"x\"] [id \"920350\"] [id \"12\"] [id \"x\"]";
        assert_eq!(sorted(of(line)), ["920350", "949110"]);
        assert_eq!(
            of("mod_security (id:949110) triggered by 203.0.113.9"),
            ["949110"]
        );
        assert_eq!(
            of("mod_security rule [id:77140787] triggered!"),
            ["77140787"]
        );
        assert!(of("[line \"949110\"] id 5").is_empty());
    }
}
