//! The readers that are compared. Each says how many addresses over http a page loads or sends to: scripts, style sheets,
//! frames, pictures, forms and the rest of [`is_loaded`].

use std::cell::Cell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, TokenizerOpts,
};
use lol_html::html_content::Element;
use lol_html::{HtmlRewriter, Settings, element};

/// A reader: its name, and what it finds in a page.
pub(crate) type Reader = (&'static str, fn(&[u8]) -> usize);

/// All of them, ours first.
pub(crate) const READERS: [Reader; 4] = [
    ("ours", ours),
    ("lol_html", lol_html),
    ("html5gum", html5gum),
    ("html5ever", html5ever),
];

/// Ours reads everything that the diagnosis wants of a page.
fn ours(page: &[u8]) -> usize {
    let refs = callback_doctor::page::read_bytes(page, Some("https://shop.example.com/")).http_refs;
    refs.active.count + refs.passive.count + refs.form.count
}

fn lol_html(page: &[u8]) -> usize {
    let found = Cell::new(0);
    let each = |element: &mut Element| {
        let name = element.tag_name();
        let rel = element.get_attribute("rel").unwrap_or_default();
        let destination = element.get_attribute("as").unwrap_or_default();
        for attribute in element.attributes() {
            let count = hits(
                &name,
                &attribute.name(),
                &attribute.value(),
                &rel,
                &destination,
            );
            found.set(found.get() + count);
        }
        Ok(())
    };
    let settings = Settings::new().append_element_content_handler(element!(ELEMENTS, each));
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    if rewriter.write(page).is_err() || rewriter.end().is_err() {
        return 0;
    }
    found.get()
}

fn html5gum(page: &[u8]) -> usize {
    let mut emitter = html5gum::DefaultEmitter::<()>::default();
    emitter.naively_switch_states(true);
    let mut found = 0;
    for Ok(token) in html5gum::Tokenizer::new_with_emitter(page, emitter) {
        let html5gum::Token::StartTag(tag) = token else {
            continue;
        };
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let name = text(&tag.name);
        let get = |name: &[u8]| tag.attributes.get(name).map(|value| text(&value.value));
        let (rel, destination) = (
            get(b"rel").unwrap_or_default(),
            get(b"as").unwrap_or_default(),
        );
        for (attribute, value) in &tag.attributes {
            found += hits(
                &name,
                &String::from_utf8_lossy(attribute),
                &String::from_utf8_lossy(&value.value),
                &rel,
                &destination,
            );
        }
    }
    found
}

/// Its tokenizer alone: a tree costs more.
fn html5ever(page: &[u8]) -> usize {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&String::from_utf8_lossy(page)));
    let tokenizer =
        html5ever::tokenizer::Tokenizer::new(Counter::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.get()
}

#[derive(Default)]
struct Counter(Cell<usize>);

impl TokenSink for Counter {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else {
            return TokenSinkResult::Continue;
        };
        if tag.kind == TagKind::EndTag {
            return TokenSinkResult::Continue;
        }
        let get = |name: &str| {
            let mut attributes = tag.attrs.iter();
            let found = attributes.find(|attribute| &*attribute.name.local == name);
            found.map_or("", |attribute| &*attribute.value)
        };
        let (rel, destination) = (get("rel"), get("as"));
        for attribute in &tag.attrs {
            let count = hits(
                &tag.name,
                &attribute.name.local,
                &attribute.value,
                rel,
                destination,
            );
            self.0.set(self.0.get() + count);
        }
        match &*tag.name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => {
                TokenSinkResult::RawData(RawKind::Rawtext)
            }
            "plaintext" => TokenSinkResult::Plaintext,
            _ => TokenSinkResult::Continue,
        }
    }
}

/// Elements that load or send.
const ELEMENTS: &str = "script, iframe, frame, embed, track, img, source, video, audio, object, body, table, td, th, form, button, input, link";

/// How many addresses over http an attribute has that a browser loads or sends to.
fn hits(element: &str, attribute: &str, value: &str, rel: &str, destination: &str) -> usize {
    if !is_loaded(element, attribute, rel, destination) {
        return 0;
    }
    if attribute == "srcset" {
        let candidates = value.split(',').map(str::trim_start);
        return candidates.filter(|address| is_http(address)).count();
    }
    usize::from(is_http(value.trim_start()))
}

fn is_http(value: &str) -> bool {
    let start = value.get(..7).unwrap_or_default();
    start.eq_ignore_ascii_case("http://")
}

fn is_loaded(element: &str, attribute: &str, rel: &str, destination: &str) -> bool {
    match (element, attribute) {
        (
            "script" | "iframe" | "frame" | "embed" | "track" | "img" | "source" | "video"
            | "audio",
            "src",
        )
        | ("img" | "source", "srcset")
        | ("object", "data")
        | ("video", "poster")
        | ("body" | "table" | "td" | "th", "background")
        | ("form", "action")
        | ("button" | "input", "formaction") => true,
        ("link", "href") => rel.split_ascii_whitespace().any(|word| {
            matches!(
                word,
                "stylesheet"
                    | "manifest"
                    | "modulepreload"
                    | "icon"
                    | "apple-touch-icon"
                    | "mask-icon"
            ) || matches!(word, "preload" | "prefetch" | "prerender") && !destination.contains('\0')
        }),
        _ => false,
    }
}
