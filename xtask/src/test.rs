//! Running the checks, one after the other, up to the first that fails.

use std::time::{Duration, Instant};

use anyhow::bail;

use crate::checkout::Checkout;
use crate::process::{run_shown, spelled};
use crate::setup;
use crate::steps::Step;

/// Far more than any step needs: it only keeps a hanging one from hanging for ever.
const LIMIT: Duration = Duration::from_secs(30 * 60);

pub(crate) fn run(checkout: &Checkout, steps: &[&Step]) -> anyhow::Result<()> {
    setup::ensure(checkout, steps.iter().flat_map(|step| step.needs))?;
    let mut summary = Vec::new();
    for Step { name, command, .. } in steps {
        let start = Instant::now();
        let outcome = command(checkout).and_then(|command| {
            println!("\n{name}: {}", spelled(&command));
            run_shown(command, LIMIT)
        });
        let seconds = start.elapsed().as_secs_f64();
        if let Err(error) = outcome {
            bail!(
                "step {name} failed after {seconds:.1} s: {error:#}\nalone: cargo xtask test --only {name}"
            );
        }
        summary.push(format!("{name:<12}{seconds:>7.1} s"));
    }
    println!("\n{}\nall passed", summary.join("\n"));
    Ok(())
}
