//! The deadlines that count from an annual review meeting. The Regulations know no exception to them.

use super::dates::{AnnualReview, ReviewDecision};
use super::deadline::{Deadline, DeadlineKind, TimescaleState};
use super::judged::{Applies, Rule, judged, least_time};
use super::messages;
use super::request::after_weeks;
use crate::document::Day;
use crate::document::message::Catalogue;
use crate::law::fixed::{
    DAYS_FOR_REPRESENTATIONS_ON_AMENDMENTS, WEEKS_OF_A_REVIEW, WEEKS_TO_DECIDE_A_REVIEW,
    WEEKS_TO_ISSUE_AMENDMENTS,
};

/// The deadlines of a review.
pub(super) fn of_review(
    said: &Catalogue,
    review: &AnnualReview,
    today: Option<Day>,
) -> Vec<Deadline> {
    let decided_by = after_weeks(review.meeting, WEEKS_TO_DECIDE_A_REVIEW);
    let weeks: [(&str, &dyn std::fmt::Display); 1] = [("weeks", &WEEKS_TO_DECIDE_A_REVIEW.number)];
    let decision = Rule {
        kind: DeadlineKind::ReviewDecision,
        due: decided_by,
        happened: review.decided,
        why: said.say(&messages::DEADLINE_REVIEW_DECISION, &weeks),
        cites: vec![WEEKS_TO_DECIDE_A_REVIEW.cite()],
        applies: Applies::Always,
        exception: None,
    };
    // The High Court read regulations 20(10) and 22(2)(a) together: the amendments go with the decision.
    let notice = Rule {
        kind: DeadlineKind::ReviewNotice,
        due: decided_by,
        happened: review.notice,
        why: said.say(&messages::DEADLINE_REVIEW_NOTICE, &weeks),
        cites: vec![WEEKS_TO_DECIDE_A_REVIEW.cite(), WEEKS_OF_A_REVIEW.cite()],
        applies: amends(review),
        exception: None,
    };
    let mut deadlines = vec![judged(said, decision, today), judged(said, notice, today)];
    deadlines.extend(review.notice.map(|notice| representations(said, review, notice)));
    deadlines.push(judged(said, plan(said, review), today));
    deadlines
}

fn plan(said: &Catalogue, review: &AnnualReview) -> Rule {
    let all = after_weeks(review.meeting, WEEKS_OF_A_REVIEW);
    let due = review.notice.map(|notice| after_weeks(notice, WEEKS_TO_ISSUE_AMENDMENTS));
    let is_unclear = review.notice.zip(review.amended).is_some_and(|(notice, end)| end < notice);
    Rule {
        kind: DeadlineKind::ReviewPlan,
        due: due.map_or(all, |due| due.min(all)),
        happened: review.amended,
        why: said.say(
            &messages::DEADLINE_REVIEW_PLAN,
            &[("weeks", &WEEKS_TO_ISSUE_AMENDMENTS.number), ("all", &WEEKS_OF_A_REVIEW.number)],
        ),
        cites: vec![WEEKS_TO_ISSUE_AMENDMENTS.cite(), WEEKS_OF_A_REVIEW.cite()],
        applies: if is_unclear { Applies::Unclear } else { amends(review) },
        exception: None,
    }
}

fn representations(said: &Catalogue, review: &AnnualReview, notice: Day) -> Deadline {
    let days = DAYS_FOR_REPRESENTATIONS_ON_AMENDMENTS;
    let is_unclear = review.amended.is_some_and(|end| end < notice);
    let rule = Rule {
        kind: DeadlineKind::ReviewRepresentations,
        due: notice.plus(days.number),
        happened: review.amended,
        why: said.say(&messages::DEADLINE_REVIEW_REPRESENTATIONS, &[("days", &days.number)]),
        cites: vec![days.cite()],
        applies: if is_unclear { Applies::Unclear } else { Applies::Always },
        exception: None,
    };
    least_time(said, rule)
}

/// What follows a decision to amend.
fn amends(review: &AnnualReview) -> Applies {
    let is_dated = review.notice.is_some() || review.amended.is_some();
    match review.decision {
        Some(ReviewDecision::Amend) => Applies::Always,
        Some(ReviewDecision::Maintain | ReviewDecision::Cease) if is_dated => Applies::Unclear,
        Some(ReviewDecision::Maintain | ReviewDecision::Cease) => {
            Applies::Never(&messages::DEADLINE_REASON_NOT_AMENDED)
        }
        None if is_dated => Applies::Always,
        None => {
            Applies::WhereKept(TimescaleState::Open, &messages::DEADLINE_REASON_DECISION_NOT_SAID)
        }
    }
}
