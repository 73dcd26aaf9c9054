//! `write FOLDER`: the files that `open.py` opens with other programs.
//!
//! For each of the five plans and of the files that come from Word: the file, the same with comments on a word of every
//! block, and what they say; and a feedback form.

use std::path::{Path, PathBuf};
use std::{env, fs};

use ehcp_qa_core::form::{Feedback, feedback_word};
use ehcp_qa_core::plan::{Block, NewComment, RunPlace, Utf16Place, comment_word, read_word};
use ehcp_qa_core::{Bounded, Framework, FreeText};

const FORM: &str = include_str!("form.json");

fn main() {
    let folder = PathBuf::from(env::args_os().nth(1).expect("usage: write FOLDER"));
    fs::create_dir_all(&folder).expect("a folder");
    let plans = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    for from in [plans.clone(), plans.join("from-word")] {
        for entry in fs::read_dir(from).expect("the plans") {
            let path = entry.expect("a file").path();
            if path.extension().is_some_and(|extension| extension == "docx") {
                write(&path, &folder);
            }
        }
    }
    let framework = Framework::built_in();
    let form = Feedback::from_json(&framework, FORM).expect("a form");
    let bytes = feedback_word(&form, &framework);
    fs::write(folder.join("form.docx"), bytes).expect("the form");
}

/// Writes a file, the same with comments, and a list of them.
fn write(path: &Path, folder: &Path) {
    let bytes = fs::read(path).expect("a file");
    let plan = read_word(&bytes, &[]).expect("a plan");
    let blocks = plan.parts.iter().flat_map(|part| &part.blocks);
    let mut comments = Vec::new();
    let mut list = String::new();
    for block in blocks.chain(&plan.furniture) {
        if let Some((word, comment)) = comment_on(block, comments.len()) {
            list.extend([&word, "\t", &comment.paragraphs[0].0, "\n"]);
            comments.push(comment);
        }
    }
    let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
    let commented = comment_word(&bytes, &comments, "").expect("comments");
    fs::write(folder.join(format!("{name}.docx")), bytes).expect("a file");
    fs::write(folder.join(format!("{name}.commented.docx")), commented).expect("a file");
    fs::write(folder.join(format!("{name}.comments.txt")), list).expect("a list");
}

/// A comment on the longest word of a block.
fn comment_on(block: &Block, number: usize) -> Option<(String, NewComment)> {
    let word = block.text.split_whitespace().max_by_key(|word| word.len())?;
    let before = &block.text[..block.text.find(word)?];
    let start = u32::try_from(before.encode_utf16().count()).ok()?;
    let end = start + u32::try_from(word.encode_utf16().count()).ok()?;
    let place = |unit: u32| {
        let run = block.runs.iter().rfind(|run| run.at.0 <= unit)?;
        let offset = Utf16Place(run.offset.0 + unit - run.at.0);
        Some(RunPlace { offset, ..run.clone() })
    };
    let mut to = place(end - 1)?;
    to.offset.0 += 1;
    let said = format!("{number}: what does “{word}” mean for this child?");
    let paragraphs = Bounded(vec![FreeText(said)]);
    Some((word.to_owned(), NewComment { from: place(start)?, to, paragraphs, author: None }))
}
