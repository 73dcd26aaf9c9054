//! The Rust example of README.md, run as a documentation test.

#![doc = include_str!("../../README.md")]
