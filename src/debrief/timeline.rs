//! The call as stretches and marks, from its events.

use crate::call::{Party, Phase, What};
use crate::mood::Mood;
use crate::score::{self, Score};
use crate::training::Run;
use crate::wording::Wording;
use std::collections::BTreeMap;

/// Shorter silences are breath.
const SILENCE_MS: u64 = 4_000;

/// What a stretch of the call was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// The trainee speaks.
    Operator,
    /// The customer, or whoever answers in their place, speaks.
    OtherSide,
    /// A colleague who is consulted speaks.
    Colleague,
    /// Nobody speaks, for longer than it takes to breathe.
    Silence,
    /// The customer waits; consulting a colleague included.
    Hold,
    /// Nobody has picked up yet, at either end.
    Ringing,
    /// Work on the record after talking.
    WrapUp,
}

/// Something that happened at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// The customer objected.
    ObjectionRaised,
    /// An objection was dealt with.
    ObjectionLifted,
    /// A field of a record was changed.
    CrmEdit,
    /// A critical error.
    Failure,
}

/// A mark with what it stands for, in words.
#[derive(Debug, Clone)]
pub struct Mark {
    /// When it happened.
    pub at_ms: u64,
    /// Decides the sign.
    pub kind: MarkKind,
    /// What the tip says.
    pub text: String,
}

/// The call as a picture; times in milliseconds of the attempt.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// Length of the attempt, at least 1.
    pub whole_ms: u64,
    /// When somebody was first on the line: zero of the axis.
    pub connected_ms: u64,
    /// Kind, from, to.
    pub stretches: Vec<(Stretch, u64, u64)>,
    /// Moment and the mood from then on.
    pub mood: Vec<(u64, Mood)>,
    /// Objections, edits, critical errors.
    pub marks: Vec<Mark>,
}

/// The timeline of a call that was scored.
pub fn timeline(run: &Run, score: &Score, words: &Wording) -> Timeline {
    let mut view = Timeline {
        whole_ms: run.now_ms().max(1),
        connected_ms: super::connected_ms(run),
        stretches: Vec::new(),
        mood: Vec::new(),
        marks: Vec::new(),
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
    for check in score.critical_errors.iter().filter_map(|at| score.checks.get(*at)) {
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
