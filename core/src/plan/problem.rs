//! What keeps a file from being read as a plan.

use crate::document::ProblemKind;
use crate::document::problem::RoomProblem;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum PlanProblem {
    /// The file is over 20 MB.
    #[error(
        "The file is larger than 20 MB, the most that is read. Pictures in it can be compressed in Word."
    )]
    TooLarge,
    /// The package unpacks to more than 200 MB.
    #[error("The file unpacks to more than 200 MB, far more than a plan has, so it is not opened.")]
    ZipBomb,
    /// There are over 100,000 paragraphs and rows, or over a million runs, cells, tabs and breaks.
    #[error(
        "The file has more paragraphs, table rows or pieces of text than are read: 100,000, and 1,000,000 pieces."
    )]
    TooManyBlocks,
    /// Tables and boxes stand in one another too deeply.
    #[error("The file has tables or boxes inside one another on more levels than are read.")]
    TooDeep,
    /// A password protects the file.
    #[error(
        "The file is protected by a password. Save a copy without the password in Word and open that."
    )]
    Encrypted,
    /// The file has the format of Word before 2007.
    #[error(
        "This is a .doc file, the format of Word before 2007. Save it as a Word document (.docx) and open that."
    )]
    OldWord,
    /// The file is a PDF.
    #[error(
        "This is a PDF, which does not keep sections and tables. Open the Word document it was made from."
    )]
    Pdf,
    /// The file is in Rich Text Format.
    #[error("This is a Rich Text (.rtf) file. Save it as a Word document (.docx) and open that.")]
    Rtf,
    /// The file is a workbook of Excel.
    #[error("This is a spreadsheet and not a Word document (.docx).")]
    Spreadsheet,
    /// The file is of another kind.
    #[error("This is not a Word document (.docx).")]
    NotWord,
    /// The file is incomplete or its parts contradict each other.
    #[error("The file is damaged. Open it in Word, save it again and open the new file.")]
    Damaged,
    /// There are more comments than Word opens a file with.
    #[error("With these comments the file has more than Word opens: 32,767.")]
    TooManyComments,
    /// A comment is about words that the file does not have.
    #[error(
        "Comment {comment} is about words that this file does not have. Read the file again, and make the comments anew."
    )]
    NoSuchPlace {
        /// The number of the comment, from 1.
        comment: u32,
    },
}

impl PlanProblem {
    /// The code that a program can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::ZipBomb => "zip_bomb",
            Self::TooManyBlocks => "too_many_blocks",
            Self::TooDeep => "too_deep",
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
}

impl From<PlanProblem> for ProblemKind {
    fn from(problem: PlanProblem) -> Self {
        let (code, template) = (problem.code(), problem.to_string().into());
        Self::OfRoom(Box::new(RoomProblem {
            code,
            params: Vec::new(),
            template,
            parts: Vec::new(),
        }))
    }
}
