//! A call being played: inputs in, events out.

use super::journal::{Journal, Mode};
use crate::call::{Event, Input, Party, Phase};
use crate::crm::Crm;
use crate::id::{CallId, LineId, StepId};
use crate::language::Recogniser;
use crate::locale::Language;
use crate::mood::Mood;
use crate::pack::model::{CallScenario, Pack};
use crate::pack::variation::Variables;
use crate::score::Score;
use std::sync::Arc;

/// What to play.
#[derive(Debug, Clone)]
pub struct Setup {
    pub pack: Arc<Pack>,
    pub call: CallId,
    pub language: Language,
    pub seed: u64,
    pub mode: Mode,
    pub operator: String,
}

/// A line of the other side being spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaking {
    pub party: Party,
    pub line: LineId,
    pub text: String,
    pub elapsed_ms: u64,
    pub duration_ms: u64,
}

/// A step of the script as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepState {
    pub step: StepId,
    pub title: String,
    /// The model phrase with the data filled in.
    pub phrase: String,
    pub done: bool,
    /// The first applicable step not done.
    pub current: bool,
    pub applicable: bool,
}

/// A line offered in guided mode; good and bad ones are shuffled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub text: String,
    pub good: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Timers {
    pub ringing_ms: u64,
    pub talk_ms: u64,
    /// Of the present hold; 0 when not on hold.
    pub present_hold_ms: u64,
    pub hold_ms: u64,
    pub wrap_up_ms: u64,
    pub handle_ms: u64,
}

/// Why a call could not be started (key of its words and arguments).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CannotStart(pub String);

/// A call being played.
#[derive(Debug)]
pub struct Run {
    setup: Setup,
    variables: Variables,
    crm: Crm,
    events: Vec<Event>,
    journal: Journal,
}

impl Run {
    pub fn new(_setup: Setup, _recogniser: Arc<Recogniser>) -> Result<Run, CannotStart> {
        todo!()
    }
    /// Takes an input and returns what happened because of it.
    pub fn apply(&mut self, _input: Input) -> &[Event] {
        todo!()
    }
    pub fn setup(&self) -> &Setup {
        &self.setup
    }
    pub fn scenario(&self) -> &CallScenario {
        todo!()
    }
    pub fn variables(&self) -> &Variables {
        &self.variables
    }
    pub fn crm(&self) -> &Crm {
        &self.crm
    }
    pub fn events(&self) -> &[Event] {
        &self.events
    }
    pub fn journal(&self) -> &Journal {
        &self.journal
    }
    /// Call time, milliseconds.
    pub fn now_ms(&self) -> u64 {
        todo!()
    }
    pub fn phase(&self) -> Phase {
        todo!()
    }
    pub fn muted(&self) -> bool {
        todo!()
    }
    /// Who is at the other end now.
    pub fn party(&self) -> Option<Party> {
        todo!()
    }
    /// What the other side is saying right now.
    pub fn speaking(&self) -> Option<Speaking> {
        todo!()
    }
    /// True while the clock waits because the trainee types (typing rule).
    pub fn clock_waits(&self) -> bool {
        todo!()
    }
    pub fn mood(&self) -> Option<Mood> {
        todo!()
    }
    pub fn timers(&self) -> Timers {
        todo!()
    }
    pub fn script(&self) -> Vec<StepState> {
        todo!()
    }
    /// Three or four lines for guided mode; the same until something is said.
    pub fn suggestions(&self) -> Vec<Suggestion> {
        todo!()
    }
    /// Scores the call as it stands (normally after `Finished`).
    pub fn score(&self) -> Score {
        todo!()
    }
    /// Plays a journal again. `upto`: only so many inputs (retry from there).
    pub fn replay(
        _pack: Arc<Pack>,
        _journal: &Journal,
        _upto: Option<usize>,
        _recogniser: Arc<Recogniser>,
    ) -> Result<Run, CannotStart> {
        todo!()
    }
}
