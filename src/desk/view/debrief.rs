//! The debrief.

use super::super::panel::briefing::mode_key;
use super::super::panel::checks::{CheckRow, ChecksView, EvidenceRow};
use super::super::panel::debrief::{AdviceRow, DebriefView};
use super::super::panel::figures::FiguresView;
use super::super::panel::radar::{RadarCorner, RadarView};
use super::super::panel::transcript::TranscriptView;
use super::super::state::{Desk, Review};
use super::{timeline, title, transcript};
use crate::score::{self, CheckResult, Dimension, Points};
use crate::training::Mode;
use crate::wording::Wording;

/// What the screen shows.
pub fn debrief(desk: &Desk, review: &Review) -> DebriefView {
    let words = desk.words();
    let score = &review.score;
    let setup = review.run.setup();
    let check = |at: &usize| score.checks.get(*at);
    let points = |dimension: Dimension| score.dimensions.get(&dimension).copied().flatten();
    let before = before(desk, review);
    let corners = review
        .own
        .iter()
        .map(|(dimension, own)| RadarCorner {
            dimension: *dimension,
            points: points(*dimension),
            before: before.iter().find(|(other, _)| other == dimension).and_then(|(_, points)| *points),
            own: *own,
        })
        .collect();
    let mut checks: Vec<&CheckResult> = score.checks.iter().collect();
    checks.sort_by_key(|check| check.dimension);
    DebriefView {
        title: format!(
            "{} · {}",
            title(&setup.pack, &review.run.scenario().title, desk.settings.language),
            words.text(mode_key(setup.mode))
        ),
        language: desk.settings.language,
        result: score.result,
        overall: score.overall,
        pass_mark: score.pass_mark,
        compliance: points(Dimension::Compliance),
        critical: score.critical_errors.iter().filter_map(check).map(|check| with_subject(check, words)).collect(),
        radar: RadarView { corners, pass_mark: score.pass_mark },
        advice: score.advice.iter().filter_map(check).map(|check| advice(check, words)).collect(),
        timeline: timeline::timeline(review, words),
        part: review.part,
        checks: ChecksView {
            checks: checks.into_iter().map(|check| check_row(check, words)).collect(),
            filter: review.filter,
        },
        transcript: TranscriptView {
            turns: transcript::rows(&review.run, true, words),
            selected_ms: review.selected_ms,
            retry: setup.mode != Mode::Exam,
            clickable: true,
            live: false,
        },
        figures: FiguresView { kpis: score.kpis.clone(), target_s: review.run.scenario().target_s },
        retried: review.run.journal().header.retried_from.is_some(),
        retry: true,
    }
}

/// The scores of the attempt before this one at the same call.
fn before(desk: &Desk, review: &Review) -> Vec<(Dimension, Option<Points>)> {
    let setup = review.run.setup();
    desk.attempts
        .iter()
        .filter(|attempt| attempt.header.pack == setup.pack.id && attempt.header.call == setup.call)
        .filter(|attempt| review.attempt.is_none_or(|this| attempt.id < this))
        .find_map(|attempt| desk.scored.get(&attempt.id))
        .map(|score| score.dimensions.clone())
        .unwrap_or_default()
}

fn with_subject(check: &CheckResult, words: &Wording) -> String {
    let title = score::title_text(check, words);
    match score::subject_text(check, words) {
        Some(subject) => format!("{title} – {subject}"),
        None => title,
    }
}

fn advice(check: &CheckResult, words: &Wording) -> AdviceRow {
    AdviceRow {
        title: with_subject(check, words),
        text: score::advice_text(check, words),
        at_ms: check.evidence.first().map(|evidence| evidence.at_ms),
    }
}

fn check_row(check: &CheckResult, words: &Wording) -> CheckRow {
    CheckRow {
        dimension: check.dimension,
        title: score::title_text(check, words),
        subject: score::subject_text(check, words),
        outcome: check.outcome,
        critical: check.critical,
        weight: check.weight,
        evidence: check
            .evidence
            .iter()
            .map(|evidence| EvidenceRow { at_ms: evidence.at_ms, text: score::evidence_text(evidence, words) })
            .collect(),
        advice: score::advice_text(check, words),
    }
}
