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
            (None, None) => Framework::shropshire_2023(),
            (Some(framework), None) => Arc::new(framework),
            (framework, Some(messages)) => {
                let framework = framework.unwrap_or_else(Framework::built_in);
                Arc::new(framework.with_messages(messages))
            }
        };
        Ok(Self { framework })
    }
}

/// The lexicon and the weights that are named, or the built-in ones.
pub(crate) fn lexicon(known: &Known) -> Result<Arc<Lexicon>, Failure> {
    let weights = known.weights.as_deref().map(|file| checked(file, Weights::from_json));
    let weights = weights.transpose()?.map(Arc::new);
    let lexicon = known.lexicon.as_deref().map(|file| checked(file, Lexicon::from_json));
    Ok(match (lexicon.transpose()?, weights) {
        (Some(lexicon), Some(weights)) => Arc::new(lexicon.with_weights(weights)),
        (Some(lexicon), None) => Arc::new(lexicon),
        (None, Some(weights)) => Arc::new(Lexicon::built_in_with(weights)),
        (None, None) => Lexicon::built_in(),
    })
}

/// The failure of a command for which the framework in use lacks something.
pub(crate) fn lacking(problems: Vec<Problem>) -> Failure {
    let sentences: Vec<String> =
        problems.into_iter().map(|problem| problem.kind.to_string()).collect();
    Failure::Usage(sentences.join(" "))
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
