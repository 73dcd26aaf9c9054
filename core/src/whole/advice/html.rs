//! The feedback to the author of a piece of advice, on one page.

use maud::html;

use super::finding::{AdviceCheck, AdviceFinding};
use crate::plan::AdviceDocument;
use crate::text::fill::counted;
use crate::text::page::{Text, page};

/// The style of the page.
const STYLE: &str = include_str!("page.css");

/// The title of the page.
const TITLE: &str = "Feedback on a piece of advice";

/// How many findings about wording are on the page.
const MOST_WORDING: usize = 12;

/// The feedback as an HTML page, to be printed. It brings its style and loads nothing. It has the first findings about
/// wording; all of them are in the check.
#[must_use]
pub fn advice_feedback(check: &AdviceCheck, advice: &AdviceDocument) -> String {
    let (wording, asked): (Vec<&AdviceFinding>, Vec<&AdviceFinding>) =
        check.findings.iter().partition(|finding| finding.place.is_some());
    let more = wording.len().saturating_sub(MOST_WORDING);
    let of = [&advice.author, &advice.role, &advice.agency];
    let of: Vec<&str> = of.into_iter().filter_map(|part| part.as_deref()).collect();
    let main = html! {
        h1 { (TITLE) }
        p {
            (Text(&of.join(", ")))
            @if let Some(date) = advice.date { ", " (date.to_string()) }
        }
        p { (check.standing) }
        h2 { "What the advice needs" }
        @if check.questions.is_none() {
            p { "The framework in use asks nothing of advice." }
        } @else if asked.is_empty() {
            p { "All that is asked of it is there." }
        }
        ul {
            @for finding in asked {
                li { strong { (finding.message) } " " (finding.instead) " " (cited(finding)) }
            }
        }
        h2 { "Outcomes and recommendations" }
        @if wording.is_empty() { p { "No words were found that are open to interpretation." } }
        ul {
            @for finding in wording.iter().take(MOST_WORDING) {
                li {
                    "“" (Text(&finding.words)) "”: " (finding.message) " " (finding.instead) " "
                    (cited(finding))
                    @if let Some(rewrite) = &finding.rewrite {
                        " For example: " (Text(rewrite))
                    }
                }
            }
        }
        @if more > 0 { p { (counted(more, "more finding is", "more findings are")) " not shown." } }
    };
    page(TITLE, STYLE, &main)
}

/// Where a finding is written.
fn cited(finding: &AdviceFinding) -> String {
    let places: Vec<&str> = finding.cites.iter().map(|cite| cite.place.as_str()).collect();
    if places.is_empty() { String::new() } else { ["(", &places.join("; "), ")"].concat() }
}
