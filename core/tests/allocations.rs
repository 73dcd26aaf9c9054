//! Grades alone allocate nothing that is not in their result.

mod notation;

use allocation_counter::measure;
use ehcp_qa_core::{Review, grade};

use notation::review;

/// Counts allocations while a review is graded: all of them, and those that are still there with the result.
fn counts(review: &Review) -> (u64, i64) {
    let mut grading = None;
    let info = measure(|| grading = Some(grade(review)));
    assert!(grading.is_some_and(|grading| grading.sections.iter().count() == 13));
    (info.count_total, info.count_current)
}

#[test]
fn grades_allocate_only_what_is_in_them() {
    // Two lists: the suggestions of the sections, and the ids of the findings.
    for text in [
        "",
        "best *=yes",
        "*=yes A.score=1",
        "stage=final *=no A.score=1 overall.score=1",
        "age=18 health_needs=true G1=not_applicable H1.2=no year_group=9 golden_thread=met overall.3=no",
    ] {
        assert_eq!(counts(&review(text)), (2, 2), "{text}");
    }
}
