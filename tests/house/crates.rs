//! The crates: arrows run from the core outwards.

use std::collections::BTreeSet;

use crate::text;

/// The crates and packages of the project that a manifest names, in any of its tables of dependencies.
fn uses(manifest: &str) -> BTreeSet<String> {
    let mut is_dependencies = false;
    let mut names = BTreeSet::new();
    for line in text(manifest).lines() {
        if line.starts_with('[') {
            is_dependencies = line.ends_with("dependencies]");
        } else if let Some(rest) = line.strip_prefix("ehcp-qa-").filter(|_| is_dependencies) {
            names.extend(rest.split(['.', ' ', '=']).next().map(str::to_owned));
        }
    }
    names
}

#[test]
fn crates_use_only_what_is_nearer_to_the_core() {
    for (name, may_use) in [
        ("core", &[][..]),
        ("schema", &["core"]),
        ("wasm", &["core", "schema"]),
        ("cli", &["core", "schema"]),
        ("tests", &["core", "schema", "wasm"]),
        ("xtask", &[]),
    ] {
        for used in uses(&format!("{name}/Cargo.toml")) {
            assert!(may_use.contains(&used.as_str()), "{name} uses {used}");
        }
    }
}

#[test]
fn the_demo_uses_the_package_alone() {
    let package: serde_json::Value =
        serde_json::from_str(&text("js-demo/package.json")).expect("JSON");
    let dependencies = package["dependencies"].as_object().expect("dependencies");
    let ours: Vec<_> = dependencies.iter().filter(|(_, place)| is_of_the_project(place)).collect();
    assert_eq!(ours.len(), 1, "{ours:?}");
    assert!(ours[0].1.as_str().is_some_and(|place| place.starts_with("file:../wasm")), "{ours:?}");
}

fn is_of_the_project(place: &serde_json::Value) -> bool {
    place.as_str().is_some_and(|place| place.starts_with("file:"))
}
