//! The thread as a Mermaid flowchart.

use super::label::{breaks, first_words, marks};
use super::{Thread, ThreadKind};

/// The thread as a Mermaid flowchart, from left to right, with a box around each kind of item. A broken
/// item says in words what is missing.
///
/// All items are in it. Mermaid itself refuses more than 50,000 characters or 500 lines unless it is
/// set up otherwise.
#[must_use]
pub fn mermaid(thread: &Thread) -> String {
    let breaks = breaks(thread);
    let mut out = String::from("flowchart LR\n");
    for (column, kind) in ThreadKind::ALL.iter().enumerate() {
        let is_of = |(_, (item, _)): &(usize, (&super::ThreadNode, _))| item.kind == *kind;
        let items = thread.items.iter().zip(&breaks).enumerate().filter(is_of);
        let (heading, sections) = kind.heading();
        // Mermaid draws an empty box around nothing as an item.
        let mut is_empty = true;
        for (number, (item, breaks)) in items {
            if is_empty {
                let parts =
                    ["  subgraph c", &column.to_string(), "[\"", heading, ": ", sections, "\"]\n"];
                out.extend(parts);
                is_empty = false;
            }
            out.extend(["    n", &number.to_string(), "[\""]);
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
        let (from, to) = line.ends;
        out.extend(["  n", &from.to_string(), " --- n", &to.to_string(), "\n"]);
    }
    if breaks.iter().any(|breaks| !breaks.is_empty()) {
        out.push_str("  classDef broken stroke-width:3px,stroke-dasharray:6 3\n");
    }
    out
}

/// Appends a text for a label in quotation marks. Everything that Mermaid, Markdown or HTML might read
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
