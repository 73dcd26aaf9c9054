//! Pictures of a report's tables. They show what the tables show and nothing else, so that what is hidden
//! there is hidden here; a hidden count is its letter, and no length or shade.

use super::shown::{GoodShare, Table, written};
use crate::text::markup::{element, escape};

// Lengths in pixels.
const WIDTH: usize = 860;
const LABEL: usize = 190;
const LONG_LABEL: usize = 300;
const ROW: usize = 34;

// On white: at least 4.5 to 1 for text, 3 to 1 for bars and lines.
const INK: &str = "#1b2733";
const BAR: &str = "#1f5fa8";
/// From few to many; on each the ink has at least 5 to 1.
const SHADES: [&str; 5] = ["#ffffff", "#e3eef9", "#c3dcf3", "#9cc4ea", "#78abdd"];

/// The one row of a table as bars.
pub(super) fn bars(out: &mut String, table: &Table) {
    let Some(row) = table.rows.first() else { return };
    let columns = table.columns.iter().filter(|column| column.id != "total");
    let bars = columns.zip(&row.counts).map(|(column, count)| (column.label.as_str(), *count));
    draw_bars(out, table, LABEL, &bars.collect::<Vec<_>>());
}

/// The first column of a table as bars: in how many plans something was found.
pub(super) fn finding_bars(out: &mut String, table: &Table) {
    let rows = table.rows.iter();
    let bars = rows.map(|row| (row.label.as_str(), row.counts.first().copied().flatten()));
    draw_bars(out, table, LONG_LABEL, &bars.collect::<Vec<_>>());
}

fn draw_bars(out: &mut String, table: &Table, room: usize, bars: &[(&str, Option<u32>)]) {
    if bars.is_empty() {
        return;
    }
    let most = bars.iter().filter_map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let told: Vec<String> =
        bars.iter().map(|(label, count)| [label, ": ", &written(*count)].concat()).collect();
    open(out, table, bars.len() * ROW + 10, &[&told.join("; "), "."].concat());
    for (number, (label, count)) in bars.iter().enumerate() {
        let y = 5 + number * ROW;
        text(out, (room - 10, y + 21), "end", label);
        // A number beside each bar needs some room.
        let length = scaled(count.unwrap_or(0), most, WIDTH - room - 70);
        rect(out, [room, y + 4, length, ROW - 8], BAR, "none");
        text(out, (room + length + 8, y + 21), "start", &written(*count));
    }
    out.push_str("</svg>\n");
}

/// The rows of a table as a heat map: the larger a row's share of plans with a grade, the darker.
pub(super) fn heat_map(out: &mut String, table: &Table) {
    let width = table.columns.len().saturating_sub(1).max(1);
    let head = 44;
    let cell = (WIDTH - 72) / width;
    let words = "Each row is a section, each column a grade. The darker a cell, the larger its share of \
                 the plans. The numbers are those of the table below.";
    open(out, table, head + table.rows.len() * ROW + 4, words);
    for (number, column) in table.columns.iter().take(width).enumerate() {
        text(out, (70 + number * cell + cell / 2, 28), "middle", &column.label);
    }
    for (row_number, row) in table.rows.iter().enumerate() {
        let y = head + row_number * ROW;
        text(out, (60, y + 21), "end", &row.id);
        let all = row.counts.last().copied().flatten().unwrap_or(0).max(1);
        for (number, count) in row.counts.iter().take(width).enumerate() {
            let x = 70 + number * cell;
            // None, and then up to each quarter of the plans.
            let shade =
                scaled(count.unwrap_or(0).saturating_mul(4).saturating_add(all - 1), all, 1);
            let shade = SHADES.get(shade.min(4)).copied().unwrap_or(INK);
            rect(out, [x, y, cell, ROW], shade, INK);
            text(out, (x + cell / 2, y + 21), "middle", &written(*count));
        }
    }
    out.push_str("</svg>\n");
}

/// The share of graded plans that are good enough to be issued, term by term.
pub(super) fn trend(out: &mut String, GoodShare { title, rows: terms }: &GoodShare, table: &Table) {
    if terms.is_empty() {
        return;
    }
    let mut words = [title, ", of all with a grade. "].concat();
    for term in terms {
        words.extend([&term.label, ": ", &term.short, ". "]);
    }
    let (top, height, step) = (40, 200, 130);
    let width = WIDTH.max(60 + terms.len() * step);
    open_wide(out, table, (width, top + height + 50), words.trim_end());
    text(out, (10, 20), "start", title);
    for percent in [0, 50, 100] {
        let y = top + height - scaled(percent, 100, height);
        rect(out, [50, y, width - 60, 1], "#767676", "none");
        text(out, (44, y + 5), "end", &percent.to_string());
    }
    let place = |number: usize, share: u32| {
        (60 + number * step + step / 2, top + height - scaled(share, 100, height))
    };
    for (number, pair) in terms.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        if let (Some(one), Some(other)) = (one.per_cent, other.per_cent) {
            let (from, to) = (place(number, one), place(number + 1, other));
            let ends = [("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)];
            out.push_str("<line");
            for (name, at) in ends {
                out.extend([" ", name, "=\"", &at.to_string(), "\""]);
            }
            out.extend([" stroke=\"", BAR, "\" stroke-width=\"3\"/>"]);
        }
    }
    for (number, term) in terms.iter().enumerate() {
        let (x, y) = place(number, term.per_cent.unwrap_or(0));
        if term.per_cent.is_some() {
            let (x, y) = (x.to_string(), y.to_string());
            out.extend(["<circle cx=\"", &x, "\" cy=\"", &y, "\" r=\"5\" fill=\"", BAR, "\"/>"]);
        }
        text(out, (x, y - 10), "middle", &term.short);
        text(out, (x, top + height + 26), "middle", &term.label);
    }
    out.push_str("</svg>\n");
}

/// A part of a length.
fn scaled(part: u32, whole: u32, length: usize) -> usize {
    let scaled = u64::from(part) * length as u64 / u64::from(whole.max(1));
    usize::try_from(scaled).unwrap_or(length)
}

fn open(out: &mut String, table: &Table, height: usize, words: &str) {
    open_wide(out, table, (WIDTH, height), words);
}

/// Begins a picture, with its name and what it shows in words.
fn open_wide(out: &mut String, table: &Table, (width, height): (usize, usize), words: &str) {
    let (id, width, height) = (&table.id, width.to_string(), height.to_string());
    out.extend(["<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ", &width, " ", &height]);
    out.extend([
        "\" width=\"",
        &width,
        "\" height=\"",
        &height,
        "\" role=\"img\" aria-labelledby=\"",
    ]);
    out.extend([
        "picture-",
        id,
        "-title picture-",
        id,
        "-desc\" font-family=\"Arial, Helvetica, sans-serif\">",
    ]);
    element(out, "title", &[" id=\"picture-", id, "-title\""].concat(), &table.title);
    element(out, "desc", &[" id=\"picture-", id, "-desc\""].concat(), words);
}

fn rect(out: &mut String, [x, y, width, height]: [usize; 4], fill: &str, stroke: &str) {
    out.push_str("<rect");
    for (name, size) in [("x", x), ("y", y), ("width", width), ("height", height)] {
        out.extend([" ", name, "=\"", &size.to_string(), "\""]);
    }
    out.extend([" fill=\"", fill, "\" stroke=\"", stroke, "\"/>"]);
}

fn text(out: &mut String, (x, y): (usize, usize), anchor: &str, text: &str) {
    out.extend(["<text x=\"", &x.to_string(), "\" y=\"", &y.to_string(), "\" text-anchor=\""]);
    out.extend([anchor, "\" font-size=\"14\" fill=\"", INK, "\">"]);
    escape(out, text);
    out.push_str("</text>");
}
