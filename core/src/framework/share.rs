//! Shares: parts of a number of parts.

use crate::document::Json;
use crate::document::shape::{Shape, document};

document! {
    /// A share, such as 1 out of 2.
    pub struct Share {
        /// The part.
        pub of: u8,
        /// The whole.
        pub out_of: u8,
    }
}

/// Whether a share is one: of whole parts, not more than the whole.
pub(crate) fn is_share(share: Json) -> bool {
    let (of, out_of) = (u8::take(share.field("of")), u8::take(share.field("out_of")));
    of <= out_of && out_of > 0
}
