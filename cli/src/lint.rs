//! `lint`: the wording of sections.

use std::io::{self, Write};

use clap::Args;
use ehcp_qa_core::YearGroup;
use ehcp_qa_core::wording::{Lint, Linting, Utf16};

use crate::arguments::{Deny, DocumentsFormat, Inputs, Known};
use crate::context::{self, Context};
use crate::fault::Source;
use crate::input;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Printer, STRONG};
use crate::place::Lines;
use crate::texts::Texts;

/// Check wording: words that are open to interpretation, and what a section leaves out
///
/// With --section the inputs are files of plain text, the section of one plan each. Otherwise they are JSON or
/// NDJSON records of the shape {"reference": ..., "texts": {"F": "..."}, "context": {...}}, where reference and
/// context may be left out.
#[derive(Debug, Args)]
pub(crate) struct LintArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// The inputs are plain text of this section
    #[arg(long, value_name = "ID", conflicts_with = "ndjson")]
    pub(crate) section: Option<String>,

    #[command(flatten)]
    pub(crate) known: Known,

    /// How to print: in json and ndjson, places are in UTF-16 code units of the text
    #[arg(long, value_enum, default_value_t = DocumentsFormat::Human)]
    pub(crate) format: DocumentsFormat,

    #[command(flatten)]
    pub(crate) deny: Deny,
}

pub(crate) fn run(arguments: &LintArguments, context: &Context) -> Result<Outcome, Failure> {
    let LintArguments { inputs, section, known, format, deny } = arguments;
    let framework = &context.framework;
    if let Some(section) = section
        && framework.section_number(section).is_none()
    {
        let message = "The framework has no section with the id that --section gives.";
        return Err(Failure::Usage(message.to_owned()));
    }
    let lexicon = context::lexicon(framework, known)?;
    let records =
        if section.is_some() { input::files_as_texts(inputs)? } else { input::read(inputs)? };
    let check = |text: &str| {
        let mut texts = match section {
            Some(section) => Texts::of_section(section, text),
            None => Texts::from_json(framework, text)?,
        };
        known.complete(&mut texts.context);
        Ok(texts)
    };
    let mut printer = Printer::new(*format);
    let mut found = false;
    let tally = input::each(records, check, |source, texts| {
        let lints = texts.lint(&lexicon);
        for lint in &lints {
            found |= lint.findings.iter().any(|finding| deny.counts(finding.severity));
            found |= lint.absent.iter().any(|absence| deny.counts(absence.severity));
        }
        match &mut printer {
            Printer::Human(out) => human(out, source, &texts, &lints)?,
            // A text is of one section, and a record of any number.
            Printer::Json(documents) if section.is_some() => {
                documents.add(source, None, lints.first())?;
            }
            Printer::Json(documents) => {
                documents.add(source, texts.reference.as_deref(), &lints)?;
            }
        }
        Ok(())
    });
    input::end(tally, Outcome::found(found), |alone| printer.finish(alone))
}

impl Known {
    /// Adds what a record does not say.
    pub(crate) fn complete(&self, context: &mut Linting) {
        context.stage = context.stage.or(self.stage);
        context.year_group = context.year_group.or(self.year_group.and_then(YearGroup::new));
    }
}

fn human(
    out: &mut impl Write,
    source: &Source,
    texts: &Texts,
    lints: &[Lint<Utf16>],
) -> io::Result<()> {
    for ((section, text), lint) in texts.sections.iter().zip(lints) {
        let head = format!("{source}: Section {section}");
        let places = Lines::new(text);
        let findings = lint.findings.iter().flat_map(|statement| {
            let last = statement.parts.len().saturating_sub(1);
            let parts = statement.parts.iter().enumerate();
            // A judgement is about the statement, and stands behind its parts.
            parts.map(move |(at, part)| (part, statement.learned.as_ref().filter(|_| at == last)))
        });
        for (finding, learned) in findings {
            let place = places.place(1, bytes_before(text, finding.span.start));
            let (style, word) = (output::style(finding.severity), finding.severity.word());
            let (line, column, rule) = (place.line, place.column, finding.rule);
            writeln!(
                out,
                "{head}:{line}:{column}: {style}{word}:{style:#} {} [{rule}]",
                finding.message
            )?;
            writeln!(out, "    {}", finding.instead)?;
            if let Some(learned) = learned {
                writeln!(out, "    {}", learned.reason)?;
            }
        }
        for absence in &lint.absent {
            let (style, word) = (output::style(absence.severity), absence.severity.word());
            writeln!(
                out,
                "{head}: {style}{word}:{style:#} {} [{}]",
                absence.message, absence.rule
            )?;
            writeln!(out, "    {}", absence.instead)?;
        }
        if lint.more > 0 {
            writeln!(out, "{head}: {} more findings are not listed.", lint.more)?;
        }
        if !lint.not_checked.is_empty() {
            let rules = lint.not_checked.join(", ");
            let reason = "because the stage or the year group of the plan is not known";
            writeln!(out, "{head}: not checked, {reason}: {rules}.")?;
        }
        let parts: usize = lint.findings.iter().map(|statement| statement.parts.len()).sum();
        let count = parts + lint.absent.len() + lint.more;
        let counted = if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") };
        let standing = if count > 0 { [" ", lint.standing].concat() } else { String::new() };
        writeln!(out, "{STRONG}{head}: {counted}.{STRONG:#}{standing}")?;
    }
    Ok(())
}

/// The bytes before a place that is given in UTF-16 code units.
fn bytes_before(text: &str, units: u32) -> usize {
    let mut before = 0;
    for (at, c) in text.char_indices() {
        if before >= units as usize {
            return at;
        }
        before += c.len_utf16();
    }
    text.len()
}
