//! The native engine for comparison: reads one review a line, writes one result a line.

use std::io::{BufRead as _, Write as _};

use ehcp_qa_core::{Framework, Review, assess, to_line};
use serde_json::json;

fn main() -> std::io::Result<()> {
    let framework = Framework::shropshire_2023();
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        match Review::from_json(&framework, &line?) {
            // Text, not a Value: the bytes themselves are compared.
            Ok(review) => {
                let assessment = serde_json::to_string(&assess(&review))?;
                let line = json!(to_line(&review));
                writeln!(output, r#"{{"assessment":{assessment},"line":{line}}}"#)?;
            }
            Err(problems) => {
                writeln!(output, r#"{{"problems":{}}}"#, serde_json::to_string(&problems)?)?;
            }
        }
    }
    output.flush()
}
