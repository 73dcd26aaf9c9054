//! The fields of a record that a column can hold, by their JSON Pointers.

use serde_json::Value;

use super::words::{
    Word, answers, exceptions, flags, levels, numbers, phases, scores, stages, values, year_groups,
};
use crate::document::is_id;
use crate::framework::{Fact, FactValues, Framework};
use crate::review::TextField;

/// How a cell is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldKind {
    /// As one of some words.
    Words,
    /// As a year group.
    YearGroup,
    /// As a whole number.
    Number,
    /// As a date.
    Date,
    /// As the name of a value that plans are counted by.
    Name,
    /// As it stands.
    Text,
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    /// Its JSON Pointer.
    pub(super) at: String,
    /// How its cells are read.
    pub(super) kind: FieldKind,
    /// The words that are read in it.
    pub(super) words: Vec<Word>,
    /// The words that a map gives it, each as [`plain`](super::words::plain) makes it, with what they stand for.
    pub(super) given: Vec<(String, Option<Value>)>,
}

/// Where the dates of a plan stand, in the order of the process.
const DATES: [(&str, &str); 5] = [
    ("received", "Request received"),
    ("decided", "Decision whether to assess"),
    ("notified", "Decision whether to issue notified"),
    ("draft_sent", "Draft sent"),
    ("issued", "Plan issued"),
];

/// What was decided on the way to a plan.
const DECISIONS: [(&str, &str); 2] =
    [("to_assess", "Decided to assess"), ("to_issue", "Decided to issue a plan")];

/// The field at a pointer.
pub(super) fn field_at(framework: &Framework, at: &str) -> Option<Field> {
    let tokens: Vec<&str> = at.strip_prefix('/')?.split('/').collect();
    let (kind, words) = match tokens.as_slice() {
        ["review", "plan", "reference"] | ["review", "review", "reviewer", "id" | "role"] => {
            (FieldKind::Text, Vec::new())
        }
        ["review", "plan", id] => {
            let fact = framework.fact(id)?;
            let questions = framework.questions();
            let question = questions.into_iter().find(|question| *question.field == **id);
            let (choices, labels) = question.map(|q| (q.values, q.labels)).unwrap_or_default();
            let choices = choices.unwrap_or_default();
            match framework.fact_values(fact)? {
                _ if fact == Fact::STAGE => (FieldKind::Words, stages(&choices)),
                _ if fact == Fact::YEAR_GROUP => (FieldKind::YearGroup, year_groups()),
                FactValues::Flag => (FieldKind::Words, flags()),
                FactValues::Choice(_) => (FieldKind::Words, values(&choices)),
                FactValues::Number { .. } => {
                    (FieldKind::Number, numbers(&labels.unwrap_or_default()))
                }
                FactValues::Date => (FieldKind::Date, Vec::new()),
            }
        }
        ["review", "review", "level"] => (FieldKind::Words, levels(framework)),
        ["review", "review", "date"] => (FieldKind::Date, Vec::new()),
        ["review", "criteria", id] => {
            let criteria = framework.printed_criteria();
            let criterion = criteria.iter().find(|criterion| criterion.id == **id)?;
            (FieldKind::Words, values(&criterion.values))
        }
        ["review", "sections", section, rest @ ..] => {
            let section = framework.section_number(section)?;
            match rest {
                ["score"] => (FieldKind::Words, scores(framework)),
                ["descriptors", id] => {
                    let place =
                        framework.descriptor_ids().position(|known| known == (*id, section))?;
                    // One that asks for counts has no answer, and no column.
                    (FieldKind::Words, answers(framework, place))
                }
                [text] => {
                    TextField::from_word(text)?;
                    (FieldKind::Text, Vec::new())
                }
                _ => return None,
            }
        }
        ["phase"] => (FieldKind::Words, phases(framework)),
        ["regraded", "before" | "after"] | ["graded_twice", "first" | "second"] => {
            (FieldKind::Words, scores(framework))
        }
        ["dates", "exception"] => (FieldKind::Words, exceptions()),
        ["dates", decision] if DECISIONS.iter().any(|(known, _)| known == decision) => {
            (FieldKind::Words, flags())
        }
        ["dates", date] => {
            DATES.iter().find(|(known, _)| known == date)?;
            (FieldKind::Date, Vec::new())
        }
        ["dimensions", name] if is_id(name) => (FieldKind::Name, Vec::new()),
        _ => return None,
    };
    // A framework without a scale, levels or phases has no words for them.
    (kind != FieldKind::Words || !words.is_empty()).then(|| Field {
        at: at.to_owned(),
        kind,
        words,
        given: Vec::new(),
    })
}

/// The fields that a sheet usually has, as pointers with what each is called. No two are called the same.
pub(super) fn usual_fields(framework: &Framework) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut add = |at: String, label: &str| {
        let is_known = fields.iter().any(|(_, known)| known == label);
        let label = if is_known { at.clone() } else { label.to_owned() };
        if field_at(framework, &at).is_some() {
            fields.push((at, label));
        }
    };
    add("/review/plan/reference".to_owned(), "Reference");
    for question in framework.questions() {
        add(["/review/plan/", &question.field].concat(), &capitalised(&question.name));
    }
    add("/phase".to_owned(), "Phase");
    add("/review/review/level".to_owned(), "Level");
    add("/review/review/date".to_owned(), "Date of review");
    add("/dimensions/need".to_owned(), "Primary need");
    add("/dimensions/setting".to_owned(), "Type of setting");
    let (sections, overall) = framework.printed_sections();
    for section in [&overall].into_iter().chain(&sections) {
        add(["/review/sections/", &section.id, "/score"].concat(), &section.title);
    }
    for section in sections.iter().chain([&overall]) {
        for descriptor in &section.descriptors {
            let at = ["/review/sections/", &section.id, "/descriptors/", &descriptor.id];
            add(at.concat(), &descriptor.id);
        }
    }
    for criterion in framework.printed_criteria() {
        add(["/review/criteria/", &criterion.id].concat(), &criterion.label);
    }
    for (id, label) in DATES.into_iter().chain(DECISIONS) {
        add(["/dates/", id].concat(), label);
    }
    add("/dates/exception".to_owned(), "Exception claimed");
    add("/regraded/before".to_owned(), "Grade before it was amended");
    add("/regraded/after".to_owned(), "Grade after it was amended");
    add("/graded_twice/first".to_owned(), "First grade");
    add("/graded_twice/second".to_owned(), "Second grade");
    fields
}

fn capitalised(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + characters.as_str()
}
