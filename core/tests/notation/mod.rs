//! Reviews in a short notation, so that a test is a line of data.

use ehcp_qa_core::{Framework, Review};
use serde_json::{Value, json};

/// A review under the built-in framework, from words such as `stage=draft`, `writing=not_met`,
/// `H1.2=no`, `A*=yes` (all descriptors of a section), `*=yes` (all of them), `best` (every criterion
/// at its best), `A.score=2` and `A.rationale=Clear`. A later word replaces an earlier one. Values are
/// JSON where they can be, and text otherwise.
#[track_caller]
pub(crate) fn review(text: &str) -> Review {
    let framework = Framework::built_in();
    let sections: Vec<&str> = framework.section_ids().collect();
    let mut document = json!({"framework": framework.id()});
    for word in text.split_whitespace() {
        if word == "best" {
            for criterion in &framework.interpretation().criteria {
                document["criteria"][&criterion.id] = json!(criterion.values.last().unwrap().id);
            }
            continue;
        }
        let (key, value) = word.split_once('=').expect("key=value");
        let value = serde_json::from_str(value).unwrap_or_else(|_| json!(value));
        let mut matched = false;
        for (id, section) in framework.descriptor_ids() {
            let section = sections[section];
            if id == key || key == "*" || key.strip_suffix('*') == Some(section) {
                document["sections"][section]["descriptors"][id] = value.clone();
                matched = true;
            }
        }
        if matched {
            continue;
        }
        match key.split_once('.') {
            Some((section, field)) => document["sections"][section][field] = value,
            None if framework.criterion_number(key).is_some() => document["criteria"][key] = value,
            None => document["plan"][key] = value,
        }
    }
    read(&document)
}

#[track_caller]
fn read(document: &Value) -> Review {
    let read = Review::from_json(&Framework::built_in(), &document.to_string());
    read.unwrap_or_else(|problems| panic!("{problems:?}"))
}
