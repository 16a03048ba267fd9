//! Phrases cut into the pieces of words the encoder knows: SentencePiece, unigram (Kudo, 2018, arXiv:1804.10959).

use crate::weights::Reader;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Marks that come before the pieces in the token table.
const UNKNOWN: u32 = 0;
const BEGIN: u32 = 1;
const END: u32 = 2;
const MARKS: u32 = 3;

/// So many bytes of a phrase are read, and so many pieces of it kept: half a minute of speech.
const LONGEST: usize = 1_000;
const MOST_PIECES: usize = 160;

#[derive(Debug)]
pub(crate) struct Pieces {
    spellings: Cow<'static, [u8]>,
    /// Where each begins, and where the last ends.
    places: Vec<u32>,
    scores: Vec<f32>,
    unknown: f32,
}

impl Pieces {
    pub fn read(reader: &mut Reader<'static>) -> Option<Pieces> {
        (reader.bytes(16)? == b"HEADSET-ENCODER1").then_some(())?;
        let count = reader.length()?;
        let unknown = reader.number()?;
        let length = reader.length()?;
        let spellings = reader.bytes(length)?;
        let places = reader.lengths(count + 1)?;
        let sound = places.is_sorted() && places.first() == Some(&0) && *places.last()? as usize == length;
        let scores = reader.numbers(count)?;
        sound.then_some(Pieces { spellings: Cow::Borrowed(spellings), places, scores, unknown })
    }

    /// Rows of the token table, marks included.
    pub fn len(&self) -> usize {
        self.scores.len() + MARKS as usize
    }

    fn spelling(&self, at: usize) -> &[u8] {
        &self.spellings[self.places[at] as usize..self.places[at + 1] as usize]
    }

    pub fn name(&self, id: u32) -> String {
        match id {
            UNKNOWN => "<?>".to_owned(),
            BEGIN => "<".to_owned(),
            END => ">".to_owned(),
            piece => String::from_utf8_lossy(self.spelling((piece - MARKS) as usize)).into_owned(),
        }
    }

    /// Pieces that the text begins with, shorter ones first: length in bytes and place among the pieces.
    fn beginning(&self, text: &[u8], mut each: impl FnMut(usize, usize)) {
        let (mut low, mut high) = (0, self.scores.len());
        for (depth, byte) in text.iter().enumerate() {
            low = self.first(low, high, |piece| piece.get(depth).is_some_and(|found| found >= byte));
            high = self.first(low, high, |piece| piece.get(depth).is_some_and(|found| found > byte));
            if low == high {
                break;
            }
            if self.spelling(low).len() == depth + 1 {
                each(depth + 1, low);
            }
        }
    }

    /// The first piece from `low` up to `high` for which it holds, as it does for all behind it.
    fn first(&self, low: usize, high: usize, holds: impl Fn(&[u8]) -> bool) -> usize {
        let (mut low, mut high) = (low, high);
        while low < high {
            let middle = low + (high - low) / 2;
            if holds(self.spelling(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    /// The likeliest way to cut a phrase into pieces, between the marks of beginning and end.
    pub fn of(&self, phrase: &str) -> Vec<u32> {
        let text = plain(phrase);
        // Of the best way to each place: its score, where its last piece begins, which piece it is.
        let mut best: Vec<Option<(f32, usize, u32)>> = vec![None; text.len() + 1];
        best[0] = Some((0.0, 0, BEGIN));
        let mut places = text.char_indices().map(|(at, c)| (at, c.len_utf8()));
        for (at, wide) in &mut places {
            let Some((score, ..)) = best[at] else { continue };
            let mut single = false;
            let mut step = |length: usize, more: f32, id: u32| {
                let end = &mut best[at + length];
                if end.is_none_or(|(kept, ..)| score + more > kept) {
                    *end = Some((score + more, at, id));
                }
            };
            self.beginning(&text.as_bytes()[at..], |length, piece| {
                single |= length == wide;
                step(length, self.scores[piece], piece as u32 + MARKS);
            });
            if !single {
                step(wide, self.unknown, UNKNOWN);
            }
        }
        let mut pieces = vec![END];
        let mut at = text.len();
        while at > 0 {
            let Some((_, start, id)) = best[at] else { break };
            // A run of unknown characters is one unknown thing.
            if id != UNKNOWN || pieces.last() != Some(&UNKNOWN) {
                pieces.push(id);
            }
            at = start;
        }
        pieces.push(BEGIN);
        pieces.reverse();
        if pieces.len() > MOST_PIECES {
            pieces.truncate(MOST_PIECES - 1);
            pieces.push(END);
        }
        pieces
    }
}

/// Small letters in one form, one blank before each word.
fn plain(phrase: &str) -> String {
    let mut text = String::new();
    let mut blank = true;
    for c in phrase.nfkc().flat_map(char::to_lowercase) {
        if text.len() >= LONGEST {
            break;
        }
        let c = if c == '’' { '\'' } else { c };
        if c.is_whitespace() || c.is_control() {
            blank = true;
        } else {
            if blank {
                text.push(' ');
                blank = false;
            }
            text.push(c);
        }
    }
    text
}
