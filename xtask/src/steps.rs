//! The checks that `cargo xtask test` makes, as data: name, needs, command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::checkout::Checkout;
use crate::setup::{self, FIREFOX, Need, Other, WEBKIT};

/// One check.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) needs: &'static [Need],
    /// Whether it runs without `--all`.
    pub(crate) is_usual: bool,
    pub(crate) command: fn(&Checkout) -> anyhow::Result<Command>,
}

const fn usual(
    name: &'static str,
    needs: &'static [Need],
    command: fn(&Checkout) -> anyhow::Result<Command>,
) -> Step {
    Step { name, needs, is_usual: true, command }
}

/// The tests in other browsers than Chromium, which are among those in the folder.
const OTHERS: [&str; 2] = ["firefox.test.mjs", "webkit.test.mjs"];

/// In the order in which they run: quick and informative steps first.
pub(crate) const STEPS: [Step; 14] = [
    usual("fmt", &[], |checkout| Ok(checkout.cargo("fmt --all --check"))),
    usual("lint", &[Need::Npm], |checkout| Ok(checkout.npm(".", "run lint"))),
    usual("clippy", &[], |checkout| {
        Ok(checkout.cargo("clippy --workspace --all-targets -- -D warnings"))
    }),
    usual("doc", &[], |checkout| {
        let mut command = checkout.cargo("doc --workspace --no-deps");
        command.env("RUSTDOCFLAGS", "-D warnings");
        Ok(command)
    }),
    usual("rust", &[], |checkout| Ok(checkout.cargo("test --workspace"))),
    usual("schema", &[], |checkout| Ok(checkout.cargo("run -p ehcp-qa-schema -- --check"))),
    usual("types", &[Need::Npm], |checkout| Ok(checkout.npm("wasm", "run check-generated"))),
    usual("node", &[Need::Package], |checkout| {
        let mut files = test_files(checkout, "tests/reference")?;
        files.extend(test_files(checkout, "tests/node")?);
        node_test(checkout, &files)
    }),
    usual("packaging", &[Need::Package, Need::Chromium], |checkout| {
        node_test(checkout, &test_files(checkout, "tests/packaging")?)
    }),
    usual("demo-build", &[Need::Package], |checkout| Ok(checkout.npm("js-demo", "run build"))),
    usual("browser", &[Need::Package, Need::Chromium], |checkout| {
        let mut files = test_files(checkout, "tests/browser")?;
        files.retain(|file| !OTHERS.iter().any(|other| file.ends_with(other)));
        node_test(checkout, &files)
    }),
    Step {
        name: "firefox",
        needs: &[Need::Package, Need::Other(&FIREFOX)],
        is_usual: false,
        command: |checkout| other_test(checkout, &FIREFOX, "tests/browser/firefox.test.mjs"),
    },
    Step {
        name: "webkit",
        needs: &[Need::Package, Need::Other(&WEBKIT)],
        is_usual: false,
        command: |checkout| other_test(checkout, &WEBKIT, "tests/browser/webkit.test.mjs"),
    },
    Step {
        name: "spark",
        needs: &[Need::Spark],
        is_usual: false,
        command: |checkout| Ok(setup::spark_python(checkout, "examples/spark/test.py")),
    },
];

impl Step {
    /// All steps, the usual ones, or one; the tests in browsers open the demo, which is then built before.
    pub(crate) fn chosen(all: bool, only: Option<&str>) -> Vec<&'static Self> {
        let is_chosen = |step: &&Self| match only {
            Some("browser") => ["demo-build", "browser"].contains(&step.name),
            Some(only) => step.name == only,
            None => all || step.is_usual,
        };
        STEPS.iter().filter(is_chosen).collect()
    }
}

fn other_test(checkout: &Checkout, browser: &Other, file: &str) -> anyhow::Result<Command> {
    let mut command = node_test(checkout, &[PathBuf::from(file)])?;
    browser.name(checkout, &mut command);
    Ok(command)
}

fn node_test(checkout: &Checkout, files: &[PathBuf]) -> anyhow::Result<Command> {
    let mut command = checkout.program("node");
    // Node 20 would print its terse form wherever there is no terminal.
    command.args(["--test", "--test-reporter=spec"]).args(files);
    setup::name_chromium(checkout, &mut command)?;
    Ok(command)
}

/// The `*.test.mjs` files of a folder, by name. A folder without any is a mistake: its tests
/// would be passed over in silence.
fn test_files(checkout: &Checkout, folder: &str) -> anyhow::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(checkout.root().join(folder))
        .with_context(|| format!("could not read the tests in {folder}"))?;
    let mut files = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        if name.to_string_lossy().ends_with(".test.mjs") {
            files.push(Path::new(folder).join(name));
        }
    }
    if files.is_empty() {
        bail!("there is no *.test.mjs file in {folder}");
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: bool, only: Option<&str>) -> Vec<&'static str> {
        Step::chosen(all, only).iter().map(|step| step.name).collect()
    }

    #[test]
    fn other_browsers_and_spark_run_only_when_asked_for() {
        let usual = names(false, None);
        assert_eq!(usual.len(), 11);
        assert!(!usual.iter().any(|name| ["firefox", "webkit", "spark"].contains(name)));
        assert_eq!(names(true, None).len(), 14);
        assert_eq!(names(false, Some("spark")), ["spark"]);
        assert_eq!(names(false, Some("browser")), ["demo-build", "browser"]);
    }

    #[test]
    fn test_files_are_sorted_and_a_folder_without_any_is_refused() {
        let checkout = Checkout::from_environment().expect("the checkout");
        let files = test_files(&checkout, "tests/node").expect("tests");
        assert!(files.is_sorted());
        assert!(files.contains(&PathBuf::from("tests/node/types.test.mjs")));
        for folder in ["tests/types", "tests/no-such-folder"] {
            let refused = test_files(&checkout, folder).expect_err("no tests");
            assert!(refused.to_string().contains(folder), "{refused}");
        }
    }
}
