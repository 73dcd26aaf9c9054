//! Texts in Markdown (`CommonMark`).

/// Appends a heading of the second level.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn push_heading(out: &mut String, heading: &str) {
    out.push_str("\n## ");
    push_text(out, heading);
    out.push_str("\n\n");
}

/// Appends each line of a text that is not empty as a paragraph.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn push_paragraphs(out: &mut String, text: &str) {
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        out.push('\n');
        push_text(out, line);
        out.push('\n');
    }
}

/// Appends a text on one line, escaped so that none of its characters is read as Markdown or HTML.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn push_text(out: &mut String, text: &str) {
    let mut before = ' ';
    let mut is_first = true;
    for c in text.trim().chars() {
        // The end of a line would start a paragraph or a list; not everyone counts U+2028 and U+2029 as one.
        let c = if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => {
                let has_meaning = match c {
                    '\\' | '`' | '*' | '_' | '[' | ']' | '(' | ')' | '{' | '}' | '#' | '|'
                    | '~' | '!' | '@' | '^' | '$' => true,
                    // The start of a list item, a rule, a heading or a table.
                    '-' | '+' | '=' | ':' if is_first => true,
                    // "1." starts a list; "https:" and "www." start a link.
                    '.' => before.is_ascii_digit() || before.eq_ignore_ascii_case(&'w'),
                    ':' => before.is_ascii_alphabetic(),
                    _ => false,
                };
                if has_meaning {
                    out.push('\\');
                }
                out.push(c);
            }
        }
        before = c;
        is_first = false;
    }
}
