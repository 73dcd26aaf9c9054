//! Files that are written beside what is printed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::outcome::Failure;

/// The files that were written. None is written over a file that is read, nor twice in a run.
pub(crate) struct Written {
    read: Vec<PathBuf>,
    paths: BTreeSet<PathBuf>,
}

impl Written {
    /// `read` has the files that are read.
    pub(crate) fn new(read: &[PathBuf]) -> Self {
        let read = read.iter().filter_map(|path| path.canonicalize().ok()).collect();
        Self { read, paths: BTreeSet::new() }
    }

    /// Writes a file that belongs to one that was read.
    pub(crate) fn write(&mut self, path: &Path, of: &Path, bytes: &[u8]) -> Result<(), Failure> {
        let is_read = |path: &PathBuf| {
            self.read.contains(path) || of.canonicalize().is_ok_and(|of| of == *path)
        };
        if path.canonicalize().is_ok_and(|path| is_read(&path)) {
            let message =
                "A file to write is one that is read. Name another, so that it stays as it is.";
            return Err(Failure::Usage(message.to_owned()));
        }
        if !self.paths.insert(path.to_owned()) {
            let message = "Two files would be written in the same place. Give each a place of its own, and files with \
                           the same name a run of their own.";
            return Err(Failure::Usage(message.to_owned()));
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(path, bytes)?)
    }
}

/// The Word file in a folder that belongs to one that was read.
pub(crate) fn in_folder(folder: &Path, of: &Path) -> PathBuf {
    folder.join(Path::new(of.file_stem().unwrap_or_default()).with_extension("docx"))
}
