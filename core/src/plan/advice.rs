//! A piece of advice as a document: what its author says of needs, outcomes and provision, each with its place.

mod document;
#[cfg(feature = "readers")]
mod front;
#[cfg(feature = "readers")]
mod headings;

pub use document::{AdviceDocument, AdviceKind};
#[cfg(feature = "readers")]
pub(super) use front::front;
#[cfg(feature = "readers")]
pub(super) use headings::kind_of;
