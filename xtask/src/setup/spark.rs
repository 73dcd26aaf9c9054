//! Apache Spark for its example: Java, and its Python package in an environment under `target`.

use std::env;
use std::fs;
use std::process::Command;

use anyhow::Context;

use super::{apt, is_installed, minutes};
use crate::checkout::Checkout;
use crate::process::{Errand, run_errand};

const REQUIREMENTS: &str = "examples/spark/requirements.txt";
const ENVIRONMENT: &str = "target/spark";
/// A copy of the requirements that were installed. It goes when the environment is made anew.
const STAMP: &str = ".installed-requirements.txt";
const BY_HAND: &str = "install Java 17 or later, and Python 3 with its module venv, yourself and \
                       put both on PATH";

/// Installs Java, Python and the Python package, where they are missing.
pub(super) fn ensure(checkout: &Checkout) -> anyhow::Result<()> {
    // As Spark itself finds it.
    if env::var_os("JAVA_HOME").is_none() && checkout.find("java").is_none() {
        let reason = "Java for the Spark example (about 50 MB, once)";
        apt::install(checkout, "default-jre-headless", reason, BY_HAND)?;
    }
    let environment = checkout.root().join(ENVIRONMENT);
    let (list, stamp) = (checkout.root().join(REQUIREMENTS), environment.join(STAMP));
    // The program is a link, which leads nowhere when the machine has got another Python.
    if environment.join("bin/python").is_file() && is_installed(&list, &stamp) {
        return Ok(());
    }
    // Debian's Python leaves out what makes environments.
    if checkout.first_line("python3", "-m ensurepip --version").is_err() {
        let reason = "Python's venv for the Spark example (about 10 MB, once)";
        apt::install(checkout, "python3-venv", reason, BY_HAND)?;
    }
    let mut make = checkout.program("python3");
    make.args(["-m", "venv", "--clear", ENVIRONMENT]);
    errand(checkout, "python-venv", "making a Python environment for the Spark example", make)?;
    let pip = python(
        checkout,
        &format!(
            "-m pip install --disable-pip-version-check --no-input --require-hashes --requirement {REQUIREMENTS}"
        ),
    );
    let announcement = "installing PySpark for the Spark example (about 430 MB, once)";
    errand(checkout, "pip-spark", announcement, pip)?;
    fs::copy(list, stamp).with_context(|| format!("could not write {STAMP}"))?;
    Ok(())
}

fn errand(checkout: &Checkout, name: &str, what: &str, command: Command) -> anyhow::Result<()> {
    let errand = Errand {
        announcement: format!("setup: {what}"),
        name: name.to_owned(),
        command,
        limit: minutes(15),
        server: "the Python package index (`pip config list` shows which)",
        instead: "name a mirror with `pip config set global.index-url`",
    };
    run_errand(checkout, errand)
}

/// A command of the environment.
pub(crate) fn python(checkout: &Checkout, arguments: &str) -> Command {
    let programs = checkout.root().join(ENVIRONMENT).join("bin");
    let mut command = checkout.with_first(programs).program("python");
    // The variables of another Spark on this machine would replace ours.
    for name in ["SPARK_HOME", "SPARK_CONF_DIR", "PYSPARK_PYTHON", "PYSPARK_DRIVER_PYTHON"] {
        command.env_remove(name);
    }
    command.args(arguments.split(' '));
    command
}
