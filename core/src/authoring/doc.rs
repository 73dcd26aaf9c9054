//! A framework as a page to read: every reading with its reason and basis, and the rules as tables.

mod block;
mod grading;
mod html;
mod markdown;
mod parts;
mod process;
mod rules;

use crate::framework::Framework;

/// A framework as an HTML page, which brings its style and loads nothing.
#[must_use]
pub fn doc_html(framework: &Framework) -> String {
    html::page_of(framework, &blocks(framework))
}

/// A framework in Markdown (`CommonMark`, with tables).
#[must_use]
pub fn doc_markdown(framework: &Framework) -> String {
    markdown::text_of(framework, &blocks(framework))
}

fn blocks(framework: &Framework) -> Vec<block::Block> {
    let document = framework.document();
    let mut blocks = parts::opening(framework, &document);
    grading::push(&mut blocks, framework, &document);
    rules::push(&mut blocks, &document);
    parts::push_further(&mut blocks, &document);
    blocks
}
