//! `framework`: what an author of a framework works with.

mod check;
mod diff;
mod doc;
mod new;
mod show;
mod table;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, Subcommand};
use ehcp_qa_core::Framework;

use crate::context::{Context, checked};
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience};

use check::CheckArguments;
use diff::DiffArguments;
use doc::DocArguments;
use new::NewArguments;
use show::{Layout, ShowArguments};
use table::TableArguments;

/// Print, check, describe, compare or begin a framework; without a verb print the one in use
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct FrameworkArguments {
    #[command(subcommand)]
    verb: Option<Verb>,

    #[command(flatten)]
    layout: Layout,
}

/// What is done with a framework.
#[derive(Debug, Subcommand)]
enum Verb {
    Show(ShowArguments),
    Check(CheckArguments),
    Doc(DocArguments),
    Diff(DiffArguments),
    Table(TableArguments),
    New(NewArguments),
    Digest(DigestArguments),
}

/// Print the SHA-256 of a framework's canonical JSON (RFC 8785)
///
/// White space and the order of fields do not change it. An assessment gives it, so that the framework by which a
/// result was made can be found.
#[derive(Debug, Args)]
struct DigestArguments {
    /// The framework [without it: the one in use]
    file: Option<PathBuf>,
}

pub(crate) fn run(arguments: &FrameworkArguments, context: &Context) -> Result<Outcome, Failure> {
    match &arguments.verb {
        None => show::show(&context.framework, &arguments.layout),
        Some(Verb::Show(arguments)) => {
            show::show(&*framework(arguments.file.as_deref(), context)?, &arguments.layout)
        }
        Some(Verb::Check(arguments)) => check::run(arguments),
        Some(Verb::Doc(arguments)) => {
            doc::run(arguments, &*framework(arguments.file.as_deref(), context)?)
        }
        Some(Verb::Diff(arguments)) => diff::run(arguments),
        Some(Verb::Table(arguments)) => {
            table::run(arguments, &*framework(arguments.file.as_deref(), context)?)
        }
        Some(Verb::New(arguments)) => new::run(arguments),
        Some(Verb::Digest(DigestArguments { file })) => {
            let framework = framework(file.as_deref(), context)?;
            let mut out = output::standard(Audience::Programs);
            writeln!(out, "{}", framework.sha256())?;
            out.flush()?;
            Ok(Outcome::Fine)
        }
    }
}

/// The framework in a file, or the one in use.
fn framework(file: Option<&Path>, context: &Context) -> Result<Arc<Framework>, Failure> {
    match file {
        Some(file) => checked(file, Framework::from_json).map(Arc::new),
        None => Ok(Arc::clone(&context.framework)),
    }
}
