//! A Word file written again with some parts changed.

use super::package::Package;
use crate::plan::problem::PlanProblem;
use crate::text::order::sort;
use crate::text::package::{NO_TIME, Packing};

impl Package<'_> {
    /// The package with some parts in place of those with their names, or behind all others. Every other part keeps
    /// its header, its packed bytes and its place.
    pub(super) fn with_parts(
        &self,
        mut parts: Vec<(String, Vec<u8>)>,
    ) -> Result<Vec<u8>, PlanProblem> {
        let entries = self.entries.rows().iter();
        let starts = entries.map(|entry| entry.start).chain([self.directory_start()]);
        let mut starts: Vec<u64> = starts.map(|start| start as u64).collect();
        sort(&mut starts);
        let mut packing = Packing::default();
        for (number, entry) in self.entries.iter() {
            let record = self.bytes.get(entry.record.clone()).ok_or(PlanProblem::Damaged)?;
            let place = parts.iter().position(|(name, _)| self.number(name) == Some(number));
            if let Some(place) = place {
                let (name, bytes) = parts.remove(place);
                let time = record.get(12..16).and_then(|time| time.try_into().ok());
                packing.add(&name, time.unwrap_or(NO_TIME), &bytes).ok_or(PlanProblem::TooLarge)?;
                continue;
            }
            // What stands behind the packed bytes, a descriptor, belongs to them.
            let next = starts.partition_point(|start| *start <= entry.start as u64);
            let end = starts.get(next).and_then(|end| usize::try_from(*end).ok());
            let end = end.ok_or(PlanProblem::Damaged)?;
            // Parts that share bytes are a trick to make a small file unpack to a large one.
            if entry.packed.end > end {
                return Err(PlanProblem::Damaged);
            }
            let bytes = self.bytes.get(entry.start..end).ok_or(PlanProblem::Damaged)?;
            packing.keep(record, bytes).ok_or(PlanProblem::Damaged)?;
        }
        for (name, bytes) in parts {
            packing.add(&name, NO_TIME, &bytes).ok_or(PlanProblem::TooLarge)?;
        }
        packing.finish().ok_or(PlanProblem::TooLarge)
    }
}
