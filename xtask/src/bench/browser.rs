//! What is measured in real browsers: scripts of `tests/e2e/bench`, which print their own tables.

use crate::{
    build,
    failure::Outcome,
    test::browsers,
    workspace::{check, root, tool},
};

/// Builds what is measured, and sets up what measures it.
pub(super) fn set_up() -> Outcome {
    build::make()?;
    browsers::set_up(&root().join("tests").join("e2e"))
}

/// Runs one script.
pub(super) fn print(name: &str) -> Outcome {
    let script = root()
        .join("tests")
        .join("e2e")
        .join("bench")
        .join(format!("{name}.mjs"));
    let mut node = tool("node");
    // Its table is the result.
    node.arg(script).stdout(std::process::Stdio::inherit());
    check(&mut node, &format!("{name} could not be measured."))
}
