//! The arguments of every subcommand, as they are declared and as `--help` tells them.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use ehcp_qa_core::framework::Severity;

/// Rules and scoring for the quality assurance of EHC plans.
#[derive(Debug, Parser)]
#[command(
    name = "ehcp-qa",
    version,
    about = "Rules and scoring for the quality assurance of Education, Health and Care Plans",
    after_help = "Exit codes: 0 fine; 1 findings, where --deny asks for it; 2 something given could not \
                  be used; 3 the arguments do not fit.\n\
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

/// What every subcommand takes.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// Use this framework, which is checked whole, in place of the built-in one
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) framework: Option<PathBuf>,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Assess(AssessArguments),
}

/// What is read.
#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// Files, directories (searched for .json, .ndjson and .jsonl), or - for standard input, which is
    /// also read where none is given
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// Read every input as NDJSON, a record a line, whatever its name
    #[arg(long)]
    pub(crate) ndjson: bool,
}

/// Which findings count.
#[derive(Debug, Args)]
pub(crate) struct Deny {
    /// End with exit code 1 where there is a finding at least this serious [without a value: warning]
    #[arg(
        long,
        value_name = "SEVERITY",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = Severity::Warning.word(),
        value_parser = severity()
    )]
    deny: Option<Severity>,
}

impl Deny {
    /// Whether a finding of this severity counts.
    pub(crate) fn counts(&self, severity: Severity) -> bool {
        self.deny.is_some_and(|least| severity <= least)
    }
}

fn severity() -> impl TypedValueParser<Value = Severity> {
    PossibleValuesParser::new(Severity::WORDS)
        .map(|word| Severity::from_word(&word).unwrap_or(Severity::Warning))
}

/// Assess reviews: the scores suggested, whether plans may be issued, and what does not fit together
#[derive(Debug, Args)]
pub(crate) struct AssessArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// How to print: json is the assessment of one review, and a list of them otherwise
    #[arg(long, value_enum, default_value_t = AssessFormat::Human)]
    pub(crate) format: AssessFormat,

    #[command(flatten)]
    pub(crate) deny: Deny,
}

/// How assessments are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AssessFormat {
    Human,
    Json,
    Ndjson,
    Csv,
}
