//! `thread`: the golden thread of plans' items.

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use ehcp_qa_core::thread::{Thread, ThreadFinding, ThreadPlan, mermaid, svg, thread};

use crate::arguments::{Deny, DocumentsFormat, Inputs};
use crate::context::Context;
use crate::fault::Source;
use crate::input;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, Printer, STRONG};

/// Follow the golden thread of plans' items, and report its breaks
#[derive(Debug, Args)]
pub(crate) struct ThreadArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// How to print: markdown has Mermaid flowcharts, html is a page with pictures
    #[arg(long, value_enum, default_value_t = ThreadFormat::Human)]
    pub(crate) format: ThreadFormat,

    #[command(flatten)]
    pub(crate) deny: Deny,
}

/// How threads are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThreadFormat {
    Human,
    Json,
    Ndjson,
    Markdown,
    Html,
}

const PAGE: [&str; 2] = [
    "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>Golden thread</title>\n\
     </head>\n<body>\n<main>\n<h1>Golden thread</h1>\n",
    "</main>\n</body>\n</html>\n",
];

pub(crate) fn run(arguments: &ThreadArguments, context: &Context) -> Result<Outcome, Failure> {
    let ThreadArguments { inputs, format, deny } = arguments;
    let mut printer = match format {
        ThreadFormat::Human => Printer::new(DocumentsFormat::Human),
        ThreadFormat::Json => Printer::new(DocumentsFormat::Json),
        ThreadFormat::Ndjson => Printer::new(DocumentsFormat::Ndjson),
        // Text of programs, though not documents.
        ThreadFormat::Markdown | ThreadFormat::Html => {
            Printer::Human(output::standard(Audience::Programs))
        }
    };
    let [head, foot] = if *format == ThreadFormat::Html { PAGE } else { ["", ""] };
    printer.raw(head)?;
    let mut found = false;
    let mut number = 0;
    let tally = input::each(input::read(inputs)?, ThreadPlan::from_json, |source, plan| {
        let thread = thread(&context.framework, &plan);
        found |= thread.findings.iter().any(|finding| deny.counts(finding.severity));
        number += 1;
        match (&mut printer, format) {
            (Printer::Json(documents), _) => documents.add(source, None, &thread)?,
            (Printer::Human(out), ThreadFormat::Markdown) => {
                writeln!(out, "```mermaid\n{}```\n", mermaid(&thread))?;
            }
            (Printer::Human(out), ThreadFormat::Html) => {
                out.write_all(svg(&thread, &format!("thread-{number}")).as_bytes())?;
            }
            (Printer::Human(out), _) => human(out, source, &thread)?,
        }
        Ok(())
    });
    input::end(tally, Outcome::found(found), |alone| {
        printer.raw(foot)?;
        printer.finish(alone)
    })
}

fn human(out: &mut impl Write, source: &Source, thread: &Thread) -> io::Result<()> {
    writeln!(out, "{STRONG}{source}{STRONG:#}")?;
    let mut rows = vec![["kind", "items", "complete"].map(str::to_owned)];
    for count in &thread.counts {
        let complete = count.unbroken.map_or("-".to_owned(), |items| items.to_string());
        rows.push([count.kind.word().to_owned(), count.items.to_string(), complete]);
    }
    output::table(out, &rows)?;
    writeln!(out)?;
    for ThreadFinding { severity, rule, at, message, .. } in &thread.findings {
        output::finding(out, *severity, rule, at, message)?;
    }
    if thread.more > 0 {
        writeln!(out, "  And {} more.", thread.more)?;
    }
    if thread.findings.is_empty() {
        writeln!(out, "  No breaks were found.")?;
    }
    if !thread.not_checked.is_empty() {
        writeln!(out, "  Not checked: {}.", thread.not_checked.join(", "))?;
    }
    writeln!(out)
}
