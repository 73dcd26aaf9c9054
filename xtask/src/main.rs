//! `cargo xtask <command>`: set-up, build, demo, test, bench and generate on a machine that has
//! rustup and Node 20 and nothing else.
//!
//! The programs that a command needs are installed before it starts. Each step is announced by one line
//! and has a time limit; programs that are installed already cost no time. Linux and macOS (on Windows: WSL).

mod checkout;
mod package;
mod process;
mod setup;
mod stamp;
mod steps;
mod test;

use std::ffi::OsString;
use std::process::{Command, ExitCode};
use std::time::Duration;

use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};

use checkout::Checkout;
use setup::Need;
use steps::{STEPS, Step};

#[derive(Parser)]
#[command(name = "cargo xtask", about)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install whatever is missing: npm packages, tools for WebAssembly, Chromium
    Setup {
        /// The other browsers, Java and Spark too
        #[arg(long)]
        all: bool,
    },
    /// Build the npm package into wasm/dist
    Build,
    /// Build, and serve the demo on 127.0.0.1
    Demo {
        /// Write the demo into js-demo/dist, and serve nothing
        #[arg(long)]
        build: bool,
    },
    /// Build, and run the checks
    Test {
        /// Those in other browsers and on Spark too
        #[arg(long, conflicts_with = "only")]
        all: bool,
        /// One of them
        #[arg(long, value_name = "STEP", value_parser = PossibleValuesParser::new(STEPS.map(|step| step.name)))]
        only: Option<String>,
    },
    /// Measure: the package (arguments go to bench/run.mjs); `wording`, how well the wording rules find what a
    /// reader would; `scale [n]`, how fast and in how much memory n records are summarised
    Bench {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Write the JSON Schemas, the TypeScript types made from them, docs/rules.md, the titles of the rules, and
    /// the description of the elements
    Generate,
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<()> {
    process::end_children_on_interrupt()?;
    let checkout = Checkout::from_environment()?;
    match task {
        Task::Setup { all } => {
            let steps = STEPS.iter().filter(|step| all || step.is_usual);
            setup::ensure(&checkout, steps.flat_map(|step| step.needs))?;
            println!("setup: everything is in place");
            Ok(())
        }
        Task::Build => setup::ensure(&checkout, &[Need::Package]),
        Task::Demo { build } => demo(&checkout, build),
        Task::Test { all, only } => test::run(&checkout, &Step::chosen(all, only.as_deref())),
        Task::Bench { arguments } => bench(&checkout, &arguments),
        Task::Generate => {
            setup::ensure(&checkout, &[Need::Npm])?;
            shown(checkout.cargo("run --package ehcp-qa-schema"))?;
            shown(checkout.npm("wasm", "run generate"))
        }
    }
}

fn demo(checkout: &Checkout, build_only: bool) -> anyhow::Result<()> {
    setup::ensure(checkout, &[Need::Package])?;
    shown(checkout.npm("js-demo", "run build"))?;
    if build_only {
        return Ok(());
    }
    println!("demo: serving it on 127.0.0.1; the address follows, Ctrl-C ends it");
    shown(checkout.npm("js-demo", "run preview -- --host 127.0.0.1"))
}

fn bench(checkout: &Checkout, arguments: &[OsString]) -> anyhow::Result<()> {
    match arguments {
        [wording] if wording == "wording" => shown(
            checkout.cargo("test --package ehcp-qa-conformance --test wording -- --nocapture"),
        ),
        [scale, more @ ..] if scale == "scale" => {
            setup::ensure(checkout, &[Need::Npm])?;
            let build = "build --profile native --package ehcp-qa-cli --bins --examples";
            shown(checkout.cargo(build))?;
            let mut bench = checkout.program("node");
            bench.arg("bench/scale.mjs").args(more);
            shown(bench)
        }
        _ => {
            setup::ensure(checkout, &[Need::Package, Need::Chromium])?;
            let mut bench = checkout.program("node");
            bench.arg("bench/run.mjs").args(arguments);
            setup::name_chromium(checkout, &mut bench)?;
            shown(bench)
        }
    }
}

/// Prints a command and runs it, without a time limit.
fn shown(command: Command) -> anyhow::Result<()> {
    println!("{}", process::spelled(&command));
    process::run_shown(command, Duration::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[track_caller]
    fn parsed(line: &str) -> Option<Task> {
        let words = std::iter::once("xtask").chain(line.split_whitespace());
        Arguments::try_parse_from(words).ok().map(|arguments| arguments.task)
    }

    #[test]
    fn the_commands_are_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_step_is_chosen_by_its_name_and_not_along_with_all() {
        let only = parsed("test --only clippy");
        assert!(
            matches!(only, Some(Task::Test { all: false, only: Some(step) }) if step == "clippy")
        );
        assert!(matches!(parsed("test --all"), Some(Task::Test { all: true, only: None })));
        assert!(parsed("test --only clipy").is_none());
        assert!(parsed("test --all --only fmt").is_none());
        assert!(parsed("tset").is_none());
    }

    #[test]
    fn bench_passes_its_arguments_on() {
        let Some(Task::Bench { arguments }) = parsed("bench --rounds 3") else {
            panic!("the bench is refused");
        };
        assert_eq!(arguments, ["--rounds", "3"]);
    }
}
