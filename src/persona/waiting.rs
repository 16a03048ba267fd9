//! Waiting and being cut off: silence, hold, transfer, interruption.

use super::feelings::Pace;
use super::{Effect, Heard, Mind};
use crate::behaviour::Effect::{HangUp, Reveal};
use crate::behaviour::HangUpReason;
use crate::moves::Move;
use crate::pack::stock::StockLine;

/// Asked to wait.
pub(super) fn asked_to_hold(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    if !heard.moves.contains(&Move::AnnounceHold) {
        return None;
    }
    let line = if mind.is_impatient() { StockLine::Impatient } else { StockLine::HoldAccepted };
    Some(vec![mind.stock(line)])
}

/// Told to be passed on.
pub(super) fn told_of_transfer(mind: &mut Mind, heard: &Heard) -> Option<Vec<Effect>> {
    heard.moves.contains(&Move::AnnounceTransfer).then(|| vec![mind.stock(StockLine::TransferAccepted)])
}

/// Nobody has spoken for so long.
pub(super) fn silence(mind: &mut Mind, silent_ms: u64) -> Vec<Effect> {
    let thresholds = mind.tables.thresholds;
    let seconds = silent_ms / 1000;
    if seconds >= thresholds.silence_hang_up_s {
        let line = if mind.is_impatient() { StockLine::GoodbyeAngry } else { StockLine::SilenceLong };
        return vec![mind.stock(line), HangUp(HangUpReason::Silence)];
    }
    // "One moment, please" buys some time, even without the hold key.
    if mind.hold_promised && seconds < 2 * thresholds.silence_long_s {
        return Vec::new();
    }
    if seconds >= thresholds.silence_long_s {
        return vec![mind.one_of(&[StockLine::SilenceLong, StockLine::AreYouThere])];
    }
    if seconds < thresholds.silence_noticed_s {
        return Vec::new();
    }
    // Talkative people fill a silence; others ask once or twice whether anybody is there, and get used to it.
    if mind.is_talkative()
        && let Some(fact) = mind.facts.next()
    {
        return vec![Reveal(fact)];
    }
    mind.silences += 1;
    if mind.silences <= 2 { vec![mind.stock(StockLine::AreYouThere)] } else { Vec::new() }
}

/// Put on hold: nobody is there to hear a protest, but it is felt.
pub(super) fn hold_started(mind: &mut Mind, announced: bool) {
    mind.feelings.pace = Pace::Hold { announced };
    mind.hold_promised = false;
    if !announced {
        mind.feelings.change(mind.tables.moments.unannounced_hold);
    }
}

/// Taken off hold.
pub(super) fn hold_ended(mind: &mut Mind, hold_ms: u64, announced: bool) -> Vec<Effect> {
    if hold_ms / 1000 > mind.tables.thresholds.hold_long_s {
        return vec![mind.stock(StockLine::HoldLong)];
    }
    vec![mind.stock(if announced { StockLine::BackFromHold } else { StockLine::HoldUnannounced })]
}

/// Cut off: says so when it is not the first time, or when patience is short.
pub(super) fn interrupted(mind: &mut Mind) -> Vec<Effect> {
    let short = mind.mood().patience < 50;
    let lately = mind.said_lately(&StockLine::Interrupted.line(), 3);
    if (short || mind.interruptions > 1) && !lately { vec![mind.stock(StockLine::Interrupted)] } else { Vec::new() }
}

/// Being passed on.
pub(super) fn transferred(mind: &mut Mind, announced: bool) -> Vec<Effect> {
    match (announced, mind.said_lately(&StockLine::TransferAccepted.line(), 3)) {
        (true, true) => Vec::new(),
        (true, false) => vec![mind.stock(StockLine::TransferAccepted)],
        (false, _) => vec![mind.stock(StockLine::TransferUnannounced)],
    }
}
