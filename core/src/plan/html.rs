//! Reading HTML as it is pasted.

mod look;
mod read;
mod tokens;

pub(super) use read::read_html;
