//! How customers are treated, and how calls end: insults, patience run out, the supervisor, taking leave.

use super::{Effect, Heard, Mind};
use crate::behaviour::Effect::{DemandSupervisor, HangUp, Reveal, Say, Sigh};
use crate::behaviour::HangUpReason;
use crate::moves::Move;
use crate::pack::stock::StockLine;

/// Enough is enough, whatever the script would do: a second insult, no patience left, no trust left in a caller.
pub(super) fn gone_too_far(mind: &mut Mind, heard: Option<&Heard>) -> Option<Vec<Effect>> {
    let insulted = heard.is_some_and(|heard| heard.moves.contains(&Move::Rude));
    let reason = if insulted && mind.insults > 1 {
        HangUpReason::Insulted
    } else if mind.mood().patience == 0 {
        HangUpReason::OutOfPatience
    } else if mind.outbound && mind.trusting && mind.mood().trust <= mind.tables.thresholds.no_trust && !insulted {
        HangUpReason::NoTrust
    } else {
        return None;
    };
    Some(vec![mind.stock(StockLine::GoodbyeAngry), HangUp(reason)])
}

/// A first insult: taken very badly.
pub(super) fn insulted(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    heard.moves.contains(&Move::Rude).then(|| vec![mind.stock(StockLine::Insulted)])
}

/// Nothing was understood.
pub(super) fn not_understood(mind: &mut Mind, _: &Heard) -> Option<Vec<Effect>> {
    match mind.misunderstood {
        0 => None,
        1 => Some(vec![mind.stock(StockLine::NotUnderstood)]),
        _ => Some(vec![mind.stock(StockLine::NotUnderstoodAgain)]),
    }
}

/// Wants no more calls: content when that is promised, gone when it is ignored.
pub(super) fn opted_out(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    const PERSUADING: [Move; 5] =
        [Move::Propose, Move::ArgueBenefit, Move::Pressure, Move::AskCommitment, Move::QuotePrice];
    if !mind.said.contains(&StockLine::StopCalling.line()) {
        return None;
    }
    if heard.moves.contains(&Move::RespectOptOut) || heard.moves.contains(&Move::TakeLeave) {
        return Some(vec![mind.stock(StockLine::Goodbye), HangUp(HangUpReason::NotInterested)]);
    }
    let ignored = PERSUADING.iter().any(|mv| heard.moves.contains(mv));
    ignored.then(|| vec![mind.stock(StockLine::GoodbyeAngry), HangUp(HangUpReason::NotInterested)])
}

/// An angry customer at the end of his patience asks for somebody else, once.
pub(super) fn wants_supervisor(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    let appeased = heard.moves.contains(&Move::AnnounceTransfer) || mind.is_settled();
    if !mind.angry_type || mind.demanded_supervisor || appeased || !mind.is_impatient() {
        return None;
    }
    Some(vec![mind.stock(StockLine::WantSupervisor), DemandSupervisor])
}

/// Asked whether there is anything else.
pub(super) fn offered_more(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    if !heard.moves.contains(&Move::OfferFurtherHelp) {
        return None;
    }
    if mind.is_settled() {
        // Asked and said goodbye to in one breath: the goodbye is answered.
        return (!heard.moves.contains(&Move::TakeLeave)).then(|| vec![mind.stock(StockLine::NoFurther)]);
    }
    if let Some(fact) = mind.facts.next() {
        return Some(vec![Reveal(fact)]);
    }
    if let Some(still) = mind.objections.still() {
        return Some(vec![Say(still)]);
    }
    if !mind.outbound && mind.protests == 0 {
        mind.protests += 1;
        return Some(vec![mind.stock(StockLine::Confused)]);
    }
    Some(vec![mind.stock(StockLine::NoFurther)])
}

/// The operator says goodbye.
pub(super) fn took_leave(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    if !heard.moves.contains(&Move::TakeLeave) {
        return None;
    }
    if mind.transfer_promised {
        return Some(vec![mind.stock(StockLine::Goodbye)]);
    }
    if mind.is_settled() {
        return Some(vec![mind.stock(StockLine::Goodbye), HangUp(HangUpReason::Satisfied)]);
    }
    if mind.outbound {
        return Some(vec![mind.stock(StockLine::Goodbye), HangUp(HangUpReason::NotInterested)]);
    }
    if !mind.left_unsolved {
        mind.left_unsolved = true;
        mind.feelings.change(mind.tables.moments.left_unsolved);
        let protest = if mind.is_impatient() { StockLine::Impatient } else { StockLine::Confused };
        return Some(vec![mind.stock(protest)]);
    }
    Some(vec![mind.stock(StockLine::GoodbyeAngry), HangUp(HangUpReason::OutOfPatience)])
}

/// Asked whether that settles it.
pub(super) fn checked(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    if !heard.moves.contains(&Move::CheckResolved) {
        return None;
    }
    let sure = mind.is_settled() || (mind.outbound && mind.mood().confusion < mind.tables.thresholds.confused);
    let line = if sure {
        mind.one_of(&[StockLine::YesQuestion, StockLine::Thanks])
    } else {
        mind.one_of(&[StockLine::Confused, StockLine::GoOn])
    };
    Some(vec![line])
}

/// Blamed, contradicted, sent away, pressed or refused.
pub(super) fn slighted(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    const SLIGHTS: [Move; 5] = [Move::BlameCustomer, Move::Argue, Move::Deflect, Move::Refuse, Move::Pressure];
    if !SLIGHTS.iter().any(|mv| heard.moves.contains(mv)) {
        return None;
    }
    if mind.outbound && heard.moves.contains(&Move::Pressure) {
        return Some(vec![mind.stock(StockLine::Refusal)]);
    }
    if mind.is_impatient() {
        return Some(vec![Sigh, mind.stock(StockLine::Angry)]);
    }
    Some(vec![mind.one_of(&[StockLine::Impatient, StockLine::Angry])])
}
