//! Who is at the other end: name, face, role.

use super::super::panel::face::FaceView;
use super::super::state::Sitting;
use crate::call::{Party, Phase, What};
use crate::mood::Mood;
use crate::pack::model::{Direction, RecordKind, Voice};
use crate::training::Run;
use crate::wording::Wording;

/// A sigh is seen this long.
const SIGH_MS: u64 = 1_600;

/// Key of what somebody is.
pub fn role(party: Party) -> &'static str {
    match party {
        Party::Customer => "role-customer",
        Party::Gatekeeper => "role-gatekeeper",
        Party::WrongPerson => "role-wrong-person",
        Party::Voicemail => "role-voicemail",
        Party::Colleague => "role-colleague",
    }
}

/// The name the operator knows somebody by: the customer's once the record was opened (inbound), else what he is.
pub fn name(run: &Run, party: Party, words: &Wording) -> String {
    if let (Party::Colleague, Some(department)) = (party, department(run)) {
        return department;
    }
    if party != Party::Customer {
        return words.text(role(party));
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
pub fn full_name(fields: &std::collections::BTreeMap<String, String>) -> Option<String> {
    let names: Vec<&str> =
        ["first_name", "last_name"].iter().filter_map(|name| fields.get(*name)).map(String::as_str).collect();
    if names.is_empty() { fields.get("company").cloned() } else { Some(names.join(" ")) }
}

/// The colleague's department.
pub fn department(run: &Run) -> Option<String> {
    let to = run.events().iter().rev().find_map(|event| match &event.what {
        What::ConsultStarted { to } => Some(to.clone()),
        _ => None,
    })?;
    let found = run.pack().company.departments.iter().find(|department| department.id == to)?;
    Some(run.pack().title(&found.name, run.setup().language, Some(run.variables())))
}

/// The face of whoever is at the other end. `None`: nobody, or a machine.
pub fn face(sitting: &Sitting, still: bool) -> Option<FaceView> {
    let run = sitting.run();
    let party = run.party()?;
    if !matches!(run.phase(), Phase::Talking | Phase::Hold | Phase::Consulting) {
        return None;
    }
    let persona = match party {
        Party::Customer => run.pack().personas.get(&run.scenario().customer),
        Party::Gatekeeper => run.scenario().gatekeeper.as_ref().and_then(|id| run.pack().personas.get(id)),
        _ => None,
    };
    let calm = Mood { patience: 70, trust: 60, confusion: 10, interest: 60 };
    let (voice, age, name, mood) = match (party, persona) {
        (Party::Voicemail, _) => return None,
        (_, Some(persona)) => (persona.voice, persona.age, persona.id.to_string(), run.mood().unwrap_or(calm)),
        (Party::Colleague, None) => (Voice::Woman, 38, department(run).unwrap_or_default(), calm),
        (_, None) => (Voice::Man, 44, "someone".to_owned(), calm),
    };
    let phase = run.phase();
    let sighing = run
        .events()
        .iter()
        .rev()
        .take(12)
        .any(|event| event.what == What::Sighed && event.at_ms + SIGH_MS > run.now_ms());
    Some(FaceView {
        voice,
        age,
        look: look(&name),
        mood,
        speaking: run.speaking().is_some(),
        clock_ms: if still { 1_000 } else { sitting.clock_ms },
        on_hold: phase == Phase::Hold,
        sighing,
    })
}

/// The same name always looks the same.
fn look(name: &str) -> u64 {
    let hash = blake3::hash(name.as_bytes());
    hash.as_bytes().iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}
