//! `framework diff`: what changed from one framework to another, and which reviews would get another suggestion.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};
use ehcp_qa_core::authoring::{
    ChangedArea, ChangedPart, FrameworkChange, FrameworkDiff, OtherSuggestion, diff,
    other_suggestions, review_under,
};
use ehcp_qa_core::{Framework, Interval, Problem, Review};
use serde::Serialize;

use crate::arguments::Inputs;
use crate::fault::{Fault, Source, faults};
use crate::input::{self, Record, Tally};
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, STRONG, plain};
use crate::place::{self, Lines, Place};

/// Show what changed from one framework to another, in wording, structure and rules
///
/// Entries are matched by their ids. Reviews that are given are graded by both: those that would get another suggestion
/// are listed, and those that no longer fit.
#[derive(Debug, Args)]
pub(super) struct DiffArguments {
    /// The framework as it was
    old: PathBuf,

    /// The framework as it is to be
    new: PathBuf,

    /// Recorded reviews under the old one: files or directories
    #[arg(value_name = "REVIEWS")]
    reviews: Vec<PathBuf>,

    /// Read the reviews as NDJSON, a record a line, whatever their names
    #[arg(long)]
    ndjson: bool,

    /// How to print
    #[arg(long, value_enum, default_value_t = DiffFormat::Human)]
    format: DiffFormat,
}

/// How changes are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    Human,
    Json,
}

/// A framework with the text that it was read from.
struct Given {
    source: Source,
    text: String,
    framework: Arc<Framework>,
}

/// A review that the new framework treats otherwise.
#[derive(Debug, Serialize)]
struct Affected {
    #[serde(flatten)]
    source: Source,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    /// The suggestions that differ.
    suggestions: Vec<OtherSuggestion>,
    /// The problems for which it does not fit the new framework.
    problems: Vec<Fault>,
}

/// A change, with its places.
#[derive(Debug, Serialize)]
struct Placed<'a> {
    #[serde(flatten)]
    change: &'a FrameworkChange<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    old_place: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new_place: Option<Place>,
}

/// The result of a comparison.
#[derive(Debug, Serialize)]
struct Report<'a> {
    changes: Vec<Placed<'a>>,
    /// How many more changes there are.
    more: usize,
    /// How many reviews were read.
    reviews: usize,
    affected: Vec<Affected>,
}

pub(super) fn run(arguments: &DiffArguments) -> Result<Outcome, Failure> {
    let (old, new) = (read(&arguments.old)?, read(&arguments.new)?);
    let (tally, affected) = graded(arguments, &old.framework, &new.framework)?;
    let FrameworkDiff { changes, more } = diff(&old.framework, &new.framework);
    let (old_places, new_places) = (Places::of(&old), Places::of(&new));
    let placed = changes.iter().map(|change| Placed {
        change,
        old_place: change.old.as_ref().map(|part| old_places.find(part)),
        new_place: change.new.as_ref().map(|part| new_places.find(part)),
    });
    let report = Report { changes: placed.collect(), more, reviews: tally.records, affected };
    let written = match arguments.format {
        DiffFormat::Human => human(&old, &new, &report),
        DiffFormat::Json => json(&report),
    };
    written.map_err(|error| Failure::from(error).after(tally.outcome()))?;
    Ok(tally.report())
}

fn read(file: &Path) -> Result<Given, Failure> {
    let Record { source, text } = input::one(file);
    let text = text.map_err(|fault| Failure::Faults(vec![fault]))?;
    match Framework::from_json(&text) {
        Ok(framework) => Ok(Given { source, text, framework: Arc::new(framework) }),
        Err(problems) => Err(Failure::Faults(faults(&source, &text, &problems))),
    }
}

/// Grades each review by both frameworks, and returns those that differ.
fn graded(
    arguments: &DiffArguments,
    old: &Arc<Framework>,
    new: &Arc<Framework>,
) -> Result<(Tally, Vec<Affected>), Failure> {
    let mut affected = Vec::new();
    if arguments.reviews.is_empty() {
        return Ok((Tally::default(), affected));
    }
    let inputs = Inputs { paths: arguments.reviews.clone(), ndjson: arguments.ndjson };
    let both = |text: &str| -> Result<_, Vec<Problem>> {
        let review = Review::from_json(old, text)?;
        Ok((review, review_under(new, text), text.to_owned()))
    };
    let tally = input::each(input::read(&inputs)?, both, |source, (review, under_new, text)| {
        let (suggestions, problems) = match under_new {
            Ok(under_new) => (other_suggestions(&review, &under_new), Vec::new()),
            Err(problems) => (Vec::new(), faults(source, &text, &problems)),
        };
        if !suggestions.is_empty() || !problems.is_empty() {
            let reference = review.reference().map(str::to_owned);
            affected.push(Affected { source: source.clone(), reference, suggestions, problems });
        }
        Ok(())
    })?;
    Ok((tally, affected))
}

/// The places of the parts of a text.
struct Places<'a> {
    tree: Option<jsonc_parser::ast::Value<'a>>,
    lines: Lines<'a>,
}

impl<'a> Places<'a> {
    fn of(given: &'a Given) -> Self {
        let text = place::without_mark(&given.text);
        Self { tree: place::tree(text), lines: Lines::new(text) }
    }

    fn find(&self, part: &ChangedPart) -> Place {
        let offset = self.tree.as_ref().map(|tree| place::at(tree, &part.pointer));
        self.lines.place(1, offset.unwrap_or_default())
    }
}

fn json(report: &Report) -> io::Result<()> {
    let mut out = output::standard(Audience::Programs);
    serde_json::to_writer_pretty(&mut out, report)?;
    writeln!(out)?;
    out.flush()
}

fn human(old: &Given, new: &Given, report: &Report) -> io::Result<()> {
    let mut out = output::standard(Audience::People);
    for area in ChangedArea::ALL {
        let of_area = || report.changes.iter().filter(|placed| placed.change.area == *area);
        let count = of_area().count();
        let counted = if count == 1 { "1 change".to_owned() } else { format!("{count} changes") };
        writeln!(out, "{STRONG}{}: {counted}{STRONG:#}", area.word())?;
        for Placed { change, old_place, new_place } in of_area() {
            writeln!(out, "  {} {}", change.kind.word(), plain(&change.at))?;
            side(&mut out, "-", &old.source, *old_place, change.old.as_ref())?;
            side(&mut out, "+", &new.source, *new_place, change.new.as_ref())?;
        }
    }
    if report.more > 0 {
        writeln!(out, "{} more changes are not listed.", report.more)?;
    }
    if report.reviews > 0 {
        reviews(&mut out, &new.framework, &old.framework, report)?;
    }
    out.flush()
}

/// The longest value that is shown to people, in characters.
const LONGEST: usize = 160;

fn side(
    out: &mut impl Write,
    mark: &str,
    source: &Source,
    place: Option<Place>,
    part: Option<&ChangedPart>,
) -> io::Result<()> {
    let (Some(Place { line, column }), Some(part)) = (place, part) else { return Ok(()) };
    let text = plain(&part.text().unwrap_or_default());
    let shown: String = text.chars().take(LONGEST).collect();
    let rest = if shown.len() < text.len() { " ..." } else { "" };
    writeln!(out, "    {mark} {source}:{line}:{column}: {shown}{rest}")
}

fn reviews(
    out: &mut impl Write,
    new: &Framework,
    old: &Framework,
    report: &Report,
) -> io::Result<()> {
    let other = report.affected.iter().filter(|review| review.problems.is_empty()).count();
    let unfit = report.affected.len() - other;
    writeln!(
        out,
        "{STRONG}reviews: {} read, {other} with another suggestion, {unfit} that no longer fit{STRONG:#}",
        report.reviews
    )?;
    for Affected { source, reference, suggestions, problems } in &report.affected {
        let reference = reference.as_ref().map_or_else(String::new, |of| format!(" {}", plain(of)));
        writeln!(out, "  {source}{reference}")?;
        for OtherSuggestion { section, old: before, new: after } in suggestions {
            let of =
                section.as_ref().map_or("plan".to_owned(), |id| format!("section {}", plain(id)));
            writeln!(out, "    {of}: {} -> {}", ends(old, *before), ends(new, *after))?;
        }
        for fault in problems {
            writeln!(out, "    {fault}")?;
        }
    }
    Ok(())
}

/// The ends of a suggestion in words.
fn ends(framework: &Framework, suggested: Option<Interval>) -> String {
    let Some(Interval { best, worst }) = suggested else { return "none".to_owned() };
    let name = |score| plain(framework.grade_name(score));
    if best == worst { name(best) } else { format!("{} to {}", name(best), name(worst)) }
}
