//! `lint`: the wording of sections.

use std::io::{self, Write};

use ehcp_qa_core::YearGroup;
use ehcp_qa_core::wording::{Lint, Linting, STANDING, Utf16};

use crate::arguments::{Known, LintArguments};
use crate::context::{self, Context};
use crate::fault::Source;
use crate::input;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Printer, STRONG};
use crate::place::Lines;
use crate::texts::Texts;

pub(crate) fn run(arguments: &LintArguments, context: &Context) -> Result<Outcome, Failure> {
    let LintArguments { inputs, section, known, format, deny } = arguments;
    let framework = &context.framework;
    if let Some(section) = section
        && framework.section_number(section).is_none()
    {
        let message = "The framework has no section with the id that --section gives.";
        return Err(Failure::Usage(message.to_owned()));
    }
    let lexicon = context::lexicon(known.lexicon.as_deref())?;
    let reading =
        if section.is_some() { input::whole_files(inputs)? } else { input::read(inputs)? };
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
    let tally = input::each(reading, check, |source, texts| {
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
    })?;
    printer.finish(tally.alone)?;
    Ok(tally.tell().max(Outcome::found(found)))
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
        for finding in &lint.findings {
            let place = places.place(1, bytes_before(text, finding.span.start));
            let (style, word) = (output::style(finding.severity), finding.severity.word());
            let (line, column, rule) = (place.line, place.column, finding.rule);
            writeln!(
                out,
                "{head}:{line}:{column}: {style}{word}:{style:#} {} [{rule}]",
                finding.message
            )?;
            writeln!(out, "    {}", finding.instead)?;
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
        let count = lint.findings.len() + lint.absent.len() + lint.more;
        let counted = if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") };
        let standing = if count > 0 { [" ", STANDING].concat() } else { String::new() };
        writeln!(out, "{STRONG}{head}: {counted}.{STRONG:#}{standing}")?;
    }
    Ok(())
}

/// How many bytes stand before a place that is told in UTF-16 code units.
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
