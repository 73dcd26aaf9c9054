//! From a stretch of a block's text to the runs of the file.

use ehcp_qa_core::law::PlanSection;
use ehcp_qa_core::plan::{PlanDocument, RunPlace, TextPlace, Utf16Place, read_word};

use crate::files::{cell, p, row, run, styled, table, word};

/// A place in a run: the paragraph, the run, and where in its text.
type At = (u32, u32, u32);

/// A plan with a body in Section A.
fn plan_with(body: &str) -> PlanDocument {
    read_word(&word(&(styled("H1", "Section A: Views") + body)), &[]).expect("a plan")
}

/// A stretch of a block of the first part.
fn place(block: u32, at: u32, length: u32) -> TextPlace {
    TextPlace { part: 0, block, at: Utf16Place(at), length: Utf16Place(length) }
}

fn at(run: &RunPlace) -> At {
    (run.paragraph, run.run, run.offset.0)
}

#[track_caller]
fn check(plan: &PlanDocument, place: &TextPlace, words: &str, expected: (At, At)) {
    assert_eq!(plan.words_at(place), Some(words));
    let (from, to) = plan.run_place(place).expect("runs");
    assert_eq!((at(&from), at(&to)), expected);
    assert!(from.at.0 >= place.at.0 && to.at.0 <= place.at.0 + place.length.0);
}

#[track_caller]
fn check_none(plan: &PlanDocument, place: &TextPlace) {
    assert_eq!(plan.run_place(place), None);
}

#[test]
fn across_the_runs_of_a_paragraph() {
    // The empty run counts, the spaces at the beginning are not in the text, what is struck is not, and 😀 takes two
    // units: "😀 one two", where the second run that is left begins at 7.
    let body = format!(
        "<w:p><w:r/>{}{}{}</w:p>",
        run("", "  \u{1F600} one "),
        run("<w:strike/>", "struck "),
        run("<w:b/>", "two ")
    );
    let plan = plan_with(&body);
    check(&plan, &place(0, 0, 2), "\u{1F600}", ((1, 1, 2), (1, 1, 4)));
    check(&plan, &place(0, 3, 3), "one", ((1, 1, 5), (1, 1, 8)));
    check(&plan, &place(0, 6, 1), " ", ((1, 1, 8), (1, 1, 9)));
    check(&plan, &place(0, 5, 3), "e t", ((1, 1, 7), (1, 3, 1)));
    check(&plan, &place(0, 0, 10), "\u{1F600} one two", ((1, 1, 2), (1, 3, 3)));
    // No unit, half a character, and behind the end.
    check_none(&plan, &place(0, 3, 0));
    check_none(&plan, &place(0, 1, 2));
    check_none(&plan, &place(0, 9, 2));
    check_none(&plan, &place(0, u32::MAX, 2));
    check_none(&plan, &place(1, 0, 1));
    check_none(&plan, &TextPlace { part: 9, ..place(0, 0, 1) });
}

#[test]
fn in_rows_of_several_cells() {
    // "Reading\tA teacher\n\tDaily": the second cell has two paragraphs of text and one without, the third none.
    let teacher = format!("<w:p>{}{}</w:p>", run("", "A "), run("<w:b/>", "teacher"));
    let middle = [teacher, "<w:p/>".to_owned(), p("A room")].concat();
    let cells =
        [cell("", &p("Reading")), cell("", &middle), cell("", "<w:p/>"), cell("", &p("Daily"))];
    let plan = plan_with(&table(&[row(&cells)]));
    let block = plan.blocks(PlanSection::A).next().expect("a row");
    assert_eq!(block.text, "Reading\tA teacher\nA room\t\tDaily");
    check(&plan, &place(0, 8, 9), "A teacher", ((2, 0, 0), (2, 1, 7)));
    check(&plan, &place(0, 10, 7), "teacher", ((2, 1, 0), (2, 1, 7)));
    check(&plan, &place(0, 8, 16), "A teacher\nA room", ((2, 0, 0), (4, 0, 6)));
    check(&plan, &place(0, 0, 31), "Reading\tA teacher\nA room\t\tDaily", ((1, 0, 0), (6, 0, 5)));
    // What parts cells and paragraphs stands in no run.
    check(&plan, &place(0, 0, 8), "Reading\t", ((1, 0, 0), (1, 0, 7)));
    check(&plan, &place(0, 7, 2), "\tA", ((2, 0, 0), (2, 0, 1)));
    check(&plan, &place(0, 16, 3), "r\nA", ((2, 1, 6), (4, 0, 1)));
    check_none(&plan, &place(0, 7, 1));
    check_none(&plan, &place(0, 24, 2));
}

#[test]
fn tabs_and_manual_line_breaks_stand_in_runs() {
    let body = r#"<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>
        <w:r><w:t xml:space="preserve"> d</w:t><w:br/></w:r></w:p>"#;
    let plan = plan_with(&(body.to_owned() + &p("e")));
    check(&plan, &place(0, 1, 1), "\t", ((1, 0, 1), (1, 0, 2)));
    check(&plan, &place(0, 2, 3), "b\nc", ((1, 0, 2), (1, 0, 5)));
    check(&plan, &place(0, 3, 1), "\n", ((1, 0, 3), (1, 0, 4)));
    check(&plan, &place(0, 4, 3), "c d", ((1, 0, 4), (1, 1, 2)));
    check(&plan, &place(1, 0, 1), "e", ((2, 0, 0), (2, 0, 1)));
}
