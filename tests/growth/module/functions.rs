//! The functions of the core that take a text of any size, by name.

use std::sync::{Arc, LazyLock};

use ehcp_qa_core::agreement::{Agreement, figures};
use ehcp_qa_core::case::{Case, status};
use ehcp_qa_core::form::{Feedback, to_html, to_markdown};
use ehcp_qa_core::learning::{self, Learning};
use ehcp_qa_core::plan::{
    PlanDocument, PlanProblem, items, read_advice_markdown, read_html, read_markdown, read_text,
};
use ehcp_qa_core::summary::{HiddenBelow, Summary, SummaryRecord, report};
use ehcp_qa_core::thread::{ThreadPlan, mermaid, svg, thread};
use ehcp_qa_core::timescale::Timescales;
use ehcp_qa_core::whole::{
    AdviceContext, PlanContext, advice_check, check, comments, compare, comparison_to_html,
    coverage, coverage_to_html,
};
use ehcp_qa_core::wording::{Lexicon, Linting, lint};
use ehcp_qa_core::{Framework, Problem, Review, assess, from_line};

static FRAMEWORK: LazyLock<Arc<Framework>> = LazyLock::new(Framework::built_in);
static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Lexicon::built_in);

/// Runs a function, named with an argument, and returns the length of what it gives, as JSON where it gives a document.
pub(crate) fn run(head: &str, input: &str) -> usize {
    let (function, argument) = head.split_once(' ').unwrap_or((head, ""));
    match function {
        // What is read once.
        "nothing" => FRAMEWORK.id().len() + LEXICON.rules().count(),
        "lint" => written(&lint(&LEXICON, argument, input, &Linting::default())),
        "names" => {
            // As many names as there are words, all of them in one name, and as many findings that are dismissed.
            let names: Vec<&str> = input.split_whitespace().chain([input]).collect();
            let dismissed: Vec<String> =
                (0..names.len()).map(|number| format!("{number:x}")).collect();
            let context = serde_json::json!({ "names": names, "dismissed": dismissed }).to_string();
            outcome(Linting::from_json(&context), |context| {
                written(&lint(&LEXICON, argument, input, &context))
            })
        }
        "text" => plan(read_text(input, &[])),
        "sections" => plan(read_text(&in_sections(input), &[])),
        "markdown" => plan(read_markdown(input, &[])),
        "html" => plan(read_html(input, &[])),
        "compare" => compared(input),
        "advice" => advice(input),
        "thread" => outcome(ThreadPlan::from_json(input), |items| {
            let thread = thread(&FRAMEWORK, &items);
            written(&thread) + mermaid(&thread).len() + svg(&thread, "p").len()
        }),
        "review" => {
            outcome(Review::from_json(&FRAMEWORK, input), |review| written(&assess(&review)))
        }
        "feedback" => outcome(Feedback::from_json(&FRAMEWORK, input), |form| {
            to_html(&FRAMEWORK, &form).len() + to_markdown(&FRAMEWORK, &form).len()
        }),
        "case" => outcome(Case::from_json(&FRAMEWORK, input), |case| {
            outcome(status(&FRAMEWORK, &case), |status| written(&status))
        }),
        "agreement" => outcome(Agreement::from_json(&FRAMEWORK, input), |agreement| {
            written(&figures(&FRAMEWORK, &agreement))
        }),
        "linting" => outcome(Linting::from_json(input), |_| 0),
        "context" => outcome(PlanContext::from_json(input), |_| 0),
        "plan" => outcome(PlanDocument::from_json(input), |plan| written(&plan)),
        "lexicon" => outcome(Lexicon::from_json(input), |lexicon| lexicon.rules().count()),
        "framework" => outcome(Framework::from_json(input), |framework| framework.id().len()),
        "line" => {
            outcome(from_line(&FRAMEWORK, input).map_err(|problem| vec![problem]), |review| {
                written(&assess(&review))
            })
        }
        "record" => outcome(SummaryRecord::from_json(&FRAMEWORK, input), |_| 0),
        "dates" => {
            outcome(Timescales::from_json(input), |dates| written(&FRAMEWORK.deadlines(&dates)))
        }
        "learning" => outcome(Learning::from_json(&FRAMEWORK, input), |form| {
            learning::to_html(&FRAMEWORK, &form).len()
        }),
        "summary" => outcome(Summary::from_json(&FRAMEWORK, input), |_| 0),
        "records" => {
            let mut summary = Summary::new(&FRAMEWORK);
            for line in input.lines() {
                match SummaryRecord::from_json(&FRAMEWORK, line) {
                    Ok(record) => summary.add(&record).unwrap_or_default(),
                    Err(_) => summary.add_unread(),
                }
            }
            written(&report(&FRAMEWORK, &summary, HiddenBelow::USUAL))
        }
        _ => usize::MAX,
    }
}

fn written(document: &impl serde::Serialize) -> usize {
    serde_json::to_string(document).map_or(0, |text| text.len())
}

fn outcome<T>(read: Result<T, Vec<Problem>>, then: impl FnOnce(T) -> usize) -> usize {
    read.map_or_else(|problems| written(&problems), then)
}

/// A plan, its items, its check with comments, and it again as a document.
fn plan(read: Result<PlanDocument, PlanProblem>) -> usize {
    let Ok(plan) = read else { return 0 };
    let check = check(&FRAMEWORK, &LEXICON, &plan, &PlanContext::default());
    written(&plan)
        + written(&items(&plan))
        + written(&comments(&check, &plan, &FRAMEWORK))
        + written(&check)
}

/// A plan with a need, and with this text as its provision.
fn in_sections(input: &str) -> String {
    format!("Section B: Needs\nShe is deaf.\nSection F: Provision\n{input}")
}

/// Two versions of a plan: the second begins with what the first ends with.
fn compared(input: &str) -> usize {
    let middle = (input.len() / 2..=input.len()).find(|at| input.is_char_boundary(*at));
    let (first, second) = input.split_at(middle.unwrap_or_default());
    let read = |text: &str| read_text(&format!("Section F: Provision\n{text}"), &[]);
    let (Ok(old), Ok(new)) =
        (read(&format!("{first}\n{second}")), read(&format!("{second}\n{first}")))
    else {
        return 0;
    };
    let comparison = compare(&LEXICON, &old, &new, &Linting::default());
    written(&comparison) + comparison_to_html(&comparison).len()
}

/// A piece of advice, its check, and what became of it in a plan that has all that it says.
fn advice(input: &str) -> usize {
    let plan = read_markdown(&format!("# Section F: Provision\n\n{input}"), &[]);
    let (Ok(advice), Ok(plan)) = (read_advice_markdown(input), plan) else { return 0 };
    let asked = FRAMEWORK.advice();
    let found = coverage(&FRAMEWORK, std::slice::from_ref(&advice), &plan, &[]);
    written(&advice)
        + written(&advice_check(asked, &LEXICON, &advice, &AdviceContext::default()))
        + written(&found)
        + coverage_to_html(&found).len()
}
