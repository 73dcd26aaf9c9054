//! The text of the built-in framework.

/// The Shropshire SEND Quality Assurance Framework 2023 as JSON text, without the white space between
/// its parts: it is read at every start. Without the features `service`, `whole` and `writing`, the parts of the
/// interpretation that they use are left out; of what is printed beside sections, scale and standards, the shape alone
/// is kept where no feature uses it.
pub static FRAMEWORK: &str = include_str!(concat!(env!("OUT_DIR"), "/shropshire-2023.json"));

/// The digest of the whole document, which the build computes.
pub(super) const FRAMEWORK_SHA256: &str = env!("FRAMEWORK_SHA256");
