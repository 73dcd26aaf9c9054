//! A piece of advice as a document: what its author says of needs, outcomes and provision, each with its place.

mod document;
#[cfg(feature = "readers")]
mod front;
#[cfg(feature = "readers")]
mod headings;
#[cfg(feature = "readers")]
mod judged;

pub use document::{AdviceDocument, AdviceKind};
#[cfg(feature = "readers")]
pub(super) use front::front;
#[cfg(feature = "readers")]
pub(super) use headings::kind_of;
#[cfg(feature = "readers")]
pub use judged::AdviceSentence;
#[cfg(feature = "readers")]
pub(super) use judged::{AdviceForm, Surroundings, features, heading_features, judged};
