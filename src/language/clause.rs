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
    /// It ends with a full stop: whoever writes one asks nothing.
    pub stated: bool,
    /// Where the question begins that only asks to confirm what comes before it: "…, is that right?"
    pub tag: Option<usize>,
}

/// Words that begin a new clause where no punctuation tells; data in `assets/language/<lang>/cues.txt`.
#[derive(Debug)]
pub(super) struct Cues {
    starts: Vec<Vec<String>>,
    glue: BTreeSet<String>,
    openers: Vec<Vec<String>>,
    tags: Vec<Vec<String>>,
    joins: Vec<Vec<String>>,
    leads: Vec<Vec<String>>,
}

/// A clause found without punctuation has at least so many words.
const SHORTEST: usize = 3;

impl Cues {
    /// Reads one cue a line; a line `!word` names a word that no clause ends with, `^word` what stands alone at the
    /// beginning of a sentence, `~word` what only leads up to a question, `?word` a question that only asks to confirm
    /// the sentence before, `+word word` a word between things of one kind and how the next one begins.
    pub fn read(data: &str) -> Cues {
        let mut cues = Cues {
            starts: Vec::new(),
            glue: BTreeSet::new(),
            openers: Vec::new(),
            tags: Vec::new(),
            joins: Vec::new(),
            leads: Vec::new(),
        };
        for line in data.lines().map(str::trim).filter(|l| !l.is_empty()) {
            if let Some(opener) = line.strip_prefix('^') {
                cues.openers.push(opener.split_whitespace().map(str::to_owned).collect());
                continue;
            }
            if let Some(tag) = line.strip_prefix('?') {
                cues.tags.push(tag.split_whitespace().map(str::to_owned).collect());
                continue;
            }
            if let Some(lead) = line.strip_prefix('~') {
                cues.leads.push(lead.split_whitespace().map(str::to_owned).collect());
                continue;
            }
            if let Some(joins) = line.strip_prefix('+') {
                cues.joins.push(joins.split_whitespace().map(str::to_owned).collect());
                continue;
            }
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
            if last || (words[at].stop >= Stop::Full && !self.tag_follows(words, at)) {
                let whole = start..at + 1;
                let asked = words[at].stop == Stop::Question;
                let stated = words[at].stop == Stop::Full;
                let tag = if asked { self.tag_at_end(words, &whole) } else { None };
                sentences.push(Sentence { clauses: self.clauses(words, whole.clone()), whole, asked, stated, tag });
                start = at + 1;
            }
        }
        sentences
    }

    /// Where what is asked begins in these words, behind "and can you tell me".
    pub fn behind_lead(&self, words: &[Word], run: &Range<usize>) -> usize {
        let mut start = run.start;
        while let Some(lead) = self.leads.iter().find(|lead| starts_with(&words[start..run.end], lead)) {
            start += lead.len();
        }
        start
    }

    /// Whether there are only words that link others.
    pub fn says_nothing(&self, words: &[Word]) -> bool {
        words.iter().all(|word| self.glue.contains(&word.text))
    }

    /// The parts of a clause between words that join things of one kind; the whole clause if there are none.
    pub fn coordinated(&self, words: &[Word], clause: &Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = clause.start;
        for at in clause.clone() {
            if self.joins.iter().any(|join| starts_with(&words[at..clause.end], join)) {
                parts.extend((start < at).then_some(start..at));
                start = at + 1;
            }
        }
        parts.extend((start < clause.end).then_some(start..clause.end));
        parts
    }

    /// "You were charged twice. Is that right?" is one question.
    fn tag_follows(&self, words: &[Word], at: usize) -> bool {
        let next = &words[at + 1..];
        words[at].stop == Stop::Full
            && self.tags.iter().any(|tag| {
                next.len() >= tag.len()
                    && next[tag.len() - 1].stop == Stop::Question
                    && tag.iter().zip(next).all(|(tag, word)| *tag == word.text)
            })
    }

    /// Where the tag begins that ends a sentence which says something before it.
    fn tag_at_end(&self, words: &[Word], whole: &Range<usize>) -> Option<usize> {
        let starts = self
            .tags
            .iter()
            .filter_map(|tag| whole.end.checked_sub(tag.len()).filter(|at| *at > whole.start).map(|at| (tag, at)));
        let ends = starts.filter(|(tag, at)| starts_with(&words[*at..whole.end], tag));
        ends.filter(|(_, at)| words[at - 1].stop >= Stop::Comma || whole.end - at > 1).map(|(_, at)| at).min()
    }

    fn clauses(&self, words: &[Word], whole: Range<usize>) -> Vec<Range<usize>> {
        let mut clauses = Vec::new();
        let mut start = whole.start;
        let said = &words[whole.clone()];
        let opens =
            |opener: &&Vec<String>| said.len() > opener.len() + 1 && opener.iter().zip(said).all(|(o, w)| *o == w.text);
        if let Some(opener) = self.openers.iter().find(opens) {
            start = whole.start + opener.len();
            clauses.push(whole.start..start);
        }
        let behind_opener = start;
        for at in behind_opener..whole.end {
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

fn starts_with(words: &[Word], cue: &[String]) -> bool {
    words.len() >= cue.len() && cue.iter().zip(words).all(|(cue, word)| *cue == word.text)
}
