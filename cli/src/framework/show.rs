//! `framework show`: the document, or what it holds in a few lines.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use ehcp_qa_core::Framework;
use ehcp_qa_core::framework::{FrameworkDocument, FrameworkFormat};
use serde_json::{Map, Value};

use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, STRONG, plain};

/// Print a framework: its grades, criteria, checks and sections
#[derive(Debug, Args)]
pub(super) struct ShowArguments {
    /// The framework [without it: the one in use]
    pub(super) file: Option<PathBuf>,

    #[command(flatten)]
    pub(super) layout: Layout,
}

/// The layout of a printed framework.
#[derive(Debug, Args)]
pub(super) struct Layout {
    /// How to print: json is the document itself
    #[arg(long, value_enum, default_value_t = ShowFormat::Human)]
    format: ShowFormat,
}

/// How a framework is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ShowFormat {
    Human,
    Json,
}

pub(super) fn show(framework: &Framework, layout: &Layout) -> Result<Outcome, Failure> {
    let format = layout.format;
    let mut out = output::standard(Audience::people_if(format == ShowFormat::Human));
    match format {
        ShowFormat::Human => human(&mut out, framework)?,
        ShowFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &with_format(framework)?)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(Outcome::Fine)
}

/// The document, which names its format. One that does not is of the first.
fn with_format(framework: &Framework) -> Result<Map<String, Value>, Failure> {
    let mut named = Map::from_iter([("format".to_owned(), FrameworkFormat::LEAST.into())]);
    if let Value::Object(given) = serde_json::to_value(framework.as_json())? {
        named.extend(given);
    }
    Ok(named)
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
