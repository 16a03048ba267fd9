//! What is known of one language, before any call.

use super::agreement::Agreement;
use super::clause::Cues;
use super::corpus::{self, Labelled};
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
    pub(super) entities: Arc<Finder>,
    agreement: Agreement,
}

impl Recogniser {
    /// From the data in `assets/language/<lang>/`, which is part of the program.
    pub fn new(language: Language) -> Arc<Recogniser> {
        Recogniser::taught_by(language, &corpus::of(&data::of(language)))
    }

    /// From these phrases alone: parts of the corpus, to be tried on the rest.
    pub(super) fn taught_by(language: Language, corpus: &[Labelled]) -> Arc<Recogniser> {
        let data = data::of(language);
        let mut spelling = Spelling::read(language, data.spelling);
        let phrases: Vec<Vec<Word>> = corpus.iter().map(|l| words(&fold(l.phrase), &spelling, language)).collect();
        // Both are checked by the tests of this module: data that cannot be read cannot be released.
        let patterns =
            Patterns::read(data.patterns).expect("patterns.ron is part of the program and read by its tests");
        let cues = Cues::read(data.cues);
        let mut rarity = Rarity::default();
        let mut lessons = Vec::new();
        for (phrase, labelled) in phrases.iter().zip(corpus) {
            let spoken = plain(phrase);
            if labelled.weighs {
                rarity.count(&spoken, language);
            }
            let labels: Vec<usize> = labelled.moves.iter().map(|mv| *mv as usize).collect();
            let turns: Vec<Move> = cues
                .sentences(phrase)
                .iter()
                .flat_map(|sentence| patterns.find(phrase, sentence))
                .map(|turn| turn.mv)
                .collect();
            if labelled.asked() {
                // Speech recognisers and hurried typists leave the question mark out.
                lessons.push(Lesson { vector: manner(&spoken, false, &turns), labels: labels.clone() });
            }
            lessons.push(Lesson { vector: manner(&spoken, labelled.asked(), &turns), labels });
        }
        for phrase in &phrases {
            spelling.learn(plain(phrase));
        }
        let entities = Arc::new(Finder::new(language, data.not_names));
        Arc::new(Recogniser {
            language,
            spelling,
            cues,
            patterns,
            judges: Judges::train(&lessons, Move::ALL.len()),
            rarity,
            agreement: Agreement::with(language, Arc::clone(&entities)),
            entities,
            negations: data.negations.split_whitespace().collect(),
        })
    }

    /// The language it knows.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Holds restatements against what was said.
    pub fn agreement(&self) -> &Agreement {
        &self.agreement
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

    /// How much each move speaks from a clause in which these turns of phrase were found, in the order of [`Move::ALL`].
    pub(super) fn judge(&self, clause: &[Word], asked: bool, turns: &[Move]) -> Vec<f32> {
        self.judges.scores(&manner(&plain(clause), asked, turns))
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
