//! The working copy, and the commands that are run in it: lines for the shell, as one would type them in its root.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, bail};

/// The root folder, and the folders that are searched for programs.
pub(crate) struct Checkout {
    root: PathBuf,
    path: OsString,
}

impl Checkout {
    pub(crate) fn from_environment() -> anyhow::Result<Self> {
        // Cargo sets the variable at run time, so that a moved or shared binary still works in the folder it was
        // called from.
        let member = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = member.parent().context("the folder of xtask has no parent")?.to_owned();
        // First the packages of the lock file, then what `cargo install` has just written, whose folder may not be
        // on PATH. Last the cargo that runs this, which may have been called by its full path.
        let first = [root.join("node_modules/.bin"), cargo_home().join("bin")];
        let last =
            env::var_os("CARGO").and_then(|cargo| Some(Path::new(&cargo).parent()?.to_owned()));
        let given = env::var_os("PATH").unwrap_or_default();
        let folders = first.into_iter().chain(env::split_paths(&given)).chain(last);
        let path = env::join_paths(folders).context("a folder with a colon cannot be on PATH")?;
        Ok(Self { root, path })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A line for the shell. Arguments that are added to the command are `"$@"` in the line.
    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", line, "sh"]).current_dir(&self.root).env("PATH", &self.path);
        // npm would otherwise ask its registry for a newer npm.
        command.env("npm_config_update_notifier", "false");
        command
    }

    /// What a line prints, if it succeeds.
    pub(crate) fn printed(&self, line: &str) -> Option<String> {
        let output = self.command(line).output().ok().filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        self.printed(&format!("command -v {program}")).map(PathBuf::from)
    }
}

/// The folder of cargo, in which it keeps crates and installs programs.
pub(crate) fn cargo_home() -> PathBuf {
    let usual = || env::home_dir().unwrap_or_default().join(".cargo");
    env::var_os("CARGO_HOME").map_or_else(usual, PathBuf::from)
}

/// Prints a command and runs it; its output is the point of it.
pub(crate) fn run_shown(mut command: Command) -> anyhow::Result<()> {
    let line = line_of(&command);
    println!("{line}");
    let status = command.status().context("could not start `sh`")?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Announces a command, runs it, and prints how long it took; its output is printed only when it fails.
pub(crate) fn run_announced(announcement: &str, mut command: Command) -> anyhow::Result<()> {
    println!("{announcement}");
    let start = Instant::now();
    let output = command.output().context("could not start `sh`")?;
    if !output.status.success() {
        for text in [output.stdout, output.stderr] {
            eprint!("{}", String::from_utf8_lossy(&text));
        }
        bail!("`{}` failed ({})", line_of(&command), output.status);
    }
    println!("  took {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn line_of(command: &Command) -> String {
    command.get_args().nth(1).unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::fs;

    /// A working copy for a test, removed at its end.
    pub(crate) struct Folder(pub(crate) Checkout);

    impl Folder {
        pub(crate) fn new(name: &str) -> Self {
            let root = env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(&root).expect("a folder");
            Self(Checkout { root, path: env::var_os("PATH").expect("a path") })
        }

        pub(crate) fn write(&self, path: &str, content: &str) {
            let file = self.0.root.join(path);
            fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
            fs::write(file, content).expect("a file");
        }

        pub(crate) fn read(&self, path: &str) -> String {
            fs::read_to_string(self.0.root.join(path)).unwrap_or_default()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0.root);
        }
    }

    #[test]
    fn a_command_fails_by_its_own_status() {
        let checkout = &Folder::new("status").0;
        for run in [run_shown, |command| run_announced("a test", command)] {
            assert!(run(checkout.command("true")).is_ok());
            let failed = run(checkout.command("exit 7")).map_err(|error| error.to_string());
            assert_eq!(failed, Err("`exit 7` failed (exit status: 7)".to_owned()));
        }
    }

    #[test]
    fn a_line_runs_in_the_root_with_the_arguments_that_are_added() {
        let folder = Folder::new("line");
        let mut command = folder.0.command("printf '%s,' \"$@\" > out");
        command.args(["a b", "c"]);
        run_shown(command).expect("it runs");
        assert_eq!(folder.read("out"), "a b,c,");
    }

    #[test]
    fn the_packages_of_the_project_come_first_on_the_path() {
        let checkout = Checkout::from_environment().expect("the checkout");
        let path = checkout.printed("printf %s \"$PATH\"").expect("a path");
        let first = checkout.root().join("node_modules/.bin");
        assert_eq!(env::split_paths(&path).next(), Some(first));
        assert!(checkout.find("cargo").is_some_and(|file| file.is_file()));
        assert_eq!(checkout.find("no-such-program"), None);
    }
}
