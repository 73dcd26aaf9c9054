//! Messages: sentences by key. The English ones are compiled in, and a catalogue replaces them.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;

use super::problem::Problem;
use super::shape::{self, Shape as _, document};
use super::tree::Json;
use super::{Document, Id};
use crate::text::fill::fill;

/// The messages in English, as a catalogue.
pub const MESSAGES: &str = include_str!("../../frameworks/messages.json");

/// A message: its key, and its templates in English.
pub(crate) struct Message {
    key: &'static str,
    other: &'static str,
    /// For these counts the template is another.
    forms: &'static [(usize, &'static str)],
}

document! {
    /// A catalogue of messages, in place of those in English.
    pub struct MessagesDocument {
        /// The language, as a tag of BCP 47.
        pub language: Id,
        /// The names of plural forms by the counts that have one: in English 1 has "one", and no other count has
        /// a name.
        pub plural: BTreeMap<String, Id>,
        /// The templates by their keys. The plural form of a message has the key of the message, a full stop and the
        /// name of the form. A message whose key is not there stays in English.
        pub texts: BTreeMap<String, String>,
    }
}

/// A catalogue of messages that was read. A copy shares it.
#[derive(Debug, Clone)]
pub struct Messages(Arc<Document<'static>>);

impl Message {
    pub(crate) const fn new(
        key: &'static str,
        other: &'static str,
        forms: &'static [(usize, &'static str)],
    ) -> Self {
        Self { key, other, forms }
    }

    /// The template in English.
    fn english(&self, count: Option<usize>) -> &'static str {
        let form = self.forms.iter().find(|(of, _)| Some(*of) == count);
        form.map_or(self.other, |(_, template)| template)
    }
}

impl Messages {
    /// Reads a catalogue from JSON text.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        let document = Document::from_json(text).map_err(|problem| vec![problem])?.into_owned();
        let (json, mut reader) = document.open();
        shape::check(json, MessagesDocument::KIND, &mut reader);
        if reader.is_fine() { Ok(Self(Arc::new(document))) } else { Err(reader.into_problems()) }
    }

    /// A problem in the words of the catalogue. One whose sentence is not there stays as it is.
    #[must_use]
    pub fn reworded(&self, problem: Problem) -> Problem {
        let template = self.find(&["problem.", problem.kind.code()].concat(), None);
        let Some(template) = template else { return problem };
        let asks = problem.kind.is_near().then(|| self.find("problem.did_you_mean", None));
        let template = match asks.flatten() {
            Some(asks) => [template, " ", asks].concat(),
            None => template.to_owned(),
        };
        problem.said_by(template)
    }

    fn find(&self, key: &str, count: Option<usize>) -> Option<&str> {
        let json = self.0.json();
        let texts = json.field("texts");
        let text = |key: &str| match texts.field(key) {
            Json::Text(text) => Some(text),
            _ => None,
        };
        let form = count.map(|count| json.field("plural").text_of(&count.to_string()));
        let form = form.filter(|form| !form.is_empty());
        form.and_then(|form| text(&[key, ".", form].concat())).or_else(|| text(key))
    }
}

/// The catalogue of a framework; without one, the messages are in English.
#[derive(Debug, Clone, Default)]
pub(crate) struct Catalogue(pub(crate) Option<Messages>);

impl Catalogue {
    /// The template of a message, in the plural form for a count.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn template(&self, message: &Message, count: Option<usize>) -> &str {
        let found = self.0.as_ref().and_then(|messages| messages.find(message.key, count));
        found.unwrap_or_else(|| message.english(count))
    }

    /// A problem in the words of the catalogue. One whose sentence is not there stays as it is.
    pub(crate) fn reworded(&self, problem: Problem) -> Problem {
        match &self.0 {
            Some(messages) => messages.reworded(problem),
            None => problem,
        }
    }

    /// A message as a sentence.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn say(&self, message: &Message, parts: &[(&str, &dyn Display)]) -> String {
        fill(self.template(message, None), parts)
    }

    /// A message about so many of something, which are its part `count`.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn say_of(
        &self,
        message: &Message,
        count: usize,
        parts: &[(&str, &dyn Display)],
    ) -> String {
        let mut all: Vec<(&str, &dyn Display)> = vec![("count", &count)];
        all.extend(parts);
        fill(self.template(message, Some(count)), &all)
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, Message, Messages};

    const STEPS: Message =
        Message::new("steps", "{count} steps to {place}", &[(1, "{count} step to {place}")]);

    #[test]
    fn a_catalogue_chooses_by_its_own_plural_forms() {
        let english = Catalogue::default();
        assert_eq!(english.say_of(&STEPS, 1, &[("place", &"B")]), "1 step to B");
        assert_eq!(english.say_of(&STEPS, 2, &[("place", &"B")]), "2 steps to B");
        let welsh = r#"{"language": "cy", "plural": {"1": "one", "2": "two"},
            "texts": {"steps": "{count} cam i {place}", "steps.two": "{count} gam i {place}"}}"#;
        let welsh = Catalogue(Some(Messages::from_json(welsh).expect("a catalogue")));
        assert_eq!(welsh.say_of(&STEPS, 2, &[("place", &"B")]), "2 gam i B");
        // No template of its own for 1: the one without a form.
        assert_eq!(welsh.say_of(&STEPS, 1, &[("place", &"B")]), "1 cam i B");
        assert_eq!(welsh.say(&Message::new("other", "{a}", &[]), &[("a", &"b")]), "b");
    }
}
