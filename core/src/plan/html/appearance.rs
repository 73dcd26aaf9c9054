//! What an element makes its text look like, by its name and its style.

use super::tokens::attribute;
use crate::plan::body::Appearance;

/// Pixels in half points, of a hundred.
const HALF_POINTS_OF_A_PIXEL: f32 = 1.5;

/// What an element says of itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    pub(super) is_hidden: bool,
    /// Whether it has the number that is printed in front of a paragraph, as Word writes it.
    pub(super) is_number: bool,
    pub(super) is_centred: bool,
    pub(super) shade: Option<u32>,
}

/// Lays an element over an appearance, and returns what else it says.
pub(super) fn lay_over(name: &str, attributes: &str, appearance: &mut Appearance) -> Style {
    match name {
        "b" | "strong" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => appearance.bold = true,
        "i" | "em" => appearance.italic = true,
        "u" => appearance.underline = true,
        "s" | "strike" => appearance.struck = true,
        _ => {}
    }
    let mut style = Style::default();
    if let Some(colour) = attribute(attributes, "bgcolor") {
        style.shade = shade(&colour);
    }
    style.is_centred =
        attribute(attributes, "align").is_some_and(|align| align.eq_ignore_ascii_case("center"));
    let declarations = attribute(attributes, "style").unwrap_or_default().to_ascii_lowercase();
    for declaration in declarations.split(';') {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let value = value.trim();
        match property.trim() {
            "font-weight" => {
                appearance.bold =
                    matches!(value, "bold" | "bolder" | "600" | "700" | "800" | "900");
            }
            "font-style" => appearance.italic = value == "italic",
            "text-decoration" | "text-decoration-line" => {
                appearance.underline |= value.contains("underline");
                appearance.struck |= value.contains("line-through");
            }
            "font-size" => appearance.size = size(value).unwrap_or(appearance.size),
            "text-transform" => appearance.caps = value == "uppercase",
            "text-align" => style.is_centred = value == "center",
            "background" | "background-color" | "mso-shading" => style.shade = shade(value),
            "display" | "mso-hide" => style.is_hidden |= matches!(value, "none" | "all"),
            "mso-list" => style.is_number = value.contains("ignore"),
            _ => {}
        }
    }
    style
}

/// A size in half points.
fn size(value: &str) -> Option<u16> {
    let (number, factor) = match value.strip_suffix("pt") {
        Some(points) => (points, 2.0),
        None => (value.strip_suffix("px")?, HALF_POINTS_OF_A_PIXEL),
    };
    let size = number.trim().parse::<f32>().ok()? * factor;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked"
    )]
    (0.0..1000.0).contains(&size).then_some(size as u16)
}

/// Whether a colour shades: it is neither white nor none. Which colour it is says nothing more.
fn shade(value: &str) -> Option<u32> {
    let value = value.trim();
    let is_none = matches!(
        value,
        "" | "white" | "none" | "transparent" | "initial" | "inherit" | "#ffffff" | "#fff"
    );
    let is_white = value.replace(' ', "").starts_with("rgb(255,255,255");
    (!is_none && !is_white).then_some(0x00D9_D9D9)
}
