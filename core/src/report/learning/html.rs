//! The form as a page to print.

use maud::{Markup, html};

use super::actions::{PrintedActions, printed as printed_actions};
use super::print::{cell, headings, is_drafted, written};
use super::{Learning, LearningRow};
use crate::framework::Framework;
use crate::report::messages::REPORT_LEARNING_DRAFTED;
use crate::text::page::{Text, page};

/// The style of the form. Every pair of colours has a contrast of 7:1 or more.
const STYLE: &str = include_str!("page.css");

/// The form as an HTML page that reads like the paper form, to be opened or printed as a document of its
/// own. It brings its style and loads nothing.
#[must_use]
pub fn to_html(framework: &Framework, form: &Learning) -> String {
    let printed = framework.learning_summary().unwrap_or_default();
    let headings = headings(&printed);
    let drafted = framework.rules.catalogue.say(&REPORT_LEARNING_DRAFTED, &[]);
    let actions = framework.actions().unwrap_or_default();
    let [earlier, agreed] = printed_actions(framework, form);
    let main = html! {
        h1 { (Text(&printed.heading)) }
        h2 { (Text(&printed.title)) }
        table.form {
            tbody {
                @for field in &printed.fields {
                    tr {
                        th scope="row" { (Text(&field.label)) }
                        td {
                            @match written(form, field).as_slice() {
                                [] => {}
                                [only] => { div.text dir="auto" { (Text(only)) } }
                                texts => { (list(texts.iter().map(String::as_str))) }
                            }
                        }
                    }
                }
            }
        }
        table.rows {
            thead { tr { @for heading in &headings { th scope="col" { (Text(heading)) } } } }
            tbody {
                @for row in &form.rows {
                    tr { @for column in 0..headings.len() { (table_cell(row, column, &drafted)) } }
                }
                @if form.rows.is_empty() {
                    // A row to be filled in by hand.
                    tr { @for _ in &headings { td {} } }
                }
            }
        }
        h2 { (Text(&actions.heading)) }
        @for paragraph in &actions.text { p { (Text(paragraph)) } }
        @for table in agreed.iter().chain(&earlier) { (actions_table(table)) }
    };
    page(&printed.title, STYLE, &main)
}

/// A cell of a row. The area is the heading of its row; where it is empty, it is a cell to be filled in.
fn table_cell(row: &LearningRow, column: usize, drafted: &str) -> Markup {
    let text = cell(row, column);
    html! {
        @if column == 0 && !text.trim().is_empty() {
            th.text scope="row" dir="auto" { (Text(text)) }
        } @else {
            td {
                @if !text.is_empty() { div.text dir="auto" { (Text(text)) } }
                @if is_drafted(row, column) { p.note { (Text(drafted)) } }
            }
        }
    }
}

/// Actions, a row each.
fn actions_table(PrintedActions { heading, columns, rows }: &PrintedActions) -> Markup {
    html! {
        @if let Some(heading) = heading { h2 { (Text(heading)) } }
        table.actions {
            thead { tr { @for column in columns { th scope="col" { (Text(column)) } } } }
            tbody {
                @for row in rows {
                    tr { @for text in row { td.text dir="auto" { (Text(text)) } } }
                }
            }
        }
    }
}

fn list<'a>(texts: impl Iterator<Item = &'a str>) -> Markup {
    html! { ul { @for text in texts { li.text dir="auto" { (Text(text)) } } } }
}
