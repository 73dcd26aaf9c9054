//! Which lines are the headings of sections. What speaks for a line is counted in points: its letter, the words of its
//! title, what it looks like and where it stands. No single one of them decides.

use super::blocks::is_heading_row;
use super::columns::{columns, named};
use super::label::{Form, Label, label};
use super::lines::{Line, LineAppearance, Source};
use super::titles::{AREAS, FURNITURE};
use super::weighty::weighty;
use crate::document::map::{NumberMap, key};
use crate::law::PlanSection;
use crate::plan::body::text_of;
use crate::plan::document::{LineRole, Recognition, SectionChoice, Sureness};
use crate::plan::words::{begin_with, contain, words};

/// The points from which a line is a heading, and from which that is likely and sure.
const ENOUGH: i32 = 5;
const LIKELY: i32 = 6;
const SURE: i32 = 7;

/// The points that are enough where no line looks different from another, as in plain text.
const ENOUGH_IN_PLAIN_TEXT: i32 = 4;

/// The most points for the appearance.
const MOST_FOR_APPEARANCE: i32 = 4;

/// The points for the appearance from which a line looks like a heading.
const APPEARS_AS_A_HEADING: i32 = 2;

/// With so many sections found by their letters, titles without a letter count for the others alone.
const ENOUGH_LETTERS: usize = 4;

/// The fewest headings in a row that can be a table of contents.
const FEWEST_IN_CONTENTS: usize = 3;

/// The most words of the heading of what is no section.
const MOST_WORDS_OF_FURNITURE: usize = 14;

/// The heading of sections.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub(super) struct Heading {
    pub(super) sections: Vec<PlanSection>,
    pub(super) by: Vec<Recognition>,
    pub(super) sureness: Sureness,
    pub(super) area: Option<&'static str>,
    /// Whether its title is that of another section.
    pub(super) has_other_title: bool,
    /// Whether all of a row is the heading, not only the label at its beginning.
    pub(super) takes_row: bool,
    points: i32,
    has_letter: bool,
    is_general: bool,
}

/// What a line is.
#[derive(Debug, Clone)]
pub(super) enum Role {
    Text,
    Heading(Heading),
    /// A line of no section within one: a heading over several sections, or one in a table of contents.
    Aside,
    /// From here on there is no section.
    End,
}

/// The roles of lines. What a person says of a line stands.
pub(super) fn roles(lines: &[Line], choices: &[SectionChoice]) -> Vec<Role> {
    let mut candidates: Vec<Option<Heading>> = lines.iter().map(candidate).collect();
    let is_plain = !lines.iter().any(|line| appearance(line.appearance).0 > 0);
    let enough = if is_plain { ENOUGH_IN_PLAIN_TEXT } else { ENOUGH };
    let mut roles = vec![Role::Text; lines.len()];
    let is_lettered = |heading: &Heading| heading.has_letter && heading.points >= enough;
    let in_contents = contents(&candidates, &is_lettered);
    clear(&mut candidates, &mut roles, &in_contents);
    let mut found: Vec<PlanSection> = Vec::new();
    for heading in candidates.iter().flatten().filter(|heading| is_lettered(heading)) {
        for section in &heading.sections {
            if !found.contains(section) {
                found.push(*section);
            }
        }
    }
    let letters_rule = found.len() >= ENOUGH_LETTERS;
    let is_titled = |heading: &Heading| {
        let is_open = heading.sections.iter().all(|section| !found.contains(section));
        let is_clear = !heading.is_general || (!letters_rule && heading.points > enough);
        !heading.has_letter && heading.points >= enough && is_clear && (is_open || !letters_rule)
    };
    if letters_rule {
        // In front of the first letter stands a cover, which may name a budget or a school.
        let first = candidates.iter().flatten().find(|heading| is_lettered(heading));
        let first = first.and_then(|heading| heading.sections.first().copied());
        let is_before = |candidate: &&mut Option<Heading>| {
            candidate.as_ref().is_none_or(|heading| !is_lettered(heading))
        };
        for candidate in candidates.iter_mut().take_while(is_before) {
            let comes_before = |heading: &Heading| heading.sections.first() < first.as_ref();
            *candidate = candidate.take().filter(comes_before);
        }
    }
    let counts = |heading: &Heading| is_lettered(heading) || is_titled(heading);
    let in_contents = contents(&candidates, &counts);
    clear(&mut candidates, &mut roles, &in_contents);
    let mut current: Vec<PlanSection> = Vec::new();
    for (role, candidate) in roles.iter_mut().zip(candidates) {
        let Some(heading) = candidate else { continue };
        // A title within its own section is a heading within it.
        let is_new = heading.sections != current;
        if is_lettered(&heading) || (is_titled(&heading) && is_new) {
            current.clone_from(&heading.sections);
            *role = Role::Heading(heading);
        }
    }
    for (role, _) in roles.iter_mut().zip(lines).filter(|(_, line)| line.is_contents) {
        *role = Role::Aside;
    }
    choose(lines, choices, &mut roles);
    mark_ends(lines, &mut roles);
    mark_groups(lines, &mut roles);
    choose(lines, choices, &mut roles);
    roles
}

/// Takes lines of a table of contents out of the candidates.
fn clear(candidates: &mut [Option<Heading>], roles: &mut [Role], in_contents: &[bool]) {
    let lines = candidates.iter_mut().zip(roles).zip(in_contents);
    for ((candidate, role), _) in lines.filter(|(_, in_contents)| **in_contents) {
        *candidate = None;
        *role = Role::Aside;
    }
}

/// What a person says.
fn choose(lines: &[Line], choices: &[SectionChoice], roles: &mut [Role]) {
    if choices.is_empty() {
        return;
    }
    let place = |line: &Line| key([0, 0, line.spot.part.into(), line.spot.paragraph]);
    let mut chosen = NumberMap::default();
    for choice in choices {
        chosen.insert(&key([0, 0, choice.file, choice.paragraph]), choice);
    }
    for (line, role) in lines.iter().zip(roles) {
        let Some(choice) = chosen.get(&place(line)) else { continue };
        let sections = choice.sections.clone().unwrap_or_default();
        *role = match choice.role {
            LineRole::Text => Role::Text,
            LineRole::Heading if !sections.is_empty() => Role::Heading(Heading {
                sections,
                by: vec![Recognition::Person],
                sureness: Sureness::Sure,
                area: None,
                has_other_title: false,
                takes_row: false,
                points: i32::MAX,
                has_letter: true,
                is_general: false,
            }),
            LineRole::Furniture | LineRole::Heading => Role::End,
        };
    }
}

/// The line as a heading, with what speaks for it.
fn candidate(line: &Line) -> Option<Heading> {
    if line.is_contents || is_contents_in_one(&line.text) {
        return None;
    }
    if let Source::Row(row) = line.source {
        let columns = columns(row);
        let sections = named(&columns);
        if sections.len() > 1 {
            return Some(Heading {
                sections,
                by: vec![Recognition::Letter, Recognition::Columns],
                sureness: Sureness::Sure,
                area: None,
                has_other_title: false,
                takes_row: true,
                points: SURE,
                has_letter: true,
                is_general: false,
            });
        }
    }
    let with_number = line.number.map(|number| format!("{number} {}", line.text));
    let read = with_number.as_deref().and_then(label).filter(|label| label.form != Form::None);
    let read = read.or_else(|| label(&line.text))?;
    let (for_appearance, mut by_appearance) = appearance(line.appearance);
    let mut by = Vec::new();
    let mut points = match read.form {
        Form::Named => 4,
        Form::Letter if line.text.contains(['1', '2']) && !read.is_unsplit => 3,
        Form::Letter => 2,
        Form::None => 0,
    };
    if read.form != Form::None {
        by.push(Recognition::Letter);
    }
    let takes_row = has_title_behind(line, &read);
    if read.agrees() || takes_row {
        points += if read.share >= 5 || takes_row { 3 } else { 2 };
        by.push(Recognition::Title);
    }
    let is_row = matches!(line.source, Source::Row(_));
    // The headings of columns and the labels of cards are words of titles too.
    let is_of_a_table = match line.source {
        Source::Row(row) => read.is_general || is_heading_row(row),
        Source::Paragraph(_) => false,
    };
    if read.form == Form::None && (read.share < 6 || is_of_a_table) {
        return None;
    }
    points += for_appearance;
    by.append(&mut by_appearance);
    let count = words(&line.text).len();
    let is_short = count <= 10 && (read.is_bare || read.share >= 5);
    if is_short {
        points += 1;
        by.push(Recognition::Place);
    }
    if read.is_sentence || (read.has_verb && (read.form != Form::Named || for_appearance == 0)) {
        points -= if line.appearance.heading.is_some() { 1 } else { 4 };
    }
    if line.appearance.is_in_list && line.number.is_none_or(|number| number == "•") {
        points -= 2;
    }
    if is_row && for_appearance == 0 {
        // The first cell of any row is short and stands apart.
        points -= 2;
    }
    let has_other_title =
        read.form != Form::None && !read.titled.is_empty() && !read.agrees() && !takes_row;
    if has_other_title {
        points -= 1;
    }
    let sureness = match points {
        _ if has_other_title || read.form == Form::None && points < LIKELY => Sureness::Doubtful,
        SURE.. => Sureness::Sure,
        LIKELY.. => Sureness::Likely,
        _ => Sureness::Doubtful,
    };
    Some(Heading {
        sections: read.sections,
        by,
        sureness,
        area: area(&line.text),
        has_other_title,
        takes_row,
        points,
        has_letter: read.form != Form::None,
        is_general: read.is_general,
    })
}

/// The points for what a line looks like, and by what.
fn appearance(appearance: LineAppearance) -> (i32, Vec<Recognition>) {
    let mut by = Vec::new();
    let mut points = 0;
    if appearance.heading.is_some() {
        points += 3;
        by.push(Recognition::Style);
    }
    let bold = if appearance.is_bold { 2 } else { 0 };
    let rest = [
        appearance.is_underlined,
        appearance.is_centred,
        appearance.is_large,
        appearance.is_capitals,
    ];
    let of_type = bold + rest.into_iter().map(i32::from).sum::<i32>();
    if of_type > 0 {
        by.push(Recognition::Appearance);
    }
    if appearance.is_shaded {
        points += 2;
        by.push(Recognition::Colour);
    }
    ((points + of_type).min(MOST_FOR_APPEARANCE), by)
}

/// Whether a row is a heading in all: behind its letter there are its title and page numbers alone.
fn has_title_behind(line: &Line, read: &Label) -> bool {
    let Source::Row(row) = line.source else { return false };
    let mut has_title = false;
    for cell in row.cells.iter().skip_while(|cell| cell.continues).skip(1) {
        let text = text_of(&cell.nodes, false);
        let lower = text.to_ascii_lowercase();
        let number = lower.strip_prefix("page").unwrap_or(&lower).trim();
        let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
        let titled = label(&text)
            .filter(|label| label.form == Form::None && !label.is_sentence && label.share >= 5);
        let is_title = titled.is_some_and(|label| {
            label.titled.iter().any(|section| read.sections.contains(section))
        });
        if !is_number && !is_title {
            return false;
        }
        has_title |= is_title;
    }
    has_title && read.form != Form::None
}

/// Whether one line is a list of sections: parted by line breaks and tabs, three of its pieces have letters.
fn is_contents_in_one(text: &str) -> bool {
    if !text.contains(['\n', '\t']) {
        return false;
    }
    let pieces = text.split(['\n', '\t']).filter_map(label);
    pieces.filter(|label| label.form != Form::None).count() >= FEWEST_IN_CONTENTS
}

/// Which lines are those of tables of contents: headings with nothing between them whose sections come again behind.
fn contents(candidates: &[Option<Heading>], counts: &dyn Fn(&Heading) -> bool) -> Vec<bool> {
    // The lines from the last up, so that what comes again was met before.
    let mut behind: Vec<PlanSection> = Vec::new();
    let mut lines: Vec<(bool, bool)> = Vec::new();
    for candidate in candidates.iter().rev() {
        let heading = candidate.as_ref().filter(|heading| counts(heading));
        let sections = heading.map_or(&[][..], |heading| &heading.sections);
        lines.push((heading.is_some(), sections.iter().any(|section| behind.contains(section))));
        for section in sections {
            if !behind.contains(section) {
                behind.push(*section);
            }
        }
    }
    lines.reverse();
    let mut in_contents = Vec::new();
    for run in lines.chunk_by(|(one, _), (other, _)| one == other) {
        let again = run.iter().filter(|(_, comes_again)| *comes_again).count();
        let is_table = run.len() >= FEWEST_IN_CONTENTS && again * 3 >= run.len() * 2;
        in_contents.extend(run.iter().map(|(_, comes_again)| is_table && *comes_again));
    }
    in_contents
}

/// Marks where sections end before the next begins: signatures, rights, appendices.
fn mark_ends(lines: &[Line], roles: &mut [Role]) {
    let last = roles.iter().rposition(|role| matches!(role, Role::Heading(_)));
    let first_table = last.and_then(|last| lines.iter().skip(last + 1).find_map(|line| line.table));
    let mut headings = lines.iter().zip(&*roles).rev();
    let heading = headings.find(|(_, role)| matches!(role, Role::Heading(_)));
    let last_level = heading.and_then(|(line, _)| line.appearance.heading);
    for (at, (line, role)) in lines.iter().zip(roles).enumerate() {
        if !matches!(role, Role::Text) {
            continue;
        }
        let is_at_the_end = last.is_some_and(|last| at > last);
        let is_as_high = line
            .appearance
            .heading
            .zip(last_level)
            .is_some_and(|(level, of_last)| level <= of_last);
        // Behind the last section, a heading that stands as high as its own is that of something else.
        if is_as_high && last.is_some_and(|last| at > last + 1) {
            *role = Role::End;
            continue;
        }
        let all = words(&line.text);
        let begins = |furniture: &&super::titles::Furniture| {
            (is_at_the_end || !furniture.at_the_end) && begin_with(&all, furniture.words).is_some()
        };
        let Some(furniture) = FURNITURE.iter().find(begins) else { continue };
        let is_short = all.len() <= MOST_WORDS_OF_FURNITURE;
        let appears_as_one = appearance(line.appearance).0 >= APPEARS_AS_A_HEADING;
        let is_row = matches!(line.source, Source::Row(_));
        // A row of the table of advice may begin with any of the words.
        let is_apart = !is_row || (is_at_the_end && line.table != first_table);
        let needs_appearance =
            !is_at_the_end || furniture.words.starts_with("app") || furniture.words == "annex";
        if is_short
            && is_apart
            && (appears_as_one || !needs_appearance)
            && !line.appearance.is_in_list
        {
            *role = Role::End;
        }
    }
}

/// Marks headings over several sections, such as an area of need, and gives the sections their area.
fn mark_groups(lines: &[Line], roles: &mut [Role]) {
    let mut group = None;
    // Of each line the level and the sections of the heading right behind it.
    let behind = lines.iter().zip(&*roles).skip(1).map(|(line, role)| match role {
        Role::Heading(heading) => Some((line.appearance.heading, heading.sections.clone())),
        _ => None,
    });
    let behind: Vec<_> = behind.chain([None]).collect();
    for ((line, role), behind) in lines.iter().zip(roles).zip(behind) {
        match (role, behind) {
            (role @ Role::Text, Some((level_behind, behind)))
                if matches!(line.source, Source::Paragraph(_))
                    && appearance(line.appearance).0 >= APPEARS_AS_A_HEADING =>
            {
                let area = area(&line.text);
                let levels = line.appearance.heading.zip(level_behind);
                let is_above = levels.is_some_and(|(this, next)| this < next);
                let announces = label(&line.text).is_some_and(|label| {
                    let is_title = !label.is_sentence && !label.is_general && label.share >= 6;
                    is_title && label.titled.iter().any(|section| behind.contains(section))
                });
                if area.is_some() || is_above || announces {
                    group = area;
                    *role = Role::Aside;
                }
            }
            (Role::Heading(heading), _) => {
                let is_by_area = heading.sections.iter().all(|section| {
                    matches!(section, PlanSection::B | PlanSection::E | PlanSection::F)
                });
                if !is_by_area {
                    group = None;
                }
                heading.area = heading.area.or(group);
            }
            _ => {}
        }
    }
}

/// The area of need that a line names.
fn area(text: &str) -> Option<&'static str> {
    let words = weighty(text);
    AREAS.iter().find(|(_, phrase)| contain(&words, phrase)).map(|(area, _)| *area)
}
