//! Findings of a plan with their places: for people, as rows, and as results of SARIF.

use std::io::{self, Write};

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::plan::{PlanDocument, TextPlace};
use ehcp_qa_core::whole::{PlanCheck, PlanFinding};

use super::shown::{counted, short};
use crate::fault::Source;
use crate::output::{self, STRONG, field, plain};
use crate::sarif::SarifResult;

/// The most characters of a statement that are shown.
const LONGEST_STATEMENT: usize = 160;

/// What was found in a plan, for people.
pub(super) fn human(
    out: &mut impl Write,
    source: &Source,
    plan: &PlanDocument,
    check: &PlanCheck,
) -> io::Result<()> {
    for finding in &check.findings {
        let (style, word) = (output::style(finding.severity), finding.severity.word());
        let place = named_place(finding);
        writeln!(
            out,
            "{source}: {place}: {style}{word}:{style:#} {} [{}]",
            finding.message, finding.rule
        )?;
        let statement = words_at(plan, finding.place.as_ref());
        if let Some(words) = &statement {
            writeln!(out, "    {}", quoted(words))?;
        }
        for part in &finding.parts {
            // What stands above already is left out: the statement as a whole, and what the finding says.
            let words =
                words_at(plan, Some(&part.place)).filter(|words| statement.as_ref() != Some(words));
            let words = words.map(|words| quoted(&words));
            let says = (part.rule != finding.rule || part.message != finding.message)
                .then(|| format!("{} [{}]", part.message, part.rule));
            let pieces: Vec<String> = words.into_iter().chain(says).collect();
            if !pieces.is_empty() {
                writeln!(out, "      {}", pieces.join(": "))?;
            }
        }
        writeln!(out, "    {}", finding.instead)?;
        if let Some(learned) = &finding.learned {
            writeln!(out, "    {}", learned.reason)?;
        }
        if !finding.others.is_empty() {
            writeln!(out, "    The same in {}.", counted(finding.others.len(), "other place"))?;
        }
    }
    summary(out, source, check)
}

fn summary(out: &mut impl Write, source: &Source, check: &PlanCheck) -> io::Result<()> {
    if check.more > 0 {
        writeln!(out, "{source}: {} more findings are not listed.", check.more)?;
    }
    if !check.not_checked.is_empty() {
        writeln!(out, "{source}: not checked: {}.", check.not_checked.join(", "))?;
    }
    let of = |severity| {
        let findings = check.findings.iter().filter(|finding| finding.severity == severity);
        findings.count()
    };
    writeln!(
        out,
        "{STRONG}{source}: {}: {}, {}, {} for information.{STRONG:#} {}",
        counted(check.findings.len(), "finding"),
        counted(of(Severity::Error), "error"),
        counted(of(Severity::Warning), "warning"),
        of(Severity::Information),
        check.standing
    )
}

/// The heading of the rows.
pub(super) const COLUMNS: [&str; 14] = [
    "file",
    "finding",
    "section",
    "block",
    "severity",
    "kind",
    "rule",
    "words",
    "message",
    "why",
    "instead",
    "rewrite",
    "fingerprint",
    "learned",
];

/// A finding as a row.
pub(super) fn row(source: &Source, plan: &PlanDocument, finding: &PlanFinding) -> [String; 14] {
    [
        &*source.file,
        &finding.id.to_string(),
        finding.section.map_or("", |section| section.word()),
        &finding.place.as_ref().map(block_number).unwrap_or_default(),
        finding.severity.word(),
        finding.kind.word(),
        finding.rule,
        &words_at(plan, finding.place.as_ref()).unwrap_or_default(),
        &finding.message,
        finding.why,
        finding.instead,
        finding.rewrite.as_deref().unwrap_or_default(),
        &finding.fingerprint,
        finding.learned.as_ref().map(|learned| learned.reason.as_str()).unwrap_or_default(),
    ]
    .map(field)
}

/// A finding as a result of SARIF.
pub(super) fn sarif(source: &Source, plan: &PlanDocument, finding: &PlanFinding) -> SarifResult {
    let words = words_at(plan, finding.place.as_ref());
    let words = words.map(|words| [" ", &quoted(&words)].concat());
    let reason = finding.learned.as_ref().map(|learned| [" ", &learned.reason].concat());
    SarifResult {
        rule: finding.rule.to_owned(),
        level: finding.severity.into(),
        message: [&*finding.message, &words.unwrap_or_default(), &reason.unwrap_or_default()]
            .concat(),
        file: source.file.to_string(),
        place: None,
        part: Some(named_place(finding)),
        fingerprint: Some(finding.fingerprint.clone()),
    }
}

/// Where in the plan a finding is.
fn named_place(finding: &PlanFinding) -> String {
    let section = finding
        .section
        .map_or_else(|| "the plan".to_owned(), |section| format!("Section {}", section.word()));
    match &finding.place {
        Some(place) => format!("{section}, block {}", block_number(place)),
        None => section,
    }
}

/// The number of a block in its part of the section, from 1.
fn block_number(place: &TextPlace) -> String {
    (u64::from(place.block) + 1).to_string()
}

/// The beginning of some words, in quotation marks.
fn quoted(words: &str) -> String {
    format!("\u{201c}{}\u{201d}", short(words, LONGEST_STATEMENT))
}

/// The words at a place, in one line.
fn words_at(plan: &PlanDocument, place: Option<&TextPlace>) -> Option<String> {
    Some(plain(&plan.words_at(place?)?.replace('\t', " | ")))
}
