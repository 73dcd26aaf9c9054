//! A report as a workbook: what it says of itself, and then a sheet for each table.

use std::collections::BTreeSet;

use ehcp_qa_core::framework::Framework;
use ehcp_qa_core::summary::{Report, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// The longest name of a sheet, in characters.
const LONGEST_NAME: usize = 31;

/// The properties of every workbook. The same input is written as the same bytes, so it has no time of its own.
pub(crate) fn properties() -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}

/// An empty sheet.
pub(crate) fn sheet(name: &str) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    Ok(sheet)
}

/// The report as a workbook.
pub(crate) fn of_report(
    framework: &Framework,
    report: &Report,
    title: &str,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&properties()?);
    let bold = Format::new().set_bold();
    let mut names = BTreeSet::new();
    book.push_worksheet(front(framework, report, title, &mut names, &bold)?);
    for table in report.tables.iter().filter(|table| !table.rows.is_empty()) {
        book.push_worksheet(of_table(table, &mut names, &bold)?);
    }
    book.push_worksheet(figures(report, &mut names, &bold)?);
    book.save_to_buffer()
}

/// What the report is about, which tables there are, and how it is to be read.
fn front(
    framework: &Framework,
    report: &Report,
    title: &str,
    names: &mut BTreeSet<String>,
    bold: &Format,
) -> Result<Worksheet, XlsxError> {
    let mut front = sheet(&name("Report", names))?;
    front.set_column_width(0, 32)?;
    front.set_column_width(1, 100)?;
    let plans =
        report.plans.map_or_else(|| report.hidden_sign.to_owned(), |plans| plans.to_string());
    let mut lines = vec![
        ("Period".to_owned(), title.to_owned()),
        ("Framework".to_owned(), framework.wording().title),
        ("Plans".to_owned(), plans),
        ("Records that could not be read".to_owned(), report.not_read.to_string()),
        ("Hidden counts".to_owned(), report.hidden_note.clone()),
    ];
    lines.extend(report.headline.iter().map(|headline| ("Headline".to_owned(), headline.clone())));
    for measure in &report.themes {
        lines.push((measure.words.clone(), measure.label.clone()));
    }
    for table in &report.tables {
        let why = table.left_out.clone().unwrap_or_default();
        lines.push((table.title.clone(), why));
    }
    lines.extend(report.notes.iter().map(|note| (note.place.clone(), note.text.clone())));
    for (row, (label, text)) in (0_u32..).zip(&lines) {
        front.write_with_format(row, 0, label.as_str(), bold)?;
        front.write(row, 1, text.as_str())?;
    }
    Ok(front)
}

/// A table: its title, its columns, and a row of counts for each of its rows. A hidden count is a text.
fn of_table(
    table: &Table,
    names: &mut BTreeSet<String>,
    bold: &Format,
) -> Result<Worksheet, XlsxError> {
    let mut out = sheet(&name(&table.id, names))?;
    out.set_column_width(0, 48)?;
    out.set_freeze_panes(2, 1)?;
    out.write_with_format(0, 0, table.title.as_str(), bold)?;
    out.write_with_format(1, 0, table.row_heading.as_str(), bold)?;
    for (column, label) in (1_u16..).zip(&table.columns) {
        out.write_with_format(1, column, label.label.as_str(), bold)?;
    }
    for (row, entry) in (2_u32..).zip(&table.rows) {
        out.write(row, 0, entry.label.as_str())?;
        for (column, (count, words)) in (1_u16..).zip(entry.counts.iter().zip(&entry.words)) {
            match count {
                Some(count) => out.write(row, column, *count)?,
                None => out.write(row, column, words.as_str())?,
            };
        }
    }
    Ok(out)
}

/// The figures that are worked out from counts.
fn figures(
    report: &Report,
    names: &mut BTreeSet<String>,
    bold: &Format,
) -> Result<Worksheet, XlsxError> {
    let mut out = sheet(&name("figures", names))?;
    out.set_column_width(0, 48)?;
    out.write_with_format(0, 0, "Figure", bold)?;
    out.write_with_format(0, 1, "Value", bold)?;
    let shares = report.good_share.iter().flat_map(|share| {
        share
            .rows
            .iter()
            .map(move |row| ([&share.title, ": ", &row.label].concat(), row.words.as_str()))
    });
    let agreement = report.agreement.iter();
    let agreement = agreement.map(|figure| (figure.label.clone(), figure.words.as_str()));
    let weeks = report.average_weeks.iter();
    let weeks =
        weeks.map(|weeks| (["Average weeks: ", &weeks.label].concat(), weeks.words.as_str()));
    for (row, (label, words)) in (1_u32..).zip(shares.chain(agreement).chain(weeks)) {
        out.write(row, 0, label.as_str())?;
        out.write(row, 1, words)?;
    }
    Ok(out)
}

/// A name for a sheet that no other has: names differ in more than capitals, and are short.
fn name(id: &str, names: &mut BTreeSet<String>) -> String {
    let cut = |most: usize| id.chars().take(most).collect::<String>();
    let mut name = cut(LONGEST_NAME);
    let mut number = 1;
    while !names.insert(name.to_lowercase()) {
        number += 1;
        let end = format!("~{number}");
        name = cut(LONGEST_NAME - end.len()) + &end;
    }
    name
}
