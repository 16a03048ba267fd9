//! What nothing refers to: probably forgotten or misspelt.

use super::inspection::Inspection;
use super::known::Kind;
use super::library::Library;

/// Kinds worth a warning. Facts are used by being asked for; steps, outcomes and plays by being there.
const KINDS: [Kind; 6] = [Kind::Line, Kind::Persona, Kind::Objection, Kind::Intent, Kind::Script, Kind::Scorecard];

impl<'s> Inspection<'s> {
    /// Warns of unused names. Runs last; not when something could not be read, for it may be what uses them.
    pub fn unused(&mut self, library: &Library<'s>) {
        if self.broken || library.pack.is_none() {
            return;
        }
        let mut unused: Vec<(Kind, String, &'s str)> = Vec::new();
        for kind in KINDS {
            for (_, table) in self.known.of_kind(kind) {
                for (name, slice) in &table.names {
                    if !table.used.contains(name) && !(kind == Kind::Line && self.replaces_stock(name)) {
                        unused.push((kind, name.clone(), slice));
                    }
                }
            }
        }
        for (kind, name, slice) in unused {
            self.warn(slice, "P408", &[("kind", kind.name()), ("name", &name)]);
        }
    }
}
