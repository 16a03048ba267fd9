//! A call being played: inputs in, events out. Wires the call's clock, the people, understanding and the CRM together.

mod entries;
mod misquoted;
mod reaction;
mod seen;
mod start;
mod talk;
mod telephone;
mod time;

pub use self::entries::{asked, expected};
pub use self::start::{CannotStart, Setup};
pub use super::view::{Speaking, StepState, Suggestion, Timers};
pub use talk::LONGEST_UTTERANCE;
pub use time::LONGEST_ATTEMPT_MS;

use super::cast::{self, Cast, Voices};
use super::journal::{JOURNAL_FORMAT, Journal};
use crate::behaviour::Effect;
use crate::call::{Call, Event, Input, Phase, What};
use crate::crm::Crm;
use crate::id::{FactId, ObjectionId, OutcomeId};
use crate::language::{Listener, Recogniser};
use crate::pack::model::{Direction, Pack};
use crate::pack::variation::Variables;
use crate::random::Stream;
use std::collections::VecDeque;
use std::sync::Arc;

/// What saying a line also means.
#[derive(Debug, Default)]
struct Meaning {
    fact: Option<(FactId, bool)>,
    raised: Option<ObjectionId>,
    lifted: Option<ObjectionId>,
}

/// A call being played.
#[derive(Debug)]
pub struct Run {
    setup: Setup,
    variables: Variables,
    call: Call,
    cast: Cast,
    voices: Voices,
    listener: Listener,
    crm: Crm,
    journal: Journal,
    settled: Option<OutcomeId>,
    briefed: bool,
    /// Inbound: the customer has begun to say why he calls.
    opened: bool,
    /// What the lines waiting to be said mean, in their order; and the one being said.
    meanings: VecDeque<Meaning>,
    meaning: Meaning,
    /// What whoever the operator spoke over wants to do about it, once his words are known.
    protest: Vec<Effect>,
    wording: Stream,
    dialling: Stream,
}

impl Run {
    /// Starts a call: ringing (inbound) or ready to be dialled (outbound).
    pub fn new(setup: Setup, recogniser: &Arc<Recogniser>) -> Result<Run, CannotStart> {
        let pack = setup.pack.clone();
        let scenario =
            pack.calls.get(&setup.call).ok_or_else(|| CannotStart::NoSuchCall { call: setup.call.to_string() })?;
        if !pack.languages.contains(&setup.language) || recogniser.language() != setup.language {
            return Err(CannotStart::NotInThisLanguage { language: setup.language });
        }
        let variables =
            Variables::draw(&pack, &scenario.customer, scenario.date, setup.language, &setup.operator, setup.seed);
        let crm = Crm::open(&entries::seed_records(&pack, setup.language, &variables), setup.language)
            .map_err(|error| CannotStart::NoCrm { why: error.0 })?;
        let listener = recogniser.listener(cast::context(&pack, scenario, setup.language, &variables));
        let journal = Journal { header: start::header(&setup), inputs: Vec::new() };
        Ok(Run {
            cast: Cast::of(&pack, scenario, setup.level, setup.seed),
            voices: Voices::of_pack(&pack, setup.language),
            call: Call::new(scenario.direction),
            listener,
            crm,
            journal,
            settled: None,
            briefed: false,
            opened: scenario.direction == Direction::Outbound,
            meanings: VecDeque::new(),
            meaning: Meaning::default(),
            protest: Vec::new(),
            wording: Stream::new(setup.seed, "wording"),
            dialling: Stream::new(setup.seed, "dialling"),
            variables,
            setup,
        })
    }

    /// Plays a journal again; `upto`: only so many inputs (retry from there).
    pub fn replay(
        pack: Arc<Pack>,
        journal: &Journal,
        upto: Option<usize>,
        recogniser: &Arc<Recogniser>,
    ) -> Result<Run, CannotStart> {
        let header = &journal.header;
        if header.format != JOURNAL_FORMAT {
            return Err(CannotStart::OtherFormat { format: header.format });
        }
        if header.pack_hash != pack.hash {
            return Err(CannotStart::PackChanged { pack: header.pack.to_string() });
        }
        let setup = Setup {
            pack,
            call: header.call.clone(),
            language: header.language,
            seed: header.seed,
            mode: header.mode,
            level: header.level,
            operator: header.operator.clone(),
        };
        let mut run = Run::new(setup, recogniser)?;
        run.journal.header.retried_from = header.retried_from;
        for input in journal.inputs.iter().take(upto.unwrap_or(usize::MAX)) {
            run.apply(input.clone());
        }
        Ok(run)
    }

    /// Takes an input and returns what happened because of it.
    pub fn apply(&mut self, input: Input) -> &[Event] {
        let before = self.call.events().len();
        self.journal.push(input.clone());
        match input {
            Input::Pass { ms } => self.pass(ms),
            Input::Typing => self.call.typing(),
            Input::Answer => self.answer(),
            Input::Dial => self.dial(),
            Input::Say { text } => self.say(text),
            Input::VoiceBegan { late_ms } => self.voice_begins(u64::from(late_ms)),
            Input::VoiceEnded { late_ms, said } => match self.call.voice_since_ms() {
                Some(_) => self.call.voice_ends(u64::from(late_ms), said),
                None => self.ignore("no_voice"),
            },
            Input::Unsaid => match self.call.take_aloud() {
                Some(_) => self.protest.clear(),
                None => self.ignore("nothing_said"),
            },
            Input::Voice { number, measures } => match (1..=self.call.spoken()).contains(&number) {
                true => self.call.emit(What::Voice { number, measures: measures.bounded() }),
                false => self.ignore("no_voice"),
            },
            Input::Hold => self.hold(),
            Input::Resume => self.resume(),
            Input::Mute { on } => self.in_conversation(|run| run.call.mute(on)),
            Input::Keypad { key } => self.in_conversation(|run| run.call.emit(What::Keypad { key })),
            Input::Consult { to } => self.consult(to),
            Input::EndConsult => match self.call.phase() {
                Phase::Consulting => {
                    self.meanings.clear();
                    self.call.end_consult();
                }
                _ => self.ignore("no_consultation"),
            },
            Input::CompleteTransfer => match self.call.consulting().cloned() {
                Some(to) => self.transfer(to, true),
                None => self.ignore("no_consultation"),
            },
            Input::ColdTransfer { to } => match self.call.phase() {
                Phase::Hold => self.transfer(to, false),
                Phase::Talking if self.can_be_held() => self.transfer(to, false),
                _ => self.ignore("nobody_to_transfer"),
            },
            Input::HangUp => self.hang_up(),
            Input::Crm(edit) => self.edit(edit),
            Input::OpenRecord { record } => match self.crm.record(&record) {
                Some(_) => self.call.emit(What::RecordOpened { record }),
                None => self.ignore("no_such_record"),
            },
            Input::OpenHandbook { page } => self.call.emit(What::HandbookOpened { page }),
            Input::Disposition { id } => match self.setup.pack.dispositions.iter().any(|known| known.id == id) {
                true => self.call.emit(What::Disposition { id }),
                false => self.ignore("no_such_disposition"),
            },
            Input::FinishWrapUp => self.finish(),
        }
        &self.call.events()[before..]
    }

    fn in_conversation(&mut self, act: impl FnOnce(&mut Run)) {
        match self.call.phase() {
            Phase::Talking | Phase::Hold | Phase::Consulting => act(self),
            _ => self.ignore("nobody_on_the_line"),
        }
    }

    fn ignore(&mut self, why: &'static str) {
        self.call.emit(What::Ignored { why });
    }
}
