//! An attempt played in the terminal, kept in the records as it happens.

use crate::call::Input;
use crate::records::{AttemptId, RecordsError, State, Store, Trainee, TraineeId};
use crate::training::Run;
use crate::wording::Wording;
use std::path::Path;

/// The store and the attempt being played.
#[derive(Debug)]
pub struct Keeper {
    store: Store,
    attempt: AttemptId,
}

/// The data base of the data folder.
pub fn store(folder: &Path, words: &Wording) -> Option<Store> {
    match Store::open(folder) {
        Ok(store) => {
            for notice in store.notices() {
                eprintln!("{}", words.with(notice.key, &[("details", &notice.details)]));
            }
            Some(store)
        }
        Err(error) => {
            eprintln!("{}", in_words(&error, words));
            None
        }
    }
}

/// The trainee of that name, whatever its case.
pub fn find(store: &Store, name: &str) -> Result<Option<Trainee>, RecordsError> {
    let wanted = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    Ok(store.trainees()?.into_iter().find(|trainee| trainee.name.to_lowercase() == wanted))
}

/// The trainee of that name, made if there is none.
pub fn trainee(store: &mut Store, name: &str) -> Result<TraineeId, RecordsError> {
    match find(store, name)? {
        Some(trainee) => Ok(trainee.id),
        None => Ok(store.add_trainee(name, &now())?.id),
    }
}

/// A records error for the person who reads it.
pub fn in_words(error: &RecordsError, words: &Wording) -> String {
    words.with(error.key, &[("details", &error.details)])
}

/// The present moment, UTC.
pub fn now() -> String {
    jiff::Timestamp::now().round(jiff::Unit::Second).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_string()
}

impl Keeper {
    /// Begins an attempt.
    pub fn begin(mut store: Store, trainee: TraineeId, run: &Run) -> Result<Keeper, RecordsError> {
        let attempt = store.begin(trainee, &run.journal().header, &now())?;
        Ok(Keeper { store, attempt })
    }

    /// Goes on with an attempt that was interrupted.
    pub fn go_on(store: Store, attempt: AttemptId) -> Keeper {
        Keeper { store, attempt }
    }

    /// Writes an input down before it takes effect.
    pub fn append(&mut self, input: &Input) -> Result<(), RecordsError> {
        self.store.append(self.attempt, input)
    }

    /// Closes an attempt that was not played to its end, with the score it has come to.
    pub fn abandon(&mut self, run: &Run) -> Result<(), RecordsError> {
        let score = serde_json::to_string(&run.score()).expect("a score holds nothing JSON cannot say");
        self.store.close(self.attempt, State::Abandoned, Some(&score))
    }

    /// Ends the attempt with its score.
    pub fn close(&mut self, run: &Run) -> Result<(), RecordsError> {
        let score = serde_json::to_string(&run.score()).expect("a score holds nothing JSON cannot say");
        self.store.close(self.attempt, State::Finished, Some(&score))
    }
}
