//! Comments written into files that are damaged, enormous or made to mislead.

use ehcp_qa_core::law::PlanSection;
use ehcp_qa_core::plan::{
    MOST_COMMENT_STRETCHES, NewComment, PlanDocument, PlanProblem, RunPlace, Utf16Place,
    comment_word, read_word,
};
use ehcp_qa_core::{Bounded, FreeText};
use proptest::prelude::*;

use crate::comments::{blocks, file, on};
use crate::files::{p, word};

/// A comment on a stretch of the first run of a paragraph.
fn at(paragraph: u32, start: u32, end: u32) -> NewComment {
    let place = |offset| RunPlace {
        at: Utf16Place(offset),
        file: 0,
        paragraph,
        run: 0,
        offset: Utf16Place(offset),
    };
    let paragraphs = Bounded(vec![FreeText("Why?".to_owned())]);
    NewComment { from: place(start), to: place(end), paragraphs, author: None }
}

#[test]
fn ten_thousand_comments_in_one_run_and_in_as_many_paragraphs() {
    let bytes = word(&p(&"word ".repeat(10_000)));
    let comments: Vec<NewComment> = (0..10_000).map(|n| at(0, n * 5, n * 5 + 4)).collect();
    let commented = comment_word(&bytes, &comments, "").expect("comments");
    let plan = read_word(&commented, &[]).expect("a plan");
    assert_eq!(plan.comments.len(), 10_000);
    assert!(plan.comments.iter().all(|comment| comment.place.is_some()));

    let bytes = word(&p("a word").repeat(10_000));
    let comments: Vec<NewComment> = (0..10_000).rev().map(|n| at(n, 2, 6)).collect();
    let commented = comment_word(&bytes, &comments, "").expect("comments");
    assert_eq!(read_word(&commented, &[]).expect("a plan").comments.len(), 10_000);
}

#[test]
fn no_more_comments_than_word_opens() {
    let bytes = word(&p("word"));
    let most = vec![at(0, 0, 4); MOST_COMMENT_STRETCHES];
    let commented = comment_word(&bytes, &most, "").expect("comments");
    assert_eq!(comment_word(&commented, &most[..1], "").err(), Some(PlanProblem::TooManyComments));
    let more = vec![at(0, 0, 4); MOST_COMMENT_STRETCHES + 1];
    assert_eq!(comment_word(&bytes, &more, "").err(), Some(PlanProblem::TooManyComments));
}

#[test]
fn properties_that_would_be_copied_too_often() {
    // 2 MB of properties, written again for each of 200 parts of the run.
    let properties = format!("<w:rPr>{}</w:rPr>", "<w:lang/>".repeat(220_000));
    let text = "word ".repeat(100);
    let bytes = word(&format!("<w:p><w:r>{properties}<w:t>{text}</w:t></w:r></w:p>"));
    let comments: Vec<NewComment> = (0..100).map(|n| at(0, n * 5, n * 5 + 4)).collect();
    assert_eq!(comment_word(&bytes, &comments, "").err(), Some(PlanProblem::TooLarge));
}

#[test]
fn files_that_are_no_plan_get_their_sentence() {
    let comments = [at(0, 0, 1)];
    assert_eq!(comment_word(b"%PDF-1.7", &comments, "").err(), Some(PlanProblem::Pdf));
    let bytes = word(&p("Section A"));
    for length in 0..bytes.len() {
        assert!(comment_word(&bytes[..length], &comments, "").is_err(), "cut at {length}");
    }
}

/// The texts of a plan, block by block.
fn texts(plan: &PlanDocument) -> Vec<(String, Option<String>)> {
    blocks(plan).iter().map(|block| (block.text.clone(), block.with_struck.clone())).collect()
}

/// Pieces of XML that make sense somewhere in a paragraph.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "<w:p>",
            "</w:p>",
            "<w:r>",
            "</w:r>",
            "<w:r><w:rPr><w:b/></w:rPr><w:t>one two</w:t></w:r>",
            "<w:r><w:t>a</w:t><w:tab/><w:t>&amp;b</w:t><w:br/></w:r>",
            "<w:p><w:r><w:t>three\u{AD} fo&#xF6;ur</w:t></w:r></w:p>",
            "<w:t><![CDATA[five six]]></w:t>",
            "<w:t>",
            "</w:t>",
            "<w:ins>",
            "</w:ins>",
            "<w:del>",
            "</w:del>",
            "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>",
            "</w:sdtContent></w:sdt>",
            "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
            "<mc:AlternateContent><mc:Choice>",
            "</mc:Choice><mc:Fallback>",
            "</mc:Fallback></mc:AlternateContent>",
            "<w:r><w:pict><w:txbxContent><w:p>",
            "</w:p></w:txbxContent></w:pict></w:r>",
            "<w:commentRangeStart w:id=\"0\"/>",
            "<w:r><w:commentReference w:id=\"1\"/></w:r>",
            "<!-- <w:r> -->",
            "<w:tbl><w:tr><w:tc>",
            "</w:tc></w:tr></w:tbl>",
        ])
        .prop_map(str::to_owned),
        "[ -%'-;=?-~’\u{A0}\u{AD}]{0,12}",
    ]
}

/// Pieces that are closed in the order in which they were opened, as far as they can be.
fn balanced(pieces: &[String]) -> String {
    let mut text = String::new();
    let mut open: Vec<String> = Vec::new();
    for piece in pieces {
        if piece.starts_with("</") {
            // Closed only where it is what is open.
            let Some(last) = open.last() else { continue };
            if !piece.contains(&format!("</{last}>"))
                || piece.contains("Fallback>") != (last == "mc:Fallback")
            {
                continue;
            }
        }
        text.push_str(piece);
        for tag in piece.split('<').skip(1).filter(|tag| !tag.starts_with(['!', '?'])) {
            let name: String =
                tag.chars().take_while(|c| !c.is_whitespace() && !['>'].contains(c)).collect();
            if let Some(name) = name.strip_prefix('/') {
                if open.last().is_some_and(|last| last == name) {
                    open.pop();
                }
            } else if !tag.split('>').next().is_some_and(|tag| tag.ends_with('/')) {
                open.push(name);
            }
        }
    }
    while let Some(name) = open.pop() {
        text.extend(["</", &name, ">"]);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever can be read can be commented, reads the same afterwards, and takes the next comments.
    #[test]
    fn random_documents(
        pieces in prop::collection::vec(piece(), 0..40),
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..5),
    ) {
        let bytes = word(&(p("Start.") + &balanced(&pieces)));
        let Ok(plan) = read_word(&bytes, &[]) else { return Ok(()) };
        let blocks = blocks(&plan);
        let mut comments = Vec::new();
        for (block, unit) in picks {
            let block = block.get(&blocks);
            let length = block.text.encode_utf16().count();
            let start = u32::try_from(unit.index(length.max(1))).expect("a short text");
            if length > 0 && let Some(comment) = on(block, start, start + 1, "Why?") {
                comments.push(comment);
            }
        }
        let commented = match comment_word(&bytes, &comments, "") {
            Ok(commented) => commented,
            // Half of a pair, or the joint of two lines, which no run has; or paragraphs inside a text, which no file
            // may have.
            Err(problem) => {
                let is_known = matches!(problem, PlanProblem::NoSuchPlace { .. } | PlanProblem::Damaged);
                prop_assert!(is_known, "{problem}");
                return Ok(());
            }
        };
        let read = read_word(&commented, &[]);
        prop_assert!(read.is_ok(), "{:?}", read.err());
        let read = read.expect("a plan");
        prop_assert_eq!(texts(&read), texts(&plan));
        prop_assert_eq!(read.comments.len(), plan.comments.len() + comments.len());
        let text = crate::package::part(&commented, "word/document.xml");
        prop_assert!(roxmltree::Document::parse(&text).is_ok());
    }

    #[test]
    fn random_damage(at_byte in 0_usize..40_000, byte in any::<u8>()) {
        let mut bytes = file("06_marlingate_early_years.docx");
        bytes[at_byte] = byte;
        if let Ok(commented) = comment_word(&bytes, &[at(0, 0, 3)], "") {
            prop_assert_eq!(
                read_word(&commented, &[]).expect("a plan").text(PlanSection::A),
                read_word(&bytes, &[]).expect("a plan").text(PlanSection::A)
            );
        }
    }
}
