//! The form as a page to print.

use maud::{Markup, html};

use super::feedback::{Comment, Feedback, FeedbackSection};
use super::print::{chosen, kept, label, left_out, rows, written};
use crate::framework::{FormField, FormSection, Framework, PrintedForm};
use crate::text::page::{Text, page};

/// The style of the form. Colours go with words, and every pair of them has a contrast of 7:1 or more.
const STYLE: &str = include_str!("page.css");

/// The form as an HTML page that reads like the paper form, to be opened or printed as a document of its
/// own. It brings its style and loads nothing.
#[must_use]
pub fn to_html(framework: &Framework, form: &Feedback) -> String {
    let printed = framework.feedback_form().unwrap_or_default();
    let main = html! {
        h1 { (Text(&printed.title)) }
        table.form {
            tbody {
                @for fields in rows(&printed.fields) {
                    tr { @for field in &fields { (field_cells(framework, form, field, fields.len())) } }
                }
            }
        }
        h2 { (Text(&printed.key_heading)) }
        ul.key {
            @for key in &printed.key {
                li class=(key.action.word()) { strong { (Text(&key.printed)) } }
            }
        }
        h2 { (Text(&printed.sections_heading)) }
        table.sections {
            thead {
                tr {
                    th.s scope="col" { (Text(&printed.sections_heading)) }
                    th scope="col" { (Text(&printed.key_heading)) }
                }
            }
            tbody {
                @for section in &printed.sections {
                    @let filled = form.sections.iter().find(|filled| filled.id == section.id);
                    (section_row(&printed, section, filled))
                }
            }
        }
        @if let Some(words) = left_out(framework, form) { p { (words) } }
        p { (Text(&printed.statement)) }
    };
    page(&printed.title, STYLE, &main)
}

/// The two cells of a field: its label, and what is filled in.
fn field_cells(framework: &Framework, form: &Feedback, field: &FormField, in_row: usize) -> Markup {
    let options = field.options.as_deref().unwrap_or_default();
    let columns = field.columns.as_deref().unwrap_or_default();
    html! {
        th scope="row" {
            (Text(&field.label))
            @if let Some(note) = &field.note { br; span.note { (Text(note)) } }
        }
        td colspan=[(in_row == 1).then_some("3")] {
            @if options.is_empty() {
                div.text dir="auto" { (Text(&written(framework, form, field))) }
            } @else if columns.is_empty() {
                ul.options {
                    @for (number, option) in options.iter().enumerate() {
                        li { (choice(chosen(framework, form, field, 0) == Some(number), option)) }
                    }
                }
            } @else {
                (grid(framework, form, field, options, columns))
            }
        }
    }
}

/// A field that is filled in more than once: a choice in each column.
fn grid(
    framework: &Framework,
    form: &Feedback,
    field: &FormField,
    options: &[String],
    columns: &[String],
) -> Markup {
    html! {
        table {
            thead { tr { td {} @for column in columns { th scope="col" { (Text(column)) } } } }
            tbody {
                @for (number, option) in options.iter().enumerate() {
                    tr {
                        th scope="row" { (Text(option)) }
                        @for column in 0..columns.len() {
                            td { (choice(chosen(framework, form, field, column) == Some(number), "")) }
                        }
                    }
                }
            }
        }
    }
}

/// A box with its option; a box that is ticked says so in words.
fn choice(is_chosen: bool, option: &str) -> Markup {
    html! {
        span aria-hidden="true" { @if is_chosen { "☒" } @else { "☐" } }
        " " (Text(option))
        @if is_chosen {
            @if option.is_empty() { b { "chosen" } } @else { " " b { "(chosen)" } }
        }
    }
}

fn section_row(
    printed: &PrintedForm,
    section: &FormSection,
    filled: Option<&FeedbackSection>,
) -> Markup {
    html! {
        tr {
            th scope="row" {
                (Text(&section.heading))
                @if !section.prompts.is_empty() {
                    ul.prompts { @for prompt in &section.prompts { li { (Text(prompt)) } } }
                }
            }
            td {
                @if let Some(filled) = filled {
                    @for text in &filled.texts { p.text dir="auto" { (Text(&text.0)) } }
                    @for comment in &filled.comments { (comment_block(printed, comment)) }
                }
            }
        }
    }
}

fn comment_block(printed: &PrintedForm, comment: &Comment) -> Markup {
    html! {
        div class={ "comment " (comment.action.word()) } {
            p {
                strong { (Text(&label(printed, comment.action))) }
                @if let Some(quote) = &comment.quote { " " q.text dir="auto" { (Text(&quote.0)) } }
            }
            p.text dir="auto" { (Text(&comment.note.0)) }
            @if let Some(suggestion) = &comment.suggestion {
                p { b { "Instead:" } " " span.text dir="auto" { (Text(&suggestion.0)) } }
            }
            @if let Some(is_kept) = comment.kept { p { b { (kept(is_kept)) } } }
        }
    }
}
