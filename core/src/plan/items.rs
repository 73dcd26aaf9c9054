//! The items of a plan and the links between them, from what the document says: marks, rows, cards, areas of need, and
//! the words themselves. They are proposed for the golden thread, each link with what it rests on; a person confirms.

mod find;
mod found;
mod links;
mod marks;
mod matched;
mod name;
mod order;
mod pieces;
mod propose;
mod proposed;
mod row;
mod statement;
mod subjects;
mod vocabulary;
mod weights;

pub use propose::items;
pub use proposed::{
    ItemKind, LinkBasis, MOST_PROPOSED_ITEMS, MOST_PROPOSED_LINKS, ProposedItem, ProposedItems,
    ProposedLink,
};
pub(crate) use statement::is_provision;
