//! `plan check`: what there is to review in plans.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use ehcp_qa_core::plan::{COMMENT_AUTHOR, PlanDocument};
use ehcp_qa_core::whole::{self, PlanCheck, PlanContext};
use ehcp_qa_core::{Framework, YearGroup};
use serde::Serialize;

use super::files::{self, Plans};
use super::found;
use super::written;
use crate::arguments::{Deny, Known};
use crate::context::{self, Context, checked_by};
use crate::fault::{Fault, Source};
use crate::input;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, Documents, JsonLayout, Standard};
use crate::sarif::{self, SarifResult};
use crate::written::{Written, in_folder};

/// Check plans: the wording of their sections, what is absent, and what only the whole plan shows
///
/// What the plan says of itself, such as its stage and the names of the child, stands in where nothing is given.
#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) plans: Plans,

    /// What is known of the plans, as `ehcp-qa schema plan-context` describes it
    #[arg(long, value_name = "FILE")]
    pub(crate) context: Option<PathBuf>,

    /// The names that the child goes by, parted by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(crate) names: Vec<String>,

    #[command(flatten)]
    pub(crate) known: Known,

    /// How to print: in json and ndjson, places are in UTF-16 code units of the blocks that `plan read` gives; csv has
    /// a line a finding; sarif is SARIF 2.1.0
    #[arg(long, value_enum, default_value_t = CheckFormat::Human)]
    pub(crate) format: CheckFormat,

    /// Write the Word file again with a comment for each finding; of several plans, into this folder
    #[arg(long, value_name = "FILE")]
    pub(crate) comments: Option<PathBuf>,

    /// The author of the comments
    #[arg(long, value_name = "NAME", default_value = COMMENT_AUTHOR, requires = "comments")]
    pub(crate) author: String,

    /// Write the feedback form as a Word file, drafted from the findings; of several plans, into this folder
    #[arg(long, value_name = "FILE")]
    pub(crate) feedback: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) deny: Deny,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Human,
    Json,
    Ndjson,
    Sarif,
    Csv,
}

pub(super) fn run(arguments: &CheckArguments, context: &Context) -> Result<Outcome, Failure> {
    let CheckArguments { plans, known, format, comments, author, feedback, deny, .. } = arguments;
    let facts = facts(&context.framework, arguments)?;
    let lexicon = context::lexicon(&context.framework, known)?;
    let mut printer = Printer::new(*format)?;
    let mut found = false;
    // Of several plans, each output is a folder.
    let paths = &plans.paths;
    let is_folder = paths.len() > 1 || paths.iter().any(|path| path.is_dir());
    let mut written = Written::new(paths);
    let tally = files::each(
        &context.framework,
        plans,
        |file| {
            let check = whole::check(&context.framework, &lexicon, &file.plan, &facts);
            let commented = comments.as_deref().map(|target| {
                let bytes = written::commented(&file, &check, &context.framework, author);
                Ok((target, bytes.map_err(|fault| vec![fault])?))
            });
            let form = feedback
                .as_deref()
                .map(|target| Ok((target, written::form(&file, &check, &context.framework)?)));
            let outputs: Result<Vec<_>, Vec<Fault>> = commented.into_iter().chain(form).collect();
            Ok((file.path.to_owned(), file.plan, check, outputs?))
        },
        |source, (path, plan, check, outputs)| {
            found |= check.findings.iter().any(|finding| deny.counts(finding.severity));
            for (target, bytes) in &outputs {
                let file = if is_folder { in_folder(target, &path) } else { (*target).to_owned() };
                written.write(&file, &path, bytes)?;
            }
            printer.add(source, &plan, &check)
        },
    );
    input::end(tally, Outcome::found(found), |alone| printer.finish(alone))
}

/// What is known of the plans, from a file and from the arguments, which stand over it.
fn facts(framework: &Framework, arguments: &CheckArguments) -> Result<PlanContext, Failure> {
    let CheckArguments { context, names, known, .. } = arguments;
    let mut facts = match context {
        Some(file) => checked_by(framework, file, PlanContext::from_json)?,
        None => PlanContext::default(),
    };
    let linting = &mut facts.linting;
    linting.stage = known.stage.or(linting.stage);
    linting.year_group = known.year_group.and_then(YearGroup::new).or(linting.year_group);
    if !names.is_empty() {
        linting.names = Some(names.iter().map(|name| name.trim().to_owned()).collect());
    }
    Ok(facts)
}

/// Prints what was found in each plan.
enum Printer {
    Human(Standard),
    Json(Documents<Standard>),
    /// One document over all plans, and so written at the end.
    Sarif(Standard, Vec<SarifResult>),
    Csv(Box<csv::Writer<Standard>>),
}

impl Printer {
    fn new(format: CheckFormat) -> Result<Self, Failure> {
        let out = output::standard(Audience::people_if(format == CheckFormat::Human));
        Ok(match format {
            CheckFormat::Human => Self::Human(out),
            CheckFormat::Json => Self::Json(Documents::new(out, JsonLayout::Document)),
            CheckFormat::Ndjson => Self::Json(Documents::new(out, JsonLayout::Lines)),
            CheckFormat::Sarif => Self::Sarif(out, Vec::new()),
            CheckFormat::Csv => {
                let mut writer = csv::Writer::from_writer(out);
                writer.write_record(found::COLUMNS)?;
                Self::Csv(Box::new(writer))
            }
        })
    }

    fn add(
        &mut self,
        source: &Source,
        plan: &PlanDocument,
        check: &PlanCheck,
    ) -> Result<(), Failure> {
        match self {
            Self::Human(out) => found::human(out, source, plan, check)?,
            Self::Json(documents) => documents.add(source, None, check)?,
            Self::Sarif(_, results) => {
                let result = |finding| found::sarif(source, plan, finding);
                results.extend(check.findings.iter().map(result));
            }
            Self::Csv(writer) => {
                for finding in &check.findings {
                    writer.write_record(found::row(source, plan, finding))?;
                }
            }
        }
        Ok(())
    }

    fn finish(self, alone: bool) -> Result<(), Failure> {
        use std::io::Write as _;

        match self {
            Self::Human(mut out) => out.flush()?,
            Self::Json(documents) => documents.finish(alone)?,
            Self::Sarif(mut out, results) => {
                sarif::log(&results).serialize(&mut serde_json::Serializer::pretty(&mut out))?;
                writeln!(out)?;
                out.flush()?;
            }
            Self::Csv(mut writer) => writer.flush()?,
        }
        Ok(())
    }
}
