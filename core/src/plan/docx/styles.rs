//! Styles: what a style says, with what the styles say that it is based on.

use super::fonts::Fonts;
use super::format::{ParagraphFormat, RunFormat};
use super::xml::{Next, Xml};
use crate::document::map::TextMap;
use crate::plan::body::Appearance;
use crate::plan::problem::PlanProblem;

/// The most styles that are based on one another. A circle ends here.
const MOST_STEPS: usize = 20;

/// The outline level of body text.
const BODY_TEXT: u8 = 9;

/// A style as the file says it.
#[derive(Debug, Clone, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    paragraph: ParagraphFormat,
    run: RunFormat,
}

/// A paragraph style with all that it rests on.
#[derive(Debug, Clone, Default)]
pub(super) struct Resolved {
    pub(super) name: String,
    pub(super) paragraph: ParagraphFormat,
    pub(super) appearance: Appearance,
    pub(super) is_hidden: bool,
}

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: TextMap<Style>,
    defaults: RunFormat,
    default_paragraph: Option<String>,
    resolved: TextMap<Resolved>,
    pub(super) fonts: Fonts,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(text: &str) -> Result<Self, PlanProblem> {
        let mut styles = Self::default();
        let mut xml = Xml::new(text);
        loop {
            match xml.next()? {
                Next::Start(start) if start.word() == "style" => {
                    let id = start.attribute("styleId").unwrap_or_default().into_owned();
                    let is_default = start
                        .attribute("default")
                        .is_some_and(|value| value == "1" || value == "true");
                    if is_default && start.attribute("type").is_some_and(|kind| kind == "paragraph")
                    {
                        styles.default_paragraph = Some(id.clone());
                    }
                    let mut style = read_style(&mut xml)?;
                    styles.number_font(&mut style.run);
                    styles.by_id.insert(&id, style);
                }
                Next::Start(start) if start.word() == "rPrDefault" => {
                    xml.children(&mut |xml, start| {
                        if start.word() != "rPr" {
                            return Ok(false);
                        }
                        styles.defaults = RunFormat::read(xml)?;
                        let font = styles.defaults.font.as_ref();
                        styles.defaults.font_number =
                            font.and_then(|font| styles.fonts.number(font));
                        Ok(true)
                    })?;
                }
                Next::Nothing => return Ok(styles),
                _ => {}
            }
        }
    }

    /// The id of the style with a name. The names of Word's own styles are the same in every language.
    pub(super) fn named(&self, name: &str) -> Option<&str> {
        let found = self.by_id.iter().find(|(_, style)| style.name.eq_ignore_ascii_case(name));
        found.map(|(id, _)| id)
    }

    /// Gives the font of a format its number.
    pub(super) fn number_font(&mut self, format: &mut RunFormat) {
        format.font_number = format.font.as_ref().and_then(|font| self.fonts.number(font));
    }

    /// The paragraph style with an id, or the default one.
    pub(super) fn paragraph(&mut self, id: Option<&str>) -> &Resolved {
        let id = id.filter(|id| self.by_id.contains(id)).or(self.default_paragraph.as_deref());
        let id = id.unwrap_or_default().to_owned();
        let is_known = self.resolved.contains(&id);
        let made = if is_known { Resolved::default() } else { self.resolve(&id) };
        self.resolved.or_insert_with(&id, || made)
    }

    /// Lays a character style over an appearance; returns whether it hides.
    pub(super) fn lay_over(&self, id: &str, appearance: &mut Appearance) -> Option<bool> {
        let mut hidden = None;
        for style in self.chain(id).into_iter().rev() {
            style.run.lay_over(appearance);
            hidden = style.run.hidden.or(hidden);
        }
        hidden
    }

    /// The style of an id and those that it is based on, the nearest first.
    fn chain(&self, id: &str) -> Vec<&Style> {
        let first = self.by_id.get(id);
        let next = |style: &&Style| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(MOST_STEPS).collect()
    }

    fn resolve(&self, id: &str) -> Resolved {
        let chain = self.chain(id);
        let mut resolved = Resolved::default();
        self.defaults.lay_over(&mut resolved.appearance);
        for style in chain.iter().rev() {
            style.run.lay_over(&mut resolved.appearance);
            resolved.is_hidden = style.run.hidden.unwrap_or(resolved.is_hidden);
        }
        for style in &chain {
            resolved.paragraph.rest_on(&style.paragraph);
        }
        if let Some(style) = chain.first() {
            resolved.name.clone_from(&style.name);
        }
        // A built-in heading has its level by its name too, should a file leave it out.
        let by_name = chain.iter().find_map(|style| heading_level(&style.name));
        resolved.paragraph.outline = resolved.paragraph.outline.or(by_name);
        resolved
    }
}

/// The level of a heading, from 1, by an outline level.
pub(super) fn heading(outline: Option<u8>) -> Option<u8> {
    outline.filter(|outline| *outline < BODY_TEXT).map(|outline| outline + 1)
}

/// The outline level of a built-in heading by its name.
fn heading_level(name: &str) -> Option<u8> {
    let level = name.to_ascii_lowercase().strip_prefix("heading ")?.trim().parse::<u8>().ok()?;
    (1..=BODY_TEXT).contains(&level).then(|| level - 1)
}

fn read_style(xml: &mut Xml) -> Result<Style, PlanProblem> {
    let mut style = Style::default();
    xml.children(&mut |xml, start| {
        match start.word() {
            "name" => style.name = start.value().unwrap_or_default().into_owned(),
            "basedOn" => style.based_on = start.value().map(Into::into),
            "pPr" => {
                style.paragraph = ParagraphFormat::read(xml)?;
                return Ok(true);
            }
            "rPr" => {
                style.run = RunFormat::read(xml)?;
                return Ok(true);
            }
            _ => {}
        }
        Ok(false)
    })?;
    Ok(style)
}
