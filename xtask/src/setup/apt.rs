//! Packages of the system, by apt-get, as root or through sudo.

use anyhow::bail;

use super::minutes;
use crate::checkout::Checkout;
use crate::process::{Errand, run_errand};

const LIMIT_MINUTES: u64 = 10;

/// Installs a package of the system, or several, parted by spaces. `reason` is such as "Chromium for the
/// browser tests (about 100 MB, once)"; `by_hand` is the remedy where apt-get is of no use.
pub(super) fn install(
    checkout: &Checkout,
    package: &str,
    reason: &str,
    by_hand: &str,
) -> anyhow::Result<()> {
    if checkout.find("apt-get").is_none() {
        bail!("there is no apt-get to install {reason}: {by_hand}");
    }
    let is_root = checkout.first_line("id", "-u")? == "0";
    if !is_root && checkout.find("sudo").is_none() {
        bail!("it takes root or sudo to install {reason}: {by_hand}");
    }
    let update = "setup: fetching the lists of system packages".to_owned();
    let install = format!("setup: installing {reason}");
    let arguments = format!("install -y --no-install-recommends {package}");
    for (announcement, arguments) in [(update, "update"), (install, &arguments)] {
        let limit = minutes(LIMIT_MINUTES);
        let mut command = checkout.program(if is_root { "env" } else { "sudo" });
        if !is_root {
            // `-n`: never ask for a password. What runs as root cannot be ended from here, so it
            // has another time limit there, a little shorter than this one.
            let seconds = (limit.as_secs() - 15).to_string();
            command.args(["-n", "timeout", "--kill-after=5", &seconds, "env"]);
        }
        // Another apt at work is waited for, but not for ever.
        command.args([
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "-o",
            "DPkg::Lock::Timeout=120",
        ]);
        command.args(arguments.split(' '));
        run_errand(
            checkout,
            Errand {
                announcement,
                name: format!("apt-{}", package.replace(' ', "-")),
                command,
                limit,
                server: "the server of your distribution's packages",
                instead: by_hand,
            },
        )?;
    }
    Ok(())
}
