//! Hashes of 32 bits, the same on every platform (FNV-1a), of which features of texts are made.

/// The hash of nothing.
pub(crate) const FNV_OFFSET: u32 = 0x811c_9dc5;

const FNV_PRIME: u32 = 0x0100_0193;

/// A hash with one more letter.
pub(crate) fn hashed(hash: u32, letter: u32) -> u32 {
    (hash ^ letter).wrapping_mul(FNV_PRIME)
}

/// The hash of a name.
pub(crate) fn letters(name: &str) -> u32 {
    name.bytes().fold(FNV_OFFSET, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(FNV_PRIME))
}

/// The hash of two hashes in their order.
pub(crate) fn join(one: u32, other: u32) -> u32 {
    (one.rotate_left(5) ^ other).wrapping_mul(0x9e37_79b1)
}

/// Spreads a hash over all bits (the finaliser of `MurmurHash3`).
pub(crate) fn finish(hash: u32) -> u32 {
    let hash = (hash ^ hash >> 16).wrapping_mul(0x85eb_ca6b);
    let hash = (hash ^ hash >> 13).wrapping_mul(0xc2b2_ae35);
    hash ^ hash >> 16
}
