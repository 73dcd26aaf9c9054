//! The table of requirements, row by row: every combination of answers to the criteria, of findings beyond or within
//! the bounds of grades, and of the worst score of a section where scores limit the grade.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::document::table::Number;
use crate::document::{Problem, ProblemKind};
use crate::framework::{CriterionNo, Framework, Rules, Score, SeverityNo, ValueNo, no_part};
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
    /// The severities that grades bound, each with its bounds, the greatest first.
    bounds: Vec<(SeverityNo, Vec<u16>)>,
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
    let table = RequirementTable { rules, sections, bounds: bounds(rules) };
    let sizes = table.sizes();
    let rows = sizes.fold(table.sections.len(), usize::saturating_mul);
    if rows > MOST_ROWS {
        return Err(vec![Problem::of_all(ProblemKind::TooMany { most: MOST_ROWS })]);
    }
    Ok(table)
}

/// The bounds of each severity in the grade table, the greatest first.
fn bounds(rules: &Rules) -> Vec<(SeverityNo, Vec<u16>)> {
    let of_severity = |severity: SeverityNo| {
        let rows = rules.grades.rows().iter().flat_map(|row| &row.at_most);
        let bounds = rows.filter(|(bounded, _)| *bounded == severity).map(|(_, most)| *most);
        bounds.collect::<BTreeSet<u16>>().into_iter().rev().collect::<Vec<u16>>()
    };
    let all = rules.severities.numbers().map(|severity| (severity, of_severity(severity)));
    all.filter(|(_, bounds)| !bounds.is_empty()).collect()
}

impl RequirementTable<'_> {
    /// The names of its columns: the criteria, the worst score of a section where that limits the grade, and the grade.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        let criteria = self.rules.criteria.rows().iter().map(|criterion| criterion.id.clone());
        let mut columns: Vec<String> = criteria.collect();
        let severities = &self.rules.severities;
        columns.extend(self.bounds.iter().map(|(severity, _)| severities[*severity].id.clone()));
        if self.has_limits() {
            columns.push(WORST_SECTION.to_owned());
        }
        columns.push(GRADE.to_owned());
        columns
    }

    /// Its rows: answers from the worst to the best, the last criterion changing first, and for each combination the
    /// scores of the worst section from the best to the worst.
    pub fn rows(&self) -> impl Iterator<Item = Vec<String>> {
        let mut next = Some(vec![0; self.sizes().count()]);
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
        let sizes: Vec<usize> = self.sizes().collect();
        for (answer, size) in answers.iter_mut().zip(sizes).rev() {
            if *answer + 1 < size {
                *answer += 1;
                return Some(answers);
            }
            *answer = 0;
        }
        None
    }

    /// How many values each column before the worst section has: a severity has one beyond all of its bounds.
    fn sizes(&self) -> impl Iterator<Item = usize> {
        let criteria = self.rules.criteria.rows().iter().map(|criterion| criterion.values.len());
        criteria.chain(self.bounds.iter().map(|(_, bounds)| bounds.len() + 1))
    }

    fn row(&self, answers: &[usize], section: Score) -> Vec<String> {
        let rules = self.rules;
        let given = |criterion: usize| answers.get(criterion).copied().unwrap_or(0);
        let is_met = |requires: &[(CriterionNo, ValueNo)]| {
            requires.iter().all(|(criterion, least)| given(criterion.place()) >= least.place())
        };
        let behind = answers.get(rules.criteria.len()..).unwrap_or_default();
        let found: Vec<(SeverityNo, Option<u16>)> = self
            .bounds
            .iter()
            .zip(behind)
            .map(|((severity, bounds), place)| {
                (*severity, place.checked_sub(1).and_then(|place| bounds.get(place).copied()))
            })
            .collect();
        let fits = |at_most: &[(SeverityNo, u16)]| {
            at_most.iter().all(|(bounded, most)| {
                let mut found = found.iter();
                found.any(|(severity, within)| {
                    severity == bounded && within.is_some_and(|within| within <= *most)
                })
            })
        };
        // The last row requires nothing.
        let row = rules.grades.find(|row| is_met(&row.requires) && fits(&row.at_most));
        let by_criteria = rules.grades[row.unwrap_or(rules.grades.last_number())].score;
        let grade = by_criteria.max(rules.cap(section));
        let mut cells = Vec::new();
        for (criterion, answer) in rules.criteria.rows().iter().zip(answers) {
            let id = criterion.values.rows().get(*answer).map(|value| value.id.clone());
            cells.push(id.unwrap_or_default());
        }
        let within = |within: u16| format!("{within}_or_fewer");
        cells.extend(found.iter().map(|(_, most)| most.map_or_else(|| "more".to_owned(), within)));
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
