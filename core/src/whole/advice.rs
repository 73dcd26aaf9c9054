//! The check of a piece of advice by itself, before it is sent.

mod check;
mod comments;
mod context;
mod finding;
mod html;

pub use check::advice_check;
pub use comments::advice_comments;
pub use context::{AdviceContext, KnownAdvice};
pub use finding::{AdviceCheck, AdviceFinding};
pub use html::advice_feedback;
