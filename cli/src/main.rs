//! `ehcp-qa`: rules and scoring for the quality assurance of EHC plans, on the command line.
//!
//! Each subcommand is a module with a `run`, which takes its arguments (`arguments.rs`) and the
//! [`Context`] and tells an [`Outcome`]. What it reads comes from `input.rs`, what is wrong with that is
//! found by `place.rs` and told by `fault.rs`, and what it prints goes through `output.rs`.

mod arguments;
mod assess;
mod case;
mod context;
mod fault;
mod feedback;
mod framework;
mod input;
mod kind;
mod learning;
mod line;
mod lint;
mod manual;
mod outcome;
mod output;
mod place;
mod sample;
mod schema;
mod summarise;
mod synth;
mod texts;
mod thread;
mod validate;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};
use context::Context;
use outcome::{Failure, Outcome};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Nothing can be done where even this cannot be written.
            let _ = error.print();
            // Help and version are asked for; everything else is bad usage.
            return if error.use_stderr() { outcome::BAD_USAGE.into() } else { ExitCode::SUCCESS };
        }
    };
    match run(&arguments) {
        Ok(outcome) => outcome.code().into(),
        Err(failure) => failure.tell().into(),
    }
}

fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let context = Context::new(&arguments.global)?;
    match &arguments.command {
        Command::Assess(arguments) => assess::run(arguments, &context),
        Command::Validate(arguments) => validate::run(arguments, &context),
        Command::Lint(arguments) => lint::run(arguments, &context),
        Command::Thread(arguments) => thread::run(arguments, &context),
        Command::Feedback(arguments) => feedback::run(arguments, &context),
        Command::Learning(arguments) => learning::run(arguments, &context),
        Command::Case(arguments) => case::run(arguments, &context),
        Command::Sample(arguments) => sample::run(arguments, &context),
        Command::Summarise(arguments) => summarise::summarise(arguments, &context),
        Command::Merge(arguments) => summarise::merge(arguments, &context),
        Command::Synth(arguments) => synth::run(arguments, &context),
        Command::Line(arguments) => line::run(arguments, &context),
        Command::Framework(arguments) => framework::run(arguments, &context),
        Command::Schema(arguments) => schema::run(arguments),
        Command::Completions(arguments) => manual::completions(arguments),
        Command::Man(arguments) => manual::man(arguments),
    }
}
