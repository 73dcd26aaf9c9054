//! Schemas as they were generated from the types: the generator is much code, which a page does without.

use serde_json::Value;

use crate::draft::Draft;

/// The schemas of the documents that people write, one a line.
const OPEN: &str = include_str!("../open.ndjson");

/// A type whose definition a schema can have.
pub(crate) trait Described {}

impl<T> Described for T {}

/// The name of the definition of a type: that of the type, without its path and its parameters.
pub(crate) fn name_of<T: Described>() -> String {
    let path = std::any::type_name::<T>().split('<').next().unwrap_or_default();
    path.rsplit("::").next().unwrap_or_default().to_owned()
}

/// The schema of this name.
pub(crate) fn open(name: &str) -> Option<Draft> {
    let begin = format!(r#"{{"name":"{name}","#);
    let line = OPEN.lines().find(|line| line.starts_with(&begin))?;
    let entry: Value = serde_json::from_str(line).ok()?;
    Some(Draft::read(entry.get("schema")?.clone(), entry.get("of")?.as_str()?))
}
