//! What is known of one language, before any call.

use super::agreement::Agreement;
use super::clause::Cues;
use super::corpus::{self, Labelled};
use super::data;
use super::entities::Finder;
use super::features::{Rarity, Vector, manner, matter};
use super::listener::Listener;
use super::meanings::{Phrases, examples, usual_talk};
use super::patterns::Patterns;
use super::phrase::{Accents, Spoken};
use super::spelling::Spelling;
use super::text::Word;
use super::{CallContext, Understood};
use crate::locale::Language;
use crate::moves::Move;
use headset_meaning::{Encoder, Example, Judges, Lesson, Meaning, Targets};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Recognises moves, intents, questions and entities of one language. Costs some milliseconds to build, so it is built once.
#[derive(Debug)]
pub struct Recogniser {
    language: Language,
    spelling: Spelling,
    pub(super) cues: Cues,
    pub(super) patterns: Patterns,
    judges: Judges,
    pub(super) encoder: Encoder,
    accents: Accents,
    /// What was learned for the calls of late; learning it again gives the same.
    learned: Mutex<BTreeMap<[u8; 32], Arc<Targets>>>,
    usual_talk: OnceLock<Vec<Example>>,
    rarity: Rarity,
    negations: BTreeSet<&'static str>,
    pub(super) entities: Arc<Finder>,
    agreement: Agreement,
}

impl Recogniser {
    /// From the data in `assets/language/<lang>/`, which is part of the program.
    pub fn new(language: Language) -> Arc<Recogniser> {
        let data = data::of(language);
        // Checked by the tests of this module: data that cannot be read cannot be released.
        let judges = data
            .judges
            .split_at_checked(KEY)
            .and_then(|(_, judges)| Judges::from_bytes(judges))
            .expect("judges.bin is part of the program and read by its tests");
        Arc::new(Recogniser { judges, ..Recogniser::untrained(language, &corpus::of(&data)) })
    }

    /// What [`Recogniser::new`] reads instead of learning it from the corpus each time: some seconds.
    pub fn teach(language: Language) -> Vec<u8> {
        let data = data::of(language);
        let corpus = corpus::of(&data);
        let judges = Recogniser::taught_by(language, &corpus).judges.to_bytes();
        [key(&data).as_slice(), &judges].concat()
    }

    /// From these phrases alone: parts of the corpus, to be tried on the rest.
    pub(super) fn taught_by(language: Language, corpus: &[Labelled]) -> Arc<Recogniser> {
        let mut recogniser = Recogniser::untrained(language, corpus);
        let mut lessons = Vec::new();
        for labelled in corpus {
            let spoken = recogniser.spoken(labelled.phrase);
            let turns: Vec<Move> = recogniser
                .cues
                .sentences(&spoken.words)
                .iter()
                .flat_map(|sentence| recogniser.patterns.find(&spoken.words, sentence))
                .map(|turn| turn.mv)
                .collect();
            let labels: Vec<usize> = labelled.moves.iter().map(|mv| *mv as usize).collect();
            // Speech recognisers and hurried typists leave the question mark out.
            for asked in [false, true].into_iter().take(1 + usize::from(labelled.asked())) {
                let written = recogniser.written(&spoken, &(0..spoken.words.len()), asked);
                let meaning = recogniser.encoder.meaning(&written);
                let vector = manner(&plain(&spoken.words), asked, &turns);
                lessons.push(Lesson { vector, meaning, labels: labels.clone() });
            }
        }
        recogniser.judges = Judges::train(&lessons, Move::ALL.len());
        Arc::new(recogniser)
    }

    fn untrained(language: Language, corpus: &[Labelled]) -> Recogniser {
        let data = data::of(language);
        let mut spelling = Spelling::read(language, data.spelling);
        let phrases: Vec<Spoken> = corpus.iter().map(|l| Spoken::new(l.phrase, &spelling, language)).collect();
        // As above.
        let patterns =
            Patterns::read(data.patterns).expect("patterns.ron is part of the program and read by its tests");
        let mut rarity = Rarity::default();
        for (phrase, labelled) in phrases.iter().zip(corpus) {
            if labelled.weighs {
                rarity.count(&plain(&phrase.words), language);
            }
        }
        for phrase in &phrases {
            spelling.learn(plain(&phrase.words));
        }
        let entities = Arc::new(Finder::new(language, data.not_names));
        Recogniser {
            language,
            spelling,
            cues: Cues::read(data.cues),
            patterns,
            judges: Judges::default(),
            encoder: Encoder::new(),
            accents: Accents::learn(&phrases),
            learned: Mutex::default(),
            usual_talk: OnceLock::new(),
            rarity,
            agreement: Agreement::with(language, Arc::clone(&entities)),
            entities,
            negations: data.negations.split_whitespace().collect(),
        }
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

    pub(super) fn spoken(&self, utterance: &str) -> Spoken {
        Spoken::new(utterance, &self.spelling, self.language)
    }

    /// A stretch of words as the encoder reads it.
    pub(super) fn written(&self, spoken: &Spoken, range: &Range<usize>, asked: bool) -> String {
        spoken.written(range, asked, &self.accents)
    }

    /// How much each move speaks from a clause in which these turns of phrase were found, in the order of [`Move::ALL`].
    pub(super) fn judge(&self, clause: &[Word], asked: bool, turns: &[Move], meaning: &Meaning) -> Vec<f32> {
        self.judges.scores(&manner(&plain(clause), asked, turns), meaning)
    }

    /// What can be learned from phrases of several targets; learned once for the calls that have the same.
    pub(super) fn learned(&self, phrases: &[Phrases]) -> Arc<Targets> {
        let mut hasher = blake3::Hasher::new();
        for phrases in phrases {
            for phrase in phrases.examples {
                hasher.update(b"+").update(phrase.as_bytes()).update(b"\n");
            }
            for phrase in phrases.counter_examples {
                hasher.update(b"-").update(phrase.as_bytes()).update(b"\n");
            }
            hasher.update(b"\n");
        }
        let key = *hasher.finalize().as_bytes();
        // Whoever panicked while holding it left a whole map behind.
        if let Some(known) = self.learned.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(known);
        }
        let mut lessons = examples(self, phrases);
        if !lessons.is_empty() {
            lessons.extend(
                self.usual_talk.get_or_init(|| usual_talk(self, &corpus::of(&data::of(self.language)))).clone(),
            );
        }
        let targets = Arc::new(Targets::learn(lessons, phrases.len()));
        let mut learned = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        if learned.len() >= MOST_LEARNED {
            learned.clear();
        }
        learned.insert(key, Arc::clone(&targets));
        targets
    }

    pub(super) fn matter(&self, phrase: &[Word]) -> Vector {
        matter(&plain(phrase), &self.rarity, self.language)
    }

    /// Whether operators say this word whatever the company.
    pub(super) fn usual(&self, word: &str) -> bool {
        self.spelling.knows(word)
    }

    pub(super) fn negated(&self, phrase: &[Word]) -> bool {
        phrase.iter().any(|word| self.negations.contains(word.text.as_str()))
    }
}

/// Bytes that tell which data the judges were taught by.
pub(super) const KEY: usize = 32;
/// Calls with different phrases that are kept in mind at once.
const MOST_LEARNED: usize = 32;

/// Other data or another way to look at it, another key.
pub(super) fn key(data: &data::Data) -> [u8; KEY] {
    let mut hasher = blake3::Hasher::new();
    let files = [WAY, data.examples, data.patterns, data.cues, data.spelling];
    for part in files.iter().chain(&data.clauses) {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
    }
    *hasher.finalize().as_bytes()
}

/// Changes with the features and the training.
const WAY: &str = "2";

pub(super) fn plain(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| word.text.as_str()).collect()
}
