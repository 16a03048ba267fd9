//! The levels and skills of a call.

use super::inspection::Inspection;
use super::known::Kind;
use super::library::Library;
use crate::id::FactId;
use crate::level::Level;
use crate::pack::at::At;
use crate::pack::model::{LevelChanges, PartialTemperament};
use crate::pack::raw::{Name, RawCall, RawLevel};
use std::collections::{BTreeMap, BTreeSet};

impl<'s> Inspection<'s> {
    /// Checks names of skills; one named twice is told.
    pub fn skills(&mut self, names: &[Name<'s>]) -> Vec<String> {
        let known = crate::pack::skills();
        let mut chosen = Vec::new();
        for name in names {
            let choices = known.iter().map(|skill| (skill.id.as_str(), ()));
            if self.choose(Kind::Skill, name, choices).is_some() {
                if chosen.contains(&name.value) {
                    self.error(name.slice, "P108", &[("name", &name.value)]);
                }
                chosen.push(name.value.clone());
            }
        }
        chosen
    }

    /// Checks what a call says about its levels.
    pub fn levels(
        &mut self,
        raw: &RawCall<'s>,
        customer: &str,
        library: &Library<'s>,
    ) -> BTreeMap<Level, LevelChanges> {
        let mut levels = BTreeMap::new();
        for (level, raw) in [(Level::Gentle, &raw.levels.gentle), (Level::Demanding, &raw.levels.demanding)] {
            if let Some(raw) = raw {
                levels.insert(level, self.level(raw, customer, library));
            }
        }
        levels
    }

    fn level(&mut self, raw: &RawLevel<'s>, customer: &str, library: &Library<'s>) -> LevelChanges {
        let mut part = |number: &Option<At<'s, u8>>, least: u8| number.as_ref().map(|at| self.within(at, least, 100));
        let temperament = PartialTemperament {
            patience: part(&raw.temperament.patience, 1),
            trust: part(&raw.temperament.trust, 0),
            confusion: part(&raw.temperament.confusion, 0),
            interest: part(&raw.temperament.interest, 0),
            talkativeness: part(&raw.temperament.talkativeness, 0),
        };
        let volunteers = self.level_facts(&raw.volunteers, customer);
        for name in &raw.withholds {
            if volunteers.contains(name.value.as_str()) {
                self.error(name.slice, "P341", &[("name", &name.value)]);
            }
            if cannot_be_asked_for(library, customer, &name.value) {
                self.warn(name.slice, "P340", &[("name", &name.value)]);
            }
        }
        LevelChanges { temperament, withholds: self.level_facts(&raw.withholds, customer), volunteers }
    }

    fn level_facts(&mut self, names: &[Name<'s>], customer: &str) -> BTreeSet<FactId> {
        for name in names {
            self.refer(Kind::Fact, customer, name);
        }
        names.iter().map(|name| FactId::new(&name.value)).collect()
    }
}

fn cannot_be_asked_for(library: &Library<'_>, persona: &str, fact: &str) -> bool {
    let Some((_, Ok(persona))) = library.personas.get(persona) else { return false };
    let facts = persona.facts.iter().filter_map(|piece| piece.value.as_ref().ok());
    facts.into_iter().any(|raw| raw.id.value == fact && raw.asked.0.is_empty() && !raw.identifies)
}
