//! `personas/<id>.ron`

use super::inspection::Inspection;
use super::known::Kind;
use super::library::Library;
use crate::id::*;
use crate::pack::model::{Emotion, Fact, Objection, Persona, Reveal, Temperament};
use crate::pack::raw::{RawFact, RawObjection, RawPersona};
use std::collections::BTreeMap;

/// Feelings by name.
const EMOTIONS: [(&str, Emotion); 6] = [
    ("worry", Emotion::Worry),
    ("anger", Emotion::Anger),
    ("sadness", Emotion::Sadness),
    ("fatigue", Emotion::Fatigue),
    ("joy", Emotion::Joy),
    ("embarrassment", Emotion::Embarrassment),
];

impl<'s> Inspection<'s> {
    /// Checks all personas with their scripts.
    pub fn personas(&mut self, library: &Library<'s>) -> BTreeMap<PersonaId, Persona> {
        let mut personas = BTreeMap::new();
        let behaviours = self.behaviours(library);
        for (id, (_, raw)) in &library.personas {
            let Ok(raw) = raw else { continue };
            let behaviour = behaviours.get(id).cloned().unwrap_or_else(crate::behaviour::Behaviour::none);
            personas.insert(PersonaId::new(*id), self.persona(id, raw, behaviour));
        }
        personas
    }

    fn persona(&mut self, id: &str, raw: &RawPersona<'s>, behaviour: crate::behaviour::Behaviour) -> Persona {
        let scope = [id];
        let temperament = Temperament {
            patience: self.within(&raw.temperament.patience, 1, 100),
            trust: self.within(&raw.temperament.trust, 0, 100),
            confusion: self.within(&raw.temperament.confusion, 0, 100),
            interest: self.within(&raw.temperament.interest, 0, 100),
            talkativeness: self.within(&raw.temperament.talkativeness, 0, 100),
        };
        let mut motives = BTreeMap::new();
        for (name, weight) in &raw.motives.0 {
            let weight = self.within(weight, 0, 100);
            if let Some(motive) = self.choose(Kind::Motive, name, super::intent::MOTIVES)
                && motives.insert(motive, weight).is_some()
            {
                self.error(name.slice, "P108", &[("name", &name.value)]);
            }
        }
        Persona {
            id: PersonaId::new(id),
            name: self.template(&raw.name, &scope),
            age: self.within(&raw.age, 16, 110),
            voice: raw.voice,
            about: self.line(&raw.about, &scope),
            temperament,
            motives,
            vary: self.variations(id, &raw.vary),
            facts: self.readable(&raw.facts).into_iter().map(|fact| self.fact(id, fact)).collect(),
            objections: self.readable(&raw.objections).into_iter().map(|raw| self.objection(id, raw)).collect(),
            behaviour,
        }
    }

    fn fact(&mut self, persona: &str, raw: &RawFact<'s>) -> Fact {
        let scope = [persona];
        let asked =
            if raw.asked.0.is_empty() { BTreeMap::new() } else { self.phrases_everywhere(&raw.asked, raw.id.slice) };
        let told_otherwise = raw.reveal.value == Reveal::Volunteered || raw.identifies || raw.passing;
        let used = |table: &super::known::Table<'_>| table.used.contains(&raw.id.value);
        if asked.is_empty() && !told_otherwise && !self.known.table(Kind::Fact, persona).is_some_and(used) {
            self.warn(raw.id.slice, "P409", &[("name", &raw.id.value)]);
        }
        if let Reveal::Trusted(least) = raw.reveal.value
            && least > 100
        {
            self.error(raw.reveal.slice, "P306", &[("low", "0"), ("high", "100")]);
        }
        Fact {
            id: FactId::new(&raw.id.value),
            reveal: raw.reveal.value,
            asked: self.templates(asked, &scope),
            line: self.line(&raw.line, &scope),
            again: self.optional_line(&raw.again, &scope),
            data: self.variable_list(&raw.data, &scope),
            emotion: raw.emotion.as_ref().and_then(|name| self.choose(Kind::Emotion, name, EMOTIONS)),
            identifies: raw.identifies,
            passing: raw.passing,
        }
    }

    fn objection(&mut self, persona: &str, raw: &RawObjection<'s>) -> Objection {
        let scope = [persona];
        if raw.lift.answers.is_empty() {
            self.error(raw.id.slice, "P324", &[("name", &raw.id.value)]);
        }
        if !raw.after.is_empty() {
            self.known.mark(Kind::Objection, persona, &raw.id.value);
        }
        Objection {
            id: ObjectionId::new(&raw.id.value),
            kind: raw.kind,
            line: self.line(&raw.line, &scope),
            after: self.triggers(&raw.after),
            needs: self.move_list(&raw.lift.needs),
            answers: self.intent_list(&raw.lift.answers),
            reason: self.optional_line(&raw.lift.reason, &scope),
            lifted: self.line(&raw.lifted, &scope),
            still: self.line(&raw.still, &scope),
        }
    }
}
