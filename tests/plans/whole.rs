//! The check of a plan as a whole: small plans by hand, one that a rule fires on and a near miss for each rule.

use std::fmt::Write as _;

use ehcp_qa_core::Framework;
use ehcp_qa_core::framework::PlanBuiltIn;
use ehcp_qa_core::plan::{PlanDocument, read_text, read_word};
use ehcp_qa_core::whole::{FindingKind, PlanContext, check};
use ehcp_qa_core::wording::Lexicon;

use crate::files::{run, styled, word, word_with};

/// The sections that a small plan leaves out, so that none is missing.
const SECTIONS: [(&str, &str); 12] = [
    ("A", "Views, interests and aspirations"),
    ("B", "Special educational needs"),
    ("C", "Health needs"),
    ("D", "Social care needs"),
    ("E", "Outcomes"),
    ("F", "Special educational provision"),
    ("G", "Health provision"),
    ("H1", "Social care provision under the Act of 1970"),
    ("H2", "Any other social care provision"),
    ("I", "Placement"),
    ("J", "Personal budget"),
    ("K", "Advice and information"),
];

/// A plan with these lines on its cover and in its sections. The other sections say nothing.
pub(crate) fn plan(cover: &str, sections: &[(&str, &str)]) -> PlanDocument {
    let mut text = format!("Education, health and care plan\n{cover}\n");
    for (letter, title) in SECTIONS {
        let _ = writeln!(text, "Section {letter}: {title}");
        for (_, lines) in sections.iter().filter(|(of, _)| *of == letter) {
            text.push_str(lines);
            text.push('\n');
        }
    }
    read_text(&text, &[]).expect("a plan")
}

pub(crate) fn framework() -> std::sync::Arc<Framework> {
    Framework::built_in()
}

/// What is found beside wording, each by its rule, the words at its place and what it says.
pub(crate) fn found(plan: &PlanDocument, context: &str) -> Vec<[String; 3]> {
    let (framework, lexicon) = (framework(), Lexicon::built_in());
    let context = PlanContext::from_json(context).expect("a context");
    let found = check(&framework, &lexicon, plan, &context);
    let of_plan = found
        .findings
        .iter()
        .filter(|finding| !matches!(finding.kind, FindingKind::Wording | FindingKind::Absence));
    of_plan
        .map(|finding| {
            let words = finding.place.and_then(|place| plan.words_at(&place)).unwrap_or_default();
            [finding.rule.to_owned(), words.to_owned(), finding.message.clone()]
        })
        .collect()
}

/// Expects findings of one rule at these words, and nothing of it in the near miss.
#[track_caller]
fn check_rule(
    rule: PlanBuiltIn,
    [fires, near_miss]: [(&str, &[(&str, &str)]); 2],
    expected: &[(&str, &str)],
) {
    let context = r#"{"names": ["Amira Khan"], "pronouns": "she", "people": ["Dr Okafor"]}"#;
    let of_rule = |(cover, sections): (&str, &[(&str, &str)])| -> Vec<(String, String)> {
        let found = found(&plan(cover, sections), context).into_iter();
        let of = found.filter(|[of, ..]| of == rule.word());
        of.map(|[_, words, message]| (words, message)).collect()
    };
    let expected: Vec<(String, String)> =
        expected.iter().map(|(words, says)| ((*words).to_owned(), (*says).to_owned())).collect();
    assert_eq!(of_rule(fires), expected, "{}", rule.word());
    assert_eq!(of_rule(near_miss), [], "near miss of {}", rule.word());
}

#[test]
fn sections_missing_and_begun_again() {
    let text = "Section A: Views\nI like dogs.\nSection B: Special educational needs\nReading is hard.\n\
                Section A: Views, interests and aspirations\nI like cats.\n";
    let found = found(&read_text(text, &[]).expect("a plan"), "{}");
    let missing: Vec<&str> = found
        .iter()
        .filter(|[rule, ..]| rule == "section-missing")
        .map(|[_, _, message]| message.as_str())
        .collect();
    assert_eq!(missing.len(), 10);
    assert_eq!(missing[0], "The plan has no Section C.");
    let again: Vec<&[String; 3]> =
        found.iter().filter(|[rule, ..]| rule == "section-repeated").collect();
    assert_eq!(again.len(), 1);
    assert_eq!(again[0][1..], ["I like cats.", "Section A begins here again."]);
}

#[test]
fn needs_and_provision() {
    check_rule(
        PlanBuiltIn::HealthNeedsWithoutProvision,
        [
            (
                "",
                &[
                    ("C", "Amira has severe asthma that needs an inhaler in lessons."),
                    ("G", "None."),
                ],
            ),
            (
                "",
                &[
                    ("C", "Amira has severe asthma that needs an inhaler in lessons."),
                    ("G", "A nurse will check the asthma inhaler once a term for 20 minutes."),
                ],
            ),
        ],
        &[(
            "Amira has severe asthma that needs an inhaler in lessons",
            "Section C states needs, and Section G has no provision.",
        )],
    );
    check_rule(
        PlanBuiltIn::SocialCareNeedsWithoutProvision,
        [
            (
                "",
                &[
                    ("D", "Amira has nowhere to go in the holidays while her mother works."),
                    ("H1", "None."),
                    ("H2", "None required."),
                ],
            ),
            (
                "",
                &[
                    ("D", "Amira has nowhere to go in the holidays while her mother works."),
                    ("H1", "None."),
                    ("H2", "A holiday club for six hours a day in every holiday week."),
                ],
            ),
        ],
        &[(
            "Amira has nowhere to go in the holidays while her mother works",
            "Section D states needs, and neither Section H1 nor Section H2 has provision.",
        )],
    );
    let asthma = "A nurse will check the asthma inhaler once a term for 20 minutes.";
    check_rule(
        PlanBuiltIn::NeedNotTakenUp,
        [
            ("", &[("C", "Amira has lost much of her hearing in both ears."), ("G", asthma)]),
            (
                "",
                &[
                    ("C", "Amira had a heart operation as a baby and has fully recovered."),
                    ("G", asthma),
                ],
            ),
        ],
        &[(
            "Amira has lost much of her hearing in both ears",
            "Nothing in Section G takes up this need of Section C.",
        )],
    );
    let club = "A club for two hours every fortnight, with one worker.";
    check_rule(
        PlanBuiltIn::ProvisionWithoutNeed,
        [
            ("", &[("D", "No social care needs have been identified."), ("H1", club)]),
            ("", &[("D", "Amira has nowhere to go to a club after school."), ("H1", club)]),
        ],
        &[(
            "A club for two hours every fortnight, with one worker",
            "Section H1 has provision, and Section D says that there are no needs.",
        )],
    );
}

#[test]
fn amounts_of_one_thing() {
    check_rule(
        PlanBuiltIn::AmountsDiffer,
        [
            (
                "",
                &[
                    ("B", "Amira tires and needs a movement break every 20 minutes."),
                    ("F", "The teaching assistant gives Amira movement breaks every 25 minutes."),
                ],
            ),
            // Another thing, and the same amount.
            (
                "",
                &[
                    ("B", "Amira tires and needs a movement break every 20 minutes."),
                    (
                        "F",
                        "Amira has a movement break every twenty minutes.\nA reading lesson every 25 minutes.",
                    ),
                ],
            ),
        ],
        &[(
            "every 25 minutes",
            "It says every 25 minutes here, and every 20 minutes of the same in Section B.",
        )],
    );
    // What is reached differs from what is needed.
    check_rule(
        PlanBuiltIn::AmountsDiffer,
        [
            (
                "",
                &[
                    ("B", "She needs 20 minutes a day of phonics practice."),
                    ("F", "A teacher gives 15 minutes a day of phonics practice."),
                ],
            ),
            (
                "",
                &[
                    ("B", "She can sit still for 5 minutes of phonics practice."),
                    ("E", "By July 2026 she will sit still for 20 minutes of phonics practice."),
                ],
            ),
        ],
        &[(
            "15 minutes a day",
            "It says 15 minutes a day here, and 20 minutes a day of the same in Section B.",
        )],
    );
}

#[test]
fn ages_and_dates() {
    let cover = "Date of birth: 3 May 2015\nDate of plan: 17 February 2025";
    check_rule(
        PlanBuiltIn::AgesDiffer,
        [
            (cover, &[("A", "Amira is 10 years old and likes dogs.")]),
            (cover, &[("A", "Amira is 9 years old. She was 4 years old when she began school.")]),
        ],
        &[(
            "is 10 years old",
            "The age is 10 here, and 9 by the date of birth and the date of the plan.",
        )],
    );
    check_rule(
        PlanBuiltIn::DatesDiffer,
        [
            (cover, &[("A", "Amira was born on 5 May 2015 in Leeds.")]),
            (
                cover,
                &[(
                    "A",
                    "Amira was born on 3 May 2015 in Leeds. Her sister was born on 5 May 2017.",
                )],
            ),
        ],
        &[("5 May 2015", "The date is 2015-05-05 here, and 2015-05-03 elsewhere.")],
    );
    let advice = ("K", "K1\tDr Okafor\tpaediatrician\t3 February 2025");
    check_rule(
        PlanBuiltIn::DatesDiffer,
        [
            ("", &[("B", "Amira is deaf (K1, 8 February 2025)."), advice]),
            (
                "",
                &[
                    ("B", "Amira is deaf (K1, 3 February 2025). On 8 February 2025 she fell."),
                    advice,
                ],
            ),
        ],
        &[("8 February 2025", "The date is 2025-02-08 here, and 2025-02-03 elsewhere.")],
    );
}

#[test]
fn settings_and_professions() {
    check_rule(
        PlanBuiltIn::SchoolsDiffer,
        [
            (
                "",
                &[
                    ("A", "Amira attends Mill Road Primary School."),
                    ("B", "She attends Harbour Academy, where she is often alone."),
                ],
            ),
            (
                "",
                &[
                    (
                        "A",
                        "Amira attends Mill Road Primary School. She attended Harbour Nursery before.",
                    ),
                    ("B", "She attends Mill Road Primary, where she is often alone."),
                ],
            ),
        ],
        &[(
            "Harbour Academy",
            "The setting is Harbour Academy here, and Mill Road Primary School elsewhere.",
        )],
    );
    check_rule(
        PlanBuiltIn::ProvidersDiffer,
        [
            (
                "",
                &[
                    ("F", "Jane Holt, occupational therapist, will visit twice a term."),
                    ("K", "K1\tJane Holt (physiotherapist)\t3 February 2025"),
                ],
            ),
            (
                "",
                &[
                    ("F", "Jane Holt, occupational therapist, will visit twice a term."),
                    ("K", "K1\tJane Holt (occupational therapist)\t3 February 2025"),
                ],
            ),
        ],
        &[(
            "Jane Holt",
            "Jane Holt is physiotherapist here, and occupational therapist elsewhere.",
        )],
    );
}

#[test]
fn references_to_advice() {
    let entries = "K1\tDr Okafor\t3 February 2025\nK2\tMs Lee, teacher\t4 February 2025";
    check_rule(
        PlanBuiltIn::CitationWithoutEntry,
        [
            (
                "",
                &[
                    ("B", "Amira is deaf [K1]. She tires [K4, K2]. She reads lips (K4)."),
                    ("K", entries),
                ],
            ),
            (
                "",
                &[
                    ("B", "Amira is deaf (K1–K2) and follows the K9 programme no more."),
                    ("K", "Nothing."),
                ],
            ),
        ],
        &[("K4", "This refers to K4, and Section K has no such entry.")],
    );
    check_rule(
        PlanBuiltIn::EntryNotCited,
        [
            ("", &[("B", "Amira is deaf [K1]."), ("K", entries)]),
            ("", &[("B", "Amira is deaf (K1 to K2)."), ("K", entries)]),
        ],
        &[("K2\tMs Lee, teacher\t4 February 2025", "Nothing in the plan refers to K2.")],
    );
}

#[test]
fn names() {
    check_rule(
        PlanBuiltIn::UnknownName,
        [
            ("", &[("A", "Amira likes dogs. Linh was given hearing aids in 2019.")]),
            (
                "",
                &[(
                    "A",
                    "Her brother Tuan likes dogs. Tuan can sign. Parents can visit, and other parents do. \
                     Dr Okafor was seen in May.",
                )],
            ),
        ],
        &[("Linh", "Linh stands where the child's name would, and is introduced nowhere.")],
    );
    check_rule(
        PlanBuiltIn::NameMisspelt,
        [
            (
                "",
                &[
                    ("A", "Amira likes dogs. At school Amria reads. Orla Finnerty taught her."),
                    ("K", "K1\tOrla Finerty\t3 February 2025\nK2\tOrla Finnerty\t4 May 2025"),
                ],
            ),
            (
                "",
                &[(
                    "A",
                    "Amira likes dogs. Amira’s sister Amina reads. Orla Finnerty taught Orla Bright.",
                )],
            ),
        ],
        &[
            ("Amria", "Amria is nearly Amira."),
            ("Finerty", "Orla Finerty is nearly Orla Finnerty."),
        ],
    );
}

#[test]
fn words_and_sentences_that_stand_twice() {
    check_rule(
        PlanBuiltIn::DoubledWord,
        [
            ("", &[("A", "Amira likes the the dogs. She said that that was so.")]),
            (
                "",
                &[("A", "Amira had had a dog. What it is, is a cat. She is very very fond of it.")],
            ),
        ],
        &[("the the", "The word “the” stands twice.")],
    );
    let sentence = "Amira finds it hard to follow two instructions at once in class";
    check_rule(
        PlanBuiltIn::RepeatedSentence,
        [
            (
                "",
                &[("A", &format!("{sentence}.")), ("B", &format!("Reading is hard. {sentence}."))],
            ),
            (
                "",
                &[
                    (
                        "E",
                        "By July 2026 Amira will follow two instructions at once in class.\nBy July 2026 Amira will follow two instructions at once in class.",
                    ),
                    ("C", "Amira has no identified health needs that relate to this area."),
                    ("D", "Amira has no identified health needs that relate to this area."),
                ],
            ),
        ],
        &[(sentence, "The same sentence stands in several places.")],
    );
}

#[test]
fn language() {
    check_rule(
        PlanBuiltIn::Jargon,
        [
            ("", &[("B", "Amira is often dysregulated. When dysregulated she hides.")]),
            ("", &[("B", "Amira is often dysregulated (upset). “I was dysregulated”, she says.")]),
        ],
        &[(
            "dysregulated",
            "“dysregulated” is a word of the field. In plain words: upset and unable to calm down.",
        )],
    );
    let words = |count: usize| {
        let mut sentence = "Amira reads".to_owned();
        sentence.push_str(&" and sings".repeat(count / 2 - 1));
        sentence
    };
    let (long, short) = (words(42), words(40));
    check_rule(
        PlanBuiltIn::LongSentence,
        [("", &[("B", &format!("{long}."))]), ("", &[("B", &format!("{short}."))])],
        &[(&long, "This sentence has 42 words.")],
    );
}

#[test]
fn fonts_and_sizes() {
    let font = |name: &str, size: u32, text: &str| {
        let properties =
            format!(r#"<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/><w:sz w:val="{size}"/>"#);
        run(&properties, text)
    };
    let paragraph = |runs: &[String]| format!("<w:p>{}</w:p>", runs.concat());
    let usual = font("Arial", 24, "Amira likes dogs and cats and the park near her home.");
    let body = [
        styled("H1", "Section A: Views"),
        paragraph(&[usual]),
        paragraph(&[
            font("Arial", 24, "She likes "),
            font("Calibri", 22, "trains "),
            font("Calibri", 22, "too."),
        ]),
        paragraph(&[font("Arial", 21, "And buses.")]),
    ];
    let plan = read_word(&word(&body.concat()), &[]).expect("a plan");
    let of_fonts: Vec<[String; 3]> =
        found(&plan, "{}").into_iter().filter(|[rule, ..]| rule == "other-font").collect();
    let of_fonts: Vec<(&str, &str)> =
        of_fonts.iter().map(|[_, words, says]| (words.as_str(), says.as_str())).collect();
    assert_eq!(
        of_fonts,
        [
            (
                "trains too.",
                "This is in Calibri, 11 point, and most of the plan in Arial, 12 point."
            ),
            (
                "And buses.",
                "This is in Arial, 10.5 point, and most of the plan in Arial, 12 point."
            ),
        ]
    );
    // The theme's font by its name, and one font in one size throughout.
    let theme = r#"<a:majorFont xmlns:a="a"><a:latin typeface="Calibri Light"/></a:majorFont>
        <a:minorFont xmlns:a="a"><a:latin typeface="Calibri"/></a:minorFont>"#;
    let themed =
        run(r#"<w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="22"/>"#, "Amira likes dogs.");
    let body = [styled("H1", "Section A: Views"), paragraph(&[themed])];
    let plan = read_word(&word_with(&body.concat(), &[("theme", theme)]), &[]).expect("a plan");
    assert!(found(&plan, "{}").iter().all(|[rule, ..]| rule != "other-font"));
    let fonts = plan.fonts.expect("fonts");
    assert!(fonts.iter().any(|font| (font.name.as_str(), font.half_points) == ("Calibri", 22)));
}

#[test]
fn timescales() {
    let dates = r#"{"timescales": {"received": "2024-01-01", "issued": "2024-06-03"}}"#;
    let late = found(&plan("", &[]), dates);
    let late: Vec<&[String; 3]> =
        late.iter().filter(|[rule, ..]| rule == "deadline-not-met").collect();
    assert_eq!(late.len(), 1);
    assert_eq!(
        late[0][2],
        "The final plan is issued within twenty weeks of the request. It was due on 2024-05-20."
    );
    let met = r#"{"timescales": {"received": "2024-01-01", "issued": "2024-05-20"}}"#;
    assert!(found(&plan("", &[]), met).iter().all(|[rule, ..]| rule != "deadline-not-met"));
}
