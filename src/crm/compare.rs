//! The records as they are, held against what they should be.

use super::fold::compact;
use super::mention::Note;
use super::{Comparison, Crm, CrmError, Expected, Record, Verdict, Wanted, form};
use crate::id::RecordId;
use crate::pack::fields::{FieldType, find};
use crate::pack::model::RecordKind;
use std::collections::{BTreeMap, BTreeSet};

impl Crm {
    /// `asked`: what the call asks for, whatever was expected of its outcome. `customer`: new records of other customers do
    /// not count as the expected ones.
    pub(super) fn held_against(
        &self,
        expected: &[Expected],
        asked: &[Expected],
        customer: Option<&RecordId>,
    ) -> Result<Vec<Comparison>, CrmError> {
        let made = self.made()?;
        let matched = self.matches(expected, &made, customer);
        let mut comparisons = Vec::new();
        for (at, wanted) in expected.iter().enumerate() {
            let record = match &wanted.which {
                None => matched.get(&at).map(|made_at| made[*made_at].clone()),
                Some(id) => self.database.read(id)?.map(|stored| stored.record),
            };
            for (field, value) in &wanted.fields {
                comparisons.push(self.field(wanted.kind, record.as_ref(), field, value));
            }
        }
        comparisons.extend(self.changed_unasked(expected, asked)?);
        let used: BTreeSet<usize> = matched.values().copied().collect();
        let ticket = |record: &&Record| record.kind == RecordKind::Ticket;
        let mut ticket_due = asked.iter().any(|asked| asked.kind == RecordKind::Ticket && asked.which.is_none())
            && !used.iter().filter_map(|at| made.get(*at)).any(|record| ticket(&record));
        for (at, record) in made.iter().enumerate() {
            // Nor is a ticket that the call asks for, wherever it ended: it says what is left to do.
            let his = customer.is_none_or(|customer| record.customer == *customer);
            if ticket_due && his && ticket(&record) {
                ticket_due = false;
                continue;
            }
            // A line in the contact log is never too much.
            if !used.contains(&at) && record.kind != RecordKind::Contact {
                comparisons.push(Comparison {
                    kind: record.kind,
                    record: Some(record.id.clone()),
                    field: String::new(),
                    wanted: None,
                    found: None,
                    verdict: Verdict::NotAskedFor,
                    lacking: Vec::new(),
                });
            }
        }
        Ok(comparisons)
    }

    /// The records made in this call.
    fn made(&self) -> Result<Vec<Record>, CrmError> {
        let mut made = Vec::new();
        for kind in RecordKind::ALL {
            made.extend(
                self.database.list(kind, None)?.into_iter().map(|stored| stored.record).filter(|record| record.new),
            );
        }
        Ok(made)
    }

    /// Which new record is meant by which expectation (indices): the pairs with most right fields first.
    fn matches(&self, expected: &[Expected], made: &[Record], customer: Option<&RecordId>) -> BTreeMap<usize, usize> {
        let mut pairs = Vec::new();
        for (at, wanted) in expected.iter().enumerate().filter(|(_, wanted)| wanted.which.is_none()) {
            for (made_at, record) in made.iter().enumerate() {
                let his =
                    record.kind == RecordKind::Customer || customer.is_none_or(|customer| record.customer == *customer);
                if record.kind == wanted.kind && his {
                    let right =
                        wanted.fields.iter().filter(|(field, value)| self.is_right(record, field, value)).count();
                    pairs.push((std::cmp::Reverse(right), at, made_at));
                }
            }
        }
        pairs.sort();
        let mut matched = BTreeMap::new();
        let mut used = BTreeSet::new();
        for (_, at, made_at) in pairs {
            if !matched.contains_key(&at) && used.insert(made_at) {
                matched.insert(at, made_at);
            }
        }
        matched
    }

    fn field(&self, kind: RecordKind, record: Option<&Record>, field: &str, wanted: &Wanted) -> Comparison {
        let found = record.and_then(|record| record.fields.get(field)).cloned();
        let verdict = match record {
            None => Verdict::Missing,
            Some(record) if self.is_right(record, field, wanted) => Verdict::Right,
            // What nobody touched was not got wrong: it was not done.
            Some(record) if found.is_none() || self.is_untouched(record, field) => Verdict::Missing,
            Some(_) => Verdict::Wrong,
        };
        let lacking = self.lacking(wanted, found.as_deref().unwrap_or_default());
        Comparison {
            kind,
            record: record.map(|record| record.id.clone()),
            field: field.to_owned(),
            wanted: Some(wanted.clone()),
            found,
            verdict,
            lacking,
        }
    }

    /// The groups of which the text has no word.
    fn lacking(&self, wanted: &Wanted, found: &str) -> Vec<Vec<String>> {
        let Wanted::Mentions(groups) = wanted else { return Vec::new() };
        let note = Note::new(found, self.habits);
        groups.iter().filter(|group| !group.iter().any(|word| note.mentions(word))).cloned().collect()
    }

    fn is_untouched(&self, record: &Record, field: &str) -> bool {
        !record.new
            && self
                .history
                .originals()
                .get(&(record.id.clone(), field.to_owned()))
                .is_none_or(|original| original.as_ref() == record.fields.get(field))
    }

    fn is_right(&self, record: &Record, field: &str, wanted: &Wanted) -> bool {
        let found = record.fields.get(field).map_or("", String::as_str);
        match wanted {
            Wanted::Equals(value) => self.is_same(record.kind, field, value, found),
            Wanted::OneOf(values) => values.iter().any(|value| self.is_same(record.kind, field, value, found)),
            Wanted::Mentions(_) => self.lacking(wanted, found).is_empty(),
        }
    }

    fn is_same(&self, kind: RecordKind, field: &str, wanted: &str, found: &str) -> bool {
        let Some(form_field) = find(kind, field) else { return false };
        match form_field.kind {
            FieldType::Text | FieldType::Note => {
                let (one, other) = (compact(wanted), compact(found));
                // Nothing but signs: then they are what counts.
                if one.is_empty() && other.is_empty() { wanted.trim() == found.trim() } else { one == other }
            }
            _ => form::canonical(form_field, wanted, self.habits).map_or(wanted == found, |wanted| wanted == found),
        }
    }

    /// Fields of records that were there before, changed though nobody asked for it. Those that the call asks for, only not
    /// for how it ended, are held against what it asks for: right, they are no fault; else they are wrong.
    fn changed_unasked(&self, expected: &[Expected], asked: &[Expected]) -> Result<Vec<Comparison>, CrmError> {
        let ever = |id: &RecordId, field: &str| {
            let same = asked.iter().filter(|asked| asked.which.as_ref() == Some(id));
            same.flat_map(|asked| &asked.fields)
                .filter(|(name, _)| name == field)
                .map(|(_, wanted)| wanted)
                .collect::<Vec<_>>()
        };
        let asked: BTreeSet<(&RecordId, &str)> = expected
            .iter()
            .filter_map(|wanted| wanted.which.as_ref().map(|id| (id, wanted)))
            .flat_map(|(id, wanted)| wanted.fields.iter().map(move |(field, _)| (id, field.as_str())))
            .collect();
        let mut unasked = Vec::new();
        for ((id, field), original) in self.history.originals() {
            if asked.contains(&(id, field.as_str())) {
                continue;
            }
            let Some(stored) = self.database.read(id)? else { continue };
            let found = stored.record.fields.get(field);
            let wanted = ever(id, field);
            if found == original.as_ref() || wanted.iter().any(|wanted| self.is_right(&stored.record, field, wanted)) {
                continue;
            }
            unasked.push(match wanted.first() {
                Some(wanted) => self.field(stored.record.kind, Some(&stored.record), field, wanted),
                None => Comparison {
                    kind: stored.record.kind,
                    record: Some(id.clone()),
                    field: field.clone(),
                    wanted: original.clone().map(Wanted::Equals),
                    found: found.cloned(),
                    verdict: Verdict::NotAskedFor,
                    lacking: Vec::new(),
                },
            });
        }
        Ok(unasked)
    }
}
