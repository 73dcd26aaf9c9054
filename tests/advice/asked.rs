//! What is asked of a piece of advice, by the framework in use or by an agency.

use ehcp_qa_core::framework::{AdviceAsk, AdviceQuestions};
use ehcp_qa_core::plan::{AdviceDocument, read_advice_markdown};
use ehcp_qa_core::whole::{
    AdviceCheck, AdviceContext, KnownAdvice, advice_check, advice_comments, advice_feedback,
};
use ehcp_qa_core::wording::Lexicon;
use ehcp_qa_core::{Day, Framework};

const SMALL: &str = include_str!("../../core/tests/small-framework.json");

/// It has a need and provision, and says nothing of who wrote it or when.
const ADVICE: &str = "\
# Educational advice

## Needs

- Tamsin reads 40 of the first 100 words.

## Recommendations

- A teaching assistant should read with Tamsin every day for 20 minutes.
";

fn advice(text: &str) -> AdviceDocument {
    read_advice_markdown(text).expect("advice")
}

fn check<'a>(
    questions: Option<&'a AdviceQuestions>,
    lexicon: &'a Lexicon,
    advice: &AdviceDocument,
    requested: Option<&str>,
) -> AdviceCheck<'a> {
    let requested = requested.map(|day| Day::from_text(day).expect("a day"));
    let context = AdviceContext { advice: KnownAdvice { requested }, ..AdviceContext::default() };
    advice_check(questions, lexicon, advice, &context)
}

/// The rules of the findings that are about no words: what is asked and is not there.
fn missing<'a>(check: &AdviceCheck<'a>) -> Vec<&'a str> {
    let findings = check.findings.iter();
    findings.filter(|finding| finding.place.is_none()).map(|finding| finding.rule).collect()
}

#[test]
fn the_built_in_framework_asks_each_thing_once() {
    let framework = Framework::built_in();
    let items = &framework.advice().expect("it asks").items;
    let mut asked: Vec<_> = items.iter().map(|item| item.asks).collect();
    asked.sort_unstable();
    assert_eq!(asked, AdviceAsk::ALL);
}

#[test]
fn what_is_not_there_is_said_with_where_it_is_written() {
    let (framework, lexicon) = (Framework::built_in(), Lexicon::built_in());
    let advice = advice(ADVICE);
    let found = check(framework.advice(), &lexicon, &advice, None);
    assert_eq!(found.questions, Some("advice-2026"));
    // In the order of the framework's data.
    let expected = ["author", "role", "agency", "date", "outcomes", "child", "parents"];
    assert_eq!(missing(&found), expected);
    assert_eq!(found.not_checked, ["in_time"]);
    let outcomes = found.findings.iter().find(|finding| finding.rule == "outcomes").unwrap();
    let cites: Vec<&str> = outcomes.cites.iter().map(|cite| cite.place.as_str()).collect();
    let expected = ["SEND Regulations 2014, regulation 6(1)", "SEND Code of Practice 2015, 9.51"];
    assert_eq!(cites, expected);
    let page = advice_feedback(&found, &advice);
    assert!(page.contains(&expected.join("; ")), "the page cites both");
    let comments = advice_comments(&found, &advice, &framework);
    assert_eq!(comments.len(), found.findings.len());
    let at = found.findings.iter().position(|finding| finding.rule == "outcomes").unwrap();
    let said: Vec<&str> = comments[at].paragraphs.iter().map(|text| &**text).collect();
    assert!(said.contains(&&*format!("Where it is written: {}.", expected.join("; "))), "{said:?}");
}

#[test]
fn six_weeks_are_42_days() {
    let (framework, lexicon) = (Framework::built_in(), Lexicon::built_in());
    let advice = advice("Date of report: 23 February 2026\n\n## Needs\n\n- Reading.\n");
    assert_eq!(advice.date, Day::from_text("2026-02-23"));
    // 12 January and 42 days is 23 February.
    let on_time = check(framework.advice(), &lexicon, &advice, Some("2026-01-12"));
    assert!(!missing(&on_time).contains(&"in_time") && on_time.not_checked.is_empty());
    let late = check(framework.advice(), &lexicon, &advice, Some("2026-01-11"));
    assert!(missing(&late).contains(&"in_time"));
}

#[test]
fn another_framework_asks_something_else_or_nothing() {
    let lexicon = Lexicon::built_in();
    let advice = advice(ADVICE);
    let small = Framework::from_json(SMALL).expect("a framework");
    let found = check(small.advice(), &lexicon, &advice, None);
    assert_eq!(
        (found.questions, missing(&found)),
        (Some("riverside-advice"), vec!["date", "child"])
    );
    assert_eq!(found.findings[0].message, "The letter has no day.");

    let mut without: serde_json::Value = serde_json::from_str(SMALL).unwrap();
    without["interpretation"].as_object_mut().unwrap().remove("advice");
    let without = Framework::from_json(&without.to_string()).expect("a framework");
    let found = check(without.advice(), &lexicon, &advice, None);
    assert_eq!((found.questions, missing(&found)), (None, vec![]));
    assert!(
        advice_feedback(&found, &advice).contains("The framework in use asks nothing of advice.")
    );
}

#[test]
fn questions_of_an_agency_are_checked() {
    let item = |asks: &str, message: &str| {
        format!(
            r#"{{"asks": "{asks}", "severity": "warning", "message": "{message}", "why": "W.", "instead": "I.",
                "basis": "interpretation", "reason": "R.", "cites": []}}"#
        )
    };
    let problems = |items: &[String]| {
        let text = format!(r#"{{"id": "ours", "title": "Ours", "items": [{}]}}"#, items.join(","));
        let problems = AdviceQuestions::from_json(&text).err().unwrap_or_default();
        let shown = problems.iter().map(|one| format!("{} {}", one.pointer, one.kind.code()));
        shown.collect::<Vec<_>>()
    };
    assert_eq!(problems(&[item("date", "M."), item("child", "M.")]), [""; 0]);
    assert_eq!(problems(&[item("shoe_size", "M.")]), ["/items/0/asks not_one_of"]);
    assert_eq!(
        problems(&[item("date", "M."), item("date", " ")]),
        ["/items/1/asks duplicate", "/items/1/message wrong_type"]
    );
    let text = r#"{"id": "ours", "items": [{"asks": 1}]}"#;
    let places: Vec<String> =
        AdviceQuestions::from_json(text).unwrap_err().into_iter().map(|one| one.pointer).collect();
    for expected in ["/title", "/items/0/asks", "/items/0/message", "/items/0/cites"] {
        assert!(places.iter().any(|place| place == expected), "{expected}: {places:?}");
    }
}
