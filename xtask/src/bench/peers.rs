//! Other recognisers of firewalls, in a Python environment of their own.

use std::path::{Path, PathBuf};

use crate::{
    failure::{Failure, Outcome},
    workspace::{check, read, root, tool},
};

/// Python packages, and their versions.
pub(super) const PEERS: [(&str, &str); 2] = [("wafw00f", "2.4.2"), ("identYwaf", "1.0.127")];

/// What `peers.py` prints of the files, a line each.
pub(super) fn measure(
    peer: &str,
    version: &str,
    folder: &Path,
    files: &[PathBuf],
) -> Outcome<Vec<u8>> {
    let venv = folder.join("python");
    let python = venv.join("bin").join("python");
    if !python.exists() {
        let otherwise = "there is no python3 with venv";
        check(tool("python3").args(["-m", "venv"]).arg(&venv), otherwise)?;
    }
    let package = format!("{peer}=={version}");
    let install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ];
    check(
        tool(&python).args(install).arg(&package),
        &format!("{package} cannot be installed"),
    )?;
    let script = root().join("tests").join("bench").join("peers.py");
    read(
        tool(&python).arg(script).arg(peer).args(files),
        "it does not run here",
    )
    .map_err(|failure| Failure::new(format!("{peer}: {failure}")))
}
