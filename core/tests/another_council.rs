//! A made-up framework with other ids, headings, phases and terms, from a case to a report. Every expected value
//! is worked out by hand from `small-framework.json`.

#[expect(dead_code, reason = "other tests use the rest")]
mod events;

use std::sync::Arc;

use ehcp_qa_core::case::{CaseRole, CaseState, CaseStatus, status};
use ehcp_qa_core::form::{self, Feedback, feedback_from};
use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::law::Basis;
use ehcp_qa_core::learning;
use ehcp_qa_core::sample::{Draw, reason, sample};
use ehcp_qa_core::summary::{HiddenBelow, Report, Summary, SummaryRecord, report};
use ehcp_qa_core::thread::{ThreadPlan, thread};
use ehcp_qa_core::timescale::Timescales;
use ehcp_qa_core::{Framework, Review};
use serde_json::{Value, json};

use events::case;

const SMALL: &str = include_str!("small-framework.json");

fn small() -> Arc<Framework> {
    Arc::new(Framework::from_json(SMALL).unwrap())
}

/// The status of a case under the framework.
fn check<T>(events: &str, check: impl FnOnce(CaseStatus) -> T) -> T {
    let framework = small();
    check(status(&framework, &case(events)).unwrap())
}

/// The places cited, each with what is written there.
fn cited<'a>(cites: &'a [ehcp_qa_core::case::CaseSource<'a>]) -> Vec<(&'a str, Option<&'a str>)> {
    cites.iter().map(|cite| (cite.place.as_str(), cite.text)).collect()
}

#[test]
fn a_case_has_the_steps_roles_and_places_of_the_framework() {
    // Here the head may read a draft first, and only 1 Excellent goes out.
    check("draft_submitted co C1; graded tm T1 2", |status| {
        assert_eq!(status.state, CaseState::BelowGood);
        assert_eq!(status.reasons[0].message, "It is not 1 Excellent.");
        assert_eq!(
            cited(&status.reasons[0].cites),
            [("Annex B", None), ("Reading again, step 2", Some("Mend."))]
        );
        let next: Vec<&str> = status.next.iter().map(|next| next.message.as_str()).collect();
        assert_eq!(next, ["Say what to mend.", "Read it beside the others.", "Speak to the head."]);
        assert_eq!(status.next[1].roles, [CaseRole::TeamManager, CaseRole::Panel]);
        assert_eq!(
            cited(&status.next[1].cites),
            [("What is left open", Some("The printed steps are short."))]
        );
        assert_eq!(status.next[2].cites[0].basis, Basis::Guidance);
        assert_eq!(
            cited(&status.next[2].cites),
            [("The head decides", Some("The guide for heads says so."))]
        );
        assert_eq!(
            cited(&status.regraded.cites),
            [
                ("Reading again, step 1", Some("Read.")),
                ("What is left open", Some("The printed steps are short.")),
            ]
        );
    });
    // Only the head sends a plan out.
    check("draft_submitted co S1; graded sco S1 1", |status| {
        assert!(status.may_issue);
        assert_eq!(status.next[0].roles, [CaseRole::TeamManager]);
        assert_eq!(status.reasons[0].message, "It is 1 Excellent.");
        let found = &status.findings[0];
        assert_eq!(
            (found.severity, found.message, found.why, found.clear),
            (Severity::Error, "The writer reads it.", "Writers overlook.", "Another reader.")
        );
    });
    check("", |status| {
        assert_eq!(status.reasons[0].message, "There is no draft.");
        let text = "The team reads every plan weekly and tells the board.";
        assert_eq!(cited(&status.reasons[0].cites), [("Level 1", Some(text))]);
    });
}

#[test]
fn refusals_use_the_words_of_the_framework() {
    let again = "draft_submitted co C1; graded sco S1 2; feedback_given sco S1 substantial;
        amended co C1; graded_again sco S1 2; graded_again sco S1 2";
    check(again, |status| {
        assert_eq!(status.reasons[0].message, "The record breaks off here.");
        assert_eq!(status.reasons[1].message, "It is to be read a second time.");
        assert_eq!(
            status.refused.unwrap().to_string(),
            "/events/5: The second grade must be by another Reader or Head than the first: the two grade \
             separately."
        );
    });
    let first_away = "draft_submitted co C1; graded sco S1 2; feedback_given sco S1 minimal;
        amended sco S1; graded_again sco S2 1; graded_again tm T1 1";
    check(first_away, |status| {
        assert_eq!(status.findings[0].message, "The first reader is away.");
        assert_eq!(cited(&status.findings[0].cites), [("Reading again, step 1a", Some("Twice."))]);
    });
}

#[test]
fn deadlines_cite_the_framework_beside_the_law() {
    let dates = Timescales::from_json(r#"{"received": "2025-01-06"}"#).unwrap();
    let deadlines = small().deadlines(&dates);
    let places = |number: usize| -> Vec<&str> {
        deadlines[number].cites.iter().map(|cite| cite.place.as_str()).collect()
    };
    assert_eq!(places(0), ["SEND Regulations 2014, regulations 4 and 5", "Riverside form, weeks"]);
    assert_eq!(places(1), ["SEND Regulations 2014, regulation 10(1)"]);
}

#[test]
fn a_thread_has_the_rules_of_the_framework() {
    let plan = json!({"items": [
        {"id": "asthma", "section": "C", "text": "Has asthma."},
        {"id": "rash", "section": "C", "text": "Has a rash.", "links": ["cream", "salve"]},
        {"id": "cream", "section": "G", "text": "Cream at noon."},
    ]});
    let framework = small();
    let plan = ThreadPlan::from_json(&plan.to_string()).unwrap();
    let thread = thread(&framework, &plan);
    let lines: Vec<_> = thread.lines.iter().map(|line| (line.from, line.to)).collect();
    assert_eq!(lines, [("rash", "cream")]);
    let found: Vec<_> = thread.findings.iter().map(|found| (found.rule, found.item)).collect();
    assert_eq!(found, [("thread-unknown-link", "rash"), ("illness-untreated", "asthma")]);
    let untreated = &thread.findings[1];
    assert_eq!(untreated.message, "Illness asthma is not treated.");
    assert_eq!(untreated.cites[0].place, "Part C: Illness");
}

#[test]
fn a_form_has_the_headings_and_checks_of_the_framework() {
    let framework = small();
    let draft = feedback_from(&Review::new(framework.clone()), &[]).unwrap();
    let text = form::to_markdown(&framework, &draft);
    for printed in ["Parts", "Needs", "Remarks", "Say what will be done"] {
        assert!(text.contains(printed), "{text}");
    }
    let filled = r#"{"framework": "riverside-2025", "sections": [], "main_need": {
        "on_synergy": "cognition_and_learning", "on_plan": "sensory_and_or_physical"
    }}"#;
    let checked = form::check(&framework, &Feedback::from_json(&framework, filled).unwrap());
    let found = &checked.findings[0];
    assert_eq!(found.message, "The need on record is not the need on the plan.");
    assert_eq!(found.cites[0].place, "Riverside form, need");
    assert_eq!(checked.not_checked.len(), 1, "the framework has no check of timescales");
}

#[test]
fn a_sample_has_the_purposes_and_phases_of_the_framework() {
    let request = json!({
        "purpose": "second-look", "period": "2025", "mode": "quota", "quota": 1,
        "plans": [
            {"reference": "P-1", "year_group": 4}, {"reference": "P-2", "phase": "young"},
            {"reference": "P-3", "year_group": 5},
        ],
    });
    let draw = Draw::from_json(&small(), &request.to_string()).unwrap();
    let sample = sample(&draw);
    assert_eq!((sample.terms.name, sample.terms.level), ("a second look", 1));
    assert_eq!(sample.terms.key.to_string(), "000102030405060708090a0b0c0d0e0f");
    let groups: Vec<_> =
        sample.groups.iter().map(|group| (group.name, group.plans, group.drawn)).collect();
    assert_eq!(groups, [("Young", 2, 1), ("Old", 1, 1)]);
    let hash = draw.hash("P-3");
    assert_eq!(
        reason(&draw, "P-3").unwrap().message,
        format!(
            "Plan P-3 is drawn for a second look, 2025: by its hash {hash:016x} it is number 1 of 1 (Old), \
             and those up to number 1 are drawn."
        )
    );
    let unknown = request.to_string().replace("young", "early_years");
    let problems = Draw::from_json(&small(), &unknown).unwrap_err();
    assert_eq!(problems[0].to_string(), "/plans/1/phase: The framework has no phase with this id.");
}

/// Six plans of the younger in October, all 1 Excellent, and six of the older in April, all 2 Sound.
fn summary(framework: &Arc<Framework>) -> Summary {
    let record = |year_group: i8, date: &str, score: u8, needs: Value, thread: Value| {
        let record = json!({
            "review": {
                "framework": "riverside-2025", "plan": {"year_group": year_group},
                "review": {"level": 1, "date": date},
                "sections": {"N": needs, "overall": {"score": score}},
            },
            "thread": thread,
        });
        SummaryRecord::from_json(framework, &record.to_string()).unwrap()
    };
    let not_listed = json!({"descriptors": {"N1": "no"}});
    let younger = record(4, "2025-10-01", 1, json!({"score": 1}), json!({"illness-untreated": 2}));
    let older = record(5, "2026-04-01", 2, not_listed, Value::Null);
    let mut summary = Summary::new(framework);
    for _ in 0..6 {
        summary.add(&younger).unwrap();
        summary.add(&older).unwrap();
    }
    summary
}

#[test]
fn a_summary_counts_by_the_phases_and_terms_of_the_framework() {
    let framework = small();
    let summary = summary(&framework);
    let values = |name: &str| summary.dimensions[name].keys().collect::<Vec<_>>();
    assert_eq!(values("phase"), ["old", "young"]);
    assert_eq!(values("term"), ["2025-26-easter", "2025-26-winter"]);
    assert_eq!(values("level"), ["1"]);
    let text = serde_json::to_string(&summary).unwrap();
    assert_eq!(Summary::from_json(&framework, &text).unwrap(), summary);
    // A phase and a level of another council are none here.
    let other = text
        .replace("\"young\"", "\"early_years\"")
        .replace("\"level\":{\"1\":", "\"level\":{\"4\":");
    let problems = Summary::from_json(&framework, &other).unwrap_err();
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        messages,
        [
            "/thread/rules/illness-untreated/found_by_phase/early_years: This must be one of: young, old.",
            "/dimensions/level/4: This must be one of: 1.",
            "/dimensions/phase/early_years: This must be one of: young, old.",
        ]
    );
}

/// Expects the rows of a table: what each is called, and its counts.
#[track_caller]
fn check_rows(report: &Report, id: &str, expected: &[(&str, &str)]) {
    let table = report.tables.iter().find(|table| table.id == id).expect(id);
    let rows: Vec<(&str, String)> =
        table.rows.iter().map(|row| (row.label.as_str(), row.words.join(" "))).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(label, row)| (*label, row.as_str())).collect();
    assert_eq!(rows, expected, "{id}");
}

#[test]
fn a_report_has_the_names_and_notes_of_the_framework() {
    let framework = small();
    let report = report(&framework, &summary(&framework), HiddenBelow::USUAL);
    check_rows(
        &report,
        "by-level",
        &[("Level 1", "6 6 0 0 0 12"), ("Not known", "0 0 0 0 0 0"), ("All plans", "6 6 0 0 0 12")],
    );
    check_rows(
        &report,
        "by-phase",
        &[
            ("Young", "6 0 0 0 0 6"),
            ("Old", "0 6 0 0 0 6"),
            ("Not known", "0 0 0 0 0 0"),
            ("All plans", "6 6 0 0 0 12"),
        ],
    );
    // Winter comes before Easter in a school year that begins in October, whatever the alphabet says.
    check_rows(
        &report,
        "by-term",
        &[
            ("Winter 2025-26", "6 0 0 0 0 6"),
            ("Easter 2025-26", "0 6 0 0 0 6"),
            ("Not known", "0 0 0 0 0 0"),
            ("All plans", "6 6 0 0 0 12"),
        ],
    );
    check_rows(&report, "thread", &[("C: no treatment", "6 0 6"), ("Leads nowhere", "0 6 6")]);
    check_rows(
        &report,
        "themes-N",
        &[
            ("N1: Needs are listed.", "0 6 0 6"),
            ("N2: Needs are described.", "0 0 0 0"),
            ("N3: Strengths are described.", "0 0 0 0"),
            ("N4: Views are recorded, where given.", "0 0 0 0"),
        ],
    );
    let notes: Vec<(&str, &str)> =
        report.notes.iter().skip(1).map(|note| (note.place.as_str(), note.text.as_str())).collect();
    assert_eq!(
        notes,
        [
            ("Level 1", "The team reads every plan weekly and tells the board."),
            (
                "SEND Regulations 2014, regulation 13",
                "The final plan is issued within twenty weeks of the request."
            ),
            (
                "Time",
                "Phases are Young up to Year 4, Old from Year 5; terms are Winter from October to March, \
                 Easter from April to September; 20 weeks are the law's."
            ),
        ]
    );
    assert_eq!(report.good_share.as_ref().unwrap().title, "Graded plans at least 1 Excellent");
    let shares: Vec<_> = report
        .good_share
        .as_ref()
        .unwrap()
        .rows
        .iter()
        .map(|row| (row.label.as_str(), row.per_cent, row.words.as_str()))
        .collect();
    assert_eq!(
        shares,
        [
            ("Winter 2025-26", Some(100), "100 % (6 of 6)"),
            ("Easter 2025-26", Some(0), "0 % (0 of 6)")
        ]
    );
}

#[test]
fn a_learning_form_has_the_parts_of_the_framework() {
    let framework = small();
    let report = report(&framework, &summary(&framework), HiddenBelow::USUAL);
    let draft = learning::draft(&framework, &report).unwrap();
    let rows: Vec<(&str, &str)> =
        draft.rows.iter().map(|row| (row.area.0.as_str(), row.feedback.0.as_str())).collect();
    assert_eq!(
        rows,
        [
            (
                "Part N: Needs",
                "Recorded grades: 1 Excellent (6 of 12 plans); No score recorded (6 of 12 plans).\n\
                 Most often not met: N1: Needs are listed. (6 of 12 plans)."
            ),
            (
                "The whole plan",
                "Recorded grades: 1 Excellent (6 of 12 plans); 2 Sound (6 of 12 plans)."
            ),
            ("Golden thread", "Breaks most often: C: no treatment (6 of 6 plans)."),
        ]
    );
    let printed = learning::to_markdown(&framework, &draft);
    assert!(printed.starts_with("# Learning\n\n## What was learnt\n"), "{printed}");
}
