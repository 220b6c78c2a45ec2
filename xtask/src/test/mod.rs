//! `cargo xtask test`: everything that can be checked, one step after the other, whatever failed before.

pub(crate) mod browsers;
mod lanes;
mod tally;

use std::time::Instant;

use crate::{
    build,
    failure::{Failure, Outcome},
    workspace::{cargo, check, root},
};
use build::TARGET;
use tally::Tally;

/// Test files in browsers at the same time.
const LANES: usize = 2;

const HELP: &str = "\
cargo xtask test [--no-browser]

Runs, in this order: the formatter and clippy (native and wasm), every Rust test, the documentation, the build with its
size budget, and the tests in real browsers, for which it installs what is missing. Ends with `N passed, N failed`.

  --no-browser     leaves the tests in browsers out";

/// Reads the options and runs every step.
pub(crate) fn run(mut args: lexopt::Parser) -> Outcome {
    use lexopt::Arg::{Long, Short};
    let mut browser = true;
    while let Some(arg) = args.next()? {
        match arg {
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(());
            }
            Long("no-browser") => browser = false,
            other => return Err(other.unexpected().into()),
        }
    }
    let mut run = Run::default();
    run.step("formatting", |_| {
        check(
            &mut cargo(&["fmt", "--all", "--check"]),
            "`cargo fmt` would change files.",
        )
    });
    run.step("clippy", |_| clippy(&["--workspace", "--all-targets"]));
    run.step("clippy for wasm", |_| {
        build::ensure_target()?;
        clippy(&[
            "--package",
            "callback-doctor",
            "--lib",
            "--bins",
            "--target",
            TARGET,
        ])
    });
    run.step("Rust tests", |tally| {
        tally.watch(&mut cargo(&["test", "--workspace", "--no-fail-fast"]))
    });
    run.step("documentation", |_| {
        let mut doc = cargo(&["doc", "--workspace", "--no-deps"]);
        check(
            doc.env("RUSTDOCFLAGS", "-D warnings"),
            "The documentation has faults.",
        )
    });
    run.step("build and sizes", |_| build::build());
    if browser {
        run.step("tests in browsers", in_browsers);
    } else {
        eprintln!("\nThe tests in browsers are left out, as asked.");
    }
    run.finish()
}

fn clippy(which: &[&str]) -> Outcome {
    check(
        cargo(&["clippy"])
            .args(which)
            .args(["--", "--deny", "warnings"]),
        "clippy found something.",
    )
}

fn in_browsers(tally: &mut Tally) -> Outcome {
    let folder = root().join("tests").join("e2e");
    browsers::set_up(&folder)?;
    check(
        &mut cargo(&["build", "--package", "demo-shop"]),
        "The demo shop did not compile.",
    )?;
    lanes::run(tally, browsers::tests(&folder)?, LANES, lanes::FILE)
}

/// The steps so far.
#[derive(Default)]
struct Run {
    summary: Vec<String>,
    total: Tally,
}

impl Run {
    /// Runs one step. One that counts no tests of its own counts as one, and so does one that fails without a failed test.
    fn step(&mut self, name: &str, work: impl FnOnce(&mut Tally) -> Outcome) {
        eprintln!("\n=== {name}");
        let start = Instant::now();
        let mut tally = Tally::default();
        let outcome = work(&mut tally);
        if tally == Tally::default() && outcome.is_ok() {
            tally.passed = 1;
        }
        if outcome.is_err() && tally.failed == 0 {
            tally.failed = 1;
        }
        self.total.add(&tally);
        let (verdict, reason) = match &outcome {
            Ok(()) => ("ok", String::new()),
            Err(failure) => ("FAILED", format!("  {failure}")),
        };
        let line = format!(
            "{verdict:<7}{name:<20}{tally:<26}{:>6.1} s{reason}",
            start.elapsed().as_secs_f32()
        );
        eprintln!("{line}");
        self.summary.push(line);
    }

    fn finish(self) -> Outcome {
        println!("\n{}\n\n{}", self.summary.join("\n"), self.total);
        if self.total.failed == 0 {
            Ok(())
        } else {
            Err(Failure::Counted)
        }
    }
}
