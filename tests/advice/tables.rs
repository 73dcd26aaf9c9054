//! What a table of recommendations says, and what stands behind it.

use ehcp_qa_core::Framework;
use ehcp_qa_core::plan::{read_advice_markdown, read_markdown};
use ehcp_qa_core::whole::{CarriedStatement, Coverage, CoverageStatus, coverage};

const PLAN: &str = "\
# Section B: Special educational needs

Tamsin reads 40 of the first 100 words.

# Section F: Provision

A trained teaching assistant will read with Tamsin every day for 20 minutes.

Tamsin will sit near the teacher whenever the class is taught as a whole.
";

fn found(advice: &str) -> Coverage {
    let advice = read_advice_markdown(advice).expect("advice");
    let plan = read_markdown(PLAN, &[]).expect("a plan");
    coverage(&Framework::built_in(), &[advice], &plan, &[])
}

fn statements(found: &Coverage) -> Vec<(&str, CoverageStatus)> {
    let statements = found.advices[0].statements.iter();
    statements.map(|one: &CarriedStatement| (one.text.as_str(), one.status)).collect()
}

#[test]
fn rows_with_one_mark_all_count_and_what_explains_a_row_does_not() {
    let found = found(
        "\
# Advice

## Recommended provision

| Outcome | Provision |
|---|---|
| E1 | A trained teaching assistant should read with Tamsin every day for 20 minutes |
| E1 | A spelling group of four pupils should meet twice a week for 15 minutes |

**E1.** Children of her age should be able to spell the days of the week. It must be done in the morning.
",
    );
    assert_eq!(
        statements(&found),
        [
            (
                "A trained teaching assistant should read with Tamsin every day for 20 minutes",
                CoverageStatus::Whole
            ),
            (
                "A spelling group of four pupils should meet twice a week for 15 minutes",
                CoverageStatus::NotFound
            ),
        ]
    );
}
