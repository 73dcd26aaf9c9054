//! What Word can write, a feature at a time, and what is read of it.

use ehcp_qa_core::law::PlanSection;
use ehcp_qa_core::plan::{BlockKind, ColumnMeaning, PlanDocument, read_word};

use crate::files::{bold, cell, p, row, run, styled, table, table_of, word, word_with};

/// A plan with a body in Section A.
fn plan_with(body: &str, parts: &[(&str, &str)]) -> PlanDocument {
    let body = styled("H1", "Section A: Views") + body;
    read_word(&word_with(&body, parts), &[]).expect("a plan")
}

#[track_caller]
fn check(body: &str, expected: &str) {
    assert_eq!(plan_with(body, &[]).text(PlanSection::A), expected);
}

/// The kinds and texts of the blocks of Section A.
fn blocks(plan: &PlanDocument) -> Vec<(BlockKind, &str)> {
    plan.blocks(PlanSection::A).map(|block| (block.kind, block.text.as_str())).collect()
}

#[test]
fn characters_that_are_printed_as_others() {
    check(
        "<w:p><w:r><w:t>a\u{A0}b</w:t><w:softHyphen/><w:t>c\u{AD}d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:tab/>\
         <w:t>f</w:t><w:br/><w:t>g</w:t><w:br w:type=\"page\"/><w:t>h&amp;i &#x2019;</w:t></w:r></w:p>",
        "a bcd-e\tf\ngh&i ’",
    );
    check(
        r#"<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>"#,
        "☑•",
    );
    check("<w:p><m:oMath><m:r><m:t>3/4</m:t></m:r></m:oMath></w:p>", "3/4");
}

#[test]
fn changes_that_are_tracked() {
    let body = [
        "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins>",
        &run("", "new"),
        "</w:ins><w:moveFrom>",
        &run("", "there"),
        "</w:moveFrom><w:moveTo>",
        &run("", " here"),
        "</w:moveTo></w:p>",
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        &run("", "One, "),
        "</w:p>",
        &p("two."),
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>row</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    ];
    check(&body.concat(), "new here\nOne, two.");
    // The mark of a style that was changed says nothing of the text.
    check(
        "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r></w:p>",
        "x",
    );
}

#[test]
fn what_is_struck_is_kept_apart() {
    let plan =
        plan_with(&format!("<w:p>{}{}</w:p>", run("<w:strike/>", "Old. "), run("", "New.")), &[]);
    assert_eq!(plan.text(PlanSection::A), "New.");
    assert_eq!(plan.text_with_struck(PlanSection::A), "Old. New.");
    check(&format!("<w:p>{}</w:p>", run(r#"<w:strike w:val="false"/>"#, "Kept.")), "Kept.");
    check(&format!("<w:p>{}</w:p>", run("<w:dstrike/>", "Twice.")), "");
    check(&format!("<w:p>{}{}</w:p>", run("<w:vanish/>", "Hidden."), run("", "Seen.")), "Seen.");
}

#[test]
fn fields_keep_their_results() {
    check(
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>
        <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>inner</w:t></w:r>
        <w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
        <w:r><w:t>result</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
        "result",
    );
    check(
        r#"<w:p><w:fldSimple w:instr="AUTHOR"><w:r><w:t>Sam</w:t></w:r></w:fldSimple></w:p>"#,
        "Sam",
    );
}

#[test]
fn a_text_box_is_read_once() {
    let content = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{}</wps:txbx></w:drawing>\
         </mc:Choice><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>\
         </w:r><w:r><w:t>Around.</w:t></w:r></w:p>{}",
        content("In the box."),
        content("In the box."),
        p("After."),
    );
    let plan = plan_with(&body, &[]);
    assert_eq!(plan.text(PlanSection::A), "Around.\nIn the box.\nAfter.");
    // The paragraph of the fallback counts: 0 is the heading, 1 is around the boxes, 2 and 3 are in them.
    let paragraphs: Vec<u32> =
        plan.blocks(PlanSection::A).map(|block| block.runs[0].paragraph).collect();
    assert_eq!(paragraphs, [1, 2, 4]);
    check(
        &format!(
            "<w:p><w:r><w:pict><v:textbox>{}</v:textbox></w:pict></w:r></w:p>",
            content("Old.")
        ),
        "Old.",
    );
}

#[test]
fn content_controls_at_every_level() {
    let control = |content: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )
    };
    let inline = format!("<w:p>{}{}</w:p>", run("", "a "), control(&run("", "b")));
    let cells = control(&cell("", &p("1"))) + &cell("", &control(&p("2")));
    let rows = control(&row(&[cells]));
    check(&(control(&p("Block.")) + &inline + &table(&[rows])), "Block.\na b\n1\t2");
}

#[test]
fn tables_with_merged_cells() {
    let merged = |text: &str, restarts: bool| {
        let value = if restarts { r#" w:val="restart""# } else { "" };
        cell(&format!("<w:vMerge{value}/>"), &p(text))
    };
    let rows = [
        row(&[cell(r#"<w:gridSpan w:val="3"/>"#, &bold("All of it"))]),
        row(&[merged("down", true), cell("", &p("a")), cell("", &p("b"))]),
        row(&[merged("", false), cell("", &(p("c") + &p("") + &p("d"))), cell("", &p(""))]),
        row(&[cell("", &p("")), cell("", &p(""))]),
        row(&[cell("", &p("e")), cell("", &table_of(&[&["f", "g"]]))]),
    ];
    let plan = plan_with(&table(&rows), &[]);
    assert_eq!(plan.text(PlanSection::A), "All of it\ndown\ta\tb\nc\nd\t\ne\tf\tg");
    let cells: Vec<Vec<u32>> = plan
        .blocks(PlanSection::A)
        .filter_map(|block| Some(block.cells.as_ref()?.iter().map(|cell| cell.column).collect()))
        .collect();
    assert_eq!(cells, [vec![0, 1, 2], vec![1, 2], vec![0, 1]]);
}

#[test]
fn cells_know_what_their_columns_have() {
    let plan = plan_with(
        &table_of(&[
            &["Outcome", "What support will be given", "By whom", "How often", "Review"],
            &["Reads", "A programme", "A teacher", "Daily", "July"],
        ]),
        &[],
    );
    let blocks: Vec<_> = plan.blocks(PlanSection::A).collect();
    assert_eq!([blocks[0].kind, blocks[1].kind], [BlockKind::HeadingRow, BlockKind::Row]);
    assert_eq!(blocks[0].row, Some(0));
    let cells = blocks[1].cells.as_ref().expect("cells");
    let meanings: Vec<_> = cells.iter().map(|cell| cell.meaning).collect();
    assert_eq!(
        meanings,
        [
            Some(ColumnMeaning::Outcome),
            Some(ColumnMeaning::Provision),
            Some(ColumnMeaning::Who),
            Some(ColumnMeaning::HowOften),
            Some(ColumnMeaning::Review),
        ]
    );
    assert_eq!((cells[2].at.0, cells[2].length.0), (18, 9));
    assert_eq!(cells[2].heading.as_deref(), Some("By whom"));
    // A card has its labels at the left.
    let card = table(&[
        row(&[cell("", &bold("Outcome 1")), cell("", &p("Reads alone."))]),
        row(&[cell("", &bold("To be achieved by")), cell("", &p("July"))]),
    ]);
    let plan = plan_with(&card, &[]);
    let meanings: Vec<_> = plan
        .blocks(PlanSection::A)
        .filter_map(|block| block.cells.as_ref()?.get(1)?.meaning)
        .collect();
    assert_eq!(meanings, [ColumnMeaning::Outcome, ColumnMeaning::Date]);
}

#[test]
fn lists_have_the_numbers_that_word_prints() {
    let level = |level: u8, format: &str, text: &str| {
        format!(
            r#"<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>"#
        )
    };
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{}{}{}</w:abstractNum>
        <w:abstractNum w:abstractNumId="1">{}</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>
        </w:lvlOverride></w:num>"#,
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "%1%2)"),
        level(2, "lowerRoman", "(%3)"),
        level(0, "bullet", "\u{F0B7}"),
    );
    let item = |list: u8, level: u8, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}</w:p>"#,
            run("", text)
        )
    };
    let body = [
        p("What helps:"),
        item(1, 0, "one"),
        item(1, 1, "two"),
        item(1, 1, "three"),
        item(1, 2, "four"),
        item(1, 0, "five"),
        item(1, 1, "six"),
        item(2, 0, "seven"),
        item(3, 0, "eight"),
        item(3, 0, "nine"),
        item(0, 0, "no list"),
    ];
    let plan = plan_with(&body.concat(), &[("numbering", &numbering)]);
    let numbers: Vec<_> =
        plan.blocks(PlanSection::A).map(|block| block.number.as_deref()).collect();
    let expected = ["1.", "1a)", "1b)", "(i)", "2.", "2a)", "•", "7.", "8."].map(Some);
    assert_eq!(numbers[1..10], expected);
    assert_eq!((numbers[0], numbers[10]), (None, None));
    let items: Vec<_> =
        plan.blocks(PlanSection::A).filter(|block| block.kind == BlockKind::ListItem).collect();
    assert_eq!(items.len(), 9);
    assert!(items.iter().all(|item| item.lead_in.as_deref() == Some("What helps:")));
}

#[test]
fn headings_and_quotations_are_told_from_statements() {
    let body = [
        styled("H2", "My friends"),
        bold("What helps"),
        bold("This is a sentence in bold type."),
        p("“I like trains.”"),
        styled("Q", "Trains are good."),
        p("Sam says “trains” a lot."),
    ];
    let plan = plan_with(&body.concat(), &[]);
    assert_eq!(
        blocks(&plan),
        [
            (BlockKind::Heading, "My friends"),
            (BlockKind::Heading, "What helps"),
            (BlockKind::Statement, "This is a sentence in bold type."),
            (BlockKind::Quotation, "“I like trains.”"),
            (BlockKind::Quotation, "Trains are good."),
            (BlockKind::Statement, "Sam says “trains” a lot."),
        ]
    );
}

#[test]
fn what_stands_around_the_text_is_furniture() {
    let note = r#"<w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>"#;
    let parts = [
        ("header", "<w:p><w:r><w:t>A council</w:t></w:r></w:p>"),
        ("footer", "<w:p><w:r><w:t>Page 1</w:t></w:r></w:p>"),
        ("footnotes", note),
    ];
    let plan = plan_with(&p("Text."), &parts);
    assert_eq!(plan.text(PlanSection::A), "Text.");
    let furniture: Vec<_> = plan.furniture.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(furniture, ["A council", "Page 1", "A note."]);
    assert_eq!(plan.files.len(), 4);
    assert_eq!(plan.files[plan.furniture[2].runs[0].file as usize], "word/more-footnotes.xml");
}

#[test]
fn comments_are_kept_apart() {
    let comments = r#"<w:comment w:id="4" w:author="Ms Okafor"><w:p><w:r><w:t>Which one?</w:t></w:r></w:p></w:comment>"#;
    let body = format!(
        r#"<w:p>{}<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/>
        </w:r></w:p>"#,
        run("", "Reads "),
        run("", "a book.")
    );
    let plan = plan_with(&body, &[("comments", comments)]);
    assert_eq!(plan.text(PlanSection::A), "Reads a book.");
    let comment = &plan.comments[0];
    assert_eq!((comment.author.as_str(), comment.text.as_str()), ("Ms Okafor", "Which one?"));
    let place = comment.place.as_ref().expect("a place");
    assert_eq!((place.paragraph, place.run), (1, 1));
}

#[test]
fn every_run_is_found_again() {
    // The empty run counts, the space at the beginning is not in the text, and 😀 takes two units of UTF-16.
    let body = format!(
        "<w:p><w:r/>{}{}{}</w:p>",
        run("", "  \u{1F600} one "),
        run("<w:strike/>", "struck "),
        run("<w:b/>", "two")
    );
    let plan = plan_with(&body, &[]);
    let block = plan.blocks(PlanSection::A).next().expect("a block");
    assert_eq!(block.text, "\u{1F600} one two");
    let runs: Vec<_> =
        block.runs.iter().map(|run| (run.at.0, run.paragraph, run.run, run.offset.0)).collect();
    assert_eq!(runs, [(0, 1, 1, 2), (7, 1, 3, 0)]);
}

#[test]
fn other_prefixes_and_the_strict_vocabulary() {
    let document = r#"<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body>
        <x:p><x:r><x:t>Section A</x:t></x:r></x:p><x:p><x:r><x:t>Text.</x:t></x:r></x:p></x:body></x:document>"#;
    let bytes = crate::files::package(&[("word/document.xml", document.as_bytes())]);
    assert_eq!(read_word(&bytes, &[]).expect("a plan").text(PlanSection::A), "Text.");
    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(document.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let bytes = crate::files::package(&[("word/document.xml", &utf16)]);
    assert_eq!(read_word(&bytes, &[]).expect("a plan").text(PlanSection::A), "Text.");
}

#[test]
fn the_same_bytes_have_the_same_document() {
    let bytes = word(&(styled("H1", "Section A: Views") + &p("Text.")));
    assert_eq!(read_word(&bytes, &[]), read_word(&bytes, &[]));
}
