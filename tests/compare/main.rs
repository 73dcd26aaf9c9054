//! Two versions of a plan: labelled pairs, edited copies of the five plans, and properties.

mod files;
mod page;
mod pairs;
mod plans;
mod properties;
mod rewordings;
mod statements;
