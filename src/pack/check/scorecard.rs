//! `scorecards/<id>.ron`

use super::inspection::Inspection;
use super::known::Kind;
use super::library::Library;
use crate::id::CheckId;
use crate::pack::builtin;
use crate::pack::model::{CheckChange, ScorecardChanges};
use crate::pack::raw::RawScorecard;
use std::collections::{BTreeMap, BTreeSet};

/// The dimensions that have weights.
const DIMENSIONS: [&str; 5] = ["listening", "script_use", "objection_handling", "crm_data_entry", "time_management"];

impl<'s> Inspection<'s> {
    /// Checks all scorecards.
    pub fn scorecards(&mut self, library: &Library<'s>) -> BTreeMap<String, ScorecardChanges> {
        let mut scorecards = BTreeMap::new();
        for (id, (_, raw)) in &library.scorecards {
            if let Ok(raw) = raw {
                scorecards.insert((*id).to_owned(), self.scorecard(raw));
            }
        }
        scorecards
    }

    fn scorecard(&mut self, raw: &RawScorecard<'s>) -> ScorecardChanges {
        self.faults(&raw.checks);
        let mut weights = BTreeMap::new();
        for (name, weight) in &raw.weights.0 {
            let weight = self.within(weight, 0, 100);
            if self.choose(Kind::Dimension, name, DIMENSIONS.map(|name| (name, ()))).is_some()
                && weights.insert(name.value.clone(), weight).is_some()
            {
                self.error(name.slice, "P108", &[("name", &name.value)]);
            }
        }
        let known = builtin::checks();
        let mut seen = BTreeSet::new();
        let mut checks = Vec::new();
        for check in self.readable(&raw.checks) {
            if !known.is_empty() {
                let _ = self.choose(Kind::Check, &check.id, known.iter().map(|name| (name.as_str(), ())));
            }
            if !seen.insert(&check.id.value) {
                self.error(check.id.slice, "P108", &[("name", &check.id.value)]);
            }
            checks.push(CheckChange {
                id: CheckId::new(&check.id.value),
                weight: check.weight.as_ref().map(|weight| self.within(weight, 0, 100)),
                off: check.off,
                critical: check.critical,
            });
        }
        ScorecardChanges { weights, pass_mark: raw.pass_mark.as_ref().map(|mark| self.within(mark, 1, 100)), checks }
    }
}
