//! The customer: who he is (RON), how he behaves (rhai), what he feels, has told and still holds against the offer.
//!
//! A `Mind` hears and reacts with effects; it does not speak, know the time of day, the CRM or how it is scored.

pub use crate::behaviour::{Effect, HangUpReason, ScriptFailure};
use crate::id::*;
use crate::mood::Mood;
use crate::moves::Move;

/// What reaches the customer of an utterance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    pub moves: Vec<Move>,
    pub intents: Vec<IntentId>,
    /// Facts asked for.
    pub asked: Vec<FactId>,
    /// Kind name and normalised value.
    pub entities: Vec<(String, String)>,
    /// Words in the utterance.
    pub words: u32,
}

/// What happens to the customer besides being spoken to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stimulus {
    /// The line is open: the customer speaks first (outbound: says hello and waits).
    Start,
    Heard(Heard),
    /// Nobody has spoken for so long (called again at 4 s, 10 s, 20 s, 30 s …).
    Silence {
        silent_ms: u64,
    },
    /// Put on hold; announced = the operator asked.
    HoldStarted {
        announced: bool,
    },
    /// Still on hold, called every 15 s.
    HoldGoesOn {
        hold_ms: u64,
    },
    HoldEnded {
        hold_ms: u64,
    },
    /// Cut off in mid-sentence after this share of the line (percent).
    Interrupted {
        spoken_percent: u8,
    },
    /// Being transferred.
    Transfer {
        warm: bool,
        announced: bool,
    },
    /// The operator hung up.
    End,
}

/// A customer's mind during one call.
#[derive(Debug)]
pub struct Mind {/* private */}

/// What a stimulus led to: effects in order, and a script failure if one happened (then the effects are the usual ones).
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Reaction {
    pub effects: Vec<Effect>,
    pub failure: Option<ScriptFailure>,
}

impl Mind {
    /// `outbound`: the customer is called, so he says hello and waits instead of telling why he calls.
    pub fn new(_persona: &crate::pack::model::Persona, _outbound: bool, _seed: u64) -> Mind {
        todo!()
    }
    pub fn mood(&self) -> Mood {
        todo!()
    }
    /// Mood decays with call time: told every second of it.
    pub fn pass(&mut self, _ms: u64) {
        todo!()
    }
    /// Decides what to do, applies its own changes (mood, facts told, objections, memory) and returns the effects for the call.
    pub fn react(&mut self, _stimulus: &Stimulus) -> Reaction {
        todo!()
    }
    pub fn not_told(&mut self, _fact: &FactId) {
        todo!()
    }
    pub fn told(&self, _fact: &FactId) -> bool {
        todo!()
    }
    /// Objections raised and not lifted, in order.
    pub fn open_objections(&self) -> Vec<ObjectionId> {
        todo!()
    }
}
