//! Deserialises types from the JSON of a document that was checked against their shape.

use std::fmt;
use std::slice;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::tree::{Fields, Json, Values};

/// A value does not have the shape of its type. The check before it has reported each problem with its place.
#[derive(Debug)]
pub(crate) struct Mismatch;

impl fmt::Display for Mismatch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the value does not have the shape of its type")
    }
}

impl std::error::Error for Mismatch {}

impl serde::de::Error for Mismatch {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: serde::de::Unexpected, _: &dyn serde::de::Expected) -> Self {
        Self
    }

    fn invalid_value(_: serde::de::Unexpected, _: &dyn serde::de::Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn serde::de::Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

impl<'de> Deserializer<'de> for Json<'de> {
    type Error = Mismatch;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        match self {
            Self::Null | Self::TooDeep => visitor.visit_unit(),
            Self::Bool(value) => visitor.visit_bool(value),
            #[expect(clippy::cast_possible_truncation, reason = "a whole number within the range")]
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                visitor.visit_i64(number as i64)
            }
            Self::Number(number) => visitor.visit_f64(number),
            Self::Text(text) => visitor.visit_borrowed_str(text),
            Self::List(list) => visitor.visit_seq(Entries(list.iter())),
            Self::Object(object) => {
                visitor.visit_map(Given { fields: object.iter(), value: Self::Null })
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_unit()
    }

    // Each type says what it expects. A visitor is given that and nothing else, so that no code is made for the
    // rest.

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if let Self::Bool(value) = self { visitor.visit_bool(value) } else { Err(Mismatch) }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        match self {
            #[expect(clippy::cast_possible_truncation, reason = "a whole number within the range")]
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                visitor.visit_i64(number as i64)
            }
            _ => Err(Mismatch),
        }
    }

    fn deserialize_i8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if let Self::Text(text) = self { visitor.visit_borrowed_str(text) } else { Err(Mismatch) }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_str(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        match self {
            Self::List(list) => visitor.visit_seq(Entries(list.iter())),
            _ => Err(Mismatch),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        match self {
            Self::Object(object) => {
                visitor.visit_map(Given { fields: object.iter(), value: Self::Null })
            }
            _ => Err(Mismatch),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        match self {
            Self::Object(object) => visitor.visit_seq(Members {
                object: self,
                names: names.iter(),
                ahead: object.iter(),
            }),
            _ => Err(Mismatch),
        }
    }

    serde::forward_to_deserialize_any! {
        i16 i32 i128 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct enum identifier
    }
}

/// The name of a field.
struct Name<'de>(&'de str);

impl<'de> Deserializer<'de> for Name<'de> {
    type Error = Mismatch;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_borrowed_str(self.0)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The entries of a list.
struct Entries<'de>(Values<'de>);

impl<'de> SeqAccess<'de> for Entries<'de> {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Mismatch> {
        self.0.next().map(|entry| seed.deserialize(entry)).transpose()
    }
}

/// The values of an object in the order of its type's fields, null where one is not given. Of a sequence a derived
/// visitor makes a third of the code that it makes of a map: it compares no names, and expects no order of them.
struct Members<'de> {
    object: Json<'de>,
    names: slice::Iter<'static, &'static str>,
    /// The fields behind the one that was read last. Most documents have them in the order of their type.
    ahead: Fields<'de>,
}

impl<'de> Members<'de> {
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn next(&mut self) -> Option<Json<'de>> {
        let name = self.names.next()?;
        let mut ahead = self.ahead.clone();
        if let Some((known, value)) = ahead.next()
            && known == *name
        {
            self.ahead = ahead;
            return Some(value);
        }
        Some(self.object.field(name))
    }
}

impl<'de> SeqAccess<'de> for Members<'de> {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Mismatch> {
        self.next().map(|value| seed.deserialize(value)).transpose()
    }
}

/// The fields of an object that are given: null means not given.
struct Given<'de> {
    fields: Fields<'de>,
    /// The value of the field whose name was read last.
    value: Json<'de>,
}

impl<'de> MapAccess<'de> for Given<'de> {
    type Error = Mismatch;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Mismatch> {
        let Some((name, value)) = self.fields.find(|(_, value)| !value.is_null()) else {
            return Ok(None);
        };
        self.value = value;
        seed.deserialize(Name(name)).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Mismatch> {
        seed.deserialize(self.value)
    }
}
