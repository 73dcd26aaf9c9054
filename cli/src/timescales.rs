//! `timescales`: how the dates of plans stand to the deadlines in law.

use std::io::{self, Write};

use clap::Args;

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::summary::SummaryRecord;
use ehcp_qa_core::timescale::{Deadline, TimescaleState, Timescales};
use ehcp_qa_core::{Day, Framework, Problem};

use crate::arguments::{Deny, Inputs, TableFormat};
use crate::context::Context;
use crate::fault::Source;
use crate::input;
use crate::kind::Kind;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Printer, STRONG, TablePrinter, plain};

/// Show how the dates of plans stand to the deadlines in law, each with its regulation
///
/// The inputs are dates, as `ehcp-qa schema timescales` describes them: of a request with what was decided, an order
/// of the Tribunal, an annual review or a transfer between phases. The records of `import` and `summarise` are read
/// too, for the dates in them. For --deny a deadline that was not met is an error, a date that does not fit a warning,
/// and an exception or a relaxed deadline information.
#[derive(Debug, Args)]
pub(crate) struct TimescalesArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// The day for which deadlines are worked out, YYYY-MM-DD, for records that do not give it. Without a day, what has
    /// not happened is neither late nor in time
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Day>,

    /// How to print: json is the deadlines of one plan, or a list where any number was asked for; csv has a line for
    /// each deadline
    #[arg(long, value_enum, default_value_t = TableFormat::Human)]
    pub(crate) format: TableFormat,

    #[command(flatten)]
    pub(crate) deny: Deny,
}

const COLUMNS: [&str; 10] = [
    "file",
    "line",
    "reference",
    "deadline",
    "due",
    "happened",
    "state",
    "reason",
    "hints",
    "written_in",
];

fn day(given: &str) -> Result<Day, &'static str> {
    Day::from_text(given).ok_or("a date that exists, written YYYY-MM-DD")
}

pub(crate) fn run(arguments: &TimescalesArguments, context: &Context) -> Result<Outcome, Failure> {
    let TimescalesArguments { inputs, today, format, deny } = arguments;
    let framework = &context.framework;
    let mut printer = TablePrinter::new(*format, &COLUMNS)?;
    let mut found = false;
    let read = |text: &str| Known::read(context, text);
    let tally = input::each(input::read(inputs)?, read, |source, known| {
        let deadlines = known.deadlines(framework, *today);
        found |= deadlines.iter().flat_map(severities).any(|severity| deny.counts(severity));
        print(&mut printer, source, known.reference.as_deref(), &deadlines)
    });
    input::end(tally, Outcome::found(found), |alone| printer.finish(alone))
}

/// What is read of a record.
struct Known {
    reference: Option<String>,
    dates: Option<Timescales>,
}

impl Known {
    fn read(context: &Context, text: &str) -> Result<Self, Vec<Problem>> {
        if Kind::of(text) != Some(Kind::SummaryRecord) {
            let dates = Timescales::from_json(text)?;
            return Ok(Self { reference: None, dates: Some(dates) });
        }
        let record = SummaryRecord::from_json(&context.framework, text)?;
        let reference = record.review.reference().map(str::to_owned);
        Ok(Self { reference, dates: record.facts.dates })
    }

    fn deadlines(&self, framework: &Framework, today: Option<Day>) -> Vec<Deadline> {
        let dates = self.dates.as_ref().map(|dates| {
            let today = dates.today.or(today);
            framework.deadlines(&Timescales { today, ..dates.clone() })
        });
        dates.unwrap_or_default()
    }
}

/// How serious a deadline and its hints are.
fn severities(deadline: &Deadline) -> impl Iterator<Item = Severity> {
    let hints = deadline.hints.iter().map(|_| Severity::Warning);
    severity(deadline.state).into_iter().chain(hints)
}

/// How serious a state is; none where nothing is late.
fn severity(state: TimescaleState) -> Option<Severity> {
    match state {
        TimescaleState::NotMet => Some(Severity::Error),
        TimescaleState::ExceptionClaimed | TimescaleState::Relaxed => Some(Severity::Information),
        TimescaleState::Met
        | TimescaleState::NotDue
        | TimescaleState::DoesNotApply
        | TimescaleState::Open => None,
    }
}

fn print(
    printer: &mut TablePrinter,
    source: &Source,
    reference: Option<&str>,
    deadlines: &[Deadline],
) -> Result<(), Failure> {
    match printer {
        TablePrinter::Results(Printer::Human(out)) => human(out, source, reference, deadlines)?,
        TablePrinter::Results(Printer::Json(documents)) => {
            documents.add(source, reference, deadlines)?;
        }
        TablePrinter::Csv(csv) => {
            for deadline in deadlines {
                csv.write_record(row(source, reference, deadline))?;
            }
        }
    }
    Ok(())
}

fn row(source: &Source, reference: Option<&str>, deadline: &Deadline) -> [String; 10] {
    let hints = deadline.hints.iter().map(|hint| format!("{}: {}", hint.at, hint.message));
    [
        output::field(&source.file),
        source.line.to_string(),
        output::field(reference.unwrap_or_default()),
        deadline.kind.word().to_owned(),
        deadline.due.to_string(),
        happened(deadline, ""),
        deadline.state.word().to_owned(),
        output::field(deadline.reason.as_deref().unwrap_or_default()),
        output::field(&hints.collect::<Vec<_>>().join(" ")),
        output::field(&places(deadline)),
    ]
}

fn human(
    out: &mut impl Write,
    source: &Source,
    reference: Option<&str>,
    deadlines: &[Deadline],
) -> io::Result<()> {
    let reference = reference.map(|reference| plain(reference) + "  ").unwrap_or_default();
    writeln!(out, "{STRONG}{reference}{source}{STRONG:#}")?;
    if deadlines.is_empty() {
        writeln!(out, "  No dates are recorded.")?;
        return writeln!(out);
    }
    let mut rows = vec![["deadline", "due", "happened", "state"].map(str::to_owned)];
    rows.extend(deadlines.iter().map(|deadline| {
        let (kind, state) = (spaced(deadline.kind.word()), spaced(deadline.state.word()));
        [kind, deadline.due.to_string(), happened(deadline, "-"), state]
    }));
    output::table(out, &rows)?;
    writeln!(out)?;
    for deadline in deadlines {
        let kind = spaced(deadline.kind.word());
        let severity = severity(deadline.state);
        if severity.is_some() || deadline.reason.is_some() {
            let sentences = [Some(deadline.why.as_str()), deadline.reason.as_deref()];
            let sentences: Vec<&str> = sentences.into_iter().flatten().collect();
            let severity = severity.unwrap_or(Severity::Information);
            output::finding(out, severity, &kind, &places(deadline), &sentences.join(" "))?;
        }
        for hint in &deadline.hints {
            output::finding(out, Severity::Warning, &kind, hint.at, &hint.message)?;
        }
    }
    writeln!(out)
}

fn happened(deadline: &Deadline, otherwise: &str) -> String {
    deadline.happened.map_or_else(|| otherwise.to_owned(), |day| day.to_string())
}

/// Where a deadline is written.
fn places(deadline: &Deadline) -> String {
    let places: Vec<&str> = deadline.cites.iter().map(|cite| cite.place.as_str()).collect();
    places.join("; ")
}

/// A word of a document as people read it.
fn spaced(word: &str) -> String {
    word.replace('_', " ")
}
