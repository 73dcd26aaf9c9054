//! A report as a page to read and to print.

use maud::{Markup, html};

use super::picture::{bars, finding_bars, heat_map, trend};
use super::shown::{FigureState, Measure, Report, Since, Table};
use crate::framework::Framework;
use crate::law::Basis;
use crate::text::fill::fill;
use crate::text::page::{Text, page};

/// The style of the report. Every pair of colours has a contrast of 7:1 or more, and no meaning rests on
/// colour alone.
const STYLE: &str = include_str!("page.css");

/// The report as an HTML page, to be opened or printed as a document of its own. It brings its style and
/// its pictures, and loads nothing.
///
/// `period` says in the title which period the report covers, such as a term; it may be empty.
#[must_use]
pub fn to_html(framework: &Framework, report: &Report, period: &str) -> String {
    let mut title = "Quality of Education, Health and Care Plans".to_owned();
    if !period.is_empty() {
        title.extend([": ", period]);
    }
    let main = html! {
        h1 { (Text(&title)) }
        @if let Some(headline) = &report.headline { p.headline { (Text(headline)) } }
        @for paragraph in introduction(framework, report) { p { (Text(&paragraph)) } }
        (read_first(report))
        (contents(report))
        @for table in &report.tables { (section(report, table)) }
        @if let Some(note) = &report.nothing_counted_note { p { (Text(note)) } }
        (notes(report))
    };
    page(&title, STYLE, &main)
}

/// How many plans the report is about, how many records it leaves out, and what the sign for a hidden count
/// means.
fn introduction(framework: &Framework, report: &Report) -> Vec<String> {
    let plans = match report.plans {
        Some(0) => "No plan is counted under {title}, and so there are no tables.",
        Some(1) => "1 plan was reviewed under {title}.",
        Some(_) => "{n} plans were reviewed under {title}.",
        None => "So few plans were reviewed that nothing is shown under {title}.",
    };
    let title = framework.title();
    let mut paragraphs = vec![fill(plans, &[("n", &report.plans.unwrap_or(0)), ("title", &title)])];
    match report.not_read {
        0 => {}
        1 => paragraphs.push("1 record could not be read and is not counted.".to_owned()),
        n => {
            let many = "{n} records could not be read and are not counted.";
            paragraphs.push(fill(many, &[("n", &n)]));
        }
    }
    paragraphs.push(report.hidden_note.clone());
    paragraphs
}

/// What matters most, and what changed since the term before.
fn read_first(report: &Report) -> Markup {
    html! {
        @if !report.themes.is_empty() {
            h2 { "What matters most" }
            (list(&report.themes))
            @if let Some(note) = &report.themes_note { p { (Text(note)) } }
        }
        @if let Some(Since { label, left_out, moved }) = &report.since {
            h2 { "What changed since " (Text(label)) }
            @if let Some(why) = left_out {
                p { (Text(why)) }
            } @else if report.measures.iter().chain(moved).all(|one| one.change.is_none()) {
                p { "No share is shown in both." }
            } @else {
                (list(report.measures.iter().chain(moved).filter(|one| one.change.is_some())))
            }
        }
    }
}

/// Shares of plans, each with what it is about and what changed.
fn list<'r>(measures: impl IntoIterator<Item = &'r Measure>) -> Markup {
    html! {
        ul.measures {
            @for Measure { table, label, words, change, .. } in measures {
                li {
                    a href={ "#" (Text(table)) } { (Text(label)) }
                    ": " strong { (Text(words)) }
                    @if let Some(change) = change { ", " (Text(change)) }
                }
            }
        }
    }
}

fn contents(report: &Report) -> Markup {
    html! {
        nav aria-label="Contents" {
            details {
                summary { "Contents" }
                ul {
                    @for table in &report.tables {
                        li { a href={ "#" (Text(&table.id)) } { (Text(&table.title)) } }
                    }
                    li { a href="#notes" { "Notes" } }
                }
            }
        }
    }
}

/// A table with its heading, folded unless it is read first.
fn section(report: &Report, table: &Table) -> Markup {
    let heading = html! { h2 id=(Text(&table.id)) { (Text(&table.title)) } };
    html! {
        @if table.is_folded {
            details { summary { (heading) } (content(report, table)) }
        } @else {
            (heading)
            (content(report, table))
        }
    }
}

/// The picture of a table if it has one, the table, and what is worked out from it.
fn content(report: &Report, table: &Table) -> Markup {
    html! {
        @match table.id.as_str() {
            "grades" => { (bars(table)) }
            "sections" => { (heat_map(table)) }
            "thread" => { (finding_bars(table)) }
            "by-term" => @if let Some(share) = &report.good_share { (trend(share, table)) }
            _ => {}
        }
        @if table.rows.is_empty() {
            p { (Text(table.left_out.as_deref().unwrap_or("Nothing was found."))) }
        } @else {
            (counts(table))
            @for words in figures(report, table) { p { (Text(&words)) } }
        }
    }
}

/// The counts of a table. A wide table scrolls by itself, by keyboard too.
fn counts(table: &Table) -> Markup {
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby=(Text(&table.id)) {
            table {
                caption { "Number of plans: " (Text(&table.title)) }
                thead {
                    tr {
                        th scope="col" { (Text(&table.row_heading)) }
                        @for column in &table.columns { th scope="col" { (Text(&column.label)) } }
                    }
                }
                tbody {
                    @for row in &table.rows {
                        tr class=[(row.id == "total").then_some("total")] {
                            th scope="row" { (Text(&row.label)) }
                            @for (words, share) in row.words.iter().zip(&row.per_cent) {
                                td {
                                    (words)
                                    @if let Some(share) = share.filter(|_| words != "0") {
                                        " " span.share { (share) " %" }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What is worked out from the counts of a table, a sentence each.
fn figures(report: &Report, table: &Table) -> Vec<String> {
    match table.id.as_str() {
        "agreement"
            if report.agreement.iter().all(|figure| figure.state == FigureState::Hidden) =>
        {
            vec![
                "How far the two agree is not shown: it comes from counts that are hidden."
                    .to_owned(),
            ]
        }
        "agreement" => {
            let figures = report.agreement.iter();
            let words = |label: &str, words: &str| [label, ": ", words].concat();
            figures.map(|figure| words(figure.label, &figure.words)).collect()
        }
        "timeliness" => {
            let words = |label: &str, weeks: &str| {
                fill("Average weeks, {label}: {weeks}", &[("label", &label), ("weeks", &weeks)])
            };
            let averages = report.average_weeks.iter();
            averages
                .map(|average| words(&average.label.to_ascii_lowercase(), &average.words))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn notes(report: &Report) -> Markup {
    let basis = |basis| match basis {
        Basis::Framework => "framework",
        Basis::Law => "law",
        Basis::Guidance => "guidance",
        Basis::Interpretation => "our interpretation",
    };
    html! {
        h2 id="notes" { "Notes" }
        @for note in &report.notes {
            p { strong { (Text(&note.place)) " (" (basis(note.basis)) "): " } (Text(&note.text)) }
        }
    }
}
