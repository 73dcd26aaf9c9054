//! `cargo xtask <command>`: set-up, build, demo, test, bench and generate on a machine that has
//! rustup and Node 20 and nothing else.
//!
//! The programs that a command needs are installed before it starts, each announced by one line; those that are
//! installed already cost no time. Linux and macOS (on Windows: WSL).

mod checkout;
mod package;
mod setup;
mod steps;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};

use checkout::{Checkout, run_shown};
use setup::{CHROMIUM, NPM, PACKAGE, TRAINING};
use steps::STEPS;

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
        /// The other browsers, Spark and what opens Word files too
        #[arg(long)]
        all: bool,
    },
    /// Build the npm package into wasm/dist
    Build,
    /// Build the command line into target/native, without the paths of this machine in it
    Cli,
    /// Build everything, and write the npm package and an archive for those without npm into target/releases
    Release,
    /// Build, and serve the demo on 127.0.0.1
    Demo {
        /// Write the demo into js-demo/dist, and serve nothing
        #[arg(long)]
        build: bool,
    },
    /// Build, and run the checks
    Test {
        /// Those in other browsers, on Spark and with Word files in other programs too
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
    /// Learn the weights by which statements are judged, from the labelled texts, and measure them on authors who were
    /// not learned from (arguments go to tests/wording/train/train.py)
    Train {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Learn which sentences of advice are needs, outcomes and recommendations, from the sets of tests/advice, and
    /// measure it on sets that were not learned from (arguments go to tests/advice/train/train.py)
    TrainAdvice {
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

/// Where cargo puts the program is said by the variable, if there is one.
const RELEASE: &str = "node xtask/release/release.mjs \"$PWD/target/releases\" \"${CARGO_TARGET_DIR:-target}/native/ehcp-qa\"";

fn run(task: Task) -> anyhow::Result<()> {
    let checkout = Checkout::from_environment()?;
    let run_line = |line| run_shown(checkout.command(line));
    match task {
        Task::Setup { all } => {
            steps::set_up(&checkout, &steps::chosen(all, None))?;
            println!("setup: everything is in place");
            Ok(())
        }
        Task::Build => setup::ensure(&checkout, PACKAGE),
        Task::Cli => run_shown(package::command_line(&checkout)),
        Task::Release => {
            setup::ensure(&checkout, PACKAGE)?;
            run_shown(package::command_line(&checkout))?;
            run_line("npm run build -w js-demo")?;
            run_line(RELEASE)
        }
        Task::Demo { build } => {
            setup::ensure(&checkout, PACKAGE)?;
            run_line("npm run build -w js-demo")?;
            if build {
                return Ok(());
            }
            println!("demo: serving it on 127.0.0.1; the address follows, Ctrl-C ends it");
            run_line("npm run preview -w js-demo -- --host 127.0.0.1")
        }
        Task::Test { all, only } => steps::run(&checkout, &steps::chosen(all, only.as_deref())),
        Task::Bench { arguments } => bench(&checkout, &arguments),
        Task::Train { arguments } => {
            train(&checkout, "features", "tests/wording/train/train.py", &arguments)
        }
        Task::TrainAdvice { arguments } => {
            train(&checkout, "advice-features", "tests/advice/train/train.py", &arguments)
        }
        Task::Generate => {
            setup::ensure(&checkout, NPM)?;
            run_line("cargo run --package ehcp-qa-schema")?;
            run_line("npm run generate -w wasm")
        }
    }
}

fn bench(checkout: &Checkout, arguments: &[OsString]) -> anyhow::Result<()> {
    let (line, more) = match arguments {
        [wording] if wording == "wording" => {
            ("cargo test --package ehcp-qa-conformance --test wording -- --nocapture", &[][..])
        }
        [scale, more @ ..] if scale == "scale" => {
            setup::ensure(checkout, NPM)?;
            let line = "cargo build --profile native --package ehcp-qa-cli --bins --examples \
                        && node bench/scale.mjs \"$@\"";
            (line, more)
        }
        _ => {
            setup::ensure(checkout, PACKAGE.iter().chain(&[CHROMIUM]))?;
            let line = "cargo build --profile native --package ehcp-qa-cli --example plans \
                        && node bench/run.mjs \"$@\"";
            (line, arguments)
        }
    };
    let mut command = checkout.command(line);
    command.args(more).envs(CHROMIUM.variable(checkout));
    run_shown(command)
}

/// Builds the program that prints features, and runs a training that reads them.
fn train(
    checkout: &Checkout,
    program: &str,
    script: &str,
    arguments: &[OsString],
) -> anyhow::Result<()> {
    setup::ensure(checkout, TRAINING)?;
    let line = format!(
        "cargo build --package ehcp-qa-conformance --bin {program} \
         && target/train/bin/python {script} \"$@\""
    );
    let mut command = checkout.command(&line);
    command.args(arguments);
    run_shown(command)
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
