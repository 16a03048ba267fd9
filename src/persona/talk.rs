//! Ordinary talk: invitations to go on, questions without an answer, statements to take note of.

use super::{Effect, Heard, Mind};
use crate::behaviour::Effect::{Reveal, Say};
use crate::moves::Move;
use crate::pack::stock::StockLine;

const PERSUADING: [Move; 4] = [Move::Propose, Move::ArgueBenefit, Move::AskCommitment, Move::QuotePrice];
/// Said without telling anything: room for the customer to talk.
const ROOM: [Move; 9] = [
    Move::OpenQuestion,
    Move::OfferHelp,
    Move::Backchannel,
    Move::Empathise,
    Move::Apologise,
    Move::Reassure,
    Move::Greet,
    Move::IdentifySelf,
    Move::AcknowledgeObjection,
];
const TELLING: [Move; 6] =
    [Move::Inform, Move::Instruct, Move::Propose, Move::QuotePrice, Move::ArgueBenefit, Move::StatePurpose];

fn any(heard: &Heard, moves: &[Move]) -> bool {
    moves.iter().any(|mv| heard.moves.contains(mv))
}

/// Called, not interested and talked at all the same: declines, then asks not to be called again.
pub(super) fn declines(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    let cold = mind.mood().interest <= mind.tables.thresholds.uninterested;
    if !mind.outbound || !cold || mind.is_settled() || !any(heard, &PERSUADING) {
        return None;
    }
    let declined = mind.said.contains(&StockLine::Refusal.line());
    Some(vec![mind.stock(if declined { StockLine::StopCalling } else { StockLine::Refusal })])
}

/// Lost by a technical term, or by too much at once.
pub(super) fn lost(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    let jargon = heard.moves.contains(&Move::Jargon);
    let overwhelmed = mind.mood().confusion >= mind.tables.thresholds.confused && any(heard, &TELLING);
    let lately = mind.said_lately(&StockLine::Confused.line(), 3);
    ((jargon || overwhelmed) && !lately).then(|| vec![mind.stock(StockLine::Confused)])
}

/// What was agreed is summed up, or help is promised, and nothing is left to say.
pub(super) fn concluded(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    let concluding = any(heard, &[Move::ConfirmNextSteps, Move::Thank, Move::Reassure, Move::Restate]);
    (mind.is_settled() && concluding).then(|| vec![mind.one_of(&[StockLine::Thanks, StockLine::Acknowledge])])
}

/// Summed up or read back to: confirms, and adds something if there is room for it.
pub(super) fn confirmed(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    if !any(heard, &[Move::ReadBack, Move::Restate]) || any(heard, &PERSUADING) {
        return None;
    }
    let mut effects = vec![mind.stock(StockLine::YesQuestion)];
    if any(heard, &[Move::OpenQuestion, Move::OfferHelp]) || mind.tells_more() {
        effects.extend(mind.facts.next().map(Reveal));
    }
    Some(effects)
}

/// Invited to talk: tells the next thing that people tell unasked.
pub(super) fn invited(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    let asked_openly = any(heard, &[Move::OpenQuestion, Move::OfferHelp]);
    let room = any(heard, &ROOM) && !any(heard, &TELLING) && !heard.moves.contains(&Move::ClosedQuestion);
    if !(asked_openly || room) || (mind.outbound && mind.turn <= 1 && !asked_openly) {
        return None;
    }
    if let Some(fact) = mind.facts.next() {
        let mut effects = vec![Reveal(fact.clone())];
        if asked_openly && mind.tells_more() {
            effects.extend(mind.facts.after(&fact).map(Reveal));
        }
        return Some(effects);
    }
    if heard.moves.contains(&Move::OfferHelp)
        && mind.turn <= 2
        && let Some(reason) = mind.facts.reason()
    {
        return Some(vec![Say(reason.again.clone().unwrap_or_else(|| reason.line.clone()))]);
    }
    // Somebody who still knows something does not say that he knows nothing: he did not see what was asked.
    let knows_more = !mind.facts.untold().is_empty();
    asked_openly.then(|| vec![mind.stock(if knows_more { StockLine::AskBack } else { StockLine::NothingToSay })])
}

/// A question that nothing known answers.
pub(super) fn questioned(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    if heard.moves.contains(&Move::AskCommitment) {
        let line = match (mind.is_settled() || !mind.outbound, mind.mood().interest >= 50) {
            (true, _) => StockLine::YesQuestion,
            (false, true) => StockLine::GoOn,
            (false, false) => StockLine::Refusal,
        };
        return Some(vec![mind.stock(line)]);
    }
    if !heard.moves.contains(&Move::ClosedQuestion) {
        return None;
    }
    // "Am I speaking to Mrs …?", "have you got a minute?": the first words of a call are answered with yes.
    let opening = mind.turn <= 2 && any(heard, &[Move::Greet, Move::IdentifySelf, Move::StatePurpose]);
    // "I'm sending it today, all right?" wants no more than a nod.
    let line = match (opening, any(heard, &TELLING)) {
        (true, _) => StockLine::YesQuestion,
        (false, true) => StockLine::Acknowledge,
        (false, false) => StockLine::AskBack,
    };
    Some(vec![mind.stock(line)])
}

/// Everything else is taken note of, by a human being.
pub(super) fn noted(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    let line = if mind.is_impatient() && !mind.said_lately(&StockLine::Impatient.line(), 4) {
        StockLine::Impatient
    } else if mind.is_bored() && !mind.said_lately(&StockLine::Bored.line(), 6) {
        StockLine::Bored
    } else if mind.is_talkative() && mind.drifts() {
        StockLine::Drift
    } else if !any(heard, &TELLING) || mind.acknowledged >= 2 {
        // Said "all right" twice already: moves on instead.
        if let Some(fact) = mind.facts.next().filter(|_| !mind.outbound || mind.turn > 2) {
            return Some(vec![Reveal(fact)]);
        }
        StockLine::GoOn
    } else {
        StockLine::Acknowledge
    };
    Some(vec![mind.stock(line)])
}
