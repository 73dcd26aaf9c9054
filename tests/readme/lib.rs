//! The Rust examples of `docs/rust.md`, run as documentation tests.

#![doc = include_str!("../../docs/rust.md")]
