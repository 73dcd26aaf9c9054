use serde_json::json;

use crate::{json, run, run_on};

/// The faults of `faults.json`, with their places counted by hand. The emoji and the accent before the stage
/// are a character each.
const FAULTS: [(u64, u64, &str, &str, &str); 6] = [
    (4, 3, "/plan", "duplicate_key", "This field is given more than once."),
    (5, 3, "/nonsense", "unknown_field", "This field is not known here."),
    (
        3,
        43,
        "/plan/stage",
        "not_one_of",
        "This must be one of: draft, final, proposed_amended. Did you mean draft?",
    ),
    (6, 31, "/sections/A/score", "out_of_range", "This must be a whole number from 1 to 4."),
    (
        6,
        56,
        "/sections/A/descriptors/A1",
        "not_one_of",
        "This must be one of: yes, no, not_applicable.",
    ),
    (6, 67, "/sections/Q", "unknown_id", "The framework has no section with this id."),
];

/// In the order of their places.
fn faults() -> Vec<(u64, u64, &'static str, &'static str, &'static str)> {
    let mut faults = FAULTS.to_vec();
    faults.sort_unstable();
    faults
}

#[test]
fn every_problem_has_its_place() {
    let ran = run(&["validate", "faults.json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(2), ""));
    let mut lines: Vec<_> = ran.out.lines().collect();
    let last = lines.pop();
    assert_eq!(
        last,
        Some("1 document: 0 fine, 1 at fault. Taken from their fields for: 1 review.")
    );
    lines.sort_unstable();
    let expected = faults().into_iter().map(|(line, column, pointer, code, message)| {
        format!("faults.json:{line}:{column}: error: {pointer}: {message} [{code}]")
    });
    assert_eq!(lines, expected.collect::<Vec<_>>());
}

#[test]
fn a_record_that_breaks_off_goes_wrong_on_its_line() {
    let record = r#"{"framework":"shropshire-2023"}"#;
    let broken = &record[..record.len() - 1];
    let input = format!("{broken}\n{record}\n");
    let ran = run_on(&["validate", "--as", "review", "--ndjson", "-"], input.as_bytes(), &[]);
    let expected = "<stdin>:1:30: error: This is not valid JSON: it goes wrong at line 1, column 30. [not_json]\n\
                    2 documents: 1 fine, 1 at fault.\n";
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), expected));
}

#[test]
fn fine_documents_are_fine() {
    let ran = run(&["validate", "plans", "items.json", "case.json", "request.json"]);
    let expected = "6 documents: 6 fine, 0 at fault. Taken from their fields for: \
                    3 review, 1 thread-plan, 1 case, 1 sample-request.\n";
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), expected, ""));
    let ran = run(&["validate", "review.json", "--as", "review"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "1 document: 1 fine, 0 at fault.\n"));
}

/// The schemas have an example of each kind of document.
#[test]
fn every_kind_is_known_by_its_fields_and_checked() {
    let kinds = [
        "review",
        "feedback",
        "wording-context",
        "thread-plan",
        "case",
        "timescales",
        "sample-request",
        "agreement",
        "summary-record",
        "summary",
        "learning",
        "framework",
        "lexicon",
    ];
    for kind in kinds {
        let schema = json(&run(&["schema", kind]).out);
        let example = schema["examples"][0].to_string();
        let ran = run_on(&["validate"], example.as_bytes(), &[]);
        let expected =
            format!("1 document: 1 fine, 0 at fault. Taken from their fields for: 1 {kind}.\n");
        assert_eq!(ran.out, expected);

        let damaged = example.replacen('{', "{\"nonsense\": 1, ", 1);
        let ran = run_on(&["validate", "--as", kind], damaged.as_bytes(), &[]);
        let expected =
            "<stdin>:1:2: error: /nonsense: This field is not known here. [unknown_field]\n";
        assert!(ran.out.starts_with(expected), "{kind}: {}", ran.out);
    }
}

#[test]
fn places_in_ndjson_are_those_of_the_file() {
    let ran = run(&["validate", "stream.ndjson"]);
    let expected = "\
stream.ndjson:3:1: error: This is not valid JSON: it goes wrong at line 3, column 1. [not_json]
stream.ndjson:4:84: error: /sections/A/score: This must be a whole number from 1 to 4. [out_of_range]
4 documents: 2 fine, 2 at fault. Taken from their fields for: 3 review.
";
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), expected));
}

#[track_caller]
fn check(kind: &str, text: &str, expected: &str) {
    let ran = run_on(&["validate", "--as", kind], text.as_bytes(), &[]);
    let first = ran.out.lines().next().unwrap();
    assert_eq!((ran.code, first), (Some(2), expected));
}

#[test]
fn a_missing_field_is_placed_at_its_object() {
    check(
        "case",
        "{\"events\": [\n {\"kind\": \"graded\", \"date\": \"2024-03-01\", \"role\": \"panel\", \"by\": \"P-1\"}]}",
        "<stdin>:2:2: error: /events/0/score: This field is required. [missing]",
    );
    check("review", "\n  {}", "<stdin>:2:3: error: /framework: This field is required. [missing]");
}

#[test]
fn text_that_is_not_json_is_placed_at_its_first_wrong_character() {
    // Two characters of one column each stand before the word in one text, and take five bytes.
    check(
        "review",
        "{\n\"é😀\": nul}",
        "<stdin>:2:10: error: This is not valid JSON: it goes wrong at line 2, column 10. [not_json]",
    );
    let bom = "\u{feff}{\"items\": [], \"more\": 1}";
    check(
        "thread-plan",
        bom,
        "<stdin>:1:15: error: /more: This field is not known here. [unknown_field]",
    );
}

#[test]
fn a_name_that_is_not_shown_has_its_place_too() {
    check(
        "thread-plan",
        "{\"items\": [],\n \"My name is\": 1}",
        "<stdin>:2:2: error: Field number 2 here is not known, and its name is not one a field could have. \
         [unnamed_field]",
    );
}

#[test]
fn an_unknown_id_is_at_the_field_that_it_names_or_at_its_value() {
    let review = r#"{"framework": "shropshire-2023", "sections": {"Q": "text"}}"#;
    let unknown = "The framework has no section with this id. [unknown_id]";
    check("review", review, &format!("<stdin>:1:47: error: /sections/Q: {unknown}"));
    let request = r#"{"purpose": "x", "period": "2024", "mode": "rate", "plans": []}"#;
    let unknown = "The framework has no purpose with this id. [unknown_id]";
    check("sample-request", request, &format!("<stdin>:1:13: error: /purpose: {unknown}"));
}

#[test]
fn an_event_that_does_not_fit_has_its_place() {
    let ran = run(&["validate", "refused-case.json"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.out.starts_with("refused-case.json:3:3: error: /events/1: "), "{}", ran.out);
    assert!(ran.out.lines().next().unwrap().ends_with(" [event_not_expected]"), "{}", ran.out);
}

#[test]
fn hostile_nesting_gets_a_sentence() {
    let deep = format!("{{\"framework\": {}{}}}", "[".repeat(600), "]".repeat(600));
    let ran = run_on(&["validate", "--as", "review"], deep.as_bytes(), &[]);
    assert!(ran.out.starts_with("<stdin>:1:1: error: "), "{}", ran.out);
    let open = "[".repeat(1_000_000);
    let ran = run_on(&["validate", "--as", "review"], open.as_bytes(), &[]);
    let expected = "<stdin>:1:1000000: error: This is not valid JSON: it goes wrong at line 1, column 1000000.";
    assert!(ran.out.starts_with(expected), "{}", ran.out);
}

#[test]
fn a_document_of_no_known_kind_says_so() {
    let ran = run_on(&["validate"], b"{\"something\": 1}", &[]);
    let expected = "<stdin>:1:1: error: The kind of this document cannot be found from its fields: give it with \
                    --as. [unknown_kind]\n1 document: 0 fine, 1 at fault.\n";
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), expected));
}

#[test]
fn the_report_is_json() {
    let ran = run(&["validate", "faults.json", "--format", "json"]);
    let mut report = json(&ran.out);
    let sorted = sorted_by_place(&mut report["faults"]);
    let expected = faults().into_iter().map(|(line, column, pointer, code, message)| {
        json!({
            "file": "faults.json", "line": line, "column": column,
            "pointer": pointer, "code": code, "message": message,
        })
    });
    assert_eq!(sorted, expected.collect::<Vec<_>>());
    assert_eq!(report["documents"], 1);
    assert_eq!(report["bad"], 1);
    assert_eq!(report["taken_for"], json!({"review": 1}));
}

fn sorted_by_place(faults: &mut serde_json::Value) -> Vec<serde_json::Value> {
    let faults = faults.as_array_mut().unwrap();
    faults.sort_by_key(|fault| (fault["line"].as_u64(), fault["column"].as_u64()));
    faults.clone()
}

#[test]
fn sarif_has_a_rule_for_each_code_and_a_region_for_each_place() {
    let ran = run(&["validate", "stream.ndjson", "no where.json", "--format", "sarif"]);
    assert_eq!(ran.code, Some(2));
    let mut log = json(&ran.out);
    // The words of the operating system differ.
    let gone = log.pointer_mut("/runs/0/results/2/message/text").unwrap();
    assert!(gone.as_str().unwrap().starts_with("This cannot be read: "));
    *gone = "gone".into();
    let expected = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "ehcp-qa",
                "version": "0.1.0",
                "rules": [{"id": "not_json"}, {"id": "out_of_range"}, {"id": "unreadable"}],
            }},
            "columnKind": "unicodeCodePoints",
            "results": [
                {
                    "ruleId": "not_json", "ruleIndex": 0, "level": "error",
                    "message": {"text": "This is not valid JSON: it goes wrong at line 3, column 1."},
                    "locations": [{"physicalLocation": {
                        "artifactLocation": {"uri": "stream.ndjson"},
                        "region": {"startLine": 3, "startColumn": 1},
                    }}],
                },
                {
                    "ruleId": "out_of_range", "ruleIndex": 1, "level": "error",
                    "message": {"text": "/sections/A/score: This must be a whole number from 1 to 4."},
                    "locations": [{
                        "physicalLocation": {
                            "artifactLocation": {"uri": "stream.ndjson"},
                            "region": {"startLine": 4, "startColumn": 84},
                        },
                        "logicalLocations": [{"fullyQualifiedName": "/sections/A/score"}],
                    }],
                },
                {
                    "ruleId": "unreadable", "ruleIndex": 2, "level": "error",
                    "message": {"text": "gone"},
                    "locations": [{"physicalLocation": {"artifactLocation": {"uri": "no%20where.json"}}}],
                },
            ],
        }],
    });
    assert_eq!(log, expected);
}

#[test]
fn github_gets_an_annotation_for_each() {
    let ran = run(&["validate", "stream.ndjson", "--format", "github"]);
    let expected = "\
::error file=stream.ndjson,line=3,col=1,title=not_json::This is not valid JSON: it goes wrong at line 3, column 1.
::error file=stream.ndjson,line=4,col=84,title=out_of_range::/sections/A/score: This must be a whole number from 1 to 4.
";
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), expected));
}

#[test]
fn no_value_is_repeated() {
    for format in ["human", "json", "sarif", "github"] {
        let ran = run(&["validate", "faults.json", "stream.ndjson", "--format", format]);
        for value in ["drafft", "maybe", "Zoë", "rubbish"] {
            assert!(!ran.out.contains(value) && !ran.err.contains(value), "{format}: {value}");
        }
    }
}
