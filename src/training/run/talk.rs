//! The operator speaks: what he said is understood, heard, and may cut somebody off.

use super::reaction::TURN_GAP_MS;
use super::{Meaning, Run, cast};
use crate::behaviour::{Effect, HangUpReason};
use crate::call::{Afterwards, Party, Phase, What};
use crate::id::FactId;
use crate::language::{Understood, speaking_ms};
use crate::moves::Move;
use crate::pack::stock::StockLine;
use crate::persona::Stimulus;

/// What says again what the customer said, to make sure of it.
const REPEATING: [Move; 3] = [Move::ReadBack, Move::Restate, Move::ConfirmNextSteps];

/// The longest utterance that is taken, in characters: some minutes of speech.
pub const LONGEST_UTTERANCE: usize = 4_000;

/// Moves of an opening: a caller who hears nothing else says why he calls.
const OPENING: [Move; 8] = [
    Move::Greet,
    Move::IdentifySelf,
    Move::IdentifyCompany,
    Move::OfferHelp,
    Move::OpenQuestion,
    Move::ClosedQuestion,
    Move::RecordingNotice,
    Move::Thank,
];

impl Run {
    pub(super) fn say(&mut self, text: String) {
        let Some(to) = self.call.party().filter(|_| matches!(self.call.phase(), Phase::Talking | Phase::Consulting))
        else {
            return self.ignore("nobody_hears");
        };
        let text = text.trim().to_owned();
        if text.is_empty() {
            return self.ignore("nothing_said");
        }
        if text.chars().count() > LONGEST_UTTERANCE {
            return self.ignore("utterance_too_long");
        }
        let understood = self.listener.understand(&text);
        // Words chosen while the voice is still heard are its words.
        self.call.voice_ends(0, true);
        let muted = self.call.muted();
        let aloud = self.call.take_aloud().filter(|_| !muted);
        let (thinking_ms, over_ms, duration_ms, protest) = match &aloud {
            Some(aloud) => {
                // Whoever began to speak since then was not spoken over.
                self.interrupt();
                (aloud.thinking_ms, aloud.over_ms, aloud.ms(), std::mem::take(&mut self.protest))
            }
            None => {
                let thinking_ms = if self.call.speaking().is_some() { 0 } else { self.call.thinking_ms() };
                let (over_ms, protest) = if muted { (0, Vec::new()) } else { self.interrupt() };
                (thinking_ms, over_ms, speaking_ms(&text, self.setup.language), protest)
            }
        };
        // Digging into an objection goes over known ground, and so does reading back: neither is asking again.
        let known_ground = muted
            || self.cast.has_open_objections(to)
            || REPEATING.iter().any(|mv| understood.has(*mv))
            // "Plug it in again and tell me what the light does" asks for what has changed.
            || understood.has(Move::Instruct);
        let asked = understood.asked.iter().filter(|_| !known_ground);
        let again: Vec<FactId> =
            asked.map(|question| question.fact.clone()).filter(|fact| self.cast.told(to, fact)).collect();
        let said = What::Said {
            turn: self.call.next_turn(),
            to,
            text: text.clone(),
            duration_ms,
            thinking_ms,
            over_ms,
            muted,
            understood: understood.clone(),
        };
        match &aloud {
            Some(aloud) => self.call.said_aloud(aloud, said),
            None => self.call.speak(said, duration_ms),
        }
        again.into_iter().for_each(|fact| self.call.emit(What::AskedAgain { fact }));
        if aloud.is_none() {
            self.age(duration_ms);
        }
        if muted {
            return;
        }
        self.carry_out(to, protest, TURN_GAP_MS, &[], false);
        match to {
            Party::Customer | Party::Gatekeeper => {
                let asked: Vec<FactId> = understood.asked.iter().map(|question| question.fact.clone()).collect();
                let only_opening = understood.moves.iter().all(|found| OPENING.contains(&found.mv));
                if !std::mem::replace(&mut self.opened, true) {
                    self.react(to, &Stimulus::Start, TURN_GAP_MS, &asked);
                    let said_why = self.meanings.iter().any(|meaning| meaning.fact.is_some());
                    if only_opening && said_why {
                        return;
                    }
                }
                let heard = cast::heard(&understood, &text, self.misquoted(to, &text, &understood));
                self.react(to, &Stimulus::Heard(heard), TURN_GAP_MS, &asked);
            }
            Party::Colleague => self.brief(&understood),
            Party::WrongPerson => {
                self.line_up(to, StockLine::WrongPerson.line(), TURN_GAP_MS, Meaning::default());
                self.call.afterwards(Afterwards::HangUp(HangUpReason::NotInterested));
            }
            Party::Voicemail => {}
        }
    }

    /// The operator's voice is heard.
    pub(super) fn voice_begins(&mut self, late_ms: u64) {
        let heard = self.call.party().is_some() && matches!(self.call.phase(), Phase::Talking | Phase::Consulting);
        if !heard || self.call.muted() || self.call.voice_since_ms().is_some() {
            return self.ignore("nobody_hears");
        }
        if self.call.aloud().is_none() {
            self.protest.clear();
        }
        self.call.voice_begins(late_ms);
    }

    /// The other side stops because the operator speaks over it.
    pub(super) fn give_way(&mut self) {
        let (_, protest) = self.interrupt();
        self.protest = protest;
    }

    /// The colleague takes the call over once he has heard what it is about.
    pub(super) fn brief(&mut self, understood: &Understood) {
        let Some(to) = self.call.consulting().cloned() else { return };
        let Some(department) = self.setup.pack.company.departments.iter().find(|known| known.id == to).cloned() else {
            return;
        };
        let recap = understood.has(Move::Restate)
            || understood.has(Move::Inform)
            || department.recap.iter().any(|intent| understood.has_intent(intent));
        let line = if recap || self.briefed { department.accepts } else { department.asks };
        if recap && !self.briefed {
            self.briefed = true;
            self.call.emit(What::Briefed { to });
        }
        self.line_up(Party::Colleague, line, TURN_GAP_MS, Meaning::default());
    }

    /// Stops the other side; returns for how long both spoke, and what whoever was cut off wants to do about it.
    pub(super) fn interrupt(&mut self) -> (u64, Vec<Effect>) {
        let cut_in = self.call.cut_in();
        let unsaid: Vec<Meaning> = self.meanings.drain(..).collect();
        let being_said = std::mem::take(&mut self.meaning);
        let Some(spoken) = &cut_in.line else {
            if let Some(party) = self.call.party() {
                self.take_back(party, unsaid);
            }
            return (0, Vec::new());
        };
        let party = spoken.line.party;
        if cut_in.cut && cut_in.percent < 60 {
            self.take_back(party, std::iter::once(being_said).chain(unsaid));
        } else {
            self.mean(being_said, spoken.turn);
            self.take_back(party, unsaid);
        }
        let protest = match cut_in.cut {
            true => self.feel(party, &Stimulus::Interrupted { spoken_percent: cut_in.percent }),
            false => Vec::new(),
        };
        (cut_in.over_ms, protest)
    }

    /// What was going to be said was not: facts can still be asked for, objections are where they were.
    pub(super) fn take_back(&mut self, party: Party, meanings: impl IntoIterator<Item = Meaning>) {
        let Some(mind) = self.cast.mind(party) else { return };
        for meaning in meanings {
            if let Some((fact, _)) = &meaning.fact {
                mind.not_told(fact);
            }
            if let Some(objection) = &meaning.raised {
                mind.not_raised(objection);
            }
            if let Some(objection) = &meaning.lifted {
                mind.not_lifted(objection);
            }
        }
    }

    pub(super) fn forget_lines(&mut self) {
        self.meanings.clear();
        self.meaning = Meaning::default();
    }
}
