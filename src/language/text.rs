//! From what was typed to plain words, each with its place in the original.

use super::Span;
use super::spelling::Spelling;
use crate::locale::Language;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Only so many characters of an utterance are looked at: more than a minute of speech.
pub(super) const MAX_CHARS: usize = 4_000;

/// One plain character and the place of the character it came from.
pub(super) type Plain = (char, usize);

/// Lower case, without accents, ligatures or invisible characters; each character keeps its place in the original.
pub(super) fn fold(utterance: &str) -> Vec<Plain> {
    let mut plain = Vec::new();
    for (place, original) in utterance.chars().take(MAX_CHARS).enumerate() {
        match original {
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{2060}' => continue,
            '’' | '‘' | 'ʼ' | '´' | '`' => plain.push(('\'', place)),
            'œ' | 'Œ' => plain.extend([('o', place), ('e', place)]),
            'æ' | 'Æ' => plain.extend([('a', place), ('e', place)]),
            '‐' | '‑' | '–' | '—' | '−' => plain.push(('-', place)),
            '…' => plain.push(('…', place)),
            _ => decompose_compatible(original, |part| {
                if !is_combining_mark(part) {
                    for lower in part.to_lowercase().filter(|c| !is_combining_mark(*c)) {
                        plain.push((if lower.is_whitespace() { ' ' } else { lower }, place));
                    }
                }
            }),
        }
    }
    plain
}

/// What follows a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stop {
    None,
    Comma,
    Full,
    Question,
}

/// A word in its plain spelling. Numbers in digits or words are `#`, a quotation is [`QUOTATION`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub text: String,
    pub start: usize,
    pub end: usize,
    pub stop: Stop,
}

/// Stands for whatever is between quotation marks: said by someone else.
pub(super) const QUOTATION: &str = "zzquote";
/// Stands for a number.
pub(super) const NUMBER: &str = "#";

/// The span from the first to the last of these words; `None` without words.
pub(super) fn span_of(words: &[Word]) -> Option<Span> {
    Some(Span(words.first()?.start, words.last()?.end))
}

/// The words joined by single spaces.
pub(super) fn joined(words: &[Word]) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&word.text);
    }
    text
}

/// Cuts plain characters into words, puts abbreviations in full and drops hesitations.
pub(super) fn words(plain: &[Plain], spelling: &Spelling, language: Language) -> Vec<Word> {
    let mut out = Vec::new();
    let quoted = quotations(plain);
    let mut at = 0;
    while at < plain.len() {
        if let Some(&(_, end)) = quoted.iter().find(|(start, _)| *start == at) {
            push(&mut out, QUOTATION, plain[at].1, plain[end].1 + 1);
            at = end + 1;
            continue;
        }
        let (c, place) = plain[at];
        if let Some(end) = address_end(plain, at) {
            push(&mut out, NUMBER, place, plain[end - 1].1 + 1);
            at = end;
            continue;
        }
        if c.is_alphanumeric() {
            let end = word_end(plain, at, language);
            let raw: String = plain[at..end].iter().map(|(c, _)| *c).collect();
            let last = plain[end - 1].1 + 1;
            for word in spelling.words(&raw) {
                push(&mut out, word, place, last);
            }
            at = end;
            continue;
        }
        match c {
            '€' => push(&mut out, spelling.euro(), place, place + 1),
            '£' => push(&mut out, spelling.pound(), place, place + 1),
            '%' => push(&mut out, "percent", place, place + 1),
            '?' => mark(&mut out, Stop::Question),
            '.' if out.last().is_some_and(|last| TITLES.contains(&last.text.as_str())) => {}
            '.' | '!' | ';' | '…' | '\n' => mark(&mut out, Stop::Full),
            ',' | ':' | '(' | ')' | '/' => mark(&mut out, Stop::Comma),
            '-' if at > 0 && plain[at - 1].0 == ' ' => mark(&mut out, Stop::Comma),
            _ => {}
        }
        at += 1;
    }
    out
}

/// "M. Durand" and "Mrs. Pell" go on after the full stop.
const TITLES: &[&str] = &["m", "mr", "mrs", "ms", "dr"];
/// An e-mail address has no more characters (RFC 5321).
const LONGEST_ADDRESS: usize = 254;

/// Where an e-mail address that starts here ends: one datum, whatever stops and hyphens it has.
fn address_end(plain: &[Plain], start: usize) -> Option<usize> {
    let begins = plain[start].0.is_alphanumeric() && (start == 0 || !within_address(plain[start - 1].0));
    if !begins {
        return None;
    }
    let run = plain[start..].iter().take(LONGEST_ADDRESS).take_while(|(c, _)| within_address(*c)).count();
    let length = plain[start..start + run].iter().rposition(|(c, _)| c.is_alphanumeric())? + 1;
    let at = plain[start..start + length].iter().position(|(c, _)| *c == '@')?;
    (at > 0 && at + 1 < length).then_some(start + length)
}

fn within_address(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '@' | '.' | '_' | '-' | '+')
}

fn mark(words: &mut [Word], stop: Stop) {
    if let Some(last) = words.last_mut() {
        last.stop = last.stop.max(stop);
    }
}

fn push(words: &mut Vec<Word>, text: &str, start: usize, end: usize) {
    if text == NUMBER
        && let Some(last) = words.last_mut()
        && last.text == NUMBER
        && last.stop <= Stop::Comma
    {
        last.end = end;
        last.stop = Stop::None;
        return;
    }
    words.push(Word { text: text.to_owned(), start, end, stop: Stop::None });
}

/// A word ends where its letters and digits end; `29,90`, `14:30` and, in English, `don't` hold together.
fn word_end(plain: &[Plain], start: usize, language: Language) -> usize {
    let mut end = start;
    while end < plain.len() {
        let c = plain[end].0;
        let next = plain.get(end + 1).map_or(' ', |p| p.0);
        let digits_around = end > start && plain[end - 1].0.is_ascii_digit() && next.is_ascii_digit();
        let holds = c.is_alphanumeric()
            || (matches!(c, ',' | '.' | ':' | '/') && digits_around)
            || (c == '\'' && language == Language::English && end > start && next.is_alphabetic());
        if !holds {
            break;
        }
        end += 1;
    }
    end
}

/// Stretches between quotation marks, as indexes of the opening and the closing mark. A quotation that is the whole
/// utterance is the utterance.
fn quotations(plain: &[Plain]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for at in 0..plain.len() {
        let c = plain[at].0;
        let before = at.checked_sub(1).map_or(' ', |b| plain[b].0);
        let after = plain.get(at + 1).map_or(' ', |p| p.0);
        match open {
            Some((start, closer)) => {
                if c == closer && (c != '\'' || !after.is_alphanumeric()) {
                    found.push((start, at));
                    open = None;
                }
            }
            None => {
                let closer = match c {
                    '«' => '»',
                    '“' => '”',
                    '"' => '"',
                    '\'' if !before.is_alphanumeric() && after.is_alphanumeric() => '\'',
                    _ => continue,
                };
                open = Some((at, closer));
            }
        }
    }
    let outside = plain
        .iter()
        .enumerate()
        .any(|(at, (c, _))| c.is_alphanumeric() && !found.iter().any(|(start, end)| (*start..=*end).contains(&at)));
    if outside { found } else { Vec::new() }
}
