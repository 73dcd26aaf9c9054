//! A request that has been checked, and the hash by which plans are drawn.

use siphasher::sip::SipHasher24;

use super::document::SampleRequest;
use super::drawn::SampleTerms;
use crate::document::table::{Table, number};
use crate::framework::{SampleKey, SamplePhase, SamplePurpose, Share};

/// How hashes are made, for whoever checks them.
const METHOD: &str = "SipHash-2-4 with the key, over purpose, period and reference, each after its length \
                      in bytes as eight bytes, the lowest first; written as a number of 16 hexadecimal digits.";

number! {
    /// The number of a group of plans that is drawn from separately.
    pub(super) struct GroupNo;
}

/// A request that has been checked: what is drawn, by which key, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    pub(super) request: SampleRequest,
    pub(super) purpose: SamplePurpose,
    pub(super) phases: Vec<SamplePhase>,
    pub(super) key: SampleKey,
    pub(super) published: SampleKey,
    pub(super) mode: DrawMode,
}

/// How plans are drawn, with the share or the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DrawMode {
    Rate(Share),
    Quota(u32),
}

impl Draw {
    /// The request that it was read from.
    #[must_use]
    pub fn request(&self) -> &SampleRequest {
        &self.request
    }

    /// The hash of a plan.
    #[must_use]
    pub fn hash(&self, reference: &str) -> u64 {
        hash(self.key, [&self.purpose.id, &self.request.period, reference])
    }

    /// By rate: whether a plan is drawn. By quota that depends on the other plans, and is `None`.
    #[must_use]
    pub fn takes(&self, reference: &str) -> Option<bool> {
        Some(u128::from(self.hash(reference)) < self.below()?)
    }

    /// By rate: a plan is drawn when its hash is below this.
    pub(super) fn below(&self) -> Option<u128> {
        match &self.mode {
            DrawMode::Rate(share) => Some(part_of_hashes(share)),
            DrawMode::Quota(_) => None,
        }
    }

    /// How it is drawn, in a document.
    pub(super) fn terms(&self) -> SampleTerms<'_> {
        let (rate, quota) = match &self.mode {
            DrawMode::Rate(share) => (Some(share), None),
            DrawMode::Quota(quota) => (None, Some(*quota)),
        };
        SampleTerms {
            purpose: &self.purpose.id,
            name: &self.purpose.name,
            level: self.purpose.level,
            period: &self.request.period,
            mode: self.request.mode,
            rate,
            is_own_rate: self.request.rate.is_some(),
            below: self.below().map(|below| format!("{below:016x}")),
            quota,
            key: self.key,
            is_published_key: self.key == self.published,
            method: METHOD,
            reason: &self.purpose.reason,
            cites: &self.purpose.cites,
        }
    }

    /// What is drawn from separately: each phase with its name, or all plans together.
    pub(super) fn groups(&self) -> Table<GroupNo, (Option<&str>, &str)> {
        if self.purpose.by_phase {
            let phases = self.phases.iter();
            phases.map(|phase| (Some(phase.id.as_str()), phase.name.as_str())).collect()
        } else {
            Table::from(vec![(None, "All plans")])
        }
    }
}

/// The hash of parts. Their lengths keep "ab" and "c" apart from "a" and "bc".
fn hash(key: SampleKey, parts: [&str; 3]) -> u64 {
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(part.as_bytes());
    }
    SipHasher24::new_with_key(&key.bytes()).hash(&bytes)
}

/// That share of 2^64, rounded up: as many whole numbers are below it as are below the share itself. It is divided in
/// two steps, because a division of 128 bits is 1 kB of the WebAssembly.
fn part_of_hashes(share: &Share) -> u128 {
    let out_of = u64::from(share.out_of).max(1);
    let upper = u64::from(share.of) << 32;
    let lower = (upper % out_of) << 32;
    (u128::from(upper / out_of) << 32) + u128::from(lower.div_ceil(out_of))
}

/// A hash in hexadecimal digits.
pub(super) fn digits(hash: u64) -> String {
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use siphasher::sip::SipHasher24;

    /// The key is 00 01 ... 0f and the message 00 01 ... of a length, as in the vectors of the authors'
    /// reference code (`vectors.h`), whose bytes are read from the lowest. That of 15 bytes is also in
    /// the paper: Aumasson and Bernstein, “`SipHash`: a fast short-input PRF”, appendix A.
    #[test]
    fn the_hash_has_its_published_vectors() {
        let bytes: [u8; 16] = std::array::from_fn(|n| u8::try_from(n).unwrap());
        for (length, expected) in [
            (0, 0x726f_db47_dd0e_0e31),
            (1, 0x74f8_39c5_93dc_67fd),
            (2, 0x0d6c_8009_d9a9_4f5a),
            (8, 0x93f5_f579_9a93_2462),
            (15, 0xa129_ca61_49be_45e5),
        ] {
            let hash = SipHasher24::new_with_key(&bytes).hash(&bytes[..length]);
            assert_eq!(hash, expected, "{length}");
        }
    }
}
