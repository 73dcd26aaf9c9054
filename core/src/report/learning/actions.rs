//! Actions from one session to the next, and how they are printed.

use super::document::{ActionState, Learning, LearningAction};
use crate::document::problem::{Problem, ProblemKind};
use crate::document::shape::MOST_ENTRIES;
use crate::document::{Day, FreeText};
use crate::framework::Framework;
use crate::report::messages::{
    REPORT_ACTION_AGREED, REPORT_ACTION_BY, REPORT_ACTION_DONE, REPORT_ACTION_DROPPED,
    REPORT_ACTION_EARLIER, REPORT_ACTION_OPEN, REPORT_ACTION_OUTCOME, REPORT_ACTION_OVERDUE,
    REPORT_ACTION_STATE, REPORT_ACTION_WHAT, REPORT_ACTION_WHO,
};

/// The actions of a form that are still open, those of earlier sessions first, for `earlier` of the form of the next
/// session. One that has no date of the session that agreed it gets that of the form.
///
/// ```
/// use ehcp_qa_core::{Framework, learning::{Learning, carried}};
///
/// let framework = Framework::built_in();
/// let text = r#"{"framework": "shropshire-2023", "date": "2025-03-12", "areas_represented": [], "rows": [],
///     "actions": [{"what": "Train", "state": "open"}, {"what": "Share", "state": "done"}]}"#;
/// let before = Learning::from_json(&framework, text).unwrap();
/// let carried = carried(&before).unwrap();
/// assert_eq!(carried.len(), 1);
/// assert_eq!(carried[0].agreed, before.date);
/// ```
///
/// # Errors
/// More are open than a list can have. None of them is left out silently.
pub fn carried(form: &Learning) -> Result<Vec<LearningAction>, Vec<Problem>> {
    let earlier = form.earlier.iter().flatten().map(|action| (action, action.agreed));
    let agreed = form.actions.iter().map(|action| (action, action.agreed.or(form.date)));
    let is_open = |(action, _): &(&LearningAction, _)| action.state == ActionState::Open;
    let open = earlier.chain(agreed).filter(is_open);
    let open: Vec<LearningAction> =
        open.map(|(action, agreed)| LearningAction { agreed, ..action.clone() }).collect();
    if open.len() > MOST_ENTRIES {
        let kind = ProblemKind::TooMany { most: MOST_ENTRIES };
        return Err(vec![Problem { pointer: "/actions".to_owned(), kind }]);
    }
    Ok(open)
}

/// How many columns of a list are always there.
const ALWAYS: usize = 4;

/// A list of actions as it is printed: its heading, where it has one of its own, and the rows of its table.
pub(super) struct PrintedActions {
    pub(super) heading: Option<String>,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// The actions of earlier sessions, with what became of them, and those that are agreed now; each where there are some.
pub(super) fn printed(framework: &Framework, form: &Learning) -> [Option<PrintedActions>; 2] {
    let say = |message| framework.rules.catalogue.say(message, &[]);
    let text =
        |text: &Option<FreeText>| text.as_ref().map_or_else(String::new, |text| text.0.clone());
    let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
    let state = |action: &LearningAction| {
        say(match action.state {
            ActionState::Done => &REPORT_ACTION_DONE,
            ActionState::Dropped => &REPORT_ACTION_DROPPED,
            ActionState::Open if action.by.zip(form.date).is_some_and(|(by, date)| by < date) => {
                &REPORT_ACTION_OVERDUE
            }
            ActionState::Open => &REPORT_ACTION_OPEN,
        })
    };
    let columns = [
        &REPORT_ACTION_WHAT,
        &REPORT_ACTION_WHO,
        &REPORT_ACTION_BY,
        &REPORT_ACTION_STATE,
        &REPORT_ACTION_OUTCOME,
        &REPORT_ACTION_AGREED,
    ];
    let row = |action: &LearningAction| {
        let (who, outcome) = (text(&action.who), text(&action.outcome));
        [action.what.0.clone(), who, day(action.by), state(action), outcome, day(action.agreed)]
    };
    let list = |heading: Option<String>, actions: &[LearningAction]| {
        let rows: Vec<[String; 6]> = actions.iter().map(row).collect();
        let is_earlier = heading.is_some();
        // Of what is agreed now nothing has come yet, as a rule.
        let is_shown = |column: usize| {
            let is_filled =
                |row: &[String; 6]| row.get(column).is_some_and(|text| !text.is_empty());
            is_earlier || column < ALWAYS || rows.iter().any(is_filled)
        };
        let shown = |texts: Vec<String>| {
            let texts = texts.into_iter().enumerate();
            texts.filter(|(column, _)| is_shown(*column)).map(|(_, text)| text).collect()
        };
        (!rows.is_empty()).then(|| PrintedActions {
            heading,
            columns: shown(columns.into_iter().map(say).collect()),
            rows: rows.iter().map(|row| shown(row.to_vec())).collect(),
        })
    };
    let earlier = form.earlier.as_deref().unwrap_or_default();
    [list(Some(say(&REPORT_ACTION_EARLIER)), earlier), list(None, &form.actions)]
}
