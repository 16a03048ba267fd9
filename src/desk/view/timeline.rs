//! The call as stretches and marks, from its events.

use super::super::panel::timeline::{Mark, MarkKind, Stretch, TimelineView};
use super::super::state::Review;
use crate::call::{Party, Phase, What};
use crate::score;
use crate::wording::Wording;
use std::collections::BTreeMap;

/// Shorter silences are breath.
const SILENCE_MS: u64 = 4_000;

/// What the timeline shows.
pub fn timeline(review: &Review, words: &Wording) -> TimelineView {
    let run = &review.run;
    let mut view = TimelineView {
        whole_ms: run.now_ms().max(1),
        stretches: Vec::new(),
        mood: Vec::new(),
        marks: Vec::new(),
        selected_ms: review.selected_ms,
    };
    let mut lines: BTreeMap<u32, u64> = BTreeMap::new();
    let mut phase: Option<(Phase, u64)> = None;
    for event in run.events() {
        let at = event.at_ms;
        match &event.what {
            What::Phase { phase: next } => {
                if let Some((before, since)) = phase.replace((*next, at)) {
                    view.stretches.extend(waiting(before).map(|stretch| (stretch, since, at)));
                }
            }
            What::LineStarted { turn, .. } => drop(lines.insert(*turn, at)),
            What::LineEnded { turn, party, .. } => {
                let stretch = if *party == Party::Colleague { Stretch::Colleague } else { Stretch::OtherSide };
                view.stretches.extend(lines.remove(turn).map(|since| (stretch, since, at)));
            }
            What::Said { duration_ms, .. } => view.stretches.push((Stretch::Operator, at, at + duration_ms)),
            What::Silence { silent_ms } if *silent_ms >= SILENCE_MS => {
                silence(&mut view.stretches, at.saturating_sub(*silent_ms), at)
            }
            What::Mood { mood } => view.mood.push((at, *mood)),
            What::ObjectionRaised { .. } => {
                view.marks.push(mark(at, MarkKind::ObjectionRaised, words.text("mark-objection")))
            }
            What::ObjectionLifted { .. } => {
                view.marks.push(mark(at, MarkKind::ObjectionLifted, words.text("mark-lifted")))
            }
            What::Crm { record, field: Some(field), .. } => {
                let kind = run.crm().record(record).map(|record| record.kind);
                let name =
                    kind.map_or_else(|| field.clone(), |kind| words.text(&format!("field-{}-{field}", kind.name())));
                view.marks.push(mark(at, MarkKind::CrmEdit, words.with("mark-crm", &[("field", &name)])));
            }
            _ => {}
        }
    }
    if let Some((last, since)) = phase {
        view.stretches.extend(waiting(last).map(|stretch| (stretch, since, run.now_ms())));
    }
    // Holds and waits lie below what was said.
    view.stretches.sort_by_key(|(stretch, since, _)| {
        (matches!(stretch, Stretch::Operator | Stretch::OtherSide | Stretch::Colleague), *since)
    });
    for check in review.score.critical_errors.iter().filter_map(|at| review.score.checks.get(*at)) {
        let at = check.evidence.first().map(|evidence| evidence.at_ms);
        view.marks.extend(at.map(|at| mark(at, MarkKind::Failure, score::title_text(check, words))));
    }
    view
}

fn mark(at_ms: u64, kind: MarkKind, text: String) -> Mark {
    Mark { at_ms, kind, text }
}

/// What a phase is when nobody speaks in it.
fn waiting(phase: Phase) -> Option<Stretch> {
    match phase {
        Phase::Ringing | Phase::Dialling => Some(Stretch::Ringing),
        Phase::Hold | Phase::Consulting => Some(Stretch::Hold),
        Phase::WrapUp => Some(Stretch::WrapUp),
        Phase::Ready | Phase::Talking | Phase::Ended => None,
    }
}

/// A silence told again is the same one, longer.
fn silence(stretches: &mut Vec<(Stretch, u64, u64)>, since: u64, until: u64) {
    match stretches.iter_mut().rev().find(|(stretch, ..)| *stretch == Stretch::Silence) {
        Some((_, from, to)) if *from == since => *to = until,
        _ => stretches.push((Stretch::Silence, since, until)),
    }
}
