//! The browsers of the browser tests: Chromium for all of them, Firefox for a few, where it can be had.

use std::env;
use std::ffi::OsString;
use std::path::{self, PathBuf};

use anyhow::bail;

use super::apt::Apt;
use crate::checkout::Checkout;
use crate::programs::SearchPath;

const VARIABLE: &str = "EHCP_QA_CHROMIUM";
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const BY_HAND: &str = "install Chromium or Chrome yourself and put it on PATH, or set \
                       EHCP_QA_CHROMIUM to its program file";

/// The browser to use: the one named by `EHCP_QA_CHROMIUM`, else one on `PATH`, if any.
pub(crate) fn find(checkout: &Checkout) -> anyhow::Result<Option<PathBuf>> {
    choose(env::var_os(VARIABLE), checkout.search())
}

fn choose(named: Option<OsString>, search: &SearchPath) -> anyhow::Result<Option<PathBuf>> {
    let named = named.filter(|file| !file.is_empty()).map(PathBuf::from);
    match named {
        Some(file) if file.is_file() => Ok(Some(path::absolute(file)?)),
        Some(file) => bail!("{VARIABLE} names {}, and there is no such file", file.display()),
        None => Ok(NAMES.iter().find_map(|name| search.find(name))),
    }
}

/// Installs Debian's Chromium where there is no browser yet.
pub(crate) fn ensure(checkout: &Checkout) -> anyhow::Result<()> {
    if find(checkout)?.is_some() {
        return Ok(());
    }
    let apt = Apt::find(checkout, "the browser tests need Chromium", BY_HAND)?;
    apt.update()?;
    let announcement = "setup: installing Chromium for the browser tests (about 100 MB, once)";
    apt.install(announcement, "chromium")?;
    if find(checkout)?.is_none() {
        bail!("the system package chromium put no browser on PATH: {BY_HAND}");
    }
    // The lists are fresh only here: Firefox is installed along with Chromium, or not at all.
    let announcement = "setup: installing Firefox for some browser tests (about 70 MB, once)";
    if let Err(error) = apt.install(announcement, "firefox-esr") {
        println!("setup: there is no Firefox here, and its tests will be skipped: {error:#}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_named_browser_comes_first_and_must_exist() {
        let folder = env::temp_dir().join(format!("xtask-chromium-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let search = SearchPath::new([folder.clone()]);
        assert_eq!(choose(None, &search).expect("nothing named"), None);

        let chrome = folder.join("google-chrome");
        fs::write(&chrome, "").expect("a file");
        assert_eq!(choose(None, &search).expect("nothing named"), Some(chrome));

        let chromium = folder.join("chromium");
        fs::write(&chromium, "").expect("a file");
        let found = choose(Some(OsString::new()), &search);
        assert_eq!(found.expect("an empty name is none"), Some(chromium));

        let own = folder.join("own-build");
        let refused = choose(Some(own.clone().into()), &search);
        let sentence = refused.expect_err("no such file").to_string();
        assert!(sentence.contains("own-build"), "{sentence}");

        fs::write(&own, "").expect("a file");
        let found = choose(Some(own.clone().into()), &search);
        assert_eq!(found.expect("the file is there"), Some(own));
        fs::remove_dir_all(folder).expect("the folder of the test");
    }
}
