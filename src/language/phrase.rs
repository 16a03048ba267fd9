//! An utterance as plain words, and as it is written for the encoder of meanings.

use super::spelling::Spelling;
use super::text::{NUMBER, Plain, QUOTATION, Word, fold, words};
use crate::locale::Language;
use std::collections::BTreeMap;
use std::ops::Range;

/// What was said: its characters and its words.
#[derive(Debug)]
pub(super) struct Spoken {
    chars: Vec<char>,
    pub words: Vec<Word>,
}

/// How unaccented words are written, where the corpus always accents them.
#[derive(Debug, Default)]
pub(super) struct Accents(BTreeMap<String, String>);

/// Any number is written as this one: what is meant does not hang on how many.
const SOME_NUMBER: &str = "20";
/// What somebody else said.
const SOME_WORDS: &str = "\"...\"";

impl Spoken {
    pub fn new(utterance: &str, spelling: &Spelling, language: Language) -> Spoken {
        let plain: Vec<Plain> = fold(utterance);
        let chars = utterance.chars().take(super::text::MAX_CHARS).collect();
        Spoken { chars, words: words(&plain, spelling, language) }
    }

    fn original(&self, word: &Word) -> String {
        self.chars[word.start..word.end]
            .iter()
            .flat_map(|c| c.to_lowercase())
            .map(|c| if c == '’' { '\'' } else { c })
            .collect()
    }

    /// Whether a word was written with a capital.
    pub fn capital(&self, word: usize) -> bool {
        self.words.get(word).and_then(|word| self.chars.get(word.start)).is_some_and(|c| c.is_uppercase())
    }

    /// A stretch of words as it was written, in small letters, slips and abbreviations mended, numbers made one, no
    /// punctuation but the question mark.
    pub fn written(&self, range: &Range<usize>, asked: bool, accents: &Accents) -> String {
        let mut text = String::new();
        let mut end = None;
        for word in self.words[range.clone()].chunk_by(|a, b| (a.start, a.end) == (b.start, b.end)) {
            let (first, last) = (&word[0], &word[word.len() - 1]);
            match end {
                None => {}
                Some(end) => text.push(match self.chars.get(end..first.start) {
                    Some(['\'' | '’']) => '\'',
                    Some(['-' | '‑']) => '-',
                    _ => ' ',
                }),
            }
            end = Some(last.end);
            match first.text.as_str() {
                NUMBER => text.push_str(SOME_NUMBER),
                QUOTATION => text.push_str(SOME_WORDS),
                plain => {
                    let original = self.original(first);
                    let same = fold(&original).iter().map(|(c, _)| *c).eq(plain.chars());
                    if word.len() == 1 && same {
                        text.push_str(accents.of(&original));
                    } else if original.contains('\'') {
                        text.push_str(&original);
                    } else {
                        for (place, word) in word.iter().enumerate() {
                            text.push_str(if place > 0 { " " } else { "" });
                            text.push_str(accents.of(&word.text));
                        }
                    }
                }
            }
        }
        if asked {
            text.push_str(" ?");
        }
        text
    }
}

impl Accents {
    /// From phrases whose accents are right.
    pub fn learn<'a>(phrases: impl IntoIterator<Item = &'a Spoken>) -> Accents {
        let mut seen: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
        for spoken in phrases {
            for word in spoken.words.iter().filter(|word| word.text.is_ascii()) {
                *seen.entry(word.text.clone()).or_default().entry(spoken.original(word)).or_default() += 1;
            }
        }
        let always = seen.into_iter().filter_map(|(plain, forms)| {
            let all: u32 = forms.values().sum();
            let (form, count) = forms.into_iter().max_by_key(|(_, count)| *count)?;
            let folded: String = fold(&form).iter().map(|(c, _)| *c).collect();
            (!form.is_ascii() && folded == plain && count * 4 >= all * 3).then_some((plain, form))
        });
        Accents(always.collect())
    }

    fn of<'a>(&'a self, word: &'a str) -> &'a str {
        self.0.get(word).map_or(word, String::as_str)
    }
}
