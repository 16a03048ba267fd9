//! Files on disk → a checked, immutable `Pack`, or a report of everything that is wrong with it.

mod at;
pub mod fields;
pub mod model;
pub mod raw;
mod read;
pub mod stock;
pub mod variation;

use crate::diagnostic::Report;
use std::path::Path;

/// Loads and checks a pack from a folder. The report may hold warnings even when there is a pack.
pub fn load(_folder: &Path) -> (Option<model::Pack>, Report) {
    todo!()
}

/// Reads a text with names in braces.
pub fn template(_text: &str) -> model::Template {
    todo!()
}
