//! The arguments that several subcommands take.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use ehcp_qa_core::framework::{Severity, Stage};
use ehcp_qa_core::summary::HiddenBelow;

/// The options that every subcommand takes.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// Use this framework instead of the built-in one. It is checked first
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) framework: Option<PathBuf>,

    /// Say results in the messages of this catalogue, and not in English
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) messages: Option<PathBuf>,
}

/// The documents to read.
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

/// Which findings end the run with exit code 1.
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

/// Facts about plans whose wording is checked, for records that do not give them.
#[derive(Debug, Args)]
pub(crate) struct Known {
    /// The stage of the plan
    #[arg(long, value_parser = stage())]
    pub(crate) stage: Option<Stage>,

    /// Its year group: -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14
    #[arg(long, allow_negative_numbers = true, value_parser = clap::value_parser!(i8).range(-2..=15))]
    pub(crate) year_group: Option<i8>,

    /// Use this lexicon, or the built-in one extended by it
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Option<PathBuf>,

    /// Judge statements by these weights, learned from labelled examples, and not by the built-in ones
    #[arg(long, value_name = "FILE")]
    pub(crate) weights: Option<PathBuf>,
}

/// The threshold of a report: a number of 2 or more, or `none`.
pub(crate) fn threshold(given: &str) -> Result<HiddenBelow, &'static str> {
    HiddenBelow::from_text(given)
        .ok_or("a whole number of 2 or more, or none, which shows all counts")
}

fn stage() -> impl TypedValueParser<Value = Stage> {
    PossibleValuesParser::new(Stage::WORDS)
        .map(|word| Stage::from_word(&word).unwrap_or(Stage::Draft))
}

/// How documents are printed that have no special layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DocumentsFormat {
    Human,
    Json,
    Ndjson,
}

/// How results are printed that can be rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    #[value(alias = "text")]
    Human,
    Json,
    Ndjson,
    Csv,
}

/// How a form is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormFormat {
    Json,
    Markdown,
    Html,
}
