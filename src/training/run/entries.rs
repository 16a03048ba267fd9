//! What is entered in the CRM, and what should have been.

use super::Run;
use crate::call::{Phase, What};
use crate::crm::{Expected, SeedRecord, Wanted};
use crate::id::{LineId, OutcomeId};
use crate::locale::Language;
use crate::pack::fields;
use crate::pack::model::{CustomerRecord, Expectation, ExpectedRecord, Pack, Template, Which};
use crate::pack::variation::Variables;

impl Run {
    pub(super) fn edit(&mut self, edit: crate::call::CrmEdit) {
        if self.call.phase() == Phase::Ended {
            return self.ignore("call_is_over");
        }
        match self.crm.apply(&edit) {
            Ok(change) => self.call.emit(What::Crm {
                edit,
                record: change.record,
                field: change.field,
                from: change.from,
                to: change.to,
            }),
            Err(refusal) => {
                let about = refusal.arguments.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                self.call.emit(What::CrmRefused { edit, why: refusal.key.to_owned(), about });
            }
        }
    }
}

/// The records a call starts with, in the language of the call.
pub(super) fn seed_records(pack: &Pack, language: Language, variables: &Variables) -> Vec<SeedRecord> {
    let value = |record: &CustomerRecord, field: &str, template: &Template| {
        let free = fields::find(record.kind, field).is_some_and(|field| fields::is_free_text(record.kind, field));
        let line = template.literal().filter(|_| free).map(LineId::new);
        let shown = line.and_then(|line| pack.variants(&line, language).first());
        variables.canonical(shown.map_or(template, |variant| &variant.template))
    };
    pack.customers
        .iter()
        .map(|record| SeedRecord {
            kind: record.kind,
            id: record.id.clone(),
            customer: record.customer.clone(),
            fields: record
                .fields
                .iter()
                .map(|(field, template)| (field.clone(), value(record, field, template)))
                .collect(),
        })
        .collect()
}

/// What the CRM should look like after this outcome, with this seed's values.
pub fn expected(run: &Run, outcome: Option<&OutcomeId>) -> Vec<Expected> {
    let of = |record: &ExpectedRecord| outcome.is_some_and(|outcome| record.outcomes.contains(outcome));
    entries(run, |record| record.outcomes.is_empty() || of(record))
}

/// All that the call may ask for in the CRM, however it ends.
pub fn asked(run: &Run) -> Vec<Expected> {
    entries(run, |_| true)
}

fn entries(run: &Run, counts: impl Fn(&ExpectedRecord) -> bool) -> Vec<Expected> {
    let pack = &run.setup.pack;
    let words = |line: &LineId| -> Vec<String> {
        let variants = pack.text.get(&run.setup.language).and_then(|lines| lines.get(line));
        let variants = variants.map(Vec::as_slice).unwrap_or_default();
        variants
            .iter()
            .flat_map(|variant| {
                let written = run.variables.written(&variant.template, run.setup.language);
                let canonical = run.variables.canonical(&variant.template);
                if written == canonical { vec![written] } else { vec![written, canonical] }
            })
            .collect()
    };
    run.scenario()
        .crm
        .iter()
        .filter(|record| counts(record))
        .map(|record| Expected {
            kind: record.kind,
            which: match &record.which {
                Which::New => None,
                Which::Existing(id) => Some(id.clone()),
            },
            fields: record
                .fields
                .iter()
                .map(|field| {
                    let wanted = match &field.value {
                        Expectation::Equals(template) => Wanted::Equals(run.variables.canonical(template)),
                        Expectation::OneOf(templates) => {
                            Wanted::OneOf(templates.iter().map(|one| run.variables.canonical(one)).collect())
                        }
                        Expectation::Mentions(groups) => Wanted::Mentions(groups.iter().map(words).collect()),
                    };
                    (field.field.clone(), wanted)
                })
                .collect(),
        })
        .collect()
}
