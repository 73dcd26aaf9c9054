//! Checks that the parts of a framework fit together, and works out what grading looks up.
//!
//! What is read here has the right shape already, so every field looked for is there.

use super::entries::{each, each_of, id, ids, some, within};
use super::problem::FrameworkProblem;
use super::share::is_share;
use super::{
    AnswersRule, ApplicabilityRule, BandRule, BuiltIn, CheckCondition, CheckRule, ContextField,
    CriterionRule, DescriptorRule, GradeRule, IssueRule, LimitRule, Look, Rules, SectionRule,
    Stage, ThreadBuiltIn, ThreadReading, ThreadSection, process, report, sampling, timescales,
};
use crate::document::is_id;
use crate::document::problem::{MOST_PROBLEMS, Problem, ProblemKind, Reader, push_token};
use crate::document::shape::{Names, Shape, check};
use crate::document::{Json, List};
use crate::framework::Score;

/// Checks a framework of the right shape.
pub(super) fn rules(json: Json) -> Result<Rules, Vec<Problem>> {
    let mut reader = Reader::default();
    let rules = read(json, &mut reader);
    if reader.is_fine() { Ok(rules) } else { Err(reader.into_problems()) }
}

fn read<'a>(json: Json<'a>, r: &mut Reader<'a>) -> Rules {
    let mut rules = Rules { id: own(json, "id"), ..Rules::default() };
    if !is_id(&rules.id) {
        r.problem_in("id", ProblemKind::NotAnId {});
    }
    let wording = json.field("wording");
    let standards = wording.field("standards").field("items").list();
    r.within("wording", |r| {
        r.within("principles", |r| ids(r, wording.field("principles"), "items"));
        r.within("standards", |r| ids(r, wording.field("standards"), "items"));
        r.within("scale", |r| {
            r.within("grades", |r| grades_of_scale(r, &mut rules, wording.field("scale")));
        });
        sections(r, &mut rules, wording);
        let form = wording.field("annex_a");
        r.within("annex_a", |r| {
            each(r, form, "sections", &mut |r, entry| {
                let Json::Text(section) = entry.field("section") else { return };
                if !rules.sections.iter().any(|rule| rule.id == *section) {
                    r.problem_in("section", ProblemKind::UnknownId { what: "section" });
                }
            });
        });
    });
    let interpretation = json.field("interpretation");
    r.within("interpretation", |r| {
        ids(r, interpretation, "readings");
        within(r, interpretation, "context", |r, list| context(r, &mut rules, list));
        criteria(r, &mut rules, interpretation);
        within(r, interpretation, "grade_table", |r, rows| grade_table(r, &mut rules, rows));
        within(r, interpretation, "applicability", |r, list| applicability(r, &mut rules, list));
        within(r, interpretation, "evidence", |r, list| evidence(r, &mut rules, list, standards));
        within(r, interpretation, "section_suggestion", |r, list| bands(r, &mut rules, list));
        within(r, interpretation, "section_cap", |r, list| limits(r, &mut rules, list));
        within(r, interpretation, "checks", |r, list| checks(r, &mut rules, list));
        r.within("thread", |r| thread(r, &mut rules, interpretation.field("thread")));
        let levels = wording.field("levels").field("items").list();
        r.within("sampling", |r| sampling::check(r, interpretation.field("sampling"), levels));
        within(r, interpretation, "timescales", |r, list| timescales::check(r, list));
        r.within("process", |r| process::check(r, interpretation.field("process"), wording));
        r.within("report", |r| report::check(r, interpretation.field("report"), wording));
    });
    let gate = interpretation.field("gate");
    rules.by_id = in_order_of_ids(&rules);
    rules.issue = IssueRule { issue_at: take(gate, "issue_at"), cites: take(gate, "cites") };
    rules
}

/// Without sorting, which would bring code of its own: there are few.
fn in_order_of_ids(rules: &Rules) -> Vec<usize> {
    let mut order = vec![0; rules.descriptors.len()];
    for (number, rule) in rules.descriptors.iter().enumerate() {
        let before = rules.descriptors.iter().filter(|other| other.id < rule.id).count();
        if let Some(place) = order.get_mut(before) {
            *place = number;
        }
    }
    order
}

/// A field's value of its own.
fn take<T: Shape>(json: Json, name: &str) -> T {
    T::take(json.field(name))
}

/// A field's text of its own.
#[cfg_attr(target_family = "wasm", inline(never))]
fn own(json: Json, name: &str) -> String {
    json.text_of(name).to_owned()
}

/// The most descriptors that a framework can have.
const MOST_DESCRIPTORS: usize = 1_000;

/// Each fact is asked for once, and the stages offered are ones that a plan can be at.
fn context<'a>(r: &mut Reader<'a>, rules: &mut Rules, questions: List<'a>) {
    each_of(r, questions, &mut |r, question| {
        let field: ContextField = take(question, "field");
        if rules.facts.iter().any(|(known, _)| *known == field) {
            r.problem_in("field", ProblemKind::Duplicate { what: "fact" });
        }
        rules.facts.push((field, own(question, "name")));
        if field == ContextField::Stage {
            each(r, question, "values", &mut |r, choice| {
                r.within("id", |r| check(choice.field("id"), Stage::KIND, r));
            });
        }
    });
}

/// Each grade of the scale stands once.
fn grades_of_scale<'a>(r: &mut Reader<'a>, rules: &mut Rules, scale: Json<'a>) {
    let grades = scale.field("grades").list();
    each_score_once(r, grades);
    for grade in grades {
        let score: Score = take(grade, "score");
        if let Some(name) = rules.grade_names.get_mut(usize::from(score.number()) - 1) {
            *name = [&score.to_string(), " ", grade.text_of("label")].concat();
        }
    }
}

#[cfg_attr(target_family = "wasm", inline(never))]
fn each_score_once(r: &mut Reader<'_>, rows: List) {
    let is_of = |row: Json, score: Score| Score::take(row.field("score")) == score;
    for (index, row) in rows.iter().enumerate() {
        let score = take(row, "score");
        if rows.iter().take(index).any(|earlier| is_of(earlier, score)) {
            let kind = ProblemKind::Duplicate { what: "grade" };
            r.within_index(index, |r| r.problem_in("score", kind));
        }
    }
    for score in Score::ALL {
        if !rows.iter().any(|row| is_of(row, score)) {
            r.problem(ProblemKind::NotCovered { what: "grade", id: score.to_string() });
        }
    }
}

fn sections<'a>(r: &mut Reader<'a>, rules: &mut Rules, wording: Json<'a>) {
    let mut ids = Ids::default();
    each(r, wording, "sections", &mut |r, json| section(r, rules, &mut ids, json, false));
    r.within("overall", |r| section(r, rules, &mut ids, wording.field("overall"), true));
    if rules.descriptors.len() > MOST_DESCRIPTORS {
        r.problem_in("sections", ProblemKind::TooMany { most: MOST_DESCRIPTORS });
    }
}

/// The ids met so far.
#[derive(Default)]
struct Ids<'a> {
    sections: Names<'a>,
    descriptors: Names<'a>,
}

#[cfg_attr(target_family = "wasm", inline(never))]
fn section<'a>(
    r: &mut Reader<'a>,
    rules: &mut Rules,
    ids: &mut Ids<'a>,
    json: Json<'a>,
    is_overall: bool,
) {
    id(r, &mut ids.sections, "section", json);
    let first = rules.descriptors.len();
    let at = pointer("/sections", json.text_of("id"));
    let number = rules.sections.len();
    each(r, json, "descriptors", &mut |r, descriptor| {
        id(r, &mut ids.descriptors, "descriptor", descriptor);
        let id = own(descriptor, "id");
        rules.descriptors.push(DescriptorRule {
            at: pointer(&[&at, "/descriptors"].concat(), &id),
            id,
            section: number,
            all_of: Vec::new(),
            may_exclude: false,
            entry: usize::MAX,
        });
    });
    rules.sections.push(SectionRule {
        id: own(json, "id"),
        is_overall,
        descriptors: first..rules.descriptors.len(),
        score_at: pointer(&at, "score"),
        improvements_at: pointer(&at, "improvements"),
        rationale_at: pointer(&at, "rationale"),
    });
}

/// The pointer one step further in.
fn pointer(to: &str, token: &str) -> String {
    let mut pointer = to.to_owned();
    push_token(&mut pointer, token);
    pointer
}

fn criteria<'a>(r: &mut Reader<'a>, rules: &mut Rules, interpretation: Json<'a>) {
    let mut seen = Names::default();
    let rows = interpretation.field("grade_table").list();
    each(r, interpretation, "criteria", &mut |r, json| {
        id(r, &mut seen, "criterion", json);
        let name = json.text_of("id");
        if !rows.iter().any(|row| has_field(row.field("requires"), name)) {
            r.problem(FrameworkProblem::UnusedCriterion {});
        }
        within(r, json, "values", |r, values| {
            let mut seen = Names::default();
            each_of(r, values, &mut |r, value| id(r, &mut seen, "value", value));
            // A score line holds an answer as one digit.
            if !(2..=10).contains(&values.len()) {
                let expected = "a list of 2 to 10 answers, from the worst to the best";
                r.problem(ProblemKind::WrongType { expected });
            }
        });
        rules.criteria.push(CriterionRule {
            id: name.to_owned(),
            at: pointer("/criteria", name),
            label: own(json, "label"),
            values: take(json, "values"),
        });
    });
}

/// Whether an object has a field, be it null.
fn has_field(json: Json, name: &str) -> bool {
    matches!(json, Json::Object(fields) if fields.iter().any(|(known, _)| known == name))
}

/// The table with its criteria and answers as numbers.
fn grade_table<'a>(r: &mut Reader<'a>, rules: &mut Rules, rows: List<'a>) {
    each_score_once(r, rows);
    let score = |row: Json| Score::take(row.field("score"));
    if !rows.iter().is_sorted_by_key(score) {
        r.problem(ProblemKind::OutOfOrder { order: "the best grade first" });
    }
    let mut left = rows.len();
    each_of(r, rows, &mut |r, row| {
        left -= 1;
        let asks = row.field("requires");
        let requires = r.within("requires", |r| {
            unknown_criteria(r, rules, asks);
            let mut answers = Vec::new();
            for rule in &rules.criteria {
                if let Json::Object(fields) = asks
                    && let Some((name, value)) = fields.iter().find(|(name, _)| *name == rule.id)
                {
                    answers.extend(criterion_answer(r, rules, name, value));
                }
            }
            answers
        });
        // Requirements only ever ask for more, so if the least that meets this grade meets a
        // better one, then everything that meets it does.
        let least = |criterion: usize| {
            let own = requires.iter().find(|(required, _)| *required == criterion);
            own.map_or(0, |(_, least)| *least)
        };
        let meets = |better: &GradeRule| {
            better.requires.iter().all(|(criterion, needed)| least(*criterion) >= *needed)
        };
        if rules.grades.iter().any(meets) {
            r.problem(FrameworkProblem::UnreachableGrade {});
        }
        if left == 0 && !requires.is_empty() {
            r.problem_in("requires", FrameworkProblem::NoFallback {});
        }
        rules.grades.push(GradeRule { score: take(row, "score"), requires });
    });
}

/// Notes the fields that name no criterion, in the order of their names.
fn unknown_criteria<'a>(r: &mut Reader<'a>, rules: &Rules, asks: Json<'a>) {
    let Json::Object(fields) = asks else { return };
    let mut unknown: Vec<&str> = Vec::new();
    for (name, _) in fields {
        if !rules.criteria.iter().any(|rule| rule.id == *name) {
            unknown.push(name);
        }
    }
    let mut last = None;
    // Each round finds the next; rounds beyond the problems that are listed would add nothing.
    for _ in 0..=MOST_PROBLEMS {
        let Some(next) = unknown.iter().copied().filter(|name| Some(*name) > last).min() else {
            break;
        };
        r.problem_in(next, ProblemKind::UnknownId { what: "criterion" });
        last = Some(next);
    }
}

/// A criterion and one of its answers as numbers.
#[cfg_attr(target_family = "wasm", inline(never))]
fn criterion_answer<'a>(
    r: &mut Reader<'a>,
    rules: &Rules,
    name: &'a str,
    value: Json,
) -> Option<(usize, usize)> {
    let number = rules.criteria.iter().position(|rule| rule.id == name);
    let Some((number, rule)) =
        number.and_then(|number| Some((number, rules.criteria.get(number)?)))
    else {
        r.problem_in(name, ProblemKind::UnknownId { what: "criterion" });
        return None;
    };
    let answer = rule.values.iter().position(|known| known.id == value.text());
    if answer.is_none() {
        let allowed = rule.values.iter().map(|value| value.id.clone()).collect();
        r.problem_in(name, ProblemKind::NotOneOf { allowed });
    }
    Some((number, answer?))
}

/// Every descriptor is covered once.
fn applicability<'a>(r: &mut Reader<'a>, rules: &mut Rules, entries: List<'a>) {
    each_of(r, entries, &mut |r, json| {
        let entry = rules.applicability.len();
        each(r, json, "descriptors", &mut |r, id| {
            let named = rules.descriptors.iter_mut().find(|rule| rule.id == id.text());
            match named {
                None => r.problem(ProblemKind::UnknownId { what: "descriptor" }),
                Some(rule) if rule.entry != usize::MAX => {
                    r.problem(ProblemKind::Duplicate { what: "descriptor" });
                }
                Some(rule) => {
                    rule.entry = entry;
                    rule.all_of = take(json, "all_of");
                    rule.may_exclude = take(json, "may_exclude");
                }
            }
        });
        rules.applicability.push(ApplicabilityRule { basis: take(json, "basis") });
    });
    for rule in &rules.descriptors {
        if rule.entry == usize::MAX {
            r.problem(ProblemKind::NotCovered { what: "descriptor", id: rule.id.clone() });
        }
    }
}

fn evidence<'a>(r: &mut Reader<'a>, rules: &mut Rules, entries: List<'a>, standards: List<'a>) {
    let mut evidence: Vec<(&str, Vec<usize>)> = Vec::new();
    each_of(r, entries, &mut |r, entry| {
        let standard = entry.text_of("standard");
        if !standards.iter().any(|known| known.text_of("id") == standard) {
            r.problem_in("standard", ProblemKind::UnknownId { what: "quality standard" });
        } else if evidence.iter().any(|(known, _)| *known == standard) {
            r.problem_in("standard", ProblemKind::Duplicate { what: "quality standard" });
        }
        let mut numbers = Vec::new();
        each(r, entry, "descriptors", &mut |r, id| match descriptor(r, rules, id) {
            Some(number) if numbers.contains(&number) => {
                r.problem(ProblemKind::Duplicate { what: "descriptor" });
            }
            number => numbers.extend(number),
        });
        evidence.push((standard, numbers));
    });
    for standard in standards {
        let id = own(standard, "id");
        match evidence.iter().find(|(of, _)| *of == id) {
            Some((_, numbers)) => rules.evidence.push((id, numbers.clone())),
            None => r.problem(ProblemKind::NotCovered { what: "quality standard", id }),
        }
    }
}

#[cfg_attr(target_family = "wasm", inline(never))]
fn descriptor(r: &mut Reader<'_>, rules: &Rules, id: Json) -> Option<usize> {
    let number = rules.descriptors.iter().position(|rule| rule.id == id.text());
    if number.is_none() {
        r.problem(ProblemKind::UnknownId { what: "descriptor" });
    }
    number
}

/// Bands go from the best score to the worst, ask for less and less, and the last for nothing.
fn bands<'a>(r: &mut Reader<'a>, rules: &mut Rules, bands: List<'a>) {
    let mut seen = Names::default();
    each_of(r, bands, &mut |r, json| {
        id(r, &mut seen, "band", json);
        let share = json.field("yes_at_least");
        let (of, out_of) = (take(share, "of"), take(share, "out_of"));
        if !is_share(share) {
            r.problem_in("yes_at_least", FrameworkProblem::NotAShare {});
        }
        let id = own(json, "id");
        rules.bands.push(BandRule { id, score: take(json, "score"), of, out_of });
    });
    let asks_for_less = |band: &BandRule, next: &BandRule| {
        u16::from(band.of) * u16::from(next.out_of) > u16::from(next.of) * u16::from(band.out_of)
            && band.score < next.score
    };
    if !rules.bands.is_sorted_by(asks_for_less) {
        let order =
            "from the best score to the worst, each asking for a smaller share than the last";
        r.problem(ProblemKind::OutOfOrder { order });
    }
    if rules.bands.last().is_none_or(|band| band.of != 0) {
        r.problem(ProblemKind::NotCovered { what: "share", id: "0".to_owned() });
    }
}

/// A worse section never allows the plan a better grade.
fn limits<'a>(r: &mut Reader<'a>, rules: &mut Rules, limits: List<'a>) {
    let all = limits.iter().map(|json| LimitRule {
        section_score: take(json, "section_score"),
        plan_at_best: take(json, "plan_at_best"),
    });
    rules.limits = all.collect();
    for (index, limit) in rules.limits.iter().enumerate() {
        let score = limit.section_score;
        if rules.limits.iter().take(index).any(|earlier| earlier.section_score == score) {
            let kind = ProblemKind::Duplicate { what: "score" };
            r.within_index(index, |r| r.problem_in("section_score", kind));
        }
        let laxer = |other: &LimitRule| {
            other.section_score > score && other.plan_at_best < limit.plan_at_best
        };
        if rules.limits.iter().any(laxer) {
            let order = "a worse section never allows the plan a better grade";
            r.within_index(index, |r| r.problem(ProblemKind::OutOfOrder { order }));
        }
    }
}

fn checks<'a>(r: &mut Reader<'a>, rules: &mut Rules, checks: List<'a>) {
    let mut seen = Names::default();
    each_of(r, checks, &mut |r, json| {
        id(r, &mut seen, "check", json);
        let is_given = |name| !json.field(name).is_null();
        let tells = |name| !json.field(name).list().is_empty();
        let look = if let Some(built_in) = BuiltIn::from_word(json.text_of("id")) {
            if ["message", "when", "every", "any"].into_iter().any(is_given) {
                r.problem(FrameworkProblem::BuiltInCheck {});
            }
            Look::BuiltIn(built_in)
        } else {
            if !is_given("message") || !(tells("every") || tells("any")) {
                r.problem(FrameworkProblem::NotACheck {});
            }
            Look::Answers(answers(r, rules, json))
        };
        rules.checks.push(CheckRule {
            id: own(json, "id"),
            severity: take(json, "severity"),
            why: own(json, "why"),
            clear: own(json, "clear"),
            cites: take(json, "cites"),
            look,
        });
    });
}

fn answers<'a>(r: &mut Reader<'a>, rules: &Rules, json: Json<'a>) -> AnswersRule {
    let mut rule = AnswersRule { message: own(json, "message"), ..AnswersRule::default() };
    for (name, numbered) in [("every", &mut rule.every), ("any", &mut rule.any)] {
        each(r, json, name, &mut |r, test| {
            let number = r.within("descriptor", |r| descriptor(r, rules, test.field("descriptor")));
            numbered.extend(number.map(|number| (number, take(test, "is"))));
        });
    }
    each(r, json, "when", &mut |r, condition| match CheckCondition::take(condition) {
        CheckCondition::Context(condition) => rule.context.push(condition),
        CheckCondition::Criterion(_) => {
            let name = condition.text_of("criterion");
            rule.criteria.extend(criterion_answer(r, rules, name, condition.field("equals")));
        }
    });
    rule
}

/// The golden thread: its sections are in the framework, and a line that a rule asks for is one that
/// may be drawn.
fn thread<'a>(r: &mut Reader<'a>, rules: &mut Rules, json: Json<'a>) {
    let Some(reading) = <Option<ThreadReading> as Shape>::take(json) else { return };
    within(r, json, "joins", |r, joins| {
        some(r, joins);
        each_of(r, joins, &mut |r, join| {
            for name in ["from", "to"] {
                thread_sections(r, rules, join, name);
            }
        });
    });
    let mut seen = Names::default();
    within(r, json, "rules", |r, list| {
        some(r, list);
        each_of(r, list, &mut |r, rule| {
            id(r, &mut seen, "rule", rule);
            let is_given = |name: &str| !rule.field(name).is_null();
            let given = ["of", "to", "message"].into_iter().filter(|name| is_given(name)).count();
            if ThreadBuiltIn::from_word(rule.text_of("id")).is_some() {
                if given > 0 {
                    r.problem(FrameworkProblem::BuiltInCheck {});
                }
                return;
            }
            if given < 3 {
                r.problem(FrameworkProblem::NotAThreadRule {});
                return;
            }
            for name in ["of", "to"] {
                thread_sections(r, rules, rule, name);
            }
            let to: Vec<ThreadSection> = take(rule, "to");
            each(r, rule, "of", &mut |r, section| {
                let section = ThreadSection::take(section);
                if !to.iter().any(|to| reading.may_join(section, *to)) {
                    let what = "a line to these sections from";
                    r.problem(ProblemKind::NotCovered { what, id: section.word().to_owned() });
                }
            });
        });
    });
    rules.thread = Some(reading);
}

/// Sections that the framework has, at least one and each once.
#[cfg_attr(target_family = "wasm", inline(never))]
fn thread_sections<'a>(r: &mut Reader<'a>, rules: &Rules, json: Json<'a>, name: &'static str) {
    let mut seen = Names::default();
    within(r, json, name, |r, sections| {
        some(r, sections);
        each_of(r, sections, &mut |r, section| {
            if !rules.sections.iter().any(|rule| rule.id == section.text()) {
                r.problem(ProblemKind::UnknownId { what: "section" });
            } else if !seen.insert(section.text()) {
                r.problem(ProblemKind::Duplicate { what: "section" });
            }
        });
    });
}
