//! Walks two documents side by side.

use std::collections::{BTreeMap, BTreeSet};

use super::kind::ChangeKind;
use super::lists::{self, Matched};
use crate::document::problem::push_token;
use crate::document::{Json, List};

/// A part that differs.
#[derive(Debug)]
pub(super) struct Difference<'a> {
    pub(super) at: String,
    pub(super) kind: ChangeKind,
    pub(super) old: Option<(String, Json<'a>)>,
    pub(super) new: Option<(String, Json<'a>)>,
}

/// The same part of both documents. Null means that it is not given.
#[derive(Clone)]
struct Both<'a> {
    /// Its place by ids.
    at: String,
    old: (String, Json<'a>),
    new: (String, Json<'a>),
}

/// The parts in which two documents differ.
pub(super) fn differences<'a>(old: Json<'a>, new: Json<'a>) -> Vec<Difference<'a>> {
    let both = Both { at: String::new(), old: (String::new(), old), new: (String::new(), new) };
    let mut found = Vec::new();
    compare(both, &mut found);
    found
}

impl<'a> Both<'a> {
    /// One step further in.
    fn inside(
        &self,
        at: &str,
        (old_token, old): (&str, Json<'a>),
        (new_token, new): (&str, Json<'a>),
    ) -> Self {
        let step = |pointer: &str, token: &str| {
            let mut pointer = pointer.to_owned();
            push_token(&mut pointer, token);
            pointer
        };
        Self {
            at: step(&self.at, at),
            old: (step(&self.old.0, old_token), old),
            new: (step(&self.new.0, new_token), new),
        }
    }

    /// The difference between the two, of which one may be null.
    fn difference(self, kind: ChangeKind) -> Difference<'a> {
        let given = |part: (String, Json<'a>)| Some(part).filter(|(_, value)| !value.is_null());
        Difference { at: self.at, kind, old: given(self.old), new: given(self.new) }
    }
}

fn compare<'a>(both: Both<'a>, found: &mut Vec<Difference<'a>>) {
    match (both.old.1, both.new.1) {
        (Json::Null, Json::Null) => {}
        (Json::Null, _) => found.push(both.difference(ChangeKind::Added)),
        (_, Json::Null) => found.push(both.difference(ChangeKind::Removed)),
        (Json::Object(old), Json::Object(new)) => {
            let mut seen = BTreeSet::new();
            let later: BTreeMap<&str, Json> = new.iter().collect();
            let earlier: BTreeMap<&str, Json> = old.iter().collect();
            for (name, _) in new.iter().chain(old.iter()) {
                if seen.insert(name) {
                    let of = |fields: &BTreeMap<&str, Json<'a>>| {
                        fields.get(name).copied().unwrap_or(Json::Null)
                    };
                    let field = both.inside(name, (name, of(&earlier)), (name, of(&later)));
                    compare(field, found);
                }
            }
        }
        (Json::List(old), Json::List(new)) => compare_lists(&both, old, new, found),
        (old, new) => {
            if !lists::is_same(old, new) {
                found.push(both.difference(ChangeKind::Changed));
            }
        }
    }
}

/// Compares the entries that match, and reports those that only one list has.
fn compare_lists<'a>(
    both: &Both<'a>,
    old: List<'a>,
    new: List<'a>,
    found: &mut Vec<Difference<'a>>,
) {
    let Matched { pairs, is_moved } = lists::matched(old, new);
    let (old, new): (Vec<Json>, Vec<Json>) = (old.iter().collect(), new.iter().collect());
    let number = |place: Option<usize>| place.map_or_else(String::new, |place| place.to_string());
    for pair in pairs {
        let (old_at, new_at) = (number(pair.old), number(pair.new));
        let entry = |list: &[Json<'a>], place: Option<usize>| {
            place.and_then(|place| list.get(place).copied()).unwrap_or(Json::Null)
        };
        let (old, new) = (entry(&old, pair.old), entry(&new, pair.new));
        let at = pair.id.unwrap_or_else(|| number(pair.new.or(pair.old)));
        compare(both.inside(&at, (&old_at, old), (&new_at, new)), found);
    }
    if is_moved {
        found.push(both.clone().difference(ChangeKind::Moved));
    }
}
