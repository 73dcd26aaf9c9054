//! Sorting. Each type that is sorted would bring some 3 kB of code of its own into the WebAssembly; here
//! all is sorted as whole numbers, which hold what is compared from their highest bits down.

/// Sorts numbers.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn sort(keys: &mut [u64]) {
    keys.sort_unstable();
}

/// Four numbers below 65,536 in one, the first in the highest bits.
pub(crate) fn pack(parts: [usize; 4]) -> u64 {
    parts.into_iter().fold(0, |key, part| key << 16 | (part as u64 & 0xffff))
}

/// The four numbers in one.
pub(crate) fn unpack(key: u64) -> [usize; 4] {
    [48, 32, 16, 0].map(|shift| (key >> shift & 0xffff) as usize)
}
