//! Texts in the XML of a Word file.

use maud::{Markup, html};

use super::page::Text;

/// The content of a run: a text with its line breaks and tabs.
pub(crate) fn text_of(text: &str) -> Markup {
    html! {
        @for (number, line) in text.lines().enumerate() {
            @if number > 0 { w:br {} }
            @for (number, piece) in line.split('\t').enumerate() {
                @if number > 0 { w:tab {} }
                w:t xml:space="preserve" { (Text(piece)) }
            }
        }
    }
}
