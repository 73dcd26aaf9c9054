//! Whether the program was started without a standard output, as a shell does for `>&-`.

use std::io;

/// Whether standard output was closed when the program was started. Rust's runtime opens `/dev/null` in its place, so
/// only what runs before it can know.
#[cfg(unix)]
static WAS_CLOSED: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);

#[cfg(unix)]
#[ctor::ctor(unsafe)]
fn note_a_closed_output() {
    let is_closed = rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_err();
    WAS_CLOSED.store(is_closed, std::sync::atomic::Ordering::Relaxed);
}

/// Expects that there is an output to write to.
pub(crate) fn expect_open() -> io::Result<()> {
    #[cfg(unix)]
    if WAS_CLOSED.load(std::sync::atomic::Ordering::Relaxed) {
        return Err(io::Error::other("it is closed"));
    }
    Ok(())
}
