//! What takes the room in the wasm module: its sections, and the crates that its code comes from.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
    fmt::Write,
};

use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use super::size::brotli;
use crate::failure::{Failure, Outcome};

/// Rows of a table; what is below them is one line.
const ROWS: usize = 12;

/// Functions whose name holds no path.
const OTHERS: &str = "others";

/// Our own crate, as function names have it.
const OURS: &str = "callback_doctor";

/// Three small tables, from a module that still has its function names.
pub(crate) fn describe(name: &str, module: &[u8]) -> Outcome<String> {
    let mut text = format!(
        "\n{:<42} {:>9} {:>19}\n",
        format!("sections of {name}"),
        "raw",
        "brotli 11 alone"
    );
    for (name, content) in sections(module)? {
        let _ = writeln!(
            text,
            "  {name:<40} {:>9} {:>19}",
            content.len(),
            brotli(content)?
        );
    }
    let functions = functions(module)?;
    table(&mut text, "code by crate", &functions, crate_of);
    table(&mut text, "our own code by module", &functions, |name| {
        if crate_of(name) == OURS {
            module_of(name)
        } else {
            ""
        }
    });
    Ok(text)
}

/// The sum of each group, the largest first; the group without a name is left out.
fn table<'a>(
    text: &mut String,
    title: &str,
    functions: &'a [(String, usize)],
    group: impl Fn(&'a str) -> &'a str,
) {
    let mut sums = BTreeMap::<_, usize>::new();
    for (name, bytes) in functions {
        *sums.entry(group(name)).or_default() += bytes;
    }
    sums.remove("");
    let mut rows: Vec<_> = sums.into_iter().collect();
    rows.sort_by_key(|(name, bytes)| (*name == OTHERS, Reverse(*bytes)));
    let rest: usize = rows.iter().skip(ROWS).map(|(_, bytes)| bytes).sum();
    rows.truncate(ROWS);
    rows.push((OTHERS, rest));
    let _ = writeln!(text, "\n{title:<42} {:>9}", "raw");
    for (name, bytes) in rows {
        let _ = writeln!(text, "  {name:<40} {bytes:>9}");
    }
}

fn broken(error: wasmparser::BinaryReaderError) -> Failure {
    Failure::at("Reading the wasm module")(error)
}

fn sections(module: &[u8]) -> Outcome<Vec<(String, &[u8])>> {
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
        sections.push((name, module.get(range).unwrap_or_default()));
    }
    Ok(sections)
}

/// Name and bytes of each function.
fn functions(module: &[u8]) -> Outcome<Vec<(String, usize)>> {
    let mut names = HashMap::new();
    let mut bodies = Vec::new();
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(module) {
        match payload.map_err(broken)? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import.map_err(broken)?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::CustomSection(custom) => {
                let KnownCustom::Name(sections) = custom.as_known() else {
                    continue;
                };
                for section in sections {
                    let Name::Function(map) = section.map_err(broken)? else {
                        continue;
                    };
                    for naming in map {
                        let naming = naming.map_err(broken)?;
                        names.insert(naming.index, naming.name.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    Ok((imported..)
        .zip(bodies)
        .map(|(index, bytes)| (names.remove(&index).unwrap_or_default(), bytes))
        .collect())
}

/// The crate of the first path in a name as wasm-bindgen writes it: `yew` in `<yew[5e61]::Scope as …>::fmt`.
fn crate_of(name: &str) -> &str {
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
        None | Some("") => OTHERS,
        Some(name) => name,
    }
}

/// What follows the crate in the first path of a name.
fn module_of(name: &str) -> &str {
    let rest = name.split_once("::").map_or("", |(_, rest)| rest);
    match rest
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
    {
        None | Some("") => OTHERS,
        Some(module) => module,
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
        assert_eq!(
            module_of("<callback_doctor::ui::way::Way as yew::Component>::view"),
            "ui"
        );
        assert_eq!(module_of("<callback_doctor[12ab]::Odd>::new"), "Odd");
    }
}
