//! The text of the built-in lexicon.

use crate::framework::pack;

/// The built-in lexicon as JSON text, with the examples of its rules.
pub const WORDING_WITH_EXAMPLES: &str = include_str!("../../frameworks/wording.json");

/// The built-in lexicon as JSON text, without the examples and the white space between its parts.
pub static WORDING: &str = match std::str::from_utf8(&PACKED) {
    Ok(text) => text,
    Err(_) => panic!("only whole members and white space were left out"),
};

static PACKED: [u8; LENGTH] = {
    let mut packed = [0; LENGTH];
    pack(WORDING_WITH_EXAMPLES.as_bytes(), &mut packed);
    packed
};

const LENGTH: usize = pack(WORDING_WITH_EXAMPLES.as_bytes(), &mut []);
