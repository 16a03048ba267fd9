//! What the trainee did in the window; the only road from the panels to everything else.

use super::state::Device;
use super::theme::Shade;
use crate::call::Input;
use crate::id::{CallId, PackId, RecordId};
use crate::level::Level;
use crate::locale::Language;
use crate::pack::model::{Direction, RecordKind};
use crate::records::{AttemptId, TraineeId};
use crate::score::Dimension;
use crate::training::Mode;

/// The screens that can be gone to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Screen {
    /// Who trains, and how the window looks to them.
    Profile,
    /// The packs with their calls; attempts left unfinished.
    Library,
    /// The call that was picked, before it starts.
    Briefing,
    /// The call being played, wrap-up included.
    Desk,
    /// After the call: the trainee rates it before seeing the score.
    SelfRating,
    /// The score and what it rests on.
    Debrief,
    /// All attempts of the trainee.
    History,
    /// How the trainee comes on.
    Progress,
    /// Two attempts side by side.
    Compare,
    /// Why a pack cannot be played.
    Problems,
}

/// What fills the work area beside the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Work {
    /// The customer data base.
    Crm,
    /// The company's handbook.
    Handbook,
    /// What goes on in the person at the other end; for authors.
    Mind,
}

/// What the softphone has unfolded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Drawer {
    /// The twelve keys of a telephone.
    Keypad,
    /// The departments a call can be passed on to, with or without consulting first.
    Transfer,
    /// The question whether the operator really means to hang up.
    HangUp,
}

/// What may take the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Focus {
    /// The box in which the operator's next words are typed.
    Reply,
    /// The search of the customer data base.
    CrmSearch,
    /// The search of the handbook.
    HandbookSearch,
    /// The field of a record that was typed in last.
    Field,
}

/// How often it was said that a profile shall be deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Erasure {
    /// The first question is shown.
    Asked,
    /// The second one is: what it takes with it, and that it is for good.
    AskedAgain,
}

/// Which calls the library shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LibraryFilter {
    /// Line of business, as packs name it; `None`: all.
    pub sector: Option<String>,
    /// `None`: inbound and outbound.
    pub direction: Option<Direction>,
    /// 1 to 3; `None`: all.
    pub difficulty: Option<u8>,
    /// A language the call can be played in; `None`: any.
    pub language: Option<Language>,
    /// Only calls that were not passed yet.
    pub open_only: bool,
}

/// Which checks the debrief lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckFilter {
    /// Those that cost points.
    Failed,
    /// Passed, failed and not applicable ones.
    All,
}

/// Which part of the debrief is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DebriefPart {
    /// Every check with its evidence.
    Checks,
    /// What was said and done, line by line.
    Transcript,
    /// How the operator sounded; advice only.
    Voice,
    /// Key figures: handling time, holds, silences, share of talking.
    Figures,
}

/// One thing the trainee did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskAction {
    /// Goes to a screen.
    Go(Screen),
    /// Puts the window into a language; calls keep their own.
    SetLanguage(Language),
    /// Light or dark colours.
    SetShade(Shade),
    /// Percent.
    SetTextSize(u16),
    /// True: faces keep still.
    SetStillness(bool),
    /// True: who trains writes packs and may see into the customer's mind.
    SetAuthor(bool),
    /// True: no sound at all.
    SetSilence(bool),
    /// Where the conversation ends and the CRM begins, per thousand of the width of both.
    SplitDesk(u16),
    /// How loud people at the other end are, percent.
    SetVoices(u16),
    /// How loud rings, tones and music are, percent.
    SetSignals(u16),
    /// Listens to this microphone.
    SetMicrophone(Device),
    /// True: it is always open; false: while the key to talk is held.
    OpenMicrophone(bool),
    /// Looks for microphones again, and opens the one that is set again.
    FindMicrophones,
    /// True: what the operator says is kept as sound, from here on.
    SetRecording(bool),
    /// The file of the model that writes down what is said.
    SetModel(String),
    /// The key to talk is held, or let go.
    Talk(bool),
    /// What was said aloud was not meant for the other side.
    Unsay,
    /// Asks whether the recordings of an attempt shall really be deleted; `None`: they shall not.
    AskDeleteRecordings(Option<AttemptId>),
    /// Plays a recording of an attempt, by the number of what was said; `None`: stops.
    PlayRecording(Option<(AttemptId, u32)>),
    /// Deletes the recordings of an attempt, for good.
    DeleteRecordings(AttemptId),
    /// Closes the note about something that went wrong.
    DismissNotice,
    /// Gives the keyboard to a field at the next pass, bringing its panel to the front.
    Focus(Focus),

    /// The name of a trainee to be added, as typed so far.
    TypeTraineeName(String),
    /// Adds the trainee of the typed name and chooses it.
    CreateTrainee,
    /// Chooses who trains from here on.
    PickTrainee(TraineeId),
    /// Writes all that is kept about who trains into a folder of the data folder.
    ExportData,
    /// Asks whether the chosen profile shall really be deleted; `None`: it shall not.
    AskErase(Option<Erasure>),
    /// Deletes the chosen profile with all attempts, for good; does nothing unless it was asked twice.
    Erase,
    /// The first name given on the telephone, cut at 40 characters.
    TypeOperator(String),

    /// What is searched for among packs and calls.
    TypeLibrarySearch(String),
    /// Reads all packs again, for those who write them.
    ReloadPacks,
    /// Shows only the calls that fit.
    FilterLibrary(LibraryFilter),
    /// Shows why the pack in that folder cannot be played.
    ShowProblems(String),
    /// Goes to the briefing of a call.
    PickCall(PackId, CallId),
    /// Goes on with an unfinished attempt where it was left.
    GoOn(AttemptId),
    /// Plays an attempt again from its journal and debriefs it; an unfinished one is given up by this.
    DebriefAttempt(AttemptId),
    /// Gives up an unfinished attempt; it stays in the history, without a score.
    Discard(AttemptId),
    /// Asks whether an attempt shall really be deleted; `None`: it shall not.
    AskDelete(Option<AttemptId>),
    /// Deletes an attempt with its journal and score, for good.
    Delete(AttemptId),

    /// Marks an attempt for the comparison, or takes the mark away; the third mark takes the first one's place.
    MarkAttempt(AttemptId),
    /// Shows the two marked attempts side by side.
    Compare,

    /// How much help there is in the call to come.
    SetMode(Mode),
    /// How hard the call to come is.
    SetLevel(Level),
    /// The language of the call to come; one of its pack's.
    SetCallLanguage(Language),
    /// Sits down at the call that was picked.
    Start,
    /// Leaves the desk; the attempt can be gone on with.
    LeaveDesk,

    /// Straight to the call.
    Do(Input),
    /// The reply as typed so far; typing makes the call's clock wait.
    TypeReply(String),
    /// Says what stands in the reply box.
    SayReply,
    /// Says an offered line; its place in the list, from 0.
    SaySuggestion(usize),
    /// Earlier (true) or later reply of the history.
    RecallReply(bool),
    /// Unfolds a drawer of the softphone; `None` folds it up.
    Unfold(Option<Drawer>),
    /// Fills the work area with the CRM or the handbook.
    ShowWork(Work),
    /// True: the transcript shows what was understood of the operator's lines.
    ShowUnderstood(bool),

    /// What is searched for among customers; leaves the open one.
    TypeCrmSearch(String),
    /// Opens a customer's record, which the call notes.
    OpenCustomer(RecordId),
    /// Back to the search.
    CloseCustomer,
    /// Shows the open customer's records of a kind.
    ShowKind(RecordKind),
    /// Makes a new record of this kind for the open customer.
    CreateRecord(RecordKind),
    /// A field is being typed in.
    TypeField {
        /// Record the field is in.
        record: RecordId,
        /// Name of the field.
        field: &'static str,
        /// All that stands in it now.
        text: String,
    },
    /// A field takes the keyboard: what is taken from the conversation goes there.
    EnterField {
        /// Record the field is in.
        record: RecordId,
        /// Name of the field.
        field: &'static str,
    },
    /// Puts something that was said into the field that was typed in last.
    TakeDatum(String),
    /// Puts the newest thing said that a record may want into the field; again: the one before it.
    TakeNextDatum,
    /// The field is left: write what was typed.
    CommitField {
        /// Record the field is in.
        record: RecordId,
        /// Name of the field.
        field: &'static str,
    },
    /// Something was picked from a field's list: written at once.
    ChooseField {
        /// Record the field is in.
        record: RecordId,
        /// Name of the field.
        field: &'static str,
        /// Name of what was picked.
        value: String,
    },

    /// What is searched for in the handbook.
    TypeHandbookSearch(String),
    /// Opens a page of the handbook (its file stem), which the call notes.
    OpenPage(String),

    /// The trainee's own rating of a dimension, 0 to 100.
    Rate(Dimension, u8),
    /// Keeps the trainee's ratings and goes to the debrief.
    SubmitRating,

    /// Shows another part of the debrief.
    ShowPart(DebriefPart),
    /// Lists only the failed checks, or all.
    FilterChecks(CheckFilter),
    /// Goes to a moment of the call, in its milliseconds.
    JumpTo(u64),
    /// Writes the debrief as a page of HTML into the data folder.
    ExportPage,
    /// Plays again from before this turn.
    RetryFrom(u32),
    /// Plays the same call again from the start.
    RetryCall,
}
