//! What the trainee did in the window; the only road from the panels to everything else.

use super::theme::Shade;
use crate::call::Input;
use crate::id::{CallId, PackId, RecordId};
use crate::locale::Language;
use crate::pack::model::RecordKind;
use crate::records::{AttemptId, TraineeId};
use crate::score::Dimension;
use crate::training::Mode;

/// The screens that can be gone to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Screen {
    Profile,
    Library,
    Briefing,
    Desk,
    SelfRating,
    Debrief,
    History,
}

/// What fills the work area beside the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Work {
    Crm,
    Handbook,
}

/// What the softphone has unfolded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Drawer {
    Keypad,
    Transfer,
    HangUp,
}

/// What may take the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Focus {
    Reply,
    CrmSearch,
    HandbookSearch,
}

/// Which checks the debrief lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckFilter {
    Failed,
    All,
}

/// Which part of the debrief is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DebriefPart {
    Checks,
    Transcript,
    Figures,
}

/// One thing the trainee did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskAction {
    Go(Screen),
    SetLanguage(Language),
    SetShade(Shade),
    /// Percent.
    SetTextSize(u16),
    SetStillness(bool),
    SetSilence(bool),
    /// Closes the note about something that went wrong.
    DismissNotice,
    Focus(Focus),

    TypeTraineeName(String),
    CreateTrainee,
    PickTrainee(TraineeId),
    TypeOperator(String),

    TypeLibrarySearch(String),
    ReloadPacks,
    PickCall(PackId, CallId),
    GoOn(AttemptId),
    DebriefAttempt(AttemptId),
    Discard(AttemptId),
    AskDelete(Option<AttemptId>),
    Delete(AttemptId),

    SetMode(Mode),
    SetCallLanguage(Language),
    Start,
    /// Leaves the desk; the attempt can be gone on with.
    LeaveDesk,

    /// Straight to the call.
    Do(Input),
    TypeReply(String),
    SayReply,
    SaySuggestion(usize),
    /// Earlier (true) or later reply of the history.
    RecallReply(bool),
    Unfold(Option<Drawer>),
    ShowWork(Work),
    ShowUnderstood(bool),

    TypeCrmSearch(String),
    OpenCustomer(RecordId),
    CloseCustomer,
    ShowKind(RecordKind),
    CreateRecord(RecordKind),
    /// A field is being typed in.
    TypeField {
        record: RecordId,
        field: &'static str,
        text: String,
    },
    /// The field is left: write what was typed.
    CommitField {
        record: RecordId,
        field: &'static str,
    },
    ChooseField {
        record: RecordId,
        field: &'static str,
        value: String,
    },

    TypeHandbookSearch(String),
    OpenPage(String),

    Rate(Dimension, u8),
    SubmitRating,

    ShowPart(DebriefPart),
    FilterChecks(CheckFilter),
    /// Goes to a moment of the call, in its milliseconds.
    JumpTo(u64),
    /// Plays again from before this turn.
    RetryFrom(u32),
    /// Plays the same call again from the start.
    RetryCall,
}
