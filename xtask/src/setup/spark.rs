//! Apache Spark for its example: Java, and its Python package in an environment under `target`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::apt::Apt;
use super::{first_line, minutes};
use crate::checkout::Checkout;
use crate::process::{Errand, Need, run_errand};

const REQUIREMENTS: &str = "examples/spark/requirements.txt";
const ENVIRONMENT: &str = "target/spark";
/// A copy of the requirements that were installed. It goes when the environment is made anew.
const STAMP: &str = ".installed-requirements.txt";
const OLDEST_JAVA: u32 = 17;
const BY_HAND: &str = "install Java 17 or later, and Python 3 with its module venv, yourself and \
                       put both on PATH";

/// Installs Java, Python and the Python package, where they are missing.
pub(crate) fn ensure(checkout: &Checkout) -> anyhow::Result<()> {
    if find_java(checkout).is_none() {
        install(checkout, "Java", "default-jre-headless", "about 50 MB")?;
    }
    let java = find_java(checkout)
        .with_context(|| format!("the system package put no java on PATH: {BY_HAND}"))?;
    let said = first_line(checkout, &java.to_string_lossy(), &["--version"])
        .with_context(|| format!("Spark needs Java {OLDEST_JAVA} or later"))?;
    if major(&said).is_none_or(|version| version < OLDEST_JAVA) {
        bail!("Spark needs Java {OLDEST_JAVA} or later; the one found is {said}: {BY_HAND}");
    }

    let requirements = fs::read_to_string(checkout.root().join(REQUIREMENTS))
        .with_context(|| format!("could not read {REQUIREMENTS}"))?;
    let environment = checkout.root().join(ENVIRONMENT);
    if is_installed(&environment, &requirements) {
        return Ok(());
    }
    // Debian's Python leaves out what makes environments.
    if first_line(checkout, "python3", &["-c", "import ensurepip"]).is_err() {
        install(checkout, "Python's venv", "python3-venv", "about 10 MB")?;
    }
    install_pyspark(checkout)?;
    let stamp = environment.join(STAMP);
    fs::write(&stamp, requirements).with_context(|| format!("could not write {}", stamp.display()))
}

/// The folder of the programs that go with the Python package.
pub(crate) fn programs(checkout: &Checkout) -> PathBuf {
    checkout.root().join(ENVIRONMENT).join("bin")
}

/// As Spark itself finds it.
fn find_java(checkout: &Checkout) -> Option<PathBuf> {
    let home = env::var_os("JAVA_HOME").filter(|home| !home.is_empty());
    match home {
        Some(home) => Some(Path::new(&home).join("bin/java")),
        None => checkout.search().find("java"),
    }
}

fn install(checkout: &Checkout, what: &str, package: &str, size: &str) -> anyhow::Result<()> {
    let apt = Apt::find(checkout, &format!("the Spark example needs {what}"), BY_HAND)?;
    apt.update()?;
    apt.install(&format!("setup: installing {what} for the Spark example ({size}, once)"), package)
}

fn install_pyspark(checkout: &Checkout) -> anyhow::Result<()> {
    let mut make = checkout.program("python3");
    make.args(["-m", "venv", "--clear", ENVIRONMENT]);
    let errand = Errand {
        announcement: "setup: making a Python environment for the Spark example".to_owned(),
        name: "python-venv".to_owned(),
        command: make,
        limit: minutes(5),
        needs: None,
    };
    run_errand(errand, &checkout.notes())?;

    let mut command = checkout.program(&programs(checkout).join("python").to_string_lossy());
    command.args(["-m", "pip", "install", "--disable-pip-version-check", "--no-input"]).args([
        "--require-hashes",
        "--requirement",
        REQUIREMENTS,
    ]);
    let errand = Errand {
        announcement: "setup: installing PySpark for the Spark example (about 430 MB, once)"
            .to_owned(),
        name: "pip-spark".to_owned(),
        command,
        limit: minutes(15),
        needs: Some(Need {
            server: "the Python package index (`pip config list` shows which)".to_owned(),
            instead: "name a mirror with `pip config set global.index-url`".to_owned(),
        }),
    };
    run_errand(errand, &checkout.notes())
}

fn is_installed(environment: &Path, requirements: &str) -> bool {
    // The program is a link, which leads nowhere when the machine has got another Python.
    environment.join("bin/python").is_file()
        && fs::read_to_string(environment.join(STAMP)).is_ok_and(|stamp| stamp == requirements)
}

/// The 17 of `openjdk 17.0.15 2025-04-15`.
fn major(said: &str) -> Option<u32> {
    let version = said.split(' ').nth(1)?;
    version.split(|character: char| !character.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stamp_holds_for_these_requirements_and_a_python_that_is_there() {
        let folder = env::temp_dir().join(format!("xtask-spark-{}", std::process::id()));
        fs::create_dir_all(folder.join("bin")).expect("a folder");
        fs::write(folder.join("bin/python"), "").expect("a program");
        assert!(!is_installed(&folder, "one"), "no stamp");

        fs::write(folder.join(STAMP), "one").expect("a stamp");
        assert!(is_installed(&folder, "one"));
        assert!(!is_installed(&folder, "two"), "other requirements");

        fs::remove_file(folder.join("bin/python")).expect("the program");
        assert!(!is_installed(&folder, "one"), "no Python");
        fs::remove_dir_all(folder).expect("the folder of the test");
    }

    #[test]
    fn the_major_version_of_java() {
        assert_eq!(major("openjdk 17.0.15 2025-04-15"), Some(17));
        assert_eq!(major("java 21 2023-09-19 LTS"), Some(21));
        assert_eq!(major("openjdk 22-ea 2024-03-19"), Some(22));
        assert_eq!(major("openjdk"), None);
        assert_eq!(major(""), None);
    }
}
