//! The npm package: the core as WebAssembly, then the wrapper around it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::checkout::{Checkout, cargo_home, run_announced};

/// A module of the package.
struct Module {
    name: &'static str,
    feature: &'static str,
    summary: &'static str,
}

const MODULES: [Module; 6] = [
    Module { name: "ehcp_qa", feature: "writing", summary: "grading and writing" },
    Module { name: "ehcp_qa_grading", feature: "grading", summary: "grading alone" },
    Module { name: "ehcp_qa_service", feature: "service", summary: "everything beyond one plan" },
    Module { name: "ehcp_qa_plan", feature: "plan", summary: "everything about a plan" },
    Module { name: "ehcp_qa_schema", feature: "schema", summary: "the schemas of documents" },
    Module { name: "ehcp_qa_sheet", feature: "sheet", summary: "spreadsheets" },
];

/// Everything it could want to download has been put on its path, and the package has another package.json. It makes
/// every module in its folder small again, so each has a folder of its own until it is made.
const WASM_PACK: &str =
    "wasm-pack build wasm --release --target web --mode no-install --no-pack --out-dir pkg/made";

/// Something that is made from files, and again when one of them is newer.
pub(crate) struct Making {
    pub(crate) name: &'static str,
    /// Files and folders, parted by spaces.
    inputs: &'static str,
    output: &'static str,
    make: fn(&Checkout) -> anyhow::Result<()>,
}

/// What wasm-pack makes. The npm lock file is there for wasm-opt.
pub(crate) const WASM: Making = Making {
    name: "wasm",
    inputs: "Cargo.toml Cargo.lock rust-toolchain.toml .cargo core schema/Cargo.toml schema/src \
             wasm/Cargo.toml wasm/src xtask/src/package.rs package-lock.json",
    output: "wasm/pkg",
    make: compile_wasm,
};

pub(crate) const WRAPPER: Making = Making {
    name: "wrapper",
    inputs: "wasm/pkg wasm/js wasm/scripts wasm/static wasm/package.json wasm/tsconfig.json package-lock.json",
    output: "wasm/dist",
    make: |checkout| {
        let command = checkout.command("npm run build -w wasm");
        run_announced("build: building the JavaScript wrapper", command)
    },
};

impl Making {
    /// Makes it, unless no input is newer than the stamp.
    pub(crate) fn ensure(&self, checkout: &Checkout) -> anyhow::Result<()> {
        let Self { name, inputs, output, make } = self;
        let stamp = format!("target/xtask/{name}.made");
        // `find` prints what is newer, and fails where something is missing.
        let changed = format!("test -d {output} && find {inputs} -newer {stamp}");
        if checkout.printed(&changed).is_some_and(|changed| changed.is_empty()) {
            return Ok(());
        }
        // As old as the beginning: a file that changes meanwhile makes the next run do it again.
        let begin = format!("mkdir -p target/xtask && touch {stamp}.new");
        checkout.printed(&begin).with_context(|| format!("could not write {stamp}.new"))?;
        make(checkout)?;
        if !checkout.root().join(output).is_dir() {
            bail!("the build ended well but did not write {output}");
        }
        let end = format!("mv {stamp}.new {stamp}");
        checkout.printed(&end).with_context(|| format!("could not write {stamp}"))?;
        Ok(())
    }
}

/// The source of the standard library. A machine that cannot get it makes larger modules.
const STD_SOURCE: &str = "test -d \"$(rustc --print sysroot)/lib/rustlib/src/rust/library\" || rustup component add rust-src";

/// The standard library is compiled for size with everything else: it comes compiled for speed. Cargo has this on a
/// stable compiler for those who ask, and the compiler is pinned.
const OWN_STD: &str = "-Z build-std=std,panic_abort -Z build-std-features=optimize_for_size";
const ASKED: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// SHA-256 as a loop and not unrolled: a digest is computed once for each framework, and size counts. A panic ends the
/// module at once: no page could read what it says.
const SMALL: [&str; 7] = [
    "--cfg",
    "sha2_backend=\"soft\"",
    "--cfg",
    "sha2_backend_soft=\"compact\"",
    "-Z",
    "unstable-options",
    "-Cpanic=immediate-abort",
];

/// The flags of the compiler, parted as cargo reads them, since a path may hold spaces: some that are given, and those
/// that name the folders of this machine, whose paths would otherwise stand in the messages of panics.
pub(crate) fn compiler_flags(root: &Path, given: &[&str]) -> String {
    let rustup = env::var_os("RUSTUP_HOME")
        .map_or_else(|| env::home_dir().unwrap_or_default().join(".rustup"), PathBuf::from);
    let cargo = cargo_home();
    // The folders of the registries are named after their servers.
    let registries = fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
    let mut names = vec![(cargo, "cargo"), (rustup, "rust"), (root.to_owned(), "ehcp-qa")];
    names.extend(registries.map(|entry| (entry.path(), "crates")));
    names[3..].sort();
    joined(given, &names)
}

/// Of the names for a path, the last one that fits counts.
fn joined(given: &[&str], names: &[(PathBuf, &str)]) -> String {
    let remapped = names
        .iter()
        .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    given.iter().map(|flag| (*flag).to_owned()).chain(remapped).collect::<Vec<_>>().join("\u{1f}")
}

/// The command line without the paths of this machine in it.
pub(crate) fn command_line(checkout: &Checkout) -> Command {
    let mut command = checkout.command("cargo build --profile native --package ehcp-qa-cli --bins");
    command.env("CARGO_ENCODED_RUSTFLAGS", compiler_flags(checkout.root(), &[]));
    command
}

fn compile_wasm(checkout: &Checkout) -> anyhow::Result<()> {
    let has_source = checkout.printed(STD_SOURCE).is_some();
    let (own_std, flags) = if has_source { (OWN_STD, &SMALL[..]) } else { ("", &SMALL[..4]) };
    if !has_source {
        println!(
            "build: without the source of the standard library (rust-src), for larger modules"
        );
    }
    for Module { name, feature, summary } in MODULES {
        let mut command = checkout.command(&format!(
            "rm -rf wasm/pkg/made && {WASM_PACK} --out-name {name} --no-default-features --features {feature} \
             {own_std} && mv wasm/pkg/made/* wasm/pkg && rm -r wasm/pkg/made"
        ));
        command.env("CARGO_ENCODED_RUSTFLAGS", compiler_flags(checkout.root(), flags));
        if has_source {
            command.env(ASKED.0, ASKED.1);
        }
        if let Err(error) =
            run_announced(&format!("build: compiling {summary} to WebAssembly"), command)
        {
            bail!(
                "could not compile {summary}: {error:#}\nif the crate registry cannot be reached, bring the crates \
                 with `cargo vendor` from a machine where it can be"
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checkout::{run_shown, tests::Folder};
    use std::thread::sleep;
    use std::time::Duration;

    #[test]
    fn folders_of_the_machine_get_names() {
        let names =
            [(PathBuf::from("/home/a b/.cargo"), "cargo"), (PathBuf::from("/src"), "ehcp-qa")];
        let flags = joined(&SMALL, &names);
        let flags: Vec<&str> = flags.split('\u{1f}').collect();
        assert_eq!(flags[..7], SMALL);
        assert_eq!(
            flags[7..],
            ["--remap-path-prefix=/home/a b/.cargo=cargo", "--remap-path-prefix=/src=ehcp-qa"]
        );
    }

    #[test]
    fn a_making_is_repeated_when_an_input_changes_or_the_output_is_gone() {
        let folder = Folder::new("making");
        let making = Making {
            name: "copy",
            inputs: "in more.txt",
            output: "out",
            make: |checkout| {
                run_shown(checkout.command("mkdir -p out && ls in > out/made && echo >> times"))
            },
        };
        let mut times = 0;
        let mut check = |change: &str, is_made: bool| {
            // Times of files are kept in steps of some milliseconds.
            sleep(Duration::from_millis(30));
            run_shown(folder.0.command(change)).expect("a change");
            sleep(Duration::from_millis(30));
            making.ensure(&folder.0).expect("it is made");
            times += usize::from(is_made);
            assert_eq!(folder.read("times").len(), times, "{change}");
        };
        check("mkdir in && touch in/a in/b more.txt", true);
        check("true", false);
        check("touch more.txt", true);
        check("echo two > in/a", true);
        check("rm in/b", true);
        check("touch out/made other.txt", false);
        check("rm -r out", true);
        check("true", false);

        let failing = Making { make: |_| bail!("no"), ..making };
        failing.ensure(&folder.0).expect("nothing to do");
        folder.write("in/a", "three");
        for _ in 0..2 {
            failing.ensure(&folder.0).expect_err("a failed making is no stamp");
        }
    }
}
