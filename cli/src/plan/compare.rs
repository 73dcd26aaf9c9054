//! `plan compare`: what was removed, reduced, increased, reworded, added or moved between two versions of a plan.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use ehcp_qa_core::Framework;
use ehcp_qa_core::plan::PlanDocument;
use ehcp_qa_core::whole::{
    ComparedStatement, PlanComparison, StatementChange, compare, compare_amended,
    comparison_to_html,
};
use ehcp_qa_core::wording::Linting;

use super::files;
use super::shown::{counted, short};
use crate::arguments::Known;
use crate::context::{self, Context};
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, STRONG};

/// The most characters of a statement that are shown.
const LONGEST_STATEMENT: usize = 400;

/// Compare two versions of a plan: what was removed, reduced, increased, reworded, added or moved
///
/// With one file, the two versions that a proposed amended plan holds are compared: with what is struck through, and
/// without it.
#[derive(Debug, Args)]
pub(crate) struct CompareArguments {
    /// The older version, or a proposed amended plan
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,

    /// The newer version
    #[arg(value_name = "NEW")]
    pub(crate) new: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) known: Known,

    /// How to print: html is a page to print that loads nothing
    #[arg(long, value_enum, default_value_t = CompareFormat::Human)]
    pub(crate) format: CompareFormat,
}

/// How a comparison is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CompareFormat {
    Human,
    Json,
    Html,
}

pub(super) fn run(arguments: &CompareArguments, context: &Context) -> Result<Outcome, Failure> {
    let CompareArguments { old, new, known, format } = arguments;
    let framework = &*context.framework;
    let old = plan(framework, old)?;
    let new = new.as_deref().map(|path| plan(framework, path)).transpose()?;
    let lexicon = context::lexicon(framework, known)?;
    let mut linting = Linting::default();
    known.complete(&mut linting);
    let comparison = match &new {
        Some(new) => compare(&lexicon, &old, new, &linting),
        None => compare_amended(&lexicon, &old, &linting),
    };
    let mut out = output::standard(Audience::people_if(*format == CompareFormat::Human));
    match format {
        CompareFormat::Human => human(&mut out, &comparison)?,
        CompareFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &comparison)?;
            writeln!(out)?;
        }
        CompareFormat::Html => out.write_all(comparison_to_html(&comparison).as_bytes())?,
    }
    out.flush()?;
    Ok(Outcome::Fine)
}

/// A plan on which the comparison depends.
fn plan(framework: &Framework, path: &Path) -> Result<PlanDocument, Failure> {
    let read = files::one(framework, path);
    read.map(|(plan, _)| plan).map_err(|fault| Failure::Faults(vec![fault]))
}

fn human(out: &mut impl Write, comparison: &PlanComparison) -> io::Result<()> {
    for change in &comparison.changes {
        human_change(out, change)?;
    }
    writeln!(out, "{STRONG}{}{STRONG:#}", counted(comparison.changes.len(), "change"))?;
    for count in &comparison.counts {
        writeln!(out, "  {}: {} {}", count.of.word(), count.count, count.kind.word())?;
    }
    let findings = &comparison.findings;
    writeln!(
        out,
        "  findings about wording: {} cleared, {} left, {} new",
        findings.cleared.len(),
        findings.left.len(),
        findings.added.len()
    )
}

fn human_change(out: &mut impl Write, change: &StatementChange) -> io::Result<()> {
    let from = change.from_section.map(|from| format!(", from Section {}", from.word()));
    writeln!(
        out,
        "Section {}: {} {STRONG}{}{STRONG:#}{}",
        change.section.word(),
        change.of.word(),
        change.kind.word(),
        from.unwrap_or_default()
    )?;
    for (was, statements) in [("was", &change.old), ("is ", &change.new)] {
        for ComparedStatement { text, .. } in statements {
            let text = short(&text.replace('\t', " | "), LONGEST_STATEMENT);
            writeln!(out, "    {was} \u{201c}{text}\u{201d}")?;
        }
    }
    for reason in &change.reasons {
        writeln!(out, "      {}", output::plain(&reason.message))?;
    }
    Ok(())
}
