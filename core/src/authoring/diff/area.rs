//! What a change is about, by its place.

use super::kind::{ChangeKind, ChangedArea};
use super::walk::Difference;
use crate::document::Json;

/// The fields of readings that people read and nothing computes with.
const SENTENCES: [&str; 20] = [
    "basis",
    "cites",
    "clear",
    "hint",
    "instead",
    "key_reason",
    "label",
    "mark",
    "message",
    "name",
    "notes",
    "place",
    "plain",
    "printed",
    "read_as",
    "readings",
    "reason",
    "rests_on",
    "trace",
    "why",
];

/// The lists of the interpretation that say what is asked, and the fields of the wording that are no texts.
const ASKED: [&str; 6] = ["answer_sets", "answers", "counts", "context", "criteria", "values"];
const NO_TEXTS: [&str; 4] = ["action", "id", "section", "weight"];

pub(super) fn of(difference: &Difference) -> ChangedArea {
    let mut tokens = difference.at.split('/').skip(1);
    let half = tokens.next().unwrap_or_default();
    let field = difference.at.rsplit('/').next().unwrap_or_default();
    let sides = [&difference.old, &difference.new];
    let mut values = sides.into_iter().flatten().map(|(_, value)| value);
    match half {
        "wording" => {
            let is_text = values.all(|value| matches!(value, Json::Text(_)));
            if is_text && !NO_TEXTS.contains(&field) {
                ChangedArea::Wording
            } else {
                ChangedArea::Structure
            }
        }
        "interpretation" => {
            let is_entry = difference.kind != ChangeKind::Changed;
            let list = tokens.next().unwrap_or_default();
            if SENTENCES.contains(&field)
                || SENTENCES.contains(&list)
                || tokens.any(|token| token == "cites")
            {
                ChangedArea::Wording
            } else if is_entry && ASKED.contains(&list) {
                ChangedArea::Structure
            } else {
                ChangedArea::Rules
            }
        }
        "id" => ChangedArea::Structure,
        _ => ChangedArea::Wording,
    }
}
