//! Checks a catalogue of messages as a whole: every message is there, and has the parts that the code fills in.

use std::collections::BTreeSet;

use crate::document::message::{MESSAGES, MessagesDocument};
use crate::document::problem::{Problem, Reader, room_problems};
use crate::document::shape::from_json;

room_problems! {
    /// What a catalogue of messages may lack.
    pub enum MessageProblem {
        /// A message that no template is given for.
        #[error("The message {key} is missing: it stays in English.")]
        MissingMessage = "missing_message" {
            /// Its key.
            key: String,
        },
        /// A key that no message has.
        #[error("No message has this key.")]
        UnknownMessage = "unknown_message" {},
        /// A part that the message does not have.
        #[error("This message has no part {part}: it has {parts}.")]
        UnknownPart = "unknown_part" {
            /// The part.
            part: String,
            /// The parts that it has.
            parts: String,
        },
        /// A plural form that no count has.
        #[error("No count has this plural form.")]
        UnknownForm = "unknown_form" {},
    }
}

/// What is wrong with a catalogue of messages, or missing in it; empty where it replaces every message.
///
/// # Errors
/// Every problem with its shape.
pub fn check_messages(text: &str) -> Result<Vec<Problem>, Vec<Problem>> {
    let english = from_json(MESSAGES, |_, document: Option<MessagesDocument>, _| document)?;
    let given = from_json(text, |_, document: Option<MessagesDocument>, _| document)?;
    let mut reader = Reader::default();
    // The message whose form a key is, and the form.
    let base = |document: &MessagesDocument, key: &str| {
        let (base, form) = key.rsplit_once('.')?;
        let is_form = document.plural.values().any(|known| known.0 == form);
        (is_form && english.texts.contains_key(base)).then(|| base.to_owned())
    };
    let messages = english.texts.keys().filter(|key| base(&english, key).is_none());
    let messages: BTreeSet<&String> = messages.collect();
    reader.within("texts", |reader| {
        for key in messages.iter().filter(|key| !given.texts.contains_key(**key)) {
            reader.problem(MessageProblem::MissingMessage { key: (*key).clone() });
        }
        for (key, template) in &given.texts {
            let base = base(&given, key);
            let of = base.as_ref().unwrap_or(key);
            if !messages.contains(of) {
                let is_form = key
                    .rsplit_once('.')
                    .is_some_and(|(of, _)| messages.iter().any(|known| known.as_str() == of));
                reader.problem_in(
                    key,
                    if is_form {
                        MessageProblem::UnknownForm {}
                    } else {
                        MessageProblem::UnknownMessage {}
                    },
                );
                continue;
            }
            let usual = english.texts.get(of).map(|template| parts(template)).unwrap_or_default();
            for part in parts(template).difference(&usual) {
                let parts: Vec<String> =
                    usual.iter().map(|part| ["{", part, "}"].concat()).collect();
                let parts = if parts.is_empty() { "none".to_owned() } else { parts.join(", ") };
                let part = ["{", part, "}"].concat();
                reader.problem_in(key, MessageProblem::UnknownPart { part, parts });
            }
        }
    });
    Ok(reader.into_problems())
}

/// The names of the parts of a template.
fn parts(template: &str) -> BTreeSet<&str> {
    let behind = template.split('{').skip(1);
    behind.filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

#[cfg(test)]
mod tests {
    use super::{MESSAGES, check_messages};

    fn problems(text: &str) -> Vec<(String, &'static str, String)> {
        let problems = check_messages(text).expect("the shape of a catalogue");
        let problems = problems.into_iter();
        problems
            .map(|problem| (problem.pointer, problem.kind.code(), problem.kind.to_string()))
            .collect()
    }

    #[test]
    fn english_is_complete() {
        assert_eq!(problems(MESSAGES), []);
    }

    #[test]
    fn what_is_missing_or_unknown_is_named() {
        let found = problems(
            r#"{"language": "cy", "plural": {"2": "two"}, "texts": {
                "reason.mean": "{points} a {grades}",
                "finding.subject_plan": "Y cynllun",
                "finding.no_without_improvement.two": "{count} yn {id}",
                "finding.no_without_improvement.many": "{count} yn {id}",
                "nothing.of_the_kind": "x"
            }}"#,
        );
        assert_eq!(found.iter().filter(|(_, code, _)| *code == "missing_message").count(), 368);
        let others: Vec<_> =
            found.iter().filter(|(_, code, _)| *code != "missing_message").collect();
        let expected = [
            ("/texts/finding.no_without_improvement.many", "No count has this plural form."),
            ("/texts/nothing.of_the_kind", "No message has this key."),
            (
                "/texts/reason.mean",
                "This message has no part {grades}: it has {grade}, {points}, {weights}.",
            ),
        ];
        let others: Vec<_> = others
            .iter()
            .map(|(pointer, _, message)| (pointer.as_str(), message.as_str()))
            .collect();
        assert_eq!(others, expected);
        assert!(check_messages(r#"{"language": "cy"}"#).is_err());
    }
}
