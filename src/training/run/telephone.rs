//! The keys of the softphone.

use super::reaction::TURN_GAP_MS;
use super::time::LONGEST_ATTEMPT_MS;
use super::{Meaning, Run};
use crate::behaviour::Effect;
use crate::call::{EndedBy, Party, Phase, What};
use crate::id::DepartmentId;
use crate::moves::Move;
use crate::pack::model::PickUp;
use crate::pack::stock::StockLine;
use crate::persona::Stimulus;

/// A colleague takes this long to pick up.
const PICK_UP_MS: u64 = 1_500;

impl Run {
    pub(super) fn answer(&mut self) {
        if self.call.phase() != Phase::Ringing {
            return self.ignore("nothing_rings");
        }
        self.call.answer(Party::Customer);
        // Who picks up speaks first: the customer says why he calls once he was greeted, or after a silence.
    }

    pub(super) fn dial(&mut self) {
        if self.call.phase() != Phase::Ready {
            return self.ignore("already_dialled");
        }
        let scenario = self.scenario();
        let attempt = self.call.attempts() as usize;
        let meets = scenario.dial.get(attempt).or(scenario.dial.last()).cloned().unwrap_or_default();
        let meets = self.dialling.pick(&meets).copied().unwrap_or(PickUp::Answered);
        let rings = match meets {
            PickUp::Busy => 0,
            PickUp::NoAnswer => 6,
            PickUp::Voicemail => 4,
            PickUp::Answered | PickUp::WrongPerson => self.dialling.between(1, 3) as u32,
        };
        self.call.dial(meets, rings);
    }

    pub(super) fn picked_up(&mut self, meets: PickUp) {
        let party = match meets {
            PickUp::NoAnswer | PickUp::Busy => None,
            PickUp::Voicemail => Some(Party::Voicemail),
            PickUp::WrongPerson => Some(Party::WrongPerson),
            PickUp::Answered if self.scenario().gatekeeper.is_some() => Some(Party::Gatekeeper),
            PickUp::Answered => Some(Party::Customer),
        };
        self.call.emit(What::Reached { pick_up: meets, party, attempt: self.call.attempts() });
        let Some(party) = party else { return self.call.back_to_ready() };
        self.call.connect(party);
        match party {
            Party::Voicemail => {
                self.line_up(party, StockLine::Voicemail.line(), TURN_GAP_MS, Meaning::default());
            }
            Party::WrongPerson => {
                self.line_up(party, StockLine::Hello.line(), TURN_GAP_MS, Meaning::default());
            }
            _ => self.react(party, &Stimulus::Start, TURN_GAP_MS, &[]),
        }
    }

    /// A wrong person has no reason to wait, and a voicemail does not notice.
    pub(super) fn can_be_held(&self) -> bool {
        self.call.phase() == Phase::Talking && matches!(self.call.party(), Some(Party::Customer | Party::Gatekeeper))
    }

    pub(super) fn held(&self) -> Party {
        self.call.held().unwrap_or(Party::Customer)
    }

    pub(super) fn hold(&mut self) {
        if !self.can_be_held() {
            return self.ignore("nobody_to_hold");
        }
        let (_, protest) = self.interrupt();
        if protest.iter().any(|effect| matches!(effect, Effect::HangUp(_))) {
            // Cut off once too often: there is nobody to put on hold.
            return self.carry_out(self.held(), protest, TURN_GAP_MS, &[], false);
        }
        let announced = self.recently_said(Move::AnnounceHold);
        self.call.hold(announced);
        self.carry_out(self.held(), protest, 0, &[], false);
        self.react(self.held(), &Stimulus::HoldStarted { announced }, 0, &[]);
    }

    pub(super) fn resume(&mut self) {
        if self.call.phase() == Phase::Consulting {
            self.call.end_consult();
            self.forget_lines();
        }
        if self.call.phase() != Phase::Hold {
            return self.ignore("nobody_on_hold");
        }
        let hold_ms = self.call.resume();
        if let Some(party) = self.call.party() {
            // Time for the operator to speak first.
            self.react(party, &Stimulus::HoldEnded { hold_ms }, PICK_UP_MS, &[]);
        }
    }

    pub(super) fn consult(&mut self, to: DepartmentId) {
        let Some(department) = self.setup.pack.company.departments.iter().find(|known| known.id == to) else {
            return self.ignore("no_such_department");
        };
        let greeting = department.greeting.clone();
        match self.call.phase() {
            Phase::Talking if self.can_be_held() => self.hold(),
            Phase::Hold => {}
            _ => return self.ignore("nobody_to_transfer"),
        }
        if self.call.phase() != Phase::Hold {
            // Whoever was to be held has hung up.
            return;
        }
        self.briefed = false;
        self.call.consult(to);
        self.line_up(Party::Colleague, greeting, PICK_UP_MS, Meaning::default());
    }

    pub(super) fn transfer(&mut self, to: DepartmentId, warm: bool) {
        if !self.setup.pack.company.departments.iter().any(|known| known.id == to) {
            return self.ignore("no_such_department");
        }
        let announced = self.recently_said(Move::AnnounceTransfer);
        let briefed = warm && self.briefed;
        let expected = self.scenario().transfer.as_ref().filter(|expected| expected.to == to);
        let outcome = expected.map(|expected| expected.outcome.clone());
        self.call.emit(What::Transferred { to, warm, announced, briefed });
        if self.call.phase() == Phase::Talking {
            // Whatever he was saying, he now speaks of being passed on.
            self.call.silence_other_side();
            self.call.voice_ends(0, true);
            self.forget_lines();
        }
        self.leave_with(&Stimulus::Transfer { warm, announced });
        self.hear_out();
        if outcome.is_some() {
            self.settled = outcome;
        }
        let outcome = self.settled.clone();
        self.call.end(EndedBy::Transfer, None, outcome);
        self.forget_lines();
    }

    /// The line is about to be left: what the customer makes of the call counts. He is heard once more only when he is
    /// passed on while they talk: on hold nobody listens to him, and who has hung up hears nothing.
    fn leave_with(&mut self, stimulus: &Stimulus) {
        let heard = self.call.phase() == Phase::Talking && *stimulus != Stimulus::End;
        let who = self.call.held().or(self.call.party()).unwrap_or(Party::Customer);
        let mut effects = self.feel(who, stimulus);
        effects.retain(|effect| match effect {
            Effect::Settle(_) | Effect::DemandSupervisor | Effect::Sigh => true,
            Effect::Say(_) | Effect::Reveal(_) | Effect::Raise(_) | Effect::Lift(_) => heard,
            Effect::Mood(..) | Effect::Remember(..) | Effect::PassOn | Effect::HangUp(_) => false,
        });
        self.carry_out(who, effects, TURN_GAP_MS, &[], false);
    }

    /// Lets the other side say what it has to say before the line is left; its time passes at once.
    fn hear_out(&mut self) {
        while self.call.phase() == Phase::Talking && self.call.other_side_is_busy() {
            let before_ms = self.call.now_ms();
            let cue = self.call.step(LONGEST_ATTEMPT_MS);
            self.age(self.call.now_ms() - before_ms);
            match cue {
                Some(cue) => self.follow(cue),
                None => return,
            }
        }
    }

    pub(super) fn hang_up(&mut self) {
        match (self.call.phase(), self.call.party()) {
            (Phase::Dialling, _) | (Phase::Talking, Some(Party::Voicemail | Party::WrongPerson)) => {
                self.call.back_to_ready();
                self.forget_lines();
            }
            (Phase::Talking | Phase::Hold | Phase::Consulting, _) => {
                self.leave_with(&Stimulus::End);
                let outcome = self.settled.clone();
                self.call.end(EndedBy::Operator, None, outcome);
                self.forget_lines();
            }
            _ => self.ignore("nobody_on_the_line"),
        }
    }

    pub(super) fn finish(&mut self) {
        match self.call.phase() {
            Phase::WrapUp => self.call.finish(),
            Phase::Ready if self.call.attempts() > 0 => {
                self.call.end(EndedBy::Unanswered, None, None);
                self.call.finish();
            }
            _ => self.ignore("not_in_wrap_up"),
        }
    }

    /// Made in one of the last two things the operator said to the customer.
    pub(super) fn recently_said(&self, mv: Move) -> bool {
        self.events()
            .iter()
            .rev()
            .filter_map(|event| match &event.what {
                What::Said { understood, to: Party::Customer | Party::Gatekeeper, .. } => Some(understood),
                _ => None,
            })
            .take(2)
            .any(|understood| understood.has(mv))
    }
}
