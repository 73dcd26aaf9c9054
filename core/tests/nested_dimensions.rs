//! One dimension that divides another: from both tables no small count can be worked out.

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{HiddenBelow, Report, Summary, SummaryRecord, Table, report};

/// Records of plans graded 2, by need and by its detail.
fn records(plans: &[(usize, &str, &str)]) -> Vec<SummaryRecord> {
    let record = |need: &str, detail: &str| {
        let detail = if detail.is_empty() {
            String::new()
        } else {
            format!(r#", "need_detail": "{detail}""#)
        };
        let text = format!(
            r#"{{"review": {{"framework": "shropshire-2023", "sections": {{"overall": {{"score": 2}}}}}},
                "dimensions": {{"need": "{need}"{detail}}}}}"#,
        );
        SummaryRecord::from_json(&Framework::built_in(), &text).unwrap()
    };
    plans.iter().flat_map(|(count, need, detail)| vec![record(need, detail); *count]).collect()
}

fn counted(records: &[SummaryRecord]) -> Summary {
    let mut summary = Summary::new(&Framework::built_in());
    for record in records {
        summary.add(record).unwrap();
    }
    summary
}

fn shown(plans: &[(usize, &str, &str)]) -> Report {
    report(&Framework::built_in(), &counted(&records(plans)), HiddenBelow::USUAL)
}

fn table<'r>(report: &'r Report, id: &str) -> &'r Table {
    report.tables.iter().find(|table| table.id == id).unwrap()
}

/// The plans of each value, as far as they are shown.
fn totals(table: &Table) -> Vec<(&str, Option<u32>)> {
    table.rows.iter().map(|row| (row.id.as_str(), *row.counts.last().unwrap())).collect()
}

#[track_caller]
fn check_left_out(plans: &[(usize, &str, &str)], is_left_out: bool) {
    let report = shown(plans);
    let need = table(&report, "by-need");
    assert!(need.left_out.is_none() && !need.rows.is_empty());
    let detail = table(&report, "by-need_detail");
    assert_eq!(detail.left_out.is_some(), is_left_out, "{:?}", totals(detail));
    if is_left_out {
        assert!(detail.rows.is_empty());
        let why = detail.left_out.as_deref().unwrap();
        assert!(why.contains("divides the plans of each value by need further"), "{why}");
    }
}

#[test]
fn a_small_count_is_hidden_beside_another_of_the_same_value() {
    // 15 plans of slcn are 12 of dld and 3 of stammer: both are hidden, from the last row up; 6 of anxiety are not.
    let plans = [(12, "slcn", "dld"), (3, "slcn", "stammer"), (6, "semh", "anxiety")];
    check_left_out(&plans, false);
    let report = shown(&plans);
    assert_eq!(
        totals(table(&report, "by-need")),
        [("semh", Some(6)), ("slcn", Some(15)), ("not_known", Some(0)), ("total", Some(21))],
    );
    assert_eq!(
        totals(table(&report, "by-need_detail")),
        [
            ("anxiety", Some(6)),
            ("dld", None),
            ("stammer", None),
            ("not_known", None),
            ("total", Some(21))
        ],
    );
}

#[test]
fn a_finer_table_that_gives_a_small_count_away_is_left_out() {
    // By its place b is hidden beside c, and 15 plans of slcn less 12 of a are 3.
    check_left_out(&[(12, "slcn", "a"), (6, "semh", "b"), (3, "slcn", "c")], true);
    // Of slcn 15 plans are known and 12 of their detail.
    check_left_out(&[(12, "slcn", "a"), (6, "semh", "b"), (3, "slcn", "")], true);
}

#[test]
fn tables_that_give_nothing_away_stay() {
    check_left_out(&[(12, "slcn", "a"), (6, "semh", "b"), (7, "slcn", "c")], false);
    check_left_out(&[(12, "slcn", "a"), (6, "semh", "b")], false);
    // Plans of a are of two needs, so neither divides the other.
    check_left_out(
        &[(12, "slcn", "a"), (9, "semh", "a"), (6, "semh", "b"), (7, "slcn", "b")],
        false,
    );
}

#[test]
fn the_order_of_plans_and_parts_does_not_matter() {
    let mut records = records(&[
        (4, "slcn", "a"),
        (3, "semh", "b"),
        (2, "slcn", "c"),
        (2, "semh", "c"),
        (1, "slcn", ""),
    ]);
    let all = counted(&records);
    let (first, second) = records.split_at(5);
    let mut parts = counted(second);
    parts.merge(&counted(first)).unwrap();
    assert_eq!(parts, all);
    let text = serde_json::to_string(&all).unwrap();
    assert_eq!(Summary::from_json(&Framework::built_in(), &text).unwrap(), all);
    records.reverse();
    assert_eq!(counted(&records), all);
}
