//! The characters of fonts that have symbols in the place of letters.

/// The character that stands for a symbol of a font.
pub(super) fn symbol(font: &str, code: u32) -> char {
    // Fonts of symbols have their characters in the private area, from F000.
    let code = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let is_wingdings = font.to_ascii_lowercase().starts_with("wingdings");
    match code {
        0xA8 | 0x6F | 0x71 | 0x72 | 0xA3 if is_wingdings => '☐',
        0xFE | 0x53 | 0x52 if is_wingdings => '☑',
        0xFD | 0x78 | 0x54 | 0x51 if is_wingdings => '☒',
        0xFC | 0x50 if is_wingdings => '✓',
        0xFB | 0x4F if is_wingdings => '✗',
        0xE0 if is_wingdings => '→',
        _ if is_wingdings => '•',
        0xB7 => '•',
        0xAE => '→',
        0xB3 => '≥',
        0xA3 => '≤',
        0xB1 => '±',
        0xB0 => '°',
        0xB4 => '×',
        _ => char::from_u32(code).filter(|c| !c.is_control()).unwrap_or('\u{FFFD}'),
    }
}
