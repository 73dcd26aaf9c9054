//! Advice, placeholders, names, speech and pasted text.

use ehcp_qa_core::wording::{Lexicon, Linting, Utf16, lint_in};

use crate::{check, checked, parts, silent};

#[test]
fn entries_of_advice() {
    silent(
        "K",
        "K1 Educational psychology report, Dr Shah, 12/05/2024\nK2 School report, 3 June 2024",
        "{}",
    );
    check(
        "K",
        "K1 Educational psychology report",
        "{}",
        "advice-without-date",
        &["K1 Educational psychology report"],
    );
    check(
        "K",
        "School report 12/05/2024",
        "{}",
        "advice-without-reference",
        &["School report 12/05/2024"],
    );
    silent("K", "The advice was gathered in the spring.", "{}");
}

#[test]
fn placeholders_and_names() {
    check("A", "XXX likes football.", "{}", "placeholder", &["XXX"]);
    check("F", "[name] will be taught daily.", "{}", "placeholder", &["[name]"]);
    check("B", "Oliver reads well.", r#"{"names": ["Amira"]}"#, "other-name", &["Oliver"]);
    check("B", "Amira reads well.", r#"{"names": ["Amira"]}"#, "other-name", &[]);
    check("B", "He reads well.", r#"{"pronouns": "she"}"#, "other-pronoun", &["He"]);
}

#[test]
fn pillars_of_preparation_for_adulthood_follow_the_year_group() {
    let lexicon = Lexicon::built_in();
    let text = "A teacher will teach phonics for 20 minutes daily.";
    let found = |known: &str| {
        let found = checked(&lexicon, "F", text, known);
        (found.absent.iter().map(|a| a.pillars.len()).sum::<usize>(), found.not_checked.len())
    };
    assert_eq!(found("{}"), (0, 1));
    assert_eq!(found(r#"{"year_group": 8}"#), (0, 0));
    assert_eq!(found(r#"{"year_group": 9}"#), (3, 0));
}

#[test]
fn speech_is_left_alone() {
    silent(
        "A",
        "\u{201c}I would like more support and regular breaks when I need them.\u{201d}",
        "{}",
    );
    silent("F", "Amira says she would like access to the library when she needs it.", "{}");
}

#[test]
fn text_pasted_from_a_word_processor() {
    // A soft hyphen, a non-breaking space, and an emoji before them.
    let text = "\u{1f600} Re\u{ad}gular\u{a0}sup\u{ad}port.";
    check("F", text, "{}", "vague-frequency", &["Re\u{ad}gular"]);
    let lexicon = Lexicon::built_in();
    let found = lint_in::<Utf16>(&lexicon, "F", text, &Linting::default());
    let regular = parts(&found).into_iter().find(|f| f.rule == "vague-frequency").unwrap();
    // The emoji is two UTF-16 code units, the space one.
    assert_eq!((regular.span.start, regular.span.end), (3, 11));
}
