//! Key figures of a call: pure arithmetic on the times of its events.

use super::Kpis;
use super::conversation::{Conversation, Speaker};
use crate::call::{Event, Phase, What};

/// A stretch of call time: from, until (milliseconds).
type Stretch = (u64, u64);

/// A stretch in which nobody spoke while the line was open, with the event it ends before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Silence {
    pub from_ms: u64,
    pub ms: u64,
}

/// The stretches spent in a phase.
fn phases(events: &[Event], wanted: impl Fn(Phase) -> bool) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut since: Option<u64> = None;
    for event in events {
        let inside = match &event.what {
            What::Phase { phase } => wanted(*phase),
            What::Finished => false,
            _ => continue,
        };
        match (since, inside) {
            (None, true) => since = Some(event.at_ms),
            (Some(from), false) => {
                stretches.push((from, event.at_ms));
                since = None;
            }
            _ => {}
        }
    }
    if let (Some(from), Some(last)) = (since, events.last()) {
        stretches.push((from, last.at_ms));
    }
    stretches
}

fn total(stretches: &[Stretch]) -> u64 {
    stretches.iter().map(|(from, until)| until.saturating_sub(*from)).sum()
}

/// The silences of the talk, in order. Hold is no silence.
pub(super) fn silences(conversation: &Conversation<'_>) -> Vec<Silence> {
    let mut speech: Vec<Stretch> = conversation
        .utterances
        .iter()
        .map(|utterance| (utterance.at_ms, utterance.at_ms.saturating_add(utterance.duration_ms)))
        // Whatever was said aloud broke the silence, words or not.
        .chain(conversation.events.iter().filter_map(|event| match event.what {
            What::Spoke { from_ms, ms, .. } => Some((from_ms, from_ms.saturating_add(ms))),
            _ => None,
        }))
        .collect();
    speech.sort_unstable();
    let mut found = Vec::new();
    for (from, until) in phases(conversation.events, |phase| phase == Phase::Talking) {
        let mut free = from;
        for (start, end) in speech.iter().filter(|(start, end)| *end > from && *start < until) {
            if *start > free {
                found.push(Silence { from_ms: free, ms: start - free });
            }
            free = free.max(*end);
        }
        if until > free {
            found.push(Silence { from_ms: free, ms: until - free });
        }
    }
    found
}

/// The key figures.
pub(super) fn kpis(conversation: &Conversation<'_>) -> Kpis {
    let events = conversation.events;
    let speaks = |operator: bool| -> u64 {
        conversation
            .utterances
            .iter()
            .filter(|utterance| matches!(utterance.speaker, Speaker::Operator { .. }) == operator)
            .map(|utterance| utterance.duration_ms)
            .sum()
    };
    let (talk_ms, hold_ms, wrap_up_ms) = (
        total(&phases(events, |phase| phase == Phase::Talking)),
        total(&phases(events, |phase| matches!(phase, Phase::Hold | Phase::Consulting))),
        total(&phases(events, |phase| phase == Phase::WrapUp)),
    );
    let silences = silences(conversation);
    let (operator, other) = (speaks(true), speaks(false));
    let both = operator + other;
    let first = |wanted: Phase| {
        events.iter().find(|event| event.what == What::Phase { phase: wanted }).map(|event| event.at_ms)
    };
    Kpis {
        answer_ms: first(Phase::Ringing).and_then(|rang| Some(first(Phase::Talking)?.saturating_sub(rang))),
        talk_ms,
        hold_ms,
        wrap_up_ms,
        handle_ms: talk_ms + hold_ms + wrap_up_ms,
        longest_silence_ms: silences.iter().map(|silence| silence.ms).max().unwrap_or(0),
        silence_ms: silences.iter().map(|silence| silence.ms).sum(),
        operator_speaks_ms: operator,
        other_side_speaks_ms: other,
        talk_share: (operator * 100 + both / 2).checked_div(both).unwrap_or(0) as u8,
        talk_over_ms: conversation.utterances.iter().map(|utterance| utterance.over_ms).sum::<u64>()
            + events
                .iter()
                .map(|event| match event.what {
                    What::Spoke { listening: true, over_ms, .. } => over_ms,
                    _ => 0,
                })
                .sum::<u64>(),
        holds: conversation.held.len() as u32,
        operator_turns: conversation.operator().count() as u32,
    }
}
