//! A part that has text, such as the document itself: its paragraphs, runs and tables.

use super::format::{Paint, ParagraphFormat, RunFormat, fill};
use super::numbering::Numbering;
use super::styles::{Styles, heading};
use super::symbol::symbol;
use super::xml::{Next, Start, Vocabulary, Xml};
use crate::document::map::TextMap;
use crate::document::table::{Table, number};
use crate::plan::body::{Appearance, Change, Comment, Node, Paragraph, Run, Spot, text_of};
use crate::plan::builder::Builder;
use crate::plan::problem::PlanProblem;

number! {
    /// The number of a comment that is read.
    pub(super) struct ReadComment;
}

/// What an open element means for what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// Nothing.
    Plain,
    Paragraph,
    Run,
    /// Its text is text of the document.
    Text,
    /// The instruction of a field.
    Instruction,
    Deleted,
    Inserted,
    MovedTo,
    /// A choice with a fallback, and whether one of both was taken.
    Alternatives {
        is_taken: bool,
    },
    Table,
    Row {
        is_kept: bool,
    },
    Cell {
        is_kept: bool,
    },
    TextBox,
    /// A comment of the part that has them.
    Comment(ReadComment),
}

/// A field whose instruction or result is being read.
#[derive(Debug, Clone, Copy, Default)]
struct Field {
    is_result: bool,
    is_contents: bool,
}

/// What all parts of a file share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) builder: Builder,
    pub(super) comments: Table<ReadComment, Comment>,
    /// The numbers of the comments by their ids.
    pub(super) comment_ids: TextMap<ReadComment>,
}

/// A paragraph that is open.
#[derive(Debug, Default)]
struct OpenParagraph {
    number: u32,
    next_run: u32,
    format: ParagraphFormat,
    /// What its runs look like before they say anything themselves.
    appearance: Appearance,
    is_hidden: bool,
}

/// A run that is open.
#[derive(Debug, Default)]
struct OpenRun {
    run: Run,
    is_hidden: bool,
}

/// A part as it is being read.
struct Story<'s> {
    shared: &'s mut Shared,
    part: u16,
    open: Vec<Open>,
    /// How many paragraphs there were.
    count: u32,
    paragraphs: Vec<OpenParagraph>,
    runs: Vec<OpenRun>,
    fields: Vec<Field>,
    /// The comments whose stretch has begun without a run in it yet.
    begun: Vec<ReadComment>,
    /// How many open elements delete, insert and move here what stands in them.
    deleted: usize,
    inserted: usize,
    moved: usize,
    /// How many open fields are in their instruction, and how many are a table of contents.
    instructions: usize,
    contents: usize,
}

/// Reads a part.
pub(super) fn read_story(
    text: &str,
    part: u16,
    shared: &mut Shared,
) -> Result<Vec<Node>, PlanProblem> {
    let mut story = Story {
        shared,
        part,
        open: Vec::new(),
        count: 0,
        paragraphs: Vec::new(),
        runs: Vec::new(),
        fields: Vec::new(),
        begun: Vec::new(),
        deleted: 0,
        inserted: 0,
        moved: 0,
        instructions: 0,
        contents: 0,
    };
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Next::Start(start) => {
                if let Some(open) = story.start(&mut xml, &start)? {
                    story.push(open);
                }
            }
            Next::End => story.end(xml.place()),
            Next::Text(text, source) => story.text(&text, source),
            Next::Nothing => break,
        }
    }
    Ok(story.shared.builder.take())
}

impl Story<'_> {
    /// Reads a start. Returns what is open now, or nothing where the element was read to its end.
    fn start(&mut self, xml: &mut Xml, start: &Start) -> Result<Option<Open>, PlanProblem> {
        match (start.vocabulary, start.name()) {
            (Vocabulary::Compatibility, "AlternateContent") => {
                return Ok(Some(Open::Alternatives { is_taken: false }));
            }
            (Vocabulary::Compatibility, "Choice" | "Fallback") => return self.alternative(xml),
            (Vocabulary::Math, "r") => {
                self.open_run(start.source.start)?;
                return Ok(Some(Open::Run));
            }
            (Vocabulary::Math, "t") => return Ok(Some(Open::Text)),
            (Vocabulary::Word, name) => return self.word(xml, start, name),
            _ => {}
        }
        Ok(Some(Open::Plain))
    }

    fn word(
        &mut self,
        xml: &mut Xml,
        start: &Start,
        name: &str,
    ) -> Result<Option<Open>, PlanProblem> {
        Ok(Some(match name {
            "p" => {
                self.open_paragraph()?;
                Open::Paragraph
            }
            "pPr" => {
                let format = ParagraphFormat::read(xml)?;
                self.format_paragraph(format);
                return Ok(None);
            }
            "r" => {
                self.open_run(start.source.start)?;
                Open::Run
            }
            "rPr" => {
                let mut format = RunFormat::read(xml)?;
                self.shared.styles.number_font(&mut format);
                self.format_run(&format);
                return Ok(None);
            }
            "t" => Open::Text,
            "instrText" | "delInstrText" => Open::Instruction,
            "fldChar" => {
                self.field(&start.attribute("fldCharType").unwrap_or_default());
                Open::Plain
            }
            "tab" | "ptab" => self.character('\t', start)?,
            "br" => match start.attribute("type").as_deref() {
                // A break of a page or a column ends the paragraph's line and no more.
                Some("page" | "column") => Open::Plain,
                _ => self.character('\n', start)?,
            },
            "cr" => self.character('\n', start)?,
            "noBreakHyphen" => self.character('-', start)?,
            "sym" => {
                let font = start.attribute("font").unwrap_or_default();
                let code = start.attribute("char");
                let code = code.and_then(|code| u32::from_str_radix(&code, 16).ok());
                self.character(symbol(&font, code.unwrap_or_default()), start)?
            }
            "del" | "moveFrom" => Open::Deleted,
            "ins" => Open::Inserted,
            "moveTo" => Open::MovedTo,
            "tbl" => {
                self.shared.builder.open_table()?;
                Open::Table
            }
            "tr" if self.shared.builder.is_in_table() => {
                self.shared.builder.open_row()?;
                Open::Row { is_kept: true }
            }
            "trPr" => {
                self.format_row(xml)?;
                return Ok(None);
            }
            "tc" if self.shared.builder.is_in_row() => {
                self.shared.builder.open_cell()?;
                Open::Cell { is_kept: true }
            }
            "tcPr" => {
                self.format_cell(xml)?;
                return Ok(None);
            }
            "txbxContent" if !self.runs.is_empty() => {
                self.shared.builder.open_box()?;
                Open::TextBox
            }
            "comment" => {
                let author = start.attribute("author").unwrap_or_default().into_owned();
                let comment = Comment { author, ..Comment::default() };
                let id = start.attribute("id").unwrap_or_default();
                let number = self.shared.comments.push(comment);
                self.shared.comment_ids.insert(&id, number);
                Open::Comment(number)
            }
            "commentRangeStart" | "commentReference" => {
                let id = start.attribute("id");
                self.begun.extend(id.and_then(|id| self.shared.comment_ids.get(&id)));
                Open::Plain
            }
            // Properties, what was there before a change of properties, and readings above a text.
            "sdtPr" | "sdtEndPr" | "tblPr" | "tblPrEx" | "tblGrid" | "sectPr" | "rt" | "ffData" => {
                xml.pass_over(&mut |_| {})?;
                return Ok(None);
            }
            _ => Open::Plain,
        }))
    }

    fn push(&mut self, open: Open) {
        match open {
            Open::Deleted => self.deleted += 1,
            Open::Inserted => self.inserted += 1,
            Open::MovedTo => self.moved += 1,
            _ => {}
        }
        self.open.push(open);
    }

    /// Reads an end.
    fn end(&mut self, place: usize) {
        match self.open.pop() {
            Some(Open::Deleted) => self.deleted -= 1,
            Some(Open::Inserted) => self.inserted -= 1,
            Some(Open::MovedTo) => self.moved -= 1,
            Some(Open::Paragraph) => self.close_paragraph(),
            Some(Open::Run) => self.close_run(place),
            Some(Open::Table) => self.shared.builder.close_table(),
            Some(Open::Row { is_kept }) => self.shared.builder.close_row(is_kept),
            Some(Open::Cell { is_kept }) => self.shared.builder.close_cell(is_kept),
            Some(Open::TextBox) => self.shared.builder.close_box(),
            Some(Open::Comment(number)) => {
                let text = text_of(&self.shared.builder.take(), true);
                self.shared.comments[number].text = text;
            }
            _ => {}
        }
    }

    /// Takes the choice, or its fallback where there was none to take.
    fn alternative(&mut self, xml: &mut Xml) -> Result<Option<Open>, PlanProblem> {
        if let Some(Open::Alternatives { is_taken }) = self.open.last_mut() {
            if *is_taken {
                // The paragraphs of what is passed over count, so that a place can be found by counting alone.
                let count = &mut self.count;
                xml.pass_over(&mut |start| *count += u32::from(start.word() == "p"))?;
                return Ok(None);
            }
            *is_taken = true;
        }
        Ok(Some(Open::Plain))
    }

    fn open_paragraph(&mut self) -> Result<(), PlanProblem> {
        let spot = Spot { part: self.part, paragraph: self.count, run: 0 };
        let is_contents = self.contents > 0;
        self.shared.builder.open_paragraph(Paragraph {
            spot,
            is_contents,
            ..Paragraph::default()
        })?;
        self.paragraphs.push(OpenParagraph { number: self.count, ..OpenParagraph::default() });
        self.count += 1;
        self.format_paragraph(ParagraphFormat::default());
        Ok(())
    }

    fn format_paragraph(&mut self, mut format: ParagraphFormat) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let style = self.shared.styles.paragraph(format.style.as_deref());
        format.rest_on(&style.paragraph);
        paragraph.format = format;
        paragraph.appearance = style.appearance;
        paragraph.is_hidden = style.is_hidden;
    }

    /// Closes a paragraph, which is counted in its list only now: one that was deleted is not.
    fn close_paragraph(&mut self) {
        let Some(OpenParagraph { format, .. }) = self.paragraphs.pop() else { return };
        let Some(paragraph) = self.shared.builder.paragraph() else { return };
        let name = &self.shared.styles.paragraph(format.style.as_deref()).name;
        let lower = name.to_ascii_lowercase();
        paragraph.heading = heading(format.outline);
        paragraph.is_centred = format.is_centred.unwrap_or_default();
        paragraph.shade = format.shade.and_then(Paint::colour);
        paragraph.joins_next = format.mark.is_deleted;
        paragraph.is_contents |= lower.starts_with("toc");
        paragraph.is_quotation = lower.contains("quote");
        paragraph.style.clone_from(name);
        let is_deleted = format.mark.is_deleted && paragraph.runs.is_empty();
        if let Some(list) = format.list.filter(|list| *list > 0 && !is_deleted) {
            let numbering = &mut self.shared.numbering;
            let by_style =
                format.style.as_deref().and_then(|style| numbering.level_of_style(list, style));
            let level = format.list_level.or(by_style).unwrap_or_default();
            paragraph.list_level = Some(level);
            paragraph.number = numbering.count(list, level);
        }
        self.shared.builder.close_paragraph();
    }

    fn open_run(&mut self, start: usize) -> Result<(), PlanProblem> {
        self.shared.builder.count_piece()?;
        let Some(paragraph) = self.paragraphs.last_mut() else {
            self.runs.push(OpenRun::default());
            return Ok(());
        };
        let spot = Spot { part: self.part, paragraph: paragraph.number, run: paragraph.next_run };
        paragraph.next_run += 1;
        let change = if self.moved > 0 {
            Change::MovedTo
        } else if self.inserted > 0 {
            Change::Inserted
        } else {
            Change::None
        };
        let run = Run {
            spot,
            change,
            appearance: paragraph.appearance,
            source: start..start,
            ..Run::default()
        };
        let is_hidden = paragraph.is_hidden || self.deleted > 0;
        self.runs.push(OpenRun { run, is_hidden });
        Ok(())
    }

    fn format_run(&mut self, format: &RunFormat) {
        let Some(OpenRun { run, is_hidden }) = self.runs.last_mut() else { return };
        let by_style = format.style.as_deref();
        let by_style =
            by_style.and_then(|style| self.shared.styles.lay_over(style, &mut run.appearance));
        format.lay_over(&mut run.appearance);
        *is_hidden |= format.hidden.or(by_style).unwrap_or_default();
    }

    fn close_run(&mut self, place: usize) {
        let Some(OpenRun { mut run, .. }) = self.runs.pop() else { return };
        if run.text.is_empty() {
            return;
        }
        run.source.end = place;
        for number in std::mem::take(&mut self.begun) {
            self.shared.comments[number].spot.get_or_insert(run.spot);
        }
        self.shared.builder.add_run(run);
    }

    /// The run that takes text, unless the text is not shown.
    fn shown_run(&mut self) -> Option<&mut Run> {
        let is_shown = self.instructions == 0;
        let OpenRun { run, .. } = self.runs.last_mut().filter(|run| is_shown && !run.is_hidden)?;
        Some(run)
    }

    fn text(&mut self, text: &str, source: std::ops::Range<usize>) {
        match self.open.last() {
            Some(Open::Text) => {}
            Some(Open::Instruction) => {
                if text.split_whitespace().any(|word| word == "TOC")
                    && let Some(field) = self.fields.last_mut()
                {
                    self.contents += usize::from(!field.is_contents);
                    field.is_contents = true;
                    // The first line of the contents has the beginning of the field.
                    if let Some(paragraph) = self.shared.builder.paragraph() {
                        paragraph.is_contents = true;
                    }
                }
                return;
            }
            _ => return,
        }
        let Some(run) = self.shown_run() else { return };
        run.push_text(text, source);
    }

    /// Adds a character that an element stands for.
    fn character(&mut self, character: char, start: &Start) -> Result<Open, PlanProblem> {
        self.shared.builder.count_piece()?;
        let source = start.source.clone();
        if self.open.last() == Some(&Open::Run)
            && let Some(run) = self.shown_run()
        {
            run.push_element(character, source);
        }
        Ok(Open::Plain)
    }

    fn field(&mut self, kind: &str) {
        match kind {
            "begin" => {
                self.fields.push(Field::default());
                self.instructions += 1;
            }
            "separate" => {
                if let Some(field) = self.fields.last_mut().filter(|field| !field.is_result) {
                    field.is_result = true;
                    self.instructions -= 1;
                }
            }
            "end" => {
                if let Some(field) = self.fields.pop() {
                    self.instructions -= usize::from(!field.is_result);
                    self.contents -= usize::from(field.is_contents);
                }
            }
            _ => {}
        }
    }

    fn format_row(&mut self, xml: &mut Xml) -> Result<(), PlanProblem> {
        let (mut is_heading, mut is_deleted, mut before) = (false, false, 0);
        xml.children(&mut |_, start| {
            match start.word() {
                "tblHeader" => is_heading = start.is_on(),
                "del" => is_deleted = true,
                "gridBefore" => before = start.number().unwrap_or_default(),
                _ => {}
            }
            Ok(false)
        })?;
        if let Some(row) = self.shared.builder.row() {
            row.is_heading = is_heading;
            row.before = before;
        }
        if let Some(Open::Row { is_kept }) = self.open.last_mut() {
            *is_kept = !is_deleted;
        }
        Ok(())
    }

    fn format_cell(&mut self, xml: &mut Xml) -> Result<(), PlanProblem> {
        let mut is_deleted = false;
        let Some(cell) = self.shared.builder.cell() else { return xml.pass_over(&mut |_| {}) };
        xml.children(&mut |_, start| {
            match start.word() {
                "gridSpan" => cell.span = start.number().unwrap_or(1),
                "vMerge" | "hMerge" => {
                    cell.continues |= start.value().is_none_or(|value| value == "continue");
                }
                "shd" => cell.shade = fill(start),
                "cellDel" => is_deleted = true,
                _ => {}
            }
            Ok(false)
        })?;
        if let Some(Open::Cell { is_kept }) = self.open.last_mut() {
            *is_kept = !is_deleted;
        }
        Ok(())
    }
}
