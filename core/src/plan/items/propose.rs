//! Proposes items and links.

use super::find::find;
use super::found::Found;
use super::links::Links;
use super::matched::matched;
use super::name::names;
use super::proposed::{ProposedItem, ProposedItems, ProposedLink};
use crate::document::Bounded;
use crate::plan::document::PlanDocument;

/// The items of a plan and the links between them, as the document says them: up to 10,000 items.
///
/// They are proposed and never decided. What a mark, a row or a card states is sure or likely; what rests on the
/// subjects that two texts share is at most likely.
#[must_use]
pub fn items(plan: &PlanDocument) -> ProposedItems {
    let finding = find(plan);
    let mut links = Links::stated(&finding);
    matched(&mut links);
    let ids = names(&finding.items);
    let made = links.all().map(|([one, other], ground)| ProposedLink {
        from: ids[one].clone(),
        to: ids[other].clone(),
        rests_on: ground.basis,
        sureness: ground.sureness,
        place: finding.items[ground.says].place,
    });
    let made = made.collect();
    let area = |item: &Found| {
        let under = &finding.under[*item.under.first()?];
        (!under.text.is_empty()).then(|| under.text.clone())
    };
    let items = finding.items.rows().iter().zip(ids.rows()).map(|(item, id)| ProposedItem {
        id: id.clone(),
        section: item.section,
        kind: item.kind,
        text: item.text.clone(),
        marks: item.names.iter().map(|mark| mark.text.clone()).collect(),
        area: area(item),
        place: item.place,
        others: item.others.clone(),
    });
    ProposedItems { items: Bounded(items.collect()), links: Bounded(made) }
}
