//! `framework`: a framework printed, checked, or named by the digest of its content.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, Subcommand, ValueEnum};
use ehcp_qa_core::Framework;
use ehcp_qa_core::framework::FrameworkDocument;

use crate::arguments::Inputs;
use crate::context::{Context, checked};
use crate::kind::Kind;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, STRONG, plain};
use crate::validate::{self, ValidateArguments, ValidateFormat};

/// Print, check or identify a framework; without a verb print the one in use
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
    Digest(DigestArguments),
}

/// Print a framework: its grades, criteria, checks and sections
#[derive(Debug, Args)]
struct ShowArguments {
    /// The framework [without it: the one in use]
    file: Option<PathBuf>,

    #[command(flatten)]
    layout: Layout,
}

/// Report every problem of a framework, with its place
#[derive(Debug, Args)]
struct CheckArguments {
    /// The framework; - for standard input
    file: PathBuf,

    /// How to print: sarif is SARIF 2.1.0, github is annotations of GitHub Actions
    #[arg(long, value_enum, default_value_t = ValidateFormat::Human)]
    format: ValidateFormat,
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

/// The layout of a printed framework.
#[derive(Debug, Args)]
struct Layout {
    /// How to print: json is the document itself
    #[arg(long, value_enum, default_value_t = FrameworkFormat::Human)]
    format: FrameworkFormat,
}

/// How a framework is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FrameworkFormat {
    Human,
    Json,
}

pub(crate) fn run(arguments: &FrameworkArguments, context: &Context) -> Result<Outcome, Failure> {
    match &arguments.verb {
        None => show(&context.framework, arguments.layout.format),
        Some(Verb::Show(ShowArguments { file, layout })) => {
            show(&*framework(file.as_deref(), context)?, layout.format)
        }
        Some(Verb::Check(CheckArguments { file, format })) => {
            let inputs = Inputs { paths: vec![file.clone()], ndjson: false };
            let arguments =
                ValidateArguments { inputs, kind: Some(Kind::Framework), format: *format };
            validate::run(&arguments, context)
        }
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

fn show(framework: &Framework, format: FrameworkFormat) -> Result<Outcome, Failure> {
    let mut out = output::standard(Audience::people_if(format == FrameworkFormat::Human));
    match format {
        FrameworkFormat::Human => human(&mut out, framework)?,
        FrameworkFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &framework.as_json())?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(Outcome::Fine)
}

fn human(out: &mut impl Write, framework: &Framework) -> io::Result<()> {
    let FrameworkDocument { id, edition, source, wording, interpretation, .. } =
        framework.document();
    writeln!(out, "{STRONG}{}{STRONG:#}", plain(&source.title))?;
    let grades: Vec<_> =
        framework.scores().map(|score| plain(framework.grade_name(score))).collect();
    let rows = [
        ["id".to_owned(), id],
        ["edition".to_owned(), plain(&edition)],
        ["grades".to_owned(), grades.join(", ")],
        ["criteria".to_owned(), interpretation.criteria.len().to_string()],
        ["checks".to_owned(), interpretation.checks.len().to_string()],
    ];
    output::table(out, &rows)?;
    writeln!(out)?;
    let mut rows = vec![["section", "descriptors", "title"].map(str::to_owned)];
    for section in wording.sections.into_iter().chain([wording.overall]) {
        rows.push([section.id, section.descriptors.len().to_string(), plain(&section.title)]);
    }
    output::table(out, &rows)
}
