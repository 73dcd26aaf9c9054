//! How a run ends, and the exit codes.

use std::io;

use crate::fault::Fault;
use crate::output;

/// The exit code for arguments that do not fit.
pub(crate) const BAD_USAGE: u8 = 3;

/// The result of a run. Where two apply, it is the later one here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// There is nothing to report.
    Fine,
    /// There are findings of the kind that `--deny` names.
    Findings,
    /// An input could not be used. The others were.
    BadInput,
}

impl Outcome {
    /// Findings, if there are any that count.
    pub(crate) fn found(any: bool) -> Self {
        if any { Self::Findings } else { Self::Fine }
    }

    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::BadInput => 2,
        }
    }
}

/// Why a run ended before its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The arguments do not fit together.
    #[error("{0}")]
    Usage(String),
    /// A document on which the others depend, such as the framework, has problems.
    #[error("{} problems", .0.len())]
    Faults(Vec<Fault>),
    /// The output cannot be written.
    #[error("The output cannot be written: {0}.")]
    Output(#[from] io::Error),
    /// The reader of the output closed it, and until then this was found.
    #[error("The reader closed the output.")]
    Closed(Outcome),
}

impl Failure {
    /// The failure of a run that has found something before it.
    pub(crate) fn after(self, outcome: Outcome) -> Self {
        match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                Self::Closed(outcome)
            }
            Self::Closed(found) => Self::Closed(found.max(outcome)),
            failure => failure,
        }
    }

    /// Reports the reason, and returns the exit code. A reader may close the output at any time: that is not a failure,
    /// and does not hide what was found.
    pub(crate) fn report(&self) -> u8 {
        match self {
            Self::Usage(_) => {
                output::error(&self.to_string());
                BAD_USAGE
            }
            Self::Faults(faults) => {
                output::faults(faults);
                Outcome::BadInput.code()
            }
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                Outcome::Fine.code()
            }
            Self::Closed(outcome) => outcome.code(),
            Self::Output(_) => {
                output::error(&self.to_string());
                Outcome::BadInput.code()
            }
        }
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Self {
        Self::Output(error.into())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}
