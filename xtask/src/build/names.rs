//! Short names for what a module and its JavaScript side call each other by. wasm-bindgen's end in a hash, which nothing
//! compresses, and stand in both files.

use std::collections::HashMap;

use wasmparser::{BinaryReaderError, Parser, Payload};

use crate::failure::{Failure, Outcome};

/// Begins the export of a closure's call.
const CLOSURE: &str = "wasm_bindgen__convert__closures";

/// The module and its JavaScript side with short names in the place of long ones.
pub(super) fn shorten(module: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let mut short = HashMap::new();
    let mut out = Vec::with_capacity(module.len());
    // A section's range leaves out its own header, so each is taken from the end of the one before it.
    let mut end = 0;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.map_err(unreadable)?;
        let (id, range) = match &payload {
            Payload::Version { range, .. } => (0, range.clone()),
            other => match other.as_section() {
                Some(section) => section,
                None => continue,
            },
        };
        let long = long_names(payload)?;
        if long.is_empty() {
            out.extend_from_slice(module.get(end..range.end).unwrap_or_default());
        } else {
            let mut section = module.get(range.clone()).unwrap_or_default().to_vec();
            for name in long {
                let new = format!("w{}", short.len());
                section = put(&section, name, &new)?;
                short.insert(name, new);
            }
            out.push(id);
            out.extend(leb(section.len()));
            out.extend(section);
        }
        end = range.end;
    }
    Ok((out, rename(glue, &short)?))
}

/// The names in a section of imports or exports that nobody but the two sides calls.
fn long_names(section: Payload<'_>) -> Outcome<Vec<&str>> {
    let mut long = Vec::new();
    match section {
        Payload::ImportSection(imports) => {
            for import in imports.into_imports() {
                long.push(import.map_err(unreadable)?.name);
            }
        }
        Payload::ExportSection(exports) => {
            for export in exports {
                let name = export.map_err(unreadable)?.name;
                long.extend(name.starts_with(CLOSURE).then_some(name));
            }
        }
        _ => {}
    }
    Ok(long)
}

fn unreadable(error: BinaryReaderError) -> Failure {
    Failure::at("Reading the wasm module")(error)
}

/// A section in which one name, found by its length and itself, is another.
fn put(section: &[u8], old: &str, new: &str) -> Outcome<Vec<u8>> {
    let written = |name: &str| [leb(name.len()), name.as_bytes().to_vec()].concat();
    let (old_bytes, new_bytes) = (written(old), written(new));
    let mut places = section
        .windows(old_bytes.len())
        .enumerate()
        .filter(|(_, window)| *window == old_bytes);
    let (Some((at, _)), None) = (places.next(), places.next()) else {
        return Err(Failure::new(format!(
            "{old} is not once in its section of the wasm module."
        )));
    };
    let (before, rest) = section.split_at(at);
    let after = rest.get(old_bytes.len()..).unwrap_or_default();
    Ok([before, &new_bytes, after].concat())
}

/// A script in which these identifiers are others.
fn rename(script: &str, names: &HashMap<&str, String>) -> Outcome<String> {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let in_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let end = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if names.values().any(|new| new == word) {
            return Err(Failure::new(format!(
                "{word} is a name in wasm-bindgen's script already."
            )));
        }
        out.push_str(names.get(word).map_or(word, String::as_str));
        let end = after.find(in_word).unwrap_or(after.len());
        let (between, after) = after.split_at(end);
        out.push_str(between);
        rest = after;
    }
    Ok(out)
}

/// A length as the format writes it.
fn leb(mut length: usize) -> Vec<u8> {
    let mut out = Vec::new();
    loop {
        let low = u8::try_from(length & 0x7f).unwrap_or_default();
        length >>= 7;
        if length == 0 {
            out.push(low);
            return out;
        }
        out.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports one function of one type, and exports it as a closure's call and under a name of its own.
    fn module(import: &str, export: &str) -> Vec<u8> {
        let name = |name: &str| [leb(name.len()), name.as_bytes().to_vec()].concat();
        let section = |id: u8, content: Vec<u8>| [vec![id], leb(content.len()), content].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, vec![1, 0x60, 0, 0]),
            section(
                2,
                [vec![1], name("./a_bg.js"), name(import), vec![0, 0]].concat(),
            ),
            section(
                7,
                [vec![2], name(export), vec![0, 0], name("site"), vec![0, 0]].concat(),
            ),
        ]
        .concat()
    }

    #[test]
    fn both_sides_get_the_same_short_names() {
        let (import, export) = (
            "__wbg_abort_f8d1589eb0c65ee2",
            format!("{CLOSURE}_{}", "h".repeat(120)),
        );
        let glue = format!(
            "{import}: function(arg0) {{ arg0.abort(); }}, {export}(a) {{ wasm.{export}(a); }} wasm.site();"
        );
        let (short, script) = shorten(&module(import, &export), &glue).unwrap();
        assert_eq!(short, module("w0", "w1"));
        assert_eq!(
            script,
            "w0: function(arg0) { arg0.abort(); }, w1(a) { wasm.w1(a); } wasm.site();"
        );
    }

    #[test]
    fn a_name_that_is_taken_is_refused() {
        assert!(shorten(&module("long", "site2"), "const w0 = 1;").is_err());
    }
}
