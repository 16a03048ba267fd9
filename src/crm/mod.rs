//! The CRM: a real data base of customers, contracts, tickets, orders, appointments, contacts and consents.
//!
//! One in-memory SQLite data base per attempt, seeded from the pack; every change is an input of the journal.

mod card;
mod compare;
mod database;
mod edit;
mod fold;
mod form;
mod index;
mod mention;
mod search;

pub use card::holds_card_number;
pub use fold::fold;
pub use form::written;

use crate::call::input::CrmEdit;
use crate::id::RecordId;
use crate::locale::Language;
use crate::pack::model::RecordKind;
use database::Database;
use edit::History;
use form::Habits;
use index::Index;
use std::collections::BTreeMap;

/// A record with its values in canonical form (empty fields left out).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Table it is in.
    pub kind: RecordKind,
    /// What edits name it by.
    pub id: RecordId,
    /// The customer it belongs to; for a customer, itself.
    pub customer: RecordId,
    /// Field → value.
    pub fields: BTreeMap<String, String>,
    /// Made in this call.
    pub new: bool,
}

/// A hit of the search, best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Record of the customer found.
    pub customer: RecordId,
    /// Name, and company if any.
    pub title: String,
    /// City, number …: what tells namesakes apart.
    pub detail: String,
}

/// What an edit did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Record that changed.
    pub record: RecordId,
    /// Field that changed; `None`: a whole record was made or thrown away.
    pub field: Option<String>,
    /// Value before, or the kind of a record thrown away; `None`: nothing.
    pub from: Option<String>,
    /// Value after, or the kind of a record made; `None`: nothing.
    pub to: Option<String>,
}

/// Why an edit was not accepted: the key of its words (`crm-refused-date` …) in the localisation files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Key of its words.
    pub key: &'static str,
    /// What the words speak of: name and value.
    pub arguments: Vec<(&'static str, String)>,
}

/// A record to start with, variables already filled in (canonical values).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeedRecord {
    /// Table it is in.
    pub kind: RecordKind,
    /// What calls and edits name it by.
    pub id: RecordId,
    /// Customer it belongs to; `None` for a customer.
    pub customer: Option<RecordId>,
    /// Field → value.
    pub fields: BTreeMap<String, String>,
}

/// What a record should look like, variables filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Table the record is in.
    pub kind: RecordKind,
    /// `None`: a new record.
    pub which: Option<RecordId>,
    /// Field and what counts as right in it.
    pub fields: Vec<(String, Wanted)>,
}

/// What counts as right in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Exactly this.
    Equals(String),
    /// Any one of these.
    OneOf(Vec<String>),
    /// Every group needs one of its words; the first word of a group names it.
    Mentions(Vec<Vec<String>>),
}

/// A field held against what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Table of the record.
    pub kind: RecordKind,
    /// The record compared; `None`: it was never made.
    pub record: Option<RecordId>,
    /// Empty when the verdict is on a whole record that nobody asked for.
    pub field: String,
    /// For a field nobody asked to change: what stood there before, if anything.
    pub wanted: Option<Wanted>,
    /// What stands there now; `None`: nothing.
    pub found: Option<String>,
    /// How the two agree.
    pub verdict: Verdict,
    /// Of what should be mentioned, the groups of which no word was found.
    pub lacking: Vec<Vec<String>>,
}

/// How a field agrees with what was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// What was expected is there.
    Right,
    /// Something else was entered.
    Wrong,
    /// Nothing was entered: the field is empty or as it was before the call.
    Missing,
    /// Changed or made without need.
    NotAskedFor,
}

/// The CRM of one call.
#[derive(Debug)]
pub struct Crm {
    database: Database,
    index: Index,
    habits: Habits,
    history: History,
    /// Place of the next new record; none is used twice.
    next_position: i64,
}

/// Why the records to start with cannot be loaded (for the author of the pack).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrmError(pub String);

impl std::fmt::Display for CrmError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CrmError {}

impl Crm {
    /// Fills a data base of its own with the records. What goes without saying in the forms (currency, country code) is
    /// learnt from them. An error names the record that is wrong: unknown field, unknown customer, id used twice.
    pub fn open(records: &[SeedRecord], language: Language) -> Result<Crm, CrmError> {
        let database = Database::open(records)?;
        let next_position = records.len() as i64 + 1;
        let habits = Habits::of(records, language);
        Ok(Crm { database, index: Index::default(), habits, history: History::default(), next_position })
    }

    /// By name, number, address, e-mail … tolerant of accents, case and typos; at most `limit` customers, best first.
    /// Nothing typed finds nothing.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        // A query is made of quoted words only, so it cannot fail but by a defect; then nothing is found, and the call goes on.
        search::search(&self.index, &self.database, query, limit, self.habits.language).unwrap_or_default()
    }

    /// The record of that id.
    pub fn record(&self, id: &RecordId) -> Option<Record> {
        self.database.read(id).ok().flatten().map(|stored| stored.record)
    }

    /// All records of a customer of one kind, in the order they were made.
    pub fn records_of(&self, customer: &RecordId, kind: RecordKind) -> Vec<Record> {
        let stored = self.database.list(kind, Some(customer)).unwrap_or_default();
        stored.into_iter().map(|stored| stored.record).collect()
    }

    /// All records of one kind, in the order they were made.
    pub fn records(&self, kind: RecordKind) -> Vec<Record> {
        let stored = self.database.list(kind, None).unwrap_or_default();
        stored.into_iter().map(|stored| stored.record).collect()
    }

    /// Carries out an edit. A new record and a discarded one are told by the name of their kind in `to` and `from`, without field.
    pub fn apply(&mut self, edit: &CrmEdit) -> Result<Change, Refusal> {
        self.edit(edit)
    }

    /// Whether `Undo` would do something.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether `Redo` would do something.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Would this value be accepted? The canonical form, or why not (validation as you type). Empty is accepted and empty.
    pub fn validate(&self, kind: RecordKind, field: &str, value: &str) -> Result<String, Refusal> {
        self.checked(kind, field, value)
    }

    /// Field by field: what was expected, and what else was changed in this call (not asked for): fields of old records,
    /// and new records of no use (`field` is empty then), but never a line of the contact log.
    pub fn compare(&self, expected: &[Expected]) -> Vec<Comparison> {
        self.held_against(expected, expected, None).unwrap_or_default()
    }

    /// Like `compare`, but new records count only when they belong to the customer of the call. `asked`: what the call asks
    /// for however it ends. A field of it is not changed unasked, right or wrong; nor is a first ticket made unasked.
    pub fn compare_for(&self, customer: &RecordId, expected: &[Expected], asked: &[Expected]) -> Vec<Comparison> {
        self.held_against(expected, asked, Some(customer)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
