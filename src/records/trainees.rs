//! Trainees: who plays on this machine.

use super::{RecordsError, Store, Trainee, TraineeId};
use rusqlite::{OptionalExtension as _, params};

/// Characters of a name.
const NAME_LIMIT: usize = 60;

impl Store {
    /// In the order they were added.
    pub fn trainees(&self) -> Result<Vec<Trainee>, RecordsError> {
        let mut statement = self.connection.prepare_cached("SELECT id, name FROM trainee ORDER BY id")?;
        let trainees = statement.query_map([], |row| Ok(Trainee { id: TraineeId(row.get(0)?), name: row.get(1)? }))?;
        Ok(trainees.collect::<Result<_, _>>()?)
    }

    /// Adds a trainee. A name must tell him from the others on this machine, whatever its case. `now`: UTC, RFC 3339.
    pub fn add_trainee(&mut self, name: &str, now: &str) -> Result<Trainee, RecordsError> {
        // Cut before it is worked on, so that a megabyte costs no more than a name; what is too long stays too long.
        let name: String = name.chars().take(NAME_LIMIT * 4).filter(|char| !char.is_control()).collect();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(RecordsError::new("records-name-empty", ""));
        }
        if name.chars().count() > NAME_LIMIT {
            return Err(RecordsError::new("records-name-too-long", NAME_LIMIT));
        }
        if self.trainees()?.iter().any(|trainee| trainee.name.to_lowercase() == name.to_lowercase()) {
            return Err(RecordsError::new("records-name-taken", name));
        }
        self.connection.execute("INSERT INTO trainee (name, created) VALUES (?1, ?2)", params![name, now])?;
        Ok(Trainee { id: TraineeId(self.connection.last_insert_rowid()), name })
    }

    /// Deletes a trainee with all attempts, journals and scores, for good.
    pub fn delete_trainee(&mut self, id: TraineeId) -> Result<(), RecordsError> {
        let deleted = self.connection.execute("DELETE FROM trainee WHERE id = ?1", [id.0])?;
        if deleted == 0 {
            return Err(RecordsError::new("records-no-trainee", id.0));
        }
        self.empty_log();
        Ok(())
    }

    /// Name and day of adding.
    pub(super) fn trainee(&self, id: TraineeId) -> Result<(Trainee, String), RecordsError> {
        self.connection
            .query_row("SELECT name, created FROM trainee WHERE id = ?1", [id.0], |row| {
                Ok((Trainee { id, name: row.get(0)? }, row.get(1)?))
            })
            .optional()?
            .ok_or_else(|| RecordsError::new("records-no-trainee", id.0))
    }
}
