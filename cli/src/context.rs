//! The framework and the lexicon in use.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ehcp_qa_core::summary::{MOST_SUMMARY_BYTES, Summary};
use ehcp_qa_core::wording::{Lexicon, Weights};
use ehcp_qa_core::{Framework, Messages, Problem};

use crate::arguments::{Global, Known};
use crate::fault::{Fault, faults};
use crate::input;
use crate::outcome::Failure;

/// The context in which subcommands run.
#[derive(Debug)]
pub(crate) struct Context {
    /// The framework in use.
    pub(crate) framework: Arc<Framework>,
}

impl Context {
    /// Reads and checks the framework that is named, or takes the built-in one.
    pub(crate) fn new(global: &Global) -> Result<Self, Failure> {
        let read = |file: &PathBuf| checked(file, Framework::from_json);
        let framework = global.framework.as_ref().map(read).transpose()?;
        let messages = global.messages.as_ref().map(|file| checked(file, Messages::from_json));
        let framework = match (framework, messages.transpose()?) {
            (None, None) => Framework::built_in(),
            (Some(framework), None) => Arc::new(framework),
            (framework, Some(messages)) => {
                let framework = framework.unwrap_or_else(Framework::read_built_in);
                Arc::new(framework.with_messages(messages))
            }
        };
        Ok(Self { framework })
    }
}

/// The lexicon and the weights that are named, or the built-in ones, said as the framework in use is.
pub(crate) fn lexicon(framework: &Framework, known: &Known) -> Result<Arc<Lexicon>, Failure> {
    let weights = known.weights.as_deref();
    let weights = weights.map(|file| checked_by(framework, file, Weights::from_json));
    let weights = weights.transpose()?.map(Arc::new);
    let lexicon = known.lexicon.as_deref();
    let lexicon = lexicon.map(|file| checked_by(framework, file, Lexicon::from_json));
    let said = |lexicon: Lexicon| Arc::new(lexicon.said_as(framework));
    Ok(match (lexicon.transpose()?, weights) {
        (Some(lexicon), Some(weights)) => said(lexicon.with_weights(weights)),
        (Some(lexicon), None) => said(lexicon),
        (None, Some(weights)) => said(Lexicon::built_in_with(weights)),
        (None, None) => Lexicon::built_in_said_as(framework),
    })
}

/// The failure of a command for which the framework in use lacks something.
pub(crate) fn lacking(problems: Vec<Problem>) -> Failure {
    let sentences: Vec<String> =
        problems.into_iter().map(|problem| problem.kind.to_string()).collect();
    Failure::Usage(sentences.join(" "))
}

/// Reads one document of which the problems are said as the framework in use says them.
pub(crate) fn checked_by<T>(
    framework: &Framework,
    file: &Path,
    check: impl Fn(&str) -> Result<T, Vec<Problem>>,
) -> Result<T, Failure> {
    checked(file, |text| check(text).map_err(|problems| framework.reworded(problems)))
}

/// Reads one document on which the rest depends.
pub(crate) fn checked<T>(
    file: &Path,
    check: impl Fn(&str) -> Result<T, Vec<Problem>>,
) -> Result<T, Failure> {
    read(input::one(file), check)
}

/// Reads a summary, which may be larger than other documents.
pub(crate) fn summary(file: &Path, framework: &Framework) -> Result<Summary, Failure> {
    read(input::one_up_to(file, MOST_SUMMARY_BYTES), |text| Summary::from_json(framework, text))
}

fn read<T>(
    record: input::Record,
    check: impl Fn(&str) -> Result<T, Vec<Problem>>,
) -> Result<T, Failure> {
    let stop = |fault: Fault| Failure::Faults(vec![fault]);
    let text = record.text.map_err(stop)?;
    check(&text).map_err(|problems| Failure::Faults(faults(&record.source, &text, &problems)))
}
