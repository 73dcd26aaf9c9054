//! Reads JSON text (RFC 8259) into a tree, duplicate fields and all.
//!
//! It takes `serde_json`'s place, which would be a tenth of the WebAssembly, and is compared with it by
//! a test: it refuses the same texts, at the same place.

use std::borrow::Cow;

use crate::document::{Json, MOST_LEVELS};

/// Reads a whole text, and tells whether something in it is nested too deeply. What is wrong is told by its
/// offset in bytes.
pub(crate) fn read(text: &str) -> Result<(Json<'_>, bool), usize> {
    let mut source = Source { text, at: 0 };
    let mut open: Vec<Open> = Vec::new();
    let mut is_too_deep = false;
    loop {
        let mut json = match source.token() {
            Some(bracket @ (b'[' | b'{')) => {
                let is_kept = open.len() < MOST_LEVELS;
                is_too_deep |= !is_kept;
                let container = Open::new(bracket, is_kept);
                source.at += 1;
                if source.token() == Some(container.close) {
                    source.at += 1;
                    container.json
                } else {
                    open.push(container);
                    source.name(open.last_mut())?;
                    continue;
                }
            }
            Some(first) => source.scalar(first)?,
            None => return Err(source.next()),
        };
        // A value is read: what stands around it goes on, or ends with it.
        loop {
            let token = source.token();
            let Some(container) = open.last_mut() else {
                return if token.is_none() { Ok((json, is_too_deep)) } else { Err(source.next()) };
            };
            container.add(json);
            if token == Some(b',') {
                source.at += 1;
                source.name(Some(container))?;
                break;
            }
            if token != Some(container.close) {
                return Err(source.next());
            }
            source.at += 1;
            json = open.pop().map_or(Json::Null, |container| container.json);
        }
    }
}

/// A list or an object whose end has not been read.
struct Open<'t> {
    json: Json<'t>,
    close: u8,
}

impl<'t> Open<'t> {
    fn new(bracket: u8, is_kept: bool) -> Self {
        let (json, close) = match bracket {
            b'[' => (Json::List(Vec::new()), b']'),
            _ => (Json::Object(Vec::new()), b'}'),
        };
        Self { json: if is_kept { json } else { Json::TooDeep }, close }
    }

    /// Adds a field whose value has not been read.
    fn name(&mut self, name: Cow<'t, str>) {
        if let Json::Object(fields) = &mut self.json {
            fields.push((name, Json::Null));
        }
    }

    /// Adds a value: to an object, that of its last field.
    fn add(&mut self, json: Json<'t>) {
        match &mut self.json {
            Json::List(list) => list.push(json),
            Json::Object(fields) => {
                if let Some((_, value)) = fields.last_mut() {
                    *value = json;
                }
            }
            _ => {}
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

    /// In an object, reads the name of a field and the colon behind it.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn name(&mut self, container: Option<&mut Open<'t>>) -> Result<(), usize> {
        let Some(container) = container.filter(|container| container.close == b'}') else {
            return Ok(());
        };
        if self.token() != Some(b'"') {
            return Err(self.next());
        }
        self.at += 1;
        container.name(self.string()?);
        if self.token() != Some(b':') {
            return Err(self.next());
        }
        self.at += 1;
        Ok(())
    }

    fn scalar(&mut self, first: u8) -> Result<Json<'t>, usize> {
        let (word, json) = match first {
            b'"' => {
                self.at += 1;
                return self.string().map(Json::Text);
            }
            b'-' | b'0'..=b'9' => return self.number().map(Json::Number),
            b'n' => ("null", Json::Null),
            b't' => ("true", Json::Bool(true)),
            b'f' => ("false", Json::Bool(false)),
            _ => return Err(self.next()),
        };
        for expected in word.bytes() {
            let byte = self.byte();
            self.at = self.next();
            if byte != Some(expected) {
                return Err(self.at);
            }
        }
        Ok(json)
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
        let ends = |byte: u8| byte == b'"' || byte == b'\\' || byte < b' ';
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
    use crate::document::{Document, Json};
    use crate::problem::ProblemKind;

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
        let ours =
            Document::from_json(text).map(|document| document.json).map_err(|error| error.kind);
        match (ours, serde_json::from_str::<Value>(text)) {
            (Ok(json), Ok(value)) => prop_assert!(is_same(&json, &value), "{text:?}: {json:?}"),
            (Err(ProblemKind::NotJson { line, column }), Err(error)) => {
                prop_assert_eq!((line, column), (error.line(), error.column()), "{:?}", text);
            }
            (ours, theirs) => prop_assert!(false, "{text:?}: {ours:?} but {theirs:?}"),
        }
        Ok(())
    }

    /// Whether two trees are the same. Of fields with one name, the other has the last alone.
    fn is_same(json: &Json, value: &Value) -> bool {
        match (json, value) {
            (Json::Null, Value::Null) => true,
            (Json::Bool(ours), Value::Bool(theirs)) => ours == theirs,
            (Json::Text(ours), Value::String(theirs)) => ours == theirs,
            (Json::Number(ours), Value::Number(theirs)) => {
                theirs.as_f64().is_some_and(|theirs| is_near(*ours, theirs))
            }
            (Json::List(ours), Value::Array(theirs)) => {
                ours.len() == theirs.len()
                    && ours.iter().zip(theirs).all(|(ours, theirs)| is_same(ours, theirs))
            }
            (Json::Object(ours), Value::Object(theirs)) => {
                let last = |name: &str| ours.iter().rev().find(|(known, _)| known == name);
                ours.iter().all(|(name, _)| theirs.contains_key(name.as_ref()))
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
