//! The rules by which counts of a row are hidden, written a second time from `docs/small-numbers.md`: a reader who
//! knows them keeps only those counts of which the same would be hidden.

/// A row of counts with its sum, as a reader sees it.
pub(crate) struct Row<'r> {
    /// The counts that are shown.
    pub(crate) shown: &'r [Option<i64>],
    /// Their sum.
    pub(crate) total: i64,
    /// The least that each is where it is hidden by its place.
    pub(crate) least: &'r [i64],
    /// The order in which they are hidden beside a small one.
    pub(crate) order: &'r [usize],
    /// Counts from 1 to below this one are small.
    pub(crate) below: i64,
    /// Whether all are hidden where fewer are not enough. Otherwise such a row is not there.
    pub(crate) or_all: bool,
}

/// With more possible counts than these, a row is left to what its sum says.
const MOST: usize = 4_000;

impl Row<'_> {
    /// All counts that the hidden places may have; none where there are too many of them.
    pub(crate) fn possible(&self) -> Option<Vec<Vec<i64>>> {
        let open: Vec<usize> =
            (0..self.shown.len()).filter(|place| self.shown[*place].is_none()).collect();
        let left = self.total - self.shown.iter().flatten().sum::<i64>();
        let mut shares = vec![vec![]];
        for place in 1..=open.len() {
            let is_last = place == open.len();
            let longer = shares.iter().flat_map(|share: &Vec<i64>| {
                let rest = left - share.iter().sum::<i64>();
                let from = if is_last { rest } else { 0 };
                (from..=rest).map(|count| [share.as_slice(), &[count]].concat())
            });
            shares = longer.take(MOST + 1).collect();
            if shares.len() > MOST {
                return None;
            }
        }
        shares.retain(|share| {
            let mut counts: Vec<i64> =
                self.shown.iter().map(|count| count.unwrap_or_default()).collect();
            for (place, count) in open.iter().zip(share) {
                counts[*place] = *count;
            }
            let hidden = self.hidden(&counts);
            hidden.is_some_and(|hidden| {
                (0..counts.len()).all(|place| hidden[place] == self.shown[place].is_none())
            })
        });
        Some(shares)
    }

    /// Which counts are hidden: the small ones, and others in their order, until the hidden ones come to one less than
    /// the threshold more than they must be. One that is not hidden by its place is small, and so not 0.
    fn hidden(&self, counts: &[i64]) -> Option<Vec<bool>> {
        let is_small = |place: usize| (1..self.below).contains(&counts[place]);
        if !(0..counts.len()).any(is_small) {
            return Some(vec![false; counts.len()]);
        }
        for length in 1..=self.order.len() {
            let by_place = &self.order[..length];
            let is_hidden = |place: &usize| by_place.contains(place) || is_small(*place);
            let hidden: Vec<usize> = (0..counts.len()).filter(is_hidden).collect();
            let least =
                |place: &usize| if by_place.contains(place) { self.least[*place] } else { 1 };
            let must_be: i64 = hidden.iter().map(least).sum();
            let sum: i64 = hidden.iter().map(|place| counts[*place]).sum();
            if hidden.len() > 1 && sum >= must_be.max(1) + self.below - 1 {
                return Some((0..counts.len()).map(|place| is_hidden(&place)).collect());
            }
        }
        self.or_all.then(|| vec![true; counts.len()])
    }
}

#[test]
fn the_rules_keep_what_would_be_hidden_alike() {
    let row = Row {
        shown: &[None, None, Some(9)],
        total: 15,
        least: &[0, 0, 0],
        order: &[0, 1, 2],
        below: 5,
        or_all: true,
    };
    // By hand: the first is hidden by its place and the second is small, or both are hidden by their places. Six and
    // none have nothing to hide; none and six have nothing small.
    assert_eq!(row.possible().unwrap(), [[1, 5], [2, 4], [3, 3], [4, 2], [5, 1]]);
}
