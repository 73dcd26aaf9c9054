//! The notes on the counts of a report, with the places that they rest on.

use super::shown::{HIDDEN, Note};
use super::threshold::HiddenBelow;
use crate::document::YearGroup;
use crate::framework::{Framework, ReportTerm, SamplePhase};
use crate::law::timescale::DEADLINE_TWENTY_WEEKS;
use crate::law::{Basis, WEEKS_TO_ISSUE, YearName};
use crate::report::messages::{REPORT_ALL_SHOWN, REPORT_SMALL_NUMBERS, REPORT_SMALL_NUMBERS_NOTE};
use crate::text::fill::fill;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The notes on a report: on small numbers, on the level that asks for it, on the law, and those of the framework.
pub(super) fn notes(framework: &Framework, hidden_below: HiddenBelow) -> Vec<Note> {
    let note = |basis, place: &str, text: String| Note { basis, place: place.to_owned(), text };
    let mut notes = Vec::new();
    let say = &framework.rules.catalogue;
    let text = if hidden_below == HiddenBelow::NOTHING {
        say.say(&REPORT_ALL_SHOWN, &[])
    } else {
        say.say(&REPORT_SMALL_NUMBERS_NOTE, &[("sign", &HIDDEN), ("below", &hidden_below)])
    };
    notes.push(note(Basis::Interpretation, &say.say(&REPORT_SMALL_NUMBERS, &[]), text));
    let report = framework.report();
    let level = report.and_then(|report| framework.level_text(report.level?));
    notes.extend(level.map(|(title, text)| note(Basis::Framework, title, text.to_owned())));
    let weeks = say.say(&DEADLINE_TWENTY_WEEKS, &[]);
    notes.push(note(Basis::Law, WEEKS_TO_ISSUE.place, weeks));
    if let Some(report) = report {
        let (phases, terms) = (phases(framework.phases()), terms(&report.terms));
        notes.extend(report.notes.iter().map(|entry| {
            let parts: [(&str, &dyn std::fmt::Display); 3] =
                [("phases", &phases), ("terms", &terms), ("weeks", &WEEKS_TO_ISSUE.number)];
            note(entry.basis, &entry.name, fill(&entry.reason, &parts))
        }));
    }
    notes
}

/// The phases with their year groups: "Early Years up to Reception, Post 16 from Year 12".
fn phases(phases: &[SamplePhase]) -> String {
    let ends = phases.iter().skip(1).map(|next| next.from_year_group);
    let ends = ends.map(|next| YearGroup::new(next.number() - 1)).chain([None]);
    let spans = phases.iter().zip(ends).enumerate().map(|(number, (phase, last))| {
        let first = (number > 0).then(|| [" from ", &year(phase.from_year_group)].concat());
        let from = first.unwrap_or_default();
        let to = match last {
            Some(last) if last == phase.from_year_group => String::new(),
            Some(last) if number == 0 => [" up to ", &year(last)].concat(),
            Some(last) => [" to ", &year(last)].concat(),
            None => String::new(),
        };
        [phase.name.as_str(), &from, &to].concat()
    });
    spans.collect::<Vec<_>>().join(", ")
}

fn year(year: YearGroup) -> String {
    let (name, number) = YearName::of(year);
    let name = match name {
        YearName::BeforeNursery => return "before nursery".to_owned(),
        YearName::Nursery => return "Nursery".to_owned(),
        YearName::Reception => return "Reception".to_owned(),
        YearName::Year => "Year ",
        YearName::BeyondYear => "beyond Year ",
    };
    [name, &number.to_string()].concat()
}

/// The terms with their months: "Autumn from September to December".
fn terms(terms: &[ReportTerm]) -> String {
    let next = terms.iter().cycle().skip(1);
    let spans = terms.iter().zip(next).map(|(term, next)| {
        let (first, last) = (month(term.from_month), month((next.from_month + 10) % 12 + 1));
        let to = if first == last { String::new() } else { [" to ", last].concat() };
        [term.name.as_str(), " from ", first, &to].concat()
    });
    spans.collect::<Vec<_>>().join(", ")
}

fn month(number: u8) -> &'static str {
    MONTHS.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default()
}
