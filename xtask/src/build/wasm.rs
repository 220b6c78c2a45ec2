//! From Rust to `NAME.js` and `NAME_bg.wasm` for each module: cargo, then wasm-bindgen as a library.

use std::{collections::BTreeSet, fs, path::Path, path::PathBuf};

use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Parser, Payload};

use super::bundle::Bundle;
use crate::{
    failure::{Failure, Outcome},
    progress::note,
    workspace::{cargo, check, read, tool},
};

/// The modules: what draws the extension's pages and what draws the site, what diagnoses for each, and what reads what
/// people have.
pub(crate) const MODULES: [&str; 7] = [
    "faces",
    "checker",
    "audit_page",
    "auditor",
    "background_brain",
    "brain",
    "reader",
];

/// The modules that the site has no use for.
pub(crate) const NOT_OF_THE_SITE: [&str; 3] = ["faces", "audit_page", "background_brain"];

/// The modules that the extension has no use for.
pub(crate) const NOT_OF_THE_EXTENSION: [&str; 2] = ["auditor", "brain"];

/// The file of a module, beside its JavaScript side.
pub(crate) fn module_file(name: &str) -> String {
    format!("{name}_bg.wasm")
}

/// The JavaScript side of a module.
pub(crate) fn glue_file(name: &str) -> String {
    format!("{name}.js")
}

/// What it is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles the modules, and says where cargo put each.
pub(crate) fn compile() -> Outcome<Vec<(&'static str, PathBuf)>> {
    ensure_target()?;
    let mut build = cargo(&[
        "build",
        "--release",
        "--package",
        "callback-doctor",
        "--bins",
        "--target",
        TARGET,
    ]);
    build
        .arg("--message-format=json-render-diagnostics")
        .env("CARGO_ENCODED_RUSTFLAGS", portable_paths()?);
    let messages = read(&mut build, "The wasm modules did not compile.")?;
    let files = artifacts(&messages);
    MODULES
        .iter()
        .map(|name| {
            let file = files
                .iter()
                .find(|path| path.file_stem().is_some_and(|stem| stem == *name));
            file.map(|path| (*name, path.clone()))
                .ok_or_else(|| Failure::new(format!("cargo built no {name}.wasm.")))
        })
        .collect()
}

/// Runs wasm-bindgen, giving the two files that pages load; the module still has its function names.
pub(crate) fn bind(name: &str, module: &Path) -> Outcome<Bundle> {
    let folder = module.with_extension("bindgen");
    Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .remove_producers_section(true)
                .omit_default_module_path(true)
                .generate(&folder)
        })
        .map_err(|error| Failure::new(format!("wasm-bindgen: {error:#}")))?;
    let mut glue = Bundle::read(&folder)?;
    fs::remove_dir_all(&folder).map_err(Failure::at("Removing wasm-bindgen's folder"))?;
    glue.edit(&glue_file(name), without_inner_html)?;
    Ok(glue)
}

/// The module without its function names, which are half its size and only serve [`super::anatomy`].
pub(crate) fn without_names(module: &[u8]) -> Outcome<Vec<u8>> {
    let mut kept = Vec::new();
    // A section's range leaves out its own header, so each is taken from the end of the one before it.
    let mut end = 0;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.map_err(Failure::at("Reading the wasm module"))?;
        let range = match &payload {
            Payload::Version { range, .. } => range.clone(),
            other => match other.as_section() {
                Some((_, range)) => range,
                None => continue,
            },
        };
        if !matches!(&payload, Payload::CustomSection(custom) if custom.name() == "name") {
            kept.extend_from_slice(module.get(end..range.end).unwrap_or_default());
        }
        end = range.end;
    }
    Ok(kept)
}

/// Installs the target where it is missing.
pub(crate) fn ensure_target() -> Outcome {
    if Path::new(&rustc(&["--print", "target-libdir", "--target", TARGET])?).is_dir() {
        return Ok(());
    }
    note(&format!(
        "the target {TARGET} is missing: asking rustup for it"
    ));
    check(
        tool("rustup").args(["target", "add", TARGET]),
        "The wasm target cannot be had: install it with `rustup target add wasm32-unknown-unknown`, or your system's package for it.",
    )
}

/// Panic messages hold the paths of source files. These flags leave the machine out of them, so that the module is the
/// same whoever builds it: downloaded crates lose their folder, and the standard library is named as it is where its
/// source is not installed.
fn portable_paths() -> Outcome<String> {
    let metadata = read(
        &mut cargo(&[
            "metadata",
            "--format-version=1",
            "--filter-platform",
            TARGET,
        ]),
        "cargo metadata failed.",
    )?;
    let metadata: Value =
        serde_json::from_slice(&metadata).map_err(Failure::at("Reading cargo metadata"))?;
    let folders: BTreeSet<String> = metadata
        .pointer("/packages")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter(|package| package.get("source").is_some_and(Value::is_string))
        .filter_map(|package| {
            Path::new(package.get("manifest_path")?.as_str()?)
                .parent()?
                .parent()
        })
        .map(|folder| format!("{}/=", folder.display()))
        .collect();
    let version = rustc(&["-vV"])?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .unwrap_or_default();
    let library = format!(
        "{}/lib/rustlib/src/rust/=/rustc/{commit}/",
        rustc(&["--print", "sysroot"])?
    );
    let flags: Vec<_> = folders
        .into_iter()
        .chain([library])
        .map(|map| format!("--remap-path-prefix={map}"))
        .collect();
    // The separator that cargo asks for between encoded flags.
    Ok(flags.join("\u{1f}"))
}

/// What rustc prints.
fn rustc(arguments: &[&str]) -> Outcome<String> {
    let mut rustc = tool(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let printed = read(
        rustc.args(arguments),
        "rustc does not run; https://rustup.rs installs it.",
    )?;
    Ok(String::from_utf8_lossy(&printed).trim().to_owned())
}

/// The `.wasm` files in cargo's messages.
fn artifacts(messages: &[u8]) -> Vec<PathBuf> {
    messages
        .split(|byte| *byte == b'\n')
        .filter_map(|line| serde_json::from_slice::<Value>(line).ok())
        .filter_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
        .filter(|path| path.extension().is_some_and(|end| end == "wasm"))
        .collect()
}

/// Yew's glue brings one line that writes `innerHTML`. Only unchecked HTML would reach it, which this project does not
/// use: the line is replaced. Whatever else writes it, [`super::shipped`] refuses.
fn without_inner_html(glue: &str) -> Outcome<String> {
    const LINE: &str = "arg0.innerHTML = getStringFromWasm0(arg1, arg2);";
    if glue.matches(LINE).count() > 1 {
        return Err(Failure::new(
            "wasm-bindgen's glue writes innerHTML in more than one place; one is known.",
        ));
    }
    Ok(glue.replace(LINE, "throw new Error('not used');"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_line_is_patched_where_it_is_once() {
        let known = "set_innerHTML_1: function(arg0, arg1, arg2) {\n    arg0.innerHTML = getStringFromWasm0(arg1, arg2);\n},";
        let patched = without_inner_html(known).unwrap();
        assert!(!patched.contains(".innerHTML"), "{patched}");
        assert_eq!(without_inner_html("no such line").unwrap(), "no such line");
        assert!(without_inner_html(&known.repeat(2)).is_err());
    }

    #[test]
    fn only_the_names_are_taken_away() {
        let version = b"\0asm\x01\0\0\0".as_slice();
        let (names, other) = (b"\0\x05\x04name".as_slice(), b"\0\x05\x04keep".as_slice());
        let module = [version, other, names, other].concat();
        assert_eq!(
            without_names(&module).unwrap(),
            [version, other, other].concat()
        );
        assert!(without_names(b"no module").is_err());
    }

    #[test]
    fn the_artifacts_are_found_among_cargos_messages() {
        let messages = b"{\"reason\":\"compiler-artifact\",\"executable\":null}\nnoise\n{\"executable\":\"/t/doctor.wasm\"}\n";
        assert_eq!(artifacts(messages), [PathBuf::from("/t/doctor.wasm")]);
    }
}
