//! `row`: the header of feedback forms as rows of a spreadsheet.

use clap::Args;
use csv::{Terminator, WriterBuilder};
use ehcp_qa_core::form::{Feedback, feedback_from, header_row};
use ehcp_qa_core::{Problem, Review};

use crate::arguments::Inputs;
use crate::context::Context;
use crate::input;
use crate::kind::Kind;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, field};

/// Write the header of the feedback form as one row of CSV, to append to a spreadsheet of ratings
///
/// The framework has the score of each draft added to a spreadsheet. A row has the fields of the form's header in its
/// printed order, from reviews or from forms that were filled in.
#[derive(Debug, Args)]
pub(crate) struct RowArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// Write the headings first
    #[arg(long)]
    pub(crate) header: bool,
}

pub(crate) fn run(arguments: &RowArguments, context: &Context) -> Result<Outcome, Failure> {
    let RowArguments { inputs, header } = arguments;
    let framework = &context.framework;
    let mut csv = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(output::standard(Audience::Programs));
    if *header {
        let empty = feedback_from(&Review::new(framework.clone()), &[]);
        let empty = empty.map_err(crate::context::lacking)?;
        csv.write_record(header_row(framework, &empty).iter().map(|cell| field(&cell.heading)))?;
    }
    let form = |text: &str| -> Result<Feedback, Vec<Problem>> {
        if Kind::of(text) == Some(Kind::Feedback) {
            return Feedback::from_json(framework, text);
        }
        feedback_from(&Review::from_json(framework, text)?, &[])
    };
    let tally = input::each(input::read(inputs)?, form, |_, form| {
        Ok(csv.write_record(header_row(framework, &form).iter().map(|cell| field(&cell.value)))?)
    })?;
    csv.flush()?;
    Ok(tally.report())
}
