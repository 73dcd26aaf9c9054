//! Everything a new machine needs beside rustup and Node 20: each need is a row, with the line of the shell that
//! succeeds where it is met. Nothing is printed where nothing is missing.
//!
//! Rust itself, its formatter, linter and library for WebAssembly are in `rust-toolchain.toml`, which rustup reads.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::path::{self, PathBuf};

use anyhow::bail;

use crate::checkout::{Checkout, run_announced};
use crate::package::Making;

/// What a command cannot run without, beside Rust.
pub(crate) enum Need {
    Tool(Tool),
    /// A tool of tests that are skipped where it cannot be had.
    Optional(Tool),
    /// A part of the package that this project makes.
    Made(&'static Making),
}

/// Something to install.
pub(crate) struct Tool {
    what: &'static str,
    /// What it costs once: disk or time. Empty for what is not installed from here.
    cost: &'static str,
    check: Check,
    get: Get,
    /// What a person can do where it cannot be got: an imperative without a full stop.
    instead: &'static str,
}

enum Check {
    /// A line that succeeds where nothing is missing.
    Line(&'static str),
    /// A program, whose file a variable names to the tests, else one of these names on `PATH`.
    Program { variable: &'static str, names: &'static [&'static str] },
}

enum Get {
    ByHand,
    Line(&'static str),
    /// Packages of the system, parted by spaces.
    Apt(&'static str),
}

/// Another apt at work is waited for, but not for ever.
const APT: &str = "env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120";

const NODE: &Need = &Need::Tool(Tool {
    what: "Node 20 or later with npm",
    cost: "",
    check: Check::Line(
        "test \"$(node -p 'parseInt(process.versions.node)')\" -ge 20 && command -v npm",
    ),
    get: Get::ByHand,
    instead: "install it from https://nodejs.org; `node --version` shows what is first on PATH",
});

/// npm removes the copy of the lock file with the folder before it starts, so that an interrupted installation is
/// never taken for a complete one. Without wasm-opt, wasm-pack would leave the optimisation out without a word.
const NODE_PACKAGES: &Need = &Need::Tool(Tool {
    what: "the npm packages",
    cost: "about 550 MB on disk",
    check: Check::Line(
        "cmp package-lock.json node_modules/.installed-package-lock.json && test -e node_modules/.bin/wasm-opt",
    ),
    get: Get::Line("npm ci && cp package-lock.json node_modules/.installed-package-lock.json"),
    instead: "if the npm registry cannot be reached (`npm config get registry` shows which), name a mirror with \
              `npm config set registry`, or bring node_modules from a machine where this has worked",
});

/// In the one version that fits the library.
const WASM_BINDGEN: &Need = &Need::Tool(Tool {
    what: "wasm-bindgen, built by cargo",
    cost: "some minutes",
    check: Check::Line(
        "id=$(cargo pkgid wasm-bindgen) && test \"$(wasm-bindgen --version)\" = \"wasm-bindgen ${id##*@}\"",
    ),
    // Forced: a program of that name that cargo knows nothing of would stop it otherwise.
    get: Get::Line(
        "id=$(cargo pkgid wasm-bindgen) && cargo install --force wasm-bindgen-cli --version \"${id##*@}\"",
    ),
    instead: "if the crate registry cannot be reached, put `wasm-bindgen` on PATH by other means, in the version of \
              Cargo.toml",
});

const WASM_PACK: &Need = &Need::Tool(Tool {
    what: "wasm-pack, built by cargo",
    cost: "some minutes",
    check: Check::Line("command -v wasm-pack"),
    get: Get::Line("cargo install --force --locked wasm-pack"),
    instead: "if the crate registry cannot be reached, put `wasm-pack` on PATH by other means",
});

pub(crate) const CHROMIUM: &Need = &Need::Tool(Tool {
    what: "Chromium for the browser tests",
    cost: "about 100 MB",
    check: Check::Program {
        variable: "EHCP_QA_CHROMIUM",
        names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    },
    get: Get::Apt("chromium"),
    instead: "install Chromium or Chrome yourself and put it on PATH, or set EHCP_QA_CHROMIUM to its program file",
});

pub(crate) const FIREFOX: &Need = &Need::Optional(Tool {
    what: "Firefox for its tests",
    cost: "about 70 MB",
    check: Check::Program { variable: "EHCP_QA_FIREFOX", names: &["firefox", "firefox-esr"] },
    get: Get::Apt("firefox-esr"),
    instead: "install it yourself, or set EHCP_QA_FIREFOX to its program file",
});

pub(crate) const WEBKIT: &Need = &Need::Optional(Tool {
    what: "WebKit with its driver, for its tests",
    cost: "about 150 MB",
    check: Check::Program { variable: "EHCP_QA_WEBKIT", names: &["WebKitWebDriver"] },
    get: Get::Apt("webkit2gtk-driver xvfb"),
    instead: "install them yourself, or set EHCP_QA_WEBKIT to the file of WebKitWebDriver",
});

const JAVA: &Need = &Need::Tool(Tool {
    what: "Java for the Spark example",
    cost: "about 50 MB",
    // As Spark itself finds it.
    check: Check::Line("test -n \"$JAVA_HOME\" || command -v java"),
    get: Get::Apt("default-jre-headless"),
    instead: "install Java 17 or later yourself and put it on PATH",
});

/// Debian's Python leaves out what makes environments.
const PYTHON: &Need = &Need::Tool(Tool {
    what: "Python's venv",
    cost: "about 10 MB",
    check: Check::Line("python3 -m ensurepip --version"),
    get: Get::Apt("python3-venv"),
    instead: "install Python 3 with its module venv yourself and put it on PATH",
});

/// A Python environment in a folder under `target`, from a list of packages with their hashes.
macro_rules! environment {
    ($folder:literal, $list:literal, $what:literal, $cost:literal) => {
        &Need::Tool(Tool {
            what: $what,
            cost: $cost,
            // The program is a link, which leads nowhere when the machine has got another Python.
            check: Check::Line(concat!(
                "test -x target/", $folder, "/bin/python && cmp ", $list, " target/", $folder, "/.installed.txt"
            )),
            get: Get::Line(concat!(
                "python3 -m venv --clear target/", $folder,
                " && target/", $folder, "/bin/python -m pip install --disable-pip-version-check --no-input",
                " --require-hashes --requirement ", $list,
                " && cp ", $list, " target/", $folder, "/.installed.txt"
            )),
            instead: "if the Python package index cannot be reached (`pip config list` shows which), name a mirror \
                      with `pip config set global.index-url`",
        })
    };
}

const PYSPARK: &Need = environment!(
    "spark",
    "examples/spark/requirements.txt",
    "PySpark for the Spark example",
    "about 430 MB"
);

const PYTHON_DOCX: &Need = environment!(
    "word",
    "tests/plans/requirements.txt",
    "python-docx for the tests of Word files",
    "about 20 MB"
);

const SCIKIT_LEARN: &Need = environment!(
    "train",
    "tests/wording/train/requirements.txt",
    "scikit-learn for the weights of the wording rules",
    "about 250 MB"
);

/// Where it cannot be had, the check leaves it out and says so.
const LIBREOFFICE: &Need = &Need::Optional(Tool {
    what: "LibreOffice for the tests of Word files",
    cost: "about 300 MB",
    check: Check::Line("command -v soffice"),
    get: Get::Apt("libreoffice-writer"),
    instead: "install it yourself and put `soffice` on PATH",
});

/// For scripts of the workspace.
pub(crate) const NPM: &[&Need] = &[NODE, NODE_PACKAGES];
/// The npm package that this project makes.
pub(crate) const PACKAGE: &[&Need] = &[
    NODE,
    NODE_PACKAGES,
    WASM_BINDGEN,
    WASM_PACK,
    &Need::Made(&crate::package::WASM),
    &Need::Made(&crate::package::WRAPPER),
];
/// What weights are learned with.
pub(crate) const TRAINING: &[&Need] = &[PYTHON, SCIKIT_LEARN];
pub(crate) const SPARK: &[&Need] = &[JAVA, PYTHON, PYSPARK];
/// Programs that open Word files.
pub(crate) const WORD: &[&Need] = &[PYTHON, PYTHON_DOCX, LIBREOFFICE];

/// Gets what is missing, in the order of the needs, each once.
pub(crate) fn ensure<'a>(
    checkout: &Checkout,
    needs: impl IntoIterator<Item = &'a &'a Need>,
) -> anyhow::Result<()> {
    let mut met = BTreeSet::new();
    for need in needs {
        match need {
            Need::Tool(tool) if met.insert(tool.what) => tool.ensure(checkout)?,
            Need::Optional(tool) if met.insert(tool.what) => {
                if let Err(error) = tool.ensure(checkout) {
                    println!("setup: tests will be skipped: {error:#}");
                }
            }
            Need::Made(making) if met.insert(making.name) => making.ensure(checkout)?,
            _ => {}
        }
    }
    Ok(())
}

impl Need {
    /// The variable by which tests find the program, and its file.
    pub(crate) fn variable(&self, checkout: &Checkout) -> Option<(&'static str, PathBuf)> {
        match self {
            Self::Tool(tool) | Self::Optional(tool) => match tool.check {
                Check::Program { variable, names } => {
                    Some((variable, program(checkout, variable, names).ok()??))
                }
                Check::Line(_) => None,
            },
            Self::Made(_) => None,
        }
    }
}

impl Tool {
    fn ensure(&self, checkout: &Checkout) -> anyhow::Result<()> {
        let Self { what, cost, get, instead, .. } = self;
        if self.is_there(checkout)? {
            return Ok(());
        }
        let line = match get {
            Get::ByHand => bail!("{what} is missing: {instead}"),
            Get::Line(line) => (*line).to_owned(),
            Get::Apt(packages) => {
                // `-n`: never ask for a password.
                let is_root = checkout.printed("id -u").as_deref() == Some("0");
                let apt = format!("{}{APT}", if is_root { "" } else { "sudo -n " });
                format!("{apt} update && {apt} install -y --no-install-recommends {packages}")
            }
        };
        if let Err(error) = run_announced(
            &format!("setup: installing {what} ({cost}, once)"),
            checkout.command(&line),
        ) {
            bail!("could not install {what}: {error:#}\n{instead}");
        }
        if !self.is_there(checkout)? {
            bail!("installed {what}, but it is not found; {instead}");
        }
        Ok(())
    }

    fn is_there(&self, checkout: &Checkout) -> anyhow::Result<bool> {
        Ok(match self.check {
            Check::Line(line) => checkout.printed(line).is_some(),
            Check::Program { variable, names } => program(checkout, variable, names)?.is_some(),
        })
    }
}

fn program(checkout: &Checkout, variable: &str, names: &[&str]) -> anyhow::Result<Option<PathBuf>> {
    let found = || names.iter().find_map(|name| checkout.find(name));
    choose(variable, env::var_os(variable), found)
}

/// The file that a variable names, else the program that is found.
fn choose(
    variable: &str,
    named: Option<OsString>,
    found: impl Fn() -> Option<PathBuf>,
) -> anyhow::Result<Option<PathBuf>> {
    match named.filter(|file| !file.is_empty()).map(PathBuf::from) {
        Some(file) if file.is_file() => Ok(Some(path::absolute(file)?)),
        Some(file) => bail!("{variable} names {}, and there is no such file", file.display()),
        None => Ok(found()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checkout::tests::Folder;

    #[test]
    fn the_named_program_comes_first_and_must_exist() {
        let found = || Some(PathBuf::from("/on/the/path"));
        let chosen = |named: &str| choose("BROWSER", Some(named.into()), found);
        assert_eq!(choose("BROWSER", None, || None).expect("nothing named"), None);
        assert_eq!(choose("BROWSER", None, found).expect("nothing named"), found());
        assert_eq!(chosen("").expect("an empty name is none"), found());

        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        assert_eq!(chosen(&file.to_string_lossy()).expect("the file is there"), Some(file));
        let refused = chosen("no-such-build").expect_err("no such file").to_string();
        assert_eq!(refused, "BROWSER names no-such-build, and there is no such file");
    }

    const fn tool(get: Get) -> Tool {
        Tool {
            what: "a list",
            cost: "a copy",
            check: Check::Line("cmp list copy"),
            get,
            instead: "copy it",
        }
    }

    #[test]
    fn a_tool_is_got_where_it_is_missing_and_only_there() {
        let folder = Folder::new("tool");
        let copied = tool(Get::Line("cp list copy && echo copied >> log"));
        for (list, log) in [("one", "copied\n"), ("one", "copied\n"), ("two", "copied\ncopied\n")] {
            folder.write("list", list);
            copied.ensure(&folder.0).expect("it is copied");
            assert_eq!(folder.read("log"), log, "{list}");
        }
    }

    #[test]
    fn a_tool_that_cannot_be_got_names_the_remedy() {
        let folder = Folder::new("remedy");
        for (get, expected) in [
            (Get::ByHand, "a list is missing: copy it"),
            (
                Get::Line("exit 3"),
                "could not install a list: `exit 3` failed (exit status: 3)\ncopy it",
            ),
            (Get::Line("true"), "installed a list, but it is not found; copy it"),
        ] {
            let refused = tool(get).ensure(&folder.0).expect_err("it is missing");
            assert_eq!(format!("{refused:#}"), expected);
        }
        ensure(&folder.0, [&&Need::Optional(tool(Get::ByHand))]).expect("its tests are skipped");
    }
}
