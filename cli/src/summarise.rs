//! `summarise` and `merge`: counts over many plans.
//!
//! Records are read in rounds of bounded size. While a round is counted on all cores, the next is read.
//! What is counted can be merged in any order, so the result is the same on any number of cores.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use clap::{Args, ValueEnum};
use ehcp_qa_core::summary::{
    FigureState, HiddenBelow, MOST_SUMMARY_BYTES, Measure, Report, Since, Summary, SummaryRecord,
    Table, report, report_since, to_csv, to_html,
};
use rayon::prelude::*;

use crate::arguments::{Inputs, threshold};
use crate::context::{self, Context};
use crate::fault::{Fault, faults};
use crate::input::{self, Record, Records, Tally};
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, STRONG, plain, standard};
use crate::{families, template, workbook};

/// Summarise many plans: grades, themes, timeliness, agreement, with small numbers hidden
///
/// The inputs are NDJSON, a record a line: {"review": ..., "dates": ..., "dimensions": ...} as `ehcp-qa schema
/// summary-record` describes, a review alone, or the file of a case that the workspace saves. They are read as a stream
/// on all cores, in bounded memory. Records that cannot be read are reported, counted and left out. A plan with two
/// records counts twice.
#[derive(Debug, Args)]
pub(crate) struct SummariseArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// What families say, counted beside the plans: responses to surveys and how many were sent out, as NDJSON
    /// (`ehcp-qa schema family-feedback`) or as a sheet, CSV or XLSX, such as `ehcp-qa template --families` writes
    #[arg(long, value_name = "FILE")]
    pub(crate) families: Vec<PathBuf>,

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
    #[arg(long, conflicts_with_all = ["before", "format", "hidden_below", "title"])]
    pub(crate) partial: bool,

    /// The exact counts of the term before, as --partial prints them: the report says what changed. Where both have
    /// plans of the same term nothing is compared
    #[arg(long, value_name = "FILE")]
    pub(crate) before: Option<PathBuf>,

    /// How to print: json is a report, html a page with pictures that loads nothing, xlsx a workbook with a sheet for
    /// each table
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub(crate) format: ReportFormat,

    /// Hide counts from 1 to below this one (2 or more), and those they could be worked out from; none shows all
    #[arg(long, value_name = "NUMBER", value_parser = threshold, default_value_t = HiddenBelow::USUAL)]
    pub(crate) hidden_below: HiddenBelow,

    /// What the report is about, for the title of the page or workbook, such as "Autumn 2024"
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
    Xlsx,
}

/// A round is full at so many bytes of text or so many records. Two of them are kept at a time.
const ROUND_BYTES: usize = 1_000_000;
const ROUND_RECORDS: usize = 4_096;

/// So many records are counted by a thread at a time.
const PIECE: usize = 16;

/// The longest label of a row on a terminal, in characters.
const LONGEST_LABEL: usize = 48;

pub(crate) fn summarise(
    arguments: &SummariseArguments,
    context: &Context,
) -> Result<Outcome, Failure> {
    let SummariseArguments { inputs, families, threads, output } = arguments;
    let threads = rayon::ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0).into()).build();
    let threads = threads.map_err(|error| Failure::Usage(format!("--threads: {error}.")))?;
    let mut records = input::read(inputs)?;
    let (mut summary, tally) = threads.install(|| count(&mut records, context));
    let of_families = families::count(families, context, &mut summary)?;
    print(output, context, &summary)?;
    Ok(tally.report().max(of_families.report()))
}

pub(crate) fn merge(arguments: &MergeArguments, context: &Context) -> Result<Outcome, Failure> {
    let MergeArguments { inputs, output } = arguments;
    let mut summary = Summary::new(&context.framework);
    let check = |text: &str| Summary::from_json(&context.framework, text);
    let parts = input::read_up_to(inputs, MOST_SUMMARY_BYTES)?;
    let tally = input::each(parts, check, |_, part| {
        // It was checked to be under the same framework.
        let _ = summary.merge(&part);
        Ok(())
    })?;
    print(output, context, &summary)?;
    Ok(tally.report())
}

/// Counts all records. Problems are reported in the order of the records.
fn count(records: &mut Records, context: &Context) -> (Summary, Tally) {
    let mut tally = Tally { alone: false, ..Tally::default() };
    let nothing = || Summary::new(&context.framework);
    // One for each thread: to begin anew at each round, and to merge, would take as long as many records do.
    let mut summaries = Vec::new();
    summaries.resize_with(rayon::current_num_threads(), || Mutex::new(nothing()));
    let mut round = next_round(records);
    while !round.is_empty() {
        tally.records += round.len();
        let (wrong, next) =
            rayon::join(|| count_round(&round, &summaries, context), || next_round(records));
        tally.bad += wrong.len();
        if !wrong.is_empty() {
            records.bar.suspend(|| output::faults(&wrong.concat()));
        }
        round = next;
    }
    let mut all = nothing();
    for summary in summaries {
        // All are under the framework in use.
        let _ = all.merge(&summary.into_inner().unwrap_or_else(PoisonError::into_inner));
    }
    (all, tally)
}

fn next_round(records: &mut Records) -> Vec<Record> {
    let mut round = Vec::new();
    let mut bytes = 0;
    while bytes < ROUND_BYTES && round.len() < ROUND_RECORDS {
        let Some(record) = records.next() else { break };
        bytes += record.text.as_ref().map_or(0, String::len);
        round.push(record);
    }
    round
}

/// Counts some records, each into the summary of the thread that it is read on. What is wrong with those that
/// could not be used is returned.
fn count_round(
    round: &[Record],
    summaries: &[Mutex<Summary>],
    context: &Context,
) -> Vec<Vec<Fault>> {
    let pieces = round.par_chunks(PIECE).flat_map_iter(|records| {
        // Each thread of the pool has a summary to itself, so that no thread waits for another.
        let summary = &summaries[rayon::current_thread_index().unwrap_or(0)];
        let mut summary = summary.lock().unwrap_or_else(PoisonError::into_inner);
        let wrong =
            records.iter().filter_map(|record| count_one(&mut summary, record, context).err());
        wrong.collect::<Vec<_>>()
    });
    pieces.collect()
}

fn count_one(summary: &mut Summary, record: &Record, context: &Context) -> Result<(), Vec<Fault>> {
    let read = match &record.text {
        Ok(text) => SummaryRecord::from_json(&context.framework, text)
            .map_err(|problems| faults(&record.source, text, &problems)),
        Err(fault) => Err(vec![fault.clone()]),
    };
    match read {
        Ok(read) => {
            let _ = summary.add(&read);
            Ok(())
        }
        Err(wrong) => {
            summary.add_unread();
            Err(wrong)
        }
    }
}

fn print(output: &SummaryOutput, context: &Context, summary: &Summary) -> Result<(), Failure> {
    let SummaryOutput { partial, before, format, hidden_below, title } = output;
    let mut out = standard(Audience::people_if(!partial && *format == ReportFormat::Human));
    if *partial {
        serde_json::to_writer(&mut out, summary)?;
        writeln!(out)?;
        return Ok(out.flush()?);
    }
    let framework = &context.framework;
    let report = match before {
        Some(file) => {
            let before = context::summary(file, framework)?;
            report_since(framework, summary, &before, *hidden_below)
        }
        None => report(framework, summary, *hidden_below),
    };
    match format {
        ReportFormat::Human => human(&mut out, &report)?,
        ReportFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &report)?;
            writeln!(out)?;
        }
        ReportFormat::Csv => out.write_all(to_csv(framework, &report).as_bytes())?,
        ReportFormat::Xlsx => {
            template::expect_a_file()?;
            let bytes = workbook::of_report(&context.framework, &report, title);
            out.write_all(&bytes.map_err(|error| Failure::Output(io::Error::other(error)))?)?;
        }
        ReportFormat::Html => {
            out.write_all(to_html(&context.framework, &report, title).as_bytes())?;
        }
    }
    Ok(out.flush()?)
}

/// The tables that fit a terminal; those with a row for each descriptor or rule are in the other formats.
fn human(out: &mut impl Write, report: &Report) -> std::io::Result<()> {
    let plans = report.plans.map_or_else(|| "Few".to_owned(), |plans| plans.to_string());
    writeln!(
        out,
        "{STRONG}{plans} plans{STRONG:#}, records that could not be read: {}",
        report.not_read
    )?;
    if report.plans == Some(0) {
        return writeln!(out, "\nNo plan is counted, and so there are no tables.");
    }
    read_first(out, report)?;
    for table in &report.tables {
        let is_long =
            table.id.starts_with("themes-") || table.id == "descriptors" || table.id == "wording";
        if is_long || table.rows.is_empty() && table.left_out.is_none() {
            continue;
        }
        writeln!(out, "\n{STRONG}{}{STRONG:#}", plain(&table.title))?;
        if let Some(why) = &table.left_out {
            writeln!(out, "  {why}")?;
            continue;
        }
        output::counts(out, &rows(table))?;
        if table.id == "agreement" {
            let shown = report.agreement.iter();
            let shown = shown.filter(|figure| figure.state != FigureState::Hidden);
            for figure in shown {
                writeln!(out, "  {}: {}", figure.label, figure.words)?;
            }
        }
    }
    for average in &report.average_weeks {
        writeln!(out, "  Average weeks, {}: {}", average.label.to_lowercase(), average.words)?;
    }
    writeln!(
        out,
        "\n{} Descriptors, wording rules and themes: --format csv, json or html.",
        report.hidden_note
    )
}

/// The headline, what matters most, and what changed.
fn read_first(out: &mut impl Write, report: &Report) -> std::io::Result<()> {
    if let Some(headline) = &report.headline {
        writeln!(out, "\n{STRONG}{}{STRONG:#}", plain(headline))?;
    }
    if !report.themes.is_empty() {
        writeln!(out, "\n{STRONG}{}{STRONG:#}", plain(&report.themes_heading))?;
        measures(out, &report.themes)?;
        if let Some(note) = &report.themes_note {
            writeln!(out, "  {note}")?;
        }
    }
    if !report.families.is_empty() {
        writeln!(out, "\n{STRONG}{}{STRONG:#}", plain(&report.families_heading))?;
        measures(out, &report.families)?;
    }
    let Some(Since { heading, left_out, families_left_out, .. }) = &report.since else {
        return Ok(());
    };
    writeln!(out, "\n{STRONG}{}{STRONG:#}", plain(heading))?;
    for why in left_out.iter().chain(families_left_out) {
        writeln!(out, "  {why}")?;
    }
    measures(out, report.changed())
}

fn measures<'r>(
    out: &mut impl Write,
    measures: impl IntoIterator<Item = &'r Measure>,
) -> std::io::Result<()> {
    for Measure { label, words, change, .. } in measures {
        let change = change.as_ref().map_or_else(String::new, |change| format!(", {change}"));
        writeln!(out, "  {}: {words}{}", plain(&short(label)), plain(&change))?;
    }
    Ok(())
}

fn rows(table: &Table) -> Vec<Vec<String>> {
    let heading = [table.row_heading.clone()].into_iter();
    let heading = heading.chain(table.columns.iter().map(|column| column.label.clone()));
    let rows = table.rows.iter().map(|row| {
        let label = short(&row.label);
        [label].into_iter().chain(row.words.iter().cloned()).map(|cell| plain(&cell)).collect()
    });
    [heading.map(|cell| plain(&cell)).collect()].into_iter().chain(rows).collect()
}

/// A label with room for the counts beside it.
fn short(label: &str) -> String {
    if label.chars().count() <= LONGEST_LABEL {
        return label.to_owned();
    }
    label.chars().take(LONGEST_LABEL - 1).chain(['…']).collect()
}
