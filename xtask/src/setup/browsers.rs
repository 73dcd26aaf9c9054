//! The browsers of the tests: Chromium for most of them, Firefox for a few, where it can be had.

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
const FIREFOXES: [&str; 2] = ["firefox", "firefox-esr"];
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

/// Installs Debian's Firefox where there is none yet. Its tests are skipped where it cannot be had.
pub(super) fn ensure_firefox(checkout: &Checkout) {
    if FIREFOXES.iter().any(|name| checkout.find(name).is_some()) {
        return;
    }
    let reason = "Firefox for some browser tests (about 70 MB, once)";
    if let Err(error) = apt::install(checkout, "firefox-esr", reason, "install Firefox yourself") {
        println!("setup: there is no Firefox here, and its tests will be skipped: {error:#}");
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
