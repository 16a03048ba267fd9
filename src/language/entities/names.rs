//! Names of persons, after the words that announce one.

use super::scan::{Scan, regex};
use crate::language::EntityKind::PersonName;
use crate::locale::Language;
use regex::Regex;
use std::collections::BTreeSet;
use std::ops::Range;

/// Finds names of persons.
#[derive(Debug)]
pub(super) struct Names {
    /// After these a name comes, with or without a capital.
    strong: Regex,
    /// After these a name comes if it has a capital.
    weak: Regex,
    /// A name comes before these if it has a capital.
    closing: Regex,
    word: Regex,
    /// A word and its letters one by one.
    spelled: Regex,
    not_names: BTreeSet<&'static str>,
}

const PARTICLES: &[&str] = &["de", "du", "la", "le", "van", "von", "der", "da", "di", "el", "ben", "mac", "o"];

impl Names {
    pub fn new(language: Language, not_names: &'static str) -> Names {
        let (strong, weak, closing) = match language {
            Language::French => (
                r"\b(?:madame|monsieur|mme|mr|mademoiselle|mlle|m\.|je m'appelle|je mappelle|mon nom est|mon prenom est|vous vous appelez|au nom de|docteur|maitre) ",
                r"\b(?:je suis|c'est|ici|moi c'est|de la part de|avec|mon collegue|ma collegue|bonjour|merci|pour) ",
                r" (?:a votre (?:service|ecoute|disposition)|a l'appareil|pour vous servir)\b",
            ),
            Language::English => (
                r"\b(?:mrs|mr|ms|miss|mister|madam|dr|doctor|my name is|my name's|name is)(?:\. ?| )",
                r"\b(?:i'm|i am|this is|speaking with|speaking to|talking to|it's|with|my colleague|for|hi|hello|thank you|thanks) ",
                r" (?:speaking|here)\b",
            ),
        };
        Names {
            strong: regex(strong),
            weak: regex(weak),
            closing: regex(closing),
            spelled: regex(r"\b([a-z][a-z'-]{1,40}),? ((?:[a-z][ -]){2,30}[a-z])\b"),
            word: regex(r"[a-z]+(?:['-][a-z]+)*"),
            not_names: not_names.split_whitespace().collect(),
        }
    }

    /// Whether a word is known not to be a name.
    pub fn excludes(&self, word: &str) -> bool {
        self.not_names.contains(word)
    }

    pub fn find(&self, scan: &mut Scan<'_>) {
        let mut names = Vec::new();
        for (cue, strong) in [(&self.strong, true), (&self.weak, false)] {
            for hit in cue.find_iter(&scan.text) {
                names.extend(self.name_from(scan, hit.end(), strong));
            }
        }
        for hit in self.closing.find_iter(&scan.text) {
            names.extend(self.name_until(scan, hit.start()));
        }
        for hit in self.spelled.captures_iter(&scan.text) {
            let (Some(name), Some(letters)) = (hit.get(1), hit.get(2)) else { continue };
            let letters: String = letters.as_str().chars().filter(char::is_ascii_alphabetic).collect();
            if letters == name.as_str().replace(['-', '\''], "") {
                names.push(name.range());
            }
        }
        for bytes in names {
            let value = scan.written(bytes.clone());
            scan.take(PersonName, bytes, value);
        }
    }

    fn name_from(&self, scan: &Scan<'_>, start: usize, strong: bool) -> Option<Range<usize>> {
        let mut end = None;
        let mut at = start;
        while let Some(word) = self.word.find_at(&scan.text, at).filter(|word| word.start() == at) {
            let known = self.not_names.contains(word.as_str());
            let capital = scan.capital(word.start());
            let first = end.is_none();
            let particle = PARTICLES.contains(&word.as_str()) && (capital || strong || !first);
            let particled = |at: usize| {
                self.word
                    .find_at(&scan.text, at)
                    .is_some_and(|next| next.start() == at && PARTICLES.contains(&next.as_str()))
            };
            if particle
                && scan.text[word.end()..].starts_with(' ')
                && (scan.capital(word.end() + 1) || !first && particled(word.end() + 1))
            {
                at = word.end() + 1;
                continue;
            }
            let fits = if first { (capital || strong) && word.as_str().len() > 1 } else { capital };
            if !fits || known {
                break;
            }
            end = Some(word.end());
            if scan.text[word.end()..].starts_with(' ') && word.end() + 1 - start < 40 {
                at = word.end() + 1;
            } else {
                break;
            }
        }
        end.map(|end| start..end)
    }

    fn name_until(&self, scan: &Scan<'_>, end: usize) -> Option<Range<usize>> {
        let mut start = end;
        for _ in 0..2 {
            let before = scan.text[..start].trim_end_matches(' ');
            let begin = before
                .rfind(|c: char| !(c.is_ascii_alphabetic() || c == '-'))
                .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
            let word = &before[begin..];
            let only_word = start == end;
            if word.len() < 2
                || self.not_names.contains(word)
                || !(scan.capital(begin) || only_word)
                || (!only_word && before.len() + 1 != start)
            {
                break;
            }
            start = begin;
        }
        (start < end).then_some(start..end)
    }
}
