//! What takes the room in the wasm module: its sections, and the crates that its code comes from.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write,
};

use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::failure::{Failure, Outcome};

/// Crates that are named; the others are one line.
const CRATES: usize = 12;

/// Functions that no crate's name stands in.
const OTHERS: &str = "others";

/// Two small tables, from a module that still has its function names.
pub(crate) fn describe(module: &[u8]) -> Outcome<String> {
    let mut text = format!("\n{:<42} {:>9}\n", "sections of the module", "raw");
    for (name, bytes) in sections(module)? {
        let _ = writeln!(text, "  {name:<40} {bytes:>9}");
    }
    let mut crates: Vec<_> = code_by_crate(module)?.into_iter().collect();
    let all: usize = crates.iter().map(|(_, bytes)| bytes).sum();
    crates.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let _ = writeln!(text, "\n{:<42} {:>9}", "its code by crate", "raw");
    crates.retain(|(name, _)| name != OTHERS);
    for (name, bytes) in crates.iter().take(CRATES) {
        let _ = writeln!(text, "  {name:<40} {bytes:>9}");
    }
    let others = all
        - crates
            .iter()
            .take(CRATES)
            .map(|(_, bytes)| bytes)
            .sum::<usize>();
    let _ = writeln!(text, "  {OTHERS:<40} {others:>9}");
    Ok(text)
}

fn broken(error: wasmparser::BinaryReaderError) -> Failure {
    Failure::at("Reading the wasm module")(error)
}

fn sections(module: &[u8]) -> Outcome<Vec<(String, usize)>> {
    let mut sections = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.map_err(broken)?;
        let Some((id, range)) = payload.as_section() else {
            continue;
        };
        let name = match payload {
            Payload::CustomSection(custom) if custom.name() == "name" => continue,
            Payload::CustomSection(custom) => format!("custom {}", custom.name()),
            _ => match id {
                1 => "types",
                2 => "imports",
                3 => "functions",
                4 => "tables",
                6 => "globals",
                7 => "exports",
                9 => "elements",
                10 => "code",
                11 => "data",
                _ => "other",
            }
            .to_owned(),
        };
        sections.push((name, range.len()));
    }
    Ok(sections)
}

/// Bytes of code by the crate that a function is named after.
fn code_by_crate(module: &[u8]) -> Outcome<BTreeMap<String, usize>> {
    let mut names = HashMap::new();
    let mut bodies = Vec::new();
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(module) {
        match payload.map_err(broken)? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(
                        import.map_err(broken)?.ty,
                        wasmparser::TypeRef::Func(_)
                    ));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(sections) = custom.as_known() {
                    for section in sections {
                        if let Name::Function(map) = section.map_err(broken)? {
                            for naming in map {
                                let naming = naming.map_err(broken)?;
                                names.insert(naming.index, crate_of(naming.name));
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut crates = BTreeMap::new();
    for (index, bytes) in (imported..).zip(bodies) {
        let name = names
            .get(&index)
            .cloned()
            .unwrap_or_else(|| OTHERS.to_owned());
        *crates.entry(name).or_insert(0) += bytes;
    }
    Ok(crates)
}

/// The crate of the first path in a name as wasm-bindgen writes it: `yew` in `<yew[5e61]::Scope as …>::fmt`.
fn crate_of(name: &str) -> String {
    let path = name.split_once("::").map_or("", |(path, _)| path);
    let path = if path.ends_with(']') {
        path.rsplit_once('[').map_or("", |(path, _)| path)
    } else {
        path
    };
    match path
        .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
    {
        None | Some("") => OTHERS.to_owned(),
        Some(name) => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_first_crate_in_its_name() {
        for (name, expected) in [
            ("core::fmt::Write::write_fmt", "core"),
            ("<&mut yew::html::Scope<T> as core::fmt::Debug>::fmt", "yew"),
            (
                "<dlmalloc[e24a]::dlmalloc::Dlmalloc<dlmalloc[e24a]::sys::System>>::malloc",
                "dlmalloc",
            ),
            ("<[u8] as core[c593]::fmt::Debug>::fmt", "core"),
            ("__rustc[b797]::__rdl_realloc", "__rustc"),
            ("main", OTHERS),
        ] {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }
}
