//! Puts into each page what its face draws first, so that nothing moves when the script takes over.

use callback_doctor::ui::{Page, first_drawing, first_words};

use super::bundle::Bundle;
use crate::failure::{Failure, Outcome};

/// The place that a face draws into.
const PLACE: &str = "<div id=\"app\"></div>";

/// The pages that have one.
const PAGES: [(&str, Page); 4] = [
    ("index.html", Page::Site),
    ("popup.html", Page::Popup),
    ("report.html", Page::Report),
    ("explain.html", Page::Explain),
];

/// Fills those pages that are there.
pub(super) fn fill(files: &mut Bundle) -> Outcome {
    for (name, page) in PAGES {
        if files.get(name).is_none() {
            continue;
        }
        let drawn = first_drawing(page).map_err(Failure::at(format!("Drawing {name}")))?;
        files.edit(name, |html| {
            if html.matches(PLACE).count() != 1 {
                return Err(Failure::new(format!(
                    "{name} should hold {PLACE} once: its face is put there."
                )));
            }
            let words = first_words(page).into_iter().flatten();
            let words: Vec<_> = words
                .map(|(name, words)| format!(" data-{name}=\"{words}\""))
                .collect();
            let words = words.concat();
            let filled = format!("<div id=\"app\"{words}>{drawn}</div>");
            Ok(html.replacen(PLACE, &filled, 1))
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_filled_once_and_another_refused() {
        let mut files = Bundle::default();
        files.insert("popup.html", format!("<body>{PLACE}</body>").into_bytes());
        fill(&mut files).unwrap();
        let html = String::from_utf8(files.get("popup.html").unwrap().to_vec()).unwrap();
        assert!(
            html.contains("<div id=\"app\"><div class=\"popup\">"),
            "{html}"
        );
        assert!(fill(&mut files).is_err());
    }

    #[test]
    fn a_page_with_a_field_has_what_its_script_says() {
        let mut files = Bundle::default();
        files.insert("index.html", format!("<body>{PLACE}</body>").into_bytes());
        fill(&mut files).unwrap();
        let html = String::from_utf8(files.get("index.html").unwrap().to_vec()).unwrap();
        for name in ["ready", "failed", "reload"] {
            assert!(html.contains(&format!(" data-{name}=\"")), "{html}");
        }
    }
}
