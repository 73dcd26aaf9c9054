//! The thread as a picture.

use maud::{Markup, html};

use super::finding::{KindCount, Thread, ThreadNode};
use super::label::{Items, breaks, first_words, items, marks};
use super::layout::{BOX_HEIGHT, BOX_WIDTH, GAP, Layout, MARGIN, MARK_HEIGHT, Place, left};
use super::plan::ThreadKind;
use crate::text::fill::{counted, fill};
use crate::text::page;

/// The most breaks that a description names one by one.
const MOST_NAMED: usize = 50;

const TITLE: &str = "Golden thread";

// On white and on the boxes: at least 4.5 to 1 for text, 3 to 1 for lines. No meaning rests on colour alone.
const PAPER: &str = "#ffffff";
const BOX: &str = "#f5f7fa";
const INK: &str = "#1b2733";
const QUIET: &str = "#4a5763";
const LINE: &str = "#5b7086";
const BREAK: &str = "#a3211a";

impl ThreadKind {
    const fn colour(self) -> &'static str {
        match self {
            Self::Aspiration => "#6d3b9c",
            Self::Advice => "#4f5d6b",
            Self::Need => "#1f5fa8",
            Self::Provision => "#0b6b64",
            Self::Outcome => "#8a4b08",
        }
    }
}

/// The thread as an accessible SVG picture with a column for each kind of item. It stands alone: no
/// script, no style sheet and nothing loaded from elsewhere, so that any content policy allows it.
///
/// Several pictures may stand on one page, so the ids within begin with `prefix`; a character of it that an
/// id cannot hold becomes a hyphen.
#[must_use]
pub fn svg(thread: &Thread, prefix: &str) -> String {
    let items = items(thread);
    let layout = Layout::new(&items);
    let notes = notes(thread, &layout);
    let id = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let prefix: String = prefix.chars().map(id).collect();
    let size = (layout.width(), layout.height());
    let drawing = html! {
        (rect([0, 0, size.0, size.1, 0], PAPER, "none", 0))
        (head(size.0, &summary(thread, &items, &notes)))
        @for (column, kind) in ThreadKind::ALL.iter().enumerate() {
            (column_head(left(column), *kind, thread))
        }
        g fill="none" stroke=(LINE) stroke-width="2" {
            @for (line, lane) in thread.lines.iter().zip(layout.lanes(thread)) {
                @if let (Some(from), Some(to)) = (layout.place(line.ends.0), layout.place(line.ends.1)) {
                    (curve(&layout, from, to, lane))
                }
            }
        }
        @for (column, numbers) in layout.columns.iter().enumerate() {
            @for (number, top) in numbers.iter().zip(layout.tops()) {
                @let labelled = &items[*number];
                (item_box((left(column), top), labelled.item, &marks(&labelled.breaks)))
            }
        }
    };
    let description = description(thread, &items, &notes);
    page::picture(&prefix, size, TITLE, &description, &drawing).into_string() + "\n"
}

/// What the picture does not show.
fn notes(thread: &Thread, layout: &Layout) -> Vec<String> {
    let mut notes = Vec::new();
    if !thread.not_checked.is_empty() {
        let sentence = "Rules not checked, because the framework does not have them: {rules}.";
        notes.push(fill(sentence, &[("rules", &thread.not_checked.join(", "))]));
    }
    let all = thread.items.len();
    if all > layout.drawn {
        let sentence = "Only {drawn} of {all} items are drawn, those with breaks first.";
        notes.push(fill(sentence, &[("drawn", &layout.drawn), ("all", &all)]));
    }
    notes
}

/// The line below the title.
fn summary(thread: &Thread, items: &Items, notes: &[String]) -> String {
    let counts = [
        counted(thread.items.len(), "item", "items"),
        counted(thread.lines.len(), "line", "lines"),
        counted(breaks(items).count(), "break", "breaks"),
    ];
    let mut words = counts.join(", ") + ".";
    for note in notes {
        words.extend([" ", note]);
    }
    words
}

/// What the picture shows, in words.
fn description(thread: &Thread, items: &Items, notes: &[String]) -> String {
    let mut sentences: Vec<String> = thread.counts.iter().map(kind_count).collect();
    sentences.extend_from_slice(notes);
    let count = breaks(items).count();
    sentences.push(match count {
        0 => "No breaks were found.".to_owned(),
        _ => fill("Breaks: {count}.", &[("count", &count)]),
    });
    let named = breaks(items).take(MOST_NAMED);
    sentences.extend(named.map(|finding| finding.message.clone()));
    if count > MOST_NAMED {
        sentences.push(fill("And {more} more.", &[("more", &(count - MOST_NAMED))]));
    }
    sentences.join(" ")
}

fn kind_count(count: &KindCount) -> String {
    let sentence = match count.unbroken {
        Some(_) => "{kind}: {items}, {unbroken} without a break.",
        None => "{kind}: {items}.",
    };
    let items = counted(count.items, "item", "items");
    let kind = count.kind.heading().0;
    fill(
        sentence,
        &[("kind", &kind), ("items", &items), ("unbroken", &count.unbroken.unwrap_or(0))],
    )
}

/// The title with its summary, and at its right the key.
fn head(width: usize, summary: &str) -> Markup {
    let quiet = Style { size: 14, colour: QUIET, is_bold: false };
    let (x, y) = (width - MARGIN - BOX_WIDTH, 47);
    html! {
        (Style { size: 24, colour: INK, is_bold: true }.text((MARGIN, 52), TITLE, None))
        (quiet.text((MARGIN, 80), summary, Some(width - 2 * MARGIN)))
        path d={ "M" (x) " " (y) "h28" } fill="none" stroke=(LINE) stroke-width="2" {}
        (quiet.text((x + 36, y + 5), "linked", None))
        (stub((x + 104, y), y))
        (quiet.text((x + 146, y + 5), "missing or wrong", None))
    }
}

fn column_head(x: usize, kind: ThreadKind, thread: &Thread) -> Markup {
    let quiet = Style { size: 14, colour: QUIET, is_bold: false };
    let (heading, sections) = kind.heading();
    // Of a thread with many items, the items of a kind may all be left out: they are counted in the thread.
    let is_empty = thread.counts.iter().any(|count| count.kind == kind && count.items == 0);
    html! {
        (Style { size: 18, colour: kind.colour(), is_bold: true }.text((x, 124), heading, None))
        (quiet.text((x, 144), sections, None))
        (rect([x, 154, BOX_WIDTH, 3, 0], kind.colour(), "none", 0))
        @if is_empty { (quiet.text((x, 184), "None in this plan", None)) }
    }
}

/// A line between two places. A line that passes a column runs along a lane.
fn curve(layout: &Layout, from: Place, to: Place, lane: Option<usize>) -> Markup {
    let (x1, y1) = (left(from.column) + BOX_WIDTH, layout.middle(from.row));
    let (x2, y2) = (left(to.column), layout.middle(to.row));
    // Within a column, the line leaves and returns on the right.
    let x2 = if from.column == to.column { x1 } else { x2 };
    let bend = x1 + GAP / 2;
    html! {
        @if let Some(y) = lane {
            @let (start, end) = (x1 + GAP, x2 - GAP);
            @let last_bend = end + GAP / 2;
            path d={
                "M" (x1) " " (y1) "C" (bend) " " (y1) " " (bend) " " (y) " " (start) " " (y)
                "L" (end) " " (y) "C" (last_bend) " " (y) " " (last_bend) " " (y2) " " (x2) " " (y2)
            } {}
        } @else {
            path d={ "M" (x1) " " (y1) "C" (bend) " " (y1) " " (bend) " " (y2) " " (x2) " " (y2) } {}
        }
    }
}

/// The box of an item, and below it a mark for each break.
fn item_box((x, y): (usize, usize), item: &ThreadNode, marks: &[&str]) -> Markup {
    let (edge, edge_width) = if marks.is_empty() { (item.kind.colour(), 1) } else { (BREAK, 3) };
    let section = ["Section ", item.section.word()].concat();
    let section_room = 76;
    let id_room = BOX_WIDTH - 22 - section_room - 16;
    let bold = Style { size: 15, colour: INK, is_bold: true };
    let small = Style { size: 12, colour: QUIET, is_bold: false };
    let plain = Style { size: 14, colour: INK, is_bold: false };
    let mark_style = Style { size: 13, colour: BREAK, is_bold: true };
    html! {
        (rect([x, y, BOX_WIDTH, BOX_HEIGHT, 8], BOX, edge, edge_width))
        (rect([x + 8, y + 10, 4, BOX_HEIGHT - 20, 2], item.kind.colour(), "none", 0))
        (bold.text((x + 22, y + 23), item.id, Some(id_room)))
        (small.text((x + BOX_WIDTH - section_room, y + 23), &section, Some(section_room - 12)))
        (plain.text((x + 22, y + 43), &first_words(item.text), Some(BOX_WIDTH - 34)))
        @for (number, mark) in marks.iter().enumerate() {
            @let bottom = y + BOX_HEIGHT;
            @let middle = bottom + (number + 1) * MARK_HEIGHT - 6;
            (stub((x + 16, middle), bottom))
            (mark_style.text((x + 58, middle + 5), mark, Some(BOX_WIDTH - 62)))
        }
    }
}

/// A dashed line that ends in a cross. It begins at `top`, above or at the height of its end.
fn stub((x, y): (usize, usize), top: usize) -> Markup {
    html! {
        path d={ "M" (x) " " (top) "V" (y) "h22" } fill="none" stroke=(BREAK) stroke-width="2"
            stroke-dasharray="4 3" {}
        path d={ "M" (x + 24) " " (y - 5) "l10 10m0-10l-10 10" } fill="none" stroke=(BREAK)
            stroke-width="2.5" {}
    }
}

/// A rectangle: its place, its size, and how round its corners are.
#[cfg_attr(target_family = "wasm", inline(never))]
fn rect(
    [x, y, width, height, round]: [usize; 5],
    fill: &str,
    stroke: &str,
    stroke_width: usize,
) -> Markup {
    html! {
        rect x=(x) y=(y) width=(width) height=(height) rx=(round) fill=(fill) stroke=(stroke)
            stroke-width=(stroke_width) {}
    }
}

/// The style of a text.
struct Style {
    size: usize,
    colour: &'static str,
    is_bold: bool,
}

impl Style {
    /// A text from the left. Where it may need more than its room, it is drawn together.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn text(&self, (x, y): (usize, usize), text: &str, room: Option<usize>) -> Markup {
        let bold = if self.is_bold { 108 } else { 100 };
        let width: usize = text.chars().map(hundredths).sum();
        let room = room.filter(|room| width * self.size * bold / 10_000 > *room);
        html! {
            text x=(x) y=(y) font-size=(self.size) fill=(self.colour) font-weight=[self.is_bold.then_some("bold")]
                textLength=[room] lengthAdjust=[room.map(|_| "spacingAndGlyphs")] { (page::Text(text)) }
        }
    }
}

/// The approximate width of a character, in hundredths of the size of the type.
fn hundredths(c: char) -> usize {
    match c {
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | 'I' | ' '..='$' | '\''..='/' | ':' | ';' => 32,
        'm' | 'w' | 'M' | 'W' | '@' => 90,
        'A'..='Z' => 70,
        '\0'..='\u{2FF}' => 56,
        '\u{300}'..='\u{10FF}' => 65,
        _ => 105,
    }
}
