//! The text of the built-in lexicon.

/// The built-in lexicon as JSON text, with the examples of its rules.
pub const WORDING_WITH_EXAMPLES: &str = include_str!("../../frameworks/wording.json");

/// The built-in lexicon as JSON text, without the examples and the white space between its parts.
pub static WORDING: &str = include_str!(concat!(env!("OUT_DIR"), "/wording.json"));

/// Its digest, which the build computes.
pub(super) const WORDING_SHA256: &str = env!("WORDING_SHA256");

/// The titles of the rules of the built-in lexicon: a line each, of an id, a tab and a title. They stand apart
/// from the lexicon, since a module that only counts findings needs nothing else of it.
pub const WORDING_TITLES: &str = include_str!("../../frameworks/wording-titles.txt");

/// The title of a rule of the built-in lexicon.
pub(crate) fn rule_title(id: &str) -> Option<&'static str> {
    let mut rules = WORDING_TITLES.lines().filter_map(|line| line.split_once('\t'));
    rules.find(|(rule, _)| *rule == id).map(|(_, title)| title)
}
