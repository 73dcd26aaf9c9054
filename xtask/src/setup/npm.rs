//! The npm packages of all folders, which are workspaces of one lock file.

use std::fs;

use anyhow::{Context, bail};

use super::{is_installed, minutes};
use crate::checkout::Checkout;
use crate::process::{Errand, run_errand};

const LOCK: &str = "package-lock.json";
/// A copy of the lock file that was installed from. npm removes it with the folder before it
/// starts, so that an interrupted install is never taken for a complete one.
const STAMP: &str = "node_modules/.installed-package-lock.json";
const OLDEST_NODE: u32 = 20;

/// `npm ci`, unless the lock file is the one last installed from.
pub(super) fn ensure(checkout: &Checkout) -> anyhow::Result<()> {
    // Node itself cannot be installed from here: it is one of the two things asked for.
    let version = checkout.first_line("node", "--version").unwrap_or_default();
    if major(&version).is_none_or(|version| version < OLDEST_NODE) || checkout.find("npm").is_none()
    {
        bail!("install Node {OLDEST_NODE} or later with npm; `node --version` says `{version}`");
    }
    let (lock, stamp) = (checkout.root().join(LOCK), checkout.root().join(STAMP));
    if is_installed(&lock, &stamp) {
        return Ok(());
    }
    run_errand(
        checkout,
        Errand {
            announcement: "setup: installing the npm packages (about 550 MB on disk, once)"
                .to_owned(),
            name: "npm-ci".to_owned(),
            command: checkout.npm(".", "ci"),
            limit: minutes(10),
            server: "the npm registry (`npm config get registry` shows which)",
            instead: "bring node_modules from a machine where this has worked, or name a mirror with \
                      `npm config set registry`",
        },
    )?;
    fs::copy(lock, stamp).with_context(|| format!("could not write {STAMP}"))?;
    Ok(())
}

/// The 20 of `v20.1.2`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v9.0.0"), Some(9));
        assert_eq!(major(""), None);
    }
}
