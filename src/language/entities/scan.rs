//! The text with numbers in digits, and which parts of it are taken.

use super::{letters, numbers};
use crate::language::text::{Plain, fold};
use crate::language::{Entity, EntityKind, Span};
use crate::locale::Language;
use regex::{Captures, Regex, RegexBuilder};
use std::ops::Range;

/// An utterance while entities are taken from it.
pub(super) struct Scan<'a> {
    /// Plain text, numbers in digits.
    pub text: String,
    original: Vec<char>,
    /// First and last + 1 original character of each byte of `text`.
    places: Vec<(usize, usize)>,
    taken: Vec<bool>,
    found: Vec<Entity>,
    marker: std::marker::PhantomData<&'a str>,
}

/// A regular expression over plain bytes. The expressions are fixed and compiled by every test of this module.
pub(super) fn regex(pattern: &str) -> Regex {
    RegexBuilder::new(pattern)
        .unicode(false)
        .size_limit(4 << 20)
        .build()
        .expect("fixed expressions, compiled by every test of entities")
}

impl<'a> Scan<'a> {
    pub fn new(utterance: &'a str, language: Language) -> Scan<'a> {
        let plain: Vec<Plain> = letters::spelled(&fold(utterance), language);
        let mut text = String::new();
        let mut places = Vec::new();
        for piece in numbers::in_digits(&plain, language) {
            text.push_str(&piece.text);
            places.resize(text.len(), (piece.start, piece.end));
        }
        let original = utterance.chars().take(crate::language::text::MAX_CHARS).collect();
        let taken = vec![false; text.len()];
        Scan { text, original, places, taken, found: Vec::new(), marker: std::marker::PhantomData }
    }

    pub fn free(&self, bytes: Range<usize>) -> bool {
        !bytes.is_empty() && !self.taken[bytes].contains(&true)
    }

    /// Takes these bytes for an entity unless part of them is taken.
    pub fn take(&mut self, kind: EntityKind, bytes: Range<usize>, value: String) {
        if !self.free(bytes.clone()) {
            return;
        }
        let span = Span(self.places[bytes.start].0, self.places[bytes.end - 1].1);
        self.taken[bytes].fill(true);
        self.found.push(Entity { kind, span, value });
    }

    /// What was written there.
    pub fn written(&self, bytes: Range<usize>) -> String {
        if bytes.is_empty() {
            return String::new();
        }
        self.original[self.places[bytes.start].0..self.places[bytes.end - 1].1].iter().collect()
    }

    /// Whether the number there was said in words.
    pub fn spoken(&self, bytes: Range<usize>) -> bool {
        !self.written(bytes).starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a capital was written there.
    pub fn capital(&self, byte: usize) -> bool {
        self.places.get(byte).is_some_and(|place| self.original[place.0].is_uppercase())
    }

    /// Looks for `regex` and takes what `value` makes of each hit: a kind, a value and the bytes.
    pub fn each(
        &mut self,
        regex: &Regex,
        mut value: impl FnMut(&Scan<'_>, &Captures<'_>) -> Option<(EntityKind, String, Range<usize>)>,
    ) {
        let mut hits = Vec::new();
        for captures in regex.captures_iter(&self.text) {
            hits.extend(value(self, &captures));
        }
        for (kind, value, bytes) in hits {
            self.take(kind, bytes, value);
        }
    }

    /// What comes before and after, for context.
    pub fn before(&self, byte: usize) -> &str {
        let mut start = byte.saturating_sub(40);
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        &self.text[start..byte]
    }

    pub fn after(&self, byte: usize) -> &str {
        &self.text[byte..]
    }

    pub fn finish(mut self) -> Vec<Entity> {
        self.found.sort_by_key(|entity| (entity.span, entity.kind));
        self.found
    }
}

/// The bytes of a whole hit.
pub(super) fn whole(captures: &Captures<'_>) -> Range<usize> {
    captures.get(0).map_or(0..0, |m| m.range())
}

/// The text of a group, if it took part.
pub(super) fn group<'t>(captures: &Captures<'t>, number: usize) -> Option<&'t str> {
    captures.get(number).map(|m| m.as_str())
}

/// A whole number in a group.
pub(super) fn number(captures: &Captures<'_>, at: usize) -> Option<i64> {
    group(captures, at)?.replace(' ', "").parse().ok()
}

/// Whether a text ends with one of these words.
pub(super) fn ends_with_word(text: &str, words: &[&str]) -> bool {
    let text = text.trim_end();
    words
        .iter()
        .any(|word| text.strip_suffix(word).is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_alphanumeric())))
}

/// Whether a text begins with one of these words.
pub(super) fn starts_with_word(text: &str, words: &[&str]) -> bool {
    let text = text.trim_start();
    words
        .iter()
        .any(|word| text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric())))
}
