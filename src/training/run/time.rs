//! Time passes: moods age, and what falls due happens.

use super::Run;
use crate::behaviour::HangUpReason;
use crate::call::{Afterwards, Cue, EndedBy, Party, Phase, SILENCES_MS};
use crate::persona::Stimulus;

/// No attempt lasts longer: whoever leaves his desk overnight finds the clock stopped, and a journal that claims a million
/// years costs no more than one that claims a day.
pub const LONGEST_ATTEMPT_MS: u64 = 12 * 3_600_000;
/// A person who is fetched takes this long to come.
const FETCH_MS: u64 = 3_000;

impl Run {
    pub(super) fn pass(&mut self, ms: u64) {
        let mut left_ms = ms;
        while left_ms > 0 {
            left_ms = self.call.swallow_typing(left_ms);
            if left_ms == 0 || self.call.phase() == Phase::Ended {
                return;
            }
            let before_ms = self.call.now_ms();
            if before_ms >= LONGEST_ATTEMPT_MS {
                return;
            }
            let cue = self.call.step(before_ms.saturating_add(left_ms).min(LONGEST_ATTEMPT_MS));
            let gone_ms = self.call.now_ms() - before_ms;
            left_ms -= gone_ms.min(left_ms);
            self.age(gone_ms);
            match cue {
                Some(cue) => self.follow(cue),
                None => return,
            }
        }
    }

    /// Moods change with call time.
    pub(super) fn age(&mut self, ms: u64) {
        if !matches!(self.call.phase(), Phase::Talking | Phase::Hold | Phase::Consulting) {
            return;
        }
        let party = match self.call.party() {
            Some(Party::Colleague) | None => self.held(),
            Some(party) => party,
        };
        if let Some(mind) = self.cast.mind(party) {
            mind.pass(ms);
        }
    }

    pub(super) fn follow(&mut self, cue: Cue) {
        match cue {
            Cue::Rang | Cue::GivenUp => {}
            Cue::GivesWay => self.give_way(),
            Cue::PickedUp(meets) => self.picked_up(meets),
            Cue::LineStarted(spoken) => self.line_started(&spoken),
            Cue::LineEnded(spoken) => self.line_said(&spoken),
            Cue::Afterwards(Afterwards::HangUp(reason)) => match self.call.party() {
                Some(Party::Customer | Party::Gatekeeper) => {
                    let outcome = self.settled.clone();
                    self.call.end(EndedBy::OtherSide, Some(reason), outcome);
                    self.forget_lines();
                }
                _ => self.call.back_to_ready(),
            },
            Cue::Afterwards(Afterwards::PassOn) => {
                self.call.pass_to(Party::Customer);
                self.react(Party::Customer, &Stimulus::Start, FETCH_MS, &[]);
            }
            Cue::Silence { silent_ms } => match self.call.party() {
                // Who has nothing to do with the call does not wait for it to begin.
                Some(Party::WrongPerson) if silent_ms >= SILENCES_MS[1] => {
                    self.call.afterwards(Afterwards::HangUp(HangUpReason::Silence));
                }
                Some(party) => self.react(party, &Stimulus::Silence { silent_ms }, 0, &[]),
                None => {}
            },
            Cue::HoldGoesOn { hold_ms } => {
                self.react(self.held(), &Stimulus::HoldGoesOn { hold_ms }, 0, &[]);
            }
        }
    }
}
