//! The browsers and node: looked for, installed where that is possible, and run.

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    failure::{Failure, Outcome},
    progress::note,
    workspace::{check, read, tool},
};

/// Programs that the tests start, and Debian's packages that have them.
const PROGRAMS: [(&str, &str); 6] = [
    ("chromium", "chromium"),
    ("firefox-esr", "firefox-esr"),
    ("node", "nodejs"),
    ("npm", "npm"),
    ("Xvfb", "xvfb"),
    ("xdotool", "xdotool"),
];

/// The oldest node that runs test files one after the other.
const NODE: u32 = 20;

/// Sets up what is missing: browsers and node from Debian, node's packages from npm.
pub(crate) fn set_up(folder: &Path) -> Outcome {
    let missing: Vec<_> = PROGRAMS
        .iter()
        .filter(|(program, _)| !is_there(program))
        .map(|(_, package)| *package)
        .collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    check_node()?;
    // npm leaves a lock file of its own behind; an older one than ours is another set of packages.
    let changed = |path: &Path| {
        fs::metadata(path)
            .and_then(|metadata| metadata.modified())
            .ok()
    };
    let installed = changed(&folder.join("node_modules").join(".package-lock.json"));
    if installed.is_none() || installed < changed(&folder.join("package-lock.json")) {
        note("fetching node's packages");
        check(
            tool("npm")
                .args(["ci", "--no-audit", "--no-fund"])
                .current_dir(folder),
            "node's packages cannot be had: `npm ci` in tests/e2e needs the network once. `--no-browser` leaves these tests out.",
        )?;
    }
    Ok(())
}

/// The tests, one file after the other: they share the machine's two cores and the browsers' ports.
pub(super) fn tests(folder: &Path) -> Outcome<Command> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)
        .map_err(Failure::at("Looking for tests in tests/e2e"))?
        .flatten()
    {
        let path = entry.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Failure::new("There are no tests in tests/e2e."));
    }
    let mut node = tool("node");
    node.args(["--test", "--test-concurrency=1"]).args(files);
    Ok(node)
}

fn check_node() -> Outcome {
    let printed = read(tool("node").arg("--version"), "node does not run.")?;
    let version = String::from_utf8_lossy(&printed).trim().to_owned();
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= NODE) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "The tests in browsers need node {NODE} or later, and this is {version}: https://nodejs.org has it. \
         `--no-browser` leaves them out."
    )))
}

fn is_there(program: &str) -> bool {
    env::var_os("PATH")
        .is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

fn install(packages: &[&str]) -> Outcome {
    let names = packages.join(" ");
    let by_hand = format!(
        "The tests in browsers need {names}: `apt install {names}`. `--no-browser` leaves them out."
    );
    let root = read(Command::new("id").arg("-u").stdin(Stdio::null()), &by_hand)?;
    if root.trim_ascii() != b"0" || !is_there("apt-get") {
        return Err(Failure::new(by_hand));
    }
    note(&format!("installing {names}"));
    let apt = |arguments: &[&str]| {
        let mut command = tool("apt-get");
        command
            .args(["--quiet", "--yes"])
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    check(&mut apt(&["update"]), &by_hand)?;
    check(
        apt(&["install", "--no-install-recommends"]).args(packages),
        &by_hand,
    )
}
