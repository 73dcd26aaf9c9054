//! Text in another font or size than the agreed one, as information.
//!
//! Why: the scale asks for the agreed font and size throughout, and Word gives them for each run. Where a framework
//! agrees on none, the one that most of the text has stands for it. Headings are left out.

use super::finding::FindingKind;
use super::findings::{Findings, Spot};
use super::text::{BlockNumber, PlanText};
use crate::document::map::{NumberMap, key};
use crate::framework::{PlanBuiltIn, PlanReading};
use crate::plan::{FontUse, PlanDocument, TextPlace, Utf16Place};

/// Reports each other font and size once, at the first text in it.
pub(super) fn appearance<'a>(
    reading: &'a PlanReading,
    plan: &PlanDocument,
    text: &PlanText,
    findings: &mut Findings<'a>,
) {
    let Some(rule) = reading.rule(PlanBuiltIn::OtherFont) else { return };
    let fonts = plan.fonts.as_deref().map(Vec::as_slice).unwrap_or_default();
    let agreed = reading.font.as_ref().map(|font| named(&font.name, font.half_points));
    let usual = fonts.first().map(|font| named(&font.name, font.half_points));
    let Some(usual) = agreed.or(usual) else { return };
    let runs = runs(text);
    for font in fonts {
        let here = named(&font.name, font.half_points);
        if here == usual {
            continue;
        }
        let mut places = places(&runs, font).into_iter();
        let Some((number, place)) = places.next() else { continue };
        let spot = Spot {
            section: text.blocks[number].section(),
            place: Some(place),
            others: places.map(|(_, place)| place).collect(),
            words: &here,
        };
        let parts: [(&str, &dyn std::fmt::Display); 2] = [("here", &here), ("there", &usual)];
        findings.found(FindingKind::Appearance, rule, spot, &parts);
    }
}

/// A font and its size in points, as people say them.
fn named(name: &str, half_points: u32) -> String {
    let half = if half_points.is_multiple_of(2) { "" } else { ".5" };
    let size = [&(half_points / 2).to_string(), half, " point"].concat();
    if name.is_empty() { size } else { [name, ", ", &size].concat() }
}

/// The runs of text that is no heading, by file, paragraph and run, with the number of the block and the place.
fn runs(text: &PlanText) -> NumberMap<(BlockNumber, TextPlace)> {
    let mut runs = NumberMap::default();
    for (number, block) in text.blocks.iter().filter(|(_, block)| block.is_prose()) {
        let length = u32::try_from(block.block.text.encode_utf16().count()).unwrap_or(u32::MAX);
        let mut following = block.block.runs.iter().skip(1);
        for run in &block.block.runs {
            let end = following.next().map_or(length, |next| next.at.0).min(length);
            if end > run.at.0 {
                let place = TextPlace {
                    part: block.part,
                    block: block.number,
                    at: run.at,
                    length: Utf16Place(end - run.at.0),
                };
                runs.or_insert_with(&key([0, run.file, run.paragraph, run.run]), || {
                    (number, place)
                });
            }
        }
    }
    runs
}

/// The places of the runs in a font, those that follow each other in a block as one.
fn places(
    runs: &NumberMap<(BlockNumber, TextPlace)>,
    font: &FontUse,
) -> Vec<(BlockNumber, TextPlace)> {
    let mut places: Vec<(BlockNumber, TextPlace)> = Vec::new();
    for run in &font.places {
        let run = key([0, run.file, run.paragraph, run.run]);
        let Some((number, place)) = runs.get(&run) else { continue };
        match places.last_mut() {
            Some((last, before))
                if last == number && before.at.0 + before.length.0 == place.at.0 =>
            {
                before.length.0 += place.length.0;
            }
            _ => places.push((*number, *place)),
        }
    }
    places
}
