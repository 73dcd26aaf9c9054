//! No file of the core names a heading of one council's framework: these come from the framework's data.

use std::fs;
use std::path::{Path, PathBuf};

/// What only a framework may say.
const WORDS: [&str; 13] = [
    "Annex",
    "Level ",
    "Key Stage",
    "Early Years",
    "Post 16",
    "Shropshire",
    "shropshire",
    "Synergy",
    "SENDAP",
    "P5",
    "Case Officer",
    "Team Manager",
    "Panel",
];

/// Where a word stands all the same, and why.
const EXCEPTIONS: [(&str, &str, &str); 1] =
    [("framework/built_in.rs", "shropshire", "the file of the built-in framework")];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && path.file_name().is_some_and(|name| name != "tests.rs")
        {
            found.push(path);
        }
    }
}

/// The string literals of a source, without comments and without the tests at its end.
fn literals(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
        } else if let Some(after) = rest.strip_prefix("r#\"") {
            let (literal, after) = after.split_once("\"#").unwrap();
            found.push(literal.to_owned());
            rest = after;
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest = rest.trim_start_matches(['\'', '\\', '"']);
        } else if c == '"' {
            let mut literal = String::new();
            let mut is_escaped = false;
            let mut length = 1;
            for c in rest.chars().skip(1) {
                length += c.len_utf8();
                if c == '"' && !is_escaped {
                    break;
                }
                is_escaped = c == '\\' && !is_escaped;
                literal.push(c);
            }
            found.push(literal);
            rest = &rest[length..];
        } else {
            rest = &rest[c.len_utf8()..];
        }
    }
    found
}

#[test]
fn literals_are_found_and_comments_and_tests_are_not() {
    let source = "let a = \"Annex A\"; // \"Level 1\"\nlet q = '\"'; let b = \"P\\\"5\";\n\
                  #[error(\"Panel\")] let r = r#\"Post \"16\"\"#;\n#[cfg(test)]\nmod tests { \"Synergy\" }";
    assert_eq!(literals(source), ["Annex A", "P\\\"5", "Panel", "Post \"16\""]);
}

#[test]
fn no_string_of_the_core_names_a_heading_of_a_framework() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut paths = Vec::new();
    files(root, &mut paths);
    paths.sort();
    assert!(paths.len() > 80, "{}", paths.len());
    let (mut named, mut used) = (Vec::new(), [false; EXCEPTIONS.len()]);
    for path in paths {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        for literal in literals(&fs::read_to_string(&path).unwrap()) {
            for word in WORDS.into_iter().filter(|word| literal.contains(word)) {
                let exception =
                    EXCEPTIONS.iter().position(|(at, of, _)| *at == name && *of == word);
                match exception {
                    Some(number) => used[number] = true,
                    None => named.push(format!("{name}: {literal}")),
                }
            }
        }
    }
    assert_eq!(named, Vec::<String>::new());
    assert!(used.iter().all(|used| *used), "an exception is no longer needed");
}
