//! Journals: the inputs of an attempt, written one by one as they happen.

use super::{AttemptId, RecordsError, State, Store};
use crate::call::Input;
use crate::training::journal::Journal;
use rusqlite::{Connection, TransactionBehavior, params};

/// Longest time one `Pass` can hold: what JSON numbers keep exactly (2⁵³ − 1 ms, 285 000 years).
const LONGEST_PASS_MS: i64 = (1 << 53) - 1;

impl Store {
    /// Appends one input; durable against a kill of the process when it returns. A `Pass` after a `Pass` is merged into it.
    pub fn append(&mut self, attempt: AttemptId, input: &Input) -> Result<(), RecordsError> {
        write(&self.connection, attempt, input)
    }

    /// Appends many inputs at once, all or none: the beginning of a retry, an imported journal.
    pub fn append_all(&mut self, attempt: AttemptId, inputs: &[Input]) -> Result<(), RecordsError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for input in inputs {
            write(&transaction, attempt, input)?;
        }
        Ok(transaction.commit()?)
    }

    /// Header and inputs of an attempt; an error when there is no such attempt or an input cannot be read.
    pub fn journal(&self, attempt: AttemptId) -> Result<Journal, RecordsError> {
        let header = self.attempt(attempt)?.header;
        let mut statement =
            self.connection.prepare_cached("SELECT seq, input FROM input WHERE attempt = ?1 ORDER BY seq")?;
        let mut rows = statement.query([attempt.0])?;
        let mut inputs = Vec::new();
        while let Some(row) = rows.next()? {
            let (seq, input): (i64, String) = (row.get(0)?, row.get(1)?);
            let input = serde_json::from_str(&input).map_err(|error| {
                RecordsError::new("records-journal-unreadable", format!("{}, {seq}: {error}", attempt.0))
            })?;
            inputs.push(input);
        }
        Ok(Journal { header, inputs })
    }
}

/// Each way is one statement, hence one transaction of its own when none is open.
fn write(connection: &Connection, attempt: AttemptId, input: &Input) -> Result<(), RecordsError> {
    let input = match input {
        Input::Pass { ms } => {
            let ms = i64::try_from(*ms).unwrap_or(LONGEST_PASS_MS).min(LONGEST_PASS_MS);
            let merged = connection
                .prepare_cached(
                    "UPDATE input SET input = json_object('pass', json_object('ms', \
                     min(json_extract(input, '$.pass.ms') + ?2, ?3))) \
                     WHERE attempt = ?1 AND seq = (SELECT max(seq) FROM input WHERE attempt = ?1) \
                     AND input LIKE '{\"pass\":%' AND (SELECT state FROM attempt WHERE id = ?1) = 'open'",
                )?
                .execute(params![attempt.0, ms, LONGEST_PASS_MS])?;
            if merged > 0 {
                return Ok(());
            }
            Input::Pass { ms: ms.unsigned_abs() }
        }
        other => other.clone(),
    };
    let text = serde_json::to_string(&input).map_err(|error| RecordsError::new("records-failed", error))?;
    let added = connection
        .prepare_cached(
            "INSERT INTO input (attempt, seq, input) \
             SELECT id, (SELECT coalesce(max(seq), -1) + 1 FROM input WHERE attempt = ?1), ?2 \
             FROM attempt WHERE id = ?1 AND state = ?3",
        )?
        .execute(params![attempt.0, text, State::Open.name()])?;
    if added > 0 {
        return Ok(());
    }
    let known: bool =
        connection.query_row("SELECT EXISTS (SELECT 1 FROM attempt WHERE id = ?1)", [attempt.0], |row| row.get(0))?;
    let key = if known { "records-attempt-closed" } else { "records-no-attempt" };
    Err(RecordsError::new(key, attempt.0))
}
