use std::fs;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::{json, run, run_on, words};

const SUBCOMMANDS: [&str; 23] = [
    "assess",
    "plan",
    "advice",
    "coverage",
    "validate",
    "lint",
    "thread",
    "feedback",
    "learning",
    "case",
    "timescales",
    "sample",
    "template",
    "import",
    "summarise",
    "merge",
    "synth",
    "line",
    "row",
    "framework",
    "schema",
    "completions",
    "man",
];

#[test]
fn bad_usage_ends_with_3_and_help_with_0() {
    for arguments in
        [&[][..], &["asess"], &["assess", "--format", "xml"], &["schema"], &["completions", "dos"]]
    {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{arguments:?}");
        assert!(!ran.err.is_empty(), "{arguments:?}");
    }
    let ran = run(&["--version"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "ehcp-qa 0.1.0\n"));
    let help = run(&["--help"]);
    assert_eq!(help.code, Some(0));
    for subcommand in SUBCOMMANDS {
        assert!(help.out.contains(&format!("\n  {subcommand} ")), "{subcommand}");
        assert_eq!(run(&[subcommand, "--help"]).code, Some(0), "{subcommand}");
    }
}

#[test]
fn a_format_that_a_subcommand_cannot_print_is_bad_usage() {
    for (subcommand, format) in [
        ("assess", "html"),
        ("feedback", "csv"),
        ("learning", "csv"),
        ("thread", "csv"),
        ("lint", "sarif"),
        ("timescales", "html"),
    ] {
        assert_eq!(
            run(&[subcommand, "items.json", "--format", format]).code,
            Some(3),
            "{subcommand}"
        );
    }
}

#[test]
fn the_framework_in_use_is_printed() {
    let ran = run(&["framework"]);
    let lines = words(&ran.out);
    assert_eq!(ran.code, Some(0));
    assert_eq!(lines[..2], ["Shropshire SEND Quality Assurance Framework", "id shropshire-2023"]);
    // H1 has four descriptors.
    assert!(lines.iter().any(|line| line.starts_with("H1 4 Section H1: ")), "{}", ran.out);
    let built_in = run(&["framework", "--format", "json"]).out;
    let committed = include_str!("../../../core/frameworks/shropshire-2023.json");
    assert_eq!(json(&built_in), json(committed));
}

/// The path of a framework with other ids and other headings.
const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/tests/small-framework.json");

#[test]
fn the_verbs_of_framework_show_check_and_identify_one() {
    let text = fs::read_to_string(SMALL).unwrap();
    assert_eq!(run(&["framework", "show"]).out, run(&["framework"]).out);
    let shown = run(&["framework", "show", SMALL, "--format", "json"]);
    assert_eq!((shown.code, json(&shown.out)), (Some(0), json(&text)));

    let checked = run(&["framework", "check", SMALL]);
    assert_eq!(
        (checked.code, checked.out.as_str()),
        (Some(0), "1 document: 1 fine, 0 at fault.\n")
    );
    let damaged = text.replacen('{', "{\"nonsense\": 1, ", 1);
    let checked = run_on(&["framework", "check", "-"], damaged.as_bytes(), &[]);
    let expected = "<stdin>:1:2: error: /nonsense: This field is not known here. [unknown_field]\n";
    assert_eq!(checked.code, Some(2));
    assert!(checked.out.starts_with(expected), "{}", checked.out);

    for arguments in [&["check"][..], &["chek", SMALL], &["--format", "json", "digest"]] {
        assert_eq!(run(&[&["framework"], arguments].concat()).code, Some(3), "{arguments:?}");
    }
}

#[test]
fn a_digest_is_that_of_the_canonical_json() {
    let document = json(include_str!("../../../core/frameworks/shropshire-2023.json"));
    let expected = sha256(&document);
    assert_eq!(run(&["framework", "digest"]).out, expected);

    let text = fs::read_to_string(SMALL).unwrap();
    let expected = sha256(&json(&text));
    let digest = run(&["framework", "digest", SMALL]);
    assert_eq!((digest.code, digest.out.as_str()), (Some(0), expected.as_str()));
    assert_eq!(run(&["--framework", SMALL, "framework", "digest"]).out, expected);
    let compact = json(&text).to_string();
    assert_eq!(run_on(&["framework", "digest", "-"], compact.as_bytes(), &[]).out, expected);
    let other = text.replacen("\"edition\": \"", "\"edition\": \"Second ", 1);
    let other = run_on(&["framework", "digest", "-"], other.as_bytes(), &[]);
    assert_eq!(other.code, Some(0));
    assert_ne!(other.out, expected);
}

/// The line that has the digest of a document.
fn sha256(document: &Value) -> String {
    let digest = Sha256::digest(canonical(document));
    digest.iter().map(|byte| format!("{byte:02x}")).chain(["\n".to_owned()]).collect()
}

/// JSON by RFC 8785, for whole numbers and fields whose names are ASCII.
fn canonical(value: &Value) -> String {
    match value {
        Value::Array(list) => {
            let entries: Vec<_> = list.iter().map(canonical).collect();
            ["[", &entries.join(","), "]"].concat()
        }
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_unstable_by_key(|(name, _)| *name);
            let fields: Vec<_> = fields
                .into_iter()
                .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), canonical(value)))
                .collect();
            ["{", &fields.join(","), "}"].concat()
        }
        other => other.to_string(),
    }
}

#[test]
fn another_framework_is_checked_completely_and_used() {
    let small = SMALL;
    let id = json(include_str!("../../../core/tests/small-framework.json"))["id"].clone();
    let ran = run(&["framework", "--framework", small, "--format", "json"]);
    assert_eq!(json(&ran.out)["id"], id);
    // A review of another framework is none of this one.
    let ran = run(&["--framework", small, "validate", "--as", "review", "review.json"]);
    assert!(ran.out.contains("review.json:2:16: error: /framework: "), "{}", ran.out);
    let ran = run(&["--framework", "items.json", "assess", "review.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(
        ran.err.contains(
            "items.json:1:1: error: /interpretation: This field is required. [missing]\n"
        )
    );
}

#[test]
fn a_schema_is_the_one_that_is_committed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../schema");
    let names = run(&["schema", "--list"]).out;
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        let Some(name) = file.strip_suffix(".schema.json") else { continue };
        assert!(names.lines().any(|known| known == name), "{name}");
        count += 1;
    }
    assert_eq!(names.lines().count(), count);
    let ran = run(&["schema", "review"]);
    assert_eq!(ran.out, fs::read_to_string(Path::new(folder).join("review.schema.json")).unwrap());
    assert_eq!(run(&["schema", "revue"]).code, Some(3));
}

#[test]
fn every_subcommand_is_completed_and_has_a_page() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = run(&["completions", shell]);
        assert_eq!(ran.code, Some(0), "{shell}");
        for subcommand in SUBCOMMANDS {
            assert!(ran.out.contains(subcommand), "{shell}: {subcommand}");
        }
    }
    let page = run(&["man"]).out;
    assert!(page.contains(".TH ehcp\\-qa 1") || page.contains(".TH ehcp-qa 1"), "{page}");

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("man/pages");
    let ran = run(&["man", "--out", folder.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    for subcommand in SUBCOMMANDS {
        let page = fs::read_to_string(folder.join(format!("ehcp-qa-{subcommand}.1"))).unwrap();
        assert!(page.contains(".SH SYNOPSIS"), "{subcommand}");
    }
}

/// The plan in Word that the examples are about.
const DRAFT: &str = "../../../tests/plans/01_wexmoor_headings_prose.docx";

#[test]
fn the_examples_of_readme_and_docs_run() {
    let readme = include_str!("../../../README.md");
    let docs = include_str!("../../../docs/command-line.md");
    let lines = readme.lines().chain(docs.lines());
    let examples = lines.filter(|line| line.starts_with("ehcp-qa "));
    let mut count = 0;
    for example in examples {
        let command = example.split(" #").next().unwrap();
        let file = |argument| match argument {
            "draft.docx" | "plan.docx" => DRAFT,
            "out.docx" => concat!(env!("CARGO_TARGET_TMPDIR"), "/example-of-comments.docx"),
            // A shell would name the files.
            "report.docx" | "advice/*.docx" => "../../../tests/advice/alder/advice-1.md",
            "ours.json" | "next.json" => SMALL,
            _ => argument,
        };
        let arguments: Vec<_> = command.split_whitespace().skip(1).map(file).collect();
        let ran = run(&arguments);
        // Some have findings or bad records to show.
        let expected = match command.trim_end() {
            "ehcp-qa assess plans --format csv --deny=error" => 1,
            "ehcp-qa validate plans stream.ndjson"
            | "ehcp-qa timescales dates.ndjson --format csv --today 2026-11-01"
            | "ehcp-qa sample references.txt --purpose team_manager --period 2024-autumn" => 2,
            _ => 0,
        };
        assert_eq!(ran.code, Some(expected), "{example}: {}", ran.err);
        assert!(!ran.out.is_empty(), "{example}");
        count += 1;
    }
    assert_eq!(count, 33);
}
