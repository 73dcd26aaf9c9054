//! The subcommands as they are declared, and which function runs each.

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::advice::AdviceArguments;
use crate::arguments::Global;
use crate::assess::AssessArguments;
use crate::case::CaseArguments;
use crate::context::Context;
use crate::coverage::CoverageArguments;
use crate::feedback::FeedbackArguments;
use crate::framework::FrameworkArguments;
use crate::import::ImportArguments;
use crate::learning::LearningArguments;
use crate::line::LineArguments;
use crate::lint::LintArguments;
use crate::manual::{CompletionsArguments, ManArguments};
use crate::outcome::{Failure, Outcome};
use crate::plan::PlanArguments;
use crate::row::RowArguments;
use crate::sample::SampleArguments;
use crate::schema::SchemaArguments;
use crate::summarise::{MergeArguments, SummariseArguments};
use crate::synth::SynthArguments;
use crate::template::TemplateArguments;
use crate::thread::ThreadArguments;
use crate::timescales::TimescalesArguments;
use crate::validate::ValidateArguments;
use crate::{
    advice, assess, case, coverage, feedback, framework, import, learning, line, lint, manual,
    plan, row, sample, schema, summarise, synth, template, thread, timescales, validate,
};

/// Rules and scoring for the quality assurance of EHC plans.
#[derive(Debug, Parser)]
#[command(
    name = "ehcp-qa",
    version,
    about = "Rules and scoring for the quality assurance of Education, Health and Care Plans",
    after_help = "Exit codes: 0 fine; 1 findings, where --deny asks for it; 2 something could not be \
                  read or written; 3 the arguments do not fit.\n\
                  Places are file:line:column, both counted from 1, columns in Unicode characters. \
                  Nothing leaves this machine, and no value of a document is repeated in a problem.",
    subcommand_required = true,
    arg_required_else_help = false
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Assess(AssessArguments),
    Plan(PlanArguments),
    Advice(AdviceArguments),
    Coverage(CoverageArguments),
    Validate(ValidateArguments),
    Lint(LintArguments),
    Thread(ThreadArguments),
    Feedback(FeedbackArguments),
    Learning(LearningArguments),
    Case(CaseArguments),
    Timescales(TimescalesArguments),
    Sample(SampleArguments),
    Template(TemplateArguments),
    Import(ImportArguments),
    Summarise(SummariseArguments),
    Merge(MergeArguments),
    Synth(SynthArguments),
    Line(LineArguments),
    Row(RowArguments),
    Framework(FrameworkArguments),
    Schema(SchemaArguments),
    Completions(CompletionsArguments),
    Man(ManArguments),
}

/// Runs the subcommand that is asked for.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let context = Context::new(&arguments.global)?;
    match &arguments.command {
        Command::Assess(arguments) => assess::run(arguments, &context),
        Command::Plan(arguments) => plan::run(arguments, &context),
        Command::Advice(arguments) => advice::run(arguments, &context),
        Command::Coverage(arguments) => coverage::run(arguments, &context),
        Command::Validate(arguments) => validate::run(arguments, &context),
        Command::Lint(arguments) => lint::run(arguments, &context),
        Command::Thread(arguments) => thread::run(arguments, &context),
        Command::Feedback(arguments) => feedback::run(arguments, &context),
        Command::Learning(arguments) => learning::run(arguments, &context),
        Command::Case(arguments) => case::run(arguments, &context),
        Command::Timescales(arguments) => timescales::run(arguments, &context),
        Command::Sample(arguments) => sample::run(arguments, &context),
        Command::Template(arguments) => template::run(arguments, &context),
        Command::Import(arguments) => import::run(arguments, &context),
        Command::Summarise(arguments) => summarise::summarise(arguments, &context),
        Command::Merge(arguments) => summarise::merge(arguments, &context),
        Command::Synth(arguments) => synth::run(arguments, &context),
        Command::Line(arguments) => line::run(arguments, &context),
        Command::Row(arguments) => row::run(arguments, &context),
        Command::Framework(arguments) => framework::run(arguments, &context),
        Command::Schema(arguments) => schema::run(arguments, &context),
        Command::Completions(arguments) => manual::completions(arguments, Arguments::command()),
        Command::Man(arguments) => manual::man(arguments, Arguments::command()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// clap reports these mistakes only when a subcommand is called.
    #[test]
    fn the_declarations_fit_together() {
        Arguments::command().debug_assert();
    }
}
