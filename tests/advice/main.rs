//! Advice against plan: what became of each need, outcome and recommendation, measured on sets with gold.

mod gold;
mod measured;
mod reading;
mod tables;
mod text;
