//! `cargo xtask <command>`: set-up, build, demo, test, bench and generate on a machine that has
//! rustup and Node 20 and nothing else.
//!
//! The programs that a command needs are installed before it starts. Each step is announced by one line
//! and has a time limit; programs that are installed already cost no time. Linux and macOS (on Windows: WSL).

mod arguments;
mod checkout;
mod package;
mod process;
mod programs;
mod setup;
mod stamp;
mod steps;
mod test;

use std::env;
use std::ffi::OsString;
use std::process::{Command, ExitCode};
use std::time::Duration;

use arguments::{Task, USAGE};
use checkout::Checkout;
use setup::Scope;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let task = match arguments::parse(&arguments) {
        Ok(task) => task,
        Err(misuse) => {
            eprintln!("{misuse}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(task) {
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
        Task::Help => println!("{USAGE}"),
        Task::Setup => {
            setup::ensure(&checkout, Scope::Browser)?;
            setup::ensure_spark(&checkout)?;
            println!("setup: everything is in place");
        }
        Task::Build => package::ensure(&checkout)?,
        Task::Demo { build_only } => demo(&checkout, build_only)?,
        Task::Test { only } => test::run(&checkout, only)?,
        Task::Bench { arguments } => {
            setup::ensure(&checkout, Scope::Browser)?;
            package::ensure(&checkout)?;
            let mut bench = checkout.node();
            bench.arg("bench/run.mjs").args(arguments);
            if let Some(browser) = setup::find_chromium(&checkout)? {
                bench.env("EHCP_QA_CHROMIUM", browser);
            }
            shown(bench)?;
        }
        Task::BenchWording => {
            let mut bench = checkout.cargo();
            bench.args(["test", "--package", "ehcp-qa-conformance", "--test", "wording"]);
            bench.args(["--", "--nocapture"]);
            shown(bench)?;
        }
        Task::BenchScale { arguments } => {
            setup::ensure(&checkout, Scope::Npm)?;
            let mut build = checkout.cargo();
            let package = ["build", "--profile", "native", "--package", "ehcp-qa-cli"];
            build.args(package).args(["--bins", "--examples"]);
            shown(build)?;
            let mut bench = checkout.node();
            bench.arg("bench/scale.mjs").args(arguments);
            shown(bench)?;
        }
        Task::Generate => generate(&checkout)?,
    }
    Ok(())
}

fn demo(checkout: &Checkout, build_only: bool) -> anyhow::Result<()> {
    package::ensure(checkout)?;
    shown(checkout.npm("js-demo", &["run", "build"]))?;
    if build_only {
        return Ok(());
    }
    println!("demo: serving it on 127.0.0.1; the address follows, Ctrl-C ends it");
    let serve = ["run", "preview", "--", "--host", "127.0.0.1"];
    shown(checkout.npm("js-demo", &serve))
}

fn generate(checkout: &Checkout) -> anyhow::Result<()> {
    setup::ensure(checkout, Scope::Npm)?;
    let mut schemas = checkout.cargo();
    schemas.args(["run", "--package", "ehcp-qa-schema"]);
    shown(schemas)?;
    shown(checkout.npm("wasm", &["run", "generate-types"]))
}

/// Prints a command and runs it, without a time limit.
fn shown(command: Command) -> anyhow::Result<()> {
    println!("{}", process::spelled(&command));
    process::run_shown(command, Duration::MAX)
}
