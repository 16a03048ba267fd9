//! Where one thing ends and the next begins: sentences and clauses, with or without punctuation.

use super::text::{Stop, Word};
use std::collections::BTreeSet;
use std::ops::Range;

/// A sentence as ranges of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    pub whole: Range<usize>,
    pub clauses: Vec<Range<usize>>,
    /// It ends with a question mark.
    pub asked: bool,
}

/// Words that begin a new clause where no punctuation tells; data in `assets/language/<lang>/cues.txt`.
#[derive(Debug)]
pub(super) struct Cues {
    starts: Vec<Vec<String>>,
    glue: BTreeSet<String>,
}

/// A clause found without punctuation has at least so many words.
const SHORTEST: usize = 3;

impl Cues {
    /// Reads one cue a line; a line `!word` names a word that no clause ends with.
    pub fn read(data: &str) -> Cues {
        let mut cues = Cues { starts: Vec::new(), glue: BTreeSet::new() };
        for line in data.lines().map(str::trim).filter(|l| !l.is_empty()) {
            match line.strip_prefix('!') {
                Some(glue) => cues.glue.extend(glue.split_whitespace().map(str::to_owned)),
                None => cues.starts.push(line.split_whitespace().map(str::to_owned).collect()),
            }
        }
        cues
    }

    fn begins(&self, words: &[Word], at: usize) -> bool {
        self.starts.iter().any(|cue| {
            words.len() >= at + cue.len() && cue.iter().zip(&words[at..]).all(|(cue, word)| *cue == word.text)
        })
    }

    /// Cuts words into sentences and these into clauses.
    pub fn sentences(&self, words: &[Word]) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        let mut start = 0;
        for at in 0..words.len() {
            let last = at + 1 == words.len();
            if last || words[at].stop >= Stop::Full {
                let whole = start..at + 1;
                let asked = words[at].stop == Stop::Question;
                sentences.push(Sentence { clauses: self.clauses(words, whole.clone()), whole, asked });
                start = at + 1;
            }
        }
        sentences
    }

    fn clauses(&self, words: &[Word], whole: Range<usize>) -> Vec<Range<usize>> {
        let mut clauses = Vec::new();
        let mut start = whole.start;
        for at in whole.clone() {
            let far_enough = at - start >= SHORTEST && whole.end - at >= 2;
            let free = at > start && !self.glue.contains(&words[at - 1].text);
            if far_enough && free && self.begins(words, at) {
                clauses.push(start..at);
                start = at;
            }
            if words[at].stop >= Stop::Comma && at + 1 < whole.end {
                clauses.push(start..at + 1);
                start = at + 1;
            }
        }
        if start < whole.end {
            clauses.push(start..whole.end);
        }
        clauses
    }
}
