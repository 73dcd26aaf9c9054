//! A report as a document: what is shown of a summary, ready to be printed.

use serde::Serialize;

use super::threshold::HiddenBelow;
use crate::document::shape::choice;
use crate::law::Basis;
use crate::process::agreement::Thousandths;
use crate::text::fill::fill;

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
    /// The tables.
    pub tables: Vec<Table>,
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

/// A table of counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Table {
    /// Its id, such as `grades`, `by-need`, `themes-F`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What a row is.
    pub row_heading: String,
    /// Its columns. A last one, `total`, has the sum of a row.
    pub columns: Vec<Label>,
    /// Its rows. A last one, `total`, where there is one, has the sums of the columns.
    pub rows: Vec<TableRow>,
    /// Why the table has no rows, where they would give small numbers away; otherwise null.
    pub left_out: Option<String>,
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
    pub label: &'static str,
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

/// What a report says in which no count is hidden.
pub(super) const ALL_SHOWN: &str = "All counts are shown, however small. Small counts can identify children: do not publish this report.";

/// What the sign for a hidden count means, where counts are hidden.
pub(super) fn hidden_note(below: HiddenBelow) -> String {
    let note = "{sign} stands for a count that is not shown: it is less than {below} and not 0, or such a count \
                could be worked out from it.";
    if below == HiddenBelow::NOTHING {
        return ALL_SHOWN.to_owned();
    }
    fill(note, &[("sign", &HIDDEN), ("below", &below)])
}

impl Table {
    /// The row with an id.
    pub(crate) fn row(&self, id: &str) -> Option<&TableRow> {
        self.rows.iter().find(|row| row.id == id)
    }
}

impl TableRow {
    /// A row of counts, with each as it is printed.
    pub(super) fn new(id: &str, label: &str, counts: Vec<Option<u32>>) -> Self {
        let words = counts.iter().map(|count| written(*count)).collect();
        Self { id: id.to_owned(), label: label.to_owned(), counts, words }
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
