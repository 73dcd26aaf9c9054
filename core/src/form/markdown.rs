//! The form as Markdown.

use super::feedback::{Comment, Feedback};
use super::print::{chosen, kept, label, left_out, written};
use crate::framework::{Framework, PrintedForm};
use crate::text::markdown::{push_heading, push_paragraphs, push_text};

/// The form as Markdown (`CommonMark`). It holds no HTML, and every character of a text stays text.
#[must_use]
pub fn to_markdown(framework: &Framework, form: &Feedback) -> String {
    let printed = framework.feedback_form().unwrap_or_default();
    let mut out = String::from("# ");
    push_text(&mut out, &printed.title);
    out.push_str("\n\n");
    for field in &printed.fields {
        out.push_str("- **");
        push_text(&mut out, &field.label);
        out.push_str("**");
        if let Some(note) = &field.note {
            out.push(' ');
            push_text(&mut out, note);
        }
        let columns = field.columns.as_deref().unwrap_or_default();
        let options = field.options.as_deref().unwrap_or_default();
        for column in 0..columns.len().max(usize::from(!options.is_empty())) {
            if let Some(name) = columns.get(column) {
                out.push_str("\n  - ");
                push_text(&mut out, name);
                out.push(':');
            }
            if let Some(option) =
                chosen(framework, form, field, column).and_then(|one| options.get(one))
            {
                out.push(' ');
                push_text(&mut out, option);
            }
        }
        if options.is_empty() {
            out.push(' ');
            push_text(&mut out, &written(framework, form, field));
        }
        out.push('\n');
    }
    push_heading(&mut out, &printed.key_heading);
    for key in &printed.key {
        out.push_str("- ");
        push_text(&mut out, &key.printed);
        out.push('\n');
    }
    push_heading(&mut out, &printed.sections_heading);
    for (number, section) in printed.sections.iter().enumerate() {
        out.push_str(if number == 0 { "### " } else { "\n### " });
        push_text(&mut out, &section.heading);
        out.push('\n');
        for (number, prompt) in section.prompts.iter().enumerate() {
            out.push_str(if number == 0 { "\n- *" } else { "- *" });
            push_text(&mut out, prompt);
            out.push_str("*\n");
        }
        for filled in form.sections.iter().filter(|filled| filled.id == section.id) {
            for text in &filled.texts {
                push_paragraphs(&mut out, &text.0);
            }
            // Another bullet than that of the prompts, so that the two lists stay apart.
            for (number, comment) in filled.comments.iter().enumerate() {
                out.push_str(if number == 0 { "\n* " } else { "* " });
                push_comment(&mut out, &printed, comment);
            }
        }
    }
    if let Some(words) = left_out(framework, form) {
        out.push('\n');
        push_text(&mut out, &words);
        out.push('\n');
    }
    out.push('\n');
    push_text(&mut out, &printed.statement);
    out.push('\n');
    out
}

fn push_comment(out: &mut String, printed: &PrintedForm, comment: &Comment) {
    out.push_str("**");
    push_text(out, &label(printed, comment.action));
    out.push_str("** ");
    if let Some(quote) = &comment.quote {
        out.push('“');
        push_text(out, &quote.0);
        out.push_str("” ");
    }
    push_text(out, &comment.note.0);
    if let Some(suggestion) = &comment.suggestion {
        out.push_str(" *Instead:* ");
        push_text(out, &suggestion.0);
    }
    if let Some(is_kept) = comment.kept {
        out.push_str(" *");
        out.push_str(kept(is_kept));
        out.push('*');
    }
    out.push('\n');
}
