//! Which entries of two lists are the same ones.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::tree::Object;
use crate::document::{Json, List, is_id};

/// The fields that name an entry among others of its list, in this order.
const NAMES: [&str; 13] = [
    "id",
    "field",
    "standard",
    "deadline",
    "number",
    "score",
    "section_score",
    "level",
    "role",
    "state",
    "word",
    "colour",
    "descriptor",
];

/// Entries of two lists, by their places.
pub(super) struct Matched {
    pub(super) pairs: Vec<Pair>,
    /// Whether entries that both have stand in another order.
    pub(super) is_moved: bool,
}

/// An entry in the old and in the new list. One of them may lack it.
pub(super) struct Pair {
    pub(super) id: Option<String>,
    pub(super) old: Option<usize>,
    pub(super) new: Option<usize>,
}

/// Matches the entries of two lists.
pub(super) fn matched(old: List, new: List) -> Matched {
    if let Some((old, new)) = names(old, new) {
        return by_name(&old, &new);
    }
    let all_texts = |list: List| list.iter().all(|entry| matches!(entry, Json::Text(_)));
    if all_texts(old) && all_texts(new) {
        let are_ids = |list: List| list.iter().all(|entry| is_id(entry.text()));
        if are_ids(old) && are_ids(new) || old.len() != new.len() {
            let texts = |list: List| list.iter().map(|entry| entry.text().to_owned()).collect();
            let (old, new): (Vec<String>, Vec<String>) = (texts(old), texts(new));
            let is_once =
                |texts: &[String]| texts.iter().collect::<BTreeSet<_>>().len() == texts.len();
            if is_once(&old) && is_once(&new) {
                return by_name(&old, &new);
            }
        }
        return by_place(old.len(), new.len());
    }
    by_content(old, new)
}

/// The names of the entries of both lists, where all of them have the same field as a name, and each name stands once.
fn names(old: List, new: List) -> Option<(Vec<String>, Vec<String>)> {
    let of = |list: List, field: &str| -> Option<Vec<String>> {
        let mut seen = BTreeSet::new();
        let name = |entry: Json| match entry.field(field) {
            Json::Text(text) => Some(text.to_owned()),
            Json::Number(number) => Some(number.to_string()),
            _ => None,
        };
        list.iter().map(|entry| name(entry).filter(|name| seen.insert(name.clone()))).collect()
    };
    NAMES.iter().find_map(|field| Some((of(old, field)?, of(new, field)?))).filter(|(old, new)| {
        // Of two empty lists nothing differs.
        !old.is_empty() || !new.is_empty()
    })
}

fn by_name(old: &[String], new: &[String]) -> Matched {
    let places =
        |names: &[String]| -> BTreeMap<String, usize> { names.iter().cloned().zip(0..).collect() };
    let (earlier, later) = (places(old), places(new));
    let mut pairs = Vec::new();
    let mut common = Vec::new();
    for (place, name) in new.iter().enumerate() {
        let before = earlier.get(name).copied();
        common.extend(before);
        pairs.push(Pair { id: Some(name.clone()), old: before, new: Some(place) });
    }
    for (place, name) in old.iter().enumerate() {
        if !later.contains_key(name) {
            pairs.push(Pair { id: Some(name.clone()), old: Some(place), new: None });
        }
    }
    Matched { pairs, is_moved: !common.is_sorted() }
}

fn by_place(old: usize, new: usize) -> Matched {
    let has = |count: usize, place: usize| Some(place).filter(|place| *place < count);
    let pairs = (0..old.max(new)).map(|place| Pair {
        id: None,
        old: has(old, place),
        new: has(new, place),
    });
    Matched { pairs: pairs.collect(), is_moved: false }
}

/// Entries without names: those that are the same, and of the rest each new one with the old one that shares the most
/// texts with it.
fn by_content(old: List, new: List) -> Matched {
    let old: Vec<Json> = old.iter().collect();
    let texts: Vec<BTreeSet<&str>> = old.iter().map(|entry| texts(*entry)).collect();
    let mut is_free = vec![true; old.len()];
    let mut places: Vec<Option<usize>> = Vec::new();
    for entry in new {
        let mut free = old.iter().zip(&mut is_free).enumerate();
        let same = free.find(|(_, (other, is_free))| **is_free && is_same(**other, entry));
        places.push(same.map(|(place, (_, is_free))| {
            *is_free = false;
            place
        }));
    }
    for (entry, place) in new.iter().zip(&mut places) {
        if place.is_some() {
            continue;
        }
        let words = self::texts(entry);
        let mut best: Option<(usize, usize)> = None;
        for (number, (others, is_free)) in texts.iter().zip(&is_free).enumerate() {
            let shared = if *is_free { words.intersection(others).count() } else { 0 };
            if shared > best.map_or(0, |(_, shared)| shared) {
                best = Some((number, shared));
            }
        }
        if let Some((number, _)) = best {
            *place = Some(number);
            if let Some(is_free) = is_free.get_mut(number) {
                *is_free = false;
            }
        }
    }
    let is_moved = !places.iter().flatten().is_sorted();
    let pairs = places.into_iter().enumerate();
    let mut pairs: Vec<Pair> =
        pairs.map(|(new, old)| Pair { id: None, old, new: Some(new) }).collect();
    for (place, is_free) in is_free.iter().enumerate() {
        if *is_free {
            pairs.push(Pair { id: None, old: Some(place), new: None });
        }
    }
    Matched { pairs, is_moved }
}

/// The texts of an entry without names of its own that speak of what it is about: all but what it rests on.
fn texts(entry: Json<'_>) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    collect(entry, &mut found);
    found
}

fn collect<'a>(json: Json<'a>, found: &mut BTreeSet<&'a str>) {
    match json {
        Json::Text(text) => {
            found.insert(text);
        }
        Json::List(list) => list.iter().for_each(|entry| collect(entry, found)),
        Json::Object(object) => {
            let about = object.iter().filter(|(name, _)| !matches!(*name, "basis" | "severity"));
            about.for_each(|(_, value)| collect(value, found));
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::TooDeep => {}
    }
}

/// Whether two values are the same, whatever the order of the members of objects.
pub(super) fn is_same(one: Json, other: Json) -> bool {
    match (one, other) {
        (Json::Object(one), Json::Object(other)) => {
            let fields =
                |object: Object| object.iter().filter(|(_, value)| !value.is_null()).count();
            fields(one) == fields(other)
                && one.iter().all(|(name, value)| {
                    let mut others = other.iter();
                    value.is_null()
                        || others.any(|(known, other)| known == name && is_same(value, other))
                })
        }
        (Json::List(one), Json::List(other)) => {
            one.len() == other.len()
                && one.iter().zip(other.iter()).all(|(one, other)| is_same(one, other))
        }
        (Json::Text(one), Json::Text(other)) => one == other,
        (Json::Bool(one), Json::Bool(other)) => one == other,
        #[expect(clippy::float_cmp, reason = "numbers of a framework are whole")]
        (Json::Number(one), Json::Number(other)) => one == other,
        (Json::Null, Json::Null) => true,
        _ => false,
    }
}
