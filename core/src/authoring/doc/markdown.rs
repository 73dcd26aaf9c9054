//! The blocks as Markdown.

use super::block::{Block, Table};
use crate::framework::Framework;
use crate::text::markdown::{push_heading, push_paragraphs, push_text};

pub(super) fn text_of(framework: &Framework, blocks: &[Block]) -> String {
    let mut out = String::from("# ");
    push_text(&mut out, framework.title());
    out.push('\n');
    for block in blocks {
        match block {
            Block::Part(title) => push_heading(&mut out, title),
            Block::Heading(title) => {
                out.push_str("\n### ");
                push_text(&mut out, title);
                out.push('\n');
            }
            Block::Paragraph(text) => push_paragraphs(&mut out, text),
            Block::Table(table) => push_table(&mut out, table),
        }
    }
    out
}

fn push_table(out: &mut String, Table { columns, rows }: &Table) {
    out.push('\n');
    push_row(out, columns);
    out.push_str("|---".repeat(columns.len()).as_str());
    out.push_str("|\n");
    for row in rows {
        push_row(out, row);
    }
}

fn push_row(out: &mut String, cells: &[String]) {
    for cell in cells {
        out.push_str("| ");
        push_text(out, cell);
        out.push(' ');
    }
    out.push_str("|\n");
}
