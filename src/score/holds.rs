//! Holds: permission, reason, coming back in time, thanks. One result for each hold.

use super::Evidence;
use super::case::Case;
use super::conversation::{Held, Utterance};
use super::empathy::Canned;
use super::finding::Finding;
use super::text;
use super::time::seconds;
use crate::call::EndedBy;
use crate::language::EntityKind;
use crate::moves::Move;

fn per_hold(case: &Case<'_>, judge: impl Fn(&Held) -> Finding) -> Vec<Finding> {
    if case.talk.held.is_empty() {
        return vec![Finding::not_applicable()];
    }
    let number = |(index, held): (usize, &Held)| judge(held).about(format!("hold-{}", index + 1), None);
    case.talk.held.iter().enumerate().map(number).collect()
}

/// What the operator said to announce the hold, the last first: among the three utterances before it. Who has asked,
/// and says "I'll be right back" when he is allowed to, has asked.
fn announcements<'c, 'a>(case: &'c Case<'a>, held: &Held) -> Vec<&'c Utterance<'a>> {
    let before = case.talk.operator().rev().filter(|utterance| utterance.event < held.event);
    before.take(3).filter(|utterance| utterance.has(Move::AnnounceHold)).collect()
}

/// Permission is asked: the announcement is a question.
pub(super) fn asks_permission(case: &Case<'_>) -> Vec<Finding> {
    per_hold(case, |held| {
        let announced = announcements(case, held);
        let asked = announced.iter().find(|said| said.has(Move::ClosedQuestion) || said.text.contains('?'));
        match (asked, announced.first()) {
            (Some(said), _) => {
                Finding::passed(Evidence::of(said, "evidence-said").at_span(said.span_of(Move::AnnounceHold)))
            }
            (None, Some(said)) => Finding::failed(Evidence::of(said, "evidence-hold-not-asked")),
            (None, None) => Finding::failed(case.at(held.event, "evidence-hold-unannounced")),
        }
    })
}

/// The reason or the length of the hold is given.
pub(super) fn gives_reason(case: &Case<'_>, words: &Canned) -> Vec<Finding> {
    let words = words.get(&case.language()).map_or(&[][..], Vec::as_slice);
    per_hold(case, |held| {
        let announced = announcements(case, held);
        let reasoned = |said: &&&Utterance<'_>| {
            let spoken = text::words(said.text);
            announced_ms(said).is_some()
                || words.iter().any(|word| text::find_phrase(&spoken, &text::words(word)).is_some())
        };
        match (announced.iter().find(reasoned), announced.first()) {
            (Some(said), _) => Finding::passed(Evidence::of(said, "evidence-said")),
            (None, Some(said)) => Finding::failed(Evidence::of(said, "evidence-hold-no-reason")),
            (None, None) => Finding::failed(case.at(held.event, "evidence-hold-unannounced")),
        }
    })
}

/// The length announced, if any: `PT2M`, `PT30S`.
fn announced_ms(said: &Utterance<'_>) -> Option<u64> {
    let duration = said.understood?.entities.iter().find(|entity| entity.kind == EntityKind::Duration)?;
    let (number, unit) =
        duration.value.strip_prefix("PT").and_then(|rest| rest.split_at_checked(rest.len().checked_sub(1)?))?;
    let number: u64 = number.parse().ok()?;
    match unit {
        "S" => number.checked_mul(1_000),
        "M" => number.checked_mul(60_000),
        _ => None,
    }
}

/// Back within the usual limit, or within what was announced.
pub(super) fn comes_back(case: &Case<'_>, limit_s: u64) -> Vec<Finding> {
    per_hold(case, |held| {
        let Some((event, ms)) = held.back else { return Finding::not_applicable() };
        let limit = announcements(case, held).into_iter().find_map(announced_ms).unwrap_or(0).max(limit_s * 1_000);
        let words = if ms <= limit { "evidence-hold-length" } else { "evidence-hold-too-long" };
        let evidence = case
            .at(event, words)
            .with("seconds", seconds(ms, case.language()))
            .with("limit", seconds(limit, case.language()));
        Finding::when(ms <= limit, evidence)
    })
}

/// Thanks for the wait on coming back.
pub(super) fn thanks(case: &Case<'_>) -> Vec<Finding> {
    per_hold(case, |held| {
        let Some((event, _)) = held.back else { return Finding::not_applicable() };
        if event + 1 >= case.talk.talk_end {
            // Nobody to thank: the hold ended with the call, by a transfer or because the customer had gone.
            return Finding::not_applicable();
        }
        match case.talk.operator().find(|utterance| utterance.event > event) {
            Some(said) if said.has_any(&[Move::ThankForHolding, Move::Thank]) => {
                Finding::passed(Evidence::of(said, "evidence-said"))
            }
            Some(said) => Finding::failed(Evidence::of(said, "evidence-hold-no-thanks")),
            None if case.talk.ended_by == Some(EndedBy::Transfer) => Finding::not_applicable(),
            None => Finding::failed(case.at(event, "evidence-hold-no-thanks").with("quote", "")),
        }
    })
}
