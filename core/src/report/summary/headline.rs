//! What a board reads first, in a sentence made of what is shown.

use std::fmt::Display;

use super::measures::{changed, good_at_least};
use super::share::Share;
use super::shown::{GoodShare, Measure, Table};
use crate::document::message::Message;
use crate::framework::Framework;
use crate::law::WEEKS_TO_ISSUE;
use crate::report::messages::{
    REPORT_HEADLINE_AT_LEAST, REPORT_HEADLINE_GOOD, REPORT_HEADLINE_GOOD_IN,
    REPORT_HEADLINE_IN_TIME, REPORT_HEADLINE_REGRADED,
};
use crate::text::fill::capital;

/// What a headline is made of: the tables and figures of a report.
pub(super) struct Shown<'a> {
    pub(super) framework: &'a Framework,
    pub(super) tables: &'a [Table],
    pub(super) measures: &'a [Measure],
    pub(super) terms: Option<&'a GoodShare>,
}

impl Shown<'_> {
    /// The sentence; none where nothing of it is shown.
    pub(super) fn headline(&self) -> Option<String> {
        let [again, in_time] =
            [(&REPORT_HEADLINE_REGRADED, "regraded"), (&REPORT_HEADLINE_IN_TIME, "in_time")];
        let clauses = [self.good(), self.measured(again), self.measured(in_time)];
        let clauses: Vec<String> = clauses.into_iter().flatten().collect();
        (!clauses.is_empty()).then(|| capital([&clauses.join("; "), "."].concat()))
    }

    /// How many plans are good enough: of the last term of several, of all, or at least.
    fn good(&self) -> Option<String> {
        let grade = self.framework.grade_name(self.framework.rules.issue.issue_at?);
        let all = self.measures.iter().find(|measure| measure.id == "good");
        let is_compared = all.is_some_and(|all| all.change.is_some());
        if !is_compared && let Some(clause) = self.last_term(grade) {
            return Some(clause);
        }
        if let Some(all) = all
            && let Some(share) = all.share()
        {
            return self.say(
                &REPORT_HEADLINE_GOOD,
                share,
                &[("grade", &grade)],
                all.change.as_deref(),
            );
        }
        let share = good_at_least(self.framework, self.tables)?;
        // What is at least so much is not rounded up.
        let per_cent = share.per_cent_at_least()?;
        let parts: [(&str, &dyn Display); 4] = [
            ("grade", &grade),
            ("per_cent", &per_cent),
            ("count", &share.count),
            ("of", &share.of),
        ];
        Some(self.framework.rules.catalogue.say(&REPORT_HEADLINE_AT_LEAST, &parts))
    }

    /// How many plans of the last of several terms are good enough, and how many points more than in the term before.
    fn last_term(&self, grade: &str) -> Option<String> {
        let [.., before, last] = self.terms?.rows.as_slice() else { return None };
        let say = &self.framework.rules.catalogue;
        let change = last.per_cent.zip(before.per_cent);
        let change = change.map(|(now, then)| changed(say, now, then, &before.label));
        let parts: [(&str, &dyn Display); 2] = [("grade", &grade), ("term", &last.label)];
        self.say(
            &REPORT_HEADLINE_GOOD_IN,
            Share { count: last.count?, of: last.of? },
            &parts,
            change.as_deref(),
        )
    }

    fn measured(&self, (message, id): (&Message, &str)) -> Option<String> {
        let measure = self.measures.iter().find(|measure| measure.id == id)?;
        let parts: [(&str, &dyn Display); 1] = [("weeks", &WEEKS_TO_ISSUE.number)];
        self.say(message, measure.share()?, &parts, measure.change.as_deref())
    }

    /// A clause about a share, with what changed behind it.
    fn say(
        &self,
        message: &Message,
        share: Share,
        parts: &[(&str, &dyn Display)],
        change: Option<&str>,
    ) -> Option<String> {
        let per_cent = share.per_cent()?;
        let mut all: Vec<(&str, &dyn Display)> = vec![("per_cent", &per_cent), ("of", &share.of)];
        all.extend(parts);
        let count = usize::try_from(share.count).ok()?;
        let clause = self.framework.rules.catalogue.say_of(message, count, &all);
        Some(change.map_or_else(|| clause.clone(), |change| [&clause, ", ", change].concat()))
    }
}
