//! `completions` and `man`: made from the same declarations as `--help`.

use std::io::Write as _;

use clap::CommandFactory as _;
use clap_mangen::Man;

use crate::arguments::{Arguments, CompletionsArguments, ManArguments};
use crate::outcome::{Failure, Outcome};
use crate::output;

pub(crate) fn completions(arguments: &CompletionsArguments) -> Result<Outcome, Failure> {
    // The generators take it that writing cannot fail, so they write to memory.
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "ehcp-qa", &mut text);
    let mut out = output::standard();
    out.write_all(&text)?;
    out.flush()?;
    Ok(Outcome::Fine)
}

pub(crate) fn man(arguments: &ManArguments) -> Result<Outcome, Failure> {
    if let Some(directory) = &arguments.out {
        std::fs::create_dir_all(directory)?;
        clap_mangen::generate_to(Arguments::command(), directory)?;
        return Ok(Outcome::Fine);
    }
    let mut out = output::standard();
    Man::new(Arguments::command()).render(&mut out)?;
    out.flush()?;
    Ok(Outcome::Fine)
}
