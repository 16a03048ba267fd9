//! Why an utterance is understood as it is: the words that spoke for and against what was found, the turns of phrase that
//! were known, and the examples that are most like it.

use super::corpus::{self, Labelled};
use super::data;
use super::features::cosine;
use super::listener::Listener;
use super::text::span_of;
use super::{Confidence, Span, Understood};
use crate::moves::Move;
use serde::Serialize;
use std::collections::BTreeMap;

/// Something found or nearly found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// A move.
    Move,
    /// A meaning of the pack.
    Intent,
    /// A question for a fact.
    Question,
}

/// A word and what it does: how much surer, in thousandths, the finding is with it than without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Weight {
    /// As written.
    pub word: String,
    /// Where.
    pub span: Span,
    /// Above 0 it speaks for the finding, below against it.
    pub weight: i32,
}

/// An example and how like the utterance it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Neighbour {
    /// The example.
    pub phrase: String,
    /// 0 to 1.
    pub likeness: Confidence,
}

/// Why one finding is there, or is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// Of what sort.
    pub finding: Finding,
    /// The name of the move, intent or fact.
    pub name: String,
    /// How sure; `None`: it was not found, but would be without one of the words.
    pub confidence: Option<Confidence>,
    /// The words that matter, weightiest first.
    pub words: Vec<Weight>,
    /// Known turns of phrase that were met (moves only).
    pub turns: Vec<String>,
    /// Examples of it that are most like the utterance.
    pub nearest: Vec<Neighbour>,
    /// Examples of other things that are most like it.
    pub others: Vec<Neighbour>,
}

/// Why an utterance is understood as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// What was understood.
    #[serde(flatten)]
    pub understood: Understood,
    /// A reason for each move, intent and question, and for what was nearly found.
    pub reasons: Vec<Reason>,
}

/// Words that are left out one by one.
const WORDS: usize = 60;
/// Examples that are shown for and against.
const SHOWN: usize = 3;
/// Examples less like than this say nothing.
const LEAST_LIKE: f32 = 0.2;

type Sure = BTreeMap<(Finding, String), u16>;

fn sure(understood: &Understood) -> Sure {
    let mut sure = Sure::new();
    let mut note = |finding, name: &str, confidence: Confidence| {
        let known = sure.entry((finding, name.to_owned())).or_default();
        *known = confidence.0.max(*known);
    };
    understood.moves.iter().for_each(|found| note(Finding::Move, found.mv.name(), found.confidence));
    understood.intents.iter().for_each(|found| note(Finding::Intent, found.intent.as_str(), found.confidence));
    understood.asked.iter().for_each(|found| note(Finding::Question, found.fact.as_str(), found.confidence));
    sure
}

/// Where the words of a text are, in characters.
fn places(utterance: &str) -> Vec<Span> {
    let mut places: Vec<Span> = Vec::new();
    let mut open = false;
    let letters: Vec<char> = utterance.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
        // "29,90" and "14:30" are one word.
        let joins = matches!(letter, ',' | '.' | ':') && digit(at.checked_sub(1)) && digit(Some(at + 1));
        let inside = letter.is_alphanumeric() || joins;
        match (open, inside) {
            (false, true) => places.push(Span(at, at + 1)),
            (true, true) => {
                if let Some(last) = places.last_mut() {
                    last.1 = at + 1;
                }
            }
            _ => {}
        }
        open = inside;
    }
    places.truncate(WORDS);
    places
}

fn slice(text: &str, Span(start, end): Span) -> String {
    text.chars().skip(start).take(end - start).collect()
}

/// The text without the characters of a span.
fn without(text: &str, Span(start, end): Span) -> String {
    text.chars().enumerate().filter(|(at, _)| *at < start || *at >= end).map(|(_, letter)| letter).collect()
}

impl Understood {
    /// Where something was found.
    fn place(&self, finding: Finding, name: &str) -> Option<Span> {
        match finding {
            Finding::Move => self.moves.iter().find(|found| found.mv.name() == name).map(|found| found.span),
            Finding::Intent => self.intents.iter().find(|found| found.intent.as_str() == name).map(|found| found.span),
            Finding::Question => self.asked.iter().find(|found| found.fact.as_str() == name).map(|found| found.span),
        }
    }
}

impl Listener {
    /// Why the utterance is understood as it is. Each word is left out in turn, so this takes as long as understanding
    /// it some dozen times.
    pub fn explain(&self, utterance: &str) -> Explanation {
        let understood = self.understand(utterance);
        let found = sure(&understood);
        let mut weights: BTreeMap<(Finding, String), Vec<Weight>> =
            found.keys().map(|key| (key.clone(), Vec::new())).collect();
        for span in places(utterance) {
            let rest = sure(&self.understand(&without(utterance, span)));
            let keys: Vec<(Finding, String)> = found.keys().chain(rest.keys()).cloned().collect();
            for key in keys {
                let with = i32::from(found.get(&key).copied().unwrap_or(0));
                let weight = with - i32::from(rest.get(&key).copied().unwrap_or(0));
                let known = weights.entry(key).or_default();
                if weight != 0 && known.iter().all(|other| other.span != span) {
                    known.push(Weight { word: slice(utterance, span), span, weight });
                }
            }
        }
        let corpus = corpus::of(&data::of(self.recogniser().language()));
        let turns = self.turns(utterance);
        let reasons = weights
            .into_iter()
            .map(|((finding, name), mut words)| {
                words.sort_by_key(|word| (std::cmp::Reverse(word.weight.abs()), word.span));
                let confidence = found.get(&(finding, name.clone())).map(|sure| Confidence(*sure));
                let place = understood.place(finding, &name).map(|span| slice(utterance, span));
                let said = place.as_deref().unwrap_or(utterance);
                let (nearest, others) = match finding {
                    Finding::Move => {
                        let ranked = self.ranked(said, corpus.iter().map(|labelled| labelled.phrase));
                        let carries = |labelled: &Labelled| labelled.moves.iter().any(|mv| mv.name() == name);
                        split(&ranked, |at| carries(&corpus[at]), |at| corpus[at].phrase)
                    }
                    Finding::Intent | Finding::Question => {
                        let own = self.examples(finding);
                        let ranked = self.ranked(said, own.iter().map(|(_, phrase)| phrase.as_str()));
                        split(&ranked, |at| own[at].0 == name, |at| own[at].1.as_str())
                    }
                };
                let turns = turns.iter().filter(|(mv, _)| finding == Finding::Move && mv.name() == name);
                let turns = turns.map(|(_, words)| words.clone()).collect();
                Reason { finding, name, confidence, words, turns, nearest, others }
            })
            .collect();
        Explanation { understood, reasons }
    }

    /// Phrases by likeness to the utterance: places in the list.
    fn ranked<'p>(&self, utterance: &str, phrases: impl Iterator<Item = &'p str>) -> Vec<(usize, f32)> {
        let recogniser = self.recogniser();
        let own = recogniser.matter(&recogniser.spoken(utterance).words);
        let mut ranked: Vec<(usize, f32)> = phrases
            .enumerate()
            .map(|(at, phrase)| (at, cosine(&own, &recogniser.matter(&recogniser.spoken(phrase).words))))
            .filter(|(_, likeness)| *likeness >= LEAST_LIKE)
            .collect();
        ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        ranked
    }

    /// Known turns of phrase, with the words they are in.
    fn turns(&self, utterance: &str) -> Vec<(Move, String)> {
        let recogniser = self.recogniser();
        let words = recogniser.spoken(utterance).words;
        let sentences = recogniser.cues.sentences(&words);
        let turns = sentences.iter().flat_map(|sentence| recogniser.patterns.find(&words, sentence));
        let mut turns: Vec<(Move, String)> =
            turns.filter_map(|turn| Some((turn.mv, slice(utterance, span_of(&words[turn.words])?)))).collect();
        turns.sort();
        turns.dedup();
        turns
    }

    /// Examples of the call with what they are examples of.
    fn examples(&self, finding: Finding) -> Vec<(String, String)> {
        let context = self.context();
        match finding {
            Finding::Intent => {
                let own = |intent: &super::IntentExamples| {
                    let name = intent.intent.to_string();
                    intent.examples.iter().map(move |phrase| (name.clone(), phrase.clone())).collect::<Vec<_>>()
                };
                context.intents.iter().flat_map(own).collect()
            }
            _ => {
                let own = |(fact, phrases): &(crate::id::FactId, Vec<String>)| {
                    let name = fact.to_string();
                    phrases.iter().map(move |phrase| (name.clone(), phrase.clone())).collect::<Vec<_>>()
                };
                context.questions.iter().flat_map(own).collect()
            }
        }
    }
}

/// The first of those that are of it and of those that are not.
fn split<'p>(
    ranked: &[(usize, f32)],
    of_it: impl Fn(usize) -> bool,
    phrase: impl Fn(usize) -> &'p str,
) -> (Vec<Neighbour>, Vec<Neighbour>) {
    let (with, without): (Vec<_>, Vec<_>) = ranked.iter().partition(|(at, _)| of_it(*at));
    let shown = |some: Vec<(usize, f32)>| {
        some.into_iter()
            .take(SHOWN)
            .map(|(at, likeness)| Neighbour {
                phrase: phrase(at).to_owned(),
                likeness: Confidence((likeness.clamp(0.0, 1.0) * 1000.0) as u16),
            })
            .collect()
    };
    (shown(with), shown(without))
}
