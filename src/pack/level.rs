//! How a person is at a level of difficulty: the persona as described, shifted by `assets/persona/levels.ron` and by what
//! the call says about the level.

use super::model::{CallScenario, Fact, LevelChanges, Objection, Persona, Reveal, Temperament};
use crate::level::Level;
use crate::moves::Move;
use serde::Deserialize;

const LEVELS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/persona/levels.ron"));

/// Further trust that a withheld fact takes: than at the start when it is otherwise told to anybody who asks, else than it
/// takes anyway.
const WITHHELD: u8 = 10;

/// Points added to each part of a temperament.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs, reason = "as in `Temperament`")]
pub struct Shift {
    pub patience: i16,
    pub trust: i16,
    pub confusion: i16,
    pub interest: i16,
    pub talkativeness: i16,
}

/// What a level changes in everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Table {
    /// Points added.
    pub temperament: Shift,
    /// The facts that are the need are told unasked.
    pub volunteers_need: bool,
    /// An objection is lifted by its answer alone.
    pub easily_convinced: bool,
    /// Moves an objection takes besides those it takes anyway.
    pub objections_need: Vec<Move>,
    /// Points of trust to be gained in the call before a fact is told that does not prove identity.
    pub earned_trust: u8,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    gentle: Table,
    demanding: Table,
}

/// What a level changes in everybody.
pub fn table(level: Level) -> Table {
    let tables: Tables = super::read::options().from_str(LEVELS).expect("a test reads the same file");
    match level {
        Level::Gentle => tables.gentle,
        Level::Usual => Table::default(),
        Level::Demanding => tables.demanding,
    }
}

/// How somebody is at a level.
#[derive(Debug, Clone)]
pub struct Manner {
    /// The level.
    pub level: Level,
    /// Mood to start with, and readiness to talk.
    pub temperament: Temperament,
    /// What can be told, and how readily; why somebody calls comes first of what is told unasked.
    pub facts: Vec<Fact>,
    /// What can be objected, and what lifts it.
    pub objections: Vec<Objection>,
    /// How many of them at most, drawn by the seed.
    pub at_most: Option<u8>,
}

impl Manner {
    /// The persona as its author described it.
    pub fn usual(persona: &Persona) -> Manner {
        Manner {
            level: Level::Usual,
            temperament: persona.temperament,
            facts: persona.facts.clone(),
            objections: persona.objections.clone(),
            at_most: None,
        }
    }

    /// Somebody in a call played at a level. What the call says about levels and objections is about its customer alone.
    pub fn at(persona: &Persona, call: &CallScenario, level: Level) -> Manner {
        let mut manner = Manner { level, ..Manner::usual(persona) };
        let is_customer = call.customer == persona.id;
        if is_customer {
            let only = &call.objections.only;
            manner.objections.retain(|objection| only.is_empty() || only.contains(&objection.id));
            manner.at_most = call.objections.at_most;
        }
        if level == Level::Usual {
            return manner;
        }
        let table = table(level);
        let changes = call.levels.get(&level).filter(|_| is_customer);
        manner.shift(table.temperament);
        if let Some(changes) = changes {
            manner.set(changes);
        }
        let proofs = call.verification.as_ref().map_or(&[][..], |verification| &verification.facts);
        manner.earn(table.earned_trust, |fact| fact.identifies || proofs.contains(&fact.id));
        manner.convince(&table);
        let volunteers = |fact: &Fact| {
            (table.volunteers_need && is_customer && call.need.contains(&fact.id))
                || changes.is_some_and(|changes| changes.volunteers.contains(&fact.id))
        };
        manner.tell(volunteers, |fact| changes.is_some_and(|changes| changes.withholds.contains(&fact.id)));
        manner
    }

    fn shift(&mut self, shift: Shift) {
        let of = |points: u8, by: i16, least: i16| (i16::from(points) + by).clamp(least, 100) as u8;
        let before = self.temperament;
        self.temperament = Temperament {
            // Without any patience nobody would pick up.
            patience: of(before.patience, shift.patience, 1),
            trust: of(before.trust, shift.trust, 0),
            confusion: of(before.confusion, shift.confusion, 0),
            interest: of(before.interest, shift.interest, 0),
            talkativeness: of(before.talkativeness, shift.talkativeness, 0),
        };
    }

    fn set(&mut self, changes: &LevelChanges) {
        let (temperament, set) = (&mut self.temperament, changes.temperament);
        temperament.patience = set.patience.unwrap_or(temperament.patience);
        temperament.trust = set.trust.unwrap_or(temperament.trust);
        temperament.confusion = set.confusion.unwrap_or(temperament.confusion);
        temperament.interest = set.interest.unwrap_or(temperament.interest);
        temperament.talkativeness = set.talkativeness.unwrap_or(temperament.talkativeness);
    }

    /// What is told to anybody who asks takes some trust first.
    fn earn(&mut self, points: u8, proves: impl Fn(&Fact) -> bool) {
        let least = self.temperament.trust.saturating_add(points).min(100);
        for fact in self.facts.iter_mut().filter(|fact| points > 0 && !proves(fact)) {
            fact.reveal = match fact.reveal {
                Reveal::Asked => Reveal::Trusted(least),
                Reveal::Trusted(other) => Reveal::Trusted(other.max(least)),
                Reveal::Volunteered => Reveal::Volunteered,
            };
        }
    }

    fn convince(&mut self, table: &Table) {
        for objection in &mut self.objections {
            if table.easily_convinced {
                objection.needs.clear();
            }
            let more = table.objections_need.iter().filter(|mv| !objection.needs.contains(mv));
            let more: Vec<Move> = more.copied().collect();
            objection.needs.extend(more);
        }
    }

    fn tell(&mut self, volunteers: impl Fn(&Fact) -> bool, withholds: impl Fn(&Fact) -> bool) {
        // What was told unasked all along stays before what is told unasked at this level.
        self.facts.sort_by_key(|fact| fact.reveal != Reveal::Volunteered);
        let trusted = self.temperament.trust.saturating_add(WITHHELD).min(100);
        for fact in &mut self.facts {
            if volunteers(fact) {
                fact.reveal = Reveal::Volunteered;
            } else if withholds(fact) {
                fact.reveal = match fact.reveal {
                    Reveal::Volunteered => Reveal::Asked,
                    Reveal::Asked => Reveal::Trusted(trusted),
                    Reveal::Trusted(least) => Reveal::Trusted(least.saturating_add(WITHHELD).min(100)),
                };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn gentle_people_are_easier_in_every_respect_and_demanding_ones_harder() {
        assert_eq!(table(Level::Usual), Table::default());
        let (gentle, demanding) = (table(Level::Gentle).temperament, table(Level::Demanding).temperament);
        assert!(gentle.patience > 0 && gentle.trust > 0 && gentle.interest > 0 && gentle.confusion < 0);
        assert!(demanding.patience < 0 && demanding.trust < 0 && demanding.interest < 0 && demanding.confusion > 0);
    }

    #[test]
    fn a_call_can_drill_some_of_the_objections() {
        let (pack, _) = crate::pack::load_from(&crate::pack::Origin::BuiltIn("outbound-energy"));
        let mut pack = pack.expect("the built-in packs are clean");
        let call = pack.calls.get_mut("new_tariff").expect("the call");
        let subscriber = &pack.personas["subscriber"];
        let raised = |call: &CallScenario| {
            let manner = Manner::at(subscriber, call, Level::Usual);
            (manner.objections.iter().map(|objection| objection.id.to_string()).collect::<Vec<_>>(), manner.at_most)
        };
        assert_eq!(raised(call), (vec!["time".to_owned(), "meter".to_owned(), "peak".to_owned()], None));
        call.objections.only = BTreeSet::from([crate::id::ObjectionId::new("meter")]);
        call.objections.at_most = Some(2);
        assert_eq!(raised(call), (vec!["meter".to_owned()], Some(2)));
    }

    #[test]
    fn shifted_temperaments_stay_on_their_scales() {
        let edge = |points| Temperament {
            patience: points,
            trust: points,
            confusion: points,
            interest: points,
            talkativeness: points,
        };
        for level in Level::ALL {
            for points in [0, 1, 99, 100] {
                let mut manner = Manner {
                    level,
                    temperament: edge(points),
                    facts: Vec::new(),
                    objections: Vec::new(),
                    at_most: None,
                };
                manner.shift(table(level).temperament);
                let found = manner.temperament;
                assert!(found.patience >= 1);
                for part in [found.patience, found.trust, found.confusion, found.interest, found.talkativeness] {
                    assert!(part <= 100);
                }
            }
        }
    }
}
