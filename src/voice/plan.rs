//! When each word of a line is said.
//!
//! The time a line takes must be the same on every machine, with or without sound, and a robot that plays a thousand calls
//! cannot wait for the synthesiser: it would take ten times as long as everything else. So time is computed from the words,
//! in whole numbers, by a linear model that was fitted to the synthesiser; and what is synthesised is then fitted to the
//! plan, to the millisecond (`speech`). The price is that a phrase is spoken a little faster or slower than the synthesiser
//! would by itself. Measured on the 1 200 phrases per voice of both packs, half of them tried on the model of the other half:
//! 6 % or less for half of the phrases, 18 to 20 % or more for one in twenty, most of them of one or two words.

use super::manner::{Manner, Temper};
use super::reading::{End, Phrase, Word, read};
use crate::locale::Language;
use crate::random::Stream;
use headset_pico::Tongue;

/// A line without words takes this long.
const SHORTEST_MS: u64 = 300;

/// A word and when it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timed {
    /// Where it begins in the line, bytes.
    pub from: usize,
    /// Where it ends, bytes.
    pub to: usize,
    /// When it begins, milliseconds from the beginning of the line.
    pub begins_ms: u64,
    /// When it has been said.
    pub ends_ms: u64,
}

/// When the words of a line are said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timing {
    /// In their order; fillers, which are not written, are left out.
    pub words: Vec<Timed>,
    /// Time of the whole line, milliseconds.
    pub total_ms: u64,
}

impl Timing {
    /// A line that is not spoken by rule but takes this long: its words share the time by their length.
    pub fn even(text: &str, total_ms: u64) -> Timing {
        let mut words: Vec<Timed> = Vec::new();
        let length = text.len().max(1) as u64;
        let mut from = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (c.is_whitespace(), from) {
                (false, None) => from = Some(at),
                (true, Some(begun)) => {
                    let time = |byte: usize| byte as u64 * total_ms / length;
                    words.push(Timed { from: begun, to: at, begins_ms: time(begun), ends_ms: time(at) });
                    from = None;
                }
                _ => {}
            }
        }
        Timing { words, total_ms }
    }

    /// The same words in another time: those of a recording, of which nobody knows when each is said.
    pub fn scaled(mut self, total_ms: u64) -> Timing {
        let before = self.total_ms.max(1);
        for word in &mut self.words {
            word.begins_ms = word.begins_ms * total_ms / before;
            word.ends_ms = word.ends_ms * total_ms / before;
        }
        self.total_ms = total_ms;
        self
    }

    /// Bytes of the line that had been said by then, to the last whole word.
    pub fn said(&self, elapsed_ms: u64) -> usize {
        self.words.iter().take_while(|word| word.ends_ms <= elapsed_ms).last().map_or(0, |word| word.to)
    }
}

/// A phrase and when it is spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breath {
    /// Its words.
    pub phrase: Phrase,
    /// When it begins, milliseconds from the beginning of the line.
    pub begins_ms: u64,
    /// How long it takes, the pause after it not included.
    pub takes_ms: u64,
}

/// How a line is going to be spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// In whose voice and mood.
    pub manner: Manner,
    /// Its phrases.
    pub breaths: Vec<Breath>,
    /// Time of the whole line, milliseconds.
    pub total_ms: u64,
}

impl Plan {
    /// Plans a line.
    pub fn new(text: &str, manner: Manner) -> Plan {
        let mut phrases = read(text, manner.language());
        if manner.temper == Temper::Worried {
            hesitate(&mut phrases, text, manner.language());
        }
        let last = phrases.len().saturating_sub(1);
        let mut breaths = Vec::new();
        let mut at_ms = 0;
        for (nth, phrase) in phrases.into_iter().enumerate() {
            let takes_ms = phrase_ms(&phrase, manner);
            let pause_ms = if nth == last { 0 } else { pause_ms(phrase.end) * manner.pauses() / 100 };
            breaths.push(Breath { phrase, begins_ms: at_ms, takes_ms });
            at_ms += takes_ms + pause_ms;
        }
        Plan { manner, breaths, total_ms: at_ms.max(SHORTEST_MS) }
    }

    /// When each written word is said.
    pub fn timing(&self) -> Timing {
        let mut words = Vec::new();
        for breath in &self.breaths {
            let weights: Vec<u64> = breath.phrase.words.iter().map(|word| word_us(word, self.manner)).collect();
            let whole = weights.iter().sum::<u64>().max(1);
            let mut before = 0;
            for (word, weight) in breath.phrase.words.iter().zip(weights) {
                let at = |share: u64| breath.begins_ms + breath.takes_ms * share / whole;
                if word.to > 0 {
                    let (begins_ms, ends_ms) = (at(before), at(before + weight));
                    words.push(Timed { from: word.from, to: word.to, begins_ms, ends_ms });
                }
                before += weight;
            }
        }
        Timing { words, total_ms: self.total_ms }
    }
}

/// What a phrase is made of and how long each takes the recorded voice, microseconds: beginning and end, syllable, word,
/// comma, letter. Least squares of relative errors; pauses at commas were cut to [`super::COMMA_MS`] before.
fn costs(tongue: Tongue) -> [u64; 5] {
    match tongue {
        Tongue::French => [74_000, 52_000, 0, 293_000, 36_800],
        Tongue::British => [141_000, 35_600, 21_800, 379_000, 44_900],
        Tongue::American => [161_000, 38_800, 50_300, 401_000, 39_200],
    }
}

/// Microseconds of a word, without the beginning and end of its phrase, at the rate of the recorded voice.
fn word_us(word: &Word, manner: Manner) -> u64 {
    let [_, syllable, each, comma, letter] = costs(manner.speaker.tongue());
    let letters = word.said.chars().filter(|c| c.is_alphabetic()).count() as u64;
    let words = 1 + word.said.matches(' ').count() as u64;
    let commas = word.said.matches(',').count() as u64 + u64::from(word.comma);
    u64::from(word.syllables) * syllable + words * each + commas * comma + letters * letter
}

fn phrase_ms(phrase: &Phrase, manner: Manner) -> u64 {
    let ends = costs(manner.speaker.tongue())[0];
    let whole: u64 = ends + phrase.words.iter().map(|word| word_us(word, manner)).sum::<u64>();
    whole / manner.rate().max(1)
}

/// Between the phrases of one speaker, when calm.
fn pause_ms(end: End) -> u64 {
    match end {
        End::Stop => 400,
        End::Question => 400,
        End::Exclamation => 320,
        End::Trail => 600,
        End::Open => 250,
    }
}

/// Who is lost looks for words: in a long phrase there is a filler before one that carries meaning.
fn hesitate(phrases: &mut [Phrase], text: &str, language: Language) {
    let mut chance = Stream::new(text.len() as u64, text);
    let filler = match language {
        Language::French => "euh",
        Language::English => "um",
    };
    for phrase in phrases.iter_mut().filter(|phrase| phrase.words.len() >= 6) {
        if !chance.chance(50) {
            continue;
        }
        let places: Vec<usize> = (1..phrase.words.len() - 1).filter(|at| phrase.words[*at].stressed).collect();
        if let Some(at) = chance.pick(&places) {
            let word = Word { said: filler.into(), from: 0, to: 0, syllables: 1, stressed: false, comma: true };
            phrase.words.insert(*at, word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::model::Voice;
    use crate::voice::Speaker;

    fn manner(temper: Temper) -> Manner {
        Manner { speaker: Speaker::new(Voice::Woman, 40, 0, Tongue::French), temper }
    }

    #[test]
    fn words_follow_each_other_and_fill_the_line() {
        let text = "Bonjour, je vous appelle pour 142,50 €. Vous comprenez ? Non…";
        for temper in Temper::ALL {
            let plan = Plan::new(text, manner(temper));
            let timing = plan.timing();
            let mut last = 0;
            for word in &timing.words {
                assert!(last <= word.begins_ms && word.begins_ms < word.ends_ms, "{temper:?} {word:?}");
                last = word.ends_ms;
            }
            assert_eq!(last, timing.total_ms);
            assert_eq!(
                &text[..timing.said(timing.total_ms)],
                "Bonjour, je vous appelle pour 142,50 €. Vous comprenez ? Non"
            );
            assert_eq!(timing.said(0), 0);
        }
    }

    #[test]
    fn a_line_that_was_cut_ends_with_the_last_whole_word() {
        let text = "Je suis né le 14 juin 1988.";
        let timing = Plan::new(text, manner(Temper::Calm)).timing();
        let date = timing.words[4];
        assert_eq!(&text[date.from..date.to], "14 juin 1988");
        assert_eq!(&text[..timing.said(date.ends_ms - 1)], "Je suis né le");
    }

    #[test]
    fn anger_is_fast_and_weariness_slow() {
        let text = "Je voudrais que quelqu’un me dise enfin ce qui se passe. Depuis lundi, plus rien ne marche.";
        let time = |temper| Plan::new(text, manner(temper)).total_ms;
        assert!(time(Temper::Angry) < time(Temper::Irritated) && time(Temper::Irritated) < time(Temper::Calm));
        assert!(time(Temper::Calm) < time(Temper::Worried) && time(Temper::Calm) < time(Temper::Weary));
    }

    #[test]
    fn a_line_without_words_takes_some_time_and_says_nothing() {
        for text in ["", "…", "?!"] {
            let plan = Plan::new(text, manner(Temper::Calm));
            assert_eq!((plan.total_ms, plan.timing().words.len()), (SHORTEST_MS, 0));
        }
    }
}
