//! Who speaks when.

use super::Stretch;

/// For how long both spoke at once, milliseconds. Each list in order of time.
pub fn overlap_ms(one: &[Stretch], other: &[Stretch]) -> u64 {
    one.iter().flat_map(|a| other.iter().map(|b| a.to_ms.min(b.to_ms).saturating_sub(a.from_ms.max(b.from_ms)))).sum()
}

/// From the end of somebody's turn to the answer, milliseconds; `None`: there was no answer. An answer that begins earlier
/// than the turn ends took no time.
pub fn reaction_ms(turn: Stretch, answers: &[Stretch]) -> Option<u64> {
    let next = answers.iter().find(|answer| answer.to_ms > turn.to_ms)?;
    Some(next.from_ms.saturating_sub(turn.to_ms))
}
