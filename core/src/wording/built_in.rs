//! The text of the built-in lexicon.

use crate::framework::pack;

/// The built-in lexicon as JSON text, with the examples of its rules.
pub const WORDING_WITH_EXAMPLES: &str = include_str!("../../frameworks/wording.json");

/// The built-in lexicon as JSON text, without the examples and the white space between its parts.
pub static WORDING: &str = match std::str::from_utf8(&PACKED) {
    Ok(text) => text,
    Err(_) => panic!("packing leaves out members and white space"),
};

/// Its digest, which the build computes.
pub(super) const WORDING_SHA256: &str = env!("WORDING_SHA256");

static PACKED: [u8; LENGTH] = {
    let mut packed = [0; LENGTH];
    pack(WORDING_WITH_EXAMPLES.as_bytes(), &mut packed);
    packed
};

const LENGTH: usize = pack(WORDING_WITH_EXAMPLES.as_bytes(), &mut []);

/// The titles of the rules of the built-in lexicon: a line each, of an id, a tab and a title. They stand apart
/// from the lexicon, since a module that only counts findings needs nothing else of it.
pub const WORDING_TITLES: &str = include_str!("../../frameworks/wording-titles.txt");

/// The title of a rule of the built-in lexicon.
pub(crate) fn rule_title(id: &str) -> Option<&'static str> {
    let mut rules = WORDING_TITLES.lines().filter_map(|line| line.split_once('\t'));
    rules.find(|(rule, _)| *rule == id).map(|(_, title)| title)
}
