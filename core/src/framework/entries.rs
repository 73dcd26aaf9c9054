//! Reads the lists of a framework entry by entry.

use crate::document::problem::{ProblemKind, Reader, push_token};
use crate::document::shape::{Names, Shape};
use crate::document::{Json, List, is_id};

/// Reads the list that is a field's value.
pub(super) fn within<'a, T>(
    r: &mut Reader<'a>,
    json: Json<'a>,
    name: &'static str,
    read: impl FnOnce(&mut Reader<'a>, List<'a>) -> T,
) -> T {
    r.within(name, |r| read(r, json.field(name).list()))
}

/// Reads each entry of the list that is a field's value.
pub(super) fn each<'a>(
    r: &mut Reader<'a>,
    json: Json<'a>,
    name: &'static str,
    read: &mut dyn FnMut(&mut Reader<'a>, Json<'a>),
) {
    within(r, json, name, |r, list| each_of(r, list, read));
}

/// Reads each entry of a list.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(super) fn each_of<'a>(
    r: &mut Reader<'a>,
    list: List<'a>,
    read: &mut dyn FnMut(&mut Reader<'a>, Json<'a>),
) {
    for (index, json) in list.iter().enumerate() {
        r.within_index(index, |r| read(r, json));
    }
}

/// The id of one item among others of its kind.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(super) fn id<'a>(r: &mut Reader<'a>, seen: &mut Names<'a>, what: &'static str, item: Json<'a>) {
    let id = item.text_of("id");
    if !is_id(id) {
        r.problem_in("id", ProblemKind::NotAnId {});
    } else if !seen.insert(id) {
        r.problem_in("id", ProblemKind::Duplicate { what });
    }
}

/// Expects the entries of a list to have ids, each another.
pub(super) fn ids<'a>(r: &mut Reader<'a>, json: Json<'a>, list: &'static str) {
    let mut seen = Names::default();
    each(r, json, list, &mut |r, item| id(r, &mut seen, "id", item));
}

/// Expects a list to have an entry.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(super) fn not_empty(r: &mut Reader<'_>, list: List) {
    if list.is_empty() {
        r.problem(ProblemKind::WrongType { expected: "a list with at least one entry" });
    }
}

/// Checks that a text has words.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(super) fn not_blank<'a>(r: &mut Reader<'a>, json: Json<'a>, name: &'static str) {
    if json.text_of(name).trim().is_empty() {
        r.problem_in(name, ProblemKind::WrongType { expected: "text that is not blank" });
    }
}

/// A field's value.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(super) fn take<T: Shape>(json: Json, name: &str) -> T {
    T::take(json.field(name))
}

/// A field's text.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(super) fn text(json: Json, name: &str) -> String {
    json.text_of(name).to_owned()
}

/// The pointer one step further in.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(super) fn pointer(to: &str, token: &str) -> String {
    let mut pointer = to.to_owned();
    push_token(&mut pointer, token);
    pointer
}
