//! What happened in a call: the only output of the simulation. Screen, sound, score and replay read these.

use super::input::CrmEdit;
use crate::behaviour::HangUpReason;
use crate::id::*;
use crate::language::Understood;
use crate::mood::Mood;
use crate::pack::model::PickUp;
use serde::Serialize;

/// One thing that happened, in call time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// Milliseconds since the attempt began.
    pub at_ms: u64,
    #[serde(flatten)]
    pub what: What,
}

/// Who speaks at the other end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    Customer,
    Gatekeeper,
    WrongPerson,
    Voicemail,
    Colleague,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Outbound: the contact card is shown, nothing is dialled yet.
    Ready,
    /// Inbound: the telephone rings.
    Ringing,
    /// Outbound: dialled, ringing at the other end.
    Dialling,
    Talking,
    Hold,
    /// The customer is on hold, the operator talks to a colleague.
    Consulting,
    WrapUp,
    Ended,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EndedBy {
    Operator,
    OtherSide,
    Transfer,
    Unanswered,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum What {
    Phase {
        phase: Phase,
    },
    /// A ring, counted from 1.
    Ring {
        count: u32,
    },
    /// Outbound: what the dialling met.
    Reached {
        pick_up: PickUp,
        party: Option<Party>,
        attempt: u32,
    },
    /// A line of the other side begins. `turn` counts both sides' lines from 1.
    LineStarted {
        turn: u32,
        party: Party,
        line: LineId,
        text: String,
        duration_ms: u64,
    },
    /// It ended; `heard` is what was really said of it (cut off when spoken over).
    LineEnded {
        turn: u32,
        party: Party,
        line: LineId,
        heard: String,
        cut: bool,
    },
    /// The operator said something. Begins at `at_ms`, lasts `duration_ms`. `to` = who heard it.
    Said {
        turn: u32,
        to: Party,
        text: String,
        duration_ms: u64,
        thinking_ms: u64,
        over_ms: u64,
        muted: bool,
        understood: Understood,
    },
    /// Nobody speaks for this long already.
    Silence {
        silent_ms: u64,
    },
    HoldStarted {
        announced: bool,
    },
    HoldEnded {
        hold_ms: u64,
    },
    Muted {
        on: bool,
    },
    Keypad {
        key: char,
    },
    ConsultStarted {
        to: DepartmentId,
    },
    /// The colleague has a usable recap.
    Briefed {
        to: DepartmentId,
    },
    ConsultEnded,
    Transferred {
        to: DepartmentId,
        warm: bool,
        announced: bool,
        briefed: bool,
    },
    /// The mood changed.
    Mood {
        mood: Mood,
    },
    FactTold {
        fact: FactId,
        turn: u32,
        unasked: bool,
    },
    /// The operator asked for something already told.
    AskedAgain {
        fact: FactId,
    },
    ObjectionRaised {
        objection: ObjectionId,
        turn: u32,
    },
    ObjectionLifted {
        objection: ObjectionId,
        turn: u32,
    },
    Settled {
        outcome: OutcomeId,
    },
    SupervisorDemanded,
    Sighed,
    /// Talking is over.
    Ended {
        by: EndedBy,
        reason: Option<HangUpReason>,
        outcome: Option<OutcomeId>,
    },
    Crm {
        edit: CrmEdit,
        record: RecordId,
        field: Option<String>,
        from: Option<String>,
        to: Option<String>,
    },
    /// The CRM did not accept an edit (message key and arguments are the CRM's).
    CrmRefused {
        edit: CrmEdit,
        why: String,
    },
    RecordOpened {
        record: RecordId,
    },
    HandbookOpened {
        page: String,
    },
    Disposition {
        id: DispositionId,
    },
    /// An input that makes no sense in this phase; it changed nothing.
    Ignored {
        why: &'static str,
    },
    /// A persona's script failed; the call went on with the usual reaction.
    ScriptFailed {
        persona: PersonaId,
        line: u32,
        column: u32,
        message: String,
    },
    Finished,
}
