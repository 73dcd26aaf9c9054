//! Fonts by their numbers, so that each run need not hold a name.

use super::xml::{Next, Start, Xml};
use crate::plan::problem::PlanProblem;

/// The most fonts that have numbers. Those beyond count as none.
const MOST_FONTS: usize = 1_000;

/// A font as the properties of a run name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Font {
    Named(String),
    /// That of the theme for headings.
    Major,
    /// That of the theme for text.
    Minor,
}

impl Font {
    /// Reads `rFonts`: the font of Latin text. A theme's goes before a name.
    pub(super) fn read(start: &Start) -> Option<Self> {
        let themed = start.attribute("asciiTheme").or_else(|| start.attribute("hAnsiTheme"));
        match themed {
            Some(theme) if theme.starts_with("major") => Some(Self::Major),
            Some(theme) if theme.starts_with("minor") => Some(Self::Minor),
            _ => {
                let named = start.attribute("ascii").or_else(|| start.attribute("hAnsi"));
                named.map(|name| Self::Named(name.into_owned()))
            }
        }
    }
}

/// The fonts of a file by their numbers, from 1.
#[derive(Debug, Default)]
pub(super) struct Fonts(Vec<Font>);

impl Fonts {
    /// The number of a font, which is given one; nothing where there are too many.
    pub(super) fn number(&mut self, font: &Font) -> Option<u16> {
        let known = self.0.iter().position(|known| known == font);
        if known.is_none() && self.0.len() >= MOST_FONTS {
            return None;
        }
        let place = known.unwrap_or_else(|| {
            self.0.push(font.clone());
            self.0.len() - 1
        });
        u16::try_from(place + 1).ok()
    }

    /// The names by their numbers, with those of the theme: its font for headings and that for text.
    pub(super) fn names(&self, [major, minor]: &[String; 2]) -> Vec<String> {
        let name = |font: &Font| match font {
            Font::Named(name) => name.clone(),
            Font::Major => major.clone(),
            Font::Minor => minor.clone(),
        };
        std::iter::once(String::new()).chain(self.0.iter().map(name)).collect()
    }
}

/// The fonts of a theme for headings and for text.
pub(super) fn theme_fonts(text: &str) -> Result<[String; 2], PlanProblem> {
    let mut xml = Xml::new(text);
    let (mut major, mut minor) = (String::new(), String::new());
    let mut is_major = None;
    loop {
        match xml.next()? {
            Next::Start(start) => match start.name() {
                "majorFont" | "minorFont" => is_major = Some(start.name() == "majorFont"),
                "latin" => {
                    let name = start.attribute("typeface").unwrap_or_default().into_owned();
                    match is_major.take() {
                        Some(true) => major = name,
                        Some(false) => minor = name,
                        None => {}
                    }
                }
                _ => {}
            },
            Next::Nothing => return Ok([major, minor]),
            _ => {}
        }
    }
}
