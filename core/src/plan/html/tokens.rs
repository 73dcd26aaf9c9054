//! HTML as tags and text. It never fails: what is no tag is text.

use std::borrow::Cow;

/// The longest name of a reference such as `&amp;`.
const LONGEST_REFERENCE: usize = 12;

/// Elements whose content is no HTML.
const RAW: [&str; 4] = ["style", "script", "title", "textarea"];

/// What the references between 128 and 159 mean, where HTML reads them as those of Windows.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The references by name that word processors write.
const NAMED: [(&str, char); 24] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{A0}'),
    ("shy", '\u{AD}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("pound", '£'),
    ("euro", '€'),
    ("eacute", 'é'),
    ("deg", '°'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("times", '×'),
];

/// A tag or a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'h> {
    /// The start of an element: its name in lower case, and its attributes as they are written.
    Open(String, &'h str),
    /// The end of an element.
    Close(String),
    /// Text, and where it stands.
    Text(&'h str, usize),
}

/// HTML that is being read.
#[derive(Debug)]
pub(super) struct Tokens<'h> {
    html: &'h str,
    at: usize,
    /// The element whose content is being passed over.
    raw: Option<&'static str>,
}

impl<'h> Tokens<'h> {
    pub(super) fn new(html: &'h str) -> Self {
        Self { html, at: 0, raw: None }
    }

    fn rest(&self) -> &'h str {
        self.html.get(self.at..).unwrap_or_default()
    }

    /// Passes over what is neither tag nor text: comments, declarations and processing instructions.
    fn pass_over(&mut self, rest: &str) -> bool {
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|end| end + 3)
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            rest.find('>').map(|end| end + 1)
        } else {
            return false;
        };
        self.at += end.unwrap_or(rest.len());
        true
    }
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        loop {
            let rest = self.rest();
            if rest.is_empty() {
                return None;
            }
            if let Some(name) = self.raw.take() {
                let end = find_end(rest, name);
                self.at += end;
                continue;
            }
            if self.pass_over(rest) {
                continue;
            }
            if let Some((token, length)) = tag(rest) {
                self.at += length;
                if let Token::Open(name, _) = &token {
                    self.raw = RAW.into_iter().find(|raw| raw == name);
                }
                return Some(token);
            }
            // A text goes up to what looks like a tag, and at least one character.
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let end = rest.get(first..).and_then(|rest| rest.find('<'));
            let end = end.map_or(rest.len(), |end| end + first);
            let start = self.at;
            self.at += end;
            return Some(Token::Text(rest.get(..end).unwrap_or_default(), start));
        }
    }
}

/// Where the content of an element ends that has no HTML in it.
fn find_end(rest: &str, name: &str) -> usize {
    let is_end = |at: &usize| {
        let behind = rest.get(at + 2..at + 2 + name.len());
        behind.is_some_and(|behind| behind.eq_ignore_ascii_case(name))
    };
    rest.match_indices("</").map(|(at, _)| at).find(is_end).unwrap_or(rest.len())
}

/// A tag at the beginning of a text, and its length.
fn tag(rest: &str) -> Option<(Token<'_>, usize)> {
    let inner = rest.strip_prefix('<')?;
    let closing = inner.strip_prefix('/');
    let named = closing.unwrap_or(inner);
    if !named.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let length = named
        .find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/')
        .unwrap_or(named.len());
    let name = named.get(..length)?.to_ascii_lowercase();
    let attributes = named.get(length..)?;
    // A ">" between quotation marks does not end the tag.
    let mut quote = None;
    let end = attributes.find(|character: char| {
        match quote {
            Some(open) if open == character => quote = None,
            None if character == '"' || character == '\'' => quote = Some(character),
            _ => {}
        }
        quote.is_none() && character == '>'
    })?;
    let consumed = rest.len() - attributes.len() + end + 1;
    let token = if closing.is_some() {
        Token::Close(name)
    } else {
        Token::Open(name, attributes.get(..end)?)
    };
    Some((token, consumed))
}

/// An attribute by its name, as text.
pub(super) fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let length = rest.find(|c: char| c.is_ascii_whitespace() || c == '=').unwrap_or(rest.len());
        let (found, behind) = rest.split_at_checked(length.max(1))?;
        let behind = behind.trim_start();
        let Some(value) = behind.strip_prefix('=').map(str::trim_start) else {
            rest = behind;
            continue;
        };
        let (value, behind) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value.get(1..)?.split_once(quote)?,
            _ => {
                value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len()))
            }
        };
        if found.eq_ignore_ascii_case(name) {
            return Some(text(value).into_owned());
        }
        rest = behind;
    }
}

/// A text with its references read.
pub(super) fn text(raw: &str) -> Cow<'_, str> {
    if !raw.contains('&') {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, behind)) = rest.split_once('&') {
        text.push_str(before);
        let name = behind.split(';').next().filter(|name| name.len() <= LONGEST_REFERENCE);
        let known = name.filter(|name| name.len() < behind.len());
        if let Some((name, character)) = known.and_then(|name| Some((name, reference(name)?))) {
            text.push(character);
            rest = behind.get(name.len() + 1..).unwrap_or_default();
        } else {
            text.push('&');
            rest = behind;
        }
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// The character that a reference stands for.
fn reference(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|(_, character)| *character);
    };
    let number = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    let windows = number.checked_sub(0x80).and_then(|at| WINDOWS.get(at as usize));
    windows.copied().or_else(|| char::from_u32(number)).filter(|character| *character != '\0')
}
