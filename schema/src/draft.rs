//! A schema while it is made: generated from a Rust type, then closed over what a framework lists.
//!
//! Parts are named by Rust types and their fields. A part that is not there is a mistake in this crate, and panics with
//! its place.

use serde::Serialize;
use serde_json::{Value, json};

use crate::opened::{self, Described, name_of};

/// The schema of one document.
pub(crate) struct Draft {
    schema: Value,
    /// The name of the type of the document.
    root: String,
}

/// A part of a schema: a definition, or what one of its fields holds.
pub(crate) struct Part<'a> {
    schema: &'a mut Value,
    /// Its place, as a JSON Pointer.
    at: String,
}

impl Draft {
    /// The schema of a document that people write, under no framework yet.
    pub(crate) fn open(name: &str) -> Self {
        opened::open(name).unwrap_or_else(|| panic!("no document is called {name}"))
    }

    /// A schema that was generated, and the name of the type of its document.
    pub(crate) fn read(schema: Value, root: &str) -> Self {
        Self { schema, root: root.to_owned() }
    }

    /// What `read` takes.
    #[cfg(feature = "types")]
    pub(crate) fn into_parts(self) -> (Value, String) {
        (self.schema, self.root)
    }

    /// The definition of a type.
    pub(crate) fn part<T: Described>(&mut self) -> Part<'_> {
        let name = name_of::<T>();
        if name == self.root {
            return Part { schema: &mut self.schema, at: String::new() };
        }
        let definitions = Part { schema: &mut self.schema, at: String::new() }.inside("$defs");
        definitions.inside(&name)
    }

    /// Adds the definition of a type that this schema does not have yet.
    pub(crate) fn define(&mut self, name: &str, definition: Value) {
        let root = Part { schema: &mut self.schema, at: String::new() };
        root.inside("$defs").keyword(name, definition);
    }

    /// Removes the definition of a type, which nothing refers to any more.
    pub(crate) fn take<T: Described>(&mut self) -> Value {
        let name = name_of::<T>();
        let definitions = self.schema.get_mut("$defs").and_then(Value::as_object_mut);
        let definition = definitions.and_then(|definitions| definitions.remove(&*name));
        definition.unwrap_or_else(|| panic!("/$defs/{name} is not in the schema"))
    }

    /// The schema, with examples. Each of them must be there.
    pub(crate) fn with_examples<T: Serialize>(self, examples: &[T]) -> Value {
        let mut schema = self.schema;
        schema["examples"] = json!(examples);
        schema
    }
}

impl<'a> Part<'a> {
    /// A schema outside a draft, such as a definition that was taken out.
    pub(crate) fn of(schema: &'a mut Value) -> Self {
        Self { schema, at: String::new() }
    }

    /// What a field of this type holds.
    pub(crate) fn field(self, name: &str) -> Self {
        self.inside("properties").inside(name)
    }

    /// What the entries of this list hold.
    pub(crate) fn items(self) -> Self {
        self.inside("items")
    }

    /// What the values of this map hold.
    pub(crate) fn values(self) -> Self {
        self.inside("additionalProperties")
    }

    /// Gives this list so many entries.
    pub(crate) fn of_length(self, length: usize) -> Self {
        self.keyword("minItems", json!(length)).keyword("maxItems", json!(length))
    }

    /// Changes what the entries of this list hold.
    pub(crate) fn each(self, change: impl FnOnce(Part<'_>) -> Part<'_>) -> Self {
        let Self { schema: definition, at } = self;
        change(Part { schema: &mut *definition, at: at.clone() }.items());
        Part { schema: definition, at }
    }

    /// Gives this map an entry for each of these names, which have a description, and no other.
    #[cfg(feature = "types")]
    pub(crate) fn with_entries(self, entries: &[(&str, String)]) -> Self {
        let Self { schema: definition, at } = self;
        let values = Part { schema: &mut *definition, at: at.clone() }.values().schema.clone();
        let fields = entries.iter().map(|(name, description)| {
            let mut schema = values.clone();
            schema["description"] = json!(description);
            ((*name).to_owned(), schema)
        });
        let fields: serde_json::Map<_, _> = fields.collect();
        let names: Vec<&str> = entries.iter().map(|(name, _)| *name).collect();
        Part { schema: definition, at }
            .keyword("properties", Value::Object(fields))
            .keyword("additionalProperties", json!(false))
            .keyword("required", json!(names))
    }

    /// Sets a keyword of JSON Schema, in place of the one that is there.
    pub(crate) fn keyword(self, name: &str, value: Value) -> Self {
        let at = &self.at;
        let keywords = self.schema.as_object_mut();
        let keywords = keywords.unwrap_or_else(|| panic!("{at} takes no keywords"));
        keywords.insert(name.to_owned(), value);
        self
    }

    /// Replaces the schema of a field.
    pub(crate) fn set_field(self, name: &str, schema: Value) -> Self {
        let Self { schema: definition, at } = self;
        *Part { schema: &mut *definition, at: at.clone() }.field(name).schema = schema;
        Part { schema: definition, at }
    }

    /// Adds a field that the type does not have.
    pub(crate) fn add_field(self, name: &str, schema: Value) -> Self {
        let Self { schema: definition, at } = self;
        let fields = Part { schema: &mut *definition, at: at.clone() }.inside("properties");
        assert!(fields.schema.get(name).is_none(), "{}/{name} is in the schema", fields.at);
        fields.keyword(name, schema);
        Part { schema: definition, at }
    }

    fn inside(self, key: &str) -> Self {
        let at = [&self.at, "/", key].concat();
        let Some(schema) = self.schema.get_mut(key) else { panic!("{at} is not in the schema") };
        Self { schema, at }
    }
}

#[cfg(all(test, feature = "types"))]
mod tests {
    use schemars::JsonSchema;

    use super::*;

    /// A list of rooms.
    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "its schema alone is used")]
    struct House {
        /// The rooms.
        rooms: Vec<Room>,
    }

    /// A room.
    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "its schema alone is used")]
    struct Room {
        /// Its id.
        id: String,
    }

    fn draft() -> Draft {
        Draft::of::<House>("house", "A house")
    }

    #[test]
    fn a_part_is_found_by_its_type_and_closed() {
        let mut draft = draft();
        draft.part::<Room>().field("id").keyword("enum", json!(["hall"]));
        draft.part::<House>().field("rooms").keyword("maxItems", json!(2));
        let schema = draft.with_examples(&[json!({"rooms": []})]);
        assert_eq!(schema["$defs"]["Room"]["properties"]["id"]["enum"], json!(["hall"]));
        assert_eq!(schema["properties"]["rooms"]["maxItems"], json!(2));
    }

    #[test]
    #[should_panic(expected = "/$defs/Room/properties/name is not in the schema")]
    fn a_field_that_is_not_there_panics() {
        draft().part::<Room>().field("name");
    }

    #[test]
    #[should_panic(expected = "/$defs/Option is not in the schema")]
    fn a_type_that_is_not_there_panics() {
        /// A type that no room has.
        #[derive(JsonSchema)]
        struct Option;

        draft().part::<Option>();
    }

    #[test]
    #[should_panic(expected = "/properties/rooms/items/items is not in the schema")]
    fn a_list_that_is_not_there_panics() {
        draft().part::<House>().field("rooms").items().items();
    }

    #[test]
    #[should_panic(expected = "/properties/rooms is in the schema")]
    fn a_field_is_not_added_over_another() {
        draft().part::<House>().add_field("rooms", json!(true));
    }
}
