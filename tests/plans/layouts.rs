//! Layouts of councils and the national template: which sections are found, and what stands in each.

use ehcp_qa_core::plan::{
    DoubtKind, LineRole, PlanDocument, SectionChoice, SectionDoubt, Sureness, read_word,
};

use crate::files::{bold, cell, label, p, row, styled, table, table_of, word, word_with};

fn plan(body: &str) -> PlanDocument {
    read_word(&word(body), &[]).expect("a plan")
}

/// The parts that say something, as their sections and their text.
fn parts(plan: &PlanDocument) -> Vec<(String, String)> {
    let parts = plan.parts.iter().filter(|part| !part.blocks.is_empty());
    parts
        .map(|part| {
            let sections: Vec<_> = part.sections.iter().map(|section| section.word()).collect();
            let lines: Vec<_> = part.blocks.iter().map(|block| block.text.as_str()).collect();
            (sections.join("+"), lines.join("\n"))
        })
        .collect()
}

fn furniture(plan: &PlanDocument) -> Vec<&str> {
    plan.furniture.iter().map(|block| block.text.as_str()).collect()
}

/// The doubts but for what is missing.
fn doubts(plan: &PlanDocument) -> Vec<(DoubtKind, &str)> {
    let is_other = |doubt: &&SectionDoubt| doubt.kind != DoubtKind::Missing;
    plan.doubts.iter().filter(is_other).map(|doubt| (doubt.kind, doubt.section.word())).collect()
}

#[track_caller]
fn check(plan: &PlanDocument, expected: &[(&str, &str)]) {
    let parts = parts(plan);
    let parts: Vec<(&str, &str)> = parts.iter().map(|(s, t)| (s.as_str(), t.as_str())).collect();
    assert_eq!(parts, expected);
}

/// The national template as it was tested: B, F and E by area of need, then C-G-E and D-H-E.
fn national() -> String {
    let mut body = [
        styled("H1", "Education, Health and Care Plan"),
        table_of(&[&["Name", "Sam SURNAME"], &["Date of birth", "2015-03-04"]]),
        styled("H1", "Section A1: History"),
        p("Sam lives with two brothers."),
        styled("H1", "Section A2: Views, interests, strengths and aspirations"),
        p("Sam is good at chess."),
    ]
    .concat();
    for (area, need) in [
        ("Communication and interaction", "Sam does not yet start conversations."),
        (
            "Cognition and learning",
            "Sam has no identified cognition and learning needs in this area.",
        ),
        ("Social, emotional and mental health", "Sam hides when plans change."),
        ("Sensory and/or physical", "Sam has no identified sensory needs in this area."),
    ] {
        body += &styled("H1", area);
        body += &styled("H2", "Section B: Special educational needs");
        body += &p(need);
        body += &styled("H2", "Section F: Special educational provision");
        body += &table_of(&[
            &["Support", "Who and qualification", "Ratio", "How often", "How long each time"],
            &["A talking group", "A teaching assistant", "2:1", "Weekly", "30 minutes"],
        ]);
        body += &styled("H2", "Section E: Outcomes");
        body += &p("By July Sam will ask a friend to play.");
    }
    body + &[
        styled("H1", "Health"),
        styled("H2", "Section C: Health needs"),
        p("Sam has asthma."),
        styled("H2", "Section G: Health provision"),
        p("A nurse will see Sam each term."),
        styled("H2", "Section E: Outcomes"),
        p("By July Sam will use an inhaler alone."),
        styled("H1", "Social care"),
        styled("H2", "Section D: Social care needs"),
        p("None."),
        styled(
            "H2",
            "Section H1: Provision under the Chronically Sick and Disabled Persons Act 1970",
        ),
        p("None is needed."),
        styled("H2", "Section H2: Any other social care provision"),
        p("None at all."),
        styled("H2", "Section E: Outcomes"),
        p("By July Sam will go to a club."),
        styled("H1", "Section I: Placement"),
        table_of(&[&["School", "Type"], &["", "Day"]]),
        styled("H1", "Section J: Personal budget"),
        p("None was asked for."),
        styled("H1", "Section K: Advice and information"),
        table_of(&[
            &["Advice", "Date", "From", "Appended"],
            &["Psychology", "2025-01-02", "A. Sime", "Yes"],
        ]),
        styled("H1", "Signatures"),
        p("Signed for the council"),
    ]
    .concat()
}

#[test]
fn the_national_template_by_areas_of_need() {
    let plan = plan(&national());
    let table = "Support\tWho and qualification\tRatio\tHow often\tHow long each time\n\
                 A talking group\tA teaching assistant\t2:1\tWeekly\t30 minutes";
    let outcome = "By July Sam will ask a friend to play.";
    check(
        &plan,
        &[
            ("A", "Sam lives with two brothers."),
            ("A", "Sam is good at chess."),
            ("B", "Sam does not yet start conversations."),
            ("F", table),
            ("E", outcome),
            ("B", "Sam has no identified cognition and learning needs in this area."),
            ("F", table),
            ("E", outcome),
            ("B", "Sam hides when plans change."),
            ("F", table),
            ("E", outcome),
            ("B", "Sam has no identified sensory needs in this area."),
            ("F", table),
            ("E", outcome),
            ("C", "Sam has asthma."),
            ("G", "A nurse will see Sam each term."),
            ("E", "By July Sam will use an inhaler alone."),
            ("D", "None."),
            ("H1", "None is needed."),
            ("H2", "None at all."),
            ("E", "By July Sam will go to a club."),
            ("I", "School\tType\n\tDay"),
            ("J", "None was asked for."),
            ("K", "Advice\tDate\tFrom\tAppended\nPsychology\t2025-01-02\tA. Sime\tYes"),
        ],
    );
    // E stands six times, and that is no fault of such a plan.
    assert_eq!(plan.doubts.0, []);
    let areas: Vec<_> = plan.parts.iter().filter_map(|part| part.heading.area.as_deref()).collect();
    assert_eq!(areas.len(), 12);
    assert_eq!((areas[0], areas[4]), ("communication and interaction", "cognition and learning"));
    assert!(furniture(&plan).contains(&"Cognition and learning"));
    assert!(furniture(&plan).ends_with(&["Signatures", "Signed for the council"]));
}

#[test]
fn titles_without_letters() {
    let plan = plan(
        &[
            bold("Our child’s plan"),
            bold("The child’s views, interests and aspirations"),
            p("I like trains."),
            bold("My family"),
            p("I have a dog."),
            bold("Special educational needs"),
            p("Needs help to read."),
            bold("Health needs"),
            p("Asthma."),
            bold("Outcomes"),
            p("By July she will read."),
            bold("Special educational provision"),
            p("An hour a day."),
            bold("Personal budget"),
            p("None."),
            bold("Advice and information"),
            p("A report."),
        ]
        .concat(),
    );
    check(
        &plan,
        &[
            ("A", "I like trains.\nMy family\nI have a dog."),
            ("B", "Needs help to read."),
            ("C", "Asthma."),
            ("E", "By July she will read."),
            ("F", "An hour a day."),
            ("J", "None."),
            ("K", "A report."),
        ],
    );
    assert_eq!(furniture(&plan), ["Our child’s plan"]);
    let missing: Vec<_> =
        plan.doubts.iter().filter(|doubt| doubt.kind == DoubtKind::Missing).collect();
    let sections: Vec<_> = missing.iter().map(|doubt| doubt.section.word()).collect();
    assert_eq!(sections, ["D", "G", "H1", "H2", "I"]);
    assert_eq!(missing[0].why, "No heading of Section D was found.");
}

#[test]
fn labels_in_shaded_cells_at_the_left() {
    let rows = [
        row(&[label("Section A"), cell("", &[p("I like trains."), p("And dogs.")].concat())]),
        row(&[
            label("Section B Special educational needs"),
            cell("", &[bold("Reading"), p("Hard.")].concat()),
        ]),
        row(&[label("E"), cell("", &p("Not a section: the letter alone has no title."))]),
        row(&[label("F: Provision"), cell("", &p("An hour.")), cell("", &p("Daily"))]),
        row(&[label("Section K"), cell("", &table_of(&[&["Ref", "Date"], &["K1", "May"]]))]),
    ];
    let plan = plan(&table(&rows));
    check(
        &plan,
        &[
            ("A", "I like trains.\nAnd dogs."),
            ("B", "Reading\nHard."),
            ("E", "Not a section: the letter alone has no title."),
            ("F", "An hour.\tDaily"),
            ("K", "Ref\tDate\nK1\tMay"),
        ],
    );
}

#[test]
fn a_table_whose_columns_are_sections() {
    let plan = plan(
        &[
            styled("H1", "Section A: Views"),
            p("I like trains."),
            styled("H1", "Needs, provision and outcomes"),
            table_of(&[
                &["Section B: Needs", "Section F: Provision", "How often", "Section E: Outcomes"],
                &["Reading", "A programme", "Daily", "Reads by July"],
                &["", "A laptop", "Always", ""],
            ]),
            styled("H1", "Section C: Health needs"),
            p("None."),
        ]
        .concat(),
    );
    check(
        &plan,
        &[
            ("A", "I like trains."),
            ("B", "Reading"),
            ("E", "Reads by July"),
            ("F", "A programme\tDaily\nA laptop\tAlways"),
            ("C", "None."),
        ],
    );
}

#[test]
fn outcomes_and_provision_side_by_side_under_one_title() {
    let plan = plan(
        &[
            bold("Section B: Special educational needs"),
            p("Reading is hard."),
            bold("Sections E &amp; F: Outcomes and provision"),
            p("The outcomes are for July."),
            table_of(&[
                &["What we want to achieve", "What will be done", "By whom", "By when"],
                &["Reads", "A programme", "A teacher", "July"],
            ]),
            p("A teaching assistant is there for 20 hours."),
            bold("Section G: Health provision"),
            p("None."),
        ]
        .concat(),
    );
    check(
        &plan,
        &[
            ("B", "Reading is hard."),
            ("E", "The outcomes are for July.\nWhat we want to achieve\tBy when\nReads\tJuly"),
            (
                "F",
                "What will be done\tBy whom\nA programme\tA teacher\nA teaching assistant is there for 20 hours.",
            ),
            ("G", "None."),
        ],
    );
}

#[test]
fn an_h_that_is_not_split() {
    let plan = plan(
        &[
            styled("H1", "Section G: Health provision"),
            p("None."),
            styled("H1", "Section H: Social care provision"),
            p("Short breaks."),
            styled("H1", "Section I: Placement"),
            p("A school."),
        ]
        .concat(),
    );
    check(&plan, &[("G", "None."), ("H1+H2", "Short breaks."), ("I", "A school.")]);
    assert_eq!(doubts(&plan), [(DoubtKind::NotSplit, "H1")]);
}

#[test]
fn contents_that_repeat_the_titles() {
    let titles =
        ["Section A: Views", "Section B: Special educational needs", "Section C: Health needs"];
    let contents =
        titles.iter().enumerate().map(|(page, title)| p(&format!("{title} ..... {}", page + 2)));
    let sections = titles.iter().map(|title| styled("H1", title) + &p("Text."));
    let body: String = contents.chain(sections).collect();
    let plan = plan(&body);
    check(&plan, &[("A", "Text."), ("B", "Text."), ("C", "Text.")]);
    assert_eq!(furniture(&plan).len(), 3);

    let rows: Vec<_> = titles
        .iter()
        .map(|title| {
            let (letter, title) = title.split_once(": ").expect("two");
            row(&[label(letter), label(title), label("2")])
        })
        .collect();
    let sections: String = titles.iter().map(|title| styled("H1", title) + &p("Text.")).collect();
    let plan = read_word(&word(&(table(&rows) + &sections)), &[]).expect("a plan");
    check(&plan, &[("A", "Text."), ("B", "Text."), ("C", "Text.")]);
}

#[test]
fn empty_sections_are_no_contents() {
    let plan = plan(
        &[
            styled("H1", "Section G: Health provision"),
            styled("H1", "Section H1: Social care provision"),
            styled("H1", "Section H2: Other social care provision"),
            styled("H1", "Section I: Placement"),
            p("None."),
        ]
        .concat(),
    );
    assert_eq!(plan.parts.len(), 4);
    check(&plan, &[("I", "None.")]);
}

#[test]
fn letters_that_word_counts() {
    let numbering = r#"<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>
        <w:numFmt w:val="upperLetter"/><w:lvlText w:val="Section %1:"/></w:lvl></w:abstractNum>
        <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>"#;
    let numbered = |text: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>
            <w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let body = [
        numbered("Views"),
        p("Trains."),
        numbered("Needs"),
        p("Reading."),
        numbered("Health"),
        p("Asthma."),
    ]
    .concat();
    let plan = read_word(&word_with(&body, &[("numbering", numbering)]), &[]).expect("a plan");
    check(&plan, &[("A", "Trains."), ("B", "Reading."), ("C", "Asthma.")]);
}

#[test]
fn plain_lines_without_any_looks() {
    let plan = plan(
        &[
            p("Plan for Sam"),
            p("Section A"),
            p("I like trains."),
            p("Section B - Special educational needs"),
            p("See Section F for what is done."),
            p("Section F will say more about this."),
            p("F. Provision"),
            p("An hour a day."),
            p("A teacher comes."),
        ]
        .concat(),
    );
    check(
        &plan,
        &[
            ("A", "I like trains."),
            ("B", "See Section F for what is done.\nSection F will say more about this."),
            ("F", "An hour a day.\nA teacher comes."),
        ],
    );
}

#[test]
fn a_letter_with_the_title_of_another_section_is_doubtful() {
    let plan = plan(
        &[
            styled("H1", "Section E: Special educational provision"),
            p("An hour."),
            styled("H1", "Section F: Outcomes"),
            p("Reads."),
        ]
        .concat(),
    );
    check(&plan, &[("E", "An hour."), ("F", "Reads.")]);
    assert_eq!(doubts(&plan), [(DoubtKind::OtherTitle, "E"), (DoubtKind::OtherTitle, "F")]);
    assert_eq!(plan.parts[0].heading.sureness, Sureness::Doubtful);
}

#[test]
fn a_section_that_begins_twice_is_said() {
    let plan = plan(
        &[
            styled("H1", "Section B: Special educational needs"),
            p("One."),
            styled("H1", "Section C: Health needs"),
            p("Two."),
            styled("H1", "Section B: Special educational needs"),
            p("Three."),
            bold("B. Needs (continued)"),
            p("Four."),
        ]
        .concat(),
    );
    check(&plan, &[("B", "One."), ("C", "Two."), ("B", "Three."), ("B", "Four.")]);
    assert_eq!(doubts(&plan), [(DoubtKind::Repeated, "B")]);
    let place = plan.doubts[0].place.as_ref().expect("a place");
    assert_eq!((place.file, place.paragraph), (0, 4));
}

#[test]
fn what_a_person_says_of_a_line_stands() {
    let body = [
        styled("H1", "Section A: Views"),
        p("Trains."),
        p("What Sam needs"),
        p("Reading."),
        styled("H1", "Section C: Health needs"),
        p("None."),
    ]
    .concat();
    let choice = |paragraph, role, sections: Option<&[&str]>| SectionChoice {
        file: 0,
        paragraph,
        role,
        sections: sections.map(|words| {
            words
                .iter()
                .filter_map(|word| ehcp_qa_core::law::PlanSection::from_word(word))
                .collect()
        }),
    };
    let choices = [
        choice(2, LineRole::Heading, Some(&["B"])),
        choice(4, LineRole::Text, None),
        choice(5, LineRole::Furniture, None),
    ];
    let plan = read_word(&word(&body), &choices).expect("a plan");
    check(&plan, &[("A", "Trains."), ("B", "Reading.\nSection C: Health needs")]);
    assert_eq!(furniture(&plan), ["None."]);
}

#[test]
fn cards_of_an_outcome_and_its_provision_under_one_title() {
    let bolds =
        |texts: &[&str]| row(&texts.iter().map(|text| cell("", &bold(text))).collect::<Vec<_>>());
    let cells =
        |texts: &[&str]| row(&texts.iter().map(|text| cell("", &p(text))).collect::<Vec<_>>());
    let outcome = |number: u8, text: &str| {
        let number = bold(&format!("Outcome {number}"));
        row(&[cell("", &number), cell(r#"<w:gridSpan w:val="2"/>"#, &p(text))])
    };
    let plan = plan(
        &[
            styled("H1", "Section D: Social care needs"),
            p("None."),
            styled("H1", "Section E and Section F"),
            bold("Cognition and learning"),
            table(&[
                outcome(1, "Reads by July."),
                bolds(&["What will be provided", "By whom", "How often"]),
                cells(&["A programme", "A teacher", "Daily"]),
                outcome(2, "Writes by July."),
                bolds(&["What will be provided", "By whom", "How often"]),
                cells(&["A laptop", "The school", "Always"]),
            ]),
            styled("H1", "Section G: Health provision"),
            p("None."),
        ]
        .concat(),
    );
    let columns = "What will be provided\tBy whom\tHow often";
    check(
        &plan,
        &[
            ("D", "None."),
            ("E", "Cognition and learning\nOutcome 1\tReads by July.\nOutcome 2\tWrites by July."),
            (
                "F",
                &format!(
                    "{columns}\nA programme\tA teacher\tDaily\n{columns}\nA laptop\tThe school\tAlways"
                ),
            ),
            ("G", "None."),
        ],
    );
}

#[test]
fn a_cover_that_names_a_budget_and_a_school() {
    let plan = plan(
        &[
            table(&[
                row(&[label("Placement"), cell("", &p("A school"))]),
                row(&[label("Health needs"), cell("", &p("Yes"))]),
            ]),
            styled("H1", "Section A: All about me"),
            p("Trains."),
            styled("H1", "Section B – What are my strengths and what will I need help with?"),
            p("Reading."),
            styled("H1", "Section E: Outcomes"),
            p("Reads."),
            styled("H1", "Section F: Provision"),
            p("An hour."),
            styled("H1", "Personal budget"),
            p("None."),
            styled("H1", "Section K: Appendices"),
            p("A report."),
            styled("H1", "Monitoring of this plan"),
            p("Each year."),
        ]
        .concat(),
    );
    check(
        &plan,
        &[
            ("A", "Trains."),
            ("B", "Reading."),
            ("E", "Reads."),
            ("F", "An hour."),
            ("J", "None."),
            ("K", "A report."),
        ],
    );
    let expected =
        ["Placement\tA school", "Health needs\tYes", "Monitoring of this plan", "Each year."];
    assert_eq!(furniture(&plan), expected);
}
