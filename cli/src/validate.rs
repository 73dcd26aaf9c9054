//! `validate`: what is wrong with documents, as a compiler tells it.

mod github;
mod sarif;

use std::collections::BTreeMap;
use std::io::{self, Write};

use ehcp_qa_core::Document;
use serde::Serialize;

use crate::arguments::{Kind, ValidateArguments, ValidateFormat};
use crate::context::Context;
use crate::fault::{Fault, Source, faults};
use crate::input::{self, Record};
use crate::outcome::{Failure, Outcome};
use crate::output::{self, STRONG};

/// What was found in all documents.
#[derive(Debug, Default, Serialize)]
struct Report {
    /// How many documents there were.
    documents: usize,
    /// How many of them are at fault.
    bad: usize,
    /// How many were taken for what from their fields.
    taken_for: BTreeMap<Kind, usize>,
    /// What is wrong.
    faults: Vec<Fault>,
}

pub(crate) fn run(arguments: &ValidateArguments, context: &Context) -> Result<Outcome, Failure> {
    let ValidateArguments { inputs, kind, format } = arguments;
    let mut out = output::standard();
    let mut report = Report::default();
    for Record { source, text } in input::read(inputs)? {
        let checked = match text {
            Ok(text) => check(context, *kind, &source, &text),
            Err(fault) => (None, vec![fault]),
        };
        let (told, found) = checked;
        if let Some(kind) = told {
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
        ValidateFormat::Human => summary(&mut out, &report)?,
        ValidateFormat::Github => {}
        ValidateFormat::Json => json(&mut out, &report)?,
        ValidateFormat::Sarif => json(&mut out, &sarif::log(&report.faults))?,
    }
    out.flush()?;
    Ok(if report.bad > 0 { Outcome::BadInput } else { Outcome::Fine })
}

/// What a document was taken for from its fields, and what is wrong with it.
fn check(
    context: &Context,
    kind: Option<Kind>,
    source: &Source,
    text: &str,
) -> (Option<Kind>, Vec<Fault>) {
    // What is no JSON has no fields.
    if let Err(problem) = Document::from_json(text) {
        return (None, faults(source, text, &[problem]));
    }
    let told = if kind.is_none() { Kind::of(text) } else { None };
    let Some(kind) = kind.or(told) else {
        let message =
            "What kind of document this is does not show in its fields: say it with --as.";
        let fault = Fault::of_document(source, "unknown_kind", message.to_owned());
        return (None, vec![fault]);
    };
    let found = kind.check(&context.framework, text).err().unwrap_or_default();
    (told, faults(source, text, &found))
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
