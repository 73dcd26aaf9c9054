//! What a section as a whole must say, and what belongs into none of its places.

use super::clause::{self, ClauseState};
use super::lexicon::{BuiltInRule, Meaning};
use super::statement::Statement;
use super::token::Break;
use super::{Found, Linter, is_provision_section};
use crate::framework::Stage;

/// The pillars of preparation for adulthood.
const PILLARS: [Meaning; 4] = [
    Meaning::PillarEmployment,
    Meaning::PillarIndependence,
    Meaning::PillarCommunity,
    Meaning::PillarHealth,
];

impl<U> Linter<'_, '_, U> {
    /// Looks at one statement by the rules of its section.
    pub(super) fn section_rules(&mut self, number: usize, words: u64) {
        match self.section {
            "C" => self.diagnosis(number, words),
            "I" => self.placement(number, words),
            "K" => self.advice(number, words),
            _ => {}
        }
    }

    /// Looks at what the section does not say.
    pub(super) fn whole_section(&mut self) {
        let is_empty = self.reading.statements.is_empty();
        let says = |meaning| self.reading.statements.iter().any(|s| s.says(meaning));
        let budget_said = says(Meaning::BudgetSaid);
        let strength_said = says(Meaning::Strength);
        if let Some(entry) = self.rule(BuiltInRule::BudgetNotStated) {
            match self.context.stage {
                None if budget_said => {}
                None => self.not_checked(BuiltInRule::BudgetNotStated),
                Some(Stage::Final) if !budget_said => self.add_absence(entry, Vec::new()),
                Some(_) => {}
            }
        }
        if !is_empty
            && !strength_said
            && let Some(entry) = self.rule(BuiltInRule::StrengthsMissing)
        {
            self.add_absence(entry, Vec::new());
        }
        if !is_empty {
            self.pillars();
        }
        if self.section == "I" {
            self.transport();
            if self.context.stage.is_none() && !is_empty {
                self.not_checked(BuiltInRule::PlacementOnDraft);
            }
        }
    }

    /// Preparation for adulthood: each pillar in every plan's needs and outcomes; in special
    /// educational provision from Year 9; in other provision from Year 9, any of them.
    fn pillars(&mut self) {
        let Some(entry) = self.rule(BuiltInRule::PfaPillarMissing) else { return };
        let says = |pillar: &Meaning| self.reading.statements.iter().any(|s| s.says(*pillar));
        let mut missing: Vec<Meaning> =
            PILLARS.into_iter().filter(|pillar| !says(pillar)).collect();
        if is_provision_section(self.section) {
            match self.context.is_year_nine() {
                None => {
                    self.not_checked(BuiltInRule::PfaPillarMissing);
                    return;
                }
                Some(false) => return,
                Some(true) if self.section != "F" && missing.len() < PILLARS.len() => return,
                Some(true) => {}
            }
        }
        if !missing.is_empty() {
            missing.shrink_to_fit();
            self.add_absence(entry, missing);
        }
    }

    /// A diagnosis must say where its impact is described, in its own paragraph.
    fn diagnosis(&mut self, number: usize, words: u64) {
        let Some(entry) = self.rule(BuiltInRule::DiagnosisWithoutImpact) else { return };
        let statements = &self.reading.statements;
        let Some(statement) = statements.get(number) else { return };
        if !statement.says(Meaning::Diagnosis) || statement.is_speech || statement.is_heading {
            return;
        }
        let rest = statements.get(number + 1..).unwrap_or_default();
        let paragraph = rest.iter().take_while(|next| {
            let first = self.reading.tokens.get(next.tokens.start);
            first.is_some_and(|token| token.break_before < Break::Paragraph)
        });
        let mut all = std::iter::once(statement).chain(paragraph);
        if !all.any(|statement| statement.says(Meaning::ImpactReference)) {
            self.add(entry, words, Found::at(self.span(statement.tokens.clone())));
        }
    }

    /// A draft must not name a placement.
    fn placement(&mut self, number: usize, words: u64) {
        let Some(entry) = self.rule(BuiltInRule::PlacementOnDraft) else { return };
        let Some(statement) = self.reading.statements.get(number) else { return };
        let is_draft = self.context.stage == Some(Stage::Draft);
        if is_draft && !statement.is_heading && !statement.says(Meaning::Blank) {
            self.add(entry, words, Found::at(self.span(statement.tokens.clone())));
        }
    }

    /// Where home-to-school transport is mentioned, the exact wording is asked for.
    fn transport(&mut self) {
        let reading = self.reading;
        let Some(clause) = &self.lexicon.transport else { return };
        let mention = reading.statements.iter().find(|s| s.says(Meaning::Transport));
        let Some(statement) = mention.filter(|_| self.context.stage != Some(Stage::Draft)) else {
            return;
        };
        let rule = match clause::compare(clause, reading) {
            ClauseState::Exact => return,
            ClauseState::Differs => BuiltInRule::TransportWording,
            ClauseState::Slots => BuiltInRule::TransportSlots,
        };
        if let Some(entry) = self.rule(rule) {
            let words = self.words_hash(statement.tokens.clone());
            self.add(entry, words, Found::at(self.span(statement.tokens.clone())));
        }
    }

    /// An entry of the list of advice is a line: it must have a title, a date and a reference.
    fn advice(&mut self, number: usize, words: u64) {
        let statements = &self.reading.statements;
        if !self.starts_line(number) {
            return;
        }
        let rest = (number + 1..statements.len()).take_while(|next| !self.starts_line(*next));
        let last = rest.last().unwrap_or(number);
        let line = statements.get(number..=last).unwrap_or_default();
        let says = |meaning| line.iter().any(|statement| statement.says(meaning));
        let tokens =
            line.first().map_or(0, |s| s.tokens.start)..line.last().map_or(0, |s| s.tokens.end);
        let has_reference = tokens.clone().any(|at| self.is_reference(at));
        let (has_title, has_date) = (says(Meaning::Report), says(Meaning::Dated));
        let is_list_entry = line.first().is_some_and(|first| {
            let first = self.reading.tokens.get(first.tokens.start);
            first.is_some_and(|token| token.break_before == Break::Bullet)
        });
        let is_entry = has_reference || has_title || has_date || is_list_entry;
        let is_prose = says(Meaning::Prose) || line.iter().all(|s| s.is_heading && s.leads);
        if !is_entry || is_prose {
            return;
        }
        let missing = [
            (BuiltInRule::AdviceWithoutTitle, has_title),
            (BuiltInRule::AdviceWithoutDate, has_date),
            (BuiltInRule::AdviceWithoutReference, has_reference),
        ];
        for (rule, is_there) in missing {
            if !is_there && let Some(entry) = self.rule(rule) {
                self.add(entry, words, Found::at(self.span(tokens.clone())));
            }
        }
    }

    /// Whether a statement stands at the start of a line.
    fn starts_line(&self, number: usize) -> bool {
        let first = |statement: &Statement| statement.tokens.start;
        let Some(at) = self.reading.statements.get(number).map(first) else { return false };
        let Some(before) = at.checked_sub(1) else { return true };
        let tokens = &self.reading.tokens;
        let (Some(before), Some(token)) = (tokens.get(before), tokens.get(at)) else { return true };
        let between = self.reading.text.get(before.end as usize..token.start as usize);
        between.is_some_and(|between| {
            between.contains(['\n', '\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'])
        })
    }

    /// Whether a word is a reference to advice, such as K1.
    fn is_reference(&self, at: usize) -> bool {
        let word = self.reading.word(at).as_bytes();
        match word {
            [b'K' | b'k', digits @ ..] if !digits.is_empty() => {
                digits.iter().all(u8::is_ascii_digit)
            }
            // As in K 1 and K.1.
            [b'K' | b'k'] => {
                let next = self.reading.word(at + 1).as_bytes();
                !next.is_empty() && next.iter().all(u8::is_ascii_digit)
            }
            _ => false,
        }
    }

    /// Notes a rule that could not look.
    fn not_checked(&mut self, rule: BuiltInRule) {
        if let Some(entry) = self.rule(rule) {
            self.lint.not_checked.push(&entry.rule.id);
        }
    }
}
