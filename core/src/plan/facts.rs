//! Facts that a plan says of itself on its cover and in its text. They are proposed for the context of a check, each
//! with what it rests on; a person confirms them.

use super::document::{Block, BlockKind, PlanDocument, RunPlace};
use super::words::{begin_with, contain, words};
use crate::document::YearGroup;
use crate::document::date::MONTHS;
use crate::document::shape::{choice, document};
use crate::law::{NURSERY, PlanSection, RECEPTION};

document! {
    /// A fact about a plan, as the plan says it.
    pub struct PlanFact {
        /// What it is about.
        pub kind: FactKind,
        /// The fact: a date as YYYY-MM-DD, a year group as a number, `true` or `false`, or a word or name.
        pub value: String,
        /// What it rests on.
        pub basis: FactBasis,
        /// Where it is said; none where it is counted over the plan.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub place: Option<RunPlace>,
    }
}

choice! {
    /// What a fact is about.
    pub enum FactKind {
        /// The stage: `draft`, `final` or `proposed_amended`.
        Stage = "stage",
        /// A name of the child or young person.
        Name = "name",
        /// The date of birth.
        BirthDate = "birth_date",
        /// The date of the plan.
        PlanDate = "plan_date",
        /// The age in whole years.
        Age = "age",
        /// The year group: -1 nursery, 0 reception.
        YearGroup = "year_group",
        /// The pronouns: `she`, `he` or `they`.
        Pronouns = "pronouns",
        /// Whether Section C has needs.
        HealthNeeds = "health_needs",
        /// Whether Section D has needs.
        SocialCareNeeds = "social_care_needs",
        /// Whether Section J says that a budget was requested.
        BudgetRequested = "budget_requested",
    }

    /// What a fact rests on.
    pub enum FactBasis {
        /// A label and what stands beside it.
        Label = "label",
        /// Words of the plan.
        Words = "words",
        /// How often words stand in the plan.
        Count = "count",
    }
}

/// The beginnings of the labels of facts, in lower case.
const LABELS: [(FactKind, &str); 29] = [
    (FactKind::BirthDate, "date of birth"),
    (FactKind::BirthDate, "birth date"),
    (FactKind::BirthDate, "dob"),
    (FactKind::BirthDate, "d o b"),
    (FactKind::BirthDate, "born"),
    (FactKind::PlanDate, "date of final plan"),
    (FactKind::PlanDate, "date of plan"),
    (FactKind::PlanDate, "date of this plan"),
    (FactKind::PlanDate, "date issued"),
    (FactKind::PlanDate, "date of issue"),
    (FactKind::PlanDate, "date draft issued"),
    (FactKind::PlanDate, "date of draft"),
    (FactKind::PlanDate, "proposed amended plan sent"),
    (FactKind::PlanDate, "status of plan"),
    (FactKind::PlanDate, "sent"),
    (FactKind::YearGroup, "age and year group"),
    (FactKind::YearGroup, "year group"),
    (FactKind::YearGroup, "school year"),
    (FactKind::YearGroup, "national curriculum year"),
    (FactKind::YearGroup, "nc year"),
    (FactKind::Age, "age"),
    (FactKind::Name, "full name"),
    (FactKind::Name, "name of child"),
    (FactKind::Name, "name"),
    (FactKind::Name, "child"),
    (FactKind::Name, "childs name"),
    (FactKind::Name, "forenames"),
    (FactKind::Name, "known as"),
    (FactKind::Name, "likes to be called"),
];

/// The words for a stage. Of those in a line, the first in this list counts.
const STAGES: [(&str, &str); 4] = [
    ("proposed amended", "proposed_amended"),
    ("proposed amendments", "proposed_amended"),
    ("final", "final"),
    ("draft", "draft"),
];

/// The pronouns, and how often as many as the others they must stand in a plan.
const PRONOUNS: [(&str, &[&str]); 2] =
    [("she", &["she", "her", "hers"]), ("he", &["he", "him", "his"])];
const TIMES_AS_MANY: usize = 2;

/// What a section says that has no needs.
const NO_NEEDS: [&str; 7] = [
    "none identified",
    "no health needs",
    "no social care needs",
    "no identified",
    "not applicable",
    "none known",
    "no needs",
];

/// What a section says on a budget: whether it was requested.
const BUDGET: [(&str, bool); 6] = [
    ("not been requested", false),
    ("not requested", false),
    ("no personal budget", false),
    ("was requested", true),
    ("has been requested", true),
    ("requested a personal budget", true),
];

/// The most words of a name.
const MOST_WORDS_OF_A_NAME: usize = 5;

/// The facts that a plan says, each once.
#[must_use]
pub fn facts(plan: &PlanDocument) -> Vec<PlanFact> {
    let mut facts: Vec<PlanFact> = stage(plan).into_iter().collect();
    for block in &plan.furniture {
        for (label, value) in labelled(block) {
            let label = words(&label);
            let found =
                LABELS.iter().find(|(_, known)| begin_with(&label, known) == Some(label.len()));
            let Some((kind, _)) = found else { continue };
            let Some(value) = read(*kind, &value) else { continue };
            let fact = PlanFact {
                kind: *kind,
                value,
                basis: FactBasis::Label,
                place: block.runs.first().cloned(),
            };
            if !facts.iter().any(|other| other.kind == fact.kind && other.value == fact.value) {
                facts.push(fact);
            }
        }
    }
    facts.extend(pronouns(plan));
    facts.extend(needs(plan, PlanSection::C, FactKind::HealthNeeds));
    facts.extend(needs(plan, PlanSection::D, FactKind::SocialCareNeeds));
    facts.extend(budget(plan));
    facts
}

/// The labels of a block with what stands beside them: pairs of cells, or the two sides of a colon.
fn labelled(block: &Block) -> Vec<(String, String)> {
    if block.cells.is_some() {
        let cells: Vec<&str> = block.text.split('\t').collect();
        let pairs = cells.chunks(2).filter_map(|pair| Some((pair.first()?, pair.get(1)?)));
        return pairs.map(|(label, value)| ((*label).to_owned(), (*value).to_owned())).collect();
    }
    let pairs = block.text.lines().filter_map(|line| line.split_once(':'));
    pairs.map(|(label, value)| (label.to_owned(), value.trim().to_owned())).collect()
}

/// What a value says of a fact.
fn read(kind: FactKind, value: &str) -> Option<String> {
    match kind {
        FactKind::BirthDate | FactKind::PlanDate => first_date(value),
        FactKind::Age => {
            let digits =
                words(value).into_iter().find(|word| word.bytes().all(|b| b.is_ascii_digit()));
            digits.filter(|digits| digits.len() <= 2)
        }
        FactKind::YearGroup => year_group(value),
        FactKind::Name => {
            let name = value.split(['(', ',', ';', '\n']).next().unwrap_or_default().trim();
            let name = name.trim_end_matches('.');
            (!name.is_empty() && words(name).len() <= MOST_WORDS_OF_A_NAME).then(|| name.to_owned())
        }
        _ => None,
    }
}

/// A year group in words.
fn year_group(value: &str) -> Option<String> {
    let words = words(value);
    let mut behind = words.iter().skip_while(|word| *word != "year").skip(1);
    let year = |number: u8| YearGroup::new(number.try_into().ok()?).map(YearGroup::number);
    let number = behind.find_map(|word| word.parse().ok()).and_then(year);
    let named = || {
        words.iter().find_map(|word| match word.as_str() {
            "nursery" => Some(NURSERY),
            "reception" => Some(RECEPTION),
            _ => None,
        })
    };
    let alone = || match words.as_slice() {
        [word] => word.parse().ok().and_then(year),
        _ => None,
    };
    number.or_else(named).or_else(alone).map(|number| number.to_string())
}

/// The first date in a text, as YYYY-MM-DD.
pub(crate) fn first_date(text: &str) -> Option<String> {
    let words = words(text);
    let number = |word: &String| word.parse::<u32>().ok();
    let month = |word: &String| {
        let at = MONTHS.iter().position(|month| {
            month == word || (word.len() == 3 && month.starts_with(word.as_str()))
        });
        at.and_then(|at| u32::try_from(at + 1).ok()).or_else(|| number(word))
    };
    words.windows(3).find_map(|window| {
        let [first, second, third] = window else { return None };
        let (day, month, year) = if first.len() == 4 {
            (number(third)?, month(second)?, number(first)?)
        } else {
            let day = first.trim_end_matches(|c: char| c.is_ascii_alphabetic()).to_owned();
            (number(&day)?, month(second)?, number(third)?)
        };
        let fits =
            (1..=31).contains(&day) && (1..=12).contains(&month) && (1900..=2100).contains(&year);
        fits.then(|| format!("{year:04}-{month:02}-{day:02}"))
    })
}

/// The stage that most lines outside the sections name; of several, the one that is named first.
fn stage(plan: &PlanDocument) -> Option<PlanFact> {
    let mut votes: Vec<(&str, usize, &Block)> = Vec::new();
    for block in &plan.furniture {
        let words = words(&block.text);
        let place =
            |phrase: &str| words.iter().position(|word| phrase.split(' ').next() == Some(word));
        let named = STAGES.iter().filter(|(phrase, _)| contain(&words, phrase));
        let Some((_, stage)) = named.min_by_key(|(phrase, _)| place(phrase)) else { continue };
        match votes.iter_mut().find(|(known, ..)| known == stage) {
            Some((_, count, _)) => *count += 1,
            None => votes.push((stage, 1, block)),
        }
    }
    let most = votes.iter().map(|(_, count, _)| *count).max()?;
    let (stage, _, block) = votes.into_iter().find(|(_, count, _)| *count == most)?;
    let place = block.runs.first().cloned();
    Some(PlanFact {
        kind: FactKind::Stage,
        value: stage.to_owned(),
        basis: FactBasis::Words,
        place,
    })
}

/// The pronouns that stand far more often than the others.
fn pronouns(plan: &PlanDocument) -> Option<PlanFact> {
    let mut counts = [0_usize; 2];
    for block in plan.parts.iter().flat_map(|part| part.blocks.iter()) {
        if block.kind == BlockKind::Quotation {
            continue;
        }
        for word in words(&block.text) {
            for (count, (_, forms)) in counts.iter_mut().zip(PRONOUNS) {
                *count += usize::from(forms.contains(&word.as_str()));
            }
        }
    }
    let [she, he] = counts;
    let value = match () {
        () if she > he * TIMES_AS_MANY => "she",
        () if he > she * TIMES_AS_MANY => "he",
        () => return None,
    };
    Some(PlanFact {
        kind: FactKind::Pronouns,
        value: value.to_owned(),
        basis: FactBasis::Count,
        place: None,
    })
}

/// Whether a section has needs; nothing where the section says nothing.
fn needs(plan: &PlanDocument, section: PlanSection, kind: FactKind) -> Option<PlanFact> {
    let text = words(&plan.text(section));
    let has_none = NO_NEEDS.iter().any(|phrase| contain(&text, phrase));
    let is_word = matches!(text.as_slice(), [word] if word == "none");
    let place = plan.blocks(section).find_map(|block| block.runs.first()).cloned();
    (!text.is_empty()).then(|| PlanFact {
        kind,
        value: (!has_none && !is_word).to_string(),
        basis: FactBasis::Words,
        place,
    })
}

/// Whether a budget was requested, where Section J says so.
fn budget(plan: &PlanDocument) -> Option<PlanFact> {
    let text = words(&plan.text(PlanSection::J));
    let (_, is_requested) = BUDGET.iter().find(|(phrase, _)| contain(&text, phrase))?;
    let place = plan.blocks(PlanSection::J).find_map(|block| block.runs.first()).cloned();
    let value = is_requested.to_string();
    Some(PlanFact { kind: FactKind::BudgetRequested, value, basis: FactBasis::Words, place })
}
