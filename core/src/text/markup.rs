//! Texts in HTML, XML and Markdown.

/// An element with a text in it. Its name and its attributes are ours.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn element(out: &mut String, name: &str, attributes: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push_str(attributes);
    out.push('>');
    escape(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// Writes a text, so that it is text whatever it holds.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Characters that XML does not have.
            '\n' | '\t' => out.push(c),
            '\r' => {}
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// The start of a whole page that is HTML and XML at once, up to its main part. The style is ours.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn page_start(title: &str, style: &str) -> String {
    let mut out = String::from(
        "<!DOCTYPE html>\n<html lang=\"en-GB\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n\
         <meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n",
    );
    element(&mut out, "title", "", title);
    out.extend(["\n<style>", style, "</style>\n</head>\n<body>\n<main>\n"]);
    out
}

/// The end of such a page.
pub(crate) const PAGE_END: &str = "</main>\n</body>\n</html>\n";

/// A heading of the second level in Markdown.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn markdown_heading(out: &mut String, heading: &str) {
    out.push_str("\n## ");
    markdown(out, heading);
    out.push_str("\n\n");
}

/// Writes each line of a text that is not empty as a paragraph of Markdown.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn markdown_paragraphs(out: &mut String, text: &str) {
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        out.push('\n');
        markdown(out, line);
        out.push('\n');
    }
}

/// Writes a text in one line of Markdown, so that none of its signs means anything.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn markdown(out: &mut String, text: &str) {
    let mut before = ' ';
    let mut is_first = true;
    for c in text.trim().chars() {
        // Ends of lines would start a paragraph or a list; the ends of a paragraph are not white space
        // to everyone.
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
