//! Comments written into the five plans and into files that come from Word: they come back at their words, read by our
//! reader and by another, and nothing else has changed.

use std::collections::BTreeMap;
use std::path::Path;

use ehcp_qa_core::Bounded;
use ehcp_qa_core::FreeText;
use ehcp_qa_core::law::PlanSection;
use ehcp_qa_core::plan::{
    Block, COMMENT_AUTHOR, NewComment, PlanDocument, RunPlace, Utf16Place, comment_word, read_word,
};
use roxmltree::Document;

use crate::gold::PLANS;
use crate::package::{
    Entry, all, attribute, bytes_of, entries, is_in, letters, part, plain, stretch,
};

/// The parts that comments may change.
const CHANGED: [&str; 4] = [
    "word/document.xml",
    "word/comments.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
];

/// What may stand around a mark, by the schema of `WordprocessingML`.
const AROUND: [&str; 8] =
    ["p", "ins", "moveTo", "hyperlink", "sdtContent", "smartTag", "fldSimple", "customXml"];

pub(crate) fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All blocks of a plan.
pub(crate) fn blocks(plan: &PlanDocument) -> Vec<&Block> {
    plan.parts.iter().flat_map(|part| part.blocks.iter()).chain(plan.furniture.iter()).collect()
}

/// The place of a unit of a block's text.
fn place(block: &Block, unit: u32) -> Option<RunPlace> {
    let run = block.runs.iter().rfind(|run| run.at.0 <= unit)?;
    let offset = Utf16Place(run.offset.0 + unit - run.at.0);
    Some(RunPlace { at: Utf16Place(unit), offset, ..run.clone() })
}

/// A comment on a stretch of a block's text that is in no two cells.
pub(crate) fn on(block: &Block, start: u32, end: u32, text: &str) -> Option<NewComment> {
    let mut to = place(block, end - 1)?;
    to.offset.0 += 1;
    Some(NewComment {
        from: place(block, start)?,
        to,
        paragraphs: Bounded(vec![FreeText(text.to_owned())]),
        author: None,
    })
}

/// The words of a text with their places.
fn words(text: &str) -> Vec<(u32, u32, &str)> {
    let mut words = Vec::new();
    let mut units = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let length = u32::try_from(word.encode_utf16().count()).expect("a short word");
        if length > 0 {
            words.push((units, units + length, word));
        }
        units += u32::try_from(piece.encode_utf16().count()).expect("a short piece");
    }
    words
}

/// Comments on words of a plan: the middle one of every block of its text.
fn comments(plan: &PlanDocument) -> Vec<(NewComment, String)> {
    let mut comments = Vec::new();
    for block in blocks(plan) {
        let words = words(&block.text);
        let Some((start, end, word)) = words.get(words.len() / 2) else { continue };
        let text = format!("Comment {} on “{word}”.", comments.len());
        let comment = on(block, *start, *end, &text).expect("a place");
        comments.push((comment, (*word).to_owned()));
    }
    comments
}

/// The comments of a package: the text of each by its id.
fn comment_texts(package: &[u8]) -> BTreeMap<String, String> {
    let text = part(package, "word/comments.xml");
    let document = Document::parse(&text).expect("XML");
    let texts = all(&document, "comment").into_iter().map(|comment| {
        let text: String = comment
            .descendants()
            .filter_map(|node| node.text().filter(|_| node.is_text()))
            .collect();
        (attribute(comment, "id").expect("an id").to_owned(), text)
    });
    texts.collect()
}

/// Writes comments on every block of a file, and compares all that must be.
fn check(bytes: &[u8], name: &str) {
    let plan = read_word(bytes, &[]).expect("a plan");
    let with_words = comments(&plan);
    let comments: Vec<NewComment> = with_words.iter().map(|(comment, _)| comment.clone()).collect();
    assert!(!comments.is_empty(), "{name}");
    let commented = comment_word(bytes, &comments, COMMENT_AUTHOR).expect("comments");
    assert_eq!(
        commented,
        comment_word(bytes, &comments, COMMENT_AUTHOR).expect("the same"),
        "{name}"
    );
    check_other_parts(bytes, &commented, name);
    check_document(bytes, &commented, name);
    check_by_our_reader(&plan, &commented, &with_words, name);
    check_by_another_reader(bytes, &commented, &with_words, name);
}

/// Every other part has its packed bytes, in the same order; what is new stands behind.
fn check_other_parts(before: &[u8], after: &[u8], name: &str) {
    let (before, after) = (entries(before), entries(after));
    let names = |entries: &[Entry]| -> Vec<String> {
        entries.iter().map(|entry| entry.name.clone()).collect()
    };
    assert_eq!(names(&before), names(&after)[..before.len()], "{name}");
    for entry in &after[before.len()..] {
        assert_eq!(entry.name, "word/comments.xml", "{name}");
    }
    for (before, after) in before.iter().zip(&after) {
        assert!(
            CHANGED.contains(&before.name.as_str()) || before == after,
            "{name}: {} has changed",
            before.name
        );
    }
}

/// The document has the same letters with the same properties in the same elements; marks stand where they may.
fn check_document(before: &[u8], after: &[u8], name: &str) {
    let (before, after) = (part(before, "word/document.xml"), part(after, "word/document.xml"));
    let (before, after) =
        (Document::parse(&before).expect("XML"), Document::parse(&after).expect("XML"));
    let (old, new) = (letters(&before), letters(&after));
    assert_eq!(old.len(), new.len(), "{name}");
    assert!(old == new, "{name}: a letter has other properties or stands elsewhere");
    let changes = |document: &Document| -> Vec<String> {
        let changes = document.descendants().filter(|node| attribute(*node, "author").is_some());
        changes
            .map(|node| format!("{:?} {:?}", node.tag_name().name(), attribute(node, "id")))
            .collect()
    };
    assert_eq!(changes(&before), changes(&after), "{name}");
    for mark in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
        for node in all(&after, mark) {
            let mut around = node.parent().expect("a parent");
            if mark == "commentReference" {
                assert_eq!(around.tag_name().name(), "r", "{name}");
                around = around.parent().expect("a parent");
            }
            assert!(AROUND.contains(&around.tag_name().name()), "{name}: {:?}", around.tag_name());
            for sealed in ["txbxContent", "AlternateContent", "oMath"] {
                assert!(!is_in(node, sealed), "{name}: a mark in {sealed}");
            }
            if around.tag_name().name() == "sdtContent" {
                let control = around.parent().expect("a control");
                let kinds = ["text", "dropDownList", "date", "checkbox"];
                let plain = control.descendants().any(|node| {
                    kinds.contains(&node.tag_name().name())
                        && node.parent_element().and_then(|node| node.parent_element())
                            == Some(control)
                });
                assert!(!plain, "{name}: a mark in a control of plain text");
            }
        }
    }
}

/// The same text, with each comment at its words.
fn check_by_our_reader(
    plan: &PlanDocument,
    commented: &[u8],
    comments: &[(NewComment, String)],
    name: &str,
) {
    let read = read_word(commented, &[]).expect("a plan");
    for section in PlanSection::ALL {
        assert_eq!(read.text(*section), plan.text(*section), "{name}");
        assert_eq!(read.text_with_struck(*section), plan.text_with_struck(*section), "{name}");
    }
    assert_eq!(read.comments.len(), plan.comments.len() + comments.len(), "{name}");
    let (old, new) = read.comments.split_at(plan.comments.len());
    for (before, after) in plan.comments.iter().zip(old) {
        assert_eq!((&before.author, &before.text), (&after.author, &after.text), "{name}");
    }
    let blocks = blocks(&read);
    let mut at_their_words = 0;
    for ((comment, (wanted, word)), number) in new.iter().zip(comments).zip(0..) {
        assert_eq!(comment.author, COMMENT_AUTHOR, "{name}");
        assert!(comment.text.ends_with(&wanted.paragraphs[0].0), "{name}: {}", comment.text);
        if comment.text.starts_with("About “") {
            assert!(
                comment.text.starts_with(&format!("About “{word}”")),
                "{name}: {}",
                comment.text
            );
            continue;
        }
        let place =
            comment.place.as_ref().unwrap_or_else(|| panic!("{name}: {number} has no place"));
        let text = blocks.iter().find_map(|block| {
            let run = block.runs.iter().find(|run| {
                (run.file, run.paragraph, run.run) == (place.file, place.paragraph, place.run)
            })?;
            let units: Vec<u16> = block.text.encode_utf16().skip(run.at.0 as usize).collect();
            Some(String::from_utf16_lossy(&units))
        });
        let text = text.unwrap_or_else(|| panic!("{name}: {number} is in no block"));
        at_their_words += usize::from(text.starts_with(word.as_str()));
    }
    let elsewhere = new.iter().filter(|comment| comment.text.starts_with("About “")).count();
    // Those in controls of plain text stand around the control, which may begin with another word.
    assert!(
        at_their_words + elsewhere + 15 >= new.len(),
        "{name}: {at_their_words} of {}",
        new.len()
    );
}

/// The stretch of each comment is its word, or the control or box that the word is in.
fn check_by_another_reader(
    before: &[u8],
    after: &[u8],
    comments: &[(NewComment, String)],
    name: &str,
) {
    let text = part(after, "word/document.xml");
    let document = Document::parse(&text).expect("XML");
    let texts = comment_texts(after);
    let old: BTreeMap<String, String> =
        if entries(before).iter().any(|entry| entry.name == "word/comments.xml") {
            comment_texts(before)
        } else {
            BTreeMap::new()
        };
    for (id, text) in &old {
        assert_eq!(texts.get(id), Some(text), "{name}");
    }
    assert_eq!(texts.len(), old.len() + comments.len(), "{name}");
    for (comment, word) in comments {
        let said = &comment.paragraphs[0].0;
        let (id, text) =
            texts.iter().find(|(_, text)| text.ends_with(said.as_str())).expect("the comment");
        for mark in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
            let count = all(&document, mark)
                .iter()
                .filter(|node| attribute(**node, "id") == Some(id))
                .count();
            assert_eq!(count, 1, "{name}: {mark} {id}");
        }
        let stretch = plain(&stretch(&document, id));
        if text.starts_with("About “") {
            let is_elsewhere = comment.from.file > 0;
            assert!(
                is_elsewhere || stretch.contains(word.as_str()),
                "{name}: {stretch:?} without {word:?}"
            );
        } else if &stretch != word {
            let run = stretch_start_control(&document, id);
            assert!(run && stretch.contains(word.as_str()), "{name}: {stretch:?} is not {word:?}");
        }
    }
}

/// Whether a stretch starts in front of a content control or a formula, which is then all that it is about.
fn stretch_start_control(document: &Document, id: &str) -> bool {
    let start = all(document, "commentRangeStart")
        .into_iter()
        .find(|node| attribute(*node, "id") == Some(id));
    let next = start.and_then(|start| start.next_sibling_element());
    next.is_some_and(|next| ["sdt", "oMath", "commentRangeStart"].contains(&next.tag_name().name()))
}

#[test]
fn in_all_plans() {
    for name in PLANS {
        check(&file(&format!("{name}.docx")), name);
    }
}

#[test]
fn in_files_that_come_from_word() {
    for name in ["comments", "footnotes", "strict-format", "text-box", "tables", "utf8-bom"] {
        check(&file(&format!("from-word/{name}.docx")), name);
    }
}

#[test]
fn comments_on_words_with_comments_already() {
    let bytes = file("04_lower_aldane_form.docx");
    let plan = read_word(&bytes, &[]).expect("a plan");
    let comments: Vec<NewComment> =
        comments(&plan).into_iter().map(|(comment, _)| comment).collect();
    let once = comment_word(&bytes, &comments, "").expect("comments");
    check(&once, "04 twice");
    // The elements that stood there are still there, byte for byte.
    let before = part(&bytes, "word/comments.xml");
    let end = before.rfind("</w:comments>").expect("an end");
    assert!(part(&once, "word/comments.xml").starts_with(&before[..end]));
}

#[test]
fn a_part_in_strict_vocabulary_with_a_byte_order_mark() {
    let strict = file("from-word/strict-format.docx");
    let plan = read_word(&strict, &[]).expect("a plan");
    let comment = on(&plan.furniture[0], 0, 4, "Strictly.").expect("a place");
    let commented = comment_word(&strict, &[comment], "").expect("comments");
    let comments = part(&commented, "word/comments.xml");
    assert!(
        comments
            .contains(r#"<w:comments xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">"#)
    );
    let relations = part(&commented, "word/_rels/document.xml.rels");
    assert!(
        relations
            .contains(r#"Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments""#)
    );

    let marked = file("from-word/utf8-bom.docx");
    let plan = read_word(&marked, &[]).expect("a plan");
    let comment = on(&plan.furniture[0], 5, 8, "Marked.").expect("a place");
    let commented = comment_word(&marked, &[comment], "").expect("comments");
    let document = bytes_of(&commented, "word/document.xml");
    assert!(document.starts_with("\u{FEFF}<?xml".as_bytes()));
    assert!(String::from_utf8_lossy(&document).contains(
        r#"<w:t xml:space="preserve">This </w:t></w:r><w:commentRangeStart w:id="0"></w:commentRangeStart><w:r><w:t xml:space="preserve">XML</w:t></w:r>"#
    ));
}

#[test]
fn words_in_a_footnote_and_a_box_are_quoted() {
    let bytes = file("from-word/footnotes.docx");
    let plan = read_word(&bytes, &[]).expect("a plan");
    let note = plan.furniture.iter().find(|block| block.text.contains("tachyon")).expect("a note");
    let at = u32::try_from(note.text.find("tachyon").expect("the word")).expect("a small number");
    let comment = on(note, at, at + 7, "Plainer.").expect("a place");
    let commented = comment_word(&bytes, &[comment], "").expect("comments");
    let text = comment_texts(&commented);
    assert_eq!(text["0"], "About “tachyon” in a footnote.Plainer.");
    // It stands at the number of the note.
    let document = part(&commented, "word/document.xml");
    let number = document.find("<w:footnoteReference w:id=\"").expect("a number");
    let start = document.find("<w:commentRangeStart").expect("a mark");
    let end = document.find("<w:commentRangeEnd").expect("a mark");
    assert!(start < number && number < end && end - number < 60, "{document}");
}
