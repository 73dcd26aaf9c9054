//! A Word file as a body: the document, what stands around it, and the comments.

use super::fonts::theme_fonts;
use super::numbering::Numbering;
use super::package::{Package, Part, Relation};
use super::story::{Shared, read_story};
use super::styles::Styles;
use super::xml::Xml;
use crate::plan::body::Body;
use crate::plan::problem::PlanProblem;

/// The main part, where the package does not name it.
const MAIN: &str = "word/document.xml";

/// The part that a workbook of Excel has.
const WORKBOOK: &str = "xl/workbook.xml";

/// A Word file that was read, and what of it is needed to write in it.
pub(super) struct WordFile {
    pub(super) body: Body,
    /// The main part.
    pub(super) main: Part,
    /// The relations of the main part.
    pub(super) relations: Vec<Relation>,
    pub(super) styles: Styles,
}

/// Reads a Word file.
pub(crate) fn read_docx(bytes: &[u8]) -> Result<Body, PlanProblem> {
    Ok(read_package(&mut Package::open(bytes)?)?.body)
}

/// Reads a package that was opened.
pub(super) fn read_package(package: &mut Package) -> Result<WordFile, PlanProblem> {
    let name =
        package.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let name = name.map_or_else(|| MAIN.to_owned(), |relation| relation.target);
    let is_workbook = package.number(WORKBOOK).is_some();
    let other = if is_workbook { PlanProblem::Spreadsheet } else { PlanProblem::NotWord };
    let main = package.part(&name)?.ok_or(other)?;
    if Xml::new(&main.text).root()? != "document" {
        return Err(other);
    }
    let relations = package.relations(&name)?;
    let mut shared = Shared::default();
    let mut theme = [String::new(), String::new()];
    let mut body = Body { parts: vec![name], ..Body::default() };
    for relation in &relations {
        match relation.kind.as_str() {
            "styles" => {
                if let Some(text) = package.text(&relation.target)? {
                    shared.styles = Styles::read(&text)?;
                }
            }
            "theme" => {
                if let Some(text) = package.text(&relation.target)? {
                    theme = theme_fonts(&text)?;
                }
            }
            "numbering" => {
                if let Some(text) = package.text(&relation.target)? {
                    shared.numbering = Numbering::read(&text)?;
                }
            }
            _ => {}
        }
    }
    let mut others = |kinds: &[&str], body: &mut Body, shared: &mut Shared| {
        for kind in kinds {
            for relation in relations.iter().filter(|relation| relation.kind == *kind) {
                let Some(text) = package.text(&relation.target)? else { continue };
                let part = u16::try_from(body.parts.len()).map_err(|_| PlanProblem::Damaged)?;
                body.parts.push(relation.target.clone());
                body.furniture.extend(read_story(&text, part, shared)?);
            }
        }
        Ok(())
    };
    // Comments come first, so that the text finds the one that a mark is about; and what stands around the text comes
    // last, so that its lists do not count before those of the text.
    others(&["comments"], &mut body, &mut shared)?;
    body.nodes = read_story(&main.text, 0, &mut shared)?;
    others(&["header", "footer", "footnotes", "endnotes"], &mut body, &mut shared)?;
    body.comments = shared.comments.into_iter().collect();
    body.fonts = shared.styles.fonts.names(&theme);
    Ok(WordFile { body, main, relations, styles: shared.styles })
}
