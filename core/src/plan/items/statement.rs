//! Which sentences state an item of their section, and which speak of something else.

use super::vocabulary::{
    ABOUT_OUTCOMES, ABOUT_THE_PLAN, ARRANGEMENTS, FAMILY, MEETINGS, NEED_CUES, NEED_LABELS,
    NO_NEED, NO_WISHES, NOTHING, OTHER_LABELS, PROVISION_AMONG_NEEDS, STRENGTH_LABELS,
    WISHES_OF_OTHERS, WISHES_OF_THE_CHILD,
};
use crate::law::PlanSection;
use crate::plan::words::{begin_with, contain, words};

/// The most words in front of a colon or a full stop that are a label.
const MOST_WORDS_OF_A_LABEL: usize = 6;

/// The fewest words of a statement.
const FEWEST_WORDS: usize = 3;

/// The most words of a text that says that there is nothing.
const MOST_WORDS_OF_NOTHING: usize = 25;

/// What the label of a text says that follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Strength,
    Need,
    Other,
}

/// What a label says.
pub(super) fn label(text: &str) -> Option<Label> {
    let words = words(text);
    let is_any = |labels: &[&str]| labels.iter().any(|label| begin_with(&words, label).is_some());
    if words.is_empty() || words.len() > MOST_WORDS_OF_A_LABEL + 2 {
        None
    } else if is_any(STRENGTH_LABELS) {
        Some(Label::Strength)
    } else if is_any(OTHER_LABELS) {
        Some(Label::Other)
    } else {
        is_any(NEED_LABELS).then_some(Label::Need)
    }
}

/// The label at the beginning of a text, in front of a colon or a full stop.
pub(super) fn leading_label(text: &str) -> Option<Label> {
    let end = text.find([':', '.', '\n'])?;
    let front = text.get(..end)?;
    (words(front).len() <= MOST_WORDS_OF_A_LABEL + 2).then(|| label(front))?
}

/// Whether a text states something, and is no placeholder.
pub(super) fn says_something(text: &str) -> bool {
    let all = words(text);
    let is_placeholder = text.starts_with('[') && text.ends_with(']');
    let says_nothing = all.len() <= MOST_WORDS_OF_NOTHING
        && NOTHING.iter().any(|phrase| begin_with(&all, phrase).is_some());
    // A line that leads in, a question of a form, and its boxes to tick.
    let is_form = text.ends_with([':', '?']) || text.contains(['☐', '☒', '☑']);
    all.len() >= FEWEST_WORDS && !is_placeholder && !says_nothing && !is_form
}

/// Whether a text speaks of the plan and not of the child.
fn is_about_the_plan(words: &[String]) -> bool {
    has_any(words, ABOUT_THE_PLAN)
}

/// Whether a text states a need. Among the special educational needs something must speak for it; the health and social
/// care needs have no strengths among them.
pub(super) fn is_need(text: &str, section: PlanSection, is_labelled: bool) -> bool {
    let words = words(text);
    if has_any(&words, NO_NEED) || is_about_the_plan(&words) {
        return false;
    }
    if section != PlanSection::B {
        return true;
    }
    (is_labelled || has_any(&words, NEED_CUES)) && !is_provision_among_needs(&words)
}

/// Whether a text among the needs states only what is done.
fn is_provision_among_needs(words: &[String]) -> bool {
    has_any(words, PROVISION_AMONG_NEEDS) && !has_any(words, NEED_CUES)
}

/// Whether a text states an outcome: what somebody will do or be.
pub(super) fn is_outcome(text: &str, is_labelled: bool) -> bool {
    let words = words(text);
    let is_about = has_any(&words, ABOUT_OUTCOMES) || is_about_the_plan(&words);
    is_labelled || (contain(&words, "will") || contain(&words, "to be able to")) && !is_about
}

/// Whether a text states provision.
pub(crate) fn is_provision(text: &str) -> bool {
    let words = words(text);
    let is_meeting = has_any(&words, MEETINGS) && has_any(&words, FAMILY);
    !is_about_the_plan(&words) && !has_any(&words, ARRANGEMENTS) && !is_meeting
}

/// Whether a sentence states a wish for the future.
pub(super) fn is_aspiration(sentence: &str) -> bool {
    let words = words(sentence);
    let is_wish = has_any(&words, WISHES_OF_THE_CHILD) || has_any(&words, WISHES_OF_OTHERS);
    is_wish && !has_any(&words, NO_WISHES)
}

fn has_any(words: &[String], phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| contain(words, phrase))
}
