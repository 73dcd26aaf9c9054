//! Plans as documents: five fictional plans in five layouts with what is in them, and small files by hand.

mod files;
mod gold;
mod hostile;
mod inputs;
mod json;
mod layouts;
mod places;
mod word;
