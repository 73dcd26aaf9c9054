//! Everything a new machine needs beside rustup and Node 20.
//!
//! Each part checks first, by files and `--version` alone, and prints nothing when nothing is missing.

mod apt;
mod chromium;
mod npm;
mod rust;
mod spark;

use std::time::Duration;

use anyhow::bail;

use crate::checkout::Checkout;

pub(crate) use chromium::find as find_chromium;
pub(crate) use rust::version as rust_version;
pub(crate) use spark::{ensure as ensure_spark, programs as spark_programs};

const fn minutes(count: u64) -> Duration {
    Duration::from_secs(count * 60)
}

/// How much of the set-up a command needs; each scope includes the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    /// Rust with its formatter and linter.
    Rust,
    /// The npm packages too.
    Npm,
    /// The programs that turn the core into WebAssembly too.
    Package,
    /// Chromium too.
    Browser,
}

/// Installs the missing programs of a scope.
pub(crate) fn ensure(checkout: &Checkout, scope: Scope) -> anyhow::Result<()> {
    rust::ensure_components(checkout)?;
    if scope >= Scope::Package {
        rust::ensure_wasm_target(checkout)?;
        rust::ensure_wasm_bindgen(checkout)?;
        rust::ensure_wasm_pack(checkout)?;
    }
    if scope >= Scope::Npm {
        npm::ensure_node(checkout)?;
        npm::ensure_packages(checkout)?;
    }
    if scope >= Scope::Browser {
        chromium::ensure(checkout)?;
    }
    Ok(())
}

/// The first line that a program prints when asked for something quick, such as its version.
fn first_line(checkout: &Checkout, program: &str, argument: &[&str]) -> anyhow::Result<String> {
    let output = checkout.program(program).args(argument).output();
    let spelled = format!("{program} {}", argument.join(" "));
    match output {
        Ok(output) if output.status.success() => {
            let text = String::from_utf8_lossy(&output.stdout);
            Ok(text.lines().next().unwrap_or_default().trim().to_owned())
        }
        Ok(output) => bail!("`{spelled}` failed ({})", output.status),
        Err(error) => bail!("could not start `{spelled}`: {error}"),
    }
}
