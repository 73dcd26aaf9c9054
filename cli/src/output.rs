//! Output: colours for terminals, aligned columns, and JSON documents one by one.

use std::io::{self, BufWriter, IsTerminal as _, StdoutLock, Write};

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use csv::{Terminator, WriterBuilder};
use ehcp_qa_core::Framework;
use ehcp_qa_core::framework::Severity;
use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use crate::arguments::{DocumentsFormat, FormFormat, TableFormat};
use crate::closed;
use crate::fault::{Fault, Source};
use crate::shown::Shown;

/// A heading.
pub(crate) const STRONG: Style = Style::new().bold();

/// Standard output.
pub(crate) type Standard = BufWriter<Out>;

/// Whom an output is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// It has colours, where a terminal shows them and `NO_COLOR` is not set; texts from outside are plain in it.
    People,
    /// It is data, of which no byte is changed unless a terminal would obey it.
    Programs,
}

impl Audience {
    /// People, or programs.
    pub(crate) fn people_if(is_for_people: bool) -> Self {
        if is_for_people { Self::People } else { Self::Programs }
    }
}

/// Where output goes.
pub(crate) enum Out {
    Styled(AutoStream<StdoutLock<'static>>),
    Data(StdoutLock<'static>),
    DataOnTerminal(Shown<StdoutLock<'static>>),
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        closed::expect_open()?;
        match self {
            Self::Styled(out) => out.write(bytes),
            Self::Data(out) => out.write(bytes),
            Self::DataOnTerminal(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Styled(out) => out.flush(),
            Self::Data(out) => out.flush(),
            Self::DataOnTerminal(out) => out.flush(),
        }
    }
}

/// Standard output. It must be flushed.
pub(crate) fn standard(audience: Audience) -> Standard {
    let is_terminal = io::stdout().is_terminal();
    BufWriter::new(match audience {
        Audience::People => Out::Styled(anstream::stdout().lock()),
        Audience::Programs if is_terminal => Out::DataOnTerminal(Shown::new(io::stdout().lock())),
        Audience::Programs => Out::Data(io::stdout().lock()),
    })
}

/// Prints a form.
pub(crate) fn form<T: Serialize>(
    format: FormFormat,
    framework: &Framework,
    form: &T,
    to_markdown: fn(&Framework, &T) -> String,
    to_html: fn(&Framework, &T) -> String,
) -> io::Result<()> {
    let mut out = standard(Audience::Programs);
    match format {
        FormFormat::Json => {
            serde_json::to_writer_pretty(&mut out, form)?;
            writeln!(out)?;
        }
        FormFormat::Markdown => out.write_all(to_markdown(framework, form).as_bytes())?,
        FormFormat::Html => out.write_all(to_html(framework, form).as_bytes())?,
    }
    out.flush()
}

/// The colour of a severity. The word is printed too.
pub(crate) fn style(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Information => AnsiColor::Cyan,
    };
    colour.on_default().bold()
}

/// A problem, on standard error.
pub(crate) fn error(message: &str) {
    let style = style(Severity::Error);
    beside(format_args!("{style}error:{style:#} {message}"));
}

/// What to know beside an output, on standard error.
pub(crate) fn note(text: &str) {
    beside(format_args!("{text}"));
}

/// The faults of an input, on standard error.
pub(crate) fn faults(faults: &[Fault]) {
    for fault in faults {
        beside(format_args!("{fault}"));
    }
}

/// A line on standard error. Where that is closed, the line is dropped.
fn beside(line: std::fmt::Arguments) {
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}

/// A text from outside in one line, without control characters, which a terminal would obey.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// A text as a field of CSV. An apostrophe goes before one that a spreadsheet would run as a formula.
pub(crate) fn field(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    [guard, text].concat()
}

/// Rows in aligned columns, two spaces apart and indented by two.
pub(crate) fn table<const COLUMNS: usize>(
    out: &mut impl Write,
    rows: &[[String; COLUMNS]],
) -> io::Result<()> {
    columns(out, rows, COLUMNS)
}

/// The same with numbers in all columns but the first, aligned on the right.
pub(crate) fn counts(out: &mut impl Write, rows: &[Vec<String>]) -> io::Result<()> {
    columns(out, rows, 1)
}

/// Rows of which the first columns are aligned on the left, and the others on the right.
fn columns(out: &mut impl Write, rows: &[impl AsRef<[String]>], texts: usize) -> io::Result<()> {
    let mut widths = Vec::new();
    for row in rows {
        widths.resize(row.as_ref().len().max(widths.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row.as_ref()) {
            *width = cell.width().max(*width);
        }
    }
    for row in rows {
        let mut line = String::new();
        for (number, (width, cell)) in widths.iter().zip(row.as_ref()).enumerate() {
            let room = std::iter::repeat_n(' ', width - cell.width());
            line.push_str("  ");
            if number < texts {
                line.push_str(cell);
                line.extend(room);
            } else {
                line.extend(room);
                line.push_str(cell);
            }
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// A finding, and below it its rule and its place.
pub(crate) fn finding(
    out: &mut impl Write,
    severity: Severity,
    rule: &str,
    at: &str,
    message: &str,
) -> io::Result<()> {
    let (style, word) = (style(severity), severity.word());
    writeln!(out, "  {style}{word}:{style:#} {}", plain(message))?;
    writeln!(out, "    {rule}, {at}")
}

/// How documents are written as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JsonLayout {
    /// The one that was asked for alone, or a list.
    Document,
    /// A line each.
    Lines,
}

/// JSON documents, written one by one. In a list or in lines each is the `result` beside its source.
#[derive(Debug)]
pub(crate) struct Documents<W> {
    out: W,
    layout: JsonLayout,
    /// How many were written.
    written: usize,
    is_list: bool,
}

#[derive(Serialize)]
struct Entry<'a, T> {
    #[serde(flatten)]
    source: &'a Source,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'a str>,
    result: T,
}

impl<W: Write> Documents<W> {
    pub(crate) fn new(out: W, layout: JsonLayout) -> Self {
        Self { out, layout, written: 0, is_list: false }
    }

    /// Writes the result of a record; in a list or in lines with the reference of its plan.
    pub(crate) fn add(
        &mut self,
        source: &Source,
        reference: Option<&str>,
        result: impl Serialize,
    ) -> io::Result<()> {
        match self.layout {
            JsonLayout::Document if source.alone => {
                serde_json::to_writer_pretty(&mut self.out, &result)?;
                writeln!(self.out)?;
            }
            JsonLayout::Document => {
                self.is_list = true;
                self.out.write_all(if self.written == 0 { b"[\n" } else { b",\n" })?;
                serde_json::to_writer(&mut self.out, &Entry { source, reference, result })?;
            }
            JsonLayout::Lines => {
                serde_json::to_writer(&mut self.out, &Entry { source, reference, result })?;
                writeln!(self.out)?;
            }
        }
        self.written += 1;
        Ok(())
    }

    /// Closes the list. An empty list is written too, unless one document was asked for.
    pub(crate) fn finish(mut self, alone: bool) -> io::Result<()> {
        if self.is_list {
            writeln!(self.out, "\n]")?;
        } else if self.layout == JsonLayout::Document && !alone {
            writeln!(self.out, "[]")?;
        }
        self.out.flush()
    }
}

/// Prints results, for people or as documents.
pub(crate) enum Printer {
    Human(Standard),
    Json(Documents<Standard>),
}

impl Printer {
    pub(crate) fn new(format: DocumentsFormat) -> Self {
        let out = standard(Audience::people_if(format == DocumentsFormat::Human));
        match format {
            DocumentsFormat::Human => Self::Human(out),
            DocumentsFormat::Json => Self::Json(Documents::new(out, JsonLayout::Document)),
            DocumentsFormat::Ndjson => Self::Json(Documents::new(out, JsonLayout::Lines)),
        }
    }

    /// Writes the text around results that are not documents.
    pub(crate) fn raw(&mut self, text: &str) -> io::Result<()> {
        match self {
            Self::Human(out) => out.write_all(text.as_bytes()),
            Self::Json(_) => Ok(()),
        }
    }

    pub(crate) fn finish(self, alone: bool) -> io::Result<()> {
        match self {
            Self::Human(mut out) => out.flush(),
            Self::Json(documents) => documents.finish(alone),
        }
    }
}

/// Prints results, for people, as documents or as a table.
pub(crate) enum TablePrinter {
    Results(Printer),
    Csv(Box<csv::Writer<Standard>>),
}

impl TablePrinter {
    /// A table begins with the names of its columns.
    pub(crate) fn new(format: TableFormat, columns: &[&str]) -> csv::Result<Self> {
        Ok(Self::Results(Printer::new(match format {
            TableFormat::Human => DocumentsFormat::Human,
            TableFormat::Json => DocumentsFormat::Json,
            TableFormat::Ndjson => DocumentsFormat::Ndjson,
            TableFormat::Csv => {
                let out = standard(Audience::Programs);
                let mut csv = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
                csv.write_record(columns)?;
                return Ok(Self::Csv(Box::new(csv)));
            }
        })))
    }

    pub(crate) fn finish(self, alone: bool) -> io::Result<()> {
        match self {
            Self::Results(printer) => printer.finish(alone),
            Self::Csv(mut csv) => csv.flush(),
        }
    }
}
