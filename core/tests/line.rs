//! The score line: exact round trips, and no change that goes unseen.

mod edits;
mod notation;

use std::sync::Arc;

use ehcp_qa_core::{Framework, Problem, Review, from_line, to_line};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use edits::{any_edits, make};
use notation::review;

/// The document of a review, without the fields that a line does not carry.
fn graded(review: &Review) -> Value {
    let mut record = serde_json::to_value(review.record()).unwrap();
    remove(record.get_mut("plan"), &["reference"]);
    remove(record.get_mut("review"), &["reviewer", "date"]);
    let sections = record.get_mut("sections").and_then(Value::as_object_mut);
    for section in sections.into_iter().flat_map(serde_json::Map::values_mut) {
        remove(Some(section), &["strengths", "improvements", "rationale"]);
    }
    prune(&mut record);
    record
}

fn remove(object: Option<&mut Value>, keys: &[&str]) {
    if let Some(object) = object.and_then(Value::as_object_mut) {
        object.retain(|key, _| !keys.contains(&key.as_str()));
    }
}

/// Takes out empty objects, which equal absence.
fn prune(value: &mut Value) {
    if let Some(object) = value.as_object_mut() {
        object.values_mut().for_each(prune);
        object.retain(|_, value| value.as_object().is_none_or(|object| !object.is_empty()));
    }
}

/// The line without its checksum, which cannot be worked out by hand.
#[track_caller]
fn check(text: &str, expected: &str) {
    let review = review(text);
    let line = to_line(&review);
    let (body, checksum) = line.rsplit_once("/k=").unwrap();
    assert_eq!(body, expected);
    assert_eq!(checksum.len(), 8);
    assert!(checksum.chars().all(|c| matches!(c, '0'..='9' | 'A'..='F')), "{checksum}");
    assert_eq!(from_line(review.framework(), &line).unwrap(), review);
}

#[test]
fn the_fields_of_a_line() {
    check("", "EHCPQA:1/shropshire-2023");
    // The stage, then health, social care, budget, home, diagnosis.
    check(
        "stage=proposed_amended year_group=-2 age=0 health_needs=true personal_budget=false \
         medical_diagnosis=true",
        "EHCPQA:1/shropshire-2023/p=py-n-y/y=-2/a=0",
    );
    check("home_educated=false", "EHCPQA:1/shropshire-2023/p=----n-");
    // Criteria by the number of their answer, 0 the worst; sections in printed order.
    check(
        "complies=not_met writing=well_written_and_clear appropriate_detail=met B2=no E.score=4 \
         A1=yes A3=no A.score=2 overall.5=yes overall.score=1 C2=not_applicable",
        "EHCPQA:1/shropshire-2023/c=0---21----/A:y-n--.2/E:-----.4/B:-n-/C:-x/overall:----y.1",
    );
}

#[test]
fn a_line_leaves_out_all_that_is_not_graded() {
    let text = r#"{
        "framework": "shropshire-2023",
        "plan": {"reference": "P-1", "age": 3},
        "review": {"level": 3, "reviewer": {"role": "R", "id": "I"}, "date": "2023-11-06"},
        "sections": {"A": {"strengths": "S", "improvements": "I", "rationale": "R"}}
    }"#;
    let framework = Framework::built_in();
    let review = Review::from_json(&framework, text).unwrap();
    let line = to_line(&review);
    assert_eq!(line.rsplit_once("/k=").unwrap().0, "EHCPQA:1/shropshire-2023/a=3/l=3");
    let restored = from_line(&framework, &line).unwrap();
    assert_eq!(graded(&restored), graded(&review));
    assert_eq!(graded(&restored)["plan"], serde_json::json!({"age": 3}));
}

#[test]
fn the_line_of_a_full_review_fits_a_note_field() {
    let sections = "A E B C D F G H1 H2 I J K overall".split(' ');
    let scores: Vec<_> = sections.map(|id| format!("{id}.score=4")).collect();
    let scores = scores.join(" ");
    let mut review = review(&format!(
        "best *=no {scores} stage=final year_group=-2 age=25 health_needs=true \
         social_care_needs=true personal_budget=true home_educated=true medical_diagnosis=true"
    ));
    review.set_level(Some(5)).unwrap();
    let line = to_line(&review);
    assert!(line.is_ascii() && !line.contains(|c: char| c.is_ascii_whitespace()), "{line}");
    assert!(line.len() <= 250, "{}: {line}", line.len());
    assert_eq!(from_line(review.framework(), &line).unwrap(), review);
}

fn sample() -> (Arc<Framework>, String) {
    let mut review = review(
        "best golden_thread=null *=yes A2=no C2=not_applicable G*=null A.score=3 overall.score=2 \
         stage=draft year_group=9 age=14 health_needs=true social_care_needs=false",
    );
    review.set_level(Some(2)).unwrap();
    let line = to_line(&review);
    (review.framework().clone(), line)
}

/// Expects a changed line to be refused as changed, and not for a value that a review cannot hold.
#[track_caller]
fn check_refused(framework: &Arc<Framework>, line: &str) -> Problem {
    let problem = from_line(framework, line).expect_err(line);
    let code = problem.kind.code();
    let codes = ["line_damaged", "not_a_line", "line_version", "wrong_framework"];
    assert!(codes.contains(&code), "{code}: {line}");
    assert_eq!(problem.pointer, "");
    problem
}

#[test]
fn every_change_of_one_character_is_seen() {
    let (framework, line) = sample();
    assert!(from_line(&framework, &line).is_ok());
    let letters: Vec<char> = line.chars().collect();
    let mut changed = 0;
    let mut refuse = |letters: &[char]| {
        let text: String = letters.iter().collect();
        // White space around a line is no change.
        if text != line && text.trim() != line {
            check_refused(&framework, &text);
            changed += 1;
        }
    };
    let others: Vec<char> =
        (' '..='~').chain(['\u{0}', '\n', '\t', 'é', '\u{1f600}', '\u{a0}']).collect();
    for place in 0..letters.len() {
        let mut copy = letters.clone();
        copy.remove(place);
        refuse(&copy);
        for other in &others {
            let mut copy = letters.clone();
            copy[place] = *other;
            refuse(&copy);
            copy[place] = letters[place];
            copy.insert(place, *other);
            refuse(&copy);
        }
        if place + 1 < letters.len() {
            let mut copy = letters.clone();
            copy.swap(place, place + 1);
            refuse(&copy);
        }
    }
    for other in &others {
        let mut copy = letters.clone();
        copy.push(*other);
        refuse(&copy);
    }
    assert!(changed > 150 * letters.len(), "{changed}");
}

#[test]
fn white_space_around_a_line_is_fine() {
    let (framework, line) = sample();
    for text in [format!(" {line}"), format!("{line}\r\n"), format!("\n\t{line} \u{a0}")] {
        assert_eq!(from_line(&framework, &text).unwrap(), from_line(&framework, &line).unwrap());
    }
}

/// Expects a text to be refused with a problem.
#[track_caller]
fn check_sentence(text: &str, code: &str, message: &str) {
    let problem = check_refused(&Framework::built_in(), text);
    assert_eq!((problem.kind.code(), problem.to_string().as_str()), (code, message), "{text}");
}

#[test]
fn the_problem_of_each_refused_line() {
    let (_, line) = sample();
    let not_a_line = "This is not a score line: one begins with EHCPQA:.";
    for text in ["", " ", "EHCPQA", "ehcpqa:1/", "CVSS:3.1/AV:N", "k=00000000"] {
        check_sentence(text, "not_a_line", not_a_line);
    }
    check_sentence(&line[1..], "not_a_line", not_a_line);
    let version = "This score line is of another version: version 1 is read here.";
    check_sentence(&line.replace("EHCPQA:1/", "EHCPQA:2/"), "line_version", version);
    check_sentence(&line.replace("EHCPQA:1/", "EHCPQA:/"), "line_version", version);
    let framework = "This must name the framework in use, shropshire-2023.";
    check_sentence(
        &line.replace("shropshire-2023", "riverside-2025"),
        "wrong_framework",
        framework,
    );
    let damaged = "This score line is damaged, or was made with another edition of the framework.";
    check_sentence(&line.replace("/k=", "/K="), "line_damaged", damaged);
    check_sentence(&line.to_lowercase().replace("ehcpqa", "EHCPQA"), "line_damaged", damaged);
    check_sentence(&line[..line.len() - 11], "line_damaged", damaged);
    check_sentence("EHCPQA:1", "line_damaged", damaged);
    check_sentence("EHCPQA:1/", "line_damaged", damaged);
    check_sentence("EHCPQA:1/shropshire-2023", "line_damaged", damaged);
    check_sentence("EHCPQA:1/shropshire-2023/k=00000000", "line_damaged", damaged);
}

#[test]
fn a_line_belongs_to_its_edition() {
    // The same id with other descriptors, or other answers to a criterion, under it.
    let (_, line) = sample();
    let text = include_str!("../frameworks/shropshire-2023.json");
    for (from, to) in [("\"F5\"", "\"F6\""), ("\"mostly_well_written\"", "\"fairly_well_written\"")]
    {
        let other = Arc::new(Framework::from_json(&text.replace(from, to)).unwrap());
        assert_eq!(from_line(&other, &line).unwrap_err().kind.code(), "line_damaged");
    }
    let small = Arc::new(Framework::from_json(include_str!("small-framework.json")).unwrap());
    assert_eq!(from_line(&small, &line).unwrap_err().kind.code(), "wrong_framework");
}

/// The CRC-32 of zip files, bit by bit.
fn crc32(bytes: impl Iterator<Item = u8>) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

/// Closes a line with the checksum that fits it.
fn seal(framework: &Framework, body: &str) -> String {
    let mut text = body.to_owned();
    for criterion in &framework.interpretation().criteria {
        text = text + "/" + &criterion.id;
        for value in &criterion.values {
            text = text + "/" + &value.id;
        }
    }
    for (id, _) in framework.descriptor_ids() {
        text = text + "/" + id;
    }
    format!("{body}/k={:08X}", crc32(text.bytes()))
}

#[test]
fn a_checksum_that_fits_does_not_make_a_review() {
    let (framework, line) = sample();
    let (body, _) = line.rsplit_once("/k=").unwrap();
    // The check value of this CRC for the digits 1 to 9.
    assert_eq!(crc32(b"123456789".iter().copied()), 0xCBF4_3926);
    assert_eq!(seal(&framework, body), line);
    for rest in [
        "/y=16",
        "/y=-3",
        "/y=+3",
        "/y=03",
        "/y=999999999999",
        "/a=26",
        "/a=-0",
        "/l=0",
        "/l=6",
        "/p=-----",
        "/p=x-----",
        "/p=dyynnnn",
        "/c=2",
        "/c=0000000000",
        "/c=00000000000",
        "/c=9---------",
        "/A:x----",
        "/A:yyyyyy",
        "/A:yyyy",
        "/A:-----",
        "/A:-----.0",
        "/A:-----.5",
        "/A:-----.2.2",
        "/A:yyyyy/A:yyyyy",
        "/E:yyyyy/A:yyyyy",
        "/Z:yyy",
        "/z=1",
        "/",
        "//",
        "/k=00000000",
    ] {
        let line = seal(&framework, &format!("EHCPQA:1/shropshire-2023{rest}"));
        if rest == "/c=0000000000" {
            assert!(from_line(&framework, &line).is_ok());
        } else {
            assert!(from_line(&framework, &line).is_err(), "{line}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn round_trips_are_exact(edits in any_edits(150), level in 0..=6_u8) {
        let framework = Framework::built_in();
        let mut review = Review::new(framework.clone());
        for edit in &edits {
            let _ = make(edit, &mut review);
        }
        let _ = review.set_level(Some(level));
        let line = to_line(&review);
        let restored = from_line(&framework, &line).unwrap();
        prop_assert_eq!(graded(&restored), graded(&review));
        prop_assert_eq!(restored.context(), review.context());
        prop_assert_eq!(to_line(&restored), line);
    }

    #[test]
    fn any_text_is_answered(text in "\\PC*", rest in "[A-K0-9a-z:/.=-]*") {
        let framework = Framework::built_in();
        prop_assert!(from_line(&framework, &text).is_err());
        let named = format!("EHCPQA:1/shropshire-2023/{rest}");
        prop_assert!(from_line(&framework, &named).is_err());
        let between = format!("EHCPQA:1/{text}/k={rest}");
        prop_assert!(from_line(&framework, &between).is_err());
    }

    #[test]
    fn any_sealed_line_is_answered(
        fields in vec("[pyalcA-K]{1,2}[=:][0-9ynxdf-]{0,6}(\\.[0-9]{0,2})?", 0..5),
    ) {
        let framework = Framework::built_in();
        let fields = fields.join("/");
        let line = seal(&framework, &format!("EHCPQA:1/shropshire-2023/{fields}"));
        // A line that is read is written again unchanged.
        if let Ok(review) = from_line(&framework, &line) {
            prop_assert_eq!(to_line(&review), line);
        }
    }
}
