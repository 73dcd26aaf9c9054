//! Names of one council's, which stand where its framework is built in and nowhere else in the code.

use crate::prose::each_file;
use crate::{assert_none, project};

/// The name in the ids and the title of the built-in framework.
const NAME: &str = "shropshire";

/// The code of the project.
const CODE: [&str; 7] =
    ["core", "cli/src", "schema/src", "wasm/src", "wasm/js", "js-demo/src", "xtask/src"];

/// Tests name whom they test, and so do documents that are examples.
const MAY_NAME: [&str; 4] =
    ["core/build.rs", "core/src/framework/built_in.rs", "core/tests/", "schema/src/examples.rs"];

/// The lines of code with the name. Comments have examples, which name a framework as hosts do.
fn named(code: &str) -> Vec<usize> {
    let is_code = |line: &str| !["//", "/*", "*"].iter().any(|mark| line.starts_with(mark));
    let lines = code.lines().zip(1..);
    let named =
        lines.filter(|(line, _)| is_code(line.trim_start()) && line.to_lowercase().contains(NAME));
    named.map(|(_, number)| number).collect()
}

#[test]
fn a_name_counts_in_code_and_not_in_comments() {
    let code =
        "//! let id = \"shropshire-2023\";\nlet a = \"Shropshire\"; // why\n/** Shropshire */\n";
    assert_eq!(named(code), [2]);
}

#[test]
fn code_names_no_council_but_where_its_framework_is_built_in() {
    let (mut found, mut count) = (Vec::new(), 0);
    for folder in CODE {
        each_file(&project().join(folder), &[".rs", ".ts"], &mut |path, code| {
            count += 1;
            if !MAY_NAME.iter().any(|known| path.starts_with(known)) {
                found.extend(named(code).into_iter().map(|line| format!("{path}:{line}")));
            }
        });
    }
    assert!(count > 500, "{count} files are looked at");
    assert_none("These lines name a council:", &found);
    for known in MAY_NAME {
        assert!(project().join(known).exists(), "{known} is not there");
    }
}
