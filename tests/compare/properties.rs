//! What holds for any two versions.

use ehcp_qa_core::whole::{ChangeKind, MOST_CHANGES, comparison_to_html};
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use crate::files::{compared, plan_of};

/// Sentences of provision of all kinds, put together from parts.
fn sentence() -> impl Strategy<Value = String> {
    let who = select(vec![
        "A speech and language therapist",
        "The teaching assistant",
        "Staff",
        "A qualified teacher of the deaf",
    ]);
    let does = select(vec!["will teach", "may teach", "should lead", "will advise on"]);
    let what = select(vec![
        "a phonics programme",
        "signing, reading and cooking",
        "the use of a radio aid",
        "travel on the bus",
    ]);
    let amount = select(vec![
        "for 30 minutes each week",
        "for half an hour twice a week",
        "regularly",
        "as required",
        "one to one for six weeks",
        "in a group of four, daily",
        "by July 2027",
    ]);
    (who, does, what, amount)
        .prop_map(|(who, does, what, amount)| format!("{who} {does} {what} {amount}."))
}

proptest! {
    #[test]
    fn a_version_against_itself_has_no_change(sentences in vec(sentence(), 0..12)) {
        let plan = plan_of(&[("F", &sentences.join("\n"))]);
        let comparison = compared(&plan, &plan);
        prop_assert!(comparison.changes.is_empty());
        prop_assert_eq!(comparison.unchanged, sentences.len());
    }

    #[test]
    fn the_other_way_round_removed_is_added_and_reduced_is_increased_or_reduced(
        old in vec(sentence(), 0..8),
        new in vec(sentence(), 0..8),
    ) {
        let old = plan_of(&[("F", &old.join("\n"))]);
        let new = plan_of(&[("F", &new.join("\n"))]);
        let (there, back) = (compared(&old, &new), compared(&new, &old));
        let count = |changes: &[ehcp_qa_core::whole::StatementChange], kind| {
            changes.iter().filter(|change| change.kind == kind).count()
        };
        prop_assert_eq!(
            count(&there.changes, ChangeKind::Removed),
            count(&back.changes, ChangeKind::Added)
        );
        prop_assert_eq!(there.unchanged, back.unchanged);
        for change in there.changes.iter().filter(|change| change.kind == ChangeKind::Reduced) {
            let same = |other: &&ehcp_qa_core::whole::StatementChange| {
                other.new == change.old && other.old == change.new
            };
            if let Some(other) = back.changes.iter().find(same) {
                prop_assert!(matches!(other.kind, ChangeKind::Increased | ChangeKind::Reduced), "{:?}", other);
            }
        }
    }

    #[test]
    fn any_text_is_compared(old in "\\PC{0,400}", new in "\\PC{0,400}") {
        compared(&plan_of(&[("F", &old)]), &plan_of(&[("F", &new)]));
    }
}

/// Numbers of any size are compared, as all text is.
#[test]
fn large_numbers_are_compared() {
    let times = "9999999 times on 9999999 days on 9999999 occasions a day for 9999999 weeks ";
    let text =
        format!("A TA will read {} for 9999999 hours by 99999/99999/99999.", times.repeat(20));
    let (old, new) =
        (plan_of(&[("F", &text)]), plan_of(&[("F", "A TA will read for 1 minute a day.")]));
    compared(&old, &new);
    compared(&new, &old);
}

/// What is listed is bounded, and what is counted is not.
#[test]
fn changes_are_listed_up_to_a_bound() {
    let added = 5_100;
    let lines: Vec<String> =
        (0..added).map(|number| format!("Aid {number} is given every day.")).collect();
    let text = lines.join("\n");
    let comparison = compared(&plan_of(&[("F", "A reader is given.")]), &plan_of(&[("F", &text)]));
    let counted: usize = comparison.counts.iter().map(|count| count.count).sum();
    assert!(counted >= added, "{counted}");
    assert_eq!(comparison.changes.len(), MOST_CHANGES);
    assert_eq!(comparison.more, counted - MOST_CHANGES);
    let page = comparison_to_html(&comparison);
    assert!(page.contains(&format!("More changes than are listed: {}.", comparison.more)));
}
