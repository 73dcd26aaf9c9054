//! A report as CSV.

use super::shown::{AverageWeeks, FigureState, HIDDEN, Measure, Report};
use crate::document::message::Message;
use crate::framework::Framework;
use crate::report::messages::{
    REPORT_ALL_PLANS, REPORT_CSV_AVERAGE_WEEKS, REPORT_CSV_BELOW, REPORT_CSV_HEADLINE,
    REPORT_CSV_LEFT_OUT, REPORT_CSV_NOT_READ, REPORT_CSV_RECORDS, REPORT_CSV_REPORT,
    REPORT_CSV_SHARE, REPORT_CSV_SHARE_OF_RESPONSES,
};

/// A report as CSV (RFC 4180): the headline and its figures, and then one line a count: table, row, column, what these
/// two are called, and the count. A hidden one is `c`.
///
/// Labels can come from a framework or a host. One that a spreadsheet would take for a formula has an
/// apostrophe before it.
#[must_use]
pub fn to_csv(framework: &Framework, report: &Report) -> String {
    let say = |message: &Message| framework.rules.catalogue.say(message, &[]);
    let mut out = String::new();
    line(&mut out, ["table", "row", "column", "row_label", "column_label", "count"]);
    let not_read = report.not_read.to_string();
    let [label, records] = [say(&REPORT_CSV_NOT_READ), say(&REPORT_CSV_RECORDS)];
    line(&mut out, ["records", "not_read", "records", &label, &records, &not_read]);
    let below = report.hidden_below.to_string();
    let [label, of_report] = [say(&REPORT_CSV_BELOW), say(&REPORT_CSV_REPORT)];
    line(&mut out, ["report", "hidden_below", "report", &label, &of_report, &below]);
    if let Some(headline) = &report.headline {
        let label = say(&REPORT_CSV_HEADLINE);
        line(&mut out, ["report", "headline", "report", &label, &of_report, headline]);
    }
    for measure in &report.measures {
        let Measure { id, label, words, .. } = measure;
        line(&mut out, ["report", id, "measure", label, &say(&REPORT_CSV_SHARE), words]);
    }
    for Measure { id, table, label, words, .. } in &report.families {
        let share = say(&REPORT_CSV_SHARE_OF_RESPONSES);
        line(&mut out, [table, id, "measure", label, &share, words]);
    }
    for table in &report.tables {
        if let Some(why) = &table.left_out {
            let label = say(&REPORT_CSV_LEFT_OUT);
            line(&mut out, [&table.id, "left_out", "report", &label, &of_report, why]);
        }
        for row in &table.rows {
            for (column, words) in table.columns.iter().zip(&row.words) {
                line(&mut out, [&table.id, &row.id, &column.id, &row.label, &column.label, words]);
            }
        }
    }
    for figure in &report.agreement {
        let value = match figure.state {
            FigureState::Shown => figure.value.map(|value| value.to_string()).unwrap_or_default(),
            FigureState::Hidden => HIDDEN.to_owned(),
            FigureState::Undefined => figure.state.word().to_owned(),
        };
        let all = say(&REPORT_ALL_PLANS);
        line(&mut out, ["agreement", "figures", figure.id, &all, &figure.label, &value]);
    }
    for average in &report.average_weeks {
        let AverageWeeks { id, label, words, .. } = average;
        let weeks = say(&REPORT_CSV_AVERAGE_WEEKS);
        line(&mut out, ["timeliness", id, "average_weeks", label, &weeks, words]);
    }
    out
}

fn line(out: &mut String, fields: [&str; 6]) {
    for (number, field) in fields.into_iter().enumerate() {
        if number > 0 {
            out.push(',');
        }
        let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(field);
        let guard = if is_formula { "'" } else { "" };
        if field.contains(['"', ',', '\n', '\r']) {
            out.extend(["\"", guard, &field.replace('"', "\"\""), "\""]);
        } else {
            out.extend([guard, field]);
        }
    }
    out.push_str("\r\n");
}

/// Whether a field is a negative number, as an agreement below chance is.
fn is_number(field: &str) -> bool {
    let digits = field.strip_prefix('-').unwrap_or_default();
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}
