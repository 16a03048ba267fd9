//! One utterance in one call.

use super::meanings::{Hit, Likely, Meanings, Phrases, Runs};
use super::opening::Names;
use super::recogniser::Recogniser;
use super::rules;
use super::text::{Word, span_of};
use super::{CallContext, Confidence, Constant, EntityKind, FoundIntent, FoundMove, FoundQuestion, Span, Understood};
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

/// So near to a question, it is the question, whatever its form.
const QUESTION_IN_ANY_FORM: f32 = 0.85;
/// "Read me the line" asks for it.
const QUESTION_AS_ORDER: f32 = 0.7;
/// An answer or an offer has a form of its own; questions are all put alike.
const LIKELY_INTENT: Likely = Likely { score: 0.44, clear: 0.16 };
/// A statement in which no move was found.
const LIKELY_STATEMENT: Likely = Likely { score: 0.56, clear: 0.24 };
/// What is only likely has so many words.
const LIKELY_WORDS: usize = 5;
const LIKELY_QUESTION: Likely = Likely { score: 0.58, clear: 0.22 };
/// A move that no question takes away.
const SURE: Confidence = Confidence(750);
/// Who says one of these does not ask for it in the same breath.
const IDENTIFYING: &[EntityKind] =
    &[EntityKind::ContractNumber, EntityKind::Email, EntityKind::PhoneNumber, EntityKind::PostalCode];

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
            let said_in = |span: Span| -> Vec<Move> {
                let meets = |found: &&FoundMove| found.span.0 < span.1 && span.0 < found.span.1;
                let counts = |found: &&FoundMove| found.confidence >= SURE || !RECEIVES.contains(&found.mv);
                moves.iter().filter(meets).filter(counts).map(|found| found.mv).collect()
            };
            let around = sentences.iter().filter(|s| s.whole.start < run.end && run.start < s.whole.end);
            let asks = around.clone().any(|sentence| sentence.asked);
            let sentence_moves: Vec<Move> =
                around.filter_map(|sentence| span_of(&words[sentence.whole.clone()])).flat_map(said_in).collect();
            let within = said_in(span);
            let certain = confidence >= SURE || hit.likeness >= QUESTION_IN_ANY_FORM;
            // Who listens, asks or is only polite offers and answers nothing in the same words, unless he surely does.
            let listens =
                within.contains(&Move::AcknowledgeObjection) || sentence_moves.iter().any(|mv| RECEIVES.contains(mv));
            let polite = within.iter().any(|mv| POLITE.contains(mv))
                && within.iter().all(|mv| POLITE.contains(mv) || *mv == Move::ClosedQuestion);
            if !certain && (listens || polite) {
                continue;
            }
            let in_form = run.len() >= LIKELY_WORDS
                && !sentence_moves.iter().any(|mv| RECEIVES.contains(mv) || OPENS.contains(mv) || POLITE.contains(mv))
                && likely_in_form(&intent.moves, &within, asks, &hit);
            // Who surely says one thing of the pack's is not thought to say another besides.
            if !hit.sure && (said_surely || intent.held_against || !in_form) {
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
            let within = |wanted: &[Move]| {
                moves.iter().any(|found| wanted.contains(&found.mv) && found.span.0 < span.1 && span.0 < found.span.1)
            };
            let put_as_question = within(&[Move::OpenQuestion, Move::ClosedQuestion, Move::AskIdentity])
                || hit.sure && hit.likeness >= QUESTION_AS_ORDER && within(&[Move::Instruct]);
            let word_for_word = hit.likeness >= QUESTION_IN_ANY_FORM;
            let said_already =
                !word_for_word && within(&[Move::ReadBack, Move::Restate]) && !within(&[Move::OpenQuestion])
                    || understood.entities.iter().any(|entity| {
                        IDENTIFYING.contains(&entity.kind) && entity.span.0 < span.1 && span.0 < entity.span.1
                    });
            // "How can I help you?" asks for nothing that somebody knows.
            let of_any_call = !word_for_word && within(&[Move::OfferHelp, Move::OfferFurtherHelp, Move::CheckResolved]);
            // Who presents himself asks for leave to go on; who takes an objection up digs into it.
            let digs = !hit.sure && moves.iter().any(|found| OPENS.contains(&found.mv));
            if !said_already
                && !of_any_call
                && !digs
                && (put_as_question || hit.sure && hit.likeness >= QUESTION_IN_ANY_FORM)
            {
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

const ANSWERS: &[Move] = &[Move::Inform, Move::QuotePrice, Move::ArgueBenefit, Move::Reassure, Move::Refuse];
const RECEIVES: &[Move] = &[Move::Empathise, Move::Restate, Move::ReadBack, Move::OpenQuestion];
const OPENS: &[Move] =
    &[Move::AcknowledgeObjection, Move::IdentifySelf, Move::IdentifyCompany, Move::StatePurpose, Move::Apologise];
const POLITE: &[Move] = &[
    Move::Greet,
    Move::Thank,
    Move::Backchannel,
    Move::OfferHelp,
    Move::OfferFurtherHelp,
    Move::CheckResolved,
    Move::TakeLeave,
];

/// Whether what was said has the form of an intent that it only seems to have: another move of the same kind, or, in a
/// plain statement, no move at all.
fn likely_in_form(of_intent: &[Move], within: &[Move], asks: bool, hit: &Hit) -> bool {
    use Move::*;
    let tells = |mv: &Move| ANSWERS.contains(mv) || matches!(mv, Propose | ConfirmNextSteps);
    let sets_going = |mv: &Move| matches!(mv, Instruct | AnnounceTransfer | AnnounceHold);
    let of_a_kind = |a: &Move, b: &Move| a == b || tells(a) && tells(b) || sets_going(a) && sets_going(b);
    if within.is_empty() {
        return !asks && of_intent.iter().any(tells) && LIKELY_STATEMENT.holds(hit.score, hit.clear);
    }
    // Offers are put as questions too, answers are not.
    let fits = !asks || within.contains(&Propose) || hit.clear >= LIKELY_STATEMENT.clear && within.iter().any(tells);
    fits && within.iter().any(|a| of_intent.iter().any(|b| of_a_kind(a, b)))
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
