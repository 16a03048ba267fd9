//! The state machine: phases, the clock, who speaks when. What is said, and why, comes from outside.
//!
//! Time moves only through `step`, `talk_over` and `speak`. Between two points nothing happens, so passing 50 ms
//! twice is passing 100 ms once. What the other side has to react to is handed out as a `Cue`, one at a time.

use super::event::{EndedBy, Event, Party, Phase, What};
use super::voice::{Aloud, LONGEST_VOICE_MS, Voice, WORDING_MS};
use crate::behaviour::HangUpReason;
use crate::id::{DepartmentId, LineId, OutcomeId};
use crate::pack::model::{Direction, PickUp};
use crate::recording::Recording;
use crate::voice::{Manner, Timing};
use std::collections::VecDeque;

/// A ring and its pause (French cadence: 1.5 s on, 3.5 s off).
pub const RING_MS: u64 = 5_000;
/// A caller gives up before this many rings.
pub const RINGS_UNTIL_GIVEN_UP: u32 = 8;
/// Silence is noticed after 4 s and is dead air after 10 s (VOICE); then every 10 s.
pub const SILENCES_MS: [u64; 2] = [4_000, 10_000];
/// How often somebody on hold thinks about hanging up.
pub const HOLD_PATIENCE_MS: u64 = 15_000;
/// A voicemail stops recording after so much silence, and the line is dead.
pub const VOICEMAIL_SILENCE_MS: u64 = 15_000;
/// How long the clock waits after the last key (typing rule: typing is never charged, but leaving the desk is).
pub const TYPING_MS: u64 = 3_000;
/// The end of a line may be talked into: turns overlap a little between people.
pub const OVERLAP_ALLOWED_MS: u64 = 300;
/// Somebody who is cut off stops after this long.
const OVERLAP_MS: u64 = 600;

/// A line the other side is going to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who says it.
    pub party: Party,
    /// Id of the line in the pack.
    pub line: LineId,
    /// Words, with the values of this seed.
    pub text: String,
    /// In whose voice and mood.
    pub manner: Manner,
    /// When each word is said, and the time of all of it.
    pub timing: Timing,
    /// Its sound, when the pack brings it; else it is synthesised.
    pub recording: Option<Recording>,
    /// The pause before it.
    pub gap_ms: u64,
    /// Said into a silence: it does not end it, for the operator has still not spoken.
    pub into_silence: bool,
}

/// A line being said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Number of the line, both sides counted from 1.
    pub turn: u32,
    /// What is being said.
    pub line: Line,
    /// Call time at which it began, milliseconds.
    pub started_ms: u64,
}

/// What the other side does once it has said what it had to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Afterwards {
    /// Closes the line, for this reason.
    HangUp(HangUpReason),
    /// The gatekeeper fetches the person who was asked for.
    PassOn,
}

/// Something the world outside the state machine has to react to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cue {
    /// A ring; nothing to do but to hear it.
    Rang,
    /// Nobody picked up and the caller gave up.
    GivenUp,
    /// What the dialled number met, nobody included.
    PickedUp(PickUp),
    /// The other side began a line.
    LineStarted(Spoken),
    /// The other side finished a line.
    LineEnded(Spoken),
    /// The other side has said all and now does this.
    Afterwards(Afterwards),
    /// Nobody has spoken for a while.
    Silence {
        /// Length of the silence so far, milliseconds.
        silent_ms: u64,
    },
    /// The operator has spoken over the other side for so long that it stops, or takes the turn it was about to take.
    GivesWay,
    /// The other side still waits on hold.
    HoldGoesOn {
        /// Length of the hold so far, milliseconds.
        hold_ms: u64,
    },
}

/// A dialled number on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Dialled {
    meets: PickUp,
    rings: u32,
}

/// A call in progress.
#[derive(Debug)]
pub struct Call {
    now_ms: u64,
    phase: Phase,
    phase_since_ms: u64,
    rings: u32,
    dialled: Option<Dialled>,
    attempts: u32,
    party: Option<Party>,
    speaking: Option<Spoken>,
    queue: VecDeque<Line>,
    afterwards: Option<Afterwards>,
    turn: u32,
    /// The last sound.
    quiet_since_ms: u64,
    /// The beginning of the silence, and how often it was noticed.
    silent_since_ms: u64,
    silences: u64,
    hold_since_ms: Option<u64>,
    hold_checks: u64,
    /// Who is on hold.
    held: Option<Party>,
    consulting: Option<DepartmentId>,
    typing_ms: u64,
    muted: bool,
    /// The operator's voice is heard.
    voice: Option<Voice>,
    /// He spoke, and the words are not known yet.
    aloud: Option<Aloud>,
    /// How often he spoke aloud.
    spoken: u32,
    events: Vec<Event>,
}

impl Call {
    /// A new call: ringing when inbound, waiting to be dialled when outbound.
    pub fn new(direction: Direction) -> Call {
        let phase = match direction {
            Direction::Inbound => Phase::Ringing,
            Direction::Outbound => Phase::Ready,
        };
        let mut call = Call {
            now_ms: 0,
            phase,
            phase_since_ms: 0,
            rings: 0,
            dialled: None,
            attempts: 0,
            party: None,
            speaking: None,
            queue: VecDeque::new(),
            afterwards: None,
            turn: 0,
            quiet_since_ms: 0,
            silent_since_ms: 0,
            silences: 0,
            hold_since_ms: None,
            hold_checks: 0,
            held: None,
            consulting: None,
            typing_ms: 0,
            muted: false,
            voice: None,
            aloud: None,
            spoken: 0,
            events: Vec::new(),
        };
        call.emit(What::Phase { phase });
        call
    }

    /// Call time in milliseconds.
    pub fn now_ms(&self) -> u64 {
        self.now_ms
    }

    /// Where the call stands.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Who is at the other end now; `None`: nobody.
    pub fn party(&self) -> Option<Party> {
        self.party
    }

    /// Who waits on hold.
    pub fn held(&self) -> Option<Party> {
        self.held.filter(|_| self.hold_since_ms.is_some())
    }

    /// The line the other side is saying; `None`: it is quiet.
    pub fn speaking(&self) -> Option<&Spoken> {
        self.speaking.as_ref()
    }

    /// Lines the other side is about to say.
    pub fn waiting(&self) -> impl Iterator<Item = &Line> {
        self.queue.iter()
    }

    /// Whether the microphone is off.
    pub fn muted(&self) -> bool {
        self.muted
    }

    /// The department being consulted; `None`: none is.
    pub fn consulting(&self) -> Option<&DepartmentId> {
        self.consulting.as_ref()
    }

    /// All that happened so far, in order.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// How often was dialled.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// True when somebody at the other end is saying or about to say something.
    pub fn other_side_is_busy(&self) -> bool {
        self.speaking.is_some() || !self.queue.is_empty() || self.afterwards.is_some()
    }

    /// Writes down what happened now.
    pub fn emit(&mut self, what: What) {
        self.events.push(Event { at_ms: self.now_ms, what });
    }

    // ── time ──────────────────────────────────────────────────────────────────────────────────

    /// True while time that passes is not charged: the operator types, or writes down what he said aloud, and nobody speaks.
    pub fn clock_waits(&self) -> bool {
        let writes = self.typing_ms > 0 || self.aloud.as_ref().is_some_and(|aloud| aloud.wait_ms > 0);
        writes
            && self.voice.is_none()
            && matches!(self.phase, Phase::Talking | Phase::Consulting)
            && !self.other_side_is_busy()
    }

    /// A key was pressed in the reply box.
    pub fn typing(&mut self) {
        self.typing_ms = TYPING_MS;
    }

    /// Takes from `ms` what the typing rule swallows and returns the rest.
    pub fn swallow_typing(&mut self, ms: u64) -> u64 {
        if !self.clock_waits() {
            return ms;
        }
        let mut left_ms = ms;
        let wording_ms = self.aloud.as_mut().map(|aloud| &mut aloud.wait_ms);
        for wait_ms in wording_ms.into_iter().chain([&mut self.typing_ms]) {
            let swallowed = left_ms.min(*wait_ms);
            *wait_ms -= swallowed;
            left_ms -= swallowed;
        }
        left_ms
    }

    /// Moves on to the next thing that happens, at most to `until_ms`.
    pub fn step(&mut self, until_ms: u64) -> Option<Cue> {
        match self.next_due() {
            Some((due_ms, due)) if due_ms <= until_ms => {
                self.now_ms = self.now_ms.max(due_ms);
                Some(self.happen(due))
            }
            _ => {
                self.now_ms = self.now_ms.max(until_ms);
                None
            }
        }
    }

    fn next_due(&self) -> Option<(u64, Due)> {
        let mut due: Vec<(u64, Due)> = Vec::new();
        match self.phase {
            Phase::Ringing => {
                let next = self.phase_since_ms + u64::from(self.rings) * RING_MS;
                due.push((next, if self.rings < RINGS_UNTIL_GIVEN_UP { Due::Ring } else { Due::GiveUp }));
            }
            Phase::Dialling => {
                let rings = self.dialled.map_or(0, |dialled| dialled.rings);
                let next = self.phase_since_ms + u64::from(self.rings) * RING_MS;
                due.push((next, if self.rings < rings { Due::Ring } else { Due::PickUp }));
            }
            Phase::Talking | Phase::Hold | Phase::Consulting => {
                if let Some(spoken) = &self.speaking {
                    due.push((spoken.started_ms + spoken.line.timing.total_ms, Due::LineEnd));
                } else if self.voice.is_some() {
                    // Nobody begins to speak, and nobody is silent.
                } else if let Some(line) = self.queue.front() {
                    due.push((self.quiet_since_ms + line.gap_ms, Due::LineStart));
                } else if self.goes_on_afterwards() {
                    due.push((self.now_ms, Due::Afterwards));
                } else if self.phase == Phase::Talking && self.party == Some(Party::Voicemail) {
                    due.push((self.silent_since_ms + VOICEMAIL_SILENCE_MS, Due::RecordingEnd));
                } else if self.phase == Phase::Talking {
                    due.push((self.silent_since_ms + silence_ms(self.silences), Due::Silence));
                }
                if let Some(voice) = &self.voice {
                    due.push((voice.since_ms + LONGEST_VOICE_MS, Due::VoiceEnd));
                    if self.takes_turn() {
                        let both_ms = voice.over_since_ms.unwrap_or(voice.since_ms);
                        due.push((both_ms + OVERLAP_MS, Due::GivesWay));
                    }
                }
                if let Some(since) = self.hold_since_ms {
                    due.push((since + (self.hold_checks + 1) * HOLD_PATIENCE_MS, Due::HoldGoesOn));
                }
            }
            Phase::Ready | Phase::WrapUp | Phase::Ended => {}
        }
        due.into_iter().min_by_key(|(at_ms, due)| (*at_ms, *due))
    }

    /// Whoever wants to hang up does so at any time; nobody is fetched while the line is on hold.
    fn goes_on_afterwards(&self) -> bool {
        match self.afterwards {
            Some(Afterwards::HangUp(_)) => true,
            Some(Afterwards::PassOn) => self.phase == Phase::Talking,
            None => false,
        }
    }

    fn happen(&mut self, due: Due) -> Cue {
        match due {
            Due::Ring => {
                self.rings += 1;
                self.emit(What::Ring { count: self.rings });
                Cue::Rang
            }
            Due::GiveUp => {
                self.end(EndedBy::Unanswered, None, None);
                Cue::GivenUp
            }
            Due::PickUp => {
                let meets = self.dialled.take().map_or(PickUp::NoAnswer, |dialled| dialled.meets);
                Cue::PickedUp(meets)
            }
            Due::LineStart => {
                let Some(line) = self.queue.pop_front() else { return Cue::Rang };
                self.turn += 1;
                self.emit(What::LineStarted {
                    turn: self.turn,
                    party: line.party,
                    line: line.line.clone(),
                    text: line.text.clone(),
                    duration_ms: line.timing.total_ms,
                });
                let spoken = Spoken { turn: self.turn, line, started_ms: self.now_ms };
                self.speaking = Some(spoken.clone());
                Cue::LineStarted(spoken)
            }
            Due::LineEnd => {
                let Some(spoken) = self.speaking.take() else { return Cue::Rang };
                self.alone();
                if spoken.line.into_silence {
                    self.quiet_since_ms = self.now_ms;
                } else {
                    self.quiet(self.now_ms);
                }
                self.emit(What::LineEnded {
                    turn: spoken.turn,
                    party: spoken.line.party,
                    line: spoken.line.line.clone(),
                    heard: spoken.line.text.clone(),
                    cut: false,
                });
                Cue::LineEnded(spoken)
            }
            Due::Afterwards => match self.afterwards.take() {
                Some(afterwards) => Cue::Afterwards(afterwards),
                None => Cue::Rang,
            },
            Due::Silence => {
                let silent_ms = silence_ms(self.silences);
                self.silences += 1;
                self.emit(What::Silence { silent_ms });
                Cue::Silence { silent_ms }
            }
            Due::GivesWay => Cue::GivesWay,
            Due::VoiceEnd => {
                self.voice_ends(0, true);
                Cue::Rang
            }
            Due::RecordingEnd => Cue::Afterwards(Afterwards::HangUp(HangUpReason::Silence)),
            Due::HoldGoesOn => {
                self.hold_checks += 1;
                Cue::HoldGoesOn { hold_ms: self.hold_checks * HOLD_PATIENCE_MS }
            }
        }
    }

    fn quiet(&mut self, since_ms: u64) {
        self.quiet_since_ms = since_ms;
        self.silent_since_ms = since_ms;
        self.silences = 0;
    }

    fn enter(&mut self, phase: Phase) {
        self.voice_ends(0, true);
        self.aloud = None;
        self.phase = phase;
        self.phase_since_ms = self.now_ms;
        self.quiet(self.now_ms);
        self.emit(What::Phase { phase });
    }

    // ── speaking ──────────────────────────────────────────────────────────────────────────────

    /// The other side is going to say this, after what it already has to say.
    pub fn line_up(&mut self, line: Line) {
        self.queue.push_back(line);
    }

    /// What the other side does when it has said everything.
    pub fn afterwards(&mut self, afterwards: Afterwards) {
        self.afterwards = Some(afterwards);
    }

    /// Stops whoever speaks at the other end. Returns the line cut off, how much of it was said (percent), for how
    /// long both spoke, and the lines that were never begun. A line that is almost over counts as finished.
    pub fn cut_in(&mut self) -> CutIn {
        let unsaid: Vec<Line> = self.queue.drain(..).collect();
        let Some(spoken) = self.speaking.take() else { return CutIn { unsaid, ..CutIn::default() } };
        self.alone();
        let elapsed_ms = self.now_ms - spoken.started_ms;
        let left_ms = spoken.line.timing.total_ms.saturating_sub(elapsed_ms);
        let cut = left_ms > OVERLAP_ALLOWED_MS;
        let percent = if cut { elapsed_ms * 100 / spoken.line.timing.total_ms.max(1) } else { 100 };
        let heard = if cut { said_part(&spoken.line, elapsed_ms) } else { spoken.line.text.clone() };
        self.emit(What::LineEnded {
            turn: spoken.turn,
            party: spoken.line.party,
            line: spoken.line.line.clone(),
            heard,
            cut,
        });
        self.quiet(self.now_ms);
        CutIn {
            over_ms: if cut { left_ms.min(OVERLAP_MS) } else { 0 },
            line: Some(spoken),
            cut,
            percent: percent as u8,
            unsaid,
        }
    }

    /// The number the operator's next turn will have.
    pub fn next_turn(&self) -> u32 {
        self.turn + 1
    }

    /// How long the operator has been thinking: since the last sound.
    pub fn thinking_ms(&self) -> u64 {
        self.now_ms.saturating_sub(self.quiet_since_ms)
    }

    /// The operator speaks: the event is written down at its beginning, then its time passes.
    pub fn speak(&mut self, said: What, duration_ms: u64) {
        self.turn += 1;
        self.typing_ms = 0;
        self.emit(said);
        self.now_ms += duration_ms;
        if !self.muted {
            self.quiet(self.now_ms);
        }
    }

    // ── the operator's own voice ─────────────────────────────────────────────────────────────

    /// The other side speaks, or is about to.
    fn takes_turn(&self) -> bool {
        self.speaking.is_some() || !self.queue.is_empty()
    }

    /// The operator's voice is heard; it began a little earlier than it was recognised as one.
    pub fn voice_begins(&mut self, late_ms: u64) {
        let since_ms = self.now_ms.saturating_sub(late_ms).max(self.phase_since_ms);
        let speaking = self.speaking.as_ref().map(|spoken| spoken.started_ms);
        let thinking_ms = if speaking.is_some() { 0 } else { since_ms.saturating_sub(self.quiet_since_ms) };
        let over_since_ms = speaking.map(|started_ms| started_ms.max(since_ms));
        self.typing_ms = 0;
        self.voice = Some(Voice { since_ms, thinking_ms, over_ms: 0, over_since_ms });
    }

    /// The operator's voice is heard no longer, and was not for `late_ms`. False `said`: it was no voice after all. What was
    /// said while the other side spoke on, or was about to, shows that he listens; what was said else waits for its words.
    pub fn voice_ends(&mut self, late_ms: u64, said: bool) {
        let Some(mut voice) = self.voice.take() else { return };
        let until_ms = self.now_ms.saturating_sub(late_ms).max(voice.since_ms);
        voice.alone(until_ms);
        // The other side gave way to a voice that had ended already.
        voice.over_ms = voice.over_ms.min(until_ms - voice.since_ms);
        if !said {
            return;
        }
        let listening = self.takes_turn();
        self.spoken += 1;
        self.emit(What::Spoke {
            number: self.spoken,
            from_ms: voice.since_ms,
            ms: until_ms - voice.since_ms,
            over_ms: voice.over_ms,
            listening,
        });
        if listening {
            return;
        }
        self.quiet(until_ms);
        let Voice { since_ms, thinking_ms, over_ms, .. } = voice;
        let before = self.aloud.take();
        self.aloud = Some(Aloud {
            since_ms: before.as_ref().map_or(since_ms, |before| before.since_ms),
            until_ms,
            thinking_ms: before.as_ref().map_or(thinking_ms, |before| before.thinking_ms),
            over_ms: over_ms + before.as_ref().map_or(0, |before| before.over_ms),
            wait_ms: WORDING_MS,
        });
    }

    fn alone(&mut self) {
        if let Some(voice) = &mut self.voice {
            voice.alone(self.now_ms);
        }
    }

    /// Since when the operator's voice is heard; `None`: it is not.
    pub fn voice_since_ms(&self) -> Option<u64> {
        self.voice.as_ref().map(|voice| voice.since_ms)
    }

    /// How often the operator spoke aloud.
    pub fn spoken(&self) -> u32 {
        self.spoken
    }

    /// What was said aloud and has no words yet.
    pub fn aloud(&self) -> Option<&Aloud> {
        self.aloud.as_ref()
    }

    /// What was said aloud is given its words, or none.
    pub fn take_aloud(&mut self) -> Option<Aloud> {
        self.aloud.take()
    }

    /// The words of what was said aloud: its time has passed already.
    pub fn said_aloud(&mut self, aloud: &Aloud, said: What) {
        self.turn += 1;
        self.typing_ms = 0;
        self.events.push(Event { at_ms: aloud.since_ms, what: said });
    }

    // ── phases ────────────────────────────────────────────────────────────────────────────────

    /// Opens the line to whoever calls.
    pub fn answer(&mut self, party: Party) {
        self.party = Some(party);
        self.enter(Phase::Talking);
    }

    /// Dials; what is met shows after some rings.
    pub fn dial(&mut self, meets: PickUp, rings: u32) {
        self.attempts += 1;
        self.rings = 0;
        self.dialled = Some(Dialled { meets, rings });
        self.enter(Phase::Dialling);
    }

    /// Somebody, or something, answered.
    pub fn connect(&mut self, party: Party) {
        self.party = Some(party);
        self.enter(Phase::Talking);
    }

    /// Back to the contact card: nobody who matters was reached.
    pub fn back_to_ready(&mut self) {
        self.party = None;
        self.dialled = None;
        self.silence_other_side();
        self.enter(Phase::Ready);
    }

    /// Another person takes the telephone at the other end.
    pub fn pass_to(&mut self, party: Party) {
        self.party = Some(party);
        self.quiet(self.now_ms);
    }

    /// Puts the other side on hold.
    pub fn hold(&mut self, announced: bool) {
        self.hold_since_ms = Some(self.now_ms);
        self.held = self.party;
        self.hold_checks = 0;
        self.emit(What::HoldStarted { announced });
        self.enter(Phase::Hold);
    }

    /// Back from hold; returns how long it was.
    pub fn resume(&mut self) -> u64 {
        let hold_ms = self.hold_since_ms.take().map_or(0, |since| self.now_ms - since);
        self.emit(What::HoldEnded { hold_ms });
        self.consulting = None;
        self.silence_other_side();
        self.party = self.held.take();
        self.enter(Phase::Talking);
        hold_ms
    }

    /// Calls a colleague while the other side waits on hold.
    pub fn consult(&mut self, to: DepartmentId) {
        self.emit(What::ConsultStarted { to: to.clone() });
        self.consulting = Some(to);
        self.silence_other_side();
        self.party = Some(Party::Colleague);
        self.enter(Phase::Consulting);
    }

    /// The colleague is gone; the customer is still on hold.
    pub fn end_consult(&mut self) {
        self.emit(What::ConsultEnded);
        self.consulting = None;
        self.silence_other_side();
        self.party = self.held;
        self.enter(Phase::Hold);
    }

    /// Switches the microphone: `on` means that nobody hears the operator.
    pub fn mute(&mut self, on: bool) {
        self.voice_ends(0, true);
        self.muted = on;
        self.emit(What::Muted { on });
    }

    /// Talking is over.
    pub fn end(&mut self, by: EndedBy, reason: Option<HangUpReason>, outcome: Option<OutcomeId>) {
        if let Some(since) = self.hold_since_ms.take() {
            self.emit(What::HoldEnded { hold_ms: self.now_ms - since });
        }
        self.silence_other_side();
        self.consulting = None;
        self.emit(What::Ended { by, reason, outcome });
        self.enter(Phase::WrapUp);
    }

    /// Ends wrap-up, and with it the attempt.
    pub fn finish(&mut self) {
        self.enter(Phase::Ended);
        self.emit(What::Finished);
    }

    /// The other side says no more, in the middle of a word if need be, and nothing follows.
    pub fn silence_other_side(&mut self) {
        if let Some(spoken) = self.speaking.take() {
            self.alone();
            self.emit(What::LineEnded {
                turn: spoken.turn,
                party: spoken.line.party,
                line: spoken.line.line.clone(),
                heard: said_part(&spoken.line, self.now_ms - spoken.started_ms),
                cut: true,
            });
        }
        self.queue.clear();
        self.afterwards = None;
        self.quiet(self.now_ms);
    }
}

/// What cutting in did.
#[derive(Debug, Default)]
pub struct CutIn {
    /// The line that was being said.
    pub line: Option<Spoken>,
    /// It was really cut off.
    pub cut: bool,
    /// Share of the line that was said, 0–100.
    pub percent: u8,
    /// How long both spoke at once, milliseconds.
    pub over_ms: u64,
    /// Lines the other side did not get to say.
    pub unsaid: Vec<Line>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    LineEnd,
    GivesWay,
    VoiceEnd,
    LineStart,
    Afterwards,
    Ring,
    GiveUp,
    PickUp,
    Silence,
    RecordingEnd,
    HoldGoesOn,
}

fn silence_ms(stage: u64) -> u64 {
    match SILENCES_MS.get(stage as usize) {
        Some(ms) => *ms,
        None => SILENCES_MS[1] + (stage + 1 - SILENCES_MS.len() as u64) * 10_000,
    }
}

/// The words of a line that had been said by then.
fn said_part(line: &Line, elapsed_ms: u64) -> String {
    match &line.text[..line.timing.said(elapsed_ms)] {
        "" => String::new(),
        said => format!("{said}…"),
    }
}
