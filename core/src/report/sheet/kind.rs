//! What a file is that is no spreadsheet that can be read.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::problem::SheetProblem;

/// The first bytes of an OLE container: a file of Office before 2007, or one under a password.
const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The stream in an OLE container that has a file under a password, and that of a document of Word.
const ENCRYPTED: &str = "EncryptedPackage";
const OLD_WORD: &str = "WordDocument";

const PACKAGE: &[u8] = b"PK\x03\x04";

/// How far from its start a PDF may have its mark.
const PDF_MARK_WITHIN: usize = 1024;

/// The longest name of a format that is read, in bytes.
const LONGEST_FORMAT: u64 = 100;

/// Parts of a package by which its kind is known.
const PARTS: [(&str, &str); 3] = [
    ("xl/workbook.bin", "a workbook in the binary format of Excel (.xlsb)"),
    ("word/document.xml", "a Word document"),
    ("ppt/presentation.xml", "a presentation"),
];

/// Formats of a package that names its own.
const FORMATS: [(&str, &str); 2] = [
    (
        "application/vnd.oasis.opendocument.spreadsheet",
        "a spreadsheet in the format of LibreOffice (.ods)",
    ),
    ("application/vnd.oasis.opendocument.", "a document in a format of LibreOffice"),
];

/// How a file is read.
pub(super) enum FileKind {
    /// As a workbook.
    Workbook,
    /// As a table with separators.
    Table,
}

/// How a file is read, by its bytes and not by its name.
pub(super) fn kind(bytes: &[u8]) -> Result<FileKind, SheetProblem> {
    if bytes.starts_with(&OLE) {
        return Err(if has(bytes, ENCRYPTED) {
            SheetProblem::Locked {}
        } else if has(bytes, OLD_WORD) {
            other("a Word document of before 2007 (.doc)")
        } else {
            other("a workbook in the format of Excel before 2007 (.xls)")
        });
    }
    if bytes.starts_with(PACKAGE) {
        return match of_package(bytes) {
            Some(what) => Err(other(what)),
            None => Ok(FileKind::Workbook),
        };
    }
    let start = bytes.get(..PDF_MARK_WITHIN).unwrap_or(bytes);
    if start.windows(5).any(|window| window == b"%PDF-") {
        return Err(other("a PDF"));
    }
    // Programs save pages under the name of a workbook.
    let begins = start.trim_ascii_start().strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    match begins.trim_ascii_start().first() {
        Some(b'<') => Err(other("a web page or XML")),
        Some(b'{' | b'[') => Err(other("JSON")),
        _ => Ok(FileKind::Table),
    }
}

fn other(what: &'static str) -> SheetProblem {
    SheetProblem::OtherFile { what }
}

/// Whether an OLE container has a stream: its names are in UTF-16.
fn has(bytes: &[u8], stream: &str) -> bool {
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// What a package is that is no workbook; nothing for one that may be.
fn of_package(bytes: &[u8]) -> Option<&'static str> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let part = PARTS.iter().find(|(part, _)| archive.index_for_name(part).is_some());
    if let Some((_, what)) = part {
        return Some(what);
    }
    let mut format = String::new();
    archive.by_name("mimetype").ok()?.take(LONGEST_FORMAT).read_to_string(&mut format).ok()?;
    FORMATS.iter().find(|(known, _)| format.starts_with(known)).map(|(_, what)| *what)
}
