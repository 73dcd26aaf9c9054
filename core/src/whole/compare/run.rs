//! The comparison of two versions of a plan.

use super::comparison::{
    ChangeCount, ChangeEffect, ChangeElement, ChangeKind, ChangeOf, ChangeReason, ComparedFinding,
    ComparedStatement, PlanComparison, StatementChange,
};
use super::content::names;
use super::edit::Edit;
use super::finding::{compare_findings, findings, statement_at};
use super::judge::{Measured, OpenWords, judge};
use super::statement::{Statement, about, aligned, statements, units_of};
use super::table::WordTable;
use super::word::Word;
use crate::document::table::Table;
use crate::framework::Receipt;
use crate::law::PlanSection;
use crate::plan::{PlanDocument, TextPlace};
use crate::text::order::{distinct, sort_by};
use crate::whole::align::{AlignedNumber, OF_VERSIONS, Pairing, align};
use crate::wording::{Lexicon, Linting, Span, Utf16};

/// So many words of a statement are judged and marked: what is judged word against word would take too long for more.
const MOST_JUDGED: usize = 2_000;

/// The most changes that are listed.
pub const MOST_CHANGES: usize = 5_000;

/// Compares two versions of a plan, statement by statement.
///
/// `context` is what a host knows of the plan, for the findings about wording. The comparison shows what words say and
/// a person judges: a change of words that mean the same to a reader may be listed as reduced.
#[must_use]
pub fn compare<'a>(
    lexicon: &'a Lexicon,
    old: &PlanDocument,
    new: &PlanDocument,
    context: &Linting,
) -> PlanComparison<'a> {
    let (was, is) = (statements(old), statements(new));
    let names = names_of(was.rows().iter().chain(is.rows()));
    let pairings = align(&aligned(&was, &names, false), &aligned(&is, &names, false), OF_VERSIONS);
    let mut changes = Vec::new();
    let mut unchanged = 0;
    let before = findings(lexicon, old, context);
    let after = findings(lexicon, new, context);
    let (open_before, open_after) = (open_words(&before, &was), open_words(&after, &is));
    for pairing in &pairings {
        let of = |open: &Table<AlignedNumber, Vec<OpenWords>>, numbers: &[AlignedNumber]| {
            numbers.iter().flat_map(|number| open[*number].iter().cloned()).collect()
        };
        let open = (of(&open_before, &pairing.old), of(&open_after, &pairing.new));
        match change(pairing, &was, &is, &names, open) {
            Some(change) => changes.push(change),
            None => unchanged += 1,
        }
    }
    sort_by(&mut changes, |one, other| in_order(one).cmp(&in_order(other)));
    let counts = counts(&changes);
    let more = changes.len().saturating_sub(MOST_CHANGES);
    changes.truncate(MOST_CHANGES);
    PlanComparison {
        counts,
        unchanged,
        changes,
        more,
        findings: compare_findings((before, &was), (after, &is), &pairings),
        receipt: Receipt::new(None, Some(lexicon.digest()))
            .with_weights(lexicon.weights().digest()),
    }
}

/// Compares the two versions that a proposed amended plan holds: with what is struck through, and without it. Text that
/// was written in its place stands in both. Places in the older version are in the text with what is struck through.
#[must_use]
pub fn compare_amended<'a>(
    lexicon: &'a Lexicon,
    plan: &PlanDocument,
    context: &Linting,
) -> PlanComparison<'a> {
    let mut old = plan.clone();
    for block in old.parts.0.iter_mut().flat_map(|part| part.blocks.0.iter_mut()) {
        if let Some(text) = block.with_struck.take() {
            block.text = text;
            // They are places in the other text.
            block.cells = None;
        }
    }
    compare(lexicon, &old, plan, context)
}

/// The names of people in statements.
pub(in crate::whole) fn names_of<'s>(all: impl Iterator<Item = &'s Statement>) -> Vec<String> {
    let mut names: Vec<String> = all.flat_map(|statement| names(&statement.words)).collect();
    distinct(&mut names);
    names
}

/// What is about provision first, the most serious first, then by place.
fn in_order(
    change: &StatementChange,
) -> (ChangeOf, ChangeKind, Option<TextPlace>, Option<TextPlace>) {
    let place = |statements: &[ComparedStatement]| statements.first().map(|one| one.place);
    (change.of, change.kind, place(&change.new).or(place(&change.old)), place(&change.old))
}

fn counts(changes: &[StatementChange]) -> Vec<ChangeCount> {
    let mut counts: Vec<ChangeCount> = Vec::new();
    for change in changes {
        match counts.last_mut().filter(|last| last.of == change.of && last.kind == change.kind) {
            Some(last) => last.count += 1,
            None => counts.push(ChangeCount { of: change.of, kind: change.kind, count: 1 }),
        }
    }
    counts
}

/// The words of each statement that rules about wording find open to interpretation.
fn open_words(
    findings: &[ComparedFinding],
    statements: &Table<AlignedNumber, Statement>,
) -> Table<AlignedNumber, Vec<OpenWords>> {
    let mut open = Table::like(statements, Vec::new());
    for finding in findings {
        if WordTable::built_in().open.iter().any(|rule| rule == finding.rule)
            && let Some(number) = statement_at(statements, finding.place)
        {
            open[number]
                .push(OpenWords { rule: finding.rule.to_owned(), quote: finding.quote.clone() });
        }
    }
    open
}

/// Why statements that became others say less or more, element by element, without what rules about wording find.
pub(in crate::whole) fn judged(
    old: &[&Statement],
    new: &[&Statement],
    names: &[String],
    of: ChangeOf,
) -> Judged {
    let none = (Vec::new(), Vec::new());
    let (reasons, edit) = reasons(&Side::of(old), &Side::of(new), names, of, none);
    Judged { reasons, is_edited: edit.is_small() }
}

/// How statements that became others were judged.
pub(in crate::whole) struct Judged {
    pub(in crate::whole) reasons: Vec<ChangeReason>,
    /// Few words were changed.
    pub(in crate::whole) is_edited: bool,
}

/// Why one side says less or more than the other, and what an edit did with their words.
fn reasons(
    old: &Side,
    new: &Side,
    names: &[String],
    of: ChangeOf,
    (open_before, open_after): (Vec<OpenWords>, Vec<OpenWords>),
) -> (Vec<ChangeReason>, Edit) {
    let (old_words, new_words) = (old.judged(), new.judged());
    let edit = Edit::new(old_words, new_words);
    let was = Measured::new(&old.text, old_words, names, &edit.old, of, open_before);
    let is = Measured::new(&new.text, new_words, names, &edit.new, of, open_after);
    (judge(was, is, edit.is_small(), of), edit)
}

/// What became of statements; none where they are the same in the same section.
fn change(
    pairing: &Pairing,
    old: &Table<AlignedNumber, Statement>,
    new: &Table<AlignedNumber, Statement>,
    names: &[String],
    open: (Vec<OpenWords>, Vec<OpenWords>),
) -> Option<StatementChange> {
    let was: Vec<&Statement> = pairing.old.iter().map(|number| &old[*number]).collect();
    let is: Vec<&Statement> = pairing.new.iter().map(|number| &new[*number]).collect();
    let section = is.first().or(was.first())?.section;
    let from_section = was.first().map(|one| one.section).filter(|from| *from != section);
    if pairing.is_equal && from_section.is_none() {
        return None;
    }
    let of = about(from_section.unwrap_or(section));
    let (old_side, new_side) = (Side::of(&was), Side::of(&is));
    let mut reasons = Vec::new();
    let (mut old_marks, mut new_marks) = (Vec::new(), Vec::new());
    if !was.is_empty() && !is.is_empty() && !pairing.is_equal {
        let (found, edit) = self::reasons(&old_side, &new_side, names, of, open);
        reasons = found;
        (old_marks, new_marks) = (edit.old, edit.new);
    }
    if of == ChangeOf::Provision && about(section) != ChangeOf::Provision {
        reasons.insert(0, no_longer_provision(from_section.unwrap_or(section), section));
    }
    let kind = match (was.is_empty(), is.is_empty()) {
        (_, true) => ChangeKind::Removed,
        (true, _) => ChangeKind::Added,
        _ => kind_of(&reasons, pairing.is_equal),
    };
    let (old, new) = (with_marks(&was, &old_marks), with_marks(&is, &new_marks));
    Some(StatementChange { kind, of, section, from_section, old, new, reasons })
}

fn kind_of(reasons: &[ChangeReason], is_same: bool) -> ChangeKind {
    let has = |effect| reasons.iter().any(|reason| reason.effect == effect);
    if has(ChangeEffect::Less) {
        ChangeKind::Reduced
    } else if is_same {
        ChangeKind::Moved
    } else if has(ChangeEffect::More) {
        ChangeKind::Increased
    } else {
        ChangeKind::Reworded
    }
}

fn no_longer_provision(from: PlanSection, to: PlanSection) -> ChangeReason {
    let (from, to) = (from.word().to_owned(), to.word().to_owned());
    let message = [
        "It stood in Section ",
        &from,
        " and stands in Section ",
        &to,
        ", which is not for provision.",
    ];
    let message = message.concat();
    ChangeReason { element: ChangeElement::Section, effect: ChangeEffect::Less, from, to, message }
}

/// The statements of one version, as one text.
struct Side {
    text: String,
    words: Vec<Word>,
}

impl Side {
    fn of(statements: &[&Statement]) -> Self {
        let texts: Vec<&str> = statements.iter().map(|statement| statement.text.as_str()).collect();
        let text = texts.join("\n");
        let words = WordTable::built_in().words(&text);
        Self { text, words }
    }

    /// The words that are judged.
    fn judged(&self) -> &[Word] {
        self.words.get(..MOST_JUDGED).unwrap_or(&self.words)
    }
}

/// The statements of one version, with the words that the other does not have. What is not judged is not in the other
/// either, as far as the marks show.
fn with_marks(statements: &[&Statement], marks: &[bool]) -> Vec<ComparedStatement> {
    let rest = !marks.is_empty();
    let mut marks = marks.iter().copied();
    let mut compared = Vec::new();
    for statement in statements {
        let mut spans: Vec<(usize, usize)> = Vec::new();
        let mut was_marked = false;
        for word in &statement.words {
            let is_marked = marks.next().unwrap_or(rest);
            match spans.last_mut().filter(|_| was_marked && is_marked) {
                Some(last) => last.1 = word.end,
                None if is_marked => spans.push((word.start, word.end)),
                None => {}
            }
            was_marked = is_marked;
        }
        compared.push(ComparedStatement {
            section: statement.section,
            place: statement.place,
            text: statement.text.clone(),
            changed: utf16_spans(&statement.text, &spans),
        });
    }
    compared
}

/// Spans of bytes as spans of UTF-16 code units, both in their order.
fn utf16_spans(text: &str, spans: &[(usize, usize)]) -> Vec<Span<Utf16>> {
    let mut units = 0_u32;
    let mut at = 0;
    let mut place = |byte: usize| {
        let between = text.get(at..byte).unwrap_or_default();
        units += between.chars().map(units_of).sum::<u32>();
        at = byte;
        units
    };
    spans.iter().map(|(start, end)| Span::new(place(*start), place(*end))).collect()
}
