//! Who can be at the other end of a call, and what each of them understands and feels.

use crate::call::Party;
use crate::id::{CallId, DepartmentId, FactId, IntentId, PersonaId};
use crate::language::{CallContext, Constant, IntentExamples, Recogniser, Understood};
use crate::level::Level;
use crate::locale::Language;
use crate::mood::Mood;
use crate::pack::level::Manner;
use crate::pack::model::{CallScenario, Direction, Pack, Trigger, Voice};
use crate::pack::variation::Variables;
use crate::persona::{Heard, Mind};
use crate::voice::Speaker;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The people of a call with a mind of their own. Voicemail, wrong persons and colleagues only have lines.
#[derive(Debug)]
pub struct Cast {
    people: BTreeMap<Party, (PersonaId, Mind)>,
}

impl Cast {
    /// The customer, and the gatekeeper when there is one.
    pub fn of(pack: &Pack, call: &CallScenario, level: Level, seed: u64) -> Cast {
        let outbound = call.direction == Direction::Outbound;
        let customer = [(Party::Customer, Some(&call.customer)), (Party::Gatekeeper, call.gatekeeper.as_ref())];
        let people = customer
            .into_iter()
            .filter_map(|(party, id)| {
                let persona = pack.personas.get(id?)?;
                let manner = Manner::at(persona, call, level);
                Some((party, (persona.id.clone(), Mind::in_manner(persona, &manner, outbound, seed))))
            })
            .collect();
        Cast { people }
    }

    /// The mind of somebody, if he has one.
    pub fn mind(&mut self, party: Party) -> Option<&mut Mind> {
        self.people.get_mut(&party).map(|(_, mind)| mind)
    }

    /// The same, only to be looked at.
    pub fn mind_seen(&self, party: Party) -> Option<&Mind> {
        self.people.get(&party).map(|(_, mind)| mind)
    }

    pub fn persona(&self, party: Party) -> Option<&PersonaId> {
        self.people.get(&party).map(|(persona, _)| persona)
    }

    pub fn mood(&self, party: Party) -> Option<Mood> {
        self.people.get(&party).map(|(_, mind)| mind.mood())
    }

    pub fn has_open_objections(&self, party: Party) -> bool {
        self.people.get(&party).is_some_and(|(_, mind)| !mind.open_objections().is_empty())
    }

    pub fn told(&self, party: Party, fact: &FactId) -> bool {
        self.people.get(&party).is_some_and(|(_, mind)| mind.told(fact))
    }
}

/// What the recogniser has to know of a call: intents and questions with this seed's values.
pub fn context(pack: &Pack, call: &CallScenario, language: Language, variables: &Variables) -> CallContext {
    let fill = |templates: Option<&Vec<crate::pack::model::Template>>, variables: &Variables| -> Vec<String> {
        templates.into_iter().flatten().map(|template| variables.written(template, language)).collect()
    };
    let own = intents(pack, call);
    let protected: BTreeSet<&IntentId> =
        call.verification.iter().flat_map(|verification| &verification.protects).collect();
    let others: BTreeSet<&IntentId> =
        pack.calls.values().filter(|other| other.id != call.id).flat_map(|other| intents(pack, other)).collect();
    let of = |variables: &Variables| {
        let intents = pack
            .intents
            .values()
            .map(|intent| IntentExamples {
                intent: intent.id.clone(),
                examples: fill(intent.examples.get(&language), variables),
                counter_examples: fill(intent.counter_examples.get(&language), variables),
                moves: intent.moves.clone(),
                held_against: protected.contains(&intent.id),
                foreign: others.contains(&intent.id) && !own.contains(&intent.id) && intent.motive.is_none(),
            })
            .collect();
        let mut questions = Vec::new();
        for id in [Some(&call.customer), call.gatekeeper.as_ref()].into_iter().flatten() {
            let seen = variables.seen_by(id);
            let facts = pack.personas.get(id).map(|persona| persona.facts.as_slice()).unwrap_or_default();
            questions.extend(facts.iter().map(|fact| (fact.id.clone(), fill(fact.asked.get(&language), &seen))));
        }
        Constant { intents, questions }
    };
    let Constant { intents, questions } = of(variables);
    let constant = Variables::draw(pack, &call.customer, call.date, language, SOMEBODY, 0);
    CallContext {
        date: Some(call.date),
        currency: Some(pack.currency),
        customers: [Some(&call.customer), call.gatekeeper.as_ref()]
            .into_iter()
            .flatten()
            .filter_map(|id| Some(variables.seen_by(id).written(&pack.personas.get(id)?.name, language)))
            .collect(),
        company: pack.title(&pack.company.name, language, Some(variables)),
        intents,
        questions,
        constant: Some(of(&constant)),
    }
}

/// Has a recogniser learn what every call with this one's phrases has to learn, so that it starts at once.
pub fn learn_ahead(pack: &Pack, call: &CallId, language: Language, recogniser: &Arc<Recogniser>) {
    if let Some(call) = pack.calls.get(call).filter(|_| pack.languages.contains(&language)) {
        let variables = Variables::draw(pack, &call.customer, call.date, language, SOMEBODY, 0);
        recogniser.listener(context(pack, call, language, &variables));
    }
}

/// What a call asks, rewards or reacts to: its solutions, its script, and what its people listen for.
fn intents<'p>(pack: &'p Pack, call: &'p CallScenario) -> BTreeSet<&'p IntentId> {
    let steps = pack.scripts.get(&call.script).into_iter().flat_map(|script| &script.steps);
    let verification = call.verification.iter().flat_map(|verification| &verification.protects);
    let own = call.solutions.iter().chain(&call.detail).chain(verification);
    let handed = pack.company.departments.iter().flat_map(|department| &department.recap);
    let mut intents: BTreeSet<&IntentId> = own.chain(handed).chain(steps.flat_map(|step| &step.intents)).collect();
    for persona in std::iter::once(&call.customer).chain(&call.gatekeeper).filter_map(|id| pack.personas.get(id)) {
        for objection in &persona.objections {
            intents.extend(&objection.answers);
            intents.extend(objection.after.iter().filter_map(|trigger| match trigger {
                Trigger::Intent(intent) => Some(intent),
                Trigger::Move(_) => None,
            }));
        }
        let heard: BTreeSet<String> = persona.behaviour.mentions().into_iter().map(|mention| mention.name).collect();
        intents.extend(pack.intents.keys().filter(|intent| heard.contains(intent.as_str())));
    }
    intents
}

/// An operator's name, the same for all operators.
const SOMEBODY: &str = "Camille";

/// What reaches a person of what was understood.
pub fn heard(understood: &Understood, text: &str, misquoted: Vec<FactId>) -> Heard {
    Heard {
        moves: understood.moves.iter().map(|found| found.mv).collect(),
        intents: understood.intents.iter().map(|found| found.intent.clone()).collect(),
        asked: understood.asked.iter().map(|found| found.fact.clone()).collect(),
        entities: understood
            .entities
            .iter()
            .map(|entity| (entity.kind.name().to_owned(), entity.value.clone()))
            .collect(),
        words: text.split_whitespace().count() as u32,
        misquoted,
    }
}

/// The sort of voice and the age of the colleague of the nth department.
pub fn colleague(nth: usize) -> (Voice, u8) {
    if nth.is_multiple_of(2) { (Voice::Woman, 38) } else { (Voice::Man, 46) }
}

/// Whoever is reached by mistake.
pub const WRONG_PERSON: (Voice, u8) = (Voice::Man, 44);
/// Who speaks on answering machines.
const VOICEMAIL: (Voice, u8) = (Voice::Woman, 30);

/// The voices of everybody who can be heard in a pack. No two sound alike.
#[derive(Debug)]
pub struct Voices {
    personas: BTreeMap<PersonaId, Speaker>,
    colleagues: BTreeMap<DepartmentId, Speaker>,
    wrong_person: Speaker,
    voicemail: Speaker,
}

impl Voices {
    /// The voices of a pack in a language.
    pub fn of_pack(pack: &Pack, language: Language) -> Voices {
        let personas = Speaker::cast(pack, language);
        let mut heard: Vec<Speaker> = personas.values().copied().collect();
        let mut another = |(voice, age): (Voice, u8)| {
            heard.push(Speaker::unlike(voice, age, language, &heard));
            heard[heard.len() - 1]
        };
        let (wrong_person, voicemail) = (another(WRONG_PERSON), another(VOICEMAIL));
        let departments = pack.company.departments.iter().enumerate();
        let colleagues =
            departments.map(|(nth, department)| (department.id.clone(), another(colleague(nth)))).collect();
        Voices { personas, colleagues, wrong_person, voicemail }
    }

    /// The voice of somebody; `consulting`: where the colleague works.
    pub fn of(&self, party: Party, persona: Option<&PersonaId>, consulting: Option<&DepartmentId>) -> Speaker {
        let own = match party {
            Party::Colleague => consulting.and_then(|department| self.colleagues.get(department)),
            Party::Voicemail => Some(&self.voicemail),
            Party::Customer | Party::Gatekeeper | Party::WrongPerson => {
                persona.and_then(|persona| self.personas.get(persona))
            }
        };
        own.copied().unwrap_or(self.wrong_person)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = Speaker> {
        let others = [self.wrong_person, self.voicemail];
        self.personas.values().chain(self.colleagues.values()).copied().chain(others)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// Colleagues, wrong persons and answering machines too.
    #[test]
    fn nobody_in_a_pack_is_taken_for_somebody_else() {
        let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        for entry in std::fs::read_dir(scenarios).expect("the packs").filter_map(Result::ok) {
            let Some(pack) = crate::pack::load(&entry.path()).0 else { continue };
            for language in Language::ALL {
                let all: Vec<Speaker> = Voices::of_pack(&pack, language).all().collect();
                for (at, one) in all.iter().enumerate() {
                    for other in &all[..at] {
                        assert!(one.differences(*other) >= 2, "{} {language}: {one:?} and {other:?}", pack.id);
                    }
                }
            }
        }
    }
}
