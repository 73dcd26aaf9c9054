//! The tables of a report.

use std::collections::BTreeSet;

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{HiddenBelow, Report, Summary, report, to_csv, to_html};
use serde_json::{Value, json};

use crate::{check, graded, issued, page, parse, scores, shown, term, text};

#[test]
fn a_term_by_hand() {
    let report = shown(&term());
    assert_eq!(report.plans, Some(40));
    // 3 is small. Outstanding is hidden first by its place, and alone it would be known; Inadequate is the next, and
    // the two come to 10.
    check(&report, "grades", &[("total", "c 20 10 c 0 40")]);
    // Of the rows, 4 is small, and the one before it goes with it. What they have in Requires improvement comes to 4:
    // the third row goes with them too. That no plan is without a score follows from the sum.
    check(
        &report,
        "by-need",
        &[
            ("autism", "c c c c 0 25"),
            ("semh", "c c c c 0 c"),
            ("not_known", "c c c c 0 c"),
            ("total", "c 20 10 c 0 40"),
        ],
    );
    // In Requires improvement 3, 3 and 4 are small, so that these rows are hidden.
    check(
        &report,
        "by-phase",
        &[
            ("early_years", "c c c c 0 12"),
            ("key_stage_1_2", "c c c c 0 15"),
            ("key_stage_3_4", "c c c c 0 13"),
            ("post_16", "0 0 0 0 0 0"),
            ("not_known", "0 0 0 0 0 0"),
            ("total", "c 20 10 c 0 40"),
        ],
    );
    check(
        &report,
        "by-term",
        &[
            ("2023-24-autumn", "c 20 10 c 0 40"),
            ("not_known", "0 0 0 0 0 0"),
            ("total", "c 20 10 c 0 40"),
        ],
    );
    check(&report, "wording", &[("F.availability", "30 10 40"), ("F.training", "c c 40")]);
    // The one that fails most often is first; the one with hidden counts is last. Of 12, 15 and 13 plans in the
    // phases, all but 4, 3 and 3 have the first, so that these would be known. F3 has 2, 3 and 1 in three phases,
    // which come to 6, of 3 + 4 that they need: the fourth goes with them.
    check(
        &report,
        "themes-F",
        &[
            ("wording.availability", "c c c 0 0 30"),
            ("F3", "c c c 0 c 12"),
            ("F1", "0 0 0 0 0 0"),
            ("F2", "0 0 0 0 0 0"),
            ("F4", "0 0 0 0 0 0"),
            ("F5", "0 0 0 0 0 0"),
            ("wording.training", "c c c c c c"),
        ],
    );
    // Graded again were 30, and 10 were not. Of the sums of columns, 2, 14, 14 and 0, the first is small; by their
    // places the last and the third go with it. Rows that come to 0 have nothing to hide.
    check(
        &report,
        "regraded",
        &[
            ("1", "0 0 0 0 0"),
            ("2", "0 0 0 0 0"),
            ("3", "c 9 c c 17"),
            ("4", "c 5 c c 13"),
            ("total", "c 14 c c 30"),
        ],
    );
    check(
        &report,
        "timeliness",
        &[("no_exception", "12 6 0 18"), ("exception_claimed", "0 6 0 6"), ("total", "12 12 0 24")],
    );
    // 3934 days and 24 plans, 23.417 weeks; 2700 and 18, 21.429.
    let weeks: Vec<_> =
        report.average_weeks.iter().map(|one| (one.id.as_str(), one.tenths)).collect();
    assert_eq!(weeks, [("total", Some(234)), ("no_exception", Some(214))]);
    let sections = report.tables.iter().find(|table| table.id == "sections").unwrap();
    assert_eq!(sections.rows.len(), 12, "not the block on overall quality");
    // 4 of F are Inadequate and 4 have no score, and Outstanding goes with them by its place: 8 together, of 2 + 4
    // that they need.
    let f = sections.rows.iter().find(|row| row.id == "F").unwrap();
    assert_eq!(f.counts, [None, Some(22), Some(10), None, None, Some(40)]);
    let descriptors = report.tables.iter().find(|table| table.id == "descriptors").unwrap();
    assert_eq!(descriptors.rows.len(), 48);
    let f3 = descriptors.rows.iter().find(|row| row.id == "F3").unwrap();
    assert_eq!(f3.counts, [Some(20), Some(12), Some(0), Some(8), Some(40)]);
}

/// Beside hidden counts an average would bound them: of 18 plans that took 2,700 days, at most three can have taken
/// more than a year.
#[test]
fn an_average_is_hidden_with_a_count_of_its_row() {
    let mut late = term();
    late["timeliness"] = json!({
        "no_exception": issued([12, 6, 0], 2700), "exception_claimed": issued([0, 5, 1], 1234),
    });
    let report = shown(&late);
    // 1 is small, and the column before it goes with it.
    check(
        &report,
        "timeliness",
        &[("no_exception", "12 c c 18"), ("exception_claimed", "0 c c 6"), ("total", "12 c c 24")],
    );
    assert!(report.average_weeks.iter().all(|one| one.tenths.is_none() && one.words == "c"));
}

/// G1 to G3 depend on the same fact: one that shows to how many plans it does not apply would open the others. 2 is
/// small in G1, and 6 in G2 is not; both show the 8, and hide of the others what goes by its place.
#[test]
fn descriptors_of_one_condition_show_the_same() {
    let mut health = term();
    let counts = |met: u32, not_met: u32, not_applicable: u32| {
        json!({
            "met": met, "not_met": not_met, "not_applicable": not_applicable, "not_met_by_phase": {},
        })
    };
    health["descriptors"] = json!({"G1": counts(30, 2, 8), "G2": counts(26, 6, 8)});
    let rows = |report: &Report| -> Vec<Vec<String>> {
        let table = report.tables.iter().find(|table| table.id == "descriptors").unwrap();
        let rows = table.rows.iter().filter(|row| ["G1", "G2"].contains(&row.id.as_str()));
        rows.map(|row| row.words.clone()).collect()
    };
    assert_eq!(rows(&shown(&health)), [["c", "c", "8", "c", "40"], ["26", "6", "8", "0", "40"]]);
    // 4 are few: both rows hide them, and what is not answered and what is met beside them.
    health["descriptors"] = json!({"G1": counts(30, 6, 4), "G2": counts(26, 10, 4)});
    assert_eq!(rows(&shown(&health)), [["c", "6", "c", "c", "40"], ["c", "10", "c", "c", "40"]]);
    // They apply to 3 plans: with the 37 shown, these would be known.
    health["descriptors"] = json!({"G1": counts(1, 2, 37), "G2": counts(3, 0, 37)});
    assert_eq!(rows(&shown(&health)), [["c", "c", "c", "c", "40"], ["c", "0", "c", "c", "40"]]);
}

/// A value is listed where a plan has it: as many values as plans would each be one plan.
#[test]
fn a_table_of_too_many_values_is_left_out() {
    let mut many = term();
    let one = graded(1, [0, 1, 0, 0]);
    let values = |count: usize| -> Value {
        Value::Object((0..count).map(|number| (format!("v-{number:02}"), one.clone())).collect())
    };
    many["all"] = graded(20, [0, 20, 0, 0]);
    for part in ["sections", "descriptors", "wording"] {
        many[part] = json!({});
    }
    many["thread"] = json!({"looked_at": 0, "rules": {}});
    many["agreement"] = json!({"matrix": vec![vec![0; 4]; 4]});
    many["regraded"]["requires_improvement"] = scores([0; 4]);
    many["regraded"]["inadequate"] = scores([0; 4]);
    many["timeliness"] =
        json!({"no_exception": issued([0; 3], 0), "exception_claimed": issued([0; 3], 0)});
    many["dimensions"] = json!({"school": values(17)});
    let report = shown(&many);
    // 17 values need 17 and 4 plans: of 20 they would have too few.
    let table = report.tables.iter().find(|table| table.id == "by-school").unwrap();
    assert!(table.rows.is_empty());
    let why = "Left out: so few plans are counted beside so many values that the plans of each could be worked out.";
    assert_eq!(table.left_out.as_deref(), Some(why));
    let framework = Framework::built_in();
    assert!(to_html(&framework, &report, "").contains(why));
    assert!(
        to_csv(&Framework::built_in(), &report)
            .contains(&format!("\r\nby-school,left_out,report,Left out,Report,{why}\r\n"))
    );
    // 16 need no more than all 20, of which 4 have no value; all are hidden.
    many["dimensions"] = json!({"school": values(16)});
    let report = shown(&many);
    let table = report.tables.iter().find(|table| table.id == "by-school").unwrap();
    assert_eq!((table.rows.len(), &table.left_out), (18, &None));
    assert!(table.rows[..17].iter().all(|row| row.words == ["0", "c", "0", "0", "0", "c"]));
}

#[test]
fn the_golden_thread_by_hand() {
    let report = shown(&term());
    let table = report.tables.iter().find(|table| table.id == "thread").unwrap();
    assert_eq!(table.rows.len(), 13, "all rules, found or not");
    let row = |id: &str| table.rows.iter().find(|row| row.id == id).unwrap();
    let need = row("thread-need-without-provision");
    assert_eq!(
        (need.label.as_str(), &need.counts),
        ("B: no provision in F", &vec![Some(12), Some(28), Some(40)],)
    );
    // It was found in all plans but 2, which are not set apart.
    assert_eq!(row("thread-orphan").counts, [None, None, Some(40)]);
    assert_eq!(row("thread-reference-cycle").counts, [Some(0), Some(40), Some(40)]);
}

#[test]
fn agreement_by_hand() {
    let report = shown(&term());
    check(
        &report,
        "agreement",
        &[
            ("1", "0 0 0 0 0"),
            ("2", "0 15 5 0 20"),
            ("3", "0 0 10 0 10"),
            ("4", "0 0 0 0 0"),
            ("total", "0 15 15 0 30"),
        ],
    );
    let csv = to_csv(&Framework::built_in(), &report);
    // 25 and 5 of 30. O = 5 and E = 20 * 15 + 10 * 15 = 450, so kappa is (450 - 30 * 5) / 450. Of both
    // graders together 35 are Good and 25 Requires improvement, S = 35 * 25 + 25 * 35 = 1750, and AC2 is
    // (180 * (270 - 5) - 13 * 1750) / (54 * 900 - 13 * 1750) = 24950 / 25850.
    for line in [
        "agreement,figures,exact,All plans,The same grade,0.833",
        "agreement,figures,within_one,All plans,The same grade or the next,1.000",
        "agreement,figures,across_good,All plans,One grade would issue the plan and the other not,0.167",
        "agreement,figures,across_good_first,All plans,The first alone would issue it,0.167",
        "agreement,figures,kappa,All plans,Cohen's kappa with quadratic weights,0.667",
        "agreement,figures,ac2,All plans,Gwet's AC2 with quadratic weights,0.965",
    ] {
        assert!(csv.lines().any(|found| found == line), "{line}");
    }
    assert!(page(&term(), "").contains("The same grade: 0.833 (25 of 30 plans)"));
}

/// Two plans of which the first is better could be worked out from the figures.
#[test]
fn figures_of_agreement_are_hidden_with_a_count() {
    let mut few = term();
    few["agreement"]["matrix"] = json!([[0, 0, 0, 0], [0, 18, 2, 0], [0, 0, 10, 0], [0, 0, 0, 0]]);
    let report = shown(&few);
    assert!(report.agreement.iter().all(|figure| figure.value.is_none() && figure.words == "c"));
    assert!(
        to_csv(&Framework::built_in(), &report).contains(
            "agreement,figures,kappa,All plans,Cohen's kappa with quadratic weights,c\r\n"
        )
    );
    assert!(page(&few, "").contains("How far the two agree is not shown"));
    // Nobody graded a plan twice: there is nothing to hide, and no figure.
    few["agreement"]["matrix"] = json!([[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]);
    let report = shown(&few);
    let undefined = "Undefined: no plan was graded by both.";
    assert!(report.agreement.iter().all(|figure| figure.words == undefined));
    assert!(report.nothing_counted.iter().any(|table| table.id == "agreement"));
    let page = page(&few, "");
    assert!(!text(parse(&page).root_element()).contains(undefined));
}

#[test]
fn of_a_few_plans_nothing_is_shown() {
    let mut few = term();
    few["all"] = graded(4, [0, 4, 0, 0]);
    for part in ["sections", "descriptors", "wording", "dimensions"] {
        few[part] = json!({});
    }
    few["thread"] = json!({"looked_at": 0, "rules": {}});
    few["agreement"] = json!({"matrix": [[0, 0, 0, 0], [0, 2, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]});
    few["regraded"]["requires_improvement"] = scores([0, 1, 0, 0]);
    few["regraded"]["inadequate"] = scores([0; 4]);
    few["timeliness"] =
        json!({"no_exception": issued([4, 0, 0], 100), "exception_claimed": issued([0; 3], 0)});
    let report = shown(&few);
    assert_eq!(report.plans, None);
    let mut counts = report.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.counts);
    assert!(counts.all(Option::is_none), "{report:?}");
    assert!(report.average_weeks.iter().all(|average| average.tenths.is_none()));
    assert!(report.agreement.iter().all(|figure| figure.value.is_none() && figure.words == "c"));
}

#[test]
fn of_no_plans_there_are_no_tables() {
    let framework = Framework::built_in();
    let report = report(&framework, &Summary::new(&framework), HiddenBelow::USUAL);
    assert_eq!(report.plans, Some(0));
    assert!(report.tables.is_empty() && report.average_weeks.is_empty(), "{report:?}");
}

#[test]
fn all_is_shown_where_a_host_hides_nothing() {
    let framework = Framework::built_in();
    let summary = Summary::from_json(&framework, &term().to_string()).unwrap();
    let report = report(&framework, &summary, HiddenBelow::NOTHING);
    check(&report, "grades", &[("total", "3 20 10 7 0 40")]);
    check(
        &report,
        "by-need",
        &[
            ("autism", "2 14 6 3 0 25"),
            ("semh", "1 5 3 2 0 11"),
            ("not_known", "0 1 1 2 0 4"),
            ("total", "3 20 10 7 0 40"),
        ],
    );
    check(
        &report,
        "timeliness",
        &[("no_exception", "12 6 0 18"), ("exception_claimed", "0 6 0 6"), ("total", "12 12 0 24")],
    );
}

#[test]
fn halves_of_a_tenth_are_rounded_up() {
    let weeks = |plans: u32, days: u32| {
        let mut summary = term();
        summary["timeliness"] = json!({
            "no_exception": issued([plans, 0, 0], days), "exception_claimed": issued([0; 3], 0),
        });
        shown(&summary).average_weeks[0].tenths
    };
    // 2401 days of 20 plans are 17.15 weeks.
    assert_eq!(weeks(20, 2401), Some(172));
    assert_eq!(weeks(20, 2400), Some(171));
    assert_eq!(weeks(40, 0), Some(0));
}

/// No table shows a number of one to four plans.
#[test]
fn no_small_number_is_shown() {
    let report = shown(&term());
    let mut tables = BTreeSet::new();
    for table in &report.tables {
        for row in &table.rows {
            for count in row.counts.iter().flatten() {
                assert!(*count == 0 || *count >= 5, "{} {}", table.id, row.id);
            }
        }
        assert!(tables.insert(&table.id), "{} stands once", table.id);
    }
    // Grades and sections; need, phase and term; descriptors, wording and thread; themes of F; and three more.
    assert_eq!(tables.len(), 2 + 3 + 3 + 1 + 3);
}
