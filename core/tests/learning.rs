//! The summary of learning: read, drafted from the shown counts of a summary, and printed.

use ehcp_qa_core::Framework;
use ehcp_qa_core::FreeText;
use ehcp_qa_core::learning::{self, Learning, carried, to_html, to_markdown};
use ehcp_qa_core::summary::{HiddenBelow, Report, Summary, report};
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

const EMPTY: &str =
    r#"{"framework": "shropshire-2023", "areas_represented": [], "rows": [], "actions": []}"#;

fn form(text: &str) -> Learning {
    Learning::from_json(&Framework::built_in(), text).unwrap()
}

/// The draft of a framework that has the form.
fn draft(framework: &Framework, report: &Report) -> Learning {
    learning::draft(framework, report).unwrap()
}

fn small_framework() -> Framework {
    Framework::from_json(include_str!("small-framework.json")).unwrap()
}

fn scores(counts: [u32; 4]) -> Value {
    let [outstanding, good, requires_improvement, inadequate] = counts;
    json!({
        "outstanding": outstanding, "good": good,
        "requires_improvement": requires_improvement, "inadequate": inadequate,
    })
}

fn descriptor(met: u32, not_met: u32) -> Value {
    json!({"met": met, "not_met": not_met, "not_applicable": 0, "not_met_by_phase": {}})
}

fn rule(found: u32) -> Value {
    json!({"found": found, "found_by_phase": {}})
}

/// A term of 40 plans.
fn term() -> Value {
    let none = Summary::new(&Framework::built_in());
    let mut summary = serde_json::to_value(none).unwrap();
    let counts = json!({
        "all": {"plans": 40, "scores": scores([3, 20, 10, 7])},
        "sections": {"F": scores([0, 22, 10, 8])},
        "descriptors": {
            "D1": descriptor(37, 3), "F1": descriptor(31, 9), "F2": descriptor(25, 15),
            "F3": descriptor(28, 12), "F4": descriptor(40, 0), "overall.2": descriptor(31, 9),
        },
        "wording": {"F": {"looked_at": 30, "rules": {"availability": rule(12), "training": rule(28)}}},
        "thread": {"looked_at": 40, "rules": {
            "thread-need-without-provision": rule(12), "thread-orphan": rule(38),
        }},
        "regraded": {
            "outstanding": scores([0; 4]), "good": scores([0; 4]),
            "requires_improvement": scores([2, 9, 6, 0]), "inadequate": scores([0, 5, 8, 0]),
        },
        "timeliness": {
            "no_exception": {"within_20_weeks": 12, "within_a_year": 6, "over_a_year": 0, "days": 2700},
            "exception_claimed": {"within_20_weeks": 0, "within_a_year": 6, "over_a_year": 0, "days": 1234},
        },
    });
    summary.as_object_mut().unwrap().extend(counts.as_object().unwrap().clone());
    summary
}

fn shown(summary: &Value, hidden_below: HiddenBelow) -> Report {
    let framework = Framework::built_in();
    let summary = Summary::from_json(&framework, &summary.to_string()).unwrap();
    report(&framework, &summary, hidden_below)
}

/// The printed text of a descriptor.
fn printed(id: &str) -> String {
    let wording = Framework::built_in().wording();
    let mut sections = wording.sections.into_iter().chain([wording.overall]);
    let found = sections.find_map(|section| section.descriptors.into_iter().find(|d| d.id == id));
    found.unwrap().text
}

fn title(id: &str) -> String {
    let wording = Framework::built_in().wording();
    let mut sections = wording.sections.into_iter().chain([wording.overall]);
    sections.find(|section| section.id == id).unwrap().title
}

/// The areas of a draft, each with the lines of its feedback.
fn lines(draft: &Learning) -> Vec<(String, Vec<&str>)> {
    let rows = draft.rows.iter();
    rows.map(|row| (row.area.0.clone(), row.feedback.0.lines().collect())).collect()
}

#[test]
fn a_draft_by_hand() {
    let framework = Framework::built_in();
    let draft = draft(&framework, &shown(&term(), HiddenBelow::USUAL));
    let (f1, f2, f3, o2) = (printed("F1"), printed("F2"), printed("F3"), printed("overall.2"));
    assert_eq!(
        lines(&draft),
        [
            // D1 was not met in 3 plans: a section of which nothing is shown has no row. The rule
            // "training" has 28 of 30: 2 plans are without, so that both are hidden. F1, with 9, is fourth.
            (
                title("F"),
                vec![
                    "Recorded grades: 2 Good (22 of 40 plans); 3 Requires improvement (10 of 40 plans); \
                     4 Inadequate (8 of 40 plans).",
                    &format!(
                        "Most often not met, of the counts that are shown: F2: {f2} (15 of 40 plans); \
                         F3: {f3} (12 of 40 plans); Wording: On offer, not received (12 of 30 plans)."
                    ),
                ]
            ),
            // 3 is small, and 7 the smallest beside it.
            (
                title("overall"),
                vec![
                    "Recorded grades, of the counts that are shown: 2 Good (20 of 40 plans); \
                     3 Requires improvement (10 of 40 plans).",
                    &format!("Most often not met: overall.2: {o2} (9 of 40 plans)."),
                ]
            ),
            // 38 of 40 is hidden with the 2 that are without.
            (
                "Golden thread".to_owned(),
                vec![
                    "Breaks most often, of the counts that are shown: B: no provision in F \
                     (12 of 40 plans)."
                ]
            ),
            // All 2 that came to Outstanding are hidden, and with that column the one of Good, the next in
            // size: 9 and 5 are not shown.
            (
                "Re-grading".to_owned(),
                vec![
                    "Graded again: 30 plans.",
                    "Most often, of the counts that are shown: from 3 Requires improvement to 2 Good \
                     (9 of 30 plans); from 4 Inadequate to 2 Good (5 of 30 plans)."
                ]
            ),
            // 1 over a year is hidden, and with it the 11 within one. 3934 days and 24 plans are 23.417
            // weeks; 2700 and 18 are 21.429.
            (
                "Timeliness".to_owned(),
                vec![
                    "With exceptions: Within 20 weeks (12 of 24 plans); Over 20 weeks, within a year \
                     (12 of 24 plans).",
                    "Average weeks, with exceptions: 23.4.",
                    "Without exceptions: Within 20 weeks (12 of 18 plans); Over 20 weeks, within a year \
                     (6 of 18 plans).",
                    "Average weeks, without exceptions: 21.4.",
                ]
            ),
        ]
    );
    assert!(f1.len() > 10 && !draft.rows[0].feedback.0.contains(&f1), "the fourth is not named");
}

#[test]
fn a_draft_leaves_the_rest_to_people() {
    let framework = Framework::built_in();
    let draft = draft(&framework, &shown(&term(), HiddenBelow::USUAL));
    assert_eq!((draft.date, &draft.delivered_by), (None, &None));
    assert!(draft.areas_represented.is_empty() && draft.actions.is_empty());
    for row in &draft.rows {
        assert_eq!((&row.learning, &row.tribunal_learning), (&None, &None));
        assert_eq!(row.drafted.as_ref(), Some(&row.feedback), "it says that it is drafted");
    }
    let text = serde_json::to_string(&draft).unwrap();
    assert_eq!(form(&text), draft, "a draft is a form");
}

/// The counts in a draft: each stands behind a bracket.
fn counts_in(draft: &Learning) -> Vec<u32> {
    let feedback = draft.rows.iter().flat_map(|row| row.feedback.0.split('('));
    let counts = feedback.filter_map(|text| text.split_once(" of ")?.0.parse().ok());
    counts.collect()
}

#[test]
fn a_draft_gives_no_hidden_count() {
    let framework = Framework::built_in();
    let counts = counts_in(&draft(&framework, &shown(&term(), HiddenBelow::USUAL)));
    assert_eq!(counts.len(), 3 + 3 + 2 + 1 + 1 + 2 + 2 + 2, "as many as by hand, line by line");
    assert!(counts.iter().all(|count| *count >= HiddenBelow::USUAL.number()), "{counts:?}");
    // Where a host hides nothing, D1 is named, and so is that 38 plans break the thread.
    let report = shown(&term(), HiddenBelow::NOTHING);
    let full = draft(&framework, &report);
    let d1 = format!("Most often not met: D1: {} (3 of 40 plans).", printed("D1"));
    assert!(full.rows.iter().any(|row| row.feedback.0 == d1), "{full:?}");
    assert!(counts_in(&full).contains(&38));
    // Each theme that is named goes with its count.
    let is_named = |draft: &Learning, label: &str| {
        let start = format!("{label} (");
        draft.rows.iter().any(|row| row.feedback.0.contains(&start))
    };
    let mut themes = 0;
    for (number, table) in report.tables.iter().enumerate() {
        for (place, row) in table.rows.iter().enumerate() {
            if table.id.starts_with("themes-") && is_named(&full, &row.label) {
                themes += 1;
                let mut hidden = report.clone();
                hidden.tables[number].rows[place].counts.fill(None);
                assert!(!is_named(&draft(&framework, &hidden), &row.label), "{}", row.id);
            }
        }
    }
    assert_eq!(themes, 5, "D1, three of F and one of the whole");
    // A report with all counts hidden gives an empty draft.
    let mut nothing = report;
    let rows = nothing.tables.iter_mut().flat_map(|table| &mut table.rows);
    rows.for_each(|row| row.counts.fill(None));
    nothing.average_weeks.iter_mut().for_each(|average| average.tenths = None);
    assert_eq!(draft(&framework, &nothing).rows, []);
}

#[test]
fn of_no_plans_there_is_nothing_to_say() {
    let framework = Framework::built_in();
    let report = report(&framework, &Summary::new(&framework), HiddenBelow::USUAL);
    assert_eq!(draft(&framework, &report).rows, []);
}

#[test]
fn one_plan_is_one_plan() {
    let mut one = term();
    one["all"] = json!({"plans": 1, "scores": scores([0, 1, 0, 0])});
    for (name, none) in [
        ("sections", json!({})),
        ("descriptors", json!({})),
        ("wording", json!({})),
        ("thread", json!({"looked_at": 0, "rules": {}})),
    ] {
        one[name] = none;
    }
    one["regraded"]["inadequate"] = scores([0; 4]);
    one["regraded"]["requires_improvement"] = scores([0, 1, 0, 0]);
    let none = json!({"within_20_weeks": 0, "within_a_year": 0, "over_a_year": 0, "days": 0});
    one["timeliness"] = json!({"no_exception": none, "exception_claimed": none});
    let draft = draft(&Framework::built_in(), &shown(&one, HiddenBelow::NOTHING));
    assert_eq!(
        lines(&draft),
        [
            (title("overall"), vec!["Recorded grades: 2 Good (1 of 1 plan)."]),
            (
                "Re-grading".to_owned(),
                vec![
                    "Graded again: 1 plan.",
                    "Most often: from 3 Requires improvement to 2 Good (1 of 1 plan)."
                ]
            ),
        ]
    );
}

#[test]
fn every_problem_has_its_place() {
    let long = "x".repeat(20_001);
    let text = format!(
        r#"{{"framework": "other", "date": "2023-02-29", "delivered_by": "{long}", "areas_represented": "Health",
            "rows": [
                {{"area": "F", "feedback": 3, "learning": []}},
                {{"area": "G", "lesson": "Amira"}},
                "H1"
            ],
            "actions": [{{"what": "{long}", "state": "half"}}, "Train", {{"what": "x", "by": "soon"}}]}}"#
    );
    let problems = Learning::from_json(&Framework::built_in(), &text).unwrap_err();
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        messages,
        [
            "/date: This must be a date that exists, written YYYY-MM-DD.",
            "/delivered_by: This text is too long: it has 20001 characters, and at most 20000 are kept.",
            "/areas_represented: This must be a list.",
            "/rows/0/feedback: This must be text.",
            "/rows/0/learning: This must be text.",
            "/rows/1/lesson: This field is not known here.",
            "/rows/1/feedback: This field is required.",
            "/rows/2: This must be an object.",
            "/actions/0/what: This text is too long: it has 20001 characters, and at most 20000 are kept.",
            "/actions/0/state: This must be one of: open, done, dropped.",
            "/actions/1: This must be an object.",
            "/actions/2/by: This must be a date that exists, written YYYY-MM-DD.",
            "/actions/2/state: This field is required.",
            "/framework: This must name the framework in use, shropshire-2023.",
        ]
    );
}

#[test]
fn a_thousand_entries_are_held() {
    let text = |count: usize| {
        let row = json!({"area": "F", "feedback": "x"});
        let action = json!({"what": "Train", "state": "open"});
        json!({
            "actions": vec![action; count], "areas_represented": vec!["Health"; count],
            "framework": "shropshire-2023", "rows": vec![row; count],
        })
        .to_string()
    };
    let framework = Framework::built_in();
    assert_eq!(Learning::from_json(&framework, &text(1_000)).unwrap().rows.len(), 1_000);
    let problems = Learning::from_json(&framework, &text(1_001)).unwrap_err();
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let many =
        |place: &str| format!("{place}: There are too many of these: at most 1000 are read.");
    // In the order of the text, which is that of the alphabet.
    assert_eq!(messages, ["/actions", "/areas_represented", "/rows"].map(many));
}

/// A form that people have filled in, with hostile text.
fn hostile() -> Learning {
    form(
        r##"{
            "framework": "shropshire-2023", "date": "2023-11-30",
            "delivered_by": "</td><script>alert(1)</script>",
            "areas_represented": ["Health & care", "*SENDIASS*"],
            "rows": [
                {"area": "\"'&<b>", "feedback": "As drafted.", "drafted": "As drafted.",
                    "learning": "# x\n| a | b |\n\n    - [x](javascript:y) *z*\u0000\ufffe\u202e",
                    "tribunal_learning": "</style>"},
                {"area": "F", "feedback": "As people say.", "drafted": "As drafted."}
            ],
            "earlier": [{"what": "Check | the <list>", "by": "2023-11-29", "state": "open"}],
            "actions": [
                {"what": "Train\n1. <i>", "who": "*Ana*", "by": "2024-01-31", "state": "open"},
                {"what": "Tell the board", "state": "done"}
            ]
        }"##,
    )
}

#[test]
fn text_that_people_wrote_stays() {
    let form = hostile();
    let text = serde_json::to_string(&form).unwrap();
    assert_eq!(Learning::from_json(&Framework::built_in(), &text).unwrap(), form);
    assert_eq!(form.rows[1].feedback, FreeText("As people say.".to_owned()));
}

/// A page as a browser reads it: nothing in it has to be repaired.
#[track_caller]
fn page(html: &str) -> Html {
    let page = Html::parse_document(html);
    assert_eq!(page.errors, <[&str; 0]>::default());
    page
}

fn all<'p>(page: &'p Html, selector: &str) -> Vec<ElementRef<'p>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn all_text(element: ElementRef) -> String {
    element.text().collect()
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    all(page, selector).into_iter().map(all_text).collect()
}

#[test]
fn the_page_is_the_form_whatever_the_text() {
    let framework = Framework::built_in();
    let html = to_html(&framework, &hostile());
    let document = page(&html);
    let printed = framework.learning_summary().unwrap();
    let actions = framework.wording().actions.unwrap();
    assert_eq!(texts(&document, "title"), [printed.title.as_str()]);
    assert_eq!(texts(&document, "h1"), [printed.heading.as_str()]);
    let earlier = "Actions of earlier sessions, and what became of them";
    assert_eq!(texts(&document, "h2"), [&printed.title, &actions.heading, earlier]);
    assert_eq!(texts(&document, "script"), <[&str; 0]>::default());
    let rows: Vec<Vec<String>> = all(&document, "tr")
        .into_iter()
        .map(|row| row.child_elements().map(all_text).collect())
        .collect();
    assert_eq!(
        rows,
        [
            vec!["Date of session:", "2023-11-30"],
            vec!["Delivered by:", "</td><script>alert(1)</script>"],
            vec!["Areas represented at the session:", "Health & care*SENDIASS*"],
            vec!["Area", "Feedback", "Learning", "Tribunal Learning Element"],
            vec![
                "\"'&<b>",
                "As drafted.Drafted from counts",
                "# x\n| a | b |\n\n    - [x](javascript:y) *z*\u{fffd}\u{fffd}\u{202e}",
                "</style>",
            ],
            // People changed it, so the page no longer marks it as drafted.
            vec!["F", "As people say.", "", ""],
            vec!["What is to be done", "Who does it", "By when", "How it stands"],
            vec!["Train\n1. <i>", "*Ana*", "2024-01-31", "Open"],
            vec!["Tell the board", "", "", "Done"],
            vec![
                "What is to be done",
                "Who does it",
                "By when",
                "How it stands",
                "What became of it",
                "Agreed on",
            ],
            // The session was on the day after.
            vec![
                "Check | the <list>",
                "",
                "2023-11-29",
                "Open, and due before this session",
                "",
                ""
            ],
        ]
    );
    assert_eq!(all(&document, "th").len(), all(&document, "th[scope]").len());
    assert!(texts(&document, "p").contains(&actions.text[0]));
    let items = texts(&document, "li");
    assert_eq!(items, ["Health & care", "*SENDIASS*"]);
    assert!(!html.contains("http"), "it loads nothing");
}

#[test]
fn an_empty_form_is_a_page_to_fill_in_by_hand() {
    let framework = Framework::built_in();
    let html = to_html(&framework, &form(EMPTY));
    let document = page(&html);
    assert_eq!(all(&document, ".rows tbody tr").len(), 1);
    assert_eq!(texts(&document, ".rows tbody tr td"), [""; 4]);
    assert!(!html.contains("Drafted"));
}

#[test]
fn signs_stay_text_in_markdown() {
    let framework = Framework::built_in();
    let markdown = to_markdown(&framework, &hostile());
    assert_eq!(
        markdown,
        "# Summary of Learning from QA session\n\
         \n## Summary of Learning from Level 5\\* Strategic QA\n\n\
         - **Date of session\\:** 2023-11-30\n\
         - **Delivered by\\:** &lt;/td&gt;&lt;script&gt;alert\\(1\\)&lt;/script&gt;\n\
         - **Areas represented at the session\\:**\n  - Health &amp; care\n  - \\*SENDIASS\\*\n\
         \n### \"'&amp;&lt;b&gt;\n\
         \n**Feedback** *Drafted from counts*\n\nAs drafted.\n\
         \n**Learning**\n\n\\# x\n\n\\| a \\| b \\|\n\n\\- \\[x\\]\\(javascript\\:y\\) \\*z\\* \u{fffe}\u{202e}\n\
         \n**Tribunal Learning Element**\n\n&lt;/style&gt;\n\
         \n### F\n\n**Feedback**\n\nAs people say.\n\
         \n**Learning**\n\n**Tribunal Learning Element**\n\
         \n## Actions\n\n\
         After each termly strategic quality-assurance discussion, key themes / areas for development \
         will be collated and strategic actions agreed. Outcomes to be shared at SENDAP Board\n\
         \n- Train 1\\. &lt;i&gt;\n  - **Who does it:** \\*Ana\\*\n  - **By when:** 2024-01-31\n  \
         - **How it stands:** Open\n- Tell the board\n  - **How it stands:** Done\n\
         \n## Actions of earlier sessions, and what became of them\n\n\
         - Check \\| the &lt;list&gt;\n  - **By when:** 2023-11-29\n  \
         - **How it stands:** Open, and due before this session\n"
    );
}

/// What became of an action is printed wherever it is said.
#[test]
fn an_action_that_is_agreed_and_done_at_once_says_what_became_of_it() {
    let framework = Framework::built_in();
    let form = form(
        r#"{"framework": "shropshire-2023", "areas_represented": [], "rows": [], "earlier": [],
            "actions": [{"what": "Share", "state": "dropped", "outcome": "Too late"}]}"#,
    );
    let html = to_html(&framework, &form);
    let document = page(&html);
    let heads =
        ["What is to be done", "Who does it", "By when", "How it stands", "What became of it"];
    assert_eq!(texts(&document, ".actions th"), heads);
    assert_eq!(texts(&document, ".actions td"), ["Share", "", "", "Given up", "Too late"]);
    assert!(to_markdown(&framework, &form).ends_with(
        "\n- Share\n  - **How it stands:** Given up\n  - **What became of it:** Too late\n"
    ));
}

/// What is open goes on, with the day of the session that agreed it, and what is done or given up does not.
#[test]
fn open_actions_are_carried_to_the_next_session() {
    let first = form(
        r#"{"framework": "shropshire-2023", "date": "2025-03-12", "areas_represented": [], "rows": [], "actions": [
            {"what": "Train", "who": "Ana", "by": "2025-06-30", "state": "open"},
            {"what": "Share", "state": "done", "outcome": "Shared"},
            {"what": "Buy", "state": "dropped"}]}"#,
    );
    let open = carried(&first).unwrap();
    let value = |actions: &_| serde_json::to_value(actions).unwrap();
    let train = json!({"what": "Train", "who": "Ana", "by": "2025-06-30", "agreed": "2025-03-12", "state": "open"});
    assert_eq!(value(&open), json!([train]));
    // In the next session it is half done, and another is agreed: both go on, each with its own day.
    let mut next = form(
        r#"{"framework": "shropshire-2023", "date": "2025-07-01", "areas_represented": [], "rows": [], "actions": [
            {"what": "Write", "state": "open"}]}"#,
    );
    next.earlier = Some(open);
    next.earlier.as_mut().unwrap()[0].outcome = Some(FreeText("Half of them".to_owned()));
    let open = carried(&next).unwrap();
    let mut train = train;
    train["outcome"] = json!("Half of them");
    let write = json!({"what": "Write", "agreed": "2025-07-01", "state": "open"});
    assert_eq!(value(&open), json!([train, write]));
    // A form without a date says of no day.
    next.date = None;
    assert_eq!(carried(&next).unwrap()[1].agreed, None);
    // None of too many is left out.
    next.actions = vec![next.actions[0].clone(); 1_000];
    let problems = carried(&next).unwrap_err();
    let many = "/actions: There are too many of these: at most 1000 are read.";
    assert_eq!(problems[0].to_string(), many);
}

/// The small framework's form has a day and two columns, the first and the second of ours.
#[test]
fn another_framework_has_another_form() {
    let framework = small_framework();
    let text = r#"{
        "framework": "riverside-2025", "areas_represented": [], "actions": [],
        "rows": [{"area": "Health", "feedback": "Clear."}]
    }"#;
    let form = Learning::from_json(&framework, text).unwrap();
    let html = to_html(&framework, &form);
    let document = page(&html);
    assert_eq!(texts(&document, "th"), ["Day:", "Part", "Lesson", "Health"]);
    assert!(to_markdown(&framework, &form).contains("\n### Health\n\n**Lesson**\n\nClear.\n"));
    // A field without a place on the form would not be printed.
    let text = r#"{
        "framework": "riverside-2025", "date": "2025-01-31", "delivered_by": "A",
        "areas_represented": ["Health"], "actions": [],
        "rows": [{"area": "Health", "feedback": "Clear.", "learning": "x", "tribunal_learning": "y"}]
    }"#;
    let problems = Learning::from_json(&framework, text).unwrap_err();
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let unknown = |place: &str| format!("{place}: This field is not known here.");
    let places = [
        "/date",
        "/delivered_by",
        "/areas_represented",
        "/rows/0/learning",
        "/rows/0/tribunal_learning",
    ];
    assert_eq!(messages, places.map(unknown));
}

#[test]
fn a_draft_fits_whatever_the_words_of_a_framework() {
    let mut framework: Value = serde_json::from_str(include_str!("small-framework.json")).unwrap();
    let long = "é".repeat(30_000);
    let section = &mut framework["wording"]["sections"][0];
    section["title"] = long.as_str().into();
    section["descriptors"][0]["text"] = long.as_str().into();
    let (section, descriptor) =
        (section["id"].as_str().unwrap().to_owned(), section["descriptors"][0]["id"].clone());
    let descriptor = descriptor.as_str().unwrap().to_owned();
    let framework = Framework::from_json(&framework.to_string()).unwrap();
    // Its grades have no ids, and so go by their numbers.
    let numbers =
        [("outstanding", "1"), ("good", "2"), ("requires_improvement", "3"), ("inadequate", "4")];
    let named = |text: String, (id, number): (&str, &str)| {
        text.replace(&format!("\"{id}\""), &format!("\"{number}\""))
    };
    let summary = numbers.into_iter().fold(term().to_string(), named);
    let mut summary: Value = serde_json::from_str(&summary).unwrap();
    summary["framework"] = "riverside-2025".into();
    for name in ["wording", "descriptors", "sections"] {
        summary[name] = json!({});
    }
    summary["thread"] = json!({"looked_at": 0, "rules": {}});
    summary["descriptors"][&descriptor] = self::descriptor(20, 20);
    let summary = Summary::from_json(&framework, &summary.to_string()).unwrap();
    let draft = draft(&framework, &report(&framework, &summary, HiddenBelow::USUAL));
    assert_eq!(draft.rows[0].area.0, format!("{}…", "é".repeat(500)), "section {section}");
    let label = format!("{descriptor}: {long}").chars().take(500).collect::<String>();
    assert_eq!(draft.rows[0].feedback.0, format!("Most often not met: {label}… (20 of 40 plans)."));
}
