//! Where things are, and how to call the tools around.

use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::failure::{Failure, Outcome};

/// The repository's top folder.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A command that runs in the repository's top folder, and whose own output is progress: it goes to stderr.
pub(crate) fn tool(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(root())
        .stdin(Stdio::null())
        .stdout(std::io::stderr());
    command
}

/// The cargo that runs us.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = tool(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    command
}

/// Runs a command to its end; `otherwise` is the sentence for when it fails or is not there.
pub(crate) fn check(command: &mut Command, otherwise: &str) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::new(otherwise)),
        Err(error) => Err(Failure::new(format!(
            "{otherwise} ({}: {error})",
            command.get_program().display()
        ))),
    }
}

/// Runs a command to its end and gives what it wrote to stdout.
pub(crate) fn read(command: &mut Command, otherwise: &str) -> Outcome<Vec<u8>> {
    match command
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .output()
    {
        Ok(output) if output.status.success() => Ok(output.stdout),
        Ok(_) => Err(Failure::new(otherwise)),
        Err(error) => Err(Failure::new(format!(
            "{otherwise} ({}: {error})",
            command.get_program().display()
        ))),
    }
}
