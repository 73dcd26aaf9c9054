//! The blocks as a page.

use maud::{Markup, html};

use super::block::{Block, Table};
use crate::framework::Framework;
use crate::text::page::{Text, page};

const STYLE: &str = include_str!("page.css");

pub(super) fn page_of(framework: &Framework, blocks: &[Block]) -> String {
    let title = framework.title();
    let parts = || {
        blocks
            .iter()
            .filter_map(|block| if let Block::Part(title) = block { Some(title) } else { None })
    };
    let mut number = 0;
    let main = html! {
        h1 { (Text(title)) }
        nav aria-label="Contents" {
            ol {
                @for (index, part) in parts().enumerate() {
                    li { a href={ "#part-" (index + 1) } { (Text(part)) } }
                }
            }
        }
        @for block in blocks { (block_of(block, &mut number)) }
    };
    page(title, STYLE, &main)
}

fn block_of(block: &Block, number: &mut usize) -> Markup {
    match block {
        Block::Part(title) => {
            *number += 1;
            html! { h2 id={ "part-" (number) } { (Text(title)) } }
        }
        Block::Heading(title) => html! { h3 { (Text(title)) } },
        Block::Paragraph(text) => html! { p { (Text(text)) } },
        Block::Table(table) => table_of(table),
    }
}

fn table_of(Table { columns, rows }: &Table) -> Markup {
    html! {
        table {
            thead { tr { @for column in columns { th scope="col" { (Text(column)) } } } }
            tbody {
                @for row in rows { tr { @for cell in row { td { (Text(cell)) } } } }
            }
        }
    }
}
