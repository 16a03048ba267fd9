//! The customer: who he is (RON), how he behaves (rhai), what he feels, has told and still holds against the offer.
//!
//! A `Mind` hears and reacts with effects; it does not speak, know the time of day, the CRM or how it is scored.

use crate::id::*;
use crate::moves::Move;
use crate::pack::model::MoodTrait;
use serde::{Deserialize, Serialize};

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

/// What a hook (or the usual reaction) makes the customer do. The only way out of a script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Says a line.
    Say(LineId),
    /// Tells a fact (says its line, marks it told).
    Reveal(FactId),
    /// Raises an objection (says its line).
    Raise(ObjectionId),
    /// Gives up an objection (says its "lifted" line).
    Lift(ObjectionId),
    /// Changes the mood.
    Mood(MoodTrait, i32),
    /// Remembers something for later hooks.
    Remember(String, String),
    /// Agrees to an outcome of the call.
    Settle(OutcomeId),
    /// Hands the telephone to the person who was asked for (gatekeepers).
    PassOn,
    /// Wants the supervisor.
    DemandSupervisor,
    /// Hangs up after what is said.
    HangUp(HangUpReason),
    /// An audible sigh.
    Sigh,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HangUpReason {
    Satisfied,
    OutOfPatience,
    Insulted,
    Silence,
    NotInterested,
    NoTrust,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mood {
    pub patience: u8,
    pub trust: u8,
    pub confusion: u8,
    pub interest: u8,
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

/// The stock lines every customer can need: keys `<persona>.<stock>` in a pack's text override `assets/stock/<lang>.ron`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StockLine {
    Hello,
    Acknowledge,
    GoOn,
    NotUnderstood,
    NotUnderstoodAgain,
    NothingToSay,
    AlreadyTold,
    YouAskedAlready,
    Impatient,
    Angry,
    Bored,
    Drift,
    AreYouThere,
    SilenceLong,
    HoldAccepted,
    HoldUnannounced,
    HoldLong,
    BackFromHold,
    Interrupted,
    TransferAccepted,
    TransferUnannounced,
    WantSupervisor,
    Insulted,
    Goodbye,
    GoodbyeAngry,
    Thanks,
    Refusal,
    StopCalling,
    WrongPerson,
    Voicemail,
    Confused,
    DontTrust,
    YesQuestion,
    NoFurther,
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

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptFailure {
    pub line: u32,
    pub column: u32,
    pub message: String,
}

impl Mind {
    /// `outbound`: the customer is called, so he says hello and waits instead of telling why he calls.
    pub fn new(_persona: &crate::pack::model::Persona, _behaviour: &Scripts, _outbound: bool, _seed: u64) -> Mind {
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
    pub fn told(&self, _fact: &FactId) -> bool {
        todo!()
    }
    /// Objections raised and not lifted, in order.
    pub fn open_objections(&self) -> Vec<ObjectionId> {
        todo!()
    }
}

/// Compiled scripts of a pack's personas; one sandboxed engine for checker and game.
#[derive(Debug)]
pub struct Scripts {/* private */}
