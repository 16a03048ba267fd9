//! The tables: rows in, rows out. No rule of the CRM lives here.

use super::{CrmError, Record, SeedRecord};
use crate::id::RecordId;
use crate::pack::fields::fields;
use crate::pack::model::RecordKind;
use rusqlite::{Connection, OptionalExtension as _, Row, params, params_from_iter};
use std::collections::BTreeMap;

const SCHEMA: &str = include_str!("schema.sql");

/// A record with its place among the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Order of making; kept when a discarded record comes back.
    pub position: i64,
    pub record: Record,
}

#[derive(Debug)]
pub struct Database {
    connection: Connection,
}

impl From<rusqlite::Error> for CrmError {
    fn from(error: rusqlite::Error) -> CrmError {
        CrmError(error.to_string())
    }
}

impl Database {
    /// A data base in memory with these records in it.
    pub fn open(records: &[SeedRecord]) -> Result<Database, CrmError> {
        let connection = Connection::open_in_memory()?;
        connection.set_prepared_statement_cache_capacity(64);
        connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;")?;
        connection.execute_batch(&format!("BEGIN; {SCHEMA}"))?;
        let database = Database { connection };
        for seed in records {
            database.seed(seed)?;
        }
        database
            .connection
            .execute_batch("COMMIT")
            .map_err(|error| CrmError(format!("a record names a customer that does not exist ({error})")))?;
        Ok(database)
    }

    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    fn seed(&self, seed: &SeedRecord) -> Result<(), CrmError> {
        if let Some(name) = seed.fields.keys().find(|name| crate::pack::fields::find(seed.kind, name).is_none()) {
            return Err(CrmError(format!("{}: a {} has no field '{name}'", seed.id, seed.kind.name())));
        }
        let customer = match (seed.kind, &seed.customer) {
            (RecordKind::Customer, _) => seed.id.clone(),
            (_, Some(customer)) => customer.clone(),
            (_, None) => return Err(CrmError(format!("{}: it belongs to no customer", seed.id))),
        };
        let record = Record { kind: seed.kind, id: seed.id.clone(), customer, fields: seed.fields.clone(), new: false };
        self.insert(None, &record).map_err(|error| CrmError(format!("{}: {}", seed.id, error.0)))?;
        Ok(())
    }

    /// Adds a record; at the end when no position is given. Returns the position.
    pub fn insert(&self, position: Option<i64>, record: &Record) -> Result<i64, CrmError> {
        self.connection
            .prepare_cached("INSERT INTO record (position, id, kind, customer, new) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![position, record.id.as_str(), record.kind.name(), record.customer.as_str(), record.new])?;
        let position = self.connection.last_insert_rowid();
        let names = fields(record.kind);
        let columns: String = names.iter().map(|field| format!(", \"{}\"", field.name)).collect();
        let holes = ", ?".repeat(names.len());
        let sql = format!("INSERT INTO \"{}\" (record{columns}) VALUES (?{holes})", record.kind.name());
        let position_text = position.to_string();
        let values = names.iter().map(|field| record.fields.get(field.name).filter(|value| !value.is_empty()));
        self.connection
            .prepare_cached(&sql)?
            .execute(params_from_iter(std::iter::once(Some(&position_text)).chain(values)))?;
        Ok(position)
    }

    pub fn delete(&self, position: i64) -> Result<(), CrmError> {
        self.connection.prepare_cached("DELETE FROM record WHERE position = ?1")?.execute([position])?;
        Ok(())
    }

    /// Writes a field; `None` empties it. The field must be one of the kind's.
    pub fn write(&self, kind: RecordKind, position: i64, field: &str, value: Option<&str>) -> Result<(), CrmError> {
        let sql = format!("UPDATE \"{}\" SET \"{field}\" = ?1 WHERE record = ?2", kind.name());
        self.connection.prepare_cached(&sql)?.execute(params![value, position])?;
        Ok(())
    }

    pub fn read(&self, id: &RecordId) -> Result<Option<Stored>, CrmError> {
        let head = self
            .connection
            .prepare_cached("SELECT position, kind, customer, new FROM record WHERE id = ?1")?
            .query_row([id.as_str()], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?, row.get::<_, bool>(3)?))
            })
            .optional()?;
        let Some((position, kind, customer, new)) = head else { return Ok(None) };
        let Some(kind) = RecordKind::from_name(&kind) else { return Ok(None) };
        let fields = self.fields(kind, position)?;
        let record = Record { kind, id: id.clone(), customer: RecordId::new(customer), fields, new };
        Ok(Some(Stored { position, record }))
    }

    fn fields(&self, kind: RecordKind, position: i64) -> Result<BTreeMap<String, String>, CrmError> {
        let sql = format!("SELECT * FROM \"{}\" WHERE record = ?1", kind.name());
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([position], |row| values(row, kind, 0)).optional()?.unwrap_or_default())
    }

    /// The records of a kind in the order of making, of one customer or of all.
    pub fn list(&self, kind: RecordKind, customer: Option<&RecordId>) -> Result<Vec<Stored>, CrmError> {
        let condition =
            if customer.is_some() { "r.customer = ?1 AND r.kind = ?2" } else { "?1 IS NULL AND r.kind = ?2" };
        let sql = format!(
            "SELECT r.position, r.id, r.customer, r.new, k.* FROM record r JOIN \"{}\" k ON k.record = r.position \
             WHERE {condition} ORDER BY r.position",
            kind.name()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![customer.map(RecordId::as_str), kind.name()], |row| {
            let record = Record {
                kind,
                id: RecordId::new(row.get::<_, String>(1)?),
                customer: RecordId::new(row.get::<_, String>(2)?),
                fields: values(row, kind, 4)?,
                new: row.get(3)?,
            };
            Ok(Stored { position: row.get(0)?, record })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// True when a record that is not a customer belongs to this customer.
    pub fn has_dependants(&self, customer: &RecordId) -> Result<bool, CrmError> {
        Ok(self
            .connection
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM record WHERE customer = ?1 AND id <> ?1)")?
            .query_row([customer.as_str()], |row| row.get(0))?)
    }
}

/// The filled fields of a row whose columns of the kind's table begin at `offset`: the record's position, then the
/// fields in the order of the form (a test holds the schema to it).
fn values(row: &Row<'_>, kind: RecordKind, offset: usize) -> rusqlite::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for (at, field) in fields(kind).iter().enumerate() {
        if let Some(value) = row.get::<_, Option<String>>(offset + 1 + at)? {
            found.insert(field.name.to_owned(), value);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_have_the_fields_of_the_forms() {
        let database = Database::open(&[]).expect("an empty data base opens");
        for kind in RecordKind::ALL {
            let mut statement = database
                .connection
                .prepare("SELECT name FROM pragma_table_info(?1) WHERE name <> 'record' ORDER BY cid")
                .expect("the pragma exists");
            let columns: Vec<String> = statement
                .query_map([kind.name()], |row| row.get(0))
                .expect("it runs")
                .collect::<Result<_, _>>()
                .expect("names are text");
            let names: Vec<&str> = fields(kind).iter().map(|field| field.name).collect();
            assert_eq!(columns, names, "{}", kind.name());
        }
    }
}
