//! What keeps a file from being read as a plan.

use std::fmt::{self, Display};

use crate::document::ProblemKind;
use crate::document::problem::{Parts, RoomProblem, sentence, template};

/// The most bytes of a file.
pub const MOST_FILE_BYTES: usize = 20_000_000;

/// The most bytes that the parts of a file unpack to, in all.
pub const MOST_UNPACKED_BYTES: u64 = 200_000_000;

/// The most paragraphs and table rows of a plan.
pub const MOST_BLOCKS: usize = 100_000;

/// The most comments with a stretch of text that Word opens a file with.
pub const MOST_COMMENT_STRETCHES: usize = 32_767;

/// Why a file cannot be read as a plan, or written. `Display` is the sentence for people; it repeats nothing of
/// the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PlanProblem {
    /// The file is over 20 MB.
    TooLarge,
    /// The package unpacks to more than 200 MB.
    ZipBomb,
    /// There are over 100,000 paragraphs and rows, or over a million runs, cells, tabs and breaks.
    TooManyBlocks,
    /// Tables and boxes stand in one another too deeply.
    TooDeep,
    /// A password protects the file.
    Encrypted,
    /// The file has the format of Word before 2007.
    OldWord,
    /// The file is a PDF.
    Pdf,
    /// The file is in Rich Text Format.
    Rtf,
    /// The file is a workbook of Excel.
    Spreadsheet,
    /// The file is of another kind.
    NotWord,
    /// The file is incomplete or its parts contradict each other.
    Damaged,
    /// There are more comments than Word opens a file with.
    TooManyComments,
    /// A comment is about words that the file does not have.
    NoSuchPlace {
        /// The number of the comment, from 1.
        comment: u32,
    },
}

/// The code of each, and the template of its sentence, which the catalogue has under the code.
macro_rules! coded {
    ($self:ident: $($problem:pat => $code:tt,)*) => {
        match $self { $( $problem => ($code, template!($code)), )* }
    };
}

impl PlanProblem {
    /// The code that a program can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.coded().0
    }

    const fn coded(self) -> (&'static str, &'static str) {
        coded! { self:
            Self::TooLarge => "file_too_large",
            Self::ZipBomb => "zip_bomb",
            Self::TooManyBlocks => "too_many_blocks",
            Self::TooDeep => "file_too_deep",
            Self::Encrypted => "encrypted",
            Self::OldWord => "old_word",
            Self::Pdf => "pdf",
            Self::Rtf => "rtf",
            Self::Spreadsheet => "spreadsheet",
            Self::NotWord => "not_word",
            Self::Damaged => "damaged",
            Self::TooManyComments => "too_many_comments",
            Self::NoSuchPlace { .. } => "no_such_place",
        }
    }

    fn params(self) -> Parts {
        match self {
            Self::NoSuchPlace { comment } => vec![("comment", i64::from(comment).into())],
            _ => Vec::new(),
        }
    }
}

impl Display for PlanProblem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&sentence(self.coded().1, Vec::new(), self.params()))
    }
}

impl std::error::Error for PlanProblem {}

impl From<PlanProblem> for ProblemKind {
    fn from(problem: PlanProblem) -> Self {
        let (code, template) = problem.coded();
        Self::OfRoom(Box::new(RoomProblem {
            code,
            params: problem.params(),
            template: template.into(),
            parts: Vec::new(),
        }))
    }
}
