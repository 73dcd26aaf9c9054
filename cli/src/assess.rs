//! `assess`: the assessments of reviews.

use std::io::{self, Write};

use clap::Args;
use ehcp_qa_core::grading::{DescriptorStates, GateState, Progress};
use ehcp_qa_core::{
    Assessment, Finding, Framework, Interval, Review, Score, SeverityTotal, assess,
};

use crate::arguments::{Deny, Inputs, TableFormat};
use crate::context::Context;
use crate::fault::Source;
use crate::input;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Printer, STRONG, TablePrinter, plain};

/// Assess reviews: the scores suggested, whether plans may be issued, and what does not fit together
#[derive(Debug, Args)]
pub(crate) struct AssessArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// How to print: json is the assessment of one review, or a list where any number was asked for;
    /// there and in ndjson each is the result beside its file, line and reference
    #[arg(long, value_enum, default_value_t = TableFormat::Human)]
    pub(crate) format: TableFormat,

    #[command(flatten)]
    pub(crate) deny: Deny,
}

const COLUMNS: [&str; 8] = [
    "file",
    "line",
    "reference",
    "recorded",
    "suggested_best",
    "suggested_worst",
    "may_issue",
    "findings",
];

pub(crate) fn run(arguments: &AssessArguments, context: &Context) -> Result<Outcome, Failure> {
    let AssessArguments { inputs, format, deny } = arguments;
    let framework = &context.framework;
    let mut printer = TablePrinter::new(*format, &COLUMNS)?;
    let mut found = false;
    let check = |text: &str| Review::from_json(framework, text);
    let tally = input::each(input::read(inputs)?, check, |source, review| {
        let assessment = assess(&review);
        found |= assessment.findings.iter().any(|finding| deny.counts(finding.severity));
        print(&mut printer, framework, source, &review, &assessment)
    });
    input::end(tally, Outcome::found(found), |alone| printer.finish(alone))
}

fn print(
    printer: &mut TablePrinter,
    framework: &Framework,
    source: &Source,
    review: &Review,
    assessment: &Assessment,
) -> Result<(), Failure> {
    match printer {
        TablePrinter::Results(Printer::Human(out)) => {
            human(out, framework, source, review, assessment)?;
        }
        TablePrinter::Results(Printer::Json(documents)) => {
            documents.add(source, review.reference(), assessment)?;
        }
        TablePrinter::Csv(csv) => csv.write_record(row(source, review, assessment))?,
    }
    Ok(())
}

fn row(source: &Source, review: &Review, assessment: &Assessment) -> [String; 8] {
    let plan = &assessment.plan;
    // Empty where the framework does not say which plans may be issued.
    let may_issue = plan.gate.as_ref().map_or("", |gate| match gate.state {
        GateState::MayBeIssued => "yes",
        GateState::NotToBeIssued => "no",
        GateState::Undecided => "undecided",
    });
    // Both cells are empty where the framework suggests no grade.
    let end = |of: fn(Interval) -> Score| {
        plan.suggested.map(|suggested| of(suggested).to_string()).unwrap_or_default()
    };
    [
        output::field(&source.file),
        source.line.to_string(),
        output::field(review.reference().unwrap_or_default()),
        plan.recorded.as_ref().map(Score::to_string).unwrap_or_default(),
        end(|suggested| suggested.best),
        end(|suggested| suggested.worst),
        may_issue.to_owned(),
        assessment.findings.len().to_string(),
    ]
}

fn human(
    out: &mut impl Write,
    framework: &Framework,
    source: &Source,
    review: &Review,
    assessment: &Assessment,
) -> io::Result<()> {
    let plan = &assessment.plan;
    let reference = review.reference().map(|reference| plain(reference) + "  ").unwrap_or_default();
    writeln!(out, "{STRONG}{reference}{source}{STRONG:#}")?;
    let is_graded = framework.scores().next().is_some();
    let answered = |progress: Progress| format!("{} of {}", progress.answered, progress.total);
    let mut rows = Vec::new();
    if is_graded {
        let recorded = plan.recorded.map_or("not recorded", |score| framework.grade_name(score));
        let suggested = plan.suggested.map(|suggested| grades(framework, suggested));
        rows.push(["recorded".to_owned(), recorded.to_owned()]);
        rows.push(["suggested".to_owned(), suggested.unwrap_or_else(|| "none".to_owned())]);
    }
    if !plan.counts.is_empty() {
        let counts = plan.counts.iter().map(|SeverityTotal { label, given, open, .. }| {
            let so_far = if *open > 0 { " so far" } else { "" };
            format!("{given} {label}{so_far}")
        });
        rows.push(["counted".to_owned(), counts.collect::<Vec<_>>().join(", ")]);
    }
    rows.push(["answered".to_owned(), answered(assessment.progress.total)]);
    output::table(out, &rows)?;
    if let Some(gate) = &plan.gate {
        writeln!(out, "  {}", gate.message)?;
    }
    writeln!(out)?;
    let columns = if is_graded { ["recorded", "suggested"] } else { ["met", "not met"] };
    let mut rows = vec![["section", columns[0], columns[1], "answered"].map(str::to_owned)];
    for section in &assessment.sections {
        let DescriptorStates { yes, partly, no, .. } = &section.descriptors;
        let [first, second] = if is_graded {
            [
                section.recorded.map_or("-".to_owned(), |score| score.to_string()),
                section.suggested.map_or("-".to_owned(), numbers),
            ]
        } else {
            [yes.len().to_string(), [no.as_slice(), partly].concat().join(" ")]
        };
        rows.push([section.id.to_owned(), first, second, answered(section.progress)]);
    }
    output::table(out, &rows)?;
    writeln!(out)?;
    for Finding { severity, rule, at, message, .. } in &assessment.findings {
        output::finding(out, *severity, rule, at, message)?;
    }
    if !assessment.findings.is_empty() {
        writeln!(out)?;
    }
    Ok(())
}

/// The names of the grades that are still possible.
fn grades(framework: &Framework, Interval { best, worst }: Interval) -> String {
    let name = |score| framework.grade_name(score);
    if best == worst { name(best).to_owned() } else { [name(best), " to ", name(worst)].concat() }
}

fn numbers(Interval { best, worst }: Interval) -> String {
    if best == worst { best.to_string() } else { format!("{best} to {worst}") }
}
