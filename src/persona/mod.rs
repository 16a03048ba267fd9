//! The customer: who he is (RON), how he behaves (rhai), what he feels, has told and still holds against the offer.
//!
//! A `Mind` hears and reacts with effects; it does not speak, know the time of day, the CRM or how it is scored.
//!
//! Each stimulus is first taken note of (feelings, progress of objections: these happen inside whatever is done about
//! it). Then the script decides; where it asks for the usual, the first of the rules in `usual` that has an answer
//! gives it, at most two lines. No script keeps a customer on the line who was insulted twice or has no patience left.

mod courtesy;
mod facts;
mod feelings;
mod objections;
mod react;
mod tables;
mod talk;
mod usual;
mod waiting;

pub use crate::behaviour::{Effect, HangUpReason, ScriptFailure};

use crate::behaviour::{Behaviour, Known};
use crate::id::*;
use crate::level::Level;
use crate::mood::Mood;
use crate::moves::Move;
use crate::pack::level::Manner;
use crate::pack::model::{Emotion, Persona, Reveal};
use crate::pack::stock::StockLine;
use crate::random::Stream;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What reaches the customer of an utterance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// What it does.
    pub moves: Vec<Move>,
    /// What it means in this pack.
    pub intents: Vec<IntentId>,
    /// Facts asked for.
    pub asked: Vec<FactId>,
    /// Kind name and normalised value.
    pub entities: Vec<(String, String)>,
    /// Words in the utterance.
    pub words: u32,
    /// Facts this person told that the utterance repeats wrongly.
    pub misquoted: Vec<FactId>,
}

/// What happens to the customer besides being spoken to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stimulus {
    /// The line is open: the customer speaks first (outbound: says hello and waits).
    Start,
    /// The operator said something.
    Heard(Heard),
    /// Nobody has spoken for so long (called again at 4 s, 10 s, 20 s, 30 s …).
    Silence {
        /// Length of the silence so far, milliseconds.
        silent_ms: u64,
    },
    /// Put on hold; announced = the operator asked.
    HoldStarted {
        /// The operator had asked or said so.
        announced: bool,
    },
    /// Still on hold, called every 15 s.
    HoldGoesOn {
        /// Length of the hold so far, milliseconds.
        hold_ms: u64,
    },
    /// Taken off hold.
    HoldEnded {
        /// Length of the whole hold, milliseconds.
        hold_ms: u64,
    },
    /// Cut off in mid-sentence after this share of the line (percent).
    Interrupted {
        /// Share of the line that was said, 0–100.
        spoken_percent: u8,
    },
    /// Being transferred.
    Transfer {
        /// A colleague was spoken to first.
        warm: bool,
        /// The customer had been told.
        announced: bool,
    },
    /// The operator hung up.
    End,
}

/// A customer's mind during one call.
#[derive(Debug)]
pub struct Mind {
    level: Level,
    outbound: bool,
    talkativeness: u8,
    /// Asks for the supervisor when patience runs short.
    angry_type: bool,
    /// Had some trust to lose at the start.
    trusting: bool,
    behaviour: Behaviour,
    tables: tables::Tables,
    known: Arc<Known>,
    feelings: feelings::Feelings,
    facts: facts::Facts,
    objections: objections::Objections,
    memory: BTreeMap<String, String>,
    settled: Option<OutcomeId>,
    said: BTreeSet<LineId>,
    /// What was said on each of the last turns, the latest last.
    lately: Vec<(u32, LineId)>,
    /// The fact told last: lost when that line is cut off.
    last_fact: Option<FactId>,
    /// The turn at which a feeling was shown that nobody has named yet.
    feeling_shown: Option<u32>,
    elapsed_ms: u64,
    /// Operator utterances heard.
    turn: u32,
    /// Utterances not understood, running.
    misunderstood: u32,
    /// Reactions that were nothing but taking note, running.
    acknowledged: u32,
    /// Wrong repetitions put right, running.
    corrections: u32,
    insults: u32,
    interruptions: u32,
    silences: u32,
    protests: u32,
    left_unsolved: bool,
    demanded_supervisor: bool,
    hold_promised: bool,
    transfer_promised: bool,
    /// Whether the present hold was asked for.
    hold_announced: bool,
    /// Hung up, or was hung up on.
    gone: bool,
    /// Draws what is left to chance in talking.
    chance: Stream,
}

/// What a stimulus led to: effects in order, and a script failure if one happened (then the effects are the usual ones).
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Reaction {
    /// What the call has to do, hanging up last.
    pub effects: Vec<Effect>,
    /// How the script failed, if it did.
    pub failure: Option<ScriptFailure>,
}

impl Mind {
    /// Somebody at the usual level. `outbound`: the customer is called, so he says hello and waits instead of telling why
    /// he calls.
    pub fn new(persona: &Persona, outbound: bool, seed: u64) -> Mind {
        Mind::in_manner(persona, &Manner::usual(persona), outbound, seed)
    }

    /// Somebody as he is at a level of a call.
    pub fn in_manner(persona: &Persona, manner: &Manner, outbound: bool, seed: u64) -> Mind {
        let tables = tables::Tables::load();
        let stream = |purpose: &str| Stream::new(seed, &format!("mind {} {purpose}", persona.id));
        let anger = persona.facts.iter().any(|fact| fact.emotion == Some(Emotion::Anger));
        Mind {
            level: manner.level,
            outbound,
            talkativeness: manner.temperament.talkativeness,
            angry_type: anger || manner.temperament.patience < tables.thresholds.angry_type,
            trusting: manner.temperament.trust > tables.thresholds.no_trust,
            behaviour: persona.behaviour.clone(),
            known: Arc::new(Known {
                facts: persona.facts.iter().map(|fact| fact.id.clone()).collect(),
                objections: persona.objections.iter().map(|objection| objection.id.clone()).collect(),
            }),
            feelings: feelings::Feelings::new(&manner.temperament),
            facts: facts::Facts::new(&manner.facts, &mut stream("facts")),
            objections: objections::Objections::new(&manner.objections, manner.at_most, &mut stream("objections")),
            tables,
            memory: BTreeMap::new(),
            settled: None,
            said: BTreeSet::new(),
            lately: Vec::new(),
            last_fact: None,
            feeling_shown: None,
            elapsed_ms: 0,
            turn: 0,
            misunderstood: 0,
            acknowledged: 0,
            corrections: 0,
            insults: 0,
            interruptions: 0,
            silences: 0,
            protests: 0,
            left_unsolved: false,
            demanded_supervisor: false,
            hold_promised: false,
            transfer_promised: false,
            hold_announced: false,
            gone: false,
            chance: stream("talk"),
        }
    }

    /// How the customer feels now.
    pub fn mood(&self) -> Mood {
        self.feelings.mood()
    }

    /// Call time went by, cut into pieces of any length: the mood decays.
    pub fn pass(&mut self, ms: u64) {
        self.elapsed_ms = self.elapsed_ms.saturating_add(ms);
        self.feelings.pass(ms, &self.tables);
    }

    /// Whether the fact was told, and the operator had nothing done since that may have changed it.
    pub fn told(&self, fact: &FactId) -> bool {
        self.facts.is_known(fact)
    }

    /// The customer was cut off before this was out: it can be asked for again.
    pub fn not_told(&mut self, fact: &FactId) {
        self.facts.forget(fact);
    }

    /// The customer did not get to raise this: it is as it was before.
    pub fn not_raised(&mut self, objection: &ObjectionId) {
        self.objections.not_raised(objection);
    }

    /// The customer did not get to give this up.
    pub fn not_lifted(&mut self, objection: &ObjectionId) {
        self.objections.not_lifted(objection);
    }

    /// Objections raised and not lifted, in order.
    pub fn open_objections(&self) -> Vec<ObjectionId> {
        self.objections.open()
    }

    /// What the person knows that was not told yet, and whether it is told unasked.
    pub fn untold(&self) -> Vec<(FactId, Reveal)> {
        self.facts.untold()
    }

    /// What the behaviour script remembered.
    pub fn memory(&self) -> &BTreeMap<String, String> {
        &self.memory
    }

    fn is_settled(&self) -> bool {
        self.settled.is_some()
    }

    fn is_impatient(&self) -> bool {
        self.mood().patience <= self.tables.thresholds.impatient
    }

    fn is_bored(&self) -> bool {
        self.mood().interest <= self.tables.thresholds.uninterested
    }

    fn is_talkative(&self) -> bool {
        self.talkativeness >= self.tables.thresholds.talkative
    }

    /// Talkative people often add something to what was asked.
    fn tells_more(&mut self) -> bool {
        self.is_talkative() && self.chance.chance(self.talkativeness)
    }

    /// Now and then talkative people speak of something else.
    fn drifts(&mut self) -> bool {
        !self.is_settled()
            && self.turn > 2
            && !self.said_lately(&StockLine::Drift.line(), 6)
            && self.chance.chance(self.talkativeness / 4)
    }

    fn stock(&self, line: StockLine) -> Effect {
        Effect::Say(line.line())
    }

    /// One of these, but not what was said just before if there is a choice.
    fn one_of(&mut self, lines: &[StockLine]) -> Effect {
        let fresh: Vec<StockLine> = lines.iter().copied().filter(|line| !self.said_lately(&line.line(), 2)).collect();
        let line = self.chance.pick(&fresh).or(lines.first()).copied().unwrap_or(StockLine::Acknowledge);
        self.stock(line)
    }

    /// Said within the last turns.
    fn said_lately(&self, line: &LineId, turns: u32) -> bool {
        self.lately.iter().any(|(turn, said)| said == line && turn.saturating_add(turns) >= self.turn)
    }
}

#[cfg(test)]
mod tests;
