//! What an element makes its text look like, by its name and its style.

use super::tokens::attribute;
use crate::plan::body::Appearance;

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

/// A size in half points, without what is less than one.
fn size(value: &str) -> Option<u16> {
    let (number, quarters) = match value.strip_suffix("pt") {
        Some(points) => (points, 8),
        None => (value.strip_suffix("px")?, 6),
    };
    let number = number.trim();
    let (units, decimals) = number.split_once('.').unwrap_or((number, ""));
    if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // In millionths. A third of a point has more digits, so what is cut off counts as one millionth more.
    let units: u64 = if units.is_empty() { 0 } else { units.parse::<u32>().ok()?.into() };
    let millionths: u64 = format!("{decimals:0<6}").get(..6)?.parse().ok()?;
    let size = ((units * 1_000_000 + millionths) * quarters + 3) / 4_000_000;
    u16::try_from(size).ok().filter(|size| *size < 1_000)
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

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_in_half_points() {
        for (value, half_points) in [
            ("11pt", Some(22)),
            ("10.5pt", Some(21)),
            (".5pt", Some(1)),
            ("16px", Some(24)),
            // 19.99995 and 20 half points.
            ("13.3333px", Some(19)),
            ("13.333333px", Some(20)),
            ("14.6667 px", Some(22)),
            ("499.9pt", Some(999)),
            ("500pt", None),
            ("-1px", None),
            ("large", None),
            ("1.2em", None),
        ] {
            assert_eq!(size(value), half_points, "{value}");
        }
    }
}
