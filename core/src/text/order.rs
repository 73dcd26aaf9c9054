//! Sorting. Each type that is sorted would bring some 3 kB of code of its own into the WebAssembly; here values are
//! sorted by their places in their list, and numbers as they are, which may hold what is compared from their highest
//! bits down.

use std::cmp::Ordering;

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

/// Sorts values by a comparison. Those that are equal keep their order.
pub(crate) fn sort_by<T>(values: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = places(values.len(), &|one, other| match (values.get(one), values.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut left: Vec<Option<T>> = values.drain(..).map(Some).collect();
    values.extend(order.into_iter().filter_map(|place| left.get_mut(place)?.take()));
}

/// Sorts values, each of which stays once.
pub(crate) fn distinct<T: Ord>(values: &mut Vec<T>) {
    sort_by(values, T::cmp);
    values.dedup();
}

/// The places of so many values in the order of a comparison.
#[cfg_attr(target_family = "wasm", inline(never))]
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    places
}

#[cfg(test)]
mod tests {
    use super::{distinct, sort_by};

    #[test]
    fn equal_values_keep_their_order() {
        let mut words = vec!["two", "three", "four", "one", "six", "five"];
        sort_by(&mut words, |one, other| one.len().cmp(&other.len()));
        assert_eq!(words, ["two", "one", "six", "four", "five", "three"]);
    }

    #[test]
    fn each_value_stays_once() {
        let mut numbers = vec![3, 1, 3, 2, 1];
        distinct(&mut numbers);
        assert_eq!(numbers, [1, 2, 3]);
    }
}
