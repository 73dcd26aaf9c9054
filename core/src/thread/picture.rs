//! The thread as a picture.

use super::label::{breaks, first_words, marks, push_xml};
use super::{Thread, ThreadFinding, ThreadKind, ThreadNode};
use crate::text::order::{pack, sort, unpack};

/// The most items that a picture shows: more cannot be read.
const MOST_DRAWN: usize = 200;

/// The most breaks that a description tells one by one.
const MOST_TOLD: usize = 50;

// Lengths in pixels. Boxes stand in rows that run through all columns, so that below each row a lane is
// free from side to side: a line past a column takes the lane and crosses no box.
const MARGIN: usize = 40;
const HEAD: usize = 172;
const BOX_WIDTH: usize = 280;
const BOX_HEIGHT: usize = 56;
const MARK_HEIGHT: usize = 22;
const LANE_HEIGHT: usize = 36;
const GAP: usize = 88;

/// How many lines stand side by side in a lane before they share a place.
const PLACES: usize = 5;

// On white and on the boxes: at least 4.5 to 1 for text, 3 to 1 for lines. Nothing is told by colour
// alone.
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
/// Several pictures may stand on one page, so the ids within begin with `prefix`; of it, what an id
/// cannot hold becomes a hyphen.
#[must_use]
pub fn svg(thread: &Thread, prefix: &str) -> String {
    let breaks = breaks(thread);
    let layout = Layout::new(thread, &breaks);
    let id = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let prefix: String = prefix.chars().map(id).collect();
    let (width, height) = (layout.width().to_string(), layout.height().to_string());
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    out.extend([&width, "\" height=\"", &height, "\" viewBox=\"0 0 ", &width, " ", &height]);
    out.extend(["\" role=\"img\" aria-labelledby=\"", &prefix, "-title ", &prefix, "-desc\" "]);
    out.push_str("font-family=\"Arial, Helvetica, sans-serif\"><title id=\"");
    out.extend([&prefix, "-title\">Golden thread</title><desc id=\"", &prefix, "-desc\">"]);
    push_xml(&mut out, &description(thread, &breaks, &layout));
    out.push_str("</desc>");
    rect(&mut out, [0, 0, layout.width(), layout.height(), 0], PAPER, "none", 0);
    layout.head(&mut out, thread, &breaks);
    out.extend(["<g fill=\"none\" stroke=\"", LINE, "\" stroke-width=\"2\">"]);
    layout.lines(&mut out, thread);
    out.push_str("</g>");
    for (column, numbers) in layout.columns.iter().enumerate() {
        for (row, number) in numbers.iter().enumerate() {
            let (Some(item), Some(breaks)) = (thread.items.get(*number), breaks.get(*number))
            else {
                continue;
            };
            layout.item(&mut out, (column, row), item, &marks(breaks));
        }
    }
    out.push_str("</svg>\n");
    out
}

/// What the picture shows, in words.
fn description(thread: &Thread, breaks: &[Vec<&ThreadFinding>], layout: &Layout) -> String {
    let mut out = String::new();
    for count in &thread.counts {
        out.extend([count.kind.heading().0, ": ", &count.items.to_string()]);
        if let Some(whole) = count.whole {
            out.extend([", of which ", &whole.to_string(), " whole"]);
        }
        out.push_str(". ");
    }
    for words in notes(thread, layout) {
        out.extend([&words, " "]);
    }
    let all = || breaks.iter().flatten();
    let count = all().count();
    if count == 0 {
        out.push_str("No breaks were found.");
    } else {
        out.extend(["Breaks: ", &count.to_string(), "."]);
    }
    for finding in all().take(MOST_TOLD) {
        out.extend([" ", &finding.message]);
    }
    if count > MOST_TOLD {
        out.extend([" And ", &(count - MOST_TOLD).to_string(), " more."]);
    }
    out
}

/// What the picture does not show.
fn notes(thread: &Thread, layout: &Layout) -> Vec<String> {
    let mut notes = Vec::new();
    if !thread.not_checked.is_empty() {
        let which = thread.not_checked.join(", ");
        notes.push(["Not checked, for want of rules in the framework: ", &which, "."].concat());
    }
    let all = thread.items.len();
    if all > layout.drawn {
        let (drawn, all) = (layout.drawn.to_string(), all.to_string());
        let parts = ["Only ", &drawn, " of ", &all, " items are drawn, those with breaks first."];
        notes.push(parts.concat());
    }
    notes
}

/// Where everything stands.
struct Layout {
    /// The numbers of the items in each column, from top to bottom.
    columns: Vec<Vec<usize>>,
    /// The column and the row of each item that is drawn.
    places: Vec<Option<(usize, usize)>>,
    /// Where each row begins, and where its lane does.
    rows: Vec<(usize, usize)>,
    /// How many items are drawn.
    drawn: usize,
}

impl Layout {
    fn new(thread: &Thread, breaks: &[Vec<&ThreadFinding>]) -> Self {
        let is_whole = |number: &usize| breaks.get(*number).is_none_or(Vec::is_empty);
        let broken = (0..thread.items.len()).filter(|number| !is_whole(number));
        let whole = (0..thread.items.len()).filter(is_whole);
        let key = |number: usize| {
            let section = thread.items.get(number).map_or(0, |item| item.section as usize);
            pack([0, 0, section, number])
        };
        let mut order: Vec<u64> = broken.chain(whole).take(MOST_DRAWN).map(key).collect();
        let drawn = order.len();
        sort(&mut order);
        let mut columns = vec![Vec::new(); ThreadKind::ALL.len()];
        for number in order.into_iter().map(|key| unpack(key)[3]) {
            let Some(item) = thread.items.get(number) else { continue };
            if let Some(column) = columns.get_mut(item.kind as usize) {
                column.push(number);
            }
        }
        let mut places = vec![None; thread.items.len()];
        let mut most_marks: Vec<usize> = Vec::new();
        for (column, numbers) in columns.iter().enumerate() {
            for (row, number) in numbers.iter().enumerate() {
                if let Some(place) = places.get_mut(*number) {
                    *place = Some((column, row));
                }
                let count = breaks.get(*number).map_or(0, |breaks| marks(breaks).len());
                match most_marks.get_mut(row) {
                    Some(most) => *most = count.max(*most),
                    None => most_marks.push(count),
                }
            }
        }
        let mut rows = Vec::new();
        let mut top = HEAD;
        for count in most_marks {
            let bottom = top + BOX_HEIGHT + count * MARK_HEIGHT;
            rows.push((top, bottom));
            top = bottom + LANE_HEIGHT;
        }
        Self { columns, places, rows, drawn }
    }

    fn width(&self) -> usize {
        let count = self.columns.len();
        2 * MARGIN + count * BOX_WIDTH + count.saturating_sub(1) * GAP
    }

    fn height(&self) -> usize {
        MARGIN + self.rows.last().map_or(HEAD, |(_, bottom)| bottom + LANE_HEIGHT)
    }

    /// The title, what the lines mean, and the headings of the columns.
    fn head(&self, out: &mut String, thread: &Thread, breaks: &[Vec<&ThreadFinding>]) {
        let bold = Text { size: 24, colour: INK, is_bold: true };
        bold.push(out, (MARGIN, 52), "Golden thread", None);
        let quiet = Text { size: 14, colour: QUIET, is_bold: false };
        let count = |count: usize, one: &str, many: &str| {
            [count.to_string().as_str(), if count == 1 { one } else { many }].concat()
        };
        let mut words = count(thread.items.len(), " item, ", " items, ");
        words.push_str(&count(thread.lines.len(), " line, ", " lines, "));
        words.push_str(&count(breaks.iter().flatten().count(), " break.", " breaks."));
        for note in notes(thread, self) {
            words.extend([" ", &note]);
        }
        quiet.push(out, (MARGIN, 80), &words, Some(self.width() - 2 * MARGIN));
        // What the marks mean, at the right of the title.
        let (x, y) = (self.width() - MARGIN - BOX_WIDTH, 47);
        out.extend(["<path d=\"M", &x.to_string(), " 47h28\" fill=\"none\" stroke=\"", LINE]);
        out.push_str("\" stroke-width=\"2\"/>");
        quiet.push(out, (x + 36, y + 5), "linked", None);
        stub(out, (x + 104, y), None);
        quiet.push(out, (x + 146, y + 5), "missing or wrong", None);
        for (column, kind) in ThreadKind::ALL.iter().enumerate() {
            let x = left(column);
            let (heading, sections) = kind.heading();
            Text { size: 18, colour: kind.colour(), is_bold: true }.push(
                out,
                (x, 124),
                heading,
                None,
            );
            quiet.push(out, (x, 144), sections, None);
            rect(out, [x, 154, BOX_WIDTH, 3, 0], kind.colour(), "none", 0);
            // Of a thread with many items, those of a kind may all be among the ones left out.
            let count = thread.counts.iter().find(|count| count.kind == *kind);
            if count.is_some_and(|count| count.items == 0) {
                quiet.push(out, (x, 184), "None in this plan", None);
            }
        }
    }

    fn lines(&self, out: &mut String, thread: &Thread) {
        let place = |number: usize| self.places.get(number).copied().flatten();
        let mut taken = vec![0; self.rows.len()];
        for line in &thread.lines {
            let (Some(from), Some(to)) = (place(line.ends.0), place(line.ends.1)) else {
                continue;
            };
            let (x1, y1) = (left(from.0) + BOX_WIDTH, self.middle(from.1));
            let (x2, y2) = (left(to.0), self.middle(to.1));
            let mut path = Curve(String::from("<path d=\"M"));
            path.point(x1, y1);
            if from.0 == to.0 {
                // Within a column, out and back on its right.
                path.to((x1 + GAP / 2, y1), (x1 + GAP / 2, y2), (x1, y2));
            } else if from.0 + 1 == to.0 {
                path.to((x1 + GAP / 2, y1), (x1 + GAP / 2, y2), (x2, y2));
            } else {
                let row = from.1.min(to.1);
                let lane = self.lane(row, taken.get(row).copied().unwrap_or(0));
                if let Some(taken) = taken.get_mut(row) {
                    *taken += 1;
                }
                let (out_of, into) = (x1 + GAP, x2 - GAP);
                path.to((x1 + GAP / 2, y1), (x1 + GAP / 2, lane), (out_of, lane));
                path.0.push('L');
                path.point(into, lane);
                path.to((into + GAP / 2, lane), (into + GAP / 2, y2), (x2, y2));
            }
            out.extend([&path.0, "\"/>"]);
        }
    }

    /// Where a line runs along the lane of a row.
    fn lane(&self, row: usize, taken: usize) -> usize {
        let bottom = self.rows.get(row).map_or(HEAD, |(_, bottom)| *bottom);
        bottom + LANE_HEIGHT / (PLACES + 1) * (taken % PLACES + 1)
    }

    /// The middle of the boxes of a row.
    fn middle(&self, row: usize) -> usize {
        self.rows.get(row).map_or(HEAD, |(top, _)| *top) + BOX_HEIGHT / 2
    }

    fn item(
        &self,
        out: &mut String,
        (column, row): (usize, usize),
        item: &ThreadNode,
        marks: &[&str],
    ) {
        let (x, y) = (left(column), self.middle(row) - BOX_HEIGHT / 2);
        let (colour, stroke) = if marks.is_empty() { (item.kind.colour(), 1) } else { (BREAK, 3) };
        rect(out, [x, y, BOX_WIDTH, BOX_HEIGHT, 8], BOX, colour, stroke);
        rect(out, [x + 8, y + 10, 4, BOX_HEIGHT - 20, 2], item.kind.colour(), "none", 0);
        let (name, room) = (["Section ", item.section.word()].concat(), 76);
        Text { size: 15, colour: INK, is_bold: true }.push(
            out,
            (x + 22, y + 23),
            item.id,
            Some(BOX_WIDTH - 22 - room - 16),
        );
        Text { size: 12, colour: QUIET, is_bold: false }.push(
            out,
            (x + BOX_WIDTH - room, y + 23),
            &name,
            Some(room - 12),
        );
        Text { size: 14, colour: INK, is_bold: false }.push(
            out,
            (x + 22, y + 43),
            &first_words(item.text),
            Some(BOX_WIDTH - 34),
        );
        for (number, mark) in marks.iter().enumerate() {
            let y = y + BOX_HEIGHT;
            let at = y + (number + 1) * MARK_HEIGHT - 6;
            stub(out, (x + 16, at), Some(y));
            Text { size: 13, colour: BREAK, is_bold: true }.push(
                out,
                (x + 58, at + 5),
                mark,
                Some(BOX_WIDTH - 62),
            );
        }
    }
}

fn left(column: usize) -> usize {
    MARGIN + column * (BOX_WIDTH + GAP)
}

/// A path being written.
struct Curve(String);

impl Curve {
    fn point(&mut self, x: usize, y: usize) {
        self.0.extend([&x.to_string(), " ", &y.to_string()]);
    }

    /// A curve by way of two points that draw it.
    fn to(&mut self, one: (usize, usize), other: (usize, usize), end: (usize, usize)) {
        for (letter, (x, y)) in [('C', one), (' ', other), (' ', end)] {
            self.0.push(letter);
            self.point(x, y);
        }
    }
}

/// A dashed line that ends in a cross, from the lower edge of a box if it belongs to one.
fn stub(out: &mut String, (x, y): (usize, usize), edge: Option<usize>) {
    out.extend(["<path d=\"M", &x.to_string(), " "]);
    match edge {
        Some(edge) => out.extend([&edge.to_string(), "V", &y.to_string()]),
        None => out.push_str(&y.to_string()),
    }
    out.extend(["h22\" fill=\"none\" stroke=\"", BREAK]);
    out.push_str("\" stroke-width=\"2\" stroke-dasharray=\"4 3\"/><path d=\"M");
    out.extend([&(x + 24).to_string(), " ", &(y - 5).to_string(), "l10 10m0-10l-10 10"]);
    out.extend(["\" fill=\"none\" stroke=\"", BREAK, "\" stroke-width=\"2.5\"/>"]);
}

/// A rectangle: where it stands, how large it is, and how round its corners are.
fn rect(out: &mut String, sizes: [usize; 5], fill: &str, stroke: &str, stroke_width: usize) {
    out.push_str("<rect");
    for (name, size) in ["x", "y", "width", "height", "rx"].into_iter().zip(sizes) {
        out.extend([" ", name, "=\"", &size.to_string(), "\""]);
    }
    out.extend([" fill=\"", fill, "\" stroke=\"", stroke, "\" stroke-width=\""]);
    out.extend([&stroke_width.to_string(), "\"/>"]);
}

/// How a text is written.
struct Text {
    size: usize,
    colour: &'static str,
    is_bold: bool,
}

impl Text {
    /// Writes a text from the left; where it may need more than its room, it is drawn together.
    fn push(&self, out: &mut String, (x, y): (usize, usize), text: &str, room: Option<usize>) {
        out.extend(["<text x=\"", &x.to_string(), "\" y=\"", &y.to_string()]);
        out.extend(["\" font-size=\"", &self.size.to_string(), "\" fill=\"", self.colour, "\""]);
        if self.is_bold {
            out.push_str(" font-weight=\"bold\"");
        }
        let bold = if self.is_bold { 108 } else { 100 };
        let width: usize = text.chars().map(hundredths).sum();
        if let Some(room) = room.filter(|room| width * self.size * bold / 10_000 > *room) {
            out.extend([
                " textLength=\"",
                &room.to_string(),
                "\" lengthAdjust=\"spacingAndGlyphs\"",
            ]);
        }
        out.push('>');
        push_xml(out, text);
        out.push_str("</text>");
    }
}

/// About how wide a character is, in hundredths of the size of the type.
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
