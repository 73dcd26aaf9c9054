//! The hash of words (FNV-1a, 64 bits).

pub(super) const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
pub(super) const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// A hash of a word whose letters may be small or capital.
pub(super) fn letters(word: &str) -> u64 {
    let fold =
        |hash: u64, byte: u8| (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(FNV_PRIME);
    word.bytes().fold(FNV_OFFSET, fold)
}
