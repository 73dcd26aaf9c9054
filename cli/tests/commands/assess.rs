use std::io::Write as _;

use serde_json::json;

use crate::{command, json, run, run_on, words};

#[test]
fn one_review_is_printed_for_people() {
    let ran = run(&["assess", "review.json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let lines = words(&ran.out);
    assert_eq!(lines[0], "P-0417 review.json");
    assert_eq!(lines[1], "recorded 2 Good");
    // An administrative error leaves only Inadequate, with any other answers.
    assert_eq!(lines[2], "suggested 4 Inadequate");
    assert!(ran.out.contains("\n  error: Health needs are recorded, but Section G"), "{}", ran.out);
    assert!(ran.out.contains("\n    health-need-without-provision, /sections/G/descriptors/G1\n"));
}

#[test]
fn each_of_many_is_called_by_its_file_and_a_line_by_its_number() {
    let ran = run(&["assess", "plans", "stream.ndjson"]);
    let heads = ran.out.lines().filter(|line| !line.is_empty() && !line.starts_with(' '));
    let expected = [
        "P-0417  plans/b.json",
        "P-3  plans/c.jsonl:1",
        "P-2  plans/older/a.json",
        "P-1  stream.ndjson:1",
        "=P-5  stream.ndjson:5",
    ];
    assert_eq!(heads.collect::<Vec<_>>(), expected);
}

#[test]
fn columns_stand_one_under_the_other() {
    let ran = run(&["assess", "review.json"]);
    let mut rows = ran.out.lines().skip_while(|line| !line.starts_with("  section "));
    let column = rows.next().unwrap().find("answered").unwrap();
    let rows: Vec<_> = rows.take_while(|line| !line.is_empty()).collect();
    assert_eq!(rows.len(), 13);
    for row in rows {
        let (before, cell) = row.split_at(column);
        assert!(before.ends_with("  ") && cell.contains(" of "), "{row}");
    }
}

#[test]
fn deny_ends_with_1_where_a_finding_is_serious_enough() {
    let nothing_known = br#"{"framework": "shropshire-2023"}"#;
    for (arguments, input, code) in [
        // It has an error.
        (&["assess", "--deny", "review.json"][..], &b""[..], 1),
        (&["assess", "--deny=error", "review.json"], b"", 1),
        // Nothing is known of the plan, which is information.
        (&["assess", "--deny=information"], nothing_known, 1),
        (&["assess", "--deny"], nothing_known, 0),
        (&["assess"], nothing_known, 0),
        // Bad input weighs more.
        (&["assess", "--deny", "review.json", "faults.json"], b"", 2),
        (&["assess", "--deny=serious", "review.json"], b"", 3),
    ] {
        assert_eq!(run_on(arguments, input, &[]).code, Some(code), "{arguments:?}");
    }
}

#[test]
fn bad_records_are_reported_by_line_and_the_others_are_assessed() {
    let ran = run(&["assess", "stream.ndjson", "--format", "csv"]);
    assert_eq!(ran.code, Some(2));
    let rows: Vec<_> =
        ran.out.split_terminator("\r\n").map(|row| row.rsplit_once(',').unwrap().0).collect();
    // Without any answer everything from Outstanding to Inadequate is possible.
    let expected = [
        "file,line,reference,recorded,suggested_best,suggested_worst,may_issue",
        "stream.ndjson,1,P-1,1,1,4,yes",
        "stream.ndjson,5,'=P-5,3,1,4,no",
    ];
    assert_eq!(rows, expected);
    let expected = "\
stream.ndjson:3:1: error: This is not valid JSON: it goes wrong at line 3, column 1. [not_json]
stream.ndjson:4:84: error: /sections/A/score: This must be a whole number from 1 to 4. [out_of_range]
error: 2 of 4 records could not be used.
";
    assert_eq!(ran.err, expected);
}

#[test]
fn one_document_is_the_assessment_and_any_number_a_list() {
    let alone = run(&["assess", "review.json", "--format", "json"]);
    let alone = json(&alone.out);
    assert_eq!(alone["framework"], "shropshire-2023");
    assert_eq!(alone["plan"]["suggested"], json!({"best": 4, "worst": 4}));

    let list = json(&run(&["assess", "plans", "--format", "json"]).out);
    let places = list.as_array().unwrap().iter().map(|entry| {
        (
            entry["file"].as_str().unwrap(),
            entry["line"].as_u64().unwrap(),
            entry["reference"].as_str().unwrap(),
        )
    });
    let expected = [
        ("plans/b.json", 1, "P-0417"),
        ("plans/c.jsonl", 1, "P-3"),
        ("plans/older/a.json", 1, "P-2"),
    ];
    assert_eq!(places.collect::<Vec<_>>(), expected);
    assert_eq!(list[0]["result"], alone);

    let lines = run(&["assess", "plans", "--format", "ndjson"]);
    let lines: Vec<_> = lines.out.lines().map(json).collect();
    assert_eq!(lines, *list.as_array().unwrap());

    let findings = alone["findings"].as_array().unwrap().len();
    let row = run(&["assess", "review.json", "--format", "csv"]).out;
    assert!(row.ends_with(&format!(",{findings}\r\n")), "{row}");
}

#[test]
fn a_list_of_nothing_is_a_list_and_no_document_is_nothing() {
    let ran = run(&["assess", "--ndjson", "--format", "json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "[]\n"));
    let ran = run(&["assess", "faults.json", "--format", "json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
}

#[test]
fn the_first_line_of_standard_input_decides_its_kind() {
    let line = r#"{"framework":"shropshire-2023"}"#;
    let pretty = "\n{\n\"framework\":\n\"shropshire-2023\"}\n";
    for (input, list) in [
        (line.to_owned(), false),
        (format!("\u{feff}{line}"), false),
        (format!("\n{line}\n\n"), false),
        (pretty.to_owned(), false),
        (format!("{line}\n\n{line}\n"), true),
    ] {
        let ran = run_on(&["assess", "--format", "json", "-"], input.as_bytes(), &[]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{input}");
        assert_eq!(json(&ran.out).is_array(), list, "{input}");
    }
}

#[test]
fn unreadable_files_are_reported_and_the_others_are_assessed() {
    let ran = run(&["assess", "nowhere.json", "review.json", "--format", "csv"]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(2), 2));
    assert!(ran.err.starts_with("nowhere.json: error: This cannot be read: "), "{}", ran.err);

    let ran = run_on(&["assess"], b"{\"framework\": \"\xc3\xa9\xff\"}", &[]);
    let expected = "<stdin>:1:17: error: This is not saved as UTF-8: from here it cannot be read. Save it as UTF-8. \
                    [not_utf8]\n";
    assert_eq!((ran.code, ran.err.as_str()), (Some(2), expected));

    let long =
        [&b"["[..], &vec![b' '; 2_100_000], b"]\n{\"framework\":\"shropshire-2023\"}\n"].concat();
    let ran = run_on(&["assess", "--ndjson", "--format", "csv"], &long, &[]);
    let expected =
        "<stdin>:1:1: error: This is too large: at most 2000000 bytes are read. [too_large]\n";
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.starts_with(expected), "{}", ran.err);
    assert!(ran.out.contains("\r\n<stdin>,2,"), "{}", ran.out);

    let empty = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("empty");
    std::fs::create_dir_all(&empty).unwrap();
    let ran = run(&["assess", empty.to_str().unwrap()]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.ends_with(
            "No file in here is called .json, .ndjson or .jsonl. [nothing_to_read]\n\
                               error: 1 of 1 records could not be used.\n"
        ),
        "{}",
        ran.err
    );
}

#[test]
fn colours_are_for_terminals_and_for_who_wants_them() {
    let run = |variables| run_on(&["assess", "review.json"], b"", variables).out;
    let plain = run(&[]);
    assert!(!plain.contains('\u{1b}'));
    let coloured = run(&[("CLICOLOR_FORCE", "1")]);
    assert!(coloured.contains("\u{1b}[31m"), "red: {coloured}");
    assert_eq!(run(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), plain);
}

#[test]
fn a_reference_cannot_speak_to_the_terminal() {
    let review = br#"{"framework": "shropshire-2023", "plan": {"reference": "P\u001b[2J"}}"#;
    let ran = run_on(&["assess"], review, &[("CLICOLOR_FORCE", "1")]);
    assert!(ran.out.contains("P\u{fffd}[2J"), "{}", ran.out);
}

#[test]
fn whoever_reads_the_output_may_stop() {
    let mut child = command(&["assess", "--format", "ndjson"]).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    for _ in 0..100 {
        // It may have stopped before all is written.
        let _ = stdin.write_all(b"{\"framework\":\"shropshire-2023\"}\n");
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_a_loop_of_them_is_reported() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("links");
    // A file that an earlier run has left.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).unwrap();
    let review = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/review.json");
    std::os::unix::fs::symlink(review, folder.join("a.json")).unwrap();
    std::os::unix::fs::symlink(&folder, folder.join("loop")).unwrap();
    let ran = run(&["assess", folder.to_str().unwrap(), "--format", "csv"]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(ran.code, Some(2));
    assert!(ran.out.contains("/links/a.json,1,P-0417,"), "{}", ran.out);
    assert!(ran.err.contains("/links/loop: error: This cannot be read: "), "{}", ran.err);
    assert!(ran.err.ends_with("error: 1 of 2 records could not be used.\n"), "{}", ran.err);
}

#[test]
fn results_are_said_in_another_catalogue() {
    let welsh = "../../../wasm/static/cy/messages.json";
    let complete = run(&["validate", "--as", "messages", welsh]);
    assert_eq!((complete.code, complete.err.as_str()), (Some(0), ""), "{}", complete.out);
    let ran = run(&["assess", "--messages", welsh, "--format", "json", "review.json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("Os bydd pob ateb agored yn troi allan yn wael: "), "{}", ran.out);
    let english = run(&["assess", "--format", "json", "review.json"]);
    assert!(!ran.out.contains("If every open answer"), "{}", ran.out);
    // The same review, gate and digests.
    let (welsh, english) = (json(&ran.out), json(&english.out));
    assert_eq!(welsh["receipt"], english["receipt"]);
    assert_eq!(welsh["plan"]["suggested"], english["plan"]["suggested"]);
}

#[test]
fn a_catalogue_that_lacks_messages_is_named_with_each() {
    let short = br#"{"language": "cy", "plural": {}, "texts": {"gate.below": "{plan}"}}"#;
    let ran = run_on(&["validate", "--as", "messages", "-"], short, &[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.out.contains("The message path.score is missing"), "{}", ran.out);
    let part = "/texts/gate.below: This message has no part {plan}: it has {issue_at}, {recorded}. [unknown_part]";
    assert!(ran.out.contains(part), "{}", ran.out);
}
