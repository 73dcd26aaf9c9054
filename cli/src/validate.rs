//! `validate`: the problems of documents, printed as a compiler prints them.

pub(crate) mod github;

use std::collections::BTreeMap;
use std::io::{self, Write};

use clap::{Args, ValueEnum};
use ehcp_qa_core::Document;
use serde::Serialize;

use crate::arguments::Inputs;
use crate::context::Context;
use crate::fault::{Fault, Source, faults};
use crate::input::{self, Record};
use crate::kind::Kind;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, STRONG};
use crate::sarif::{self, Level, SarifResult};

/// Check documents, and report every problem with its place, as a compiler does
#[derive(Debug, Args)]
pub(crate) struct ValidateArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// The kind of the documents [without it: found from the fields of each, and printed]
    #[arg(long = "as", value_enum, value_name = "KIND")]
    pub(crate) kind: Option<Kind>,

    /// How to print: sarif is SARIF 2.1.0, github is annotations of GitHub Actions
    #[arg(long, value_enum, default_value_t = ValidateFormat::Human)]
    pub(crate) format: ValidateFormat,
}

/// How problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ValidateFormat {
    Human,
    Json,
    Sarif,
    Github,
}

/// The result over all documents.
#[derive(Debug, Default, Serialize)]
struct Report {
    /// The number of documents.
    documents: usize,
    /// The number with problems.
    bad: usize,
    /// The number of each kind among those whose kind was found from their fields.
    taken_for: BTreeMap<Kind, usize>,
    /// The problems.
    faults: Vec<Fault>,
}

impl Report {
    fn outcome(&self) -> Outcome {
        if self.bad > 0 { Outcome::BadInput } else { Outcome::Fine }
    }
}

pub(crate) fn run(arguments: &ValidateArguments, context: &Context) -> Result<Outcome, Failure> {
    let mut report = Report::default();
    let written = write(arguments, context, &mut report);
    written.map_err(|failure| failure.after(report.outcome()))?;
    Ok(report.outcome())
}

/// Writes the problems of every document, and counts the documents.
fn write(
    arguments: &ValidateArguments,
    context: &Context,
    report: &mut Report,
) -> Result<(), Failure> {
    let ValidateArguments { inputs, kind, format } = arguments;
    let mut out = output::standard(Audience::people_if(*format == ValidateFormat::Human));
    for Record { source, text } in input::read(inputs)? {
        let checked = match text {
            Ok(text) => check(context, *kind, &source, &text),
            Err(fault) => (None, vec![fault]),
        };
        let (kind, found) = checked;
        if let Some(kind) = kind {
            *report.taken_for.entry(kind).or_default() += 1;
        }
        report.documents += 1;
        report.bad += usize::from(!found.is_empty());
        match format {
            ValidateFormat::Human => human(&mut out, &found)?,
            ValidateFormat::Github => github::annotations(&mut out, &found)?,
            // These are one document each, and so written at the end.
            ValidateFormat::Json | ValidateFormat::Sarif => report.faults.extend(found),
        }
    }
    match format {
        ValidateFormat::Human => summary(&mut out, report)?,
        ValidateFormat::Github => {}
        ValidateFormat::Json => json(&mut out, report)?,
        ValidateFormat::Sarif => json(&mut out, &sarif::log(&results(&report.faults)))?,
    }
    Ok(out.flush()?)
}

/// The kind of a document, where it was found from its fields, and its problems.
fn check(
    context: &Context,
    kind: Option<Kind>,
    source: &Source,
    text: &str,
) -> (Option<Kind>, Vec<Fault>) {
    // A text that is not JSON has no fields.
    if let Err(problem) = Document::from_json(text) {
        return (None, faults(source, text, &[problem]));
    }
    let found_kind = if kind.is_none() { Kind::of(text) } else { None };
    let Some(kind) = kind.or(found_kind) else {
        let message =
            "The kind of this document cannot be found from its fields: give it with --as.";
        let fault = Fault::of_document(source, "unknown_kind", message.to_owned());
        return (None, vec![fault]);
    };
    let found = kind.check(&context.framework, text).err().unwrap_or_default();
    (found_kind, faults(source, text, &found))
}

/// Problems as results of SARIF, all of them errors.
fn results(faults: &[Fault]) -> Vec<SarifResult> {
    let result = |fault: &Fault| SarifResult {
        rule: fault.code.to_owned(),
        level: Level::Error,
        message: fault.sentence(),
        file: fault.file.clone(),
        place: fault.place,
        part: Some(fault.pointer.clone()).filter(|pointer| !pointer.is_empty()),
        fingerprint: None,
    };
    faults.iter().map(result).collect()
}

fn human(out: &mut impl Write, faults: &[Fault]) -> io::Result<()> {
    faults.iter().try_for_each(|fault| writeln!(out, "{fault}"))
}

fn summary(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let Report { documents, bad, taken_for, .. } = report;
    let counted = |count: usize| {
        if count == 1 { "1 document".to_owned() } else { format!("{count} documents") }
    };
    write!(
        out,
        "{STRONG}{}: {} fine, {bad} at fault.{STRONG:#}",
        counted(*documents),
        documents - bad
    )?;
    if !taken_for.is_empty() {
        let kinds = taken_for.iter().map(|(kind, count)| format!("{count} {}", kind.word()));
        write!(out, " Taken from their fields for: {}.", kinds.collect::<Vec<_>>().join(", "))?;
    }
    writeln!(out)
}

fn json(out: &mut impl Write, document: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, document)?;
    writeln!(out)
}
