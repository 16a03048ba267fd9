//! What the explorer does in a turn: it follows the plan some way, and leaves it to see what else the call holds.

use super::player::Player;
use crate::behaviour::MentionKind;
use crate::call::{Input, Party, Phase, What};
use crate::id::{IntentId, PersonaId};
use crate::pack::model::{Objection, Template};
use crate::random::Stream;
use std::collections::BTreeSet;

/// After so many turns an explorer takes his leave.
const MOST_TURNS: usize = 40;

impl Player {
    /// Something to try; `None`: the plan, as everybody plays it. `Some(false)`: enough.
    pub fn explore(&mut self) -> Option<bool> {
        // Each explorer keeps to the plan for some turns and more or less after that: some see all ways out of the
        // beginning of a call and others those out of its end.
        let mut character = Stream::new(self.run.setup().seed, "explorer");
        let (on_plan_turns, rarely) =
            (character.between(0, 14) as usize, *character.pick(&[10, 35, 60, 80]).unwrap_or(&35));
        let keeps_to_plan = if self.turns() < on_plan_turns { 93 } else { rarely };
        if self.turns() >= MOST_TURNS {
            self.say_one_of(|phrases| &phrases.leave);
            return Some(false);
        }
        if let Some(objection) = self.open_objection()
            && self.stream.chance(50)
        {
            self.meet(&objection);
            return Some(true);
        }
        if self.stream.chance(keeps_to_plan) {
            return None;
        }
        match self.stream.between(0, 99) {
            0..=27 => self.ask_something(),
            28..=54 => self.mean_something(),
            55..=77 => self.say_anything(),
            78..=81 => self.repeat(),
            82..=85 => {
                let seconds = self.stream.between(4, 36) as u64;
                self.pass(seconds * 1_000);
            }
            86..=91 => self.hold(),
            92..=94 => self.hand_over(),
            95..=96 => self.say("Brumvaxtoquine plonze.".to_owned()),
            97..=98 => drop(self.say_one_of(|phrases| &phrases.leave)),
            _ => drop(self.say_one_of(|phrases| &phrases.rude)),
        }
        Some(true)
    }

    fn persona(&self) -> PersonaId {
        let scenario = self.run.scenario();
        match (self.run.party(), &scenario.gatekeeper) {
            (Some(Party::Gatekeeper), Some(gatekeeper)) => gatekeeper.clone(),
            _ => scenario.customer.clone(),
        }
    }

    fn open_objection(&self) -> Option<Objection> {
        let mut open = BTreeSet::new();
        for event in self.run.events() {
            match &event.what {
                What::ObjectionRaised { objection, .. } => _ = open.insert(objection),
                What::ObjectionLifted { objection, .. } => _ = open.remove(objection),
                _ => {}
            }
        }
        let persona = self.run.pack().personas.get(&self.persona())?;
        persona.objections.iter().find(|objection| open.contains(&objection.id)).cloned()
    }

    /// Answers at once, digs first, or acknowledges.
    fn meet(&mut self, objection: &Objection) {
        match self.stream.between(0, 3) {
            0 => self.say_anything(),
            _ => {
                if let Some(answer) = self.stream.pick(&objection.answers).cloned() {
                    self.say_example_of(&answer);
                }
            }
        }
    }

    fn ask_something(&mut self) {
        let id = self.persona();
        let language = self.run.setup().language;
        let facts = self.run.pack().personas.get(&id).map(|persona| persona.facts.as_slice()).unwrap_or_default();
        let asked: Vec<Template> = facts
            .iter()
            .filter_map(|fact| fact.asked.get(&language))
            .filter_map(|all| self.stream.pick(all))
            .cloned()
            .collect();
        match self.stream.pick(&asked) {
            Some(template) => {
                let text = self.run.variables().seen_by(&id).written(template, language);
                self.say(text);
            }
            None => self.say_anything(),
        }
    }

    /// Mostly something that matters to whoever is on the line; now and then the same once more, in other words.
    fn mean_something(&mut self) {
        if self.stream.chance(25)
            && let Some(intent) = self.last_meant()
        {
            return self.say_example_of(&intent);
        }
        let of_the_call = self.intents_of_the_call();
        let intents: Vec<IntentId> = if of_the_call.is_empty() || self.stream.chance(15) {
            self.run.pack().intents.keys().cloned().collect()
        } else {
            of_the_call.into_iter().collect()
        };
        match self.stream.pick(&intents).cloned() {
            Some(intent) => self.say_example_of(&intent),
            None => self.say_anything(),
        }
    }

    fn last_meant(&self) -> Option<IntentId> {
        self.run.events().iter().rev().find_map(|event| match &event.what {
            What::Said { understood, .. } => understood.intents.first().map(|found| found.intent.clone()),
            _ => None,
        })
    }

    /// What behaviour scripts listen for, what answers objections, solutions, and what the script asks for.
    fn intents_of_the_call(&self) -> BTreeSet<IntentId> {
        let (pack, scenario) = (self.run.pack(), self.run.scenario());
        let mut intents: BTreeSet<IntentId> = scenario.solutions.iter().chain(&scenario.detail).cloned().collect();
        if let Some(persona) = pack.personas.get(&self.persona()) {
            let listens =
                persona.behaviour.mentions().into_iter().filter(|mention| mention.kind == MentionKind::Intent);
            intents.extend(listens.map(|mention| IntentId::new(mention.name)));
            intents.extend(persona.objections.iter().flat_map(|objection| objection.answers.iter().cloned()));
        }
        if let Some(script) = pack.scripts.get(&scenario.script) {
            intents.extend(script.steps.iter().flat_map(|step| step.intents.iter().cloned()));
        }
        intents
    }

    fn say_example_of(&mut self, intent: &IntentId) {
        let language = self.run.setup().language;
        let examples = self.run.pack().intents.get(intent).and_then(|intent| intent.examples.get(&language));
        if let Some(template) = examples.and_then(|examples| self.stream.pick(examples)) {
            let text = self.run.variables().written(template, language);
            self.say(text);
        }
    }

    fn say_anything(&mut self) {
        self.say_one_of(|phrases| &phrases.explorer);
    }

    fn repeat(&mut self) {
        let last = self.run.events().iter().rev().find_map(|event| match &event.what {
            What::Said { text, .. } => Some(text.clone()),
            _ => None,
        });
        match last {
            Some(text) => self.say(text),
            None => self.say_anything(),
        }
    }

    /// Holds, announced or not, for a moment or for long.
    fn hold(&mut self) {
        self.listen();
        self.run.apply(Input::Hold);
        let seconds = self.stream.between(3, 100) as u64;
        self.pass(seconds * 1_000);
        if self.run.phase() == Phase::Hold {
            self.run.apply(Input::Resume);
        }
    }

    /// Consults a colleague, with or without saying what it is about, or transfers.
    fn hand_over(&mut self) {
        let departments =
            self.run.pack().company.departments.iter().map(|department| department.id.clone()).collect::<Vec<_>>();
        let Some(to) = self.stream.pick(&departments).cloned() else { return self.say_anything() };
        self.listen();
        if self.stream.chance(25) {
            self.run.apply(Input::ColdTransfer { to });
            return;
        }
        self.run.apply(Input::Consult { to });
        self.listen();
        match self.stream.between(0, 2) {
            0 => self.say_anything(),
            1 => self.mean_something(),
            _ => {}
        }
        self.listen();
        let input = if self.stream.chance(50) { Input::CompleteTransfer } else { Input::EndConsult };
        self.run.apply(input);
        if self.run.phase() == Phase::Hold {
            self.run.apply(Input::Resume);
        }
    }
}
