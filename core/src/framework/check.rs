//! Checks that the parts of a framework fit together, and works out what grading looks up.

use std::collections::BTreeSet;

use super::{
    AnswersRule, BuiltIn, CapLimit, CheckCondition, CheckRule, CriterionRule, DescriptorRule,
    Framework, Grade, Interpretation, Principle, Section, SectionRule, Standard, Standing,
};
use crate::document::Json;
use crate::grade::Score;
use crate::problem::{Problem, ProblemKind, Reader, push_token};
use crate::shape::Shape as _;

/// The parts of a framework that others refer to.
struct Parts {
    standards: Vec<Standard>,
    grades: Vec<Grade>,
    sections: Vec<Section>,
    overall: Section,
    interpretation: Interpretation,
}

/// Checks a framework of the right shape.
pub(super) fn compile(json: Json) -> Result<Framework, Vec<Problem>> {
    let mut reader = Reader::default();
    let r = &mut reader;
    let wording = json.field("wording");
    let parts = Parts {
        standards: Vec::take(wording.field("standards").field("items")),
        grades: Vec::take(wording.field("scale").field("grades")),
        sections: Vec::take(wording.field("sections")),
        overall: Section::take(wording.field("overall")),
        interpretation: Interpretation::take(json.field("interpretation")),
    };
    let id = String::take(json.field("id"));
    if !is_id(&id) {
        r.problem_in("id", ProblemKind::NotAnId {});
    }
    let (sections, mut descriptors) = r.within("wording", |r| {
        let principles: Vec<Principle> = Vec::take(wording.field("principles").field("items"));
        ids(r, "principles", &mut principles.iter().map(|item| item.id.as_str()));
        ids(r, "standards", &mut parts.standards.iter().map(|item| item.id.as_str()));
        grades_of_scale(r, &parts);
        sections(r, &parts)
    });
    let (criteria, grades, evidence, checks) = r.within("interpretation", |r| {
        let criteria = criteria(r, &parts);
        let grades = r.within("grade_table", |r| grade_table(r, &parts, &criteria));
        applicability(r, &parts, &mut descriptors);
        let evidence = r.within("evidence", |r| evidence(r, &parts, &descriptors));
        r.within("section_suggestion", |r| bands(r, &parts));
        r.within("section_cap", |r| cap(r, &parts));
        let checks = r.within("checks", |r| checks(r, &parts, &descriptors, &criteria));
        (criteria, grades, evidence, checks)
    });
    if !reader.is_fine() {
        return Err(reader.into_problems());
    }
    let grade_names = Score::ALL.map(|score| {
        let grade = parts.grades.iter().find(|grade| grade.score == score);
        format!("{score} {}", grade.map_or("", |grade| &grade.label))
    });
    Ok(Framework {
        json,
        id,
        interpretation: parts.interpretation,
        grade_names,
        sections,
        descriptors,
        criteria,
        grades,
        checks,
        evidence,
    })
}

/// The most descriptors that a framework can have.
const MOST_DESCRIPTORS: usize = 1_000;

/// Whether a text can stand in a pointer, a form field's name and a score line.
fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

/// One id among others of its kind.
fn id<'a>(r: &mut Reader, seen: &mut BTreeSet<&'a str>, what: &'static str, id: &'a str) {
    if !is_id(id) {
        r.problem_in("id", ProblemKind::NotAnId {});
    } else if !seen.insert(id) {
        r.problem_in("id", ProblemKind::Duplicate { what });
    }
}

fn ids<'a>(r: &mut Reader, list: &'static str, all: &mut dyn Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    r.within(list, |r| {
        r.within("items", |r| {
            for (index, text) in all.enumerate() {
                r.within_index(index, |r| id(r, &mut seen, "id", text));
            }
        });
    });
}

/// Each grade of the scale stands once.
fn grades_of_scale(r: &mut Reader, parts: &Parts) {
    r.within("scale", |r| {
        r.within("grades", |r| {
            let scores: Vec<_> = parts.grades.iter().map(|grade| grade.score).collect();
            each_score_once(r, &scores);
        });
    });
}

fn each_score_once(r: &mut Reader, scores: &[Score]) {
    for (index, score) in scores.iter().enumerate() {
        if scores.iter().take(index).any(|earlier| earlier == score) {
            let kind = ProblemKind::Duplicate { what: "grade" };
            r.within_index(index, |r| r.problem_in("score", kind));
        }
    }
    for score in Score::ALL {
        if !scores.contains(&score) {
            r.problem(ProblemKind::NotCovered { what: "grade", id: score.to_string() });
        }
    }
}

fn sections(r: &mut Reader, parts: &Parts) -> (Vec<SectionRule>, Vec<DescriptorRule>) {
    let mut rules = Vec::new();
    let mut descriptors = Vec::new();
    let (mut section_ids, mut descriptor_ids) = (BTreeSet::new(), BTreeSet::new());
    let lettered = parts.sections.iter().enumerate().map(|(index, section)| (Some(index), section));
    for (index, section) in lettered.chain([(None, &parts.overall)]) {
        let first = descriptors.len();
        let mut at = String::from("/sections");
        push_token(&mut at, &section.id);
        let mut read = |r: &mut Reader| {
            id(r, &mut section_ids, "section", &section.id);
            r.within("descriptors", |r| {
                for (index, descriptor) in section.descriptors.iter().enumerate() {
                    r.within_index(index, |r| {
                        id(r, &mut descriptor_ids, "descriptor", &descriptor.id);
                    });
                    let mut at = at.clone() + "/descriptors";
                    push_token(&mut at, &descriptor.id);
                    descriptors.push(DescriptorRule {
                        id: descriptor.id.clone(),
                        section: rules.len(),
                        at,
                        all_of: Vec::new(),
                        may_exclude: false,
                        entry: usize::MAX,
                    });
                }
            });
        };
        match index {
            Some(index) => r.within("sections", |r| r.within_index(index, read)),
            None => r.within("overall", &mut read),
        }
        rules.push(SectionRule {
            id: section.id.clone(),
            is_overall: index.is_none(),
            descriptors: first..descriptors.len(),
            score_at: at.clone() + "/score",
            improvements_at: at.clone() + "/improvements",
            rationale_at: at + "/rationale",
        });
    }
    if descriptors.len() > MOST_DESCRIPTORS {
        r.problem_in("sections", ProblemKind::TooMany { most: MOST_DESCRIPTORS });
    }
    (rules, descriptors)
}

fn criteria(r: &mut Reader, parts: &Parts) -> Vec<CriterionRule> {
    let criteria = &parts.interpretation.criteria;
    let mut seen = BTreeSet::new();
    r.within("criteria", |r| {
        for (index, criterion) in criteria.iter().enumerate() {
            r.within_index(index, |r| {
                id(r, &mut seen, "criterion", &criterion.id);
                let used = |row: &super::GradeRow| row.requires.contains_key(&criterion.id);
                if !parts.interpretation.grade_table.iter().any(used) {
                    r.problem(ProblemKind::UnusedCriterion {});
                }
                r.within("values", |r| {
                    let mut seen = BTreeSet::new();
                    for (index, value) in criterion.values.iter().enumerate() {
                        r.within_index(index, |r| id(r, &mut seen, "value", &value.id));
                    }
                    // A score line holds an answer as one digit.
                    if !(2..=10).contains(&criterion.values.len()) {
                        let expected = "a list of 2 to 10 answers, from the worst to the best";
                        r.problem(ProblemKind::WrongType { expected });
                    }
                });
            });
        }
    });
    let rule = |criterion: &super::Criterion| {
        let mut at = String::from("/criteria");
        push_token(&mut at, &criterion.id);
        CriterionRule { id: criterion.id.clone(), at, best: criterion.values.len().max(1) - 1 }
    };
    criteria.iter().map(rule).collect()
}

/// The table with its criteria and answers as numbers.
fn grade_table(
    r: &mut Reader,
    parts: &Parts,
    criteria: &[CriterionRule],
) -> Vec<(Score, Vec<(usize, usize)>)> {
    let rows = &parts.interpretation.grade_table;
    let scores: Vec<_> = rows.iter().map(|row| row.score).collect();
    each_score_once(r, &scores);
    if !scores.is_sorted() {
        r.problem(ProblemKind::OutOfOrder { order: "the best grade first" });
    }
    let mut grades: Vec<(Score, Vec<(usize, usize)>)> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        r.within_index(index, |r| {
            let requires = r.within("requires", |r| {
                for id in row.requires.keys() {
                    if !criteria.iter().any(|rule| rule.id == *id) {
                        r.problem_in(id, ProblemKind::UnknownId { what: "criterion" });
                    }
                }
                let mut requires = Vec::new();
                for rule in criteria {
                    if let Some(value) = row.requires.get(&rule.id) {
                        requires.extend(criterion_answer(r, parts, criteria, &rule.id, value));
                    }
                }
                requires
            });
            // Requirements only ever ask for more, so if the least that meets this grade meets a
            // better one, then everything that meets it does.
            let least = |criterion: usize| {
                let own = requires.iter().find(|(required, _)| *required == criterion);
                own.map_or(0, |(_, least)| *least)
            };
            let meets_better = grades.iter().any(|(_, better)| {
                better.iter().all(|(criterion, needed)| least(*criterion) >= *needed)
            });
            if meets_better {
                r.problem(ProblemKind::UnreachableGrade {});
            }
            if index + 1 == rows.len() && !requires.is_empty() {
                r.problem_in("requires", ProblemKind::NoFallback {});
            }
            grades.push((row.score, requires));
        });
    }
    grades
}

/// A criterion and one of its answers as numbers.
fn criterion_answer(
    r: &mut Reader,
    parts: &Parts,
    criteria: &[CriterionRule],
    criterion: &str,
    value: &str,
) -> Option<(usize, usize)> {
    let Some(number) = criteria.iter().position(|rule| rule.id == criterion) else {
        r.problem_in(criterion, ProblemKind::UnknownId { what: "criterion" });
        return None;
    };
    let values = &parts.interpretation.criteria.get(number)?.values;
    let answer = values.iter().position(|known| known.id == value);
    if answer.is_none() {
        let allowed = values.iter().map(|value| value.id.clone()).collect();
        r.problem_in(criterion, ProblemKind::NotOneOf { allowed });
    }
    Some((number, answer?))
}

/// Every descriptor is covered once.
fn applicability(r: &mut Reader, parts: &Parts, descriptors: &mut [DescriptorRule]) {
    r.within("applicability", |r| {
        for (entry, applicability) in parts.interpretation.applicability.iter().enumerate() {
            r.within_index(entry, |r| {
                r.within("descriptors", |r| {
                    for (index, id) in applicability.descriptors.iter().enumerate() {
                        r.within_index(index, |r| {
                            match descriptors.iter_mut().find(|rule| rule.id == *id) {
                                None => r.problem(ProblemKind::UnknownId { what: "descriptor" }),
                                Some(rule) if rule.entry != usize::MAX => {
                                    r.problem(ProblemKind::Duplicate { what: "descriptor" });
                                }
                                Some(rule) => {
                                    rule.entry = entry;
                                    rule.all_of.clone_from(&applicability.all_of);
                                    rule.may_exclude = applicability.may_exclude;
                                }
                            }
                        });
                    }
                });
            });
        }
        for rule in descriptors.iter().filter(|rule| rule.entry == usize::MAX) {
            r.problem(ProblemKind::NotCovered { what: "descriptor", id: rule.id.clone() });
        }
    });
}

fn evidence(
    r: &mut Reader,
    parts: &Parts,
    descriptors: &[DescriptorRule],
) -> Vec<(String, Vec<usize>)> {
    let standards = &parts.standards;
    let mut evidence: Vec<(String, Vec<usize>)> = Vec::new();
    for (index, entry) in parts.interpretation.evidence.iter().enumerate() {
        r.within_index(index, |r| {
            if !standards.iter().any(|standard| standard.id == entry.standard) {
                r.problem_in("standard", ProblemKind::UnknownId { what: "quality standard" });
            } else if evidence.iter().any(|(standard, _)| *standard == entry.standard) {
                r.problem_in("standard", ProblemKind::Duplicate { what: "quality standard" });
            }
            let mut numbers = Vec::new();
            r.within("descriptors", |r| {
                for (index, id) in entry.descriptors.iter().enumerate() {
                    r.within_index(index, |r| match descriptor(r, descriptors, id) {
                        Some(number) if numbers.contains(&number) => {
                            r.problem(ProblemKind::Duplicate { what: "descriptor" });
                        }
                        number => numbers.extend(number),
                    });
                }
            });
            evidence.push((entry.standard.clone(), numbers));
        });
    }
    let mut ordered = Vec::new();
    for standard in standards {
        let id = &standard.id;
        match evidence.iter().find(|(of, _)| of == id) {
            Some((_, numbers)) => ordered.push((id.clone(), numbers.clone())),
            None => {
                let kind = ProblemKind::NotCovered { what: "quality standard", id: id.clone() };
                r.problem(kind);
            }
        }
    }
    ordered
}

fn descriptor(r: &mut Reader, descriptors: &[DescriptorRule], id: &str) -> Option<usize> {
    let number = descriptors.iter().position(|rule| rule.id == id);
    if number.is_none() {
        r.problem(ProblemKind::UnknownId { what: "descriptor" });
    }
    number
}

/// Bands go from the best score to the worst, ask for less and less, and the last for nothing.
fn bands(r: &mut Reader, parts: &Parts) {
    let bands = &parts.interpretation.section_suggestion;
    let mut seen = BTreeSet::new();
    for (index, band) in bands.iter().enumerate() {
        r.within_index(index, |r| {
            id(r, &mut seen, "band", &band.id);
            let share = &band.yes_at_least;
            if share.of > share.out_of || share.out_of == 0 {
                r.problem_in("yes_at_least", ProblemKind::NotAShare {});
            }
        });
    }
    let asks_for_less = |pair: (&super::Band, &super::Band)| {
        let (a, b) = (&pair.0.yes_at_least, &pair.1.yes_at_least);
        u16::from(a.of) * u16::from(b.out_of) > u16::from(b.of) * u16::from(a.out_of)
            && pair.0.score < pair.1.score
    };
    if !bands.iter().zip(bands.iter().skip(1)).all(asks_for_less) {
        let order =
            "from the best score to the worst, each asking for a smaller share than the last";
        r.problem(ProblemKind::OutOfOrder { order });
    }
    if bands.last().is_none_or(|band| band.yes_at_least.of != 0) {
        r.problem(ProblemKind::NotCovered { what: "share", id: "0".to_owned() });
    }
}

/// A worse section never allows the plan a better grade.
fn cap(r: &mut Reader, parts: &Parts) {
    let limits = &parts.interpretation.section_cap;
    for (index, limit) in limits.iter().enumerate() {
        let score = limit.section_score;
        if limits.iter().take(index).any(|earlier| earlier.section_score == score) {
            let kind = ProblemKind::Duplicate { what: "score" };
            r.within_index(index, |r| r.problem_in("section_score", kind));
        }
        let laxer = |other: &CapLimit| {
            other.section_score > score && other.plan_at_best < limit.plan_at_best
        };
        if limits.iter().any(laxer) {
            let order = "a worse section never allows the plan a better grade";
            r.within_index(index, |r| r.problem(ProblemKind::OutOfOrder { order }));
        }
    }
}

fn checks(
    r: &mut Reader,
    parts: &Parts,
    descriptors: &[DescriptorRule],
    criteria: &[CriterionRule],
) -> Vec<CheckRule> {
    let mut seen = BTreeSet::new();
    let mut rules = Vec::new();
    for (index, check) in parts.interpretation.checks.iter().enumerate() {
        r.within_index(index, |r| {
            id(r, &mut seen, "check", &check.id);
            let tells =
                |tests: &Option<Vec<_>>| tests.as_ref().is_some_and(|tests| !tests.is_empty());
            let told = check.message.is_some() && (tells(&check.every) || tells(&check.any));
            if let Some(built_in) = BuiltIn::from_word(&check.id) {
                let set = check.message.is_some()
                    || check.when.is_some()
                    || check.every.is_some()
                    || check.any.is_some();
                if set {
                    r.problem(ProblemKind::BuiltInCheck {});
                }
                rules.push(CheckRule::BuiltIn(built_in));
                return;
            }
            if !told {
                r.problem(ProblemKind::NotACheck {});
                return;
            }
            let mut rule = AnswersRule {
                message: check.message.clone().unwrap_or_default(),
                context: Vec::new(),
                criteria: Vec::new(),
                every: tests(r, "every", check.every.as_deref(), descriptors),
                any: tests(r, "any", check.any.as_deref(), descriptors),
            };
            r.within("when", |r| {
                for (index, condition) in check.when.iter().flatten().enumerate() {
                    match condition {
                        CheckCondition::Context(condition) => rule.context.push(condition.clone()),
                        CheckCondition::Criterion(condition) => r.within_index(index, |r| {
                            let (id, value) = (&condition.criterion, &condition.equals);
                            let answer = criterion_answer(r, parts, criteria, id, value);
                            rule.criteria.extend(answer);
                        }),
                    }
                }
            });
            rules.push(CheckRule::Answers(rule));
        });
    }
    rules
}

fn tests(
    r: &mut Reader,
    name: &'static str,
    tests: Option<&[super::DescriptorTest]>,
    descriptors: &[DescriptorRule],
) -> Vec<(usize, Vec<Standing>)> {
    let mut numbered = Vec::new();
    r.within(name, |r| {
        for (index, test) in tests.into_iter().flatten().enumerate() {
            r.within_index(index, |r| {
                let number =
                    r.within("descriptor", |r| descriptor(r, descriptors, &test.descriptor));
                numbered.extend(number.map(|number| (number, test.is.clone())));
            });
        }
    });
    numbered
}
