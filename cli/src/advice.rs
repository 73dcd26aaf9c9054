//! `advice`: a piece of advice by itself, before it is sent.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use ehcp_qa_core::Day;
use ehcp_qa_core::plan::{AdviceDocument, AdviceKind, COMMENT_AUTHOR, comment_word};
use ehcp_qa_core::whole::{
    AdviceCheck, AdviceContext, AdviceQuestions, advice_check, advice_comments, advice_feedback,
};

use crate::arguments::Known;
use crate::context::{self, checked};
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, STRONG};
use crate::plan::files;
use crate::plan::shown::{counted, short};

/// The most characters of words that are shown.
const LONGEST_WORDS: usize = 120;

/// Read and check advice from Word (.docx), text (.txt), Markdown (.md), HTML (.html) and JSON
#[derive(Debug, Args)]
pub(crate) struct AdviceArguments {
    #[command(subcommand)]
    pub(crate) command: AdviceCommand,
}

/// What is done with advice.
#[derive(Debug, Subcommand)]
pub(crate) enum AdviceCommand {
    Check(CheckArguments),
}

/// Check a piece of advice: what is asked of it, and the wording of its outcomes and recommendations
#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// The advice
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// Write the Word file with a comment for each finding
    #[arg(long, value_name = "FILE")]
    pub(crate) comments: Option<PathBuf>,

    /// Write the feedback to the author, as a page to print
    #[arg(long, value_name = "FILE")]
    pub(crate) feedback: Option<PathBuf>,

    /// The day on which the advice was requested, as YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) requested: Option<Day>,

    /// Ask what this file asks, and not the built-in questions
    #[arg(long, value_name = "FILE")]
    pub(crate) questions: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) known: Known,

    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

pub(crate) fn run(arguments: &AdviceArguments) -> Result<Outcome, Failure> {
    match &arguments.command {
        AdviceCommand::Check(arguments) => check(arguments),
    }
}

fn check(arguments: &CheckArguments) -> Result<Outcome, Failure> {
    let CheckArguments { file, comments, feedback, requested, questions, known, json } = arguments;
    let lexicon = context::lexicon(known)?;
    let (advice, bytes) = files::advice(file).map_err(Failure::Faults)?;
    let given = questions.as_deref().map(|file| checked(file, AdviceQuestions::from_json));
    let given = given.transpose()?;
    let questions = given.as_ref().unwrap_or_else(|| AdviceQuestions::built_in());
    let mut context = AdviceContext { requested: *requested, ..AdviceContext::default() };
    known.complete(&mut context.linting);
    let found = advice_check(questions, &lexicon, &advice, &context);
    if let Some(target) = comments {
        let comments = advice_comments(&found, &advice);
        let bytes = comment_word(&bytes, &comments, COMMENT_AUTHOR)
            .map_err(|problem| Failure::Usage(problem.to_string()))?;
        write(target, file, &bytes)?;
    }
    if let Some(target) = feedback {
        write(target, file, advice_feedback(&found, &advice).as_bytes())?;
    }
    let mut out = output::standard(Audience::people_if(!json));
    if *json {
        serde_json::to_writer_pretty(&mut out, &found)?;
        writeln!(out)?;
    } else {
        human(&mut out, &found, &advice)?;
    }
    out.flush()?;
    Ok(Outcome::Fine)
}

/// Writes a file that is not the advice itself.
fn write(target: &Path, advice: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if matches!((target.canonicalize(), advice.canonicalize()), (Ok(one), Ok(other)) if one == other)
    {
        let message = "A file to write is the advice itself. Name another, so that the advice stays as it is.";
        return Err(Failure::Usage(message.to_owned()));
    }
    Ok(fs::write(target, bytes)?)
}

fn human(out: &mut impl Write, check: &AdviceCheck, advice: &AdviceDocument) -> io::Result<()> {
    let lists = [
        ("needs", advice.needs.len()),
        ("outcomes", advice.outcomes.len()),
        ("recommendations", advice.provision.len()),
    ];
    let counts = lists.map(|(name, count)| format!("{} on {name}", counted(count, "paragraph")));
    let author = advice.author.as_deref().unwrap_or("author not found");
    writeln!(out, "{STRONG}{}{STRONG:#}: {}", output::plain(author), counts.join(", "))?;
    for finding in &check.findings {
        let at = finding.place.map_or(AdviceKind::Other, |place| AdviceKind::of_part(place.part));
        output::finding(out, finding.severity, finding.rule, at.word(), finding.message)?;
        if !finding.words.is_empty() {
            writeln!(out, "      \u{201c}{}\u{201d}", short(&finding.words, LONGEST_WORDS))?;
        }
    }
    for asked in &check.not_checked {
        writeln!(out, "  not checked: {}", asked.replace('_', " "))?;
    }
    Ok(())
}

fn day(given: &str) -> Result<Day, &'static str> {
    Day::from_text(given).ok_or("a day as YYYY-MM-DD")
}
