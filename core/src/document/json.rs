//! Reads JSON text (RFC 8259) into a tree, duplicate fields and all.
//!
//! It takes `serde_json`'s place, which would be a tenth of the WebAssembly, and is compared with it by
//! a test: it refuses the same texts, at the same place.

use std::borrow::Cow;

use crate::document::{MOST_LEVELS, Node};

/// Nothing stands around the whole.
const NOTHING: usize = usize::MAX;

/// A document is given room for a node in so many bytes at first.
const BYTES_A_NODE: usize = 8;

/// The bytes that end a piece of a string: a quotation mark, a backslash and control characters.
const ENDS: [bool; 256] = {
    let mut ends = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        ends[byte] = byte < 0x20 || byte == b'"' as usize || byte == b'\\' as usize;
        byte += 1;
    }
    ends
};

/// Reads a whole text, and tells whether something in it is nested too deeply. What is wrong is told by its
/// offset in bytes.
pub(crate) fn read(text: &str) -> Result<(Vec<Node<'_>>, bool), usize> {
    let mut source = Source { text, at: 0 };
    let mut nodes = Vec::with_capacity(text.len() / BYTES_A_NODE + 1);
    // The list or object being read. Until it ends, it holds in place of its length which one is around it.
    let mut open = NOTHING;
    let mut levels = 0;
    let mut is_too_deep = false;
    loop {
        match source.token() {
            Some(bracket @ (b'[' | b'{')) => {
                source.at += 1;
                let is_list = bracket == b'[';
                let around = std::mem::replace(&mut open, nodes.len());
                nodes.push(if is_list { Node::List(around) } else { Node::Object(around) });
                levels += 1;
                if source.token() != Some(if is_list { b']' } else { b'}' }) {
                    if !is_list {
                        nodes.push(source.name()?);
                    }
                    continue;
                }
            }
            Some(first) => nodes.push(source.scalar(first)?),
            None => return Err(source.next()),
        }
        // A value is read: what stands around it goes on, or ends with it.
        loop {
            let token = source.token();
            let length = nodes.len().wrapping_sub(open).wrapping_sub(1);
            let (is_list, rest) = match nodes.get_mut(open) {
                Some(Node::List(rest)) => (true, rest),
                Some(Node::Object(rest)) => (false, rest),
                _ if token.is_none() => return Ok((nodes, is_too_deep)),
                _ => return Err(source.next()),
            };
            if token == Some(b',') {
                source.at += 1;
                if !is_list {
                    nodes.push(source.name()?);
                }
                break;
            }
            if token != Some(if is_list { b']' } else { b'}' }) {
                return Err(source.next());
            }
            source.at += 1;
            let around = std::mem::replace(rest, length);
            if levels > MOST_LEVELS {
                is_too_deep = true;
                nodes.truncate(open);
                nodes.push(Node::TooDeep);
            }
            levels -= 1;
            open = around;
        }
    }
}

/// The text, and how far it has been read.
struct Source<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Source<'t> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn token(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                byte => return byte,
            }
        }
    }

    /// Behind the byte that is looked at, which is at fault, or at the end of the text.
    fn next(&self) -> usize {
        self.text.len().min(self.at + 1)
    }

    /// Reads the name of a field and the colon behind it.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn name(&mut self) -> Result<Node<'t>, usize> {
        if self.token() != Some(b'"') {
            return Err(self.next());
        }
        self.at += 1;
        let name = self.string()?;
        if self.token() != Some(b':') {
            return Err(self.next());
        }
        self.at += 1;
        Ok(Node::Text(name))
    }

    fn scalar(&mut self, first: u8) -> Result<Node<'t>, usize> {
        let (word, node) = match first {
            b'"' => {
                self.at += 1;
                return self.string().map(Node::Text);
            }
            b'-' | b'0'..=b'9' => return self.number().map(Node::Number),
            b'n' => ("null", Node::Null),
            b't' => ("true", Node::Bool(true)),
            b'f' => ("false", Node::Bool(false)),
            _ => return Err(self.next()),
        };
        for expected in word.bytes() {
            let byte = self.byte();
            self.at = self.next();
            if byte != Some(expected) {
                return Err(self.at);
            }
        }
        Ok(node)
    }

    /// Reads a string from behind its first quotation mark.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn string(&mut self) -> Result<Cow<'t, str>, usize> {
        let piece = self.piece()?;
        if self.byte() == Some(b'"') {
            self.at += 1;
            return Ok(Cow::Borrowed(piece));
        }
        let mut string = piece.to_owned();
        loop {
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(Cow::Owned(string));
                }
                Some(b'\\') => {
                    self.at += 1;
                    let character = self.escape()?;
                    string.push(character);
                }
                _ => return Err(self.at + 1),
            }
            string.push_str(self.piece()?);
        }
    }

    /// The text up to a quotation mark, a backslash or a control character.
    fn piece(&mut self) -> Result<&'t str, usize> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let ends = |byte: u8| ENDS.get(usize::from(byte)).copied().unwrap_or_default();
        let Some(length) = rest.bytes().position(ends) else {
            return Err(self.text.len());
        };
        self.at += length;
        Ok(rest.get(..length).unwrap_or_default())
    }

    /// Reads what stands behind a backslash.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn escape(&mut self) -> Result<char, usize> {
        let byte = self.byte();
        self.at = self.next();
        match byte {
            Some(b'b') => Ok('\u{8}'),
            Some(b'f') => Ok('\u{c}'),
            Some(b'n') => Ok('\n'),
            Some(b'r') => Ok('\r'),
            Some(b't') => Ok('\t'),
            Some(byte @ (b'"' | b'\\' | b'/')) => Ok(char::from(byte)),
            Some(b'u') => {
                let mut code = self.code_unit()?;
                if matches!(code, 0xD800..=0xDBFF) {
                    for expected in [b'\\', b'u'] {
                        let byte = self.byte();
                        self.at = self.next();
                        if byte != Some(expected) {
                            return Err(self.at);
                        }
                    }
                    let low = self.code_unit()?;
                    if !matches!(low, 0xDC00..=0xDFFF) {
                        return Err(self.at);
                    }
                    code = 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                }
                char::from_u32(code).ok_or(self.at)
            }
            _ => Err(self.at),
        }
    }

    /// Reads the four hexadecimal digits of a UTF-16 code unit.
    fn code_unit(&mut self) -> Result<u32, usize> {
        let end = self.at + 4;
        let Some(digits) = self.text.as_bytes().get(self.at..end) else {
            return Err(self.text.len());
        };
        self.at = end;
        let mut code = 0;
        for digit in digits {
            code = code << 4 | char::from(*digit).to_digit(16).ok_or(end)?;
        }
        Ok(code)
    }

    /// The next byte, if it is a digit: its value.
    fn digit(&self) -> Option<u8> {
        self.byte().filter(u8::is_ascii_digit).map(|byte| byte - b'0')
    }

    /// Reads a number. As many digits count as a `u64` holds.
    fn number(&mut self) -> Result<f64, usize> {
        let is_negative = self.byte() == Some(b'-');
        self.at += usize::from(is_negative);
        let first = self.digit();
        if first.is_none() {
            return Err(self.next());
        }
        let mut significand = 0;
        let mut exponent = self.digits(&mut significand, first == Some(0))?.1;
        if self.byte() == Some(b'.') {
            self.at += 1;
            if self.digit().is_none() {
                return Err(self.next());
            }
            exponent -= self.digits(&mut significand, false)?.0;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            let sign = self.byte();
            self.at += usize::from(matches!(sign, Some(b'+' | b'-')));
            if self.digit().is_none() {
                return Err(self.next());
            }
            let mut written: i32 = 0;
            while let Some(digit) = self.digit() {
                self.at += 1;
                let longer =
                    written.checked_mul(10).and_then(|tens| tens.checked_add(digit.into()));
                if longer.is_none() && significand != 0 && sign != Some(b'-') {
                    return Err(self.at);
                }
                written = longer.unwrap_or(i32::MAX);
            }
            exponent = exponent.saturating_add(if sign == Some(b'-') { -written } else { written });
        }
        let number = scaled(significand, exponent);
        if number.is_infinite() {
            return Err(self.at);
        }
        Ok(if is_negative { -number } else { number })
    }

    /// Reads digits onto a number; tells how many were, and how many were not because it is full.
    fn digits(&mut self, number: &mut u64, only_one: bool) -> Result<(i32, i32), usize> {
        let (mut read, mut left_out) = (0, 0);
        while let Some(digit) = self.digit() {
            if only_one && read == 1 {
                return Err(self.next());
            }
            let longer = number.checked_mul(10).and_then(|tens| tens.checked_add(digit.into()));
            match longer {
                Some(longer) if left_out == 0 => {
                    *number = longer;
                    read += 1;
                }
                _ => left_out += 1,
            }
            self.at += 1;
        }
        Ok((read, left_out))
    }
}

/// A number times a power of ten.
fn scaled(significand: u64, mut exponent: i32) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "every number allowed is far below 2^53")]
    let mut number = significand as f64;
    while exponent != 0 && number != 0.0 && number.is_finite() {
        // Powers up to this one are exact.
        let step = exponent.clamp(-22, 22);
        let power = (0..step.abs()).fold(1.0, |power, _| power * 10.0);
        number = if step > 0 { number * power } else { number / power };
        exponent -= step;
    }
    number
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::read;
    use crate::document::problem::ProblemKind;
    use crate::document::{Document, Json};

    /// Pieces of JSON and of what is not, to be put together.
    const PIECES: &str = r#"{ } [ ] , : " \ \u \ud83d \ude00 \u00e9 \n \x é “ 😀 0 1 - -0 12 . .5 e E+ e- e9 2.0
        1e400 1e-400 18446744073709551615 18446744073709551616 99999999999999999999999 0.25 1e99999999999
        0e99999999999 123456789012345678901234567890.5 30e-1 true false null nul "a" "a": {"a": [1, {} []"#;

    fn piece() -> impl Strategy<Value = String> {
        let mut pieces: Vec<&str> = PIECES.split_whitespace().collect();
        pieces.extend(["\n", " ", "\t", "\r", "\u{1}", "\u{7f}", "\u{c}", "\u{a0}"]);
        prop::sample::select(pieces).prop_map(str::to_owned)
    }

    /// JSON text, with white space, of a few levels.
    fn json() -> impl Strategy<Value = String> {
        let number = prop_oneof![
            "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,25})?([eE][+-]?[0-9]{1,2})?",
            "[1-9]0{0,30}e-[0-9]{1,2}",
        ];
        let string = prop::collection::vec(any::<char>(), 0..6)
            .prop_map(|text| Value::from(String::from_iter(text)).to_string());
        let word = prop::sample::select(vec!["true", "false", "null"]).prop_map(str::to_owned);
        let leaf = prop_oneof![number, string, word];
        leaf.prop_recursive(4, 24, 4, |inner| {
            let list = prop::collection::vec(inner.clone(), 0..4)
                .prop_map(|values| format!("[ {}\n]", values.join(",\t")));
            let object = prop::collection::vec(("[a-c]?", inner), 0..4).prop_map(|fields| {
                let fields: Vec<_> =
                    fields.iter().map(|(name, value)| format!("\"{name}\" : {value}")).collect();
                format!("{{{}\r\n}}", fields.join(" , "))
            });
            prop_oneof![list, object]
        })
    }

    /// What both come to, where they agree.
    #[track_caller]
    fn check(text: &str) -> Result<(), TestCaseError> {
        let document = Document::from_json(text).map_err(|error| error.kind);
        let ours = document.as_ref().map(Document::json);
        match (ours, serde_json::from_str::<Value>(text)) {
            (Ok(json), Ok(value)) => prop_assert!(is_same(json, &value), "{text:?}: {json:?}"),
            (Err(ProblemKind::NotJson { line, column }), Err(error)) => {
                prop_assert_eq!((*line, *column), (error.line(), error.column()), "{:?}", text);
            }
            (ours, theirs) => prop_assert!(false, "{text:?}: {ours:?} but {theirs:?}"),
        }
        Ok(())
    }

    /// Whether two trees are the same. Of fields with one name, the other has the last alone.
    fn is_same(json: Json, value: &Value) -> bool {
        match (json, value) {
            (Json::Null, Value::Null) => true,
            (Json::Bool(ours), Value::Bool(theirs)) => ours == *theirs,
            (Json::Text(ours), Value::String(theirs)) => ours == theirs,
            (Json::Number(ours), Value::Number(theirs)) => {
                theirs.as_f64().is_some_and(|theirs| is_near(ours, theirs))
            }
            (Json::List(ours), Value::Array(theirs)) => {
                ours.len() == theirs.len()
                    && ours.iter().zip(theirs).all(|(ours, theirs)| is_same(ours, theirs))
            }
            (Json::Object(ours), Value::Object(theirs)) => {
                let last = |name: &str| ours.iter().filter(|(known, _)| *known == name).last();
                ours.iter().all(|(name, _)| theirs.contains_key(name))
                    && theirs.iter().all(|(name, value)| {
                        last(name).is_some_and(|(_, json)| is_same(json, value))
                    })
            }
            _ => false,
        }
    }

    /// The same number, and whole where the other is. The last digits of a fraction, and of what is far
    /// from every number that a document may hold, can differ: all of them are refused.
    fn is_near(ours: f64, theirs: f64) -> bool {
        let is_relevant = (1e-3..1e9).contains(&theirs.abs());
        let is_whole = |number: f64| number.fract() == 0.0;
        let most = if is_relevant && is_whole(theirs) { 0.0 } else { theirs.abs() * 1e-12 };
        (!is_relevant || is_whole(ours) == is_whole(theirs)) && (ours - theirs).abs() <= most
    }

    #[test]
    fn escapes_and_numbers_are_read_as_by_serde_json() -> Result<(), TestCaseError> {
        for text in [
            r#""\ud83d\ude00 \u00e9 \b\f\n\r\t\/\\\"""#,
            r#""\ud83d""#,
            r#""\ud83d\""#,
            r#""\ud83dx""#,
            r#""\ud83d\n""#,
            r#""\ud83d\u0041""#,
            r#""\ude00""#,
            r#""\u00g0""#,
            r#""\u00""#,
            "3000000000000000000000e-21",
            "3000000000000000000000.5e-21",
            "300000000000000000000000e-23",
            "2.9999999999999999999",
            "0.30000000000000000000000e1",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775809",
            "-0",
            "01",
            "1e308",
            "1e309",
            "1e-400",
            "0e99999999999",
            "1e99999999999",
            "1e-99999999999",
        ] {
            check(text)?;
            check(&format!("[{text},\n\"{text}"))?;
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn pieces_are_told_from_json_as_by_serde_json(
            pieces in prop::collection::vec(piece(), 0..12)
        ) {
            check(&pieces.concat())?;
        }

        #[test]
        fn json_is_read_as_by_serde_json(text in json()) {
            prop_assert!(read(&text).is_ok(), "{text:?}");
            check(&text)?;
        }

        #[test]
        fn damaged_json_is_refused_as_by_serde_json(
            text in json(), piece in piece(), at in any::<prop::sample::Index>(), cut in any::<bool>()
        ) {
            let at = at.index(text.len() + 1);
            let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let (before, after) = text.split_at(at);
            check(&[before, &piece, if cut { "" } else { after }].concat())?;
        }
    }
}
