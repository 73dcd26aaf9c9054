//! The comparison of two versions of a plan.

use super::align::{Pairing, align};
use super::comparison::{
    ChangeCount, ChangeEffect, ChangeElement, ChangeKind, ChangeOf, ChangeReason, ComparedFinding,
    ComparedStatement, PlanComparison, StatementChange,
};
use super::content::names;
use super::finding::{compare_findings, findings, statement_at};
use super::judge::{Measured, OpenWords, judge};
use super::statement::{Statement, about, statements, units_of};
use super::table::WordTable;
use super::word::Word;
use crate::framework::Receipt;
use crate::plan::{PlanDocument, TextPlace};
use crate::text::order::sort_by;
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
    let pairings = align(&was, &is);
    let mut changes = Vec::new();
    let mut unchanged = 0;
    let before = findings(lexicon, old, context);
    let after = findings(lexicon, new, context);
    let (open_before, open_after) = (open_words(&before, &was), open_words(&after, &is));
    for pairing in &pairings {
        let of = |open: &[Vec<OpenWords>], at: &[usize]| -> Vec<OpenWords> {
            at.iter().filter_map(|at| open.get(*at)).flatten().cloned().collect()
        };
        let open = (of(&open_before, &pairing.old), of(&open_after, &pairing.new));
        match change(pairing, &was, &is, open) {
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
fn open_words(findings: &[ComparedFinding], statements: &[Statement]) -> Vec<Vec<OpenWords>> {
    let mut open = vec![Vec::new(); statements.len()];
    for finding in findings {
        if WordTable::built_in().open.iter().any(|rule| rule == finding.rule)
            && let Some(of) =
                statement_at(statements, finding.place).and_then(|at| open.get_mut(at))
        {
            of.push(OpenWords { rule: finding.rule.to_owned(), quote: finding.quote.clone() });
        }
    }
    open
}

/// What became of statements; none where they are the same in the same section.
fn change(
    pairing: &Pairing,
    old: &[Statement],
    new: &[Statement],
    (open_before, open_after): (Vec<OpenWords>, Vec<OpenWords>),
) -> Option<StatementChange> {
    let was: Vec<&Statement> = pairing.old.iter().filter_map(|at| old.get(*at)).collect();
    let is: Vec<&Statement> = pairing.new.iter().filter_map(|at| new.get(*at)).collect();
    let (first_old, first_new) = (was.first(), is.first());
    let section = first_new.or(first_old)?.section;
    let from_section = first_old.map(|one| one.section).filter(|from| *from != section);
    let of = about(from_section.unwrap_or(section));
    let mut reasons = Vec::new();
    let kind = match (first_old, first_new) {
        (Some(_), None) => ChangeKind::Removed,
        (None, _) => ChangeKind::Added,
        (Some(_), Some(_)) => {
            let (old_side, new_side) = (Side::of(&was), Side::of(&is));
            let is_same = old_side.is_same(&new_side);
            if is_same && from_section.is_none() {
                return None;
            }
            if !is_same {
                let (old_words, new_words) = (old_side.judged(), new_side.judged());
                let mut known = names(old_words);
                known.extend(names(new_words));
                reasons = judge(
                    &Measured::new(&old_side.text, old_words, &known, of, open_before),
                    &Measured::new(&new_side.text, new_words, &known, of, open_after),
                    of,
                );
            }
            if of == ChangeOf::Provision && about(section) != ChangeOf::Provision {
                reasons.insert(
                    0,
                    no_longer_provision(from_section.unwrap_or(section).word(), section.word()),
                );
            }
            kind_of(&reasons, is_same)
        }
    };
    let (old, new) = marked(&was, &is);
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

fn no_longer_provision(from: &str, to: &str) -> ChangeReason {
    let message = [
        "It stood in Section ",
        from,
        " and stands in Section ",
        to,
        ", which is not for provision.",
    ];
    ChangeReason {
        element: ChangeElement::Section,
        effect: ChangeEffect::Less,
        from: from.to_owned(),
        to: to.to_owned(),
        message: message.concat(),
    }
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

    fn is_same(&self, other: &Self) -> bool {
        let texts = self.words.iter().map(|word| &word.text);
        texts.eq(other.words.iter().map(|word| &word.text))
    }
}

/// The statements of both versions, with the words that the other does not have.
fn marked(
    old: &[&Statement],
    new: &[&Statement],
) -> (Vec<ComparedStatement>, Vec<ComparedStatement>) {
    let (was, is) = (texts(old), texts(new));
    let (old_marks, new_marks) = if old.is_empty() || new.is_empty() || was == is {
        (vec![false; was.len()], vec![false; is.len()])
    } else if was.len().max(is.len()) > MOST_JUDGED {
        (vec![true; was.len()], vec![true; is.len()])
    } else {
        alone(&was, &is)
    };
    (with_marks(old, &old_marks), with_marks(new, &new_marks))
}

fn texts<'s>(statements: &[&'s Statement]) -> Vec<&'s str> {
    let words = statements.iter().flat_map(|statement| &statement.words);
    words.map(|word| word.text.as_str()).collect()
}

/// Which words of two versions are not in the longest sequence of words that both have. The work is that of both
/// lengths multiplied, for as many words as are judged at most.
fn alone(old: &[&str], new: &[&str]) -> (Vec<bool>, Vec<bool>) {
    // The lengths of the longest sequences behind each place, by rows from the last word of the older version on.
    let mut rows: Vec<Vec<u16>> = vec![vec![0; new.len() + 1]];
    for word in old.iter().rev() {
        let below = rows.last().map(Vec::as_slice).unwrap_or_default();
        let mut row = vec![0; new.len() + 1];
        let mut best = 0;
        for (at, (other, length)) in new.iter().zip(&mut row).enumerate().rev() {
            let below = |at: usize| below.get(at).copied().unwrap_or_default();
            best = if word == other { below(at + 1) + 1 } else { below(at).max(best) };
            *length = best;
        }
        rows.push(row);
    }
    let (mut old_alone, mut new_alone) = (vec![true; old.len()], vec![true; new.len()]);
    let (mut from, mut to) = (0, 0);
    while let (Some(word), Some(other)) = (old.get(from), new.get(to)) {
        let length = |from: usize, to: usize| {
            let row = old.len().checked_sub(from).and_then(|row| rows.get(row));
            row.and_then(|row| row.get(to)).copied().unwrap_or_default()
        };
        if word == other {
            for (alone, at) in [(&mut old_alone, from), (&mut new_alone, to)] {
                if let Some(alone) = alone.get_mut(at) {
                    *alone = false;
                }
            }
            (from, to) = (from + 1, to + 1);
        } else if length(from + 1, to) >= length(from, to + 1) {
            from += 1;
        } else {
            to += 1;
        }
    }
    (old_alone, new_alone)
}

fn with_marks(statements: &[&Statement], marks: &[bool]) -> Vec<ComparedStatement> {
    let mut marks = marks.iter().copied();
    let mut compared = Vec::new();
    for statement in statements {
        let mut spans: Vec<(usize, usize)> = Vec::new();
        let mut was_marked = false;
        for word in &statement.words {
            let is_marked = marks.next().unwrap_or_default();
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
