//! Pictures of the golden thread: their words, and that no text of a plan becomes markup.

use ehcp_qa_core::Framework;
use ehcp_qa_core::thread::{ThreadPlan, ThreadSection, mermaid, svg, thread};
use proptest::prelude::*;
use roxmltree::Document;
use serde_json::{Value, json};

const PLAN: &str = include_str!("thread-plan.json");

fn picture(plan: &str) -> String {
    let (framework, plan) = (Framework::built_in(), ThreadPlan::from_json(plan).unwrap());
    svg(&thread(&framework, &plan), "p")
}

fn flowchart(plan: &str) -> String {
    let (framework, plan) = (Framework::built_in(), ThreadPlan::from_json(plan).unwrap());
    mermaid(&thread(&framework, &plan))
}

fn one(id: &str, section: &str, text: &str) -> String {
    json!({"items": [{"id": id, "section": section, "text": text}]}).to_string()
}

fn texts(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name("text") || node.tag_name().name() == "text");
    texts.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

fn description(svg: &str) -> String {
    let document = Document::parse(svg).unwrap();
    let desc = document.descendants().find(|node| node.tag_name().name() == "desc").unwrap();
    desc.text().unwrap().to_owned()
}

/// Expects the text of an item to be shown so.
#[track_caller]
fn check_shown(text: &str, expected: &str) {
    let shown = texts(&picture(&one("x", "B", text)));
    assert!(shown.iter().any(|shown| shown == expected), "{shown:?}");
}

/// Everything in a picture is of a kind that the strictest policy allows, and can be read.
#[track_caller]
fn check_is_safe(svg: &str) {
    let document = Document::parse(svg).unwrap();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(["svg", "title", "desc", "rect", "g", "path", "text"].contains(&name), "{name}");
        for attribute in node.attributes() {
            let name = attribute.name();
            assert!(!name.starts_with("on") && name != "style" && name != "href", "{name}");
            assert!(!attribute.value().contains("url("));
        }
        if name == "text" {
            assert!(node.attribute("font-size").unwrap().parse::<u32>().unwrap() >= 12);
        }
    }
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    for id in root.attribute("aria-labelledby").unwrap().split(' ') {
        let named = document.descendants().find(|node| node.attribute("id") == Some(id));
        assert!(named.is_some_and(|node| node.text().is_some_and(|text| !text.is_empty())), "{id}");
    }
}

/// The picture is left in Cargo's folder for tests, for people to see.
#[test]
fn the_picture_of_a_plan() {
    let svg = picture(PLAN);
    std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/thread.svg"), &svg).unwrap();
    check_is_safe(&svg);
    assert_eq!(svg, picture(PLAN));
    assert_eq!(
        description(&svg),
        "Aspirations: 3 items, 2 without a break. Advice: 3 items, 3 without a break. \
         Needs: 5 items, 3 without a break. Provision: 5 items, 4 without a break. \
         Outcomes: 3 items, 2 without a break. Breaks: 6. \
         A3 has no line to any other item. B3 has no provision in Section F. \
         D1 rests on no advice. F3 has no line to any other item. E3 answers no aspiration. \
         E3 is linked to an item that is not in the plan."
    );
    let texts = texts(&svg);
    for words in [
        "Golden thread",
        "19 items, 21 lines, 6 breaks.",
        "Aspirations",
        "Sections B, C and D",
        "no provision in F",
        "no advice",
        "no aspiration",
        "link to an unknown item",
        "A1",
        "Section H1",
        "Reads single words and not yet…",
    ] {
        assert!(texts.iter().any(|text| text == words), "{words}: {texts:?}");
    }
    // Two orphans, each named once in few words, and what the cross means.
    assert_eq!(texts.iter().filter(|text| *text == "no line at all").count(), 2);
    assert_eq!(svg.matches("stroke-dasharray").count(), 6 + 1);
    assert_eq!(svg.matches("<rect").count(), 1 + 5 + 2 * 19);
}

#[test]
fn texts_are_cut_between_visible_characters() {
    check_shown("  Reads \n single\twords. ", "Reads single words.");
    let exactly = "x".repeat(32);
    check_shown(&exactly, &exactly);
    check_shown(&"x".repeat(33), &format!("{}…", "x".repeat(31)));
    // Of a letter and its mark, both are shown or neither: 30 letters, then e and an accent.
    let letters = "x".repeat(30);
    check_shown(&format!("{letters}e\u{301}yz"), &format!("{letters}…"));
    let letters = "x".repeat(29);
    check_shown(&format!("{letters}e\u{301}yz"), &format!("{letters}e\u{301}…"));
    // A family joined of three, a skin tone, and the two halves of a flag.
    check_shown(&format!("{letters}👩\u{200D}👧\u{200D}👦 z"), &format!("{letters}…"));
    let letters = "x".repeat(30);
    check_shown(&format!("{letters}👍🏽 z"), &format!("{letters}…"));
    check_shown(&format!("{letters}🇬🇧 z"), &format!("{letters}…"));
    let letters = "x".repeat(29);
    check_shown(&format!("{letters}🇬🇧 z"), &format!("{letters}🇬🇧…"));
    // A syllable of Devanagari and its sign.
    let letters = "x".repeat(30);
    check_shown(&format!("{letters}\u{915}\u{93F} z"), &format!("{letters}…"));
    // Marks without end are cut all the same.
    let marks = "\u{301}".repeat(40);
    check_shown(&format!("e{marks}"), &format!("e{}…", "\u{301}".repeat(30)));
}

const HOSTILE: [&str; 9] = [
    "</text></svg><script>alert(1)</script>",
    "\" onload=\"alert(1)\" x='",
    "<![CDATA[ ]]> <!-- --> &amp; &#0;",
    "\u{0}\u{1}\u{b}\u{1f}\u{7f}\u{fffe}\u{ffff}",
    "\u{202E}gnirts desrever \u{202C}\u{200F}",
    "مرحبا بالعالم שלום עולם",
    "👩‍👩‍👧‍👦 🇬🇧 e\u{301}\u{302}\u{303}",
    "`markdown` **bold** [x](javascript:alert(1))",
    "end\n  n0 --> n1\n%% #quot; ]\"; click n0 call f()",
];

#[test]
fn hostile_texts_stay_texts() {
    for text in HOSTILE {
        for section in ThreadSection::WORDS {
            let plan = one("x", section, text);
            let svg = picture(&plan);
            check_is_safe(&svg);
            assert!(!svg.contains("<script") && !svg.contains("style=") && !svg.contains("href"));
            check_is_flowchart(&flowchart(&plan));
        }
    }
}

#[test]
fn a_prefix_cannot_break_out_of_its_attribute() {
    let framework = Framework::built_in();
    let plan = ThreadPlan::from_json(PLAN).unwrap();
    let thread = thread(&framework, &plan);
    let svg = svg(&thread, "a b\"><script>é1");
    check_is_safe(&svg);
    assert!(svg.contains("aria-labelledby=\"a-b---script--1-title a-b---script--1-desc\""));
}

fn many(count: usize) -> String {
    let item = |n: usize| {
        // The last ten are orphans; all others are lines between an aspiration and an outcome.
        let links = if n.is_multiple_of(2) && n + 10 < count {
            json!([format!("i{}", n + 1)])
        } else {
            json!([])
        };
        let section = if n.is_multiple_of(2) { "A" } else { "E" };
        json!({"id": format!("i{n}"), "section": section, "text": "x", "links": links})
    };
    json!({"items": (0..count).map(item).collect::<Vec<Value>>()}).to_string()
}

#[test]
fn more_than_can_be_read_is_not_drawn_and_that_is_said() {
    let note = "Only 200 of 400 items are drawn, those with breaks first.";
    let svg = picture(&many(400));
    check_is_safe(&svg);
    assert!(description(&svg).contains(note));
    assert!(texts(&svg).iter().any(|text| text.contains(note)));
    assert_eq!(svg.matches("<rect").count(), 1 + 5 + 2 * 200);
    // Every outcome lacks a need, and the last five aspirations are orphans: i1, i3 and so on to i389
    // are 195, and i390 to i394 make it 200.
    let shown = |id: &str| texts(&svg).iter().any(|text| text == id);
    assert!(shown("i1") && shown("i389") && shown("i390") && shown("i394"));
    assert!(!shown("i0") && !shown("i388") && !shown("i395"));
    // 200 outcomes and 5 aspirations are broken, once each.
    assert!(description(&svg).contains("Breaks: 205."));
    assert!(description(&svg).ends_with(" And 155 more."));
    let fits = picture(&many(200));
    assert!(!description(&fits).contains("Only"));
}

#[test]
fn the_largest_plan_has_a_picture() {
    let svg = picture(&many(10_000));
    check_is_safe(&svg);
    assert!(svg.len() < 200_000, "{}", svg.len());
    assert!(flowchart(&many(10_000)).lines().count() > 14_000);
}

#[test]
fn checks_not_made_are_listed() {
    let mut value: Value = serde_json::from_str(ehcp_qa_core::framework::FRAMEWORK).unwrap();
    value["interpretation"].as_object_mut().unwrap().remove("thread");
    let framework = Framework::from_json(&value.to_string()).unwrap();
    let plan = ThreadPlan::from_json(PLAN).unwrap();
    let svg = svg(&thread(&framework, &plan), "p");
    let note = "Rules not checked, because the framework does not have them: thread-rules, \
                thread-unknown-link, thread-senseless-link, thread-orphan, thread-reference-cycle.";
    assert!(description(&svg).contains(note));
    assert!(texts(&svg).iter().any(|text| text.contains(note)));
    assert!(!description(&svg).contains("without a break"));
}

/// The relative luminance of a colour as WCAG 2 has it.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

#[test]
fn colours_have_enough_contrast_with_paper_and_boxes() {
    let svg = picture(PLAN);
    let document = Document::parse(&svg).unwrap();
    let mut count = 0;
    for node in document.descendants() {
        let is_text = node.tag_name().name() == "text";
        let colours = [node.attribute("fill").filter(|_| is_text), node.attribute("stroke")];
        for (colour, least) in colours.into_iter().zip([4.5, 3.0]) {
            let Some(colour) = colour.filter(|colour| *colour != "none") else { continue };
            for ground in ["#ffffff", "#f5f7fa"] {
                let contrast = (luminance(ground) + 0.05) / (luminance(colour) + 0.05);
                assert!(contrast >= least, "{colour} on {ground}: {contrast}");
            }
            count += 1;
        }
    }
    assert!(count > 100);
}

/// Boxes do not overlap, and all that is written stands within the picture.
#[test]
fn boxes_stand_apart() {
    for plan in [PLAN.to_owned(), many(400)] {
        let svg = picture(&plan);
        let document = Document::parse(&svg).unwrap();
        let number = |node: &roxmltree::Node, name: &str| -> i32 {
            node.attribute(name).unwrap().parse().unwrap()
        };
        let (width, height) =
            (number(&document.root_element(), "width"), number(&document.root_element(), "height"));
        let mut boxes = Vec::new();
        for node in document.descendants() {
            match node.tag_name().name() {
                "rect" if node.attribute("rx") == Some("8") => {
                    boxes.push(["x", "y", "width", "height"].map(|name| number(&node, name)));
                }
                "text" => {
                    assert!((0..width).contains(&number(&node, "x")));
                    assert!((0..height).contains(&number(&node, "y")));
                }
                _ => {}
            }
        }
        for (index, [x, y, w, h]) in boxes.iter().enumerate() {
            assert!(x + w <= width && y + h <= height);
            for [x2, y2, ..] in boxes.iter().skip(index + 1) {
                assert!((x - x2).abs() >= *w || (y - y2).abs() >= *h, "{x} {y} {x2} {y2}");
            }
        }
    }
}

/// Every line of a flowchart is of one of a few forms, with any text in the plan.
#[track_caller]
fn check_is_flowchart(flowchart: &str) {
    let is_node =
        |name: &str| name.strip_prefix('n').is_some_and(|number| number.parse::<usize>().is_ok());
    let mut lines = flowchart.lines();
    assert_eq!(lines.next(), Some("flowchart LR"));
    for line in lines {
        let line = line.trim_start();
        let is_right =
            if line.starts_with("subgraph c") || line.starts_with('n') && line.contains('[') {
                let (name, label) = line.split_once("[\"").unwrap();
                let label = label.strip_suffix(":::broken").unwrap_or(label);
                let label = label.strip_suffix("\"]").unwrap();
                (is_node(name) || name.starts_with("subgraph c"))
                    && !label
                        .contains(['"', '[', ']', '<', '>', '`', '(', ')', '{', '}', '&', '*', '_'])
                    && label.split('#').skip(1).all(|code| {
                        code.split_once(';').is_some_and(|(code, _)| code.parse::<u32>().is_ok())
                    })
            } else if let Some((from, to)) = line.split_once(" --- ") {
                is_node(from) && is_node(to)
            } else {
                line == "end" || line.starts_with("classDef broken ")
            };
        assert!(is_right, "{line}");
    }
}

#[test]
fn the_flowchart_of_a_small_plan() {
    let plan = json!({"items": [
        {"id": "A1", "section": "A", "text": "To <read> \"more\" #1; [x]`y`\nz"},
        {"id": "E1", "section": "E", "text": "", "links": ["A1"]},
    ]});
    assert_eq!(
        flowchart(&plan.to_string()),
        "flowchart LR\n  \
           subgraph c0[\"Aspirations: Section A\"]\n    \
             n0[\"A1: To #60;read#62; #34;more#34; #35;1#59; #91;x#93;#96;y#96; z\"]\n  \
           end\n  \
           subgraph c4[\"Outcomes: Section E\"]\n    \
             n1[\"E1 — no need\"]:::broken\n  \
           end\n  \
           n0 --- n1\n  \
           classDef broken stroke-width:3px,stroke-dasharray:6 3\n"
    );
    assert_eq!(flowchart(r#"{"items": []}"#), "flowchart LR\n");
}

#[test]
fn the_flowchart_of_a_plan() {
    let flowchart = flowchart(PLAN);
    check_is_flowchart(&flowchart);
    assert_eq!(flowchart.matches(" --- ").count(), 21);
    assert_eq!(flowchart.matches(":::broken").count(), 5);
    assert!(flowchart.contains(
        "E3: By July 2026, Amira will be abl… — no aspiration — link to an unknown item"
    ));
}

proptest! {
    #[test]
    fn any_text_stays_a_text(text in any::<String>(), id in "[A-Za-z0-9._-]{1,64}") {
        let plan = one(&id, "F", &text);
        check_is_safe(&picture(&plan));
        check_is_flowchart(&flowchart(&plan));
    }
}
