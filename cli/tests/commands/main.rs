//! Runs the program on documents written by hand, and asserts its output, places and exit codes.

mod advice;
mod assess;
mod authoring;
mod families;
mod learning;
mod manual;
mod messages;
mod output;
mod plans;
mod sheets;
mod summarise;
mod timescales;
mod validate;
mod whole_plans;
mod wording;

use std::io::Write as _;
use std::process::{Command, Stdio};

/// How a run ended.
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

/// Runs the program in the folder of the fixtures, without anything on its standard input.
fn run(arguments: &[&str]) -> Ran {
    run_on(arguments, b"", &[])
}

/// Runs the program with something on its standard input, and with variables set.
fn run_on(arguments: &[&str], input: &[u8], variables: &[(&str, &str)]) -> Ran {
    let mut child = command(arguments).envs(variables.iter().copied()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The program may stop reading before the end.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ehcp-qa"));
    command
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures"))
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

#[track_caller]
fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
}

/// The words of each line, without the white space that aligns them.
fn words(text: &str) -> Vec<String> {
    text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}
