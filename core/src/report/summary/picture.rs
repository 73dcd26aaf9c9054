//! Pictures of a report's tables. A picture shows the counts of its table and no others, so a count that is
//! hidden in the table is hidden here: it is its sign, without a length or a shade.

use maud::{Markup, html};

use super::shown::{GoodShare, Table, written};
use crate::document::message::Catalogue;
use crate::report::messages::{REPORT_BAND, REPORT_BAND_NONE, REPORT_HEAT_MAP, REPORT_TREND};
use crate::text::page::{Text, picture};

// Lengths in pixels.
const WIDTH: usize = 860;
const LABEL: usize = 190;
const LONG_LABEL: usize = 300;
const ROW: usize = 34;

// On white: at least 4.5 to 1 for text, 3 to 1 for bars and lines.
const INK: &str = "#1b2733";
const BAR: &str = "#1f5fa8";
const GRID: &str = "#767676";
/// From few to many, each with the colour of the text on it, which has at least 5 to 1. In grey too, each is at least a
/// quarter darker than the one before.
const SHADES: [(&str, &str); 5] = [
    ("#ffffff", INK),
    ("#d5e5f5", INK),
    ("#a3c5ea", INK),
    ("#2f66a8", "#ffffff"),
    ("#0e2f57", "#ffffff"),
];
/// Up to how many per cent each shade stands for.
const BANDS: [u32; 5] = [0, 25, 50, 75, 100];

/// The one row of a table as bars.
pub(super) fn bars(table: &Table) -> Markup {
    let Some(row) = table.rows.first() else { return Markup::default() };
    let columns = table.columns.iter().filter(|column| column.id != "total");
    let bars = columns.zip(&row.counts).map(|(column, count)| (column.label.as_str(), *count));
    draw_bars(table, LABEL, &bars.collect::<Vec<_>>())
}

/// The first column of a table as bars: in how many plans something was found.
pub(super) fn finding_bars(table: &Table) -> Markup {
    let rows = table.rows.iter();
    let bars = rows.map(|row| (row.label.as_str(), row.counts.first().copied().flatten()));
    draw_bars(table, LONG_LABEL, &bars.collect::<Vec<_>>())
}

fn draw_bars(table: &Table, room: usize, bars: &[(&str, Option<u32>)]) -> Markup {
    if bars.is_empty() {
        return Markup::default();
    }
    let most = bars.iter().filter_map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let words = bars.iter().map(|(label, count)| [label, ": ", &written(*count)].concat());
    let words = words.collect::<Vec<_>>().join("; ") + ".";
    let drawing = html! {
        @for (number, (label, count)) in bars.iter().enumerate() {
            @let y = 5 + number * ROW;
            // A number beside each bar needs some room.
            @let length = scaled(count.unwrap_or(0), most, WIDTH - room - 70);
            (text((room - 10, y + 21), "end", label))
            (rect([room, y + 4, length, ROW - 8], BAR, "none"))
            (text((room + length + 8, y + 21), "start", &written(*count)))
        }
    };
    framed(table, (WIDTH, bars.len() * ROW + 10), &words, &drawing)
}

/// The rows of a table as a heat map: the larger a row's share of plans with a grade, the darker.
pub(super) fn heat_map(say: &Catalogue, table: &Table) -> Markup {
    let width = table.columns.len().saturating_sub(1).max(1);
    let head = 44;
    let cell = (WIDTH - 72) / width;
    let words = say.say(&REPORT_HEAT_MAP, &[]);
    let said = |band: u32| {
        let message = if band == 0 { &REPORT_BAND_NONE } else { &REPORT_BAND };
        say.say(message, &[("per_cent", &band)])
    };
    let key = head + table.rows.len() * ROW + 14;
    let step = WIDTH / BANDS.len();
    let drawing = html! {
        @for (number, column) in table.columns.iter().take(width).enumerate() {
            (text((70 + number * cell + cell / 2, 28), "middle", &column.label))
        }
        @for (row_number, row) in table.rows.iter().enumerate() {
            @let y = head + row_number * ROW;
            @let all = row.counts.last().copied().flatten().unwrap_or(0);
            (text((60, y + 21), "end", &row.id))
            @for (number, count) in row.counts.iter().take(width).enumerate() {
                @let x = 70 + number * cell;
                @let (fill, ink) = shade(count.unwrap_or(0), all);
                (rect([x, y, cell, ROW], fill, INK))
                (inked((x + cell / 2, y + 21), "middle", ink, &written(*count)))
            }
        }
        @for (number, ((fill, _), band)) in SHADES.iter().zip(BANDS).enumerate() {
            (rect([number * step + 1, key, 24, 20], fill, INK))
            (text((number * step + 32, key + 16), "start", &said(band)))
        }
    };
    framed(table, (WIDTH, key + 24), &words, &drawing)
}

/// The shade of a count: white for none, then one shade up to each quarter of all plans.
fn shade(count: u32, all: u32) -> (&'static str, &'static str) {
    let all = all.max(1);
    let quarters = scaled(count.saturating_mul(4).saturating_add(all - 1), all, 1);
    SHADES.get(quarters.min(4)).copied().unwrap_or(("#ffffff", INK))
}

/// The share of graded plans that are good enough to be issued, term by term.
pub(super) fn trend(say: &Catalogue, share: &GoodShare, table: &Table) -> Markup {
    let GoodShare { title, rows: terms } = share;
    if terms.is_empty() {
        return Markup::default();
    }
    let mut words = say.say(&REPORT_TREND, &[("title", title)]);
    for term in terms {
        words.extend([" ", &term.label, ": ", &term.short, "."]);
    }
    let (top, height, step) = (40, 200, 130);
    let bottom = top + height;
    let width = WIDTH.max(60 + terms.len() * step);
    let x_of = |number: usize| 60 + number * step + step / 2;
    let y_of = |per_cent: u32| bottom - scaled(per_cent, 100, height);
    let drawing = html! {
        (text((10, 20), "start", title))
        @for per_cent in [0, 50, 100] {
            (rect([50, y_of(per_cent), width - 60, 1], GRID, "none"))
            (text((44, y_of(per_cent) + 5), "end", &per_cent.to_string()))
        }
        @for (number, (term, next)) in terms.iter().zip(terms.iter().skip(1)).enumerate() {
            @if let (Some(one), Some(next)) = (term.per_cent, next.per_cent) {
                line x1=(x_of(number)) y1=(y_of(one)) x2=(x_of(number + 1)) y2=(y_of(next))
                    stroke=(BAR) stroke-width="3" {}
            }
        }
        @for (number, term) in terms.iter().enumerate() {
            @let (x, y) = (x_of(number), y_of(term.per_cent.unwrap_or(0)));
            @if term.per_cent.is_some() { circle cx=(x) cy=(y) r="5" fill=(BAR) {} }
            (text((x, y - 10), "middle", &term.short))
            (text((x, bottom + 26), "middle", &term.label))
        }
    };
    framed(table, (width, bottom + 50), &words, &drawing)
}

/// A part of a length.
fn scaled(part: u32, all: u32, length: usize) -> usize {
    let scaled = u64::from(part) * length as u64 / u64::from(all.max(1));
    usize::try_from(scaled).unwrap_or(length)
}

/// A picture of a table, with the table's title and its contents in words.
fn framed(table: &Table, size: (usize, usize), words: &str, drawing: &Markup) -> Markup {
    picture(&["picture-", &table.id].concat(), size, &table.title, words, drawing)
}

#[cfg_attr(target_family = "wasm", inline(never))]
fn rect([x, y, width, height]: [usize; 4], fill: &str, stroke: &str) -> Markup {
    html! { rect x=(x) y=(y) width=(width) height=(height) fill=(fill) stroke=(stroke) {} }
}

#[cfg_attr(target_family = "wasm", inline(never))]
fn inked((x, y): (usize, usize), anchor: &str, ink: &str, text: &str) -> Markup {
    html! {
        text x=(x) y=(y) text-anchor=(anchor) font-size="14" fill=(ink) { (Text(text)) }
    }
}

fn text(place: (usize, usize), anchor: &str, text: &str) -> Markup {
    inked(place, anchor, INK, text)
}

#[cfg(test)]
mod tests {
    use super::{SHADES, shade};

    /// The luminance of a colour as WCAG defines it, from 0 to 1: what is left of it in grey.
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        (one / other).max(other / one)
    }

    #[test]
    fn bands_are_told_apart_in_grey_and_texts_on_them_are_read() {
        for (fill, ink) in SHADES {
            assert!(contrast(fill, ink) >= 5.0, "{ink} on {fill}: {}", contrast(fill, ink));
        }
        for (lighter, darker) in SHADES.iter().zip(&SHADES[1..]) {
            let step = (luminance(lighter.0) + 0.05) / (luminance(darker.0) + 0.05);
            assert!(step >= 1.25, "{} to {}: {step}", lighter.0, darker.0);
        }
    }

    #[test]
    fn a_band_ends_with_its_quarter() {
        let bands =
            [(0, 8), (1, 8), (2, 8), (3, 8), (4, 8), (5, 8), (6, 8), (7, 8), (8, 8), (0, 0)];
        let bands = bands.map(|(count, all)| {
            SHADES.iter().position(|known| *known == shade(count, all)).unwrap()
        });
        assert_eq!(bands, [0, 1, 1, 2, 2, 3, 3, 4, 4, 0]);
    }
}
