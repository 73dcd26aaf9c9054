//! Learned weights as letters, so that they need no escapes in JSON and are small when they are compressed.

/// The letters of weights, in their order: printed ones that JSON needs not escape. The middle one is zero.
const FIRST_LETTER: u8 = b'#';
const LAST_LETTER: u8 = b'}';
const LEFT_OUT: u8 = b'\\';
const ZERO: i32 = 45;

/// Whether all letters are weights.
pub(crate) fn are_weights(letters: &str) -> bool {
    let is_letter =
        |letter: u8| (FIRST_LETTER..=LAST_LETTER).contains(&letter) && letter != LEFT_OUT;
    letters.bytes().all(is_letter)
}

/// The place of the weight of a feature. The number of weights is a power of two.
pub(crate) fn place(weights: &str, feature: u32) -> u32 {
    let last = u32::try_from(weights.len().saturating_sub(1)).unwrap_or(0);
    feature & last
}

/// The weight at a place.
pub(crate) fn weight(weights: &str, place: u32) -> i32 {
    let letter = weights.as_bytes().get(place as usize).copied();
    letter.map_or(0, |letter| {
        i32::from(letter) - i32::from(FIRST_LETTER) - i32::from(letter > LEFT_OUT) - ZERO
    })
}

/// What weights of features come to where a statement has so many features, rounded down: their sum is divided by the
/// square root of the number. Of 100 features, a weight counts four.
pub(crate) fn evened(sum: i32, features: usize) -> i32 {
    let root = i32::try_from((features.max(1) * 256).isqrt()).unwrap_or(i32::MAX);
    sum.saturating_mul(640).div_euclid(root)
}
