//! Places in a text, in a unit that the type names.

use std::marker::PhantomData;

use serde::Serialize;

/// A unit in which places in a text are counted.
pub trait Unit: Sized {
    /// How much of it a character takes.
    fn width(c: char) -> usize;
}

/// Bytes of UTF-8, as Rust counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Bytes;

/// UTF-16 code units, as JavaScript counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Utf16;

impl Unit for Bytes {
    fn width(c: char) -> usize {
        c.len_utf8()
    }
}

impl Unit for Utf16 {
    fn width(c: char) -> usize {
        c.len_utf16()
    }
}

/// A stretch of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, bound = "U: schemars::JsonSchema"))]
pub struct Span<U> {
    /// Where it starts.
    pub start: u32,
    /// Where it ends: the first place behind it.
    pub end: u32,
    #[serde(skip)]
    unit: PhantomData<U>,
}

impl<U> Span<U> {
    /// A stretch from a place up to another.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end, unit: PhantomData }
    }
}

impl Span<Bytes> {
    /// The words that stand there.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}
