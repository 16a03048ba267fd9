//! The CRM panel: hits, the open customer, forms with what is half typed in them.

use super::super::panel::crm::{CrmView, FieldView, OpenCustomer, RecordView};
use super::super::state::{Desk, Sitting};
use crate::call::What;
use crate::crm::{Record, written};
use crate::debrief::full_name;
use crate::id::RecordId;
use crate::locale::Language;
use crate::pack::fields::{self, FieldType};
use crate::pack::model::RecordKind;
use crate::wording::Wording;

/// Hits shown.
const HITS: usize = 20;

/// What the panel shows.
pub fn crm(desk: &Desk, sitting: &Sitting, focus: bool, focus_field: bool) -> CrmView {
    let words = desk.words();
    let run = sitting.run();
    let changes = run.events().iter().filter(|event| matches!(event.what, What::Crm { .. })).count();
    CrmView {
        search: sitting.crm_search.clone(),
        hits: if sitting.open.is_none() { run.crm().search(&sitting.crm_search, HITS) } else { Vec::new() },
        open: sitting.open.as_ref().and_then(|open| customer(desk, sitting, &open.customer, open.kind)),
        changes,
        can_undo: run.crm().can_undo(),
        can_redo: run.crm().can_redo(),
        refused: sitting.refused.as_ref().map(|(why, about)| words.refusal(why, about)),
        focus,
        focus_field: sitting.field.clone().filter(|_| focus_field),
        data: !sitting.data().newest_first().is_empty(),
    }
}

fn customer(desk: &Desk, sitting: &Sitting, id: &RecordId, kind: RecordKind) -> Option<OpenCustomer> {
    let words = desk.words();
    let crm = sitting.run().crm();
    let record = crm.record(id)?;
    let language = desk.settings.language;
    let detail: Vec<String> = ["company", "postal_code", "city", "mobile", "phone"]
        .iter()
        .filter_map(|name| {
            let field = fields::find(RecordKind::Customer, name)?;
            Some(written(field, record.fields.get(*name)?, language))
        })
        .collect();
    let records = match kind {
        RecordKind::Customer => vec![record.clone()],
        _ => crm.records_of(id, kind),
    };
    Some(OpenCustomer {
        id: id.clone(),
        name: full_name(&record.fields).unwrap_or_else(|| id.to_string()),
        detail: detail.join(" · "),
        kind,
        counts: RecordKind::ALL
            .into_iter()
            .map(|kind| (kind, if kind == RecordKind::Customer { 1 } else { crm.records_of(id, kind).len() }))
            .collect(),
        records: records.iter().map(|record| record_view(sitting, record, language, words)).collect(),
    })
}

fn record_view(sitting: &Sitting, record: &Record, language: Language, words: &Wording) -> RecordView {
    let changed = |name: &str| {
        sitting.run().events().iter().any(|event| match &event.what {
            What::Crm { record: other, field: Some(field), .. } => *other == record.id && field == name,
            _ => false,
        })
    };
    RecordView {
        id: record.id.clone(),
        heading: heading(record, language, words),
        new: record.new,
        fields: fields::fields(record.kind)
            .iter()
            .map(|field| {
                let kept = record.fields.get(field.name).map_or("", String::as_str);
                let draft = sitting.drafts.get(&(record.id.clone(), field.name));
                let trouble = draft
                    .and_then(|draft| sitting.run().crm().validate(record.kind, field.name, draft).err())
                    .map(|refusal| words.refusal(refusal.key, &refusal.arguments.into_iter().collect()));
                FieldView {
                    name: field.name,
                    kind: field.kind,
                    required: field.required,
                    text: draft.cloned().unwrap_or_else(|| written(field, kept, language)),
                    trouble,
                    unsaved: draft.is_some_and(|draft| *draft != written(field, kept, language)),
                    changed: changed(field.name),
                }
            })
            .collect(),
    }
}

/// What tells a record from its neighbours.
fn heading(record: &Record, language: Language, words: &Wording) -> String {
    let kind = words.text(&format!("one-{}", record.kind.name()));
    let telling = match record.kind {
        RecordKind::Customer => return kind,
        RecordKind::Contract => "number",
        RecordKind::Ticket => "category",
        RecordKind::Order => "product",
        RecordKind::Appointment => "date",
        RecordKind::Contact => "subject",
        RecordKind::Consent => "channel",
    };
    let value =
        fields::find(record.kind, telling).zip(record.fields.get(telling)).map(|(field, value)| match field.kind {
            FieldType::Choice(_) => words.text(&format!("choice-{value}")),
            _ => written(field, value, language),
        });
    match value {
        Some(value) => format!("{kind} · {value}"),
        None => kind,
    }
}
