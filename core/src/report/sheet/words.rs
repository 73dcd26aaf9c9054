//! The values of a closed set, and how people write them.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::YearGroup;
use crate::framework::{AnswerStanding, Choice, Framework, NumberLabel, ScaleNumber, Stage};
use crate::law::YearName;
use crate::law::timescale::Exception;
use crate::text::near;

/// A value, and how people write it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// What a record holds.
    pub(super) value: Value,
    /// What people read.
    pub(super) label: String,
    /// The ways in which it is written, each as [`plain`] makes it.
    written: BTreeSet<String>,
}

/// What stands for "Year" before its number.
const YEAR: [&str; 5] = ["year", "yr", "y", "ncy", "nc year"];

/// What may stand behind the stage of a plan.
const PLAN: [&str; 3] = ["plan", "ehcp", "ehc plan"];

impl Word {
    /// A value that is written as its label, as any of these texts, or as the initials of several words.
    pub(super) fn new(value: Value, label: &str, written: &[&str]) -> Self {
        let written =
            written.iter().copied().chain([label]).map(plain).filter(|text| !text.is_empty());
        let mut written: BTreeSet<String> = written.collect();
        written.extend(initials(label).into_iter().flatten());
        Self { value, label: label.to_owned(), written }
    }

    fn also(mut self, written: &[&str]) -> Self {
        self.written.extend(written.iter().map(|text| (*text).to_owned()));
        self
    }
}

/// A text in lower case, its words and numbers parted by single spaces, without other signs. A text of signs alone
/// stays as it is.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut is_in_word = false;
    let mut characters = text.chars().flat_map(char::to_lowercase).peekable();
    while let Some(c) = characters.next() {
        // A number below zero is another one without its sign.
        let is_sign = matches!(c, '-' | '\u{2212}')
            && !is_in_word
            && characters.peek().is_some_and(char::is_ascii_digit);
        if c.is_alphanumeric() || is_sign {
            if !is_in_word && !plain.is_empty() {
                plain.push(' ');
            }
            plain.push(if is_sign { '-' } else { c });
            is_in_word = true;
        } else if !matches!(c, '\'' | '’') {
            is_in_word = false;
        }
    }
    if plain.is_empty() { text.trim().to_owned() } else { plain }
}

/// The initials of a label of several words without digits, together and apart: `ri` and `r i`.
fn initials(label: &str) -> Option<[String; 2]> {
    let plain = plain(label);
    if !plain.contains(' ') || plain.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let initials: Vec<String> =
        plain.split(' ').filter_map(|word| word.chars().next()).map(String::from).collect();
    Some([initials.concat(), initials.join(" ")])
}

/// The value that is written like this; none where several are.
pub(super) fn value_of(words: &[Word], written: &str) -> Option<Value> {
    let mut found = words.iter().filter(|word| word.written.contains(written));
    let value = &found.next()?.value;
    found.all(|other| other.value == *value).then(|| value.clone())
}

/// The label of the value that is written most like this, where one is near.
pub(super) fn nearest<'w>(words: &'w [Word], written: &str) -> Option<&'w str> {
    let of_word = |word: &'w Word| {
        word.written.iter().map(move |known| (known.as_str(), word.label.as_str()))
    };
    near::nearest(written, &mut words.iter().flat_map(of_word))
}

/// The scores of the scale.
pub(super) fn scores(framework: &Framework) -> Vec<Word> {
    let mut words = Vec::new();
    for grade in framework.printed_grades() {
        let first = grade.score.number();
        let last = grade.up_to.map_or(first, ScaleNumber::number);
        for number in first..=last {
            let digits = number.to_string();
            let behind = format!("{} {digits}", grade.label);
            let label = match framework.score(number.into()) {
                Some(score) => framework.grade_name(score).to_owned(),
                None => continue,
            };
            let mut written = vec![digits.as_str(), &behind, &grade.label];
            if first == last {
                written.push(&grade.heading);
                written.extend(grade.id.as_deref());
            }
            let mut word = Word::new(number.into(), &label, &written);
            word.written.extend(initials(&grade.label).into_iter().flatten());
            words.push(word);
        }
    }
    words
}

/// The answers to a descriptor. One letter is enough where no other answer begins with it.
pub(super) fn answers(framework: &Framework, descriptor: usize) -> Vec<Word> {
    let labels = framework.answer_set(descriptor).and_then(|set| framework.given_answers(set));
    let words = framework.answers_to(descriptor).map(|(id, answer)| {
        let given = labels.iter().flatten().find(|given| *given.id == *id);
        let label = given.map_or_else(|| label_of(id), |given| given.label.clone());
        let word = Word::new(id.into(), &label, &[id]);
        match answer.standing() {
            AnswerStanding::Met => word.also(&["true", "✓", "✔"]),
            AnswerStanding::NotMet => word.also(&["false"]),
            AnswerStanding::PartlyMet | AnswerStanding::Excluded => word,
        }
    });
    with_letters(words.collect())
}

/// What is true or false.
pub(super) fn flags() -> Vec<Word> {
    let yes = Word::new(true.into(), "Yes", &["true", "✓", "✔"]);
    with_letters(vec![yes, Word::new(false.into(), "No", &["false"])])
}

/// What some numbers are called.
pub(super) fn numbers(labels: &[NumberLabel]) -> Vec<Word> {
    labels
        .iter()
        .map(|number| Word::new(number.number.number().into(), &number.label, &[]))
        .collect()
}

/// The values of a criterion. Where there are two, the better one is a yes.
pub(super) fn values(values: &[Choice]) -> Vec<Word> {
    let words = values.iter().zip(0..).map(|(choice, place)| {
        let word = Word::new(choice.id.as_str().into(), &choice.label, &[&choice.id]);
        match (values.len(), place) {
            (2, 0) => word.also(&["no", "n", "false"]),
            (2, _) => word.also(&["yes", "y", "true", "✓", "✔"]),
            _ => word,
        }
    });
    words.collect()
}

/// The stages of a plan.
pub(super) fn stages(labels: &[Choice]) -> Vec<Word> {
    let words = Stage::WORDS.iter().map(|id| {
        let given = labels.iter().find(|choice| choice.id == *id);
        let label = given.map_or_else(|| label_of(id), |choice| choice.label.clone());
        let mut word = Word::new((*id).into(), &label, &[id]);
        let forms: Vec<String> = word.written.iter().cloned().collect();
        let behind = forms.iter().flat_map(|form| PLAN.map(|plan| [form, " ", plan].concat()));
        word.written.extend(behind);
        word
    });
    words.collect()
}

/// The year groups.
pub(super) fn year_groups() -> Vec<Word> {
    let years = (YearGroup::LEAST..=YearGroup::MOST).filter_map(YearGroup::new);
    let words = years.map(|year| {
        let number = year.number().to_string();
        let (label, written) = match YearName::of(year) {
            (YearName::BeforeNursery, _) => ("Before nursery".to_owned(), Vec::new()),
            (YearName::Nursery, _) => ("Nursery".to_owned(), Vec::new()),
            (YearName::Reception, _) => {
                ("Reception".to_owned(), vec!["r".to_owned(), "yr".to_owned()])
            }
            (YearName::Year, _) => {
                let forms = YEAR.iter().flat_map(|year| {
                    [[year, " ", &number].concat(), [year, number.as_str()].concat()]
                });
                (["Year ", &number].concat(), forms.collect())
            }
            (YearName::BeyondYear, last) => (format!("Beyond Year {last}"), Vec::new()),
        };
        let written: Vec<&str> =
            written.iter().map(String::as_str).chain([number.as_str()]).collect();
        Word::new(year.number().into(), &label, &written)
    });
    words.collect()
}

/// The levels of checking.
pub(super) fn levels(framework: &Framework) -> Vec<Word> {
    let words = framework.level_numbers().into_iter().map(|number| {
        let digits = number.to_string();
        Word::new(
            number.into(),
            &digits,
            &[&["level ", &digits].concat(), &["l", &digits].concat()],
        )
    });
    words.collect()
}

/// The phases of education.
pub(super) fn phases(framework: &Framework) -> Vec<Word> {
    let phases = framework.phases().iter();
    phases.map(|phase| Word::new(phase.id.as_str().into(), &phase.name, &[&phase.id])).collect()
}

/// The exceptions that the law knows.
pub(super) fn exceptions() -> Vec<Word> {
    Exception::WORDS.iter().map(|id| Word::new((*id).into(), &label_of(id), &[])).collect()
}

/// A word of documents as people read it.
fn label_of(id: &str) -> String {
    let label = id.replace(['_', '-'], " ");
    let mut characters = label.chars();
    let first = characters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + characters.as_str()
}

/// Adds the first letter of labels of one word. A letter that two values have is neither's.
fn with_letters(mut words: Vec<Word>) -> Vec<Word> {
    for word in &mut words {
        let label = plain(&word.label);
        if !label.contains(' ') {
            word.written.extend(label.chars().next().map(String::from));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "callers write the value where it stands")]
    fn check(words: &[Word], written: &str, expected: Option<Value>) {
        assert_eq!(value_of(words, &plain(written)), expected, "{written}");
    }

    #[test]
    fn scores_are_read_as_people_write_them() {
        let scores = scores(&Framework::built_in());
        for text in ["2", "Good", "GOOD ", "2 Good", "2. Good", "Good (2)", "2 - Good", "good – 2"]
        {
            check(&scores, text, Some(2.into()));
        }
        for text in [
            "3",
            "RI",
            "r.i.",
            "Requires improvement",
            "requires_improvement",
            "3: Requires Improvement",
        ] {
            check(&scores, text, Some(3.into()));
        }
        for text in
            ["5", "-2", "\u{2212}2", "2.5", "G", "Green", "2 Outstanding", "Good or better", "23"]
        {
            check(&scores, text, None);
        }
    }

    #[test]
    fn answers_flags_stages_and_years_are_read_as_people_write_them() {
        let framework = Framework::built_in();
        let answers = answers(&framework, 0);
        for (text, id) in [
            ("Yes", "yes"),
            ("y", "yes"),
            ("✓", "yes"),
            ("TRUE", "yes"),
            ("N", "no"),
            ("no", "no"),
            ("N/A", "not_applicable"),
            ("n.a.", "not_applicable"),
            ("Not applicable", "not_applicable"),
        ] {
            check(&answers, text, Some(id.into()));
        }
        for text in ["x", "✗", "maybe", "Partly", "1", "0"] {
            check(&answers, text, None);
        }
        check(&flags(), "Yes", Some(true.into()));
        check(&flags(), "F", None);
        let questions = framework.questions();
        let stage = questions.iter().find(|question| &*question.field == "stage").unwrap();
        let stages = stages(stage.values.as_deref().unwrap_or_default());
        for (text, id) in [
            ("Draft", "draft"),
            ("Draft EHCP", "draft"),
            ("final plan", "final"),
            ("PAP", "proposed_amended"),
            ("Proposed amended plan", "proposed_amended"),
            ("proposed-amended", "proposed_amended"),
        ] {
            check(&stages, text, Some(id.into()));
        }
        for (text, year) in [
            ("9", 9),
            ("Year 9", 9),
            ("Y9", 9),
            ("NCY 9", 9),
            ("Reception", 0),
            ("R", 0),
            ("nursery", -1),
            ("-1", -1),
            ("-2", -2),
            ("Yr 14", 14),
            ("Beyond Year 14", 15),
        ] {
            check(&year_groups(), text, Some(year.into()));
        }
        for text in ["16", "-3", "Year", "9/10", "KS3"] {
            check(&year_groups(), text, None);
        }
    }

    #[test]
    fn a_word_that_two_scores_share_is_neither() {
        let text = include_str!("../../../frameworks/example-ten-points.json");
        let scores = scores(&Framework::from_json(text).unwrap());
        // Of ten scores several are of one grade, and a number is one score.
        check(&scores, "10", Some(10.into()));
        let shared: Vec<&Word> =
            scores.iter().filter(|word| word.written.contains("good")).collect();
        assert!(shared.len() > 1, "{shared:?}");
        check(&scores, "Good", None);
    }

    #[test]
    fn the_nearest_word_is_near() {
        let framework = Framework::built_in();
        let scores = scores(&framework);
        assert_eq!(nearest(&scores, &plain("Outstandng")), Some("1 Outstanding"));
        assert_eq!(
            nearest(&scores, &plain("Requries improvement")),
            Some("3 Requires improvement")
        );
        assert_eq!(nearest(&scores, &plain("Goood")), Some("2 Good"));
        assert_eq!(nearest(&scores, &plain("Green")), None);
        assert_eq!(nearest(&answers(&framework, 0), "yse"), Some("Yes"));
        assert_eq!(nearest(&answers(&framework, 0), "maybe"), None);
    }
}
