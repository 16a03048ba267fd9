//! The packs that were found: playable ones, and those that are not, with their reports.

use crate::diagnostic::Report;
use crate::pack::model::Pack;
use crate::pack::{self, Origin};
use std::path::PathBuf;
use std::sync::Arc;

/// A pack that cannot be played.
#[derive(Debug)]
pub struct Broken {
    /// Name of its folder.
    pub name: String,
    /// Why it cannot be played.
    pub report: Report,
}

/// All packs found.
#[derive(Debug, Default)]
pub struct Shelf {
    /// Those that can be played, in the order of their folders' names.
    pub packs: Vec<Arc<Pack>>,
    /// Those that cannot, in the same order.
    pub broken: Vec<Broken>,
}

impl Shelf {
    /// Reads the packs below these folders and those in the program; a folder hides a pack of the same name in the program.
    pub fn read(roots: &[PathBuf]) -> Shelf {
        let mut origins: Vec<Origin> = Vec::new();
        for origin in pack::find(roots).into_iter().chain(pack::built_in()) {
            if origins.iter().all(|other| other.name() != origin.name()) {
                origins.push(origin);
            }
        }
        origins.sort_by_key(Origin::name);
        let mut shelf = Shelf::default();
        for origin in origins {
            match pack::load_from(&origin) {
                (Some(pack), _) => shelf.packs.push(Arc::new(pack)),
                (None, report) => shelf.broken.push(Broken { name: origin.name(), report }),
            }
        }
        shelf
    }

    /// The pack of that id.
    pub fn pack(&self, id: &str) -> Option<&Arc<Pack>> {
        self.packs.iter().find(|pack| pack.id.as_str() == id)
    }
}
