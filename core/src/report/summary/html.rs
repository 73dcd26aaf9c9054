//! A report as a page to read and to print.

use std::fmt::Display;

use maud::{Markup, html};

use super::picture::{bars, finding_bars, heat_map, trend};
use super::shown::{FigureState, Measure, Report, Table};
use crate::document::message::Catalogue;
use crate::framework::Framework;
use crate::law::Basis;
use crate::report::messages::{
    REPORT_AGREEMENT_HIDDEN, REPORT_AVERAGE_WEEKS, REPORT_BASIS_FRAMEWORK, REPORT_BASIS_GUIDANCE,
    REPORT_BASIS_INTERPRETATION, REPORT_BASIS_LAW, REPORT_CONTENTS, REPORT_FEW_PLANS,
    REPORT_NO_PLANS, REPORT_NOT_READ, REPORT_NOTES, REPORT_NOTHING_FOUND, REPORT_PLANS,
    REPORT_TITLE, REPORT_TITLE_OF,
};
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
    let say = &framework.rules.catalogue;
    let mut title = say.say(&REPORT_TITLE, &[]);
    if !period.is_empty() {
        title = say.say(&REPORT_TITLE_OF, &[("title", &title), ("period", &period)]);
    }
    let main = html! {
        h1 { (Text(&title)) }
        @if let Some(headline) = &report.headline { p.headline { (Text(headline)) } }
        @for paragraph in introduction(framework, report) { p { (Text(&paragraph)) } }
        (read_first(report))
        (contents(say, report))
        @for table in &report.tables { (section(say, report, table)) }
        @if let Some(note) = &report.nothing_counted_note { p { (Text(note)) } }
        (notes(say, report))
    };
    page(&title, STYLE, &main)
}

/// How many plans the report is about, how many records it leaves out, and what the sign for a hidden count
/// means.
fn introduction(framework: &Framework, report: &Report) -> Vec<String> {
    let say = &framework.rules.catalogue;
    let title: [(&str, &dyn Display); 1] = [("title", &framework.title())];
    let plans = match report.plans {
        Some(0) => say.say(&REPORT_NO_PLANS, &title),
        Some(plans) => say.say_of(&REPORT_PLANS, number(plans), &title),
        None => say.say(&REPORT_FEW_PLANS, &title),
    };
    let mut paragraphs = vec![plans];
    if report.not_read > 0 {
        paragraphs.push(say.say_of(&REPORT_NOT_READ, number(report.not_read), &[]));
    }
    paragraphs.push(report.hidden_note.clone());
    paragraphs
}

fn number(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// What matters most, what families say, and what changed since the term before.
fn read_first(report: &Report) -> Markup {
    html! {
        @if !report.themes.is_empty() {
            h2 { (Text(&report.themes_heading)) }
            (list(&report.themes))
            @if let Some(note) = &report.themes_note { p { (Text(note)) } }
        }
        @if !report.families.is_empty() {
            h2 { (Text(&report.families_heading)) }
            (list(&report.families))
        }
        @if let Some(since) = &report.since {
            h2 { (Text(&since.heading)) }
            @for why in since.left_out.iter().chain(&since.families_left_out) { p { (Text(why)) } }
            @if report.changed().next().is_some() { (list(report.changed())) }
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

fn contents(say: &Catalogue, report: &Report) -> Markup {
    let [contents, notes] = [&REPORT_CONTENTS, &REPORT_NOTES].map(|message| say.say(message, &[]));
    html! {
        nav aria-label=(Text(&contents)) {
            details {
                summary { (Text(&contents)) }
                ul {
                    @for table in &report.tables {
                        li { a href={ "#" (Text(&table.id)) } { (Text(&table.title)) } }
                    }
                    li { a href="#notes" { (Text(&notes)) } }
                }
            }
        }
    }
}

/// A table with its heading, folded unless it is read first.
fn section(say: &Catalogue, report: &Report, table: &Table) -> Markup {
    let heading = html! { h2 id=(Text(&table.id)) { (Text(&table.title)) } };
    html! {
        @if table.is_folded {
            details { summary { (heading) } (content(say, report, table)) }
        } @else {
            (heading)
            (content(say, report, table))
        }
    }
}

/// The picture of a table if it has one, the table, and what is worked out from it.
fn content(say: &Catalogue, report: &Report, table: &Table) -> Markup {
    html! {
        @match table.id.as_str() {
            "grades" => { (bars(table)) }
            "sections" => { (heat_map(say, table)) }
            "thread" => { (finding_bars(table)) }
            "by-term" => @if let Some(share) = &report.good_share { (trend(say, share, table)) }
            _ => {}
        }
        @if table.rows.is_empty() {
            @let nothing = say.say(&REPORT_NOTHING_FOUND, &[]);
            p { (Text(table.left_out.as_ref().unwrap_or(&nothing))) }
        } @else {
            (counts(table))
            @for words in figures(say, report, table) { p { (Text(&words)) } }
        }
    }
}

/// The counts of a table. A wide table scrolls by itself, by keyboard too.
fn counts(table: &Table) -> Markup {
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby=(Text(&table.id)) {
            table {
                caption { (Text(&table.caption)) ": " (Text(&table.title)) }
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
fn figures(say: &Catalogue, report: &Report, table: &Table) -> Vec<String> {
    match table.id.as_str() {
        "agreement"
            if report.agreement.iter().all(|figure| figure.state == FigureState::Hidden) =>
        {
            vec![say.say(&REPORT_AGREEMENT_HIDDEN, &[])]
        }
        "agreement" => {
            let figures = report.agreement.iter();
            let words = |label: &str, words: &str| [label, ": ", words].concat();
            figures.map(|figure| words(&figure.label, &figure.words)).collect()
        }
        "timeliness" => {
            let words = |label: &str, weeks: &str| {
                say.say(&REPORT_AVERAGE_WEEKS, &[("label", &label), ("weeks", &weeks)])
            };
            let averages = report.average_weeks.iter();
            averages
                .map(|average| words(&average.label.to_ascii_lowercase(), &average.words))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn notes(say: &Catalogue, report: &Report) -> Markup {
    let basis = |basis| {
        let message = match basis {
            Basis::Framework => &REPORT_BASIS_FRAMEWORK,
            Basis::Law => &REPORT_BASIS_LAW,
            Basis::Guidance => &REPORT_BASIS_GUIDANCE,
            Basis::Interpretation => &REPORT_BASIS_INTERPRETATION,
        };
        say.say(message, &[])
    };
    html! {
        h2 id="notes" { (Text(&say.say(&REPORT_NOTES, &[]))) }
        @for note in &report.notes {
            p { strong { (Text(&note.place)) " (" (Text(&basis(note.basis))) "): " } (Text(&note.text)) }
        }
    }
}
