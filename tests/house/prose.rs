//! What is written about the project: paths that exist, and lines of a readable length.

use std::path::Path;

use crate::{assert_none, project, text};

/// The most characters on a line of prose.
const MOST: usize = 120;

/// Folders whose files are not part of the project, are broken on purpose, or are plans to be read.
const PASSED_OVER: [&str; 9] =
    [".git", "target", "node_modules", "dist", "pkg", "out", "crooked", "unread", "__pycache__"];

/// Files that are made from others.
const GENERATED: [&str; 2] = ["docs/rules.md", "wasm/js/documents.ts"];

/// Calls a function with the path and the text of every file of the project with such an ending.
pub(crate) fn each_file(folder: &Path, endings: &[&str], visit: &mut impl FnMut(&str, &str)) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).expect("a folder").flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        if path.is_dir() {
            if !PASSED_OVER.contains(&name.as_str()) {
                each_file(&path, endings, visit);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let path = path.strip_prefix(project()).expect("a path in the project");
            let path = path.to_str().expect("a path in UTF-8");
            if !GENERATED.contains(&path) {
                visit(path, &text(path));
            }
        }
    }
}

/// The texts between backticks, outside blocks of code.
fn quoted(markdown: &str) -> Vec<&str> {
    let mut quoted = Vec::new();
    for (place, block) in markdown.split("```").enumerate() {
        if place % 2 == 0 {
            quoted.extend(block.split('`').skip(1).step_by(2));
        }
    }
    quoted
}

#[test]
fn every_path_in_the_architecture_exists() {
    let architecture = text("ARCHITECTURE.md");
    let mut count = 0;
    let mut lines = Vec::new();
    for path in quoted(&architecture) {
        let endings = [".rs", ".ts", ".mjs", ".json", ".md", ".html", ".py", ".toml", "/"];
        if path.contains([' ', ':', '<', '*'])
            || !endings.iter().any(|ending| path.ends_with(ending))
        {
            continue;
        }
        count += 1;
        // The rooms are those of `core/src`.
        let is_there = |folder: &str| project().join(folder).join(path).exists();
        if !is_there("") && !is_there("core/src") {
            lines.push(path.to_owned());
        }
    }
    assert!(count > 40, "{count} paths are named");
    assert_none("ARCHITECTURE.md names what is not there:", &lines);
}

#[test]
fn no_line_of_prose_is_too_long() {
    let mut lines = Vec::new();
    let mut report = |path: &str, number: usize, line: &str| {
        if line.chars().count() > MOST {
            lines.push(format!("{path}:{}: {} characters", number + 1, line.chars().count()));
        }
    };
    each_file(&project(), &[".md"], &mut |path, text| {
        // The sets of advice are documents to be read, as their authors wrote them.
        if path.strip_prefix("tests/advice/").is_some_and(|rest| rest.contains('/')) {
            return;
        }
        let prose = text.lines().enumerate().filter(|(_, line)| !line.starts_with('|'));
        prose.for_each(|(number, line)| report(path, number, line));
    });
    let code = [".rs", ".ts", ".mjs", ".js"];
    each_file(&project(), &code, &mut |path, text| {
        let is_comment =
            |line: &str| ["//", "/*", "* "].iter().any(|mark| line.trim_start().starts_with(mark));
        let comments = text.lines().enumerate().filter(|(_, line)| is_comment(line));
        comments.for_each(|(number, line)| report(path, number, line));
    });
    assert_none("These lines of prose are over 120 characters:", &lines);
}
