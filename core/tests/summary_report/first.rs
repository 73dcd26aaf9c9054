//! What is read first of a report: the headline, what matters most, and what changed. Worked out by hand.

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{HiddenBelow, Measure, Report, Summary, report_since, to_html};
use serde_json::{Value, json};

use crate::{graded, issued, parse, scores, shown, term, text};

fn read(summary: &Value) -> Summary {
    Summary::from_json(&Framework::built_in(), &summary.to_string()).unwrap()
}

fn since(summary: &Value, before: &Value) -> Report {
    let framework = Framework::built_in();
    report_since(&framework, &read(summary), &read(before), HiddenBelow::USUAL)
}

/// A term whose grades are all shown.
fn of_term(name: &str, plans: u32, counts: [u32; 4]) -> Value {
    let mut summary = term();
    summary["all"] = graded(plans, counts);
    summary["sections"] = json!({});
    summary["dimensions"] = json!({"term": {name: graded(plans, counts)}});
    summary
}

fn descriptor(met: u32, not_met: u32) -> Value {
    json!({"met": met, "not_met": not_met, "not_applicable": 0, "not_met_by_phase": {}})
}

fn words(measures: &[Measure]) -> Vec<(&str, &str)> {
    measures.iter().map(|one| (one.id.as_str(), one.words.as_str())).collect()
}

/// Two of the four grades are hidden, but 20 plans are shown as Good: at least half of the 40 graded ones.
#[test]
fn a_share_that_would_give_a_count_away_is_a_least_share() {
    let report = shown(&term());
    assert_eq!(
        report.headline.as_deref(),
        Some(
            "At least 50 % of plans are 2 Good or better (20 of 40; how many more is not shown); \
             30 of 40 plans were graded again; \
             50 % of plans issued were issued within 20 weeks (12 of 24)."
        )
    );
    assert_eq!(
        words(&report.measures),
        [("good", "c"), ("regraded", "75 % (30 of 40)"), ("in_time", "50 % (12 of 24)")]
    );
    // Least shares are rounded down: 38 of 58 are 65.5 %. Outstanding is few, and Inadequate is hidden beside it.
    let report = shown(&of_term("2023-24-autumn", 58, [1, 38, 7, 12]));
    assert_eq!(report.tables[0].rows[0].words, ["c", "38", "7", "c", "0", "58"]);
    assert!(
        report
            .headline
            .unwrap()
            .starts_with("At least 65 % of plans are 2 Good or better (38 of 58; ")
    );
}

/// Nothing is counted but grades: the tables for the rest are left out, and no clause is made of them.
#[test]
fn scores_alone_have_few_tables_and_a_short_headline() {
    let mut alone = term();
    alone["all"] = graded(60, [8, 30, 12, 10]);
    alone["sections"] = json!({"F": scores([8, 30, 12, 10])});
    for part in ["descriptors", "wording", "dimensions"] {
        alone[part] = json!({});
    }
    alone["thread"] = json!({"looked_at": 0, "rules": {}});
    alone["agreement"] = json!({"matrix": vec![vec![0; 4]; 4]});
    for grade in ["requires_improvement", "inadequate"] {
        alone["regraded"][grade] = scores([0; 4]);
    }
    alone["timeliness"] =
        json!({"no_exception": issued([0; 3], 0), "exception_claimed": issued([0; 3], 0)});
    let report = shown(&alone);
    let ids: Vec<&str> = report.tables.iter().map(|table| table.id.as_str()).collect();
    assert_eq!(ids, ["grades", "sections"]);
    // Of level, phase, stage and term nothing is known; no descriptor, rule or line; 13 tables of themes; and three.
    assert_eq!(report.nothing_counted.len(), 4 + 3 + 13 + 3);
    // 38 of 60 are 63.3 %.
    let headline = "63 % of graded plans are 2 Good or better (38 of 60).";
    assert_eq!(report.headline.as_deref(), Some(headline));
    assert_eq!(words(&report.measures), [("good", "63 % (38 of 60)")]);
    assert!(report.themes.is_empty() && report.themes_note.is_none());
    assert!(report.tables.iter().all(|table| !table.is_folded));
    // 8, 30, 12 and 10 of 60 are 13.3, 50, 20 and 16.7 %.
    let shares = [Some(13), Some(50), Some(20), Some(17), Some(0), None];
    assert_eq!(report.tables[0].rows[0].per_cent, shares);
    let page = to_html(&Framework::built_in(), &report, "");
    assert!(text(parse(&page).root_element()).contains(headline));
    assert!(
        page.contains("Left out, since nothing is counted in them: Plans by level; "),
        "{page}"
    );
    // The contents alone are folded.
    assert_eq!(page.matches("<details").count(), 1);
}

#[test]
fn of_few_plans_there_is_no_headline() {
    let mut few = term();
    few["all"] = graded(4, [0, 4, 0, 0]);
    for part in ["sections", "descriptors", "wording", "dimensions"] {
        few[part] = json!({});
    }
    few["thread"] = json!({"looked_at": 0, "rules": {}});
    few["agreement"] = json!({"matrix": vec![vec![0; 4]; 4]});
    few["regraded"]["requires_improvement"] = scores([0, 2, 0, 0]);
    few["regraded"]["inadequate"] = scores([0; 4]);
    few["timeliness"] =
        json!({"no_exception": issued([4, 0, 0], 100), "exception_claimed": issued([0; 3], 0)});
    let report = shown(&few);
    assert_eq!(report.headline, None);
    assert_eq!(words(&report.measures), [("good", "c"), ("regraded", "c"), ("in_time", "c")]);
    assert!(report.themes.is_empty());
}

/// What people judged comes first. F3 is not met in 12 of 40, B2 in 15, and A1 in 3, which is few and hidden; the third
/// is the thread's, which breaks in 12 of 40 plans, and not the wording's, which is open in 30.
#[test]
fn three_themes_matter_most() {
    let mut term = term();
    term["descriptors"]["B2"] = descriptor(25, 15);
    term["descriptors"]["A1"] = descriptor(37, 3);
    let report = shown(&term);
    assert_eq!(
        words(&report.themes),
        [
            ("B2", "not met in 38 % of plans (15 of 40)"),
            ("F3", "not met in 30 % of plans (12 of 40)"),
            ("thread-need-without-provision", "found in 30 % of plans looked at (12 of 40)"),
        ]
    );
    let all = "B2: All areas of SEN / difficulties are set out clearly and are described in sufficient detail \
               (type and severity). The description of the child / young person’s needs is linked clearly to \
               established categories of SEN.";
    assert_eq!(report.themes[0].label, all);
    let note = "Of the counts that are shown. Those that are hidden may be larger.";
    assert_eq!(report.themes_note.as_deref(), Some(note));
    let shown = report.measures.iter().chain(&report.themes).filter_map(|one| one.count);
    assert!(shown.into_iter().all(|count| count >= 5));
}

#[test]
fn the_last_of_several_terms_is_compared_with_the_one_before() {
    let mut terms = of_term("2023-24-autumn", 20, [5, 5, 5, 5]);
    terms["all"] = graded(60, [15, 20, 10, 15]);
    terms["dimensions"]["term"]["2023-24-spring"] = graded(40, [10, 15, 5, 10]);
    // 25 of 40 are 62.5 %, and 10 of 20 are 50 %.
    let headline = shown(&terms).headline.unwrap();
    let good = "In Spring 2023-24, 63 % of graded plans are 2 Good or better (25 of 40), 13 points up on Autumn \
                2023-24; ";
    assert!(headline.starts_with(good), "{headline}");
}

#[test]
fn what_changed_since_the_term_before() {
    let mut before = of_term("2023-24-summer", 40, [6, 18, 10, 6]);
    before["descriptors"] = json!({
        "F3": descriptor(20, 20), "B2": descriptor(30, 10), "E2": descriptor(30, 10), "A1": descriptor(30, 10),
        "K1": descriptor(37, 3), "C1": descriptor(10, 10),
    });
    let mut now = of_term("2024-25-autumn", 40, [8, 18, 8, 6]);
    now["descriptors"] = json!({
        "F3": descriptor(28, 12), "B2": descriptor(25, 15), "E2": descriptor(30, 10), "A1": descriptor(29, 11),
        "K1": descriptor(30, 10), "C1": descriptor(20, 20),
    });
    now["timeliness"]["no_exception"] = issued([12, 0, 0], 1000);
    let report = since(&now, &before);
    // 24 of 40 are 60 %, and 26 are 65 %; 12 of 24 were in time, and 12 of 18, which are 66.7 %.
    assert_eq!(
        report.headline.as_deref(),
        Some(
            "65 % of graded plans are 2 Good or better (26 of 40), 5 points up on Summer 2023-24; \
             30 of 40 plans were graded again, as in Summer 2023-24; \
             67 % of plans issued were issued within 20 weeks (12 of 18), 17 points up on Summer 2023-24."
        )
    );
    let since = report.since.as_ref().unwrap();
    assert_eq!((since.label.as_str(), &since.left_out), ("Summer 2023-24", &None));
    // F3 went from 50 to 30 %, B2 from 25 to 37.5, A1 from 25 to 27.5, which are 28. E2 stayed, and what K1 was is few.
    // C1 was answered in half of the plans then and in all now, and not met in half of those both times.
    let moved: Vec<_> = since
        .moved
        .iter()
        .map(|one| (one.id.as_str(), one.points, one.change.as_deref().unwrap()))
        .collect();
    assert_eq!(
        moved,
        [
            ("F3", Some(-20), "20 points down on Summer 2023-24"),
            ("B2", Some(13), "13 points up on Summer 2023-24"),
            ("A1", Some(3), "3 points up on Summer 2023-24"),
        ]
    );
    let answered = "not met in 30 % of those in which it is answered (12 of 40)";
    assert_eq!(since.moved[0].words, answered);
    // Themes are shares of all plans, which are not compared.
    assert_eq!(
        report.themes.iter().map(|one| (one.id.as_str(), one.points)).collect::<Vec<_>>(),
        [("C1", None), ("B2", None), ("F3", None)]
    );
    let page = to_html(&Framework::built_in(), &report, "");
    assert!(page.contains("<h2>What changed since Summer 2023-24</h2>"));
}

/// A descriptor that nobody answered in one of the terms did not change.
#[test]
fn what_is_not_answered_is_not_compared() {
    let mut before = of_term("2023-24-summer", 40, [6, 18, 10, 6]);
    before["descriptors"] = json!({"F3": descriptor(20, 20), "B2": descriptor(20, 20)});
    let mut now = of_term("2024-25-autumn", 40, [8, 18, 8, 6]);
    now["descriptors"] = json!({"F3": descriptor(10, 30), "A1": descriptor(20, 20)});
    let moved = since(&now, &before).since.unwrap().moved;
    let points: Vec<_> = moved.iter().map(|one| (one.id.as_str(), one.points)).collect();
    assert_eq!(points, [("F3", Some(25))]);
}

/// The share of the term before is hidden there: with it, and what changed, it would be known.
#[test]
fn nothing_is_compared_with_what_a_report_of_the_term_before_hides() {
    let before = of_term("2023-24-summer", 40, [3, 20, 10, 7]);
    let now = of_term("2024-25-autumn", 40, [8, 18, 8, 6]);
    let report = since(&now, &before);
    assert!(report.measures[0].points.is_none() && report.measures[0].change.is_none());
    assert!(!report.headline.unwrap().contains("better (26 of 40), "));
    // The other way round, what is hidden now is not compared.
    let report = since(&before, &now);
    assert!(report.measures[0].points.is_none() && report.measures[0].change.is_none());
    assert!(report.headline.unwrap().starts_with("At least 50 % "));
}

/// Two reports of almost the same plans give away what each hides.
#[test]
fn reports_of_the_same_term_are_not_compared() {
    let before = of_term("2024-25-autumn", 41, [9, 18, 8, 6]);
    let now = of_term("2024-25-autumn", 40, [8, 18, 8, 6]);
    let report = since(&now, &before);
    let why = "What changed is not shown: both have plans of the same term, and small numbers could be worked out \
               from two reports of the same plans.";
    let since = report.since.as_ref().unwrap();
    assert_eq!((since.left_out.as_deref(), since.moved.len()), (Some(why), 0));
    let all = report.measures.iter().chain(&report.themes);
    assert!(all.into_iter().all(|one| one.points.is_none() && one.change.is_none()));
    let page = to_html(&Framework::built_in(), &report, "");
    assert!(text(parse(&page).root_element()).contains(why));
}

/// Without a term the summary before has no name of its own, and nothing changed is a change in words.
#[test]
fn a_term_before_without_a_name() {
    let mut before = of_term("2023-24-summer", 40, [8, 18, 8, 6]);
    before["dimensions"] = json!({});
    let report = since(&of_term("2024-25-autumn", 40, [8, 18, 8, 6]), &before);
    let headline = report.headline.unwrap();
    assert!(headline.contains("better (26 of 40), as in the term before; "), "{headline}");
    assert!(shown(&term()).since.is_none());
}
