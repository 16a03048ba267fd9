//! The CRM: a real data base of customers, contracts, tickets, orders, appointments, contacts and consents.
//!
//! One in-memory SQLite data base per attempt, seeded from the pack; every change is an input of the journal.

use crate::call::input::CrmEdit;
use crate::id::RecordId;
use crate::locale::Language;
use crate::pack::model::RecordKind;
use std::collections::BTreeMap;

/// A record with its values in canonical form (empty fields left out).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub kind: RecordKind,
    pub id: RecordId,
    /// The customer it belongs to; for a customer, itself.
    pub customer: RecordId,
    pub fields: BTreeMap<String, String>,
    /// Made in this call.
    pub new: bool,
}

/// A hit of the search, best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub customer: RecordId,
    /// Name, and company if any.
    pub title: String,
    /// City, number …: what tells namesakes apart.
    pub detail: String,
}

/// What an edit did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub record: RecordId,
    pub field: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// Why an edit was not accepted: the key of its words (`crm-refused-date` …) in the localisation files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub key: &'static str,
    pub arguments: Vec<(&'static str, String)>,
}

/// A record to start with, variables already filled in (canonical values).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeedRecord {
    pub kind: RecordKind,
    pub id: RecordId,
    pub customer: Option<RecordId>,
    pub fields: BTreeMap<String, String>,
}

/// What a record should look like, variables filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    pub kind: RecordKind,
    /// `None`: a new record.
    pub which: Option<RecordId>,
    pub fields: Vec<(String, Wanted)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    Equals(String),
    OneOf(Vec<String>),
    /// Every group needs one of its words.
    Mentions(Vec<Vec<String>>),
}

/// A field held against what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    pub kind: RecordKind,
    /// The record compared; `None`: it was never made.
    pub record: Option<RecordId>,
    pub field: String,
    pub wanted: Option<Wanted>,
    pub found: Option<String>,
    pub verdict: Verdict,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Right,
    Wrong,
    Missing,
    NotAskedFor,
}

#[derive(Debug)]
pub struct Crm {/* private */}

#[derive(Debug)]
pub struct CrmError(pub String);

impl Crm {
    pub fn open(_records: &[SeedRecord], _language: Language) -> Result<Crm, CrmError> {
        todo!()
    }
    /// By name, number, address, e-mail … tolerant of accents, case and typos; at most `limit` customers.
    pub fn search(&self, _query: &str, _limit: usize) -> Vec<Hit> {
        todo!()
    }
    pub fn record(&self, _id: &RecordId) -> Option<Record> {
        todo!()
    }
    /// All records of a customer of one kind, in the order they were made.
    pub fn records_of(&self, _customer: &RecordId, _kind: RecordKind) -> Vec<Record> {
        todo!()
    }
    pub fn apply(&mut self, _edit: &CrmEdit) -> Result<Change, Refusal> {
        todo!()
    }
    /// Would this value be accepted? The canonical form, or why not (validation as you type).
    pub fn validate(&self, _kind: RecordKind, _field: &str, _value: &str) -> Result<String, Refusal> {
        todo!()
    }
    /// Field by field: what was expected, and every other field changed in this call (not asked for).
    pub fn compare(&self, _expected: &[Expected]) -> Vec<Comparison> {
        todo!()
    }
}
