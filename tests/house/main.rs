//! The shape of the project: which file may use which, and what the documents about it say.

mod crates;
mod names;
mod prose;
mod rooms;
mod source;

use std::path::{Path, PathBuf};

/// The folder of the project.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The text of a file of the project.
fn text(path: &str) -> String {
    let file = project().join(path);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Fails with every line, if there is one.
#[track_caller]
fn assert_none(heading: &str, lines: &[String]) {
    assert!(lines.is_empty(), "{heading}\n  {}\n", lines.join("\n  "));
}
