//! `case`: where cases stand in the process for plans below Good.

use std::io::{self, Write};

use clap::Args;
use ehcp_qa_core::case::{Case, CaseFinding, CaseRole, CaseStatus, status};

use crate::arguments::{Deny, DocumentsFormat, Inputs};
use crate::context::Context;
use crate::fault::Source;
use crate::input;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Printer, STRONG};

/// Show where cases stand in the process for plans below Good, and which events may follow
#[derive(Debug, Args)]
pub(crate) struct CaseArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// How to print
    #[arg(long, value_enum, default_value_t = DocumentsFormat::Human)]
    pub(crate) format: DocumentsFormat,

    #[command(flatten)]
    pub(crate) deny: Deny,
}

pub(crate) fn run(arguments: &CaseArguments, context: &Context) -> Result<Outcome, Failure> {
    let CaseArguments { inputs, format, deny } = arguments;
    let framework = &context.framework;
    let mut printer = Printer::new(*format);
    let mut outcome = Outcome::Fine;
    let read = |text: &str| {
        let case = Case::from_json(framework, text)?;
        status(framework, &case)
    };
    let tally = input::each(input::read(inputs)?, read, |source, status| {
        let found = status.findings.iter().any(|finding| deny.counts(finding.severity));
        outcome = outcome.max(Outcome::found(found));
        // The record has the event, although the process has no place for it.
        if status.refused.is_some() {
            outcome = Outcome::BadInput;
        }
        match &mut printer {
            Printer::Human(out) => human(out, source, &status)?,
            Printer::Json(documents) => documents.add(source, None, &status)?,
        }
        Ok(())
    });
    input::end(tally, outcome, |alone| printer.finish(alone))
}

fn human(out: &mut impl Write, source: &Source, status: &CaseStatus) -> io::Result<()> {
    writeln!(out, "{STRONG}{source}{STRONG:#}")?;
    let yes = |holds| if holds { "yes" } else { "no" }.to_owned();
    let rows = [
        ["state".to_owned(), spaced(status.state.word())],
        ["may be issued".to_owned(), yes(status.may_issue)],
        ["re-graded".to_owned(), yes(status.regraded.count > 0)],
        ["events that fit".to_owned(), status.history.len().to_string()],
    ];
    output::table(out, &rows)?;
    for reason in &status.reasons {
        writeln!(out, "  {}", reason.message)?;
    }
    if let Some(refused) = &status.refused {
        let style = output::style(ehcp_qa_core::framework::Severity::Error);
        writeln!(out, "  {style}error:{style:#} {refused} [{}]", refused.kind.code())?;
        writeln!(out, "  later events, which were not checked: {}", status.not_read)?;
    }
    if !status.next.is_empty() {
        writeln!(out, "\n  What may follow:")?;
        let rows: Vec<_> = status
            .next
            .iter()
            .map(|next| {
                let roles: Vec<_> =
                    next.roles.iter().copied().map(CaseRole::word).map(spaced).collect();
                [spaced(next.event.word()), roles.join(", ")]
            })
            .collect();
        output::table(out, &rows)?;
    }
    writeln!(out)?;
    for CaseFinding { severity, rule, at, message, .. } in &status.findings {
        output::finding(out, *severity, rule.word(), at, message)?;
    }
    Ok(())
}

/// A word of a document as people read it.
fn spaced(word: &str) -> String {
    word.replace('_', " ")
}
