//! The browsers of the tests: Chromium for most of them, two others for a few, where they can be had.

use std::env;
use std::ffi::OsString;
use std::path::{self, PathBuf};
use std::process::Command;

use anyhow::bail;

use super::apt;
use crate::checkout::Checkout;

const VARIABLE: &str = "EHCP_QA_CHROMIUM";
const CHROMIUMS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const BY_HAND: &str = "install Chromium or Chrome yourself and put it on PATH, or set \
                       EHCP_QA_CHROMIUM to its program file";

/// Names the Chromium of this machine, if there is one, to tests and measurements.
pub(crate) fn name_chromium(checkout: &Checkout, command: &mut Command) -> anyhow::Result<()> {
    if let Some(browser) = find(checkout)? {
        command.env(VARIABLE, browser);
    }
    Ok(())
}

/// The browser named by `EHCP_QA_CHROMIUM`, else one on `PATH`, if any.
fn find(checkout: &Checkout) -> anyhow::Result<Option<PathBuf>> {
    let found = || CHROMIUMS.iter().find_map(|name| checkout.find(name));
    choose(env::var_os(VARIABLE), found)
}

fn choose(
    named: Option<OsString>,
    found: impl Fn() -> Option<PathBuf>,
) -> anyhow::Result<Option<PathBuf>> {
    match named.filter(|file| !file.is_empty()).map(PathBuf::from) {
        Some(file) if file.is_file() => Ok(Some(path::absolute(file)?)),
        Some(file) => bail!("{VARIABLE} names {}, and there is no such file", file.display()),
        None => Ok(found()),
    }
}

/// Installs Debian's Chromium where there is no browser yet.
pub(super) fn ensure_chromium(checkout: &Checkout) -> anyhow::Result<()> {
    if find(checkout)?.is_some() {
        return Ok(());
    }
    let reason = "Chromium for the browser tests (about 100 MB, once)";
    apt::install(checkout, "chromium", reason, BY_HAND)?;
    if find(checkout)?.is_none() {
        bail!("the system package chromium put no browser on PATH: {BY_HAND}");
    }
    Ok(())
}

/// A browser of a few tests, which are skipped where it cannot be had.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Other {
    /// Names the program to its tests.
    variable: &'static str,
    programs: &'static [&'static str],
    packages: &'static str,
    size: &'static str,
}

pub(crate) const FIREFOX: Other = Other {
    variable: "EHCP_QA_FIREFOX",
    programs: &["firefox", "firefox-esr"],
    packages: "firefox-esr",
    size: "about 70 MB, once",
};

pub(crate) const WEBKIT: Other = Other {
    variable: "EHCP_QA_WEBKIT",
    programs: &["WebKitWebDriver"],
    packages: "webkit2gtk-driver xvfb",
    size: "about 150 MB, once",
};

impl Other {
    fn find(&self, checkout: &Checkout) -> Option<PathBuf> {
        let named = env::var_os(self.variable).filter(|file| !file.is_empty()).map(PathBuf::from);
        named.or_else(|| self.programs.iter().find_map(|name| checkout.find(name)))
    }

    pub(super) fn ensure(&self, checkout: &Checkout) {
        if self.find(checkout).is_some() {
            return;
        }
        let reason = format!("{} for some browser tests ({})", self.packages, self.size);
        let by_hand = format!("install it yourself, or set {}", self.variable);
        if let Err(error) = apt::install(checkout, self.packages, &reason, &by_hand) {
            println!("setup: the tests of {} will be skipped: {error:#}", self.packages);
        }
    }

    pub(crate) fn name(&self, checkout: &Checkout, command: &mut Command) {
        if let Some(program) = self.find(checkout) {
            command.env(self.variable, program);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_named_browser_comes_first_and_must_exist() {
        let found = || Some(PathBuf::from("/on/the/path"));
        let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let chosen = |named: &str| choose(Some(named.into()), found);
        assert_eq!(choose(None, || None).expect("nothing named"), None);
        assert_eq!(choose(None, found).expect("nothing named"), found());
        assert_eq!(chosen("").expect("an empty name is none"), found());

        let file = here.join("Cargo.toml");
        assert_eq!(chosen(&file.to_string_lossy()).expect("the file is there"), Some(file));
        let refused = chosen("no-such-build").expect_err("no such file").to_string();
        assert!(refused.contains("no-such-build"), "{refused}");
    }
}
