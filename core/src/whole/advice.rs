//! The check of a piece of advice by itself, before it is sent.

mod asked;
mod check;
mod comments;
mod finding;
mod html;

pub use asked::{AdviceAsk, AdviceItem, AdviceQuestions};
pub use check::{AdviceContext, advice_check};
pub use comments::advice_comments;
pub use finding::{AdviceCheck, AdviceFinding};
pub use html::advice_feedback;
