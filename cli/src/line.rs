//! `line`: reviews as score lines, and back.

use std::io::Write as _;

use clap::Args;
use ehcp_qa_core::{Review, from_line, to_line};

use crate::arguments::Inputs;
use crate::context::Context;
use crate::input;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience};

/// Write reviews as score lines, or restore reviews from them
#[derive(Debug, Args)]
pub(crate) struct LineArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// The inputs are score lines, one a line: print the review of each as NDJSON
    #[arg(long)]
    pub(crate) back: bool,
}

pub(crate) fn run(arguments: &LineArguments, context: &Context) -> Result<Outcome, Failure> {
    let LineArguments { inputs, back } = arguments;
    let framework = &context.framework;
    let mut out = output::standard(Audience::Programs);
    let tally = if *back {
        let lines = Inputs { ndjson: true, paths: inputs.paths.clone() };
        let check = |line: &str| from_line(framework, line).map_err(|problem| vec![problem]);
        input::each(input::read(&lines)?, check, |_, review| {
            serde_json::to_writer(&mut out, &review.record())?;
            Ok(writeln!(out)?)
        })?
    } else {
        let check = |text: &str| Review::from_json(framework, text);
        input::each(input::read(inputs)?, check, |_, review| {
            Ok(writeln!(out, "{}", to_line(&review))?)
        })?
    };
    out.flush()?;
    Ok(tally.report())
}
