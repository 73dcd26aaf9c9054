//! Packages (`zip`), in which new parts are stored without compression, and others are kept as they are.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// The checksum of a part: a table of 1 kB, where a faster one would take 16.
pub(crate) static CHECKSUM: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// The version of the format that a reader must know: 2.0.
const VERSION: [u8; 2] = [20, 0];

/// The time of a new part: the first of 1980, the start of the format's calendar.
pub(crate) const NO_TIME: [u8; 4] = [0, 0, 0x21, 0];

/// A package as it is being written. What it returns nothing for would be over the 4 GB and 65,535 parts of a package.
#[derive(Default)]
pub(crate) struct Packing {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

/// A package of some parts, each a name and its bytes.
pub(crate) fn pack(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut packing = Packing::default();
    for (name, bytes) in parts {
        packing.add(name, NO_TIME, bytes)?;
    }
    packing.finish()
}

impl Packing {
    /// Adds an entry as it is, with its record in the directory.
    #[cfg(feature = "readers")]
    pub(crate) fn keep(&mut self, record: &[u8], bytes: &[u8]) -> Option<()> {
        let start = length(self.bytes.len())?;
        self.count = self.count.checked_add(1)?;
        let (before, rest) = record.split_at_checked(42)?;
        let (place, behind) = rest.split_at_checked(4)?;
        // The place stands elsewhere in packages of over 4 GB.
        if place == [0xFF; 4] {
            return None;
        }
        self.bytes.extend_from_slice(bytes);
        for part in [before, &start, behind] {
            self.directory.extend_from_slice(part);
        }
        Some(())
    }

    /// Adds a part.
    pub(crate) fn add(&mut self, name: &str, time: [u8; 4], bytes: &[u8]) -> Option<()> {
        let start = length(self.bytes.len())?;
        self.count = self.count.checked_add(1)?;
        let name_length = u16::try_from(name.len()).ok()?;
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
        Some(())
    }

    /// The package, with its directory.
    pub(crate) fn finish(mut self) -> Option<Vec<u8>> {
        let (start, size) = (length(self.bytes.len())?, length(self.directory.len())?);
        let count = self.count.to_le_bytes();
        self.bytes.append(&mut self.directory);
        for part in [b"PK\x05\x06", &[0; 4][..], &count, &count, &size, &start, &[0; 2]] {
            self.bytes.extend_from_slice(part);
        }
        Some(self.bytes)
    }
}

fn length(count: usize) -> Option<[u8; 4]> {
    u32::try_from(count).map(u32::to_le_bytes).ok()
}
