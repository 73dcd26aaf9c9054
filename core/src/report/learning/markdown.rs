//! The form as Markdown.

use super::Learning;
use super::actions::{PrintedActions, printed as printed_actions};
use super::print::{cell, headings, is_drafted, written};
use crate::framework::Framework;
use crate::report::messages::REPORT_LEARNING_DRAFTED;
use crate::text::markdown::{push_heading, push_paragraphs, push_text};

/// The form as Markdown (`CommonMark`). It holds no HTML, and every character of a text stays text. A row of
/// the table is a heading with its columns below, since `CommonMark` has no tables.
#[must_use]
pub fn to_markdown(framework: &Framework, form: &Learning) -> String {
    let printed = framework.learning_summary().unwrap_or_default();
    let drafted = framework.rules.catalogue.say(&REPORT_LEARNING_DRAFTED, &[]);
    let mut out = String::from("# ");
    push_text(&mut out, &printed.heading);
    out.push('\n');
    push_heading(&mut out, &printed.title);
    for field in &printed.fields {
        out.push_str("- **");
        push_text(&mut out, &field.label);
        out.push_str("**");
        match written(form, field).as_slice() {
            [only] => {
                out.push(' ');
                push_text(&mut out, only);
            }
            texts => {
                for text in texts {
                    out.push_str("\n  - ");
                    push_text(&mut out, text);
                }
            }
        }
        out.push('\n');
    }
    let headings = headings(&printed);
    for row in &form.rows {
        for (column, heading) in headings.iter().enumerate() {
            let text = cell(row, column);
            if column == 0 {
                out.push_str("\n### ");
                push_text(&mut out, text);
                out.push('\n');
                continue;
            }
            out.push('\n');
            if !heading.trim().is_empty() {
                out.push_str("**");
                push_text(&mut out, heading);
                out.push_str("**");
            }
            if is_drafted(row, column) {
                out.extend([" *", &drafted, "*"]);
            }
            out.push('\n');
            push_paragraphs(&mut out, text);
        }
    }
    let actions = framework.actions().unwrap_or_default();
    if !actions.heading.is_empty() {
        push_heading(&mut out, &actions.heading);
    }
    for (number, paragraph) in actions.text.iter().enumerate() {
        out.push_str(if number == 0 { "" } else { "\n" });
        push_text(&mut out, paragraph);
        out.push('\n');
    }
    let [earlier, agreed] = printed_actions(framework, form);
    for list in agreed.iter().chain(&earlier) {
        push_actions(&mut out, list);
    }
    out
}

/// Actions, an item each: what is to be done, and below it what else is said of it.
fn push_actions(out: &mut String, PrintedActions { heading, columns, rows }: &PrintedActions) {
    match heading {
        Some(heading) => push_heading(out, heading),
        None => out.push('\n'),
    }
    for row in rows {
        let mut said = columns.iter().zip(row).filter(|(_, text)| !text.is_empty());
        out.push_str("- ");
        if let Some((_, what)) = said.next() {
            push_text(out, what);
        }
        for (column, text) in said {
            out.push_str("\n  - **");
            push_text(out, column);
            out.push_str(":** ");
            push_text(out, text);
        }
        out.push('\n');
    }
}
