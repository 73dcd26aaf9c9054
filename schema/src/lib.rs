//! The JSON Schemas (2020-12) of ehcp-qa's documents, made from the Rust types.
//!
//! Types and their bounds come from the core. This crate adds what a framework closes: the ids of its sections,
//! descriptors, criteria and purposes are listed, so that a validator knows what the engine knows.
//!
//! Without the feature `types` it has the schemas that are closed over any framework, and takes them as they were
//! generated: the generator is much code, which a page does without.

mod draft;
mod examples;
#[cfg(feature = "types")]
mod made;
mod many;
#[cfg_attr(feature = "types", path = "generated.rs")]
#[cfg_attr(not(feature = "types"), path = "committed.rs")]
mod opened;
mod plan;
#[cfg(feature = "types")]
mod rules;
mod schemas;

#[cfg(feature = "types")]
pub use rules::{rule_titles, rules_reference};
pub use schemas::{closed_names, closed_schema, closed_schemas, text};
#[cfg(feature = "types")]
pub use schemas::{open_schemas, schemas, schemas_of};
