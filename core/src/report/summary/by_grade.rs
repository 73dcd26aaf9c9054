//! Something for each grade of a framework, the best first.

use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Kind, Shape};
use crate::document::table::Number;
use crate::document::{Json, is_id};
use crate::framework::{Framework, Score};

/// Something for each grade of a framework by the id of the grade, the best first. Before anything is counted it can
/// be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByGrade<T>(Vec<(Arc<str>, T)>);

/// How often each grade was recorded.
pub type Scores = ByGrade<u32>;

impl<T> Default for ByGrade<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByGrade<T> {
    /// A value for each grade of a framework.
    pub(super) fn of(framework: &Framework, value: impl Fn() -> T) -> Self {
        let grades = framework.rules.scale.grades().rows().iter();
        Self(grades.map(|grade| (grade.id.clone(), value())).collect())
    }

    /// The value of the grade of a score, where there is one for each grade.
    pub(super) fn of_score(&mut self, framework: &Framework, score: Score) -> Option<&mut T> {
        let place = framework.rules.scale.grade_of(score).place();
        self.0.get_mut(place).map(|(_, value)| value)
    }

    /// The values, that of the best grade first.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Takes over other values where there are none, and adds them one by one where there are.
    pub(super) fn merge_with(&mut self, other: &Self, merge: impl Fn(&mut T, &T))
    where
        T: Clone,
    {
        if self.0.is_empty() {
            self.0.clone_from(&other.0);
            return;
        }
        for (mine, theirs) in self.values_mut().zip(other.values()) {
            merge(mine, theirs);
        }
    }

    /// The values to change.
    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The value of a grade by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.iter().find(|(grade, _)| **grade == *id).map(|(_, value)| value)
    }

    /// Puts the values in the order of a framework's grades, all of which have one.
    pub(super) fn put_in_order(&mut self, framework: &Framework)
    where
        T: Default,
    {
        let mut ordered = Self::of(framework, T::default);
        for (grade, value) in &mut ordered.0 {
            if let Some((_, given)) = self.0.iter_mut().find(|(id, _)| *id == *grade) {
                *value = std::mem::take(given);
            }
        }
        *self = ordered;
    }
}

impl Scores {
    /// No score of any grade.
    pub(super) fn none(framework: &Framework) -> Self {
        Self::of(framework, || 0)
    }

    /// Has a count for each grade, even where nothing is counted.
    pub(super) fn fill(&mut self, framework: &Framework) {
        if self.0.is_empty() {
            *self = Self::none(framework);
        }
    }

    /// How many scores.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.values().fold(0, |sum, count| sum.saturating_add(*count))
    }
}

/// Expects an entry for each grade of a framework, and no other.
pub(super) fn check_grades<'a>(framework: &'a Framework, json: Json<'a>, reader: &mut Reader<'a>) {
    let Json::Object(fields) = json else { return };
    let grades = framework.rules.scale.grades().rows();
    for (name, _) in fields {
        if is_id(name) && !grades.iter().any(|grade| *grade.id == *name) {
            reader.problem_in(name, ProblemKind::UnknownField {});
        }
    }
    for grade in grades {
        if !fields.iter().any(|(name, _)| *name == *grade.id) {
            reader.problem_in(&grade.id, ProblemKind::Missing {});
        }
    }
}

impl<T: Shape> Shape for ByGrade<T> {
    const KIND: &'static Kind = &Kind::Map(T::KIND);
}

impl<T: Serialize> Serialize for ByGrade<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, value)| (&**id, value)))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ByGrade<T> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Entries<T>(std::marker::PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = ByGrade<T>;

            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("an entry for each grade")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some((id, value)) = map.next_entry::<String, T>()? {
                    entries.push((id.into(), value));
                }
                Ok(ByGrade(entries))
            }
        }

        source.deserialize_map(Entries(std::marker::PhantomData))
    }
}

#[cfg(feature = "schemars")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for ByGrade<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        if T::schema_name() == <u32 as schemars::JsonSchema>::schema_name() {
            "Scores"
        } else {
            "RegradedCounts"
        }
        .into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <std::collections::BTreeMap<String, T>>::json_schema(generator)
    }
}
