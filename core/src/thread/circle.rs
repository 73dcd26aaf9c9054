//! Circles of references.

use crate::text::order::{pack, sort, unpack};

/// What is known of an item on the way.
#[derive(Clone, Copy, Default)]
struct Visit {
    /// When it was come to, counted from 1; 0 is not yet.
    order: usize,
    /// The earliest item known to be reached from here that can still be in a circle with it.
    low: usize,
    /// How many of its references have been followed.
    followed: usize,
    /// Whether the circle that it is in may still grow.
    is_open: bool,
}

/// The sets of three items or more in which references lead from each to every other, by Tarjan's
/// algorithm. It goes its way on a stack of its own, so that no plan is too deep for it, and follows
/// each reference once.
pub(super) fn circles(references: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut visits = vec![Visit::default(); references.len()];
    let mut circles = Vec::new();
    let (mut open, mut path) = (Vec::new(), Vec::new());
    let mut come_to = 0;
    for root in 0..references.len() {
        path.push(root);
        if visits.get(root).is_some_and(|visit| visit.order > 0) {
            path.clear();
        }
        while let Some(&item) = path.last() {
            let Some(visit) = visits.get_mut(item) else { break };
            if visit.order == 0 {
                come_to += 1;
                *visit = Visit { order: come_to, low: come_to, followed: 0, is_open: true };
                open.push(item);
            }
            let next = references.get(item).and_then(|next| next.get(visit.followed));
            visit.followed += 1;
            if let Some(&next) = next {
                match visits.get(next).copied().unwrap_or_default() {
                    Visit { order: 0, .. } => path.push(next),
                    Visit { order, is_open: true, .. } => reach(&mut visits, item, order),
                    Visit { .. } => {}
                }
                continue;
            }
            let Visit { order, low, .. } = *visit;
            path.pop();
            if let Some(&before) = path.last() {
                reach(&mut visits, before, low);
            }
            if low == order {
                circles.extend(close(&mut visits, &mut open, item));
            }
        }
    }
    // No item is in two circles, so the first of each tells them apart.
    let first =
        |(at, circle): (usize, &Vec<usize>)| pack([0, *circle.first().unwrap_or(&0), 0, at]);
    let mut order: Vec<u64> = circles.iter().enumerate().map(first).collect();
    sort(&mut order);
    let circle = |key: u64| circles.get_mut(unpack(key)[3]).map(std::mem::take);
    order.into_iter().filter_map(circle).collect()
}

fn reach(visits: &mut [Visit], from: usize, order: usize) {
    if let Some(visit) = visits.get_mut(from) {
        visit.low = visit.low.min(order);
    }
}

/// Takes out the items that were come to since one, which are in a circle with it.
fn close(visits: &mut [Visit], open: &mut Vec<usize>, first: usize) -> Option<Vec<usize>> {
    let mut circle = Vec::new();
    while let Some(item) = open.pop() {
        if let Some(visit) = visits.get_mut(item) {
            visit.is_open = false;
        }
        circle.push(item);
        if item == first {
            break;
        }
    }
    let mut order: Vec<u64> = circle.into_iter().map(|item| pack([0, 0, 0, item])).collect();
    sort(&mut order);
    (order.len() > 2).then(|| order.into_iter().map(|key| unpack(key)[3]).collect())
}
