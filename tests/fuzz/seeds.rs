//! Documents that the drawn ones are made of: the files of `seeds/`.

use std::{fs, path::Path};

use crate::targets::Target;

/// The seeds of a target, in the order of their names.
pub fn of(target: Target) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("seeds")
        .join(target.name());
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
        .iter()
        .filter_map(|path| fs::read(path).ok())
        .collect()
}
