//! Advice against plan: what became of each need, outcome and recommendation, measured on sets with gold.

mod asked;
mod gold;
mod measured;
mod reading;
mod said;
mod small;
mod tables;
mod text;
