//! The wording of every section: one finding a statement, with its place in the plan.

use super::evidence::Evidence;
use super::finding::{
    FindingKind, FindingPart, LearnedFinding, PlanFinding, SectionCheck, SpeaksFor, WeighedPlace,
};
use super::findings::Findings;
use super::messages;
use crate::framework::{PlanEvidence, Severity};
use crate::law::PlanSection;
use crate::plan::{PlanDocument, TextPlace};
use crate::wording::{
    Absence, Element, Letter, Lexicon, Lint, Linting, Outcome, ProvisionStatement, SectionBlocks,
    SmartState, Span, StatementFinding, Utf16, lint_blocks,
};

/// What a statement of provision says that speaks for it.
const SAID: [Element; 3] = [Element::Who, Element::HowOften, Element::HowLong];

/// The wording of all sections.
pub(super) struct Wording<'a> {
    pub(super) sections: Vec<SectionCheck>,
    pub(super) evidence: Vec<Evidence<'a>>,
    pub(super) not_checked: Vec<&'a str>,
    /// How many more parts were found than are listed.
    pub(super) more: usize,
    /// The words that rules found.
    pub(super) found: Vec<FoundWords<'a>>,
}

/// Words that a rule of the lexicon found.
pub(super) struct FoundWords<'a> {
    pub(super) rule: &'a str,
    pub(super) severity: Severity,
    pub(super) place: TextPlace,
}

/// Checks the wording of every section that the plan has.
pub(super) fn wording<'a>(
    lexicon: &'a Lexicon,
    plan: &PlanDocument,
    context: &Linting,
    findings: &mut Findings<'a>,
) -> Wording<'a> {
    let mut wording = Wording {
        sections: Vec::new(),
        evidence: Vec::new(),
        not_checked: Vec::new(),
        more: 0,
        found: Vec::new(),
    };
    for section in PlanSection::ALL.iter().copied() {
        if !plan.parts.iter().any(|part| part.sections.contains(&section)) {
            continue;
        }
        let places = SectionBlocks::of_plan(plan, section);
        let lint: Lint<'a, Utf16> = lint_blocks(lexicon, section.word(), &places, context);
        let (statements, clear) =
            speaks_for(lexicon, section, &places, &lint, &mut wording.evidence);
        wording.sections.push(SectionCheck {
            section,
            words: u32::try_from(places.text().split_whitespace().count()).unwrap_or(u32::MAX),
            statements,
            clear,
            findings: Vec::new(),
        });
        for rule in lint.not_checked {
            if !wording.not_checked.contains(&rule) {
                wording.not_checked.push(rule);
            }
        }
        wording.more += lint.more;
        for statement in lint.findings {
            let finding = of_statement(section, &places, statement);
            let parts = finding.iter().flat_map(|finding| &finding.parts);
            wording.found.extend(parts.map(|part| FoundWords {
                rule: part.rule,
                severity: part.severity,
                place: part.place,
            }));
            if let Some(finding) = finding {
                findings.add(finding);
            }
        }
        for absence in &lint.absent {
            findings.add(of_absence(section, absence));
        }
    }
    wording
}

/// Where a stretch of the text stands. What goes over several blocks is given in the first.
fn place_of(blocks: &SectionBlocks, span: Span<Utf16>) -> Option<TextPlace> {
    blocks.places(span).into_iter().find(|place| place.length.0 > 0)
}

/// The finding about a statement.
fn of_statement<'a>(
    section: PlanSection,
    places: &SectionBlocks,
    statement: StatementFinding<'a, Utf16>,
) -> Option<PlanFinding<'a>> {
    let leading = statement.leading()?;
    let (rule, why, instead) = (leading.rule, leading.why, leading.instead);
    let (action, cites) = (leading.action, leading.cites);
    let learned = statement.learned.map(|learned| LearnedFinding {
        judges: learned.judges,
        reason: learned.reason,
        right: learned.right,
        weighed: learned
            .weighed
            .into_iter()
            .filter_map(|weighed| {
                let place = place_of(places, weighed.span)?;
                Some(WeighedPlace { place, share: weighed.share })
            })
            .collect(),
    });
    let parts = statement.parts.into_iter().filter_map(|part| {
        Some(FindingPart {
            rule: part.rule,
            severity: part.severity,
            place: place_of(places, part.span)?,
            message: part.message,
            why: part.why,
            instead: part.instead,
            action: part.action,
            cites: part.cites,
            fingerprint: part.fingerprint,
        })
    });
    Some(PlanFinding {
        id: 0,
        kind: FindingKind::Wording,
        rule,
        severity: statement.severity,
        section: Some(section),
        place: place_of(places, statement.span),
        message: statement.message.to_owned(),
        why,
        instead,
        action,
        cites,
        basis: None,
        missing: statement.missing,
        rewrite: statement.rewrite,
        learned,
        parts: parts.collect(),
        others: Vec::new(),
        fingerprint: statement.fingerprint,
    })
}

/// The finding about what a section does not say.
fn of_absence<'a>(section: PlanSection, absence: &Absence<'a>) -> PlanFinding<'a> {
    PlanFinding {
        id: 0,
        kind: FindingKind::Absence,
        rule: absence.rule,
        severity: absence.severity,
        section: Some(section),
        place: None,
        message: absence.message.to_owned(),
        why: absence.why,
        instead: absence.instead,
        action: absence.action,
        cites: absence.cites,
        basis: None,
        missing: Vec::new(),
        rewrite: None,
        learned: None,
        parts: Vec::new(),
        others: Vec::new(),
        // The same may be missing in several sections.
        fingerprint: super::findings::fingerprint(section.word(), &absence.fingerprint),
    }
}

/// How many statements of provision and outcomes there are and how many have no finding; what speaks for them.
fn speaks_for<'a>(
    lexicon: &'a Lexicon,
    section: PlanSection,
    places: &SectionBlocks,
    lint: &Lint<'_, Utf16>,
    evidence: &mut Vec<Evidence<'a>>,
) -> (u32, u32) {
    let serious: Vec<Span<Utf16>> = lint
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Information)
        .map(|finding| finding.span)
        .collect();
    let is_clear = |span: Span<Utf16>| {
        // Findings are in the order of the text, and a statement has one.
        let near = serious.partition_point(|found| found.end <= span.start);
        serious.get(near).is_none_or(|found| found.start >= span.end)
    };
    let mut push = |kind, span, message| {
        let message = lexicon.catalogue.template(message, None);
        if let Some(place) = place_of(places, span) {
            evidence.push(Evidence { kind, section, speaks: SpeaksFor { place, message } });
        }
    };
    let (mut count, mut clear) = (0, 0);
    for statement in &lint.statements {
        count += 1;
        if is_clear(statement.span) {
            clear += 1;
            if says_all(statement) {
                push(
                    PlanEvidence::SpecificProvision,
                    statement.span,
                    &messages::PLAN_SPEAKS_SPECIFIC,
                );
            }
        }
    }
    for outcome in &lint.outcomes {
        count += 1;
        if is_clear(outcome.span) {
            clear += 1;
            if is_measured_and_timed(outcome) {
                push(PlanEvidence::SmartOutcome, outcome.span, &messages::PLAN_SPEAKS_SMART);
            }
        }
    }
    (count, clear)
}

/// Whether a statement leaves nothing out and has words for who, how often and how long.
fn says_all(statement: &ProvisionStatement<Utf16>) -> bool {
    let says = |element: &Element| statement.says.iter().any(|said| said.element == *element);
    statement.missing.is_empty() && SAID.iter().all(says)
}

fn is_measured_and_timed(outcome: &Outcome<Utf16>) -> bool {
    let is_said = |letter| {
        outcome.smart.iter().any(|view| view.letter == letter && view.state == SmartState::Said)
    };
    is_said(Letter::Measurable) && is_said(Letter::TimeLimited)
}
