//! Files that are no plan: each gets one sentence, and none a panic.

use std::io::{Cursor, Read as _};
use std::path::Path;

use ehcp_qa_core::plan::{
    MOST_FILE_BYTES, PlanProblem, read_html, read_markdown, read_text, read_word,
};
use proptest::prelude::*;
use zip::ZipArchive;

use crate::files::{NAMESPACES, p, package, relations, word, word_with};

#[track_caller]
fn check(bytes: &[u8], problem: PlanProblem) {
    assert_eq!(read_word(bytes, &[]).err(), Some(problem));
}

/// A package whose document is some bytes.
fn with_document(document: &[u8]) -> Vec<u8> {
    let relations = relations(&[("officeDocument", "word/document.xml")]);
    package(&[("word/document.xml", document), ("_rels/.rels", relations.as_bytes())])
}

/// An OLE container with a stream of a name.
fn ole(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(1024, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

/// The parts of a plan.
fn parts(name: &str) -> Vec<(String, Vec<u8>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans").join(name);
    let bytes = std::fs::read(path).expect("a plan");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let wanted = ["_rels/.rels", "word/"];
    let mut parts = Vec::new();
    for number in 0..archive.len() {
        let mut file = archive.by_index(number).expect("a part");
        let name = file.name().expect("a name").into_owned();
        // What is not read would only be packed again.
        if wanted.iter().any(|wanted| name.starts_with(wanted)) && !name.contains("Effects") {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("its bytes");
            parts.push((name, bytes));
        }
    }
    parts
}

#[test]
fn each_kind_of_file_has_its_sentence() {
    check(b"", PlanProblem::NotWord);
    check(b"Section A: Views", PlanProblem::NotWord);
    check(b"\x89PNG\r\n\x1a\n", PlanProblem::NotWord);
    check(b"%PDF-1.7\n%", PlanProblem::Pdf);
    check(b"\n\n%PDF-1.4", PlanProblem::Pdf);
    check(b"{\\rtf1\\ansi Section A}", PlanProblem::Rtf);
    check(&ole("WordDocument"), PlanProblem::OldWord);
    check(&ole("EncryptedPackage"), PlanProblem::Encrypted);
    check(&vec![b'P'; MOST_FILE_BYTES + 1], PlanProblem::TooLarge);
    check(b"PK\x03\x04 and no more", PlanProblem::Damaged);
    check(
        &package(&[("mimetype", b"application/vnd.oasis.opendocument.text")]),
        PlanProblem::NotWord,
    );
    check(
        &package(&[
            ("xl/workbook.xml", b"<workbook/>"),
            ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")]).as_bytes()),
        ]),
        PlanProblem::Spreadsheet,
    );
    check(&ole("Workbook"), PlanProblem::Spreadsheet);
    check(&with_document(b"<document/>"), PlanProblem::NotWord);
    check(&with_document(b"<w:document"), PlanProblem::Damaged);
    check(&with_document(b"\xFF\xFE\x00"), PlanProblem::Damaged);
    check(&with_document(b"\xC3\x28"), PlanProblem::Damaged);
}

#[test]
fn sentences_are_plain_and_repeat_nothing() {
    let sentence = PlanProblem::OldWord.to_string();
    assert_eq!(
        sentence,
        "This is a .doc file, the format of Word before 2007. Save it as a Word document (.docx) and open that."
    );
    assert_eq!(PlanProblem::ZipBomb.code(), "zip_bomb");
}

#[test]
fn a_small_file_that_unpacks_to_a_large_one() {
    let bomb = with_document(&vec![b' '; 201_000_000]);
    assert!(bomb.len() < 1_000_000);
    check(&bomb, PlanProblem::ZipBomb);
}

#[test]
fn parts_are_counted_together() {
    let body = p("Section A");
    let large = " ".repeat(70_000_000);
    let parts = [("comments", large.as_str()), ("footnotes", &large), ("endnotes", &large)];
    check(&word_with(&body, &parts), PlanProblem::ZipBomb);
}

#[test]
fn a_hundred_thousand_paragraphs_and_no_more() {
    let body = "<w:p/>".repeat(100_000);
    assert!(read_word(&word(&body), &[]).is_ok());
    check(&word(&(body + "<w:p/>")), PlanProblem::TooManyBlocks);
    assert_eq!(read_text(&"a\n".repeat(100_001), &[]).err(), Some(PlanProblem::TooManyBlocks));
}

#[test]
fn tables_in_tables() {
    let nested = |levels: usize| {
        let open = "<w:tbl><w:tr><w:tc>".repeat(levels);
        let close = "</w:tc></w:tr></w:tbl>".repeat(levels);
        word(&format!("{open}{}{close}", p("Text.")))
    };
    assert!(read_word(&nested(60), &[]).is_ok());
    check(&nested(70), PlanProblem::TooDeep);
    check(&nested(100_000), PlanProblem::TooDeep);
    let spans = "<w:ins>".repeat(3_000);
    check(&word(&format!("<w:p>{spans}")), PlanProblem::TooDeep);
    let html = "<table><tr><td>".repeat(10_000);
    assert_eq!(read_html(&html, &[]).err(), Some(PlanProblem::TooDeep));
    assert!(read_html(&"<b>".repeat(100_000), &[]).is_ok());
    assert!(read_html(&"<b></i>".repeat(100_000), &[]).is_ok());
}

#[test]
fn entities_are_not_expanded() {
    let document = format!(
        r#"<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
        <w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"#
    );
    check(&with_document(document.as_bytes()), PlanProblem::Damaged);
}

#[test]
fn styles_and_lists_that_rest_on_themselves() {
    let numbering = r#"<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="X"/></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;
    let styles = r#"<w:style w:type="paragraph" w:styleId="X"><w:basedOn w:val="Y"/></w:style>
        <w:style w:type="paragraph" w:styleId="Y"><w:basedOn w:val="X"/></w:style>"#;
    let body = r#"<w:p><w:pPr><w:pStyle w:val="X"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
        <w:r><w:rPr><w:rStyle w:val="Y"/></w:rPr><w:t>Text.</w:t></w:r></w:p>"#;
    let bytes = word_with(body, &[("numbering", numbering), ("styles", styles)]);
    assert_eq!(read_word(&bytes, &[]).expect("a plan").furniture[0].text, "Text.");
}

#[test]
fn a_file_cut_anywhere() {
    let bytes = word(&p("Section A"));
    for length in 0..bytes.len() {
        assert!(read_word(&bytes[..length], &[]).is_err(), "cut at {length}");
    }
}

#[test]
fn parts_cut_at_every_kind_of_place() {
    for (place, (name, _)) in parts("04_lower_aldane_form.docx").iter().enumerate() {
        let all = parts("04_lower_aldane_form.docx");
        if !["document.xml", "numbering.xml", "comments.xml", "document.xml.rels"]
            .iter()
            .any(|part| name.ends_with(part))
        {
            continue;
        }
        let text = String::from_utf8(all[place].1.clone()).expect("UTF-8");
        // Behind a tag, in its name, in an attribute and in a text: a sample of each.
        let marks = ['<', ':', '=', '"', '>', ' '];
        for mark in marks {
            let end = text.trim_end().len();
            let places = text.match_indices(mark).map(|(at, _)| at + 1);
            let places: Vec<usize> = places.filter(|at| *at < end).collect();
            for at in places.iter().step_by(places.len() / 12 + 1) {
                let mut cut = all.clone();
                cut[place].1.truncate(*at);
                let cut: Vec<(&str, &[u8])> =
                    cut.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
                check(&package(&cut), PlanProblem::Damaged);
            }
        }
    }
}

/// Pieces of XML that make sense somewhere.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "<w:p>",
            "</w:p>",
            "<w:r>",
            "</w:r>",
            "<w:t>",
            "</w:t>",
            "<w:tbl>",
            "</w:tbl>",
            "<w:tr>",
            "</w:tr>",
            "<w:tc>",
            "</w:tc>",
            "<w:tcPr><w:gridSpan w:val=\"4294967295\"/></w:tcPr>",
            "<w:pPr>",
            "</w:pPr>",
            "<w:rPr>",
            "</w:rPr>",
            "<w:txbxContent>",
            "</w:txbxContent>",
            "<w:del>",
            "</w:del>",
            "<w:br/>",
            "<w:fldChar w:fldCharType=\"begin\"/>",
            "<w:fldChar w:fldCharType=\"end\"/>",
            "<mc:AlternateContent>",
            "</mc:AlternateContent>",
            "<mc:Fallback>",
            "</mc:Fallback>",
            "<w:vMerge/>",
            "<w:sym w:char=\"D800\"/>",
            "&#xD800;",
            "&amp;",
            "<![CDATA[x]]>",
            "<!-- -->",
            "Section F: Provision",
            "H2.",
            "<w:b/>",
            "<w:numPr><w:ilvl w:val=\"255\"/><w:numId w:val=\"1\"/></w:numPr>",
            "<w:trPr><w:gridBefore w:val=\"9\"/></w:trPr>",
        ])
        .prop_map(str::to_owned),
        "[ -~’“”\u{A0}\u{AD}]{0,12}",
    ]
}

/// Pieces of HTML.
fn tag() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "<table>",
            "</table>",
            "<tr>",
            "</tr>",
            "<td rowspan=99999 colspan='9'>",
            "</td>",
            "<th>",
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<ol start=4294967295>",
            "<li>",
            "</li>",
            "</ol>",
            "<br>",
            "<h1>",
            "</h1>",
            "<!--",
            "-->",
            "<style>",
            "</style>",
            "&nbsp;",
            "&#0;",
            "&#x110000;",
            "<span style='mso-list:Ignore'>",
            "</span>",
            "Section F: Provision",
            "<td",
            "style=\"font-size:9e9pt\">",
            "<thead>",
            "<del>",
        ])
        .prop_map(str::to_owned),
        "[ -~’“”\u{A0}\u{AD}]{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert!(read_word(&bytes, &[]).is_err());
        let mut zip = b"PK\x03\x04".to_vec();
        zip.extend(&bytes);
        prop_assert!(read_word(&zip, &[]).is_err());
        let text = String::from_utf8_lossy(&bytes);
        prop_assert!(read_text(&text, &[]).is_ok());
        prop_assert!(read_markdown(&text, &[]).is_ok());
        prop_assert!(read_html(&text, &[]).is_ok());
    }

    #[test]
    fn random_xml(pieces in prop::collection::vec(piece(), 0..60)) {
        let _ = read_word(&word(&pieces.concat()), &[]);
    }

    #[test]
    fn random_html(pieces in prop::collection::vec(tag(), 0..80)) {
        prop_assert!(read_html(&pieces.concat(), &[]).is_ok());
        prop_assert!(read_markdown(&pieces.concat(), &[]).is_ok());
    }

    #[test]
    fn random_damage(at in 0_usize..40_000, byte in any::<u8>()) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/06_marlingate_early_years.docx");
        let mut bytes = std::fs::read(path).expect("a plan");
        bytes[at] = byte;
        let _ = read_word(&bytes, &[]);
    }
}
