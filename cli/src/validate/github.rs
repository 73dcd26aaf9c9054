//! What is wrong as annotations of GitHub Actions: workflow commands, a line each.

use std::io::{self, Write};

use ehcp_qa_core::framework::Severity;

use crate::fault::Fault;

/// Problems, all of them errors.
pub(super) fn annotations(out: &mut impl Write, faults: &[Fault]) -> io::Result<()> {
    faults.iter().try_for_each(|fault| annotation(out, Severity::Error, fault, &fault.sentence()))
}

/// One annotation.
pub(crate) fn annotation(
    out: &mut impl Write,
    severity: Severity,
    fault: &Fault,
    sentences: &str,
) -> io::Result<()> {
    let command = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "notice",
    };
    write!(out, "::{command} file={}", property(&fault.file))?;
    if let Some(place) = fault.place {
        write!(out, ",line={},col={}", place.line, place.column)?;
    }
    writeln!(out, ",title={}::{}", property(fault.code), data(sentences))
}

/// A text behind the two colons.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text between commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Place;

    #[track_caller]
    fn check(fault: &Fault, expected: &str) {
        let mut out = Vec::new();
        annotations(&mut out, std::slice::from_ref(fault)).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn characters_that_end_a_field_are_escaped() {
        let mut fault = Fault {
            file: "a,b:100%.json".to_owned(),
            place: Some(Place { line: 3, column: 7 }),
            pointer: "/plan/age".to_owned(),
            code: "missing",
            message: "100%: one,\r\ntwo.".to_owned(),
        };
        let expected = "::error file=a%2Cb%3A100%25.json,line=3,col=7,title=missing\
                        ::/plan/age: 100%25: one,%0D%0Atwo.\n";
        check(&fault, expected);
        fault.place = None;
        fault.pointer = String::new();
        fault.message = "Gone.".to_owned();
        check(&fault, "::error file=a%2Cb%3A100%25.json,title=missing::Gone.\n");
    }
}
