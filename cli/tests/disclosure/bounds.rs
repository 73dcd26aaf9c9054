//! What a reader can work out of numbers that are not shown: bounds on whole numbers, by what is known of their sums.

use std::collections::BTreeMap;

use ehcp_qa_core::summary::Label;

/// The name of a number: a count of a report, or the number of plans.
pub(crate) type Name = String;

/// Something that a reader knows.
#[derive(Debug, Clone)]
enum Fact {
    /// A sum of numbers, each some times over, is in a range.
    Sum { terms: Vec<(usize, i64)>, least: i64, most: i64 },
    /// Numbers are one of some lists.
    OneOf { numbers: Vec<usize>, lists: Vec<Vec<i64>> },
}

/// Everything that a reader knows.
#[derive(Debug, Default)]
pub(crate) struct Known {
    names: BTreeMap<Name, usize>,
    ranges: Vec<Range>,
    facts: Vec<Fact>,
    /// By number, the facts that it is in.
    uses: Vec<Vec<usize>>,
}

/// More than any number of plans in these tests.
pub(crate) const MANY: i64 = 1_000_000;

/// The least and the most that a number can be.
type Range = (i64, i64);

impl Known {
    /// A number; any count is 0 or more.
    pub(crate) fn number(&mut self, name: &str) -> usize {
        if let Some(number) = self.names.get(name) {
            return *number;
        }
        let number = self.ranges.len();
        self.names.insert(name.to_owned(), number);
        self.ranges.push((0, MANY));
        self.uses.push(Vec::new());
        number
    }

    /// A number is in a range.
    pub(crate) fn range(&mut self, name: &str, least: i64, most: i64) {
        let number = self.number(name);
        let range = &mut self.ranges[number];
        *range = (range.0.max(least), range.1.min(most));
    }

    /// A sum is in a range.
    pub(crate) fn sum(&mut self, terms: &[(&str, i64)], least: i64, most: i64) {
        let terms: Vec<(usize, i64)> =
            terms.iter().map(|(name, times)| (self.number(name), *times)).collect();
        let numbers = terms.iter().map(|(number, _)| *number).collect();
        self.fact(Fact::Sum { terms, least, most }, numbers);
    }

    /// Numbers are one of some lists.
    pub(crate) fn one_of(&mut self, names: &[Name], lists: Vec<Vec<i64>>) {
        let numbers: Vec<usize> = names.iter().map(|name| self.number(name)).collect();
        self.fact(Fact::OneOf { numbers: numbers.clone(), lists }, numbers);
    }

    fn fact(&mut self, fact: Fact, numbers: Vec<usize>) {
        for number in numbers {
            self.uses[number].push(self.facts.len());
        }
        self.facts.push(fact);
    }

    /// Whether anything is known of a number.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    /// Whether a number is known to be this one.
    pub(crate) fn is(&self, name: &str, value: i64) -> bool {
        self.names.get(name).is_some_and(|number| self.ranges[*number] == (value, value))
    }

    /// Expects all that is known to be true of some numbers. A reader who took something false for known could rule
    /// out what is true. Of a table that is left out, since nothing is counted in it, there are no numbers.
    #[track_caller]
    pub(crate) fn expect_true(&self, truth: &BTreeMap<Name, i64>, left_out: &[Label]) {
        let names: BTreeMap<usize, &Name> =
            self.names.iter().map(|(name, number)| (*number, name)).collect();
        let value = |number: usize| {
            let name = names[&number];
            let is_left_out =
                left_out.iter().any(|table| name.split('/').next() == Some(&table.id));
            let value = truth.get(name).copied();
            assert!(value.is_some() || is_left_out, "no value of {name}");
            value
        };
        for (name, number) in &self.names {
            let (least, most) = self.ranges[*number];
            let Some(value) = value(*number) else { continue };
            assert!((least..=most).contains(&value), "{name} is {value}, not {least} to {most}");
        }
        for fact in &self.facts {
            match fact {
                Fact::Sum { terms, least, most } => {
                    let terms_are =
                        terms.iter().map(|(number, times)| Some(times * value(*number)?));
                    let Some(sum) = terms_are.sum::<Option<i64>>() else { continue };
                    let parts: Vec<(&Name, i64)> =
                        terms.iter().map(|(number, times)| (names[number], *times)).collect();
                    assert!(
                        (*least..=*most).contains(&sum),
                        "{parts:?} is {sum}, not {least} to {most}"
                    );
                }
                Fact::OneOf { numbers, lists } => {
                    let list = numbers.iter().map(|number| value(*number)).collect();
                    let Some(list): Option<Vec<i64>> = list else { continue };
                    let parts: Vec<&Name> = numbers.iter().map(|number| names[number]).collect();
                    assert!(lists.contains(&list), "{parts:?} are {list:?}, which was ruled out");
                }
            }
        }
    }

    /// Narrows all ranges.
    pub(crate) fn conclude(&mut self) {
        let all = (0..self.facts.len()).collect();
        let ranges = self.narrowed(self.ranges.clone(), all);
        self.ranges = ranges.expect("what is known is true");
    }

    /// Ranges from which nothing more follows by one fact at a time; none where they contradict one. It begins with the
    /// facts that are open.
    fn narrowed(&self, mut ranges: Vec<Range>, mut open: Vec<usize>) -> Option<Vec<Range>> {
        let mut is_open = vec![false; self.facts.len()];
        for fact in &open {
            is_open[*fact] = true;
        }
        while let Some(at) = open.pop() {
            is_open[at] = false;
            for (number, range) in self.facts[at].narrowed(&ranges)? {
                let narrowed = (ranges[number].0.max(range.0), ranges[number].1.min(range.1));
                if narrowed.0 > narrowed.1 {
                    return None;
                }
                if narrowed != ranges[number] {
                    ranges[number] = narrowed;
                    for fact in &self.uses[number] {
                        if !is_open[*fact] {
                            is_open[*fact] = true;
                            open.push(*fact);
                        }
                    }
                }
            }
        }
        Some(ranges)
    }

    /// How many values of a number are possible, up to so many. Each is tried, and left out where it contradicts what
    /// is known.
    pub(crate) fn possible(&self, name: &str, enough: usize) -> usize {
        let number = self.names[name];
        let (least, most) = self.ranges[number];
        let can_be = |value: &i64| {
            let mut ranges = self.ranges.clone();
            ranges[number] = (*value, *value);
            self.narrowed(ranges, self.uses[number].clone()).is_some()
        };
        (least..=most).filter(can_be).take(enough).count()
    }
}

impl Fact {
    /// The ranges of its numbers that follow from the ranges of the others; none where they contradict it.
    fn narrowed(&self, ranges: &[Range]) -> Option<Vec<(usize, Range)>> {
        match self {
            Self::Sum { terms, least: sum_least, most: sum_most } => {
                let ends = |(number, times): &(usize, i64)| multiplied(ranges[*number], *times);
                let least: i64 = terms.iter().map(|term| ends(term).0).sum();
                let most: i64 = terms.iter().map(|term| ends(term).1).sum();
                if least > *sum_most || most < *sum_least {
                    return None;
                }
                let narrowed = terms.iter().map(|term| {
                    let (number, times) = *term;
                    // What the term is, if all others are as large, or as small, as they can be.
                    let from = sum_least - (most - ends(term).1);
                    let to = sum_most - (least - ends(term).0);
                    let range = if times > 0 {
                        (ceiling(from, times), to.div_euclid(times))
                    } else {
                        (ceiling(-to, -times), (-from).div_euclid(-times))
                    };
                    (number, range)
                });
                Some(narrowed.collect())
            }
            Self::OneOf { numbers, lists } => {
                let is_possible = |list: &&Vec<i64>| {
                    numbers.iter().zip(list.iter()).all(|(number, value)| {
                        (ranges[*number].0..=ranges[*number].1).contains(value)
                    })
                };
                let mut possible = lists.iter().filter(is_possible);
                let first = possible.next()?;
                let mut hull: Vec<Range> = first.iter().map(|value| (*value, *value)).collect();
                for list in possible {
                    for (range, value) in hull.iter_mut().zip(list) {
                        *range = (range.0.min(*value), range.1.max(*value));
                    }
                }
                Some(numbers.iter().copied().zip(hull).collect())
            }
        }
    }
}

/// A range of a number, some times over.
fn multiplied((least, most): Range, times: i64) -> Range {
    if times > 0 { (times * least, times * most) } else { (times * most, times * least) }
}

fn ceiling(number: i64, by: i64) -> i64 {
    -(-number).div_euclid(by)
}
