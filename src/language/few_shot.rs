//! The machinery of pack intents on its own: whole utterances, some examples of each label.

use super::meanings::{Phrases, written_whole};
use super::recogniser::Recogniser;
use headset_meaning::Targets;
use std::sync::Arc;

/// Tells which of several labels an utterance has, or none of them.
#[derive(Debug)]
pub struct FewShot {
    recogniser: Arc<Recogniser>,
    targets: Arc<Targets>,
}

/// The best label of an utterance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chosen {
    /// Its place among the labels.
    pub label: usize,
    /// About 0 for what has nothing to do with any label, 1.2 for a phrase like the examples.
    pub score: f32,
    /// False: too little like the examples, to be refused.
    pub accepted: bool,
}

impl FewShot {
    /// Learns from examples of each label, and of what has none of them.
    pub fn learn(recogniser: &Arc<Recogniser>, labels: &[Vec<String>], none: &[String]) -> FewShot {
        let mut phrases: Vec<Phrases> =
            labels.iter().map(|examples| Phrases { examples, counter_examples: &[] }).collect();
        if let Some(first) = phrases.first_mut() {
            first.counter_examples = none;
        }
        FewShot { recogniser: Arc::clone(recogniser), targets: recogniser.learned(&phrases) }
    }

    /// The best label; `None` if there are no labels.
    pub fn choose(&self, utterance: &str) -> Option<Chosen> {
        let spoken = self.recogniser.spoken(utterance);
        let meaning = self.recogniser.encoder.meaning(&written_whole(&self.recogniser, &spoken, utterance));
        let words = &spoken.words;
        let weighed = self.targets.weigh(&self.recogniser.matter(words), &meaning, self.recogniser.negated(words));
        let (label, _) = weighed.best()?;
        let score = weighed.belonging(label);
        Some(Chosen { label, score, accepted: score >= self.targets.least_belonging() })
    }
}
