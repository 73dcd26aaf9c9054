//! `framework new`: a framework to start from.

use std::io::Write as _;

use clap::Args;
use ehcp_qa_core::authoring::starter;

use crate::context::lacking;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience};

/// Print a small complete framework to start from, whose reasons explain each entry
///
/// What to do with it goes to standard error, since JSON has no comments.
#[derive(Debug, Args)]
pub(super) struct NewArguments {
    /// Its id, which reviews name
    #[arg(long, default_value = "our-framework")]
    id: String,
}

const README: &str = "\
This is a complete framework of three sections. It grades as it is.
1. Save it as a file, such as ours.json.
2. Replace the texts under `wording` by those of your document, word for word, and give each descriptor an id.
3. Go through `interpretation`: each `reason` says what its entry does. Write your own reason in its place.
   `basis` says what it rests on: framework, law, guidance, or interpretation where nothing is printed.
4. Check it after each step:   ehcp-qa framework check ours.json
5. Read it as others will:     ehcp-qa framework doc ours.json > ours.html
6. Grade a review with it:     ehcp-qa --framework ours.json assess review.json
docs/framework-format.md has each word of the format. An editor completes fields with framework.schema.json:
   ehcp-qa schema framework > framework.schema.json";

pub(super) fn run(arguments: &NewArguments) -> Result<Outcome, Failure> {
    let text = starter(&arguments.id).map_err(lacking)?;
    let mut out = output::standard(Audience::Programs);
    out.write_all(text.as_bytes())?;
    out.flush()?;
    output::note(README);
    Ok(Outcome::Fine)
}
