//! The arguments of every subcommand, as they are declared and as `--help` tells them.

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use ehcp_qa_core::framework::{Severity, Stage};
use ehcp_qa_core::summary::HIDDEN_BELOW;

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
    Validate(ValidateArguments),
    Lint(LintArguments),
    Thread(ThreadArguments),
    Feedback(FeedbackArguments),
    Learning(LearningArguments),
    Case(CaseArguments),
    Sample(SampleArguments),
    Summarise(SummariseArguments),
    Merge(MergeArguments),
    Synth(SynthArguments),
    Line(LineArguments),
    Framework(FrameworkArguments),
    Schema(SchemaArguments),
    Completions(CompletionsArguments),
    Man(ManArguments),
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

    /// How to print: json is the assessment of one review, or a list where any number was asked for;
    /// there and in ndjson each is the result beside its file, line and reference
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

/// Check documents, and tell every problem with its place, as a compiler does
#[derive(Debug, Args)]
pub(crate) struct ValidateArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// What the documents are [without it: told from the fields of each, and said]
    #[arg(long = "as", value_enum, value_name = "KIND")]
    pub(crate) kind: Option<Kind>,

    /// How to print: sarif is SARIF 2.1.0, github is annotations of GitHub Actions
    #[arg(long, value_enum, default_value_t = ValidateFormat::Human)]
    pub(crate) format: ValidateFormat,
}

/// The kinds of document that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// A review of one plan
    Review,
    /// The feedback form of one plan
    Feedback,
    /// The texts of a plan's sections, as lint reads them
    Texts,
    /// What is known of the plan whose text is looked at
    WordingContext,
    /// The items of one plan
    ThreadPlan,
    /// The events of one case
    Case,
    /// The dates of one plan
    Timescales,
    /// What a sample is drawn for, how, and from which plans
    SampleRequest,
    /// The grades of two graders, counted
    Agreement,
    /// A review, and what else is counted of its plan
    SummaryRecord,
    /// Counts over many plans
    Summary,
    /// The form that sums up what was learnt
    Learning,
    /// A framework
    Framework,
    /// A lexicon
    Lexicon,
}

/// How what is wrong is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ValidateFormat {
    Human,
    Json,
    Sarif,
    Github,
}

/// Look at wording: what is open to interpretation, and what a section leaves out
///
/// With --section the inputs are files of plain text, the section of one plan each. Otherwise they are JSON or
/// NDJSON records of the shape {"reference": ..., "texts": {"F": "..."}, "context": {...}}, where reference and
/// context may be left out.
#[derive(Debug, Args)]
pub(crate) struct LintArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// The inputs are plain text of this section
    #[arg(long, value_name = "ID", conflicts_with = "ndjson")]
    pub(crate) section: Option<String>,

    #[command(flatten)]
    pub(crate) known: Known,

    /// How to print: in json and ndjson, places are in UTF-16 code units of the text
    #[arg(long, value_enum, default_value_t = DocumentsFormat::Human)]
    pub(crate) format: DocumentsFormat,

    #[command(flatten)]
    pub(crate) deny: Deny,
}

/// What is known of plans whose wording is looked at, where a record does not say it.
#[derive(Debug, Args)]
pub(crate) struct Known {
    /// The stage of the plan
    #[arg(long, value_parser = stage())]
    pub(crate) stage: Option<Stage>,

    /// Its year group: -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14
    #[arg(long, allow_negative_numbers = true, value_parser = clap::value_parser!(i8).range(-2..=15))]
    pub(crate) year_group: Option<i8>,

    /// Use this lexicon, or the built-in one with what this one adds
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Option<PathBuf>,
}

fn stage() -> impl TypedValueParser<Value = Stage> {
    PossibleValuesParser::new(Stage::WORDS)
        .map(|word| Stage::from_word(&word).unwrap_or(Stage::Draft))
}

/// How documents are printed that have no other form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DocumentsFormat {
    Human,
    Json,
    Ndjson,
}

/// Follow the golden thread of plans' items, and tell what breaks it
#[derive(Debug, Args)]
pub(crate) struct ThreadArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// How to print: markdown has Mermaid flowcharts, html is a page with pictures
    #[arg(long, value_enum, default_value_t = ThreadFormat::Human)]
    pub(crate) format: ThreadFormat,

    #[command(flatten)]
    pub(crate) deny: Deny,
}

/// How threads are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThreadFormat {
    Human,
    Json,
    Ndjson,
    Markdown,
    Html,
}

/// Draft the feedback form of a plan from its review, or print a form that was edited
#[derive(Debug, Args)]
pub(crate) struct FeedbackArguments {
    /// The review, or with --form the form; - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The file is a form, and not a review: it is checked and printed
    #[arg(long, conflicts_with_all = ["texts", "stage", "year_group", "lexicon"])]
    pub(crate) form: bool,

    /// The texts of the plan's sections, as lint reads them: what is found there becomes comments
    #[arg(long, value_name = "FILE")]
    pub(crate) texts: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) known: Known,

    /// How to print
    #[arg(long, value_enum, default_value_t = FormFormat::Markdown)]
    pub(crate) format: FormFormat,

    #[command(flatten)]
    pub(crate) deny: Deny,
}

/// How a form is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormFormat {
    Json,
    Markdown,
    Html,
}

/// Draft the summary of learning from counts, or print one that was edited
///
/// The counts are one part, as `summarise --partial` or `merge --partial` writes it. What was learnt, and what is
/// to be done, is for people to write: a draft leaves it empty.
#[derive(Debug, Args)]
pub(crate) struct LearningArguments {
    /// The counts, or with --form the form; - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The file is a form, and not counts: it is checked and printed
    #[arg(long, conflicts_with = "hidden_below")]
    pub(crate) form: bool,

    /// Hide counts from 1 to below this one, and those they could be worked out from
    #[arg(long, value_name = "NUMBER", default_value_t = HIDDEN_BELOW)]
    pub(crate) hidden_below: u32,

    /// How to print
    #[arg(long, value_enum, default_value_t = FormFormat::Markdown)]
    pub(crate) format: FormFormat,
}

/// Tell where cases stand in the process for plans below Good, and what may follow
#[derive(Debug, Args)]
pub(crate) struct CaseArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// How to print
    #[arg(long, value_enum, default_value_t = DocumentsFormat::Human)]
    pub(crate) format: DocumentsFormat,

    #[command(flatten)]
    pub(crate) deny: Deny,
}

/// Draw a sample of plans that anybody can draw again
///
/// Without --purpose the input is one request. With it the inputs list the plans, one a line: a reference, or
/// an object with reference, phase and `year_group`.
#[derive(Debug, Args)]
pub(crate) struct SampleArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// What the sample is drawn for, such as `team_manager`, panel or strategic
    #[arg(long, value_name = "ID", requires = "period")]
    pub(crate) purpose: Option<String>,

    /// The period, such as 2024-autumn
    #[arg(long, requires = "purpose")]
    pub(crate) period: Option<String>,

    /// The share that is drawn, such as 1/5 [without it: the framework's]
    #[arg(long, value_name = "SHARE", requires = "purpose", conflicts_with = "quota")]
    pub(crate) rate: Option<Rate>,

    /// How many plans are drawn, from each phase where the purpose is by phase
    #[arg(long, value_name = "NUMBER", requires = "purpose")]
    pub(crate) quota: Option<u32>,

    /// A key of one's own: 32 hexadecimal digits [without it: the published one]
    #[arg(long, value_name = "DIGITS", requires = "purpose")]
    pub(crate) key: Option<String>,

    /// Tell why this plan is drawn or is not. With a rate of the framework or --rate no list is needed
    #[arg(long, value_name = "REFERENCE")]
    pub(crate) why: Option<String>,

    /// How to print
    #[arg(long, value_enum, default_value_t = SampleFormat::Human)]
    pub(crate) format: SampleFormat,
}

/// A share, written as 1/5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rate {
    pub(crate) of: u32,
    pub(crate) out_of: u32,
}

impl FromStr for Rate {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (of, out_of) = text.split_once('/').ok_or("a share is written as 1/5")?;
        let whole = |part: &str| part.parse().map_err(|_| "a share has two whole numbers");
        Ok(Self { of: whole(of)?, out_of: whole(out_of)? })
    }
}

/// How a sample is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SampleFormat {
    Human,
    Json,
    Csv,
}

/// Summarise many plans: grades, themes, timeliness, agreement, with small numbers hidden
///
/// The inputs are NDJSON, a record a line: {"review": ..., "dates": ..., "dimensions": ...} as `ehcp-qa schema
/// summary-record` tells, or a review alone. They are read as a stream on all cores, in bounded memory. Records
/// that cannot be read are told, counted and left out. A plan that stands in two records counts twice.
#[derive(Debug, Args)]
pub(crate) struct SummariseArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// How many threads count [without it: one a core]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,

    #[command(flatten)]
    pub(crate) output: SummaryOutput,
}

/// Merge what `summarise --partial` wrote, in any order
#[derive(Debug, Args)]
pub(crate) struct MergeArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    #[command(flatten)]
    pub(crate) output: SummaryOutput,
}

/// How a summary is printed.
#[derive(Debug, Args)]
pub(crate) struct SummaryOutput {
    /// Print the exact counts, to be merged and not to be published
    #[arg(long, conflicts_with_all = ["format", "hidden_below", "title"])]
    pub(crate) partial: bool,

    /// How to print: json is a report, html a page with pictures that loads nothing
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub(crate) format: ReportFormat,

    /// Hide counts from 1 to below this one, and those they could be worked out from
    #[arg(long, value_name = "NUMBER", default_value_t = HIDDEN_BELOW)]
    pub(crate) hidden_below: u32,

    /// What the report is about, for the title of the page, such as "Autumn 2024"
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub(crate) title: String,
}

/// How reports are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    Human,
    Json,
    Csv,
    Html,
}

/// Make up records of plans, for demos, tests and measurements
///
/// Prints NDJSON that `summarise` reads. The same seed gives the same records. The shares in them are made up
/// and tell nothing about any council; no text in them is about a child.
#[derive(Debug, Args)]
pub(crate) struct SynthArguments {
    /// Which records: another seed gives others
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(crate) seed: u64,

    /// How many
    #[arg(long, value_name = "NUMBER", default_value_t = 1_000)]
    pub(crate) count: u64,

    /// How many to pass over, so that parts can be made apart
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(crate) skip: u64,
}

/// Write reviews as score lines, or restore reviews from them
#[derive(Debug, Args)]
pub(crate) struct LineArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// The inputs are score lines, one a line: print the review of each as NDJSON
    #[arg(long)]
    pub(crate) back: bool,
}

/// Print the framework in use; with --framework another, which is checked whole
#[derive(Debug, Args)]
pub(crate) struct FrameworkArguments {
    /// How to print: json is the document itself
    #[arg(long, value_enum, default_value_t = FrameworkFormat::Human)]
    pub(crate) format: FrameworkFormat,
}

/// How a framework is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FrameworkFormat {
    Human,
    Json,
}

/// Print the JSON Schema of a kind of document
#[derive(Debug, Args)]
pub(crate) struct SchemaArguments {
    /// Which one, such as review
    #[arg(required_unless_present = "list")]
    pub(crate) name: Option<String>,

    /// List the names
    #[arg(long, conflicts_with = "name")]
    pub(crate) list: bool,
}

/// Print what completes these commands in a shell
#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// Print the manual page, or write the pages of all subcommands
#[derive(Debug, Args)]
pub(crate) struct ManArguments {
    /// Write a page for each subcommand into this directory
    #[arg(long, value_name = "DIRECTORY")]
    pub(crate) out: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    /// What clap would only notice when a subcommand is called.
    #[test]
    fn the_declarations_fit_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_share_has_two_whole_numbers() {
        assert_eq!("1/5".parse(), Ok(Rate { of: 1, out_of: 5 }));
        for text in ["", "1", "/", "1/", "1/5/2", "-1/5", "0.2", "1 in 5"] {
            assert!(text.parse::<Rate>().is_err(), "{text}");
        }
    }
}
