//! The fonts and sizes of the text of a plan.

use crate::document::Bounded;
use crate::document::map::{NumberMap, key, parts};
use crate::plan::body::{Body, each_paragraph};
use crate::plan::document::{FontUse, RunPlace};
use crate::plan::written::place;
use crate::text::order::sort_by;

/// The size of text of which a Word file says none, in half-points.
const SIZE: u16 = 20;

/// The most places that are listed for one font in one size, and the most of these.
const MOST_PLACES: usize = 1_000;
const MOST_FONTS: usize = 100;

/// How much text is in each font and size, and where. Nothing where the file names no fonts.
pub(super) fn fonts(body: &Body) -> Option<Vec<FontUse>> {
    if body.fonts.len() < 2 {
        return None;
    }
    let mut uses: NumberMap<(usize, Vec<RunPlace>)> = NumberMap::default();
    each_paragraph(&body.nodes, &mut |paragraph| {
        for run in paragraph.runs.iter().filter(|run| !run.text.trim().is_empty()) {
            let size = if run.appearance.size == 0 { SIZE } else { run.appearance.size };
            let font = key([0, 0, run.appearance.font.into(), size.into()]);
            let (characters, places) = uses.entry(&font);
            *characters += run.text.chars().count();
            if places.len() < MOST_PLACES {
                places.push(place(run.spot, 0, 0));
            }
        }
    });
    let uses = uses.iter().map(|(key, (characters, places))| {
        let [.., font, half_points] = parts(*key);
        FontUse {
            name: body.fonts.get(font as usize).cloned().unwrap_or_default(),
            half_points,
            characters: u32::try_from(*characters).unwrap_or(u32::MAX),
            places: Bounded(places.clone()),
        }
    });
    let mut fonts: Vec<FontUse> = uses.collect();
    sort_by(&mut fonts, |one, other| other.characters.cmp(&one.characters));
    fonts.truncate(MOST_FONTS);
    Some(fonts)
}
