//! Checks how a framework reads the golden thread.

use crate::document::Json;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::Names;
use crate::framework::entries::{each, each_of, id, not_empty, within};
use crate::framework::problem::FrameworkProblem;
use crate::framework::rules::Rules;
use crate::framework::thread::ThreadBuiltIn;

/// The golden thread: its sections are in the framework, and a line that a rule asks for is one that
/// may be drawn.
pub(super) fn thread<'a>(r: &mut Reader<'a>, rules: &Rules, json: Json<'a>) {
    if json.is_null() {
        return;
    }
    within(r, json, "joins", |r, joins| {
        not_empty(r, joins);
        each_of(r, joins, &mut |r, join| {
            for name in ["from", "to"] {
                thread_sections(r, rules, join, name);
            }
        });
    });
    let mut seen = Names::default();
    within(r, json, "rules", |r, list| {
        not_empty(r, list);
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
            let may_join = |from: &str| {
                let mut to = rule.field("to").list().iter();
                to.any(|to| joins(json, from, to.text()) || joins(json, to.text(), from))
            };
            each(r, rule, "of", &mut |r, section| {
                let id = section.text();
                if !may_join(id) {
                    let what = "a line to these sections from";
                    r.problem(ProblemKind::NotCovered { what, id: id.to_owned() });
                }
            });
        });
    });
}

/// Whether a line may join items of two sections, in this order.
#[cfg_attr(target_family = "wasm", inline(never))]
fn joins(thread: Json, from: &str, to: &str) -> bool {
    let has = |list: Json, section: &str| list.list().iter().any(|known| known.text() == section);
    let mut joins = thread.field("joins").list().iter();
    joins.any(|join| has(join.field("from"), from) && has(join.field("to"), to))
}

/// Sections that the framework has, at least one and each once.
#[cfg_attr(target_family = "wasm", inline(never))]
fn thread_sections<'a>(r: &mut Reader<'a>, rules: &Rules, json: Json<'a>, name: &'static str) {
    let mut seen = Names::default();
    within(r, json, name, |r, sections| {
        not_empty(r, sections);
        each_of(r, sections, &mut |r, section| {
            if rules.section(section.text()).is_none() {
                r.problem(ProblemKind::UnknownId { what: "section" });
            } else if !seen.insert(section.text()) {
                r.problem(ProblemKind::Duplicate { what: "section" });
            }
        });
    });
}
