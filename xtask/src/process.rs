//! Child processes that outlive neither their time limit nor this program.
//!
//! Each child leads a new process group, so that the processes it starts (compilers,
//! package scripts, browsers) are ended with it.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::checkout::Checkout;

/// Between asking a group to end and ending it.
const GRACE: Duration = Duration::from_secs(5);
/// The lines of a failed command's log that are shown.
const LAST_LINES: usize = 50;

/// The status that a shell reports for a program ended by Ctrl-C.
const INTERRUPTED_CODE: i32 = 130;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// A command whose output matters only when it fails.
pub(crate) struct Errand<'a> {
    /// The errand in one line.
    pub(crate) announcement: String,
    /// The log is `<name>.log`.
    pub(crate) name: String,
    pub(crate) command: Command,
    pub(crate) limit: Duration,
    /// The server outside this machine that it needs: "the npm registry". Empty without one.
    pub(crate) server: &'a str,
    /// The remedy when the server is out of reach: an imperative without a full stop.
    pub(crate) instead: &'a str,
}

/// Runs an errand, its output going to a log, and prints how long it took.
pub(crate) fn run_errand(checkout: &Checkout, errand: Errand) -> anyhow::Result<()> {
    let Errand { announcement, name, mut command, limit, server, instead } = errand;
    println!("{announcement}");
    let start = Instant::now();
    let log = checkout.notes().join(format!("{name}.log"));
    let (out, err) = fs::create_dir_all(checkout.notes())
        .and_then(|()| File::create(&log))
        .and_then(|file| Ok((file.try_clone()?, file)))
        .with_context(|| format!("could not write {}", log.display()))?;
    command.stdout(out).stderr(err);
    if let Err(error) = run_shown(command, limit) {
        let output = fs::read(&log).unwrap_or_default();
        let output = String::from_utf8_lossy(&output);
        let passed_over = output.lines().count().saturating_sub(LAST_LINES);
        output.lines().skip(passed_over).for_each(|line| eprintln!("{line}"));
        let advice = match server {
            "" => String::new(),
            _ => format!("\nif {server} cannot be reached: {instead}"),
        };
        bail!("{error:#}; its output is in {}{advice}", log.display());
    }
    println!("  took {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Runs a command whose output is the point of it.
pub(crate) fn run_shown(mut command: Command, limit: Duration) -> anyhow::Result<()> {
    let spelled = spelled(&command);
    match supervise(&mut command, limit, GRACE)
        .with_context(|| format!("could not start `{spelled}`"))?
    {
        Some(status) if status.success() => Ok(()),
        Some(status) => bail!("`{spelled}` failed ({status})"),
        None => bail!("`{spelled}` was stopped after {} s", limit.as_secs()),
    }
}

/// From now on an interrupt, or a signal to end, ends the running child first.
pub(crate) fn end_children_on_interrupt() -> anyhow::Result<()> {
    ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::Relaxed))
        .context("could not listen for Ctrl-C")
}

/// The command as one would type it, with the variables that make a difference.
pub(crate) fn spelled(command: &Command) -> String {
    let variables = command
        .get_envs()
        .filter(|(name, _)| *name != "PATH" && *name != "npm_config_update_notifier")
        .filter_map(|(name, value)| Some((name.to_string_lossy(), quoted(value?))))
        .map(|(name, value)| format!("{name}={value}"));
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(program).chain(command.get_args()).map(quoted);
    variables.chain(words).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    if word.contains(' ') { format!("'{word}'") } else { word.into_owned() }
}

/// Runs a command to its end, or ends it and all it started at the limit, and then has no status.
fn supervise(
    command: &mut Command,
    limit: Duration,
    grace: Duration,
) -> io::Result<Option<ExitStatus>> {
    // A group in the background that reads from the terminal would be stopped by it.
    command.stdin(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);

    let start = Instant::now();
    let mut child = command.spawn()?;
    let status = wait_until(&mut child, || is_interrupted() || start.elapsed() >= limit)?;
    if status.is_none() {
        end(&mut child, grace)?;
    }
    if is_interrupted() {
        std::process::exit(INTERRUPTED_CODE);
    }
    Ok(status)
}

fn is_interrupted() -> bool {
    INTERRUPTED.load(Ordering::Relaxed)
}

/// The child's status, or nothing when the waiting was over first.
fn wait_until(child: &mut Child, is_over: impl Fn() -> bool) -> io::Result<Option<ExitStatus>> {
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if is_over() {
            return Ok(None);
        }
        sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(50));
    }
}

/// Ends a child and its group, politely first. Returns even where the system does not let us
/// (a child that runs as another user): waiting for it would be the hang that limits prevent.
fn end(child: &mut Child, grace: Duration) -> io::Result<()> {
    for signal in ["TERM", "KILL"] {
        // The second time even when the leader is gone: others of its group may still run.
        signal_group(child.id(), signal);
        let start = Instant::now();
        wait_until(child, || start.elapsed() >= grace)?;
    }
    // For a system without process groups; an error here means that the child has ended.
    let _ = child.kill();
    Ok(())
}

fn signal_group(group: u32, signal: &str) {
    // Every machine has the `kill` of its shell, and not every one the program of that name.
    // It fails when the group has ended, as intended.
    let _ = Command::new("sh")
        .args(["-c", "kill -s \"$0\" -- \"-$1\"", signal])
        .arg(group.to_string())
        .stderr(Stdio::null())
        .status();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::tests::Folder;
    use std::io::Read;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    /// Runs a script that would last a minute; true when nothing of it is left soon after the
    /// limit. The pipe ends only when the last process that holds it has ended.
    #[track_caller]
    fn check_ended(script: &str) {
        let start = Instant::now();
        let (mut reader, writer) = io::pipe().expect("a pipe");
        let mut command = shell(script);
        command.stdout(writer);
        let tenth = Duration::from_millis(100);
        let status = supervise(&mut command, tenth, tenth).expect("sh starts");
        drop(command);
        assert_eq!(status, None);
        reader.read_to_end(&mut Vec::new()).expect("the pipe ends");
        assert!(start.elapsed() < Duration::from_secs(30), "{script}");
    }

    #[test]
    fn the_limit_ends_the_child() {
        check_ended("exec sleep 60");
    }

    #[test]
    fn the_limit_ends_the_children_of_the_child() {
        check_ended("sleep 60 & sleep 60 & wait");
    }

    #[test]
    fn the_limit_ends_a_child_that_refuses_to_end() {
        check_ended("trap '' TERM; sleep 60 & sleep 60; sleep 60");
    }

    #[test]
    fn the_limit_ends_processes_left_by_a_child_that_obeys() {
        check_ended("(trap '' TERM; sleep 60; sleep 60) & exec sleep 60");
    }

    #[test]
    fn a_shown_command_fails_by_its_own_status_or_the_limit() {
        let run = |script: &str, limit: u64| {
            run_shown(shell(script), Duration::from_secs(limit)).map_err(|error| error.to_string())
        };
        assert_eq!(run("true", 60), Ok(()));
        assert_eq!(run("exit 7", 60), Err("`sh -c 'exit 7'` failed (exit status: 7)".to_owned()));
        assert_eq!(
            run("exec sleep 60", 1),
            Err("`sh -c 'exec sleep 60'` was stopped after 1 s".to_owned())
        );
    }

    #[test]
    fn a_failed_errand_names_the_failure_and_the_remedy() {
        let folder = Folder::new("errand");
        let checkout = Checkout::at(&folder.0);
        let run = |script: &str, limit: u64| {
            let errand = Errand {
                announcement: "an errand for the test".to_owned(),
                name: "errand".to_owned(),
                command: shell(script),
                limit: Duration::from_secs(limit),
                server: "the moon",
                instead: "do it by hand",
            };
            run_errand(&checkout, errand).map_err(|error| error.to_string())
        };
        let log = checkout.notes().join("errand.log");
        let place = log.display();

        assert_eq!(run("true", 60), Ok(()));
        assert_eq!(
            run("echo one; echo two >&2; exit 3", 60),
            Err(format!(
                "`sh -c 'echo one; echo two >&2; exit 3'` failed (exit status: 3); its output is \
                 in {place}\nif the moon cannot be reached: do it by hand"
            ))
        );
        assert_eq!(fs::read_to_string(&log).expect("a log"), "one\ntwo\n");
        assert_eq!(
            run("exec sleep 60", 1),
            Err(format!(
                "`sh -c 'exec sleep 60'` was stopped after 1 s; its output is in {place}\n\
                 if the moon cannot be reached: do it by hand"
            ))
        );
    }

    #[test]
    fn a_command_is_spelled_as_typed() {
        let mut command = Command::new("/some/where/cargo");
        command.args(["doc", "--no-deps"]).env("PATH", "/some/where");
        assert_eq!(spelled(&command), "cargo doc --no-deps");
        command.env("RUSTDOCFLAGS", "-D warnings");
        assert_eq!(spelled(&command), "RUSTDOCFLAGS='-D warnings' cargo doc --no-deps");
    }
}
