//! `schema`: the JSON Schemas.

use std::io::Write as _;

use clap::Args;
use ehcp_qa_core::Framework;
use ehcp_qa_schema::{closed_schemas, schemas, text};

use crate::context::Context;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience};

/// Print the JSON Schema of a kind of document
///
/// With --framework it is closed over the ids of that framework, so that an editor completes them and explains each.
/// There are schemas of the documents that people write, then.
#[derive(Debug, Args)]
pub(crate) struct SchemaArguments {
    /// Which one, such as review
    #[arg(required_unless_present = "list")]
    pub(crate) name: Option<String>,

    /// List the names
    #[arg(long, conflicts_with = "name")]
    pub(crate) list: bool,
}

pub(crate) fn run(arguments: &SchemaArguments, context: &Context) -> Result<Outcome, Failure> {
    let framework = &context.framework;
    let is_built_in = **framework == *Framework::built_in();
    let mut out = output::standard(Audience::Programs);
    let schemas = if is_built_in { schemas() } else { closed_schemas(framework) };
    let mut names = schemas.iter().map(|(name, _)| *name);
    match &arguments.name {
        None => names.try_for_each(|name| writeln!(out, "{name}"))?,
        Some(name) => {
            let name = name.trim_end_matches(".schema.json");
            let Some((_, schema)) = schemas.iter().find(|(known, _)| *known == name) else {
                let names: Vec<_> = names.collect();
                let message =
                    format!("There is no schema of this name. There are: {}.", names.join(", "));
                return Err(Failure::Usage(message));
            };
            out.write_all(text(schema).as_bytes())?;
        }
    }
    out.flush()?;
    Ok(Outcome::Fine)
}
