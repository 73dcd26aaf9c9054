//! The Rust side: formatter, linter, WASM target, wasm-bindgen, wasm-pack.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, bail};

use super::{first_line, minutes};
use crate::checkout::Checkout;
use crate::process::{Errand, Need, run_errand};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// rustfmt and clippy.
pub(crate) fn ensure_components(checkout: &Checkout) -> anyhow::Result<()> {
    let bin = sysroot(checkout)?.join("bin");
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        if bin.join(program).is_file() {
            continue;
        }
        // rustup puts a stand-in on the path for every component, installed or not.
        let has_rustup = checkout.search().find("rustup").is_some();
        if has_rustup {
            add_with_rustup(checkout, "component", component)?;
        } else if checkout.search().find(program).is_none() {
            bail!(
                "{component} is missing and so is rustup, which could add it: \
                 install rustup, or {component} from your distribution"
            );
        }
    }
    Ok(())
}

/// Rust's library for WebAssembly.
pub(crate) fn ensure_wasm_target(checkout: &Checkout) -> anyhow::Result<()> {
    let library = sysroot(checkout)?.join("lib/rustlib").join(WASM_TARGET);
    if library.join("lib").is_dir() {
        return Ok(());
    }
    if checkout.search().find("rustup").is_none() {
        bail!(
            "the Rust library for {WASM_TARGET} is missing and so is rustup, which could add it: \
             install rustup, or the library from your distribution \
             (libstd-rust-dev-wasm32 on Debian)"
        );
    }
    add_with_rustup(checkout, "target", WASM_TARGET)
}

/// The wasm-bindgen program, in the one version that fits the library.
pub(crate) fn ensure_wasm_bindgen(checkout: &Checkout) -> anyhow::Result<()> {
    let lock = fs::read_to_string(checkout.root().join("Cargo.lock"))
        .context("could not read Cargo.lock")?;
    let version = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock names no version of wasm-bindgen")?;
    let present = match checkout.search().find("wasm-bindgen") {
        Some(_) => first_line(checkout, "wasm-bindgen", &["--version"]).ok(),
        None => None,
    };
    let present = present.as_deref().and_then(version_said);
    if present == Some(version) {
        return Ok(());
    }
    let replacing = present.map_or_else(String::new, |old| format!(" in place of {old}"));
    let announcement = format!(
        "setup: building wasm-bindgen-cli {version}{replacing} with cargo (a minute or two, once)"
    );
    let arguments = ["wasm-bindgen-cli", "--version", version];
    cargo_install(checkout, announcement, "wasm-bindgen", &arguments)
}

/// The wasm-pack program, in any version.
pub(crate) fn ensure_wasm_pack(checkout: &Checkout) -> anyhow::Result<()> {
    if checkout.search().find("wasm-pack").is_some() {
        return Ok(());
    }
    let announcement = "setup: building wasm-pack with cargo (a minute or two, once)".to_owned();
    cargo_install(checkout, announcement, "wasm-pack", &["wasm-pack", "--locked"])
}

/// The version that the compiler prints.
pub(crate) fn version(checkout: &Checkout) -> anyhow::Result<String> {
    first_line(checkout, "rustc", &["--version"])
}

fn cargo_install(
    checkout: &Checkout,
    announcement: String,
    program: &str,
    arguments: &[&str],
) -> anyhow::Result<()> {
    let mut command = checkout.cargo();
    // Forced: a program of that name that cargo knows nothing of would stop it otherwise.
    command.args(["install", "--force"]).args(arguments);
    let errand = Errand {
        announcement,
        name: format!("cargo-install-{program}"),
        command,
        limit: minutes(15),
        needs: Some(Need {
            server: "the crate registry that cargo is set up to use".to_owned(),
            instead: format!("put the program `{program}` on PATH by other means"),
        }),
    };
    run_errand(errand, &checkout.notes())?;
    if checkout.search().find(program).is_none() {
        bail!("cargo installed {program}, but not into a folder on PATH: add that folder to PATH");
    }
    Ok(())
}

fn add_with_rustup(checkout: &Checkout, kind: &str, name: &str) -> anyhow::Result<()> {
    let mut command = checkout.program("rustup");
    command.args([kind, "add", name]);
    let errand = Errand {
        announcement: format!("setup: adding the {kind} {name} with rustup"),
        name: format!("rustup-{name}"),
        command,
        limit: minutes(5),
        needs: Some(Need {
            server: "the server that rustup downloads Rust from".to_owned(),
            instead: format!(
                "set RUSTUP_DIST_SERVER to a mirror that can be, or use a Rust toolchain that \
                 has the {kind} {name} already"
            ),
        }),
    };
    run_errand(errand, &checkout.notes())
}

fn sysroot(checkout: &Checkout) -> anyhow::Result<PathBuf> {
    Ok(first_line(checkout, "rustc", &["--print", "sysroot"])?.into())
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| line.trim() != name);
    lines.next()?;
    let version = lines
        .take_while(|line| line.trim() != "[[package]]")
        .find_map(|line| line.trim().strip_prefix("version = "))?;
    Some(version.trim_matches('"'))
}

/// The version in the output of `--version`: `name version`, perhaps with more after it.
fn version_said(line: &str) -> Option<&str> {
    line.split_whitespace().nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.99"
dependencies = [
 "wasm-bindgen",
]

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"

[[package]]
name = "nameless-version"

[[package]]
name = "xtask"
version = "0.1.0"
"#;

    #[test]
    fn the_version_is_that_of_the_package() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-macro"), Some("0.2.99"));
        assert_eq!(locked_version(LOCK, "xtask"), Some("0.1.0"));
    }

    #[test]
    fn windows_line_ends_make_no_difference() {
        let lock = LOCK.replace('\n', "\r\n");
        assert_eq!(locked_version(&lock, "wasm-bindgen"), Some("0.2.130"));
    }

    #[test]
    fn no_version_is_taken_from_another_package() {
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version(LOCK, "nameless-version"), None);
        assert_eq!(locked_version("", "wasm-bindgen"), None);
    }

    #[test]
    fn a_program_s_word_on_its_version() {
        assert_eq!(version_said("wasm-bindgen 0.2.130"), Some("0.2.130"));
        assert_eq!(version_said("wasm-bindgen 0.2.130 (f00)"), Some("0.2.130"));
        assert_eq!(version_said(""), None);
    }
}
