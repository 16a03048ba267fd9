//! The index of the search: per customer, the words and numbers a caller may say to be found.

use super::database::{Database, Stored};
use super::fold::{compact, words};
use super::{CrmError, Record};
use crate::id::RecordId;
use crate::pack::model::RecordKind;
use rusqlite::params;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// Kinds of record whose number or id a caller may give.
const NUMBERED: [RecordKind; 3] = [RecordKind::Contract, RecordKind::Ticket, RecordKind::Order];

/// The searchable words of a customer, folded, by column of the index.
#[derive(Debug, Default, PartialEq, Eq)]
struct Words {
    columns: [String; 4],
}

/// The index: made at the first search, then kept up to date.
#[derive(Debug, Default)]
pub struct Index {
    made: Cell<bool>,
}

impl Index {
    /// Brings the index up to date after a change to a customer or to something of his.
    pub fn follow(&self, database: &Database, customer: &RecordId) -> Result<(), CrmError> {
        if !self.made.get() {
            return Ok(());
        }
        let Some(Stored { position, record }) = database.read(customer)? else { return Ok(()) };
        let mut others = Vec::new();
        for kind in NUMBERED {
            others.extend(database.list(kind, Some(customer))?.into_iter().map(|stored| stored.record));
        }
        self.forget(database, position)?;
        write(database, position, &words_of(&record, &others))
    }

    /// Takes a customer out of the index.
    pub fn forget(&self, database: &Database, position: i64) -> Result<(), CrmError> {
        if self.made.get() {
            database.connection().prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([position])?;
        }
        Ok(())
    }

    /// Makes it, if that was not done before.
    pub fn make(&self, database: &Database) -> Result<(), CrmError> {
        if self.made.get() {
            return Ok(());
        }
        let transaction = database.connection().unchecked_transaction()?;
        transaction.execute_batch(include_str!("search.sql"))?;
        let mut others: BTreeMap<RecordId, Vec<Record>> = BTreeMap::new();
        for kind in NUMBERED {
            for stored in database.list(kind, None)? {
                others.entry(stored.record.customer.clone()).or_default().push(stored.record);
            }
        }
        for customer in database.list(RecordKind::Customer, None)? {
            let others = others.remove(&customer.record.id).unwrap_or_default();
            write(database, customer.position, &words_of(&customer.record, &others))?;
        }
        transaction.commit()?;
        self.made.set(true);
        Ok(())
    }
}

fn write(database: &Database, position: i64, words: &Words) -> Result<(), CrmError> {
    let [name, number, place, email] = &words.columns;
    database
        .connection()
        .prepare_cached("INSERT INTO search (rowid, name, number, place, email) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![position, name, number, place, email])?;
    Ok(())
}

fn words_of(customer: &Record, others: &[Record]) -> Words {
    let field = |name: &str| customer.fields.get(name).map_or("", String::as_str);
    let joined =
        |names: &[&str]| -> String { names.iter().flat_map(|name| words(field(name))).collect::<Vec<_>>().join(" ") };
    let mut numbers = BTreeSet::new();
    for phone in [field("phone"), field("mobile")] {
        let digits = compact(phone);
        // The three ways a number begins: +33 6 12 …, 06 12 …, 6 12 …
        if let Some(home) = ["33", "44"].iter().find_map(|code| digits.strip_prefix(code)) {
            numbers.insert(format!("0{home}"));
            numbers.insert(home.to_owned());
        } else if let Some(home) = digits.strip_prefix('1') {
            numbers.insert(home.to_owned());
        }
        numbers.insert(digits);
    }
    for record in others {
        let number = record.fields.get("number").map_or(record.id.as_str(), String::as_str);
        let whole = compact(number);
        let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
        numbers.insert(digits);
        numbers.insert(whole);
    }
    numbers.remove("");
    let postal = compact(field("postal_code"));
    Words {
        columns: [
            joined(&["first_name", "last_name", "company"]),
            numbers.into_iter().collect::<Vec<_>>().join(" "),
            format!("{} {postal} {}", joined(&["street"]), joined(&["city"])),
            joined(&["email"]),
        ],
    }
}
