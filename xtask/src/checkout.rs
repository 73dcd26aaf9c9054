//! The working copy, and the commands that are run in it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

use crate::programs::SearchPath;

/// The root folder, and the folders that are searched for programs.
pub(crate) struct Checkout {
    root: PathBuf,
    search: SearchPath,
}

impl Checkout {
    pub(crate) fn from_environment() -> anyhow::Result<Self> {
        // Cargo sets the variable at run time, so that a moved or shared binary still works in
        // the folder it was called from.
        let member = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = member.parent().context("the folder of xtask has no parent")?.to_owned();
        let search = SearchPath::from_environment();
        Ok(Self { root, search })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn search(&self) -> &SearchPath {
        &self.search
    }

    /// Where logs and stamps are kept.
    pub(crate) fn notes(&self) -> PathBuf {
        self.root.join("target/xtask")
    }

    /// A program of the machine, started in the root folder.
    pub(crate) fn program(&self, name: &str) -> Command {
        self.program_with_path(name, &self.search)
    }

    pub(crate) fn program_with_path(&self, name: &str, search: &SearchPath) -> Command {
        let found = search.find(name);
        let mut command = Command::new(found.unwrap_or_else(|| PathBuf::from(name)));
        command.current_dir(&self.root).env("PATH", search.joined());
        command
    }

    pub(crate) fn cargo(&self) -> Command {
        let name = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        self.program(&name)
    }

    pub(crate) fn node(&self) -> Command {
        self.program("node")
    }

    pub(crate) fn npm(&self, folder: &str, arguments: &[&str]) -> Command {
        let mut command = self.program("npm");
        command
            .args(["--prefix", folder])
            .args(arguments)
            // npm would otherwise ask its registry for a newer npm.
            .env("npm_config_update_notifier", "false");
        command
    }
}
