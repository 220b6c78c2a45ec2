//! Test files side by side, each with a limit of time: one that does not end is ended, and fails under its name.

use std::{
    fmt::Write as _,
    fs,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::{Mutex, mpsc},
    thread,
    time::{Duration, Instant},
};

use super::tally::Tally;
use crate::failure::{Failure, Outcome};

/// The time that one file may take; the slowest took 394 s.
pub(super) const FILE: Duration = Duration::from_mins(15);

/// What a file may take to close its browsers once it is told to end.
const ENDING: Duration = Duration::from_secs(5);

/// How often a process that is to end is looked at.
const LOOK: Duration = Duration::from_millis(50);

/// A test file.
pub(super) struct File {
    pub(super) name: String,
    pub(super) command: Command,
}

/// Files that are run again when they failed; more of them are no chance.
const SECOND_TRIES: usize = 3;

/// Runs the files in their order, `lanes` at a time, shows what each prints once it has ended, and counts. The few that
/// failed get a second try, each alone: what passes then is counted apart in the total.
pub(super) fn run(tally: &mut Tally, files: Vec<File>, lanes: usize, limit: Duration) -> Outcome {
    let mut failed = side_by_side(tally, files, lanes, limit);
    if failed.len() <= SECOND_TRIES {
        failed = failed
            .into_iter()
            .filter_map(|first| try_again(tally, first, limit))
            .collect();
    }
    let mut verdicts = String::new();
    for Failed { file, verdict, .. } in &failed {
        // Writing to a string cannot fail.
        let _ = write!(verdicts, " {} {verdict}.", file.name);
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(verdicts.trim_start()))
    }
}

/// A file that failed.
struct Failed {
    file: File,
    tally: Tally,
    verdict: String,
}

/// Runs the files once; gives those that failed.
fn side_by_side(tally: &mut Tally, files: Vec<File>, lanes: usize, limit: Duration) -> Vec<Failed> {
    let waiting = Mutex::new(files.into_iter());
    let next = || waiting.lock().ok().and_then(|mut files| files.next());
    let (send, receive) = mpsc::channel();
    let mut failed = Vec::new();
    thread::scope(|scope| {
        for _ in 0..lanes {
            let send = send.clone();
            scope.spawn(move || {
                while let Some(mut file) = next() {
                    let start = Instant::now();
                    let ended = watch(&mut file.command, limit);
                    // Cannot fail: the receiver outlives this thread.
                    let _ = send.send((file, ended, start.elapsed()));
                }
            });
        }
        drop(send);
        for (file, ended, took) in receive {
            let (of_file, verdict) = count(ended);
            eprintln!("{}: {of_file}, {:.1} s", file.name, took.as_secs_f32());
            tally.add(&of_file);
            failed.extend(verdict.map(|verdict| Failed {
                file,
                tally: of_file,
                verdict,
            }));
        }
    });
    failed
}

/// Runs a file that failed once more, alone. Its first counts stand, but for what has passed now.
fn try_again(tally: &mut Tally, mut first: Failed, limit: Duration) -> Option<Failed> {
    eprintln!("{}: a second try, alone", first.file.name);
    let (second, verdict) = count(watch(&mut first.file.command, limit));
    eprintln!("{}: {second} at the second try", first.file.name);
    if verdict.is_some() {
        return Some(first);
    }
    tally.failed = tally.failed.saturating_sub(first.tally.failed);
    tally.passed = tally.passed.saturating_sub(first.tally.passed) + second.passed;
    tally.second_tries += first.tally.failed;
    None
}

/// Shows and counts what a file printed; the second is why it failed.
fn count(ended: Outcome<Ended>) -> (Tally, Option<String>) {
    let mut tally = Tally::default();
    let verdict = match ended {
        Ok(ended) => {
            for line in &ended.lines {
                eprintln!("{line}");
                tally.count(line);
            }
            match ended.success {
                Some(true) => None,
                Some(false) => Some("failed".to_owned()),
                None => {
                    tally.failed += 1;
                    Some("did not end and was ended".to_owned())
                }
            }
        }
        Err(failure) => Some(failure.to_string()),
    };
    if verdict.is_some() && tally.failed == 0 {
        tally.failed = 1;
    }
    (tally, verdict)
}

/// What came of a file.
struct Ended {
    lines: Vec<String>,
    /// Nothing where it had to be ended.
    success: Option<bool>,
}

/// Runs a command, and ends it with all that it started when its time is over. It stays in our process group: who stops us
/// at the terminal stops it too.
fn watch(command: &mut Command, limit: Duration) -> Outcome<Ended> {
    let end = Instant::now() + limit;
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(Failure::at("node does not run"))?;
    let (send, receive) = mpsc::channel();
    if let Some(output) = child.stdout.take() {
        // Not waited for: what a child of the child keeps open may never end.
        thread::spawn(move || {
            for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
                if send
                    .send(String::from_utf8_lossy(&line).into_owned())
                    .is_err()
                {
                    break;
                }
            }
        });
    } else {
        drop(send);
    }
    let mut lines = Vec::new();
    while let Ok(line) = receive.recv_timeout(end.saturating_duration_since(Instant::now())) {
        lines.push(line);
    }
    let success = ends(&mut child, end)?;
    if success.is_none() {
        let all = family(child.id());
        signal("-TERM", &all);
        ends(&mut child, Instant::now() + ENDING)?;
        signal("-KILL", &all);
        // Gone by now, or it was before.
        let _ = child.wait();
    }
    lines.extend(receive.try_iter());
    Ok(Ended { lines, success })
}

/// Whether a process ends well until then; nothing where it does not end.
fn ends(child: &mut Child, end: Instant) -> Outcome<Option<bool>> {
    loop {
        let status = child.try_wait().map_err(Failure::at("Waiting for node"))?;
        if let Some(status) = status {
            return Ok(Some(status.success()));
        }
        if Instant::now() >= end {
            return Ok(None);
        }
        thread::sleep(LOOK);
    }
}

/// A process and all that it started, as far as `/proc` tells.
fn family(head: u32) -> Vec<String> {
    let mut parents = Vec::new();
    for process in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let stat = fs::read_to_string(process.path().join("stat")).unwrap_or_default();
        // The name stands in brackets and may hold anything; the state and the parent follow.
        let after_name = stat.rsplit_once(") ").map(|(_, rest)| rest);
        if let Some(parent) = after_name.and_then(|rest| rest.split(' ').nth(1)) {
            let id = process.file_name().to_string_lossy().into_owned();
            parents.push((id, parent.to_owned()));
        }
    }
    let mut all = vec![head.to_string()];
    let mut looked = 0;
    while let Some(parent) = all.get(looked).cloned() {
        let of = parents.iter().filter(|(_, other)| *other == parent);
        all.extend(of.map(|(id, _)| id.clone()));
        looked += 1;
    }
    all
}

/// Sends a signal to processes.
fn signal(name: &str, processes: &[String]) {
    let mut kill = Command::new("kill");
    // One that is gone is what is wanted.
    let _ = kill
        .arg(name)
        .args(processes)
        .stderr(Stdio::null())
        .status();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, script: &str) -> File {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        File {
            name: name.to_owned(),
            command,
        }
    }

    #[test]
    fn every_file_counts() {
        let mut tally = Tally::default();
        let files = vec![
            file("good", "echo '# pass 2'"),
            file("bad", "echo '# pass 1'; echo '# fail 1'; exit 1"),
            file("broken", "exit 3"),
        ];
        let failure = run(&mut tally, files, 2, FILE).unwrap_err().to_string();
        assert_eq!((tally.passed, tally.failed), (3, 2));
        assert!(failure.contains("bad failed."), "{failure}");
        assert!(failure.contains("broken failed."), "{failure}");
        assert!(!failure.contains("good"), "{failure}");
        assert_eq!(tally.second_tries, 0);
    }

    #[test]
    fn what_passes_alone_is_counted_as_a_second_try() {
        let mark = std::env::temp_dir().join(format!("callback-doctor-try-{}", std::process::id()));
        let at = mark.display();
        let script = format!(
            "if [ -e {at} ]; then echo '# pass 3'; else touch {at}; echo '# pass 2'; echo '# fail 1'; exit 1; fi"
        );
        let mut tally = Tally::default();
        let files = vec![file("loaded", &script), file("good", "echo '# pass 1'")];
        let outcome = run(&mut tally, files, 2, FILE);
        std::fs::remove_file(&mark).unwrap();
        assert!(outcome.is_ok(), "{outcome:?}");
        assert_eq!((tally.passed, tally.failed, tally.second_tries), (4, 0, 1));
    }

    #[test]
    fn files_run_side_by_side() {
        let folder =
            std::env::temp_dir().join(format!("callback-doctor-lanes-{}", std::process::id()));
        let at = folder.display();
        // Each waits for the other.
        let wait = |own: &str, other: &str| {
            file(
                own,
                &format!(
                    "mkdir -p {at}; touch {at}/{own}; until [ -e {at}/{other} ]; do sleep 0.05; done"
                ),
            )
        };
        let files = vec![wait("a", "b"), wait("b", "a")];
        let mut tally = Tally::default();
        let outcome = run(&mut tally, files, 2, Duration::from_mins(1));
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(outcome.is_ok(), "{outcome:?}");
    }

    #[test]
    fn a_file_that_does_not_end_fails_by_name_and_all_of_it_is_ended() {
        let mut tally = Tally::default();
        let files = vec![
            file(
                "silent",
                "echo '# pass 1'; sleep 612 & sh -c 'sleep 613; :'; :",
            ),
            file("next", "echo '# pass 1'"),
        ];
        let start = Instant::now();
        let failure = run(&mut tally, files, 1, Duration::from_secs(1)).unwrap_err();
        assert_eq!(failure.to_string(), "silent did not end and was ended.");
        assert_eq!((tally.passed, tally.failed), (2, 1));
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "{:?}",
            start.elapsed()
        );
        for process in fs::read_dir("/proc").unwrap().flatten() {
            let called = fs::read_to_string(process.path().join("cmdline")).unwrap_or_default();
            let left = ["sleep\u{0}612\u{0}", "sleep\u{0}613\u{0}"].contains(&called.as_str());
            assert!(!left, "a child is left");
        }
    }
}
