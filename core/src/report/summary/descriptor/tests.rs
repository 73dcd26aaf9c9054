//! That descriptors of one condition do not open each other, by brute force over two of them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::counts::{DescriptorCounts, Summary};
use super::super::hide::is_small;
use super::{Counted, Exclusions};
use crate::framework::Framework;

/// A row as it is shown.
type Shown = Vec<Option<u32>>;

/// What is shown of G1, of which health needs decide whether it applies.
fn shown(framework: &Framework, counts: [u32; 4], below: u32) -> Shown {
    let [met, not_met, not_applicable, _] = counts;
    let mut summary = Summary::new(framework);
    summary.all.plans = counts.iter().sum();
    let not_met_by_phase = BTreeMap::new();
    let counts = DescriptorCounts { met, partly: None, not_met, not_applicable, not_met_by_phase };
    summary.descriptors.insert("G1".to_owned(), counts);
    let counted = Counted::new(framework, &summary, below);
    Exclusions::new(&counted).row(&counted, "G1")
}

/// All counts of so many plans.
fn all(plans: u32) -> impl Iterator<Item = [u32; 4]> {
    (0..=plans).flat_map(move |met| {
        (0..=plans - met).flat_map(move |not_met| {
            let rest = plans - met - not_met;
            (0..=rest).map(move |excluded| [met, not_met, excluded, rest - excluded])
        })
    })
}

#[test]
fn no_small_count_of_two_descriptors_can_be_worked_out() {
    let framework = Framework::built_in();
    let mut looked_at = 0;
    for (below, plans) in [(3, 5), (3, 8), (3, 9), (5, 7), (5, 9), (5, 11)] {
        // By what is shown, and then by the number of plans to which it does not apply, which both rows share.
        let mut alike: BTreeMap<Shown, BTreeMap<u32, Vec<[u32; 4]>>> = BTreeMap::new();
        for counts in all(plans) {
            let row = alike.entry(shown(&framework, counts, below)).or_default();
            row.entry(counts[2]).or_default().push(counts);
        }
        for (row, ways) in &alike {
            for other in alike.values() {
                let both = ways.iter().filter(|(excluded, _)| other.contains_key(excluded));
                let ways: Vec<&[u32; 4]> = both.flat_map(|(_, ways)| ways).collect();
                for place in (0..4).filter(|place| row[*place].is_none()) {
                    let values: BTreeSet<u32> = ways.iter().map(|way| way[place]).collect();
                    if values.iter().any(|value| is_small(*value, below)) {
                        let enough = below as usize - 1;
                        assert!(values.len() >= enough, "{row:?} {place}: {values:?}");
                        looked_at += 1;
                    }
                }
            }
        }
    }
    assert!(looked_at > 3_000, "{looked_at}");
}
