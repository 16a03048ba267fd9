//! What is known of one language, before any call.

use super::clause::Cues;
use super::data;
use super::entities::Finder;
use super::features::{Rarity, Vector, manner, matter};
use super::linear::{Judges, Lesson};
use super::listener::Listener;
use super::patterns::Patterns;
use super::spelling::Spelling;
use super::text::{Word, fold, words};
use super::{CallContext, Understood};
use crate::locale::Language;
use crate::moves::Move;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Recognises moves, intents, questions and entities of one language. Costs some milliseconds to build, so it is built once.
#[derive(Debug)]
pub struct Recogniser {
    language: Language,
    spelling: Spelling,
    pub(super) cues: Cues,
    pub(super) patterns: Patterns,
    judges: Judges,
    rarity: Rarity,
    negations: BTreeSet<&'static str>,
    pub(super) entities: Finder,
}

impl Recogniser {
    /// From the data in `assets/language/<lang>/`, which is part of the program.
    pub fn new(language: Language) -> Arc<Recogniser> {
        let data = data::of(language);
        let mut spelling = Spelling::read(language, data.spelling);
        let examples = examples(data.examples);
        let phrases: Vec<(Vec<Word>, bool)> = examples
            .iter()
            .map(|(phrase, _)| (words(&fold(phrase), &spelling, language), phrase.ends_with('?')))
            .collect();
        let mut rarity = Rarity::default();
        let mut lessons = Vec::new();
        for ((phrase, asked), (_, moves)) in phrases.iter().zip(&examples) {
            let phrase = plain(phrase);
            rarity.count(&phrase, language);
            let labels: Vec<usize> = moves.iter().map(|mv| *mv as usize).collect();
            lessons.push(Lesson { vector: manner(&phrase, *asked), labels: labels.clone() });
            if *asked {
                // Speech recognisers and hurried typists leave the question mark out.
                lessons.push(Lesson { vector: manner(&phrase, false), labels });
            }
        }
        for (phrase, _) in &phrases {
            spelling.learn(plain(phrase));
        }
        // Both are checked by the tests of this module: data that cannot be read cannot be released.
        let patterns =
            Patterns::read(data.patterns).expect("patterns.ron is part of the program and read by its tests");
        Arc::new(Recogniser {
            language,
            spelling,
            cues: Cues::read(data.cues),
            patterns,
            judges: Judges::train(&lessons, Move::ALL.len()),
            rarity,
            entities: Finder::new(language, data.not_names),
            negations: data.negations.split_whitespace().collect(),
        })
    }

    /// The language it knows.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Prepares what is special to a call.
    pub fn listener(self: &Arc<Self>, context: CallContext) -> Listener {
        Listener::new(self, context)
    }

    /// Without any call (the command line).
    pub fn understand(self: &Arc<Self>, utterance: &str, date: Option<jiff::civil::Date>) -> Understood {
        self.listener(CallContext { date, ..CallContext::default() }).understand(utterance)
    }

    pub(super) fn words(&self, utterance: &str) -> Vec<Word> {
        words(&fold(utterance), &self.spelling, self.language)
    }

    /// How much each move speaks from a clause, in the order of [`Move::ALL`].
    pub(super) fn judge(&self, clause: &[Word], asked: bool) -> Vec<f32> {
        self.judges.scores(&manner(&plain(clause), asked))
    }

    pub(super) fn matter(&self, phrase: &[Word]) -> Vector {
        matter(&plain(phrase), &self.rarity, self.language)
    }

    pub(super) fn negated(&self, phrase: &[Word]) -> bool {
        phrase.iter().any(|word| self.negations.contains(word.text.as_str()))
    }
}

pub(super) fn plain(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| word.text.as_str()).collect()
}

/// The example phrases with the moves they carry; none under `== none`.
pub(super) fn examples(data: &str) -> Vec<(&str, Vec<Move>)> {
    let mut heading = None;
    let mut examples = Vec::new();
    for line in data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        if let Some(name) = line.strip_prefix("== ") {
            heading = Move::from_name(name);
            continue;
        }
        let (phrase, more) = line.split_once('|').unwrap_or((line, ""));
        let moves = heading.into_iter().chain(more.split_whitespace().filter_map(Move::from_name)).collect();
        examples.push((phrase.trim(), moves));
    }
    examples
}
