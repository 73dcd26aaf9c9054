//! Circles of references.

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
    circles.sort_unstable();
    circles
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
    circle.sort_unstable();
    (circle.len() > 2).then_some(circle)
}
