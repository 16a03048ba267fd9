//! One stimulus: take note of it, let the script or habit decide, and live with the consequences.

use super::feelings::Pace;
use super::usual::{is_spoken, usual};
use super::{Effect, Heard, Mind, Reaction, Stimulus, courtesy, waiting};
use crate::behaviour::{HeardView, HoldStage, Occasion, View, Wish};
use crate::id::LineId;
use crate::moves::Move;
use crate::pack::stock::StockLine;

/// Lines a customer says at once.
const LINES: usize = 2;
/// Nobody puts the same thing right more often than this in a row: the call has to go on.
const CORRECTIONS: u32 = 2;
/// Things a customer remembers for his script.
const MEMORIES: usize = 64;
/// Turns that "lately" can look back.
const LATELY: u32 = 8;
/// Lines kept for it.
const LATELY_LINES: usize = 32;

/// Script and habit may want to say the same thing at once: nobody does.
fn said_once(effects: Vec<Effect>) -> Vec<Effect> {
    let mut once: Vec<Effect> = Vec::new();
    for effect in effects {
        if !is_spoken(&effect) || !once.contains(&effect) {
            once.push(effect);
        }
    }
    once
}

impl Mind {
    /// Decides what to do, applies its own changes (mood, facts told, objections, memory) and returns the effects for
    /// the call. Nothing comes back once either side has hung up.
    pub fn react(&mut self, stimulus: &Stimulus) -> Reaction {
        if self.gone {
            return Reaction::default();
        }
        let announced_hold = self.hold_announced;
        self.take_note(stimulus);
        let heard = match stimulus {
            Stimulus::Heard(heard) => Some(heard),
            _ => None,
        };
        let (effects, failure) = self.decide(stimulus, heard, announced_hold);
        let effects = self.live(effects);
        self.gone |= *stimulus == Stimulus::End;
        Reaction { effects, failure }
    }

    /// What no script can keep a customer from.
    fn ends_it(&mut self, stimulus: &Stimulus, heard: Option<&Heard>) -> Option<Vec<Effect>> {
        let effects = match stimulus {
            Stimulus::Start | Stimulus::End | Stimulus::Transfer { .. } => None,
            _ => courtesy::gone_too_far(self, heard),
        };
        match stimulus {
            // Nobody hears what is said on hold.
            Stimulus::HoldStarted { .. } | Stimulus::HoldGoesOn { .. } => {
                effects.map(|effects| effects.into_iter().filter(|effect| !is_spoken(effect)).collect())
            }
            _ => effects,
        }
    }

    /// Script first; the usual where it asks for it, says nothing or fails.
    fn decide(
        &mut self,
        stimulus: &Stimulus,
        heard: Option<&Heard>,
        announced_hold: bool,
    ) -> (Vec<Effect>, Option<super::ScriptFailure>) {
        let (wishes, failure) = match self.behaviour.run_hook(self.view(), &self.occasion(stimulus)) {
            Ok(wishes) => (wishes, None),
            Err(failure) => (vec![Wish::Usual], Some(failure)),
        };
        // A script may word how he leaves, and what that means for the call, but not keep him.
        if !wishes.iter().any(|wish| matches!(wish, Wish::Do(Effect::HangUp(_))))
            && let Some(leaving) = self.ends_it(stimulus, heard)
        {
            let silent = wishes.into_iter().filter_map(|wish| match wish {
                Wish::Do(effect) => Some(effect).filter(|effect| !is_spoken(effect)),
                Wish::Usual => None,
            });
            return (silent.chain(leaving).collect(), failure);
        }
        let spoken = wishes.iter().filter(|wish| matches!(wish, Wish::Do(effect) if is_spoken(effect))).count();
        // Whoever asks for the usual gets at least the answer to what was said.
        let lines = LINES.saturating_sub(spoken).max(1);
        let mut usual_done = false;
        let mut effects = Vec::new();
        for wish in wishes {
            match wish {
                Wish::Do(effect) => effects.push(effect),
                Wish::Usual if !usual_done => {
                    usual_done = true;
                    effects.extend(usual(self, stimulus, announced_hold, lines));
                }
                Wish::Usual => {}
            }
        }
        (said_once(effects), failure)
    }

    /// What happens inside whatever is done about it.
    fn take_note(&mut self, stimulus: &Stimulus) {
        let moments = self.tables.moments.clone();
        match stimulus {
            Stimulus::Heard(heard) => self.hear(heard),
            Stimulus::Silence { .. } => self.feelings.pace = Pace::Silence,
            Stimulus::HoldStarted { announced } => {
                self.hold_announced = *announced;
                waiting::hold_started(self, *announced);
            }
            Stimulus::HoldEnded { hold_ms } => {
                self.feelings.pace = Pace::Talk;
                if hold_ms / 1000 > self.tables.thresholds.hold_long_s {
                    self.feelings.change(moments.long_hold);
                }
            }
            Stimulus::Interrupted { spoken_percent } => {
                self.interruptions = self.interruptions.saturating_add(1);
                self.feelings.change(moments.interrupted);
                if *spoken_percent < self.tables.thresholds.heard_percent
                    && let Some(fact) = self.last_fact.take()
                {
                    self.facts.cut_off(&fact);
                }
            }
            Stimulus::Transfer { announced, .. } => {
                if !announced {
                    self.feelings.change(moments.unannounced_transfer);
                }
            }
            Stimulus::Start | Stimulus::HoldGoesOn { .. } | Stimulus::End => {}
        }
    }

    fn hear(&mut self, heard: &Heard) {
        self.turn = self.turn.saturating_add(1);
        self.feelings.pace = Pace::Talk;
        let turn = self.turn;
        self.lately.retain(|(said, _)| said.saturating_add(LATELY) >= turn);
        self.feelings.hear(&heard.moves, &self.tables);
        self.objections.hear(heard);
        if is_empty(heard) {
            self.misunderstood = self.misunderstood.saturating_add(1);
            self.feelings.change(self.tables.moments.not_understood);
        } else {
            self.misunderstood = 0;
        }
        self.hold_promised = heard.moves.contains(&Move::AnnounceHold);
        self.transfer_promised |= heard.moves.contains(&Move::AnnounceTransfer);
        if heard.moves.contains(&Move::Instruct) {
            self.facts.step_taken();
        }
        self.insults = self.insults.saturating_add(u32::from(heard.moves.contains(&Move::Rude)));
        self.corrections = if heard.misquoted.is_empty() { 0 } else { self.corrections.saturating_add(1) };
        if self.corrects(heard) {
            self.feelings.change(self.tables.moments.misquoted);
        }
        self.mind_feelings(heard);
    }

    /// What was told is repeated wrongly, and that is put right before anything else.
    pub(super) fn corrects(&self, heard: &Heard) -> bool {
        !heard.misquoted.is_empty() && self.corrections <= CORRECTIONS
    }

    /// A feeling that was shown wants to be named within two turns.
    fn mind_feelings(&mut self, heard: &Heard) {
        const NAMING: [Move; 3] = [Move::Empathise, Move::Apologise, Move::Reassure];
        let Some(shown) = self.feeling_shown else { return };
        if NAMING.iter().any(|mv| heard.moves.contains(mv)) {
            self.feelings.change(self.tables.moments.feeling_met);
            self.feeling_shown = None;
        } else if self.turn >= shown.saturating_add(2) {
            self.feelings.change(self.tables.moments.feeling_missed);
            self.feeling_shown = None;
        }
    }

    /// Applies the effects and returns those the call has to know of, hanging up last.
    fn live(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let mut lived = Vec::new();
        let mut hang_up = None;
        for effect in effects {
            match effect {
                Effect::HangUp(_) => {
                    hang_up.get_or_insert(effect);
                }
                other => lived.extend(self.apply(other)),
            }
        }
        let noted = |effect: &Effect| *effect == Effect::Say(StockLine::Acknowledge.line());
        match lived.iter().filter(|effect| is_spoken(effect)).collect::<Vec<_>>().as_slice() {
            [] => {}
            [only] if noted(only) => self.acknowledged = self.acknowledged.saturating_add(1),
            _ => self.acknowledged = 0,
        }
        self.gone |= hang_up.is_some();
        lived.extend(hang_up);
        lived
    }

    /// One effect on the customer himself. What cannot be done twice becomes what a person would do instead.
    fn apply(&mut self, effect: Effect) -> Option<Effect> {
        let effect = match effect {
            Effect::Reveal(fact) if self.facts.is_told(&fact) => Effect::Say(self.facts.repeat(&fact)?),
            Effect::Raise(objection) if self.objections.is_raised(&objection) => {
                Effect::Say(self.objections.get(&objection)?.line.clone())
            }
            Effect::Lift(objection) if !self.objections.is_open(&objection) => return None,
            Effect::DemandSupervisor if self.demanded_supervisor => return None,
            other => other,
        };
        if is_spoken(&effect) {
            self.last_fact = None;
        }
        match &effect {
            Effect::Say(line) => self.speak(line.clone()),
            Effect::Reveal(fact) => {
                let known = self.facts.get(fact)?;
                let (line, emotion) = (known.line.clone(), known.emotion);
                self.facts.tell(fact);
                self.last_fact = Some(fact.clone());
                if emotion.is_some_and(|emotion| emotion != crate::pack::model::Emotion::Joy) {
                    self.feeling_shown = Some(self.turn);
                }
                self.speak(line);
            }
            Effect::Raise(objection) => {
                let line = self.objections.get(objection)?.line.clone();
                self.objections.raise(objection);
                self.speak(line);
            }
            Effect::Lift(objection) => {
                let line = self.objections.get(objection)?.lifted.clone();
                self.objections.lift(objection);
                self.speak(line);
            }
            Effect::Mood(mood_trait, points) => self.feelings.set_off(*mood_trait, *points),
            Effect::Remember(key, value) => {
                if self.memory.len() < MEMORIES || self.memory.contains_key(key) {
                    self.memory.insert(key.clone(), value.clone());
                }
            }
            Effect::Settle(outcome) => self.settled = Some(outcome.clone()),
            Effect::DemandSupervisor => self.demanded_supervisor = true,
            Effect::PassOn | Effect::HangUp(_) | Effect::Sigh => {}
        }
        Some(effect)
    }

    fn speak(&mut self, line: LineId) {
        self.said.insert(line.clone());
        self.lately.push((self.turn, line));
        if self.lately.len() > LATELY_LINES {
            self.lately.remove(0);
        }
    }

    fn occasion(&self, stimulus: &Stimulus) -> Occasion {
        match stimulus {
            Stimulus::Heard(heard) if self.corrects(heard) => Occasion::Misquoted(heard_view(heard)),
            _ => occasion(stimulus, self.hold_announced),
        }
    }

    fn view(&self) -> View {
        View {
            level: self.level,
            mood: self.mood(),
            turn: self.turn,
            seconds: self.elapsed_ms / 1000,
            told: self.facts.told().clone(),
            said: self.said.clone(),
            raised: self.objections.raised(),
            lifted: self.objections.lifted(),
            memory: self.memory.clone(),
            settled: self.is_settled(),
            known: self.known.clone(),
        }
    }
}

fn is_empty(heard: &Heard) -> bool {
    heard.moves.is_empty() && heard.intents.is_empty() && heard.asked.is_empty() && heard.entities.is_empty()
}

fn heard_view(heard: &Heard) -> HeardView {
    HeardView {
        moves: heard.moves.clone(),
        intents: heard.intents.clone(),
        asked: heard.asked.clone(),
        values: heard.entities.clone(),
        words: heard.words,
        misquoted: heard.misquoted.clone(),
    }
}

fn occasion(stimulus: &Stimulus, announced: bool) -> Occasion {
    match stimulus {
        Stimulus::Start => Occasion::Start,
        Stimulus::Heard(heard) => Occasion::Heard(heard_view(heard)),
        Stimulus::Silence { silent_ms } => Occasion::Silence { seconds: silent_ms / 1000 },
        Stimulus::HoldStarted { .. } => Occasion::Hold { stage: HoldStage::Started, announced, seconds: 0 },
        Stimulus::HoldGoesOn { hold_ms } => {
            Occasion::Hold { stage: HoldStage::GoesOn, announced, seconds: hold_ms / 1000 }
        }
        Stimulus::HoldEnded { hold_ms } => {
            Occasion::Hold { stage: HoldStage::Ended, announced, seconds: hold_ms / 1000 }
        }
        Stimulus::Interrupted { spoken_percent } => Occasion::Interrupted { percent: *spoken_percent },
        Stimulus::Transfer { warm, announced } => Occasion::Transfer { warm: *warm, announced: *announced },
        Stimulus::End => Occasion::End,
    }
}
