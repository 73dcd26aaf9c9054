//! The sections of a plan: which lines are their headings, and what stands in them.

mod advice;
mod blocks;
mod columns;
mod divide;
mod doubts;
mod fonts;
mod label;
mod lines;
mod recognise;
mod titles;
mod weighty;

pub(super) use advice::{advice_sentences, divide_advice};
pub(super) use divide::divide;
