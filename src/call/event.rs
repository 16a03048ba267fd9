//! What happened in a call: the only output of the simulation. Screen, sound, score and replay read these.

use super::input::CrmEdit;
use super::voice::VoiceMeasures;
use crate::behaviour::HangUpReason;
use crate::id::*;
use crate::language::Understood;
use crate::mood::Mood;
use crate::pack::model::PickUp;
use serde::Serialize;
use std::collections::BTreeMap;

/// One thing that happened, in call time. Events stand in the order in which they became known: what was said aloud has the
/// time at which it began, and is written down once its words are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// Milliseconds since the attempt began.
    pub at_ms: u64,
    /// What happened.
    #[serde(flatten)]
    pub what: What,
}

/// Who speaks at the other end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The person the call is about.
    Customer,
    /// Somebody who answers first and can pass the call on.
    Gatekeeper,
    /// Somebody who has nothing to do with it.
    WrongPerson,
    /// An answering machine.
    Voicemail,
    /// The department consulted.
    Colleague,
}

/// Where a call stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Outbound: the contact card is shown, nothing is dialled yet.
    Ready,
    /// Inbound: the telephone rings.
    Ringing,
    /// Outbound: dialled, ringing at the other end.
    Dialling,
    /// The line is open between operator and other side.
    Talking,
    /// The other side waits and hears music.
    Hold,
    /// The customer is on hold, the operator talks to a colleague.
    Consulting,
    /// The line is closed; records and closing code can still be completed.
    WrapUp,
    /// Wrap-up is over: nothing more can happen.
    Ended,
}

/// Who or what closed the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EndedBy {
    /// The operator hung up.
    Operator,
    /// The other side hung up.
    OtherSide,
    /// The call was passed on.
    Transfer,
    /// The caller gave up, or no attempt reached anybody.
    Unanswered,
}

/// What can happen in a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum What {
    /// The call entered another phase.
    Phase {
        /// The phase that begins.
        phase: Phase,
    },
    /// A ring, counted from 1.
    Ring {
        /// Number of this ring, from 1.
        count: u32,
    },
    /// Outbound: what the dialling met.
    Reached {
        /// What the number met.
        pick_up: PickUp,
        /// Who answers; `None`: nobody.
        party: Option<Party>,
        /// Number of this attempt, from 1.
        attempt: u32,
    },
    /// A line of the other side begins. `turn` counts both sides' lines from 1.
    LineStarted {
        /// Number of the line.
        turn: u32,
        /// Who speaks.
        party: Party,
        /// Id of the line in the pack.
        line: LineId,
        /// Words, with the values of this seed.
        text: String,
        /// Time it takes to say all of it, milliseconds.
        duration_ms: u64,
    },
    /// It ended; `heard` is what was really said of it (cut off when spoken over).
    LineEnded {
        /// Number of the line.
        turn: u32,
        /// Who spoke.
        party: Party,
        /// Id of the line in the pack.
        line: LineId,
        /// Words said before it ended.
        heard: String,
        /// The operator cut it off.
        cut: bool,
    },
    /// The operator said something. Begins at `at_ms`, lasts `duration_ms`. `to` = who heard it.
    Said {
        /// Number of the line.
        turn: u32,
        /// Who was listening.
        to: Party,
        /// Words of the operator.
        text: String,
        /// Time it takes to say them, milliseconds.
        duration_ms: u64,
        /// Pause before speaking, milliseconds; 0 when the other side was speaking.
        thinking_ms: u64,
        /// How long both spoke at once, milliseconds.
        over_ms: u64,
        /// The microphone was off: nobody heard it.
        muted: bool,
        /// What the customer can make of it.
        understood: Understood,
    },
    /// The operator's voice was heard; told when it ended.
    Spoke {
        /// How many times, from 1.
        number: u32,
        /// When it began, call time in milliseconds.
        from_ms: u64,
        /// For how long.
        ms: u64,
        /// For how long both spoke at once, milliseconds.
        over_ms: u64,
        /// The other side spoke on, or was about to: no answer, only a sign of listening.
        listening: bool,
    },
    /// What was measured of the operator's voice.
    Voice {
        /// Which time he spoke.
        number: u32,
        /// The figures.
        measures: VoiceMeasures,
    },
    /// Nobody speaks for this long already.
    Silence {
        /// Length of the silence so far, milliseconds.
        silent_ms: u64,
    },
    /// The other side was put on hold.
    HoldStarted {
        /// The operator had just asked or said so.
        announced: bool,
    },
    /// The operator came back to who was on hold.
    HoldEnded {
        /// Length of this hold, milliseconds.
        hold_ms: u64,
    },
    /// The microphone was switched.
    Muted {
        /// The microphone is now off.
        on: bool,
    },
    /// A key of the telephone keypad was pressed.
    Keypad {
        /// Digit, `*` or `#`.
        key: char,
    },
    /// The operator called a colleague while the customer waits.
    ConsultStarted {
        /// Department called.
        to: DepartmentId,
    },
    /// The colleague has a usable recap.
    Briefed {
        /// Department that knows enough to take over.
        to: DepartmentId,
    },
    /// The operator left the colleague.
    ConsultEnded,
    /// The customer was passed on to a department.
    Transferred {
        /// Department that takes the call.
        to: DepartmentId,
        /// A colleague was spoken to first.
        warm: bool,
        /// The customer had been told.
        announced: bool,
        /// The colleague had a usable recap.
        briefed: bool,
    },
    /// The mood changed.
    Mood {
        /// The mood from now on.
        mood: Mood,
    },
    /// The customer told a fact.
    FactTold {
        /// What was told.
        fact: FactId,
        /// Line in which it was told.
        turn: u32,
        /// The customer volunteered it.
        unasked: bool,
    },
    /// The operator asked for something already told.
    AskedAgain {
        /// What was asked for again.
        fact: FactId,
    },
    /// The customer objected.
    ObjectionRaised {
        /// What was objected.
        objection: ObjectionId,
        /// Line in which it was raised.
        turn: u32,
    },
    /// The customer gave an objection up.
    ObjectionLifted {
        /// What was objected before.
        objection: ObjectionId,
        /// Line in which it was given up.
        turn: u32,
    },
    /// It is decided how the call will end.
    Settled {
        /// The outcome reached.
        outcome: OutcomeId,
    },
    /// The customer asked for a supervisor.
    SupervisorDemanded,
    /// The customer sighed.
    Sighed,
    /// Talking is over.
    Ended {
        /// Who closed the line.
        by: EndedBy,
        /// Why the other side hung up; `None`: it did not.
        reason: Option<HangUpReason>,
        /// The outcome reached; `None`: nothing was settled.
        outcome: Option<OutcomeId>,
    },
    /// The CRM accepted an edit.
    Crm {
        /// The edit as it was made.
        edit: CrmEdit,
        /// Record that changed.
        record: RecordId,
        /// Field that changed; `None`: a whole record was made or thrown away.
        field: Option<String>,
        /// Value before, or the kind of a record thrown away; `None`: nothing.
        from: Option<String>,
        /// Value after, or the kind of a record made; `None`: nothing.
        to: Option<String>,
    },
    /// The CRM did not accept an edit (message key and arguments are the CRM's).
    CrmRefused {
        /// The edit that changed nothing.
        edit: CrmEdit,
        /// Key of the reason (`crm-refused-…`).
        why: String,
        /// What the reason speaks of: the value, the field, the values offered.
        about: BTreeMap<String, String>,
    },
    /// The operator opened a record.
    RecordOpened {
        /// Record that was opened.
        record: RecordId,
    },
    /// The operator opened a page of the handbook.
    HandbookOpened {
        /// File stem of the page.
        page: String,
    },
    /// The operator chose a closing code.
    Disposition {
        /// Code chosen; the last one counts.
        id: DispositionId,
    },
    /// An input that makes no sense in this phase; it changed nothing.
    Ignored {
        /// Name of the reason, for those who make replays.
        why: &'static str,
    },
    /// A persona's script failed; the call went on with the usual reaction.
    ScriptFailed {
        /// Whose script it is.
        persona: PersonaId,
        /// Line of the script, from 1.
        line: u32,
        /// Column of the script, from 1.
        column: u32,
        /// What went wrong, in the words of the script engine.
        message: String,
    },
    /// Wrap-up is over: the last event of a call.
    Finished,
}
