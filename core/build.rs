//! Packs the built-in documents and computes their digests: a start of the engine has no time for either. Makes
//! constants of the messages, and a macro of the sentences of problems.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// The built-in documents, each by the variable that holds its digest.
const BUILT_IN: [(&str, &str); 3] = [
    ("FRAMEWORK_SHA256", "frameworks/shropshire-2023.json"),
    ("WORDING_SHA256", "frameworks/wording.json"),
    ("LEARNED_SHA256", "frameworks/learned.json"),
];

/// The messages in English.
const MESSAGES: &str = "frameworks/messages.json";

/// With what the keys of the sentences of problems begin.
const PROBLEM: &str = "problem.";

/// The files of constants, each with the start of its keys: a room has those that it says. The last has all others.
const SAID_IN: [(&str, &str); 6] = [
    ("messages_of_deadlines.rs", "deadline."),
    ("messages_of_forms.rs", "form."),
    ("messages_of_plans.rs", "plan."),
    ("messages_of_reports.rs", "report."),
    ("messages_of_wording.rs", "wording."),
    ("messages_of_grading.rs", ""),
];

/// The fields that document a rule. A framework has none of them.
const EXAMPLES: [&str; 3] = ["example", "example_context", "near_miss"];

/// The parts of a framework's interpretation that grading does without, by the features that use them.
const PARTS: [(&str, &[&str]); 3] = [
    ("SERVICE", &["thread", "sampling", "process", "report", "families"]),
    ("WHOLE", &["thread", "plan", "advice", "bearing", "timescales"]),
    ("WRITING", &["thread", "feedback", "timescales"]),
];

/// What is printed or noted beside what grading uses, by the features that use it. Without them it keeps its shape
/// alone.
const EMPTIED: [(&[&str], &[&str]); 2] = [
    (
        &["SERVICE", "WHOLE", "WRITING"],
        &[
            "interpretation/readings",
            "wording/feedback_form",
            "wording/descriptor_table",
            "wording/feedback",
            "wording/introduction",
            "wording/principles",
            "wording/scoring",
            "wording/standards/introduction",
            "wording/standards/items/text",
            "wording/vision",
        ],
    ),
    // What is about many plans, and the process around a draft.
    (
        &["SERVICE"],
        &[
            "wording/actions",
            "wording/improvement_process",
            "wording/continuous_improvement",
            "wording/learning_summary",
            "wording/levels/closing",
            "wording/levels/introduction",
            "wording/levels/items/how_often",
            "wording/levels/items/reports_to",
            "wording/levels/items/sample",
            "wording/levels/items/text",
            "wording/levels/items/who",
        ],
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    for (variable, path) in BUILT_IN {
        println!("cargo::rerun-if-changed={path}");
        let mut document: Value = serde_json::from_slice(&fs::read(path)?)?;
        leave_out_examples(&mut document);
        println!("cargo::rustc-env={variable}={}", digest(document.clone())?);
        leave_out_parts(&mut document);
        let name = Path::new(path).file_name().ok_or("a file")?;
        fs::write(out(name)?, document.to_string())?;
    }
    println!("cargo::rerun-if-changed={MESSAGES}");
    let messages: Value = serde_json::from_slice(&fs::read(MESSAGES)?)?;
    for (file, start) in SAID_IN {
        let constants = constants(&messages, start).ok_or("a catalogue of messages")?;
        fs::write(out(file)?, constants)?;
    }
    fs::write(out("problems.rs")?, templates(&messages).ok_or("a catalogue of messages")?)?;
    Ok(())
}

fn out(name: impl AsRef<Path>) -> Result<PathBuf, env::VarError> {
    Ok(Path::new(&env::var("OUT_DIR")?).join(name))
}

/// Each message of a room as a constant: a key that code uses and the catalogue lacks does not compile.
fn constants(messages: &Value, start: &str) -> Option<String> {
    let texts = messages.get("texts")?.as_object()?;
    let plural = messages.get("plural")?.as_object()?;
    let mut code = String::new();
    let start_of = |key: &str| SAID_IN.into_iter().find(|(_, start)| key.starts_with(start));
    let is_said = |key: &str| start_of(key).is_some_and(|(_, of)| of == start);
    for (key, text) in texts.iter().filter(|(key, _)| is_said(key)) {
        let is_form = |form: &Value| {
            let base = form.as_str().and_then(|form| key.strip_suffix(form)?.strip_suffix('.'));
            base.is_some_and(|base| texts.contains_key(base))
        };
        if plural.values().any(is_form) || key.starts_with(PROBLEM) {
            continue;
        }
        let mut forms = String::new();
        for (count, form) in plural {
            if let Some(text) = texts.get(&[key, ".", form.as_str()?].concat()) {
                write!(forms, "({count}, {:?}),", text.as_str()?).ok()?;
            }
        }
        let name = key.replace('.', "_").to_uppercase();
        let text = text.as_str()?;
        writeln!(
            code,
            "pub(crate) const {name}: Message = Message::new({key:?}, {text:?}, &[{forms}]);"
        )
        .ok()?;
    }
    Some(code)
}

/// A macro that turns the code of a problem into its template; one beside the code is taken as it is.
fn templates(messages: &Value) -> Option<String> {
    let mut code = String::from("macro_rules! template {($_:tt $given:literal) => { $given };");
    for (key, text) in messages.get("texts")?.as_object()? {
        if let Some(name) = key.strip_prefix(PROBLEM) {
            write!(code, "({name:?}) => {{ {:?} }};", text.as_str()?).ok()?;
        }
    }
    code.push('}');
    Some(code)
}

fn leave_out_examples(document: &mut Value) {
    match document {
        Value::Array(entries) => entries.iter_mut().for_each(leave_out_examples),
        Value::Object(fields) => {
            fields.retain(|name, _| !EXAMPLES.contains(&name.as_str()));
            fields.values_mut().for_each(leave_out_examples);
        }
        _ => {}
    }
}

/// The SHA-256 of the whole document, whatever parts of it a build has.
fn digest(mut document: Value) -> Result<String, std::fmt::Error> {
    document.sort_all_objects();
    let mut sha256 = String::new();
    for byte in Sha256::digest(document.to_string()) {
        write!(sha256, "{byte:02x}")?;
    }
    Ok(sha256)
}

fn is_on(feature: &str) -> bool {
    env::var_os(format!("CARGO_FEATURE_{feature}")).is_some()
}

/// Leaves out the parts that no feature of this build uses.
fn leave_out_parts(document: &mut Value) {
    for (features, paths) in EMPTIED {
        if !features.iter().any(|feature| is_on(feature)) {
            for path in paths {
                empty_at(document, path);
            }
        }
    }
    let Some(Value::Object(interpretation)) = document.get_mut("interpretation") else { return };
    let (used, unused): (Vec<_>, Vec<_>) = PARTS.iter().partition(|(feature, _)| is_on(feature));
    let is_used = |name: &str| used.iter().any(|(_, parts)| parts.contains(&name));
    let is_unused = |name: &str| unused.iter().any(|(_, parts)| parts.contains(&name));
    interpretation.retain(|name, _| is_used(name) || !is_unused(name));
}

/// Empties what is at a path, in each entry of a list on the way.
fn empty_at(value: &mut Value, path: &str) {
    match value {
        Value::Array(entries) => entries.iter_mut().for_each(|entry| empty_at(entry, path)),
        Value::Object(fields) => {
            let (name, rest) =
                path.split_once('/').map_or((path, None), |(name, rest)| (name, Some(rest)));
            match (fields.get_mut(name), rest) {
                (Some(field), Some(rest)) => empty_at(field, rest),
                (Some(field), None) => empty(field),
                (None, _) => {}
            }
        }
        _ => {}
    }
}

/// Leaves no text and no entry, and the fields as they are.
fn empty(value: &mut Value) {
    match value {
        Value::String(text) => text.clear(),
        Value::Array(entries) => entries.clear(),
        Value::Object(fields) => fields.values_mut().for_each(empty),
        _ => {}
    }
}
