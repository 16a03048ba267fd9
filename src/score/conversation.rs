//! The conversation behind the events: who said what when, what was told, raised, offered and held.

use crate::behaviour::HangUpReason;
use crate::call::{EndedBy, Event, Party, Phase, What};
use crate::id::{FactId, IntentId, LineId, OutcomeId, PersonaId};
use crate::language::{Confidence, Span, Understood};
use crate::moves::Move;
use crate::pack::model::{CallScenario, Fact, Objection, Pack};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaker {
    Operator { to: Party },
    Other(Party),
}

/// Something said by either side. Understanding is there for the operator's words only.
#[derive(Debug)]
pub(super) struct Utterance<'a> {
    pub event: usize,
    pub at_ms: u64,
    pub turn: u32,
    pub speaker: Speaker,
    pub text: &'a str,
    pub understood: Option<&'a Understood>,
    pub duration_ms: u64,
    pub over_ms: u64,
    pub thinking_ms: u64,
    pub cut: bool,
    pub line: Option<&'a LineId>,
    /// The other side could hear it.
    pub heard: bool,
}

impl Utterance<'_> {
    pub fn has(&self, mv: Move) -> bool {
        self.understood.is_some_and(|understood| understood.has(mv))
    }
    /// The move was understood with at least this confidence.
    pub fn surely(&self, mv: Move, sure: Confidence) -> bool {
        let found = self.understood.map(|understood| understood.moves.as_slice()).unwrap_or_default();
        found.iter().any(|found| found.mv == mv && found.confidence >= sure)
    }
    pub fn has_any(&self, moves: &[Move]) -> bool {
        moves.iter().any(|mv| self.has(*mv))
    }
    pub fn intends(&self, intents: &[IntentId]) -> bool {
        self.understood.is_some_and(|understood| intents.iter().any(|intent| understood.has_intent(intent)))
    }
    /// Where the move was made.
    pub fn span_of(&self, mv: Move) -> Option<Span> {
        self.understood?.moves.iter().find(|found| found.mv == mv).map(|found| found.span)
    }
    pub fn spans_of(&self, mv: Move) -> impl Iterator<Item = Span> + '_ {
        self.understood
            .into_iter()
            .flat_map(|understood| &understood.moves)
            .filter(move |found| found.mv == mv)
            .map(|found| found.span)
    }
    pub fn span_of_intent(&self, intents: &[IntentId]) -> Option<Span> {
        self.understood?.intents.iter().find(|found| intents.contains(&found.intent)).map(|found| found.span)
    }
}

/// A fact told by the other side.
#[derive(Debug)]
pub(super) struct Told<'a> {
    pub fact: &'a Fact,
    pub event: usize,
    pub turn: u32,
}

/// An objection raised by the other side.
#[derive(Debug)]
pub(super) struct Raised<'a> {
    pub objection: &'a Objection,
    pub event: usize,
    pub turn: u32,
    pub lifted: Option<usize>,
}

/// A stretch on hold (consulting included).
#[derive(Debug)]
pub(super) struct Held {
    pub event: usize,
    /// Event of the return and how long it was; `None`: the call ended in it.
    pub back: Option<(usize, u64)>,
}

#[derive(Debug)]
pub(super) struct Conversation<'a> {
    pub events: &'a [Event],
    /// Both sides, in order.
    pub utterances: Vec<Utterance<'a>>,
    pub told: Vec<Told<'a>>,
    pub raised: Vec<Raised<'a>>,
    pub held: Vec<Held>,
    pub outcome: Option<&'a OutcomeId>,
    pub ended_by: Option<EndedBy>,
    /// Why the other side hung up.
    pub left_for: Option<HangUpReason>,
    /// The first event after the talk, or the number of events.
    pub talk_end: usize,
    /// The customer himself was on the line.
    pub reached: bool,
    pub dialled: bool,
}

/// Moves that alone show no work on the customer's matter.
const EMPTY: [Move; 13] = [
    Move::Greet,
    Move::TakeLeave,
    Move::Backchannel,
    Move::Digress,
    Move::Rude,
    Move::BlameCustomer,
    Move::Argue,
    Move::Overpromise,
    Move::Pressure,
    Move::Deflect,
    Move::Refuse,
    Move::Jargon,
    Move::Thank,
];

/// From so many turns of substance on, a fault not made is a merit.
const ENGAGED_TURNS: usize = 4;

impl<'a> Conversation<'a> {
    pub fn new(pack: &'a Pack, call: &'a CallScenario, events: &'a [Event]) -> Conversation<'a> {
        let mut conversation = Conversation {
            events,
            utterances: Vec::new(),
            told: Vec::new(),
            raised: Vec::new(),
            held: Vec::new(),
            outcome: None,
            ended_by: None,
            left_for: None,
            talk_end: events.len(),
            reached: false,
            dialled: false,
        };
        let people: Vec<&PersonaId> = std::iter::once(&call.customer).chain(&call.gatekeeper).collect();
        for (index, event) in events.iter().enumerate() {
            conversation.take(pack, &people, index, event);
        }
        conversation
    }

    fn take(&mut self, pack: &'a Pack, people: &[&PersonaId], index: usize, event: &'a Event) {
        let personas = || people.iter().filter_map(|id| pack.personas.get(id.as_str()));
        match &event.what {
            What::Said { turn, to, text, duration_ms, thinking_ms, over_ms, muted, understood } => {
                self.reached |= *to == Party::Customer;
                self.utterances.push(Utterance {
                    event: index,
                    at_ms: event.at_ms,
                    turn: *turn,
                    speaker: Speaker::Operator { to: *to },
                    text,
                    understood: Some(understood),
                    duration_ms: *duration_ms,
                    over_ms: *over_ms,
                    thinking_ms: *thinking_ms,
                    cut: false,
                    line: None,
                    heard: !*muted,
                });
            }
            What::LineStarted { turn, party, line, text, duration_ms } => {
                self.reached |= *party == Party::Customer;
                self.utterances.push(Utterance {
                    event: index,
                    at_ms: event.at_ms,
                    turn: *turn,
                    speaker: Speaker::Other(*party),
                    text,
                    understood: None,
                    duration_ms: *duration_ms,
                    over_ms: 0,
                    thinking_ms: 0,
                    cut: false,
                    line: Some(line),
                    heard: true,
                });
            }
            What::LineEnded { turn, heard, cut, .. } => {
                if let Some(line) =
                    self.utterances.iter_mut().rev().find(|line| line.turn == *turn && line.line.is_some())
                {
                    line.text = heard;
                    line.cut = *cut;
                    line.duration_ms = event.at_ms.saturating_sub(line.at_ms);
                }
            }
            What::FactTold { fact, turn, .. } => {
                if let Some(fact) = personas().flat_map(|persona| &persona.facts).find(|known| known.id == *fact) {
                    self.told.push(Told { fact, event: index, turn: *turn });
                }
            }
            What::ObjectionRaised { objection, turn } => {
                let known = personas().flat_map(|persona| &persona.objections).find(|known| known.id == *objection);
                let open = |raised: &Raised<'_>| raised.objection.id == *objection && raised.lifted.is_none();
                if let Some(objection) = known
                    && !self.raised.iter().any(open)
                {
                    self.raised.push(Raised { objection, event: index, turn: *turn, lifted: None });
                }
            }
            What::ObjectionLifted { objection, .. } => {
                for raised in self.raised.iter_mut().filter(|raised| raised.objection.id == *objection) {
                    raised.lifted.get_or_insert(index);
                }
            }
            What::HoldStarted { .. } => self.held.push(Held { event: index, back: None }),
            What::HoldEnded { hold_ms } => {
                if let Some(held) = self.held.last_mut() {
                    held.back = Some((index, *hold_ms));
                }
            }
            What::Settled { outcome } => self.outcome = Some(outcome),
            What::Ended { by, reason, outcome } => {
                // A hold that ends with the call is one nobody came back from.
                if let Some(held) = self.held.last_mut().filter(|held| held.back.is_some_and(|(at, _)| at + 1 == index))
                {
                    held.back = None;
                }
                self.ended_by = Some(*by);
                self.left_for = *reason;
                self.talk_end = index;
                if outcome.is_some() {
                    self.outcome = outcome.as_ref();
                }
            }
            What::Phase { phase: Phase::Dialling } | What::Reached { .. } => self.dialled = true,
            _ => {}
        }
    }

    /// Spoke with the customer or a gatekeeper: there was work to do.
    pub fn met_somebody(&self) -> bool {
        self.utterances.iter().any(|utterance| {
            matches!(
                utterance.speaker,
                Speaker::Other(Party::Customer | Party::Gatekeeper)
                    | Speaker::Operator { to: Party::Customer | Party::Gatekeeper }
            )
        })
    }

    /// What the operator said that the customer or a gatekeeper heard.
    pub fn operator(&self) -> impl DoubleEndedIterator<Item = &Utterance<'a>> {
        self.utterances.iter().filter(|utterance| {
            utterance.heard
                && matches!(utterance.speaker, Speaker::Operator { to: Party::Customer | Party::Gatekeeper })
        })
    }

    /// What the operator said to the customer.
    pub fn to_customer(&self) -> impl DoubleEndedIterator<Item = &Utterance<'a>> {
        self.operator().filter(|utterance| utterance.speaker == Speaker::Operator { to: Party::Customer })
    }

    /// Lines of the customer or a gatekeeper.
    pub fn other_side(&self) -> impl DoubleEndedIterator<Item = &Utterance<'a>> {
        self.utterances
            .iter()
            .filter(|utterance| matches!(utterance.speaker, Speaker::Other(Party::Customer | Party::Gatekeeper)))
    }

    /// The line of the other side with that turn number.
    pub fn line_of(&self, turn: u32) -> Option<&Utterance<'a>> {
        self.other_side().find(|line| line.turn == turn)
    }

    pub fn first_solution(&self, call: &CallScenario) -> Option<&Utterance<'a>> {
        self.to_customer().find(|utterance| utterance.intends(&call.solutions))
    }

    /// The first time the fact was told.
    pub fn told(&self, fact: &FactId) -> Option<&Told<'a>> {
        self.told.iter().find(|told| told.fact.id == *fact)
    }

    /// When the other side first told the value of that variable: the event.
    pub fn told_variable(&self, name: &str) -> Option<&Told<'a>> {
        let short = |name: &str| name.rsplit('.').next().unwrap_or(name).to_owned();
        self.told.iter().find(|told| {
            told.fact.data.iter().any(|data| {
                data == name || ((!data.contains('.') || !name.contains('.')) && short(data) == short(name))
            })
        })
    }

    /// Worked on the customer's matter long enough for a fault not made to count as a merit: else whoever says
    /// nothing would make no mistake.
    pub fn engaged(&self) -> bool {
        let works = |utterance: &&Utterance<'_>| {
            utterance.understood.is_some_and(|understood| {
                !understood.intents.is_empty()
                    || !understood.asked.is_empty()
                    || understood.moves.iter().any(|found| !EMPTY.contains(&found.mv))
            })
        };
        self.operator().filter(works).count() >= ENGAGED_TURNS
    }

    pub fn last_event(&self) -> usize {
        self.events.len().saturating_sub(1)
    }
}
