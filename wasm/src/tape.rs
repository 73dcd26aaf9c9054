//! How documents leave: as numbers and one text, from which the wrapper builds objects in less than half the time that
//! a browser takes to parse the same document as JSON. A text that stands in a document again and again crosses once.
//!
//! `js/tape.ts` reads the layout, in words of 32 bits:
//!
//! | words | what |
//! |---|---|
//! | one | where the tables begin |
//! | one | where the texts begin |
//! | one | how many bytes the texts have |
//! | some | the value |
//! | one, and one a text | the number of texts, and the length of each in UTF-16 code units |
//! | one, and some a shape | the number of shapes, and of each the number of its names and the texts that they are |
//! | as many as they fill | the texts in UTF-8 |
//!
//! A value begins with a word: its kind in the three lowest bits, and a number in the others.

use std::fmt::Error;
use std::iter::zip;
use std::ops::Range;
use std::ptr;

use serde::ser::{
    Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple,
    SerializeTupleStruct, Serializer,
};

/// The words before the value.
const HEAD: usize = 3;

/// How many addresses of texts are remembered.
const ADDRESSES: usize = 512;

/// The room for the words and for the texts of a document at first: most documents need no more.
const USUAL_WORDS: usize = 4_096;
const USUAL_BYTES: usize = 8_192;

/// A text, by its number.
const TEXT: u32 = 0;
/// The whole number beside the kind.
const WHOLE: u32 = 1;
/// A list of so many values, which follow.
const LIST: u32 = 2;
/// An object of the shape with this number. The value of each of its names follows.
const OBJECT: u32 = 3;
/// An object of so many members, of which the name and the value follow.
const MAP: u32 = 4;
/// Any other number: the two words of a double follow.
const DOUBLE: u32 = 5;
const NULL: u32 = 6;
const FALSE: u32 = 6 | 1 << 3;
const TRUE: u32 = 6 | 2 << 3;
/// A member of its shape that an object does not have.
const ABSENT: u32 = 6 | 3 << 3;

/// Whole numbers between this and its negative stand beside their kind.
const MOST_WHOLE: i64 = 1 << 28;

/// A document as words. The core's types always serialise.
pub(crate) fn to_tape<T: Serialize + ?Sized>(value: &T) -> Vec<u32> {
    let mut tape = Tape::default();
    match value.serialize(&mut tape) {
        Ok(()) => tape.finish(),
        Err(Error) => Vec::new(),
    }
}

/// A document that is being written.
struct Tape {
    words: Vec<u32>,
    texts: Texts,
    /// The names of the members of each type.
    shapes: Vec<Vec<&'static str>>,
    /// The names of the objects that are being written, the innermost last.
    names: Vec<&'static str>,
}

/// The texts of a document, in UTF-8.
struct Texts {
    all: Vec<u8>,
    each: Vec<Range<usize>>,
    /// The number of the last text from each address. Some addresses share a place.
    by_address: Vec<u32>,
}

impl Texts {
    /// The number of a text. It is written unless the last from its address was the same.
    fn number(&mut self, text: &str) -> u32 {
        let address = text.as_ptr() as usize;
        let place = (address ^ address >> 9 ^ text.len() << 3) % ADDRESSES;
        let Some(known) = self.by_address.get_mut(place) else { return 0 };
        let written = self.each.get(*known as usize);
        let written = written.and_then(|written| self.all.get(written.clone()));
        if !written.is_some_and(|written| is_same(written, text.as_bytes())) {
            *known = word(self.each.len());
            let start = self.all.len();
            self.all.extend_from_slice(text.as_bytes());
            self.each.push(start..self.all.len());
        }
        *known
    }
}

/// Whether bytes are the same, compared eight at a time: what the compiler brings compares one.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    let ((ones, one_end), (others, other_end)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    let is_same =
        |(one, other): (&[u8; 8], &[u8; 8])| u64::from_ne_bytes(*one) == u64::from_ne_bytes(*other);
    one.len() == other.len() && one_end == other_end && zip(ones, others).all(is_same)
}

/// The length of UTF-8 in UTF-16 code units: a character has one for its first byte, and two where it takes four bytes.
fn units(text: &[u8]) -> usize {
    let of_byte = |byte: &u8| usize::from(byte & 0xc0 != 0x80) + usize::from(*byte >= 0xf0);
    text.iter().map(of_byte).sum()
}

/// A length or a place. No document within the bounds has a larger one.
fn word(number: usize) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

impl Default for Tape {
    fn default() -> Self {
        let texts = Texts {
            all: Vec::with_capacity(USUAL_BYTES),
            each: Vec::new(),
            by_address: vec![0; ADDRESSES],
        };
        let mut words = Vec::with_capacity(USUAL_WORDS);
        words.extend([0; HEAD]);
        Self { words, texts, shapes: Vec::new(), names: Vec::new() }
    }
}

impl Tape {
    fn push(&mut self, word: u32) {
        self.words.push(word);
    }

    /// Writes a word where there is one already.
    fn set(&mut self, at: usize, word: u32) {
        if let Some(place) = self.words.get_mut(at) {
            *place = word;
        }
    }

    fn integer(&mut self, number: i64) {
        if (-MOST_WHOLE..MOST_WHOLE).contains(&number) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it is in the range"
            )]
            self.push(WHOLE | (number as i32 as u32) << 3);
        } else {
            #[expect(
                clippy::cast_precision_loss,
                reason = "numbers of JavaScript are of this type"
            )]
            self.double(number as f64);
        }
    }

    fn double(&mut self, number: f64) {
        let bits = number.to_bits();
        #[expect(clippy::cast_possible_truncation, reason = "its lower half, and then its upper")]
        self.words.extend([DOUBLE, bits as u32, (bits >> 32) as u32]);
    }

    fn text(&mut self, text: &str) {
        let number = self.texts.number(text);
        self.push(TEXT | number << 3);
    }

    /// The number of the shape that has the names from a place on.
    fn shape(&mut self, from: usize) -> u32 {
        let names = self.names.get(from..).unwrap_or_default();
        // A name can stand at two addresses. Then there is one shape more.
        let is_it = |shape: &Vec<&str>| {
            let mut both = zip(shape, names);
            shape.len() == names.len() && both.all(|(one, other)| ptr::eq(*one, *other))
        };
        let known = self.shapes.iter().position(is_it);
        let number = known.unwrap_or(self.shapes.len());
        if known.is_none() {
            self.shapes.push(names.to_vec());
        }
        self.names.truncate(from);
        word(number)
    }

    /// The value with the tables and the texts behind it.
    fn finish(mut self) -> Vec<u32> {
        self.set(0, word(self.words.len()));
        let mut shapes = vec![word(self.shapes.len())];
        for shape in &self.shapes {
            shapes.push(word(shape.len()));
            shapes.extend(shape.iter().map(|name| self.texts.number(name)));
        }
        self.push(word(self.texts.each.len()));
        let is_ascii = self.texts.all.is_ascii();
        for written in &self.texts.each {
            let text = self.texts.all.get(written.clone()).unwrap_or_default();
            self.words.push(word(if is_ascii { text.len() } else { units(text) }));
        }
        self.words.append(&mut shapes);
        self.set(1, word(self.words.len()));
        self.set(2, word(self.texts.all.len()));
        let mut bytes = self.texts.all;
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        let (texts, _) = bytes.as_chunks();
        self.words.extend(texts.iter().map(|bytes| u32::from_le_bytes(*bytes)));
        self.words
    }

    fn open(&mut self, kind: u32) -> Container<'_> {
        let at = self.words.len();
        self.push(kind);
        Container { tape: self, at, kind, length: 0 }
    }
}

/// A list or a map that is being written.
struct Container<'t> {
    tape: &'t mut Tape,
    at: usize,
    kind: u32,
    length: u32,
}

impl Container<'_> {
    fn add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.length += 1;
        value.serialize(&mut *self.tape)
    }

    fn close(self) {
        self.tape.set(self.at, self.kind | self.length << 3);
    }
}

/// An object that is being written.
struct Members<'t> {
    tape: &'t mut Tape,
    at: usize,
    /// Where its names begin.
    names: usize,
}

impl<'t> Serializer for &'t mut Tape {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Container<'t>;
    type SerializeTuple = Container<'t>;
    type SerializeTupleStruct = Container<'t>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Container<'t>;
    type SerializeStruct = Members<'t>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.push(if value { TRUE } else { FALSE });
        Ok(())
    }

    fn serialize_i8(self, number: i8) -> Result<(), Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_i16(self, number: i16) -> Result<(), Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_i32(self, number: i32) -> Result<(), Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_i64(self, number: i64) -> Result<(), Error> {
        self.integer(number);
        Ok(())
    }

    fn serialize_u8(self, number: u8) -> Result<(), Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_u16(self, number: u16) -> Result<(), Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_u32(self, number: u32) -> Result<(), Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_u64(self, number: u64) -> Result<(), Error> {
        self.integer(number.try_into().unwrap_or(i64::MAX));
        Ok(())
    }

    fn serialize_f32(self, number: f32) -> Result<(), Error> {
        self.serialize_f64(number.into())
    }

    fn serialize_f64(self, number: f64) -> Result<(), Error> {
        self.double(number);
        Ok(())
    }

    fn serialize_char(self, character: char) -> Result<(), Error> {
        self.text(character.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.text(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        Err(Error)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.push(NULL);
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut map = self.serialize_map(Some(1))?;
        map.serialize_entry(variant, value)?;
        SerializeMap::end(map)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Container<'t>, Error> {
        Ok(self.open(LIST))
    }

    fn serialize_tuple(self, _: usize) -> Result<Container<'t>, Error> {
        Ok(self.open(LIST))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Container<'t>, Error> {
        Ok(self.open(LIST))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Container<'t>, Error> {
        Ok(self.open(MAP))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members<'t>, Error> {
        let (at, names) = (self.words.len(), self.names.len());
        self.push(OBJECT);
        Ok(Members { tape: self, at, names })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(Error)
    }
}

impl SerializeSeq for Container<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl SerializeTuple for Container<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl SerializeTupleStruct for Container<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl SerializeMap for Container<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Error> {
        self.add(name)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut *self.tape)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.tape.names.push(name);
        value.serialize(&mut *self.tape)
    }

    fn skip_field(&mut self, name: &'static str) -> Result<(), Error> {
        self.tape.names.push(name);
        self.tape.push(ABSENT);
        Ok(())
    }

    fn end(self) -> Result<(), Error> {
        let shape = self.tape.shape(self.names);
        self.tape.set(self.at, OBJECT | shape << 3);
        Ok(())
    }
}
