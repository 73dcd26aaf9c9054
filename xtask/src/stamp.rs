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

fn add_path(hasher: &mut DefaultHasher, root: &Path, path: &str) -> io::Result<()> {
    let full = root.join(path);
    add_part(hasher, path.as_bytes());
    if full.is_file() {
        add_part(hasher, &fs::read(&full)?);
    } else if full.is_dir() {
        let entries = fs::read_dir(&full)?.map(|entry| Ok(entry?.file_name()));
        let mut names = entries.collect::<io::Result<Vec<_>>>()?;
        names.sort();
        for name in names {
            let name = name.to_string_lossy();
            if !MADE.contains(&&*name) {
                add_path(hasher, root, &format!("{path}/{name}"))?;
            }
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
pub(crate) mod tests {
    use super::*;
    use std::path::PathBuf;

    /// A folder for a test, removed at its end.
    pub(crate) struct Folder(pub(crate) PathBuf);

    impl Folder {
        pub(crate) fn new(name: &str) -> Self {
            let name = format!("xtask-{name}-{}", std::process::id());
            let folder = std::env::temp_dir().join(name);
            fs::create_dir_all(&folder).expect("a folder");
            Self(folder)
        }

        pub(crate) fn write(&self, path: &str, content: &str) {
            let file = self.0.join(path);
            fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
            fs::write(file, content).expect("a file");
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
        let of = |more: &[String]| fingerprint(&folder.0, &["core"], more).expect("a fingerprint");
        folder.write("core/src/lib.rs", "one");
        let first = of(&[]);

        folder.write("core/src/lib.rs", "one");
        assert_eq!(of(&[]), first, "written again");
        assert_ne!(of(&["flags".to_owned()]), first, "other flags");
        folder.write("core/src/lib.rs", "two");
        assert_ne!(of(&[]), first, "changed");
        folder.write("core/src/lib.rs", "one");
        folder.write("core/src/more.rs", "");
        assert_ne!(of(&[]), first, "an empty file added");
    }

    #[test]
    fn products_are_left_out_unless_asked_for() {
        let folder = Folder::new("made");
        let of = |path| fingerprint(&folder.0, &[path], &[]).expect("a fingerprint");
        folder.write("wasm/js/index.ts", "source");
        let (sources, nothing_made) = (of("wasm"), of("wasm/dist"));

        folder.write("wasm/dist/index.js", "made");
        folder.write("wasm/node_modules/a/index.js", "installed");
        assert_eq!(of("wasm"), sources);
        assert_ne!(of("wasm/dist"), nothing_made);
    }
}
