//! `framework check`: problems and lints of a framework, each with its place, its reason and what mends it.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use ehcp_qa_core::authoring::{advice, lint};
use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::{Framework, Problem};
use serde::Serialize;

use crate::arguments::Deny;
use crate::fault::{Fault, faults};
use crate::input::{self, Record};
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, STRONG};
use crate::sarif::{self, SarifResult};
use crate::validate::{ValidateFormat, github};

/// Report every problem of a framework, and what may be a mistake, with place, reason and remedy
///
/// A framework with an error cannot be used, and the exit code is 2. What may be a mistake is a warning, or
/// information where a framework may well mean it; --deny ends the run with exit code 1 where there is any.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// The framework; - for standard input
    file: PathBuf,

    /// How to print: sarif is SARIF 2.1.0, github is annotations of GitHub Actions
    #[arg(long, value_enum, default_value_t = ValidateFormat::Human)]
    format: ValidateFormat,

    #[command(flatten)]
    deny: Deny,
}

/// What is said about a place of a framework.
#[derive(Debug, Serialize)]
struct Remark {
    #[serde(flatten)]
    fault: Fault,
    severity: Severity,
    /// Why it matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// What mends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<&'static str>,
}

impl Remark {
    fn of(fault: Fault) -> Self {
        let advice = advice(fault.code);
        let severity = advice.map_or(Severity::Error, |advice| advice.severity);
        let (reason, remedy) = advice.map(|advice| (advice.reason, advice.remedy)).unzip();
        Self { fault, severity, reason, remedy }
    }

    /// All that it says.
    fn sentences(&self) -> String {
        let mut sentences = self.fault.sentence();
        for text in self.reason.iter().chain(&self.remedy) {
            sentences.push(' ');
            sentences.push_str(text);
        }
        sentences
    }
}

/// The result of a check.
#[derive(Debug, Serialize)]
struct Report {
    /// The number of documents.
    documents: usize,
    /// The number with problems.
    bad: usize,
    /// None: the document is read as a framework, whatever its fields.
    taken_for: BTreeMap<&'static str, usize>,
    /// The problems.
    faults: Vec<Remark>,
    /// What may be a mistake.
    lints: Vec<Remark>,
}

pub(super) fn run(arguments: &CheckArguments) -> Result<Outcome, Failure> {
    let Record { source, text } = input::one(&arguments.file);
    let (problems, lints) = match &text {
        Err(fault) => (vec![fault.clone()], Vec::new()),
        Ok(text) => {
            let placed = |problems: &[Problem]| faults(&source, text, problems);
            match Framework::from_json(text) {
                Err(problems) => (placed(&problems), Vec::new()),
                Ok(framework) => (Vec::new(), placed(&lint(&framework))),
            }
        }
    };
    let remarks = |faults: Vec<Fault>| faults.into_iter().map(Remark::of).collect::<Vec<_>>();
    let mut lints = remarks(lints);
    lints.sort_by_key(|lint| lint.fault.place.map(|place| (place.line, place.column)));
    let report = Report {
        documents: 1,
        bad: usize::from(!problems.is_empty()),
        taken_for: BTreeMap::new(),
        faults: remarks(problems),
        lints,
    };
    let denied = report.lints.iter().any(|lint| arguments.deny.counts(lint.severity));
    let outcome = Outcome::found(denied);
    let outcome = if report.bad > 0 { Outcome::BadInput } else { outcome };
    write(&report, arguments.format).map_err(|failure| failure.after(outcome))?;
    Ok(outcome)
}

fn write(report: &Report, format: ValidateFormat) -> Result<(), Failure> {
    let mut out = output::standard(Audience::people_if(format == ValidateFormat::Human));
    let remarks = || report.faults.iter().chain(&report.lints);
    match format {
        ValidateFormat::Human => human(&mut out, report)?,
        ValidateFormat::Github => {
            for remark in remarks() {
                github::annotation(&mut out, remark.severity, &remark.fault, &remark.sentences())?;
            }
        }
        ValidateFormat::Json => {
            serde_json::to_writer_pretty(&mut out, report)?;
            writeln!(out)?;
        }
        ValidateFormat::Sarif => {
            let results: Vec<SarifResult> = remarks().map(result).collect();
            serde_json::to_writer_pretty(&mut out, &sarif::log(&results))?;
            writeln!(out)?;
        }
    }
    Ok(out.flush()?)
}

fn human(out: &mut impl Write, report: &Report) -> io::Result<()> {
    for remark in report.faults.iter().chain(&report.lints) {
        writeln!(out, "{}", remark.fault.line(remark.severity))?;
        for text in remark.reason.iter().chain(&remark.remedy) {
            writeln!(out, "    {text}")?;
        }
    }
    let (fine, bad) = (report.documents - report.bad, report.bad);
    write!(out, "{STRONG}1 document: {fine} fine, {bad} at fault.{STRONG:#}")?;
    let counted = |severity: Severity, one: &str, many: &str| {
        let count = report.lints.iter().filter(|lint| lint.severity == severity).count();
        match count {
            0 => String::new(),
            1 => format!(" 1 {one}."),
            _ => format!(" {count} {many}."),
        }
    };
    let warnings = counted(Severity::Warning, "warning", "warnings");
    let notes = counted(Severity::Information, "note", "notes");
    writeln!(out, "{warnings}{notes}")
}

fn result(remark: &Remark) -> SarifResult {
    let Fault { file, place, pointer, code, .. } = &remark.fault;
    SarifResult {
        rule: (*code).to_owned(),
        level: remark.severity.into(),
        message: remark.sentences(),
        file: file.clone(),
        place: *place,
        part: Some(pointer.clone()).filter(|pointer| !pointer.is_empty()),
        fingerprint: None,
    }
}
