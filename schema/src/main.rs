//! Writes the schemas, the reference of the rules and their titles. With `--check` it reports the committed ones that
//! are stale.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let check = match arguments.as_slice() {
        [] => false,
        [only] if only == "--check" => true,
        _ => {
            eprintln!("usage: cargo run -p ehcp-qa-schema [-- --check]");
            return ExitCode::from(2);
        }
    };
    let mut stale = false;
    let schemas = ehcp_qa_schema::schemas().into_iter();
    let schemas = schemas.map(|(name, schema)| {
        (format!("schema/{name}.schema.json"), ehcp_qa_schema::text(&schema))
    });
    let rules = ("docs/rules.md".to_owned(), ehcp_qa_schema::rules_reference());
    let titles = ("core/frameworks/wording-titles.txt".to_owned(), ehcp_qa_schema::rule_titles());
    let open = ("schema/open.ndjson".to_owned(), ehcp_qa_schema::open_schemas());
    for (name, text) in schemas.chain([open, rules, titles]) {
        let path = folder.join("..").join(&name);
        if std::fs::read_to_string(&path).is_ok_and(|committed| committed == text) {
            continue;
        }
        if check {
            eprintln!("{name} is stale: run `cargo xtask generate`.");
            stale = true;
        } else if let Err(error) = std::fs::write(&path, text) {
            eprintln!("{name} cannot be written: {error}");
            return ExitCode::FAILURE;
        } else {
            println!("{name} written");
        }
    }
    if stale { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
