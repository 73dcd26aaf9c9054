//! The package of a Word file: what kind of file it is, and its parts, unpacked as they are asked for.

use std::ops::Range;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipFileHeaderRecord, ZipSliceArchive};

use super::xml::{Next, Xml};
use crate::document::map::TextMap;
use crate::document::table::{Table, number};
use crate::plan::problem::{MOST_FILE_BYTES, MOST_UNPACKED_BYTES, PlanProblem};
use crate::text::package::CHECKSUM;

/// The first bytes of an OLE container: a Word file of before 2007, or one under a password.
const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The stream in an OLE container that has a file under a password.
const ENCRYPTED_PACKAGE: &str = "EncryptedPackage";

/// The stream in an OLE container that has a workbook of before 2007.
const OLD_WORKBOOK: &str = "Workbook";

/// How far from its start a PDF may have its mark.
const PDF_MARK_WITHIN: usize = 1024;

number! {
    /// The number of a part in the directory of a package.
    pub(super) struct EntryNumber;
}

/// A package.
pub(super) struct Package<'b> {
    pub(super) bytes: &'b [u8],
    archive: ZipSliceArchive<&'b [u8]>,
    pub(super) entries: Table<EntryNumber, Entry>,
    /// The numbers of the entries by their names. Of two with one name, the later one counts.
    numbers: TextMap<EntryNumber>,
    /// How many bytes may still be unpacked.
    left: usize,
}

/// A part as the directory of the package has it.
pub(super) struct Entry {
    pub(super) name: String,
    /// The bytes of its record in the directory.
    pub(super) record: Range<usize>,
    /// Where its header and its packed bytes start.
    pub(super) start: usize,
    /// Where its packed bytes are.
    pub(super) packed: Range<usize>,
    method: CompressionMethod,
    is_encrypted: bool,
    checksum: u32,
}

/// The text of a part, and how it was written.
pub(super) struct Part {
    pub(super) text: String,
    encoding: Encoding,
}

/// How the text of a part is written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    /// With a byte order mark.
    MarkedUtf8,
    Utf16Little,
    Utf16Big,
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
            } else if has_utf16(bytes, OLD_WORKBOOK) {
                PlanProblem::Spreadsheet
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
        let archive = ZipArchive::from_slice(bytes).map_err(|_| PlanProblem::Damaged)?;
        let mut entries = Table::default();
        let mut records = archive.entries();
        while let Some(record) = records.next_entry().map_err(|_| PlanProblem::Damaged)? {
            entries.push(Entry::of(&archive, &record).ok_or(PlanProblem::Damaged)?);
        }
        let mut numbers = TextMap::default();
        for (number, entry) in entries.iter() {
            numbers.insert(&entry.name, number);
        }
        let left = usize::try_from(MOST_UNPACKED_BYTES).unwrap_or(usize::MAX);
        Ok(Self { bytes, archive, entries, numbers, left })
    }

    /// Where the directory of the package starts.
    pub(super) fn directory_start(&self) -> usize {
        usize::try_from(self.archive.directory_offset()).unwrap_or(usize::MAX)
    }

    /// The number of a part among the entries.
    pub(super) fn number(&self, name: &str) -> Option<EntryNumber> {
        self.numbers.get(name).copied()
    }

    /// The text of a part; nothing where there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, PlanProblem> {
        Ok(self.part(name)?.map(|part| part.text))
    }

    /// A part that has text; nothing where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part>, PlanProblem> {
        let Some(number) = self.number(name) else { return Ok(None) };
        let entry = &self.entries[number];
        if entry.is_encrypted {
            return Err(PlanProblem::Encrypted);
        }
        let packed = self.bytes.get(entry.packed.clone()).ok_or(PlanProblem::Damaged)?;
        // What the package says of the size is not relied on: the bytes are counted as they come.
        let bytes =
            match entry.method {
                CompressionMethod::STORE => packed.to_vec(),
                CompressionMethod::DEFLATE => decompress_to_vec_with_limit(packed, self.left)
                    .map_err(|error| match error.status {
                        TINFLStatus::HasMoreOutput => PlanProblem::ZipBomb,
                        _ => PlanProblem::Damaged,
                    })?,
                _ => return Err(PlanProblem::Damaged),
            };
        self.left = self.left.checked_sub(bytes.len()).ok_or(PlanProblem::ZipBomb)?;
        if CHECKSUM.checksum(&bytes) != entry.checksum {
            return Err(PlanProblem::Damaged);
        }
        Part::read(bytes).map(Some)
    }

    /// The relations of a part; those of the package for an empty name.
    pub(super) fn relations(&mut self, name: &str) -> Result<Vec<Relation>, PlanProblem> {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let Some(text) = self.text(&relations_of(name))? else { return Ok(Vec::new()) };
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

impl Entry {
    fn of(archive: &ZipSliceArchive<&[u8]>, record: &ZipFileHeaderRecord) -> Option<Self> {
        let start = usize::try_from(record.central_directory_offset()).ok()?;
        let found = archive.get_entry(record.wayfinder()).ok()?;
        let (packed_start, packed_end) = found.compressed_data_range();
        // Three lengths of two bytes, from byte 28 on, of what comes behind the record's 46 bytes.
        let lengths = archive.get_ref().get(start..)?.get(28..34)?.as_chunks::<2>().0.iter();
        let behind: usize = lengths.map(|length| usize::from(u16::from_le_bytes(*length))).sum();
        Some(Self {
            name: String::from_utf8_lossy(record.file_path().as_bytes()).into_owned(),
            record: start..start + 46 + behind,
            start: usize::try_from(record.local_header_offset()).ok()?,
            packed: usize::try_from(packed_start).ok()?..usize::try_from(packed_end).ok()?,
            method: record.compression_method(),
            is_encrypted: record.flags().is_encrypted(),
            checksum: record.crc32(),
        })
    }
}

impl Part {
    /// Reads bytes, which are UTF-8 or UTF-16.
    fn read(bytes: Vec<u8>) -> Result<Self, PlanProblem> {
        let encoding = match bytes.as_slice() {
            [0xFF, 0xFE, ..] => Encoding::Utf16Little,
            [0xFE, 0xFF, ..] => Encoding::Utf16Big,
            [0xEF, 0xBB, 0xBF, ..] => Encoding::MarkedUtf8,
            _ => Encoding::Utf8,
        };
        let text = match encoding {
            Encoding::Utf8 => String::from_utf8(bytes).map_err(|_| PlanProblem::Damaged)?,
            Encoding::MarkedUtf8 => {
                let text = str::from_utf8(&bytes).map_err(|_| PlanProblem::Damaged)?;
                text.trim_start_matches('\u{FEFF}').to_owned()
            }
            Encoding::Utf16Little | Encoding::Utf16Big => {
                let (pairs, rest) = bytes.as_chunks::<2>();
                let units = pairs.iter().skip(1).map(|pair| match encoding {
                    Encoding::Utf16Little => u16::from_le_bytes(*pair),
                    _ => u16::from_be_bytes(*pair),
                });
                let text: Result<String, _> = char::decode_utf16(units).collect();
                // The declaration says UTF-16, which the text no longer is.
                text.ok().filter(|_| rest.is_empty()).ok_or(PlanProblem::Damaged)?
            }
        };
        Ok(Self { text, encoding })
    }

    /// A text in the encoding of this part.
    pub(super) fn encode(&self, text: String) -> Vec<u8> {
        match self.encoding {
            Encoding::Utf8 => text.into_bytes(),
            Encoding::MarkedUtf8 => ["\u{FEFF}", &text].concat().into_bytes(),
            Encoding::Utf16Little | Encoding::Utf16Big => {
                let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
                let bytes = units.flat_map(|unit| match self.encoding {
                    Encoding::Utf16Little => unit.to_le_bytes(),
                    _ => unit.to_be_bytes(),
                });
                bytes.collect()
            }
        }
    }
}

/// The name of the part that has the relations of a part; those of the package for an empty name.
pub(super) fn relations_of(name: &str) -> String {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let separator = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{separator}_rels/{file}.rels")
}

/// Whether a text stands in some bytes as UTF-16.
fn has_utf16(bytes: &[u8], text: &str) -> bool {
    let wanted: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
