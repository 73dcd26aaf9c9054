//! What the headings of a sheet are about.

use super::field::usual_fields;
use super::map::{SheetColumn, SheetMap};
use super::words::plain;
use crate::document::Bounded;
use crate::framework::Framework;

/// The rows among which the one with the headings is looked for.
pub(super) const FIRST_ROWS: usize = 20;

/// Other headings of fields that every framework has.
const OTHER_HEADINGS: [(&str, &[&str]); 19] = [
    ("/review/plan/reference", &["ref", "plan reference", "case reference", "pseudonym"]),
    ("/review/plan/stage", &["stage of plan", "type of plan", "plan type", "draft or final"]),
    ("/review/plan/year_group", &["year", "ncy", "nc year", "national curriculum year", "ncyear"]),
    ("/review/plan/age", &["age in years"]),
    ("/phase", &["phase of education", "education phase", "key stage", "key stage or phase"]),
    ("/review/review/level", &["qa level", "level of qa", "level of checking"]),
    (
        "/review/review/date",
        &["date", "review date", "qa date", "date of qa", "date graded", "graded on"],
    ),
    (
        "/dimensions/need",
        &[
            "need",
            "main need",
            "area of need",
            "primary area of need",
            "category of need",
            "main category of need",
            "primary sen type",
            "sen type",
        ],
    ),
    (
        "/dimensions/setting",
        &["setting", "setting type", "type of school", "school type", "placement type"],
    ),
    (
        "/dates/received",
        &[
            "received",
            "date received",
            "received date",
            "request date",
            "date of request",
            "date requested",
            "date request received",
        ],
    ),
    (
        "/dates/decided",
        &["decision date", "date of decision", "decision to assess", "six week decision"],
    ),
    ("/dates/notified", &["notified", "date notified", "decision to issue"]),
    ("/dates/draft_sent", &["draft date", "date draft sent", "draft issued", "date of draft"]),
    (
        "/dates/issued",
        &[
            "issued",
            "date issued",
            "issue date",
            "date of issue",
            "final date",
            "final issued",
            "date final issued",
            "final plan issued",
            "date of final plan",
        ],
    ),
    ("/dates/exception", &["exception", "statutory exception", "reason for delay"]),
    ("/regraded/before", &["before"]),
    ("/regraded/after", &["after", "regraded", "re graded"]),
    ("/graded_twice/first", &["first", "grader 1", "first grader"]),
    ("/graded_twice/second", &["second", "grader 2", "second grader", "moderated"]),
];

/// Words that say that a column holds a score.
const SCORE: [&str; 7] = ["score", "scores", "grade", "graded", "rating", "rag", "judgement"];

/// Words of a heading that say nothing about what the column holds.
const FILLERS: [&str; 11] =
    ["quality", "qa", "assurance", "section", "the", "of", "for", "it", "was", "ehcp", "plan"];

/// Words that stand for the plan as a whole.
const OVERALL: [&str; 3] = ["overall", "final", "total"];

/// Words of headings over texts.
const TEXTS: [&str; 9] = [
    "comment",
    "comments",
    "commentary",
    "feedback",
    "notes",
    "strengths",
    "improvements",
    "improvement",
    "rationale",
];

/// Proposes a map from the headings of a sheet. A field is proposed for the first column that is about it; a column of
/// which nothing is known stands in the map without a field.
#[must_use]
pub fn propose(framework: &Framework, headings: &[impl AsRef<str>]) -> SheetMap {
    let known = known_headings(framework);
    let written: Vec<String> = headings.iter().map(|heading| plain(heading.as_ref())).collect();
    let mut columns: Vec<SheetColumn> = Vec::new();
    for (number, (heading, plain)) in headings.iter().zip(&written).enumerate() {
        let stands = |others: &[String]| others.contains(plain);
        let (before, after) = written.split_at(number);
        if plain.is_empty() || stands(before) {
            continue;
        }
        // A heading that stands twice cannot be told from the other.
        let is_alone = !after.get(1..).is_some_and(stands);
        let field = field_of(framework, &known, plain).filter(|at| {
            is_alone && columns.iter().all(|column| column.field.as_ref() != Some(at))
        });
        columns.push(SheetColumn {
            heading: heading.as_ref().trim().to_owned(),
            field,
            words: None,
        });
    }
    let framework = Some(framework.id().to_owned());
    SheetMap { framework, sheet: None, columns: Bounded(columns), always: None }
}

/// The row with the headings among the first rows of a sheet: the one with the most columns of the map or, without a
/// map, with the most of which something is known.
#[must_use]
pub fn heading_row<S: AsRef<str>>(
    framework: &Framework,
    map: Option<&SheetMap>,
    rows: &[Vec<S>],
) -> Option<usize> {
    let known = known_headings(framework);
    let count = |row: &[S]| {
        let headings = row.iter().map(|heading| plain(heading.as_ref()));
        match map {
            Some(map) => {
                let columns: Vec<String> =
                    map.columns.iter().map(|column| plain(&column.heading)).collect();
                headings.filter(|heading| columns.contains(heading)).count()
            }
            None => headings.filter_map(|heading| field_of(framework, &known, &heading)).count(),
        }
    };
    let mut most: Option<(usize, usize)> = None;
    for (number, row) in rows.iter().enumerate().take(FIRST_ROWS) {
        let count = count(row);
        if count > most.map_or(0, |(_, most)| most) {
            most = Some((number, count));
        }
    }
    most.map(|(number, _)| number)
}

/// A heading as it is compared, and the field that it is about.
struct Known {
    written: String,
    at: String,
}

/// The headings that are known word for word.
fn known_headings(framework: &Framework) -> Vec<Known> {
    let fields = usual_fields(framework);
    let is_field = |at: &str| fields.iter().any(|(known, _)| known == at);
    let mut known = Vec::new();
    for (at, label) in &fields {
        known.push(Known { written: plain(label), at: at.clone() });
        known.push(Known { written: plain(at), at: at.clone() });
    }
    for (at, headings) in OTHER_HEADINGS.iter().filter(|(at, _)| is_field(at)) {
        known.extend(
            headings
                .iter()
                .map(|written| Known { written: (*written).to_owned(), at: (*at).to_owned() }),
        );
    }
    for question in framework.questions() {
        let at = ["/review/plan/", &question.field].concat();
        known.push(Known { written: plain(&question.label), at });
    }
    let (sections, overall) = framework.printed_sections();
    for section in sections.iter().chain([&overall]) {
        for descriptor in &section.descriptors {
            let at = ["/review/sections/", &section.id, "/descriptors/", &descriptor.id].concat();
            known.push(Known { written: plain(&descriptor.text), at });
        }
    }
    known
}

/// The field that a heading is about.
fn field_of(framework: &Framework, known: &[Known], heading: &str) -> Option<String> {
    if let Some(known) = known.iter().find(|known| known.written == heading) {
        return Some(known.at.clone());
    }
    let words: Vec<&str> = heading.split(' ').collect();
    if words.iter().any(|word| TEXTS.contains(word)) {
        return None;
    }
    let is_score = words.iter().any(|word| SCORE.contains(word));
    let says = |word: &&str| !SCORE.contains(word) && !FILLERS.contains(word);
    let rest: Vec<&str> = words.iter().copied().filter(says).collect();
    let score_of = |section: &str| ["/review/sections/", section, "/score"].concat();
    if is_score && rest.iter().all(|word| OVERALL.contains(word)) {
        return Some(score_of(framework.overall_id()));
    }
    if is_score {
        // Of two grades, which one stands before or behind the word.
        let rest = rest.join(" ");
        if let Some(known) = known.iter().find(|known| known.written == rest && is_grade(&known.at))
        {
            return Some(known.at.clone());
        }
    }
    let joined = rest.concat();
    if let Some(section) = framework.section_ids().find(|id| plain(id).replace(' ', "") == joined) {
        return Some(score_of(section));
    }
    let mut descriptors = framework.descriptor_ids();
    let is_named = |id: &str| {
        let id = plain(id).replace(' ', "");
        id == joined || id.contains(|c: char| c.is_ascii_digit()) && rest.contains(&id.as_str())
    };
    if let Some((id, section)) = descriptors.find(|(id, _)| is_named(id)) {
        let section = framework.section_ids().nth(section)?;
        return Some(["/review/sections/", section, "/descriptors/", id].concat());
    }
    // "Section F" and whatever the sheet calls it.
    let section = words.strip_prefix(&["section"])?.first()?;
    framework.section_ids().find(|id| plain(id) == *section).map(score_of)
}

/// Whether a field is a grade of the plan beside the one that is recorded.
fn is_grade(at: &str) -> bool {
    at.starts_with("/regraded/") || at.starts_with("/graded_twice/")
}
