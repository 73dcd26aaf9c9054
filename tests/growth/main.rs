//! The work of a function grows with the size of its input and no faster: twice the text, twice the work.
//!
//! Work is counted in instructions of WebAssembly, which are the same on every machine, and not in time. Inputs have
//! three sizes, each twice the one before. The step from the second size to the third is to be about twice that from
//! the first to the second; where work grows by the square it is four times. Small inputs are held to a sharp bound,
//! and what exceeds it is tried again with larger ones. Texts are one piece again and again, put together by chance
//! from the words of the lexicon, signs and marks; `GROWTH_ROUNDS=n` tries n pieces a function. Documents are the
//! examples of the schemas with one list or object in them swollen.

mod counted;
mod documents;
mod texts;

use std::fmt::Write as _;

use counted::Counted;

/// How large inputs are, and the most that the second step of their work may be of the first.
struct Inputs {
    /// The sizes of the first try.
    sizes: [usize; 3],
    /// How often larger the inputs of the later tries are: in short inputs the steps in which memory grows weigh.
    scales: [usize; 3],
    /// The bound of the first try. Work with a part that grows by the square exceeds it where it exceeds the bound of
    /// the second.
    most_at_first: f64,
}

/// The bound of the later tries: 2 where work is in proportion to size, 2.2 where it is that and its logarithm, 4 where
/// it is its square.
const MOST_GROWTH: f64 = 2.7;

impl Inputs {
    /// The sizes of each try, with its bound.
    fn tries(&self) -> impl Iterator<Item = ([usize; 3], f64)> {
        let later = self.scales.map(|scale| (self.sizes.map(|size| size * scale), MOST_GROWTH));
        std::iter::once((self.sizes, self.most_at_first)).chain(later)
    }
}

/// The instructions for inputs of three sizes.
#[derive(Debug)]
struct Steps([u64; 3]);

impl Steps {
    fn growth(&self) -> f64 {
        let [small, middle, large] = self.0;
        let step = |from: u64, to: u64| {
            f64::from(u32::try_from(to.saturating_sub(from)).unwrap_or(u32::MAX))
        };
        step(middle, large) / step(small, middle).max(20_000.0)
    }
}

/// What grows too fast, a line each.
#[derive(Default)]
struct TooFast(String);

impl TooFast {
    /// Counts a function on inputs of three sizes, and on larger ones as long as it grows too fast.
    fn count(
        &mut self,
        counted: &mut Counted,
        function: &str,
        place: &str,
        inputs: &Inputs,
        input: impl Fn(usize) -> String,
    ) {
        let mut steps = Steps([0; 3]);
        for (sizes, most) in inputs.tries() {
            steps = Steps(sizes.map(|size| counted.instructions(function, &input(size))));
            if steps.growth() <= most {
                return;
            }
        }
        let _ = writeln!(self.0, "{:.1} times, {function}: {place} {:?}", steps.growth(), steps.0);
    }
}

fn rounds(usual: usize) -> usize {
    std::env::var("GROWTH_ROUNDS")
        .map_or(usual, |rounds| rounds.parse().expect("GROWTH_ROUNDS is a number"))
}

#[test]
fn the_count_knows_a_square_from_a_line() {
    assert!(Steps([100_000, 200_000, 400_000]).growth() < MOST_GROWTH);
    assert!(Steps([100_000, 400_000, 1_600_000]).growth() > MOST_GROWTH);
    // What has no size has no growth.
    assert!(Steps([100, 110, 500]).growth() < MOST_GROWTH);
}

#[test]
fn no_square_is_lost_in_small_inputs() {
    // By hand: the second step is (2 + 12 q) / (1 + 3 q) of the first, for a share q of the first size.
    for (inputs, least) in [(texts::INPUTS, 59), (documents::INPUTS, 89)] {
        let first = inputs.sizes[0];
        // So many thousandths of the work on the first input are done again for its square.
        for share in 0..400 {
            let work = |size: usize| {
                u64::try_from(size * (1_000 * first + share * size)).expect("a count")
            };
            let mut tries = inputs.tries().map(|(sizes, most)| (Steps(sizes.map(work)), most));
            let mut exceeds = || tries.next().is_some_and(|(steps, most)| steps.growth() > most);
            let (at_first, later) = (exceeds(), exceeds());
            assert!(at_first || !later, "{share} thousandths");
            assert_eq!(at_first, share >= least, "{share} thousandths");
        }
    }
}

#[test]
fn the_work_on_a_text_grows_with_its_size() {
    let mut counted = Counted::new();
    let mut slow = TooFast::default();
    for function in texts::FUNCTIONS {
        for piece in texts::known().chain(texts::by_chance(function, rounds(10))) {
            let input = |size| texts::repeated(&piece, size);
            slow.count(&mut counted, function, &format!("{piece:?}"), &texts::INPUTS, input);
        }
    }
    assert!(slow.0.is_empty(), "\n{}", slow.0);
}

#[test]
fn the_work_on_a_document_grows_with_its_size() {
    let mut counted = Counted::new();
    let mut slow = TooFast::default();
    for (function, schema) in documents::FUNCTIONS {
        for swollen in documents::swollen(schema) {
            let input = |size| swollen.with(size);
            slow.count(&mut counted, function, &swollen.place, &documents::INPUTS, input);
        }
    }
    assert!(slow.0.is_empty(), "\n{}", slow.0);
}
