//! Maps in the order of their keys. A tree brings 1 to 4 kB of code into the WebAssembly for each pair of types that it
//! holds; here all keys are texts or numbers, and one tree of each gives the number of a value in a list.

use std::collections::BTreeMap;

use super::table::{Table, number};

number! {
    /// The number of a value in its map.
    pub(crate) struct ValueNumber;
}

/// Keys of one type, each with a number: 0 for the first that was added, and so on.
pub(crate) trait Keys {
    /// What a key is.
    type Key: ?Sized;

    /// The number of a key that is there.
    fn number(&self, key: &Self::Key) -> Option<usize>;

    /// The number of a key, which is added where it is not there.
    fn add(&mut self, key: &Self::Key) -> usize;

    /// The keys in their order, with their numbers.
    fn in_order(&self) -> Vec<(&Self::Key, usize)>;
}

/// Texts as keys, and a set of texts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Texts(BTreeMap<String, usize>);

/// Numbers as keys, and a set of numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbers(BTreeMap<u128, usize>);

/// A map with texts as keys.
pub(crate) type TextMap<V> = Map<Texts, V>;

/// A map with numbers as keys.
pub(crate) type NumberMap<V> = Map<Numbers, V>;

/// Values by their keys.
#[derive(Debug, Clone)]
pub(crate) struct Map<K, V> {
    keys: K,
    values: Table<ValueNumber, V>,
}

/// Four numbers as one key, the first in the highest bits.
pub(crate) fn key(parts: [u32; 4]) -> u128 {
    parts.into_iter().fold(0, |key, part| key << 32 | u128::from(part))
}

/// The four numbers in a key.
pub(crate) fn parts(key: u128) -> [u32; 4] {
    [96, 64, 32, 0].map(|shift| u32::try_from(key >> shift & 0xffff_ffff).unwrap_or(u32::MAX))
}

macro_rules! keys {
    ($keys:ident, $key:ty) => {
        impl Keys for $keys {
            type Key = $key;

            #[cfg_attr(target_family = "wasm", inline(never))]
            fn number(&self, key: &$key) -> Option<usize> {
                self.0.get(key).copied()
            }

            #[cfg_attr(target_family = "wasm", inline(never))]
            fn add(&mut self, key: &$key) -> usize {
                if let Some(number) = self.0.get(key) {
                    return *number;
                }
                let number = self.0.len();
                self.0.insert(key.to_owned(), number);
                number
            }

            #[cfg_attr(target_family = "wasm", inline(never))]
            fn in_order(&self) -> Vec<(&$key, usize)> {
                let mut keys: Vec<(&$key, usize)> = Vec::with_capacity(self.0.len());
                for (key, number) in &self.0 {
                    keys.push((key, *number));
                }
                keys
            }
        }

        impl $keys {
            /// Whether a key is there.
            pub(crate) fn contains(&self, key: &$key) -> bool {
                self.number(key).is_some()
            }

            /// Adds a key; false where it was there before.
            pub(crate) fn insert(&mut self, key: &$key) -> bool {
                let count = self.0.len();
                self.add(key) == count
            }
        }
    };
}

keys!(Texts, str);
keys!(Numbers, u128);

impl<K: Keys, V> Map<K, V> {
    /// The value of a key.
    pub(crate) fn get(&self, key: &K::Key) -> Option<&V> {
        let number = self.values.number(self.keys.number(key)?)?;
        Some(&self.values[number])
    }

    /// The value of a key, to change.
    pub(crate) fn get_mut(&mut self, key: &K::Key) -> Option<&mut V> {
        let number = self.values.number(self.keys.number(key)?)?;
        Some(&mut self.values[number])
    }

    /// Whether a key has a value.
    pub(crate) fn contains(&self, key: &K::Key) -> bool {
        self.keys.number(key).is_some()
    }

    /// The value of a key, which is made where there is none.
    pub(crate) fn or_insert_with(&mut self, key: &K::Key, new: impl FnOnce() -> V) -> &mut V {
        let place = self.keys.add(key);
        let number = self.values.number(place).unwrap_or_else(|| self.values.push(new()));
        &mut self.values[number]
    }

    /// The value of a key, which is made where there is none.
    pub(crate) fn entry(&mut self, key: &K::Key) -> &mut V
    where
        V: Default,
    {
        self.or_insert_with(key, V::default)
    }

    /// Gives a key a value, in the place of any that it has.
    pub(crate) fn insert(&mut self, key: &K::Key, value: V) {
        let place = self.keys.add(key);
        match self.values.number(place) {
            Some(number) => self.values[number] = value,
            None => {
                self.values.push(value);
            }
        }
    }

    /// The values to change, in the order in which they came.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.values.rows_mut().iter_mut()
    }

    /// How many keys there are.
    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    /// The keys in their order, with their values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K::Key, &V)> {
        self.keys.in_order().into_iter().filter_map(|(key, place)| {
            let number = self.values.number(place)?;
            Some((key, &self.values[number]))
        })
    }
}

impl<K: Default, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { keys: K::default(), values: Table::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::{NumberMap, TextMap, Texts, key, parts};

    #[test]
    fn values_come_in_the_order_of_their_keys() {
        let mut map = TextMap::default();
        for (key, value) in [("need", 1), ("aim", 2), ("need", 3), ("outcome", 4)] {
            map.insert(key, value);
        }
        *map.entry("aim") += 10;
        map.or_insert_with("aim", || 0);
        let all: Vec<(&str, &i32)> = map.iter().collect();
        assert_eq!(all, [("aim", &12), ("need", &3), ("outcome", &4)]);
        assert_eq!((map.get("need"), map.get("wish"), map.len()), (Some(&3), None, 3));
    }

    #[test]
    fn keys_of_several_numbers_are_in_the_order_of_the_first_that_differs() {
        let mut map = NumberMap::default();
        for numbers in [[1, 0, 0, 2], [0, u32::MAX, 7, 1], [1, 0, 0, 1]] {
            map.insert(&key(numbers), ());
        }
        let order: Vec<[u32; 4]> = map.iter().map(|(key, ())| parts(*key)).collect();
        assert_eq!(order, [[0, u32::MAX, 7, 1], [1, 0, 0, 1], [1, 0, 0, 2]]);
    }

    #[test]
    fn a_set_has_each_text_once() {
        let mut texts = Texts::default();
        assert!(texts.insert("one") && texts.insert("two") && !texts.insert("one"));
        assert!(texts.contains("two") && !texts.contains("three"));
    }
}
