//! `cargo xtask`: builds, serves and tests Callback Doctor, and runs its brain from the command line.
//!
//! Results go to stdout, progress to stderr. Exit code 0 when all went well, 1 when something failed, 2 when the
//! command line was not understood.

// A driver has no reason to: processes, files and sockets all have safe interfaces.
#![forbid(unsafe_code)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )
)]

mod audit;
mod bench;
mod build;
mod client;
mod diagnose;
mod explain;
mod failure;
mod fuzz;
mod progress;
mod serve;
mod test;
mod workspace;

use std::process::ExitCode;

use failure::{Failure, Outcome};

const HELP: &str = "\
cargo xtask COMMAND [OPTIONS]

  serve      build, and serve the checker site and the demo shop on this machine
  test       every check and test, those in real browsers too
  build      the site and the extensions, into dist/, with the size of every file
  diagnose   ask a shop from the command line
  audit      read a whole site over https, from the command line
  explain    name the blocker in recorded answers
  bench      how well and how fast blockers are named, pages are read, and how long the extension takes
  fuzz       feed the readers of pages and sitemaps what may break them

cargo xtask COMMAND --help tells what each takes.";

fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        // The totals are the last line.
        Err(Failure::Counted) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit_code()
        }
    }
}

fn run(mut args: lexopt::Parser) -> Outcome {
    use lexopt::Arg::{Long, Short, Value};
    match args.next()? {
        Some(Value(command)) => match command.to_str() {
            Some("serve") => serve::run(args),
            Some("test") => test::run(args),
            Some("build") => build::run(args),
            Some("diagnose") => diagnose::run(args),
            Some("audit") => audit::run(args),
            Some("explain") => explain::run(args),
            Some("bench") => bench::run(args),
            Some("fuzz") => fuzz::run(args),
            _ => Err(Failure::usage(format!(
                "There is no command {}.",
                command.display()
            ))),
        },
        Some(Long("help") | Short('h')) => {
            println!("{HELP}");
            Ok(())
        }
        Some(other) => Err(other.unexpected().into()),
        None => Err(Failure::usage("Which command?")),
    }
}
