//! What robots type into the CRM: what is expected and what they know from hearing or from the record.

use super::Robot;
use super::player::Knowledge;
use crate::call::{CrmEdit, Input};
use crate::id::{OutcomeId, RecordId};
use crate::pack::model::{Expectation, ExpectedRecord, Template, Which};
use crate::random::Stream;
use crate::training::Run;

/// A field takes about this long to fill in.
const FIELD_MS: u64 = 2_500;

/// Makes the edits for some of the expected records: those of any outcome, or those of the outcome reached.
pub fn update(run: &mut Run, robot: Robot, knowledge: &Knowledge, stream: &mut Stream, outcome: Option<&OutcomeId>) {
    if robot.silent {
        return;
    }
    let wanted: Vec<ExpectedRecord> = run
        .scenario()
        .crm
        .iter()
        .filter(|record| match outcome {
            Some(outcome) => record.outcomes.contains(outcome),
            None => record.outcomes.is_empty(),
        })
        .cloned()
        .collect();
    let customer = run.scenario().record.clone();
    for record in wanted {
        if robot.careless && stream.chance(75) {
            continue;
        }
        let id = match &record.which {
            Which::Existing(id) => Some(id.clone()),
            Which::New => create(run, &record, &customer),
        };
        let Some(id) = id else { continue };
        for field in &record.fields {
            let forgets = if robot.careless {
                60
            } else if robot.novice {
                30
            } else {
                0
            };
            if stream.chance(forgets) {
                continue;
            }
            let Some(value) = value(run, knowledge, &field.value) else { continue };
            run.apply(Input::Pass { ms: FIELD_MS });
            let edit = CrmEdit::Set { record: id.clone(), field: field.field.clone(), value };
            run.apply(Input::Crm(edit));
        }
    }
}

fn create(run: &mut Run, record: &ExpectedRecord, customer: &RecordId) -> Option<RecordId> {
    run.apply(Input::Pass { ms: FIELD_MS });
    let edit = CrmEdit::Create { kind: record.kind, customer: customer.clone() };
    run.apply(Input::Crm(edit)).iter().find_map(|event| match &event.what {
        crate::call::What::Crm { record, .. } => Some(record.clone()),
        _ => None,
    })
}

/// What to type, if everything in it is known.
fn value(run: &Run, knowledge: &Knowledge, wanted: &Expectation) -> Option<String> {
    let known = |template: &Template| knowledge.has_all(run, template).then(|| run.variables().canonical(template));
    match wanted {
        Expectation::Equals(template) => known(template),
        Expectation::OneOf(templates) => templates.iter().find_map(known),
        Expectation::Mentions(groups) => {
            let language = run.setup().language;
            let lines = run.pack().text.get(&language)?;
            let words: Vec<String> = groups
                .iter()
                .filter_map(|group| {
                    let variants = lines.get(group)?;
                    let variant = variants.iter().find(|variant| knowledge.has_all(run, &variant.template))?;
                    Some(run.variables().written(&variant.template, language))
                })
                .collect();
            (!words.is_empty()).then(|| words.join(" ; "))
        }
    }
}
