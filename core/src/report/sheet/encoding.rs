//! The text of a file as spreadsheet programs write it. A library for all encodings brings their tables along, which
//! outweigh the module that a page loads.

use std::borrow::Cow;

/// The signs of Windows-1252 from 0x80 to 0x9F, as the Encoding Standard has them. Below and above them a byte is the
/// sign of its number.
const WINDOWS_1252: [char; 32] = [
    '\u{20AC}', '\u{81}', '\u{201A}', '\u{192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2C6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8D}', '\u{17D}', '\u{8F}',
    '\u{90}', '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2DC}', '\u{2122}', '\u{161}', '\u{203A}', '\u{153}', '\u{9D}', '\u{17E}', '\u{178}',
];

/// The text of bytes: in the encoding of its mark, in UTF-8, or as Excel saves CSV in Britain.
pub(super) fn text(bytes: &[u8]) -> Cow<'_, str> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest),
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes).into(),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes).into(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => bytes.iter().map(|byte| narrow(*byte)).collect::<String>().into(),
        },
    }
}

fn narrow(byte: u8) -> char {
    let number = usize::from(byte).checked_sub(0x80);
    number.and_then(|number| WINDOWS_1252.get(number).copied()).unwrap_or(char::from(byte))
}

/// UTF-16, in which what is no sign becomes one that says so.
fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let signs = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    let mut text: String = signs.map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn every_byte_of_windows_1252_is_as_a_library_for_encodings_reads_it() {
        for byte in 0x80..=0xFF_u8 {
            // A byte that begins no sign of UTF-8 keeps the text from being taken for it.
            let bytes = [byte, b'a'];
            let (expected, _, _) = encoding_rs::WINDOWS_1252.decode(&bytes);
            assert_eq!(text(&bytes), expected, "{byte:#x}");
        }
    }

    #[test]
    fn texts_with_a_mark_are_read_by_it() {
        let known: [(&[u8], &str); 5] = [
            (b"\xEF\xBB\xBFCaf\xC3\xA9", "Café"),
            (b"\xFF\xFEC\0a\0f\0\xE9\0", "Café"),
            (b"\xFE\xFF\0C\0a\0f\0\xE9", "Café"),
            // A pair of surrogates, and half a unit.
            (b"\xFF\xFE\x3D\xD8\x00\xDE\x41", "\u{1F600}\u{FFFD}"),
            (b"\xFF\xFE\x00\xDEA\0", "\u{FFFD}A"),
        ];
        for (bytes, expected) in known {
            assert_eq!(text(bytes), expected);
        }
        assert_eq!(text(b""), "");
        assert_eq!(text("Café".as_bytes()), "Café");
        assert_eq!(text(b"Caf\xE9 \x80"), "Café €");
    }
}
