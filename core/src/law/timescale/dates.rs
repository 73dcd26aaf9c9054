//! The dates of a plan, as people record them.

use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, choice, document};
use crate::document::{Day, Json};

document! {
    /// The dates of one plan. At least one of `received`, `order`, `review` and `transfer` is given.
    #[derive(Default)]
    pub struct Timescales {
        /// When the request for an assessment was received.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub received: Option<Day>,
        /// When it was decided whether to assess.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub decided: Option<Day>,
        /// Whether it was decided to assess.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub to_assess: Option<bool>,
        /// When the decision on whether to issue a plan was notified.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub notified: Option<Day>,
        /// Whether it was decided to issue a plan.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub to_issue: Option<bool>,
        /// When the draft was sent for representations.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub draft_sent: Option<Day>,
        /// When the final plan was issued.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub issued: Option<Day>,
        /// The exception that is claimed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub exception: Option<Exception>,
        /// What the Tribunal ordered, or was agreed in place of an order.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub order: Option<Order>,
        /// The annual review.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub review: Option<AnnualReview>,
        /// The transfer to the next phase of education.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub transfer: Option<PhaseTransfer>,
        /// The day for which deadlines are worked out.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub today: Option<Day>,
    }

    /// An order of the Tribunal, or what has the same times. A decision or plan that it leads to stands beside it, in
    /// `notified`, `to_issue`, `draft_sent` and `issued`.
    pub struct Order {
        /// What is to be done.
        pub kind: OrderKind,
        /// When the order was made, the Tribunal was told that the appeal is not opposed, or mediation came to an
        /// agreement.
        pub made: Day,
        /// Which of them it is. Without it, an order of the Tribunal.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub by: Option<OrderBy>,
        /// The last day for it, where the order or the agreement sets one in place of the Regulations.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub due: Option<Day>,
        /// When it was notified that there will be an assessment, or what was decided when the decision was considered
        /// again.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub notified: Option<Day>,
        /// When the amended plan was issued.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub amended: Option<Day>,
        /// The exception that is claimed from its times. Of an absence, two weeks are enough here.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub exception: Option<Exception>,
    }

    /// An annual review.
    pub struct AnnualReview {
        /// When the review meeting was held.
        pub meeting: Day,
        /// When it was notified what was decided.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub decided: Option<Day>,
        /// What was decided.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub decision: Option<ReviewDecision>,
        /// When the proposed amendments were sent.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub notice: Option<Day>,
        /// When the final amended plan was issued, or it was notified that the plan is not amended after all.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub amended: Option<Day>,
    }

    /// A transfer to the next phase of education.
    pub struct PhaseTransfer {
        /// Which transfer.
        pub kind: TransferKind,
        /// The day of the transfer, such as 1 September.
        pub on: Day,
        /// When the plan that names the next school or institution was issued.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub amended: Option<Day>,
    }
}

choice! {
    /// An exception that the Regulations know.
    pub enum Exception {
        /// The school or other setting was closed for at least four weeks.
        ClosedSchool = "closed_school",
        /// Exceptional personal circumstances.
        ExceptionalCircumstances = "exceptional_circumstances",
        /// The child, the young person or the parent was away for at least four weeks.
        Absence = "absence",
    }

    /// Where what is to be done comes from.
    pub enum OrderBy {
        /// An order of the First-tier Tribunal.
        Tribunal = "tribunal",
        /// An appeal that the council told the Tribunal it does not oppose.
        Conceded = "conceded",
        /// A written mediation agreement on what could be appealed.
        Mediation = "mediation",
    }

    /// What is to be done.
    pub enum OrderKind {
        /// To make an assessment or a reassessment.
        Assess = "assess",
        /// To make and maintain a plan.
        MakePlan = "make_plan",
        /// To consider again whether a plan is needed.
        Reconsider = "reconsider",
        /// To amend what the plan says.
        Amend = "amend",
        /// To change the school or other institution, or its type, and nothing else.
        NameSchool = "name_school",
        /// To continue the plan.
        Continue = "continue",
        /// To continue the plan and to amend it.
        ContinueAndAmend = "continue_and_amend",
        /// To end the plan, since the appeal against that was dismissed.
        Cease = "cease",
    }

    /// What was decided after a review meeting.
    pub enum ReviewDecision {
        /// To keep the plan as it is.
        Maintain = "maintain",
        /// To amend the plan.
        Amend = "amend",
        /// To end the plan.
        Cease = "cease",
    }

    /// A transfer between phases of education.
    pub enum TransferKind {
        /// From early years to school, or between schools.
        Phase = "phase",
        /// From secondary school to a post-16 institution.
        ToPost16 = "to_post_16",
        /// From one post-16 institution to another.
        BetweenPost16 = "between_post_16",
    }
}

impl Timescales {
    /// Reads the dates of a plan from JSON text.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |json, value, reader| {
            check_dates(json, reader);
            value
        })
    }

    /// The order that takes the place of the times of the request: to assess, to make a plan, or to consider again.
    pub(crate) fn order_of_a_plan(&self) -> Option<&Order> {
        let makes_a_plan =
            |kind| matches!(kind, OrderKind::Assess | OrderKind::MakePlan | OrderKind::Reconsider);
        self.order.as_ref().filter(|order| makes_a_plan(order.kind))
    }
}

impl OrderKind {
    /// Whether an amended plan shows that it was done.
    pub(super) fn amends(self) -> bool {
        matches!(self, Self::Amend | Self::NameSchool | Self::ContinueAndAmend)
    }
}

/// What the dates count from, with those that count from it, and the order in words.
const FIRST: [(&str, &str, &[&str], &str); 3] = [
    ("", "received", &["decided", "notified", "draft_sent", "issued"], "the request comes first"),
    ("order", "made", &["due", "notified", "amended"], "the order comes first"),
    ("review", "meeting", &["decided", "notice", "amended"], "the meeting comes first"),
];

/// Nothing happens before it is asked for: a mistyped year would pass for a deadline that was kept.
pub(crate) fn check_dates<'a>(dates: Json<'a>, reader: &mut Reader<'a>) {
    for (part, first, names, order) in FIRST {
        if part.is_empty() {
            follow(dates, reader, first, names, order);
        } else {
            reader.within(part, |reader| follow(dates.field(part), reader, first, names, order));
        }
    }
    let received = Day::from_text(dates.text_of("received"));
    let made = Day::from_text(dates.field("order").text_of("made"));
    if made.zip(received).is_some_and(|(made, received)| made < received) {
        let order = "the request comes first";
        reader.within("order", |r| r.problem_in("made", ProblemKind::OutOfOrder { order }));
    }
    let starts = ["received", "order", "review", "transfer"];
    if matches!(dates, Json::Object(_)) && starts.iter().all(|name| dates.field(name).is_null()) {
        reader.problem_in("received", ProblemKind::Missing {});
    }
}

/// Reports the dates that are before the first.
fn follow<'a>(
    json: Json<'a>,
    reader: &mut Reader<'a>,
    first: &str,
    names: &[&'static str],
    order: &'static str,
) {
    let day = |name: &str| Day::from_text(json.text_of(name));
    let Some(first) = day(first) else { return };
    for name in names {
        if day(name).is_some_and(|day| day < first) {
            reader.problem_in(name, ProblemKind::OutOfOrder { order });
        }
    }
}
