//! One utterance in one call.

use super::form::{Form, LIKELY_INTENT, LIKELY_QUESTION, SURE};
use super::meanings::{Meanings, Phrases, Runs};
use super::opening::Names;
use super::recogniser::Recogniser;
use super::rules;
use super::text::{Word, span_of};
use super::{CallContext, Constant, FoundIntent, FoundMove, FoundQuestion, Span, Understood};
use crate::moves::Move;
use headset_meaning::Meaning;
use std::borrow::Cow;
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
    names: Names,
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
        let own = Constant { intents: context.intents.clone(), questions: context.questions.clone() };
        let constant = context.constant.as_ref().unwrap_or(&own);
        let foreign: BTreeSet<usize> = (0..context.intents.len()).filter(|at| context.intents[*at].foreign).collect();
        let intents = Meanings::new(recogniser, &intents(constant), &intents(&own), LIKELY_INTENT).without(foreign);
        let questions = Meanings::new(recogniser, &questions(constant), &questions(&own), LIKELY_QUESTION);
        let names = Names::new(recogniser, &context.company, &context.customers);
        Listener { recogniser: Arc::clone(recogniser), context, intents, questions, names }
    }

    /// Moves, intents, questions and entities of an utterance; everything empty when nothing was understood.
    pub fn understand(&self, utterance: &str) -> Understood {
        let spoken = self.recogniser.spoken(utterance);
        let words = &spoken.words;
        let entities = self.recogniser.entities.find(utterance, self.context.date, self.context.currency);
        let sentences = self.recogniser.cues.sentences(words);
        let runs = Runs::new(&self.recogniser, &spoken, &sentences);
        let mut moves = rules::moves(&self.recogniser, &spoken, &sentences, &runs, &entities, &self.names);
        let clauses: Vec<Range<usize>> = sentences.iter().flat_map(|s| s.clauses.iter().cloned()).collect();
        let meant: Vec<(Range<usize>, Cow<Meaning>)> =
            runs.all().map(|run| (run.clone(), runs.meaning(&run))).collect();

        let mut understood = Understood { entities, ..Understood::default() };
        let intents = self.intents.find(&self.recogniser, words, &meant);
        let said_surely = intents.iter().any(|(hit, _)| hit.sure);
        for (hit, run) in intents {
            let (Some(intent), Some(span)) = (self.context.intents.get(hit.target), span_of(&words[run.clone()]))
            else {
                continue;
            };
            let confidence = hit.confidence;
            let form = Form { words, sentences: &sentences, moves: &moves, entities: &understood.entities };
            // Who surely says one thing of the pack's is not thought to say another besides.
            if !hit.sure && (said_surely || intent.held_against) || !form.allows_intent(&intent.moves, &hit, &run, span)
            {
                continue;
            }
            understood.intents.push(FoundIntent { intent: intent.intent.clone(), span, confidence });
            for mv in intent.moves.iter().filter(|_| hit.sure) {
                if !moves.iter().any(|found| found.mv == *mv && found.span.0 < span.1 && span.0 < found.span.1) {
                    moves.push(FoundMove { mv: *mv, span, confidence });
                }
            }
        }
        let mut meant = self.with_each_datum(words, &clauses, &runs, meant);
        // "And when?" asks for nothing that it names.
        meant.retain(|(run, _)| !self.recogniser.cues.says_nothing(&words[run.clone()]));
        for (hit, run) in self.questions.find(&self.recogniser, words, &meant) {
            let (Some((fact, _)), Some(span)) = (self.context.questions.get(hit.target), span_of(&words[run])) else {
                continue;
            };
            let form = Form { words, sentences: &sentences, moves: &moves, entities: &understood.entities };
            if form.allows_question(&hit, span) {
                understood.asked.push(FoundQuestion { fact: fact.clone(), span, confidence: hit.confidence });
            }
        }
        // Who asks for a fact does not ask for the decision in the same words.
        moves.retain(|found| {
            let meets = |span: Span| found.span.0 < span.1 && span.0 < found.span.1;
            found.mv != Move::AskCommitment
                || found.confidence >= SURE
                || !understood.asked.iter().any(|question| meets(question.span))
        });
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
    fn with_each_datum<'a>(
        &self,
        words: &[Word],
        clauses: &[Range<usize>],
        runs: &'a Runs,
        mut meant: Vec<(Range<usize>, Cow<'a, Meaning>)>,
    ) -> Vec<(Range<usize>, Cow<'a, Meaning>)> {
        if self.questions.learned().is_empty() {
            return meant;
        }
        for clause in clauses {
            let parts = self.recogniser.cues.coordinated(words, clause);
            if parts.len() < 2 {
                continue;
            }
            let parts: Vec<(Range<usize>, Cow<Meaning>)> =
                parts.into_iter().map(|part| (part.clone(), runs.meaning(&part))).collect();
            let targets: BTreeSet<usize> = parts
                .iter()
                .filter_map(|(part, meaning)| self.questions.of(&self.recogniser, &words[part.clone()], meaning))
                .map(|hit| hit.target)
                .collect();
            if targets.len() > 1 {
                meant.retain(|(run, _)| {
                    parts.iter().filter(|(p, _)| p.start < run.end && run.start < p.end).count() < 2
                });
                meant.extend(parts);
            }
        }
        let behind: Vec<(Range<usize>, Cow<Meaning>)> = meant
            .iter()
            .map(|(run, _)| (run, self.recogniser.cues.behind_lead(words, run)..run.end))
            .filter(|(run, behind)| !behind.is_empty() && behind != *run)
            .map(|(_, behind)| (behind.clone(), runs.meaning(&behind)))
            .collect();
        meant.extend(behind);
        meant
    }
}

fn intents(from: &Constant) -> Vec<Phrases<'_>> {
    from.intents
        .iter()
        .map(|intent| Phrases { examples: &intent.examples, counter_examples: &intent.counter_examples })
        .collect()
}

fn questions(from: &Constant) -> Vec<Phrases<'_>> {
    from.questions.iter().map(|(_, phrases)| Phrases { examples: phrases, counter_examples: &[] }).collect()
}
