//! The form as a page to print.

use super::print::{chosen, label, left_out, written};
use super::{Comment, Feedback, FeedbackSection};
use crate::framework::{AnnexA, FormField, FormSection, Framework};
use crate::text::markup::{PAGE_END, element, escape, page_start};

/// How the page looks. Colours go with words, and every pair of them has a contrast of 7:1 or more.
const STYLE: &str = "\
@page{size:A4;margin:14mm}\
body{font:11pt/1.4 Arial,Helvetica,sans-serif;color:#111;background:#fff;max-width:60em;margin:1.5em auto;padding:0 1em}\
h1{font-size:1.4em}h2{font-size:1.15em;margin:1.4em 0 .5em}\
table{border-collapse:collapse;width:100%}\
th,td{border:1px solid #555;padding:.4em .6em;text-align:left;vertical-align:top}\
th{background:#eee;font-weight:bold}\
.form{table-layout:fixed}.form th{width:22%}.form table{width:auto}.form table th,.form table td{width:auto;background:none}\
.sections{table-layout:fixed}.sections .s{width:34%}.sections thead th{background:#ddd}\
.note,.prompts{font-weight:normal;font-size:.9em}.prompts{margin:.4em 0 0;padding-left:1.2em}\
.options,.key{list-style:none;margin:0;padding:0}.options li{display:inline-block;margin-right:1.5em}\
.key li{display:inline-block;margin:0 .5em .3em 0}\
p{margin:.3em 0}.text{white-space:pre-wrap;overflow-wrap:anywhere}\
.remove,.reword,.amend,.suggest{border-left:.4em solid;padding:.3em .6em;margin:.4em 0;color:#111}\
.remove{background:#fde6f0;border-color:#a1125a}.remove strong{color:#7d0c45}\
.reword{background:#e6eefb;border-color:#0b4fb3}.reword strong{color:#0b3d91}\
.amend{background:#e5f4ea;border-color:#17733a}.amend strong{color:#0f5a2a}\
.suggest{background:#f1e8fa;border-color:#6b21a8}.suggest strong{color:#5a1a8a}\
@media print{body{margin:0;padding:0;max-width:none;font-size:10pt}thead{display:table-header-group}\
.form tr,.comment,h2{break-inside:avoid}h2{break-after:avoid}\
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}";

/// The form as a whole page that reads like the paper one, to be opened or printed as a document of its
/// own: it brings its style, and nothing else. It is HTML and XML at once.
#[must_use]
pub fn to_html(framework: &Framework, form: &Feedback) -> String {
    let annex = framework.annex_a();
    let mut out = page_start(&annex.title, STYLE);
    element(&mut out, "h1", "", &annex.title);
    out.push_str("\n<table class=\"form\">\n<tbody>\n");
    header(&mut out, framework, form, &annex.fields);
    out.push_str("</tbody>\n</table>\n");
    element(&mut out, "h2", "", &annex.key_heading);
    out.push_str("\n<ul class=\"key\">\n");
    for key in &annex.key {
        out.push_str("<li class=\"");
        out.push_str(key.action.word());
        out.push_str("\">");
        element(&mut out, "strong", "", &key.printed);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
    element(&mut out, "h2", "", &annex.sections_heading);
    out.push_str("\n<table class=\"sections\">\n<thead>\n<tr>");
    element(&mut out, "th", " scope=\"col\" class=\"s\"", &annex.sections_heading);
    element(&mut out, "th", " scope=\"col\"", &annex.key_heading);
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for section in &annex.sections {
        let filled = form.sections.iter().find(|filled| filled.id == section.id);
        section_row(&mut out, &annex, section, filled);
    }
    out.push_str("</tbody>\n</table>\n");
    if let Some(told) = left_out(form) {
        element(&mut out, "p", "", &told);
    }
    element(&mut out, "p", "", &annex.statement);
    out.push('\n');
    out.push_str(PAGE_END);
    out
}

/// The header: two short fields share a row, as on paper.
fn header(out: &mut String, framework: &Framework, form: &Feedback, fields: &[FormField]) {
    let mut half = false;
    for (number, field) in fields.iter().enumerate() {
        let shares = half || is_short(field) && fields.get(number + 1).is_some_and(is_short);
        if !half {
            out.push_str("<tr>");
        }
        out.push_str("<th scope=\"row\">");
        escape(out, &field.label);
        if let Some(note) = &field.note {
            out.push_str("<br/>");
            element(out, "span", " class=\"note\"", note);
        }
        out.push_str(if shares { "</th><td>" } else { "</th><td colspan=\"3\">" });
        let options = field.options.as_deref().unwrap_or_default();
        let columns = field.columns.as_deref().unwrap_or_default();
        if options.is_empty() {
            let written = written(framework, form, field);
            element(out, "div", " class=\"text\" dir=\"auto\"", &written);
        } else if columns.is_empty() {
            out.push_str("<ul class=\"options\">");
            for (number, option) in options.iter().enumerate() {
                out.push_str("<li>");
                choice(out, chosen(form, field, 0) == Some(number), option);
                out.push_str("</li>");
            }
            out.push_str("</ul>");
        } else {
            grid(out, form, field, options, columns);
        }
        out.push_str("</td>");
        half = shares && !half;
        if !half {
            out.push_str("</tr>\n");
        }
    }
}

/// Whether a field is a single line.
fn is_short(field: &FormField) -> bool {
    let is_plain = field.note.is_none() && field.options.is_none() && field.columns.is_none();
    is_plain && field.id != "case_officer_comments"
}

/// A field that is filled in more than once: a choice in each column.
fn grid(
    out: &mut String,
    form: &Feedback,
    field: &FormField,
    options: &[String],
    columns: &[String],
) {
    out.push_str("<table><thead><tr><td></td>");
    for column in columns {
        element(out, "th", " scope=\"col\"", column);
    }
    out.push_str("</tr></thead><tbody>");
    for (number, option) in options.iter().enumerate() {
        out.push_str("<tr>");
        element(out, "th", " scope=\"row\"", option);
        for column in 0..columns.len() {
            out.push_str("<td>");
            choice(out, chosen(form, field, column) == Some(number), "");
            out.push_str("</td>");
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
}

/// A box with what it is for; one that is ticked says so in words.
fn choice(out: &mut String, is_chosen: bool, option: &str) {
    let sign = if is_chosen { "☒" } else { "☐" };
    element(out, "span", " aria-hidden=\"true\"", sign);
    out.push(' ');
    escape(out, option);
    if is_chosen {
        out.push_str(if option.is_empty() { "<b>chosen</b>" } else { " <b>(chosen)</b>" });
    }
}

fn section_row(
    out: &mut String,
    annex: &AnnexA,
    section: &FormSection,
    filled: Option<&FeedbackSection>,
) {
    out.push_str("<tr><th scope=\"row\">");
    escape(out, &section.heading);
    if !section.prompts.is_empty() {
        out.push_str("<ul class=\"prompts\">");
        for prompt in &section.prompts {
            element(out, "li", "", prompt);
        }
        out.push_str("</ul>");
    }
    out.push_str("</th><td>");
    if let Some(filled) = filled {
        for text in &filled.texts {
            element(out, "p", " class=\"text\" dir=\"auto\"", &text.0);
        }
        for one in &filled.comments {
            comment(out, annex, one);
        }
    }
    out.push_str("</td></tr>\n");
}

fn comment(out: &mut String, annex: &AnnexA, comment: &Comment) {
    out.push_str("<div class=\"comment ");
    out.push_str(comment.action.word());
    out.push_str("\"><p>");
    element(out, "strong", "", &label(annex, comment.action));
    if let Some(quote) = &comment.quote {
        out.push(' ');
        element(out, "q", " class=\"text\" dir=\"auto\"", &quote.0);
    }
    out.push_str("</p>");
    element(out, "p", " class=\"text\" dir=\"auto\"", &comment.note.0);
    if let Some(suggestion) = &comment.suggestion {
        out.push_str("<p><b>Instead:</b> ");
        element(out, "span", " class=\"text\" dir=\"auto\"", &suggestion.0);
        out.push_str("</p>");
    }
    out.push_str("</div>");
}
