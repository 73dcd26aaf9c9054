//! A report as a page to read and to print.

use super::picture::{bars, finding_bars, heat_map, trend};
use super::shown::{FigureState, Report, Table};
use crate::framework::Framework;
use crate::law::Basis;
use crate::text::markup::{element, escape};

/// How the page looks. Every pair of colours has a contrast of 7:1 or more, and none of them tells
/// anything alone.
const STYLE: &str = "\
@page{size:A4;margin:14mm}\
body{font:11pt/1.4 Arial,Helvetica,sans-serif;color:#111;background:#fff;max-width:64em;margin:1.5em auto;padding:0 1em}\
h1{font-size:1.5em}h2{font-size:1.2em;margin:2em 0 .5em}p{margin:.4em 0}\
nav a{display:inline-block;padding:.25em 0}a{color:#0b3d91}a:focus,.scroll:focus{outline:3px solid #111;outline-offset:2px}\
svg{display:block;max-width:100%;height:auto;margin:.5em 0}\
.scroll{overflow-x:auto}\
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:.3em 0}\
th,td{border:1px solid #555;padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:break-word}\
td{text-align:right;font-variant-numeric:tabular-nums}thead th{background:#ddd}tbody th{font-weight:normal}\
.total th,.total td{font-weight:bold;background:#eee}\
@media print{body{margin:0;padding:0;max-width:none;font-size:10pt}thead{display:table-header-group}\
.scroll{overflow:visible}nav{display:none}tr,svg{break-inside:avoid}h2,caption{break-after:avoid}\
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}";

/// The report as a whole page, to be opened or printed as a document of its own: it brings its style and
/// its pictures, and loads nothing. It is HTML and XML at once.
///
/// `period` says in the title what the report is about, such as a term; it may be empty.
#[must_use]
pub fn to_html(framework: &Framework, report: &Report, period: &str) -> String {
    let mut title = "Quality of Education, Health and Care Plans".to_owned();
    if !period.is_empty() {
        title.extend([": ", period]);
    }
    let mut out = String::from(
        "<!DOCTYPE html>\n<html lang=\"en-GB\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n\
         <meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n",
    );
    element(&mut out, "title", "", &title);
    out.extend(["\n<style>", STYLE, "</style>\n</head>\n<body>\n<main>\n"]);
    element(&mut out, "h1", "", &title);
    out.push('\n');
    let plans = match report.plans {
        Some(1) => "1 plan was reviewed".to_owned(),
        Some(plans) => [&plans.to_string(), " plans were reviewed"].concat(),
        None => "So few plans were reviewed that nothing is shown".to_owned(),
    };
    let about = [&plans, " under ", &framework.wording().title, "."].concat();
    element(&mut out, "p", "", &about);
    match report.not_read {
        0 => {}
        1 => element(&mut out, "p", "", "1 record could not be read and is not counted."),
        many => {
            let many = [&many.to_string(), " records could not be read and are not counted."];
            element(&mut out, "p", "", &many.concat());
        }
    }
    if let Some(note) = &report.hidden_note {
        element(&mut out, "p", "", note);
    }
    contents(&mut out, report);
    for table in &report.tables {
        section(&mut out, report, table);
    }
    notes(&mut out, report);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn contents(out: &mut String, report: &Report) {
    out.push_str("\n<nav aria-label=\"Contents\">\n<ul>\n");
    for table in &report.tables {
        out.extend(["<li><a href=\"#", &table.id, "\">"]);
        escape(out, &table.title);
        out.push_str("</a></li>\n");
    }
    out.push_str("<li><a href=\"#notes\">Notes</a></li>\n</ul>\n</nav>\n");
}

/// A table with its heading, and before it a picture of some.
fn section(out: &mut String, report: &Report, table: &Table) {
    // The ids of tables are made of letters, digits, hyphens, underscores and full stops.
    element(out, "h2", &[" id=\"", &table.id, "\""].concat(), &table.title);
    out.push('\n');
    match table.id.as_str() {
        "grades" => bars(out, table),
        "sections" => heat_map(out, table),
        "thread" => finding_bars(out, table),
        "by-term" => trend(out, &report.good_share, table),
        _ => {}
    }
    if table.rows.is_empty() {
        out.push_str("<p>Nothing was found.</p>\n");
        return;
    }
    // A wide table scrolls by itself, by keyboard too.
    let region = [
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"",
        &table.id,
        "\">\n<table>\n",
    ];
    out.extend(region);
    element(out, "caption", "", &["Number of plans: ", &table.title].concat());
    out.push_str("\n<thead>\n<tr>");
    element(out, "th", " scope=\"col\"", &table.row_heading);
    for column in &table.columns {
        element(out, "th", " scope=\"col\"", &column.label);
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str(if row.id == "total" { "<tr class=\"total\">" } else { "<tr>" });
        element(out, "th", " scope=\"row\"", &row.label);
        for words in &row.words {
            element(out, "td", "", words);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
    if table.id == "agreement" {
        if report.agreement.iter().all(|figure| figure.state == FigureState::Hidden) {
            let hidden =
                "How far the two agree is not shown: it comes from counts that are hidden.";
            element(out, "p", "", hidden);
        } else {
            for figure in &report.agreement {
                element(out, "p", "", &[figure.label, ": ", &figure.words].concat());
                out.push('\n');
            }
        }
    }
    if table.id == "timeliness" {
        for average in &report.average_weeks {
            let words = ["Average weeks, ", &average.label.to_lowercase(), ": ", &average.words];
            element(out, "p", "", &words.concat());
            out.push('\n');
        }
    }
}

fn notes(out: &mut String, report: &Report) {
    out.push_str("<h2 id=\"notes\">Notes</h2>\n");
    for note in &report.notes {
        let basis = match note.basis {
            Basis::Framework => "framework",
            Basis::Law => "law",
            Basis::Guidance => "guidance",
            Basis::Interpretation => "our interpretation",
        };
        out.push_str("<p>");
        element(out, "strong", "", &[&note.place, " (", basis, "): "].concat());
        escape(out, &note.text);
        out.push_str("</p>\n");
    }
}
