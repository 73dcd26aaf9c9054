//! The table of requirements, row by row: every combination of answers to the criteria, and of the worst score of a
//! section where scores limit the grade.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::document::table::Number;
use crate::document::{Problem, ProblemKind};
use crate::framework::{CriterionNo, Framework, Rules, Score, ValueNo, no_part};
use crate::text::markdown::push_text;

/// The most rows that are enumerated.
const MOST_ROWS: usize = 1_000_000;

/// The column of the worst score of a section, and that of the grade.
const WORST_SECTION: &str = "worst_section";
const GRADE: &str = "grade";

/// The table of requirements of a framework.
#[derive(Debug)]
pub struct RequirementTable<'a> {
    rules: &'a Rules,
    /// The scores that the worst section can have; one that limits nothing where the framework has no limits.
    sections: Vec<Score>,
}

/// The table of requirements of a framework, to be enumerated.
///
/// # Errors
/// The framework has no such table, or the table has more than a million rows.
pub fn table(framework: &Framework) -> Result<RequirementTable<'_>, Vec<Problem>> {
    let rules = &framework.rules;
    if rules.grades.len() == 0 {
        return Err(no_part("table of requirements"));
    }
    let sections = if rules.limits.is_empty() {
        vec![rules.scale.best()]
    } else {
        rules.scale.scores().collect()
    };
    let mut rows = sections.len();
    for criterion in rules.criteria.rows() {
        rows = rows.saturating_mul(criterion.values.len());
    }
    if rows > MOST_ROWS {
        return Err(vec![Problem::of_all(ProblemKind::TooMany { most: MOST_ROWS })]);
    }
    Ok(RequirementTable { rules, sections })
}

impl RequirementTable<'_> {
    /// The names of its columns: the criteria, the worst score of a section where that limits the grade, and the grade.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        let criteria = self.rules.criteria.rows().iter().map(|criterion| criterion.id.clone());
        let mut columns: Vec<String> = criteria.collect();
        if self.has_limits() {
            columns.push(WORST_SECTION.to_owned());
        }
        columns.push(GRADE.to_owned());
        columns
    }

    /// Its rows: answers from the worst to the best, the last criterion changing first, and for each combination the
    /// scores of the worst section from the best to the worst.
    pub fn rows(&self) -> impl Iterator<Item = Vec<String>> {
        let mut next = Some(vec![0; self.rules.criteria.len()]);
        let combinations = std::iter::from_fn(move || {
            let answers = next.take()?;
            next = self.behind(&answers);
            Some(answers)
        });
        combinations.flat_map(move |answers| {
            self.sections.iter().map(move |section| self.row(&answers, *section))
        })
    }

    /// The combination behind another; none behind the last.
    fn behind(&self, answers: &[usize]) -> Option<Vec<usize>> {
        let mut answers = answers.to_vec();
        let criteria = self.rules.criteria.rows().iter();
        for (answer, criterion) in answers.iter_mut().zip(criteria).rev() {
            if *answer + 1 < criterion.values.len() {
                *answer += 1;
                return Some(answers);
            }
            *answer = 0;
        }
        None
    }

    fn row(&self, answers: &[usize], section: Score) -> Vec<String> {
        let rules = self.rules;
        let given = |criterion: usize| answers.get(criterion).copied().unwrap_or(0);
        let is_met = |requires: &[(CriterionNo, ValueNo)]| {
            requires.iter().all(|(criterion, least)| given(criterion.place()) >= least.place())
        };
        // The last row requires nothing.
        let row = rules.grades.find(|row| is_met(&row.requires));
        let by_criteria = rules.grades[row.unwrap_or(rules.grades.last_number())].score;
        let grade = by_criteria.max(rules.cap(section));
        let mut cells = Vec::new();
        for (criterion, answer) in rules.criteria.rows().iter().zip(answers) {
            let id = criterion.values.rows().get(*answer).map(|value| value.id.clone());
            cells.push(id.unwrap_or_default());
        }
        if self.has_limits() {
            cells.push(section.to_string());
        }
        cells.push(grade.to_string());
        cells
    }

    fn has_limits(&self) -> bool {
        !self.rules.limits.is_empty()
    }

    /// The table as CSV. No id needs quotation marks.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut csv = String::new();
        for row in std::iter::once(self.columns()).chain(self.rows()) {
            csv.push_str(&row.join(","));
            csv.push('\n');
        }
        csv
    }

    /// The table in Markdown, with its digest in the last line.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut out = String::new();
        let columns = self.columns();
        push_row(&mut out, &columns);
        out.push_str(&"|---".repeat(columns.len()));
        out.push_str("|\n");
        for row in self.rows() {
            push_row(&mut out, &row);
        }
        out.push_str("\nSHA-256: ");
        out.push_str(&self.sha256());
        out.push('\n');
        out
    }

    /// The SHA-256 of the CSV, in hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        let mut sha256 = String::new();
        for byte in Sha256::digest(self.to_csv()) {
            // Writing to a string cannot fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        sha256
    }
}

fn push_row(out: &mut String, cells: &[String]) {
    for cell in cells {
        out.push_str("| ");
        push_text(out, cell);
        out.push(' ');
    }
    out.push_str("|\n");
}
