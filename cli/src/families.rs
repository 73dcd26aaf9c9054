//! What families say, counted beside the plans of a summary.

use std::path::{Path, PathBuf};

use ehcp_qa_core::Problem;
use ehcp_qa_core::sheet::{FamilyColumns, RowProblem, bind_families, column_letters};
use ehcp_qa_core::summary::{FamilyFeedback, Summary};

use crate::arguments::Inputs;
use crate::context::{Context, lacking};
use crate::fault::Fault;
use crate::input::{self, Tally};
use crate::outcome::Failure;
use crate::output;
use crate::sheet;

/// The extensions of spreadsheets; every other file is NDJSON.
const SHEETS: [&str; 2] = ["csv", "xlsx"];

/// Counts the records of some files into a summary.
pub(crate) fn count(
    paths: &[PathBuf],
    context: &Context,
    summary: &mut Summary,
) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    if !paths.is_empty() && context.framework.families().is_none() {
        let problems = FamilyFeedback::from_json(&context.framework, "{}").err();
        return Err(lacking(problems.unwrap_or_default()));
    }
    for path in paths {
        let extension = path.extension().and_then(|extension| extension.to_str());
        let is_sheet = extension
            .is_some_and(|extension| SHEETS.iter().any(|one| one.eq_ignore_ascii_case(extension)));
        let of_file =
            if is_sheet { rows(path, context, summary)? } else { lines(path, context, summary)? };
        tally.records += of_file.records;
        tally.bad += of_file.bad;
    }
    Ok(tally)
}

/// Counts a file of NDJSON.
fn lines(path: &Path, context: &Context, summary: &mut Summary) -> Result<Tally, Failure> {
    let framework = &context.framework;
    let inputs = Inputs { paths: vec![path.to_owned()], ndjson: false };
    let mut count = |feedback: &FamilyFeedback| {
        // It was checked to be under the same framework.
        let _ = summary.add_family_feedback(framework, feedback);
    };
    let check = |text: &str| FamilyFeedback::from_json(framework, text);
    let tally = input::each(input::read(&inputs)?, check, |_, feedback| {
        count(&feedback);
        Ok(())
    })?;
    (0..tally.bad).for_each(|_| summary.add_unread());
    Ok(tally)
}

/// Counts a spreadsheet, whose first row has the headings.
fn rows(path: &Path, context: &Context, summary: &mut Summary) -> Result<Tally, Failure> {
    let framework = &context.framework;
    let (source, sheet) = sheet::read(path, None)?;
    let mut tally = Tally::default();
    let Some((first, rows)) = sheet.rows.split_first() else { return Ok(tally) };
    let columns = bind_families(framework, &first.headings()).map_err(|problems| {
        let fault = |problem: Problem| {
            let found = RowProblem { row: first.number, column: None, problem };
            sheet::fault(&source, &sheet, &found)
        };
        Failure::Faults(problems.into_iter().map(fault).collect())
    })?;
    say_unread(&columns);
    for row in rows {
        match columns.record(&row.cells()) {
            Ok(None) => continue,
            Ok(Some(feedback)) => {
                let _ = summary.add_family_feedback(framework, &feedback);
            }
            Err(problems) => {
                tally.bad += 1;
                summary.add_unread();
                let faults = problems
                    .into_iter()
                    .map(|problem| sheet::fault(&source, &sheet, &RowProblem::of(row, problem)));
                output::faults(&faults.collect::<Vec<Fault>>());
            }
        }
        tally.records += 1;
    }
    Ok(tally)
}

fn say_unread(columns: &FamilyColumns) {
    let unread: Vec<String> = columns.unread().iter().copied().map(column_letters).collect();
    if !unread.is_empty() {
        output::note(&format!("Columns that are not read: {}.", unread.join(", ")));
    }
}
