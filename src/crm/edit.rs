//! Edits: every one is a step that can be taken back and put back, and the same edits always lead to the same records.

use super::database::{Database, Stored};
use super::{Change, Crm, CrmError, Record, Refusal, form};
use crate::call::input::CrmEdit;
use crate::id::RecordId;
use crate::pack::fields::find;
use crate::pack::model::RecordKind;
use std::collections::BTreeMap;

/// Records that can be made in one call: far more than any call needs, few enough to bound a runaway input.
const NEW_RECORDS: u32 = 500;

/// One thing done, with all that is needed to do and undo it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Create(Stored),
    Set { record: RecordId, kind: RecordKind, field: String, from: Option<String>, to: Option<String> },
    Discard(Stored),
}

impl Step {
    fn inverse(self) -> Step {
        match self {
            Step::Create(stored) => Step::Discard(stored),
            Step::Discard(stored) => Step::Create(stored),
            Step::Set { record, kind, field, from, to } => Step::Set { record, kind, field, from: to, to: from },
        }
    }
}

/// What was done in this call.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Numbers given to new records; none is given twice.
    made: BTreeMap<RecordKind, u32>,
    /// What stood in the fields of the records that were there from the start, before they were changed.
    originals: BTreeMap<(RecordId, String), Option<String>>,
}

impl History {
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
    /// Fields of old records that were written to, with what stood in them (they may hold it again).
    pub fn originals(&self) -> &BTreeMap<(RecordId, String), Option<String>> {
        &self.originals
    }
}

impl From<CrmError> for Refusal {
    fn from(error: CrmError) -> Refusal {
        Refusal { key: "crm-refused-failed", arguments: vec![("details", error.0)] }
    }
}

fn refused(key: &'static str, arguments: Vec<(&'static str, String)>) -> Refusal {
    Refusal { key, arguments }
}

impl Crm {
    pub(super) fn edit(&mut self, edit: &CrmEdit) -> Result<Change, Refusal> {
        match edit {
            CrmEdit::Create { kind, customer } => self.create(*kind, customer),
            CrmEdit::Set { record, field, value } => self.set(record, field, value),
            CrmEdit::Discard { record } => self.discard(record),
            CrmEdit::Undo => {
                let step = self.history.done.last().cloned().ok_or(refused("crm-refused-nothing-to-undo", vec![]))?;
                let change = self.take(&step.clone().inverse())?;
                self.history.done.pop();
                self.history.undone.push(step);
                Ok(change)
            }
            CrmEdit::Redo => {
                let step = self.history.undone.last().cloned().ok_or(refused("crm-refused-nothing-to-redo", vec![]))?;
                let change = self.take(&step)?;
                self.history.undone.pop();
                self.history.done.push(step);
                Ok(change)
            }
        }
    }

    fn create(&mut self, kind: RecordKind, customer: &RecordId) -> Result<Change, Refusal> {
        let owner = self.database.read(customer)?.filter(|stored| stored.record.kind == RecordKind::Customer);
        if kind != RecordKind::Customer && owner.is_none() {
            return Err(refused("crm-refused-no-customer", vec![("record", customer.to_string())]));
        }
        let mut number = self.history.made.get(&kind).copied().unwrap_or(0);
        let id = loop {
            number += 1;
            if number > NEW_RECORDS {
                return Err(refused("crm-refused-too-many", vec![("limit", NEW_RECORDS.to_string())]));
            }
            let id = RecordId::new(format!("{}-new-{number}", kind.name()));
            if self.database.read(&id)?.is_none() {
                break id;
            }
        };
        let owner = if kind == RecordKind::Customer { id.clone() } else { customer.clone() };
        let record = Record { kind, id, customer: owner, fields: BTreeMap::new(), new: true };
        let position = self.next_position;
        let change = self.perform(Step::Create(Stored { position, record }))?;
        self.next_position += 1;
        self.history.made.insert(kind, number);
        Ok(change)
    }

    fn set(&mut self, id: &RecordId, field: &str, value: &str) -> Result<Change, Refusal> {
        let stored = self.found(id)?;
        let kind = stored.record.kind;
        let value = self.validate(kind, field, value)?;
        let to = Some(value).filter(|value| !value.is_empty());
        let from = stored.record.fields.get(field).cloned();
        let required = find(kind, field).is_some_and(|field| field.required);
        if to.is_none() && from.is_some() && required && !stored.record.new {
            return Err(refused("crm-refused-required", vec![("field", field.to_owned())]));
        }
        if from == to {
            // Nothing to take back: a form left as it was is no step.
            return Ok(Change { record: id.clone(), field: Some(field.to_owned()), from, to });
        }
        if !stored.record.new {
            self.history.originals.entry((id.clone(), field.to_owned())).or_insert_with(|| from.clone());
        }
        self.perform(Step::Set { record: id.clone(), kind, field: field.to_owned(), from, to })
    }

    fn discard(&mut self, id: &RecordId) -> Result<Change, Refusal> {
        let stored = self.found(id)?;
        if !stored.record.new {
            return Err(refused("crm-refused-not-new", vec![("record", id.to_string())]));
        }
        if stored.record.kind == RecordKind::Customer && self.database.has_dependants(id)? {
            return Err(refused("crm-refused-has-records", vec![("record", id.to_string())]));
        }
        self.perform(Step::Discard(stored))
    }

    fn found(&self, id: &RecordId) -> Result<Stored, Refusal> {
        let missing = || refused("crm-refused-no-record", vec![("record", id.to_string())]);
        self.database.read(id)?.ok_or_else(missing)
    }

    /// Does something new: what was undone before can no longer be put back.
    fn perform(&mut self, step: Step) -> Result<Change, Refusal> {
        let change = self.take(&step)?;
        self.history.done.push(step);
        self.history.undone.clear();
        Ok(change)
    }

    /// Carries a step out in the tables and in the index.
    fn take(&self, step: &Step) -> Result<Change, CrmError> {
        let database: &Database = &self.database;
        match step {
            Step::Create(Stored { position, record }) => {
                database.insert(Some(*position), record)?;
                self.index.follow(database, &record.customer)?;
                Ok(Change {
                    record: record.id.clone(),
                    field: None,
                    from: None,
                    to: Some(record.kind.name().to_owned()),
                })
            }
            Step::Discard(Stored { position, record }) => {
                database.delete(*position)?;
                if record.kind == RecordKind::Customer {
                    self.index.forget(database, *position)?;
                } else {
                    self.index.follow(database, &record.customer)?;
                }
                Ok(Change {
                    record: record.id.clone(),
                    field: None,
                    from: Some(record.kind.name().to_owned()),
                    to: None,
                })
            }
            Step::Set { record, kind, field, from, to } => {
                if let Some(stored) = database.read(record)? {
                    database.write(*kind, stored.position, field, to.as_deref())?;
                    if matches!(kind, RecordKind::Customer | RecordKind::Contract) {
                        self.index.follow(database, &stored.record.customer)?;
                    }
                }
                Ok(Change { record: record.clone(), field: Some(field.clone()), from: from.clone(), to: to.clone() })
            }
        }
    }

    pub(super) fn checked(&self, kind: RecordKind, field: &str, value: &str) -> Result<String, Refusal> {
        let missing = || {
            refused(
                "crm-refused-no-field",
                vec![("field", field.chars().take(60).collect()), ("kind", kind.name().to_owned())],
            )
        };
        form::canonical(find(kind, field).ok_or_else(missing)?, value, self.habits)
    }
}
