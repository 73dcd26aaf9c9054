//! Checks how a framework reads a plan as a whole.

use crate::document::Json;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::Names;
use crate::framework::entries::{each, not_blank};
use crate::framework::plan::PlanBuiltIn;
use crate::framework::problem::FrameworkProblem;
use crate::framework::rules::Rules;

/// Each rule once, and words for jargon.
pub(super) fn plan<'a>(r: &mut Reader<'a>, json: Json<'a>) {
    let mut seen = Names::default();
    each(r, json, "rules", &mut |r, rule| {
        if !seen.insert(rule.text_of("id")) {
            r.problem_in("id", ProblemKind::Duplicate { what: "rule" });
        }
        not_blank(r, rule, "message");
    });
    let mut words = Names::default();
    each(r, json, "jargon", &mut |r, jargon| {
        not_blank(r, jargon, "word");
        not_blank(r, jargon, "plain");
        if !words.insert(jargon.text_of("word")) {
            r.problem_in("word", ProblemKind::Duplicate { what: "word" });
        }
    });
}

/// What findings bear on is there: rules of this framework, its descriptors and its criteria. Which rules a lexicon has
/// is not known here.
pub(super) fn bearing<'a>(r: &mut Reader<'a>, rules: &Rules, interpretation: Json<'a>) {
    // A rule that is left out has no findings, which is no mistake of what they bear on.
    let thread = interpretation.field("thread").field("rules").list();
    let is_known = |id: &str| {
        PlanBuiltIn::from_word(id).is_some()
            || thread.is_empty()
            || thread.iter().any(|rule| rule.text_of("id") == id)
    };
    each(r, interpretation, "bearing", &mut |r, entry| {
        let has = |name: &str| !entry.field(name).list().is_empty();
        let bears = has("descriptors") || has("criteria");
        if !bears || !(has("rules") || has("wording") || has("coverage") || has("evidence")) {
            r.problem(FrameworkProblem::NotABearing {});
        }
        each(r, entry, "rules", &mut |r, id| {
            if !is_known(id.text()) {
                r.problem(ProblemKind::UnknownId { what: "rule" });
            }
        });
        each(r, entry, "descriptors", &mut |r, id| {
            if rules.descriptor(id.text()).is_none() {
                r.problem(ProblemKind::UnknownId { what: "descriptor" });
            }
        });
        each(r, entry, "criteria", &mut |r, id| {
            if rules.criterion(id.text()).is_none() {
                r.problem(ProblemKind::UnknownId { what: "criterion" });
            }
        });
    });
}
