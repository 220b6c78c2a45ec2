//! The address that a provider has on file over the one that the shop would give it, with the part marked by which they
//! differ: by a line and by words, not by colour alone.

use yew::prelude::*;

use super::face::Face;

/// The two addresses.
pub(super) fn compared(on_file: &str, of_shop: &str, face: &Face) -> Html {
    let (before, after) = in_common(on_file, of_shop);
    let row = |title: &'static str, url: &str| {
        let end = url.len() - after;
        let part = |range: std::ops::Range<usize>| url.get(range).unwrap_or_default().to_owned();
        html! {
            <>
                <dt>{ title }</dt>
                <dd>
                    <code>
                        { part(0..before) }
                        if before < end {
                            <span class="aside">{ " " }{ face.ui.differs_here }{ " " }</span>
                            <mark>{ part(before..end) }</mark>
                        }
                        { part(end..url.len()) }
                    </code>
                </dd>
            </>
        }
    };
    html! {
        <dl class="addresses">
            { row(face.ui.address_on_file, on_file) }
            { row(face.ui.address_of_shop, of_shop) }
            <dd class="soft">{ face.ui.differs_note }</dd>
        </dl>
    }
}

/// Bytes that two texts have in common at the beginning, in whole words, and behind that at the end.
fn in_common(a: &str, b: &str) -> (usize, usize) {
    let same = |(a, b): &(char, char)| a == b;
    let bytes = |count: usize, (a, _): (char, char)| count + a.len_utf8();
    let before = a.chars().zip(b.chars()).take_while(same).fold(0, bytes);
    let common = a.get(..before).unwrap_or_default();
    let before = common
        .rfind(['/', '.', '?', '&', '='])
        .map_or(0, |at| at + 1);
    let (rest_a, rest_b) = (a.get(before..), b.get(before..));
    let (rest_a, rest_b) = (rest_a.unwrap_or_default(), rest_b.unwrap_or_default());
    let ends = rest_a.chars().rev().zip(rest_b.chars().rev());
    (before, ends.take_while(same).fold(0, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_what_is_not_in_common() {
        for (a, b, expected) in [
            ("https://a.example/x", "https://b.example/x", (8, 10)),
            ("http://a.example/", "https://a.example/", (0, 13)),
            ("https://a.example/x", "https://a.example/x", (18, 1)),
            ("https://a.example/", "https://a.example/?wc-api=x", (18, 0)),
            ("aa", "aaa", (0, 2)),
            ("\u{e9}b", "\u{e8}b", (0, 1)),
            ("", "", (0, 0)),
        ] {
            assert_eq!(in_common(a, b), expected, "{a} {b}");
        }
    }
}
