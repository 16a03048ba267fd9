//! A call being played at the desk: the run, its record on disk, and what is half typed.

use super::super::action::{Drawer, Work};
use super::{Outbox, SaidData};
use crate::call::{Input, Party, Phase, What};
use crate::id::RecordId;
use crate::pack::model::RecordKind;
use crate::records::{AttemptId, RecordsError, State, Store};
use crate::training::{Mode, Run, StepState, Suggestion};
use std::collections::BTreeMap;

/// Keys are told to the call at most this often.
const TYPING_MS: u64 = 500;

/// The record open in the CRM.
#[derive(Debug, Clone)]
pub struct OpenRecord {
    pub customer: RecordId,
    pub kind: RecordKind,
}

/// A call being played.
#[derive(Debug)]
pub struct Sitting {
    run: Run,
    /// `None`: nothing is kept (no store, no trainee).
    attempt: Option<AttemptId>,
    /// On its way to the store.
    outbox: Outbox,
    since_typing_ms: u64,
    /// Real time at the desk; moves the face.
    pub clock_ms: u64,
    /// What stands in the reply box.
    pub reply: String,
    /// Place in the history of replies, from the newest.
    recalled: Option<usize>,
    /// What the softphone has unfolded; `None`: nothing.
    pub drawer: Option<Drawer>,
    /// What fills the work area.
    pub work: Work,
    /// The transcript shows what was understood of the operator's lines.
    pub understood: bool,
    /// What is searched for among customers.
    pub crm_search: String,
    /// `None`: the search is shown.
    pub open: Option<OpenRecord>,
    /// Fields typed in and not written.
    pub drafts: BTreeMap<(RecordId, &'static str), String>,
    /// The pack was changed in a way this call cannot follow: it goes on with the pack it began with.
    pub old_pack: bool,
    /// The field that was typed in last.
    pub field: Option<(RecordId, &'static str)>,
    /// Place in what was said, from the newest, of what was taken into the field last.
    taken: Option<usize>,
    /// What was said that a record may want, by turn.
    data: SaidData,
    /// Why the CRM refused an edit, key and what it speaks of; `None`: it refused nothing, or something else was done
    /// since.
    pub refused: Option<(String, BTreeMap<String, String>)>,
    /// What is searched for in the handbook.
    pub handbook_search: String,
    /// File stem of the handbook page open; `None`: none.
    pub page: Option<String>,
    /// Script and suggestions as they stood after so many events.
    hints: (usize, Vec<StepState>, Vec<Suggestion>),
}

impl Sitting {
    /// Sits down at a call.
    pub fn new(run: Run, attempt: Option<AttemptId>) -> Sitting {
        let mut sitting = Sitting {
            run,
            attempt,
            outbox: Outbox::default(),
            since_typing_ms: TYPING_MS,
            clock_ms: 0,
            reply: String::new(),
            recalled: None,
            drawer: None,
            work: Work::Crm,
            understood: false,
            crm_search: String::new(),
            open: None,
            drafts: BTreeMap::new(),
            old_pack: false,
            field: None,
            taken: None,
            data: SaidData::default(),
            refused: None,
            handbook_search: String::new(),
            page: None,
            hints: (usize::MAX, Vec::new(), Vec::new()),
        };
        sitting.think();
        sitting
    }

    /// The call, its clock and all that happened in it.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// Where it is kept; `None`: nowhere.
    pub fn attempt(&self) -> Option<AttemptId> {
        self.attempt
    }

    /// Goes on with the same call played by a newer version of its pack.
    pub fn go_over(&mut self, run: Run) {
        self.run = run;
        self.old_pack = false;
        self.hints.0 = usize::MAX;
        self.data = SaidData::default();
        self.think();
    }

    /// From here on the call is kept as that attempt, which holds all that was played so far.
    pub fn keep_in(&mut self, attempt: Option<AttemptId>) {
        self.attempt = attempt;
        self.outbox = Outbox::default();
    }

    /// Why something is not written yet; `None`: all is well.
    pub fn unwritten(&self) -> Option<&RecordsError> {
        self.outbox.trouble()
    }

    /// Leaves the desk with the call as it is, and what could not be written.
    pub fn into_run(self) -> (Option<AttemptId>, Run, Outbox) {
        (self.attempt, self.run, self.outbox)
    }

    /// The steps of the script.
    pub fn script(&self) -> &[StepState] {
        &self.hints.1
    }

    /// The lines offered in guided mode.
    pub fn suggestions(&self) -> &[Suggestion] {
        &self.hints.2
    }

    /// What was said by the other side that a record may want, by turn.
    pub fn data(&self) -> &SaidData {
        &self.data
    }

    /// The newest thing said that a record may want; at the next call the one before it.
    pub fn next_datum(&mut self) -> Option<String> {
        let all = self.data.newest_first();
        let at = self.taken.map_or(0, |at| at + 1);
        let at = if at < all.len() { at } else { 0 };
        self.taken = Some(at);
        all.get(at).map(|text| (*text).to_owned())
    }

    /// The lines offered now. While the plan waits for the customer, or a colleague listens, none of them would be right:
    /// no quiz without an answer.
    pub fn offered(&self) -> &[Suggestion] {
        let listens = self.run.phase() == Phase::Talking && self.run.party() != Some(Party::Colleague);
        if listens && self.hints.2.iter().any(|line| line.good) { &self.hints.2 } else { &[] }
    }

    /// True while the call's clock runs.
    pub fn moves(&self) -> bool {
        self.run.phase() != Phase::Ended
    }

    /// Real time went by. It takes effect at once and is written down in larger pieces.
    pub fn pass(&mut self, ms: u64, store: Option<&mut Store>) {
        if ms == 0 || !self.moves() {
            return;
        }
        self.clock_ms += ms;
        self.since_typing_ms = self.since_typing_ms.saturating_add(ms);
        self.run.apply(Input::Pass { ms });
        self.keep(Input::Pass { ms });
        if self.outbox.is_due(self.clock_ms) {
            self.write(store);
        }
        self.think();
        self.drop_drawer();
    }

    /// Applies an input and writes it down, after all that came before it.
    pub fn apply(&mut self, input: Input, store: Option<&mut Store>) {
        self.keep(input.clone());
        if self.outbox.is_worth_a_try(self.clock_ms) {
            self.write(store);
        }
        self.run.apply(input);
        self.think();
        self.drop_drawer();
    }

    /// Writes down all that is not written yet.
    pub fn flush(&mut self, store: Option<&mut Store>) -> Result<(), RecordsError> {
        match (store, self.attempt) {
            (Some(store), Some(attempt)) => self.outbox.write(attempt, self.clock_ms, store),
            _ => Ok(()),
        }
    }

    /// Ends the attempt in the store.
    pub fn close(&mut self, state: State, store: Option<&mut Store>) -> Result<(), RecordsError> {
        self.outbox.end(state, serde_json::to_string(&self.run.score()).ok());
        self.flush(store)
    }

    fn keep(&mut self, input: Input) {
        if self.attempt.is_some() {
            self.outbox.push(input);
        }
    }

    /// What cannot be written now waits in the outbox, which says so.
    fn write(&mut self, store: Option<&mut Store>) {
        let _ = self.flush(store);
    }

    /// The reply box was typed in; true when the call has to be told.
    pub fn type_reply(&mut self, text: String) -> bool {
        self.reply = text;
        self.recalled = None;
        let tell = self.since_typing_ms >= TYPING_MS && !self.reply.is_empty();
        if tell {
            self.since_typing_ms = 0;
        }
        tell
    }

    /// Puts an earlier (or later) reply into the box.
    pub fn recall(&mut self, earlier: bool) {
        let said: Vec<&str> = self
            .run
            .events()
            .iter()
            .rev()
            .filter_map(|event| match &event.what {
                What::Said { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let wanted = match (self.recalled, earlier) {
            (None, true) => Some(0),
            (None, false) => None,
            (Some(at), true) => Some((at + 1).min(said.len().saturating_sub(1))),
            (Some(at), false) => at.checked_sub(1),
        };
        self.recalled = wanted.filter(|at| *at < said.len());
        self.reply = self.recalled.and_then(|at| said.get(at)).map_or_else(String::new, |text| (*text).to_owned());
    }

    /// Script and suggestions are worked out again when something happened: understanding all model lines takes a while.
    fn think(&mut self) {
        let count = self.run.events().len();
        if self.hints.0 == count {
            return;
        }
        let mode = self.run.setup().mode;
        let steps = if matches!(mode, Mode::Guided | Mode::ScriptShown) { self.run.script() } else { Vec::new() };
        let spoken = |what: &What| matches!(what, What::Said { .. } | What::LineEnded { .. } | What::Phase { .. });
        let news = self.hints.0 > count || self.run.events()[self.hints.0..].iter().any(|event| spoken(&event.what));
        let suggestions = match mode {
            Mode::Guided if news => self.run.suggestions(),
            _ => std::mem::take(&mut self.hints.2),
        };
        self.hints = (count, steps, suggestions);
        self.data.follow(&self.run);
    }

    /// What was unfolded makes no sense once the call is over.
    fn drop_drawer(&mut self) {
        if !matches!(self.run.phase(), Phase::Talking | Phase::Hold | Phase::Consulting) {
            self.drawer = None;
        }
    }
}
