//! Time management: handling time within a band, quick pick-up, no dead air, short holds, prompt wrap-up.

use super::Evidence;
use super::case::Case;
use super::finding::Finding;
use super::kpis;
use crate::call::{Phase, What};
use crate::locale::Language;
use crate::moves::Move;

/// Seconds with one decimal, without floats: `3.4`, in French `3,4`.
pub(super) fn seconds(ms: u64, language: Language) -> String {
    let tenths = (ms + 50) / 100;
    let mark = if language == Language::French { ',' } else { '.' };
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}{mark}{}", tenths / 10, tenths % 10) }
}

/// Nothing can be said of the time of a call that had no work in it, or that the customer asked to end.
fn timed(case: &Case<'_>) -> bool {
    case.had_work() && !case.talk.operator().any(|utterance| utterance.has(Move::RespectOptOut))
}

/// Handling time (talk, hold, wrap-up) within the band of the call, widened by some percent on both sides.
pub(super) fn within_band(case: &Case<'_>, widened_percent: u64) -> Vec<Finding> {
    if !timed(case) {
        return vec![Finding::not_applicable()];
    }
    let (least, most) = case.played.call.target_s;
    let low = u64::from(least) * 1_000 * 100 / (100 + widened_percent);
    let high = u64::from(most) * 1_000 * (100 + widened_percent) / 100;
    let took = case.kpis.handle_ms;
    let words = if took < low {
        "evidence-too-short"
    } else if took > high {
        "evidence-too-long"
    } else {
        "evidence-in-time"
    };
    let evidence = case
        .at(case.talk.last_event(), words)
        .with("seconds", (took / 1_000).to_string())
        .with("low", (low / 1_000).to_string())
        .with("high", (high / 1_000).to_string());
    let spoke = case.talk.operator().next().is_some();
    vec![Finding::when(spoke && (low..=high).contains(&took), evidence)]
}

/// Inbound: picked up before this ring.
pub(super) fn answers_before_ring(case: &Case<'_>, ring: u32) -> Vec<Finding> {
    if case.outbound() {
        return vec![Finding::not_applicable()];
    }
    let events = case.talk.events;
    let answered = events.iter().position(|event| event.what == What::Phase { phase: Phase::Talking });
    let rings = |until: usize| {
        let ring = |what: &What| if let What::Ring { count } = what { *count } else { 0 };
        events[..until].iter().map(|event| ring(&event.what)).max().unwrap_or(0)
    };
    let spoke = case.talk.operator().next().is_some();
    vec![match answered {
        None => Finding::failed(case.at_end("evidence-never-answered")),
        Some(_) if !spoke => Finding::failed(case.at_end("evidence-nothing-said")),
        Some(event) => {
            let count = rings(event);
            let words = if count < ring { "evidence-answered-in-time" } else { "evidence-answered-late" };
            Finding::when(count < ring, case.at(event, words).with("count", count.to_string()))
        }
    }]
}

/// The last event at or before a time.
fn event_at(case: &Case<'_>, at_ms: u64) -> usize {
    case.talk.events.iter().rposition(|event| event.at_ms <= at_ms).unwrap_or(0)
}

fn silent(case: &Case<'_>, from_ms: u64, ms: u64) -> Evidence {
    Evidence { at_ms: from_ms, ..case.at(event_at(case, from_ms), "evidence-silence") }
        .with("seconds", seconds(ms, case.language()))
}

/// No silence longer than this outside holds.
pub(super) fn no_dead_air(case: &Case<'_>, longest_ms: u64) -> Vec<Finding> {
    let silences = kpis::silences(&case.talk);
    let dead = silences.iter().filter(|silence| silence.ms > longest_ms);
    case.forbids(dead.map(|silence| silent(case, silence.from_ms, silence.ms)).collect())
}

/// At most so many silences that a customer notices.
pub(super) fn few_silences(case: &Case<'_>, noticed_ms: u64, most: usize) -> Vec<Finding> {
    let silences = kpis::silences(&case.talk);
    let noticed: Vec<_> = silences.iter().filter(|silence| silence.ms > noticed_ms).collect();
    let excess = noticed.len() > most;
    let evidence = noticed.iter().map(|silence| silent(case, silence.from_ms, silence.ms));
    case.forbids(if excess { evidence.collect() } else { Vec::new() })
}

/// Each hold within the limit.
pub(super) fn short_holds(case: &Case<'_>, limit_s: u64) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, held) in case.talk.held.iter().enumerate() {
        let Some((event, ms)) = held.back else { continue };
        let words = if ms <= limit_s * 1_000 { "evidence-hold-length" } else { "evidence-hold-too-long" };
        let evidence =
            case.at(event, words).with("seconds", seconds(ms, case.language())).with("limit", limit_s.to_string());
        findings.push(Finding::when(ms <= limit_s * 1_000, evidence).about(format!("hold-{}", index + 1), None));
    }
    if findings.is_empty() { vec![Finding::not_applicable()] } else { findings }
}

/// Wrap-up is finished, with work done in it or before, within the limit.
pub(super) fn prompt_wrap_up(case: &Case<'_>, limit_s: u64) -> Vec<Finding> {
    if !case.had_work() {
        return vec![Finding::not_applicable()];
    }
    let worked = case.talk.events.iter().any(|event| matches!(event.what, What::Disposition { .. } | What::Crm { .. }));
    let finished = case.talk.events.iter().any(|event| event.what == What::Finished);
    let took = case.kpis.wrap_up_ms;
    let evidence = |words| {
        case.at(case.talk.last_event(), words)
            .with("seconds", seconds(took, case.language()))
            .with("limit", limit_s.to_string())
    };
    vec![if !finished || !worked {
        Finding::failed(evidence("evidence-wrap-up-unfinished"))
    } else if took > limit_s * 1_000 {
        Finding::failed(evidence("evidence-wrap-up-long"))
    } else {
        Finding::passed(evidence("evidence-wrap-up-length"))
    }]
}

/// At most so many long pauses before the operator speaks.
pub(super) fn answers_promptly(case: &Case<'_>, longest_ms: u64, most: usize) -> Vec<Finding> {
    let long: Vec<Evidence> = case
        .talk
        .operator()
        .filter(|utterance| utterance.thinking_ms > longest_ms)
        .map(|utterance| {
            Evidence::of(utterance, "evidence-thinking")
                .with("seconds", seconds(utterance.thinking_ms, case.language()))
        })
        .collect();
    case.forbids(if long.len() > most { long } else { Vec::new() })
}
