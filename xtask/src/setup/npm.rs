//! The npm packages of all folders, which are workspaces of one lock file.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};

use super::{first_line, minutes};
use crate::checkout::Checkout;
use crate::process::{Errand, Need, run_errand};

/// A copy of the lock file that was installed from. npm removes it with the folder before it
/// starts, so that an interrupted install is never taken for a complete one.
const STAMP: &str = "node_modules/.installed-package-lock.json";
const OLDEST_NODE: u32 = 20;

/// Node itself cannot be installed from here: it is one of the two things asked for.
pub(crate) fn ensure_node(checkout: &Checkout) -> anyhow::Result<()> {
    for program in ["node", "npm"] {
        if checkout.search().find(program).is_none() {
            bail!("`{program}` is not on PATH: install Node {OLDEST_NODE} or later with npm");
        }
    }
    let said = first_line(checkout, "node", &["--version"])?;
    match major(&said) {
        Some(version) if version >= OLDEST_NODE => Ok(()),
        _ => bail!("Node {OLDEST_NODE} or later is needed; the one on PATH is {said}"),
    }
}

/// `npm ci`, unless the lock file is the one last installed from.
pub(crate) fn ensure_packages(checkout: &Checkout) -> anyhow::Result<()> {
    let root = checkout.root();
    if is_installed(root) {
        return Ok(());
    }
    let lock = fs::read(root.join("package-lock.json"))
        .context("could not read package-lock.json; `npm install` makes it")?;
    let errand = Errand {
        announcement: "setup: installing the npm packages (about 250 MB, once)".to_owned(),
        name: "npm-ci".to_owned(),
        command: checkout.npm(".", &["ci"]),
        limit: minutes(5),
        needs: Some(Need {
            server: "the npm registry (`npm config get registry` shows which)".to_owned(),
            instead: "bring node_modules from a machine where this has worked, or name a mirror \
                      with `npm config set registry`"
                .to_owned(),
        }),
    };
    run_errand(errand, &checkout.notes())?;
    fs::write(root.join(STAMP), lock).with_context(|| format!("could not write {STAMP}"))
}

fn is_installed(folder: &Path) -> bool {
    let lock = fs::read(folder.join("package-lock.json"));
    let installed = fs::read(folder.join(STAMP));
    matches!((lock, installed), (Ok(lock), Ok(installed)) if lock == installed)
}

/// The 20 of `v20.1.2`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stamp_holds_for_one_lock_file_only() {
        let folder = std::env::temp_dir().join(format!("xtask-npm-{}", std::process::id()));
        fs::create_dir_all(folder.join("node_modules")).expect("a folder");
        assert!(!is_installed(&folder), "neither lock file nor stamp");

        fs::write(folder.join("package-lock.json"), "one").expect("a lock file");
        assert!(!is_installed(&folder), "no stamp");

        fs::write(folder.join(STAMP), "one").expect("a stamp");
        assert!(is_installed(&folder));

        fs::write(folder.join("package-lock.json"), "two").expect("a lock file");
        assert!(!is_installed(&folder), "another lock file");
        fs::remove_dir_all(folder).expect("the folder of the test");
    }

    #[test]
    fn the_major_version_of_node() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v9.0.0"), Some(9));
        assert_eq!(major("20"), None);
        assert_eq!(major(""), None);
    }
}
