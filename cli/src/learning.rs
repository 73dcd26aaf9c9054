//! `learning`: the form that sums up what was learnt at Level 5.

use std::path::PathBuf;

use clap::Args;
use ehcp_qa_core::learning::{Learning, carried, draft, to_html, to_markdown};
use ehcp_qa_core::summary::{HiddenBelow, report};

use crate::arguments::{FormFormat, threshold};
use crate::context::{self, Context, checked, lacking};
use crate::outcome::{Failure, Outcome};
use crate::output;

/// Draft the summary of learning from counts, or print one that was edited
///
/// The counts are one part, as `summarise --partial` or `merge --partial` writes it. People write what was
/// learnt and what is to be done: a draft leaves both empty.
#[derive(Debug, Args)]
pub(crate) struct LearningArguments {
    /// The counts, or with --form the form; - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The file is a form, and not counts: it is checked and printed
    #[arg(long, conflicts_with = "hidden_below")]
    pub(crate) form: bool,

    /// The form of the session before: its open actions are carried over, to say what became of them
    #[arg(long, value_name = "FILE", conflicts_with = "form")]
    pub(crate) previous: Option<PathBuf>,

    /// Hide counts from 1 to below this one (2 or more), and those they could be worked out from; none shows all
    #[arg(long, value_name = "NUMBER", value_parser = threshold, default_value_t = HiddenBelow::USUAL)]
    pub(crate) hidden_below: HiddenBelow,

    /// How to print
    #[arg(long, value_enum, default_value_t = FormFormat::Markdown)]
    pub(crate) format: FormFormat,
}

pub(crate) fn run(arguments: &LearningArguments, context: &Context) -> Result<Outcome, Failure> {
    let LearningArguments { file, form, previous, hidden_below, format } = arguments;
    let framework = &context.framework;
    let form = if *form {
        checked(file, |text| Learning::from_json(framework, text))?
    } else {
        let summary = context::summary(file, framework)?;
        let report = report(framework, &summary, *hidden_below);
        let mut form = draft(framework, &report).map_err(lacking)?;
        if let Some(previous) = previous {
            let read = |text: &str| carried(&Learning::from_json(framework, text)?);
            form.earlier = Some(checked(previous, read)?);
        }
        form
    };
    output::form(*format, framework, &form, to_markdown, to_html)?;
    Ok(Outcome::Fine)
}
