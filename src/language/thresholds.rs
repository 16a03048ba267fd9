//! From which score of a judge a move counts as found.
//!
//! Chosen by cross-validation over the corpus (see `tuning`): where finding and not finding are as bad, near the best F1;
//! where a false find would cost an operator a critical error, so high that it is rarely wrong.

use crate::moves::Move;

/// Moves that an operator is blamed for: better missed than wrongly found.
pub(super) fn harmful(mv: Move) -> bool {
    use Move::*;
    matches!(mv, Rude | Overpromise | Pressure | BlameCustomer | Argue | Jargon | Deflect)
}

/// Moves after which a call is another: one false goodbye and the customer hangs up.
fn turns_the_call(mv: Move) -> bool {
    use Move::*;
    matches!(mv, Greet | TakeLeave | RespectOptOut | AnnounceTransfer | AnnounceHold)
}

/// In a clause, whatever its words.
pub(super) fn of(mv: Move) -> f32 {
    use Move::*;
    match mv {
        // It fails a call: only what could hardly be meant otherwise.
        Rude => 0.35,
        _ if harmful(mv) => 0.05,
        Greet | Thank => 0.1,
        // Who hears a goodbye hangs up.
        TakeLeave => 0.25,
        AnnounceTransfer => -0.15,
        _ if turns_the_call(mv) => -0.05,
        AcknowledgeObjection | Propose | Empathise | Instruct => 0.05,
        Refuse => 0.0,
        // Without a question mark: what ends with one is looked at apart.
        OpenQuestion | Inform | RecordingNotice | QuotePrice | ReadBack | ThankForHolding | Backchannel => -0.1,
        // A question is seldom one for the decision.
        AskCommitment => -0.1,
        ClosedQuestion | Restate | AskIdentity | ConfirmNextSteps => -0.15,
        IdentifySelf | Digress => -0.2,
        StatePurpose => -0.33,
        ArgueBenefit => -0.2,
        _ => -0.25,
    }
}

/// In a clause with a turn of phrase that was written down for the move.
pub(super) fn with_turn(mv: Move) -> f32 {
    use Move::*;
    match mv {
        Jargon => -0.4,
        ReadBack => 0.0,
        _ if harmful(mv) => -0.2,
        IdentifyCompany | Inform => 0.0,
        QuotePrice | Instruct | ArgueBenefit | ClosedQuestion | AnnounceHold | IdentifySelf => -0.1,
        _ => -0.3,
    }
}

/// In a clause that shows nothing else; `None`: never on such weak ground.
pub(super) fn alone(mv: Move) -> Option<f32> {
    (!harmful(mv) && !turns_the_call(mv)).then_some(-0.1)
}
