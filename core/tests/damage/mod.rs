//! The built-in framework with a change, and the problems reported.

use ehcp_qa_core::{Framework, Problem};
use serde_json::Value;

const BUILT_IN: &str = include_str!("../../frameworks/shropshire-2023.json");

/// The problems of the built-in framework once it is changed.
pub(crate) fn problems(change: impl FnOnce(&mut Value)) -> Vec<Problem> {
    let mut framework = serde_json::from_str(BUILT_IN).unwrap();
    change(&mut framework);
    Framework::from_json(&framework.to_string()).err().unwrap_or_default()
}

/// Expects these problems and no others, as (pointer, code), in any order.
#[track_caller]
pub(crate) fn check(change: impl FnOnce(&mut Value), expected: &[(&str, &str)]) {
    let problems = problems(change);
    let mut found: Vec<_> =
        problems.iter().map(|problem| (problem.pointer.as_str(), problem.kind.code())).collect();
    let mut expected = expected.to_vec();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

/// Replaces a value that must be there.
#[track_caller]
pub(crate) fn set(framework: &mut Value, pointer: &str, value: Value) {
    *framework.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value;
}

/// Expects these problems once a value is replaced.
#[track_caller]
pub(crate) fn check_set(pointer: &str, value: Value, expected: &[(&str, &str)]) {
    check(|framework| set(framework, pointer, value), expected);
}

pub(crate) fn remove(framework: &mut Value, parent: &str, key: &str) -> Value {
    framework.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap()
}

pub(crate) fn list<'a>(framework: &'a mut Value, pointer: &str) -> &'a mut Vec<Value> {
    framework.pointer_mut(pointer).unwrap().as_array_mut().unwrap()
}
