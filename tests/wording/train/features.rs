//! Prints the features of texts, for a training: reads a line of JSON for each text, with its section, and writes one
//! with the features of each of its statements, whether a rule that is judged finds something serious in it, and
//! whether that is reported whatever is judged.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufWriter, Write as _};
use std::sync::Arc;

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::wording::{
    Lexicon, Linting, SectionBlocks, StatementFeatures, Weights, features, lint,
};
use serde::Deserialize;
use serde_json::json;

/// Weights that judge nothing.
const NONE: &str = r#"{"id": "none", "edition": "1", "language": "en", "heads": []}"#;

#[derive(Deserialize)]
struct Text {
    section: String,
    text: String,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let none = Weights::from_json(NONE).map_err(|problems| format!("{problems:?}"))?;
    let lexicon = Lexicon::built_in_with(Arc::new(none));
    let judged = lexicon.rules().filter(|rule| rule.judged_by.is_some());
    let judged: BTreeSet<&str> = judged.map(|rule| rule.id.as_str()).collect();
    let context = Linting::default();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let Text { section, text } = serde_json::from_str(&line?)?;
        let found = lint(&lexicon, &section, &text, &context);
        let raised = found.findings.iter().filter(|finding| {
            let mut parts = finding.parts.iter();
            parts.any(|part| judged.contains(part.rule) && part.severity != Severity::Information)
        });
        let raised: Vec<_> = raised.map(|finding| finding.span).collect();
        let statements = features(&lexicon, &section, &SectionBlocks::of_text(&text), &context);
        let statements = statements.into_iter().map(|statement| {
            let StatementFeatures { span, features, stands, .. } = statement;
            let is_raised = raised.iter().any(|of| of.start < span.end && span.start < of.end);
            json!({"span": span, "features": features, "raised": is_raised, "stands": stands})
        });
        serde_json::to_writer(&mut out, &statements.collect::<Vec<_>>())?;
        writeln!(out)?;
    }
    Ok(())
}
