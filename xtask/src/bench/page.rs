//! How long a page takes to be read, beside other readers: the same pages and the same hits in one run.

use std::{fs, path::Path};

use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use super::corpus;
use crate::{
    build::TARGET,
    failure::{Failure, Outcome},
    progress::{note, step},
    test::browsers,
    workspace::{cargo, check, read, root, target, tool},
};

/// The module for JavaScript to call.
const MODULE: &str = "bench-page-wasm";

/// Measures everybody, and prints a table.
pub(super) fn print() -> Outcome {
    let pages = corpus::pages()?;
    if pages.is_empty() {
        println!("skipped: no corpus");
        return Ok(());
    }
    let folder = target().join("bench").join("page");
    fs::create_dir_all(&folder).map_err(Failure::at("Making a folder for the benchmark"))?;
    let file = folder.join("pages.jsonl");
    let lines: Vec<String> = pages
        .iter()
        .map(|page| Value::from(page.as_str()).to_string())
        .collect();
    fs::write(&file, lines.join("\n")).map_err(Failure::at("Writing the pages"))?;
    let glue = step("Compiling the readers for wasm", || module(&folder))?;
    browsers::set_up(&root().join("tests").join("e2e"))?;
    let mut rows = step("Reading natively", || native(&file))?;
    rows.extend(step("Reading in node and Chromium", || {
        in_javascript(&file, &glue)
    })?);
    table(&rows, pages.iter().map(String::len).sum(), pages.len());
    Ok(())
}

/// What somebody needed for all pages.
struct Row {
    reader: String,
    place: String,
    hits: u64,
    seconds: f64,
}

fn native(file: &Path) -> Outcome<Vec<Row>> {
    let mut run = cargo(&["run", "--quiet", "--profile", "bench-native"]);
    run.args(["--package", "bench-page", "--bin", "bench-page", "--"]);
    rows(&read(
        run.arg(file),
        "The benchmark does not compile or run.",
    )?)
}

/// Compiles as what is shipped is compiled, and gives the JavaScript side.
fn module(folder: &Path) -> Outcome<std::path::PathBuf> {
    let mut build = cargo(&["build", "--release", "--target", TARGET]);
    build.args(["--package", "bench-page", "--bin", MODULE]);
    check(&mut build, "The readers did not compile for wasm.")?;
    let module = target().join(TARGET).join("release").join(MODULE);
    Bindgen::new()
        .input_path(module.with_extension("wasm"))
        .out_name(MODULE)
        .web(true)
        .and_then(|bindgen| bindgen.typescript(false).generate(folder))
        .map_err(|error| Failure::new(format!("wasm-bindgen: {error:#}")))?;
    Ok(folder.join(MODULE).with_extension("js"))
}

fn in_javascript(file: &Path, glue: &Path) -> Outcome<Vec<Row>> {
    let mut node = tool("node");
    node.arg(root().join("tests/e2e/bench/page.mjs"));
    rows(&read(
        node.arg(file).arg(glue),
        "page could not be measured.",
    )?)
}

fn rows(output: &[u8]) -> Outcome<Vec<Row>> {
    let text = String::from_utf8_lossy(output);
    text.lines().map(row).collect()
}

fn row(line: &str) -> Outcome<Row> {
    let row: Value = serde_json::from_str(line).map_err(Failure::at("Reading a result"))?;
    let text = |key: &str| row.get(key)?.as_str().map(str::to_owned);
    let read = || {
        Some(Row {
            reader: text("reader")?,
            place: text("where")?,
            hits: row.get("hits")?.as_u64()?,
            seconds: row.get("seconds")?.as_f64()?,
        })
    };
    read().ok_or_else(|| Failure::new("A result lacks something."))
}

#[allow(clippy::cast_precision_loss, reason = "some megabytes")]
fn table(rows: &[Row], bytes: usize, pages: usize) {
    let megabytes = bytes as f64 / 1_000_000.0;
    println!(
        "Reading {pages} recorded pages of a shop, {megabytes:.2} MB (ours: tokenizer and every sign; in wasm as shipped; wasm and node: time of the processor)"
    );
    println!(
        "  {:12} {:9} {:>5} {:>9} {:>8} {:>16}",
        "reader", "where", "hits", "ms", "MB/s", "time of ours"
    );
    let ours = |place: &str| {
        let mut rows = rows.iter();
        rows.find(|row| row.reader == "ours" && row.place == place)
    };
    for row in rows {
        // JavaScript and the browser are compared with ours in wasm.
        let Some(ours) = ours(&row.place).or_else(|| ours("wasm")) else {
            continue;
        };
        println!(
            "  {:12} {:9} {:5} {:9.2} {:8.0} {:>15.1}x",
            row.reader,
            row.place,
            row.hits,
            row.seconds * 1000.0,
            megabytes / row.seconds,
            row.seconds / ours.seconds
        );
        if row.hits != ours.hits {
            note(&format!("{} has other hits than ours", row.reader));
        }
    }
}
