//! The browsers and node: looked for, installed where that is possible, and run.

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
};

use super::lanes::File;
use crate::{
    failure::{Failure, Outcome},
    progress::note,
    workspace::{check, read, tool},
};

/// Programs that the tests start, and Debian's packages that have them.
const PROGRAMS: [(&str, &str); 7] = [
    ("chromium", "chromium"),
    ("firefox-esr", "firefox-esr"),
    ("node", "nodejs"),
    ("npm", "npm"),
    ("Xvfb", "xvfb"),
    ("xdotool", "xdotool"),
    ("openssl", "openssl"),
];

/// The oldest node that ends a test file whose tests are done: major and minor.
const NODE: (u32, u32) = (20, 14);

/// The files that take longest, in that order: they come first, so that no lane waits long for the other.
const LONGEST: [&str; 10] = [
    "checker",
    "both",
    "harmless",
    "demo",
    "recorded",
    "extension",
    "accessible",
    "homes",
    "way-on",
    "site",
];

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

/// The test files, those first that take longest.
pub(super) fn tests(folder: &Path) -> Outcome<Vec<File>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)
        .map_err(Failure::at("Looking for tests in tests/e2e"))?
        .flatten()
    {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(short) = name.strip_suffix(".test.mjs") {
            let place = LONGEST.iter().position(|long| *long == short);
            files.push((place.unwrap_or(LONGEST.len()), name, entry.path()));
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Failure::new("There are no tests in tests/e2e."));
    }
    let file = |(_, name, path)| {
        let mut command = tool("node");
        command.args(["--test", "--test-force-exit"]).arg(path);
        File { name, command }
    };
    Ok(files.into_iter().map(file).collect())
}

fn check_node() -> Outcome {
    let printed = read(tool("node").arg("--version"), "node does not run.")?;
    let version = String::from_utf8_lossy(&printed).trim().to_owned();
    if node(&version).is_some_and(|version| version >= NODE) {
        return Ok(());
    }
    let (major, minor) = NODE;
    Err(Failure::new(format!(
        "The tests in browsers need node {major}.{minor} or later, and this is {version}: https://nodejs.org has it. \
         `--no-browser` leaves them out."
    )))
}

/// Major and minor of a version such as `v20.19.2`.
fn node(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim_start_matches('v').split('.');
    let mut number = || numbers.next()?.parse().ok();
    Some((number()?, number()?))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_node() {
        assert_eq!(node("v20.19.2"), Some((20, 19)));
        assert!(node("v20.9.0") < Some(NODE));
        assert!(node("v24.0.0-pre") > Some(NODE));
        assert_eq!(node("node"), None);
    }
}
