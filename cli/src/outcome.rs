//! How a run ends, and the exit codes.

use std::io;

use crate::fault::Fault;
use crate::output;

/// The exit code for arguments that do not fit.
pub(crate) const BAD_USAGE: u8 = 3;

/// What a run came to. The later of two weighs more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// Nothing is to be said.
    Fine,
    /// There are findings of the kind that `--deny` names.
    Findings,
    /// Something that was given could not be used. All else was.
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
    /// What everything else depends on is at fault, such as the framework.
    #[error("{} problems", .0.len())]
    Faults(Vec<Fault>),
    /// The output cannot be written.
    #[error("The output cannot be written: {0}.")]
    Output(#[from] io::Error),
}

impl Failure {
    /// Tells why, and the exit code. Whoever reads the output may stop at any time: that is no failure.
    pub(crate) fn tell(&self) -> u8 {
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
