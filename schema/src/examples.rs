//! The documents that the schemas show as examples. Every plan in them is fictional.

/// A half-filled review. The example of an assessment is its result.
pub(crate) const EXAMPLE: &str = r#"{
    "framework": "shropshire-2023",
    "plan": {"reference": "P-0417", "stage": "draft", "year_group": 9, "health_needs": true},
    "review": {
        "level": 2,
        "reviewer": {"role": "Senior Case Officer", "id": "SCO-3"},
        "date": "2023-11-06"
    },
    "criteria": {"complies": "met", "writing": "mostly_well_written", "golden_thread": "not_met"},
    "sections": {
        "B": {"descriptors": {"B1": "yes", "B2": "yes", "B3": "no"}, "score": 3},
        "G": {"descriptors": {"G1": "no"}, "improvements": "Match each health need with provision."}
    }
}"#;

/// A small made-up framework.
pub(crate) const SMALL_FRAMEWORK: &str = include_str!("../../core/tests/small-framework.json");

/// A lexicon that adds one rule to the built-in one.
pub(crate) const SMALL_LEXICON: &str = r#"{
    "id": "our-council", "edition": "2026", "language": "en-GB", "extends": "wording-2023",
    "words": [], "terms": [{"meaning": "who", "says": ["our outreach teacher~"]}],
    "rules": [{
        "id": "local-phrase", "title": "A phrase of ours", "sections": ["F"], "severity": "warning",
        "action": "reword", "message": "This phrase says little.", "why": "It has no amount.",
        "instead": "Who does what, and how often.",
        "cites": [{"basis": "interpretation", "place": "Our council"}],
        "example": "The usual package will be put in.", "near_miss": "The package was delivered.",
        "phrases": [{"says": ["the? usual package"]}]
    }]
}"#;

/// The least weights: those of one judgement, all of them zero.
pub(crate) const SMALL_WEIGHTS: &str = concat!(
    r#"{"id": "our-council", "edition": "2026", "language": "en-GB", "heads": [{
    "judges": "provision_open", "bias": 0, "weights": ""#,
    "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP",
    "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP",
    "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP",
    "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPP",
    r#"", "mentioned_from": 0, "confirmed_from": 5, "reported_from": 10,
    "calibration": [{"from": 0, "right": 500}]}]}"#
);

/// Facts about a plan.
pub(crate) const CONTEXT: &str =
    r#"{"stage": "draft", "year_group": 9, "names": ["Amira"], "pronouns": "she"}"#;

/// Two lines of it: one opens Section B, and the other opens no section.
pub(crate) const CHOICES: &str = r#"[
    {"file": 0, "paragraph": 0, "role": "heading", "sections": ["B"]},
    {"file": 0, "paragraph": 2, "role": "text"}
]"#;

/// A comment on three words of a plan.
pub(crate) const NEW_COMMENT: &str = r#"{
    "from": {"at": 11, "file": 0, "paragraph": 42, "run": 0, "offset": 11},
    "to": {"at": 27, "file": 0, "paragraph": 42, "run": 1, "offset": 4},
    "paragraphs": ["Reword (blue): how much is open to interpretation, review it.", "Say how often and how long."]
}"#;

/// A piece of advice: one need, provision for it, and an outcome that is about something else.
pub(crate) const ADVICE: &str = r#"{
    "title": "Educational advice", "author": "Sam Okoro", "role": "Educational Psychologist",
    "agency": "Educational Psychology Service", "date": "2024-03-04", "views": [],
    "needs": [{"kind": "list_item", "text": "Reading is hard for Amira.", "runs": []}],
    "outcomes": [{"kind": "statement", "text": "Amira will travel to school by bus.", "runs": []}],
    "provision": [{
        "kind": "statement", "text": "Amira should read with a teacher each day for 20 minutes.", "runs": []
    }],
    "other": []
}"#;

/// Facts about a piece of advice.
pub(crate) const ADVICE_CONTEXT: &str =
    r#"{"requested": "2024-01-22", "year_group": 9, "names": ["Amira"], "pronouns": "she"}"#;

/// The one thing that an agency asks of its advice.
pub(crate) const QUESTIONS: &str = r#"{"id": "our-therapists", "title": "What we ask of our advice", "items": [{
    "asks": "child", "severity": "warning", "message": "The report does not say what the child thinks.",
    "why": "The child is heard.", "instead": "Write down what the child said.",
    "basis": "interpretation", "reason": "Our team agreed on it.",
    "cites": [{"basis": "law", "place": "Children and Families Act 2014, section 19(a)"}]
}]}"#;

/// A need of the first advice that the first sentence of the plan carries, and an outcome that nothing carries.
pub(crate) const COVERAGE_CHOICES: &str = r#"[
    {"advice": 0, "place": {"part": 1, "block": 0, "at": 0, "length": 26},
        "plan": [{"part": 0, "block": 0, "at": 3, "length": 43}]},
    {"advice": 0, "place": {"part": 2, "block": 0, "at": 0, "length": 35}, "plan": []}
]"#;

/// Items of a plan: one complete thread, and a need without provision.
pub(crate) const ITEMS: &str = r#"{"items": [
    {"id": "A1", "section": "A", "text": "Amira wants to travel to the shops on her own."},
    {"id": "K1", "section": "K", "text": "Educational psychologist, 4 March 2024."},
    {"id": "B1", "section": "B", "text": "Reads single words.", "links": ["K1", "F1", "E1"]},
    {"id": "C1", "section": "C", "text": "Has epilepsy.", "links": ["K2", "E1"]},
    {"id": "F1", "section": "F", "text": "Reads with an adult for 20 minutes each day.", "links": ["E1"]},
    {"id": "E1", "section": "E", "text": "Will be able to read a bus timetable.", "links": ["A1"]}
]}"#;

/// The dates of a plan.
pub(crate) const DATES: &str = r#"{
    "received": "2024-01-01", "decided": "2024-02-12", "draft_sent": "2024-04-15",
    "issued": "2024-06-03", "exception": "closed_school"
}"#;

/// The dates of a plan that the Tribunal ordered, whose review led to amendments before a transfer.
pub(crate) const MORE_DATES: &str = r#"{
    "received": "2024-01-01", "decided": "2024-02-05", "to_assess": false,
    "order": {"kind": "assess", "made": "2024-06-03", "by": "tribunal", "notified": "2024-06-14"},
    "notified": "2024-08-05", "to_issue": true, "draft_sent": "2024-08-05", "issued": "2024-09-09",
    "review": {
        "meeting": "2025-11-03", "decided": "2025-11-28", "decision": "amend",
        "notice": "2025-11-28", "amended": "2026-01-23"
    },
    "transfer": {"kind": "phase", "on": "2026-09-01", "amended": "2026-01-23"},
    "today": "2026-02-02"
}"#;

/// The events of a case: below Good, amended, and graded again on both sides of Good.
pub(crate) const EVENTS: &str = r#"{"events": [
    {"kind": "draft_submitted", "date": "2024-03-01", "role": "case_officer", "by": "CO-7"},
    {"kind": "graded", "date": "2024-03-04", "role": "senior_case_officer", "by": "SCO-3", "score": 3},
    {"kind": "feedback_given", "date": "2024-03-04", "role": "senior_case_officer", "by": "SCO-3",
        "extent": "substantial"},
    {"kind": "amended", "date": "2024-03-08", "role": "case_officer", "by": "CO-7"},
    {"kind": "graded_again", "date": "2024-03-11", "role": "senior_case_officer", "by": "SCO-5", "score": 2},
    {"kind": "graded_again", "date": "2024-03-12", "role": "senior_case_officer", "by": "SCO-8", "score": 3}
]}"#;

/// Requests for a sample, by quota and by rate.
pub(crate) const PLANS: [&str; 2] = [
    r#"{
        "purpose": "strategic", "period": "2024-autumn", "mode": "quota", "quota": 1,
        "plans": [
            {"reference": "P-0417", "year_group": 9}, {"reference": "P-0418", "phase": "post_16"},
            {"reference": "P-0419", "year_group": 8}, {"reference": "P-0420", "year_group": 0}
        ]
    }"#,
    r#"{
        "purpose": "team_manager", "period": "2024-autumn", "mode": "rate",
        "plans": [{"reference": "P-0417"}, {"reference": "P-0418"}, {"reference": "P-0419"}]
    }"#,
];

/// The grades of two graders.
pub(crate) const MATRIX: &str =
    r#"{"matrix": [[4, 1, 0, 0], [2, 11, 3, 0], [0, 2, 6, 1], [0, 0, 1, 2]]}"#;

/// A plan as a summary counts it.
pub(crate) const RECORD: &str = r#"{
    "review": {
        "framework": "shropshire-2023",
        "plan": {"stage": "draft", "year_group": 9},
        "review": {"level": 2, "date": "2023-11-06"},
        "sections": {
            "F": {"descriptors": {"F2": "yes", "F3": "no"}, "score": 3},
            "overall": {"score": 2}
        }
    },
    "dates": {"received": "2023-09-01", "issued": "2024-01-19"},
    "regraded": {"before": 3, "after": 2},
    "graded_twice": {"first": 2, "second": 3},
    "dimensions": {"need": "autism", "setting": "special"},
    "wording": {"F": {"availability": 2}},
    "thread": {"thread-need-without-provision": 1}
}"#;

/// The map of a sheet whose grades are colours.
pub(crate) const SHEET_MAP: &str = r#"{
    "framework": "shropshire-2023",
    "sheet": "Autumn",
    "columns": [
        {
            "heading": "RAG",
            "field": "/review/sections/overall/score",
            "words": [{"written": "Green", "means": "Good"}, {"written": "Amber", "means": "3"}]
        },
        {"heading": "Year", "field": "/review/plan/year_group"},
        {"heading": "Requested", "field": "/dates/received"},
        {"heading": "Issued", "field": "/dates/issued"},
        {"heading": "Primary need", "field": "/dimensions/need"},
        {"heading": "Comments"}
    ],
    "always": [{"field": "/review/review/level", "value": "2"}]
}"#;

/// What families say: two responses to surveys, and how many of one were sent out.
pub(crate) const RESPONSES: [&str; 3] = [
    r#"{
        "framework": "shropshire-2023", "survey": "parents", "date": "2023-11-20",
        "answers": {"views": "yes", "involved": "yes", "clear": "partly"}
    }"#,
    r#"{
        "framework": "shropshire-2023", "survey": "contact", "date": "2023-11-21",
        "answers": {"answered": "yes", "listened": "no"}
    }"#,
    r#"{"framework": "shropshire-2023", "survey": "parents", "sent": 60}"#,
];
