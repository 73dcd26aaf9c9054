//! Writes the schemas, or with `--check` tells whether the committed ones are stale.

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
    for (name, text) in ehcp_qa_schema::schemas() {
        let path = folder.join(name);
        if std::fs::read_to_string(&path).is_ok_and(|committed| committed == text) {
            continue;
        }
        if check {
            eprintln!("schema/{name} is stale: run `cargo xtask generate`.");
            stale = true;
        } else if let Err(error) = std::fs::write(&path, text) {
            eprintln!("schema/{name} cannot be written: {error}");
            return ExitCode::FAILURE;
        } else {
            println!("schema/{name} written");
        }
    }
    if stale { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
