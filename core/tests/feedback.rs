//! The feedback form: read, drafted, checked and printed.

use std::sync::Arc;

use ehcp_qa_core::form::{Feedback, SectionText, check, feedback_from, to_html, to_markdown};
use ehcp_qa_core::wording::{Lexicon, Linting, lint_in};
use ehcp_qa_core::{Framework, Review};
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

fn form(text: &str) -> Feedback {
    Feedback::from_json(&Framework::built_in(), text).unwrap()
}

/// A form in which much is filled in, with hostile text where a person writes.
fn hostile() -> Feedback {
    form(
        r##"{
            "framework": "shropshire-2023", "name": "</td><script>alert(1)</script>",
            "synergy": "\u0000\ufffe\u202eabc", "type_of_plan": "draft", "rating": 3,
            "main_need": {"on_synergy": "communication_and_interaction", "on_plan": "sensory_and_or_physical"},
            "sections": [{"id": "F", "texts": ["# x\n| a | b |\n\n    - [x](javascript:y) *z* _w_ 1. <b> www.a.uk"],
                "comments": [{"quote": "\"'&", "action": "reword", "note": "x\n\n# y", "suggestion": "</style>"}]}]
        }"##,
    )
}

#[test]
fn every_problem_has_its_place() {
    let long = "x".repeat(20_001);
    let text = format!(
        r#"{{"framework": "other", "rating": 5, "name": "{long}", "type_of_plan": "final",
            "casework_officer_date": "2023-02-29", "main_need": {{"on_plan": 1}}, "nmae": "x",
            "sections": [
                {{"id": "Z", "texts": [], "comments": []}},
                {{"id": "F", "texts": [3],
                    "comments": [{{"action": "delete", "note": "x", "span": {{"start": 4, "end": 3}}}}]}},
                {{"id": "F", "texts": []}}
            ]}}"#
    );
    let problems = Feedback::from_json(&Framework::built_in(), &text).unwrap_err();
    let problems: Vec<(&str, &str)> =
        problems.iter().map(|p| (p.pointer.as_str(), p.kind.code())).collect();
    assert_eq!(
        problems,
        [
            ("/name", "too_long"),
            ("/type_of_plan", "not_one_of"),
            ("/casework_officer_date", "no_such_date"),
            ("/main_need/on_plan", "wrong_type"),
            ("/nmae", "unknown_field"),
            ("/sections/1/texts/0", "wrong_type"),
            ("/sections/1/comments/0/action", "not_one_of"),
            ("/sections/2/comments", "missing"),
            ("/framework", "wrong_framework"),
            ("/rating", "out_of_range"),
            ("/sections/0/id", "unknown_id"),
            ("/sections/1/comments/0/span", "out_of_order"),
            ("/sections/2/id", "duplicate"),
        ]
    );
}

#[test]
fn a_thousand_comments_are_held_over_all_sections() {
    let comments = |count: usize| vec![json!({"action": "amend", "note": "x"}); count];
    let text = |of_f: usize| {
        json!({"framework": "shropshire-2023", "sections": [
            {"id": "B", "texts": [], "comments": comments(500)},
            {"id": "F", "texts": [], "comments": comments(of_f)},
        ]})
        .to_string()
    };
    let framework = Framework::built_in();
    assert!(Feedback::from_json(&framework, &text(500)).is_ok());
    let problems = Feedback::from_json(&framework, &text(501)).unwrap_err();
    assert_eq!(
        problems[0].to_string(),
        "/sections: There are too many of these: at most 1000 are read."
    );
}

#[test]
fn a_written_document_reads_the_same() {
    let form = hostile();
    let text = serde_json::to_string(&form).unwrap();
    assert_eq!(Feedback::from_json(&Framework::built_in(), &text).unwrap(), form);
}

#[test]
fn a_draft_holds_the_results_of_review_and_wording() {
    let framework = Framework::built_in();
    let review = r#"{
        "framework": "shropshire-2023", "plan": {"stage": "proposed_amended"},
        "sections": {
            "A": {"strengths": "Her voice is heard."},
            "B": {"descriptors": {"B1": "yes", "B3": "no"}, "score": 3,
                "strengths": "Clear.", "improvements": "Add strengths.", "rationale": "One no."},
            "overall": {"score": 3, "rationale": "Nearly Good.", "descriptors": {"overall.2": "no"}}
        }
    }"#;
    let review = Review::from_json(&framework, review).unwrap();
    let lexicon = Lexicon::built_in();
    // An emoji is four bytes and two UTF-16 code units, and "é" two bytes and one.
    let provision = "😀 Zoé will have access to speech and language therapy.";
    let f = lint_in(&lexicon, "F", provision, &Linting::default());
    let views = "Her mother is happy.";
    let a = lint_in(&lexicon, "A", views, &Linting::default());
    let found = [
        SectionText { section: "F", text: provision, lint: &f },
        SectionText { section: "parents_views", text: views, lint: &a },
    ];
    let draft = serde_json::to_value(feedback_from(&review, &found).unwrap()).unwrap();
    assert_eq!(draft["rating"], 3);
    assert_eq!(draft["type_of_plan"], "proposed_amended");
    let section = |id: &str| {
        let sections = draft["sections"].as_array().unwrap();
        sections.iter().find(|section| section["id"] == id).cloned().unwrap_or(Value::Null)
    };
    assert_eq!(section("A")["texts"], json!(["Her voice is heard."]));
    assert_eq!(section("journey"), Value::Null, "the first section about A speaks for it");
    assert_eq!(section("B")["texts"], json!(["Clear.", "Add strengths.", "One no."]));
    let b3 = framework.wording().sections[2].descriptors[2].text.clone();
    assert_eq!(
        section("B")["comments"],
        json!([{"action": "suggest", "note": format!("Descriptor B3 is answered no: {b3}")}])
    );
    let additional = section("additional_comments");
    assert_eq!(additional["texts"], json!(["Nearly Good."]));
    let o2 = framework.wording().overall.descriptors[1].text.clone();
    assert_eq!(
        additional["comments"][0]["note"],
        format!("Descriptor overall.2 is answered no: {o2}")
    );
    let comment = &section("F")["comments"][0];
    assert_eq!(comment["quote"], "have access to");
    // "😀 Zoé will " is 2 + 1 + 3 + 1 + 5 code units, and the quote has 14.
    assert_eq!(comment["span"], json!({"start": 12, "end": 26}));
    assert_eq!((&comment["rule"], &comment["action"]), (&json!("availability"), &json!("reword")));
    assert_eq!(comment["fingerprint"].as_str().unwrap(), f.findings[0].fingerprint);
    let text = draft.to_string();
    assert!(Feedback::from_json(&framework, &text).is_ok(), "a draft is a form");
}

#[test]
fn a_statement_is_one_comment_that_says_what_each_part_says() {
    let framework = Framework::built_in();
    let review = Review::new(framework);
    let lexicon = Lexicon::built_in();
    let text = "Jo will have regular access to therapy.";
    let lint = lint_in(&lexicon, "F", text, &Linting::default());
    let found = [SectionText { section: "F", text, lint: &lint }];
    let draft = feedback_from(&review, &found).unwrap();
    let [comment] = &draft.sections[0].comments[..] else { panic!("there is one comment") };
    for part in &lint.findings[0].parts {
        assert!(comment.note.0.contains(part.message), "{}", part.rule);
    }
    let learned = lint.findings[0].learned.as_ref().expect("a judgement");
    assert!(comment.note.0.ends_with(&[" ", &*learned.reason].concat()), "{}", comment.note.0);
    assert_eq!(comment.suggestion.as_ref().unwrap().0, *lint.findings[0].rewrite.as_ref().unwrap());
    assert_eq!(comment.fingerprint.as_ref().unwrap().0, lint.findings[0].fingerprint);
}

#[test]
fn a_long_quote_is_cut_between_characters() {
    let framework = Framework::built_in();
    let review = Review::new(framework.clone());
    let lexicon = Lexicon::built_in();
    let text = "Amira will have access to therapy.";
    let mut found = lint_in(&lexicon, "F", text, &Linting::default());
    let emoji = "😀".repeat(300);
    found.findings[0].parts[0].span = ehcp_qa_core::wording::Span::new(0, 600);
    let found = [SectionText { section: "F", text: &emoji, lint: &found }];
    let draft = feedback_from(&review, &found).unwrap();
    let comment = &draft.sections[0].comments[0];
    assert_eq!(comment.quote.as_ref().unwrap().0, "😀".repeat(200));
    let span = comment.span.as_ref().unwrap();
    assert_eq!((span.start, span.end), (0, 600), "the place is that of all the words");
}

#[track_caller]
fn found(fields: &str, expected: &[(&str, &str)], not_checked: &[&str]) {
    let form = form(&format!(r#"{{"framework": "shropshire-2023", "sections": [], {fields}}}"#));
    let checked = check(&Framework::built_in(), &form);
    let findings: Vec<(&str, &str)> =
        checked.findings.iter().map(|found| (found.rule.word(), found.at)).collect();
    let not: Vec<&str> = checked.not_checked.iter().map(|rule| rule.word()).collect();
    assert_eq!((findings.as_slice(), not.as_slice()), (expected, not_checked), "{fields}");
}

#[test]
fn contradictions_are_found() {
    let cognition = r#""main_need": {"on_synergy": "cognition_and_learning""#;
    let social = "social_emotional_and_mental_health";
    let differs = format!(r#"{cognition}, "on_plan": "{social}"}}"#);
    found(&differs, &[("main-need-differs", "/main_need")], &["timescale-not-met"]);
    let agrees = format!(r#"{cognition}, "on_plan": "cognition_and_learning"}}"#);
    found(&agrees, &[], &["timescale-not-met"]);
    let one = format!("{cognition}}}");
    found(&one, &[], &["timescale-not-met", "main-need-differs"]);
    // 20 weeks from 1 January 2024 end on 20 May.
    let dates = |rest: &str| format!(r#""timescales": {{"received": "2024-01-01"{rest}}}"#);
    found(
        &dates(r#", "issued": "2024-05-21""#),
        &[("timescale-not-met", "/timescales/issued")],
        &["main-need-differs"],
    );
    found(
        &dates(r#", "issued": "2024-05-21", "exception": "absence""#),
        &[],
        &["main-need-differs"],
    );
    found(&dates(r#", "issued": "2024-05-20""#), &[], &["main-need-differs"]);
    // For a plan that is issued, sixteen weeks (22 April) are a milestone.
    found(
        &dates(r#", "notified": "2024-04-23", "issued": "2024-05-20""#),
        &[],
        &["main-need-differs"],
    );
    // They are a deadline where none is.
    found(
        &dates(r#", "notified": "2024-04-23", "to_issue": false"#),
        &[("timescale-not-met", "/timescales/notified")],
        &["main-need-differs"],
    );
    // Which of the two is not recorded.
    found(
        &dates(r#", "notified": "2024-04-23""#),
        &[],
        &["timescale-not-met", "main-need-differs"],
    );
    // Five weeks from an order of 3 June 2024 end on 8 July, and four from a meeting on that day on 1 July.
    found(
        r#""timescales": {"order": {"kind": "amend", "made": "2024-06-03", "amended": "2024-07-09"}}"#,
        &[("timescale-not-met", "/timescales/order/amended")],
        &["main-need-differs"],
    );
    found(
        r#""timescales": {"review": {"meeting": "2024-06-03", "decided": "2024-07-02"}}"#,
        &[("timescale-not-met", "/timescales/review/decided")],
        &["main-need-differs"],
    );
    let excused = r#""statutory_timescales_met": false, "timescales": {"order": {"kind": "amend", "made": "2024-06-03",
        "amended": "2024-07-09", "exception": "absence"}}"#;
    found(excused, &[], &["main-need-differs"]);
    found(&dates(""), &[], &["timescale-not-met", "main-need-differs"]);
    found(
        r#""statutory_timescales_met": false"#,
        &[("timescale-not-met", "/statutory_timescales_met")],
        &["main-need-differs"],
    );
}

#[test]
fn the_page_is_well_formed_whatever_the_text() {
    let framework = Framework::built_in();
    let html = to_html(&framework, &hostile());
    let page = page(&html);
    let count = |selector: &str| all(page.root_element(), selector).len();
    assert_eq!((count("script"), count("style"), count("h1"), count("h2")), (0, 1, 1, 2));
    let rows = count(".sections tr");
    assert_eq!(rows, 1 + framework.feedback_form().unwrap().sections.len());
    assert_eq!(count("th"), count("th[scope]"));
    let comment = all(page.root_element(), ".comment.reword")[0];
    assert_eq!(text(all(comment, "p")[0]), "Reword (blue): \"'&");
    assert_eq!(text(all(comment, "strong")[0]), "Reword (blue):");
    assert_eq!(text(all(comment, "q.text[dir=auto]")[0]), "\"'&");
    assert_eq!(text(all(comment, "p.text")[0]), "x\n\n# y");
    assert_eq!(text(all(comment, "p")[2]), "Instead: </style>");
    assert_eq!(text(all(comment, "span.text[dir=auto]")[0]), "</style>");
    let fields = all(page.root_element(), ".form div.text[dir=auto]");
    assert_eq!(text(fields[0]), "</td><script>alert(1)</script>");
    // Control characters and non-characters are replaced; a sign of direction stays.
    assert_eq!(text(fields[1]), "\u{fffd}\u{fffd}\u{202e}abc");
    let options: Vec<String> =
        all(page.root_element(), ".options li").into_iter().map(text).collect();
    assert!(options.contains(&"☒ Draft (chosen)".to_owned()), "{options:?}");
    assert!(!html.contains("http"), "it loads nothing");
    for table in all(page.root_element(), "table") {
        let parent = table.parent().and_then(ElementRef::wrap).unwrap();
        assert!(table.attr("class").is_some() || parent.value().name() == "td");
    }
}

proptest! {
    #[test]
    fn any_text_stays_a_text(name in any::<String>()) {
        let framework = Framework::built_in();
        let form = json!({"framework": "shropshire-2023", "name": name, "sections": []});
        let html = to_html(&framework, &Feedback::from_json(&framework, &form.to_string()).unwrap());
        let page = page(&html);
        let shown = text(all(page.root_element(), ".form div.text")[0]);
        let allowed = |c: char| match c {
            '\n' | '\t' => c,
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            c => c,
        };
        let expected: String = name.chars().filter(|c| *c != '\r').map(allowed).collect();
        prop_assert_eq!(shown, expected);
        let annex = framework.feedback_form().unwrap();
        prop_assert_eq!(all(page.root_element(), ".sections tbody tr").len(), annex.sections.len());
    }
}

/// Comments that did not fit are counted in words.
#[test]
fn comments_left_out_are_counted() {
    let framework = Framework::built_in();
    for (left_out, words) in [
        (1, "1 more comment did not fit on this form."),
        (12, "12 more comments did not fit on this form."),
    ] {
        let form = form(&format!(
            r#"{{"framework": "shropshire-2023", "sections": [], "left_out": {left_out}}}"#
        ));
        let html = to_html(&framework, &form);
        assert!(all(page(&html).root_element(), "p").into_iter().any(|p| text(p) == words));
        assert!(to_markdown(&framework, &form).lines().any(|line| line == words));
    }
}

/// A page as a browser reads it: nothing in it has to be repaired.
#[track_caller]
fn page(html: &str) -> Html {
    let page = Html::parse_document(html);
    assert_eq!(page.errors, <[&str; 0]>::default());
    page
}

fn all<'p>(element: ElementRef<'p>, selector: &str) -> Vec<ElementRef<'p>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect()
}

#[test]
fn signs_stay_text_in_markdown() {
    let text = to_markdown(&Framework::built_in(), &hostile());
    assert!(!text.contains('<'), "no HTML");
    for line in [
        "- **NAME\\:** &lt;/td&gt;&lt;script&gt;alert\\(1\\)&lt;/script&gt;",
        "- **Type of plan** Draft",
        "  - On Synergy: 1\\. Communication and Interaction",
        "\\# x",
        "\\| a \\| b \\|",
        "\\- \\[x\\]\\(javascript\\:y\\) \\*z\\* \\_w\\_ 1\\. &lt;b&gt; www\\.a.uk",
        "* **Reword \\(blue\\):** “\"'&amp;” x  \\# y *Instead:* &lt;/style&gt;",
    ] {
        assert!(text.lines().any(|known| known == line), "{line}\n{text}");
    }
}

#[test]
fn another_framework_has_another_form() {
    let framework = Framework::from_json(include_str!("small-framework.json")).unwrap();
    let framework = Arc::new(framework);
    let draft = feedback_from(&Review::new(framework.clone()), &[]).unwrap();
    let checked = check(&framework, &draft);
    assert_eq!(checked.not_checked.len(), 2, "nothing is filled in");
    let annex = framework.feedback_form().unwrap();
    assert!(to_html(&framework, &draft).contains(&annex.title));
    assert!(to_markdown(&framework, &draft).contains(&annex.title));
    let text = r#"{"framework": "riverside-2025", "sections": [{"id": "H1", "texts": [], "comments": []}]}"#;
    let problems = Feedback::from_json(&framework, text).unwrap_err();
    assert_eq!(
        problems[0].to_string(),
        "/sections/0/id: The framework has no section of the form with this id."
    );
}
