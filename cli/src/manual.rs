//! `completions` and `man`: made from the same declarations as `--help`.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, Command};
use clap_mangen::Man;

use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience};

/// Print what completes these commands in a shell
#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// Print the manual page, or write the pages of all subcommands
#[derive(Debug, Args)]
pub(crate) struct ManArguments {
    /// Write a page for each subcommand into this directory
    #[arg(long, value_name = "DIRECTORY")]
    pub(crate) out: Option<PathBuf>,
}

pub(crate) fn completions(
    arguments: &CompletionsArguments,
    mut commands: Command,
) -> Result<Outcome, Failure> {
    // The generators take it that writing cannot fail, so they write to memory.
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, &mut commands, "ehcp-qa", &mut text);
    let mut out = output::standard(Audience::Programs);
    out.write_all(&text)?;
    out.flush()?;
    Ok(Outcome::Fine)
}

pub(crate) fn man(arguments: &ManArguments, commands: Command) -> Result<Outcome, Failure> {
    if let Some(directory) = &arguments.out {
        std::fs::create_dir_all(directory)?;
        clap_mangen::generate_to(commands, directory)?;
        return Ok(Outcome::Fine);
    }
    let mut out = output::standard(Audience::Programs);
    Man::new(commands).render(&mut out)?;
    out.flush()?;
    Ok(Outcome::Fine)
}
