//! Why a section's suggestion is what it is.

use super::explained::{Cited, End, Ends, Reason};
use crate::document::table::each;
use crate::framework::{DescriptorNo, EntryNo, SectionNo};
use crate::grading::graded::Graded;
use crate::grading::interval::Interval;
use crate::grading::messages;
use crate::grading::state::{State, excluding};
use crate::text::fill::fill;

/// The reasons of a section: its suggestion, the descriptors that do not apply, its recorded score.
pub(crate) fn of_section<'a>(graded: &Graded<'a>, section: SectionNo) -> Vec<Reason<'a>> {
    let mut reasons = Vec::new();
    let grade = &graded.grades.sections[section];
    if let Some(suggested) = grade.suggested {
        reasons.extend(bands(graded, section, suggested).into_values());
    } else if !grade.applies {
        reasons.push(nothing_applies(graded, section));
    }
    exclusions(graded, section, &mut reasons);
    alternatives(graded, section, &mut reasons);
    if grade.applies {
        reasons.extend(recorded(graded, section));
    }
    reasons
}

fn nothing_applies<'a>(graded: &Graded<'a>, section: SectionNo) -> Reason<'a> {
    let entry = &graded.rules.trace.nothing_applies;
    let catalogue = &graded.rules.catalogue;
    Reason::new(
        "nothing-applies",
        End::Both,
        None,
        graded.pointers(section, State::ALL),
        Cited::entry(entry),
        (catalogue, catalogue.template(&messages::REASON_NOTHING_APPLIES, None)),
        &[],
    )
}

fn bands<'a>(graded: &Graded<'a>, section: SectionNo, suggested: Interval) -> Ends<Reason<'a>> {
    let rules = graded.rules;
    let counts = graded.grades.sections[section].counts;
    let total = counts.total();
    let rests_on = graded.pointers(section, &[State::Yes, State::Partly, State::No, State::Open]);
    Ends::of(suggested, &mut |end| {
        let open = if end == End::Worst { 0 } else { counts.open };
        let unit = rules.answers.unit;
        let credit = counts.credit + open * unit;
        let band = rules.band(credit, total);
        let message = if rules.answers.has_partly() {
            &messages::REASON_BAND_PARTLY
        } else {
            &messages::REASON_BAND
        };
        Reason::new(
            &band.id,
            end,
            Some(band.score),
            rests_on.clone(),
            Cited::rule(&band.ground, &rules.trace.section_suggestion),
            (&rules.catalogue, rules.catalogue.template(message, None)),
            &[
                ("credit", &mixed(credit, unit)),
                ("total", &total),
                ("grade", &rules.scale.name(band.score)),
            ],
        )
    })
}

/// One reason for each entry of the applicability that excludes descriptors, in the order of the entries.
fn exclusions<'a>(graded: &Graded<'a>, section: SectionNo, reasons: &mut Vec<Reason<'a>>) {
    let descriptors = each(&graded.rules.sections[section].descriptors);
    let by_facts = |number: &DescriptorNo| excluding(graded.review, *number).next().is_some();
    let excluded = descriptors
        .filter(|number| graded.states[*number] == State::DoesNotApply && by_facts(number));
    let excluded: Vec<DescriptorNo> = excluded.collect();
    let entry_of = |number: &DescriptorNo| graded.rules.descriptors[*number].entry;
    let mut last = None;
    while let Some(entry) = excluded.iter().map(entry_of).filter(|entry| Some(*entry) > last).min()
    {
        let mut of_entry = excluded.iter().copied().filter(|number| entry_of(number) == entry);
        if let Some(first) = of_entry.next() {
            reasons.push(exclusion(graded, entry, first, of_entry));
        }
        last = Some(entry);
    }
}

/// One reason for each alternative that takes descriptors out of the count.
fn alternatives<'a>(graded: &Graded<'a>, section: SectionNo, reasons: &mut Vec<Reason<'a>>) {
    let rules = graded.rules;
    let of_section = &rules.sections[section].descriptors;
    for rule in rules.alternatives.iter().filter(|rule| of_section.contains(&rule.descriptor)) {
        let is_out = |number: &DescriptorNo| {
            graded.states[*number] == State::DoesNotApply
                && excluding(graded.review, *number).next().is_none()
        };
        let alternative = &rules.descriptors[rule.descriptor];
        let (mut ids, mut rests_on) = (String::new(), vec![alternative.at.as_str()]);
        for number in rule.instead_of.iter().filter(|number| is_out(number)) {
            add(&mut ids, &rules.descriptors[*number].id);
            rests_on.push(&rules.descriptors[*number].at);
        }
        let message = if !ids.is_empty() {
            &messages::REASON_ALTERNATIVE_MET
        } else if is_out(&rule.descriptor) {
            rests_on.extend(
                rule.instead_of.iter().map(|number| rules.descriptors[*number].at.as_str()),
            );
            &messages::REASON_ALTERNATIVE_OUT
        } else {
            continue;
        };
        reasons.push(Reason::new(
            "alternative",
            End::Both,
            None,
            rests_on,
            Cited::rule(&rule.ground, &rule.place),
            (&rules.catalogue, rules.catalogue.template(message, None)),
            &[("alternative", &alternative.id), ("ids", &ids)],
        ));
    }
}

/// The descriptors of an entry have the same conditions, so the first stands for all.
fn exclusion<'a>(
    graded: &Graded<'a>,
    entry: EntryNo,
    first: DescriptorNo,
    others: impl Iterator<Item = DescriptorNo>,
) -> Reason<'a> {
    let rules = graded.rules;
    let (mut ids, mut facts, mut rests_on) = (String::new(), String::new(), Vec::new());
    for fact in excluding(graded.review, first) {
        let fact = &rules.facts[fact];
        rests_on.push(fact.at.as_str());
        add(&mut facts, &fact.name);
    }
    let mut count = 0;
    for number in std::iter::once(first).chain(others) {
        let rule = &rules.descriptors[number];
        add(&mut ids, &rule.id);
        rests_on.push(&rule.at);
        count += 1;
    }
    let ground = &rules.applicability[entry].ground;
    Reason::new(
        "applicability",
        End::Both,
        None,
        rests_on,
        Cited::rule(ground, &rules.trace.applicability),
        (&rules.catalogue, rules.catalogue.template(&messages::REASON_APPLICABILITY, Some(count))),
        &[("ids", &ids), ("facts", &facts)],
    )
}

/// Adds an item to a list within a sentence.
pub(super) fn add(list: &mut String, item: &str) {
    if !list.is_empty() {
        list.push_str(", ");
    }
    list.push_str(item);
}

/// A recorded score counts in place of the suggestion. Under the block on overall quality it is the plan's.
fn recorded<'a>(graded: &Graded<'a>, section: SectionNo) -> Option<Reason<'a>> {
    let rules = graded.rules;
    let rule = &rules.sections[section];
    let score = graded.review.score_of(section).filter(|_| !rule.is_overall)?;
    Some(Reason::new(
        "recorded-score",
        End::Both,
        Some(score),
        vec![&rule.score_at],
        Cited::entry(&rules.trace.recorded_score),
        (&rules.catalogue, rules.catalogue.template(&messages::REASON_RECORDED_SCORE, None)),
        &[("grade", &rules.scale.name(score))],
    ))
}

/// Parts of a unit as a mixed number, such as "3 1/2".
fn mixed(parts: usize, unit: usize) -> String {
    let (number, rest) = (parts / unit, parts % unit);
    let (mut a, mut b) = (rest, unit);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    match (number, rest) {
        (_, 0) => number.to_string(),
        (0, _) => fill("{of}/{out_of}", &[("of", &(rest / a)), ("out_of", &(unit / a))]),
        _ => fill(
            "{number} {of}/{out_of}",
            &[("number", &number), ("of", &(rest / a)), ("out_of", &(unit / a))],
        ),
    }
}
