//! `coverage`: what became in a plan of the advice that it is written from.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use ehcp_qa_core::Framework;
use ehcp_qa_core::plan::{AdviceDocument, COMMENT_AUTHOR, NewComment, PlanDocument};
use ehcp_qa_core::whole::{
    Coverage, CoverageChoice, CoverageStatus, MOST_ADVICES, advice_coverage_comments, coverage,
    coverage_comments, coverage_to_html,
};

use crate::context::{Context, checked_by};
use crate::fault::Fault;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, STRONG};
use crate::plan::files;
use crate::plan::shown::{counted, short};
use crate::written::{Written, in_folder};

/// The most characters of a statement that are shown.
const LONGEST_STATEMENT: usize = 300;

/// Compare advice with the plan that is written from it: what is carried, weaker, in another section or not found,
/// what has no source, where advice differs, and whether Section K lists it
#[derive(Debug, Args)]
pub(crate) struct CoverageArguments {
    /// The plan (.docx, .txt, .md or .html)
    #[arg(value_name = "PLAN")]
    pub(crate) plan: PathBuf,

    /// The advice: files like the plan, or advice documents (.json)
    #[arg(value_name = "ADVICE", required = true)]
    pub(crate) advices: Vec<PathBuf>,

    /// Which statements of the plan carry which of the advice, as `ehcp-qa schema coverage-choices` describes it
    #[arg(long, value_name = "FILE")]
    pub(crate) choices: Option<PathBuf>,

    /// Write the Word file of the plan with comments: at what is weaker, in another section, without a source or in
    /// conflict, and at the heading of each section what was not found
    #[arg(long, value_name = "FILE")]
    pub(crate) comments: Option<PathBuf>,

    /// Write the Word files of the advice into this folder, with a comment at each statement that is not carried whole
    #[arg(long, value_name = "FOLDER")]
    pub(crate) comments_advice: Option<PathBuf>,

    /// The author of the comments
    #[arg(long, value_name = "NAME", default_value = COMMENT_AUTHOR)]
    pub(crate) author: String,

    /// How to print: html is a page to print that loads nothing; csv has a row for each statement of the advice
    #[arg(long, value_enum, default_value_t = CoverageFormat::Human)]
    pub(crate) format: CoverageFormat,
}

/// How coverage is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CoverageFormat {
    Human,
    Json,
    Html,
    Csv,
}

/// A file that was read.
struct Given<'f> {
    path: &'f Path,
    bytes: Vec<u8>,
}

pub(crate) fn run(arguments: &CoverageArguments, context: &Context) -> Result<Outcome, Failure> {
    let CoverageArguments { plan, advices, choices, format, .. } = arguments;
    if advices.len() > MOST_ADVICES {
        let message = format!("At most {MOST_ADVICES} pieces of advice are compared with a plan.");
        return Err(Failure::Usage(message));
    }
    let framework = &*context.framework;
    let read = |file| checked_by(framework, file, CoverageChoice::all_from_json);
    let choices = choices.as_deref().map(read).transpose()?;
    let (document, bytes) =
        files::one(framework, plan).map_err(|fault| Failure::Faults(vec![fault]))?;
    let plan = (Given { path: plan, bytes }, document);
    let (mut given, mut documents) = (Vec::new(), Vec::new());
    for path in advices {
        let (document, bytes) = files::advice(framework, path).map_err(Failure::Faults)?;
        given.push(Given { path, bytes });
        documents.push(document);
    }
    let choices = choices.unwrap_or_default();
    let found = coverage(framework, &documents, &plan.1, &choices);
    write(framework, arguments, &found, &plan, &given, &documents)?;
    let mut out = output::standard(Audience::people_if(*format == CoverageFormat::Human));
    match format {
        CoverageFormat::Human => human(&mut out, &found)?,
        CoverageFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &found)?;
            writeln!(out)?;
        }
        CoverageFormat::Html => out.write_all(coverage_to_html(&found).as_bytes())?,
        CoverageFormat::Csv => csv(&mut out, &found)?,
    }
    out.flush()?;
    for one in &found.unknown {
        output::note(&format!("--choices, {}: {}", one.pointer, one.message));
    }
    Ok(Outcome::Fine)
}

/// Writes the Word files with comments that are asked for. Where one takes no comments, none is written.
fn write(
    framework: &Framework,
    arguments: &CoverageArguments,
    found: &Coverage,
    (plan, document): &(Given, PlanDocument),
    given: &[Given],
    documents: &[AdviceDocument],
) -> Result<(), Failure> {
    let CoverageArguments { advices, comments, comments_advice, author, .. } = arguments;
    let mut faults: Vec<Fault> = Vec::new();
    let mut outputs = Vec::new();
    let mut add =
        |target: PathBuf, path, bytes: &[u8], comments: &[NewComment]| match files::commented(
            framework, path, bytes, comments, author,
        ) {
            Ok(bytes) => outputs.push((target, path, bytes)),
            Err(fault) => faults.push(fault),
        };
    if let Some(target) = comments {
        let comments = coverage_comments(found, document, framework);
        add(target.clone(), plan.path, &plan.bytes, &comments);
    }
    if let Some(folder) = comments_advice {
        for (number, (file, advice)) in given.iter().zip(documents).enumerate() {
            let comments = advice_coverage_comments(found, number, advice, framework);
            add(in_folder(folder, file.path), file.path, &file.bytes, &comments);
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let read: Vec<PathBuf> = advices.iter().chain([&arguments.plan]).cloned().collect();
    let mut written = Written::new(&read);
    for (target, path, bytes) in outputs {
        written.write(&target, path, &bytes)?;
    }
    Ok(())
}

fn human(out: &mut impl Write, found: &Coverage) -> io::Result<()> {
    let shown = |text: &str| short(&text.replace('\t', " | "), LONGEST_STATEMENT);
    for (number, advice) in found.advices.iter().enumerate() {
        let author = advice.author.as_deref().unwrap_or("author not found");
        writeln!(out, "{STRONG}Advice {}: {}{STRONG:#}", number + 1, shown(author))?;
        for status in CoverageStatus::ALL {
            let of: Vec<_> = advice.statements.iter().filter(|one| one.status == *status).collect();
            let statements = counted(of.len(), "statement");
            writeln!(out, "  {}: {statements}", status.word().replace('_', " "))?;
            if *status == CoverageStatus::Whole {
                continue;
            }
            for one in of {
                writeln!(out, "    {}: \u{201c}{}\u{201d}", one.kind.word(), shown(&one.text))?;
                for plan in &one.plan {
                    let section = plan.section.word();
                    writeln!(
                        out,
                        "      Section {section}: \u{201c}{}\u{201d}",
                        shown(&plan.text)
                    )?;
                }
                for reason in &one.reasons {
                    writeln!(out, "      {}", output::plain(&reason.message))?;
                }
            }
        }
    }
    writeln!(
        out,
        "{STRONG}No source found{STRONG:#}: {}",
        counted(found.unsourced.len(), "statement")
    )?;
    for one in &found.unsourced {
        let (section, text) = (one.plan.section.word(), shown(&one.plan.text));
        writeln!(out, "    Section {section}, {}: \u{201c}{text}\u{201d}", one.kind.word())?;
    }
    writeln!(
        out,
        "{STRONG}Advice that differs{STRONG:#}: {}",
        counted(found.conflicts.len(), "matter")
    )?;
    for conflict in &found.conflicts {
        writeln!(out, "    {}", output::plain(&conflict.message))?;
        for words in [&conflict.one, &conflict.other] {
            writeln!(out, "      {}: \u{201c}{}\u{201d}", words.advice + 1, shown(&words.text))?;
        }
    }
    writeln!(out, "{STRONG}Section K{STRONG:#}: {}", counted(found.listed.len(), "difference"))?;
    for fault in &found.listed {
        writeln!(out, "    {}", output::plain(&fault.message))?;
    }
    Ok(())
}

fn csv(out: &mut impl Write, found: &Coverage) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record([
        "advice",
        "author",
        "kind",
        "status",
        "statement",
        "section",
        "plan",
        "why",
    ])?;
    for (number, advice) in found.advices.iter().enumerate() {
        for one in &advice.statements {
            let number = (number + 1).to_string();
            let author = output::field(advice.author.as_deref().unwrap_or_default());
            let sections: Vec<&str> = one.plan.iter().map(|plan| plan.section.word()).collect();
            let plan: Vec<&str> = one.plan.iter().map(|plan| plan.text.as_str()).collect();
            let why: Vec<&str> = one.reasons.iter().map(|reason| reason.message.as_str()).collect();
            writer.write_record([
                number.as_str(),
                author.as_str(),
                one.kind.word(),
                one.status.word(),
                &output::field(&one.text),
                &sections.join(" "),
                &output::field(&plan.join(" ")),
                &output::field(&why.join(" ")),
            ])?;
        }
    }
    writer.flush()?;
    Ok(())
}
