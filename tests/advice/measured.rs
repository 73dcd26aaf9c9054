//! How well the comparison finds what the gold has, set by set. The figures stand in files.

use std::fmt::Write as _;
use std::path::Path;

use ehcp_qa_core::Framework;
use ehcp_qa_core::plan::AdviceKind;
use ehcp_qa_core::whole::{
    AdviceConflict, AdviceWords, CarriedStatement, ChangeEffect, ChangeElement, Coverage,
    CoverageStatus, KEntryFault, NoSource, Unsourced, coverage,
};

use crate::gold::{Alignment, Conflict, Fault, SETS, Set, Side, UNREAD, number, set};
use crate::text::is_same_place;

/// Found of all that the gold has, and right of all that was found.
#[derive(Default, Clone, Copy)]
struct Count {
    found: usize,
    gold: usize,
    right: usize,
    reported: usize,
}

impl Count {
    /// The gold has something; whether it is found.
    fn expect(&mut self, is_found: bool) {
        self.gold += 1;
        self.found += usize::from(is_found);
    }

    /// Something is reported; whether the gold has it.
    fn report(&mut self, is_right: bool) {
        self.reported += 1;
        self.right += usize::from(is_right);
    }

    fn add(&mut self, other: Self) {
        self.found += other.found;
        self.gold += other.gold;
        self.right += other.right;
        self.reported += other.reported;
    }
}

/// What is measured.
const MEASURES: [&str; 7] = [
    "dropped and weakened amounts",
    "reworded provision kept whole",
    "invented amounts",
    "invented, all kinds",
    "moved",
    "conflicts",
    "Section K",
];

fn is_amount(element: ChangeElement) -> bool {
    use ChangeElement::{HowOften, Limit, Number, Period, Review, Time};
    matches!(element, Time | HowOften | Period | Number | Review | Limit)
}

/// Whether a statement is reported as dropped, or as having a smaller amount.
fn is_lost(one: &CarriedStatement) -> bool {
    let is_less = |effect| effect == ChangeEffect::Less;
    one.status == CoverageStatus::NotFound
        || one.status == CoverageStatus::Weaker
            && one.reasons.iter().any(|reason| is_less(reason.effect) && is_amount(reason.element))
}

fn is_amount_lost(gold: &Alignment) -> bool {
    gold.status == "dropped"
        || gold.status == "weaker"
            && matches!(gold.change.as_deref(), Some("amount" | "frequency" | "duration"))
}

fn all(coverage: &Coverage) -> impl Iterator<Item = (usize, &CarriedStatement)> {
    let numbered = coverage.advices.iter().enumerate();
    numbered.flat_map(|(number, advice)| advice.statements.iter().map(move |one| (number, one)))
}

fn measure(set: &Set) -> [Count; MEASURES.len()] {
    let found = coverage(&Framework::built_in(), &set.advices, &set.plan, &[]);
    let [lost, whole, moved] = statements(set, &found);
    let invented = [invented(set, &found, true), invented(set, &found, false)];
    let [amounts, any] = invented;
    [lost, whole, amounts, any, moved, conflicts(set, &found), listed(set, &found)]
}

/// What is reported as lost, as kept in other words, and as moved.
fn statements(set: &Set, found: &Coverage) -> [Count; 3] {
    let is_of = |gold: &Alignment, advice: usize, one: &CarriedStatement| {
        number(&gold.advice) == advice && is_same_place(&one.text, &gold.quote)
    };
    let [mut lost, mut whole, mut moved] = [Count::default(); 3];
    for gold in &set.gold.alignments {
        let of = all(found).filter(|(advice, one)| is_of(gold, *advice, one));
        let of: Vec<&CarriedStatement> = of.map(|(_, one)| one).collect();
        if is_amount_lost(gold) {
            lost.expect(of.iter().any(|one| is_lost(one)));
        }
        if gold.kind == "provision" && gold.status == "whole" && gold.reworded {
            let is_paired = |one: &&CarriedStatement| {
                let mut words = one.plan.iter();
                words.any(|words| gold.plan.iter().any(|plan| is_same_place(&words.text, plan)))
            };
            let is_whole = |one: &&CarriedStatement| one.status == CoverageStatus::Whole;
            whole.expect(!of.is_empty() && of.iter().all(is_whole) && of.iter().any(is_paired));
        }
        if gold.status == "moved" {
            moved.expect(of.iter().any(|one| one.status == CoverageStatus::Moved));
        }
    }
    for (advice, one) in all(found) {
        let has = |wanted: &dyn Fn(&Alignment) -> bool| {
            set.gold.alignments.iter().any(|gold| is_of(gold, advice, one) && wanted(gold))
        };
        if is_lost(one) {
            lost.report(has(&is_amount_lost));
        }
        let is_reworded = one.plan.iter().all(|words| words.text != one.text);
        if one.kind == AdviceKind::Provision && one.status == CoverageStatus::Whole && is_reworded {
            whole.report(has(&|gold| gold.status == "whole"));
        }
        if one.status == CoverageStatus::Moved {
            moved.report(has(&|gold| gold.status == "moved"));
        }
    }
    [lost, whole, moved]
}

/// What the plan specifies without a source: amounts alone, or all of it.
fn invented(set: &Set, found: &Coverage, amounts: bool) -> Count {
    let mut count = Count::default();
    let is_one = |one: &Unsourced| !amounts || one.kind == NoSource::Amount;
    for gold in &set.gold.invented {
        if !amounts || matches!(gold.what.as_str(), "amount" | "frequency" | "duration") {
            let mut of = found.unsourced.iter().filter(|one| is_one(one));
            count.expect(of.any(|one| is_same_place(&one.plan.text, &gold.quote)));
        }
    }
    for one in found.unsourced.iter().filter(|one| is_one(one)) {
        let mut all = set.gold.invented.iter();
        count.report(all.any(|gold| is_same_place(&one.plan.text, &gold.quote)));
    }
    count
}

fn conflicts(set: &Set, found: &Coverage) -> Count {
    let mut count = Count::default();
    let side = |side: &Side, words: &AdviceWords| {
        number(&side.advice) == words.advice && is_same_place(&side.quote, &words.text)
    };
    let is_same = |gold: &Conflict, one: &AdviceConflict| {
        side(&gold.a, &one.one) && side(&gold.b, &one.other)
            || side(&gold.b, &one.one) && side(&gold.a, &one.other)
    };
    for gold in &set.gold.conflicts {
        assert!(!gold.plan_says_which || gold.plan.is_some(), "the plan says which, and where");
        let one = found.conflicts.iter().find(|one| is_same(gold, one));
        count.expect(one.is_some_and(|one| one.resolved_by.is_some() == gold.plan_says_which));
    }
    for one in &found.conflicts {
        count.report(set.gold.conflicts.iter().any(|gold| is_same(gold, one)));
    }
    count
}

fn listed(set: &Set, found: &Coverage) -> Count {
    let mut count = Count::default();
    let is_same = |gold: &Fault, one: &KEntryFault| {
        one.advice == number(&gold.advice) && one.fault.word() == gold.kind
    };
    for gold in &set.gold.k {
        count.expect(found.listed.iter().any(|one| is_same(gold, one)));
    }
    for one in &found.listed {
        count.report(set.gold.k.iter().any(|gold| is_same(gold, one)));
    }
    count
}

fn table(sets: &[&str]) -> String {
    let mut out = String::from("# found of the gold, and right of what is reported\n");
    let mut sums = [Count::default(); MEASURES.len()];
    let mut rows: Vec<(&str, [Count; MEASURES.len()])> = Vec::new();
    for name in sets {
        let counts = measure(&set(name));
        for (sum, count) in sums.iter_mut().zip(counts) {
            sum.add(count);
        }
        rows.push((name, counts));
    }
    rows.push(("all", sums));
    for (at, measure) in MEASURES.iter().enumerate() {
        writeln!(out, "\n{measure}").expect("a text");
        for (name, counts) in &rows {
            let Count { found, gold, right, reported } = counts[at];
            writeln!(out, "  {name}: {found} of {gold}, {right} of {reported}").expect("a text");
        }
    }
    out
}

#[track_caller]
fn check(file: &str, sets: &[&str]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("advice").join(file);
    let made = table(sets);
    if std::env::var_os("ADVICE_WRITE").is_some() {
        std::fs::write(&path, &made).expect("a file to write");
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(made, known, "the figures changed; ADVICE_WRITE=1 writes {file}");
}

#[test]
fn the_figures_of_the_sets_are_as_measured() {
    check("measured.txt", &SETS);
}

#[test]
fn the_figures_of_the_unread_sets_are_as_measured() {
    check("measured-unread.txt", &UNREAD);
}
