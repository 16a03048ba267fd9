//! Attempts: one call played by one trainee.

use super::{Attempt, AttemptId, RecordsError, State, Store, TraineeId};
use crate::training::journal::Header;
use rusqlite::{OptionalExtension as _, Row, params};

const COLUMNS: &str = "id, trainee, header, started, state, score";

impl Store {
    /// Begins an attempt with an empty journal. `now`: UTC, RFC 3339.
    pub fn begin(&mut self, trainee: TraineeId, header: &Header, now: &str) -> Result<AttemptId, RecordsError> {
        self.trainee(trainee)?;
        let header = serde_json::to_string(header).map_err(|error| RecordsError::new("records-failed", error))?;
        self.connection
            .prepare_cached("INSERT INTO attempt (trainee, header, started) VALUES (?1, ?2, ?3)")?
            .execute(params![trainee.0, header, now])?;
        Ok(AttemptId(self.connection.last_insert_rowid()))
    }

    /// Ends an attempt (or opens it again); a score that is there already stays when none is given.
    pub fn close(&mut self, attempt: AttemptId, state: State, score_json: Option<&str>) -> Result<(), RecordsError> {
        let changed = self
            .connection
            .prepare_cached("UPDATE attempt SET state = ?2, score = coalesce(?3, score) WHERE id = ?1")?
            .execute(params![attempt.0, state.name(), score_json])?;
        if changed == 0 { Err(RecordsError::new("records-no-attempt", attempt.0)) } else { Ok(()) }
    }

    /// Keeps the trainee's own rating (0–100 per dimension name), in place of an earlier one.
    pub fn rate_self(&mut self, attempt: AttemptId, rating: &[(String, u8)]) -> Result<(), RecordsError> {
        if let Some((dimension, _)) = rating.iter().find(|(_, points)| *points > 100) {
            return Err(RecordsError::new("records-rating", dimension));
        }
        self.attempt(attempt)?;
        let transaction = self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        transaction.execute("DELETE FROM self_rating WHERE attempt = ?1", [attempt.0])?;
        for (position, (dimension, points)) in (0_i64..).zip(rating) {
            transaction.execute(
                "INSERT INTO self_rating (attempt, position, dimension, rating) VALUES (?1, ?2, ?3, ?4)",
                params![attempt.0, position, dimension, points],
            )?;
        }
        Ok(transaction.commit()?)
    }

    /// Newest first.
    pub fn attempts(&self, trainee: TraineeId) -> Result<Vec<Attempt>, RecordsError> {
        self.list("trainee = ?1", trainee)
    }

    /// Attempts in state `Open`, newest first: to be offered to go on.
    pub fn unfinished(&self, trainee: TraineeId) -> Result<Vec<Attempt>, RecordsError> {
        self.list("trainee = ?1 AND state = 'open'", trainee)
    }

    fn list(&self, condition: &str, trainee: TraineeId) -> Result<Vec<Attempt>, RecordsError> {
        let sql = format!("SELECT {COLUMNS} FROM attempt WHERE {condition} ORDER BY id DESC");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([trainee.0], read)?;
        let mut attempts = Vec::new();
        for attempt in rows {
            // One attempt that cannot be read must not hide the others; asked for by its id it says why.
            if let Ok(mut attempt) = attempt? {
                attempt.self_rating = self.self_rating(attempt.id)?;
                attempts.push(attempt);
            }
        }
        Ok(attempts)
    }

    /// One attempt with its self-rating; an error when there is none of that id.
    pub fn attempt(&self, id: AttemptId) -> Result<Attempt, RecordsError> {
        let sql = format!("SELECT {COLUMNS} FROM attempt WHERE id = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_row([id.0], read).optional()?;
        let mut attempt = found.ok_or_else(|| RecordsError::new("records-no-attempt", id.0))??;
        attempt.self_rating = self.self_rating(id)?;
        Ok(attempt)
    }

    fn self_rating(&self, attempt: AttemptId) -> Result<Vec<(String, u8)>, RecordsError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT dimension, rating FROM self_rating WHERE attempt = ?1 ORDER BY position")?;
        let ratings = statement.query_map([attempt.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(ratings.collect::<Result<_, _>>()?)
    }

    /// Deletes an attempt with its journal and score, for good.
    pub fn delete_attempt(&mut self, attempt: AttemptId) -> Result<(), RecordsError> {
        let deleted = self.connection.execute("DELETE FROM attempt WHERE id = ?1", [attempt.0])?;
        if deleted == 0 {
            return Err(RecordsError::new("records-no-attempt", attempt.0));
        }
        self.empty_log();
        Ok(())
    }
}

/// A row of `COLUMNS`; the inner error: its header or state is of no version this program knows.
fn read(row: &Row<'_>) -> rusqlite::Result<Result<Attempt, RecordsError>> {
    let id = AttemptId(row.get(0)?);
    let (header, state): (String, String) = (row.get(2)?, row.get(4)?);
    let unreadable = |details: String| RecordsError::new("records-journal-unreadable", details);
    let header: Header = match serde_json::from_str(&header) {
        Ok(header) => header,
        Err(error) => return Ok(Err(unreadable(format!("{}: {error}", id.0)))),
    };
    let Some(state) = State::from_name(&state) else {
        return Ok(Err(unreadable(format!("{}: {state}", id.0))));
    };
    Ok(Ok(Attempt {
        id,
        trainee: TraineeId(row.get(1)?),
        header,
        started: row.get(3)?,
        state,
        score: row.get(5)?,
        self_rating: Vec::new(),
    }))
}
