//! What a script is shown: copies, so that nothing a script does can reach the customer but through effects.

use crate::id::*;
use crate::level::Level;
use crate::mood::Mood;
use crate::moves::Move;
use std::collections::{BTreeMap, BTreeSet};

/// What exists for a persona; names that scripts build at run time are held against it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Facts of the persona.
    pub facts: BTreeSet<FactId>,
    /// Objections of the persona.
    pub objections: BTreeSet<ObjectionId>,
}

/// The customer as a script sees him (`me`).
#[derive(Debug, Clone)]
pub struct View {
    /// How hard the call is played.
    pub level: Level,
    /// How he feels.
    pub mood: Mood,
    /// Operator utterances heard so far, the present one counted.
    pub turn: u32,
    /// Call time since the line opened.
    pub seconds: u64,
    /// Facts told.
    pub told: BTreeSet<FactId>,
    /// Lines said.
    pub said: BTreeSet<LineId>,
    /// Objections raised, lifted or not.
    pub raised: BTreeSet<ObjectionId>,
    /// Objections lifted.
    pub lifted: BTreeSet<ObjectionId>,
    /// What earlier hooks remembered.
    pub memory: BTreeMap<String, String>,
    /// Whether an outcome was agreed to.
    pub settled: bool,
    /// What there is.
    pub known: std::sync::Arc<Known>,
}

/// What happened, as a script sees it: decides which hook runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Occasion {
    /// The line opened.
    Start,
    /// The operator said something.
    Heard(HeardView),
    /// The operator repeated wrongly what this person had said.
    Misquoted(HeardView),
    /// Nobody has spoken for so long.
    Silence {
        /// Seconds of it.
        seconds: u64,
    },
    /// Put on hold, still on hold, or taken off it.
    Hold {
        /// Which of the three.
        stage: HoldStage,
        /// The operator asked first.
        announced: bool,
        /// Seconds of hold so far.
        seconds: u64,
    },
    /// Cut off in mid-sentence.
    Interrupted {
        /// Share of the line that was said.
        percent: u8,
    },
    /// Being transferred.
    Transfer {
        /// The operator stays until the colleague has taken over.
        warm: bool,
        /// The operator said so first.
        announced: bool,
    },
    /// The operator hung up.
    End,
}

/// Where a hold stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldStage {
    /// It begins.
    Started,
    /// It lasts.
    GoesOn,
    /// It is over.
    Ended,
}

impl HoldStage {
    pub(super) fn name(self) -> &'static str {
        match self {
            HoldStage::Started => "started",
            HoldStage::GoesOn => "goes_on",
            HoldStage::Ended => "ended",
        }
    }
}

/// An utterance as a script sees it (`heard`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeardView {
    /// What it does.
    pub moves: Vec<Move>,
    /// What it means in this pack.
    pub intents: Vec<IntentId>,
    /// The facts it asks for.
    pub asked: Vec<FactId>,
    /// Kind and canonical form of the values mentioned.
    pub values: Vec<(String, String)>,
    /// Its words.
    pub words: u32,
    /// Facts told that it gets wrong.
    pub misquoted: Vec<FactId>,
}

impl HeardView {
    pub(super) fn understood(&self) -> bool {
        !(self.moves.is_empty() && self.intents.is_empty() && self.asked.is_empty())
    }
}
