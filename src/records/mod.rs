//! Trainees, attempts, journals and scores on disk: one SQLite data base in the data folder, written as it happens.

use crate::call::Input;
use crate::training::journal::{Header, Journal};
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TraineeId(pub i64);
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttemptId(pub i64);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trainee {
    pub id: TraineeId,
    pub name: String,
}

/// An attempt as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    pub id: AttemptId,
    pub trainee: TraineeId,
    pub header: Header,
    /// UTC, RFC 3339; given by the caller (the core has no clock).
    pub started: String,
    pub state: State,
    /// The score as JSON, once there is one.
    pub score: Option<String>,
    /// The trainee's own rating before seeing the score, 0–100 per dimension name.
    pub self_rating: Vec<(String, u8)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Being played, or interrupted by a crash.
    Open,
    Finished,
    /// Given up by the trainee.
    Abandoned,
}

/// What went wrong, for the person who reads it (key of the words and details).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordsError {
    pub key: &'static str,
    pub details: String,
}

#[derive(Debug)]
pub struct Store {/* private */}

impl Store {
    /// Opens (creating and migrating) `<folder>/headset.sqlite`. WAL; a damaged file is kept aside, never overwritten.
    pub fn open(_folder: &Path) -> Result<Store, RecordsError> {
        todo!()
    }
    pub fn trainees(&self) -> Result<Vec<Trainee>, RecordsError> {
        todo!()
    }
    pub fn add_trainee(&mut self, _name: &str, _now: &str) -> Result<Trainee, RecordsError> {
        todo!()
    }
    pub fn delete_trainee(&mut self, _id: TraineeId) -> Result<(), RecordsError> {
        todo!()
    }
    pub fn begin(&mut self, _trainee: TraineeId, _header: &Header, _now: &str) -> Result<AttemptId, RecordsError> {
        todo!()
    }
    /// Appends one input; durable against a kill of the process when it returns. A `Pass` after a `Pass` is merged into it.
    pub fn append(&mut self, _attempt: AttemptId, _input: &Input) -> Result<(), RecordsError> {
        todo!()
    }
    pub fn close(&mut self, _attempt: AttemptId, _state: State, _score_json: Option<&str>) -> Result<(), RecordsError> {
        todo!()
    }
    pub fn rate_self(&mut self, _attempt: AttemptId, _rating: &[(String, u8)]) -> Result<(), RecordsError> {
        todo!()
    }
    /// Newest first.
    pub fn attempts(&self, _trainee: TraineeId) -> Result<Vec<Attempt>, RecordsError> {
        todo!()
    }
    /// Attempts in state `Open`, newest first: to be offered to go on.
    pub fn unfinished(&self, _trainee: TraineeId) -> Result<Vec<Attempt>, RecordsError> {
        todo!()
    }
    pub fn attempt(&self, _id: AttemptId) -> Result<Attempt, RecordsError> {
        todo!()
    }
    pub fn journal(&self, _attempt: AttemptId) -> Result<Journal, RecordsError> {
        todo!()
    }
    pub fn delete_attempt(&mut self, _attempt: AttemptId) -> Result<(), RecordsError> {
        todo!()
    }
    pub fn setting(&self, _key: &str) -> Result<Option<String>, RecordsError> {
        todo!()
    }
    pub fn set_setting(&mut self, _key: &str, _value: &str) -> Result<(), RecordsError> {
        todo!()
    }
}
