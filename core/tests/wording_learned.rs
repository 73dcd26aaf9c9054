//! Judgements learned from labelled examples: weights as a document, and what they make of statements.

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::wording::{
    Bytes, Judgement, Lexicon, Lint, Linting, SectionBlocks, WEIGHTS, Weights, features, lint,
};
use ehcp_qa_core::{Framework, Messages};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Weights of one judgement: all of them alike, so that a score is the bias and so many times the number of features.
fn weights(letter: char, bias: i32) -> String {
    let letters = letter.to_string().repeat(256);
    format!(
        r#"{{"id": "ours", "edition": "1", "language": "en", "heads": [{{"judges": "provision_open", "bias": {bias},
        "weights": "{letters}", "mentioned_from": 0, "confirmed_from": 50, "reported_from": 100,
        "calibration": [{{"from": 0, "right": 250}}, {{"from": 150, "right": 750}}]}}]}}"#
    )
}

/// The built-in lexicon with weights that are all zero, so that the bias alone decides.
fn decided_by(bias: i32) -> Lexicon {
    let weights = Weights::from_json(&weights('P', bias)).expect("weights");
    Lexicon::built_in_with(Arc::new(weights))
}

const VAGUE: &str = "Jo will have regular support.";
const SPECIFIC: &str = "The class teacher will teach Jo phonics for 20 minutes every day.";

fn lint_f<'a>(lexicon: &'a Lexicon, text: &str) -> Lint<'a, Bytes> {
    lint(lexicon, "F", text, &Linting::default())
}

#[track_caller]
fn check_problems(text: &str, expected: &[(&str, &str)]) {
    let problems = Weights::from_json(text).expect_err("problems");
    let found: Vec<(&str, &str)> =
        problems.iter().map(|problem| (problem.pointer.as_str(), problem.kind.code())).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_built_in_weights_pass_the_check_and_have_their_digest() {
    let read = Weights::from_json(WEIGHTS).expect("weights");
    let built_in = Weights::built_in();
    assert_eq!(read.document(), built_in.document());
    assert_eq!(read.digest(), built_in.digest());
    let judged: Vec<Judgement> = read.document().heads.iter().map(|head| head.judges).collect();
    assert_eq!(judged, Judgement::ALL);
}

#[test]
fn every_problem_of_weights_is_reported() {
    let fine = weights('P', 0);
    assert!(Weights::from_json(&fine).is_ok());
    check_problems(&fine.replacen("PP", "P", 1), &[("/heads/0/weights", "not_weights")]);
    check_problems(&fine.replacen("PP", "P~", 1), &[("/heads/0/weights", "not_weights")]);
    check_problems(
        &fine.replace(r#""mentioned_from": 0"#, r#""mentioned_from": 51"#),
        &[("/heads/0/confirmed_from", "scores_not_in_order")],
    );
    check_problems(
        &fine.replace(r#""from": 150"#, r#""from": 0"#),
        &[("/heads/0/calibration", "bands_not_in_order")],
    );
    let head = fine.split_once("[{").and_then(|(_, rest)| rest.strip_suffix("]}")).expect("a head");
    let twice = format!("{}, {{{head}]}}", fine.strip_suffix("]}").expect("a document"));
    check_problems(&twice, &[("/heads/1/judges", "duplicate")]);
    check_problems(
        &fine.replace(r#""right": 750"#, r#""right": 1001"#),
        &[("/heads/0/calibration/1/right", "out_of_range")],
    );
}

#[test]
fn a_high_score_reports_a_statement_in_which_no_rule_finds_anything() {
    let lexicon = decided_by(150);
    let found = lint_f(&lexicon, SPECIFIC);
    let [finding] = found.findings.as_slice() else { panic!("one finding: {:?}", found.findings) };
    let [part] = finding.parts.as_slice() else { panic!("one part: {:?}", finding.parts) };
    assert_eq!((part.rule, part.severity), ("open-to-interpretation", Severity::Warning));
    assert_eq!(part.span.of(SPECIFIC), SPECIFIC.trim_end_matches('.'));
    let learned = finding.learned.as_ref().expect("a judgement");
    assert_eq!((learned.judges, learned.right.number()), (Judgement::ProvisionOpen, 750));
    // No weight is above zero.
    assert!(learned.weighed.is_empty());
    assert_eq!(
        learned.reason,
        "Judged by labelled examples: of 100 such judgements on texts by other authors, 75 were right."
    );
}

#[test]
fn a_share_below_sixty_of_a_hundred_is_not_in_the_reason() {
    let lexicon = decided_by(100);
    let found = lint_f(&lexicon, SPECIFIC);
    let learned = found.findings[0].learned.as_ref().expect("a judgement");
    assert_eq!(learned.right.number(), 250);
    assert_eq!(learned.reason, "Judged by labelled examples.");
}

/// The framework in Welsh, for what no rule of the lexicon says.
fn welsh() -> Framework {
    let messages = Messages::from_json(include_str!("../../wasm/static/cy/messages.json"));
    Framework::read_built_in().with_messages(messages.expect("a catalogue"))
}

#[test]
fn a_catalogue_says_why_a_statement_is_judged_so_and_what_smart_says() {
    let framework = welsh();
    let lexicon = decided_by(150).said_as(&framework);
    let found = lint_f(&lexicon, SPECIFIC);
    assert_eq!(found.standing, "Agored i'w ddehongli: adolygwch ef.");
    let learned = found.findings[0].learned.as_ref().expect("a judgement");
    assert_eq!(
        learned.reason,
        "Barnwyd yn ôl enghreifftiau a labelwyd: o 100 dyfarniad o'r fath ar destunau gan awduron \
         eraill, roedd 75 yn gywir."
    );
    let lexicon = Lexicon::built_in_said_as(&framework);
    let text = "By July 2027 Jo will be able to read 80 of the first 100 words.";
    let found = lint(&lexicon, "E", text, &Linting::default());
    let because: Vec<&str> =
        found.outcomes[0].smart.iter().map(|view| view.because.as_str()).collect();
    let judged = "Nid yw'r geiriad yn dangos hyn: barnwch ef o'r cyngor.";
    assert_eq!(
        because,
        [
            "Mae'n dweud pwy, a beth y bydd yn gallu ei wneud.",
            "Mae'n dweud beth fyddai'n cael ei weld neu ei gyfrif.",
            judged,
            judged,
            "Mae'n dweud erbyn pryd.",
        ]
    );
}

#[test]
fn problems_of_a_lexicon_and_of_weights_are_said_by_a_catalogue() {
    let framework = welsh();
    let fine = weights('P', 0);
    let problems = Weights::from_json(&fine.replace(r#""from": 150"#, r#""from": 0"#)).unwrap_err();
    let said = framework.reworded(problems).swap_remove(0);
    assert_eq!(said.kind.code(), "bands_not_in_order");
    let sentence = "Nid yw'r bandiau mewn trefn: o leiaf un, pob un o sgôr uwch na'r un o'i flaen.";
    assert_eq!(said.kind.to_string(), sentence);
}

#[test]
fn the_weights_of_a_long_statement_are_evened_by_the_number_of_its_features() {
    // Each weight is one, so that their sum is the number of places that features have.
    let weights = Weights::from_json(&weights('Q', 7)).expect("weights");
    let lexicon = Lexicon::built_in_with(Arc::new(weights));
    for text in [VAGUE, SPECIFIC, &[SPECIFIC.trim_end_matches('.'), VAGUE].join(" and ")] {
        let blocks = SectionBlocks::of_text(text);
        let found = features(&lexicon, "F", &blocks, &Linting::default());
        let places: BTreeSet<u32> = found[0].features.iter().map(|of| of % 256).collect();
        let number = u32::try_from(places.len()).expect("few places");
        let expected = 7.0 + 40.0 * f64::from(number).sqrt();
        let score = f64::from(found[0].score.expect("a score"));
        assert!((score - expected).abs() < 3.0, "{text}: {number}, {score}");
    }
}

#[test]
fn words_that_leave_a_statement_open_stand_whatever_is_judged() {
    let lexicon = decided_by(-1);
    let text =
        "A teaching assistant should read with Jo for about 20 minutes every day, regularly.";
    let found = lint_f(&lexicon, text);
    let parts = found.findings.iter().flat_map(|finding| &finding.parts);
    let parts: Vec<_> = parts.map(|part| (part.rule, part.span.of(text), part.severity)).collect();
    assert_eq!(
        parts,
        [
            ("no-commitment", "should", Severity::Warning),
            ("zero-complies", "about 20 minutes", Severity::Warning),
        ]
    );
    assert!(found.findings[0].learned.is_none());
}

#[test]
fn what_four_rules_find_stands_whatever_is_judged() {
    let rules = |lexicon: &Lexicon, text: &str| {
        let found = lint_f(lexicon, text);
        let parts = found.findings.iter().flat_map(|finding| &finding.parts);
        parts.map(|part| part.rule.to_owned()).collect::<Vec<_>>()
    };
    let all = ["vague-frequency", "no-content", "no-quantity", "provider-missing"];
    assert_eq!(rules(&decided_by(-1), "Jo will have regular support."), all);
    // As it is judged, between two statements that say everything.
    let firm = "A teacher will teach Jo phonics with Numicon for 20 minutes every day, 1:1.";
    let text = format!("{firm} Jo will have regular support. {firm}");
    assert_eq!(rules(&Lexicon::built_in(), &text), all);
}

#[test]
fn a_score_that_only_confirms_reports_no_statement_in_which_no_rule_finds_anything() {
    let lexicon = decided_by(99);
    assert!(lint_f(&lexicon, SPECIFIC).findings.is_empty());
}

#[test]
fn a_score_between_makes_what_rules_find_information_and_a_low_one_leaves_it_out() {
    let severities = |bias| {
        let lexicon = decided_by(bias);
        let found = lint_f(&lexicon, "A teaching assistant will give Jo regular support.");
        let parts = found.findings.iter().flat_map(|finding| &finding.parts);
        parts.map(|part| part.severity).collect::<Vec<_>>()
    };
    assert!(severities(100).contains(&Severity::Warning));
    assert!(severities(50).contains(&Severity::Warning));
    let mentioned = severities(49);
    assert!(!mentioned.is_empty());
    assert!(mentioned.iter().all(|severity| *severity == Severity::Information));
    assert!(severities(-1).is_empty());
}

#[test]
fn rules_that_no_judgement_decides_stay() {
    let lexicon = decided_by(-1);
    let found = lint_f(&lexicon, "Jo will have regular support from [insert name].");
    let rules: Vec<&str> =
        found.findings.iter().flat_map(|f| &f.parts).map(|part| part.rule).collect();
    assert_eq!(rules, ["placeholder"]);
}

#[test]
fn weights_of_another_language_judge_nothing() {
    let welsh = weights('P', -1).replace(r#""language": "en""#, r#""language": "cy""#);
    let welsh = Weights::from_json(&welsh).expect("weights");
    let lexicon = Lexicon::built_in_with(Arc::new(welsh));
    let found = lint_f(&lexicon, VAGUE);
    assert!(found.findings.iter().any(|finding| finding.severity == Severity::Warning));
    assert!(found.findings.iter().all(|finding| finding.learned.is_none()));
}

#[test]
fn what_weighed_is_named_by_the_words_with_the_greatest_share() {
    let lexicon = Lexicon::built_in();
    let found = lint_f(&lexicon, VAGUE);
    let learned = found.findings[0].learned.as_ref().expect("a judgement");
    let words: Vec<&str> = learned.weighed.iter().map(|weighed| weighed.span.of(VAGUE)).collect();
    assert!(
        words.iter().any(|words| words.contains("regular") || words.contains("support")),
        "{words:?}"
    );
    for words in &words {
        assert!(learned.reason.contains(&format!("\u{201c}{words}\u{201d}")), "{}", learned.reason);
    }
    assert!(words.iter().all(|words| *words != "will" && *words != "have"), "{words:?}");
    let shares: u16 = learned.weighed.iter().map(|weighed| weighed.share.number()).sum();
    assert!(shares > 0 && shares <= 1_000);
    assert!(learned.right.number() > 500);
}

#[test]
fn a_receipt_names_the_weights() {
    let lexicon = decided_by(0);
    let found = lint_f(&lexicon, VAGUE);
    let weights = found.receipt.weights.expect("the weights");
    assert_eq!((weights.id, weights.sha256.len()), ("ours", 64));
    assert_ne!(weights.sha256, Weights::built_in().digest().sha256);
}

#[test]
fn features_do_not_depend_on_capitals_and_smart_apostrophes() {
    let lexicon = Lexicon::built_in();
    let of = |text: &str| {
        let blocks = SectionBlocks::of_text(text);
        let found = features(&lexicon, "F", &blocks, &Linting::default());
        found.into_iter().map(|statement| (statement.features, statement.score)).collect::<Vec<_>>()
    };
    assert_eq!(
        of("The TA\u{2019}s timetable gives Jo\u{ad} 20 minutes."),
        of("the ta's timetable gives jo 30 minutes.")
    );
    assert_ne!(of("Jo has 20 minutes."), of("Jo has minutes."));
}
