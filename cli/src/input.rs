//! Input: files, directories, NDJSON and standard input, record by record.
//!
//! A record that cannot be read or used is reported with its place and counted, and reading goes on.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, IsTerminal as _, Read as _};
use std::iter;
use std::path::{Path, PathBuf};

use ehcp_qa_core::{MOST_BYTES, Problem, ProblemKind};
use indicatif::{ProgressBar, ProgressDrawTarget};
use serde::de::IgnoredAny;
use walkdir::WalkDir;

use crate::arguments::Inputs;
use crate::fault::{Fault, Source, faults};
use crate::outcome::{Failure, Outcome};
use crate::output;

/// The input size, in bytes, from which progress is shown. Reading so much takes some seconds.
const MANY_BYTES: u64 = 20_000_000;

/// One byte more than a document of so many bytes may have with a byte order mark: enough to refuse it.
const fn too_many(most: usize) -> usize {
    most + 4
}

/// The bytes that are skipped to the end of a line that is too long. What has no end of lines ends there.
const MOST_SKIPPED: u64 = 1 << 28;

/// The bytes of one read.
const PIECE: usize = 1 << 16;

/// A document as it was read: a file, or a line of NDJSON.
#[derive(Debug)]
pub(crate) struct Record {
    /// Its source.
    pub(crate) source: Source,
    /// Its text, or the fault for which there is none.
    pub(crate) text: Result<String, Fault>,
}

/// How many records were read, and how many could not be used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// The number of records, bad ones included.
    pub(crate) records: usize,
    /// The number that could not be used.
    pub(crate) bad: usize,
    /// Whether one document was asked for.
    pub(crate) alone: bool,
}

impl Tally {
    /// Whether every record could be used.
    pub(crate) fn outcome(self) -> Outcome {
        if self.bad == 0 { Outcome::Fine } else { Outcome::BadInput }
    }

    /// Reports how many records were left out, if any were.
    pub(crate) fn report(self) -> Outcome {
        if self.bad == 0 {
            return Outcome::Fine;
        }
        if !self.alone {
            let Self { records, bad, .. } = self;
            output::error(&format!("{bad} of {records} records could not be used."));
        }
        Outcome::BadInput
    }
}

/// Reads and checks every record. The problems of bad ones are reported, and the others passed to a function.
pub(crate) fn each<T>(
    mut records: Records,
    mut check: impl FnMut(&str) -> Result<T, Vec<Problem>>,
    mut hand_on: impl FnMut(&Source, T) -> Result<(), Failure>,
) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    while let Some(Record { source, text }) = records.next() {
        tally.records += 1;
        tally.alone = source.alone;
        let checked = match text {
            Ok(text) => check(&text).map_err(|problems| faults(&source, &text, &problems)),
            Err(fault) => Err(vec![fault]),
        };
        match checked {
            Ok(document) => {
                hand_on(&source, document).map_err(|failure| failure.after(tally.outcome()))?;
            }
            Err(faults) => {
                tally.bad += 1;
                records.bar.suspend(|| output::faults(&faults));
            }
        }
    }
    Ok(tally)
}

/// Ends a run with the end of its output. What was found counts, though the reader of the output closed it.
pub(crate) fn end<E: Into<Failure>>(
    tally: Result<Tally, Failure>,
    found: Outcome,
    finish: impl FnOnce(bool) -> Result<(), E>,
) -> Result<Outcome, Failure> {
    let tally = tally.map_err(|failure| failure.after(found))?;
    finish(tally.alone).map_err(|error| error.into().after(found.max(tally.outcome())))?;
    Ok(tally.report().max(found))
}

/// Each file as one text, whatever its name.
pub(crate) fn files_as_texts(inputs: &Inputs) -> Result<Records, Failure> {
    let paths = paths(inputs)?;
    let alone = paths.len() == 1;
    let records = paths.into_iter().map(move |path| {
        let mut record = one(&path);
        record.source.alone = alone;
        record
    });
    Ok(Records { records: Box::new(records), bar: ProgressBar::hidden() })
}

/// All of a file, or of standard input.
pub(crate) fn one(path: &Path) -> Record {
    one_up_to(path, MOST_BYTES)
}

/// The same of a document of so many bytes at most.
pub(crate) fn one_up_to(path: &Path, most: usize) -> Record {
    let source = Source { alone: true, ..Source::of_file(name(path)) };
    match open(path, &ProgressBar::hidden()) {
        Ok(reader) => Lines::new(reader, source, most).rest(Vec::new()),
        Err(error) => unreadable(&source, &error),
    }
}

/// The records, in the order of the arguments and then of the file names.
pub(crate) struct Records {
    records: Box<dyn Iterator<Item = Record> + Send>,
    /// The progress bar.
    pub(crate) bar: ProgressBar,
}

impl Iterator for Records {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let next = self.records.next();
        if next.is_none() {
            self.bar.finish_and_clear();
        }
        next
    }
}

/// Finds the files and opens the first.
pub(crate) fn read(inputs: &Inputs) -> Result<Records, Failure> {
    read_up_to(inputs, MOST_BYTES)
}

/// The same for documents of so many bytes at most.
pub(crate) fn read_up_to(inputs: &Inputs, most: usize) -> Result<Records, Failure> {
    let paths = paths(inputs)?;
    let is_one = paths.len() == 1 && !inputs.ndjson;
    let ndjson = inputs.ndjson;
    let files: Vec<_> = paths.iter().flat_map(|path| files(path, is_one, &DOCUMENTS)).collect();
    let bar = progress(files.iter().flatten().map(|(path, _)| length(path)).sum());
    let shown = bar.clone();
    let records = files.into_iter().flat_map(move |found| records_of(found, ndjson, most, &shown));
    Ok(Records { records: Box::new(records), bar })
}

/// The paths that are named, or standard input where something is piped in.
pub(crate) fn paths(inputs: &Inputs) -> Result<Vec<PathBuf>, Failure> {
    if !inputs.paths.is_empty() {
        return Ok(inputs.paths.clone());
    }
    if io::stdin().is_terminal() {
        let message = "There is nothing to read: name files or directories, or pipe them in.";
        return Err(Failure::Usage(message.to_owned()));
    }
    Ok(vec!["-".into()])
}

/// The progress bar. It is shown on a terminal alone, and not where the output goes there too.
fn progress(bytes: u64) -> ProgressBar {
    bar_of(bytes, bytes >= MANY_BYTES)
}

/// A progress bar of so many steps, where they take some time.
pub(crate) fn bar_of(steps: u64, takes_time: bool) -> ProgressBar {
    if !takes_time || io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    // This draws nothing where standard error is no terminal.
    ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::stderr())
}

/// The size of a file, where it is known before reading.
fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |file| if file.is_file() { file.len() } else { 0 })
}

/// A file to read, or the fault for which it cannot be.
pub(crate) type Found = Result<(PathBuf, Source), Fault>;

/// The files of a path: itself, or those in it with one of some extensions.
pub(crate) fn files(path: &Path, is_one: bool, extensions: &[&str]) -> Vec<Found> {
    if is_standard_input(path) || !path.is_dir() {
        return vec![Ok((
            path.to_owned(),
            Source { alone: is_one, ..Source::of_file(name(path)) },
        ))];
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(path).follow_links(true).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_among(entry.path(), extensions) => {
                let source = Source::of_file(name(entry.path()));
                found.push(Ok((entry.into_path(), source)));
            }
            Ok(_) => {}
            Err(error) => {
                let source = Source::of_file(name(error.path().unwrap_or(path)));
                found.push(Err(Fault::unreadable(&source, &error.into())));
            }
        }
    }
    if found.is_empty() {
        found.push(Err(Fault::nothing_in(&Source::of_file(name(path)), extensions)));
    }
    found
}

/// The extensions of documents.
const DOCUMENTS: [&str; 3] = ["json", "ndjson", "jsonl"];

/// Whether a file has one of some extensions. Word keeps a file with `~$` before its name beside one that is open.
fn is_among(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    let is_lock = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"~$"));
    !is_lock && extensions.iter().any(|known| known.eq_ignore_ascii_case(extension))
}

/// How the records of a file are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// One document.
    Document,
    /// A document on each line.
    Lines,
    /// To be found from the text.
    Unknown,
}

fn layout(path: &Path) -> Layout {
    match path.extension().and_then(OsStr::to_str) {
        Some("json") => Layout::Document,
        Some("ndjson" | "jsonl") => Layout::Lines,
        _ => Layout::Unknown,
    }
}

pub(crate) fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// The name of a path in output.
pub(crate) fn name(path: &Path) -> String {
    if is_standard_input(path) {
        return "<stdin>".to_owned();
    }
    // Files of the working directory go by their name alone, however they were found.
    let short = path.strip_prefix(".").ok().filter(|short| !short.as_os_str().is_empty());
    output::plain(&short.unwrap_or(path).to_string_lossy())
}

fn open(path: &Path, bar: &ProgressBar) -> io::Result<Box<dyn BufRead + Send>> {
    if is_standard_input(path) {
        Ok(Box::new(BufReader::with_capacity(PIECE, io::stdin())))
    } else {
        Ok(Box::new(BufReader::with_capacity(PIECE, bar.wrap_read(File::open(path)?))))
    }
}

fn records_of(
    found: Found,
    ndjson: bool,
    most: usize,
    bar: &ProgressBar,
) -> Box<dyn Iterator<Item = Record> + Send> {
    let (path, source) = match found {
        Ok(found) => found,
        Err(fault) => {
            let source = Source::of_file(fault.file.clone());
            return Box::new(iter::once(Record { source, text: Err(fault) }));
        }
    };
    let lines = match open(&path, bar) {
        Ok(reader) => Lines::new(reader, source, most),
        Err(error) => return Box::new(iter::once(unreadable(&source, &error))),
    };
    match if ndjson { Layout::Lines } else { layout(&path) } {
        Layout::Document => Box::new(iter::once(lines.rest(Vec::new()))),
        Layout::Lines => Box::new(lines),
        Layout::Unknown => by_first_line(lines),
    }
}

/// The records of a text whose layout is not known. Where the first line is a document and more lines follow, each line
/// is one; otherwise the text is one document.
fn by_first_line(mut lines: Lines) -> Box<dyn Iterator<Item = Record> + Send> {
    let first = match lines.line() {
        Ok(first) => first.unwrap_or_default(),
        Err(error) => return Box::new(iter::once(unreadable(&lines.source, &error))),
    };
    if serde_json::from_slice::<IgnoredAny>(&first).is_err() {
        return Box::new(iter::once(lines.rest(first)));
    }
    let mut source = lines.place();
    let second = lines.next();
    source.is_line = second.is_some();
    source.alone = lines.source.alone && second.is_none();
    let first = Record { text: decode(&source, first, lines.most), source };
    Box::new(iter::once(first).chain(second).chain(lines))
}

/// The lines of a file that are not blank, as records.
struct Lines {
    reader: Box<dyn BufRead + Send>,
    source: Source,
    /// The most bytes of a document.
    most: usize,
    /// The number of lines read, and the length of the last.
    number: usize,
    length: usize,
    /// The last line is too long, and its end was not read.
    is_within_line: bool,
    ended: bool,
}

impl Lines {
    fn new(reader: Box<dyn BufRead + Send>, source: Source, most: usize) -> Self {
        Self { reader, source, most, number: 0, length: 0, is_within_line: false, ended: false }
    }

    /// The next line that is not blank. Of one that is too long it returns enough to refuse it.
    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        if std::mem::take(&mut self.is_within_line) && !self.skip_line()? {
            return Ok(None);
        }
        loop {
            // Lines are about equally long.
            let mut line = Vec::with_capacity(self.length + self.length / 8);
            self.reader.by_ref().take(too_many(self.most) as u64).read_until(b'\n', &mut line)?;
            if line.is_empty() {
                return Ok(None);
            }
            self.number += 1;
            self.length = line.len();
            if line.len() >= too_many(self.most) && !line.ends_with(b"\n") {
                // It is skipped when a next one is asked for: whoever wants none reads no further.
                self.is_within_line = true;
                return Ok(Some(line));
            }
            if !is_blank(&line) {
                return Ok(Some(line));
            }
        }
    }

    /// Skips what is left of a line. Returns whether it ends within the bound.
    fn skip_line(&mut self) -> io::Result<bool> {
        let mut left = MOST_SKIPPED;
        loop {
            let read = self.reader.fill_buf()?;
            if read.is_empty() || left == 0 {
                return Ok(false);
            }
            let end = read.iter().position(|byte| *byte == b'\n');
            let skipped = end.map_or(read.len(), |end| end + 1);
            self.reader.consume(skipped);
            if end.is_some() {
                return Ok(true);
            }
            left = left.saturating_sub(skipped as u64);
        }
    }

    /// All that is left as one document, after the part of it that was read already.
    fn rest(mut self, mut read: Vec<u8>) -> Record {
        let room = too_many(self.most).saturating_sub(read.len()) as u64;
        if let Err(error) = self.reader.by_ref().take(room).read_to_end(&mut read) {
            return unreadable(&self.source, &error);
        }
        let source = Source { is_line: false, alone: self.source.alone, ..self.place() };
        Record { text: decode(&source, read, self.most), source }
    }

    /// The source of the line that was read last.
    fn place(&self) -> Source {
        Source { line: self.number.max(1), is_line: true, alone: false, ..self.source.clone() }
    }
}

impl Iterator for Lines {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        if self.ended {
            return None;
        }
        match self.line() {
            Ok(line) => {
                let source = self.place();
                line.map(|mut line| {
                    // What breaks off goes wrong on its own line, and not on the next.
                    line.pop_if(|last| *last == b'\n');
                    Record { text: decode(&source, line, self.most), source }
                })
            }
            Err(error) => {
                self.ended = true;
                Some(unreadable(&self.source, &error))
            }
        }
    }
}

/// Whether a line has only white space, and at most a byte order mark.
fn is_blank(line: &[u8]) -> bool {
    line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line).trim_ascii().is_empty()
}

fn unreadable(source: &Source, error: &io::Error) -> Record {
    Record { text: Err(Fault::unreadable(source, error)), source: source.clone() }
}

/// The text of a document.
fn decode(source: &Source, bytes: Vec<u8>, most: usize) -> Result<String, Fault> {
    if bytes.len() >= too_many(most) {
        let kind = ProblemKind::TooLarge { most };
        return Err(Fault::of_document(source, kind.code(), kind.to_string()));
    }
    String::from_utf8(bytes)
        .map_err(|error| Fault::not_utf8(source, error.as_bytes(), error.utf8_error()))
}
