//! A section's text in pieces: how the statements of each are made, by its block and by what the section is for.

use super::block::{SectionBlocks, TextBlock, TextCell, Title};
use super::meaning::{Meaning, Meanings};
use super::token::Break;
use crate::law::SectionPurpose;
use crate::plan::{BlockKind, ColumnMeaning};

/// A piece of the text. It reaches to the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// Where it starts, in bytes.
    pub(super) start: usize,
    /// What ends before it.
    pub(super) break_before: Break,
    pub(super) role: Role,
    /// The number of its row, from 1; 0 where it is in none.
    pub(super) row: u32,
}

/// What the sentences of a piece are to the statements around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Statements.
    Prose,
    /// A heading.
    Heading,
    /// The words that a row is about. They begin a statement, or are one with what stands before them in the row.
    Main { begins: bool },
    /// A cell or a field that says more of its statement: its words, and what its title says that it has.
    Field(Meanings),
    /// A cell or a field beside the statement: only what its title says that it has counts.
    Beside(Meanings),
    /// No statement, and nothing is found in it.
    Silent,
    /// The label of a field: silent, and within the statement of the field.
    Label,
}

impl Role {
    /// Whether nothing is found in a piece.
    pub(super) fn is_silent(self) -> bool {
        matches!(self, Self::Silent | Self::Label)
    }

    /// Whether what the words say counts for the statement that they stand in.
    pub(super) fn counts(self) -> bool {
        !self.is_silent() && !matches!(self, Self::Beside(_))
    }

    /// What the title says that the piece has.
    pub(super) fn title(self) -> Meanings {
        if let Self::Field(title) | Self::Beside(title) = self {
            title
        } else {
            Meanings::default()
        }
    }
}

/// The pieces of a text whose statements are not made of its sentences alone.
pub(super) fn pieces(blocks: &SectionBlocks, purpose: Option<SectionPurpose>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut before = None;
    let mut row = 0;
    // The value of the last row that began with a label, which fields in the rows below it say more of.
    let mut card = None;
    for block in blocks.blocks() {
        let start = block.bytes.start;
        let mut add = |break_before, role| pieces.push(Piece { start, break_before, role, row: 0 });
        match block.kind {
            BlockKind::Row => {
                row += 1;
                card = add_row(&mut pieces, blocks.text(), block, purpose, row, card);
                before = Some(block.kind);
                continue;
            }
            BlockKind::Heading => add(Break::Paragraph, Role::Heading),
            BlockKind::ListItem => add(Break::Bullet, Role::Prose),
            BlockKind::Statement if before == Some(BlockKind::Statement) => {
                // In plain text the sentences are as they stand.
                let is_of_plan = block.is_of_plan();
                add(if is_of_plan { Break::Sentence } else { Break::None }, Role::Prose);
            }
            BlockKind::Statement if before.is_none() && !block.is_of_plan() => {
                add(Break::None, Role::Prose);
            }
            BlockKind::Statement => add(Break::Paragraph, Role::Prose),
            BlockKind::HeadingRow | BlockKind::Quotation | BlockKind::Furniture => {
                add(Break::Paragraph, Role::Silent);
            }
        }
        if purpose == Some(SectionPurpose::Outcome) {
            add_fields(&mut pieces, block);
        }
        card = None;
        before = Some(block.kind);
    }
    pieces
}

/// Adds the pieces of a row, and returns the value that fields in the rows below say more of.
fn add_row(
    pieces: &mut Vec<Piece>,
    text: &str,
    block: &TextBlock,
    purpose: Option<SectionPurpose>,
    row: u32,
    card: Option<usize>,
) -> Option<usize> {
    let says =
        |cell: &&TextCell| text.get(cell.bytes.clone()).is_some_and(|text| !text.trim().is_empty());
    let roles = block.cells.iter().filter(says).map(|cell| (cell, role(cell, purpose)));
    let roles: Vec<(&TextCell, Role)> = roles.collect();
    let is_labelled = roles.iter().any(|(cell, _)| cell.title == Title::IsLabel);
    let is_main = |role: &Role| matches!(role, Role::Main { .. });
    // Fields without what they are about say more of the row above.
    let may_go_on = is_labelled || purpose != Some(SectionPurpose::Advice);
    if may_go_on && !roles.iter().any(|(_, role)| is_main(role)) {
        let mut row = row;
        if let Some(value) = card.and_then(|card| pieces.get_mut(card)) {
            value.role = Role::Main { begins: true };
            row = value.row;
        }
        for (cell, role) in roles {
            let role = if role == Role::Silent { Role::Label } else { role };
            let start = cell.bytes.start;
            pieces.push(Piece { start, break_before: Break::Sentence, role, row });
        }
        return card;
    }
    let has_fields = roles.iter().any(|(_, role)| matches!(role, Role::Field(_)));
    let is_statement = match purpose {
        Some(SectionPurpose::Provision) => {
            has_fields || roles.iter().all(|(cell, _)| cell.title == Title::None)
        }
        Some(SectionPurpose::Outcome | SectionPurpose::Advice) => true,
        _ => false,
    };
    let mut has_begun = false;
    let mut value = None;
    for (number, (cell, role)) in roles.into_iter().enumerate() {
        let (mut break_before, role) = match role {
            Role::Main { .. } if is_statement && !is_labelled => {
                (Break::Sentence, Role::Main { begins: !has_begun })
            }
            Role::Main { .. } => (Break::Paragraph, Role::Prose),
            role => (Break::Sentence, role),
        };
        if number == 0 {
            break_before = Break::Paragraph;
        }
        has_begun |= is_main(&role) || matches!(role, Role::Field(_));
        if is_labelled && role == Role::Prose {
            value = Some(pieces.len());
        }
        pieces.push(Piece { start: cell.bytes.start, break_before, role, row });
    }
    value
}

/// Adds the label and the value of a paragraph that is a field.
fn add_fields(pieces: &mut Vec<Piece>, block: &TextBlock) {
    let [label, value] = block.cells.as_slice() else { return };
    pieces.pop();
    let role = role(value, Some(SectionPurpose::Outcome));
    for (cell, role) in [(label, Role::Label), (value, role)] {
        let start = cell.bytes.start;
        pieces.push(Piece { start, break_before: Break::Sentence, role, row: 0 });
    }
}

/// What a cell is to its row, by what its title says that it has.
fn role(cell: &TextCell, purpose: Option<SectionPurpose>) -> Role {
    let main = Role::Main { begins: false };
    let titles = match &cell.title {
        Title::IsLabel => return Role::Silent,
        Title::None => return main,
        Title::Column(titles) | Title::Label(titles) => titles,
    };
    let has = |wanted: &[ColumnMeaning]| wanted.iter().any(|title| titles.contains(title));
    match purpose {
        Some(SectionPurpose::Provision) => {
            let mut says = Meanings::default();
            for title in titles {
                says.add(element(*title));
            }
            if has(&[ColumnMeaning::Provision]) {
                main
            } else if says != Meanings::default() || has(&[ColumnMeaning::Date]) {
                Role::Field(says)
            } else if has(&[ColumnMeaning::Review]) {
                Role::Beside(Meanings::of(&[Meaning::Review]))
            } else if titles.is_empty() || has(&[ColumnMeaning::Advice]) {
                main
            } else {
                Role::Beside(says)
            }
        }
        Some(SectionPurpose::Outcome) => {
            if titles.is_empty() || has(&[ColumnMeaning::Outcome]) {
                main
            } else if has(&[ColumnMeaning::Review]) {
                Role::Beside(Meanings::of(&[Meaning::Review]))
            } else if has(&[ColumnMeaning::Date]) {
                Role::Field(Meanings::of(&[Meaning::ByWhen]))
            } else {
                Role::Beside(Meanings::default())
            }
        }
        Some(SectionPurpose::Advice) => {
            if has(&[ColumnMeaning::Date]) {
                Role::Field(Meanings::of(&[Meaning::Dated]))
            } else if has(&[ColumnMeaning::Advice, ColumnMeaning::Kind]) {
                Role::Field(Meanings::of(&[Meaning::Report]))
            } else if has(&[ColumnMeaning::Who]) {
                Role::Field(Meanings::of(&[Meaning::Who]))
            } else {
                main
            }
        }
        _ => main,
    }
}

/// What a column says of a statement of provision.
fn element(title: ColumnMeaning) -> Meanings {
    match title {
        ColumnMeaning::Who => Meanings::of(&[Meaning::Who]),
        ColumnMeaning::HowOften => Meanings::of(&[Meaning::HowOften]),
        ColumnMeaning::HowLong => Meanings::of(&[Meaning::HowLong]),
        ColumnMeaning::GroupSize => Meanings::of(&[Meaning::Group]),
        _ => Meanings::default(),
    }
}
