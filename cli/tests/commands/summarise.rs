use serde_json::{Value, json};

use crate::{Ran, json, run, run_on, words};

/// Made-up records, a line each.
fn synth(seed: &str, skip: u64, count: u64) -> String {
    let (skip, count) = (skip.to_string(), count.to_string());
    let ran = run(&["synth", "--seed", seed, "--skip", &skip, "--count", &count]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    ran.out
}

#[track_caller]
fn fine(ran: Ran) -> String {
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    ran.out
}

#[test]
fn three_records_and_a_review_counted_by_hand() {
    let ran = run(&["summarise", "records.ndjson", "--partial"]);
    assert_eq!(ran.code, Some(2));
    let summary = json(&ran.out);
    let scores = |outstanding: u32, good: u32, requires_improvement: u32| {
        json!({
            "outstanding": outstanding, "good": good,
            "requires_improvement": requires_improvement, "inadequate": 0,
        })
    };
    // Of four records two cannot be read; the fifth is a review alone.
    assert_eq!(summary["all"], json!({"plans": 3, "scores": scores(1, 0, 1)}));
    assert_eq!(summary["not_read"], 2);
    assert_eq!(summary["sections"], json!({"F": scores(0, 0, 1)}));
    assert_eq!(
        summary["dimensions"]["need"],
        json!({"autism": {"plans": 2, "scores": scores(0, 0, 1)}}),
    );
    assert_eq!(
        summary["dimensions"]["term"],
        json!({
            "2023-24-autumn": {"plans": 1, "scores": scores(0, 0, 1)},
            "2023-24-spring": {"plans": 1, "scores": scores(1, 0, 0)},
        }),
    );
    assert_eq!(summary["wording"]["F"]["looked_at"], 2);
    assert_eq!(summary["thread"]["rules"]["thread-orphan"]["found"], 1);
    assert_eq!(summary["agreement"]["matrix"][1], json!([0, 1, 0, 0]));
    // From 19 June to 6 November 2023 are 140 days, which is 20 weeks.
    assert_eq!(
        summary["timeliness"]["no_exception"],
        json!({"within_20_weeks": 1, "within_a_year": 0, "over_a_year": 0, "days": 140}),
    );
}

#[test]
fn bad_records_are_reported_with_their_lines_and_left_out() {
    let ran = run(&["summarise", "records.ndjson", "--format", "csv", "--hidden-below", "none"]);
    assert_eq!(ran.code, Some(2));
    let lines: Vec<&str> = ran.err.lines().collect();
    assert_eq!(lines.len(), 4, "{}", ran.err);
    assert!(
        lines[0].starts_with("records.ndjson:2:108: error: /dimensions/need: "),
        "{}",
        lines[0]
    );
    assert!(
        lines[1].starts_with("records.ndjson:2:79: error: /review/sections/overall/score: "),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].starts_with("records.ndjson:4:2: error: This is not valid JSON"),
        "{}",
        lines[2]
    );
    assert_eq!(lines[3], "error: 2 of 5 records could not be used.");
    assert!(!ran.err.contains("Smith"), "no value is repeated");
    assert!(ran.out.contains("records,not_read,records,Not read,Records,2\r\n"), "{}", ran.out);
    assert!(ran.out.contains("grades,total,total,All plans,All grades,3\r\n"), "{}", ran.out);
}

#[test]
fn people_get_aligned_tables_with_small_numbers_hidden() {
    let records = synth("1", 0, 200);
    let out = fine(run_on(&["summarise"], records.as_bytes(), &[]));
    let lines = words(&out);
    assert_eq!(lines[0], "200 plans, records that could not be read: 0");
    assert!(lines[2].contains(" of 200 plans were graded again; "), "{}", lines[2]);
    assert_eq!(lines[4], "What matters most");
    let first = lines.iter().position(|line| line == "Plans by recorded grade").unwrap();
    let all = lines.iter().find(|line| line.starts_with("All plans ")).unwrap();
    let has_no_score = |line: &&str| json(line)["review"]["sections"]["overall"]["score"].is_null();
    let without = records.lines().filter(has_no_score).count();
    assert!(all.ends_with(&format!(" {without} 200")), "{all}");
    let few: String = records.split_inclusive('\n').take(20).collect();
    let few = fine(run_on(&["summarise"], few.as_bytes(), &[]));
    assert!(!few.contains("  Cohen's kappa"), "some pairs are few");
    let all = fine(run_on(&["summarise", "--hidden-below", "none"], records.as_bytes(), &[]));
    assert!(all.contains("  Cohen's kappa with quadratic weights: "), "{all}");
    assert!(out.contains("Average weeks, without exceptions: "));
    // Numbers end one under the other.
    let grades: Vec<&str> = out.lines().skip(first + 1).take(2).collect();
    assert_eq!(grades[0].len(), grades[1].len());
}

#[test]
fn parts_merge_to_the_same_bytes_in_any_order() {
    let records = synth("5", 0, 900);
    let lines: Vec<&str> = records.lines().collect();
    let part = |from: usize, to: usize| {
        let input = lines[from..to].join("\n");
        fine(run_on(&["summarise", "--partial"], input.as_bytes(), &[]))
    };
    let total = part(0, 900);
    let parts = [part(0, 1), part(1, 400), part(400, 900)];
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
        let input: String = order.iter().map(|at| parts[*at].as_str()).collect();
        assert_eq!(fine(run_on(&["merge", "--partial"], input.as_bytes(), &[])), total);
        let page = fine(run_on(
            &["merge", "--format", "html", "--title", "A term"],
            input.as_bytes(),
            &[],
        ));
        let direct = ["summarise", "--format", "html", "--title", "A term"];
        assert_eq!(page, fine(run_on(&direct, records.as_bytes(), &[])));
        assert!(page.contains("<h1>Quality of Education, Health and Care Plans: A term</h1>"));
    }
}

/// A record is at most 2,000,000 bytes, and a part of a large count is larger.
#[test]
fn a_part_of_several_megabytes_is_merged() {
    let record = |number: usize| {
        let dimensions =
            (0..32).map(|name| (format!("d-{name:02}"), json!(format!("{number:0>64}"))));
        let dimensions: serde_json::Map<String, Value> = dimensions.collect();
        json!({"review": {"framework": "shropshire-2023"}, "dimensions": dimensions}).to_string()
    };
    let records: Vec<String> = (0..600).map(record).collect();
    let part = fine(run_on(&["summarise", "--partial"], records.join("\n").as_bytes(), &[]));
    assert!(part.len() > 2_500_000, "{}", part.len());
    assert_eq!(fine(run_on(&["merge", "--partial"], part.as_bytes(), &[])), part);
    let twice = fine(run_on(&["merge", "--partial"], [&*part, &*part].concat().as_bytes(), &[]));
    assert_eq!(json(&twice)["all"]["plans"], 1_200);
}

#[test]
fn any_number_of_threads_counts_the_same() {
    // More than a round of records, with bad ones far apart.
    let mut records: Vec<String> = synth("2", 0, 5_000).lines().map(str::to_owned).collect();
    for bad in [7, 4_500, 4_999] {
        "{\"review\": 1}".clone_into(&mut records[bad]);
    }
    let input = records.join("\n");
    let count = |threads: &str| {
        let ran = run_on(&["summarise", "--partial", "--threads", threads], input.as_bytes(), &[]);
        assert_eq!(ran.code, Some(2));
        (ran.out, ran.err)
    };
    let (out, err) = count("1");
    assert_eq!(json(&out)["all"]["plans"], 4_997);
    let places: Vec<&str> = err.lines().filter_map(|line| line.split(" error").next()).collect();
    assert_eq!(places[..3], ["<stdin>:8:12:", "<stdin>:4501:12:", "<stdin>:5000:12:"]);
    assert_eq!(count("4"), (out, err));
}

#[test]
fn made_up_records_are_those_of_their_seed_and_number() {
    let text = synth("3", 0, 20);
    assert_eq!(synth("3", 0, 20), text);
    assert_eq!(synth("3", 0, 8) + &synth("3", 8, 12), text);
    assert_ne!(synth("4", 0, 20), text);
    // A plan each, and no two alike.
    let records: Vec<Value> = text.lines().map(json).collect();
    assert_eq!(records.len(), 20);
    assert_eq!(records[0]["review"]["plan"]["reference"], "MADE-UP-0000001");
    assert_eq!(records[19]["review"]["plan"]["reference"], "MADE-UP-0000020");
    assert_ne!(records[0]["review"]["sections"], records[1]["review"]["sections"]);
    let valid = run_on(&["validate", "--as", "summary-record"], text.as_bytes(), &[]);
    assert_eq!(valid.code, Some(0), "{}", valid.err);
}

#[test]
fn an_empty_export_has_no_records() {
    for nothing in [&b""[..], b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n\n \t\n"] {
        let ran = run_on(&["summarise", "--ndjson", "--partial"], nothing, &[]);
        let summary = json(&fine(ran));
        assert_eq!((&summary["not_read"], &summary["all"]["plans"]), (&json!(0), &json!(0)));
    }
}

#[test]
fn only_summaries_are_merged() {
    let ran = run_on(&["merge"], b"{\"framework\": \"shropshire-2023\"}", &[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("/all: This field is required. [missing]"), "{}", ran.err);
}

#[test]
fn exact_counts_have_no_format_and_threads_are_at_least_one() {
    for arguments in [
        ["summarise", "records.ndjson", "--partial", "--format", "csv"].as_slice(),
        &["summarise", "records.ndjson", "--threads", "0"],
        &["merge", "records.ndjson", "--partial", "--hidden-below", "3"],
    ] {
        assert_eq!(run(arguments).code, Some(3), "{arguments:?}");
    }
}

/// In `counts.json` one rule found something in 12 plans. Its labels, in the tables of the rules and of the themes.
#[track_caller]
fn check_labels(rule: &str, in_section: &str, in_themes: &str) {
    let counts = include_str!("../fixtures/counts.json").replace("availability", rule);
    let csv = fine(run_on(&["merge", "--format", "csv"], counts.as_bytes(), &[]));
    for line in [
        format!("wording,F.{rule},found,{in_section},Plans with a finding,12\r\n"),
        format!("themes-F,wording.{rule},total,{in_themes},All phases,12\r\n"),
    ] {
        assert!(csv.contains(&line), "{line}{csv}");
    }
}

#[test]
fn a_rule_is_called_by_its_title_and_one_of_another_lexicon_by_its_id() {
    let measure = "An amount without a measure";
    check_labels("unmeasured", &format!("F: {measure}"), &format!("Wording: {measure}"));
    let offer = "On offer, not received";
    check_labels("availability", &format!("\"F: {offer}\""), &format!("\"Wording: {offer}\""));
    check_labels("house-rule", "F: house-rule", "Wording: house-rule");
}

#[test]
fn what_pages_save_is_counted() {
    let review = r#"{
        "framework": "shropshire-2023",
        "plan": {"reference": "EHC-2041", "stage": "final", "year_group": 10, "age": 15, "home_educated": false},
        "review": {"level": 4, "reviewer": {"role": "Senior Case Officer", "id": "SCO-07"}, "date": "2025-03-12"},
        "criteria": {"complies": "met"},
        "sections": {"A": {"score": 1, "strengths": "Clear."}, "overall": {"score": 2, "rationale": "Good."}}
    }"#;
    let case = format!(
        r#"{{"format": "ehcp-qa-case", "version": 1, "review": {review}, "plan": null, "choices": [],
            "known": {{}}, "items": [], "dismissed": [], "texts": {{}}, "receipt": null}}"#,
    );
    for text in [review, &case] {
        let summary = json(&fine(run_on(&["summarise", "--partial"], text.as_bytes(), &[])));
        assert_eq!(summary["all"]["scores"]["good"], 1);
        assert_eq!(summary["dimensions"]["level"]["4"]["plans"], 1);
    }
    let wrong = case.replace("\"score\": 2", "\"score\": 9");
    let ran = run_on(&["summarise"], wrong.as_bytes(), &[]);
    assert!(ran.err.contains("error: /review/sections/overall/score: "), "{}", ran.err);
}

#[test]
fn a_file_of_another_kind_says_which_kind_it_is() {
    for (text, kind) in [
        (r#"{"framework": "shropshire-2023", "rating": 2, "sections": []}"#, "a feedback form"),
        (r#"{"events": []}"#, "the events of a case"),
        (r#"{"items": []}"#, "the items of a plan"),
        (include_str!("../fixtures/counts.json"), "a summary of many plans"),
        (r#"{"wording": {}, "interpretation": {}}"#, "a framework"),
    ] {
        let ran = run_on(&["summarise"], text.as_bytes(), &[]);
        assert_eq!(ran.code, Some(2));
        let sentence = format!(
            "This is {kind}. Counted are reviews, records of plans, and the cases that the workspace saves. [wrong_kind]",
        );
        assert!(ran.err.contains(&sentence), "{}", ran.err);
        assert!(ran.out.contains("No plan is counted, and so there are no tables."), "{}", ran.out);
        assert!(!ran.out.contains("All plans"), "{}", ran.out);
    }
    let page = run_on(&["summarise", "--format", "html"], b"{}", &[]);
    assert_eq!(page.code, Some(2));
    assert!(
        page.out.contains("No plan is counted under ") && !page.out.contains("<table"),
        "{}",
        page.out
    );
}

/// Twelve plans graded twice and one graded once: six pairs are the same, and six the next grade.
#[test]
fn a_plan_that_is_graded_once_hides_no_figure_and_a_blank_pair_is_no_agreement() {
    let record = |pair: &str| {
        format!(
            r#"{{"review": {{"framework": "shropshire-2023", "sections": {{"overall": {{"score": 2}}}}}}{pair}}}"#
        )
    };
    let mut lines = vec![record(r#", "graded_twice": null"#)];
    lines.extend(vec![record(r#", "graded_twice": {"first": 2, "second": 2}"#); 6]);
    lines.extend(vec![record(r#", "graded_twice": {"first": 2, "second": 3}"#); 6]);
    for blank in [
        r#"{"first": null, "second": null}"#,
        r#"{"first": "", "second": ""}"#,
        r#"{"first": 2}"#,
        "{}",
    ] {
        lines.push(record(&format!(r#", "graded_twice": {blank}"#)));
    }
    let ran = run_on(&["summarise", "--format", "json"], lines.join("\n").as_bytes(), &[]);
    assert_eq!(ran.code, Some(2));
    let report = json(&ran.out);
    assert_eq!((&report["plans"], &report["not_read"]), (&json!(13), &json!(4)));
    let figures = report["agreement"].as_array().unwrap();
    assert_eq!(figures.len(), 9);
    assert!(figures.iter().all(|figure| figure["state"] != "hidden"), "{figures:?}");
    assert_eq!(
        (figures[0]["id"].as_str(), figures[0]["words"].as_str()),
        (Some("exact"), Some("0.500 (6 of 12 plans)"))
    );
}

/// Plans of one term, so many of each of two scores.
fn term(date: &str, good: usize, rest: usize) -> String {
    let record = |score: u32| {
        let review = json!({"framework": "shropshire-2023", "review": {"date": date},
            "sections": {"overall": {"score": score}}});
        json!({ "review": review }).to_string() + "\n"
    };
    record(2).repeat(good) + &record(3).repeat(rest)
}

#[test]
fn what_changed_since_the_term_before() {
    let autumn =
        fine(run_on(&["summarise", "--partial"], term("2025-10-01", 10, 10).as_bytes(), &[]));
    let file = std::env::temp_dir().join(format!("ehcp-qa-before-{}.json", std::process::id()));
    std::fs::write(&file, autumn).unwrap();
    let before = ["summarise", "--before", file.to_str().unwrap()];
    let spring = term("2026-02-01", 15, 5);
    let out = fine(run_on(&before, spring.as_bytes(), &[]));
    // 10 of 20, and 15 of 20.
    let lines = words(&out);
    assert_eq!(lines[0], "20 plans, records that could not be read: 0");
    let headline =
        "75 % of graded plans are 2 Good or better (15 of 20), 25 points up on Autumn 2025-26.";
    assert_eq!(lines[2], headline);
    assert_eq!(lines[4], "What changed since Autumn 2025-26");
    assert_eq!(
        lines[5],
        "Graded plans that are 2 Good or better: 75 % (15 of 20), 25 points up on Autumn 2025-26"
    );
    // The same term: nothing is compared. A file of another kind is refused with its place.
    let same = fine(run_on(&before, term("2025-11-01", 10, 11).as_bytes(), &[]));
    assert!(same.contains("What changed is not shown: both have plans of the same term"), "{same}");
    std::fs::write(&file, "{}").unwrap();
    let ran = run_on(&before, spring.as_bytes(), &[]);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("/all: This field is required. [missing]"), "{}", ran.err);
}

#[test]
fn made_up_records_are_those_of_the_framework_in_use() {
    for id in ["example-ten-points", "example-checklist"] {
        let framework = format!("{}/../core/frameworks/{id}.json", env!("CARGO_MANIFEST_DIR"));
        let records = run(&["--framework", &framework, "synth", "--count", "40"]).out;
        let ran = run_on(
            &["--framework", &framework, "summarise", "--format", "json"],
            records.as_bytes(),
            &[],
        );
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{id}");
        assert_eq!(json(&ran.out)["plans"], 40, "{id}");
    }
}
