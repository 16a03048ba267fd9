//! What went on in a customer's mind, for the terminal.

use super::debrief::clock;
use crate::language::Confidence;
use crate::mood::Mood;
use crate::training::mind::{MindView, Takes, TurnView};
use crate::wording::Wording;
use std::fmt::Write as _;

pub fn text(mind: &MindView, words: &Wording) -> String {
    let mut out = String::new();
    for turn in &mind.turns {
        one(turn, &mut out);
    }
    let _ = writeln!(out, "\n{}", words.with("mind-now", &[("persona", mind.persona.as_str())]));
    let _ = writeln!(out, "  {}", mood(mind.mood));
    let settled = mind.settled.as_ref().map_or("–", |outcome| outcome.as_str());
    let _ = writeln!(out, "  {}", words.with("mind-settled", &[("outcome", settled)]));
    if !mind.memory.is_empty() {
        let memory: Vec<String> = mind
            .memory
            .iter()
            .map(|(key, value)| if value.is_empty() { key.clone() } else { format!("{key} = {value}") })
            .collect();
        let _ = writeln!(out, "  {}", words.with("mind-memory", &[("memory", &memory.join(", "))]));
    }
    let _ = writeln!(out, "\n{}", words.text("mind-facts"));
    for fact in &mind.facts {
        let state = match (fact.told_ms, fact.takes) {
            (Some(at), _) => words.with("mind-told", &[("at", &clock(at))]),
            (None, Takes::Nothing) => words.text("mind-telling"),
            (None, Takes::Room) => words.text("mind-takes-room"),
            (None, Takes::Asking) => words.text("mind-takes-asking"),
            (None, Takes::Trust(least)) => words.with("mind-takes-trust", &[("least", &least.to_string())]),
        };
        let _ = writeln!(out, "  {:<24} {state}", fact.fact.to_string());
    }
    if !mind.objections.is_empty() {
        let _ = writeln!(out, "\n{}", words.text("mind-objections"));
    }
    for objection in &mind.objections {
        let answers: Vec<String> = objection.answers.iter().map(ToString::to_string).collect();
        let needs: Vec<&str> = objection.needs.iter().map(|mv| mv.name()).collect();
        let takes = if needs.is_empty() { String::new() } else { format!("{} + ", needs.join(", ")) };
        let state = match (objection.raised_ms, objection.lifted_ms) {
            (Some(raised), Some(lifted)) if lifted >= raised => words.with("mind-lifted", &[("at", &clock(lifted))]),
            (Some(raised), _) => words.with("mind-raised", &[("at", &clock(raised))]),
            (None, _) => words.text("mind-not-raised"),
        };
        let _ = writeln!(out, "  {:<24} {state}  ({takes}{})", objection.objection.to_string(), answers.join(" / "));
    }
    out
}

fn one(turn: &TurnView, out: &mut String) {
    let _ = writeln!(out, "{}  {}", clock(turn.at_ms), turn.text);
    let mut understood: Vec<String> = Vec::new();
    let letters: Vec<char> = turn.text.chars().collect();
    for (mv, span, confidence) in &turn.moves {
        let stretch: String = letters.get(span.0..span.1).unwrap_or_default().iter().collect();
        understood.push(format!("{mv} {} ‹{}›", sure(*confidence), stretch.trim()));
    }
    understood.extend(turn.intents.iter().map(|(intent, confidence)| format!("={intent} {}", sure(*confidence))));
    understood.extend(turn.asked.iter().map(|fact| format!("?{fact}")));
    for piece in understood {
        let _ = writeln!(out, "         {piece}");
    }
    if let Some((before, after)) = turn.mood.filter(|(before, after)| before != after) {
        let _ = writeln!(out, "       ~ {} → {}", mood(before), mood(after));
    }
    if let Some(failed) = &turn.script_failed {
        let _ = writeln!(out, "       ! {failed}");
    }
    let lines: Vec<String> = turn.lines.iter().map(ToString::to_string).collect();
    if !lines.is_empty() {
        let _ = writeln!(out, "       → {}", lines.join(", "));
    }
}

/// `0.98`
fn sure(confidence: Confidence) -> String {
    serde_json::to_string(&confidence).unwrap_or_default()
}

fn mood(mood: Mood) -> String {
    format!(
        "patience {} · trust {} · confusion {} · interest {}",
        mood.patience, mood.trust, mood.confusion, mood.interest
    )
}
