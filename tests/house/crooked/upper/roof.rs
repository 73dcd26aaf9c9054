//! The roof stands on the wall.

use super::wall;

pub struct Roof;

pub fn weight() -> u32 {
    wall::height()
}
