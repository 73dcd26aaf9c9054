//! `framework`: the framework in use.

use std::io::{self, Write};

use ehcp_qa_core::framework::FrameworkDocument;
use ehcp_qa_core::{Framework, Score};

use crate::arguments::{FrameworkArguments, FrameworkFormat};
use crate::context::Context;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, STRONG, plain};

pub(crate) fn run(arguments: &FrameworkArguments, context: &Context) -> Result<Outcome, Failure> {
    let mut out = output::standard();
    match arguments.format {
        FrameworkFormat::Human => human(&mut out, &context.framework)?,
        FrameworkFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &context.framework.as_json())?;
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
        Score::ALL.iter().map(|score| plain(framework.grade_name(*score))).collect();
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
