//! `feedback`: the feedback form of a plan.

use std::path::PathBuf;

use clap::Args;
use ehcp_qa_core::Review;
use ehcp_qa_core::form::{Feedback, SectionText, check, feedback_from, to_html, to_markdown};

use crate::arguments::{Deny, FormFormat, Known};
use crate::context::{self, Context, checked};
use crate::outcome::{Failure, Outcome};
use crate::output;
use crate::texts::Texts;

/// Draft the feedback form of a plan from its review, or print a form that was edited
#[derive(Debug, Args)]
pub(crate) struct FeedbackArguments {
    /// The review, or with --form the form; - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The file is a form, and not a review: it is checked and printed
    #[arg(long, conflicts_with_all = ["texts", "stage", "year_group", "lexicon", "weights"])]
    pub(crate) form: bool,

    /// The texts of the plan's sections, as lint reads them: findings there become comments
    #[arg(long, value_name = "FILE")]
    pub(crate) texts: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) known: Known,

    /// How to print
    #[arg(long, value_enum, default_value_t = FormFormat::Markdown)]
    pub(crate) format: FormFormat,

    #[command(flatten)]
    pub(crate) deny: Deny,
}

pub(crate) fn run(arguments: &FeedbackArguments, context: &Context) -> Result<Outcome, Failure> {
    let framework = &context.framework;
    let form = if arguments.form {
        checked(&arguments.file, |text| Feedback::from_json(framework, text))?
    } else {
        draft(arguments, context)?
    };
    output::form(arguments.format, framework, &form, to_markdown, to_html)?;
    // The form goes to standard output, and findings about it to standard error.
    let findings = check(framework, &form).findings;
    for finding in &findings {
        let mut err = anstream::stderr().lock();
        let (rule, at) = (finding.rule.word(), finding.at);
        // Where standard error is closed, the findings are dropped.
        let _ = output::finding(&mut err, finding.severity, rule, at, &finding.message);
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
    let Some(texts) = &arguments.texts else {
        return feedback_from(&review, &[]).map_err(context::lacking);
    };
    let mut texts = checked(texts, |text| Texts::from_json(framework, text))?;
    arguments.known.complete(&mut texts.context);
    let lexicon = context::lexicon(framework, &arguments.known)?;
    let lints = texts.lint(&lexicon);
    let found = texts.sections.iter().zip(&lints);
    let found = found.map(|((section, text), lint)| SectionText { section, text, lint });
    feedback_from(&review, &found.collect::<Vec<_>>()).map_err(context::lacking)
}
