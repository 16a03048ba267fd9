//! What words mean to one another: `assets/language/<lang>/meanings.txt`, read once.

use super::super::text::{Word, fold, words};
use crate::language::spelling::Spelling;
use crate::locale::Language;
use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::collections::{BTreeMap, BTreeSet};

/// A class of words that is a line of its own in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Stop,
    Deny,
    DenyAfter,
    Loss,
    Nobody,
    Speaker,
    Addressee,
    Third,
    Staff,
    People,
    Be,
    Motion,
    Times,
    About,
    Glue,
    Object,
    Clause,
    Relative,
    By,
}

/// What joins two statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joint {
    /// The cause follows.
    Because,
    /// The effect follows.
    Hence,
    /// What follows came first.
    After,
    /// What follows came later.
    Before,
}

/// What a stretch of words means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meaning {
    /// Words of the same matter have the same.
    pub matter: String,
    /// The contrary of the matter.
    pub contrary: bool,
    /// Among these things one excludes the others.
    pub among: Option<usize>,
    /// How many words.
    pub words: usize,
}

/// Words of one language.
pub(super) struct Lexicon {
    language: Language,
    stemmer: Stemmer,
    spelling: Spelling,
    classes: BTreeMap<Class, BTreeSet<String>>,
    joints: Vec<(Vec<String>, Joint)>,
    counts: Vec<(Vec<String>, u32)>,
    /// By the first stem; longer phrases first.
    meanings: BTreeMap<String, Vec<(Vec<Key>, Meaning)>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Key {
    Stem(String),
    Exactly(String),
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Lexicon").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Lexicon {
    /// Reads the table; its format is explained at its top.
    pub fn read(language: Language, table: &str, spelling: &str) -> Lexicon {
        let algorithm = match language {
            Language::French => Algorithm::French,
            Language::English => Algorithm::English,
        };
        let mut lexicon = Lexicon {
            language,
            stemmer: Stemmer::create(algorithm),
            spelling: Spelling::read(language, spelling),
            classes: BTreeMap::new(),
            joints: Vec::new(),
            counts: Vec::new(),
            meanings: BTreeMap::new(),
        };
        for (number, line) in table.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            lexicon.take(number, line);
        }
        for phrases in lexicon.meanings.values_mut() {
            phrases.sort_by_key(|(keys, _)| std::cmp::Reverse(keys.len()));
        }
        lexicon.joints.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        lexicon.counts.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        lexicon
    }

    fn take(&mut self, number: usize, line: &str) {
        if let Some(members) = line.strip_prefix('~') {
            for (at, member) in members.split('|').enumerate() {
                for phrase in member.split(',') {
                    let meaning =
                        Meaning { matter: format!("~{number}.{at}"), contrary: false, among: Some(number), words: 0 };
                    self.mean(phrase, meaning);
                }
            }
            return;
        }
        let Some((name, rest)) = line.split_once(':') else {
            for (at, side) in line.split('/').enumerate() {
                for phrase in side.split(',') {
                    let meaning = Meaning { matter: format!("={number}"), contrary: at > 0, among: None, words: 0 };
                    self.mean(phrase, meaning);
                }
            }
            return;
        };
        let joint = match name {
            "because" => Joint::Because,
            "hence" | "causing" => Joint::Hence,
            "after" => Joint::After,
            "before" => Joint::Before,
            _ => {
                if let Some(times) = name.strip_prefix("count ").and_then(|times| times.parse().ok()) {
                    let phrases: Vec<Vec<String>> = rest.split(',').map(|phrase| self.plain(phrase)).collect();
                    self.counts.extend(phrases.into_iter().map(|phrase| (phrase, times)));
                } else if let Some(class) = class(name) {
                    self.classes.entry(class).or_default().extend(rest.split_whitespace().map(str::to_owned));
                }
                return;
            }
        };
        let phrases: Vec<Vec<String>> = rest.split(',').map(|phrase| self.plain(phrase)).collect();
        self.joints.extend(phrases.into_iter().map(|phrase| (phrase, joint)));
    }

    fn plain(&self, phrase: &str) -> Vec<String> {
        self.words(phrase).into_iter().map(|word| word.text).collect()
    }

    fn mean(&mut self, phrase: &str, meaning: Meaning) {
        let phrase = phrase.trim();
        let keys: Vec<Key> = match phrase.strip_prefix('=') {
            Some(exactly) => vec![Key::Exactly(exactly.to_owned())],
            None => self.plain(phrase).iter().map(|word| Key::Stem(self.stem(word))).collect(),
        };
        let Some(first) = keys.first() else { return };
        let first = match first {
            Key::Stem(stem) => stem.clone(),
            Key::Exactly(word) => self.stem(word),
        };
        let meaning = Meaning { words: keys.len(), ..meaning };
        self.meanings.entry(first).or_default().push((keys, meaning));
    }

    /// The words of a text, abbreviations in full.
    pub fn words(&self, text: &str) -> Vec<Word> {
        words(&fold(text), &self.spelling, self.language)
    }

    /// Whether a word belongs to a class.
    pub fn is(&self, class: Class, word: &str) -> bool {
        self.classes.get(&class).is_some_and(|words| words.contains(word))
    }

    /// What a word has in common with its inflections.
    pub fn stem(&self, word: &str) -> String {
        match self.language {
            // Accents are gone here: what was « prélevées » has to lose its ending first.
            Language::French => {
                let bare = word.strip_suffix("ees").or_else(|| word.strip_suffix("ee")).map(|stem| format!("{stem}e"));
                let bare = bare.as_deref().unwrap_or(word);
                let stem = self.stemmer.stem(bare);
                stem.strip_suffix('e').filter(|short| short.len() > 3).unwrap_or(&stem).to_owned()
            }
            Language::English => self.stemmer.stem(word).into_owned(),
        }
    }

    /// What the words from here on mean: the longest phrase of the table, or the word by itself.
    pub fn meaning(&self, words: &[Word]) -> Option<Meaning> {
        let first = words.first()?;
        let stem = self.stem(&first.text);
        let fits = |keys: &[Key]| {
            keys.len() <= words.len()
                && keys.iter().zip(words).enumerate().all(|(at, (key, word))| {
                    let goes_on = at + 1 == keys.len() || word.stop == super::super::text::Stop::None;
                    goes_on
                        && match key {
                            Key::Stem(stem) => *stem == self.stem(&word.text),
                            Key::Exactly(wanted) => *wanted == word.text,
                        }
                })
        };
        let known = self.meanings.get(&stem).and_then(|phrases| phrases.iter().find(|(keys, _)| fits(keys)));
        if let Some((keys, meaning)) = known
            && (keys.len() > 1 || !self.is(Class::Stop, &first.text))
        {
            return Some(meaning.clone());
        }
        let carries = !self.is(Class::Stop, &first.text) && first.text.chars().any(char::is_alphabetic);
        (carries && first.text.len() > 1).then_some(Meaning { matter: stem, contrary: false, among: None, words: 1 })
    }

    /// A joint that begins here, and of how many words.
    pub fn joint(&self, words: &[Word]) -> Option<(Joint, usize)> {
        let (phrase, joint) = self.joints.iter().find(|(phrase, _)| begins(words, phrase))?;
        Some((*joint, phrase.len()))
    }

    /// «twice», «en double»: how often, and of how many words.
    pub fn count(&self, words: &[Word]) -> Option<(u32, usize)> {
        let (phrase, times) = self.counts.iter().find(|(phrase, _)| begins(words, phrase))?;
        Some((*times, phrase.len()))
    }

    pub fn language(&self) -> Language {
        self.language
    }
}

fn begins(words: &[Word], phrase: &[String]) -> bool {
    !phrase.is_empty()
        && phrase.len() <= words.len()
        && words.iter().zip(phrase).all(|(word, wanted)| word.text == *wanted)
}

fn class(name: &str) -> Option<Class> {
    Some(match name {
        "stop" => Class::Stop,
        "deny" => Class::Deny,
        "deny after" => Class::DenyAfter,
        "loss" => Class::Loss,
        "nobody" => Class::Nobody,
        "self" => Class::Speaker,
        "other" => Class::Addressee,
        "third" => Class::Third,
        "staff" => Class::Staff,
        "people" => Class::People,
        "be" => Class::Be,
        "motion" => Class::Motion,
        "times" => Class::Times,
        "about" => Class::About,
        "glue" => Class::Glue,
        "object" => Class::Object,
        "clause" => Class::Clause,
        "relative" => Class::Relative,
        "by" => Class::By,
        _ => return None,
    })
}
