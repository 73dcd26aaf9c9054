//! The checks that `cargo xtask test` makes, as data, and how they run: one after the other, up to the first that
//! fails.

use std::time::Instant;

use anyhow::bail;

use crate::checkout::{Checkout, run_shown};
use crate::setup::{self, CHROMIUM, FIREFOX, NPM, Need, PACKAGE, SPARK, WEBKIT, WORD};

/// One check.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    needs: &'static [&'static [&'static Need]],
    /// Whether it runs without `--all`.
    is_usual: bool,
    /// A line for the shell.
    line: &'static str,
}

const fn usual(
    name: &'static str,
    needs: &'static [&'static [&'static Need]],
    line: &'static str,
) -> Step {
    Step { name, needs, is_usual: true, line }
}

const fn other(
    name: &'static str,
    needs: &'static [&'static [&'static Need]],
    line: &'static str,
) -> Step {
    Step { name, needs, is_usual: false, line }
}

/// In the order in which they run: quick and informative steps first. Node 20 would print its terse form wherever
/// there is no terminal; those of its tests that need another browser are skipped where none is named.
pub(crate) const STEPS: [Step; 15] = [
    usual("fmt", &[], "cargo fmt --all --check"),
    usual("lint", &[NPM], "npm run lint"),
    usual("clippy", &[], "cargo clippy --workspace --all-targets -- -D warnings"),
    usual("doc", &[], "RUSTDOCFLAGS='-D warnings' cargo doc --workspace --no-deps"),
    usual("rust", &[], "cargo test --workspace --no-fail-fast"),
    usual("schema", &[], "cargo run -p ehcp-qa-schema -- --check"),
    usual("types", &[NPM], "npm run check-generated -w wasm"),
    usual(
        "node",
        &[PACKAGE],
        "cargo build --quiet -p ehcp-qa-cli && node --test --test-reporter=spec tests/reference/*.test.mjs \
         tests/frameworks/*.test.mjs tests/node/*.test.mjs",
    ),
    usual(
        "packaging",
        &[PACKAGE, &[CHROMIUM]],
        "node --test --test-reporter=spec tests/packaging/*.test.mjs",
    ),
    usual("demo-build", &[PACKAGE], "npm run build -w js-demo"),
    usual(
        "browser",
        &[PACKAGE, &[CHROMIUM]],
        "node --test --test-reporter=spec tests/browser/*.test.mjs",
    ),
    other(
        "firefox",
        &[PACKAGE, &[FIREFOX]],
        "node --test --test-reporter=spec --test-name-pattern=Firefox tests/browser/firefox.test.mjs \
         tests/browser/vectors.test.mjs",
    ),
    other(
        "webkit",
        &[PACKAGE, &[WEBKIT]],
        "node --test --test-reporter=spec tests/browser/webkit.test.mjs",
    ),
    // The variables of another Spark on this machine would replace ours.
    other(
        "spark",
        &[SPARK],
        "unset SPARK_HOME SPARK_CONF_DIR PYSPARK_PYTHON PYSPARK_DRIVER_PYTHON
. target/spark/bin/activate && python examples/spark/test.py",
    ),
    other("word", &[WORD], "target/word/bin/python tests/plans/open.py"),
];

/// All steps, the usual ones, or one; the tests in browsers open the demo, which is then built before.
pub(crate) fn chosen(all: bool, only: Option<&str>) -> Vec<&'static Step> {
    let is_chosen = |step: &&Step| match only {
        Some("browser") => ["demo-build", "browser"].contains(&step.name),
        Some(only) => step.name == only,
        None => all || step.is_usual,
    };
    STEPS.iter().filter(is_chosen).collect()
}

/// Gets what steps need.
pub(crate) fn set_up(checkout: &Checkout, steps: &[&Step]) -> anyhow::Result<()> {
    setup::ensure(checkout, steps.iter().flat_map(|step| step.needs).copied().flatten())
}

/// A line of the summary: how long something took.
fn cost(name: &str, start: Instant) -> String {
    format!("{name:<12}{:>7.1} s", start.elapsed().as_secs_f64())
}

pub(crate) fn run(checkout: &Checkout, steps: &[&Step]) -> anyhow::Result<()> {
    let start = Instant::now();
    set_up(checkout, steps)?;
    let mut summary = vec![cost("set-up", start)];
    for Step { name, needs, line, .. } in steps {
        let start = Instant::now();
        let mut command = checkout.command(line);
        command.envs(needs.iter().copied().flatten().filter_map(|need| need.variable(checkout)));
        print!("\n{name}: ");
        let outcome = run_shown(command);
        if let Err(error) = outcome {
            let cost = cost(name, start);
            bail!("step failed: {cost}\n{error:#}\nalone: cargo xtask test --only {name}");
        }
        summary.push(cost(name, start));
    }
    println!("\n{}\nall passed", summary.join("\n"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: bool, only: Option<&str>) -> Vec<&'static str> {
        chosen(all, only).iter().map(|step| step.name).collect()
    }

    #[test]
    fn other_browsers_spark_and_word_run_only_when_asked_for() {
        let usual = names(false, None);
        assert_eq!(usual.len(), 11);
        assert!(!usual.iter().any(|name| ["firefox", "webkit", "spark", "word"].contains(name)));
        assert_eq!(names(true, None).len(), 15);
        assert_eq!(names(false, Some("spark")), ["spark"]);
        assert_eq!(names(false, Some("browser")), ["demo-build", "browser"]);
    }

    #[test]
    fn every_test_file_that_a_step_names_is_there() {
        let checkout = Checkout::from_environment().expect("the checkout");
        let words = STEPS.iter().flat_map(|step| step.line.split_whitespace());
        let files: Vec<_> = words.filter(|word| word.ends_with(".test.mjs")).collect();
        assert_eq!(files.len(), 8);
        for file in files {
            // What matches nothing stays as it is, which is no file.
            assert!(checkout.printed(&format!("ls {file}")).is_some(), "{file}");
        }
    }
}
