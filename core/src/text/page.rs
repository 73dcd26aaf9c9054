//! The frame of a page and of a picture, and texts in both.

use std::borrow::Cow;

use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

/// The style that all pages share. Every pair of colours has a contrast of 7:1 or more.
const STYLE: &str = include_str!("page.css");

/// A text from a document, a framework or a host: it is escaped, and has no character that XML forbids.
#[derive(Clone, Copy)]
pub(crate) struct Text<'t>(pub(crate) &'t str);

impl Render for Text<'_> {
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn render_to(&self, out: &mut String) {
        printable(self.0).render_to(out);
    }
}

/// The text with U+FFFD for each control character and non-character, and without carriage returns.
fn printable(text: &str) -> Cow<'_, str> {
    let is_forbidden = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    if !text.contains(is_forbidden) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|c| *c != '\r');
    kept.map(|c| if is_forbidden(c) { '\u{fffd}' } else { c }).collect()
}

/// A page in HTML, to be opened or printed as a document of its own: it brings its style and loads nothing.
/// `style` comes after the shared style.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn page(title: &str, style: &str, main: &Markup) -> String {
    let page = html! {
        (DOCTYPE) "\n"
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (Text(title)) }
                style { (PreEscaped(STYLE)) (PreEscaped(style)) }
            }
            body { main { (main) } }
        }
        "\n"
    };
    page.into_string()
}

/// A picture in SVG, with its title and a description for those who do not see it. The ids of both begin
/// with `prefix`.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn picture(
    prefix: &str,
    (width, height): (usize, usize),
    title: &str,
    description: &str,
    drawing: &Markup,
) -> Markup {
    let prefix = Text(prefix);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height)
            viewBox={ "0 0 " (width) " " (height) } role="img"
            aria-labelledby={ (prefix) "-title " (prefix) "-desc" }
            font-family="Arial, Helvetica, sans-serif" {
            title id={ (prefix) "-title" } { (Text(title)) }
            desc id={ (prefix) "-desc" } { (Text(description)) }
            (drawing)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{Text, printable};
    use maud::Render;

    #[test]
    fn forbidden_characters_are_replaced_and_all_others_stay() {
        assert!(matches!(printable("a\n\té <&> 😀"), Cow::Borrowed("a\n\té <&> 😀")));
        assert_eq!(
            printable("a\r\nb\u{0}\u{1b}\u{7f}\u{9f}"),
            "a\nb\u{fffd}\u{fffd}\u{fffd}\u{fffd}"
        );
        assert_eq!(printable("\u{fffe}\u{ffff}\u{fffd}"), "\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(Text("\"<\u{1}>&").render().into_string(), "&quot;&lt;\u{fffd}&gt;&amp;");
    }
}
