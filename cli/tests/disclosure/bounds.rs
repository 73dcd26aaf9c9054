//! What a reader can work out of numbers that are not shown: bounds on whole numbers, by what is known of their sums.

use std::collections::BTreeMap;

/// The name of a number: a count of a report, or the number of plans.
pub(crate) type Name = String;

/// Something that a reader knows: a sum of numbers, each some times over, is in a range.
#[derive(Debug, Clone)]
struct Sum {
    terms: Vec<(usize, i64)>,
    least: i64,
    most: i64,
}

/// Everything that a reader knows.
#[derive(Debug, Default)]
pub(crate) struct Known {
    names: BTreeMap<Name, usize>,
    ranges: Vec<Range>,
    sums: Vec<Sum>,
    /// By number, the sums that it is in.
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
        for (number, _) in &terms {
            self.uses[*number].push(self.sums.len());
        }
        self.sums.push(Sum { terms, least, most });
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
    /// out what is true.
    #[track_caller]
    pub(crate) fn expect_true(&self, truth: &BTreeMap<Name, i64>) {
        let names: BTreeMap<usize, &Name> =
            self.names.iter().map(|(name, number)| (*number, name)).collect();
        let value = |number: usize| {
            *truth.get(names[&number]).unwrap_or_else(|| panic!("no value of {}", names[&number]))
        };
        for (name, number) in &self.names {
            let (least, most) = self.ranges[*number];
            let value = value(*number);
            assert!((least..=most).contains(&value), "{name} is {value}, not {least} to {most}");
        }
        for Sum { terms, least, most } in &self.sums {
            let sum: i64 = terms.iter().map(|(number, times)| times * value(*number)).sum();
            let parts: Vec<(&Name, i64)> =
                terms.iter().map(|(number, times)| (names[number], *times)).collect();
            assert!((*least..=*most).contains(&sum), "{parts:?} is {sum}, not {least} to {most}");
        }
    }

    /// Narrows all ranges.
    pub(crate) fn conclude(&mut self) {
        let all = (0..self.sums.len()).collect();
        let ranges = self.narrowed(self.ranges.clone(), all);
        self.ranges = ranges.expect("what is known is true");
    }

    /// Ranges from which nothing more follows by one sum at a time; none where they contradict a sum. It begins with
    /// the sums that are open.
    fn narrowed(&self, mut ranges: Vec<Range>, mut open: Vec<usize>) -> Option<Vec<Range>> {
        let mut is_open = vec![false; self.sums.len()];
        for sum in &open {
            is_open[*sum] = true;
        }
        while let Some(at) = open.pop() {
            is_open[at] = false;
            let sum = &self.sums[at];
            let (mut least, mut most) = (0, 0);
            for (number, times) in &sum.terms {
                let ends = multiplied(ranges[*number], *times);
                (least, most) = (least + ends.0, most + ends.1);
            }
            if least > sum.most || most < sum.least {
                return None;
            }
            for (number, times) in &sum.terms {
                let ends = multiplied(ranges[*number], *times);
                // What the term is, if all others are as large, or as small, as they can be.
                let (from, to) = (sum.least - (most - ends.1), sum.most - (least - ends.0));
                let (from, to) = if *times > 0 {
                    (ceiling(from, *times), to.div_euclid(*times))
                } else {
                    (ceiling(-to, -times), (-from).div_euclid(-times))
                };
                let range = &mut ranges[*number];
                let narrowed = (range.0.max(from), range.1.min(to));
                if narrowed.0 > narrowed.1 {
                    return None;
                }
                if narrowed != *range {
                    *range = narrowed;
                    let ends = (ends, multiplied(narrowed, *times));
                    (least, most) = (least + ends.1.0 - ends.0.0, most + ends.1.1 - ends.0.1);
                    for sum in &self.uses[*number] {
                        if !is_open[*sum] {
                            is_open[*sum] = true;
                            open.push(*sum);
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

/// A range of a number, some times over.
fn multiplied((least, most): Range, times: i64) -> Range {
    if times > 0 { (times * least, times * most) } else { (times * most, times * least) }
}

fn ceiling(number: i64, by: i64) -> i64 {
    -(-number).div_euclid(by)
}
