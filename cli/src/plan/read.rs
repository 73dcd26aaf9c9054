//! `plan read`: the sections of a plan, what each was recognised by, and what a person should look at.

use std::io::{self, Write};

use clap::Args;
use ehcp_qa_core::plan::{PlanDocument, PlanPart};

use super::files::{self, Plans};
use super::shown::{counted, short};
use crate::arguments::DocumentsFormat;
use crate::context::Context;
use crate::fault::Source;
use crate::input;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Printer, STRONG};

/// The longest heading that is shown, in characters.
const LONGEST_HEADING: usize = 60;

/// Read plans: the sections of each, what they were recognised by, and what a person should look at
#[derive(Debug, Args)]
pub(crate) struct ReadArguments {
    #[command(flatten)]
    pub(crate) plans: Plans,

    /// How to print: json and ndjson are plan documents, with the text of every block and its place in the file
    #[arg(long, value_enum, default_value_t = DocumentsFormat::Human)]
    pub(crate) format: DocumentsFormat,
}

pub(super) fn run(
    ReadArguments { plans, format }: &ReadArguments,
    context: &Context,
) -> Result<Outcome, Failure> {
    let mut printer = Printer::new(*format);
    let tally = files::each(
        &context.framework,
        plans,
        |file| Ok(file.plan),
        |source, plan| {
            match &mut printer {
                Printer::Human(out) => human(out, source, &plan)?,
                Printer::Json(documents) => documents.add(source, None, &plan)?,
            }
            Ok(())
        },
    );
    input::end(tally, Outcome::Fine, |alone| printer.finish(alone))
}

fn human(out: &mut impl Write, source: &Source, plan: &PlanDocument) -> io::Result<()> {
    let blocks: usize = plan.parts.iter().map(|part| part.blocks.len()).sum();
    writeln!(
        out,
        "{STRONG}{source}{STRONG:#}: {} in sections, {} outside",
        counted(blocks, "block"),
        counted(plan.furniture.len(), "block")
    )?;
    let heading = ["section", "blocks", "sure", "recognised by", "heading"].map(str::to_owned);
    let rows: Vec<_> = [heading].into_iter().chain(plan.parts.iter().map(row)).collect();
    output::table(out, &rows)?;
    for doubt in &plan.doubts {
        writeln!(out, "  {}: {}", doubt.kind.word().replace('_', " "), doubt.why)?;
    }
    Ok(())
}

fn row(part: &PlanPart) -> [String; 5] {
    let heading = &part.heading;
    let sections: Vec<&str> = part.sections.iter().map(|section| section.word()).collect();
    let recognised_by: Vec<&str> = heading.recognised_by.iter().map(|by| by.word()).collect();
    let area = heading.area.iter().map(|area| format!(" ({area})"));
    let title = heading.text.clone() + &area.collect::<String>();
    [
        sections.join(" and "),
        part.blocks.len().to_string(),
        heading.sureness.word().to_owned(),
        recognised_by.join(", "),
        short(&title, LONGEST_HEADING),
    ]
}
