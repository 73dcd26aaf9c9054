//! Files that are plans: named, or found in folders by their extensions, and read on all cores.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use clap::Args;
use ehcp_qa_core::plan::{
    AdviceDocument, MOST_FILE_BYTES, NewComment, PlanDocument, PlanProblem, comment_word,
    read_advice_html, read_advice_markdown, read_advice_text, read_advice_word, read_html,
    read_markdown, read_text, read_word,
};
use ehcp_qa_core::{Framework, Problem};
use rayon::prelude::*;

use crate::fault::{Fault, Source, faults};
use crate::input::{self, Found, Tally};
use crate::outcome::Failure;
use crate::output;

/// The extensions of the files that are read in folders.
const EXTENSIONS: [&str; 6] = ["docx", "txt", "md", "markdown", "html", "htm"];

/// So many files are worked on before their results are handed on.
const ROUND: usize = 64;

/// The number of files from which progress is shown.
const MANY_FILES: usize = 32;

/// The plans to read.
#[derive(Debug, Args)]
pub(crate) struct Plans {
    /// Files (.docx, .txt, .md or .html), or folders that are searched for them
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
}

/// A plan with the file that it was read from.
pub(super) struct PlanFile<'f> {
    pub(super) path: &'f Path,
    pub(super) source: &'f Source,
    pub(super) bytes: Vec<u8>,
    pub(super) plan: PlanDocument,
}

/// Reads every plan and works on it, on all cores. The results are handed on in the order of the arguments and then of
/// the names; the faults of files that are no plans are reported.
pub(super) fn each<T: Send>(
    framework: &Framework,
    Plans { paths }: &Plans,
    work: impl Fn(PlanFile) -> Result<T, Vec<Fault>> + Sync,
    mut hand_on: impl FnMut(&Source, T) -> Result<(), Failure>,
) -> Result<Tally, Failure> {
    let is_one = paths.len() == 1;
    let files: Vec<Found> =
        paths.iter().flat_map(|path| input::files(path, is_one, &EXTENSIONS)).collect();
    let alone = matches!(files.as_slice(), [Ok((_, source))] if source.alone);
    let mut tally = Tally { alone, ..Tally::default() };
    let bar = input::bar_of(files.len() as u64, files.len() >= MANY_FILES);
    for round in files.chunks(ROUND) {
        let results: Vec<_> = round
            .par_iter()
            .map(|found| {
                let result = match found {
                    Ok((path, source)) => {
                        read(framework, path, source).map_err(|fault| vec![fault]).and_then(&work)
                    }
                    Err(fault) => Err(vec![fault.clone()]),
                };
                bar.inc(1);
                result
            })
            .collect();
        for (found, result) in round.iter().zip(results) {
            tally.records += 1;
            match (found, result) {
                (Ok((_, source)), Ok(result)) => {
                    hand_on(source, result).map_err(|failure| failure.after(tally.outcome()))?;
                }
                (_, result) => {
                    tally.bad += 1;
                    bar.suspend(|| output::faults(&result.err().unwrap_or_default()));
                }
            }
        }
    }
    bar.finish_and_clear();
    Ok(tally)
}

/// The plan that one file is, with its bytes.
pub(crate) fn one(framework: &Framework, path: &Path) -> Result<(PlanDocument, Vec<u8>), Fault> {
    let source = Source { alone: true, ..Source::of_file(input::name(path)) };
    read(framework, path, &source).map(|file| (file.plan, file.bytes))
}

/// A Word file with comments.
pub(crate) fn commented(
    framework: &Framework,
    path: &Path,
    bytes: &[u8],
    comments: &[NewComment],
    author: &str,
) -> Result<Vec<u8>, Fault> {
    let fault = |problem| refused(framework, &Source::of_file(input::name(path)), problem);
    comment_word(bytes, comments, author).map_err(fault)
}

/// Why a file cannot be read or written, as the framework in use says it.
pub(super) fn refused(framework: &Framework, source: &Source, problem: PlanProblem) -> Fault {
    let kind = problem.into();
    let said = framework.reworded_one(Problem { pointer: String::new(), kind });
    Fault::of_file(source, problem.code(), said.kind.to_string())
}

/// Reads a file as a plan.
fn read<'f>(
    framework: &Framework,
    path: &'f Path,
    source: &'f Source,
) -> Result<PlanFile<'f>, Fault> {
    let bytes = bytes(path).map_err(|error| Fault::unreadable(source, &error))?;
    let text = || match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => Err(Fault::not_utf8(source, &bytes, error)),
    };
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    let plan = match extension.to_str() {
        Some("txt") => read_text(text()?, &[]),
        Some("md" | "markdown") => read_markdown(text()?, &[]),
        Some("html" | "htm") => read_html(text()?, &[]),
        // The reader of Word files has a sentence for each other kind of file.
        _ => read_word(&bytes, &[]),
    };
    let plan = plan.map_err(|problem| refused(framework, source, problem))?;
    Ok(PlanFile { path, source, bytes, plan })
}

/// The piece of advice that one file is, with its bytes.
pub(crate) fn advice(
    framework: &Framework,
    path: &Path,
) -> Result<(AdviceDocument, Vec<u8>), Vec<Fault>> {
    let source = Source { alone: true, ..Source::of_file(input::name(path)) };
    let stop = |fault: Fault| vec![fault];
    let bytes = bytes(path).map_err(|error| stop(Fault::unreadable(&source, &error)))?;
    let text = || match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => Err(stop(Fault::not_utf8(&source, &bytes, error))),
    };
    let fault = |problem| stop(refused(framework, &source, problem));
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    let advice = match extension.to_str() {
        Some("txt") => read_advice_text(text()?).map_err(fault)?,
        Some("md" | "markdown") => read_advice_markdown(text()?).map_err(fault)?,
        Some("html" | "htm") => read_advice_html(text()?).map_err(fault)?,
        Some("json") => {
            let text = text()?;
            AdviceDocument::from_json(text)
                .map_err(|problems| faults(&source, text, &framework.reworded(problems)))?
        }
        _ => read_advice_word(&bytes).map_err(fault)?,
    };
    Ok((advice, bytes))
}

/// The bytes of a file; of one that is too large, as many as it takes to refuse it.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than a file may have, and a byte order mark.
    File::open(path)?.take(MOST_FILE_BYTES as u64 + 4).read_to_end(&mut bytes)?;
    Ok(bytes)
}
