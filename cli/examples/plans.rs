//! How long plans take natively, for `bench/plans.mjs`: reads and checks each Word file in turn, and prints the
//! nanoseconds that each round took in all.

use std::hint::black_box;
use std::time::Instant;

use ehcp_qa_core::Framework;
use ehcp_qa_core::plan::read_word;
use ehcp_qa_core::whole::{PlanContext, check};
use ehcp_qa_core::wording::Lexicon;
use serde_json::json;

const ROUNDS: usize = 21;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let files: Vec<Vec<u8>> =
        std::env::args().skip(1).map(std::fs::read).collect::<Result<_, _>>()?;
    let (framework, lexicon) = (Framework::built_in(), Lexicon::built_in());
    let context = PlanContext::default();
    let plans: Vec<_> =
        files.iter().map(|bytes| read_word(bytes, &[])).collect::<Result<_, _>>()?;
    let rounds = |work: &dyn Fn()| -> Vec<u64> {
        let round = || {
            let start = Instant::now();
            work();
            u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX)
        };
        (0..ROUNDS).map(|_| round()).collect()
    };
    let read = rounds(&|| {
        for bytes in &files {
            let _ = black_box(read_word(black_box(bytes), &[]));
        }
    });
    let checked = rounds(&|| {
        for plan in &plans {
            black_box(check(&framework, &lexicon, black_box(plan), &context));
        }
    });
    println!("{}", json!({"read": read, "check": checked}));
    Ok(())
}
