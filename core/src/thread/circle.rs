//! Circles of references.

use super::plan::ItemNumber;
use crate::document::table::Table;
use crate::text::order::sort_by;

/// The items that each item refers to.
type References = Table<ItemNumber, Vec<ItemNumber>>;

/// What is known of an item during the search.
#[derive(Clone, Copy, Default)]
struct Visit {
    /// When it was reached, counted from 1; 0 is not yet.
    order: usize,
    /// The earliest item that it is known to lead to and that can still be in a circle with it.
    low: usize,
    /// How many of its references have been followed.
    followed: usize,
    /// Whether its circle can still grow.
    is_open: bool,
}

/// The sets of three items or more in which references lead from each to every other, by Tarjan's algorithm.
/// The search keeps its path in a list, so that no plan is too deep, and follows each reference once.
pub(super) fn circles(references: &References) -> Vec<Vec<ItemNumber>> {
    let mut visits = Table::like(references, Visit::default());
    let mut circles = Vec::new();
    let (mut open, mut path) = (Vec::new(), Vec::new());
    let mut reached = 0;
    for root in references.numbers() {
        if visits[root].order == 0 {
            path.push(root);
        }
        while let Some(&item) = path.last() {
            let visit = &mut visits[item];
            if visit.order == 0 {
                reached += 1;
                *visit = Visit { order: reached, low: reached, followed: 0, is_open: true };
                open.push(item);
            }
            let next = references[item].get(visit.followed);
            visit.followed += 1;
            if let Some(&next) = next {
                match visits[next] {
                    Visit { order: 0, .. } => path.push(next),
                    Visit { order, is_open: true, .. } => lower(&mut visits[item], order),
                    Visit { .. } => {}
                }
                continue;
            }
            let Visit { order, low, .. } = *visit;
            path.pop();
            if let Some(&before) = path.last() {
                lower(&mut visits[before], low);
            }
            if low == order {
                let circle = close(&mut visits, &mut open, item);
                if circle.len() > 2 {
                    circles.push(circle);
                }
            }
        }
    }
    sort_by(&mut circles, Vec::cmp);
    circles
}

/// Notes that an item leads to one that was reached earlier.
fn lower(visit: &mut Visit, order: usize) {
    visit.low = visit.low.min(order);
}

/// Closes the circle of an item: takes out the items that were reached since, in the order of the plan.
fn close(
    visits: &mut Table<ItemNumber, Visit>,
    open: &mut Vec<ItemNumber>,
    first: ItemNumber,
) -> Vec<ItemNumber> {
    let mut circle = Vec::new();
    while let Some(item) = open.pop() {
        visits[item].is_open = false;
        circle.push(item);
        if item == first {
            break;
        }
    }
    sort_by(&mut circle, ItemNumber::cmp);
    circle
}
