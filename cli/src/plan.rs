//! `plan`: whole plans, from Word and other files.

mod files;
mod read;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::outcome::{Failure, Outcome};
use read::ReadArguments;

/// Read whole plans from Word (.docx), text (.txt), Markdown (.md) and HTML (.html)
#[derive(Debug, Args)]
pub(crate) struct PlanArguments {
    #[command(subcommand)]
    pub(crate) command: PlanCommand,
}

/// What is done with plans.
#[derive(Debug, Subcommand)]
pub(crate) enum PlanCommand {
    Read(ReadArguments),
}

pub(crate) fn run(arguments: &PlanArguments, _: &Context) -> Result<Outcome, Failure> {
    match &arguments.command {
        PlanCommand::Read(arguments) => read::run(arguments),
    }
}
