//! The feedback form as a Word file: what stands in it, and how it is built.

use ehcp_qa_core::Framework;
use ehcp_qa_core::form::{Feedback, feedback_word};
use ehcp_qa_core::plan::{BlockKind, read_word};
use roxmltree::Document;

use crate::comments::blocks;
use crate::package::{all, attribute, entries, part};

const FORM: &str = include_str!("form.json");

fn form(text: &str) -> Vec<u8> {
    let framework = Framework::built_in();
    let form = Feedback::from_json(&framework, text).expect("a form");
    let bytes = feedback_word(&form, &framework);
    assert_eq!(bytes, feedback_word(&form, &framework));
    bytes
}

#[test]
fn it_has_all_that_is_printed_on_the_paper_form() {
    let framework = Framework::built_in();
    let text = part(&form(FORM), "word/document.xml");
    let document = Document::parse(&text).expect("XML");
    let lines = all(&document, "p").into_iter().map(|paragraph| {
        let texts = paragraph.descendants().filter_map(|node| match node.tag_name().name() {
            "t" => node.text(),
            "br" => Some("\n"),
            _ => None,
        });
        texts.collect::<String>()
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let annex = framework.feedback_form().expect("the form");
    let mut printed =
        vec![&annex.title, &annex.key_heading, &annex.sections_heading, &annex.statement];
    for field in &annex.fields {
        printed.push(&field.label);
        printed.extend(&field.note);
        printed.extend(field.options.iter().flatten().chain(field.columns.iter().flatten()));
    }
    printed.extend(annex.key.iter().map(|key| &key.printed));
    for section in &annex.sections {
        printed.push(&section.heading);
        printed.extend(&section.prompts);
    }
    assert!(printed.len() > 60, "{}", printed.len());
    for printed in printed {
        assert!(text.contains(printed.trim()), "{printed:?} is missing from\n{text}");
    }
    for filled in [
        "Sam <b> & co",
        "First line.\nSecond line.",
        "Clear about who.",
        "Reword (blue): “access to”",
        "Instead: will have",
        "3 more comments did not fit on this form.",
    ] {
        assert!(text.contains(filled), "{filled:?} is missing");
    }
}

#[test]
fn boxes_are_ticked_where_something_is_chosen() {
    let text = part(&form(FORM), "word/document.xml");
    let document = Document::parse(&text).expect("XML");
    let mut ticked = Vec::new();
    for control in all(&document, "sdt") {
        let is_ticked = attribute(all_in(control, "checked"), "val") == Some("1");
        assert_eq!(all_in(control, "t").text(), Some(if is_ticked { "☒" } else { "☐" }));
        if is_ticked {
            ticked.push(attribute(all_in(control, "alias"), "val").expect("a name"));
        }
    }
    // By hand: a draft, 2 of 4, one need in each of two columns, and the one comment that is kept.
    let expected = [
        ": Draft",
        ": 2",
        ", On Synergy: 2. Cognition and Learning",
        ", On Plan: 4. Sensory and/ or Physical",
        "Reword (blue): kept",
    ];
    assert_eq!(ticked.len(), expected.len(), "{ticked:?}");
    for (ticked, expected) in ticked.iter().zip(expected) {
        assert!(ticked.ends_with(expected), "{ticked:?} is not {expected:?}");
    }
}

fn all_in<'d>(node: roxmltree::Node<'d, 'd>, name: &str) -> roxmltree::Node<'d, 'd> {
    node.descendants().find(|node| node.tag_name().name() == name).expect("an element")
}

#[test]
fn it_is_built_to_be_read_aloud() {
    let bytes = form(FORM);
    let text = part(&bytes, "word/document.xml");
    let document = Document::parse(&text).expect("XML");
    let tables = all(&document, "tbl");
    assert_eq!(tables.len(), 2);
    for table in &tables {
        assert!(table.descendants().any(|node| node.tag_name().name() == "tblCaption"));
    }
    assert_eq!(all(&document, "tblHeader").len(), 1);
    for cell in all(&document, "tc") {
        let last = cell.last_element_child().expect("content");
        assert_eq!(last.tag_name().name(), "p");
    }
    // Each style that is used is there.
    let styles = part(&bytes, "word/styles.xml");
    let used = all(&document, "pStyle")
        .into_iter()
        .chain(all(&document, "rStyle"))
        .chain(all(&document, "tblStyle"));
    for style in used {
        let style = attribute(style, "val").expect("a style");
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
    assert!(styles.contains(r#"<w:lang w:val="en-GB""#));
    let properties = part(&bytes, "docProps/core.xml");
    assert!(properties.contains("<dc:language>en-GB</dc:language>"));
    assert!(properties.contains(&format!(
        "<dc:title>{}</dc:title>",
        Framework::built_in().feedback_form().expect("the form").title
    )));
    // The rows of every table have its columns.
    for (table, columns) in tables.iter().zip([4, 2]) {
        for row in table.children().filter(|node| node.tag_name().name() == "tr") {
            let cells = row.children().filter(|node| node.tag_name().name() == "tc");
            let spans = cells.map(|cell| {
                let span = cell.descendants().find(|node| node.tag_name().name() == "gridSpan");
                span.and_then(|span| attribute(span, "val")?.parse().ok()).unwrap_or(1)
            });
            assert_eq!(spans.sum::<usize>(), columns);
        }
    }
    let plan = read_word(&bytes, &[]).expect("a document");
    let heading_rows =
        blocks(&plan).iter().filter(|block| block.kind == BlockKind::HeadingRow).count();
    let rows = blocks(&plan).len();
    assert!(heading_rows <= 1 && rows > 30, "{heading_rows} of {rows}");
}

#[test]
fn an_empty_form_and_one_with_every_character() {
    let empty = form(r#"{"framework": "shropshire-2023", "sections": []}"#);
    let names: Vec<String> = entries(&empty).into_iter().map(|entry| entry.name).collect();
    assert_eq!(names[0], "[Content_Types].xml");
    let text = part(&empty, "word/document.xml");
    assert!(
        !Document::parse(&text)
            .expect("XML")
            .descendants()
            .any(|node| attribute(node, "val") == Some("Kept"))
    );
    let strange: String =
        ('\u{0}'..'\u{250}').chain(['\u{FFFE}', '\u{2028}', '\u{1F600}']).collect();
    let strange = serde_json::to_string(&strange).expect("JSON");
    let bytes =
        form(&format!(r#"{{"framework": "shropshire-2023", "name": {strange}, "sections": []}}"#));
    Document::parse(&part(&bytes, "word/document.xml")).expect("XML");
}
