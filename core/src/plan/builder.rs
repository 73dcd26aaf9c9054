//! Makes a body from what opens and closes in a file. It keeps a stack of what is open, and counts.

use super::body::{Cell, Node, Paragraph, Row, Run, Spot, Table};
use super::problem::{MOST_BLOCKS, PlanProblem};

/// The most runs, cells, tabs and breaks of a plan.
const MOST_PIECES: usize = 1_000_000;

/// The most elements that stand in one another.
const MOST_NESTED: usize = 200;

/// What is open.
#[derive(Debug)]
enum Open {
    Paragraph(Box<Paragraph>),
    Table(Table),
    Row(Row),
    Cell(Cell),
    TextBox(Vec<Node>),
}

/// Makes a body.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    nodes: Vec<Node>,
    open: Vec<Open>,
    count: usize,
    pieces: usize,
}

impl Builder {
    /// Opens a paragraph.
    pub(crate) fn open_paragraph(&mut self, paragraph: Paragraph) -> Result<(), PlanProblem> {
        self.count()?;
        self.push(Open::Paragraph(Box::new(paragraph)))
    }

    /// The paragraph that is open innermost.
    pub(crate) fn paragraph(&mut self) -> Option<&mut Paragraph> {
        match self.open.last_mut() {
            Some(Open::Paragraph(paragraph)) => Some(paragraph),
            _ => None,
        }
    }

    /// Adds a run to the open paragraph.
    pub(crate) fn add_run(&mut self, run: Run) {
        if let Some(paragraph) = self.paragraph() {
            paragraph.runs.push(run);
        }
    }

    /// Closes the open paragraph.
    pub(crate) fn close_paragraph(&mut self) {
        if let Some(Open::Paragraph(paragraph)) =
            self.open.pop_if(|open| matches!(open, Open::Paragraph(_)))
        {
            self.add(Node::Paragraph(paragraph));
        }
    }

    /// Opens a table.
    pub(crate) fn open_table(&mut self) -> Result<(), PlanProblem> {
        self.push(Open::Table(Table::default()))
    }

    /// Whether a table is open innermost.
    pub(crate) fn is_in_table(&self) -> bool {
        matches!(self.open.last(), Some(Open::Table(_)))
    }

    /// Whether a row is open innermost.
    pub(crate) fn is_in_row(&self) -> bool {
        matches!(self.open.last(), Some(Open::Row(_)))
    }

    /// Closes the open table.
    pub(crate) fn close_table(&mut self) {
        if let Some(Open::Table(table)) = self.open.pop_if(|open| matches!(open, Open::Table(_))) {
            self.add(Node::Table(table));
        }
    }

    /// Opens a row.
    pub(crate) fn open_row(&mut self) -> Result<(), PlanProblem> {
        self.count()?;
        self.push(Open::Row(Row::default()))
    }

    /// The row that is open innermost.
    pub(crate) fn row(&mut self) -> Option<&mut Row> {
        match self.open.last_mut() {
            Some(Open::Row(row)) => Some(row),
            _ => None,
        }
    }

    /// Closes the open row, which its table gets where it is to be kept.
    pub(crate) fn close_row(&mut self, is_kept: bool) {
        if let Some(Open::Row(row)) = self.open.pop_if(|open| matches!(open, Open::Row(_)))
            && is_kept
            && let Some(Open::Table(table)) = self.open.last_mut()
        {
            table.rows.push(row);
        }
    }

    /// Opens a cell behind the others of the row.
    pub(crate) fn open_cell(&mut self) -> Result<(), PlanProblem> {
        self.count_piece()?;
        let column = self.row().map_or(0, |row| {
            row.cells.last().map_or(row.before, |cell| cell.column.saturating_add(cell.span))
        });
        self.push(Open::Cell(Cell { column, span: 1, ..Cell::default() }))
    }

    /// The cell that is open innermost.
    pub(crate) fn cell(&mut self) -> Option<&mut Cell> {
        match self.open.last_mut() {
            Some(Open::Cell(cell)) => Some(cell),
            _ => None,
        }
    }

    /// Closes the open cell, which its row gets where it is to be kept.
    pub(crate) fn close_cell(&mut self, is_kept: bool) {
        if let Some(Open::Cell(cell)) = self.open.pop_if(|open| matches!(open, Open::Cell(_)))
            && is_kept
            && let Some(row) = self.row()
        {
            row.cells.push(cell);
        }
    }

    /// Adds a cell of one paragraph behind the others of the row.
    pub(crate) fn add_cell(
        &mut self,
        spot: Spot,
        add_runs: impl FnOnce(&mut Self),
    ) -> Result<(), PlanProblem> {
        self.open_cell()?;
        self.open_paragraph(Paragraph { spot, ..Paragraph::default() })?;
        add_runs(self);
        self.close_paragraph();
        self.close_cell(true);
        Ok(())
    }

    /// Opens a text box in the open paragraph.
    pub(crate) fn open_box(&mut self) -> Result<(), PlanProblem> {
        self.push(Open::TextBox(Vec::new()))
    }

    /// Closes the open text box.
    pub(crate) fn close_box(&mut self) {
        if let Some(Open::TextBox(nodes)) =
            self.open.pop_if(|open| matches!(open, Open::TextBox(_)))
            && let Some(paragraph) = self.paragraph()
        {
            paragraph.boxes.push(nodes);
        }
    }

    /// Closes whatever is open innermost; false where nothing is.
    pub(crate) fn close(&mut self) -> bool {
        match self.open.last() {
            Some(Open::Paragraph(_)) => self.close_paragraph(),
            Some(Open::Table(_)) => self.close_table(),
            Some(Open::Row(_)) => self.close_row(true),
            Some(Open::Cell(_)) => self.close_cell(true),
            Some(Open::TextBox(_)) => self.close_box(),
            None => return false,
        }
        true
    }

    /// Takes what was made since the last time. What is still open is closed.
    pub(crate) fn take(&mut self) -> Vec<Node> {
        while self.close() {}
        std::mem::take(&mut self.nodes)
    }

    /// Counts a run, a cell, a tab or a break.
    pub(crate) fn count_piece(&mut self) -> Result<(), PlanProblem> {
        self.pieces += 1;
        if self.pieces > MOST_PIECES { Err(PlanProblem::TooManyBlocks) } else { Ok(()) }
    }

    fn push(&mut self, open: Open) -> Result<(), PlanProblem> {
        if self.open.len() >= MOST_NESTED {
            return Err(PlanProblem::TooDeep);
        }
        self.open.push(open);
        Ok(())
    }

    fn count(&mut self) -> Result<(), PlanProblem> {
        self.count += 1;
        if self.count > MOST_BLOCKS { Err(PlanProblem::TooManyBlocks) } else { Ok(()) }
    }

    fn add(&mut self, node: Node) {
        let nodes = match self.open.last_mut() {
            Some(Open::Cell(cell)) => &mut cell.nodes,
            Some(Open::TextBox(nodes)) => nodes,
            _ => &mut self.nodes,
        };
        if let Some(Node::Paragraph(before)) = nodes.last_mut()
            && before.joins_next
            && let Node::Paragraph(paragraph) = node
        {
            join(before, *paragraph);
            return;
        }
        nodes.push(node);
    }
}

/// Joins a paragraph to the one before it, whose end was deleted.
fn join(before: &mut Paragraph, paragraph: Paragraph) {
    before.joins_next = paragraph.joins_next;
    if before.text(true).is_empty() {
        let boxes = std::mem::take(&mut before.boxes);
        *before = paragraph;
        before.boxes.splice(0..0, boxes);
    } else {
        before.runs.extend(paragraph.runs);
        before.boxes.extend(paragraph.boxes);
    }
}
