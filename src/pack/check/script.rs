//! `scripts/<id>.ron`

use super::inspection::{ANYONE, Inspection};
use super::known::Kind;
use super::library::Library;
use crate::id::*;
use crate::locale::Language;
use crate::pack::model::{Forbidden, Script, Step, When};
use crate::pack::raw::{Name, RawForbidden, RawScript, RawStep, RawWhen};
use std::collections::BTreeMap;

/// Whom a script is for.
struct Audience<'r> {
    /// Calls that use it.
    calls: Vec<&'r str>,
    /// Their customers (`ANYONE` when no call uses it).
    customers: Vec<&'r str>,
    /// Everybody who answers in them.
    people: Vec<&'r str>,
}

impl<'s> Inspection<'s> {
    /// Checks all scripts.
    pub fn scripts(&mut self, library: &Library<'s>) -> BTreeMap<ScriptId, Script> {
        let mut scripts = BTreeMap::new();
        for (id, (_, raw)) in &library.scripts {
            let Ok(raw) = raw else { continue };
            let audience = audience(id, library);
            scripts.insert(ScriptId::new(*id), self.script(id, raw, &audience));
        }
        scripts
    }

    fn script(&mut self, id: &str, raw: &RawScript<'s>, audience: &Audience<'_>) -> Script {
        if raw.steps.is_empty() {
            self.error(raw.title.slice, "P307", &[]);
        }
        Script {
            id: ScriptId::new(id),
            title: self.line(&raw.title, &[ANYONE]),
            steps: self.readable(&raw.steps).into_iter().map(|step| self.step(step, audience)).collect(),
            forbidden: self.readable(&raw.forbidden).into_iter().map(|raw| self.forbidden(raw)).collect(),
        }
    }

    fn step(&mut self, raw: &RawStep<'s>, audience: &Audience<'_>) -> Step {
        Step {
            id: StepId::new(&raw.id.value),
            title: self.line(&raw.title, &audience.customers),
            phrase: self.line(&raw.phrase, &audience.customers),
            moves: self.move_list(&raw.moves),
            intents: self.intent_list(&raw.intents),
            when: self.when(&raw.when, audience),
            verbatim: raw.verbatim,
            weight: raw.weight.as_ref().map_or(1, |weight| self.within(weight, 1, 100)),
        }
    }

    fn when(&mut self, raw: &RawWhen<'s>, audience: &Audience<'_>) -> When {
        let anybody: Vec<String> = match audience.people.as_slice() {
            [] | [ANYONE] => {
                self.known.of_kind(Kind::Persona).flat_map(|(_, table)| table.names.keys().cloned()).collect()
            }
            people => people.iter().map(|name| (*name).to_owned()).collect(),
        };
        let anybody: Vec<&str> = anybody.iter().map(String::as_str).collect();
        let mut known =
            |kind: Kind, scopes: &[&str], name: &Name<'s>| self.refer_any(kind, scopes, &name.value, name.slice);
        match raw {
            RawWhen::Always => When::Always,
            RawWhen::Outcome(names) => {
                names.iter().for_each(|name| _ = known(Kind::Outcome, &audience.calls, name));
                When::Outcome(names.iter().map(|name| OutcomeId::new(&name.value)).collect())
            }
            RawWhen::Raised(name) => {
                known(Kind::Objection, &anybody, name);
                When::Raised(ObjectionId::new(&name.value))
            }
            RawWhen::Revealed(name) => {
                known(Kind::Fact, &anybody, name);
                When::Revealed(FactId::new(&name.value))
            }
            RawWhen::Held => When::Held,
            RawWhen::Reached => When::Reached,
        }
    }

    fn forbidden(&mut self, raw: &RawForbidden<'s>) -> Forbidden {
        let phrases: BTreeMap<Language, Vec<String>> = self
            .phrases_everywhere(&raw.phrases, raw.id.slice)
            .into_iter()
            .map(|(language, names)| (language, names.into_iter().map(|name| name.value).collect()))
            .collect();
        Forbidden { id: raw.id.value.clone(), phrases, why: self.line(&raw.why, &[ANYONE]) }
    }
}

fn audience<'r>(script: &str, library: &'r Library<'_>) -> Audience<'r> {
    let mut audience = Audience { calls: Vec::new(), customers: Vec::new(), people: Vec::new() };
    let known = |name: &str| library.personas.contains_key(name);
    for (id, (_, call)) in &library.calls {
        match call {
            Ok(call) if call.script.value == script => {
                audience.calls.push(id);
                audience.customers.extend(Some(call.customer.value.as_str()).filter(|name| known(name)));
                let gatekeeper = call.gatekeeper.as_ref().map(|name| name.value.as_str());
                audience
                    .people
                    .extend(gatekeeper.into_iter().chain([call.customer.value.as_str()]).filter(|name| known(name)));
            }
            Ok(_) => {}
            // A call that could not be read may be one of them.
            Err(_) => audience.calls.push(id),
        }
    }
    if audience.calls.is_empty() {
        audience.calls.extend(library.calls.keys());
    }
    if audience.customers.is_empty() {
        audience.customers.push(ANYONE);
    }
    audience
}
