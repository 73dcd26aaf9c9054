//! The npm package: the core as WebAssembly, then the wrapper around it.

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail};

use crate::checkout::Checkout;
use crate::process::{Errand, Need, run_errand};
use crate::setup::{self, Scope};
use crate::stamp;

const LIMIT: Duration = Duration::from_secs(20 * 60);

/// What the WebAssembly is made from. The npm lock file is there for wasm-opt.
const WASM_INPUTS: [&str; 8] = [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "core",
    "wasm/Cargo.toml",
    "wasm/build.rs",
    "wasm/src",
    "package-lock.json",
];
const WASM_OUTPUTS: [&str; 9] = [
    "wasm/pkg/ehcp_qa_bg.wasm",
    "wasm/pkg/ehcp_qa.js",
    "wasm/pkg/ehcp_qa.d.ts",
    "wasm/pkg/ehcp_qa_grading_bg.wasm",
    "wasm/pkg/ehcp_qa_grading.js",
    "wasm/pkg/ehcp_qa_grading.d.ts",
    "wasm/pkg/ehcp_qa_service_bg.wasm",
    "wasm/pkg/ehcp_qa_service.js",
    "wasm/pkg/ehcp_qa_service.d.ts",
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
/// A module of the package.
struct Module {
    name: &'static str,
    features: &'static [&'static str],
    /// The crates that are compiled for speed. All others are compiled for size.
    fast: &'static [&'static str],
    summary: &'static str,
}

const MODULES: [Module; 3] = [
    Module {
        name: "ehcp_qa",
        features: &["--no-default-features", "--features", "writing"],
        fast: &[],
        summary: "grading and writing",
    },
    Module {
        name: "ehcp_qa_grading",
        features: &["--no-default-features"],
        fast: &["ehcp-qa-wasm", "serde_json"],
        summary: "grading alone",
    },
    Module {
        name: "ehcp_qa_service",
        features: &["--no-default-features", "--features", "service"],
        fast: &[],
        summary: "everything beyond one plan",
    },
];

/// The inputs of the wrapper, beside the WebAssembly. They are folders, because its script may
/// read any file of them, and hashing them takes milliseconds.
const WRAPPER_INPUTS: [&str; 9] = [
    "wasm",
    "schema",
    "core",
    "wasm/pkg/ehcp_qa_bg.wasm",
    "wasm/pkg/ehcp_qa.js",
    "wasm/pkg/ehcp_qa_grading_bg.wasm",
    "wasm/pkg/ehcp_qa_grading.js",
    "wasm/pkg/ehcp_qa_service_bg.wasm",
    "wasm/pkg/ehcp_qa_service.js",
];
const WRAPPER_OUTPUTS: [&str; 1] = ["wasm/dist"];

/// Sets up, then makes whatever part of the package is not up to date.
pub(crate) fn ensure(checkout: &Checkout) -> anyhow::Result<()> {
    setup::ensure(checkout, Scope::Package)?;
    let wasm = Making {
        name: "wasm",
        inputs: &WASM_INPUTS,
        circumstances: vec![
            WASM_PACK.join(" "),
            MODULES.map(|module| module.fast.join(" ")).join(", "),
            setup::rust_version(checkout)?,
            compiler_flags(checkout),
        ],
        outputs: &WASM_OUTPUTS,
    };
    wasm.unless_current(checkout, compile_wasm)?;
    let wrapper = Making {
        name: "wrapper",
        inputs: &WRAPPER_INPUTS,
        circumstances: Vec::new(),
        outputs: &WRAPPER_OUTPUTS,
    };
    wrapper.unless_current(checkout, build_wrapper)
}

/// Something that is made from files, with a stamp by which a change of them is noticed.
struct Making {
    name: &'static str,
    inputs: &'static [&'static str],
    /// What else decides the result: arguments, versions, flags.
    circumstances: Vec<String>,
    outputs: &'static [&'static str],
}

impl Making {
    fn unless_current(
        &self,
        checkout: &Checkout,
        make: fn(&Checkout) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let root = checkout.root();
        let stamp = checkout.notes().join(format!("{}.stamp", self.name));
        // Taken before the work: a file changed meanwhile makes the next run do it again.
        let inputs = stamp::fingerprint(root, self.inputs, &self.circumstances)?;
        if self.is_made(root) && stamp::is_current(&stamp, inputs, self.made(root)?) {
            return Ok(());
        }
        make(checkout)?;
        if !self.is_made(root) {
            let outputs = self.outputs.join(", ");
            bail!("the build ended well but did not write {outputs}");
        }
        stamp::write(&stamp, inputs, self.made(root)?)
            .with_context(|| format!("could not write {}", stamp.display()))
    }

    fn is_made(&self, root: &Path) -> bool {
        self.outputs.iter().all(|output| root.join(output).exists())
    }

    fn made(&self, root: &Path) -> io::Result<u64> {
        stamp::fingerprint(root, self.outputs, &[])
    }
}

/// SHA-256 as a loop and not unrolled: a digest is computed once for each framework, and size counts.
const COMPACT_SHA: [&str; 4] =
    ["--cfg", "sha2_backend=\"soft\"", "--cfg", "sha2_backend_soft=\"compact\""];

/// The flags given by the environment, and names for the folders of this machine, whose paths would
/// otherwise stand in the messages of panics.
fn compiler_flags(checkout: &Checkout) -> String {
    // The separator that cargo reads: a path may hold spaces.
    const SEPARATOR: &str = "\u{1f}";
    let given = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_else(|_| {
        let flags = env::var("RUSTFLAGS").unwrap_or_default();
        flags.split_whitespace().collect::<Vec<_>>().join(SEPARATOR)
    });
    let home = env::home_dir().unwrap_or_default();
    let folder = |variable: &str, usual: &str| {
        env::var_os(variable).map_or_else(|| home.join(usual), PathBuf::from)
    };
    let cargo = folder("CARGO_HOME", ".cargo");
    // The folders of the registries are named after their servers. The last name that fits counts.
    let registries = std::fs::read_dir(cargo.join("registry/src")).into_iter().flatten();
    let registries = registries.flatten().map(|entry| (entry.path(), "crates"));
    let named = [
        (cargo, "cargo"),
        (folder("RUSTUP_HOME", ".rustup"), "rust"),
        (checkout.root().to_owned(), "ehcp-qa"),
    ];
    let given = Some(given).filter(|flags| !flags.is_empty());
    let remapped = named
        .into_iter()
        .chain(registries)
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    let compact = COMPACT_SHA.map(str::to_owned);
    given.into_iter().chain(compact).chain(remapped).collect::<Vec<_>>().join(SEPARATOR)
}

fn compile_wasm(checkout: &Checkout) -> anyhow::Result<()> {
    let programs = checkout.root().join("node_modules/.bin");
    if !programs.join("wasm-opt").exists() {
        // wasm-pack would leave the optimisation out without a word.
        bail!(
            "node_modules/.bin/wasm-opt is missing: the npm package binaryen, which brings \
             it, belongs into wasm/package.json"
        );
    }
    let search = checkout.search().with_first(programs);
    for Module { name, features, fast, summary } in MODULES {
        let mut command = checkout.program_with_path("wasm-pack", &search);
        command.args(WASM_PACK).args(["--out-name", name]).args(features);
        command.env("CARGO_ENCODED_RUSTFLAGS", compiler_flags(checkout));
        for package in fast {
            command.args(["--config", &format!("profile.release.package.{package}.opt-level=2")]);
        }
        let errand = Errand {
            announcement: format!("build: compiling {summary} to WebAssembly"),
            name: format!("wasm-pack-{name}"),
            command,
            limit: LIMIT,
            needs: Some(Need {
                server: "the crate registry that cargo is set up to use".to_owned(),
                instead: "bring the crates with `cargo vendor` from a machine where it can be"
                    .to_owned(),
            }),
        };
        run_errand(errand, &checkout.notes())?;
    }
    Ok(())
}

fn build_wrapper(checkout: &Checkout) -> anyhow::Result<()> {
    let errand = npm_script(checkout, "build", "build: building the JavaScript wrapper");
    run_errand(errand, &checkout.notes())
}

fn npm_script(checkout: &Checkout, script: &str, announcement: &str) -> Errand {
    Errand {
        announcement: announcement.to_owned(),
        name: format!("npm-{script}"),
        command: checkout.npm("wasm", &["run", script]),
        limit: LIMIT,
        needs: None,
    }
}
