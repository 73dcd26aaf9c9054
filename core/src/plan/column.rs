//! What the heading over a column, or the label in front of a row, says that there is.

use super::document::ColumnMeaning;
use super::words::{contain, words};

/// The most words of a heading over a column.
const MOST_WORDS: usize = 14;

/// What a column has, by the words in its heading. The longest words that stand there decide.
const COLUMNS: &[(ColumnMeaning, &str)] = &[
    (ColumnMeaning::Need, "need"),
    (ColumnMeaning::Need, "needs"),
    (ColumnMeaning::Need, "area need"),
    (ColumnMeaning::Need, "difficulty"),
    (ColumnMeaning::Need, "difficulties"),
    (ColumnMeaning::Need, "barriers"),
    (ColumnMeaning::Strength, "strengths"),
    (ColumnMeaning::Strength, "strength"),
    (ColumnMeaning::Outcome, "outcome"),
    (ColumnMeaning::Outcome, "outcomes"),
    (ColumnMeaning::Outcome, "aim"),
    (ColumnMeaning::Outcome, "aims"),
    (ColumnMeaning::Outcome, "goal"),
    (ColumnMeaning::Outcome, "goals"),
    (ColumnMeaning::Outcome, "we want"),
    (ColumnMeaning::Outcome, "hope achieve"),
    (ColumnMeaning::Outcome, "steps towards"),
    (ColumnMeaning::Provision, "provision"),
    (ColumnMeaning::Provision, "support"),
    (ColumnMeaning::Provision, "intervention"),
    (ColumnMeaning::Provision, "interventions"),
    (ColumnMeaning::Provision, "action"),
    (ColumnMeaning::Provision, "actions"),
    (ColumnMeaning::Provision, "strategies"),
    (ColumnMeaning::Provision, "resources"),
    (ColumnMeaning::Provision, "done"),
    (ColumnMeaning::Provision, "happen"),
    (ColumnMeaning::Who, "who"),
    (ColumnMeaning::Who, "whom"),
    (ColumnMeaning::Who, "staff"),
    (ColumnMeaning::Who, "staffing"),
    (ColumnMeaning::Who, "provider"),
    (ColumnMeaning::Who, "provided"),
    (ColumnMeaning::Who, "delivered"),
    (ColumnMeaning::Who, "responsible"),
    (ColumnMeaning::Who, "qualification"),
    (ColumnMeaning::Who, "role"),
    (ColumnMeaning::Who, "name"),
    (ColumnMeaning::HowOften, "often"),
    (ColumnMeaning::HowOften, "frequency"),
    (ColumnMeaning::HowOften, "how much"),
    (ColumnMeaning::HowOften, "amount"),
    (ColumnMeaning::HowOften, "hours"),
    (ColumnMeaning::HowLong, "how long"),
    (ColumnMeaning::HowLong, "duration"),
    (ColumnMeaning::HowLong, "length"),
    (ColumnMeaning::GroupSize, "ratio"),
    (ColumnMeaning::GroupSize, "group size"),
    (ColumnMeaning::Review, "review"),
    (ColumnMeaning::Review, "reviewed"),
    (ColumnMeaning::Review, "monitoring"),
    (ColumnMeaning::Review, "monitored"),
    (ColumnMeaning::Review, "measured"),
    (ColumnMeaning::Review, "success criteria"),
    (ColumnMeaning::Review, "how will we know"),
    (ColumnMeaning::Date, "when"),
    (ColumnMeaning::Date, "date"),
    (ColumnMeaning::Date, "timescale"),
    (ColumnMeaning::Date, "achieved"),
    (ColumnMeaning::Date, "deadline"),
    (ColumnMeaning::Reference, "ref"),
    (ColumnMeaning::Reference, "reference"),
    (ColumnMeaning::Reference, "no"),
    (ColumnMeaning::Reference, "number"),
    (ColumnMeaning::Advice, "advice"),
    (ColumnMeaning::Advice, "from"),
    (ColumnMeaning::Advice, "report"),
    (ColumnMeaning::Advice, "document"),
    (ColumnMeaning::Kind, "type"),
    (ColumnMeaning::Kind, "category"),
];

/// What the words of a heading say that there is: the word that stands first decides, and of two the longer.
#[cfg(feature = "readers")]
pub(crate) fn meaning(heading: &str) -> Option<ColumnMeaning> {
    let all = words(heading);
    if all.len() > MOST_WORDS {
        return None;
    }
    let found = COLUMNS.iter().filter(|(_, phrase)| contain(&all, phrase));
    let place = |phrase: &str| {
        let first = phrase.split(' ').next().unwrap_or_default();
        all.iter().position(|word| word == first).unwrap_or(usize::MAX)
    };
    found
        .max_by_key(|(_, phrase)| (phrase.split(' ').count(), std::cmp::Reverse(place(phrase))))
        .map(|(meaning, _)| *meaning)
}

/// All that the words of a heading say that there is, as "Staffing and frequency" says two things.
pub(crate) fn meanings(heading: &str) -> Vec<ColumnMeaning> {
    let all = words(heading);
    let mut meanings = Vec::new();
    if all.len() <= MOST_WORDS {
        for (meaning, phrase) in COLUMNS {
            if !meanings.contains(meaning) && contain(&all, phrase) {
                meanings.push(*meaning);
            }
        }
    }
    meanings
}
