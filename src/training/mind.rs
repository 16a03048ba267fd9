//! What goes on in the person at the other end, for authors who want to know why a call went as it did. Derived from the
//! events and the person as he is now, never stored, never shown to a trainee.

use crate::call::{Event, What};
use crate::id::*;
use crate::language::{Confidence, Span};
use crate::mood::Mood;
use crate::moves::Move;
use crate::pack::model::{Persona, Reveal};
use crate::persona::Mind;
use serde::Serialize;
use std::collections::BTreeMap;

/// A person's mind at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MindView {
    /// Who it is.
    pub persona: PersonaId,
    /// How the person feels now.
    pub mood: Mood,
    /// The mood after each change: call time in milliseconds, mood.
    pub curve: Vec<(u64, Mood)>,
    /// Facts in the author's order.
    pub facts: Vec<FactView>,
    /// Objections in the author's order.
    pub objections: Vec<ObjectionView>,
    /// What the behaviour script remembers.
    pub memory: BTreeMap<String, String>,
    /// What was agreed to.
    pub settled: Option<OutcomeId>,
    /// What was understood of each utterance, and what came of it.
    pub turns: Vec<TurnView>,
}

/// A fact, told or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactView {
    /// The fact.
    pub fact: FactId,
    /// When it was told; `None`: not yet.
    pub told_ms: Option<u64>,
    /// What it takes to be told.
    pub takes: Takes,
}

/// What it takes for a fact to be told, at the level that is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Takes {
    /// It has been told.
    Nothing,
    /// Room to talk.
    Room,
    /// To be asked for.
    Asking,
    /// To be asked for, and so much trust.
    Trust(u8),
}

/// An objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ObjectionView {
    /// The objection.
    pub objection: ObjectionId,
    /// When it was raised last; `None`: never.
    pub raised_ms: Option<u64>,
    /// When it was lifted.
    pub lifted_ms: Option<u64>,
    /// What it takes besides an answer.
    pub needs: Vec<Move>,
    /// What answers it.
    pub answers: Vec<IntentId>,
}

/// An utterance of the operator, what was understood of it, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TurnView {
    /// Call time.
    pub at_ms: u64,
    /// What the operator said.
    pub text: String,
    /// Moves, with the stretch of the utterance and how sure.
    pub moves: Vec<(Move, Span, Confidence)>,
    /// Intents of the pack, with how sure.
    pub intents: Vec<(IntentId, Confidence)>,
    /// Facts asked for.
    pub asked: Vec<FactId>,
    /// Mood before and after.
    pub mood: Option<(Mood, Mood)>,
    /// Lines said because of it.
    pub lines: Vec<LineId>,
    /// The behaviour script failed here, and the usual reaction took its place.
    pub script_failed: Option<String>,
}

/// The view of one person.
pub fn view(persona: &Persona, mind: &Mind, events: &[Event]) -> MindView {
    let at = |wanted: &dyn Fn(&What) -> bool| events.iter().rev().find(|event| wanted(&event.what)).map(|it| it.at_ms);
    let untold: BTreeMap<FactId, Reveal> = mind.untold().into_iter().collect();
    let facts = persona.facts.iter().map(|fact| FactView {
        fact: fact.id.clone(),
        told_ms: at(&|what| matches!(what, What::FactTold { fact: told, .. } if *told == fact.id)),
        takes: match untold.get(&fact.id) {
            None => Takes::Nothing,
            Some(Reveal::Volunteered) => Takes::Room,
            Some(Reveal::Asked) => Takes::Asking,
            Some(Reveal::Trusted(least)) => Takes::Trust(*least),
        },
    });
    let objections = persona.objections.iter().map(|known| ObjectionView {
        objection: known.id.clone(),
        raised_ms: at(&|what| matches!(what, What::ObjectionRaised { objection, .. } if *objection == known.id)),
        lifted_ms: at(&|what| matches!(what, What::ObjectionLifted { objection, .. } if *objection == known.id)),
        needs: known.needs.clone(),
        answers: known.answers.clone(),
    });
    MindView {
        persona: persona.id.clone(),
        mood: mind.mood(),
        curve: events
            .iter()
            .filter_map(|event| if let What::Mood { mood } = event.what { Some((event.at_ms, mood)) } else { None })
            .collect(),
        facts: facts.collect(),
        objections: objections.collect(),
        memory: mind.memory().clone(),
        settled: events.iter().rev().find_map(|event| match &event.what {
            What::Settled { outcome } => Some(outcome.clone()),
            _ => None,
        }),
        turns: turns(events),
    }
}

fn turns(events: &[Event]) -> Vec<TurnView> {
    let mut turns: Vec<TurnView> = Vec::new();
    let mut mood: Option<Mood> = None;
    for event in events {
        match &event.what {
            What::Said { text, understood, .. } => turns.push(TurnView {
                at_ms: event.at_ms,
                text: text.clone(),
                moves: understood.moves.iter().map(|found| (found.mv, found.span, found.confidence)).collect(),
                intents: understood.intents.iter().map(|found| (found.intent.clone(), found.confidence)).collect(),
                asked: understood.asked.iter().map(|found| found.fact.clone()).collect(),
                mood: mood.map(|mood| (mood, mood)),
                lines: Vec::new(),
                script_failed: None,
            }),
            What::Mood { mood: now } => {
                mood = Some(*now);
                if let Some(turn) = turns.last_mut() {
                    turn.mood = Some((turn.mood.map_or(*now, |(before, _)| before), *now));
                }
            }
            What::LineStarted { line, .. } => {
                if let Some(turn) = turns.last_mut() {
                    turn.lines.push(line.clone());
                }
            }
            What::ScriptFailed { message, line, .. } => {
                if let Some(turn) = turns.last_mut() {
                    turn.script_failed = Some(format!("{line}: {message}"));
                }
            }
            _ => {}
        }
    }
    turns
}
