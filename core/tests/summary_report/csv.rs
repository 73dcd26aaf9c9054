//! A report as CSV.

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::to_csv;
use serde_json::json;

use crate::{graded, shown, term};

#[test]
fn csv_has_a_line_for_each_count() {
    let report = shown(&term());
    let csv = to_csv(&Framework::built_in(), &report);
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    let counts: usize =
        report.tables.iter().flat_map(|table| &table.rows).map(|row| row.counts.len()).sum();
    assert_eq!(lines.len(), 3 + 4 + counts + 9 + 2);
    assert_eq!(lines[0], "table,row,column,row_label,column_label,count");
    assert_eq!(lines[1], "records,not_read,records,Not read,Records,2");
    assert_eq!(lines[2], "report,hidden_below,report,Counts hidden below,Report,5");
    assert!(lines[3].starts_with("report,headline,report,Headline,Report,"), "{}", lines[3]);
    let good = "report,good,measure,Graded plans that are 2 Good or better,Share of plans,c";
    assert_eq!(lines[4], good);
    assert_eq!(lines[7], "grades,total,1,All plans,1 Outstanding,c");
    assert_eq!(lines[8], "grades,total,2,All plans,2 Good,20");
    assert!(lines.contains(&"by-term,2023-24-autumn,total,Autumn 2023-24,All grades,40"));
    assert!(
        lines.contains(
            &"timeliness,no_exception,average_weeks,Without exceptions,Average weeks,21.4"
        )
    );
    // Labels hold commas and quotation marks: each line still has six fields.
    for line in lines {
        let mut quoted = false;
        let commas = line.chars().filter(|c| {
            quoted ^= *c == '"';
            *c == ',' && !quoted
        });
        assert_eq!(commas.count(), 5, "{line}");
    }
}

#[test]
fn a_formula_is_no_formula_in_csv() {
    let mut summary = term();
    summary["dimensions"] = json!({"need": {"-a": graded(40, [3, 20, 10, 7])}});
    let csv = to_csv(&Framework::built_in(), &shown(&summary));
    assert!(csv.contains("\r\nby-need,'-a,total,"), "{csv}");
    summary["dimensions"] = json!({"need": {"-2": graded(40, [3, 20, 10, 7])}});
    let csv = to_csv(&Framework::built_in(), &shown(&summary));
    assert!(csv.contains("\r\nby-need,-2,total,-2,All grades,40\r\n"), "a number is one: {csv}");
}

/// Of 20 plans, graders gave 2 and 3 the other way round each time: O = 20 and E = (10 * 10 + 10 * 10) / 20 = 10, so
/// that kappa is 1 - 20 / 10.
#[test]
fn a_negative_agreement_is_a_number_in_csv() {
    let mut summary = term();
    summary["agreement"] =
        json!({"matrix": [[0, 0, 0, 0], [0, 0, 10, 0], [0, 10, 0, 0], [0, 0, 0, 0]]});
    let csv = to_csv(&Framework::built_in(), &shown(&summary));
    let kappa = "agreement,figures,kappa,All plans,Cohen's kappa with quadratic weights,-1.000";
    assert!(csv.lines().any(|line| line == kappa), "{csv}");
}
