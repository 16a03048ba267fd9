//! A customer to try things on, and a short way of writing stimuli and effects.

use crate::behaviour::Behaviour;
use crate::moves::Move;
use crate::pack::model::*;
use crate::persona::{Effect, Heard, Mind, Stimulus};
use std::collections::BTreeMap;

fn fact(id: &str, reveal: Reveal) -> Fact {
    Fact {
        id: id.into(),
        reveal,
        asked: BTreeMap::new(),
        line: format!("anna.{id}").as_str().into(),
        again: None,
        data: Vec::new(),
        emotion: None,
        identifies: false,
        passing: false,
    }
}

fn objection(id: &str, after: &str, answer: &str) -> Objection {
    Objection {
        id: id.into(),
        kind: ObjectionKind::Founded,
        line: format!("anna.{id}").as_str().into(),
        after: vec![Trigger::Intent(after.into())],
        needs: Vec::new(),
        answers: vec![answer.into()],
        reason: None,
        lifted: format!("anna.{id}_lifted").as_str().into(),
        still: format!("anna.{id}_still").as_str().into(),
    }
}

/// Anna: a reason to call, three more things to tell, two proofs of who she is, a secret, two objections.
pub fn anna() -> Persona {
    Persona {
        id: "anna".into(),
        name: Template(Vec::new()),
        age: 40,
        voice: Voice::Woman,
        about: "anna.about".into(),
        temperament: Temperament { patience: 60, trust: 50, confusion: 10, interest: 50, talkativeness: 0 },
        motives: BTreeMap::new(),
        vary: BTreeMap::new(),
        facts: vec![
            Fact { again: Some("anna.bill_again".into()), ..fact("bill", Reveal::Volunteered) },
            Fact { emotion: Some(Emotion::Worry), ..fact("budget", Reveal::Volunteered) },
            fact("since", Reveal::Volunteered),
            Fact { identifies: true, ..fact("name", Reveal::Asked) },
            Fact { identifies: true, ..fact("contract", Reveal::Asked) },
            fact("bank", Reveal::Trusted(80)),
        ],
        objections: vec![
            Objection {
                needs: vec![Move::AcknowledgeObjection],
                reason: Some("anna.price_reason".into()),
                ..objection("price", "offer", "saving")
            },
            objection("time", "visit", "quick"),
        ],
        behaviour: Behaviour::none(),
    }
}

pub fn scripted(script: &str) -> Persona {
    let behaviour = Behaviour::compile(script).unwrap_or_else(|problems| panic!("{problems:?}"));
    Persona { behaviour, ..anna() }
}

/// `greet open_question #refund ?bill !bill =amount:EUR 1.00`: moves, intents, facts asked for and misquoted, a value.
pub fn heard(text: &str) -> Stimulus {
    let mut heard = Heard { words: 5, ..Heard::default() };
    let (words, value) = text.split_once('=').unwrap_or((text, ""));
    for word in words.split_whitespace() {
        if let Some(intent) = word.strip_prefix('#') {
            heard.intents.push(intent.into());
        } else if let Some(fact) = word.strip_prefix('?') {
            heard.asked.push(fact.into());
        } else if let Some(fact) = word.strip_prefix('!') {
            heard.misquoted.push(fact.into());
        } else {
            heard.moves.push(Move::from_name(word).unwrap_or_else(|| panic!("no move {word}")));
        }
    }
    heard.entities.extend(value.split_once(':').map(|(kind, value)| (kind.to_owned(), value.to_owned())));
    Stimulus::Heard(heard)
}

/// Other stimuli by name; everything else is an utterance.
pub fn stimulus(text: &str) -> Stimulus {
    let number = |text: &str| text.parse::<u64>().expect("a number");
    match text.split_once(' ').unwrap_or((text, "")) {
        ("start", _) => Stimulus::Start,
        ("end", _) => Stimulus::End,
        ("silence", seconds) => Stimulus::Silence { silent_ms: number(seconds) * 1000 },
        ("hold", how) => Stimulus::HoldStarted { announced: how == "announced" },
        ("holding", seconds) => Stimulus::HoldGoesOn { hold_ms: number(seconds) * 1000 },
        ("back", seconds) => Stimulus::HoldEnded { hold_ms: number(seconds) * 1000 },
        ("cut", percent) => Stimulus::Interrupted { spoken_percent: number(percent) as u8 },
        ("transfer", how) => Stimulus::Transfer { warm: true, announced: how == "announced" },
        _ => heard(text),
    }
}

/// `say:stock.hello reveal:bill hang_up:Satisfied`
pub fn written(effects: &[Effect]) -> String {
    let words: Vec<String> = effects
        .iter()
        .map(|effect| match effect {
            Effect::Say(line) => line.to_string(),
            Effect::Reveal(fact) => format!("reveal:{fact}"),
            Effect::Raise(objection) => format!("raise:{objection}"),
            Effect::Lift(objection) => format!("lift:{objection}"),
            Effect::Mood(mood_trait, points) => format!("{}:{points}", mood_trait.name()),
            Effect::Remember(key, _) => format!("remember:{key}"),
            Effect::Settle(outcome) => format!("settle:{outcome}"),
            Effect::HangUp(reason) => format!("hang_up:{reason:?}"),
            Effect::PassOn => "pass_on".to_owned(),
            Effect::DemandSupervisor => "supervisor".to_owned(),
            Effect::Sigh => "sigh".to_owned(),
        })
        .collect();
    words.join(" ")
}

/// What each step of a conversation leads to.
pub fn play(mind: &mut Mind, steps: &[&str]) -> Vec<String> {
    steps.iter().map(|step| written(&mind.react(&stimulus(step)).effects)).collect()
}
