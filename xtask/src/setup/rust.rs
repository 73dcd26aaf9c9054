//! The programs that make the package from Rust: wasm-bindgen and wasm-pack.

use anyhow::{Context, bail};

use super::minutes;
use crate::checkout::Checkout;
use crate::process::{Errand, run_errand};

/// The wasm-bindgen program, in the one version that fits the library.
pub(super) fn ensure_wasm_bindgen(checkout: &Checkout) -> anyhow::Result<()> {
    let id = checkout.first_line("cargo", "pkgid wasm-bindgen")?;
    let version = version_of(&id).context("cargo names no version of wasm-bindgen")?;
    let present = checkout.first_line("wasm-bindgen", "--version").unwrap_or_default();
    if present.split_whitespace().nth(1) == Some(version) {
        return Ok(());
    }
    install(checkout, "wasm-bindgen", &format!("wasm-bindgen-cli --version {version}"))
}

/// The wasm-pack program, in any version.
pub(super) fn ensure_wasm_pack(checkout: &Checkout) -> anyhow::Result<()> {
    match checkout.find("wasm-pack") {
        Some(_) => Ok(()),
        None => install(checkout, "wasm-pack", "wasm-pack --locked"),
    }
}

fn install(checkout: &Checkout, program: &str, arguments: &str) -> anyhow::Result<()> {
    run_errand(
        checkout,
        Errand {
            announcement: format!("setup: building {arguments} with cargo (some minutes, once)"),
            name: format!("cargo-install-{program}"),
            // Forced: a program of that name that cargo knows nothing of would stop it otherwise.
            command: checkout.cargo(&format!("install --force {arguments}")),
            limit: minutes(15),
            server: "the crate registry that cargo is set up to use",
            instead: &format!("put the program `{program}` on PATH by other means"),
        },
    )?;
    if checkout.find(program).is_none() {
        bail!("cargo installed {program}, but not into a folder on PATH: add that folder to PATH");
    }
    Ok(())
}

/// The version in the id of a package, such as `registry+https://example.org/index#name@1.2.3`.
fn version_of(id: &str) -> Option<&str> {
    id.trim().rsplit_once('@').map(|(_, version)| version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_stands_at_the_end_of_the_id() {
        let id = "registry+https://example.org/index#wasm-bindgen@0.2.130\n";
        assert_eq!(version_of(id), Some("0.2.130"));
        assert_eq!(version_of(""), None);
    }
}
