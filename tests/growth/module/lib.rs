//! The functions of the core that take a text of any size, as a module of WebAssembly without a host: an interpreter
//! counts its instructions.

use std::sync::{Mutex, PoisonError};

mod functions;

/// What a function is given: a line with its name and an argument, and its input behind.
static GIVEN: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Makes room for what is given, and returns where it is.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    let mut given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    given.clear();
    given.resize(length, 0);
    given.as_mut_ptr()
}

/// Runs the function that the first line names, and returns the length of what it gives.
#[unsafe(no_mangle)]
pub extern "C" fn run() -> usize {
    let given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    let text = std::str::from_utf8(&given).unwrap_or_default();
    let (head, input) = text.split_once('\n').unwrap_or_default();
    functions::run(head, input)
}
