//! What a customer knows: what is told unasked, when asked, and when trusted.

use super::{Effect, Heard, Mind};
use crate::behaviour::Effect::{Reveal, Say};
use crate::id::{FactId, LineId};
use crate::moves::Move;
use crate::pack::model::{Emotion, Fact, Reveal as How};
use crate::pack::stock::StockLine;
use crate::random::Stream;
use std::collections::BTreeSet;

/// Lines a customer says at once.
const LINES: usize = 2;

/// What is known and what of it was told.
#[derive(Debug)]
pub(super) struct Facts {
    all: Vec<Known>,
    /// Indexes of the facts told unasked, in the order of this seed.
    order: Vec<usize>,
    told: BTreeSet<FactId>,
    /// Told before the operator had the customer do something: it may be another thing now.
    before_step: BTreeSet<FactId>,
    /// Told, but cut off: telling it again is no repetition.
    cut_off: BTreeSet<FactId>,
}

#[derive(Debug)]
pub(super) struct Known {
    pub id: FactId,
    pub line: LineId,
    pub again: Option<LineId>,
    pub emotion: Option<Emotion>,
    reveal: How,
    identifies: bool,
}

impl Facts {
    /// The reason for calling comes first; in which order people tell the rest differs from call to call.
    pub fn new(facts: &[Fact], stream: &mut Stream) -> Facts {
        let all: Vec<Known> = facts
            .iter()
            .map(|fact| Known {
                id: fact.id.clone(),
                line: fact.line.clone(),
                again: fact.again.clone(),
                emotion: fact.emotion,
                reveal: fact.reveal,
                identifies: fact.identifies,
            })
            .collect();
        let mut order: Vec<usize> = (0..all.len()).filter(|at| all[*at].reveal == How::Volunteered).collect();
        if let [_, rest @ ..] = order.as_mut_slice() {
            stream.shuffle(rest);
        }
        Facts { all, order, told: BTreeSet::new(), before_step: BTreeSet::new(), cut_off: BTreeSet::new() }
    }

    pub fn get(&self, id: &FactId) -> Option<&Known> {
        self.all.iter().find(|fact| fact.id == *id)
    }

    pub fn untold(&self) -> Vec<(FactId, How)> {
        let untold = self.all.iter().filter(|fact| !self.told.contains(&fact.id));
        untold.map(|fact| (fact.id.clone(), fact.reveal)).collect()
    }

    pub fn told(&self) -> &BTreeSet<FactId> {
        &self.told
    }

    pub fn is_told(&self, id: &FactId) -> bool {
        self.told.contains(id)
    }

    /// Told, and heard to the end.
    fn was_heard(&self, id: &FactId) -> bool {
        self.told.contains(id) && !self.cut_off.contains(id)
    }

    /// It never got out: as if it had not been told.
    pub fn forget(&mut self, id: &FactId) {
        self.told.remove(id);
        self.cut_off.remove(id);
    }

    /// Something was done: asking again how things are is no repetition.
    pub fn step_taken(&mut self) {
        self.before_step.clone_from(&self.told);
    }

    /// Told, and as true as it was.
    pub fn is_known(&self, id: &FactId) -> bool {
        self.told.contains(id) && !self.before_step.contains(id)
    }

    pub fn tell(&mut self, id: &FactId) {
        self.cut_off.remove(id);
        self.before_step.remove(id);
        self.told.insert(id.clone());
    }

    pub fn cut_off(&mut self, id: &FactId) {
        if self.told.contains(id) {
            self.cut_off.insert(id.clone());
        }
    }

    /// How a fact already told is told again: as before if it was cut off.
    pub fn repeat(&mut self, id: &FactId) -> Option<LineId> {
        let cut_off = self.cut_off.remove(id);
        let fact = self.get(id)?;
        Some(fact.again.clone().filter(|_| !cut_off).unwrap_or_else(|| fact.line.clone()))
    }

    /// The next fact to be told unasked.
    pub fn next(&self) -> Option<FactId> {
        self.order.iter().map(|at| &self.all[*at].id).find(|id| !self.told.contains(*id)).cloned()
    }

    /// The one to be told unasked after that one.
    pub fn after(&self, id: &FactId) -> Option<FactId> {
        let untold = self.order.iter().map(|at| &self.all[*at].id).filter(|other| !self.told.contains(*other));
        untold.skip_while(|other| *other != id).nth(1).cloned()
    }

    /// The first one told unasked: why the customer calls.
    pub fn reason(&self) -> Option<&Known> {
        self.order.first().map(|at| &self.all[*at])
    }
}

/// Facts asked for: told, held back from strangers, or noticed to be asked twice.
pub(super) fn asked(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    // "How can I help you?" asks a caller why he calls, whatever question of later on it resembles.
    let why = mind.facts.reason().is_some_and(|reason| !mind.facts.is_told(&reason.id));
    if why && !mind.outbound && mind.turn <= 1 && heard.moves.contains(&Move::OfferHelp) {
        return None;
    }
    let asked: Vec<FactId> =
        mind.facts.all.iter().map(|fact| &fact.id).filter(|id| heard.asked.contains(id)).cloned().collect();
    answer(mind, heard, asked)
}

/// Puts right what was repeated wrongly, by telling it again.
pub(super) fn misquoted(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    let wrong = heard.misquoted.first().filter(|_| mind.corrects(heard))?;
    let fact = mind.facts.get(wrong)?;
    let again = Say(fact.again.clone().unwrap_or_else(|| fact.line.clone()));
    Some(vec![mind.stock(StockLine::Misquoted), again])
}

/// Asked who he is, but for nothing in particular.
pub(super) fn identity(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    if !heard.moves.contains(&Move::AskIdentity) {
        return None;
    }
    let proofs: Vec<FactId> =
        mind.facts.all.iter().filter(|fact| fact.identifies).map(|fact| fact.id.clone()).collect();
    if proofs.is_empty() {
        return Some(vec![mind.stock(StockLine::NothingToSay)]);
    }
    answer(mind, heard, proofs)
}

fn answer(mind: &mut Mind, heard: &Heard, asked: Vec<FactId>) -> Option<Vec<Effect>> {
    let (heard_before, new): (Vec<FactId>, Vec<FactId>) = asked.into_iter().partition(|id| mind.facts.was_heard(id));
    if new.is_empty() {
        return repeat(mind, heard, heard_before.first()?);
    }
    let mut effects: Vec<Effect> = Vec::new();
    for id in new.iter().take(LINES) {
        match mind.facts.get(id).map(|fact| fact.reveal) {
            Some(How::Trusted(least)) if mind.mood().trust < least => {
                if effects.is_empty() {
                    effects.push(mind.stock(StockLine::DontTrust));
                }
                break;
            }
            _ => effects.push(Reveal(id.clone())),
        }
    }
    if let [Reveal(_)] = effects.as_slice()
        && mind.tells_more()
        && let Some(more) = mind.facts.next().filter(|more| !new.contains(more))
    {
        effects.push(Reveal(more));
    }
    Some(effects)
}

/// Asked for what was told already.
fn repeat(mind: &mut Mind, heard: &Heard, id: &FactId) -> Option<Vec<Effect>> {
    const CONFIRMING: [Move; 4] = [Move::Restate, Move::ReadBack, Move::CheckResolved, Move::ConfirmNextSteps];
    // Summing up or checking what was said is listening; "what can I do for you?" opens every call.
    if CONFIRMING.iter().any(|mv| heard.moves.contains(mv)) || mind.turn <= 1 {
        return None;
    }
    let known = mind.facts.is_known(id);
    let fact = mind.facts.get(id)?;
    let again = Say(fact.again.clone().unwrap_or_else(|| fact.line.clone()));
    if !known {
        return Some(vec![again]);
    }
    mind.feelings.change(mind.tables.moments.asked_again);
    Some(vec![mind.one_of(&[StockLine::YouAskedAlready, StockLine::AlreadyTold]), again])
}
