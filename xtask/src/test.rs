//! Running the checks, one after the other, up to the first that fails.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::bail;

use crate::checkout::Checkout;
use crate::package;
use crate::process::{run_shown, spelled};
use crate::setup::{self, Scope};
use crate::steps::Step;

/// Far more than any step needs: it only keeps a hanging one from hanging for ever.
const LIMIT: Duration = Duration::from_secs(30 * 60);

/// Runs every step, or one.
pub(crate) fn run(checkout: &Checkout, only: Option<Step>) -> anyhow::Result<()> {
    let steps = only.map_or_else(|| Step::ALL.to_vec(), Step::alone);
    prepare(checkout, &steps)?;
    let mut times = Vec::new();
    for step in steps {
        let start = Instant::now();
        let outcome = step.command(checkout).and_then(|command| run_step(step, command));
        let time = start.elapsed();
        if let Err(error) = outcome {
            bail!(
                "step {} failed after {:.1} s: {error:#}\nalone: cargo xtask test --only {}",
                step.name(),
                time.as_secs_f64(),
                step.name()
            );
        }
        times.push((step, time));
    }
    println!("\n{}", summary(&times));
    Ok(())
}

fn prepare(checkout: &Checkout, steps: &[Step]) -> anyhow::Result<()> {
    let scope = steps.iter().map(|step| step.scope()).max();
    let scope = scope.unwrap_or(Scope::Rust);
    setup::ensure(checkout, scope)?;
    if steps.iter().any(|step| step.needs_spark()) {
        setup::ensure_spark(checkout)?;
    }
    if scope >= Scope::Package {
        package::ensure(checkout)?;
    }
    Ok(())
}

fn run_step(step: Step, command: Command) -> anyhow::Result<()> {
    println!("\n{}: {}", step.name(), spelled(&command));
    run_shown(command, LIMIT)
}

fn summary(times: &[(Step, Duration)]) -> String {
    let mut lines: Vec<String> = times
        .iter()
        .map(|(step, time)| format!("{:<12}{:>7.1} s", step.name(), time.as_secs_f64()))
        .collect();
    lines.push("all passed".to_owned());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_has_a_line_for_each_step() {
        let times = [
            (Step::Format, Duration::from_millis(420)),
            (Step::DemoBuild, Duration::from_millis(112_640)),
        ];
        let expected = "\
fmt             0.4 s
demo-build    112.6 s
all passed";
        assert_eq!(summary(&times), expected);
    }
}
