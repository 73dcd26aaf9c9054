//! Prints the sentences of pieces of advice with their features, for a training: reads the path of a file in Markdown
//! on each line, and writes one line of JSON for each.

use std::io::{BufRead as _, BufWriter, Write as _};

use ehcp_qa_core::plan::advice_sentences_markdown;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for path in std::io::stdin().lock().lines() {
        let text = std::fs::read_to_string(path?)?;
        let sentences = advice_sentences_markdown(&text)?;
        serde_json::to_writer(&mut out, &sentences)?;
        writeln!(out)?;
    }
    Ok(())
}
