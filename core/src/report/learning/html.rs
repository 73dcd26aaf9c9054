//! The form as a page to print.

use super::print::{DRAFTED, cell, headings, is_drafted, written};
use super::{Learning, LearningRow};
use crate::framework::Framework;
use crate::text::markup::{PAGE_END, element, page_start};

/// How the page looks. Every pair of colours has a contrast of 7:1 or more.
const STYLE: &str = "\
@page{size:A4 landscape;margin:14mm}\
body{font:11pt/1.4 Arial,Helvetica,sans-serif;color:#111;background:#fff;max-width:72em;margin:1.5em auto;padding:0 1em}\
h1{font-size:1.4em}h2{font-size:1.15em;margin:1.4em 0 .5em}\
table{border-collapse:collapse;width:100%;margin:0 0 1em}\
th,td{border:1px solid #555;padding:.4em .6em;text-align:left;vertical-align:top}\
th{background:#eee;font-weight:bold}\
.form th{width:22%}.rows{table-layout:fixed}.rows thead th{background:#ddd}\
.rows td{height:4em}.note{font-size:.9em;font-style:italic}\
p{margin:.3em 0}ul{margin:0;padding-left:1.2em}.text{white-space:pre-wrap;overflow-wrap:anywhere}\
@media print{body{margin:0;padding:0;max-width:none;font-size:10pt}thead{display:table-header-group}\
.form tr,h2{break-inside:avoid}h2{break-after:avoid}\
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}";

const TEXT: &str = " class=\"text\" dir=\"auto\"";

/// The form as a whole page that reads like the paper one, to be opened or printed as a document of its
/// own: it brings its style, and nothing else. It is HTML and XML at once.
#[must_use]
pub fn to_html(framework: &Framework, form: &Learning) -> String {
    let printed = framework.learning_summary();
    let mut out = page_start(&printed.title, STYLE);
    element(&mut out, "h1", "", &printed.heading);
    out.push('\n');
    element(&mut out, "h2", "", &printed.title);
    out.push_str("\n<table class=\"form\">\n<tbody>\n");
    for field in &printed.fields {
        out.push_str("<tr>");
        element(&mut out, "th", " scope=\"row\"", &field.label);
        out.push_str("<td>");
        match written(form, field).as_slice() {
            [] => {}
            [only] => element(&mut out, "div", TEXT, only),
            texts => list(&mut out, texts.iter().map(String::as_str)),
        }
        out.push_str("</td></tr>\n");
    }
    out.push_str("</tbody>\n</table>\n<table class=\"rows\">\n<thead>\n<tr>");
    let headings = headings(&printed);
    for heading in &headings {
        element(&mut out, "th", " scope=\"col\"", heading);
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &form.rows {
        table_row(&mut out, row, headings.len());
    }
    if form.rows.is_empty() {
        // One to be filled in by hand.
        out.extend(["<tr>", &"<td></td>".repeat(headings.len()), "</tr>\n"]);
    }
    out.push_str("</tbody>\n</table>\n");
    let actions = framework.actions();
    element(&mut out, "h2", "", &actions.heading);
    out.push('\n');
    for paragraph in &actions.text {
        element(&mut out, "p", "", paragraph);
        out.push('\n');
    }
    if !form.actions.is_empty() {
        list(&mut out, form.actions.iter().map(|action| action.0.as_str()));
        out.push('\n');
    }
    out.push_str(PAGE_END);
    out
}

fn table_row(out: &mut String, row: &LearningRow, columns: usize) {
    out.push_str("<tr>");
    for column in 0..columns {
        let text = cell(row, column);
        if column == 0 && !text.trim().is_empty() {
            element(out, "th", " scope=\"row\" class=\"text\" dir=\"auto\"", text);
            continue;
        }
        out.push_str("<td>");
        if !text.is_empty() {
            element(out, "div", TEXT, text);
        }
        if is_drafted(row, column) {
            element(out, "p", " class=\"note\"", DRAFTED);
        }
        out.push_str("</td>");
    }
    out.push_str("</tr>\n");
}

fn list<'a>(out: &mut String, texts: impl Iterator<Item = &'a str>) {
    out.push_str("<ul>");
    for text in texts {
        element(out, "li", TEXT, text);
    }
    out.push_str("</ul>");
}
