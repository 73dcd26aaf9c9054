//! The facts about a plan: three that law, wording and samples use, and those that a framework declares.

use std::ops::Index;

use crate::document::problem::push_token;
use crate::document::table::{Table, number};

number! {
    /// A fact that is true or false, in the order of the framework's `context`.
    pub struct FlagNo;
}

/// A fact about a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// The stage of the plan.
    Stage,
    /// The year group.
    YearGroup,
    /// The age in whole years.
    Age,
    /// A fact that is true or false, which the framework declares.
    Flag(FlagNo),
}

/// The facts that every review can record.
const TYPED: [(&str, Fact); 3] =
    [("stage", Fact::Stage), ("year_group", Fact::YearGroup), ("age", Fact::Age)];

impl Fact {
    /// The fact with this id, if it is one that every review can record.
    pub(crate) fn typed(id: &str) -> Option<Self> {
        TYPED.iter().find(|(known, _)| *known == id).map(|(_, fact)| *fact)
    }
}

/// What a fact is called, and where a review records it.
#[derive(Debug)]
pub(crate) struct FactRule {
    pub(crate) id: String,
    /// What it is called within a sentence.
    pub(crate) name: String,
    /// Where a review records it, as a JSON Pointer.
    pub(crate) at: String,
}

impl FactRule {
    fn new(id: &str, name: &str) -> Self {
        let mut at = String::from("/plan");
        push_token(&mut at, id);
        Self { id: id.to_owned(), name: name.to_owned(), at }
    }
}

/// The facts that reviews under a framework can record.
#[derive(Debug)]
pub(crate) struct Facts {
    stage: FactRule,
    year_group: FactRule,
    age: FactRule,
    pub(crate) flags: Table<FlagNo, FactRule>,
}

impl Facts {
    /// The facts of a framework that declares none.
    pub(crate) fn none_declared() -> Self {
        let [stage, year_group, age] = TYPED.map(|(id, _)| FactRule::new(id, id));
        Self { stage, year_group, age, flags: Table::default() }
    }

    /// Declares a fact: names one that every review can record, or adds one that is true or false.
    pub(crate) fn declare(&mut self, id: &str, name: &str) {
        let rule = FactRule::new(id, name);
        match Fact::typed(id) {
            Some(Fact::Stage) => self.stage = rule,
            Some(Fact::YearGroup) => self.year_group = rule,
            Some(Fact::Age) => self.age = rule,
            Some(Fact::Flag(_)) | None => {
                self.flags.push(rule);
            }
        }
    }

    /// The fact with this id.
    pub(crate) fn find(&self, id: &str) -> Option<Fact> {
        Fact::typed(id).or_else(|| self.flags.find(|rule| rule.id == id).map(Fact::Flag))
    }

    /// All of them; the flags come in the order of `context`.
    pub(crate) fn all(&self) -> impl Iterator<Item = Fact> {
        let typed = TYPED.iter().map(|(_, fact)| *fact);
        typed.chain(self.flags.numbers().map(Fact::Flag))
    }
}

impl Index<Fact> for Facts {
    type Output = FactRule;

    fn index(&self, fact: Fact) -> &FactRule {
        match fact {
            Fact::Stage => &self.stage,
            Fact::YearGroup => &self.year_group,
            Fact::Age => &self.age,
            Fact::Flag(flag) => &self.flags[flag],
        }
    }
}
