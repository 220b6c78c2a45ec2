//! How many tests passed, as test runners print it.

use std::{
    fmt,
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use crate::failure::{Failure, Outcome};

/// Tests that were run.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: usize,
    pub(super) failed: usize,
    /// Left out by the tests themselves: ignored, or without what they need.
    pub(super) skipped: usize,
    /// Passed, though not at the first try.
    pub(super) second_tries: usize,
}

impl Tally {
    pub(super) fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.second_tries += other.second_tries;
    }

    /// Runs tests, shows what they print, and counts them.
    pub(super) fn watch(&mut self, command: &mut Command) -> Outcome {
        let program = command.get_program().display().to_string();
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .map_err(Failure::at(format!("{program} does not run")))?;
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).split(b'\n') {
                let line = line.map_err(Failure::at("Reading what the tests print"))?;
                let line = String::from_utf8_lossy(&line);
                eprintln!("{line}");
                self.count(&line);
            }
        }
        let status = child
            .wait()
            .map_err(Failure::at(format!("{program} did not end")))?;
        if status.success() {
            Ok(())
        } else {
            Err(Failure::new("See above for what failed."))
        }
    }

    /// Takes the totals of a line that holds some: cargo's `test result: …` and node's `# pass N` (`ℹ` on a terminal).
    pub(super) fn count(&mut self, line: &str) {
        if let Some((_, totals)) = line.split_once("test result: ") {
            for part in totals.split([';', '.']) {
                self.add_one(
                    part.trim()
                        .split_once(' ')
                        .map(|(number, word)| (word, number)),
                );
            }
        } else if let Some(total) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ ")) {
            self.add_one(total.split_once(' '));
        }
    }

    fn add_one(&mut self, part: Option<(&str, &str)>) {
        let Some((word, number)) = part else { return };
        let Ok(number) = number.trim().parse::<usize>() else {
            return;
        };
        match word {
            "passed" | "pass" => self.passed += number,
            "failed" | "fail" | "cancelled" => self.failed += number,
            "ignored" | "skipped" | "todo" => self.skipped += number,
            _ => {}
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = |number: usize, what: &str| {
            if number == 0 {
                String::new()
            } else {
                format!(", {number} {what}")
            }
        };
        f.pad(&format!(
            "{} passed, {} failed{}{}",
            self.passed,
            self.failed,
            more(self.skipped, "skipped"),
            more(self.second_tries, "at a second try")
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_of_cargo_and_node_are_counted() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.50s",
            "# tests 9",
            "# pass 5",
            "# fail 1",
            "# cancelled 1",
            "# skipped 2",
            "# duration_ms 1234.5",
            "ℹ pass 1",
            "# pass over this one",
        ] {
            tally.count(line);
        }
        assert_eq!(
            tally,
            Tally {
                passed: 19,
                failed: 4,
                skipped: 3,
                second_tries: 0
            }
        );
        assert_eq!(tally.to_string(), "19 passed, 4 failed, 3 skipped");
    }

    #[test]
    fn output_is_counted_and_failure_is_seen() {
        let mut tally = Tally::default();
        let mut command = Command::new("sh");
        command.args(["-c", "echo '# pass 2'; echo '# fail 1'; exit 1"]);
        assert!(tally.watch(&mut command).is_err());
        assert_eq!((tally.passed, tally.failed), (2, 1));
    }
}
