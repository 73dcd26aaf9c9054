//! `advice`: a piece of advice by itself, before it is sent.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, Subcommand};
use ehcp_qa_core::Day;
use ehcp_qa_core::framework::AdviceQuestions;
use ehcp_qa_core::plan::{AdviceDocument, AdviceKind, COMMENT_AUTHOR};
use ehcp_qa_core::whole::{
    AdviceCheck, AdviceContext, AdviceFinding, advice_check, advice_comments, advice_feedback,
};

use crate::arguments::Known;
use crate::context::{self, Context, checked_by};
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, STRONG};
use crate::plan::files;
use crate::plan::shown::{counted, short};
use crate::written::Written;

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

    /// The author of the comments
    #[arg(long, value_name = "NAME", default_value = COMMENT_AUTHOR, requires = "comments")]
    pub(crate) author: String,

    /// Ask what this file asks, and not what the framework asks
    #[arg(long, value_name = "FILE")]
    pub(crate) questions: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) known: Known,

    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

pub(crate) fn run(arguments: &AdviceArguments, context: &Context) -> Result<Outcome, Failure> {
    match &arguments.command {
        AdviceCommand::Check(arguments) => check(arguments, context),
    }
}

fn check(arguments: &CheckArguments, context: &Context) -> Result<Outcome, Failure> {
    let CheckArguments { file, comments, feedback, requested, questions, known, json, author } =
        arguments;
    let framework = &*context.framework;
    let lexicon = context::lexicon(framework, known)?;
    let (advice, bytes) = files::advice(framework, file).map_err(Failure::Faults)?;
    let read = |file| checked_by(framework, file, AdviceQuestions::from_json);
    let given = questions.as_deref().map(read);
    let given = given.transpose()?;
    let questions = given.as_ref().or_else(|| framework.advice());
    let mut context = AdviceContext::default();
    context.advice.requested = *requested;
    known.complete(&mut context.linting);
    let found = advice_check(questions, &lexicon, &advice, &context);
    let mut written = Written::new(std::slice::from_ref(file));
    if let Some(target) = comments {
        let comments = advice_comments(&found, &advice, framework);
        let bytes = files::commented(framework, file, &bytes, &comments, author);
        written.write(target, file, &bytes.map_err(|fault| Failure::Faults(vec![fault]))?)?;
    }
    if let Some(target) = feedback {
        written.write(target, file, advice_feedback(&found, &advice).as_bytes())?;
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

fn human(out: &mut impl Write, check: &AdviceCheck, advice: &AdviceDocument) -> io::Result<()> {
    let lists = [
        ("needs", advice.needs.len()),
        ("outcomes", advice.outcomes.len()),
        ("recommendations", advice.provision.len()),
    ];
    let counts = lists.map(|(name, count)| format!("{} on {name}", counted(count, "paragraph")));
    let author = advice.author.as_deref().unwrap_or("author not found");
    writeln!(out, "{STRONG}{}{STRONG:#}: {}", output::plain(author), counts.join(", "))?;
    if check.questions.is_none() {
        writeln!(out, "  The framework in use asks nothing of advice.")?;
    }
    for finding in &check.findings {
        let at = finding.place.map_or(AdviceKind::Other, |place| AdviceKind::of_part(place.part));
        output::finding(out, finding.severity, finding.rule, at.word(), finding.message)?;
        if !finding.words.is_empty() {
            writeln!(out, "      \u{201c}{}\u{201d}", short(&finding.words, LONGEST_WORDS))?;
        }
        if let Some(cited) = cited(finding) {
            writeln!(out, "      {}", output::plain(&cited))?;
        }
    }
    for asked in &check.not_checked {
        writeln!(out, "  not checked: {}", asked.replace('_', " "))?;
    }
    Ok(())
}

/// Where a finding is written.
fn cited(finding: &AdviceFinding) -> Option<String> {
    let places: Vec<&str> = finding.cites.iter().map(|cite| cite.place.as_str()).collect();
    (!places.is_empty()).then(|| format!("written in: {}", places.join("; ")))
}

fn day(given: &str) -> Result<Day, &'static str> {
    Day::from_text(given).ok_or("a day as YYYY-MM-DD")
}
