//! Plain text, Markdown and HTML: the same blocks as from Word.

use ehcp_qa_core::law::PlanSection;
use ehcp_qa_core::plan::{BlockKind, PlanDocument, read_html, read_markdown, read_text};

/// The kinds, numbers and texts of the blocks of a section.
fn blocks(plan: &PlanDocument, section: PlanSection) -> Vec<(BlockKind, &str, &str)> {
    let blocks = plan.blocks(section);
    blocks
        .map(|block| (block.kind, block.number.as_deref().unwrap_or(""), block.text.as_str()))
        .collect()
}

#[test]
fn plain_text() {
    let text = "Plan\r\nSection A: Views\r\nI like\u{A0}trains.\r\n\r\nThese help:\r\n- time\r\n2. quiet\r\n\
                Section F\r\nWhat\tHow often\r\nReading\tDaily\r\nSection G: Health provision\r\nNone.";
    let plan = read_text(text, &[]).expect("a plan");
    assert_eq!(
        blocks(&plan, PlanSection::A),
        [
            (BlockKind::Statement, "", "I like trains."),
            (BlockKind::Statement, "", "These help:"),
            (BlockKind::ListItem, "-", "time"),
            (BlockKind::ListItem, "2.", "quiet"),
        ]
    );
    assert_eq!(plan.text(PlanSection::F), "What\tHow often\nReading\tDaily");
    assert_eq!(plan.text(PlanSection::G), "None.");
    // The line is the paragraph, and the places are those of the text behind the mark.
    let item = plan.blocks(PlanSection::A).nth(2).expect("an item");
    assert_eq!(item.runs[0].paragraph, 5);
}

#[test]
fn markdown() {
    let text = "# Section A: Views\n\nI like **trains**.\n\n## Friends\n> “Sam is kind.”\n\n* one\n1. two\n\n\
                # Section F: Provision\n\n| What | How often |\n|---|---|\n| Reading | Daily |\n";
    let plan = read_markdown(text, &[]).expect("a plan");
    assert_eq!(
        blocks(&plan, PlanSection::A),
        [
            (BlockKind::Statement, "", "I like trains."),
            (BlockKind::Heading, "", "Friends"),
            (BlockKind::Quotation, "", "“Sam is kind.”"),
            (BlockKind::ListItem, "•", "one"),
            (BlockKind::ListItem, "1.", "two"),
        ]
    );
    assert_eq!(
        blocks(&plan, PlanSection::F),
        [(BlockKind::HeadingRow, "", "What\tHow often"), (BlockKind::Row, "", "Reading\tDaily")]
    );
}

#[test]
fn html_of_a_page() {
    let html = "<h1>Section A: Views</h1><p>I  like\n<b>trains</b>&nbsp;&amp; <em>dogs</em>.<p>Second<br>line\
                <ul><li>one<li>two<ol start=3><li>three</ol></ul><blockquote>Kind.</blockquote>\
                <h2>Section F</h2><table><thead><tr><th>Outcome<th>Provision</thead>\
                <tr><td rowspan=2>Reads</td><td>A programme</td></tr><tr><td>A laptop</td></tr></table>after";
    let plan = read_html(html, &[]).expect("a plan");
    assert_eq!(
        blocks(&plan, PlanSection::A),
        [
            (BlockKind::Statement, "", "I like trains & dogs."),
            (BlockKind::Statement, "", "Second\nline"),
            (BlockKind::ListItem, "•", "one"),
            (BlockKind::ListItem, "•", "two"),
            (BlockKind::ListItem, "3.", "three"),
            (BlockKind::Quotation, "", "Kind."),
        ]
    );
    assert_eq!(
        plan.text(PlanSection::F),
        "Outcome\tProvision\nReads\tA programme\nA laptop\nafter"
    );
    let kinds: Vec<_> = plan.blocks(PlanSection::F).map(|block| block.kind).collect();
    assert_eq!(kinds[0], BlockKind::HeadingRow);
    let last = plan.blocks(PlanSection::F).nth(2).and_then(|block| block.cells.as_ref()?.first());
    assert_eq!(last.map(|cell| cell.column), Some(1));
}

#[test]
fn html_as_word_puts_it_on_the_clipboard() {
    let html = r#"<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {color: red}</style></head>
        <body lang=EN-GB><!--StartFragment--><table class=MsoTableGrid><tr><td width=601 style='background:#1F3864'>
        <p class=MsoNormal><b><span style='color:white'>SECTION B – Special educational needs<o:p></o:p></span></b></p>
        </td></tr></table><p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
        <![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
        </span></span><![endif]>Reading is hard.<o:p></o:p></p>
        <p class=MsoNormal><s>Old.</s><del>Gone.</del><ins>New.</ins><span style='display:none'>Hidden</span></p>
        <!--EndFragment--></body></html>"#;
    let plan = read_html(html, &[]).expect("a plan");
    assert_eq!(
        blocks(&plan, PlanSection::B),
        [(BlockKind::ListItem, "•", "Reading is hard."), (BlockKind::Statement, "", "New.")]
    );
    assert_eq!(plan.text_with_struck(PlanSection::B), "Reading is hard.\nOld.New.");
    assert!(plan.furniture.is_empty());
}
