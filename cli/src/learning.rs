//! `learning`: the form that sums up what was learnt at Level 5.

use std::io::Write as _;

use ehcp_qa_core::learning::{Learning, draft, to_html, to_markdown};
use ehcp_qa_core::summary::{Summary, report};

use crate::arguments::{FormFormat, LearningArguments};
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
    let mut out = output::standard();
    match format {
        FormFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &form)?;
            writeln!(out)?;
        }
        FormFormat::Markdown => out.write_all(to_markdown(framework, &form).as_bytes())?,
        FormFormat::Html => out.write_all(to_html(framework, &form).as_bytes())?,
    }
    out.flush()?;
    Ok(Outcome::Fine)
}
