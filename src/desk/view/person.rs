//! The face of who is at the other end.

use super::super::panel::face::FaceView;
use super::super::state::Sitting;
use crate::call::{Party, Phase, What};
use crate::debrief;
use crate::mood::Mood;
use crate::training::{WRONG_PERSON, colleague};

/// A sigh is seen this long.
const SIGH_MS: u64 = 1_600;

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
        (Party::Colleague, None) => {
            let departments = &run.pack().company.departments;
            let nth = departments.iter().position(|known| Some(&known.id) == run.consulting()).unwrap_or(0);
            let (voice, age) = colleague(nth);
            (voice, age, debrief::department(run).unwrap_or_default(), calm)
        }
        (_, None) => (WRONG_PERSON.0, WRONG_PERSON.1, "someone".to_owned(), calm),
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
