//! `ehcp-qa`: rules and scoring for the quality assurance of EHC plans, on the command line.
//!
//! Each subcommand is a module that declares its arguments and has a `run`, which returns an `Outcome`.
//! `input.rs` reads documents, `fault.rs` reports their problems with the lines and columns that `place.rs`
//! finds, and `output.rs` prints.

mod advice;
mod arguments;
mod assess;
mod case;
mod closed;
mod commands;
mod context;
mod coverage;
mod families;
mod fault;
mod feedback;
mod framework;
mod import;
mod input;
mod kind;
mod learning;
mod line;
mod lint;
mod manual;
mod outcome;
mod output;
mod place;
mod plan;
mod row;
mod sample;
mod sarif;
mod schema;
mod sheet;
mod shown;
mod summarise;
mod synth;
mod template;
mod texts;
mod thread;
mod timescales;
mod validate;
mod workbook;
mod written;

use std::process::ExitCode;

use clap::Parser as _;

use commands::Arguments;
use outcome::Failure;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let printed = closed::expect_open().and_then(|()| error.print());
            // Help and version are asked for; everything else is bad usage.
            return match printed {
                _ if error.use_stderr() => outcome::BAD_USAGE.into(),
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => Failure::from(error).report().into(),
            };
        }
    };
    match commands::run(&arguments) {
        Ok(outcome) => outcome.code().into(),
        Err(failure) => failure.report().into(),
    }
}
