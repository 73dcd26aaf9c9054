//! Receipts: what an output was made by, so that it can be made again.

use serde::Serialize;

use super::checked::Framework;

/// What an output was made by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Receipt<'a> {
    /// The version of the engine.
    pub engine: &'static str,
    /// The framework, where one took part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub framework: Option<DocumentDigest<'a>>,
    /// The lexicon, where the wording of texts took part. Its digest leaves examples out, which judge no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lexicon: Option<DocumentDigest<'a>>,
    /// The weights learned from labelled examples, where the wording of texts took part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weights: Option<DocumentDigest<'a>>,
}

/// A document by its id and its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct DocumentDigest<'a> {
    /// Its id.
    pub id: &'a str,
    /// The SHA-256 of its canonical JSON (RFC 8785), in hexadecimal.
    pub sha256: &'a str,
}

impl<'a> Receipt<'a> {
    /// The receipt of an output that rests on a framework, a lexicon or both.
    #[must_use]
    pub fn new(framework: Option<DocumentDigest<'a>>, lexicon: Option<DocumentDigest<'a>>) -> Self {
        Self { engine: env!("CARGO_PKG_VERSION"), framework, lexicon, weights: None }
    }

    /// The same receipt with the weights that judged statements.
    #[must_use]
    pub fn with_weights(self, weights: DocumentDigest<'a>) -> Self {
        Self { weights: Some(weights), ..self }
    }
}

impl Framework {
    /// Its id and the digest of its content, as a receipt gives them.
    #[must_use]
    pub fn digest(&self) -> DocumentDigest<'_> {
        DocumentDigest { id: self.id(), sha256: self.sha256() }
    }
}
