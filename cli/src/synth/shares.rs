//! What made-up records are made of: how likely each thing is, as data.

/// Needs and settings, each with its weight.
pub(super) const NEEDS: &[(&str, u64)] = &[
    ("autism", 33),
    ("speech-language-and-communication", 21),
    ("social-emotional-and-mental-health", 20),
    ("moderate-learning-difficulty", 9),
    ("severe-learning-difficulty", 6),
    ("specific-learning-difficulty", 4),
    ("physical-disability", 3),
    ("hearing-impairment", 2),
    ("profound-and-multiple", 1),
    ("visual-impairment", 1),
];
pub(super) const SETTINGS: &[(&str, u64)] = &[
    ("mainstream", 45),
    ("special", 34),
    ("resourced-provision", 6),
    ("further-education", 11),
    ("early-years", 2),
    ("elsewhere", 2),
];
pub(super) const AREAS: &[(&str, u64)] = &[("north", 28), ("central", 41), ("south", 31)];
pub(super) const LEVELS: &[(u8, u64)] = &[(2, 70), (4, 22), (5, 8)];

/// Year groups: most plans are of pupils of school age.
pub(super) const YEARS: &[(i64, u64)] = &[
    (-2, 1),
    (-1, 3),
    (0, 5),
    (1, 6),
    (2, 6),
    (3, 7),
    (4, 7),
    (5, 8),
    (6, 8),
    (7, 8),
    (8, 8),
    (9, 7),
    (10, 7),
    (11, 7),
    (12, 5),
    (13, 4),
    (14, 2),
    (15, 1),
];

/// A term: the year and the month in which it begins, its months, and how much better than in the first
/// the plans in it are.
pub(super) struct Term {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) months: u64,
    pub(super) better: u64,
}
/// The terms of a school year.
pub(super) const TERMS: &[Term] = &[
    Term { year: 2025, month: 9, months: 4, better: 0 },
    Term { year: 2026, month: 1, months: 3, better: 4 },
    Term { year: 2026, month: 4, months: 4, better: 9 },
];

/// By how much sections are easier than others to write well; those that are not named are like most.
pub(super) const SECTIONS: &[(&str, i64)] = &[
    ("A", 12),
    ("E", -9),
    ("B", 4),
    ("C", -3),
    ("D", -5),
    ("F", -14),
    ("G", -8),
    ("H1", -4),
    ("I", 10),
    ("J", 14),
    ("K", 6),
];

/// By how much descriptors are met more often than others.
pub(super) const DESCRIPTORS: &[(&str, i64)] = &[
    ("A1", 10),
    ("A5", -15),
    ("E2", -30),
    ("E3", -25),
    ("B3", -25),
    ("C2", -20),
    ("F1", -20),
    ("F2", -35),
    ("F3", -30),
    ("G1", -15),
    ("H2.2", -15),
    ("K1", 10),
];

/// In how many of a hundred middling plans a rule of wording or of the golden thread has a finding, where it applies.
pub(super) const RULES: &[(&str, u64)] = &[
    ("vague-frequency", 42),
    ("availability", 38),
    ("no-quantity", 33),
    ("nobody-named", 29),
    ("undefined-group", 24),
    ("outcome-not-measurable", 36),
    ("outcome-no-date", 27),
    ("outcome-as-provision", 16),
    ("provision-in-needs", 20),
    ("diagnosis-without-impact", 14),
    ("advice-without-date", 18),
    ("no-commitment", 14),
    ("open-list", 12),
    ("thread-need-without-provision", 24),
    ("thread-health-need-without-provision", 15),
    ("thread-social-care-need-without-provision", 13),
    ("thread-need-without-outcome", 18),
    ("thread-provision-without-outcome", 29),
    ("thread-outcome-without-aspiration", 22),
    ("thread-need-without-advice", 11),
];
/// The same of every other rule.
pub(super) const OTHER_RULE: u64 = 5;

/// The grades that a second grader gives a plan where the two differ, by the first grade. They do not differ on
/// Inadequate plans, in which something essential is missing.
pub(super) const OTHERWISE: [&[u64]; 4] = [&[2], &[1, 3], &[2], &[4]];

/// What a reviewer might note. Nobody is named.
pub(super) const STRENGTHS: &[&str] = &[
    "The views are in the young person's own words and are easy to follow.",
    "Provision is specific: what, who, how often and for how long.",
    "Outcomes are dated and can be measured.",
    "Each need has provision, and each provision an outcome.",
];
pub(super) const IMPROVEMENTS: &[&str] = &[
    "State how often and for how long; \"regular\" is open to interpretation.",
    "Some provision stands in the section on needs and belongs in Section F.",
    "Say who will deliver the programme and what training they have.",
    "The outcomes describe what staff will do, not what the young person will be able to do.",
    "Contributors are listed without the dates of their advice.",
];
pub(super) const RATIONALES: &[&str] = &[
    "Complies and is mostly well written; detail is missing in two places.",
    "Information is in the right sections and the thread can be followed.",
    "Essential content is missing, so the plan cannot be issued yet.",
    "Clear, specific and well presented throughout.",
];
