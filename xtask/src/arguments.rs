//! The command line.

use std::ffi::OsString;
use std::fmt;

use crate::steps::Step;

pub(crate) const USAGE: &str = "\
usage: cargo xtask <command>

  setup               install whatever is missing: WASM target, tools, npm packages, Chromium, Spark
  build               set up, then build the npm package into wasm/dist
  demo                set up, build, and serve the demo on 127.0.0.1
  demo --build        set up, build, and write the demo into js-demo/dist
  test                set up, build, and run every check
  test --only <step>  one: fmt, clippy, doc, rust, schema, lint, types, node, packaging, demo-build, browser,
                      spark
  bench [arguments]   set up, build, and measure (arguments go to bench/run.mjs)
  bench wording       how well the wording rules find what a reader would, by family
  bench scale [n]     how fast and in how much memory n records are summarised
  generate            write the JSON Schemas, the TypeScript types made from them, docs/rules.md and the
                      titles of the rules";

/// The request on the command line.
#[derive(Debug, PartialEq)]
pub(crate) enum Task {
    Help,
    Setup,
    Build,
    Demo { build_only: bool },
    Test { only: Option<Step> },
    Bench { arguments: Vec<OsString> },
    BenchWording,
    BenchScale { arguments: Vec<OsString> },
    Generate,
}

/// The reason a command line is refused.
#[derive(Debug, PartialEq)]
pub(crate) enum Misuse {
    NoCommand,
    UnknownCommand(String),
    UnexpectedArguments { command: &'static str },
    NoStepNamed,
    UnknownStep(String),
}

impl fmt::Display for Misuse {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCommand => write!(out, "no command given"),
            Self::UnknownCommand(name) => write!(out, "there is no command `{name}`"),
            Self::UnexpectedArguments { command } => {
                write!(out, "`{command}` does not take these arguments")
            }
            Self::NoStepNamed => write!(out, "`--only` needs the name of a step"),
            Self::UnknownStep(name) => {
                let known: Vec<&str> = Step::ALL.iter().map(|step| step.name()).collect();
                write!(out, "there is no step `{name}`; the steps are {}", known.join(", "))
            }
        }
    }
}

/// Reads the arguments after the program's name.
pub(crate) fn parse(arguments: &[OsString]) -> Result<Task, Misuse> {
    let Some((command, rest)) = arguments.split_first() else {
        return Err(Misuse::NoCommand);
    };
    // Names of commands and steps are ASCII, so other characters may be lost here.
    let command = command.to_string_lossy();
    let words: Vec<_> = rest.iter().map(|word| word.to_string_lossy()).collect();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match &*command {
        "help" | "--help" | "-h" => Ok(Task::Help),
        "setup" => without_arguments(&words, "setup", Task::Setup),
        "build" => without_arguments(&words, "build", Task::Build),
        "generate" => without_arguments(&words, "generate", Task::Generate),
        "demo" => match words[..] {
            ["--build"] => Ok(Task::Demo { build_only: true }),
            _ => without_arguments(&words, "demo", Task::Demo { build_only: false }),
        },
        "test" => match words[..] {
            ["--only"] => Err(Misuse::NoStepNamed),
            ["--only", name] => Step::named(name)
                .map(|step| Task::Test { only: Some(step) })
                .ok_or_else(|| Misuse::UnknownStep(name.to_owned())),
            _ => without_arguments(&words, "test", Task::Test { only: None }),
        },
        "bench" if words == ["wording"] => Ok(Task::BenchWording),
        "bench" if words.first() == Some(&"scale") => {
            Ok(Task::BenchScale { arguments: rest.get(1..).unwrap_or_default().to_vec() })
        }
        "bench" => Ok(Task::Bench { arguments: rest.to_vec() }),
        unknown => Err(Misuse::UnknownCommand(unknown.to_owned())),
    }
}

fn without_arguments(words: &[&str], command: &'static str, task: Task) -> Result<Task, Misuse> {
    if words.is_empty() { Ok(task) } else { Err(Misuse::UnexpectedArguments { command }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &Result<Task, Misuse>) {
        let arguments: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        assert_eq!(&parse(&arguments), expected, "cargo xtask {line}");
    }

    #[test]
    fn every_command_is_understood() {
        check("setup", &Ok(Task::Setup));
        check("build", &Ok(Task::Build));
        check("demo", &Ok(Task::Demo { build_only: false }));
        check("demo --build", &Ok(Task::Demo { build_only: true }));
        check("test", &Ok(Task::Test { only: None }));
        check("generate", &Ok(Task::Generate));
        check("bench wording", &Ok(Task::BenchWording));
        check("--help", &Ok(Task::Help));
    }

    #[test]
    fn bench_passes_its_arguments_on() {
        let arguments = vec!["--rounds".into(), "3".into()];
        check("bench --rounds 3", &Ok(Task::Bench { arguments }));
        let arguments = vec!["5000".into()];
        check("bench scale 5000", &Ok(Task::BenchScale { arguments }));
    }

    #[test]
    fn a_step_is_chosen_by_its_name() {
        let only = Some(Step::Clippy);
        check("test --only clippy", &Ok(Task::Test { only }));
        check("test --only", &Err(Misuse::NoStepNamed));
        check("test --only clipy", &Err(Misuse::UnknownStep("clipy".into())));
    }

    #[test]
    fn anything_else_is_refused() {
        check("", &Err(Misuse::NoCommand));
        check("tset", &Err(Misuse::UnknownCommand("tset".into())));
        let command = "setup";
        check("setup now", &Err(Misuse::UnexpectedArguments { command }));
        let command = "demo";
        check("demo --bild", &Err(Misuse::UnexpectedArguments { command }));
        let command = "test";
        check("test --only fmt doc", &Err(Misuse::UnexpectedArguments { command }));
    }

    #[test]
    fn the_usage_text_names_every_step_in_order() {
        let names: Vec<&str> = Step::ALL.iter().map(|step| step.name()).collect();
        let words: Vec<&str> = USAGE.split_whitespace().collect();
        assert!(words.join(" ").contains(&names.join(", ")), "{USAGE}");
    }
}
