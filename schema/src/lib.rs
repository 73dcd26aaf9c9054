//! The JSON Schemas (2020-12) of ehcp-qa's documents, made from the Rust types.
//!
//! Types and their bounds come from the core. This crate adds what a framework closes: the ids of its sections,
//! descriptors, criteria and purposes are listed, so that a validator knows what the engine knows.

mod draft;
mod examples;
mod many;
mod plan;
mod rules;
mod schemas;

pub use rules::{rule_titles, rules_reference};
pub use schemas::{schemas, schemas_closed_over, schemas_of};
