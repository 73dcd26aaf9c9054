//! Plans as documents: five fictional plans in five layouts with what is in them, and small files by hand.

mod comments;
mod comments_by_hand;
mod comments_hostile;
mod feedback;
mod files;
mod gold;
mod hostile;
mod inputs;
mod item_layouts;
mod items;
mod json;
mod layouts;
mod package;
mod places;
mod whole;
mod whole_gold;
mod whole_results;
mod word;
