//! What leaves the program: data as it is, and an exit code that says whether all of it could be written.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;

use super::{command, run_on};

/// A reference that sets the title of a terminal and the colour of what follows.
const ESCAPES: &str = r"\u001b]0;owned\u0007\u001b[31mP-1";

fn review(reference: &str) -> String {
    format!(r#"{{"framework":"shropshire-2023","plan":{{"reference":"{reference}"}}}}"#)
}

#[test]
fn data_in_a_pipe_is_not_changed() {
    let input = [review(ESCAPES), review("P-1")].join("\n");
    let ran = run_on(&["assess", "--format", "csv"], input.as_bytes(), &[]);
    let rows: Vec<&str> = ran.out.lines().skip(1).collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[0].contains(",\u{1b}]0;owned\u{7}\u{1b}[31mP-1,"), "{:?}", rows[0]);
    assert!(rows[1].contains(",P-1,"), "{:?}", rows[1]);
}

#[test]
fn text_for_people_has_no_control_characters_from_outside() {
    let input = [review(ESCAPES), review("P-1")].join("\n");
    let forced = &[("CLICOLOR_FORCE", "1")];
    let ran = run_on(&["assess"], input.as_bytes(), forced);
    assert!(ran.out.contains('\u{1b}'), "colours were asked for");
    assert!(!ran.out.contains("\u{1b}]0;"), "{:?}", ran.out);
    assert!(!ran.out.contains("\u{1b}[31mP-1"), "{:?}", ran.out);
}

#[test]
fn a_reader_who_closes_the_output_hides_no_fault() {
    let mut child = command(&["validate", "--ndjson"]).spawn().expect("the program");
    let mut stdin = child.stdin.take().expect("its input");
    let writer = std::thread::spawn(move || {
        use std::io::Write as _;
        // Many times what a pipe holds, with a fault in each line.
        for _ in 0..20_000 {
            if writeln!(stdin, r#"{{"framework":"shropshire-2023","plan":{{"age":99}}}}"#).is_err()
            {
                return;
            }
        }
    });
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut first).expect("a line");
    assert!(first.contains("/plan/age"), "{first}");
    let status = child.wait().expect("the program ends");
    writer.join().expect("all is written");
    assert_eq!(status.code(), Some(2));
    let mut said = String::new();
    child.stderr.take().expect("its errors").read_to_string(&mut said).expect("text");
    assert_eq!(said, "");
}

#[test]
#[cfg(target_os = "linux")]
fn help_that_cannot_be_written_is_no_success() {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("a full device");
    let mut child = command(&["--help"]).stdout(Stdio::from(full)).spawn().expect("the program");
    assert_eq!(child.wait().expect("it ends").code(), Some(2));
}

/// What a shell makes of `>&-`: no standard output at all.
#[test]
#[cfg(unix)]
fn an_output_that_is_closed_is_no_success() {
    let program = env!("CARGO_BIN_EXE_ehcp-qa");
    for arguments in ["--help", "framework show", "schema review"] {
        let ran = std::process::Command::new("sh")
            .args(["-c", &format!("\"$0\" {arguments} >&-"), program])
            .output()
            .expect("a shell");
        assert_eq!(ran.status.code(), Some(2), "{arguments}");
        let said = String::from_utf8(ran.stderr).expect("text");
        assert!(said.contains("The output cannot be written: it is closed."), "{said}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn an_input_without_an_end_is_refused() {
    for arguments in [&["assess", "/dev/zero"][..], &["assess", "--ndjson", "/dev/zero"]] {
        let ran = run_on(arguments, b"", &[]);
        assert_eq!(ran.code, Some(2), "{arguments:?}");
        assert!(ran.err.contains("/dev/zero"), "{}", ran.err);
    }
}

#[test]
fn the_lines_behind_one_that_is_too_long_are_read() {
    let long = format!(r#"{{"framework":"{}"}}"#, "x".repeat(3_000_000));
    let input = [review("P-1"), long, review("P-2")].join("\n");
    let ran = run_on(&["assess", "--format", "csv", "--ndjson"], input.as_bytes(), &[]);
    assert_eq!(ran.code, Some(2));
    let rows: Vec<&str> = ran.out.lines().skip(1).collect();
    assert!(rows.len() == 2 && rows[0].contains("P-1") && rows[1].contains("P-2"), "{rows:?}");
}

#[test]
fn a_document_with_many_unknown_fields_has_as_many_problems_as_are_listed() {
    let fields: Vec<String> = (0..30_000).map(|number| format!(r#""f{number}":0"#)).collect();
    let text = format!(r#"{{"texts":{{"F":"x"}},{}}}"#, fields.join(","));
    let ran = run_on(&["validate", "--as", "texts"], text.as_bytes(), &[]);
    assert_eq!(ran.code, Some(2));
    let problems = ran.out.lines().filter(|line| line.contains("error")).count();
    assert_eq!(problems, 1_001, "{}", ran.out.lines().take(3).collect::<String>());
}
