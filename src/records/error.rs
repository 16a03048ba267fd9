//! What can go wrong with the file, by what the person in front of it can do about it.

use rusqlite::ErrorCode;

/// What went wrong, for the person who reads it (key of the words and details).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordsError {
    /// Key in `records.ftl`; its words take `details`.
    pub key: &'static str,
    /// A path, a name, what the system said.
    pub details: String,
}

impl RecordsError {
    pub(super) fn new(key: &'static str, details: impl ToString) -> RecordsError {
        RecordsError { key, details: details.to_string() }
    }

    /// True when the file itself is broken, so that a new one must be begun.
    pub(super) fn is_damage(&self) -> bool {
        self.key == DAMAGED
    }
}

pub(super) const DAMAGED: &str = "records-damaged";

impl std::fmt::Display for RecordsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.key, self.details)
    }
}

impl std::error::Error for RecordsError {}

impl From<rusqlite::Error> for RecordsError {
    fn from(error: rusqlite::Error) -> RecordsError {
        RecordsError::new(key_of(&error), error)
    }
}

impl From<refinery::Error> for RecordsError {
    fn from(error: refinery::Error) -> RecordsError {
        let cause = match error.kind() {
            refinery::error::Kind::Connection(_, cause) => cause.downcast_ref::<rusqlite::Error>(),
            _ => None,
        };
        RecordsError::new(cause.map_or("records-failed", key_of), error)
    }
}

fn key_of(error: &rusqlite::Error) -> &'static str {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
            "records-locked"
        }
        Some(ErrorCode::ReadOnly) => "records-read-only",
        Some(ErrorCode::DiskFull) => "records-disk-full",
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => "records-cannot-open",
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => DAMAGED,
        Some(ErrorCode::SystemIoFailure) => "records-disk-error",
        _ => "records-failed",
    }
}
