//! What is said of advice and of a plan, in the messages of another catalogue. Rules keep the words of their lexicon.

use ehcp_qa_core::plan::{
    AdviceDocument, NewComment, PlanDocument, read_advice_markdown, read_markdown,
};
use ehcp_qa_core::whole::{
    AdviceContext, CoverageChoice, PlanContext, advice_check, advice_comments,
    advice_coverage_comments, check, comments, coverage, coverage_comments,
};
use ehcp_qa_core::wording::Lexicon;
use ehcp_qa_core::{Framework, Messages};

const PLAN: &str = "\
# Section B: Special educational needs

Tamsin reads 40 of the first 100 words.

# Section E: Outcomes

By July 2027 Tamsin will be able to read 80 of the first 100 words.

# Section F: Special educational provision

A teaching assistant will read with Tamsin every day for 10 minutes.

A speech and language therapist will see Tamsin once a term.

# Section K: Advice and information

Priya Nair, Educational Psychologist, 5 March 2026
";

const ADVICE: &str = "\
Author: Priya Nair, Educational Psychologist

Date of report: 4 March 2026

## Needs

- Tamsin reads 40 of the first 100 words.

## Recommendations

- A teaching assistant should read with Tamsin every day for 20 minutes.
- A swimming instructor should teach her to float each Friday.
- Tamsin should have access to regular support.
";

fn welsh() -> Framework {
    let messages = Messages::from_json(include_str!("../../wasm/static/cy/messages.json"));
    Framework::read_built_in().with_messages(messages.expect("a catalogue"))
}

fn documents() -> (PlanDocument, AdviceDocument) {
    (read_markdown(PLAN, &[]).expect("a plan"), read_advice_markdown(ADVICE).expect("advice"))
}

/// Whether a comment says each of these, as paragraphs of its own.
#[track_caller]
fn check_said(comments: &[NewComment], expected: &[&str]) {
    let all: Vec<Vec<&str>> = comments
        .iter()
        .map(|comment| comment.paragraphs.iter().map(|text| &**text).collect())
        .collect();
    let is_said = |said: &Vec<&str>| expected.iter().all(|text| said.contains(text));
    assert!(all.iter().any(is_said), "{expected:?} in {all:#?}");
}

#[test]
fn a_comparison_of_advice_is_said_by_the_catalogue() {
    let (framework, (plan, advice)) = (welsh(), documents());
    let nowhere =
        r#"[{"advice": 1, "place": {"part": 1, "block": 0, "at": 0, "length": 1}, "plan": []}]"#;
    let choices = CoverageChoice::all_from_json(nowhere).expect("choices");
    let found = coverage(&framework, std::slice::from_ref(&advice), &plan, &choices);
    assert_eq!(found.standing, "Agored i'w ddehongli: adolygwch ef.");
    assert_eq!(found.unknown[0].message, "Ni roddwyd cyngor â'r rhif hwn.");
    let listed = "Mae Adran K yn rhoi dyddiad arall i gyngor Priya Nair; \
                  dyddiad y cyngor ei hun yw 2026-03-04.";
    assert_eq!(found.listed[0].message, listed);
    let begins = "Ni chafwyd hyd i ffynhonnell yn y cyngor ar gyfer “A speech";
    assert!(found.unsourced.iter().any(|one| one.message.starts_with(begins)));

    let of_plan = coverage_comments(&found, &plan, &framework);
    let author = "Priya Nair, Educational Psychologist";
    check_said(
        &of_plan,
        &[
            &format!(
                "Mae'r cynllun yn dweud llai yma nag y mae {author} yn ei gynghori: \
                 “A teaching assistant should read with Tamsin every day for 20 minutes.”"
            ),
            "Agored i'w ddehongli: adolygwch ef.",
        ],
    );
    check_said(
        &of_plan,
        &[
            "Heb ei ganfod yn y cynllun, a byddai'n sefyll yn Adran F:",
            &format!(
                "Mae {author} yn cynghori: “A swimming instructor should teach her to float each Friday.”"
            ),
            "Mae a wnelo â F1, y mae person yn ei ateb.",
        ],
    );
    check_said(&of_plan, &[listed]);
    let of_advice = advice_coverage_comments(&found, 0, &advice, &framework);
    check_said(
        &of_advice,
        &[
            "Mae'r cynllun yn dweud llai na'r cyngor hwn.",
            "Adran F: “A teaching assistant will read with Tamsin every day for 10 minutes.”",
        ],
    );
    check_said(&of_advice, &["Ni chafwyd hyd i osodiad o'r cynllun sy'n cynnwys hyn."]);
}

#[test]
fn a_check_and_its_comments_are_said_by_the_catalogue() {
    let (framework, (plan, advice)) = (welsh(), documents());
    let lexicon = Lexicon::built_in_said_as(&framework);
    let found = check(&framework, &lexicon, &plan, &PlanContext::default());
    assert_eq!(found.standing, "Agored i'w ddehongli: adolygwch ef.");
    let speaks: Vec<&str> = found
        .descriptors
        .iter()
        .flat_map(|one| one.speaks_for.iter().map(|said| said.message))
        .collect();
    assert!(speaks.contains(&"Mae'n dweud beth a fesurir ac erbyn pryd."), "{speaks:?}");
    let first = &found.findings[0];
    let why = format!("Pam: {}", first.why);
    check_said(
        &comments(&found, &plan, &framework),
        &[&why, "Agored i'w ddehongli: adolygwch ef."],
    );

    let found = advice_check(framework.advice(), &lexicon, &advice, &AdviceContext::default());
    let first = &found.findings[0];
    let said = [format!("Pam: {}", first.why), format!("Yn lle hynny: {}", first.instead)];
    check_said(&advice_comments(&found, &advice, &framework), &[&said[0], &said[1]]);
}
