//! `customers.ron`: what the CRM starts with.

use super::inspection::{ANYONE, Inspection};
use super::known::Kind;
use super::library::Library;
use crate::id::RecordId;
use crate::pack::fields;
use crate::pack::model::{CustomerRecord, RecordKind};
use crate::pack::raw::RawRecord;
use std::collections::{BTreeMap, BTreeSet};

/// A record by id.
pub fn find<'r, 's>(library: &'r Library<'s>, id: &str) -> Option<&'r RawRecord<'s>> {
    let Some(Ok(pieces)) = &library.customers else { return None };
    pieces.iter().filter_map(|piece| piece.value.as_ref().ok()).find(|record| record.id.value == id)
}

impl<'s> Inspection<'s> {
    /// Checks `customers.ron`.
    pub fn customers(&mut self, library: &Library<'s>) -> Vec<CustomerRecord> {
        let Some(Ok(pieces)) = &library.customers else { return Vec::new() };
        let kinds: BTreeMap<&str, &str> =
            self.readable(pieces).iter().map(|record| (record.id.value.as_str(), record.kind.value.as_str())).collect();
        let owners = owners(library);
        self.readable(pieces)
            .into_iter()
            .filter_map(|raw| {
                let customer = raw.customer.as_ref().unwrap_or(&raw.id).value.as_str();
                let nobody = BTreeSet::from([ANYONE]);
                let scopes: Vec<&str> = owners.get(customer).unwrap_or(&nobody).iter().copied().collect();
                self.record(raw, &scopes, &kinds)
            })
            .collect()
    }

    fn record(
        &mut self,
        raw: &RawRecord<'s>,
        scopes: &[&str],
        kind_of: &BTreeMap<&str, &str>,
    ) -> Option<CustomerRecord> {
        let kind = self.choose(Kind::Table, &raw.kind, RecordKind::ALL.map(|kind| (kind.name(), kind)))?;
        match (&raw.customer, kind) {
            (Some(name), RecordKind::Customer) => self.error(name.slice, "P315", &[("name", &raw.id.value)]),
            (None, RecordKind::Customer) => {}
            (None, _) => self.error(raw.id.slice, "P317", &[("name", &raw.id.value)]),
            (Some(name), _) => {
                if self.refer(Kind::Record, "", name) && kind_of.get(name.value.as_str()) != Some(&"customer") {
                    self.error(name.slice, "P316", &[("name", &name.value), ("expected", "customer")]);
                }
            }
        }
        let mut values = BTreeMap::new();
        for (name, value) in &raw.fields.0 {
            let known = fields::fields(kind).iter().map(|field| (field.name, field));
            let Some(field) = self.choose(Kind::Field, name, known) else { continue };
            let template = self.field_value(kind, field, value, scopes);
            if fields::is_free_text(kind, field)
                && let Some(text) = template.literal()
                && (self.known.has(Kind::Line, "", text) || looks_like_a_line(text))
            {
                self.line_at(text, value.slice, scopes);
            }
            if values.insert(name.value.clone(), template).is_some() {
                self.error(name.slice, "P108", &[("name", &name.value)]);
            }
        }
        for field in fields::fields(kind).iter().filter(|field| field.required) {
            if !raw.fields.0.iter().any(|(name, _)| name.value == field.name) {
                self.error(raw.id.slice, "P339", &[("name", &raw.id.value), ("field", field.name)]);
            }
        }
        Some(CustomerRecord {
            kind,
            id: RecordId::new(&raw.id.value),
            customer: raw.customer.as_ref().map(|name| RecordId::new(&name.value)),
            fields: values,
        })
    }
}

/// `crm.refund.note`: two or more names with dots between them, the first without digits. Free text has spaces, capitals
/// or no dot.
fn looks_like_a_line(text: &str) -> bool {
    let mut names = text.split('.');
    let first = names.next().unwrap_or_default();
    let rest: Vec<&str> = names.collect();
    let lower = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    !first.is_empty()
        && first.bytes().all(lower)
        && !rest.is_empty()
        && rest.iter().all(|name| !name.is_empty() && name.bytes().all(|byte| lower(byte) || byte.is_ascii_digit()))
}

/// Customer record → personas who are that customer in some call.
fn owners<'r>(library: &'r Library<'_>) -> BTreeMap<&'r str, BTreeSet<&'r str>> {
    let mut owners: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, call) in library.calls.values() {
        if let Ok(call) = call
            && library.personas.contains_key(call.customer.value.as_str())
        {
            owners.entry(&call.record.value).or_default().insert(&call.customer.value);
        }
    }
    owners
}
