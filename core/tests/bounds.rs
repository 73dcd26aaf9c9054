//! The bounds on documents: long texts, large, deep and faulty documents. No error repeats a value of a
//! document.

use ehcp_qa_core::{Document, Framework, Problem, Review};
use serde_json::{Value, json};

/// Reads a review.
fn problems(text: &str) -> Vec<Problem> {
    Review::from_json(&Framework::built_in(), text).err().unwrap_or_default()
}

#[track_caller]
fn check(text: &str, expected: &[(&str, &str, &str)]) {
    let found = problems(text);
    let found: Vec<_> = found
        .iter()
        .map(|problem| (problem.pointer.clone(), problem.kind.code(), problem.kind.to_string()))
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|&(at, code, message)| (at.to_owned(), code, message.to_owned()))
        .collect();
    assert_eq!(found, expected);
}

fn in_section_a(field: &str, value: &str) -> String {
    json!({"framework": "shropshire-2023", "sections": {"A": {field: value}}}).to_string()
}

#[test]
fn texts_are_counted_in_unicode_scalar_values() {
    // Each of these is one scalar value, of 4, 2 and 1 bytes.
    for letter in ["\u{1f600}", "é", "x"] {
        for field in ["strengths", "improvements", "rationale"] {
            check(&in_section_a(field, &letter.repeat(20_000)), &[]);
            let message =
                "This text is too long: it has 20001 characters, and at most 20000 are kept.";
            let expected = (format!("/sections/A/{field}"), "too_long", message);
            check(
                &in_section_a(field, &letter.repeat(20_001)),
                &[(&expected.0, expected.1, expected.2)],
            );
        }
    }
}

#[test]
fn references_are_short() {
    let review = |reference: &str, id: &str, role: &str| {
        json!({
            "framework": "shropshire-2023",
            "plan": {"reference": reference},
            "review": {"reviewer": {"id": id, "role": role}},
        })
        .to_string()
    };
    let letter = "\u{1f600}";
    check(&review(&letter.repeat(64), &letter.repeat(64), &letter.repeat(20_000)), &[]);
    let short = "This text is too long: it has 65 characters, and at most 64 are kept.";
    let long = "This text is too long: it has 20001 characters, and at most 20000 are kept.";
    let text = review(&letter.repeat(65), &letter.repeat(65), &letter.repeat(20_001));
    let mut found = problems(&text);
    found.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    let found: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            format!("/plan/reference: {short}"),
            format!("/review/reviewer/id: {short}"),
            format!("/review/reviewer/role: {long}"),
        ]
    );
}

#[test]
fn a_document_has_at_most_two_million_bytes() {
    let review = r#"{"framework": "shropshire-2023"}"#;
    let most = format!("{review}{}", " ".repeat(2_000_000 - review.len()));
    assert_eq!(most.len(), 2_000_000);
    check(&most, &[]);
    let message = "This is too large: at most 2000000 bytes are read.";
    check(&(most.clone() + " "), &[("", "too_large", message)]);
    // A byte order mark is not a part of the document.
    check(&format!("\u{feff}{most}"), &[]);
    // A text that is too large is not read, so it is not known whether it is JSON.
    check(&"é".repeat(1_000_001), &[("", "too_large", message)]);
}

#[test]
fn a_byte_order_mark_is_passed_over_once() {
    check("\u{feff}{\"framework\": \"shropshire-2023\"}", &[]);
    assert_eq!(problems("\u{feff}\u{feff}{}")[0].kind.code(), "not_json");
    assert_eq!(problems("{}\u{feff}")[0].kind.code(), "not_json");
}

/// So many levels of lists or objects, in an unknown field at the second level.
fn nested(levels: usize, open: &str, close: &str) -> String {
    let (open, close) = (open.repeat(levels - 1), close.repeat(levels - 1));
    format!(r#"{{"framework": "shropshire-2023", "extra": {open}1{close}}}"#)
}

#[test]
fn thirty_two_levels_are_read() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let text = nested(32, open, close);
        check(&text, &[("/extra", "unknown_field", "This field is not known here.")]);
        assert!(Document::from_json(&text).is_ok());
    }
}

#[test]
fn deeper_than_thirty_two_levels_is_said_to_be_too_deep() {
    let message = "Objects and lists are nested too deeply here: at most 32 levels are read.";
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for levels in [33, 127, 128, 129, 1_000, 100_000] {
            let problems = problems(&nested(levels, open, close));
            let found = problems.iter().any(|problem| {
                problem.kind.code() == "too_deep" && problem.kind.to_string() == message
            });
            assert!(found, "{levels} levels of {open}: {problems:?}");
        }
    }
}

#[test]
fn a_million_brackets_are_answered() {
    for text in [
        "[".repeat(1_000_000),
        "[".repeat(1_000_000) + &"]".repeat(1_000_000),
        "{\"a\":".repeat(300_000),
        "{\"a\":".repeat(300_000) + "1" + &"}".repeat(300_000),
        format!(r#"{{"framework": {}"#, "[".repeat(1_000_000)),
        "]".repeat(1_000_000),
    ] {
        assert!(!problems(&text).is_empty());
        assert!(Framework::from_json(&text).is_err());
    }
}

#[test]
fn problems_are_listed_up_to_a_thousand() {
    let unknown = |count: usize| {
        let fields: Vec<_> = (0..count).map(|number| format!(r#""k{number}":1"#)).collect();
        format!(r#"{{"framework":"shropshire-2023",{}}}"#, fields.join(","))
    };
    assert_eq!(problems(&unknown(1_000)).len(), 1_000);
    for count in [1_001, 100_000] {
        let problems = problems(&unknown(count));
        assert_eq!(problems.len(), 1_001);
        assert_eq!(problems[999].pointer, "/k999");
        let more = "There are more problems: only the first 1000 are listed.";
        assert_eq!(problems[1_000].to_string(), more);
    }
    // The same key again and again, and long lists where none belong.
    let same = format!("{{{}\"x\":1}}", "\"x\":1,".repeat(200_000));
    assert_eq!(problems(&same).len(), 1_001);
    let list = format!(r#"{{"framework":"shropshire-2023","plan":[{}1]}}"#, "1,".repeat(900_000));
    check(&list, &[("/plan", "wrong_type", "This must be an object.")]);
}

/// A document that grows by repetition: its name, and its text of so many parts.
type Growing = (&'static str, fn(usize) -> String);

const GROWING: [Growing; 7] = [
    ("brackets", |n| "[".repeat(n) + &"]".repeat(n)),
    ("objects", |n| "{\"a\":".repeat(n) + "1" + &"}".repeat(n)),
    ("unknown fields", |n| {
        let fields: Vec<String> = (0..n).map(|number| format!(r#""k{number:07}":1"#)).collect();
        format!("{{{}}}", fields.join(","))
    }),
    ("one field again and again", |n| format!("{{{}\"x\":1}}", "\"x\":1,".repeat(n))),
    ("entries of a list", |n| format!(r#"{{"plan":[{}1]}}"#, "1,".repeat(n))),
    ("letters", |n| in_section_a("strengths", &"x".repeat(n))),
    ("escapes", |n| format!(r#"{{"plan":"{}"}}"#, r"\u00e9".repeat(n))),
];

/// Work is counted in allocations and their bytes: twice the size allows about twice the work, where work
/// that grows with the square would be four times as much.
#[test]
fn work_grows_with_the_size_of_a_document() {
    // The framework is read once, and not counted.
    assert!(!problems("").is_empty());
    for (name, document) in GROWING {
        let work = |parts: usize| {
            let text = document(parts);
            allocation_counter::measure(|| assert!(problems(&text).len() <= 1_001))
        };
        let (once, twice) = (work(50_000), work(100_000));
        assert!(twice.count_total <= 3 * once.count_total, "{name}: {once:?} {twice:?}");
        assert!(twice.bytes_total <= 3 * once.bytes_total, "{name}: {once:?} {twice:?}");
        // At most a few allocations a part, and a few hundred bytes.
        assert!(twice.count_total <= 100_000 * 8, "{name}: {twice:?}");
        assert!(twice.bytes_total <= 100_000 * 800, "{name}: {twice:?}");
    }
}

const MARKER: &str = "SECRET-MARKER";

/// Documents with a marker in every place where a value or a name can be wrong.
fn marked() -> Vec<String> {
    let mut documents = Vec::new();
    let mut mark = |pointer: &str, value: Value| {
        let mut document = json!({"framework": "shropshire-2023"});
        let mut place = &mut document;
        for token in pointer.split('/').skip(1) {
            place = &mut place[token];
        }
        *place = value;
        documents.push(document.to_string());
    };
    let places = [
        "/framework",
        "/plan",
        "/plan/reference",
        "/plan/stage",
        "/plan/year_group",
        "/plan/age",
        "/plan/health_needs",
        "/plan/social_care_needs",
        "/plan/personal_budget",
        "/plan/home_educated",
        "/plan/medical_diagnosis",
        "/review",
        "/review/level",
        "/review/reviewer",
        "/review/reviewer/role",
        "/review/reviewer/id",
        "/review/date",
        "/criteria",
        "/criteria/writing",
        "/criteria/unknown",
        "/sections",
        "/sections/A",
        "/sections/Z",
        "/sections/A/descriptors",
        "/sections/A/descriptors/A1",
        "/sections/A/descriptors/B1",
        "/sections/A/descriptors/Z1",
        "/sections/A/score",
        "/sections/A/strengths",
        "/sections/A/unknown",
        "/unknown",
    ];
    for place in places {
        let free =
            place.ends_with("reference") || place.ends_with("/role") || place.ends_with("/id");
        if !free && !place.ends_with("strengths") {
            mark(place, json!(MARKER));
        }
        mark(place, json!([MARKER]));
        mark(place, json!(MARKER.repeat(2_000)));
        // As a name: with a space, too long, with a slash, with letters no field has.
        for name in [
            format!("{MARKER} of a child"),
            MARKER.repeat(10),
            format!("{MARKER}/"),
            format!("~{MARKER}"),
            format!("é{MARKER}"),
        ] {
            mark(place, json!({name.as_str(): MARKER}));
            mark(place, json!({name.as_str(): {name.as_str(): [MARKER]}}));
        }
    }
    let twice = format!("\"{MARKER} x\":1,\"{MARKER} x\":\"{MARKER}\"");
    documents.push(format!("{{\"framework\":\"shropshire-2023\",{twice}}}"));
    documents.push(format!("{{\"framework\":\"shropshire-2023\",\"plan\":{{{twice}}}}}"));
    documents.push(format!("\"{MARKER}\""));
    documents.push(format!("{{\"{MARKER}\" \"{MARKER}\"}}"));
    documents.push(MARKER.to_owned());
    documents
}

#[test]
fn no_value_is_repeated() {
    let documents = marked();
    assert!(documents.len() > 300);
    for document in documents {
        let problems = problems(&document);
        assert!(!problems.is_empty(), "{document:.200}");
        let found = serde_json::to_string(&problems).unwrap();
        assert!(!found.contains(MARKER), "{found:.400}");
        for problem in problems {
            assert!(!problem.to_string().contains(MARKER));
        }
    }
}
