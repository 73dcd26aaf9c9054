//! Packages of the system, by apt-get, as root or through sudo.

use anyhow::bail;

use super::{first_line, minutes};
use crate::checkout::Checkout;
use crate::process::{Errand, Need, run_errand};

const LIMIT_MINUTES: u64 = 10;

/// An apt-get that may be used here.
pub(super) struct Apt<'a> {
    checkout: &'a Checkout,
    is_root: bool,
    by_hand: &'a str,
}

impl<'a> Apt<'a> {
    /// `need` names the need, such as "the browser tests need Chromium"; `by_hand` is the remedy where
    /// apt-get is of no use.
    pub(super) fn find(
        checkout: &'a Checkout,
        need: &str,
        by_hand: &'a str,
    ) -> anyhow::Result<Self> {
        if checkout.search().find("apt-get").is_none() {
            bail!("{need}, and there is no apt-get to install it: {by_hand}");
        }
        let is_root = first_line(checkout, "id", &["-u"])? == "0";
        if !is_root && checkout.search().find("sudo").is_none() {
            bail!("{need}, and installing it needs root or sudo: {by_hand}");
        }
        Ok(Self { checkout, is_root, by_hand })
    }

    /// Fetches the lists of packages, without which nothing can be installed.
    pub(super) fn update(&self) -> anyhow::Result<()> {
        self.run("setup: fetching the lists of system packages", &["update"])
    }

    pub(super) fn install(&self, announcement: &str, package: &str) -> anyhow::Result<()> {
        self.run(announcement, &["install", "-y", "--no-install-recommends", package])
    }

    fn run(&self, announcement: &str, arguments: &[&str]) -> anyhow::Result<()> {
        let limit = minutes(LIMIT_MINUTES);
        let mut command = if self.is_root {
            self.checkout.program("env")
        } else {
            // `-n`: never ask for a password. What runs as root cannot be ended from here, so it
            // has another time limit there, a little shorter than this one.
            let mut command = self.checkout.program("sudo");
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
                instead: self.by_hand.to_owned(),
            }),
        };
        run_errand(errand, &self.checkout.notes())
    }
}
