//! The properties of runs and paragraphs, as an element says them.

use super::fonts::Font;
use super::xml::{Start, Xml};
use crate::plan::body::Appearance;
use crate::plan::problem::PlanProblem;

/// A colour that is set, which may be that of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    Automatic,
    Colour(u32),
}

impl Paint {
    /// The colour, if it is one.
    pub(super) const fn colour(self) -> Option<u32> {
        match self {
            Self::Automatic => None,
            Self::Colour(colour) => Some(colour),
        }
    }
}

impl From<Option<u32>> for Paint {
    fn from(colour: Option<u32>) -> Self {
        colour.map_or(Self::Automatic, Self::Colour)
    }
}

/// What the properties of a run say. What they leave open comes from a style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RunFormat {
    pub(super) style: Option<String>,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) underline: Option<bool>,
    pub(super) caps: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) struck_twice: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) size: Option<u16>,
    pub(super) font: Option<Font>,
    /// The number of the font, once it has one.
    pub(super) font_number: Option<u16>,
    pub(super) colour: Option<Paint>,
    pub(super) shade: Option<Paint>,
    /// For the mark of a paragraph: whether it was deleted.
    pub(super) is_deleted: bool,
}

impl RunFormat {
    /// Reads `rPr`, which was just opened.
    pub(super) fn read(xml: &mut Xml) -> Result<Self, PlanProblem> {
        let mut format = Self::default();
        xml.children(&mut |_, start| {
            match start.word() {
                "rStyle" => format.style = start.value().map(Into::into),
                "b" => format.bold = Some(start.is_on()),
                "i" => format.italic = Some(start.is_on()),
                "u" => format.underline = Some(start.is_on()),
                "caps" => format.caps = Some(start.is_on()),
                "strike" => format.struck = Some(start.is_on()),
                "dstrike" => format.struck_twice = Some(start.is_on()),
                "vanish" => format.hidden = Some(start.is_on()),
                "sz" => format.size = start.number(),
                "rFonts" => format.font = Font::read(start),
                "color" => {
                    format.colour = Some(start.value().and_then(|value| colour(&value)).into());
                }
                "highlight" => {
                    let named = start.value().and_then(|value| named_colour(&value));
                    format.shade = Some(named.into());
                }
                "shd" => format.shade = Some(fill(start).into()),
                "del" | "moveFrom" => format.is_deleted = true,
                _ => {}
            }
            Ok(false)
        })?;
        Ok(format)
    }

    /// Lays what it says over an appearance.
    pub(super) fn lay_over(&self, appearance: &mut Appearance) {
        appearance.bold = self.bold.unwrap_or(appearance.bold);
        appearance.italic = self.italic.unwrap_or(appearance.italic);
        appearance.underline = self.underline.unwrap_or(appearance.underline);
        appearance.caps = self.caps.unwrap_or(appearance.caps);
        if self.struck.is_some() || self.struck_twice.is_some() {
            appearance.struck =
                self.struck.unwrap_or_default() || self.struck_twice.unwrap_or_default();
        }
        appearance.size = self.size.unwrap_or(appearance.size);
        appearance.font = self.font_number.unwrap_or(appearance.font);
        appearance.colour = self.colour.map_or(appearance.colour, Paint::colour);
        appearance.shade = self.shade.map_or(appearance.shade, Paint::colour);
    }
}

/// What the properties of a paragraph say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ParagraphFormat {
    pub(super) style: Option<String>,
    /// The level of its outline, from 0; 9 is body text.
    pub(super) outline: Option<u8>,
    /// The number of its list; 0 takes it out of one.
    pub(super) list: Option<u32>,
    pub(super) list_level: Option<u8>,
    pub(super) is_centred: Option<bool>,
    pub(super) shade: Option<Paint>,
    /// The properties of its mark.
    pub(super) mark: RunFormat,
}

impl ParagraphFormat {
    /// Reads `pPr`, which was just opened.
    pub(super) fn read(xml: &mut Xml) -> Result<Self, PlanProblem> {
        let mut format = Self::default();
        xml.children(&mut |xml, start| {
            match start.word() {
                "pStyle" => format.style = start.value().map(Into::into),
                "outlineLvl" => format.outline = start.number(),
                "jc" => {
                    format.is_centred = Some(start.value().is_some_and(|value| value == "center"));
                }
                "shd" => format.shade = Some(fill(start).into()),
                "numPr" => {
                    xml.children(&mut |_, start| {
                        match start.word() {
                            "numId" => format.list = start.number(),
                            "ilvl" => format.list_level = start.number(),
                            _ => {}
                        }
                        Ok(false)
                    })?;
                    return Ok(true);
                }
                "rPr" => {
                    format.mark = RunFormat::read(xml)?;
                    return Ok(true);
                }
                _ => {}
            }
            Ok(false)
        })?;
        Ok(format)
    }

    /// Takes what it leaves open from the format that it is based on.
    pub(super) fn rest_on(&mut self, base: &Self) {
        self.outline = self.outline.or(base.outline);
        self.list = self.list.or(base.list);
        self.list_level = self.list_level.or(base.list_level);
        self.is_centred = self.is_centred.or(base.is_centred);
        self.shade = self.shade.or(base.shade);
    }
}

/// The colour that a `shd` element fills with.
pub(super) fn fill(start: &Start) -> Option<u32> {
    // A solid pattern hides the fill behind its own colour.
    let name = if start.value().is_some_and(|value| value == "solid") { "color" } else { "fill" };
    let found = start.attribute(name).and_then(|value| colour(&value));
    // A theme's colour without a value beside it is still a colour; which one is not looked up.
    found
        .or_else(|| start.attribute("themeFill").map(|_| 0x00D9_D9D9))
        .filter(|fill| *fill != 0x00FF_FFFF)
}

/// A colour in hexadecimal; nothing for `auto`.
fn colour(value: &str) -> Option<u32> {
    u32::from_str_radix(value, 16).ok().filter(|_| value.len() == 6)
}

/// A highlighting colour by its name.
fn named_colour(name: &str) -> Option<u32> {
    Some(match name {
        "none" | "white" => return None,
        "black" => 0,
        "yellow" => 0x00FF_FF00,
        "red" => 0x00FF_0000,
        "green" | "darkGreen" => 0x0000_8000,
        "blue" | "darkBlue" => 0x0000_00FF,
        "cyan" | "darkCyan" => 0x0000_FFFF,
        "magenta" | "darkMagenta" => 0x00FF_00FF,
        _ => 0x0080_8080,
    })
}
