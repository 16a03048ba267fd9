//! Calls built by hand, event by event.

use crate::call::{EndedBy, Event, Party, Phase, What};
use crate::crm::{Comparison, Verdict, Wanted};
use crate::id::RecordId;
use crate::language::{Confidence, Entity, EntityKind, FoundIntent, FoundMove, Span, Understood};
use crate::moves::Move;
use crate::pack::model::RecordKind;

/// A call as it goes. Each side speaks for two seconds and the next begins half a second later.
#[derive(Debug, Clone, Default)]
pub struct Play {
    pub events: Vec<Event>,
    now: u64,
    turn: u32,
}

impl Play {
    pub fn push(mut self, what: What) -> Play {
        self.events.push(Event { at_ms: self.now, what });
        self
    }
    pub fn wait(mut self, ms: u64) -> Play {
        self.now += ms;
        self
    }
    fn phase(self, phase: Phase) -> Play {
        self.push(What::Phase { phase })
    }

    /// Rings so often, then is answered.
    pub fn answered_after(rings: u32) -> Play {
        let mut play = Play::default().phase(Phase::Ringing);
        for count in 1..=rings {
            play = play.push(What::Ring { count }).wait(3_000);
        }
        play.phase(Phase::Talking)
    }
    pub fn dialled() -> Play {
        let reached =
            What::Reached { pick_up: crate::pack::model::PickUp::Answered, party: Some(Party::Customer), attempt: 1 };
        Play::default().phase(Phase::Ready).phase(Phase::Dialling).wait(5_000).push(reached).phase(Phase::Talking)
    }

    pub fn customer(self, line: &str, text: &str) -> Play {
        let (party, line, heard) = (Party::Customer, line.into(), text.to_owned());
        let mut play = self.wait(500);
        play.turn += 1;
        let turn = play.turn;
        play.push(What::LineStarted { turn, party, line, text: heard.clone(), duration_ms: 2_000 })
            .wait(2_000)
            .push(What::LineEnded { turn, party, line: "line".into(), heard, cut: false })
    }
    pub fn tells(mut self, fact: &str, text: &str) -> Play {
        let turn = self.turn + 1;
        self = self.push(What::FactTold { fact: fact.into(), turn, unasked: false });
        self.customer(fact, text)
    }
    pub fn raises(mut self, objection: &str, text: &str) -> Play {
        let turn = self.turn + 1;
        self = self.push(What::ObjectionRaised { objection: objection.into(), turn });
        self.customer(objection, text)
    }
    pub fn lifts(self, objection: &str) -> Play {
        let turn = self.turn + 1;
        self.push(What::ObjectionLifted { objection: objection.into(), turn }).customer("lifted", "Well, then yes.")
    }

    /// The operator speaks; every move has the whole utterance as its span.
    pub fn says(self, text: &str, moves: &[Move]) -> Play {
        let span = Span(0, text.chars().count());
        let confidence = Confidence(900);
        let moves = moves.iter().map(|mv| FoundMove { mv: *mv, span, confidence }).collect();
        let mut play = self.wait(500);
        play.turn += 1;
        let said = What::Said {
            turn: play.turn,
            to: Party::Customer,
            text: text.to_owned(),
            duration_ms: 2_000,
            thinking_ms: 500,
            over_ms: 0,
            muted: false,
            understood: Understood { moves, ..Understood::default() },
        };
        play.push(said).wait(2_000)
    }
    /// Changes what was said last.
    pub fn last_said(mut self, change: impl FnOnce(&mut What)) -> Play {
        if let Some(said) = self.events.iter_mut().rev().find(|event| matches!(event.what, What::Said { .. })) {
            change(&mut said.what);
        }
        self
    }
    fn last_understood(self, change: impl FnOnce(&mut Understood)) -> Play {
        self.last_said(|said| {
            if let What::Said { understood, .. } = said {
                change(understood);
            }
        })
    }
    pub fn intends(self, intent: &str) -> Play {
        let found = FoundIntent { intent: intent.into(), span: Span(0, 1), confidence: Confidence(900) };
        self.last_understood(|understood| understood.intents.push(found))
    }
    pub fn mentions(self, kind: EntityKind, value: &str) -> Play {
        let entity = Entity { kind, span: Span(0, 1), value: value.to_owned() };
        self.last_understood(|understood| understood.entities.push(entity))
    }
    pub fn over(self, ms: u64) -> Play {
        self.last_said(|said| {
            if let What::Said { over_ms, .. } = said {
                *over_ms = ms;
            }
        })
    }

    pub fn held(self, hold_ms: u64) -> Play {
        self.push(What::HoldStarted { announced: true })
            .phase(Phase::Hold)
            .wait(hold_ms)
            .push(What::HoldEnded { hold_ms })
            .phase(Phase::Talking)
    }
    pub fn hangs_up(self, by: EndedBy, outcome: Option<&str>) -> Play {
        self.push(What::Ended { by, reason: None, outcome: outcome.map(Into::into) }).phase(Phase::WrapUp)
    }
    pub fn opens(self, record: &str) -> Play {
        self.push(What::RecordOpened { record: record.into() })
    }
    pub fn closes_with(self, disposition: &str) -> Play {
        self.wait(30_000)
            .push(What::Disposition { id: disposition.into() })
            .push(What::Finished)
            .push(What::Phase { phase: Phase::Ended })
    }
}

/// A field of the ticket, held against what was expected.
pub fn field(name: &str, verdict: Verdict) -> Comparison {
    Comparison {
        kind: RecordKind::Ticket,
        record: Some(RecordId::new("ticket-new-1")),
        field: name.to_owned(),
        wanted: (verdict != Verdict::NotAskedFor).then(|| Wanted::Equals("billing".to_owned())),
        found: (verdict != Verdict::Missing).then(|| "billing".to_owned()),
        verdict,
        lacking: Vec::new(),
    }
}
