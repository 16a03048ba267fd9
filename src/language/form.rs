//! Whether what was said has the form of what it seems to mean: an offer is no empathy, a question no answer.

use super::clause::Sentence;
use super::meanings::{Hit, Likely};
use super::text::{Word, span_of};
use super::{Confidence, Entity, EntityKind, FoundMove, Span};
use crate::moves::Move;
use std::ops::Range;

/// An utterance and the moves found in it so far.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub words: &'a [Word],
    pub sentences: &'a [Sentence],
    pub moves: &'a [FoundMove],
    pub entities: &'a [Entity],
}

/// An answer or an offer has a form of its own: less likeness is enough.
pub(super) const LIKELY_INTENT: Likely = Likely { score: 0.44, clear: 0.16 };
/// Questions are all put alike.
pub(super) const LIKELY_QUESTION: Likely = Likely { score: 0.58, clear: 0.22 };
/// A statement in which no move was found.
const LIKELY_STATEMENT: Likely = Likely { score: 0.56, clear: 0.24 };
/// An intent that is only likely has so many words.
const LIKELY_WORDS: usize = 5;
/// So near to an example, it is that, whatever its form.
const IN_ANY_FORM: f32 = 0.85;
/// "Read me the line" asks for it.
const AS_ORDER: f32 = 0.7;
/// A move or a meaning that nothing uncertain takes away.
pub(super) const SURE: Confidence = Confidence(750);

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
/// What these ask is asked in every call, and for nothing that somebody knows.
const OF_ANY_CALL: &[Move] = &[Move::OfferHelp, Move::OfferFurtherHelp, Move::CheckResolved];
/// Who says one of these does not ask for it in the same breath.
const IDENTIFYING: &[EntityKind] =
    &[EntityKind::ContractNumber, EntityKind::Email, EntityKind::PhoneNumber, EntityKind::PostalCode];

fn meet(a: Span, b: Span) -> bool {
    a.0 < b.1 && b.0 < a.1
}

impl<'a> Form<'a> {
    fn found(&self, span: Span) -> impl Iterator<Item = &'a FoundMove> {
        self.moves.iter().filter(move |found| meet(found.span, span))
    }

    /// The moves in some words; whether somebody receives what the customer says counts only if it is sure.
    fn within(&self, span: Span) -> Vec<Move> {
        let counts = |found: &&FoundMove| found.confidence >= SURE || !RECEIVES.contains(&found.mv);
        self.found(span).filter(counts).map(|found| found.mv).collect()
    }

    /// Whether words that are near to an intent, which always makes certain moves, can be taken for it.
    pub fn allows_intent(&self, makes: &[Move], hit: &Hit, run: &Range<usize>, span: Span) -> bool {
        if hit.confidence >= SURE || hit.likeness >= IN_ANY_FORM {
            return true;
        }
        let around = self.sentences.iter().filter(|s| s.whole.start < run.end && run.start < s.whole.end);
        let asks = around.clone().any(|sentence| sentence.asked);
        let in_sentence: Vec<Move> = around
            .filter_map(|sentence| span_of(&self.words[sentence.whole.clone()]))
            .flat_map(|sentence| self.within(sentence))
            .collect();
        let any = |moves: &[Move]| in_sentence.iter().any(|mv| moves.contains(mv));
        let within = self.within(span);
        let receives = within.contains(&Move::AcknowledgeObjection) || any(RECEIVES);
        let only_polite = within.iter().any(|mv| POLITE.contains(mv))
            && within.iter().all(|mv| POLITE.contains(mv) || *mv == Move::ClosedQuestion);
        if receives || only_polite {
            return false;
        }
        hit.sure || run.len() >= LIKELY_WORDS && !any(OPENS) && !any(POLITE) && of_a_kind(makes, &within, asks, hit)
    }

    /// Whether words that are near to the question for a fact ask for it.
    pub fn allows_question(&self, hit: &Hit, span: Span) -> bool {
        let has = |wanted: &[Move]| self.found(span).any(|found| wanted.contains(&found.mv));
        let in_any_form = hit.likeness >= IN_ANY_FORM;
        let repeats = has(&[Move::ReadBack, Move::Restate]) && !has(&[Move::OpenQuestion]);
        let says_it = self.entities.iter().any(|e| IDENTIFYING.contains(&e.kind) && meet(e.span, span));
        // "How can I help you?"
        let of_any_call = self.found(span).any(|found| found.confidence >= SURE && OF_ANY_CALL.contains(&found.mv));
        // Who presents himself asks for leave to go on; who takes an objection up digs into it.
        let digs = !hit.sure && self.moves.iter().any(|found| OPENS.contains(&found.mv));
        if says_it || digs || !in_any_form && (repeats || of_any_call) {
            return false;
        }
        let asks = has(&[Move::OpenQuestion, Move::ClosedQuestion, Move::AskIdentity]);
        asks || hit.sure && (in_any_form || hit.likeness >= AS_ORDER && has(&[Move::Instruct]))
    }
}

/// Whether some of the moves made is of the kind that an intent makes; a plain statement tells something without any.
fn of_a_kind(of_intent: &[Move], made: &[Move], asks: bool, hit: &Hit) -> bool {
    use Move::*;
    let tells = |mv: &Move| ANSWERS.contains(mv) || matches!(mv, Propose | ConfirmNextSteps);
    let sets_going = |mv: &Move| matches!(mv, Instruct | AnnounceTransfer | AnnounceHold);
    let alike = |a: &Move, b: &Move| a == b || tells(a) && tells(b) || sets_going(a) && sets_going(b);
    if made.is_empty() {
        return !asks && of_intent.iter().any(tells) && LIKELY_STATEMENT.holds(hit.score, hit.clear);
    }
    // Offers are put as questions too, answers are not.
    let fits = !asks || made.contains(&Propose) || hit.clear >= LIKELY_STATEMENT.clear && made.iter().any(tells);
    fits && made.iter().any(|a| of_intent.iter().any(|b| alike(a, b)))
}
