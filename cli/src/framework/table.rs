//! `framework table`: the table of requirements, enumerated.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use ehcp_qa_core::Framework;
use ehcp_qa_core::authoring::table;

use crate::context::lacking;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience};

/// Print the grade of every combination of answers to the criteria, and of the worst score of a section
///
/// The SHA-256 of the CSV names the table in one line: frameworks with the same digest grade by the same
/// requirements.
#[derive(Debug, Args)]
pub(super) struct TableArguments {
    /// The framework [without it: the one in use]
    pub(super) file: Option<PathBuf>,

    /// How to print: markdown ends with the digest
    #[arg(long, value_enum, default_value_t = TableFormat::Csv)]
    format: TableFormat,

    /// Print the SHA-256 of the CSV alone
    #[arg(long, conflicts_with = "format")]
    digest: bool,
}

/// How the table is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TableFormat {
    Csv,
    Markdown,
}

pub(super) fn run(arguments: &TableArguments, framework: &Framework) -> Result<Outcome, Failure> {
    let table = table(framework).map_err(lacking)?;
    let text = match arguments.format {
        _ if arguments.digest => table.sha256() + "\n",
        TableFormat::Csv => table.to_csv(),
        TableFormat::Markdown => table.to_markdown(),
    };
    let mut out = output::standard(Audience::Programs);
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Fine)
}
