//! The thread as a Mermaid flowchart.

use super::finding::Thread;
use super::label::{Labelled, first_words, items, marks};
use super::plan::ThreadKind;
use crate::document::table::Number;
use crate::text::fill::fill;

/// The thread as a Mermaid flowchart, from left to right, with a box around each kind of item. A broken
/// item names what is missing.
///
/// All items are in it. Mermaid refuses more than 50,000 characters or 500 lines, unless its configuration
/// allows more.
#[must_use]
pub fn mermaid(thread: &Thread) -> String {
    let items = items(thread);
    let mut out = String::from("flowchart LR\n");
    for (column, kind) in ThreadKind::ALL.iter().enumerate() {
        let of_kind = items.iter().filter(|(_, labelled)| labelled.item.kind == *kind);
        let (heading, sections) = kind.heading();
        // Mermaid draws a box without items as an item, so a kind without items has no box.
        let mut is_empty = true;
        for (number, Labelled { item, breaks }) in of_kind {
            if is_empty {
                out.push_str(&fill(
                    "  subgraph c{column}[\"{heading}: {sections}\"]\n",
                    &[("column", &column), ("heading", &heading), ("sections", &sections)],
                ));
                is_empty = false;
            }
            out.extend(["    n", &number.place().to_string(), "[\""]);
            push_label(&mut out, item.id);
            let words = first_words(item.text);
            if !words.is_empty() {
                out.push_str(": ");
                push_label(&mut out, &words);
            }
            for mark in marks(breaks) {
                out.push_str(" — ");
                push_label(&mut out, mark);
            }
            out.push_str(if breaks.is_empty() { "\"]\n" } else { "\"]:::broken\n" });
        }
        if !is_empty {
            out.push_str("  end\n");
        }
    }
    for line in &thread.lines {
        let (from, to) = (line.ends.0.place(), line.ends.1.place());
        out.push_str(&fill("  n{from} --- n{to}\n", &[("from", &from), ("to", &to)]));
    }
    if items.rows().iter().any(|labelled| !labelled.breaks.is_empty()) {
        out.push_str("  classDef broken stroke-width:3px,stroke-dasharray:6 3\n");
    }
    out
}

/// Appends a text for a label in quotation marks. A character that Mermaid, Markdown or HTML may interpret
/// becomes a code.
fn push_label(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '.' | ',' | ':' | '-' => out.push(c),
            c if c.is_ascii_punctuation() => {
                out.extend(["#", &u32::from(c).to_string(), ";"]);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}
