//! How the counts of a report are to be read, and what that rests on.

use serde::Serialize;

use crate::framework::Framework;
use crate::law::Basis;

/// How something in a report is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Note {
    /// What kind of text it rests on.
    pub basis: Basis,
    /// The place in it; of an interpretation, its name.
    pub place: String,
    /// How it is read, and why.
    pub text: String,
}

/// What is ours, and why.
const READINGS: [(&str, &str); 8] = [
    (
        "Phases",
        "Level 5 names the phases, and not the year groups in them. Up to Reception is Early Years, Years 1 \
         to 6 are Key Stage 1 and 2, Years 7 to 11 Key Stage 3 and 4, and later ones Post 16. The phase is \
         not known where the year group is not.",
    ),
    (
        "Terms",
        "The framework asks for termly reports and gives no dates. A term is that of the date of the \
         review: autumn from September to December, spring from January to March, summer from April to \
         August.",
    ),
    (
        "Wording rules",
        "A plan counts once for a rule and a section, however often the rule fired. Each finding means \
         that words are open to interpretation, and not that the plan is wrong.",
    ),
    (
        "Golden thread",
        "A plan counts once for a rule, however many of its items the rule found. The rules are ours where \
         they are marked so in the framework's data.",
    ),
    (
        "Agreement",
        "Of plans that two people graded separately. Kappa and AC2 are 1 where all grades are the same and \
         0 where they agree as by chance; both count a disagreement by its square, and kappa can be low \
         where nearly all plans have one grade. Neither is a grade of anybody. They are shown where no \
         count is hidden that could be worked out from them.",
    ),
    (
        "Timeliness",
        "As in the published tables of the SEN2 return: plans issued within 20 weeks of the request, later \
         and within a year, and over a year. A year ends on the same day of the next year. Without \
         exceptions leaves out plans for which an exception is claimed; a claim is counted as such, and \
         not as right.",
    ),
    (
        "Average weeks",
        "The days from the request to the final plan, added up over the plans issued, divided by 7 and by \
         their number, and shown in tenths, halves rounded up. Everything else is counted and not rounded.",
    ),
    (
        "Records",
        "Each record counts once. A plan that was reviewed at two levels has a record at each.",
    ),
];

/// The notes on a report.
pub(super) fn notes(framework: &Framework, hidden_below: u32) -> Vec<Note> {
    let note = |basis, place: &str, text: String| Note { basis, place: place.to_owned(), text };
    let mut notes = Vec::new();
    if hidden_below > 1 {
        let text = format!(
            "c stands for a count that is not shown, because it is less than {hidden_below} and not 0, or \
             because with it such a count could be worked out. 0 is shown: it tells of no child, and \
             a reader could not tell a hidden 0 from a theme that does not occur. Where a total is \
             hidden, all that it is made of is hidden too."
        );
        notes.push(note(Basis::Interpretation, "Small numbers", text));
    }
    if let Some((title, text)) = framework.level_text(5) {
        notes.push(note(Basis::Framework, title, text.to_owned()));
    }
    let weeks = "The final plan is issued within twenty weeks of the request.";
    notes.push(note(Basis::Law, "SEND Regulations 2014, regulation 13", weeks.to_owned()));
    for (name, text) in READINGS {
        notes.push(note(Basis::Interpretation, name, text.to_owned()));
    }
    notes
}
