//! `coverage.ron`

use super::inspection::Inspection;
use super::known::Kind;
use super::library::Library;
use crate::id::LineId;
use std::collections::BTreeMap;

impl<'s> Inspection<'s> {
    /// Checks the explanations of what robots cannot reach. Explaining a line is not using it.
    pub fn explained(&mut self, library: &Library<'s>) -> BTreeMap<LineId, String> {
        let mut explained = BTreeMap::new();
        match &library.coverage {
            Some(Ok(raw)) => {
                for (line, why) in &raw.explained.0 {
                    if !self.known.has(Kind::Line, "", &line.value) {
                        self.refer(Kind::Line, "", line);
                    }
                    if why.value.trim().is_empty() {
                        self.error(why.slice, "P411", &[]);
                    }
                    if explained.insert(LineId::new(&line.value), why.value.clone()).is_some() {
                        self.error(line.slice, "P108", &[("name", &line.value)]);
                    }
                }
            }
            Some(Err(fault)) => self.fault(fault),
            None => {}
        }
        explained
    }
}
