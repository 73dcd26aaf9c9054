//! The working copy, and the commands that are run in it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

/// The root folder, and the folders that are searched for programs, first to last.
pub(crate) struct Checkout {
    root: PathBuf,
    search: Vec<PathBuf>,
}

impl Checkout {
    pub(crate) fn from_environment() -> anyhow::Result<Self> {
        // Cargo sets the variable at run time, so that a moved or shared binary still works in
        // the folder it was called from.
        let member = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = member.parent().context("the folder of xtask has no parent")?.to_owned();
        let path = env::var_os("PATH").unwrap_or_default();
        // First the packages of the lock file, then what `cargo install` has just written, whose folder may not
        // be on PATH.
        let installed = [root.join("node_modules/.bin"), cargo_home().join("bin")];
        let search = installed.into_iter().chain(env::split_paths(&path)).collect();
        Ok(Self { root, search })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where logs and stamps are kept.
    pub(crate) fn notes(&self) -> PathBuf {
        self.root.join("target/xtask")
    }

    pub(crate) fn find(&self, name: &str) -> Option<PathBuf> {
        self.search.iter().map(|folder| folder.join(name)).find(|file| file.is_file())
    }

    /// The same working copy, with a folder whose programs come first.
    pub(crate) fn with_first(&self, folder: PathBuf) -> Self {
        let search = std::iter::once(folder).chain(self.search.iter().cloned()).collect();
        Self { root: self.root.clone(), search }
    }

    /// A program of the machine, started in the root folder.
    pub(crate) fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.find(name).unwrap_or_else(|| PathBuf::from(name)));
        // A folder whose name holds the separator cannot be written into the variable.
        let folders = self.search.iter().filter(|folder| env::join_paths([folder]).is_ok());
        command.current_dir(&self.root).env("PATH", env::join_paths(folders).unwrap_or_default());
        command
    }

    /// Cargo, with arguments that are parted by spaces.
    pub(crate) fn cargo(&self, arguments: &str) -> Command {
        let mut command = self.program(&env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
        command.args(arguments.split(' '));
        command
    }

    /// npm in a folder, with arguments that are parted by spaces.
    pub(crate) fn npm(&self, folder: &str, arguments: &str) -> Command {
        let mut command = self.program("npm");
        command.args(["--prefix", folder]).args(arguments.split(' '));
        // npm would otherwise ask its registry for a newer npm.
        command.env("npm_config_update_notifier", "false");
        command
    }

    /// The first line that a program prints when asked for something quick, such as its version.
    pub(crate) fn first_line(&self, program: &str, arguments: &str) -> anyhow::Result<String> {
        let output = self.program(program).args(arguments.split(' ')).output();
        let output = output.with_context(|| format!("could not start `{program}`"))?;
        if !output.status.success() {
            bail!("`{program} {arguments}` failed ({})", output.status);
        }
        let text = String::from_utf8_lossy(&output.stdout);
        Ok(text.lines().next().unwrap_or_default().trim().to_owned())
    }
}

/// The folder of cargo, in which it keeps crates and installs programs.
pub(crate) fn cargo_home() -> PathBuf {
    let usual = || env::home_dir().unwrap_or_default().join(".cargo");
    env::var_os("CARGO_HOME").map_or_else(usual, PathBuf::from)
}

#[cfg(test)]
impl Checkout {
    /// A folder for a test, with no programs.
    pub(crate) fn at(root: &Path) -> Self {
        Self { root: root.to_owned(), search: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_folder_wins_and_folders_are_not_programs() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let search = vec![here.join("src/setup"), here.join("src"), here.to_owned()];
        let checkout = Checkout { root: here.to_owned(), search };
        assert_eq!(checkout.find("rust.rs"), Some(here.join("src/setup/rust.rs")));
        assert_eq!(checkout.find("main.rs"), Some(here.join("src/main.rs")));
        assert_eq!(checkout.find("setup"), None);
    }
}
