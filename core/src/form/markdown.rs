//! The form as Markdown.

use super::print::{chosen, label, left_out, written};
use super::{Comment, Feedback};
use crate::framework::{AnnexA, Framework};
use crate::text::markup::{markdown, markdown_heading, markdown_paragraphs};

/// The form as Markdown (`CommonMark`). It holds no HTML, and signs in a text stay text.
#[must_use]
pub fn to_markdown(framework: &Framework, form: &Feedback) -> String {
    let annex = framework.annex_a();
    let mut out = String::from("# ");
    markdown(&mut out, &annex.title);
    out.push_str("\n\n");
    for field in &annex.fields {
        out.push_str("- **");
        markdown(&mut out, &field.label);
        out.push_str("**");
        if let Some(note) = &field.note {
            out.push(' ');
            markdown(&mut out, note);
        }
        let columns = field.columns.as_deref().unwrap_or_default();
        let options = field.options.as_deref().unwrap_or_default();
        for column in 0..columns.len().max(usize::from(!options.is_empty())) {
            if let Some(name) = columns.get(column) {
                out.push_str("\n  - ");
                markdown(&mut out, name);
                out.push(':');
            }
            if let Some(option) = chosen(form, field, column).and_then(|one| options.get(one)) {
                out.push(' ');
                markdown(&mut out, option);
            }
        }
        if options.is_empty() {
            out.push(' ');
            markdown(&mut out, &written(framework, form, field));
        }
        out.push('\n');
    }
    markdown_heading(&mut out, &annex.key_heading);
    for key in &annex.key {
        out.push_str("- ");
        markdown(&mut out, &key.printed);
        out.push('\n');
    }
    markdown_heading(&mut out, &annex.sections_heading);
    for (number, section) in annex.sections.iter().enumerate() {
        out.push_str(if number == 0 { "### " } else { "\n### " });
        markdown(&mut out, &section.heading);
        out.push('\n');
        for (number, prompt) in section.prompts.iter().enumerate() {
            out.push_str(if number == 0 { "\n- *" } else { "- *" });
            markdown(&mut out, prompt);
            out.push_str("*\n");
        }
        for filled in form.sections.iter().filter(|filled| filled.id == section.id) {
            for text in &filled.texts {
                markdown_paragraphs(&mut out, &text.0);
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
        markdown(&mut out, &told);
        out.push('\n');
    }
    out.push('\n');
    markdown(&mut out, &annex.statement);
    out.push('\n');
    out
}

fn comment(out: &mut String, annex: &AnnexA, comment: &Comment) {
    out.push_str("**");
    markdown(out, &label(annex, comment.action));
    out.push_str("** ");
    if let Some(quote) = &comment.quote {
        out.push('“');
        markdown(out, &quote.0);
        out.push_str("” ");
    }
    markdown(out, &comment.note.0);
    if let Some(suggestion) = &comment.suggestion {
        out.push_str(" *Instead:* ");
        markdown(out, &suggestion.0);
    }
    out.push('\n');
}
