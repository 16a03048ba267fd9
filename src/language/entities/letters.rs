//! Letters said one by one: «B comme Bernard», "B for Bravo", "two Ls".

use crate::language::text::Plain;
use crate::locale::Language;

/// A word and its place in the plain text.
#[derive(Debug, Clone, Copy)]
struct Word<'p> {
    letters: &'p [Plain],
    from: usize,
    to: usize,
}

impl Word<'_> {
    fn is(&self, text: &str) -> bool {
        self.letters.iter().map(|(c, _)| *c).eq(text.chars())
    }

    fn is_letter(&self) -> bool {
        self.letters.len() == 1 && self.letters[0].0.is_ascii_alphabetic()
    }
}

fn words(plain: &[Plain]) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = None;
    for at in 0..=plain.len() {
        let inside = plain.get(at).is_some_and(|(c, _)| c.is_alphanumeric());
        match (from, inside) {
            (None, true) => from = Some(at),
            (Some(start), false) => {
                words.push(Word { letters: &plain[start..at], from: start, to: at });
                from = None;
            }
            _ => {}
        }
    }
    words
}

/// The text with each letter that is spelled out standing for itself.
pub(super) fn spelled(plain: &[Plain], language: Language) -> Vec<Plain> {
    let words = words(plain);
    let mut out = Vec::with_capacity(plain.len());
    let mut copied = 0;
    let mut at = 0;
    while at < words.len() {
        let Some((letters, next)) = letters(&words[at..], language) else {
            at += 1;
            continue;
        };
        out.extend_from_slice(&plain[copied..words[at].from]);
        for (index, letter) in letters.iter().enumerate() {
            if index > 0 {
                out.push((' ', letter.1));
            }
            out.push(*letter);
        }
        at += next;
        copied = words[at - 1].to;
    }
    out.extend_from_slice(&plain[copied..]);
    out
}

/// The letters that these words begin with spelling, and how many words that takes.
fn letters(words: &[Word<'_>], language: Language) -> Option<(Vec<Plain>, usize)> {
    let first = words.first()?;
    let times = match language {
        Language::French => ["un", "deux", "trois"].iter().position(|number| first.is(number)),
        Language::English => ["one", "two", "three"].iter().position(|number| first.is(number)),
    };
    let doubled = ["double", "triple"].iter().position(|word| first.is(word)).map(|at| at + 1);
    let digit = ["1", "2", "3"].iter().position(|number| first.is(number));
    if let Some(times) = times.or(doubled).or(digit).filter(|times| *times > 0) {
        let second = words.get(1)?;
        let plural = second.letters.len() == 2 && second.letters[1].0 == 's' && language == Language::English;
        // "Double o" is a number, « deux h » are hours, "two as" is no spelling.
        let letter = second.letters[0];
        let fits = (second.is_letter() || plural)
            && letter.0.is_ascii_alphabetic()
            && !matches!(letter.0, 'o' | 'h' | 'a' | 'i' | 'y' | 'p' | 'k' | 'm' | 's' | 'g');
        if !fits {
            return None;
        }
        let more = example(&words[1..], language).unwrap_or(1);
        return Some((vec![letter; times + 1], 1 + more));
    }
    example(words, language).map(|length| (vec![first.letters[0]], length))
}

/// «B comme Bernard»: how many words, if the example begins with the letter.
fn example(words: &[Word<'_>], language: Language) -> Option<usize> {
    let letter = words.first().filter(|word| word.is_letter())?;
    let joint = match language {
        Language::French => usize::from(words.get(1)?.is("comme")),
        Language::English if words.get(1)?.is("for") => 1,
        Language::English => 2 * usize::from(words.get(1)?.is("as") && words.get(2)?.is("in")),
    };
    let example = words.get(1 + joint).filter(|_| joint > 0)?;
    (example.letters.len() > 2 && example.letters[0].0 == letter.letters[0].0).then_some(2 + joint)
}
