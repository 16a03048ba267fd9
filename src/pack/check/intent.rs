//! `intents.ron`, and lists of moves and intents wherever they stand.

use super::inspection::{ANYONE, Inspection};
use super::known::Kind;
use super::library::Library;
use crate::id::IntentId;
use crate::moves::Move;
use crate::pack::model::{Intent, Motive, Trigger};
use crate::pack::raw::Name;
use std::collections::BTreeMap;

/// Motives by name.
pub const MOTIVES: [(&str, Motive); 6] = [
    ("security", Motive::Security),
    ("pride", Motive::Pride),
    ("novelty", Motive::Novelty),
    ("comfort", Motive::Comfort),
    ("money", Motive::Money),
    ("sympathy", Motive::Sympathy),
];

impl<'s> Inspection<'s> {
    /// Checks `intents.ron`.
    pub fn intents(&mut self, library: &Library<'s>) -> BTreeMap<IntentId, Intent> {
        let Some(Ok(pieces)) = &library.intents else { return BTreeMap::new() };
        let mut intents = BTreeMap::new();
        for raw in self.readable(pieces) {
            let examples = self.phrases_everywhere(&raw.examples, raw.id.slice);
            let counter_examples = self.phrases(&raw.counter_examples);
            let id = IntentId::new(&raw.id.value);
            let intent = Intent {
                id: id.clone(),
                examples: self.templates(examples, &[ANYONE]),
                counter_examples: self.templates(counter_examples, &[ANYONE]),
                moves: self.move_list(&raw.moves),
                states: self.variable_list(&raw.states, &[ANYONE]),
                motive: raw.motive.as_ref().and_then(|name| self.choose(Kind::Motive, name, MOTIVES)),
            };
            intents.insert(id, intent);
        }
        intents
    }

    /// References to intents.
    pub fn intent_list(&mut self, names: &[Name<'s>]) -> Vec<IntentId> {
        names.iter().filter(|name| self.refer(Kind::Intent, "", name)).map(|name| IntentId::new(&name.value)).collect()
    }

    /// Moves by name.
    pub fn move_list(&mut self, names: &[Name<'s>]) -> Vec<Move> {
        let known = || Move::ALL.iter().map(|known| (known.name(), *known));
        names.iter().filter_map(|name| self.choose(Kind::Move, name, known())).collect()
    }

    /// Intents or moves by name.
    pub fn triggers(&mut self, names: &[Name<'s>]) -> Vec<Trigger> {
        names
            .iter()
            .filter_map(|name| match Move::from_name(&name.value) {
                Some(found) => Some(Trigger::Move(found)),
                None => self.refer(Kind::Intent, "", name).then(|| Trigger::Intent(IntentId::new(&name.value))),
            })
            .collect()
    }

    /// Variables or prices by name.
    pub fn variable_list(&mut self, names: &[Name<'s>], scopes: &[&str]) -> Vec<String> {
        for name in names {
            self.refer_variable(scopes, &name.value, name.slice);
        }
        names.iter().map(|name| name.value.clone()).collect()
    }
}
