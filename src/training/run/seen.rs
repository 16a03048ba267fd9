//! What can be seen of a call from outside.

use super::{Run, Setup, Speaking, StepState, Suggestion, Timers};
use crate::call::{Event, Line, Party, Phase, What};
use crate::crm::Crm;
use crate::id::{DepartmentId, OutcomeId};
use crate::language::Understood;
use crate::mood::Mood;
use crate::pack::model::{CallScenario, Pack, Template};
use crate::pack::variation::Variables;
use crate::score::{Played, Score};
use crate::training::journal::Journal;
use std::sync::Arc;

impl Run {
    /// What is played.
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// Pack the call is from.
    pub fn pack(&self) -> &Arc<Pack> {
        &self.setup.pack
    }

    /// The call as the pack describes it.
    pub fn scenario(&self) -> &CallScenario {
        self.setup.pack.calls.get(&self.setup.call).expect("a run is only made of a call its pack has")
    }

    /// The values of this seed.
    pub fn variables(&self) -> &Variables {
        &self.variables
    }

    /// The records as they stand now.
    pub fn crm(&self) -> &Crm {
        &self.crm
    }

    /// All that happened so far, in order.
    pub fn events(&self) -> &[Event] {
        self.call.events()
    }

    /// What was done so far.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Call time, milliseconds.
    pub fn now_ms(&self) -> u64 {
        self.call.now_ms()
    }

    /// Where the call stands.
    pub fn phase(&self) -> Phase {
        self.call.phase()
    }

    /// Whether the microphone is off.
    pub fn muted(&self) -> bool {
        self.call.muted()
    }

    /// Where the colleague works who is being consulted.
    pub fn consulting(&self) -> Option<&DepartmentId> {
        self.call.consulting()
    }

    /// Who is at the other end now.
    pub fn party(&self) -> Option<Party> {
        self.call.party()
    }

    /// True while somebody at the other end speaks or is about to.
    pub fn other_side_is_busy(&self) -> bool {
        self.call.other_side_is_busy()
    }

    /// What the other side is saying right now.
    pub fn speaking(&self) -> Option<Speaking> {
        self.call.speaking().map(|spoken| Speaking {
            turn: spoken.turn,
            party: spoken.line.party,
            line: spoken.line.line.clone(),
            text: spoken.line.text.clone(),
            said: spoken.line.timing.said(self.call.now_ms() - spoken.started_ms),
            elapsed_ms: self.call.now_ms() - spoken.started_ms,
            duration_ms: spoken.line.timing.total_ms,
        })
    }

    /// The line being said and those about to be, with the voices to say them in: what sound needs to prepare itself.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.call.speaking().map(|spoken| &spoken.line).into_iter().chain(self.call.waiting())
    }

    /// True while the clock waits because the trainee types (typing rule).
    pub fn clock_waits(&self) -> bool {
        self.call.clock_waits()
    }

    /// True while the operator's own voice is heard.
    pub fn voice_is_heard(&self) -> bool {
        self.call.voice_since_ms().is_some()
    }

    /// What the operator said aloud and has not given its words yet.
    pub fn aloud(&self) -> Option<&crate::call::Aloud> {
        self.call.aloud()
    }

    /// How often the operator spoke aloud so far.
    pub fn spoken(&self) -> u32 {
        self.call.spoken()
    }

    /// The mood of whoever is at the other end.
    pub fn mood(&self) -> Option<Mood> {
        self.cast.mood(self.call.party().filter(|party| *party != Party::Colleague).unwrap_or(Party::Customer))
    }

    /// What goes on in the person at the other end; for authors, never for trainees.
    pub fn mind(&self) -> Option<crate::training::mind::MindView> {
        let party = self.call.party().filter(|party| matches!(party, Party::Customer | Party::Gatekeeper));
        let party = party.unwrap_or(Party::Customer);
        let mind = self.cast.mind_seen(party)?;
        let persona = self.setup.pack.personas.get(self.cast.persona(party)?)?;
        Some(crate::training::mind::view(persona, mind, self.events()))
    }

    /// The clocks of the softphone now.
    pub fn timers(&self) -> Timers {
        Timers::of(self.events(), self.now_ms())
    }

    /// A page of the handbook, Markdown with this seed's values.
    pub fn handbook(&self, page: &str) -> Option<String> {
        let text = self.setup.pack.handbook.get(&self.setup.language)?.get(page)?;
        Some(match Template::parse(text) {
            Ok(template) => self.variables.written(&template, self.setup.language),
            Err(_) => text.clone(),
        })
    }

    /// The steps of the script as they stand.
    pub fn script(&self) -> Vec<StepState> {
        StepState::all(self)
    }

    /// Three lines for guided mode, good and bad, shuffled; the same until something is said.
    pub fn suggestions(&self) -> Vec<Suggestion> {
        crate::training::plan::suggestions(self)
    }

    /// What an utterance would be understood as in this call.
    pub fn understand(&self, text: &str) -> Understood {
        self.listener.understand(text)
    }

    /// What the customer agreed to so far.
    pub fn settled(&self) -> Option<&OutcomeId> {
        self.settled.as_ref()
    }

    /// Where nothing was settled: the ending that the closing code tells of. The records have to fit it.
    fn claimed(&self) -> Option<OutcomeId> {
        let chosen = self.events().iter().rev().find_map(|event| match &event.what {
            What::Disposition { id } => Some(id),
            _ => None,
        })?;
        let endings = &self.scenario().outcomes;
        let told = |ending: &&crate::pack::model::Outcome| !ending.success && ending.dispositions.contains(chosen);
        endings.iter().find(told).map(|ending| ending.id.clone())
    }

    /// Scores the call as it stands (normally after `Finished`).
    pub fn score(&self) -> Score {
        let outcome = self.events().iter().rev().find_map(|event| match &event.what {
            What::Ended { outcome, .. } => Some(outcome.clone()),
            _ => None,
        });
        let outcome = outcome.flatten().or_else(|| self.claimed());
        let expected = super::expected(self, outcome.as_ref());
        let comparisons = self.crm.compare_for(&self.scenario().record, &expected, &super::asked(self));
        crate::score::score(&Played {
            pack: &self.setup.pack,
            call: self.scenario(),
            language: self.setup.language,
            variables: &self.variables,
            events: self.events(),
            agreement: self.listener.recogniser().agreement(),
            crm: &comparisons,
        })
    }
}
