//! `headset understand --explain`: what spoke for and against what was understood.

use crate::language::{Explanation, Listener, Neighbour, Reason};
use crate::wording::Wording;

/// The explanation of an utterance, as one line of JSON or for people.
pub fn explained(listener: &Listener, utterance: &str, json: bool, words: &Wording) -> String {
    let explanation = listener.explain(utterance);
    if json {
        return serde_json::to_string(&explanation)
            .unwrap_or_else(|error| format!("{{\"error\":{:?}}}", error.to_string()));
    }
    readable(&explanation, utterance, words)
}

fn readable(explanation: &Explanation, utterance: &str, words: &Wording) -> String {
    let mut lines = vec![words.with("explain-utterance", &[("text", utterance)])];
    for entity in &explanation.understood.entities {
        let (kind, value) = (entity.kind.name(), entity.value.as_str());
        lines.push(indented(&words.with("explain-entity", &[("kind", kind), ("value", value)])));
    }
    if explanation.reasons.is_empty() {
        lines.push(indented(&words.text("explain-nothing")));
    }
    for reason in &explanation.reasons {
        lines.extend(lines_of(reason, words));
    }
    lines.join("\n") + "\n"
}

fn indented(line: &str) -> String {
    format!("    {line}")
}

fn lines_of(reason: &Reason, words: &Wording) -> Vec<String> {
    let mut lines = Vec::new();
    lines.push(match reason.confidence {
        Some(sure) => {
            let percent = (sure.0 / 10).to_string();
            words.with("explain-found", &[("name", &reason.name), ("percent", &percent)])
        }
        None => words.with("explain-not-found", &[("name", &reason.name)]),
    });
    for (key, sign) in [("explain-words-for", 1), ("explain-words-against", -1)] {
        let shown: Vec<String> = reason
            .words
            .iter()
            .filter(|word| word.weight.signum() == sign)
            .take(6)
            .map(|word| format!("{} {:+}", word.word, word.weight / 10))
            .collect();
        if !shown.is_empty() {
            lines.push(indented(&words.with(key, &[("words", &shown.join(", "))])));
        }
    }
    for turn in &reason.turns {
        lines.push(indented(&words.with("explain-turn", &[("words", turn)])));
    }
    let mut neighbours = |key: &str, some: &[Neighbour]| {
        for neighbour in some {
            let percent = (neighbour.likeness.0 / 10).to_string();
            lines.push(indented(&words.with(key, &[("phrase", neighbour.phrase.as_str()), ("percent", &percent)])));
        }
    };
    neighbours("explain-example-for", &reason.nearest);
    neighbours("explain-example-against", &reason.others);
    lines
}
