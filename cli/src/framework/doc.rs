//! `framework doc`: a framework as a page to read.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use ehcp_qa_core::Framework;
use ehcp_qa_core::authoring::{doc_html, doc_markdown};

use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience};

/// Describe a framework for people: every reading with its reason, and the rules of grades as tables
#[derive(Debug, Args)]
pub(super) struct DocArguments {
    /// The framework [without it: the one in use]
    pub(super) file: Option<PathBuf>,

    /// How to print: html is a page that brings its style and loads nothing
    #[arg(long, value_enum, default_value_t = DocFormat::Html)]
    format: DocFormat,
}

/// How a framework is described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DocFormat {
    Html,
    Markdown,
}

pub(super) fn run(arguments: &DocArguments, framework: &Framework) -> Result<Outcome, Failure> {
    let text = match arguments.format {
        DocFormat::Html => doc_html(framework),
        DocFormat::Markdown => doc_markdown(framework),
    };
    let mut out = output::standard(Audience::Programs);
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Fine)
}
