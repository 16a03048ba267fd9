//! The other side reacts: effects become lines to be said and events.

use super::{Meaning, Run};
use crate::behaviour::Effect;
use crate::call::{Afterwards, EndedBy, Line, Party, Phase, Spoken, What};
use crate::id::{FactId, LineId};
use crate::mood::Mood;
use crate::persona::Stimulus;
use crate::voice::{Manner, Plan, Temper};

/// The pause between two people's turns is about 200 ms (VOICE); typed lines are read, so a little more.
pub(super) const TURN_GAP_MS: u64 = 400;

impl Run {
    /// Lets somebody react and does what he wants to do.
    pub(super) fn react(&mut self, party: Party, stimulus: &Stimulus, gap_ms: u64, asked: &[FactId]) {
        let effects = self.feel(party, stimulus);
        let into_silence = matches!(stimulus, Stimulus::Silence { .. });
        self.carry_out(party, effects, gap_ms, asked, into_silence);
    }

    /// Lets somebody react; returns what he wants to do.
    pub(super) fn feel(&mut self, party: Party, stimulus: &Stimulus) -> Vec<Effect> {
        let Some(mind) = self.cast.mind(party) else { return Vec::new() };
        let before = mind.mood();
        let reaction = mind.react(stimulus);
        let mood = mind.mood();
        if let (Some(failure), Some(persona)) = (reaction.failure, self.cast.persona(party).cloned()) {
            let (line, column, message) = (failure.line, failure.column, failure.message);
            self.call.emit(What::ScriptFailed { persona, line, column, message });
        }
        if mood != before {
            self.call.emit(What::Mood { mood });
        }
        reaction.effects
    }

    /// Does what somebody wants to do: lines are queued, the rest happens now.
    pub(super) fn carry_out(
        &mut self,
        party: Party,
        effects: Vec<Effect>,
        gap_ms: u64,
        asked: &[FactId],
        into_silence: bool,
    ) {
        let audible = self.call.phase() == Phase::Talking;
        let mut gap_ms = gap_ms;
        for effect in effects {
            let meaning = match &effect {
                Effect::Reveal(fact) => {
                    Meaning { fact: Some((fact.clone(), !asked.contains(fact))), ..Meaning::default() }
                }
                Effect::Raise(objection) => Meaning { raised: Some(objection.clone()), ..Meaning::default() },
                Effect::Lift(objection) => Meaning { lifted: Some(objection.clone()), ..Meaning::default() },
                _ => Meaning::default(),
            };
            match effect {
                Effect::Say(_) | Effect::Reveal(_) | Effect::Raise(_) | Effect::Lift(_) if !audible => {
                    self.take_back(party, [meaning]);
                }
                Effect::Say(line) => gap_ms = self.queue_line(party, line, gap_ms, meaning, into_silence),
                Effect::Reveal(_) | Effect::Raise(_) | Effect::Lift(_) => {
                    if let Some(line) = self.line_of(party, &meaning) {
                        gap_ms = self.line_up(party, line, gap_ms, meaning);
                    }
                }
                Effect::Settle(outcome) => {
                    self.settled = Some(outcome.clone());
                    self.call.emit(What::Settled { outcome });
                }
                Effect::DemandSupervisor => self.call.emit(What::SupervisorDemanded),
                Effect::Sigh => self.call.emit(What::Sighed),
                Effect::PassOn => self.call.afterwards(Afterwards::PassOn),
                Effect::HangUp(reason) if audible => self.call.afterwards(Afterwards::HangUp(reason)),
                Effect::HangUp(reason) => {
                    let outcome = self.settled.clone();
                    self.call.end(EndedBy::OtherSide, Some(reason), outcome);
                    self.forget_lines();
                    return;
                }
                Effect::Mood(..) | Effect::Remember(..) => {}
            }
        }
    }

    /// The line a fact or objection is told with.
    pub(super) fn line_of(&self, party: Party, meaning: &Meaning) -> Option<LineId> {
        let persona = self.setup.pack.personas.get(self.cast.persona(party)?)?;
        if let Some((fact, _)) = &meaning.fact {
            return persona.facts.iter().find(|known| known.id == *fact).map(|known| known.line.clone());
        }
        if let Some(objection) = &meaning.raised {
            return persona.objections.iter().find(|known| known.id == *objection).map(|known| known.line.clone());
        }
        let lifted = meaning.lifted.as_ref()?;
        persona.objections.iter().find(|known| known.id == *lifted).map(|known| known.lifted.clone())
    }

    /// Puts a line into words and queues it; returns the gap before a further one.
    pub(super) fn line_up(&mut self, party: Party, line: LineId, gap_ms: u64, meaning: Meaning) -> u64 {
        self.queue_line(party, line, gap_ms, meaning, false)
    }

    pub(super) fn queue_line(
        &mut self,
        party: Party,
        line: LineId,
        gap_ms: u64,
        meaning: Meaning,
        into_silence: bool,
    ) -> u64 {
        let language = self.setup.language;
        let mood = self.cast.mood(party).unwrap_or(Mood { patience: 60, trust: 50, confusion: 20, interest: 50 });
        let variables = match self.cast.persona(party) {
            Some(persona) => self.variables.seen_by(persona),
            None => self.variables.clone(),
        };
        let (text, recording) = self.setup.pack.say_aloud(&line, language, &variables, mood, &mut self.wording);
        let recording = recording.cloned();
        let speaker = self.voices.of(party, self.cast.persona(party), self.call.consulting());
        let manner = Manner { speaker, temper: Temper::of(mood) };
        let timing = Plan::new(&text, manner).timing();
        let timing = match &recording {
            Some(recording) => timing.scaled(recording.ms()),
            None => timing,
        };
        self.call.line_up(Line { party, line, text, manner, timing, recording, gap_ms, into_silence });
        self.meanings.push_back(meaning);
        TURN_GAP_MS
    }

    pub(super) fn line_started(&mut self, spoken: &Spoken) {
        self.meaning = self.meanings.pop_front().unwrap_or_default();
        if let Some(objection) = self.meaning.raised.take() {
            self.call.emit(What::ObjectionRaised { objection, turn: spoken.turn });
        }
    }

    pub(super) fn line_said(&mut self, spoken: &Spoken) {
        let meaning = std::mem::take(&mut self.meaning);
        self.mean(meaning, spoken.turn);
    }

    pub(super) fn mean(&mut self, meaning: Meaning, turn: u32) {
        if let Some((fact, unasked)) = meaning.fact {
            self.call.emit(What::FactTold { fact, turn, unasked });
        }
        if let Some(objection) = meaning.lifted {
            self.call.emit(What::ObjectionLifted { objection, turn });
        }
    }
}
