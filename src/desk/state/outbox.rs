//! What is on its way to the store: nothing is written before what came before it, so that a stored journal is always the
//! beginning of the call that was played.

use crate::call::Input;
use crate::records::{AttemptId, RecordsError, State, Store};

/// Time that passed is written down at most this often, in milliseconds of the call.
const WRITE_PASS_MS: u64 = 250;
/// After a failure the store is tried again at most this often: a locked one makes the desk stand still while it waits.
const TRY_AGAIN_MS: u64 = 5_000;

/// Inputs of one attempt that are not in the store yet, in their order.
#[derive(Debug, Default)]
pub struct Outbox {
    inputs: Vec<Input>,
    /// How the attempt ended, with its score; `None`: it goes on.
    end: Option<(State, Option<String>)>,
    /// What went wrong at the last try, and when that was by the clock of the desk.
    failed: Option<(RecordsError, u64)>,
}

impl Outbox {
    /// Takes one more input. Time after time is one piece of time.
    pub fn push(&mut self, input: Input) {
        match (self.inputs.last_mut(), &input) {
            (Some(Input::Pass { ms }), Input::Pass { ms: more }) => *ms = ms.saturating_add(*more),
            _ => self.inputs.push(input),
        }
    }

    /// The attempt is over once all before this is written.
    pub fn end(&mut self, state: State, score: Option<String>) {
        self.end = Some((state, score));
    }

    /// Why something is not written yet; `None`: all is well.
    pub fn trouble(&self) -> Option<&RecordsError> {
        self.failed.as_ref().map(|(error, _)| error)
    }

    /// True unless the store refused only just now.
    pub fn is_worth_a_try(&self, clock_ms: u64) -> bool {
        self.failed.as_ref().is_none_or(|(_, at_ms)| clock_ms.saturating_sub(*at_ms) >= TRY_AGAIN_MS)
    }

    /// True when enough has come together to be written.
    pub fn is_due(&self, clock_ms: u64) -> bool {
        let enough = match self.inputs.as_slice() {
            [] => false,
            [Input::Pass { ms }] => *ms >= WRITE_PASS_MS,
            _ => true,
        };
        enough && self.is_worth_a_try(clock_ms)
    }

    /// Writes all of it, or nothing.
    pub fn write(&mut self, attempt: AttemptId, clock_ms: u64, store: &mut Store) -> Result<(), RecordsError> {
        let written = self.try_to_write(attempt, store);
        self.failed = written.as_ref().err().map(|error| (error.clone(), clock_ms));
        written
    }

    fn try_to_write(&mut self, attempt: AttemptId, store: &mut Store) -> Result<(), RecordsError> {
        if !self.inputs.is_empty() {
            store.append_all(attempt, &self.inputs)?;
            self.inputs.clear();
        }
        if let Some((state, score)) = &self.end {
            store.close(attempt, *state, score.as_deref())?;
            self.end = None;
        }
        Ok(())
    }
}
