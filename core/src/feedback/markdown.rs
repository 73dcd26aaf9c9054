//! The form as Markdown.

use super::print::{chosen, label, left_out, written};
use super::{Comment, Feedback};
use crate::framework::{AnnexA, Framework};

/// The form as Markdown (`CommonMark`). It holds no HTML, and signs in a text stay text.
#[must_use]
pub fn to_markdown(framework: &Framework, form: &Feedback) -> String {
    let annex = framework.annex_a();
    let mut out = String::from("# ");
    text(&mut out, &annex.title);
    out.push_str("\n\n");
    for field in &annex.fields {
        out.push_str("- **");
        text(&mut out, &field.label);
        out.push_str("**");
        if let Some(note) = &field.note {
            out.push(' ');
            text(&mut out, note);
        }
        let columns = field.columns.as_deref().unwrap_or_default();
        let options = field.options.as_deref().unwrap_or_default();
        for column in 0..columns.len().max(usize::from(!options.is_empty())) {
            if let Some(name) = columns.get(column) {
                out.push_str("\n  - ");
                text(&mut out, name);
                out.push(':');
            }
            if let Some(option) = chosen(form, field, column).and_then(|one| options.get(one)) {
                out.push(' ');
                text(&mut out, option);
            }
        }
        if options.is_empty() {
            out.push(' ');
            text(&mut out, &written(framework, form, field));
        }
        out.push('\n');
    }
    heading(&mut out, &annex.key_heading);
    for key in &annex.key {
        out.push_str("- ");
        text(&mut out, &key.printed);
        out.push('\n');
    }
    heading(&mut out, &annex.sections_heading);
    for (number, section) in annex.sections.iter().enumerate() {
        out.push_str(if number == 0 { "### " } else { "\n### " });
        text(&mut out, &section.heading);
        out.push('\n');
        for (number, prompt) in section.prompts.iter().enumerate() {
            out.push_str(if number == 0 { "\n- *" } else { "- *" });
            text(&mut out, prompt);
            out.push_str("*\n");
        }
        for filled in form.sections.iter().filter(|filled| filled.id == section.id) {
            for line in filled.texts.iter().flat_map(|text| text.0.lines()) {
                if !line.trim().is_empty() {
                    out.push('\n');
                    text(&mut out, line);
                    out.push('\n');
                }
            }
            // A list of another sign than the prompts', so that the two stay apart.
            for (number, one) in filled.comments.iter().enumerate() {
                out.push_str(if number == 0 { "\n* " } else { "* " });
                comment(&mut out, &annex, one);
            }
        }
    }
    if let Some(told) = left_out(form) {
        out.push('\n');
        text(&mut out, &told);
        out.push('\n');
    }
    out.push('\n');
    text(&mut out, &annex.statement);
    out.push('\n');
    out
}

fn heading(out: &mut String, heading: &str) {
    out.push_str("\n## ");
    text(out, heading);
    out.push_str("\n\n");
}

fn comment(out: &mut String, annex: &AnnexA, comment: &Comment) {
    out.push_str("**");
    text(out, &label(annex, comment.action));
    out.push_str("** ");
    if let Some(quote) = &comment.quote {
        out.push('“');
        text(out, &quote.0);
        out.push_str("” ");
    }
    text(out, &comment.note.0);
    if let Some(suggestion) = &comment.suggestion {
        out.push_str(" *Instead:* ");
        text(out, &suggestion.0);
    }
    out.push('\n');
}

/// Writes a text in one line, so that none of its signs means anything.
#[cfg_attr(target_family = "wasm", inline(never))]
fn text(out: &mut String, text: &str) {
    let mut before = ' ';
    let mut is_first = true;
    for c in text.trim().chars() {
        // Ends of lines would start a paragraph or a list; the ends of a paragraph are not white space
        // to everyone.
        let c = if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => {
                let has_meaning = match c {
                    '\\' | '`' | '*' | '_' | '[' | ']' | '(' | ')' | '{' | '}' | '#' | '|'
                    | '~' | '!' | '@' | '^' | '$' => true,
                    // The start of a list item, a rule, a heading or a table.
                    '-' | '+' | '=' | ':' if is_first => true,
                    // "1." starts a list; "https:" and "www." start a link.
                    '.' => before.is_ascii_digit() || before.eq_ignore_ascii_case(&'w'),
                    ':' => before.is_ascii_alphabetic(),
                    _ => false,
                };
                if has_meaning {
                    out.push('\\');
                }
                out.push(c);
            }
        }
        before = c;
        is_first = false;
    }
}
