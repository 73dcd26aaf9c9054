//! `learning`: the form that sums up what was learnt at Level 5.

use ehcp_qa_core::learning::{Learning, draft, to_html, to_markdown};
use ehcp_qa_core::summary::{Summary, report};

use crate::arguments::LearningArguments;
use crate::context::{Context, checked};
use crate::outcome::{Failure, Outcome};
use crate::output;

pub(crate) fn run(arguments: &LearningArguments, context: &Context) -> Result<Outcome, Failure> {
    let LearningArguments { file, form, hidden_below, format } = arguments;
    let framework = &context.framework;
    let form = if *form {
        checked(file, |text| Learning::from_json(framework, text))?
    } else {
        let summary = checked(file, |text| Summary::from_json(framework, text))?;
        draft(framework, &report(framework, &summary, *hidden_below))
    };
    output::form(*format, framework, &form, to_markdown, to_html)?;
    Ok(Outcome::Fine)
}
