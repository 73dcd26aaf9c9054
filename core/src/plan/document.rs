//! A plan as a document: its sections, their blocks, and where each piece of text stands in the file.

use serde::{Deserialize, Serialize};

use super::problem::MOST_BLOCKS;
use crate::document::shape::{Kind, Shape, choice, document};
use crate::document::{Bounded, FreeText};
use crate::law::PlanSection;

/// The most cells of a row, runs of a block, parts of a file and comments in it that a document has.
pub(super) const MOST_PIECES: usize = 100_000;

/// The most paragraphs of a comment.
const MOST_COMMENT_PARAGRAPHS: usize = 100;

/// The most fonts and sizes that a document has, and the most places that are listed for one.
const MOST_FONTS: usize = 100;
const MOST_FONT_PLACES: usize = 1_000;

/// A place in a text or its length, in UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Utf16Place(pub u32);

impl Shape for Utf16Place {
    const KIND: &'static Kind = &Kind::Integer(0, u32::MAX as i64);
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Utf16Place {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Utf16Place".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "integer", "minimum": 0, "maximum": u32::MAX})
    }
}

document! {
    /// A plan as a document.
    pub struct PlanDocument {
        /// The parts of the file that have text. Places name them by their number, from 0.
        pub files: Bounded<String, MOST_PIECES>,
        /// The parts of sections, in the order of the plan. A section may have several.
        pub parts: Bounded<PlanPart, MOST_BLOCKS>,
        /// What belongs to no section: cover, contents, signatures, appendices, headers, footers and notes.
        pub furniture: Bounded<Block, MOST_BLOCKS>,
        /// The comments that stand in the file.
        pub comments: Bounded<PlanComment, MOST_PIECES>,
        /// The fonts and sizes of the text, those with the most text first; none where the file says none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub fonts: Option<Bounded<FontUse, MOST_FONTS>>,
        /// What a person should look at: sections that are missing, doubtful or there twice.
        pub doubts: Bounded<SectionDoubt, MOST_PIECES>,
    }

    /// A font in a size, and where the text stands in it.
    pub struct FontUse {
        /// The name of the font; empty where the file does not say.
        pub name: String,
        /// The size in half-points.
        pub half_points: u32,
        /// How many characters of text are in it.
        pub characters: u32,
        /// The first runs that are in it. Their places are those of whole runs.
        pub places: Bounded<RunPlace, MOST_FONT_PLACES>,
    }

    /// A part of a section, or of sections that the plan does not divide.
    pub struct PlanPart {
        /// The sections.
        pub sections: Vec<PlanSection>,
        /// The heading under which it stands.
        pub heading: SectionHeading,
        /// What stands in it.
        pub blocks: Bounded<Block, MOST_BLOCKS>,
    }

    /// The heading of a section.
    pub struct SectionHeading {
        /// Its text.
        pub text: String,
        /// Where it stands.
        pub place: RunPlace,
        /// What it was recognised by.
        pub recognised_by: Vec<Recognition>,
        /// How sure that is.
        pub sureness: Sureness,
        /// The area of need under whose heading it stands.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub area: Option<String>,
    }

    /// A piece of a plan's text.
    pub struct Block {
        /// What it is.
        pub kind: BlockKind,
        /// Its text, without what is struck through. The cells of a row are parted by tabs.
        pub text: String,
        /// Its text with what is struck through, where that is another.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub with_struck: Option<String>,
        /// The number or bullet that is printed in front of it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub number: Option<String>,
        /// For an item of a list, the line that leads in to the list.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub lead_in: Option<String>,
        /// For a row, its number among all rows of tables: the same for two blocks from one row.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub row: Option<u32>,
        /// For a row, its cells.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cells: Option<Bounded<BlockCell, MOST_PIECES>>,
        /// The runs of the file that its text comes from.
        pub runs: Bounded<RunPlace, MOST_PIECES>,
    }

    /// A cell of a row.
    pub struct BlockCell {
        /// Where its text starts in that of the block.
        pub at: Utf16Place,
        /// How long it is.
        pub length: Utf16Place,
        /// The column in which it starts, from 0.
        pub column: u32,
        /// The text of the heading over its column, or of the label at the beginning of its row.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub heading: Option<String>,
        /// What the heading says that it has.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub meaning: Option<ColumnMeaning>,
    }

    /// Where text of a run starts.
    pub struct RunPlace {
        /// Where it starts in the text of the block.
        pub at: Utf16Place,
        /// The part of the file.
        pub file: u32,
        /// The number of the paragraph in the part, from 0, in the order of the file.
        pub paragraph: u32,
        /// The number of the run in the paragraph, from 0, in the order of the file.
        pub run: u32,
        /// Where it starts in the text of the run.
        pub offset: Utf16Place,
    }

    /// A stretch of a block's text.
    #[derive(Copy, PartialOrd, Ord)]
    pub struct TextPlace {
        /// The number of the part among those of the plan, from 0.
        pub part: u32,
        /// The number of the block in the part, from 0.
        pub block: u32,
        /// Where it starts in the text of the block.
        pub at: Utf16Place,
        /// How long it is.
        pub length: Utf16Place,
    }

    /// A comment that stands in the file.
    pub struct PlanComment {
        /// Who wrote it.
        pub author: String,
        /// What it says.
        pub text: String,
        /// The first run that it is about.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub place: Option<RunPlace>,
    }

    /// A comment to be written into the file.
    pub struct NewComment {
        /// The first of the words that it is about.
        pub from: RunPlace,
        /// The place just behind the last of them.
        pub to: RunPlace,
        /// What it says.
        pub paragraphs: Bounded<FreeText, MOST_COMMENT_PARAGRAPHS>,
        /// Who it is from, where that is another than for the rest.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub author: Option<FreeText>,
    }

    /// Something about the sections that a person should look at.
    pub struct SectionDoubt {
        /// What it is.
        pub kind: DoubtKind,
        /// The section.
        pub section: PlanSection,
        /// The heading that it is about; none where the section is missing.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub place: Option<RunPlace>,
        /// A sentence for people.
        pub why: String,
    }

    /// What a person says about a line: that it opens sections, or does not.
    pub struct SectionChoice {
        /// The part of the file.
        pub file: u32,
        /// The paragraph.
        pub paragraph: u32,
        /// What the line is.
        pub role: LineRole,
        /// For a heading, the sections that it opens.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub sections: Option<Vec<PlanSection>>,
    }
}

choice! {
    /// What a block is.
    pub enum BlockKind {
        /// A heading within a section.
        Heading = "heading",
        /// A paragraph.
        Statement = "statement",
        /// A row of a table, which is one statement.
        Row = "row",
        /// The row of a table that has the headings of its columns.
        HeadingRow = "heading_row",
        /// An item of a list.
        ListItem = "list_item",
        /// Words of somebody, in quotation marks.
        Quotation = "quotation",
        /// A line of no section.
        Furniture = "furniture",
    }

    /// What the cells of a column have.
    pub enum ColumnMeaning {
        /// Needs.
        Need = "need",
        /// Strengths.
        Strength = "strength",
        /// Outcomes.
        Outcome = "outcome",
        /// Provision.
        Provision = "provision",
        /// Who provides it.
        Who = "who",
        /// How often.
        HowOften = "how_often",
        /// How long.
        HowLong = "how_long",
        /// The size of a group, or the number of adults.
        GroupSize = "group_size",
        /// How and when it is reviewed.
        Review = "review",
        /// A date.
        Date = "date",
        /// A number or a mark to refer to.
        Reference = "reference",
        /// Advice that was given.
        Advice = "advice",
        /// A kind, such as education, health or care.
        Kind = "kind",
    }

    /// What the heading of a section was recognised by.
    pub enum Recognition {
        /// Its letter.
        Letter = "letter",
        /// The words of its title.
        Title = "title",
        /// The style or the outline level of a heading.
        Style = "style",
        /// Bold, larger, centred, underlined or all in capitals.
        Appearance = "appearance",
        /// A coloured cell.
        Colour = "colour",
        /// Its place: it stands apart as a label or a line of its own.
        Place = "place",
        /// The headings of a table's columns.
        Columns = "columns",
        /// A person.
        Person = "person",
    }

    /// How sure a recognition is.
    pub enum Sureness {
        /// It is doubtful.
        Doubtful = "doubtful",
        /// It is likely.
        Likely = "likely",
        /// It is sure.
        Sure = "sure",
    }

    /// What a person should look at.
    pub enum DoubtKind {
        /// The section has no heading.
        Missing = "missing",
        /// Its heading is doubtful.
        Doubtful = "doubtful",
        /// The letter is that of one section and the title that of another.
        OtherTitle = "other_title",
        /// It stands at places that are apart.
        Repeated = "repeated",
        /// The plan does not divide it from another section.
        NotSplit = "not_split",
    }

    /// What a line is, as a person says it.
    pub enum LineRole {
        /// The heading of sections.
        Heading = "heading",
        /// The end of a section: from here on there is none.
        Furniture = "furniture",
        /// Text of the section in which it stands.
        Text = "text",
    }
}

impl PlanDocument {
    /// The blocks of a section, in the order of the plan.
    pub fn blocks(&self, section: PlanSection) -> impl Iterator<Item = &Block> {
        let parts = self.parts.iter().filter(move |part| part.sections.contains(&section));
        parts.flat_map(|part| part.blocks.iter())
    }

    /// The text of a section: a line for each block, without what is struck through.
    #[must_use]
    pub fn text(&self, section: PlanSection) -> String {
        lines(self.blocks(section).map(|block| block.text.as_str()))
    }

    /// The text of a section with what is struck through.
    #[must_use]
    pub fn text_with_struck(&self, section: PlanSection) -> String {
        let blocks = self.blocks(section);
        lines(blocks.map(|block| block.with_struck.as_ref().unwrap_or(&block.text).as_str()))
    }
}

/// The texts that say something, a line each.
fn lines<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n")
}
