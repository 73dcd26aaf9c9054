//! How well the comparison finds what the gold has, set by set. The figures stand in files, and a change of any is seen.

use std::fmt::Write as _;
use std::path::Path;

use ehcp_qa_core::plan::AdviceKind;
use ehcp_qa_core::whole::{
    CarriedStatement, ChangeEffect, ChangeElement, Coverage, CoverageStatus, KFault, NoSource,
    coverage,
};

use crate::gold::{Alignment, SETS, Set, UNREAD, number, set};
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

fn measure(set: &Set, show: bool) -> [Count; MEASURES.len()] {
    let found = coverage(&set.advices, &set.plan);
    let of = |gold: &Alignment| -> Vec<&CarriedStatement> {
        let of = all(&found).filter(|(advice, one)| {
            *advice == number(&gold.advice) && is_same_place(&one.text, &gold.quote)
        });
        of.map(|(_, one)| one).collect()
    };
    let golds = |advice: usize, one: &CarriedStatement| -> Vec<&Alignment> {
        let of =
            set.gold.alignments.iter().filter(|gold| {
                number(&gold.advice) == advice && is_same_place(&one.text, &gold.quote)
            });
        of.collect()
    };
    let mut lost = Count::default();
    let mut whole = Count::default();
    let mut moved = Count::default();
    for gold in &set.gold.alignments {
        let of = of(gold);
        if is_amount_lost(gold) {
            lost.gold += 1;
            let is_found = of.iter().any(|one| is_lost(one));
            lost.found += usize::from(is_found);
            if show && !is_found {
                println!("LOST MISSED {} {:?} | {}", gold.status, gold.change, gold.quote);
                for one in &of {
                    println!(
                        "     {:?} {:?}\n      {:?}",
                        one.status,
                        one.plan.iter().map(|p| &p.text).collect::<Vec<_>>(),
                        one.reasons.iter().map(|r| &r.message).collect::<Vec<_>>()
                    );
                }
            }
        }
        if gold.kind == "provision" && gold.status == "whole" && gold.reworded {
            whole.gold += 1;
            let is_paired = |one: &&CarriedStatement| {
                one.plan
                    .iter()
                    .any(|words| gold.plan.iter().any(|plan| is_same_place(&words.text, plan)))
            };
            let is_found = !of.is_empty()
                && of.iter().all(|one| one.status == CoverageStatus::Whole)
                && of.iter().any(is_paired);
            whole.found += usize::from(is_found);
            if show && !is_found {
                println!("WHOLE MISSED | {} | {:?}", gold.quote, gold.plan);
                for one in &of {
                    println!(
                        "     {:?} {:?} \n      {:?}",
                        one.status,
                        one.plan.iter().map(|p| &p.text).collect::<Vec<_>>(),
                        one.reasons.iter().map(|r| &r.message).collect::<Vec<_>>()
                    );
                }
            }
        }
        if gold.status == "moved" {
            moved.gold += 1;
            let is_found = of.iter().any(|one| one.status == CoverageStatus::Moved);
            moved.found += usize::from(is_found);
            if show && !is_found {
                println!("MOVED MISSED | {} | {:?}", gold.quote, gold.plan);
                for one in &of {
                    println!(
                        "     {:?} {:?} \n      {:?}",
                        one.status,
                        one.plan.iter().map(|p| &p.text).collect::<Vec<_>>(),
                        one.reasons.iter().map(|r| &r.message).collect::<Vec<_>>()
                    );
                }
            }
        }
    }
    for (advice, one) in all(&found) {
        let golds = golds(advice, one);
        if is_lost(one) {
            lost.reported += 1;
            let is_right = golds.iter().any(|gold| is_amount_lost(gold));
            lost.right += usize::from(is_right);
            if show && !is_right {
                println!(
                    "LOST WRONG {:?} | {} | {:?}\n      {:?} gold {:?}",
                    one.status,
                    one.text,
                    one.plan.iter().map(|p| &p.text).collect::<Vec<_>>(),
                    one.reasons.iter().map(|r| &r.message).collect::<Vec<_>>(),
                    golds.iter().map(|g| (&g.status, &g.change, &g.plan)).collect::<Vec<_>>()
                );
            }
        }
        let is_reworded = one.plan.iter().all(|words| words.text != one.text);
        if one.kind == AdviceKind::Provision && one.status == CoverageStatus::Whole && is_reworded {
            whole.reported += 1;
            let is_right = golds.iter().any(|gold| gold.status == "whole");
            whole.right += usize::from(is_right);
            if show && !is_right {
                println!(
                    "WHOLE WRONG | {} | {:?}\n      gold {:?}",
                    one.text,
                    one.plan.iter().map(|p| &p.text).collect::<Vec<_>>(),
                    golds.iter().map(|g| (&g.status, &g.change, &g.plan)).collect::<Vec<_>>()
                );
            }
        }
        if show {
            for reason in one.reasons.iter().filter(|r| r.effect == ChangeEffect::Less) {
                let g = golds
                    .first()
                    .map(|g| format!("{} {}", g.status, g.change.clone().unwrap_or_default()))
                    .unwrap_or("none".into());
                println!(
                    "ELEMENT {:?} @ {} @ {:?} | {} | {:?} | {}",
                    reason.element,
                    g,
                    one.kind,
                    one.text,
                    one.plan.iter().map(|p| &p.text).collect::<Vec<_>>(),
                    reason.message
                );
            }
        }
        if one.status == CoverageStatus::Moved {
            moved.reported += 1;
            let is_right = golds.iter().any(|gold| gold.status == "moved");
            moved.right += usize::from(is_right);
            if show && !is_right {
                println!(
                    "MOVED WRONG | {} | {:?}\n      gold {:?}",
                    one.text,
                    one.plan.iter().map(|p| (p.section, &p.text)).collect::<Vec<_>>(),
                    golds.iter().map(|g| (&g.status, &g.change, &g.plan)).collect::<Vec<_>>()
                );
            }
        }
    }
    let invented = invented(set, &found, show, true);
    let any = self::invented(set, &found, false, false);
    [lost, whole, invented, any, moved, conflicts(set, &found, show), listed(set, &found, show)]
}

/// What the plan specifies without a source: amounts alone, or all of it.
fn invented(set: &Set, found: &Coverage, show: bool, amounts: bool) -> Count {
    let mut count = Count::default();
    for gold in &set.gold.invented {
        let is_one = matches!(gold.what.as_str(), "amount" | "frequency" | "duration");
        if amounts && !is_one {
            continue;
        }
        count.gold += 1;
        let is_found = found.unsourced.iter().any(|one| {
            (!amounts || one.kind == NoSource::Amount) && is_same_place(&one.plan.text, &gold.quote)
        });
        count.found += usize::from(is_found);
        if show && !is_found {
            println!("INVENTED MISSED {} | {}", gold.what, gold.quote);
        }
    }
    for one in &found.unsourced {
        if amounts && one.kind != NoSource::Amount {
            continue;
        }
        count.reported += 1;
        let is_right =
            set.gold.invented.iter().any(|gold| is_same_place(&one.plan.text, &gold.quote));
        count.right += usize::from(is_right);
        if show && !is_right {
            println!("INVENTED WRONG {:?} {} | {}", one.kind, one.words, one.plan.text);
        }
    }
    count
}

fn conflicts(set: &Set, found: &Coverage, show: bool) -> Count {
    let mut count = Count::default();
    let is_same = |gold: &crate::gold::Conflict, one: &ehcp_qa_core::whole::AdviceConflict| {
        let side = |side: &crate::gold::Side, words: &ehcp_qa_core::whole::AdviceWords| {
            number(&side.advice) == words.advice && is_same_place(&side.quote, &words.text)
        };
        side(&gold.a, &one.one) && side(&gold.b, &one.other)
            || side(&gold.b, &one.one) && side(&gold.a, &one.other)
    };
    for gold in &set.gold.conflicts {
        count.gold += 1;
        let one = found.conflicts.iter().find(|one| is_same(gold, one));
        let is_found = one.is_some_and(|one| one.resolved_by.is_some() == gold.plan_says_which);
        count.found += usize::from(is_found);
        if show && !is_found {
            println!(
                "CONFLICT MISSED {} | {} | {} | {:?}",
                one.is_some(),
                gold.a.quote,
                gold.b.quote,
                gold.plan
            );
        }
    }
    for one in &found.conflicts {
        count.reported += 1;
        let is_right = set.gold.conflicts.iter().any(|gold| is_same(gold, one));
        count.right += usize::from(is_right);
        if show && !is_right {
            println!(
                "CONFLICT WRONG {} | {} | {}",
                one.one.text, one.other.text, one.reason.message
            );
        }
    }
    count
}

fn listed(set: &Set, found: &Coverage, show: bool) -> Count {
    let mut count = Count::default();
    let fault = |fault: KFault| match fault {
        KFault::Missing => "missing",
        KFault::Date => "date",
        KFault::Author => "author",
    };
    for gold in &set.gold.k {
        count.gold += 1;
        let is_found = found
            .listed
            .iter()
            .any(|one| one.advice == number(&gold.advice) && fault(one.fault) == gold.fault);
        count.found += usize::from(is_found);
        if show && !is_found {
            println!("K MISSED {} {}", gold.advice, gold.fault);
        }
    }
    for one in &found.listed {
        count.reported += 1;
        let is_right = set
            .gold
            .k
            .iter()
            .any(|gold| one.advice == number(&gold.advice) && fault(one.fault) == gold.fault);
        count.right += usize::from(is_right);
        if show && !is_right {
            println!("K WRONG {one:?}");
        }
    }
    count
}

fn table(sets: &[&str]) -> String {
    let mut out = String::from("# found of the gold, and right of what is reported\n");
    let shown = std::env::var("ADVICE_SHOW").unwrap_or_default();
    let mut sums = [Count::default(); MEASURES.len()];
    let mut rows: Vec<(&str, [Count; MEASURES.len()])> = Vec::new();
    for name in sets {
        let show = (shown == *name || shown == "all") && SETS.contains(name);
        let counts = measure(&set(name), show);
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
