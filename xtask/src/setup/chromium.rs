//! The browsers of the browser tests: Chromium for all of them, Firefox for a few, where it can be had.

use std::env;
use std::ffi::OsString;
use std::path::{self, PathBuf};

use anyhow::bail;

use super::{first_line, minutes};
use crate::checkout::Checkout;
use crate::process::{Errand, Need, run_errand};
use crate::programs::SearchPath;

const VARIABLE: &str = "EHCP_QA_CHROMIUM";
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const BY_HAND: &str = "install Chromium or Chrome yourself and put it on PATH, or set \
                       EHCP_QA_CHROMIUM to its program file";
const LIMIT_MINUTES: u64 = 10;

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
    if checkout.search().find("apt-get").is_none() {
        bail!("the browser tests need Chromium, and there is no apt-get to install it: {BY_HAND}");
    }
    let is_root = first_line(checkout, "id", &["-u"])? == "0";
    if !is_root && checkout.search().find("sudo").is_none() {
        bail!("the browser tests need Chromium, and installing it needs root or sudo: {BY_HAND}");
    }
    let update = ["update"];
    let install = ["install", "-y", "--no-install-recommends", "chromium"];
    let update_line = "setup: fetching the lists of system packages";
    let install_line = "setup: installing Chromium for the browser tests (about 100 MB, once)";
    apt_get(checkout, is_root, update_line, &update)?;
    apt_get(checkout, is_root, install_line, &install)?;
    if find(checkout)?.is_none() {
        bail!("the system package chromium put no browser on PATH: {BY_HAND}");
    }
    // The lists are fresh only here: Firefox is installed along with Chromium, or not at all.
    let install = ["install", "-y", "--no-install-recommends", "firefox-esr"];
    let install_line = "setup: installing Firefox for some browser tests (about 70 MB, once)";
    if let Err(error) = apt_get(checkout, is_root, install_line, &install) {
        println!("setup: there is no Firefox here, and its tests will be skipped: {error:#}");
    }
    Ok(())
}

fn apt_get(
    checkout: &Checkout,
    is_root: bool,
    announcement: &str,
    arguments: &[&str],
) -> anyhow::Result<()> {
    let limit = minutes(LIMIT_MINUTES);
    let mut command = if is_root {
        checkout.program("env")
    } else {
        // `-n`: never ask for a password. What runs as root cannot be ended from here, so it
        // gets its own time limit there, a little shorter than ours.
        let mut command = checkout.program("sudo");
        let seconds = (limit.as_secs() - 15).to_string();
        command.args(["-n", "timeout", "--kill-after=5", &seconds, "env"]);
        command
    };
    command
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
        // Another apt at work is waited for, but not for ever.
        .args(["-o", "DPkg::Lock::Timeout=120"])
        .args(arguments);
    let errand = Errand {
        announcement: announcement.to_owned(),
        name: format!("apt-{}", arguments.first().unwrap_or(&"get")),
        command,
        limit,
        needs: Some(Need {
            server: "the server of your distribution's packages".to_owned(),
            instead: BY_HAND.to_owned(),
        }),
    };
    run_errand(errand, &checkout.notes())
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
        fs::remove_dir_all(folder).expect("the test's own folder");
    }
}
