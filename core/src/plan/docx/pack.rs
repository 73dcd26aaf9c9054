//! Writing a package: parts that are new or changed are stored without compression, all others stay as they are.

use super::package::{CHECKSUM, Package};
use crate::plan::problem::PlanProblem;

/// The version of the format that a reader must know: 2.0.
const VERSION: [u8; 2] = [20, 0];

/// The time of a new part: the first of 1980, the start of the format's calendar.
const NO_TIME: [u8; 4] = [0, 0, 0x21, 0];

/// A package as it is being written.
#[derive(Default)]
struct Packing {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

/// A package of some parts, each a name and its bytes.
pub(crate) fn pack(parts: &[(&str, &[u8])]) -> Result<Vec<u8>, PlanProblem> {
    let mut packing = Packing::default();
    for (name, bytes) in parts {
        packing.add(name, NO_TIME, bytes)?;
    }
    packing.finish()
}

impl Package<'_> {
    /// The package with some parts in place of those with their names, or behind all others. Every other part keeps
    /// its header, its packed bytes and its place.
    pub(super) fn with_parts(
        &self,
        mut parts: Vec<(String, Vec<u8>)>,
    ) -> Result<Vec<u8>, PlanProblem> {
        let mut starts: Vec<usize> = self.entries.iter().map(|entry| entry.start).collect();
        starts.push(self.directory_start());
        starts.sort_unstable();
        let mut packing = Packing::default();
        for (number, entry) in self.entries.iter().enumerate() {
            let record = self.bytes.get(entry.record.clone()).ok_or(PlanProblem::Damaged)?;
            let place = parts.iter().position(|(name, _)| self.number(name) == Some(number));
            if let Some(place) = place {
                let (name, bytes) = parts.remove(place);
                let time = record.get(12..16).and_then(|time| time.try_into().ok());
                packing.add(&name, time.unwrap_or(NO_TIME), &bytes)?;
                continue;
            }
            // What stands behind the packed bytes, a descriptor, belongs to them.
            let next = starts.partition_point(|start| *start <= entry.start);
            let end = *starts.get(next).ok_or(PlanProblem::Damaged)?;
            // Parts that share bytes are a trick to make a small file unpack to a large one.
            if entry.packed.end > end {
                return Err(PlanProblem::Damaged);
            }
            let bytes = self.bytes.get(entry.start..end).ok_or(PlanProblem::Damaged)?;
            packing.keep(record, bytes)?;
        }
        for (name, bytes) in parts {
            packing.add(&name, NO_TIME, &bytes)?;
        }
        packing.finish()
    }
}

impl Packing {
    /// Adds an entry as it is, with its record in the directory.
    fn keep(&mut self, record: &[u8], bytes: &[u8]) -> Result<(), PlanProblem> {
        let start = length(self.bytes.len())?;
        self.count = self.count.checked_add(1).ok_or(PlanProblem::TooLarge)?;
        let (before, rest) = record.split_at_checked(42).ok_or(PlanProblem::Damaged)?;
        let (place, behind) = rest.split_at_checked(4).ok_or(PlanProblem::Damaged)?;
        // The place stands elsewhere in packages of over 4 GB.
        if place == [0xFF; 4] {
            return Err(PlanProblem::Damaged);
        }
        self.bytes.extend_from_slice(bytes);
        for part in [before, &start, behind] {
            self.directory.extend_from_slice(part);
        }
        Ok(())
    }

    /// Adds a part.
    fn add(&mut self, name: &str, time: [u8; 4], bytes: &[u8]) -> Result<(), PlanProblem> {
        let start = length(self.bytes.len())?;
        self.count = self.count.checked_add(1).ok_or(PlanProblem::TooLarge)?;
        let name_length = u16::try_from(name.len()).map_err(|_| PlanProblem::Damaged)?;
        let checksum = CHECKSUM.checksum(bytes).to_le_bytes();
        let size = length(bytes.len())?;
        // Version, flags (names are UTF-8), method (stored), time, checksum, both sizes, and the length of the name and
        // of extra fields: the same in the header and in the directory.
        let shared = [
            &VERSION[..],
            &[0, 8],
            &[0, 0],
            &time,
            &checksum,
            &size,
            &size,
            &name_length.to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        for part in [b"PK\x03\x04", &shared[..], name.as_bytes(), bytes] {
            self.bytes.extend_from_slice(part);
        }
        // Comment, disk and attributes: none.
        for part in [b"PK\x01\x02", &VERSION[..], &shared, &[0; 10], &start, name.as_bytes()] {
            self.directory.extend_from_slice(part);
        }
        Ok(())
    }

    /// The package, with its directory.
    fn finish(mut self) -> Result<Vec<u8>, PlanProblem> {
        let (start, size) = (length(self.bytes.len())?, length(self.directory.len())?);
        let count = self.count.to_le_bytes();
        self.bytes.append(&mut self.directory);
        for part in [b"PK\x05\x06", &[0; 4][..], &count, &count, &size, &start, &[0; 2]] {
            self.bytes.extend_from_slice(part);
        }
        Ok(self.bytes)
    }
}

fn length(count: usize) -> Result<[u8; 4], PlanProblem> {
    u32::try_from(count).map(u32::to_le_bytes).map_err(|_| PlanProblem::TooLarge)
}
