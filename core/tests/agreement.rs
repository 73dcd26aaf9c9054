//! Agreement of two graders, against published examples and other implementations.
//!
//! Each table was given to statsmodels 0.15.0 (`cohens_kappa(table, weights=range(4), wt="quadratic")`), to
//! scikit-learn 1.9.1 (`cohen_kappa_score(first, second, weights="quadratic", labels=[1, 2, 3, 4])`) and to
//! irrCAC 0.4.4 (`CAC(pairs, weights="quadratic", categories=[1, 2, 3, 4])`: `gwet()`, and `conger()`, which for
//! two graders is Cohen's kappa), all from the Python package index. Their kappas are the same to seven places.

use ehcp_qa_core::Framework;
use ehcp_qa_core::agreement::{Agreement, AgreementFigure, Undefined, figures};
use proptest::prelude::*;
use serde_json::json;

type Table = [[u32; 4]; 4];

/// Counts pair by pair, as a host would.
fn agreement(table: &Table) -> Agreement {
    let framework = Framework::built_in();
    let mut agreement = Agreement::new(&framework);
    for (first, row) in framework.scores().zip(table) {
        for (second, count) in framework.scores().zip(row) {
            for _ in 0..*count {
                agreement.add(&framework, first, second);
            }
        }
    }
    assert_eq!(agreement.matrix(), table);
    agreement
}

fn value_or_word(figure: AgreementFigure) -> String {
    match (figure.value, figure.undefined, figure.message) {
        (Some(value), None, None) => value.to_string(),
        (None, Some(undefined), Some(message)) => {
            assert_eq!(message, undefined.message());
            undefined.word().to_owned()
        }
        other => panic!("{other:?}"),
    }
}

/// Expects kappa and AC2, to three decimal places.
#[track_caller]
fn check(table: Table, kappa: &str, ac2: &str) {
    let figures = figures(&Framework::built_in(), &agreement(&table));
    assert_eq!([value_or_word(figures.kappa), value_or_word(figures.ac2)], [kappa, ac2]);
}

#[test]
fn published_examples() {
    // 223 patients by two methods of diagnosis: the example `cont4x4diagnosis` of irrCAC, whose own tests expect
    // 0.383 and 0.299. Here kappa 0.3831859 and AC2 0.2985730.
    check([[40, 4, 4, 17], [6, 25, 2, 13], [4, 1, 21, 12], [15, 5, 9, 45]], "0.383", "0.299");
    // 85 mammograms by two radiologists, in the manual of Stata, [R] kappa, whose weights w2 are these: it prints
    // a kappa of 0.6714. Here 0.6713706 and AC2 0.8501719.
    check([[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]], "0.671", "0.850");
}

#[test]
fn tables_given_to_other_implementations() {
    // 118 slides by two pathologists (A. Agresti, Categorical Data Analysis): kappa 0.7838219, AC2 0.8531741.
    check([[22, 2, 2, 0], [5, 7, 14, 0], [0, 2, 36, 0], [0, 1, 17, 10]], "0.784", "0.853");
    // 88 patients by two dermatologists (an example of SAS): 0.6607229 and 0.7178687.
    check([[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]], "0.661", "0.718");
    // Grades that do not depend on each other: 0.0 and 0.0415335.
    check([[1, 2, 3, 4]; 4], "0.000", "0.042");
    // Full agreement, and the fullest disagreement, with which AC2 is below -1: 1.0 and 1.0, -1.0 and -1.2422680.
    check([[5, 0, 0, 0], [0, 9, 0, 0], [0, 0, 4, 0], [0, 0, 0, 2]], "1.000", "1.000");
    check([[0, 0, 0, 3], [0, 0, 2, 0], [0, 2, 0, 0], [3, 0, 0, 0]], "-1.000", "-1.242");
}

#[test]
fn where_nearly_all_plans_have_one_grade_kappa_is_low() {
    // 85 and 90 of 100 plans with the same grade: kappa -0.0714286 and AC2 0.9807631, -0.0080645 and 0.9877565.
    check([[0; 4], [0, 85, 5, 0], [0, 10, 0, 0], [0; 4]], "-0.071", "0.981");
    check([[0, 1, 0, 0], [2, 90, 4, 0], [0, 3, 0, 0], [0; 4]], "-0.008", "0.988");
}

#[test]
fn tables_with_little_or_nothing_in_them() {
    check([[0; 4]; 4], "no_pairs", "no_pairs");
    // One grade by both: the other implementations return nan, and an AC2 of 1.0.
    check([[0; 4], [0, 7, 0, 0], [0; 4], [0; 4]], "one_grade", "1.000");
    // One grade by the second alone: 0.0 and 0.9089253.
    check([[0, 3, 0, 0], [0, 5, 0, 0], [0, 2, 0, 0], [0; 4]], "0.000", "0.909");
    // One pair, as far apart as can be: kappa 0.0. irrCAC divides by n - 1 for the error of AC2 and fails. By hand:
    // O = 9, S = 1 (2 - 1) + 1 (2 - 1) = 2, and (6 (9 - 9) - 13 * 2) / (54 - 13 * 2) = -26 / 28 = -0.9285714.
    check([[0, 0, 0, 1], [0; 4], [0; 4], [0; 4]], "0.000", "-0.929");
}

#[test]
fn counts_and_shares() {
    // The radiologists again, counted by hand. The same: 21 + 17 + 15 + 1. Next to each other: 12 + 4 + 1 + 9 + 2
    // more. First better: 12 + 1 + 2. Second better: 4 + 3 + 9. Across Good: 1 with the first on its good side,
    // 3 + 9 with the second.
    let table = [[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]];
    let found = serde_json::to_value(figures(&Framework::built_in(), &agreement(&table))).unwrap();
    let defined = |value: f64| json!({"value": value, "undefined": null, "message": null});
    let part = |count: u64, share: f64| json!({"count": count, "share": defined(share)});
    assert_eq!(
        found,
        json!({
            "pairs": 85,
            "matrix": table,
            "exact": part(54, 0.635),
            "within_one": part(82, 0.965),
            "first_better": part(15, 0.176),
            "second_better": part(16, 0.188),
            "across_good": part(13, 0.153),
            "across_good_first": part(1, 0.012),
            "across_good_second": part(12, 0.141),
            "kappa": defined(0.671),
            "ac2": defined(0.85),
        })
    );
}

#[test]
fn undefined_figures_have_a_reason() {
    let framework = Framework::built_in();
    let found = serde_json::to_value(figures(&framework, &Agreement::new(&framework))).unwrap();
    let undefined = json!({
        "value": null, "undefined": "no_pairs", "message": "Undefined: no plan was graded by both.",
    });
    for name in ["kappa", "ac2"] {
        assert_eq!(found[name], undefined, "{name}");
    }
    for name in ["exact", "within_one", "first_better", "second_better", "across_good"] {
        assert_eq!(found[name], json!({"count": 0, "share": undefined}), "{name}");
    }
    assert_eq!(
        Undefined::OneGrade.message(),
        "Undefined: both gave every plan one and the same grade, so chance would agree as fully."
    );
}

#[test]
fn the_good_line_is_where_the_framework_issues() {
    let text = include_str!("../frameworks/shropshire-2023.json");
    let mut strict: serde_json::Value = serde_json::from_str(text).unwrap();
    strict["interpretation"]["gate"]["issue_at"] = json!(1);
    let strict = Framework::from_json(&strict.to_string()).unwrap();
    let usual = Framework::built_in();
    let mut agreement = Agreement::new(&usual);
    agreement.add(&usual, usual.score(1).unwrap(), usual.score(2).unwrap());
    assert_eq!(figures(&usual, &agreement).across_good.count, 0);
    let figures = figures(&strict, &agreement);
    assert_eq!((figures.across_good.count, figures.across_good_first.count), (1, 1));
}

#[test]
fn counts_are_read_with_all_problems() {
    let total =
        json!({"matrix": [[1, 2, 3, 4], [0, 0, 0, 0], [5, 6, 7, 8], [0, 0, 0, 4_294_967_295_u32]]});
    let framework = Framework::built_in();
    let agreement = Agreement::from_json(&framework, &total.to_string()).unwrap();
    assert_eq!(serde_json::to_value(&agreement).unwrap(), total);
    let check = |text: &str, expected: &[(&str, &str)]| {
        let problems = Agreement::from_json(&framework, text).unwrap_err();
        let found: Vec<_> = problems
            .iter()
            .map(|problem| (problem.pointer.as_str(), problem.kind.code()))
            .collect();
        assert_eq!(found, expected, "{text}");
    };
    check("{}", &[("/matrix", "missing")]);
    check(r#"{"matrix": 5, "n": 1}"#, &[("/matrix", "wrong_type"), ("/n", "unknown_field")]);
    check(
        r#"{"matrix": [[0, 0, 0], [0, 0, 0, -1], {}, [0, 1.5, 4294967296, "0"]]}"#,
        &[
            ("/matrix/1/3", "out_of_range"),
            ("/matrix/2", "wrong_type"),
            ("/matrix/3/1", "wrong_type"),
            ("/matrix/3/2", "out_of_range"),
            ("/matrix/3/3", "wrong_type"),
            // How many there must be is the framework's to say.
            ("/matrix/0", "wrong_type"),
        ],
    );
}

#[test]
fn the_largest_counts_are_no_trouble() {
    let full = u32::MAX;
    let all = [[full; 4]; 4];
    let framework = Framework::built_in();
    let good = framework.score(2).unwrap();
    let mut agreement = read(&all);
    agreement.add(&framework, good, good);
    agreement.merge(&read(&all));
    assert_eq!(agreement.matrix(), &all);
    let figures = figures(&framework, &agreement);
    assert_eq!(figures.pairs, 16 * u64::from(full));
    // All cells alike: kappa is 0. With n = 16, O = 40 and m = 8 each: S = 4 * 8 * 24 = 768, and
    // (6 * 16 (144 - 40) - 13 * 768) / (54 * 256 - 13 * 768) = 0 / 3840.
    assert_eq!([value_or_word(figures.kappa), value_or_word(figures.ac2)], ["0.000", "0.000"]);
}

fn table() -> impl Strategy<Value = Table> {
    let count = prop_oneof![3 => Just(0_u32), 2 => 1..5_u32, 1 => 5..200_u32];
    prop::array::uniform4(prop::array::uniform4(count))
}

fn read(table: &Table) -> Agreement {
    let framework = Framework::built_in();
    Agreement::from_json(&framework, &json!({"matrix": table}).to_string()).unwrap()
}

/// Kappa and AC2 as textbooks have them: by weights and proportions, in floating point.
fn by_textbook(table: &Table) -> (f64, f64) {
    let n: f64 = table.as_flattened().iter().map(|count| f64::from(*count)).sum();
    let p = |i: usize, j: usize| f64::from(table[i][j]) / n;
    let weight =
        |i: usize, j: usize| 1.0 - (f64::from(u8::try_from(i.abs_diff(j)).unwrap()) / 3.0).powi(2);
    let row = |i: usize| (0..4).map(|j| p(i, j)).sum::<f64>();
    let column = |j: usize| (0..4).map(|i| p(i, j)).sum::<f64>();
    let over = |of: &dyn Fn(usize, usize) -> f64| -> f64 {
        (0..16).map(|cell| of(cell / 4, cell % 4)).sum()
    };
    let observed = over(&|i, j| weight(i, j) * p(i, j));
    let by_chance = over(&|i, j| weight(i, j) * row(i) * column(j));
    let mean = |k: usize| f64::midpoint(row(k), column(k));
    let spread: f64 = (0..4).map(|k| mean(k) * (1.0 - mean(k))).sum();
    let for_ac2 = over(&weight) / 12.0 * spread;
    ((observed - by_chance) / (1.0 - by_chance), (observed - for_ac2) / (1.0 - for_ac2))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_are_those_of_the_textbook(table in table()) {
        let figures = figures(&Framework::built_in(), &read(&table));
        let (kappa, ac2) = by_textbook(&table);
        for (figure, expected) in [(figures.kappa, kappa), (figures.ac2, ac2)] {
            if let Some(value) = figure.value {
                let off = (f64::from(value.number()) / 1_000.0 - expected).abs();
                prop_assert!(off < 0.000_500_001, "{} but {}", value, expected);
            } else {
                let cells = table.as_flattened().iter().filter(|count| **count > 0).count();
                prop_assert!(cells <= 1, "{:?}", table);
            }
        }
        prop_assert_eq!(figures.first_better.count + figures.exact.count + figures.second_better.count, figures.pairs);
        prop_assert_eq!(figures.across_good_first.count + figures.across_good_second.count, figures.across_good.count);
    }

    #[test]
    fn merging_does_not_depend_on_order_or_grouping(a in table(), b in table(), c in table()) {
        let merged = |parts: &[&Agreement]| {
            let mut all = Agreement::default();
            for part in parts {
                all.merge(part);
            }
            all
        };
        let [a, b, c] = [a, b, c].map(|table| read(&table));
        let total = merged(&[&a, &b, &c]);
        prop_assert_eq!(&total, &merged(&[&c, &a, &b]));
        prop_assert_eq!(&total, &merged(&[&a, &merged(&[&b, &c])]));
        prop_assert_eq!(&a, &merged(&[&a]));
    }

    #[test]
    fn graders_who_change_places_agree_as_well(table in table()) {
        let swapped = std::array::from_fn(|i| std::array::from_fn(|j| table[j][i]));
        let framework = Framework::built_in();
        let (one, other) = (figures(&framework, &read(&table)), figures(&framework, &read(&swapped)));
        prop_assert_eq!((one.kappa, one.ac2), (other.kappa, other.ac2));
        prop_assert_eq!(one.first_better, other.second_better);
        prop_assert_eq!(one.across_good_first, other.across_good_second);
    }
}
