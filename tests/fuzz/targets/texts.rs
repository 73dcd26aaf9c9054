//! Every function that takes a text. The first line names the function, or its first letter chooses one.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../growth/module/functions.rs"]
mod functions;

const FUNCTIONS: [&str; 33] = [
    "lint A",
    "lint B",
    "lint C",
    "lint D",
    "lint E",
    "lint F",
    "lint G",
    "lint H1",
    "lint H2",
    "lint I",
    "lint K",
    "names F",
    "text",
    "sections",
    "markdown",
    "html",
    "compare",
    "advice",
    "thread",
    "review",
    "feedback",
    "case",
    "agreement",
    "linting",
    "context",
    "plan",
    "lexicon",
    "framework",
    "line",
    "record",
    "dates",
    "learning",
    "summary",
];

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Some((head, input)) = text.split_once('\n') else { return };
    let chosen = usize::from(head.bytes().next().unwrap_or_default()) % FUNCTIONS.len();
    let known = FUNCTIONS.iter().find(|name| **name == head);
    functions::run(known.unwrap_or(&FUNCTIONS[chosen]), input);
});
