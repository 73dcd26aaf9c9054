//! The checks that `cargo xtask test` makes, as data: name, needs, command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::checkout::Checkout;
use crate::setup::{self, Scope};

/// One check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Format,
    Clippy,
    Docs,
    Rust,
    Schemas,
    Lint,
    Types,
    Node,
    Packaging,
    DemoBuild,
    Browser,
    Spark,
}

impl Step {
    /// In the order in which they run: quick and informative steps first.
    pub(crate) const ALL: [Self; 12] = [
        Self::Format,
        Self::Clippy,
        Self::Docs,
        Self::Rust,
        Self::Schemas,
        Self::Lint,
        Self::Types,
        Self::Node,
        Self::Packaging,
        Self::DemoBuild,
        Self::Browser,
        Self::Spark,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Format => "fmt",
            Self::Clippy => "clippy",
            Self::Docs => "doc",
            Self::Rust => "rust",
            Self::Schemas => "schema",
            Self::Lint => "lint",
            Self::Types => "types",
            Self::Node => "node",
            Self::Packaging => "packaging",
            Self::DemoBuild => "demo-build",
            Self::Browser => "browser",
            Self::Spark => "spark",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// The set-up without which it cannot run; from [`Scope::Package`] on, the built package too.
    /// Spark, which no other step needs, is not part of it: see [`Self::needs_spark`].
    pub(crate) fn scope(self) -> Scope {
        match self {
            Self::Format | Self::Clippy | Self::Docs | Self::Rust | Self::Schemas | Self::Spark => {
                Scope::Rust
            }
            Self::Lint | Self::Types => Scope::Npm,
            Self::Node | Self::DemoBuild => Scope::Package,
            Self::Packaging | Self::Browser => Scope::Browser,
        }
    }

    /// Whether Spark has to be set up as well, for which nothing of the web is needed.
    pub(crate) fn needs_spark(self) -> bool {
        self == Self::Spark
    }

    /// The steps that make up this one when it runs alone: the browser tests open the demo.
    pub(crate) fn alone(self) -> Vec<Self> {
        match self {
            Self::Browser => vec![Self::DemoBuild, Self::Browser],
            step => vec![step],
        }
    }

    pub(crate) fn command(self, checkout: &Checkout) -> anyhow::Result<Command> {
        Ok(match self {
            Self::Format => cargo(checkout, "fmt --all --check"),
            Self::Clippy => cargo(checkout, "clippy --workspace --all-targets -- -D warnings"),
            Self::Docs => {
                let mut command = cargo(checkout, "doc --workspace --no-deps");
                command.env("RUSTDOCFLAGS", "-D warnings");
                command
            }
            Self::Rust => cargo(checkout, "test --workspace"),
            Self::Schemas => cargo(checkout, "run -p ehcp-qa-schema -- --check"),
            Self::Lint => checkout.npm(".", &["run", "lint"]),
            Self::Types => checkout.npm("wasm", &["run", "check-types"]),
            Self::Node => node_test(checkout, &["tests/reference", "tests/node"])?,
            Self::DemoBuild => checkout.npm("js-demo", &["run", "build"]),
            Self::Packaging => browser_test(checkout, "tests/packaging")?,
            Self::Browser => browser_test(checkout, "tests/browser")?,
            Self::Spark => spark_test(checkout),
        })
    }
}

fn cargo(checkout: &Checkout, arguments: &str) -> Command {
    let mut command = checkout.cargo();
    command.args(arguments.split(' '));
    command
}

fn node_test(checkout: &Checkout, folders: &[&str]) -> anyhow::Result<Command> {
    let mut command = checkout.node();
    // Node 20 would print its terse form wherever there is no terminal.
    command.args(["--test", "--test-reporter=spec"]);
    for folder in folders {
        command.args(test_files(checkout.root(), folder)?);
    }
    Ok(command)
}

fn browser_test(checkout: &Checkout, folder: &str) -> anyhow::Result<Command> {
    let browser =
        setup::find_chromium(checkout)?.context("there is no Chromium on this machine")?;
    let mut command = node_test(checkout, &[folder])?;
    command.env("EHCP_QA_CHROMIUM", browser);
    Ok(command)
}

fn spark_test(checkout: &Checkout) -> Command {
    let search = checkout.search().with_first(setup::spark_programs(checkout));
    let mut command = checkout.program_with_path("python", &search);
    // The variables of another Spark on this machine would replace ours.
    for name in ["SPARK_HOME", "SPARK_CONF_DIR", "PYSPARK_PYTHON", "PYSPARK_DRIVER_PYTHON"] {
        command.env_remove(name);
    }
    command.arg("examples/spark/test.py");
    command
}

/// The `*.test.mjs` files of a folder, by name. A folder without any is a mistake: its tests
/// would be passed over in silence.
fn test_files(root: &Path, folder: &str) -> anyhow::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(root.join(folder))
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

    #[test]
    fn every_step_is_found_by_its_name() {
        for step in Step::ALL {
            assert_eq!(Step::named(step.name()), Some(step));
        }
        assert_eq!(Step::named("all"), None);
    }

    #[test]
    fn a_step_alone_ends_with_itself_and_needs_no_more_than_it_says() {
        for step in Step::ALL {
            let steps = step.alone();
            assert_eq!(steps.last(), Some(&step));
            assert!(steps.iter().all(|part| part.scope() <= step.scope()));
        }
    }

    #[test]
    fn test_files_are_sorted_and_a_folder_without_any_is_refused() {
        let root = std::env::temp_dir().join(format!("xtask-steps-{}", std::process::id()));
        let folder = root.join("tests/node");
        let refused = test_files(&root, "tests/node").expect_err("no folder");
        assert!(refused.to_string().contains("tests/node"), "{refused}");

        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("loading.mjs"), "").expect("a file");
        let refused = test_files(&root, "tests/node").expect_err("no test in it");
        assert!(refused.to_string().contains("no *.test.mjs"), "{refused}");

        fs::write(folder.join("b.test.mjs"), "").expect("a file");
        fs::write(folder.join("a.test.mjs"), "").expect("a file");
        let files = test_files(&root, "tests/node").expect("two tests");
        let expected = ["tests/node/a.test.mjs", "tests/node/b.test.mjs"];
        assert_eq!(files, expected.map(PathBuf::from));
        fs::remove_dir_all(root).expect("the folder of the test");
    }
}
