//! Data on a terminal: what a terminal would obey is shown instead.

use std::io::{self, Write};

/// Writes text on, with a visible sign for each control character but tabs and the ends of lines.
///
/// Data goes into files and pipes as it is. On a terminal, an escape in a reference could set the title or the
/// clipboard, or hide a line.
#[derive(Debug)]
pub(crate) struct Shown<W: Write> {
    out: W,
    /// The last byte, where the next one says what it is: a return, or the first of a character of two.
    held: Option<u8>,
}

/// The first byte of a control character that takes two.
const FIRST_OF_TWO: u8 = 0xc2;

impl<W: Write> Shown<W> {
    pub(crate) fn new(out: W) -> Self {
        Self { out, held: None }
    }

    /// What is shown for bytes, and the byte that is held back.
    fn show(&self, bytes: &[u8]) -> (Vec<u8>, Option<u8>) {
        let mut shown = Vec::with_capacity(bytes.len());
        let mut held = self.held;
        for &byte in bytes {
            match (held.take(), byte) {
                (Some(FIRST_OF_TWO), 0x80..=0x9f) => {
                    shown.extend(char::REPLACEMENT_CHARACTER.encode_utf8(&mut [0; 4]).as_bytes());
                    continue;
                }
                (Some(FIRST_OF_TWO), _) => shown.push(FIRST_OF_TWO),
                (Some(_), b'\n') => shown.push(b'\r'),
                (Some(control), _) => shown.extend(picture(control)),
                (None, _) => {}
            }
            match byte {
                FIRST_OF_TWO | b'\r' => held = Some(byte),
                b'\n' | b'\t' => shown.push(byte),
                0x00..=0x1f => shown.extend(picture(byte)),
                0x7f => shown.extend("\u{2421}".as_bytes()),
                _ => shown.push(byte),
            }
        }
        (shown, held)
    }
}

/// The picture of a control character: Unicode has them in the order of the characters.
fn picture(control: u8) -> [u8; 3] {
    [0xe2, 0x90, 0x80 + control]
}

impl<W: Write> Write for Shown<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let (shown, held) = self.show(bytes);
        self.out.write_all(&shown)?;
        self.held = held;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl<W: Write> Drop for Shown<W> {
    fn drop(&mut self) {
        // What is held behind the last byte is a return, or the start of a character that never came.
        if self.held.take() == Some(b'\r') {
            let _ = self.out.write_all(&picture(b'\r')).and_then(|()| self.out.flush());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(pieces: &[&[u8]]) -> String {
        let mut out = Vec::new();
        let mut shown = Shown::new(&mut out);
        for piece in pieces {
            shown.write_all(piece).expect("memory");
        }
        drop(shown);
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn nothing_is_left_that_a_terminal_obeys() {
        let clipboard = "P-1\u{1b}]52;c;cm0=\u{7}\r\n\tnext \u{9b}31m\u{7f}\rover\r";
        let expected = "P-1␛]52;c;cm0=␇\r\n\tnext \u{fffd}31m␡␍over␍";
        assert_eq!(shown(&[clipboard.as_bytes()]), expected);
    }

    #[test]
    fn other_text_is_written_as_it_is_wherever_it_is_parted() {
        let bytes = "£5 for Zoë – \u{a0}½ 日本\r\n\u{9c}a\rb".as_bytes();
        for at in 0..=bytes.len() {
            let (first, second) = bytes.split_at(at);
            let whole = "£5 for Zoë – \u{a0}½ 日本\r\n\u{fffd}a␍b";
            assert_eq!(shown(&[first, second]), whole, "parted at {at}");
        }
    }
}
