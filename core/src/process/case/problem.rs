//! Why an event does not fit, or a case has no status.

use crate::document::problem::room_problems;
use crate::text::fill::plain;

room_problems! {
    /// Why an event does not fit, or a case has no status.
    pub enum CaseProblem {
        /// The framework has no reading of the process around a draft.
        NoProcess = "no_process" {},
        /// An event that has no place where a case stands.
        #[parts(at = plain(state), what = plain(event), instead = expects(expected))]
        EventNotExpected = "event_not_expected" {
            /// Where the case stands.
            state: &'static str,
            /// The kind of event.
            event: &'static str,
            /// The kinds of event that would fit.
            expected: Vec<String>,
        },
        /// An event that is for somebody in another role.
        #[parts(at = plain(state), what = plain(event), whom = plain(&expected.join(", ")))]
        EventByAnother = "event_by_another" {
            /// Where the case stands.
            state: &'static str,
            /// The kind of event.
            event: &'static str,
            /// The roles it is for.
            expected: Vec<String>,
        },
        /// Two grades that should be separate, and are by one person.
        SameGrader = "same_grader" {
            /// Where the case stands.
            state: &'static str,
            /// The kind of event.
            event: &'static str,
            /// The condition that does not hold.
            expected: &'static str,
            /// What the role is called.
            role: String,
        },
        /// A grade agreed by somebody who gave none of the two.
        NotOneOfTheTwo = "not_one_of_the_two" {
            /// Where the case stands.
            state: &'static str,
            /// The kind of event.
            event: &'static str,
            /// The condition that does not hold.
            expected: &'static str,
        },
        /// An agreed grade outside the two that it settles.
        NotBetweenTheTwo = "not_between_the_two" {
            /// Where the case stands.
            state: &'static str,
            /// The kind of event.
            event: &'static str,
            /// The condition that does not hold.
            expected: &'static str,
        },
    }
}

/// What would fit instead, as the end of a sentence.
fn expects(events: &[String]) -> String {
    if events.is_empty() {
        return "nothing follows any more".to_owned();
    }
    ["what may follow is: ", &plain(&events.join(", "))].concat()
}
