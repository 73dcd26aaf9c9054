//! Finding programs, and the search path that children are given.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folders that are searched for a program, first to last.
#[derive(Clone)]
pub(crate) struct SearchPath(Vec<PathBuf>);

impl SearchPath {
    pub(crate) fn new(folders: impl IntoIterator<Item = PathBuf>) -> Self {
        Self(folders.into_iter().collect())
    }

    /// `PATH`, after the folder into which `cargo install` writes: what the set-up has just
    /// installed must be found even when that folder is not on `PATH`, and before an older one.
    pub(crate) fn from_environment() -> Self {
        let path = env::var_os("PATH").unwrap_or_default();
        Self::new(cargo_bin().into_iter().chain(env::split_paths(&path)))
    }

    pub(crate) fn with_first(&self, folder: PathBuf) -> Self {
        Self::new(std::iter::once(folder).chain(self.0.iter().cloned()))
    }

    pub(crate) fn find(&self, name: &str) -> Option<PathBuf> {
        self.0.iter().map(|folder| folder.join(name)).find(|file| file.is_file())
    }

    /// In the form of the `PATH` variable.
    pub(crate) fn joined(&self) -> OsString {
        // A folder whose name holds the separator cannot be written into the variable.
        let separator_free = self.0.iter().filter(|folder| env::join_paths([folder]).is_ok());
        env::join_paths(separator_free).unwrap_or_default()
    }
}

fn cargo_bin() -> Option<PathBuf> {
    let home = || env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
    env::var_os("CARGO_INSTALL_ROOT")
        .or_else(|| env::var_os("CARGO_HOME"))
        .map(PathBuf::from)
        .or_else(home)
        .map(|folder| folder.join("bin"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_folder_wins_and_folders_are_not_programs() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let search = SearchPath::new([here.join("src")]);
        assert_eq!(search.find("main.rs"), Some(here.join("src/main.rs")));
        assert_eq!(search.find("Cargo.toml"), None);
        assert_eq!(search.find("setup"), None);

        let wider = search.with_first(here.join("src/setup"));
        assert_eq!(wider.find("rust.rs"), Some(here.join("src/setup/rust.rs")));
        assert_eq!(
            env::split_paths(&wider.joined()).collect::<Vec<_>>(),
            [here.join("src/setup"), here.join("src")]
        );
    }
}
