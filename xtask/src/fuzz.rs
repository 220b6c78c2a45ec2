//! `cargo xtask fuzz`: feeds the readers of pages and sitemaps documents that lead to code that was not reached yet.

use std::{fs, path::Path, process::Stdio};

use crate::{
    failure::{Failure, Outcome},
    workspace::{cargo, check, read, root, target, tool},
};

const HELP: &str = "\
cargo xtask fuzz [page | sitemap] [--minutes N]

  page      pages: the same signs however a page is cut, and no hit that is none
  sitemap   robots.txt and sitemaps: nothing is asked for but https on the site itself

Without a word both, one after the other; --minutes says how long each takes (10). libFuzzer says what was reached: `cov`
counts the edges, `exec/s` the documents a second. A document that breaks a rule is kept in target/fuzz, and so is what
led further; it begins with tests/fuzz/seeds. Needs a C++ compiler.";

const TARGETS: [&str; 2] = ["page", "sitemap"];

/// Bytes of a document.
const BYTES: &str = "-max_len=4096";

/// Seconds that one document may take.
const PATIENCE: &str = "-timeout=10";

/// What counts edges, in stable Rust. Source: cargo-fuzz 0.13.1, `src/project.rs`.
const COUNTED: [&str; 5] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// Reads the options and runs the targets.
pub(crate) fn run(mut args: lexopt::Parser) -> Outcome {
    use lexopt::Arg::{Long, Short, Value};
    use lexopt::ValueExt;
    let (mut only, mut minutes) = (None, 10_u32);
    while let Some(arg) = args.next()? {
        match arg {
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(());
            }
            Long("minutes") => minutes = args.value()?.parse()?,
            Value(word) if only.is_none() => match TARGETS.iter().find(|target| word == **target) {
                Some(target) => only = Some(*target),
                None => return Err(Value(word).unexpected().into()),
            },
            other => return Err(other.unexpected().into()),
        }
    }
    let folder = target().join("fuzz");
    let built = build(&folder)?;
    for target in TARGETS {
        if only.is_none_or(|only| only == target) {
            feed(target, minutes, &folder, &built)?;
        }
    }
    Ok(())
}

/// Compiles the targets, and says for what machine: with the machine named, the flags reach no build script.
fn build(folder: &Path) -> Outcome<String> {
    let version = read(
        tool("rustc").args(["--version", "--verbose"]),
        "rustc does not run.",
    )?;
    let version = String::from_utf8_lossy(&version);
    let machine = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .ok_or_else(|| Failure::new("rustc does not say what machine this is."))?
        .to_owned();
    let mut build = cargo(&["build", "--profile", "fuzz", "--package", "fuzz"]);
    build
        .args(["--features", "guided", "--bins", "--target", &machine])
        .arg("--target-dir")
        .arg(folder.join("build"))
        .env("CARGO_ENCODED_RUSTFLAGS", COUNTED.join("\x1f"));
    check(&mut build, "The fuzz targets did not compile.")?;
    Ok(machine)
}

fn feed(target: &str, minutes: u32, folder: &Path, machine: &str) -> Outcome {
    let reached = folder.join("reached").join(target);
    fs::create_dir_all(&reached).map_err(Failure::at("Making a folder for the documents"))?;
    let program = folder
        .join("build")
        .join(machine)
        .join("fuzz")
        .join(format!("fuzz-{target}"));
    let mut fuzz = tool(program);
    fuzz.arg(&reached)
        .arg(root().join("tests/fuzz/seeds").join(target))
        .arg(format!(
            "-dict={}",
            root().join("tests/fuzz/words.dict").display()
        ))
        .arg(format!("-max_total_time={}", minutes * 60))
        .arg(format!("-artifact_prefix={}/{target}-", folder.display()))
        .args([BYTES, PATIENCE, "-print_final_stats=1"])
        .stdin(Stdio::null());
    check(
        &mut fuzz,
        &format!("A document broke a rule of {target}; see above."),
    )
}
