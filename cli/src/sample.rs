//! `sample`: the plans that are drawn for a sample.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, ValueEnum};
use csv::{Terminator, WriterBuilder};
use ehcp_qa_core::sample::{Draw, Sample, SampleMode, SamplePlan, Sampling, reason, sample};
use ehcp_qa_core::{Problem, ProblemKind};
use serde_json::json;

use crate::arguments::Inputs;
use crate::context::{Context, checked};
use crate::input::{self, Tally};
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, STRONG, field, plain};
use crate::place::without_mark;

/// Draw a sample of plans that anyone can draw again
///
/// Without --purpose the input is one request. With it the inputs list the plans, one a line: a reference, or
/// an object with reference, phase and `year_group`.
#[derive(Debug, Args)]
pub(crate) struct SampleArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// The purpose of the sample, such as `team_manager`, panel or strategic
    #[arg(long, value_name = "ID", requires = "period")]
    pub(crate) purpose: Option<String>,

    /// The period, such as 2024-autumn
    #[arg(long, requires = "purpose")]
    pub(crate) period: Option<String>,

    /// The share that is drawn, such as 1/5 [without it: the framework's]
    #[arg(long, value_name = "SHARE", requires = "purpose", conflicts_with = "quota")]
    pub(crate) rate: Option<Rate>,

    /// How many plans are drawn, from each phase where the purpose is by phase
    #[arg(long, value_name = "NUMBER", requires = "purpose")]
    pub(crate) quota: Option<u32>,

    /// A key: 32 hexadecimal digits [without it: the published one]
    #[arg(long, value_name = "DIGITS", requires = "purpose")]
    pub(crate) key: Option<String>,

    /// Explain why this plan is drawn or is not. With a rate of the framework or --rate no list is needed
    #[arg(long, value_name = "REFERENCE")]
    pub(crate) why: Option<String>,

    /// How to print
    #[arg(long, value_enum, default_value_t = SampleFormat::Human)]
    pub(crate) format: SampleFormat,
}

/// A share, written as 1/5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rate {
    pub(crate) of: u32,
    pub(crate) out_of: u32,
}

impl FromStr for Rate {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (of, out_of) = text.split_once('/').ok_or("a share is written as 1/5")?;
        let number = |part: &str| part.parse().map_err(|_| "a share has two whole numbers");
        Ok(Self { of: number(of)?, out_of: number(out_of)? })
    }
}

/// How a sample is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SampleFormat {
    Human,
    Json,
    Csv,
}

pub(crate) fn run(arguments: &SampleArguments, context: &Context) -> Result<Outcome, Failure> {
    let SampleArguments { inputs, purpose, why: asked, format, .. } = arguments;
    let draw = match purpose {
        None => checked(&request_file(inputs)?, |text| Draw::from_json(&context.framework, text))?,
        Some(purpose) => {
            let request = request(arguments, purpose);
            Draw::from_json(&context.framework, &request).map_err(|problems| misuse(&problems))?
        }
    };
    if let Some(reference) = asked {
        print_reason(*format, &draw, reference)?;
        return Ok(Outcome::Fine);
    }
    if purpose.is_none() {
        print(*format, &sample(&draw))?;
        return Ok(Outcome::Fine);
    }
    let mut sampling = Sampling::new(&draw);
    let tally = add_all(inputs, &mut sampling)?;
    print(*format, &sampling.finish())?;
    Ok(tally.report())
}

/// The one file that holds a request.
fn request_file(inputs: &Inputs) -> Result<PathBuf, Failure> {
    let paths = input::paths(inputs)?;
    let [path] = paths.as_slice() else {
        let message = "A request is one file: with --purpose, several files list plans.";
        return Err(Failure::Usage(message.to_owned()));
    };
    Ok(path.clone())
}

/// The request that the arguments make, without plans: they are added one by one.
fn request(arguments: &SampleArguments, purpose: &str) -> String {
    let SampleArguments { period, rate, quota, key, .. } = arguments;
    let mode = if quota.is_some() { SampleMode::Quota } else { SampleMode::Rate };
    let rate = rate.map(|Rate { of, out_of }| json!({"of": of, "out_of": out_of}));
    let request = json!({
        "purpose": purpose, "period": period, "mode": mode, "rate": rate, "quota": quota, "key": key, "plans": [],
    });
    request.to_string()
}

/// Problems of a request that the arguments made: its fields are called like them.
fn misuse(problems: &[Problem]) -> Failure {
    let sentence = |problem: &Problem| {
        let name = problem.pointer.split('/').nth(1).unwrap_or_default();
        format!("--{name}: {}", problem.kind)
    };
    let mut sentences: Vec<_> = problems.iter().map(sentence).collect();
    sentences.dedup();
    Failure::Usage(sentences.join(" "))
}

/// Adds the plans of all lines, each once.
fn add_all(inputs: &Inputs, sampling: &mut Sampling) -> Result<Tally, Failure> {
    let lines = Inputs { ndjson: true, paths: inputs.paths.clone() };
    let mut seen = BTreeSet::new();
    let check = |line: &str| {
        let line = without_mark(line).trim();
        let plan = if line.starts_with('{') {
            SamplePlan::from_json(line)?
        } else {
            SamplePlan { reference: line.to_owned(), phase: None, year_group: None }
        };
        if seen.contains(&plan.reference) {
            let kind = ProblemKind::Duplicate { what: "plan" };
            return Err(vec![Problem { pointer: "/reference".to_owned(), kind }]);
        }
        sampling.add(&plan)?;
        seen.insert(plan.reference);
        Ok(())
    };
    input::each(input::read(&lines)?, check, |_, ()| Ok(()))
}

fn print_reason(format: SampleFormat, draw: &Draw, reference: &str) -> Result<(), Failure> {
    let Some(reason) = reason(draw, reference) else {
        let message =
            "By quota a plan depends on the others: --why needs a request that has this plan.";
        return Err(Failure::Usage(message.to_owned()));
    };
    let mut out = output::standard(Audience::people_if(format == SampleFormat::Human));
    match format {
        SampleFormat::Human => writeln!(out, "{}", plain(&reason.message))?,
        SampleFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &reason)?;
            writeln!(out)?;
        }
        SampleFormat::Csv => {
            let message = "Why a plan is drawn is no table: --format can be human or json.";
            return Err(Failure::Usage(message.to_owned()));
        }
    }
    Ok(out.flush()?)
}

fn print(format: SampleFormat, sample: &Sample) -> Result<(), Failure> {
    let mut out = output::standard(Audience::people_if(format == SampleFormat::Human));
    match format {
        SampleFormat::Human => human(&mut out, sample)?,
        SampleFormat::Json => {
            serde_json::to_writer_pretty(&mut out, sample)?;
            writeln!(out)?;
        }
        SampleFormat::Csv => {
            let mut csv = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut out);
            csv.write_record(["reference", "phase", "hash"])?;
            for drawn in &sample.drawn {
                csv.write_record([
                    &field(&drawn.reference),
                    drawn.phase.unwrap_or_default(),
                    &drawn.hash,
                ])?;
            }
            csv.flush()?;
        }
    }
    Ok(out.flush()?)
}

fn human(out: &mut impl Write, sample: &Sample) -> io::Result<()> {
    let terms = &sample.terms;
    writeln!(out, "{STRONG}Sample for {}, {}{STRONG:#}", terms.name, terms.period)?;
    let manner = match (terms.rate, terms.quota) {
        (Some(rate), _) => format!("{} in {}, each plan decided separately", rate.of, rate.out_of),
        (None, quota) => format!("{} from each group", quota.unwrap_or_default()),
    };
    let origin = if terms.is_published_key { "published" } else { "given" };
    let rows =
        [["drawn".to_owned(), manner], ["key".to_owned(), format!("{} ({origin})", terms.key)]];
    output::table(out, &rows)?;
    writeln!(out)?;
    let mut rows = vec![["group", "plans", "drawn", "too few by"].map(str::to_owned)];
    for group in &sample.groups {
        let numbers = [group.plans, group.drawn, group.short_by].map(|number| number.to_string());
        let [plans, drawn, short_by] = numbers;
        rows.push([group.name.to_owned(), plans, drawn, short_by]);
    }
    output::table(out, &rows)?;
    writeln!(out)?;
    let mut rows = vec![["reference", "phase", "hash"].map(str::to_owned)];
    for drawn in &sample.drawn {
        let phase = drawn.phase.unwrap_or("-").to_owned();
        rows.push([plain(&drawn.reference), phase, drawn.hash.clone()]);
    }
    output::table(out, &rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_has_two_whole_numbers() {
        assert_eq!("1/5".parse(), Ok(Rate { of: 1, out_of: 5 }));
        for text in ["", "1", "/", "1/", "1/5/2", "-1/5", "0.2", "1 in 5"] {
            assert!(text.parse::<Rate>().is_err(), "{text}");
        }
    }
}
