//! The shown counts of a summary, worked out by hand.

use std::collections::BTreeSet;

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{FigureState, HiddenBelow, Report, Summary, report, to_csv, to_html};
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

fn scores(counts: [u32; 4]) -> Value {
    let [outstanding, good, requires_improvement, inadequate] = counts;
    json!({
        "outstanding": outstanding, "good": good,
        "requires_improvement": requires_improvement, "inadequate": inadequate,
    })
}

fn graded(plans: u32, counts: [u32; 4]) -> Value {
    json!({"plans": plans, "scores": scores(counts)})
}

fn issued(counts: [u32; 3], days: u32) -> Value {
    let [within, year, over] = counts;
    json!({"within_20_weeks": within, "within_a_year": year, "over_a_year": over, "days": days})
}

/// A term of 40 plans.
fn term() -> Value {
    json!({
        "framework": "shropshire-2023",
        "not_read": 2,
        "all": graded(40, [3, 20, 10, 7]),
        "sections": {"F": scores([0, 22, 10, 4])},
        "descriptors": {"F3": {
            "met": 20, "not_met": 12, "not_applicable": 0,
            "not_met_by_phase": {"early_years": 2, "key_stage_1_2": 6, "key_stage_3_4": 3},
        }},
        "wording": {"F": {"looked_at": 40, "rules": {
            "availability": {"found": 30, "found_by_phase": {
                "early_years": 8, "key_stage_1_2": 12, "key_stage_3_4": 10,
            }},
            "training": {"found": 38, "found_by_phase": {}},
        }}},
        "dimensions": {
            "need": {
                "autism": graded(25, [2, 14, 6, 3]),
                "semh": graded(11, [1, 5, 3, 2]),
            },
            "phase": {
                "early_years": graded(12, [1, 6, 3, 2]),
                "key_stage_1_2": graded(15, [1, 8, 3, 3]),
                "key_stage_3_4": graded(13, [1, 6, 4, 2]),
            },
            "term": {"2023-24-autumn": graded(40, [3, 20, 10, 7])},
        },
        "thread": {"looked_at": 40, "rules": {
            "thread-need-without-provision": {"found": 12, "found_by_phase": {}},
            "thread-orphan": {"found": 38, "found_by_phase": {}},
        }},
        "agreement": {"matrix": [[0, 0, 0, 0], [0, 15, 5, 0], [0, 0, 10, 0], [0, 0, 0, 0]]},
        "regraded": {
            "outstanding": scores([0; 4]), "good": scores([0; 4]),
            "requires_improvement": scores([2, 9, 6, 0]), "inadequate": scores([0, 5, 8, 0]),
        },
        "timeliness": {
            "no_exception": issued([12, 6, 0], 2700),
            "exception_claimed": issued([0, 6, 0], 1234),
        },
    })
}

fn shown(summary: &Value) -> Report {
    let framework = Framework::shropshire_2023();
    let summary = Summary::from_json(&framework, &summary.to_string()).unwrap();
    report(&framework, &summary, HiddenBelow::USUAL)
}

/// Expects the rows of a table: the id of each and its counts as they are written, `c` for a hidden one.
#[track_caller]
fn check(report: &Report, id: &str, expected: &[(&str, &str)]) {
    let table = report.tables.iter().find(|table| table.id == id).expect(id);
    let rows: Vec<(&str, String)> = table
        .rows
        .iter()
        .map(|row| {
            assert_eq!(row.counts.len(), table.columns.len(), "{id}");
            let write =
                |count: &Option<u32>| count.map_or("c".to_owned(), |count| count.to_string());
            (row.id.as_str(), row.counts.iter().map(write).collect::<Vec<_>>().join(" "))
        })
        .collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(id, counts)| (*id, counts.as_str())).collect();
    assert_eq!(rows, expected, "{id}");
}

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
    check(&report, "by-level", &[("not_known", "c 20 10 c 0 40"), ("total", "c 20 10 c 0 40")]);
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
    let framework = Framework::shropshire_2023();
    assert!(to_html(&framework, &report, "").contains(why));
    assert!(
        to_csv(&report)
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
    let csv = to_csv(&report);
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
        to_csv(&report).contains(
            "agreement,figures,kappa,All plans,Cohen's kappa with quadratic weights,c\r\n"
        )
    );
    assert!(page(&few, "").contains("How far the two agree is not shown"));
    // Nobody graded a plan twice: there is nothing to hide, and no figure.
    few["agreement"]["matrix"] = json!([[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]);
    let page = page(&few, "");
    let page_text = text(parse(&page).root_element());
    let kappa = "Cohen's kappa with quadratic weights: Undefined: no plan was graded by both.";
    assert!(page_text.contains(kappa), "{page_text}");
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
fn of_no_plans_zeros_are_shown() {
    let framework = Framework::shropshire_2023();
    let report = report(&framework, &Summary::new(&framework), HiddenBelow::USUAL);
    assert_eq!(report.plans, Some(0));
    let mut counts = report.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.counts);
    assert!(counts.all(|count| *count == Some(0)));
    assert!(to_csv(&report).ends_with(
        "timeliness,no_exception,average_weeks,Without exceptions,Average weeks,none\r\n"
    ));
}

#[test]
fn all_is_shown_where_a_host_hides_nothing() {
    let framework = Framework::shropshire_2023();
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
    assert_eq!(tables.len(), 2 + 5 + 3 + 13 + 3);
}

#[test]
fn csv_has_a_line_for_each_count() {
    let report = shown(&term());
    let csv = to_csv(&report);
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    let counts: usize =
        report.tables.iter().flat_map(|table| &table.rows).map(|row| row.counts.len()).sum();
    assert_eq!(lines.len(), 3 + counts + 9 + 2);
    assert_eq!(lines[0], "table,row,column,row_label,column_label,count");
    assert_eq!(lines[1], "records,not_read,records,Not read,Records,2");
    assert_eq!(lines[2], "report,hidden_below,report,Counts hidden below,Report,5");
    assert_eq!(lines[3], "grades,total,1,All plans,1 Outstanding,c");
    assert_eq!(lines[4], "grades,total,2,All plans,2 Good,20");
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
    let csv = to_csv(&shown(&summary));
    assert!(csv.contains("\r\nby-need,'-a,total,"), "{csv}");
    summary["dimensions"] = json!({"need": {"-2": graded(40, [3, 20, 10, 7])}});
    let csv = to_csv(&shown(&summary));
    assert!(csv.contains("\r\nby-need,-2,total,-2,All grades,40\r\n"), "a number is one: {csv}");
}

/// Of 20 plans, graders gave 2 and 3 the other way round each time: O = 20 and E = (10 * 10 + 10 * 10) / 20 = 10, so
/// that kappa is 1 - 20 / 10.
#[test]
fn a_negative_agreement_is_a_number_in_csv() {
    let mut summary = term();
    summary["agreement"] =
        json!({"matrix": [[0, 0, 0, 0], [0, 0, 10, 0], [0, 10, 0, 0], [0, 0, 0, 0]]});
    let csv = to_csv(&shown(&summary));
    let kappa = "agreement,figures,kappa,All plans,Cohen's kappa with quadratic weights,-1.000";
    assert!(csv.lines().any(|line| line == kappa), "{csv}");
}

fn page(summary: &Value, period: &str) -> String {
    to_html(&Framework::shropshire_2023(), &shown(summary), period)
}

/// A page as a browser reads it: nothing in it has to be repaired.
#[track_caller]
fn parse(page: &str) -> Html {
    let page = Html::parse_document(page);
    assert_eq!(page.errors, <[&str; 0]>::default());
    page
}

/// All text in an element.
fn text(element: ElementRef) -> String {
    element.text().collect()
}

fn all<'p>(element: ElementRef<'p>, selector: &str) -> Vec<ElementRef<'p>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

fn texts(element: ElementRef, selector: &str) -> Vec<String> {
    all(element, selector).into_iter().map(text).collect()
}

#[test]
fn the_page_is_complete_and_says_everything_in_words() {
    let page = page(&term(), "Autumn 2023");
    let document = parse(&page);
    let root = document.root_element();
    assert_eq!(root.attr("lang"), Some("en-GB"));
    let title = "Quality of Education, Health and Care Plans: Autumn 2023";
    assert_eq!(texts(root, "head title"), [title]);
    assert_eq!(texts(root, "h1"), [title]);
    let ids: Vec<&str> = all(root, "[id]").iter().filter_map(|node| node.attr("id")).collect();
    let set: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), set.len(), "ids stand once");
    for node in all(root, "*") {
        if let Some(link) = node.attr("href") {
            assert!(set.contains(link.strip_prefix('#').unwrap()), "{link}");
        }
        for id in node.attr("aria-labelledby").into_iter().flat_map(str::split_whitespace) {
            assert!(set.contains(id), "{id}");
        }
    }
    let report = shown(&term());
    let tables = all(root, "table");
    assert_eq!(tables.len(), report.tables.len());
    for (node, table) in tables.iter().zip(&report.tables) {
        assert_eq!(texts(*node, "caption"), [format!("Number of plans: {}", table.title)]);
        let scopes = |scope: &str| all(*node, &format!("th[scope={scope}]")).len();
        assert_eq!((scopes("col"), scopes("row")), (table.columns.len() + 1, table.rows.len()));
        let write = |count: &Option<u32>| count.map_or("c".to_owned(), |count| count.to_string());
        let counts = table.rows.iter().flat_map(|row| &row.counts);
        assert_eq!(texts(*node, "td"), counts.map(write).collect::<Vec<_>>(), "{}", table.id);
    }
    assert!(text(root).contains("Average weeks, without exceptions: 21.4"));
    assert!(text(root).contains("2 records could not be read and are not counted."));
    assert!(text(root).contains("40 plans were reviewed under "));
    // Nothing is loaded and nothing runs.
    for name in ["script", "img", "link", "iframe", "object"] {
        assert_eq!(all(root, name).len(), 0, "{name}");
    }
    assert!(!page.contains("url(") && !page.contains("@import"));
}

#[test]
fn pictures_show_the_numbers_of_the_tables() {
    let page = page(&term(), "");
    let document = parse(&page);
    let pictures = all(document.root_element(), "svg");
    assert_eq!(pictures.len(), 4);
    let words: Vec<String> = pictures
        .iter()
        .map(|picture| {
            assert_eq!(picture.attr("role"), Some("img"));
            text(all(*picture, "desc")[0])
        })
        .collect();
    assert_eq!(
        words[0],
        "1 Outstanding: c; 2 Good: 20; 3 Requires improvement: 10; 4 Inadequate: c; No score recorded: 0.",
    );
    // Two of four grades are hidden, and with them the share.
    assert_eq!(words[2], "Graded plans at least 2 Good, of all with a grade. Autumn 2023-24: c.");
    let of = |picture: ElementRef, name: &str| all(picture, name).len();
    assert_eq!(of(pictures[0], "rect"), 5);
    // Hidden counts have no length, and the longest bar is as long as there is room: 860 - 190 - 70.
    let lengths: Vec<&str> =
        all(pictures[0], "rect").into_iter().filter_map(|bar| bar.attr("width")).collect();
    assert_eq!(lengths, ["0", "600", "300", "0", "0"]);
    assert_eq!(of(pictures[1], "rect"), 12 * 5);
    assert_eq!((of(pictures[2], "circle"), of(pictures[2], "line")), (0, 0));
    assert!(
        words[3].starts_with("B: no provision in F: 12; C: no provision in G: 0; "),
        "{}",
        words[3]
    );
    assert!(words[3].contains("No line at all: c; "), "{}", words[3]);
    // Each picture is XML too, so that it can be taken out of the page.
    let starts = page.match_indices("<svg").map(|(start, _)| start);
    for start in starts {
        let end = start + page[start..].find("</svg>").unwrap() + "</svg>".len();
        let picture = roxmltree::Document::parse(&page[start..end]).unwrap();
        assert!(picture.root_element().has_tag_name(("http://www.w3.org/2000/svg", "svg")));
    }
}

#[test]
fn the_trend_is_the_share_of_graded_plans() {
    let mut terms = term();
    terms["all"] = graded(60, [5, 20, 10, 15]);
    terms["dimensions"] = json!({"term": {
        "2023-24-autumn": graded(20, [0, 10, 5, 5]),
        "2023-24-spring": graded(40, [5, 10, 5, 10]),
    }});
    let page = page(&terms, "");
    // 10 of 20, and 15 of 30.
    assert!(page.contains("Autumn 2023-24: 50 %. Spring 2023-24: 50 %.</desc>"), "{page}");
    assert_eq!(page.matches("<circle").count(), 2);
    assert_eq!(page.matches("<line").count(), 1);
}

/// All printed words come from the report: no printer calculates or formats.
#[test]
fn a_report_has_each_count_and_figure_as_it_is_printed() {
    let mut terms = term();
    terms["all"] = graded(72, [15, 20, 10, 15]);
    terms["dimensions"] = json!({"term": {
        "2023-24-autumn": graded(26, [7, 8, 5, 0]),
        "2023-24-spring": graded(40, [8, 12, 5, 15]),
        "2023-24-summer": graded(6, [0, 0, 0, 0]),
    }});
    let report = shown(&terms);
    let shares: Vec<_> = report
        .good_share
        .as_ref()
        .unwrap()
        .rows
        .iter()
        .map(|row| (row.id.as_str(), row.per_cent, row.short.as_str(), row.words.as_str()))
        .collect();
    // 15 of 20 and 20 of 40, and 6 plans without a grade.
    assert_eq!(
        shares,
        [
            ("2023-24-autumn", Some(75), "75 %", "75 % (15 of 20)"),
            ("2023-24-spring", Some(50), "50 %", "50 % (20 of 40)"),
            ("2023-24-summer", None, "none", "no plan has a grade"),
        ]
    );
    let report = shown(&term());
    let share = &report.good_share.as_ref().unwrap().rows[0];
    assert_eq!((share.per_cent, share.short.as_str(), share.words.as_str()), (None, "c", "c"));
    assert_eq!(report.hidden_sign, "c");
    assert_eq!(
        report.hidden_note,
        "c stands for a count that is not shown: it is less than 5 and not 0, or such a count could be \
         worked out from it."
    );
    assert_eq!(report.tables[0].rows[0].words, ["c", "20", "10", "c", "0", "40"]);
    let weeks: Vec<&str> = report.average_weeks.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(weeks, ["23.4", "21.4"]);
    assert!(report.agreement.iter().all(|figure| figure.state == FigureState::Shown));
    let framework = Framework::shropshire_2023();
    let none =
        ehcp_qa_core::summary::report(&framework, &Summary::new(&framework), HiddenBelow::NOTHING);
    let all_shown = "All counts are shown, however small. Small counts can identify children: do not publish this report.";
    assert_eq!(none.hidden_note, all_shown);
    assert_eq!(none.notes[0].text, all_shown);
    assert!(to_html(&framework, &none, "").contains(all_shown));
    assert!(
        to_csv(&none).contains("report,hidden_below,report,Counts hidden below,Report,none\r\n")
    );
    assert_eq!(none.average_weeks[0].words, "none");
    assert!(none.agreement.iter().all(|figure| figure.state == FigureState::Undefined));
}

/// Halves of a per cent are rounded up: 1 of 8 is 12.5, and 3 of 40 are 7.5.
#[test]
fn shares_are_rounded_to_whole_per_cent() {
    let per_cent = |counts: [u32; 4]| {
        let plans = counts.iter().sum();
        let mut terms = term();
        for part in ["sections", "descriptors", "wording"] {
            terms[part] = json!({});
        }
        terms["thread"] = json!({"looked_at": 0, "rules": {}});
        terms["agreement"] = json!({"matrix": vec![vec![0; 4]; 4]});
        terms["regraded"] = json!({
            "outstanding": scores([0; 4]), "good": scores([0; 4]),
            "requires_improvement": scores([0; 4]), "inadequate": scores([0; 4]),
        });
        terms["timeliness"] =
            json!({"no_exception": issued([0; 3], 0), "exception_claimed": issued([0; 3], 0)});
        terms["all"] = graded(plans, counts);
        terms["dimensions"] = json!({"term": {"2023-24-autumn": graded(plans, counts)}});
        let framework = Framework::shropshire_2023();
        let summary = Summary::from_json(&framework, &terms.to_string()).unwrap();
        report(&framework, &summary, HiddenBelow::NOTHING).good_share.as_ref().unwrap().rows[0]
            .per_cent
    };
    assert_eq!(per_cent([0, 1, 7, 0]), Some(13));
    assert_eq!(per_cent([1, 2, 37, 0]), Some(8));
    assert_eq!(per_cent([2, 0, 1, 0]), Some(67));
    assert_eq!(per_cent([0, 0, 3, 0]), Some(0));
}

#[test]
fn whatever_the_period_is_called_it_is_text() {
    let hostile = "</title><script>alert(1)</script>&\"'\u{1}";
    let page = page(&term(), hostile);
    assert!(!page.contains("<script"));
    let document = parse(&page);
    let title = text(all(document.root_element(), "h1")[0]);
    assert!(title.ends_with("</title><script>alert(1)</script>&\"'\u{fffd}"), "{title}");
}
