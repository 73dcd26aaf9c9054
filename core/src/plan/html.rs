//! Reading HTML as it is pasted.

mod appearance;
mod read;
mod tokens;

pub(super) use read::read_html;
