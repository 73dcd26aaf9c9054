//! The package of a Word file: what kind of file it is, and its parts, unpacked as they are asked for.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::xml::{Next, Xml};
use crate::plan::problem::{MOST_FILE_BYTES, MOST_UNPACKED_BYTES, PlanProblem};

/// The first bytes of an OLE container: a Word file of before 2007, or one under a password.
const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The stream in an OLE container that has a file under a password.
const ENCRYPTED_PACKAGE: &str = "EncryptedPackage";

/// How far from its start a PDF may have its mark.
const PDF_MARK_WITHIN: usize = 1024;

/// A package.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
}

/// A relation from a part to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    /// The last word of its type, such as `styles`.
    pub(super) kind: String,
    /// The name of the other part.
    pub(super) target: String,
}

impl<'b> Package<'b> {
    /// Opens a file.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, PlanProblem> {
        if bytes.len() > MOST_FILE_BYTES {
            return Err(PlanProblem::TooLarge);
        }
        if bytes.starts_with(&OLE) {
            return Err(if has_utf16(bytes, ENCRYPTED_PACKAGE) {
                PlanProblem::Encrypted
            } else {
                PlanProblem::OldWord
            });
        }
        if bytes.starts_with(b"{\\rtf") {
            return Err(PlanProblem::Rtf);
        }
        if !bytes.starts_with(b"PK") {
            let start = bytes.get(..PDF_MARK_WITHIN).unwrap_or(bytes);
            let is_pdf = start.windows(5).any(|window| window == b"%PDF-");
            return Err(if is_pdf { PlanProblem::Pdf } else { PlanProblem::NotWord });
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| PlanProblem::Damaged)?;
        Ok(Self { archive, left: MOST_UNPACKED_BYTES })
    }

    /// The text of a part; nothing where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, PlanProblem> {
        let Some(number) = self.archive.index_for_name(name) else { return Ok(None) };
        let file = self.archive.by_index(number).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                PlanProblem::Encrypted
            }
            _ => PlanProblem::Damaged,
        })?;
        // What the package says of the size is not relied on: the bytes are counted as they come.
        let mut bytes = Vec::new();
        let count = file.take(self.left + 1).read_to_end(&mut bytes);
        let count = count.map_err(|_| PlanProblem::Damaged)? as u64;
        self.left = self.left.checked_sub(count).ok_or(PlanProblem::ZipBomb)?;
        text(bytes).map(Some)
    }

    /// The relations of a part; those of the package for an empty name.
    pub(super) fn relations(&mut self, name: &str) -> Result<Vec<Relation>, PlanProblem> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let separator = if folder.is_empty() { "" } else { "/" };
        let Some(text) = self.part(&format!("{folder}{separator}_rels/{file}.rels"))? else {
            return Ok(Vec::new());
        };
        let mut relations = Vec::new();
        let mut xml = Xml::new(&text);
        loop {
            match xml.next()? {
                Next::Start(start) if start.name() == "Relationship" => {
                    if start.attribute("TargetMode").is_some_and(|mode| mode == "External") {
                        continue;
                    }
                    if let (Some(kind), Some(target)) =
                        (start.attribute("Type"), start.attribute("Target"))
                    {
                        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                        relations.push(Relation { kind, target: part_name(folder, &target) });
                    }
                }
                Next::Nothing => return Ok(relations),
                _ => {}
            }
        }
    }
}

/// The name of a part from the folder of the part that refers to it.
fn part_name(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

/// The text of a part, which is UTF-8 or UTF-16.
fn text(bytes: Vec<u8>) -> Result<String, PlanProblem> {
    let little = bytes.starts_with(&[0xFF, 0xFE]);
    if little || bytes.starts_with(&[0xFE, 0xFF]) {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units = pairs
            .iter()
            .skip(1)
            .map(|pair| if little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) });
        let text: Result<String, _> = char::decode_utf16(units).collect();
        return match text {
            // The declaration says UTF-16, which the text no longer is.
            Ok(text) if rest.is_empty() => Ok(text),
            _ => Err(PlanProblem::Damaged),
        };
    }
    let text = String::from_utf8(bytes).map_err(|_| PlanProblem::Damaged)?;
    Ok(match text.strip_prefix('\u{FEFF}') {
        Some(text) => text.to_owned(),
        None => text,
    })
}

/// Whether a text stands in some bytes as UTF-16.
fn has_utf16(bytes: &[u8], text: &str) -> bool {
    let wanted: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
