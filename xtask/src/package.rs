//! The npm package: the core as WebAssembly, then the wrapper around it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail};

use crate::checkout::{Checkout, cargo_home};
use crate::process::{Errand, run_errand};
use crate::stamp::fingerprint;

const LIMIT: Duration = Duration::from_secs(20 * 60);

/// A module of the package.
struct Module {
    name: &'static str,
    features: &'static [&'static str],
    summary: &'static str,
}

const MODULES: [Module; 4] = [
    Module {
        name: "ehcp_qa",
        features: &["--no-default-features", "--features", "writing"],
        summary: "grading and writing",
    },
    Module {
        name: "ehcp_qa_grading",
        features: &["--no-default-features", "--features", "grading"],
        summary: "grading alone",
    },
    Module {
        name: "ehcp_qa_service",
        features: &["--no-default-features", "--features", "service"],
        summary: "everything beyond one plan",
    },
    Module {
        name: "ehcp_qa_plan",
        features: &["--no-default-features", "--features", "plan"],
        summary: "the reading of plans",
    },
];

const WASM_PACK: [&str; 10] = [
    "build",
    "wasm",
    "--release",
    "--target",
    "web",
    // Everything it could want to download has been put on its path.
    "--mode",
    "no-install",
    // The package has another package.json.
    "--no-pack",
    "--out-dir",
    "pkg",
];

/// Something that is made from files, with a stamp by which a change of them is noticed.
struct Making {
    name: &'static str,
    inputs: &'static [&'static str],
    output: &'static str,
    make: fn(&Checkout) -> anyhow::Result<()>,
}

/// What wasm-pack makes. The npm lock file is there for wasm-opt.
const WASM: Making = Making {
    name: "wasm",
    inputs: &[
        "Cargo.toml",
        "Cargo.lock",
        "rust-toolchain.toml",
        ".cargo",
        "core",
        "wasm/Cargo.toml",
        "wasm/src",
        "xtask/src/package.rs",
        "package-lock.json",
    ],
    output: "wasm/pkg",
    make: compile_wasm,
};

const WRAPPER: Making = Making {
    name: "wrapper",
    inputs: &["wasm", "wasm/pkg", "package-lock.json"],
    output: "wasm/dist",
    make: |checkout| {
        let command = checkout.npm("wasm", "run build");
        let announcement = "build: building the JavaScript wrapper".to_owned();
        let name = "npm-build".to_owned();
        run_errand(
            checkout,
            Errand { announcement, name, command, limit: LIMIT, server: "", instead: "" },
        )
    },
};

/// Makes whatever part of the package is not up to date.
pub(crate) fn ensure(checkout: &Checkout) -> anyhow::Result<()> {
    for making in [WASM, WRAPPER] {
        making.unless_current(checkout)?;
    }
    Ok(())
}

impl Making {
    fn unless_current(&self, checkout: &Checkout) -> anyhow::Result<()> {
        let root = checkout.root();
        let stamp = checkout.notes().join(format!("{}.stamp", self.name));
        // Taken before the work: a file changed meanwhile makes the next run do it again.
        let inputs = fingerprint(root, self.inputs, &[compiler_flags(root)])?;
        let line =
            || Ok(format!("{inputs:016x} {:016x}\n", fingerprint(root, &[self.output], &[])?));
        let is_current = |line: String| fs::read_to_string(&stamp).is_ok_and(|noted| noted == line);
        if line().is_ok_and(is_current) {
            return Ok(());
        }
        (self.make)(checkout)?;
        if !root.join(self.output).is_dir() {
            bail!("the build ended well but did not write {}", self.output);
        }
        line()
            .and_then(|line| fs::write(&stamp, line))
            .with_context(|| format!("could not write {}", stamp.display()))
    }
}

/// The separator that cargo reads: a path may hold spaces.
const SEPARATOR: &str = "\u{1f}";

/// SHA-256 as a loop and not unrolled: a digest is computed once for each framework, and size counts.
const COMPACT_SHA: [&str; 4] =
    ["--cfg", "sha2_backend=\"soft\"", "--cfg", "sha2_backend_soft=\"compact\""];

/// The flags given by the environment, and names for the folders of this machine, whose paths would
/// otherwise stand in the messages of panics.
fn compiler_flags(root: &Path) -> String {
    let given = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_else(|_| {
        let flags = env::var("RUSTFLAGS").unwrap_or_default();
        flags.split_whitespace().collect::<Vec<_>>().join(SEPARATOR)
    });
    let rustup = env::var_os("RUSTUP_HOME")
        .map_or_else(|| env::home_dir().unwrap_or_default().join(".rustup"), PathBuf::from);
    let cargo = cargo_home();
    // The folders of the registries are named after their servers.
    let registries = fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
    let mut names = vec![(cargo, "cargo"), (rustup, "rust"), (root.to_owned(), "ehcp-qa")];
    names.extend(registries.map(|entry| (entry.path(), "crates")));
    names[3..].sort();
    joined(&given, &names)
}

/// Of the names for a path, the last one that fits counts.
fn joined(given: &str, names: &[(PathBuf, &str)]) -> String {
    let remapped = names
        .iter()
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    let compact = COMPACT_SHA.map(str::to_owned);
    let given = Some(given.to_owned()).filter(|flags| !flags.is_empty());
    given.into_iter().chain(compact).chain(remapped).collect::<Vec<_>>().join(SEPARATOR)
}

fn compile_wasm(checkout: &Checkout) -> anyhow::Result<()> {
    if !checkout.root().join("node_modules/.bin/wasm-opt").exists() {
        // wasm-pack would leave the optimisation out without a word.
        bail!(
            "node_modules/.bin/wasm-opt is missing: the npm package binaryen, which brings it, \
             belongs into wasm/package.json"
        );
    }
    for Module { name, features, summary } in MODULES {
        let mut command = checkout.program("wasm-pack");
        command.args(WASM_PACK).args(["--out-name", name]).args(features);
        command.env("CARGO_ENCODED_RUSTFLAGS", compiler_flags(checkout.root()));
        run_errand(
            checkout,
            Errand {
                announcement: format!("build: compiling {summary} to WebAssembly"),
                name: format!("wasm-pack-{name}"),
                command,
                limit: LIMIT,
                server: "the crate registry that cargo is set up to use",
                instead: "bring the crates with `cargo vendor` from a machine where it can be",
            },
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::tests::Folder;

    #[test]
    fn flags_that_were_given_come_first_and_folders_get_names() {
        let names =
            [(PathBuf::from("/home/a b/.cargo"), "cargo"), (PathBuf::from("/src"), "ehcp-qa")];
        let flags = joined("-C\u{1f}debuginfo=1", &names);
        let flags: Vec<&str> = flags.split('\u{1f}').collect();
        assert_eq!(flags[..2], ["-C", "debuginfo=1"]);
        assert_eq!(flags[2..6], COMPACT_SHA);
        assert_eq!(
            flags[6..],
            ["--remap-path-prefix=/home/a b/.cargo=cargo", "--remap-path-prefix=/src=ehcp-qa"]
        );
        assert!(joined("", &[]).starts_with("--cfg"), "no empty flag");
    }

    #[test]
    fn a_making_is_repeated_when_an_input_or_the_output_changes() {
        let folder = Folder::new("making");
        folder.write("target/xtask/log", "");
        folder.write("in", "one");
        let checkout = Checkout::at(&folder.0);
        let making = Making {
            name: "copy",
            inputs: &["in"],
            output: "out",
            make: |checkout| {
                let text = fs::read(checkout.root().join("in"))?;
                fs::create_dir_all(checkout.root().join("out"))?;
                Ok(fs::write(checkout.root().join("out/made"), text)?)
            },
        };
        let made = || {
            making.unless_current(&checkout).expect("it is made");
            fs::read_to_string(folder.0.join("out/made")).expect("a file")
        };
        assert_eq!(made(), "one");
        folder.write("in", "two");
        assert_eq!(made(), "two", "another input");
        folder.write("out/made", "spoilt");
        assert_eq!(made(), "two", "another output");

        let idle = Making { make: |_| bail!("made again"), ..making };
        idle.unless_current(&checkout).expect("nothing to do");
    }
}
