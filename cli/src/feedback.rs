//! `feedback`: the feedback form of a plan.

use ehcp_qa_core::Review;
use ehcp_qa_core::form::{Feedback, SectionText, check, feedback_from, to_html, to_markdown};

use crate::arguments::FeedbackArguments;
use crate::context::{self, Context, checked};
use crate::outcome::{Failure, Outcome};
use crate::output;
use crate::texts::Texts;

pub(crate) fn run(arguments: &FeedbackArguments, context: &Context) -> Result<Outcome, Failure> {
    let framework = &context.framework;
    let form = if arguments.form {
        checked(&arguments.file, |text| Feedback::from_json(framework, text))?
    } else {
        draft(arguments, context)?
    };
    output::form(arguments.format, framework, &form, to_markdown, to_html)?;
    // The form is what is printed; what does not fit together on it is told beside it.
    let findings = check(framework, &form).findings;
    for finding in &findings {
        let mut told = anstream::stderr().lock();
        let (rule, at) = (finding.rule.word(), finding.at);
        // As with everything beside the output, nobody can be told where it is closed.
        let _ = output::finding(&mut told, finding.severity, rule, at, &finding.message);
    }
    Ok(Outcome::found(findings.iter().any(|finding| arguments.deny.counts(finding.severity))))
}

fn draft(arguments: &FeedbackArguments, context: &Context) -> Result<Feedback, Failure> {
    let framework = &context.framework;
    if arguments.texts.as_ref() == Some(&arguments.file) {
        let message = "The review and the texts cannot both be read from one file.";
        return Err(Failure::Usage(message.to_owned()));
    }
    let review = checked(&arguments.file, |text| Review::from_json(framework, text))?;
    let Some(texts) = &arguments.texts else { return Ok(feedback_from(&review, &[])) };
    let mut texts = checked(texts, |text| Texts::from_json(framework, text))?;
    arguments.known.complete(&mut texts.context);
    let lexicon = context::lexicon(arguments.known.lexicon.as_deref())?;
    let lints = texts.lint(&lexicon);
    let found = texts.sections.iter().zip(&lints);
    let found = found.map(|((section, text), lint)| SectionText { section, text, lint });
    Ok(feedback_from(&review, &found.collect::<Vec<_>>()))
}
