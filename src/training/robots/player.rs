//! A robot plays a call to its end.

use super::ears::Ears;
use super::share::Share;
use super::{Robot, clerk};
use crate::call::{Event, Input, Phase, What};
use crate::id::{LineId, PlayId};
use crate::language::Recogniser;
use crate::pack::model::{Act, Direction, Part, Play, RecordKind, Template, Variant};
use crate::pack::stock::StockLine;
use crate::random::Stream;
use crate::training::phrases::{Phrases, phrases};
use crate::training::{CannotStart, Run, Setup, plan};
use std::collections::BTreeSet;
use std::sync::Arc;

/// No call needs more turns; a loop between two scripts ends here.
const MOST_TURNS: u32 = 90;

/// What a robot has come to know: the other side's words, the pages it read and the records it opened.
#[derive(Debug, Default)]
pub struct Knowledge {
    words: String,
    lines: BTreeSet<LineId>,
    record_open: bool,
}

impl Knowledge {
    /// True when every value in a template was heard, stands in the customer's record, or is the company's own.
    pub fn has_all(&self, run: &Run, template: &Template) -> bool {
        template.0.iter().all(|part| match part {
            Part::Text(_) => true,
            Part::Variable(name) => self.has(run, name),
        })
    }

    fn has(&self, run: &Run, name: &str) -> bool {
        if matches!(name, "company" | "operator" | "today") || name.starts_with("price.") {
            return true;
        }
        let Some(value) = run.variables().get(name) else { return false };
        let written = run.variables().said(value, run.setup().language);
        self.words.contains(&written) || (self.record_open && in_record(run, &value.canonical()))
    }
}

fn in_record(run: &Run, canonical: &str) -> bool {
    let customer = &run.scenario().record;
    let crm = run.crm();
    RecordKind::ALL
        .into_iter()
        .flat_map(|kind| crm.records_of(customer, kind))
        .chain(crm.record(customer))
        .any(|record| record.fields.values().any(|value| value.contains(canonical)))
}

/// Plays a call from the first ring to the end of wrap-up.
pub fn play(setup: Setup, recogniser: &Arc<Recogniser>, robot: Robot) -> Result<Run, CannotStart> {
    let ears = Ears::new(&setup.pack, setup.language);
    let stream = Stream::new(setup.seed, "robot");
    let phrases = phrases(setup.language);
    let run = Run::new(setup, recogniser)?;
    let mut player = Player {
        run,
        robot,
        skips: robot.skips(),
        insults: robot.insults(),
        ears,
        stream,
        phrases,
        knowledge: Knowledge::default(),
        done: BTreeSet::new(),
        events_read: 0,
        last_play: None,
        fillers: 0,
    };
    player.open();
    player.talk();
    player.wrap_up();
    Ok(player.run)
}

pub(super) struct Player {
    pub run: Run,
    robot: Robot,
    skips: Share,
    insults: Share,
    ears: Ears,
    pub stream: Stream,
    pub phrases: Phrases,
    knowledge: Knowledge,
    done: BTreeSet<PlayId>,
    events_read: usize,
    last_play: Option<PlayId>,
    fillers: u32,
}

impl Player {
    pub fn pass(&mut self, ms: u64) {
        self.run.apply(Input::Pass { ms });
    }

    fn think(&mut self) {
        let (from, to) = self.robot.thinks_ms();
        let ms = self.stream.between(from, to) as u64;
        self.pass(ms);
    }

    /// Answers, or dials until somebody answers.
    fn open(&mut self) {
        if self.run.scenario().direction == Direction::Inbound {
            let rings = if self.robot.careless { 4 } else { 1 };
            self.pass(rings * 5_000 + 1_500);
            self.run.apply(Input::Answer);
            return;
        }
        // Whoever calls has the contact's record on the screen.
        self.open_record();
        self.dial();
    }

    fn open_record(&mut self) {
        if self.robot.silent || (self.robot.careless && self.stream.chance(50)) {
            return;
        }
        self.knowledge.record_open = true;
        let record = self.run.scenario().record.clone();
        self.run.apply(Input::OpenRecord { record });
    }

    fn dial(&mut self) {
        for _ in 0..6 {
            self.think();
            self.run.apply(Input::Dial);
            for _ in 0..40 {
                self.pass(1_000);
                if self.run.phase() != Phase::Dialling {
                    break;
                }
            }
            if self.run.phase() == Phase::Talking {
                return;
            }
        }
    }

    fn talk(&mut self) {
        for _ in 0..MOST_TURNS {
            self.listen();
            match self.run.phase() {
                Phase::Talking | Phase::Consulting => {}
                Phase::Ready => {
                    self.dial();
                    self.forget_plan_of_wrong_call();
                    continue;
                }
                Phase::Hold => {
                    self.run.apply(Input::Resume);
                    continue;
                }
                _ => return,
            }
            if self.robot.silent {
                self.pass(10_000);
                continue;
            }
            self.think();
            if matches!(self.run.phase(), Phase::Talking | Phase::Consulting) && !self.take_turn() {
                break;
            }
        }
        self.listen();
        if !matches!(self.run.phase(), Phase::WrapUp | Phase::Ended) && !self.robot.silent {
            self.run.apply(Input::HangUp);
        }
    }

    /// Waits until the other side has finished (careless robots cut in), and takes in what was said.
    pub fn listen(&mut self) {
        let cuts_in = (self.robot.careless && self.stream.chance(40)) || (self.robot.explorer && self.stream.chance(8));
        for _ in 0..600 {
            if !self.run.other_side_is_busy()
                || (cuts_in && self.run.speaking().is_some_and(|line| line.elapsed_ms > 900))
            {
                break;
            }
            self.pass(100);
        }
        let new: Vec<Event> = self.run.events()[self.events_read..].to_vec();
        self.events_read = self.run.events().len();
        for event in new {
            if let What::LineEnded { heard, .. } = event.what {
                self.knowledge.lines.extend(self.ears.lines(&heard).cloned());
                self.knowledge.words.push_str(&heard);
                self.knowledge.words.push('\n');
            }
        }
    }

    /// After a wrong number the plan starts again from its opening.
    fn forget_plan_of_wrong_call(&mut self) {
        self.done.clear();
        self.knowledge.lines.clear();
    }

    /// One turn; false when there is nothing left to do.
    fn take_turn(&mut self) -> bool {
        if self.run.phase() == Phase::Talking && self.turns() > 0 && self.insults.next(&mut self.stream) {
            return self.say_one_of(|phrases| &phrases.rude);
        }
        if self.robot.discloses && self.turns() == 1 && self.disclose() {
            return true;
        }
        if self.robot.explorer
            && let Some(goes_on) = self.explore()
        {
            return goes_on;
        }
        if self.misunderstood() && self.say_again() {
            return true;
        }
        let Some(play) = plan::next(self.run.scenario(), &self.done, &self.knowledge.lines).cloned() else {
            self.fillers += 1;
            return match self.fillers {
                1 | 2 => self.say_one_of(|phrases| &phrases.fillers),
                3 => self.say_one_of(|phrases| &phrases.leave),
                _ => false,
            };
        };
        self.done.insert(play.id.clone());
        let skipped = !play.then.contains(&Act::HangUp) && self.skips.next(&mut self.stream);
        if skipped {
            return if self.robot.careless && play.say.is_some() {
                self.say_one_of(|phrases| &phrases.careless)
            } else {
                true
            };
        }
        if let Some(line) = &play.say
            && let Some(text) = self.wording(line)
        {
            self.last_play = Some(play.id.clone());
            self.say(text);
        }
        self.act(&play);
        true
    }

    pub fn turns(&self) -> usize {
        self.run.events().iter().filter(|event| matches!(event.what, What::Said { .. })).count()
    }

    /// One of the play's wordings of which everything is known.
    fn wording(&mut self, line: &LineId) -> Option<String> {
        let language = self.run.setup().language;
        let variants: Vec<&Variant> = self.run.pack().text.get(&language)?.get(line)?.iter().collect();
        let sayable: Vec<&Variant> =
            variants.into_iter().filter(|variant| self.knowledge.has_all(&self.run, &variant.template)).collect();
        let variant = self.stream.pick(&sayable)?;
        Some(self.run.variables().written(&variant.template, language))
    }

    pub fn say(&mut self, text: String) {
        let text = if self.robot.novice && self.stream.chance(35) {
            let hesitation = self.stream.pick(&self.phrases.hesitations).cloned().unwrap_or_default();
            format!("{hesitation} {text}")
        } else {
            text
        };
        self.run.apply(Input::Say { text });
    }

    pub fn say_one_of(&mut self, bank: fn(&Phrases) -> &Vec<String>) -> bool {
        if let Some(text) = self.stream.pick(bank(&self.phrases)).cloned() {
            self.say(text);
        }
        true
    }

    /// The customer's last words were that he did not understand.
    fn misunderstood(&self) -> bool {
        let last = self.run.events().iter().rev().find_map(|event| match &event.what {
            What::LineEnded { heard, .. } => Some(heard.as_str()),
            _ => None,
        });
        let persona = self.run.scenario().customer.to_string();
        let own = LineId::new(format!("{persona}.{}", StockLine::NotUnderstood.name()));
        last.is_some_and(|words| {
            self.ears.lines(words).any(|line| *line == StockLine::NotUnderstood.line() || *line == own)
        })
    }

    /// Says the last play in other words, once.
    fn say_again(&mut self) -> bool {
        let Some(id) = self.last_play.take() else { return false };
        let line = self.run.scenario().model.iter().find(|play| play.id == id).and_then(|play| play.say.clone());
        match line.and_then(|line| self.wording(&line)) {
            Some(text) => {
                self.say(text);
                true
            }
            None => false,
        }
    }

    /// Tells account data straight away: the first play that says something protected.
    fn disclose(&mut self) -> bool {
        self.knowledge.record_open = true;
        let record = self.run.scenario().record.clone();
        self.run.apply(Input::OpenRecord { record });
        let Some(verification) = self.run.scenario().verification.clone() else { return false };
        let language = self.run.setup().language;
        let examples: Vec<Template> = verification
            .protects
            .iter()
            .filter_map(|intent| self.run.pack().intents.get(intent)?.examples.get(&language))
            .flatten()
            .cloned()
            .collect();
        let Some(template) = self.stream.pick(&examples) else { return false };
        let text = self.run.variables().written(template, language);
        self.say(text);
        true
    }

    fn act(&mut self, play: &Play) {
        for act in &play.then {
            match act {
                Act::Hold(seconds) => {
                    self.listen();
                    self.run.apply(Input::Hold);
                    self.pass(u64::from(*seconds) * 1_000);
                    self.run.apply(Input::Resume);
                }
                Act::Consult(to) => {
                    self.listen();
                    self.run.apply(Input::Consult { to: to.as_str().into() });
                }
                Act::CompleteTransfer => {
                    self.listen();
                    self.run.apply(Input::CompleteTransfer);
                }
                Act::ColdTransfer(to) => {
                    self.run.apply(Input::ColdTransfer { to: to.as_str().into() });
                }
                Act::Handbook(page) => {
                    let text = self.run.handbook(page).unwrap_or_default();
                    self.knowledge.words.push_str(&text);
                    self.run.apply(Input::OpenHandbook { page: page.clone() });
                }
                Act::OpenRecord => self.open_record(),
                Act::UpdateRecord => {
                    clerk::update(&mut self.run, self.robot, &self.knowledge, &mut self.stream, None);
                }
                Act::HangUp => {
                    self.listen();
                    self.pass(1_500);
                    if matches!(self.run.phase(), Phase::Talking | Phase::Hold) {
                        self.run.apply(Input::HangUp);
                    }
                }
            }
        }
    }

    /// Finishes the record, chooses the closing code and ends the attempt.
    fn wrap_up(&mut self) {
        for _ in 0..60 {
            if matches!(self.run.phase(), Phase::WrapUp | Phase::Ready) {
                break;
            }
            self.pass(5_000);
        }
        let outcome = self.run.events().iter().rev().find_map(|event| match &event.what {
            What::Ended { outcome, .. } => outcome.clone(),
            _ => None,
        });
        let updated = self.run.events().iter().any(|event| matches!(event.what, What::Crm { .. }));
        if !updated {
            clerk::update(&mut self.run, self.robot, &self.knowledge, &mut self.stream, None);
        }
        if let Some(outcome) = &outcome {
            clerk::update(&mut self.run, self.robot, &self.knowledge, &mut self.stream, Some(outcome));
        }
        if !(self.robot.silent || self.robot.careless) {
            let scenario = self.run.scenario();
            let chosen = scenario.outcomes.iter().find(|known| Some(&known.id) == outcome.as_ref());
            let code = chosen.and_then(|known| known.dispositions.first()).cloned();
            if let Some(id) = code {
                self.pass(2_000);
                self.run.apply(Input::Disposition { id });
            }
        }
        self.run.apply(Input::FinishWrapUp);
    }
}
