//! The statements of a text that belong together.

use super::continuation::{carries_on, is_field_alone};
use super::meaning::{Meaning, Meanings};
use super::number::StatementNumber;
use super::piece::Role;
use super::statement::{SplitText, Statement};
use super::token::Break;
use crate::document::map::NumberMap;
use crate::law::SectionPurpose;

/// Groups what belongs together: a sentence that leads to bullets, sentences that go on from the one
/// before them, labelled fields, and the cells of a row.
pub(super) fn group(text: &mut SplitText) {
    let mut lead: Option<(StatementNumber, Meanings)> = None;
    let mut previous: Option<StatementNumber> = None;
    // What the current group means up to here.
    let mut so_far = Meanings::default();
    for number in text.statements.numbers() {
        let goes_on = previous.is_some_and(|previous| goes_on(text, number, previous));
        let statement = &mut text.statements[number];
        let break_before = text.tokens[statement.tokens.start].break_before;
        let is_label = statement.says(Meaning::Label);
        if break_before == Break::Paragraph && !(is_label && statement.row == 0) {
            previous = None;
            lead = None;
        }
        match statement.role {
            Role::Silent => continue,
            Role::Prose | Role::Heading => {}
            Role::Main { .. } | Role::Field(_) | Role::Beside(_) | Role::Label => {
                lead = None;
                let begins = statement.role == Role::Main { begins: true };
                match previous.filter(|_| !begins) {
                    Some(previous) => statement.group = previous,
                    None if statement.counts() => previous = Some(number),
                    None => {}
                }
                continue;
            }
        }
        let is_bullet = break_before == Break::Bullet;
        if !is_bullet && break_before != Break::Colon {
            lead = None;
        }
        let joined = previous.filter(|_| goes_on || is_label);
        if let Some((first, means)) = lead {
            // Each bullet is a statement, and says what leads to it as well.
            statement.group_means.add(means);
            if break_before == Break::Colon {
                statement.group = first;
            }
            previous = Some(statement.group);
        } else if let Some(previous) = joined {
            statement.group = previous;
        } else if !statement.is_heading || text.purpose == Some(SectionPurpose::Advice) {
            previous = Some(number);
        }
        if joined.is_none() {
            so_far = Meanings::default();
        }
        so_far.add(statement.group_means);
        if statement.leads && (!statement.is_heading || is_label) {
            lead = Some((statement.group, so_far));
        }
    }
    share_fields(text);
    add_means_to_paragraph_end(text);
    // What one statement says, all of its group say.
    for number in text.statements.numbers() {
        let Statement { group, group_means, .. } = text.statements[number];
        text.statements[group].group_means.add(group_means);
    }
    for number in text.statements.numbers() {
        let means = text.statements[text.statements[number].group].group_means;
        text.statements[number].group_means.add(means);
    }
}

/// Whether a statement goes on with the one before it.
fn goes_on(text: &SplitText, number: StatementNumber, previous: StatementNumber) -> bool {
    let statement = &text.statements[number];
    let break_before = text.tokens[statement.tokens.start].break_before;
    match text.purpose {
        // An entry of the list of advice is a line.
        Some(SectionPurpose::Advice) => !text.starts_line(&statement.tokens),
        _ if break_before == Break::Bullet => false,
        _ if statement.says(Meaning::Continues) => true,
        Some(SectionPurpose::Provision) if break_before == Break::Sentence => {
            if text.starts_line(&statement.tokens) {
                is_field_alone(text, statement)
            } else {
                carries_on(text, statement, &text.statements[previous])
            }
        }
        _ => false,
    }
}

/// Gives each statement of a row what the fields of the row say.
fn share_fields(text: &mut SplitText) {
    let mut rows: NumberMap<Meanings> = NumberMap::default();
    for statement in text.statements.rows().iter().filter(|statement| statement.row != 0) {
        if let Role::Field(_) | Role::Beside(_) = statement.role {
            rows.entry(&statement.row.into()).add(statement.group_means);
        }
    }
    for number in text.statements.numbers() {
        let statement = &mut text.statements[number];
        if let Some(says) = rows.get(&statement.row.into())
            && matches!(statement.role, Role::Main { .. })
        {
            statement.group_means.add(*says);
        }
    }
}

/// Adds to each statement what those behind it in its paragraph mean.
fn add_means_to_paragraph_end(text: &mut SplitText) {
    let mut behind = Meanings::default();
    for number in text.statements.numbers().rev() {
        let statement = &mut text.statements[number];
        statement.means_to_paragraph_end.add(behind);
        let begins_paragraph = text.tokens[statement.tokens.start].break_before >= Break::Paragraph;
        behind =
            if begins_paragraph { Meanings::default() } else { statement.means_to_paragraph_end };
    }
}
