//! The text of the built-in framework.

/// The Shropshire SEND Quality Assurance Framework 2023 as JSON text, without the white space between
/// its parts: it is read at every start.
pub static SHROPSHIRE_2023: &str = include_str!(concat!(env!("OUT_DIR"), "/shropshire-2023.json"));

/// Its digest, which the build computes.
pub(super) const SHROPSHIRE_2023_SHA256: &str = env!("SHROPSHIRE_2023_SHA256");
