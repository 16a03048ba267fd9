//! Trainees, attempts, journals and scores on disk: one SQLite data base in the data folder, written as it happens.

mod attempts;
mod error;
mod export;
mod journals;
mod open;
pub mod recordings;
mod trainees;

pub use error::RecordsError;
pub use open::Notice;
pub use recordings::{Kept, Recordings};

use crate::training::journal::Header;
use rusqlite::{Connection, OptionalExtension as _};
use std::path::Path;

/// Number of a trainee in the data base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TraineeId(pub i64);
/// Number of an attempt in the data base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttemptId(pub i64);

/// Somebody who trains on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trainee {
    /// Number in the data base.
    pub id: TraineeId,
    /// Name as typed, shown in lists.
    pub name: String,
}

/// An attempt as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Number in the data base.
    pub id: AttemptId,
    /// Who played it.
    pub trainee: TraineeId,
    /// What was played: pack, call, language, seed, mode.
    pub header: Header,
    /// UTC, RFC 3339; given by the caller (the core has no clock).
    pub started: String,
    /// Whether it is over.
    pub state: State,
    /// The score as JSON, once there is one.
    pub score: Option<String>,
    /// The trainee's own rating before seeing the score, 0–100 per dimension name.
    pub self_rating: Vec<(String, u8)>,
}

/// How far an attempt has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Being played, or interrupted by a crash.
    Open,
    /// Played to the end of wrap-up.
    Finished,
    /// Given up by the trainee.
    Abandoned,
}

impl State {
    fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Finished => "finished",
            State::Abandoned => "abandoned",
        }
    }

    fn from_name(name: &str) -> Option<State> {
        [State::Open, State::Finished, State::Abandoned].into_iter().find(|state| state.name() == name)
    }
}

/// The file in which everything is kept.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    notices: Vec<Notice>,
}

impl Store {
    /// Opens (creating and migrating) `<folder>/headset.sqlite`. A damaged file is kept aside, never overwritten (see
    /// `notices`); one that a newer version of the program made is refused and left as it is.
    pub fn open(folder: &Path) -> Result<Store, RecordsError> {
        let (connection, notices) = open::open(folder)?;
        Ok(Store { connection, notices })
    }

    /// What the person should know about the opening.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// A setting of the program on this machine.
    pub fn setting(&self, key: &str) -> Result<Option<String>, RecordsError> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Keeps a setting; a value kept before under the same key is replaced.
    pub fn set_setting(&mut self, key: &str, value: &str) -> Result<(), RecordsError> {
        self.connection
            .prepare_cached(
                "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
            )?
            .execute([key, value])?;
        Ok(())
    }

    /// Makes a deletion final: nothing of it stays in the log beside the file.
    fn empty_log(&self) {
        // Another program that reads just now keeps the log; the next checkpoint empties it. The rows are gone either way.
        let _ = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    }
}

#[cfg(test)]
mod tests;
