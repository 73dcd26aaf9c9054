//! The work of a function grows with the size of its input and no faster: twice the text, twice the work.
//!
//! Work is counted in instructions of WebAssembly, which are the same on every machine, and not in time. Inputs have
//! three sizes, each twice the one before. The step from the second size to the third is to be about twice that from
//! the first to the second; where work grows by the square it is four times. Texts are one piece again and again, put
//! together by chance from the words of the lexicon, signs and marks; `GROWTH_ROUNDS=n` tries n pieces a function.
//! Documents are the examples of the schemas with one list or object in them swollen.

mod counted;
mod documents;
mod texts;

use std::fmt::Write as _;

use counted::Counted;

/// The most that the second step may be of the first: 2 where work is in proportion to size, 2.2 where it is that
/// and its logarithm, 4 where it is its square.
const MOST_GROWTH: f64 = 2.7;

/// How often larger the inputs are with which a growth that looks too fast is tried again: in short inputs the steps in
/// which memory grows weigh.
const SCALES: [usize; 3] = [1, 4, 12];

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
        what: &str,
        sizes: [usize; 3],
        input: impl Fn(usize) -> String,
    ) {
        let mut steps = Steps([0; 3]);
        for scale in SCALES {
            steps = Steps(sizes.map(|size| counted.instructions(function, &input(size * scale))));
            if steps.growth() <= MOST_GROWTH {
                return;
            }
        }
        let _ = writeln!(self.0, "{:.1} times, {function}: {what} {:?}", steps.growth(), steps.0);
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
fn the_work_on_a_text_grows_with_its_size() {
    let mut counted = Counted::new();
    let mut slow = TooFast::default();
    for function in texts::FUNCTIONS {
        for piece in texts::known().chain(texts::by_chance(function, rounds(10))) {
            let input = |size| texts::repeated(&piece, size);
            slow.count(&mut counted, function, &format!("{piece:?}"), texts::SIZES, input);
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
            slow.count(&mut counted, function, &swollen.place, documents::SIZES, input);
        }
    }
    assert!(slow.0.is_empty(), "\n{}", slow.0);
}
