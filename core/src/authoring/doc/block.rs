//! The blocks of the page, for HTML and Markdown alike.

/// A block.
pub(super) enum Block {
    /// A heading of the second level.
    Part(String),
    /// A heading of the third level.
    Heading(String),
    Paragraph(String),
    Table(Table),
}

/// A table. Each row has as many cells as there are columns.
pub(super) struct Table {
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// Adds a part, where it has rows, with a sentence that introduces them.
pub(super) fn push_part<const COLUMNS: usize>(
    blocks: &mut Vec<Block>,
    title: &str,
    about: &str,
    columns: [&str; COLUMNS],
    rows: Vec<[String; COLUMNS]>,
) {
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::Part(title.to_owned()));
    push_table(blocks, about, columns, rows);
}

/// Adds a table, where it has rows, with a sentence that introduces them.
pub(super) fn push_table<const COLUMNS: usize>(
    blocks: &mut Vec<Block>,
    about: &str,
    columns: [&str; COLUMNS],
    rows: Vec<[String; COLUMNS]>,
) {
    if rows.is_empty() {
        return;
    }
    if !about.is_empty() {
        blocks.push(Block::Paragraph(about.to_owned()));
    }
    let columns = columns.map(str::to_owned).into();
    blocks.push(Block::Table(Table { columns, rows: rows.into_iter().map(Vec::from).collect() }));
}
