//! Comments at each kind of place that a Word file has, in files made by hand: the XML that is written.

use ehcp_qa_core::plan::{NewComment, PlanProblem, RunPlace, Utf16Place, comment_word, read_word};
use ehcp_qa_core::{Bounded, FreeText};

use crate::comments::{blocks, on};
use crate::files::{NAMESPACES, p, package, relations, run, word, word_with};
use crate::package::{entries, part};

/// A comment on the words between two texts of a file: where the first begins, and where the second ends.
fn comment(bytes: &[u8], first: &str, last: &str) -> NewComment {
    let plan = read_word(bytes, &[]).expect("a plan");
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).expect("a short text");
    let find = |wanted: &str| {
        let blocks = blocks(&plan);
        let block = blocks.iter().find(|block| block.text.contains(wanted)).expect("the text");
        let start = units(&block.text[..block.text.find(wanted).expect("the text")]);
        on(block, start, start + units(wanted), "Why?").expect("a place")
    };
    NewComment { to: find(last).to, ..find(first) }
}

/// The body of a document with comments on some stretches; `{1` and `1}` stand for the marks of the first.
fn body(bytes: &[u8], stretches: &[(&str, &str)]) -> String {
    let comments: Vec<NewComment> =
        stretches.iter().map(|(first, last)| comment(bytes, first, last)).collect();
    let commented = comment_word(bytes, &comments, "").expect("comments");
    read_word(&commented, &[]).expect("a plan");
    let mut text = part(&commented, "word/document.xml");
    for number in 0..stretches.len() {
        let start = format!("<w:commentRangeStart w:id=\"{number}\"></w:commentRangeStart>");
        let end = format!(
            "<w:commentRangeEnd w:id=\"{number}\"></w:commentRangeEnd><w:r><w:commentReference w:id=\"{number}\">\
             </w:commentReference></w:r>"
        );
        text = text.replace(&start, &format!("{{{}", number + 1));
        text = text.replace(&end, &format!("{}}}", number + 1));
    }
    let (_, text) = text.split_once("<w:body>").expect("a body");
    text.split_once("</w:body>").expect("its end").0.to_owned()
}

#[track_caller]
fn check(content: &str, stretches: &[(&str, &str)], expected: &str) {
    assert_eq!(body(&word(content), stretches), expected);
}

/// A run without properties.
fn r(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

/// A run that was parted.
fn kept(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

#[test]
fn a_run_is_parted_and_keeps_its_properties() {
    check(
        r#"<w:p><w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>one two three</w:t></w:r></w:p>"#,
        &[("two", "two")],
        concat!(
            r#"<w:p><w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">one </w:t></w:r>{1"#,
            r#"<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">two</w:t></w:r>1}"#,
            r#"<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> three</w:t></w:r></w:p>"#
        ),
    );
}

#[test]
fn whole_runs_are_not_parted() {
    let content = format!("<w:p>{}{}{}</w:p>", r("one "), r("two"), r(" three"));
    check(
        &content,
        &[("two", "two")],
        &format!("<w:p>{}{{1{}1}}{}</w:p>", r("one "), r("two"), r(" three")),
    );
    // Across runs and paragraphs.
    check(
        &format!("<w:p>{}{}</w:p>{}", r("one"), r(" two"), p("three")),
        &[("one", "three")],
        &format!("<w:p>{{1{}{}</w:p><w:p>{}1}}</w:p>", r("one"), r(" two"), run("", "three")),
    );
}

#[test]
fn elements_within_a_run_stay_whole() {
    check(
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
        &[("b", "b")],
        "<w:p><w:r><w:t>a</w:t><w:tab/></w:r>{1<w:r><w:t>b</w:t></w:r>1}<w:r><w:br/><w:t>c</w:t></w:r></w:p>",
    );
    // A character reference is one character, and one that is not read is none.
    check(
        "<w:p><w:r><w:t>R&amp;D so\u{AD}ft &#x1F600; end</w:t></w:r></w:p>",
        &[("D", "D"), ("soft", "soft"), ("end", "end")],
        &format!(
            "<w:p>{}{{1{}1}}{}{{2{}2}}{}{{3{}3}}</w:p>",
            kept("R&amp;"),
            kept("D"),
            kept(" "),
            kept("so\u{AD}ft"),
            kept(" &#x1F600; "),
            kept("end")
        ),
    );
}

#[test]
fn stretches_that_meet_and_that_overlap() {
    check(
        &format!("<w:p>{}</w:p>", r("one two three")),
        &[("one ", "one "), ("two", "two"), ("one two", "one two"), ("two three", "two three")],
        &format!(
            "<w:p>{{1{{3{}1}}{{2{{4{}2}}3}}{}4}}</w:p>",
            kept("one "),
            kept("two"),
            kept(" three")
        ),
    );
}

#[test]
fn inside_changes_links_controls_and_fields() {
    let control = |properties: &str, content: &str| {
        format!(
            "<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )
    };
    for (open, close) in [
        (r#"<w:ins w:id="4" w:author="A">"#, "</w:ins>"),
        ("<w:hyperlink>", "</w:hyperlink>"),
        ("<w:smartTag>", "</w:smartTag>"),
        (r#"<w:fldSimple w:instr="AUTHOR">"#, "</w:fldSimple>"),
        (r#"<w:sdt><w:sdtPr><w:id w:val="3"/></w:sdtPr><w:sdtContent>"#, "</w:sdtContent></w:sdt>"),
    ] {
        check(
            &format!("<w:p>{open}{}{close}</w:p>", r("one two")),
            &[("two", "two")],
            &format!("<w:p>{open}{}{{1{}1}}{close}</w:p>", kept("one "), kept("two")),
        );
    }
    // A control of plain text, a date or a list takes no marks, and none stand in it.
    for kind in ["<w:text/>", "<w:date/>", "<w:dropDownList/>", "<w:dataBinding/>"] {
        let control = control(kind, &r("one two"));
        check(
            &format!("<w:p>{}{control}</w:p>", r("zero ")),
            &[("two", "two")],
            &format!("<w:p>{}{{1{control}1}}</w:p>", r("zero ")),
        );
    }
    // In a control around paragraphs they stand in the paragraph.
    let around = |content: &str| control("<w:text/>", content);
    check(
        &around(&format!("<w:p>{}</w:p>", r("one two"))),
        &[("two", "two")],
        &around(&format!("<w:p>{}{{1{}1}}</w:p>", kept("one "), kept("two"))),
    );
}

#[test]
fn formulas_and_boxes_are_commented_around() {
    let formula = "<m:oMathPara><m:oMath><m:r><m:t>3/4</m:t></m:r></m:oMath></m:oMathPara>";
    check(
        &format!("<w:p>{}{formula}</w:p>", r("x ")),
        &[("3", "3")],
        &format!("<w:p>{}{{1{formula}1}}</w:p>", r("x ")),
    );
    let content = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let drawing = format!(
        "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>",
        content("In the box.")
    );
    let bytes = word(&format!("<w:p><w:r><w:t>a</w:t>{drawing}<w:t>b</w:t></w:r></w:p>"));
    assert_eq!(
        body(&bytes, &[("box", "box")]),
        format!(
            "<w:p><w:r><w:t>a</w:t></w:r>{{1<w:r>{drawing}</w:r>1}}<w:r><w:t>b</w:t></w:r></w:p>"
        )
    );
    let commented = comment_word(&bytes, &[comment(&bytes, "box", "box")], "").expect("comments");
    let plan = read_word(&commented, &[]).expect("a plan");
    assert_eq!(plan.comments[0].text, "About “box”.\nWhy?");
    // Runs in a choice between runs, and the reading above a text.
    let choice = format!(
        "<mc:AlternateContent><mc:Choice Requires=\"x\">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        r("one two"),
        r("three")
    );
    check(
        &format!("<w:p>{choice}</w:p>"),
        &[("two", "two")],
        &format!("<w:p>{{1{choice}1}}</w:p>"),
    );
    let ruby = format!(
        "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
        r("a"),
        r("b c")
    );
    check(&format!("<w:p>{ruby}</w:p>"), &[("c", "c")], &format!("<w:p>{{1{ruby}1}}</w:p>"));
}

#[test]
fn paragraphs_of_a_choice_are_left_alone() {
    let choice = |text: &str| {
        format!(
            "<mc:AlternateContent><mc:Choice Requires=\"x\">{}</mc:Choice></mc:AlternateContent>",
            p(text)
        )
    };
    let content = choice("one two") + &format!("<w:p>{}</w:p>", r("three"));
    check(
        &content,
        &[("two", "two")],
        &(choice("one two") + &format!("<w:p>{{1{}1}}</w:p>", r("three"))),
    );
}

#[test]
fn headers_and_footers_are_commented_at_the_first_words() {
    let bytes = word_with(&p("Text."), &[("header", &p("Plan of Sam")), ("footer", &p("Page 1"))]);
    assert_eq!(
        body(&bytes, &[("Sam", "Sam"), ("Page", "Page")]),
        format!("<w:p>{{1{{2{}1}}2}}</w:p>", run("", "Text."))
    );
    let comments = [comment(&bytes, "Sam", "Sam"), comment(&bytes, "Page", "Page")];
    let commented = comment_word(&bytes, &comments, "").expect("comments");
    let plan = read_word(&commented, &[]).expect("a plan");
    let texts: Vec<&str> = plan.comments.iter().map(|comment| comment.text.as_str()).collect();
    assert_eq!(texts, ["About “Sam” in a header.\nWhy?", "About “Page” in a footer.\nWhy?"]);
}

#[test]
fn a_document_with_another_prefix_or_none() {
    let address = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let relations = relations(&[("officeDocument", "word/document.xml")]);
    for (open, close, run) in [("", "", "r"), ("x:", "x:", "x:r")] {
        let declared = if open.is_empty() { "xmlns".to_owned() } else { "xmlns:x".to_owned() };
        let document = format!(
            "<{open}document {declared}=\"{address}\"><{open}body><{open}p><{run}><{open}t>one two</{open}t></{run}></{open}p>\
             </{open}body></{close}document>"
        );
        let bytes = package(&[
            ("word/document.xml", document.as_bytes()),
            ("_rels/.rels", relations.as_bytes()),
        ]);
        let commented =
            comment_word(&bytes, &[comment(&bytes, "two", "two")], "").expect("comments");
        let text = part(&commented, "word/document.xml");
        assert!(text.contains(&format!(
            "</{run}><w:commentRangeStart xmlns:w=\"{address}\" w:id=\"0\"></w:commentRangeStart><{run}><{open}t "
        )), "{text}");
        let read = roxmltree::Document::parse(&text).expect("XML");
        assert_eq!(crate::package::stretch(&read, "0"), "two");
        assert_eq!(read_word(&commented, &[]).expect("a plan").comments[0].text, "Why?");
    }
}

#[test]
fn what_a_package_lists() {
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    let document = format!("<w:document {NAMESPACES}><w:body>{}</w:body></w:document>", p("one"));
    let root = relations(&[("officeDocument", "word/document.xml")]);
    let parts = [
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/comments.xml", b"<other/>"),
    ];
    let bytes = package(&parts);
    let commented = comment_word(&bytes, &[comment(&bytes, "one", "one")], "").expect("comments");
    let names: Vec<String> = entries(&commented).into_iter().map(|entry| entry.name).collect();
    assert_eq!(
        names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/comments.xml",
            "word/_rels/document.xml.rels",
            "word/comments2.xml"
        ]
    );
    // A part of that name, which is no part of comments, is not touched.
    assert_eq!(part(&commented, "word/comments.xml"), "<other/>");
    assert!(part(&commented, "[Content_Types].xml").ends_with(concat!(
        r#"<Override PartName="/word/comments2.xml" ContentType="application/vnd.openxmlformats-officedocument"#,
        r#".wordprocessingml.comments+xml"/></Types>"#
    )));
    assert!(part(&commented, "word/_rels/document.xml.rels").ends_with(concat!(
        r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" "#,
        r#"Target="comments2.xml"/></Relationships>"#
    )));
}

#[test]
fn what_a_comment_says() {
    let bytes = word_with(&p("one two"), &[("comments", "")]);
    let mut first = comment(&bytes, "one", "one");
    first.paragraphs =
        Bounded(vec![FreeText("A < B & \u{1}\tC\nD".to_owned()), FreeText(String::new())]);
    let mut second = comment(&bytes, "two", "two");
    second.author = Some(FreeText("Jo “J” O'Neil".to_owned()));
    second.paragraphs = Bounded(Vec::new());
    let commented = comment_word(&bytes, &[first, second], "Case team").expect("comments");
    let text = part(&commented, "word/more-comments.xml");
    let (_, text) = text.split_once("><").expect("content");
    assert_eq!(
        text,
        concat!(
            r#"w:comment w:id="0" w:author="Case team" w:initials="CT"><w:p><w:r><w:annotationRef></w:annotationRef></w:r>"#,
            r#"<w:r><w:t xml:space="preserve">A &lt; B &amp; "#,
            "\u{FFFD}",
            r#"</w:t><w:tab></w:tab><w:t xml:space="preserve">C</w:t><w:br></w:br><w:t xml:space="preserve">D</w:t></w:r>"#,
            r#"</w:p><w:p></w:p></w:comment>"#,
            r#"<w:comment w:id="1" w:author="Jo “J” O'Neil" w:initials="J“O"><w:p><w:r><w:annotationRef></w:annotationRef></w:r>"#,
            r#"</w:p></w:comment></w:comments>"#
        )
    );
}

#[test]
fn places_that_are_not_there() {
    let bytes = word(&(p("one two") + &p("three")));
    let good = comment(&bytes, "two", "two");
    let refused = |change: fn(&mut NewComment)| {
        let mut bad = good.clone();
        change(&mut bad);
        comment_word(&bytes, &[good.clone(), bad], "").err()
    };
    let problem = Some(PlanProblem::NoSuchPlace { comment: 2 });
    assert_eq!(refused(|_| {}), None);
    assert_eq!(refused(|comment| comment.from.paragraph = 7), problem);
    assert_eq!(refused(|comment| comment.from.run = 1), problem);
    assert_eq!(refused(|comment| comment.to.file = 1), problem);
    assert_eq!(refused(|comment| comment.to.file = u32::MAX), problem);
    assert_eq!(refused(|comment| comment.to.offset = Utf16Place(8)), problem);
    assert_eq!(refused(|comment| comment.from.offset = Utf16Place(u32::MAX)), problem);
    // The end stands before the start.
    assert_eq!(refused(|comment| comment.to.offset = Utf16Place(1)), problem);
    // An empty stretch is a place.
    assert_eq!(refused(|comment| comment.to = comment.from.clone()), None);
    assert_eq!(
        problem.map(|problem| problem.to_string()).as_deref(),
        Some(
            "Comment 2 is about words that this file does not have. Read the file again, and make the comments anew."
        )
    );
    // Half of a character is no place.
    let bytes = word(&p("\u{1F600}"));
    let at = |offset| RunPlace {
        at: Utf16Place(0),
        file: 0,
        paragraph: 0,
        run: 0,
        offset: Utf16Place(offset),
    };
    let half = NewComment { from: at(0), to: at(1), paragraphs: Bounded(Vec::new()), author: None };
    assert_eq!(
        comment_word(&bytes, &[half], "").err(),
        Some(PlanProblem::NoSuchPlace { comment: 1 })
    );
    assert_eq!(comment_word(&bytes, &[], "").expect("the same file"), bytes);
}
