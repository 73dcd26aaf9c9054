//! A report as a document: what is shown of a summary, ready to be printed.

use serde::Serialize;

use super::threshold::HiddenBelow;
use crate::document::message::Catalogue;
use crate::document::shape::choice;
use crate::law::Basis;
use crate::process::agreement::Thousandths;
use crate::report::messages::{
    REPORT_ALL_SHOWN, REPORT_CAPTION_PLANS, REPORT_CAPTION_RESPONSES, REPORT_HIDDEN_NOTE,
};

/// What is shown of a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Report {
    /// The id of the framework.
    pub framework: String,
    /// Counts from 1 to below this one are hidden, and others where these could be worked out; `none` where all counts
    /// are shown.
    pub hidden_below: HiddenBelow,
    /// What stands for a hidden count.
    pub hidden_sign: &'static str,
    /// What that sign means, in a sentence, or that all counts are shown.
    pub hidden_note: String,
    /// Records that could not be read, and are not counted.
    pub not_read: u32,
    /// How many plans; null when they are few, and all is hidden.
    pub plans: Option<u32>,
    /// What a board reads first, in a sentence: the grades, what was graded again, and what was in time, as far as it
    /// is shown; null where none of it is.
    pub headline: Option<String>,
    /// The figures of that sentence: `good`, `regraded` and `in_time`, where there are plans for them.
    pub measures: Vec<Measure>,
    /// The heading of the themes.
    pub themes_heading: String,
    /// What matters most, at most three: the descriptors that are most often not met, and where fewer are shown, what
    /// was found most often in the golden thread and in the wording.
    pub themes: Vec<Measure>,
    /// What the themes leave open where counts are hidden, in a sentence; otherwise null.
    pub themes_note: Option<String>,
    /// The heading of what families say.
    pub families_heading: String,
    /// What families say: of each survey how many were returned of those sent out, and of each question how many
    /// responses have a good answer. Its shares are of responses, and not of plans.
    pub families: Vec<Measure>,
    /// What it is compared with, where a summary of the term before was given.
    pub since: Option<Since>,
    /// The tables in which something is counted.
    pub tables: Vec<Table>,
    /// The tables in which nothing is counted. They are left out.
    pub nothing_counted: Vec<Label>,
    /// The same in a sentence; null where there are none.
    pub nothing_counted_note: Option<String>,
    /// The share of graded plans that may be issued, term by term.
    pub good_share: Option<GoodShare>,
    /// How far two graders agree. All figures are hidden where a count of the table `agreement` is, which
    /// could be worked out from them.
    pub agreement: Vec<Figure>,
    /// How long it took on average to issue a plan.
    pub average_weeks: Vec<AverageWeeks>,
    /// How the counts are to be read.
    pub notes: Vec<Note>,
}

/// A share of plans, worked out from two counts that are shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Measure {
    /// Its id; of a theme, that of its row in the table.
    pub id: String,
    /// The id of the table that it comes from.
    pub table: String,
    /// What it is a share of; of a theme, the words of the framework.
    pub label: String,
    /// How many plans; null where that is hidden.
    pub count: Option<u32>,
    /// Of how many; null likewise.
    pub of: Option<u32>,
    /// Whole per cent, halves rounded up; null where a count is hidden.
    pub per_cent: Option<u32>,
    /// The same with the plans that it is about, or the sign for a hidden count.
    pub words: String,
    /// How many points of per cent it is more than before; null where nothing is compared, as of themes, and where
    /// either is hidden.
    pub points: Option<i32>,
    /// The same in words, such as "4 points up on Summer 2023-24".
    pub change: Option<String>,
}

/// What a report is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Since {
    /// What the term before is called.
    pub label: String,
    /// The heading of what changed.
    pub heading: String,
    /// Why no change in plans is shown: both have plans of the same term, or no share is shown in both; otherwise null.
    pub left_out: Option<String>,
    /// Why no change in what families say is shown, where both have responses of the same term; otherwise null.
    pub families_left_out: Option<String>,
    /// The descriptors whose share of not met changed most, at most three: of the plans in which each is answered.
    pub moved: Vec<Measure>,
}

/// A table of counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Table {
    /// Its id, such as `grades`, `by-need`, `themes-F`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What its numbers count.
    pub caption: String,
    /// What a row is.
    pub row_heading: String,
    /// Its columns. A last one, `total`, has the sum of a row.
    pub columns: Vec<Label>,
    /// Its rows. A last one, `total`, where there is one, has the sums of the columns.
    pub rows: Vec<TableRow>,
    /// Why the table has no rows, where they would give small numbers away; otherwise null.
    pub left_out: Option<String>,
    /// Whether a page shows it folded: it is for those who look something up.
    pub is_folded: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Label {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct TableRow {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// A count for each column; null where it is hidden.
    pub counts: Vec<Option<u32>>,
    /// Each count as it is printed: the sign for a hidden count where it is hidden.
    pub words: Vec<String>,
    /// Each count as a share of the sum of its row, in whole per cent, halves rounded up; null for the sum, where
    /// either is hidden, and in tables whose rows are not shared out in that way.
    pub per_cent: Vec<Option<u32>>,
}

/// The share of graded plans with which a plan may be issued, term by term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct GoodShare {
    /// What it is a share of.
    pub title: String,
    /// The terms in order of time.
    pub rows: Vec<TermShare>,
}

/// The share of one term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct TermShare {
    /// The id of the row of the table `by-term` that it is about.
    pub id: String,
    /// What the term is called.
    pub label: String,
    /// How many plans with a grade that is good enough; null where that is hidden.
    pub count: Option<u32>,
    /// How many plans with a grade; null likewise.
    pub of: Option<u32>,
    /// Whole per cent of the plans with a grade, halves rounded up; null where a count is hidden, or where no
    /// plan has a grade.
    pub per_cent: Option<u32>,
    /// The same in short, for a picture.
    pub short: String,
    /// The same with the plans that it is about; the sign for a hidden count, or the reason why there is none.
    pub words: String,
}

choice! {
    /// Whether a figure is shown.
    pub enum FigureState {
        /// It is.
        Shown = "shown",
        /// It is hidden, since a count could be worked out from it.
        Hidden = "hidden",
        /// There is none.
        Undefined = "undefined",
    }
}

/// A figure that is worked out from counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Figure {
    /// Its id.
    pub id: &'static str,
    /// What it is called.
    pub label: String,
    /// Whether it is shown.
    pub state: FigureState,
    /// The figure, to three decimal places; null where it is hidden, or where there is none.
    pub value: Option<Thousandths>,
    /// The same as it is printed: with the plans that it is about, the sign for a hidden count, or the reason
    /// why there is none.
    pub words: String,
}

/// How long it took on average to issue a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AverageWeeks {
    /// The id of the row of the table `timeliness` that it is about.
    pub id: String,
    /// What that is called.
    pub label: String,
    /// Tenths of a week, halves rounded up; null where it is hidden, or where there are no plans.
    pub tenths: Option<u32>,
    /// Weeks as they are printed, with one decimal; the sign for a hidden count, or `none`.
    pub words: String,
}

/// How something in a report is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Note {
    /// What kind of text it rests on.
    pub basis: Basis,
    /// The place in it; of an interpretation, its name.
    pub place: String,
    /// How it is read, and why.
    pub text: String,
}

/// What stands for a hidden count, as in published tables.
pub(super) const HIDDEN: &str = "c";

/// A count as it is printed.
pub(super) fn written(count: Option<u32>) -> String {
    count.map_or_else(|| HIDDEN.to_owned(), |count| count.to_string())
}

/// With what the id of the table of a survey begins; the other tables of what families say begin otherwise.
pub(super) const SURVEY: &str = "survey-";

/// What the sign for a hidden count means, where counts are hidden.
pub(super) fn hidden_note(say: &Catalogue, below: HiddenBelow) -> String {
    if below == HiddenBelow::NOTHING {
        return say.say(&REPORT_ALL_SHOWN, &[]);
    }
    say.say(&REPORT_HIDDEN_NOTE, &[("sign", &HIDDEN), ("below", &below)])
}

impl Report {
    /// The shares of which it is shown what changed.
    pub fn changed(&self) -> impl Iterator<Item = &Measure> {
        let moved = self.since.iter().flat_map(|since| &since.moved);
        let all = self.measures.iter().chain(moved).chain(&self.families);
        all.filter(|measure| measure.change.is_some())
    }
}

impl Table {
    /// A table without rows.
    pub(super) fn new(say: &Catalogue, id: &str, title: String, row_heading: String) -> Self {
        let mut table = Self {
            id: id.to_owned(),
            title,
            caption: String::new(),
            row_heading,
            columns: Vec::new(),
            rows: Vec::new(),
            left_out: None,
            is_folded: true,
        };
        let is_of_families = table.is_of_families();
        let counts = if is_of_families { &REPORT_CAPTION_RESPONSES } else { &REPORT_CAPTION_PLANS };
        table.caption = say.say(counts, &[]);
        table
    }

    /// Whether it counts responses of families, and not plans.
    pub(super) fn is_of_families(&self) -> bool {
        [SURVEY, "families-"].iter().any(|start| self.id.starts_with(start))
    }

    /// The row with an id.
    pub(crate) fn row(&self, id: &str) -> Option<&TableRow> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// A count of a row, where it is shown.
    pub(super) fn count(&self, row: &TableRow, column: &str) -> Option<u32> {
        let at = self.columns.iter().position(|known| known.id == column)?;
        row.counts.get(at).copied().flatten()
    }
}

impl TableRow {
    /// A row of counts, with each as it is printed.
    pub(super) fn new(id: &str, label: &str, counts: Vec<Option<u32>>) -> Self {
        let words = counts.iter().map(|count| written(*count)).collect();
        let per_cent = vec![None; counts.len()];
        Self { id: id.to_owned(), label: label.to_owned(), counts, words, per_cent }
    }

    /// The last count, which is the sum of a row, where it is shown.
    pub(crate) fn sum(&self) -> Option<u32> {
        self.counts.last().copied().flatten()
    }
}

impl Label {
    /// A column.
    pub(super) fn new(id: &str, label: &str) -> Self {
        Self { id: id.to_owned(), label: label.to_owned() }
    }
}
