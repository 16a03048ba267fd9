//! One utterance in one call.

use super::nearest::{Hit, Nearest};
use super::recogniser::{Recogniser, plain};
use super::rules;
use super::text::{Word, span_of};
use super::{CallContext, Confidence, EntityKind, FoundIntent, FoundMove, FoundQuestion, Understood};
use crate::moves::Move;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// A recogniser tuned to one call.
#[derive(Debug)]
pub struct Listener {
    recogniser: Arc<Recogniser>,
    context: CallContext,
    intents: Meanings,
    questions: Meanings,
    company: Vec<String>,
}

/// Phrases to be found again, by likeness or word for word.
#[derive(Debug, Default)]
struct Meanings {
    nearest: Nearest,
    verbatim: Vec<(usize, Vec<String>)>,
}

/// A phrase found word for word has at least so many words.
const SHORTEST_VERBATIM: usize = 3;
/// Adjacent clauses that are looked at together.
const LONGEST_RUN: usize = 4;
/// So near to a question, it is the question, whatever its form.
const QUESTION_IN_ANY_FORM: f32 = 0.9;
/// Who says one of these does not ask for it in the same breath.
const IDENTIFYING: &[EntityKind] =
    &[EntityKind::ContractNumber, EntityKind::Email, EntityKind::PhoneNumber, EntityKind::PostalCode];

impl Meanings {
    fn add(&mut self, recogniser: &Recogniser, target: usize, speaks_for: bool, phrase: &str) {
        let words = recogniser.words(phrase);
        if words.is_empty() {
            return;
        }
        self.nearest.add(target, speaks_for, recogniser.negated(&words), &recogniser.matter(&words));
        if speaks_for && words.len() >= SHORTEST_VERBATIM {
            self.verbatim.push((target, words.into_iter().map(|w| w.text).collect()));
        }
    }

    /// Best place of each target found, better ones first; no two different targets in the same words.
    fn find(&self, recogniser: &Recogniser, words: &[Word], runs: &[Range<usize>]) -> Vec<(Hit, Range<usize>)> {
        let mut hits = Vec::new();
        for run in runs {
            let phrase = &words[run.clone()];
            hits.extend(
                self.nearest.find(&recogniser.matter(phrase), recogniser.negated(phrase)).map(|hit| (hit, run.clone())),
            );
        }
        let all = plain(words);
        for (target, phrase) in &self.verbatim {
            let found = all.windows(phrase.len()).position(|window| window.iter().zip(phrase).all(|(a, b)| a == b));
            hits.extend(found.map(|at| (Hit { target: *target, likeness: 1.0 }, at..at + phrase.len())));
        }
        hits.sort_by(|a, b| {
            b.0.likeness
                .total_cmp(&a.0.likeness)
                .then(a.1.start.cmp(&b.1.start))
                .then(b.1.len().cmp(&a.1.len()))
                .then(a.0.target.cmp(&b.0.target))
        });
        let mut kept: Vec<(Hit, Range<usize>)> = Vec::new();
        for (hit, run) in hits {
            let taken = kept
                .iter()
                .any(|(other, place)| other.target == hit.target || (place.start < run.end && run.start < place.end));
            if !taken {
                kept.push((hit, run));
            }
        }
        kept
    }
}

fn confidence(likeness: f32) -> Confidence {
    Confidence((likeness.clamp(0.0, 1.0) * 1000.0) as u16)
}

impl Listener {
    /// The recogniser it was made from.
    pub fn recogniser(&self) -> &Recogniser {
        &self.recogniser
    }

    pub(super) fn context(&self) -> &CallContext {
        &self.context
    }

    pub(super) fn new(recogniser: &Arc<Recogniser>, context: CallContext) -> Listener {
        let mut intents = Meanings::default();
        for (target, intent) in context.intents.iter().enumerate() {
            intent.examples.iter().for_each(|phrase| intents.add(recogniser, target, true, phrase));
            intent.counter_examples.iter().for_each(|phrase| intents.add(recogniser, target, false, phrase));
        }
        let mut questions = Meanings::default();
        for (target, (_, phrases)) in context.questions.iter().enumerate() {
            phrases.iter().for_each(|phrase| questions.add(recogniser, target, true, phrase));
        }
        let company = recogniser.words(&context.company).into_iter().map(|word| word.text).collect();
        Listener { recogniser: Arc::clone(recogniser), context, intents, questions, company }
    }

    /// Moves, intents, questions and entities of an utterance; everything empty when nothing was understood.
    pub fn understand(&self, utterance: &str) -> Understood {
        let words = self.recogniser.words(utterance);
        let entities = self.recogniser.entities.find(utterance, self.context.date);
        let sentences = self.recogniser.cues.sentences(&words);
        let mut moves = rules::moves(&self.recogniser, &words, &sentences, &entities, &self.company);
        let clauses: Vec<Range<usize>> = sentences.iter().flat_map(|s| s.clauses.iter().cloned()).collect();
        let wholes: Vec<Range<usize>> = sentences.iter().map(|s| s.whole.clone()).collect();
        let mut runs = runs(&clauses);
        runs.extend(self::runs(&wholes));
        runs.extend((!words.is_empty()).then_some(0..words.len()));
        runs.sort_by_key(|run| (run.start, run.end));
        runs.dedup();

        let mut understood = Understood { entities, ..Understood::default() };
        for (hit, run) in self.intents.find(&self.recogniser, &words, &runs) {
            let (Some(intent), Some(span)) = (self.context.intents.get(hit.target), span_of(&words[run])) else {
                continue;
            };
            let confidence = confidence(hit.likeness);
            understood.intents.push(FoundIntent { intent: intent.intent.clone(), span, confidence });
            for mv in &intent.moves {
                if !moves.iter().any(|found| found.mv == *mv && found.span.0 < span.1 && span.0 < found.span.1) {
                    moves.push(FoundMove { mv: *mv, span, confidence });
                }
            }
        }
        let runs = self.with_each_datum(&words, &clauses, runs);
        for (hit, run) in self.questions.find(&self.recogniser, &words, &runs) {
            let (Some((fact, _)), Some(span)) = (self.context.questions.get(hit.target), span_of(&words[run])) else {
                continue;
            };
            let within = |wanted: &[Move]| {
                moves.iter().any(|found| wanted.contains(&found.mv) && found.span.0 < span.1 && span.0 < found.span.1)
            };
            let put_as_question = within(&[Move::OpenQuestion, Move::ClosedQuestion, Move::AskIdentity]);
            let said_already = within(&[Move::ReadBack, Move::Restate]) && !within(&[Move::OpenQuestion])
                || understood.entities.iter().any(|entity| {
                    IDENTIFYING.contains(&entity.kind) && entity.span.0 < span.1 && span.0 < entity.span.1
                });
            if !said_already && (put_as_question || hit.likeness >= QUESTION_IN_ANY_FORM) {
                understood.asked.push(FoundQuestion { fact: fact.clone(), span, confidence: confidence(hit.likeness) });
            }
        }
        moves.sort_by_key(|found| (found.span, found.mv));
        understood.intents.sort_by_key(|found| found.span);
        understood.asked.sort_by_key(|found| found.span);
        understood.moves = moves;
        understood
    }
}

impl Listener {
    /// "Your contract number and your date of birth?" asks two things: where the parts of a clause are near to different
    /// questions, they are looked at instead of all runs that hold more than one of them.
    fn with_each_datum(
        &self,
        words: &[Word],
        clauses: &[Range<usize>],
        mut runs: Vec<Range<usize>>,
    ) -> Vec<Range<usize>> {
        for clause in clauses {
            let parts = self.recogniser.cues.coordinated(words, clause);
            let targets: BTreeSet<usize> = parts
                .iter()
                .filter_map(|part| {
                    let part = &words[part.clone()];
                    self.questions.nearest.find(&self.recogniser.matter(part), self.recogniser.negated(part))
                })
                .map(|hit| hit.target)
                .collect();
            if targets.len() > 1 {
                runs.retain(|run| parts.iter().filter(|p| p.start < run.end && run.start < p.end).count() < 2);
                runs.extend(parts);
            }
        }
        let behind: Vec<Range<usize>> = runs
            .iter()
            .map(|run| self.recogniser.cues.behind_lead(words, run)..run.end)
            .filter(|r| !r.is_empty())
            .collect();
        runs.extend(behind);
        runs
    }
}

/// All runs of adjacent clauses up to the longest.
fn runs(clauses: &[Range<usize>]) -> Vec<Range<usize>> {
    (1..=LONGEST_RUN)
        .flat_map(|length| clauses.windows(length).map(|run| run[0].start..run[run.len() - 1].end))
        .collect()
}
