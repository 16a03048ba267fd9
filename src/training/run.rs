//! A call being played: inputs in, events out. Wires the call's clock, the people, understanding and the CRM together.

use super::cast::{self, Cast};
use super::journal::{Header, JOURNAL_FORMAT, Journal, Mode};
pub use super::view::{Speaking, StepState, Suggestion, Timers};
use crate::behaviour::{Effect, HangUpReason};
use crate::call::{Afterwards, Call, Cue, EndedBy, Event, Input, Line, Party, Phase, SILENCES_MS, Spoken, What};
use crate::crm::{Crm, Expected, SeedRecord, Wanted};
use crate::id::{CallId, DepartmentId, FactId, LineId, ObjectionId, OutcomeId};
use crate::language::{Listener, Recogniser, Understood, speaking_ms};
use crate::locale::Language;
use crate::mood::Mood;
use crate::moves::Move;
use crate::pack::model::{CallScenario, Direction, Expectation, Pack, PickUp, Template, Which};
use crate::pack::stock::StockLine;
use crate::pack::variation::Variables;
use crate::persona::Stimulus;
use crate::random::Stream;
use crate::score::{Played, Score};
use crate::wording::Wording;
use std::collections::VecDeque;
use std::sync::Arc;

/// The longest utterance that is taken, in characters: some minutes of speech.
pub const LONGEST_UTTERANCE: usize = 4_000;
/// No attempt lasts longer: whoever leaves his desk overnight finds the clock stopped, and a journal that claims a million
/// years costs no more than one that claims a day.
pub const LONGEST_ATTEMPT_MS: u64 = 12 * 3_600_000;
/// The pause between two people's turns is about 200 ms (VOICE); typed lines are read, so a little more.
const TURN_GAP_MS: u64 = 400;
/// A colleague takes this long to pick up, a person who is fetched this long to come.
const PICK_UP_MS: u64 = 1_500;
const FETCH_MS: u64 = 3_000;

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

/// What to play.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Pack the call is from.
    pub pack: Arc<Pack>,
    /// Scenario to play.
    pub call: CallId,
    /// Language to play it in.
    pub language: Language,
    /// What values and chances are drawn from.
    pub seed: u64,
    /// How much help is given.
    pub mode: Mode,
    /// The first name the operator gives on the telephone.
    pub operator: String,
}

/// Why a call could not be started or replayed; `cannot-start-…` in the localisation files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CannotStart {
    /// The pack has no such call.
    NoSuchCall {
        /// The id that was asked for.
        call: String,
    },
    /// The pack is not written in this language.
    NotInThisLanguage {
        /// The language that was asked for.
        language: Language,
    },
    /// The journal is of another version of the program.
    OtherFormat {
        /// Version of the format the journal is written in.
        format: u32,
    },
    /// The pack was changed since the journal was written.
    PackChanged {
        /// The pack that differs.
        pack: String,
    },
    /// The CRM's data base could not be made.
    NoCrm {
        /// What the data base said.
        why: String,
    },
}

impl CannotStart {
    /// The reason in words.
    pub fn words(&self, words: &Wording) -> String {
        match self {
            CannotStart::NoSuchCall { call } => words.with("cannot-start-no-such-call", &[("call", call)]),
            CannotStart::NotInThisLanguage { language } => {
                words.with("cannot-start-language", &[("language", language.code())])
            }
            CannotStart::OtherFormat { format } => {
                words.with("cannot-start-format", &[("format", &format.to_string())])
            }
            CannotStart::PackChanged { pack } => words.with("cannot-start-pack-changed", &[("pack", pack)]),
            CannotStart::NoCrm { why } => words.with("cannot-start-no-crm", &[("why", why)]),
        }
    }
}

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
        let crm = Crm::open(&seed_records(&pack, &variables), setup.language)
            .map_err(|error| CannotStart::NoCrm { why: error.0 })?;
        let listener = recogniser.listener(cast::context(&pack, scenario, setup.language, &variables));
        let journal = Journal { header: header(&setup), inputs: Vec::new() };
        Ok(Run {
            cast: Cast::of(&pack, scenario, setup.seed),
            call: Call::new(scenario.direction),
            listener,
            crm,
            journal,
            settled: None,
            briefed: false,
            opened: scenario.direction == Direction::Outbound,
            meanings: VecDeque::new(),
            meaning: Meaning::default(),
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

    // ── what can be seen ──────────────────────────────────────────────────────────────────────

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
            party: spoken.line.party,
            line: spoken.line.line.clone(),
            text: spoken.line.text.clone(),
            elapsed_ms: self.call.now_ms() - spoken.started_ms,
            duration_ms: spoken.line.duration_ms,
        })
    }

    /// True while the clock waits because the trainee types (typing rule).
    pub fn clock_waits(&self) -> bool {
        self.call.clock_waits()
    }

    /// The mood of whoever is at the other end.
    pub fn mood(&self) -> Option<Mood> {
        self.cast.mood(self.call.party().filter(|party| *party != Party::Colleague).unwrap_or(Party::Customer))
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
        super::plan::suggestions(self)
    }

    /// What an utterance would be understood as in this call.
    pub fn understand(&self, text: &str) -> Understood {
        self.listener.understand(text)
    }

    /// What the customer agreed to so far.
    pub fn settled(&self) -> Option<&OutcomeId> {
        self.settled.as_ref()
    }

    /// Scores the call as it stands (normally after `Finished`).
    pub fn score(&self) -> Score {
        let outcome = self.events().iter().rev().find_map(|event| match &event.what {
            What::Ended { outcome, .. } => Some(outcome.clone()),
            _ => None,
        });
        let comparisons = self.crm.compare_for(&self.scenario().record, &expected(self, outcome.flatten().as_ref()));
        crate::score::score(&Played {
            pack: &self.setup.pack,
            call: self.scenario(),
            language: self.setup.language,
            variables: &self.variables,
            events: self.events(),
            crm: &comparisons,
        })
    }

    // ── time ──────────────────────────────────────────────────────────────────────────────────

    fn pass(&mut self, ms: u64) {
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
    fn age(&mut self, ms: u64) {
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

    fn follow(&mut self, cue: Cue) {
        match cue {
            Cue::Rang | Cue::GivenUp => {}
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

    // ── the telephone ─────────────────────────────────────────────────────────────────────────

    fn answer(&mut self) {
        if self.call.phase() != Phase::Ringing {
            return self.ignore("nothing_rings");
        }
        self.call.answer(Party::Customer);
        // Who picks up speaks first: the customer says why he calls once he was greeted, or after a silence.
    }

    fn dial(&mut self) {
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

    fn picked_up(&mut self, meets: PickUp) {
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
    fn can_be_held(&self) -> bool {
        self.call.phase() == Phase::Talking && matches!(self.call.party(), Some(Party::Customer | Party::Gatekeeper))
    }

    fn held(&self) -> Party {
        self.call.held().unwrap_or(Party::Customer)
    }

    fn hold(&mut self) {
        if !self.can_be_held() {
            return self.ignore("nobody_to_hold");
        }
        self.interrupt();
        let announced = self.recently_said(Move::AnnounceHold);
        self.call.hold(announced);
        self.react(self.held(), &Stimulus::HoldStarted { announced }, 0, &[]);
    }

    fn resume(&mut self) {
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

    fn consult(&mut self, to: DepartmentId) {
        let Some(department) = self.setup.pack.company.departments.iter().find(|known| known.id == to) else {
            return self.ignore("no_such_department");
        };
        let greeting = department.greeting.clone();
        match self.call.phase() {
            Phase::Talking if self.can_be_held() => self.hold(),
            Phase::Hold => {}
            _ => return self.ignore("nobody_to_transfer"),
        }
        self.briefed = false;
        self.call.consult(to);
        self.line_up(Party::Colleague, greeting, PICK_UP_MS, Meaning::default());
    }

    fn transfer(&mut self, to: DepartmentId, warm: bool) {
        if !self.setup.pack.company.departments.iter().any(|known| known.id == to) {
            return self.ignore("no_such_department");
        }
        let announced = self.recently_said(Move::AnnounceTransfer);
        let briefed = warm && self.briefed;
        let expected = self.scenario().transfer.as_ref().filter(|expected| expected.to == to);
        let outcome = expected.map(|expected| expected.outcome.clone());
        self.call.emit(What::Transferred { to, warm, announced, briefed });
        if outcome.is_some() {
            self.settled.clone_from(&outcome);
        }
        if let Some(mind) = self.cast.mind(Party::Customer) {
            mind.react(&Stimulus::Transfer { warm, announced });
        }
        self.call.end(EndedBy::Transfer, None, outcome);
        self.forget_lines();
    }

    fn hang_up(&mut self) {
        match (self.call.phase(), self.call.party()) {
            (Phase::Dialling, _) | (Phase::Talking, Some(Party::Voicemail | Party::WrongPerson)) => {
                self.call.back_to_ready();
                self.forget_lines();
            }
            (Phase::Talking | Phase::Hold | Phase::Consulting, _) => {
                if let Some(mind) = self.cast.mind(Party::Customer) {
                    mind.react(&Stimulus::End);
                }
                let outcome = self.settled.clone();
                self.call.end(EndedBy::Operator, None, outcome);
                self.forget_lines();
            }
            _ => self.ignore("nobody_on_the_line"),
        }
    }

    fn finish(&mut self) {
        match self.call.phase() {
            Phase::WrapUp => self.call.finish(),
            Phase::Ready if self.call.attempts() > 0 => {
                self.call.end(EndedBy::Unanswered, None, None);
                self.call.finish();
            }
            _ => self.ignore("not_in_wrap_up"),
        }
    }

    // ── talking ───────────────────────────────────────────────────────────────────────────────

    fn say(&mut self, text: String) {
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
        let muted = self.call.muted();
        let thinking_ms = if self.call.speaking().is_some() { 0 } else { self.call.thinking_ms() };
        let over_ms = if muted { 0 } else { self.interrupt() };
        let duration_ms = speaking_ms(&text, self.setup.language);
        // Digging into an objection goes over known ground: that is no asking again.
        let digging = muted || self.cast.has_open_objections(to);
        for question in understood.asked.iter().filter(|_| !digging) {
            if self.cast.told(to, &question.fact) {
                self.call.emit(What::AskedAgain { fact: question.fact.clone() });
            }
        }
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
        self.call.speak(said, duration_ms);
        self.age(duration_ms);
        if muted {
            return;
        }
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
                let heard = cast::heard(&understood, &text);
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

    /// The colleague takes the call over once he has heard what it is about.
    fn brief(&mut self, understood: &Understood) {
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

    /// Stops the other side; returns for how long both spoke.
    fn interrupt(&mut self) -> u64 {
        let cut_in = self.call.cut_in();
        let unsaid: Vec<Meaning> = self.meanings.drain(..).collect();
        let being_said = std::mem::take(&mut self.meaning);
        let Some(spoken) = &cut_in.line else {
            self.take_back(unsaid);
            return 0;
        };
        let party = spoken.line.party;
        if cut_in.cut && cut_in.percent < 60 {
            self.take_back(std::iter::once(being_said).chain(unsaid));
        } else {
            self.mean(being_said, spoken.turn);
            self.take_back(unsaid);
        }
        if cut_in.cut
            && let Some(mind) = self.cast.mind(party)
        {
            let before = mind.mood();
            mind.react(&Stimulus::Interrupted { spoken_percent: cut_in.percent });
            let mood = mind.mood();
            if mood != before {
                self.call.emit(What::Mood { mood });
            }
        }
        cut_in.over_ms
    }

    /// Facts that were going to be told were not: they can still be asked for.
    fn take_back(&mut self, meanings: impl IntoIterator<Item = Meaning>) {
        for (fact, _) in meanings.into_iter().filter_map(|meaning| meaning.fact) {
            if let Some(mind) = self.cast.mind(Party::Customer) {
                mind.not_told(&fact);
            }
        }
    }

    fn forget_lines(&mut self) {
        self.meanings.clear();
        self.meaning = Meaning::default();
    }

    /// Lets somebody react and does what he wants to do.
    fn react(&mut self, party: Party, stimulus: &Stimulus, gap_ms: u64, asked: &[FactId]) {
        let Some(mind) = self.cast.mind(party) else { return };
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
        let audible = self.call.phase() == Phase::Talking;
        let into_silence = matches!(stimulus, Stimulus::Silence { .. });
        let mut gap_ms = gap_ms;
        for effect in reaction.effects {
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
                    self.take_back([meaning]);
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
    fn line_of(&self, party: Party, meaning: &Meaning) -> Option<LineId> {
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
    fn line_up(&mut self, party: Party, line: LineId, gap_ms: u64, meaning: Meaning) -> u64 {
        self.queue_line(party, line, gap_ms, meaning, false)
    }

    fn queue_line(&mut self, party: Party, line: LineId, gap_ms: u64, meaning: Meaning, into_silence: bool) -> u64 {
        let language = self.setup.language;
        let mood = self.cast.mood(party).unwrap_or(Mood { patience: 60, trust: 50, confusion: 20, interest: 50 });
        let variables = match self.cast.persona(party) {
            Some(persona) => self.variables.seen_by(persona),
            None => self.variables.clone(),
        };
        let text = self.setup.pack.say(&line, language, &variables, mood, &mut self.wording);
        let duration_ms = speaking_ms(&text, language).max(300);
        self.call.line_up(Line { party, line, text, duration_ms, gap_ms, into_silence });
        self.meanings.push_back(meaning);
        TURN_GAP_MS
    }

    fn line_started(&mut self, spoken: &Spoken) {
        self.meaning = self.meanings.pop_front().unwrap_or_default();
        if let Some(objection) = self.meaning.raised.take() {
            self.call.emit(What::ObjectionRaised { objection, turn: spoken.turn });
        }
    }

    fn line_said(&mut self, spoken: &Spoken) {
        let meaning = std::mem::take(&mut self.meaning);
        self.mean(meaning, spoken.turn);
    }

    fn mean(&mut self, meaning: Meaning, turn: u32) {
        if let Some((fact, unasked)) = meaning.fact {
            self.call.emit(What::FactTold { fact, turn, unasked });
        }
        if let Some(objection) = meaning.lifted {
            self.call.emit(What::ObjectionLifted { objection, turn });
        }
    }

    /// Made in one of the last two things the operator said to the customer.
    fn recently_said(&self, mv: Move) -> bool {
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

    // ── the CRM ───────────────────────────────────────────────────────────────────────────────

    fn edit(&mut self, edit: crate::call::CrmEdit) {
        if self.call.phase() == Phase::Ended {
            return self.ignore("call_is_over");
        }
        match self.crm.apply(&edit) {
            Ok(change) => self.call.emit(What::Crm {
                edit,
                record: change.record,
                field: change.field,
                from: change.from,
                to: change.to,
            }),
            Err(refusal) => self.call.emit(What::CrmRefused { edit, why: refusal.key.to_owned() }),
        }
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

fn header(setup: &Setup) -> Header {
    Header {
        format: JOURNAL_FORMAT,
        pack: setup.pack.id.clone(),
        pack_hash: setup.pack.hash.clone(),
        call: setup.call.clone(),
        language: setup.language,
        seed: setup.seed,
        mode: setup.mode,
        operator: setup.operator.clone(),
        retried_from: None,
    }
}

fn seed_records(pack: &Pack, variables: &Variables) -> Vec<SeedRecord> {
    pack.customers
        .iter()
        .map(|record| SeedRecord {
            kind: record.kind,
            id: record.id.clone(),
            customer: record.customer.clone(),
            fields: record
                .fields
                .iter()
                .map(|(field, template)| (field.clone(), variables.canonical(template)))
                .collect(),
        })
        .collect()
}

/// What the CRM should look like after this outcome, with this seed's values.
pub fn expected(run: &Run, outcome: Option<&OutcomeId>) -> Vec<Expected> {
    let pack = &run.setup.pack;
    let words = |line: &LineId| -> Vec<String> {
        let variants = pack.text.get(&run.setup.language).and_then(|lines| lines.get(line));
        let variants = variants.map(Vec::as_slice).unwrap_or_default();
        variants
            .iter()
            .flat_map(|variant| {
                let written = run.variables.written(&variant.template, run.setup.language);
                let canonical = run.variables.canonical(&variant.template);
                if written == canonical { vec![written] } else { vec![written, canonical] }
            })
            .collect()
    };
    run.scenario()
        .crm
        .iter()
        .filter(|record| record.outcomes.is_empty() || outcome.is_some_and(|outcome| record.outcomes.contains(outcome)))
        .map(|record| Expected {
            kind: record.kind,
            which: match &record.which {
                Which::New => None,
                Which::Existing(id) => Some(id.clone()),
            },
            fields: record
                .fields
                .iter()
                .map(|field| {
                    let wanted = match &field.value {
                        Expectation::Equals(template) => Wanted::Equals(run.variables.canonical(template)),
                        Expectation::OneOf(templates) => {
                            Wanted::OneOf(templates.iter().map(|one| run.variables.canonical(one)).collect())
                        }
                        Expectation::Mentions(groups) => Wanted::Mentions(groups.iter().map(words).collect()),
                    };
                    (field.field.clone(), wanted)
                })
                .collect(),
        })
        .collect()
}
