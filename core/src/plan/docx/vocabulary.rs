//! How Word's vocabulary is written in a part.

use super::xml::{Next, Xml};
use crate::plan::problem::PlanProblem;

/// The address of Word's vocabulary in a part, and what declares its prefix `w` in an element that is added: nothing
/// where the outermost element has that prefix.
pub(super) fn vocabulary(text: &str) -> Result<(String, Option<String>), PlanProblem> {
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Next::Start(start) => {
                let prefix =
                    start.full_name().split_once(':').map_or("xmlns", |(prefix, _)| prefix);
                let address = start.attribute(prefix).unwrap_or_default().into_owned();
                let declaration = (prefix != "w").then(|| address.clone());
                return Ok((address, declaration));
            }
            Next::Text(..) => {}
            Next::End | Next::Nothing => return Err(PlanProblem::Damaged),
        }
    }
}
