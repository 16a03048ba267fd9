//! Which of a pack's meanings a stretch of words has, or none; and what stretches of an utterance mean.

use super::Confidence;
use super::clause::Sentence;
use super::corpus::Labelled;
use super::nearest::Nearest;
use super::phrase::Spoken;
use super::recogniser::{Recogniser, plain};
use super::text::Word;
use crate::moves::Move;
use headset_meaning::{Example, Meaning, Targets, Weighed};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// Phrases to be found again, by likeness or word for word.
#[derive(Debug)]
pub(super) struct Meanings {
    targets: Arc<Targets>,
    nearest: Nearest,
    verbatim: Vec<(usize, Vec<String>)>,
    /// Targets that are only there to be told from.
    foreign: BTreeSet<usize>,
}

/// Phrases of one target: what means it, and what looks like it but does not.
pub(super) struct Phrases<'a> {
    pub examples: &'a [String],
    pub counter_examples: &'a [String],
}

/// A target found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hit {
    pub target: usize,
    pub score: f32,
    /// How like the nearest example, 0 to 1.
    pub likeness: f32,
    pub confidence: Confidence,
}

/// A phrase found word for word has at least so many words.
const SHORTEST_VERBATIM: usize = 3;
/// The score of a phrase found word for word: above all others.
const VERBATIM: f32 = 2.0;
/// The score of a phrase like the examples.
const USUAL: f32 = 1.4;
/// In a call, nothing is found below this score: most of what is said there has none of the pack's meanings.
const LEAST_IN_CALL: f32 = 0.7;
/// What a longer stretch says so much more surely is all it says.
const MUCH: f32 = 0.4;
/// Adjacent clauses that are looked at together.
const LONGEST_RUN: usize = 4;
/// Clauses of an utterance of which runs are looked at; more are looked at alone.
const MOST_CLAUSES: usize = 12;

impl Meanings {
    /// Learns from phrases with values that may be the same in every call; finds again the phrases of this one word for word.
    pub fn new(recogniser: &Recogniser, constant: &[Phrases], of_this_call: &[Phrases]) -> Meanings {
        let mut verbatim = Vec::new();
        let mut nearest = Nearest::default();
        for (target, phrases) in of_this_call.iter().enumerate() {
            let for_it = phrases.examples.iter().map(|phrase| (phrase, true));
            for (phrase, speaks_for) in for_it.chain(phrases.counter_examples.iter().map(|phrase| (phrase, false))) {
                let words = recogniser.spoken(phrase).words;
                if words.is_empty() {
                    continue;
                }
                nearest.add(target, speaks_for, recogniser.negated(&words), &recogniser.matter(&words));
                if speaks_for && words.len() >= SHORTEST_VERBATIM {
                    verbatim.push((target, words.into_iter().map(|w| w.text).collect()));
                }
            }
        }
        Meanings { targets: recogniser.learned(constant), nearest, verbatim, foreign: BTreeSet::new() }
    }

    /// The same, but these targets are never found.
    pub fn without(self, foreign: BTreeSet<usize>) -> Meanings {
        Meanings { foreign, ..self }
    }

    /// How much a phrase has each meaning.
    pub fn weigh(&self, recogniser: &Recogniser, phrase: &[Word], meaning: &Meaning) -> Weighed {
        self.targets.weigh(&recogniser.matter(phrase), meaning, recogniser.negated(phrase))
    }

    pub fn learned(&self) -> &Targets {
        &self.targets
    }

    /// The meaning of a phrase, if it has any.
    pub fn of(&self, recogniser: &Recogniser, phrase: &[Word], meaning: &Meaning) -> Option<Hit> {
        let weighed = self.weigh(recogniser, phrase, meaning);
        let (mut target, mut score) = weighed.best()?;
        let mut likeness = self.targets.nearest(&weighed, target);
        let mut found = score >= self.targets.least().max(LEAST_IN_CALL);
        if let Some(near) = self.nearest.find(&recogniser.matter(phrase), recogniser.negated(phrase)) {
            found = true;
            if near.target == target || near.likeness * USUAL > score {
                (target, score) = (near.target, score.max(near.likeness * USUAL));
                likeness = likeness.max(near.likeness);
            }
        }
        let above = ((score - LEAST_IN_CALL) / (USUAL - LEAST_IN_CALL)).clamp(0.0, 1.0);
        found.then_some(Hit { target, score, likeness, confidence: Confidence((550.0 + 450.0 * above) as u16) })
    }

    /// Best place of each target found, better ones first; no two different targets in the same words.
    pub fn find(
        &self,
        recogniser: &Recogniser,
        words: &[Word],
        runs: &[(Range<usize>, Cow<Meaning>)],
    ) -> Vec<(Hit, Range<usize>)> {
        if self.targets.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<(Hit, Range<usize>)> = runs
            .iter()
            .filter_map(|(run, meaning)| Some((self.of(recogniser, &words[run.clone()], meaning)?, run.clone())))
            .collect();
        let all = plain(words);
        for (target, phrase) in &self.verbatim {
            let found = all.windows(phrase.len()).position(|window| window.iter().zip(phrase).all(|(a, b)| a == b));
            let hit = Hit { target: *target, score: VERBATIM, likeness: 1.0, confidence: Confidence(1000) };
            hits.extend(found.map(|at| (hit, at..at + phrase.len())));
        }
        hits.retain(|(hit, _)| !self.foreign.contains(&hit.target));
        hits.sort_by(|a, b| {
            b.0.score
                .total_cmp(&a.0.score)
                .then(a.1.start.cmp(&b.1.start))
                .then(b.1.len().cmp(&a.1.len()))
                .then(a.0.target.cmp(&b.0.target))
        });
        let longer: Vec<(usize, f32, Range<usize>)> =
            hits.iter().map(|(h, run)| (h.target, h.score, run.clone())).collect();
        let mut kept: Vec<(Hit, Range<usize>)> = Vec::new();
        for (hit, run) in hits {
            let taken = kept.iter().any(|(other, place)| {
                other.target == hit.target
                    || (place.start < run.end && run.start < place.end)
                    || longer.iter().any(|(target, score, whole)| {
                        *target == other.target
                            && *score > hit.score + MUCH
                            && whole.start <= run.start
                            && run.end <= whole.end
                            && whole.start < place.end
                            && place.start < whole.end
                    })
            });
            if !taken {
                kept.push((hit, run));
            }
        }
        kept
    }
}

/// What the clauses of an utterance mean, and runs of them.
pub(super) struct Runs<'a> {
    recogniser: &'a Recogniser,
    spoken: &'a Spoken,
    sentences: &'a [Sentence],
    known: BTreeMap<(usize, usize), Meaning>,
}

impl<'a> Runs<'a> {
    pub fn new(recogniser: &'a Recogniser, spoken: &'a Spoken, sentences: &'a [Sentence]) -> Runs<'a> {
        let clauses: Vec<Range<usize>> = sentences.iter().flat_map(|s| s.clauses.iter().cloned()).collect();
        let longest = if clauses.len() > MOST_CLAUSES { 1 } else { LONGEST_RUN };
        let mut runs: Vec<Range<usize>> =
            (1..=longest).flat_map(|length| (length..=clauses.len()).map(move |end| end - length..end)).collect();
        let mut first = 0;
        let whole: Vec<Range<usize>> = sentences
            .iter()
            .map(|sentence| {
                first += sentence.clauses.len();
                first - sentence.clauses.len()..first
            })
            .collect();
        for length in 1..=LONGEST_RUN {
            runs.extend(whole.windows(length).map(|sentences| sentences[0].start..sentences[length - 1].end));
        }
        runs.extend((!clauses.is_empty()).then_some(0..clauses.len()));
        runs.sort_unstable_by_key(|run| (run.start, run.end));
        runs.dedup();
        let mut all = Runs { recogniser, spoken, sentences, known: BTreeMap::new() };
        let phrases: Vec<String> = clauses.iter().map(|clause| all.written(clause)).collect();
        let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
        let meanings = recogniser.encoder.meanings(&phrases, &runs);
        all.known = runs.iter().map(|run| (clauses[run.start].start, clauses[run.end - 1].end)).zip(meanings).collect();
        all
    }

    fn written(&self, range: &Range<usize>) -> String {
        let asked = self.sentences.iter().any(|s| s.asked && s.whole.end == range.end);
        self.recogniser.written(self.spoken, range, asked)
    }

    /// All runs of clauses and sentences.
    pub fn all(&self) -> impl Iterator<Item = Range<usize>> {
        self.known.keys().map(|(start, end)| *start..*end)
    }

    /// What a stretch of words means.
    pub fn meaning(&self, range: &Range<usize>) -> Cow<'_, Meaning> {
        match self.known.get(&(range.start, range.end)) {
            Some(meaning) => Cow::Borrowed(meaning),
            None => Cow::Owned(self.recogniser.encoder.meaning(&self.written(range))),
        }
    }
}

/// What operators say in any call, and has none of a pack's meanings.
const USUAL_TALK: &[Move] = &[
    Move::Greet,
    Move::IdentifySelf,
    Move::OfferHelp,
    Move::RecordingNotice,
    Move::Empathise,
    Move::Apologise,
    Move::Reassure,
    Move::Thank,
    Move::CheckResolved,
    Move::AskCommitment,
    Move::AnnounceHold,
    Move::ThankForHolding,
    Move::AnnounceTransfer,
    Move::OfferFurtherHelp,
    Move::TakeLeave,
    Move::Backchannel,
];
/// Of the corpus, one phrase in so many.
const ONE_IN: usize = 3;

/// Examples of what belongs to no target whatever the pack.
pub(super) fn usual_talk(recogniser: &Recogniser, corpus: &[Labelled]) -> Vec<Example> {
    let usual = corpus.iter().filter(|l| l.weighs && l.moves.iter().any(|mv| USUAL_TALK.contains(mv)));
    let phrases: Vec<String> = usual.step_by(ONE_IN).map(|l| l.phrase.to_owned()).collect();
    examples(recogniser, &[Phrases { examples: &[], counter_examples: &phrases }])
}

/// Examples to learn from, in an order of their own.
pub(super) fn examples(recogniser: &Recogniser, phrases: &[Phrases]) -> Vec<Example> {
    let mut examples = Vec::new();
    for (target, phrases) in phrases.iter().enumerate() {
        let own = phrases.examples.iter().map(|phrase| (phrase, Some(target)));
        for (phrase, target) in own.chain(phrases.counter_examples.iter().map(|phrase| (phrase, None))) {
            let spoken = recogniser.spoken(phrase);
            if spoken.words.is_empty() {
                continue;
            }
            let written = written_whole(recogniser, &spoken, phrase);
            examples.push(Example {
                words: recogniser.matter(&spoken.words),
                meaning: recogniser.encoder.meaning(&written),
                negated: recogniser.negated(&spoken.words),
                target,
            });
        }
    }
    examples
}

/// A whole phrase as the encoder reads it.
pub(super) fn written_whole(recogniser: &Recogniser, spoken: &Spoken, phrase: &str) -> String {
    recogniser.written(spoken, &(0..spoken.words.len()), phrase.trim_end().ends_with('?'))
}
