//! Opening the file: checks before touching it, migrations, and what becomes of a damaged one.

use super::error::{DAMAGED, RecordsError};
use rusqlite::{Connection, OptionalExtension as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a statement waits for another program that has the file.
const PATIENCE: Duration = Duration::from_secs(2);

mod embedded {
    refinery::embed_migrations!("src/records/migrations");
}

/// Something the person should know, though the work goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Key in `records.ftl`; its words take `details`.
    pub key: &'static str,
    /// What the words speak of: where the damaged file lies now.
    pub details: String,
}

/// Opens `headset.sqlite`. A damaged file is moved aside and a new one begun; the notice says where the old one lies.
pub fn open(folder: &Path) -> Result<(Connection, Vec<Notice>), RecordsError> {
    std::fs::create_dir_all(folder)
        .map_err(|error| RecordsError::new("records-cannot-open", format!("{}: {error}", folder.display())))?;
    let path = folder.join("headset.sqlite");
    match connect(&path) {
        Ok(connection) => Ok((connection, Vec::new())),
        Err(error) if error.is_damage() => {
            let aside = set_aside(folder, &path)?;
            let notice = Notice { key: "records-set-aside", details: aside.display().to_string() };
            Ok((connect(&path)?, vec![notice]))
        }
        Err(error) => Err(error),
    }
}

fn connect(path: &Path) -> Result<Connection, RecordsError> {
    let mut connection = Connection::open(path)
        .map_err(|error| RecordsError { details: path.display().to_string(), ..RecordsError::from(error) })?;
    connection.busy_timeout(PATIENCE)?;
    // Nothing is written before it is known that the file is ours to write.
    refuse_newer(&connection)?;
    refuse_damaged(&connection)?;
    if connection.is_readonly("main")? {
        return Err(RecordsError::new("records-read-only", path.display()));
    }
    // In WAL an input that was written survives a kill of the process without waiting for the disk (synchronous = NORMAL);
    // only a power cut can take the last ones. Where WAL cannot be had (some network drives) SQLite keeps its old way.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;",
    )?;
    embedded::migrations::runner().run(&mut connection)?;
    Ok(connection)
}

fn refuse_newer(connection: &Connection) -> Result<(), RecordsError> {
    let has_history: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'refinery_schema_history')",
        [],
        |row| row.get(0),
    )?;
    if !has_history {
        return Ok(());
    }
    let version: Option<i64> = connection
        .query_row("SELECT max(version) FROM refinery_schema_history", [], |row| row.get(0))
        .optional()?
        .flatten();
    let known =
        embedded::migrations::runner().get_migrations().iter().map(|migration| i64::from(migration.version())).max();
    match version {
        Some(version) if Some(version) > known => Err(RecordsError::new("records-newer", version)),
        _ => Ok(()),
    }
}

fn refuse_damaged(connection: &Connection) -> Result<(), RecordsError> {
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(RecordsError::new(DAMAGED, verdict)) }
}

/// Moves the file and what SQLite keeps beside it to the first free `headset.damaged-N.sqlite`.
fn set_aside(folder: &Path, path: &Path) -> Result<PathBuf, RecordsError> {
    let aside = (1..)
        .map(|number: u32| folder.join(format!("headset.damaged-{number}.sqlite")))
        .find(|aside| !aside.exists())
        .ok_or_else(|| RecordsError::new(DAMAGED, path.display()))?;
    std::fs::rename(path, &aside)
        .map_err(|error| RecordsError::new("records-damaged-stays", format!("{}: {error}", path.display())))?;
    for suffix in ["-wal", "-shm"] {
        let beside = |path: &Path| {
            let mut name = path.as_os_str().to_owned();
            name.push(suffix);
            PathBuf::from(name)
        };
        // A log that stayed would be taken for the new file's.
        if beside(path).exists() {
            std::fs::rename(beside(path), beside(&aside))
                .map_err(|error| RecordsError::new("records-damaged-stays", format!("{}: {error}", path.display())))?;
        }
    }
    Ok(aside)
}

/// Brings a new file to an old version of the scheme, for tests of what follows.
#[cfg(test)]
pub fn migrate_to(connection: &mut Connection, version: i32) {
    let runner = embedded::migrations::runner().set_target(refinery::Target::Version(version as _));
    runner.run(connection).expect("the migrations are sound");
}
