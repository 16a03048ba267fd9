//! What the people on the line are called.

use crate::call::{Party, What};
use crate::pack::model::{Direction, RecordKind, Voice};
use crate::training::Run;
use crate::wording::Wording;
use std::collections::BTreeMap;

/// Key of what somebody is; a customer known to be a woman is called so where the language tells it apart.
pub fn role(run: &Run, party: Party) -> &'static str {
    let customer = run.pack().personas.get(&run.scenario().customer);
    match party {
        Party::Customer if customer.is_some_and(|persona| is_woman(persona.voice)) => "role-customer-woman",
        Party::Customer => "role-customer",
        Party::Gatekeeper => "role-gatekeeper",
        Party::WrongPerson => "role-wrong-person",
        Party::Voicemail => "role-voicemail",
        Party::Colleague => "role-colleague",
    }
}

/// True for the voices of women.
pub fn is_woman(voice: Voice) -> bool {
    matches!(voice, Voice::Woman | Voice::OldWoman | Voice::YoungWoman)
}

/// The name the operator knows somebody by: the customer's once the record was opened (inbound), else what he is.
pub fn name(run: &Run, party: Party, words: &Wording) -> String {
    if let (Party::Colleague, Some(department)) = (party, department(run)) {
        return department;
    }
    if party != Party::Customer {
        return words.text(role(run, party));
    }
    let opened = run.events().iter().any(|event| match &event.what {
        What::RecordOpened { record } => *record == run.scenario().record,
        _ => false,
    });
    let known = opened || run.scenario().direction == Direction::Outbound;
    record_name(run).filter(|_| known).unwrap_or_else(|| words.text("caller-unknown"))
}

/// The name in the customer's record.
pub fn record_name(run: &Run) -> Option<String> {
    let record = run.crm().record(&run.scenario().record)?;
    full_name(&record.fields).filter(|_| record.kind == RecordKind::Customer)
}

/// First and last name, or the company.
pub fn full_name(fields: &BTreeMap<String, String>) -> Option<String> {
    let names: Vec<&str> =
        ["first_name", "last_name"].iter().filter_map(|name| fields.get(*name)).map(String::as_str).collect();
    if names.is_empty() { fields.get("company").cloned() } else { Some(names.join(" ")) }
}

/// The department of the colleague consulted last.
pub fn department(run: &Run) -> Option<String> {
    let to = run.events().iter().rev().find_map(|event| match &event.what {
        What::ConsultStarted { to } => Some(to.clone()),
        _ => None,
    })?;
    let found = run.pack().company.departments.iter().find(|department| department.id == to)?;
    Some(run.pack().title(&found.name, run.setup().language, Some(run.variables())))
}
