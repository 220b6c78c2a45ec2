//! A folder's files held in memory: path to content, sorted, so that everything made from it is reproducible.

use std::{
    collections::BTreeMap,
    fs, io,
    io::{Cursor, Write},
    path::Path,
};

use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipResult, write::SimpleFileOptions};

use crate::failure::{Failure, Outcome};

/// Files by their path, which has `/` between its parts on every system.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bundle(BTreeMap<String, Vec<u8>>);

impl Bundle {
    /// Every file below a folder but hidden ones and notes for developers; a folder that is not there is empty.
    pub(crate) fn read(folder: &Path) -> Outcome<Self> {
        let mut bundle = Self::default();
        if folder.is_dir() {
            bundle
                .read_into(folder, "")
                .map_err(Failure::at(format!("Reading {}", folder.display())))?;
        }
        Ok(bundle)
    }

    fn read_into(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if name.starts_with('.') || name == "README.md" {
            } else if entry.file_type()?.is_dir() {
                self.read_into(&entry.path(), &format!("{path}/"))?;
            } else {
                self.0.insert(path, fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// These files and those, which win where both have one.
    pub(crate) fn with(mut self, others: &Self) -> Self {
        self.0.extend(others.0.clone());
        self
    }

    pub(crate) fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    pub(crate) fn insert(&mut self, path: &str, content: Vec<u8>) {
        self.0.insert(path.to_owned(), content);
    }

    pub(crate) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.0.retain(|path, _| keep(path));
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0
            .iter()
            .map(|(path, content)| (path.as_str(), content.as_slice()))
    }

    /// Changes one text file.
    pub(crate) fn edit(
        &mut self,
        path: &str,
        change: impl FnOnce(&str) -> Outcome<String>,
    ) -> Outcome {
        let text = self
            .0
            .get(path)
            .map(|content| String::from_utf8_lossy(content).into_owned());
        let text = text.ok_or_else(|| Failure::new(format!("There is no {path} to change.")))?;
        self.0.insert(path.to_owned(), change(&text)?.into_bytes());
        Ok(())
    }

    /// Makes a folder hold these files and nothing else.
    pub(crate) fn write(&self, folder: &Path) -> Outcome {
        if folder.exists() {
            fs::remove_dir_all(folder)
                .map_err(Failure::at(format!("Emptying {}", folder.display())))?;
        }
        self.iter()
            .try_for_each(|(path, content)| write_file(&folder.join(path), content))
    }

    /// The same files give the same bytes: sorted, one date, one compression.
    pub(crate) fn zip(&self) -> ZipResult<Vec<u8>> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, content) in self.iter() {
            zip.start_file(path, options)?;
            zip.write_all(content)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

/// Writes a file and the folders above it.
pub(crate) fn write_file(path: &Path, content: &[u8]) -> Outcome {
    path.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(path, content))
        .map_err(Failure::at(format!("Writing {}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zip_is_the_same_whatever_order_the_files_came_in() {
        let (mut one, mut two) = (Bundle::default(), Bundle::default());
        one.insert("a.js", b"1".to_vec());
        one.insert("b/c.css", vec![b'x'; 5000]);
        two.insert("b/c.css", vec![b'x'; 5000]);
        two.insert("a.js", b"1".to_vec());
        let zip = one.zip().unwrap();
        assert_eq!(zip, two.zip().unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
        assert_eq!(archive.len(), 2);
        let first = archive.by_index(0).unwrap();
        assert_eq!(
            (first.name().unwrap().as_ref(), first.last_modified()),
            ("a.js", Some(DateTime::default()))
        );
    }
}
