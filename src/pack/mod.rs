//! Files on disk → a checked, immutable `Pack`, or a report of everything that is wrong with it.

mod at;
mod builtin;
mod check;
pub mod fault;
pub mod fields;
pub mod files;
pub mod level;
pub mod model;
mod order;
pub mod raw;
mod read;
pub mod scan;
mod skill;
pub mod slots;
pub mod stock;
mod template;
pub mod variation;

pub use check::texts::disturbs;
pub use files::{Origin, built_in, find};
pub use skill::{Part as DiplomaPart, Skill, skills};

use crate::diagnostic::Report;
use files::Files;
use std::path::Path;

/// Loads and checks a pack from a folder. The report may hold warnings even when there is a pack.
pub fn load(folder: &Path) -> (Option<model::Pack>, Report) {
    load_from(&Origin::Folder(folder.to_owned()))
}

/// Loads and checks a pack from wherever it is.
pub fn load_from(origin: &Origin) -> (Option<model::Pack>, Report) {
    check::check(&Files::read(origin))
}
