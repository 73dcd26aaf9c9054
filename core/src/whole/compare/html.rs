//! A comparison as a page to read and to print.

use maud::{Markup, html};

use super::comparison::{
    ChangeEffect, ChangeKind, ChangeOf, ComparedFinding, ComparedStatement, PlanComparison,
    StatementChange,
};
use super::statement::units_of;
use crate::text::fill::counted;
use crate::text::page::{Text, page};

/// The style of the page. Colours go with words, and every pair of them has a contrast of 7:1 or more.
const STYLE: &str = include_str!("page.css");

/// The title of the page.
const TITLE: &str = "What changed between two versions of the plan";

/// What the page is, for the person who reads it.
const STANDING: &str = "The comparison shows what the words say. Whether a change lessens the provision is for a \
                        person to judge. Provision that was removed or reduced comes first.";

/// The comparison as an HTML page, to be opened or printed as a document of its own: what was removed or reduced first,
/// both versions side by side with the changed words marked, and the reasons. It brings its style and loads nothing.
#[must_use]
pub fn comparison_to_html(comparison: &PlanComparison) -> String {
    let less = [ChangeKind::Removed, ChangeKind::Reduced];
    let main = html! {
        h1 { (TITLE) }
        p { (STANDING) }
        (counts(comparison))
        @for of in ChangeOf::ALL {
            @for kind in less { (changes(comparison, *of, kind)) }
        }
        @for of in ChangeOf::ALL {
            @for kind in ChangeKind::ALL.iter().filter(|kind| !less.contains(kind)) {
                (changes(comparison, *of, *kind))
            }
        }
        @if comparison.more > 0 {
            p { "More changes than are listed: " (comparison.more) "." }
        }
        h2 { "Findings about wording" }
        (findings("Cleared", "In the older version, and gone from the newer.", &comparison.findings.cleared))
        (findings("New", "In the newer version alone.", &comparison.findings.added))
        (findings("Left", "In both versions.", &comparison.findings.left))
    };
    page(TITLE, STYLE, &main)
}

/// How many changes there are of each kind, with links to them.
fn counts(comparison: &PlanComparison) -> Markup {
    let count = |of: ChangeOf, kind: ChangeKind| {
        let found = comparison.counts.iter().find(|count| count.of == of && count.kind == kind);
        found.map_or(0, |count| count.count)
    };
    html! {
        table.counts {
            caption { "Number of changes" }
            thead {
                tr {
                    th scope="col" { "What it is about" }
                    @for kind in ChangeKind::ALL { th scope="col" { (kind_name(*kind)) } }
                }
            }
            tbody {
                @for of in ChangeOf::ALL {
                    tr {
                        th scope="row" { (of_name(*of)) }
                        @for kind in ChangeKind::ALL {
                            td {
                                @match count(*of, *kind) {
                                    0 => "0",
                                    count => a href={ "#" (of.word()) "-" (kind.word()) } { (count) },
                                }
                            }
                        }
                    }
                }
            }
        }
        p {
            (counted(comparison.unchanged, "statement is", "statements are")) " the same in both versions."
        }
    }
}

/// The changes of one kind about one part of the plan.
fn changes(comparison: &PlanComparison, of: ChangeOf, kind: ChangeKind) -> Markup {
    let is_one = |change: &&StatementChange| change.of == of && change.kind == kind;
    let changes: Vec<&StatementChange> = comparison.changes.iter().filter(is_one).collect();
    html! {
        @if !changes.is_empty() {
            h2 id={ (of.word()) "-" (kind.word()) } {
                (of_name(of)) ": " (kind_name(kind).to_lowercase()) " (" (changes.len()) ")"
            }
            table.changes {
                thead { tr { th scope="col" { "Older version" } th scope="col" { "Newer version" } } }
                tbody {
                    @for change in changes { (row(change)) }
                }
            }
        }
    }
}

fn row(change: &StatementChange) -> Markup {
    let section = change.section.word();
    html! {
        tr {
            td { (statements(&change.old, Side::Old)) }
            td { (statements(&change.new, Side::New)) }
        }
        tr {
            td colspan="2" {
                p {
                    span.kind { (kind_name(change.kind)) }
                    span.place {
                        " in Section " (section)
                        @if let Some(from) = change.from_section { ", from Section " (from.word()) }
                    }
                }
                @if !change.reasons.is_empty() {
                    ul {
                        @for reason in &change.reasons {
                            li class=(reason.effect.word()) {
                                (effect_name(reason.effect)) ". " span dir="auto" { (Text(&reason.message)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The version that a statement belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Old,
    New,
}

fn statements(statements: &[ComparedStatement], side: Side) -> Markup {
    let (none, marked) = match side {
        Side::Old => ("Not in the older version.", "removed"),
        Side::New => ("Not in the newer version.", "new"),
    };
    html! {
        @if statements.is_empty() { p.place { (none) } }
        @for statement in statements {
            p.text dir="auto" {
                @for (text, is_marked) in pieces(statement) {
                    @if !is_marked {
                        (Text(&text))
                    } @else if side == Side::Old {
                        del { span.sign { " [" (marked) ": " } (Text(&text)) span.sign { "] " } }
                    } @else {
                        ins { span.sign { " [" (marked) ": " } (Text(&text)) span.sign { "] " } }
                    }
                }
            }
        }
    }
}

/// The text of a statement in pieces, each with whether the other version does not have it.
fn pieces(statement: &ComparedStatement) -> Vec<(String, bool)> {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut spans = statement.changed.iter().peekable();
    let mut at = 0_u32;
    for c in statement.text.chars() {
        while spans.next_if(|span| span.end <= at).is_some() {}
        let is_marked = spans.peek().is_some_and(|span| span.start <= at);
        match pieces.last_mut().filter(|(_, was_marked)| *was_marked == is_marked) {
            Some((text, _)) => text.push(c),
            None => pieces.push((c.to_string(), is_marked)),
        }
        at += units_of(c);
    }
    pieces
}

fn findings(title: &str, about: &str, findings: &[ComparedFinding]) -> Markup {
    html! {
        h3 { (title) " (" (findings.len()) ")" }
        p { (about) }
        @if !findings.is_empty() {
            ul {
                @for finding in findings {
                    li {
                        "Section " (finding.section.word()) ": "
                        q dir="auto" { (Text(&finding.quote)) } " " (Text(finding.message))
                    }
                }
            }
        }
    }
}

/// What became of a statement, as people read it.
fn kind_name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Removed => "Removed",
        ChangeKind::Reduced => "Reduced",
        ChangeKind::Increased => "Increased",
        ChangeKind::Reworded => "Reworded",
        ChangeKind::Added => "Added",
        ChangeKind::Moved => "Moved",
    }
}

fn of_name(of: ChangeOf) -> &'static str {
    match of {
        ChangeOf::Provision => "Provision",
        ChangeOf::Need => "Needs",
        ChangeOf::Outcome => "Outcomes",
        ChangeOf::Other => "Other sections",
    }
}

fn effect_name(effect: ChangeEffect) -> &'static str {
    match effect {
        ChangeEffect::Less => "Less",
        ChangeEffect::More => "More",
        ChangeEffect::Other => "Changed",
    }
}
