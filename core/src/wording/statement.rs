//! A text as statements: sentences and bullets, each with what its words mean.

use std::ops::Range;

use super::lexicon::{Lexicon, Meaning, Purpose, RuleEntry};
use super::pattern::Match;
use super::token::{Break, Token};

/// The most words of a line that is a heading.
const MOST_HEADING: usize = 8;

/// A sentence, or a bullet.
#[derive(Debug)]
pub(super) struct Statement {
    pub(super) tokens: Range<usize>,
    /// What matches in it.
    pub(super) matches: Range<usize>,
    /// What its own words mean.
    pub(super) means: u64,
    /// The first statement of those that belong together, this one being among them.
    pub(super) group: usize,
    /// What all of those mean.
    pub(super) all_means: u64,
    /// It ends in a colon, and what follows is part of it.
    pub(super) leads: bool,
    /// All of it stands in quotation marks, or it reports what somebody said.
    pub(super) is_speech: bool,
    pub(super) is_heading: bool,
}

impl Statement {
    /// Whether its own words have a meaning.
    pub(super) fn says(&self, meaning: Meaning) -> bool {
        self.means & meaning.bit() != 0
    }

    /// Whether it, or a statement that belongs to it, has a meaning.
    pub(super) fn all_say(&self, meaning: Meaning) -> bool {
        self.all_means & meaning.bit() != 0
    }
}

/// A text that has been read.
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) statements: Vec<Statement>,
    pub(super) matches: Vec<Match>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        lexicon: &Lexicon,
        section: &str,
        text: &'a str,
        width: fn(char) -> usize,
    ) -> Self {
        let looks = |entry: &RuleEntry| entry.rule.sections.iter().any(|own| own == section);
        let active: Vec<bool> = lexicon.rules.iter().map(looks).collect();
        let tokens = super::token::tokens(text, &lexicon.patterns.vocabulary, width);
        let mut reading = Self { text, tokens, statements: Vec::new(), matches: Vec::new() };
        let mut start = 0;
        for at in 1..=reading.tokens.len() {
            let ends = reading.tokens.get(at).is_none_or(|t| t.break_before >= Break::Sentence);
            if ends {
                reading.add(lexicon, &active, start..at);
                start = at;
            }
        }
        reading.group();
        reading
    }

    /// The words of some tokens, with what stands between them.
    pub(super) fn words(&self, tokens: Range<usize>) -> &'a str {
        let first = self.tokens.get(tokens.start);
        let last = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        match (first, last) {
            (Some(first), Some(last)) => {
                self.text.get(first.start as usize..last.end as usize).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// The words of one token.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.words(at..at + 1)
    }

    /// What matches in a statement.
    pub(super) fn matches_of(&self, statement: &Statement) -> &[Match] {
        self.matches.get(statement.matches.clone()).unwrap_or_default()
    }

    /// The statements that belong together with one, which is the first of them.
    pub(super) fn group_of(&self, first: usize) -> &[Statement] {
        let rest = self.statements.get(first..).unwrap_or_default();
        let length = rest.iter().take_while(|statement| statement.group == first).count();
        rest.get(..length).unwrap_or_default()
    }

    fn add(&mut self, lexicon: &Lexicon, active: &[bool], range: Range<usize>) {
        let tokens = self.tokens.get(range.clone()).unwrap_or_default();
        if tokens.is_empty() {
            return;
        }
        let first = self.matches.len();
        lexicon.patterns.find(tokens, range.start, &mut self.matches);
        drop_inactive(&mut self.matches, first, lexicon, active);
        drop_contained(&mut self.matches, first);
        let found = self.matches.get(first..).unwrap_or_default();
        let mut means = 0;
        let mut begins = 0;
        let mut situation_until = 0;
        for found in found {
            if let Purpose::Term(meaning) = found.purpose {
                // A lesson in which something happens is not the thing that takes time.
                match meaning {
                    Meaning::Situation => situation_until = found.end.max(situation_until),
                    Meaning::Session if found.end <= situation_until => continue,
                    _ => {}
                }
                let last = found.end.checked_sub(1).and_then(|last| self.tokens.get(last));
                // What belongs to somebody is not done by them.
                if meaning == Meaning::Who && last.is_some_and(|last| last.is_possessive) {
                    continue;
                }
                means |= meaning.bit();
                if found.start == range.start {
                    begins |= meaning.bit();
                }
            }
        }
        // These mean what they say only where a statement begins with them.
        let opening = Meaning::Continues.bit() | Meaning::Label.bit() | Meaning::Framing.bit();
        means = means & !opening | begins & opening;
        let ends_in_colon = range.end > range.start && self.word(range.end - 1) == ":";
        let is_speech =
            means & Meaning::Reported.bit() != 0 || tokens.iter().all(|token| token.is_quoted);
        let says_much = Meaning::Provision.bit()
            | Meaning::Who.bit()
            | Meaning::HowOften.bit()
            | Meaning::Situation.bit()
            | Meaning::HowLong.bit()
            | Meaning::ByWhen.bit()
            | Meaning::Dated.bit();
        let after =
            self.text.get(tokens.last().map_or(0, |t| t.end as usize)..).unwrap_or_default();
        let ends_line =
            !after.trim_start_matches([' ', '\t']).starts_with(['.', '!', '?', ';', ',']);
        let is_bullet = tokens.first().is_some_and(|first| first.break_before == Break::Bullet);
        let is_heading = tokens.len() <= MOST_HEADING
            && !is_bullet
            && means & (says_much | Meaning::Label.bit()) == 0
            && (ends_in_colon || (ends_line && !after.is_empty() && after.contains('\n')));
        self.statements.push(Statement {
            matches: first..self.matches.len(),
            means,
            group: self.statements.len(),
            all_means: means,
            leads: ends_in_colon,
            is_speech,
            is_heading,
            tokens: range,
        });
    }

    /// Puts together what belongs together: a sentence that leads to bullets, sentences that go on
    /// from the one before them, and labelled fields.
    fn group(&mut self) {
        let mut lead: Option<(usize, u64)> = None;
        let mut previous: Option<usize> = None;
        // What the statements of the group before this one mean, up to here.
        let mut so_far = 0;
        for at in 0..self.statements.len() {
            let break_before = self
                .statements
                .get(at)
                .and_then(|statement| self.tokens.get(statement.tokens.start))
                .map_or(Break::Paragraph, |token| token.break_before);
            let Some(statement) = self.statements.get_mut(at) else { break };
            if break_before == Break::Paragraph && !statement.says(Meaning::Label) {
                previous = None;
                lead = None;
            }
            let is_bullet = break_before == Break::Bullet;
            if !is_bullet && break_before != Break::Colon {
                lead = None;
            }
            let continues = statement.says(Meaning::Continues) && !is_bullet;
            let joins = (continues || statement.says(Meaning::Label)) && previous.is_some();
            let is_own_lead =
                statement.leads && (!statement.is_heading || statement.says(Meaning::Label));
            if let Some((first, means)) = lead {
                // Each bullet is a statement of its own, which says what leads to it as well.
                statement.all_means |= means;
                if break_before == Break::Colon {
                    statement.group = first;
                }
                previous = Some(statement.group);
            } else if joins {
                statement.group = previous.unwrap_or(at);
            } else if !statement.is_heading {
                previous = Some(at);
            }
            so_far = if joins { so_far | statement.all_means } else { statement.all_means };
            if is_own_lead {
                lead = Some((statement.group, so_far));
            }
        }
        // What one says, all of its group say.
        for at in 0..self.statements.len() {
            let Some((group, means)) =
                self.statements.get(at).map(|statement| (statement.group, statement.all_means))
            else {
                break;
            };
            if let Some(first) = self.statements.get_mut(group) {
                first.all_means |= means;
            }
        }
        for at in 0..self.statements.len() {
            let group = self.statements.get(at).map_or(at, |statement| statement.group);
            let means = self.statements.get(group).map_or(0, |first| first.all_means);
            if let Some(statement) = self.statements.get_mut(at) {
                statement.all_means |= means;
            }
        }
    }
}

/// Leaves out the phrases of rules that do not look at this section.
fn drop_inactive(matches: &mut Vec<Match>, first: usize, lexicon: &Lexicon, active: &[bool]) {
    let mut kept = first;
    for at in first..matches.len() {
        let Some(found) = matches.get(at).copied() else { break };
        let rule = match found.purpose {
            Purpose::Phrase(number) => {
                lexicon.phrases.get(usize::from(number)).map(|phrase| phrase.rule)
            }
            Purpose::Unless { rule, .. } => Some(usize::from(rule)),
            Purpose::Term(_) => None,
        };
        let keeps = rule.is_none_or(|rule| active.get(rule).copied().unwrap_or(false));
        if keeps && let Some(slot) = matches.get_mut(kept) {
            *slot = found;
            kept += 1;
        }
    }
    matches.truncate(kept);
}

/// Leaves out phrases that stand within longer ones or within names of people and things, terms that
/// stand within words in which nothing is looked for, and times that are those of a review. Matches come
/// in the order of their starts.
fn drop_contained(matches: &mut Vec<Match>, first: usize) {
    let mut kept = first;
    // How far matches reach that began earlier.
    let (mut names, mut nothing, mut review) = (0, 0, 0);
    let mut at = first;
    while let Some(start) = matches.get(at).map(|found| found.start) {
        let mut until = at;
        let (mut here_names, mut here_nothing, mut here_review) = (0, 0, 0);
        while let Some(found) = matches.get(until).filter(|found| found.start == start) {
            match found.purpose {
                Purpose::Phrase(_)
                | Purpose::Unless { .. }
                | Purpose::Term(Meaning::Who | Meaning::What | Meaning::Qualification) => {
                    here_names = found.end.max(here_names);
                }
                Purpose::Term(Meaning::Nothing) => here_nothing = found.end.max(here_nothing),
                Purpose::Term(Meaning::Review) => here_review = found.end.max(here_review),
                Purpose::Term(_) => {}
            }
            until += 1;
        }
        here_names = here_names.max(here_nothing);
        for number in at..until {
            let Some(found) = matches.get(number).copied() else { break };
            let within = |earlier: usize, here: usize| earlier >= found.end || here > found.end;
            let drops = match found.purpose {
                Purpose::Phrase(_) => within(names, here_names),
                Purpose::Unless { .. } | Purpose::Term(Meaning::Nothing) => false,
                Purpose::Term(meaning) => {
                    let is_time = matches!(
                        meaning,
                        Meaning::HowOften | Meaning::HowLong | Meaning::Situation
                    );
                    nothing >= found.end
                        || here_nothing >= found.end
                        || (is_time && within(review, here_review))
                }
            };
            if !drops && let Some(slot) = matches.get_mut(kept) {
                *slot = found;
                kept += 1;
            }
        }
        names = names.max(here_names);
        nothing = nothing.max(here_nothing);
        review = review.max(here_review);
        at = until;
    }
    matches.truncate(kept);
}
