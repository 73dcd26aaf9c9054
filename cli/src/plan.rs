//! `plan`: whole plans, from Word and other files.

mod check;
mod compare;
pub(crate) mod files;
mod found;
mod read;
pub(crate) mod shown;
mod written;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::outcome::{Failure, Outcome};
use check::CheckArguments;
use compare::CompareArguments;
use read::ReadArguments;

/// Read and check whole plans from Word (.docx), text (.txt), Markdown (.md) and HTML (.html)
#[derive(Debug, Args)]
pub(crate) struct PlanArguments {
    #[command(subcommand)]
    pub(crate) command: PlanCommand,
}

/// What is done with plans.
#[derive(Debug, Subcommand)]
pub(crate) enum PlanCommand {
    Read(ReadArguments),
    Check(CheckArguments),
    Compare(CompareArguments),
}

pub(crate) fn run(arguments: &PlanArguments, context: &Context) -> Result<Outcome, Failure> {
    match &arguments.command {
        PlanCommand::Read(arguments) => read::run(arguments, context),
        PlanCommand::Check(arguments) => check::run(arguments, context),
        PlanCommand::Compare(arguments) => compare::run(arguments, context),
    }
}
