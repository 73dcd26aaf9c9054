//! What became of advice as a page to read and to print.

use maud::{Markup, html};

use super::document::{
    AdviceConflict, CarriedStatement, Coverage, CoverageStatus, CoveredAdvice, PlanWords,
};
use crate::plan::AdviceKind;
use crate::text::fill::counted;
use crate::text::page::{Text, page};

/// The style of the page. Colours go with words, and every pair of them has a contrast of 7:1 or more.
const STYLE: &str = include_str!("page.css");

/// The title of the page.
const TITLE: &str = "What became of the advice in the plan";

/// What the page is, for the person who reads it.
const STANDING: &str = "The page shows what the words say. A person judges whether the plan carries what was advised. \
                        What was not found or is weaker comes first.";

/// The comparison of advice with a plan as an HTML page, to be opened or printed as a document of its own. It brings
/// its style and loads nothing.
#[must_use]
pub fn coverage_to_html(coverage: &Coverage) -> String {
    let main = html! {
        h1 { (TITLE) }
        p { (STANDING) }
        (counts(coverage))
        @for (number, advice) in coverage.advices.iter().enumerate() {
            section {
                h2 { "Advice " (number + 1) ": " (Text(&name(advice))) }
                @for status in CoverageStatus::ALL { (statements(advice, *status)) }
            }
        }
        section {
            h2 { "No source found" }
            p { "The plan specifies this, and no advice given here has it. It may rest on something else." }
            @if coverage.unsourced.is_empty() { p { "Nothing." } }
            ul {
                @for one in &coverage.unsourced {
                    li { (words(&one.plan)) " " strong { (Text(&one.words)) } }
                }
            }
        }
        section {
            h2 { "Advice that differs" }
            @if coverage.conflicts.is_empty() { p { "Nothing." } }
            @for conflict in &coverage.conflicts { (differs(conflict)) }
        }
        section {
            h2 { "The list of advice in Section K" }
            @if coverage.listed.is_empty() { p { "It agrees with the advice given." } }
            ul { @for fault in &coverage.listed { li { (Text(&fault.message)) } } }
        }
    };
    page(TITLE, STYLE, &main)
}

/// The author and the role of a piece of advice.
fn name(advice: &CoveredAdvice) -> String {
    let author = advice.author.as_deref().unwrap_or("author not found");
    match &advice.role {
        Some(role) => [author, ", ", role].concat(),
        None => author.to_owned(),
    }
}

/// How many statements of each piece of advice are carried, weaker, moved or not found.
fn counts(coverage: &Coverage) -> Markup {
    let count = |advice: &CoveredAdvice, status: CoverageStatus| {
        advice.statements.iter().filter(|one| one.status == status).count()
    };
    html! {
        table {
            caption { "Statements of the advice" }
            thead {
                tr {
                    th scope="col" { "Advice" }
                    @for status in CoverageStatus::ALL { th scope="col" { (status_name(*status)) } }
                }
            }
            tbody {
                @for advice in &coverage.advices {
                    tr {
                        th scope="row" { (Text(&name(advice))) }
                        @for status in CoverageStatus::ALL { td { (count(advice, *status)) } }
                    }
                }
            }
        }
    }
}

fn statements(advice: &CoveredAdvice, status: CoverageStatus) -> Markup {
    let of: Vec<&CarriedStatement> =
        advice.statements.iter().filter(|one| one.status == status).collect();
    html! {
        @if !of.is_empty() {
            h3 { (status_name(status)) ": " (counted(of.len(), "statement", "statements")) }
            table {
                thead {
                    tr {
                        th scope="col" { "Advice" }
                        th scope="col" { "Plan" }
                        th scope="col" { "Why" }
                    }
                }
                tbody {
                    @for one in of {
                        tr {
                            td { (kind_name(one.kind)) ": " (Text(&one.text)) }
                            td {
                                @for plan in &one.plan { p { (words(plan)) } }
                                @if let Some(plan) = &one.closest { p { "The closest is: " (words(plan)) } }
                            }
                            td {
                                @for reason in &one.reasons { p { (Text(&reason.message)) } }
                                @if one.chosen { p { "A person chose this." } }
                                @if !one.shared.is_empty() {
                                    p { "Paired by: " (Text(&one.shared.join(", "))) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn differs(conflict: &AdviceConflict) -> Markup {
    html! {
        p { (conflict.message) }
        ul {
            li { "Advice " (conflict.one.advice + 1) ": " (Text(&conflict.one.text)) }
            li { "Advice " (conflict.other.advice + 1) ": " (Text(&conflict.other.text)) }
            @if let Some(plan) = &conflict.resolved_by { li { (words(plan)) } }
        }
    }
}

fn words(plan: &PlanWords) -> Markup {
    html! { "Section " (plan.section.word()) ": " (Text(&plan.text)) }
}

fn status_name(status: CoverageStatus) -> &'static str {
    match status {
        CoverageStatus::NotFound => "Not found",
        CoverageStatus::Weaker => "Weaker",
        CoverageStatus::Moved => "In another section",
        CoverageStatus::Whole => "Carried",
    }
}

fn kind_name(kind: AdviceKind) -> &'static str {
    match kind {
        AdviceKind::Views => "Views",
        AdviceKind::Need => "Need",
        AdviceKind::Outcome => "Outcome",
        AdviceKind::Provision => "Provision",
        AdviceKind::Other => "Other",
    }
}
