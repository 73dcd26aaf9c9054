//! The text of the built-in framework.

/// The Shropshire SEND Quality Assurance Framework 2023 as JSON text, without the white space between
/// its parts: it is read at every start.
pub static SHROPSHIRE_2023: &str = match std::str::from_utf8(&PACKED) {
    Ok(text) => text,
    Err(_) => panic!("only white space was left out"),
};

/// Its digest, which the build computes.
pub(super) const SHROPSHIRE_2023_SHA256: &str = env!("SHROPSHIRE_2023_SHA256");

#[allow(
    long_running_const_eval,
    reason = "it ends with the text, which has more than the usual 100 kB"
)]
static PACKED: [u8; LENGTH] = {
    let mut packed = [0; LENGTH];
    pack(WITH_SPACE.as_bytes(), &mut packed);
    packed
};

#[allow(
    long_running_const_eval,
    reason = "it ends with the text, which has more than the usual 100 kB"
)]
const LENGTH: usize = pack(WITH_SPACE.as_bytes(), &mut []);

const WITH_SPACE: &str = include_str!("../../frameworks/shropshire-2023.json");

/// Copies JSON without the white space outside its strings, and without members that only
/// documentation needs, as far as there is room. Returns the length of all that is kept.
pub(crate) const fn pack(mut json: &[u8], mut room: &mut [u8]) -> usize {
    let mut length = 0;
    let mut in_string = false;
    let mut is_escaped = false;
    while let [byte, rest @ ..] = json {
        if !in_string
            && (starts_with(json, b"\"example\":") || starts_with(json, b"\"near_miss\":"))
        {
            json = behind_member(json);
            continue;
        }
        if in_string || !byte.is_ascii_whitespace() {
            length += 1;
            if let [slot, left @ ..] = room {
                *slot = *byte;
                room = left;
            }
        }
        if *byte == b'"' && !is_escaped {
            in_string = !in_string;
        }
        is_escaped = *byte == b'\\' && !is_escaped;
        json = rest;
    }
    length
}

/// The JSON after a member whose value is a text, and after its comma.
const fn behind_member(mut json: &[u8]) -> &[u8] {
    // Two marks around the name, two around the text.
    let mut marks = 0;
    let mut is_escaped = false;
    while let [byte, rest @ ..] = json {
        json = rest;
        if *byte == b'"' && !is_escaped {
            marks += 1;
        }
        is_escaped = *byte == b'\\' && !is_escaped;
        if marks == 4 && *byte == b',' {
            break;
        }
    }
    json
}

const fn starts_with(text: &[u8], start: &[u8]) -> bool {
    match text.split_at_checked(start.len()) {
        Some((mut first, _)) => {
            let mut start = start;
            while let ([a, left @ ..], [b, wanted @ ..]) = (first, start) {
                if *a != *b {
                    return false;
                }
                (first, start) = (left, wanted);
            }
            true
        }
        None => false,
    }
}
