//! Why each problem and each lint matters, and what mends it, by its code.

use serde::Serialize;

use crate::framework::Severity;

/// Why something matters, and what mends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Advice {
    /// The code of the problem or the lint.
    pub code: &'static str,
    /// How serious it is. With an error the framework cannot be used.
    pub severity: Severity,
    /// Why it matters.
    pub reason: &'static str,
    /// What mends it.
    pub remedy: &'static str,
}

/// The advice for a code; none for a code that no framework has.
#[must_use]
pub fn advice(code: &str) -> Option<&'static Advice> {
    ADVICE.iter().find(|advice| advice.code == code)
}

const fn error(code: &'static str, reason: &'static str, remedy: &'static str) -> Advice {
    Advice { code, severity: Severity::Error, reason, remedy }
}

const fn warning(code: &'static str, reason: &'static str, remedy: &'static str) -> Advice {
    Advice { code, severity: Severity::Warning, reason, remedy }
}

const fn information(code: &'static str, reason: &'static str, remedy: &'static str) -> Advice {
    Advice { code, severity: Severity::Information, reason, remedy }
}

/// The advice for all codes: problems with any document, problems with a framework, and lints.
pub(super) const ADVICE: [Advice; 51] = [
    error(
        "not_json",
        "Nothing behind this place can be read.",
        "Often a comma, a quotation mark or a bracket is missing just before it, or there is a comma too many.",
    ),
    error(
        "number_too_large",
        "No field of a framework takes such a number.",
        "Write the number that is meant.",
    ),
    error(
        "too_large",
        "The size of a document is bounded, so that reading it takes a bounded time.",
        "Leave out what is not part of the framework, such as pictures.",
    ),
    error(
        "too_deep",
        "No part of a framework is nested so deeply.",
        "Look for a bracket that is opened and not closed.",
    ),
    error(
        "duplicate_key",
        "Of two values only one could count, and which is not said.",
        "Keep one of the two.",
    ),
    error(
        "unknown_field",
        "A field with a wrong name would have no effect, and nobody would notice.",
        "Compare the name with the schema, or take the field out.",
    ),
    error(
        "unnamed_field",
        "A field with a wrong name would have no effect, and nobody would notice.",
        "Compare the name with the schema, or take the field out.",
    ),
    error(
        "unknown_id",
        "An entry about something that is not there has no effect.",
        "Correct the id here, or add what it names. Capitals count.",
    ),
    error("missing", "Without this field the entry has no meaning.", "Add the field."),
    error(
        "wrong_type",
        "A value of another kind cannot be read.",
        "Write a value of the kind that is asked for. Numbers, true and false stand without quotation marks.",
    ),
    error(
        "out_of_range",
        "A number outside its range has no meaning here.",
        "Write a number in the range.",
    ),
    error(
        "not_one_of",
        "The vocabulary is closed: another word has no meaning here.",
        "Use one of the words that are listed.",
    ),
    error("too_long", "The length of texts is bounded.", "Shorten the text."),
    error("too_many", "The length of lists is bounded.", "Leave out what is not needed."),
    error(
        "no_such_date",
        "A date that does not exist cannot be counted from.",
        "Correct the date.",
    ),
    error(
        "duplicate",
        "Of two entries about the same thing only one could count, and which is not said.",
        "Give the second another id, or keep one of the two.",
    ),
    error(
        "not_an_id",
        "An id stands in documents, addresses and score lines.",
        "Use letters, digits, hyphens, underscores and full stops, and no spaces.",
    ),
    error(
        "not_covered",
        "What no entry covers would have no result.",
        "Add an entry that covers it.",
    ),
    error(
        "out_of_order",
        "The first entry that fits counts, so their order decides.",
        "Sort the entries into the order that is asked for.",
    ),
    error(
        "more_problems",
        "The list of problems is bounded.",
        "Mend those that are listed, and check again.",
    ),
    error(
        "newer_format",
        "A newer format can have parts that this version would leave out without a word.",
        "Use the version of ehcp-qa for which the framework was made, or a newer one.",
    ),
    error(
        "unreachable_grade",
        "A better grade asks for less or for the same, and the first row that is met counts.",
        "Ask for more in the better row, or for less here.",
    ),
    error(
        "unused_criterion",
        "People would answer a question that changes nothing.",
        "Let a row of the grade table require it, or take the criterion out.",
    ),
    error(
        "no_fallback",
        "A plan that meets none of the rows would have no grade.",
        "Leave the requirements of the worst grade empty.",
    ),
    error(
        "not_a_share",
        "A share is a part of something: 3 of 4, and never 3 of 2.",
        "Write the part under `of` and the number of all parts under `out_of`.",
    ),
    error(
        "not_a_check",
        "Without a sentence and answers to compare, a check has nothing to find or to say.",
        "Give it a `message` and entries under `every` or `any`, or the id of a built-in check.",
    ),
    error(
        "built_in_check",
        "A check with this id is built in, and fires as it is written there.",
        "Take out `message`, `when`, `every` and `any`, or give the check another id.",
    ),
    error(
        "not_a_thread_rule",
        "Without a sentence and two ends, a rule of the thread has nothing to look for.",
        "Give it a `message`, `of` and `to`, or the id of a built-in rule.",
    ),
    error(
        "not_a_bearing",
        "An entry with one side alone joins nothing.",
        "Name the findings on one side, and descriptors or criteria on the other.",
    ),
    error(
        "not_a_key",
        "Anybody must be able to draw a sample again with the key.",
        "Write 32 digits from 0 to 9 and letters from A to F.",
    ),
    error(
        "no_part",
        "What is asked for needs a part that this framework leaves out.",
        "Add the part, or do without.",
    ),
    warning(
        "grade_never_suggested",
        "People expect that a plan can be suggested each grade of the scale.",
        "Add a row, a band or a limit with this grade, or loosen what stands before it. If it is only ever recorded by \
         a person, say so in a reading.",
    ),
    warning(
        "band_never_reached",
        "The sections have too few descriptors for such a share, or their answers have no such credit.",
        "Change the share to one that answers can come to, or take the band out.",
    ),
    warning(
        "mean_never_reached",
        "The points and weights of the sections never come to such a mean.",
        "Change the least mean to one that points can come to, or take the band out.",
    ),
    warning(
        "gap_in_scale",
        "A person who records such a number finds that it is no score.",
        "Let one of the two grades go up to the other with `score` and `up_to`.",
    ),
    warning(
        "border_of_nobody",
        "Plans on the border are asked neither for the one nor for the other.",
        "Let one of the two conditions include the value: `under` leaves its number out, `at_least` has it in.",
    ),
    warning(
        "limit_without_effect",
        "A limit that never decides can be mistaken for one that does.",
        "Make it stricter, or take it out.",
    ),
    warning(
        "requirement_without_effect",
        "Every answer is at least the worst one, so a plan can fail to meet this only by leaving it open.",
        "Require a better answer, or take the requirement out. Answers run from the worst to the best.",
    ),
    warning(
        "unused_answer",
        "People would choose between two answers that come to the same.",
        "Let a row of the grade table require this answer, or take it out.",
    ),
    warning(
        "unused_exclusion",
        "People would be offered an answer that is refused everywhere.",
        "Let an entry of `applicability` have conditions or `may_exclude`, or take the answer out.",
    ),
    warning(
        "unused_answer_set",
        "Nobody can give these answers: every descriptor has those of another set.",
        "Name the sections or descriptors that have them, or take them out.",
    ),
    information(
        "unused_severity",
        "People count findings that change no result. A framework may print them all the same.",
        "Let a row of the grade table bound them in `at_most`. If they are only to be printed, leave them.",
    ),
    information(
        "unused_fact",
        "People are asked for something that changes no result. A framework may record it all the same.",
        "Let a condition be about it, or take the question out. If it is only to be recorded, leave it.",
    ),
    information(
        "unused_descriptor",
        "People answer it, and no result depends on the answer.",
        "Add it to the evidence of a standard, to a requirement or to a check, or give bands to sections. If it is only \
         to be recorded, leave it.",
    ),
    warning(
        "unused_reading",
        "A reading that nothing rests on is never shown.",
        "Name it under `rests_on` where it decides something, or take it out.",
    ),
    warning(
        "standard_without_evidence",
        "The view by standard has nothing to show for it.",
        "Name the descriptors that are evidence for the standard.",
    ),
    warning(
        "condition_never_holds",
        "What stands under this condition never applies to any plan.",
        "Correct the number: year groups run from -2 to 15, ages from 0 to 25, others from `least` to `most`.",
    ),
    warning(
        "conditions_exclude",
        "All conditions of a list must hold, so what stands under them never applies to any plan.",
        "Take one of the two out, or make an entry for each.",
    ),
    warning(
        "check_never_fires",
        "People rely on a check that never reports anything.",
        "Correct the ways in which its descriptors may stand: one that cannot be excluded is never `not_applicable`, and \
         one without conditions is never `does_not_apply`.",
    ),
    warning(
        "older_name",
        "The framework is read as before. Schemas and documentation know the name that the field has now.",
        "Change the name to the one given here.",
    ),
    warning(
        "spacing_differs",
        "Two texts that should be the same are read as two by people and programs.",
        "Copy the text as it is printed from one place to the other.",
    ),
];

#[cfg(test)]
mod tests {
    use super::{ADVICE, advice};

    #[test]
    fn each_code_stands_once() {
        for (place, one) in ADVICE.iter().enumerate() {
            let first = ADVICE.iter().position(|other| other.code == one.code);
            assert_eq!(first, Some(place), "{}", one.code);
        }
        assert_eq!(advice("no_such_code"), None);
    }
}
