//! Reasons not to agree: when they are raised, and what lifts them.

use super::{Effect, Heard, Mind};
use crate::behaviour::Effect::{Lift, Raise, Say};
use crate::id::{LineId, ObjectionId};
use crate::moves::Move;
use crate::pack::model::{Objection, Trigger};
use crate::pack::stock::StockLine;
use crate::random::Stream;
use std::collections::BTreeSet;

/// All objections of a customer and how far each has got.
#[derive(Debug)]
pub(super) struct Objections {
    /// In the order in which this seed raises them when several are due.
    all: Vec<Objection>,
    /// Raised, in order.
    raised: Vec<Raised>,
    /// Set off, but not raised yet: one at a time.
    due: Vec<ObjectionId>,
}

#[derive(Debug)]
struct Raised {
    id: ObjectionId,
    lifted: bool,
    /// What was heard since.
    heard: BTreeSet<Move>,
    /// Utterances that held an answer.
    answers: u32,
}

/// An answer given that often convinces even without the manners that belong to it: that those are missing is for the
/// score to say.
const PERSISTENT: u32 = 2;

/// Whether somebody who wants this has got it: who is understood feels taken seriously.
fn met(need: Move, heard: &BTreeSet<Move>) -> bool {
    match need {
        Move::AcknowledgeObjection => {
            [need, Move::Empathise, Move::Apologise, Move::Restate].iter().any(|mv| heard.contains(mv))
        }
        _ => heard.contains(&need),
    }
}

impl Objections {
    pub fn new(objections: &[Objection], at_most: Option<u8>, stream: &mut Stream) -> Objections {
        let mut all = objections.to_vec();
        stream.shuffle(&mut all);
        all.truncate(at_most.map_or(usize::MAX, usize::from));
        Objections { all, raised: Vec::new(), due: Vec::new() }
    }

    pub fn get(&self, id: &ObjectionId) -> Option<&Objection> {
        self.all.iter().find(|objection| objection.id == *id)
    }

    pub fn is_raised(&self, id: &ObjectionId) -> bool {
        self.raised.iter().any(|raised| raised.id == *id)
    }

    pub fn is_open(&self, id: &ObjectionId) -> bool {
        self.raised.iter().any(|raised| raised.id == *id && !raised.lifted)
    }

    pub fn open(&self) -> Vec<ObjectionId> {
        self.raised.iter().filter(|raised| !raised.lifted).map(|raised| raised.id.clone()).collect()
    }

    pub fn raised(&self) -> BTreeSet<ObjectionId> {
        self.raised.iter().map(|raised| raised.id.clone()).collect()
    }

    pub fn lifted(&self) -> BTreeSet<ObjectionId> {
        self.raised.iter().filter(|raised| raised.lifted).map(|raised| raised.id.clone()).collect()
    }

    pub fn raise(&mut self, id: &ObjectionId) {
        self.due.retain(|due| due != id);
        if !self.is_raised(id) {
            self.raised.push(Raised { id: id.clone(), lifted: false, heard: BTreeSet::new(), answers: 0 });
        }
    }

    pub fn lift(&mut self, id: &ObjectionId) {
        for raised in self.raised.iter_mut().filter(|raised| raised.id == *id) {
            raised.lifted = true;
        }
    }

    /// It never got out: it will be raised when there is room.
    pub fn not_raised(&mut self, id: &ObjectionId) {
        self.raised.retain(|raised| raised.id != *id);
        if !self.due.contains(id) {
            self.due.insert(0, id.clone());
        }
    }

    /// It was not given up after all.
    pub fn not_lifted(&mut self, id: &ObjectionId) {
        for raised in self.raised.iter_mut().filter(|raised| raised.id == *id) {
            raised.lifted = false;
        }
    }

    /// Takes note of an utterance: progress of what is open, and what it sets off.
    pub fn hear(&mut self, heard: &Heard) {
        for raised in &mut self.raised {
            raised.heard.extend(heard.moves.iter().copied());
        }
        for objection in &self.all {
            let set_off = objection.after.iter().any(|trigger| match trigger {
                Trigger::Intent(intent) => heard.intents.contains(intent),
                Trigger::Move(mv) => heard.moves.contains(mv),
            });
            if set_off && !self.is_raised(&objection.id) && !self.due.contains(&objection.id) {
                self.due.push(objection.id.clone());
            }
        }
    }

    /// Takes note of an answer; true when there is nothing left to object.
    fn answer(&mut self, id: &ObjectionId) -> bool {
        let needs = self.get(id).map_or_else(Vec::new, |objection| objection.needs.clone());
        let Some(raised) = self.raised.iter_mut().find(|raised| raised.id == *id) else { return false };
        raised.answers = raised.answers.saturating_add(1);
        raised.answers >= PERSISTENT || needs.iter().all(|need| met(*need, &raised.heard))
    }

    /// The line that keeps the first open objection up.
    pub fn still(&self) -> Option<LineId> {
        let open = self.raised.iter().find(|raised| !raised.lifted)?;
        self.get(&open.id).map(|objection| objection.still.clone())
    }
}

/// An open objection is answered: enough to lift it, or not yet.
pub(super) fn answered(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    let open = mind.objections.open();
    let mut answered = open
        .iter()
        .filter_map(|id| mind.objections.get(id))
        .filter(|objection| objection.answers.iter().any(|answer| heard.intents.contains(answer)));
    let objection = answered.next()?.clone();
    if !mind.objections.answer(&objection.id) {
        return Some(vec![Say(objection.still)]);
    }
    let objections = &mind.objections;
    let mut effects = vec![Lift(objection.id.clone())];
    // "All right for that. But …": what waited its turn comes now, if nothing else is open.
    if open.len() == 1 && !mind.is_settled() {
        effects.extend(objections.due.first().cloned().map(Raise));
    }
    Some(effects)
}

/// Asked what is behind an objection: tells the real reason, once.
pub(super) fn dug(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    if !heard.moves.contains(&Move::OpenQuestion) {
        return None;
    }
    let open = mind.objections.open();
    let reasons = open.iter().filter_map(|id| mind.objections.get(id)).filter_map(|objection| objection.reason.clone());
    let reason = reasons.into_iter().find(|line| !mind.said.contains(line))?;
    Some(vec![Say(reason)])
}

/// Something said sets an objection off.
pub(super) fn raised(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    if mind.is_settled() || heard.moves.contains(&Move::TakeLeave) || !mind.objections.open().is_empty() {
        return None;
    }
    mind.objections.due.first().cloned().map(|id| vec![Raise(id)])
}

/// Pressed to agree while something is still open.
pub(super) fn pressed(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    let pressed = heard.moves.contains(&Move::AskCommitment) || heard.moves.contains(&Move::CheckResolved);
    let still = mind.objections.still().filter(|_| pressed && heard.asked.is_empty())?;
    // Nobody says the same sentence three times: he declines instead.
    let line = if mind.said_lately(&still, 2) { mind.stock(StockLine::Refusal) } else { Say(still) };
    Some(vec![line])
}
