//! Everything a new machine needs beside rustup and Node 20.
//!
//! Each part checks first, by files and `--version` alone, and prints nothing when nothing is missing. Rust itself, its
//! formatter, linter and library for WebAssembly are in `rust-toolchain.toml`, which rustup reads by itself.

mod apt;
mod browsers;
mod npm;
mod rust;
mod spark;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::checkout::Checkout;
use crate::package;

pub(crate) use browsers::{FIREFOX, Other, WEBKIT, name_chromium};
pub(crate) use spark::python as spark_python;

const fn minutes(count: u64) -> Duration {
    Duration::from_secs(count * 60)
}

/// What a command cannot run without, beside Rust. In the order in which they are got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// The npm packages.
    Npm,
    /// The npm package that this project makes.
    Package,
    Chromium,
    Other(&'static Other),
    Spark,
}

/// Gets what is missing of some needs.
pub(crate) fn ensure<'a>(
    checkout: &Checkout,
    needs: impl IntoIterator<Item = &'a Need>,
) -> anyhow::Result<()> {
    for need in needs.into_iter().collect::<BTreeSet<_>>() {
        match need {
            Need::Npm => npm::ensure(checkout)?,
            Need::Package => {
                npm::ensure(checkout)?;
                rust::ensure_wasm_bindgen(checkout)?;
                rust::ensure_wasm_pack(checkout)?;
                package::ensure(checkout)?;
            }
            Need::Chromium => browsers::ensure_chromium(checkout)?,
            Need::Other(browser) => browser.ensure(checkout),
            Need::Spark => spark::ensure(checkout)?,
        }
    }
    Ok(())
}

/// Whether packages are those of a list, by the copy of the list that was left beside them.
fn is_installed(list: &Path, copy: &Path) -> bool {
    matches!((fs::read(list), fs::read(copy)), (Ok(list), Ok(copy)) if list == copy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::tests::Folder;

    #[test]
    fn packages_are_installed_from_one_list_only() {
        let folder = Folder::new("installed");
        let is_current = || is_installed(&folder.0.join("list"), &folder.0.join("copy"));
        assert!(!is_current(), "neither list nor copy");
        folder.write("list", "one");
        assert!(!is_current(), "no copy");
        folder.write("copy", "one");
        assert!(is_current());
        folder.write("list", "two");
        assert!(!is_current(), "another list");
    }
}
