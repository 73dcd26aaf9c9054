//! The native engine for comparison: reads one review a line, writes one result a line. Given Word files, it writes
//! one plan a line, with what there is to review in it.

use std::fs::read;
use std::io::{BufRead as _, Write as _};

use ehcp_qa_core::plan::read_word;
use ehcp_qa_core::whole::{PlanContext, check};
use ehcp_qa_core::wording::Lexicon;
use ehcp_qa_core::{Framework, Review, assess, to_line};
use serde_json::json;

fn main() -> std::io::Result<()> {
    let framework = Framework::built_in();
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    let files: Vec<String> = std::env::args().skip(1).collect();
    if !files.is_empty() {
        let lexicon = Lexicon::built_in();
        for file in files {
            let plan = read_word(&read(file)?, &[]).map_err(std::io::Error::other)?;
            let check = check(&framework, &lexicon, &plan, &PlanContext::default());
            let (plan, check) = (serde_json::to_string(&plan)?, serde_json::to_string(&check)?);
            writeln!(output, r#"{{"plan":{plan},"check":{check}}}"#)?;
        }
        return output.flush();
    }
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
