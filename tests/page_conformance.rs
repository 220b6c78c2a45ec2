//! The tokenizer against the html5lib tokenizer tests (`../shared/corpus/html5lib`): start tags, attributes and end tags.
//! Texts, comments and doctypes are no tokens here; where they end shows in the tags behind them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use callback_doctor::html::entities::{Place, decode};
use callback_doctor::html::tokenizer::{Name, Sink, Tag, Text, Tokenizer};
use serde_json::Value;

/// Tests that fail for a known reason. One that passes after all fails the run: then its row goes.
const KNOWN_FAILURES: &[(&str, &str)] = &[(
    "Non BMP-charref in attribute",
    "a reference by a name that no address uses; the table keeps ASCII, Latin-1 and punctuation",
)];

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Start(Name, HashMap<Name, String>, bool),
    End(Name),
}

#[derive(Default)]
struct Collector {
    tokens: Vec<Token>,
    foreign: bool,
}

impl Sink for Collector {
    fn start(&mut self, tag: &Tag<'_>) -> Text {
        let mut attributes = HashMap::new();
        for (name, value) in tag.attributes() {
            attributes
                .entry(name)
                .or_insert_with(|| decode(value, Place::Attribute).into_owned());
        }
        self.tokens
            .push(Token::Start(tag.name, attributes, tag.self_closing));
        Text::Data
    }

    fn end(&mut self, name: Name) {
        self.tokens.push(Token::End(name));
    }

    fn text(&mut self, _: &[u8], _: bool) {}

    fn is_foreign(&self) -> bool {
        self.foreign
    }
}

/// The name of a test's token; a NUL is only replaced where the text of the name is shown.
fn name(text: &str) -> Name {
    Name::of(&text.replace('\u{fffd}', "\0"))
}

fn tokens(input: &str, state: &str, last_start_tag: Option<&str>, piece: usize) -> Vec<Token> {
    let name = Name::of(last_start_tag.unwrap_or_default());
    let mut tokenizer = Tokenizer::within(
        match state {
            "RCDATA state" | "RAWTEXT state" => Text::Raw,
            "Script data state" => Text::Script,
            "PLAINTEXT state" => Text::Plain,
            _ => Text::Data,
        },
        name,
    );
    let mut collector = Collector::default();
    if state == "CDATA section state" {
        collector.foreign = true;
        tokenizer.feed(b"<![CDATA[", &mut collector);
        collector.foreign = false;
    }
    for piece in input.as_bytes().chunks(piece) {
        tokenizer.feed(piece, &mut collector);
    }
    tokenizer.finish(&mut collector);
    collector.tokens
}

fn expected(output: &Value, escaped: bool) -> Option<Vec<Token>> {
    let string = |value: &Value| unescape(value.as_str().unwrap(), escaped);
    let mut tokens = Vec::new();
    for token in output.as_array().unwrap() {
        match token[0].as_str().unwrap_or_default() {
            "StartTag" => {
                let mut attributes = HashMap::new();
                for (key, value) in token[2].as_object().unwrap() {
                    attributes.insert(name(&unescape(key, escaped)?), string(value)?);
                }
                let self_closing = token[3].as_bool().unwrap_or(false);
                tokens.push(Token::Start(
                    name(&string(&token[1])?),
                    attributes,
                    self_closing,
                ));
            }
            "EndTag" => tokens.push(Token::End(name(&string(&token[1])?))),
            _ => {}
        }
    }
    Some(tokens)
}

/// Undoes the second escaping; `None` for half a surrogate pair, which no UTF-8 text can hold.
fn unescape(text: &str, escaped: bool) -> Option<String> {
    if !escaped {
        return Some(text.to_owned());
    }
    let mut units = Vec::new();
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        if let Some(code) = rest.strip_prefix("\\u") {
            units.push(u16::from_str_radix(&code[..4], 16).unwrap());
            rest = &code[4..];
        } else {
            units.extend_from_slice(char.encode_utf16(&mut [0; 2]));
            rest = &rest[char.len_utf8()..];
        }
    }
    String::from_utf16(&units).ok()
}

fn corpus() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/html5lib/tokenizer");
    path.is_dir().then_some(path)
}

#[test]
fn html5lib_tokenizer_tests() {
    let Some(corpus) = corpus() else {
        println!("skipped: no corpus");
        return;
    };
    let mut files: Vec<_> = corpus
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "test"))
        // Expects a DOM turned into XML, which is another task.
        .filter(|path| !path.ends_with("xmlViolation.test"))
        .collect();
    files.sort();
    let (mut passed, mut with_tags, mut known, mut unreadable) = (0, 0, 0, 0);
    let mut surprises = Vec::new();
    for file in files {
        let json: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for test in json["tests"].as_array().unwrap() {
            let escaped = test["doubleEscaped"].as_bool().unwrap_or(false);
            let input = unescape(test["input"].as_str().unwrap(), escaped);
            let (Some(input), Some(expected)) = (input, expected(&test["output"], escaped)) else {
                unreadable += 1;
                continue;
            };
            let description = test["description"].as_str().unwrap();
            let data_state = [Value::from("Data state")];
            let states = test["initialStates"].as_array();
            for state in states.map_or(&data_state[..], Vec::as_slice) {
                let state = state.as_str().unwrap();
                let last_start_tag = test["lastStartTag"].as_str();
                let found = tokens(&input, state, last_start_tag, usize::MAX);
                for piece in [1, 2, 3, 5] {
                    let pieces = tokens(&input, state, last_start_tag, piece);
                    assert_eq!(pieces, found, "{description}: in pieces of {piece}");
                }
                let reason = KNOWN_FAILURES.iter().find(|(name, _)| *name == description);
                with_tags += usize::from(!expected.is_empty());
                match (found == expected, reason) {
                    (true, None) => passed += 1,
                    (false, Some(_)) => known += 1,
                    (true, Some(_)) => surprises.push(format!("passes now: {description}")),
                    (false, None) => surprises.push(format!(
                        "{description} ({state}): {input:?}\n  expected {expected:?}\n  found    {found:?}"
                    )),
                }
            }
        }
    }
    println!(
        "html5lib tokenizer tests: {passed} passed ({with_tags} of all with tags), {known} known failures"
    );
    println!("{unreadable} left out: half a surrogate pair is no UTF-8");
    for (name, reason) in KNOWN_FAILURES {
        println!("known failure: {name}: {reason}");
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}
