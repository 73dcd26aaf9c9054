//! Stamps: the inputs and outputs of a step when it last ran, by content. File times do not count, so a
//! fresh checkout or a touched file neither repeats nor hides work.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io;
use std::path::Path;

/// Folders that hold installed or built files and no sources.
const MADE: [&str; 5] = ["node_modules", "target", "dist", "pkg", "types"];

/// One number for the content of files and folders under `root`, and for `more`.
///
/// A path that does not exist counts as such. Folders in [`MADE`] are left out, unless one is
/// itself among `paths`. The number may differ between Rust versions, which repeats the work
/// once and does no harm; it guards against forgetting, not against an attacker.
pub(crate) fn fingerprint(root: &Path, paths: &[&str], more: &[String]) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        add_path(&mut hasher, root, path)?;
    }
    for text in more {
        add_part(&mut hasher, text.as_bytes());
    }
    Ok(hasher.finish())
}

/// Whether the stamp says that exactly these inputs made exactly these outputs.
pub(crate) fn is_current(stamp: &Path, inputs: u64, outputs: u64) -> bool {
    fs::read_to_string(stamp).is_ok_and(|noted| noted == line(inputs, outputs))
}

pub(crate) fn write(stamp: &Path, inputs: u64, outputs: u64) -> io::Result<()> {
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(stamp, line(inputs, outputs))
}

fn line(inputs: u64, outputs: u64) -> String {
    format!("{inputs:016x} {outputs:016x}\n")
}

fn add_path(hasher: &mut DefaultHasher, root: &Path, path: &str) -> io::Result<()> {
    let full = root.join(path);
    add_part(hasher, path.as_bytes());
    let metadata = match fs::metadata(&full) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            add_part(hasher, b"absent");
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    if metadata.is_file() {
        add_part(hasher, &fs::read(&full)?);
        return Ok(());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(&full)? {
        names.push(entry?.file_name());
    }
    names.sort();
    for name in names {
        let name = name.to_string_lossy();
        if !MADE.contains(&&*name) {
            add_path(hasher, root, &format!("{path}/{name}"))?;
        }
    }
    Ok(())
}

/// The length goes first, so that two parts never read like one.
fn add_part(hasher: &mut DefaultHasher, bytes: &[u8]) {
    hasher.write_usize(bytes.len());
    hasher.write(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// A folder for the test, removed at its end.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let name = format!("xtask-{name}-{}", std::process::id());
            let folder = std::env::temp_dir().join(name);
            fs::create_dir_all(&folder).expect("a folder");
            Self(folder)
        }

        fn write(&self, path: &str, content: &str) {
            let file = self.0.join(path);
            fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
            fs::write(file, content).expect("a file");
        }

        fn fingerprint(&self, paths: &[&str]) -> u64 {
            fingerprint(&self.0, paths, &[]).expect("a fingerprint")
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn content_and_names_count_and_times_do_not() {
        let folder = Folder::new("content");
        folder.write("core/src/lib.rs", "one");
        let first = folder.fingerprint(&["core"]);

        folder.write("core/src/lib.rs", "one");
        assert_eq!(folder.fingerprint(&["core"]), first, "written again");

        folder.write("core/src/lib.rs", "two");
        assert_ne!(folder.fingerprint(&["core"]), first, "changed");

        folder.write("core/src/lib.rs", "one");
        folder.write("core/src/more.rs", "");
        assert_ne!(folder.fingerprint(&["core"]), first, "an empty file added");

        let more = fingerprint(&folder.0, &["core"], &["flags".to_owned()]).expect("a fingerprint");
        assert_ne!(more, folder.fingerprint(&["core"]), "other flags");
    }

    #[test]
    fn products_are_left_out_unless_asked_for() {
        let folder = Folder::new("made");
        folder.write("wasm/js/index.ts", "source");
        let sources = folder.fingerprint(&["wasm"]);
        let nothing_made = folder.fingerprint(&["wasm/dist"]);

        folder.write("wasm/dist/index.js", "made");
        folder.write("wasm/node_modules/a/index.js", "installed");
        assert_eq!(folder.fingerprint(&["wasm"]), sources);
        assert_ne!(folder.fingerprint(&["wasm/dist"]), nothing_made);
    }

    #[test]
    fn a_stamp_is_current_for_its_inputs_and_outputs_only() {
        let folder = Folder::new("stamp");
        let stamp = folder.0.join("deep/wasm.stamp");
        assert!(!is_current(&stamp, 1, 2), "no stamp yet");
        write(&stamp, 1, 2).expect("a stamp");
        assert!(is_current(&stamp, 1, 2));
        assert!(!is_current(&stamp, 3, 2), "other inputs");
        assert!(!is_current(&stamp, 1, 3), "other outputs");
    }
}
