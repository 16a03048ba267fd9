//! The debrief.

use super::super::panel::briefing::mode_key;
use super::super::panel::checks::{CheckRow, ChecksView, EvidenceRow};
use super::super::panel::debrief::{AdviceRow, DebriefView};
use super::super::panel::figures::FiguresView;
use super::super::panel::radar::{RadarCorner, RadarView};
use super::super::panel::timeline::TimelineView;
use super::super::panel::transcript::TranscriptView;
use super::super::panel::voice::{RecordingRow, RecordingsView, VoiceView};
use super::super::state::{Desk, Review};
use super::title;
use crate::call::What;
use crate::debrief;
use crate::locale::Language;
use crate::records::{AttemptId, Kept};
use crate::score::{self, CheckOutcome, CheckResult, Dimension};
use crate::training::Mode;
use crate::value::written_date;
use crate::wording::Wording;
use std::collections::BTreeSet;

/// Characters of a subject that fit beside the title of a check.
const LONGEST_SUBJECT: usize = 48;

/// Earlier attempts drawn in the radar.
const EARLIER: usize = 3;

/// The call and the mode it was played in.
pub(super) fn heading(desk: &Desk, review: &Review) -> String {
    let setup = review.run.setup();
    let title = title(&setup.pack, &review.run.scenario().title, desk.settings.language);
    format!("{title} · {}", desk.words().text(mode_key(setup.mode)))
}

/// What the screen shows.
pub fn debrief(desk: &Desk, review: &Review) -> DebriefView {
    let words = desk.words();
    let score = &review.score;
    let setup = review.run.setup();
    let check = |at: &usize| score.checks.get(*at);
    let points = |dimension: Dimension| score.dimensions.get(&dimension).copied().flatten();
    let earlier: Vec<_> = desk.earlier(review).into_iter().take(EARLIER).collect();
    let connected_ms = debrief::connected_ms(&review.run);
    let corners = review
        .own
        .iter()
        .map(|(dimension, own)| RadarCorner {
            dimension: *dimension,
            points: points(*dimension),
            earlier: earlier.iter().map(|score| score.points(*dimension)).collect(),
            own: *own,
        })
        .collect();
    let mut checks: Vec<&CheckResult> = score.checks.iter().collect();
    checks.sort_by_key(|check| check.dimension);
    DebriefView {
        title: heading(desk, review),
        language: desk.settings.language,
        result: score.result,
        overall: score.overall,
        pass_mark: score.pass_mark,
        compliance: points(Dimension::Compliance),
        critical: score.critical_errors.iter().filter_map(check).map(|check| with_subject(check, words)).collect(),
        radar: RadarView { corners, pass_mark: score.pass_mark },
        advice: score.advice.iter().filter_map(check).map(|check| advice(check, review, words)).collect(),
        connected_ms,
        timeline: TimelineView {
            timeline: debrief::timeline(&review.run, score, words),
            selected_ms: review.selected_ms,
        },
        part: review.part,
        checks: ChecksView {
            checks: once(checks.into_iter().map(|check| check_row(check, review, words)).collect()),
            filter: review.filter,
            connected_ms,
        },
        transcript: TranscriptView {
            turns: turns(review, words),
            connected_ms,
            selected_ms: review.selected_ms,
            retry: setup.mode != Mode::Exam,
            clickable: true,
            live: false,
            speaking: None,
        },
        voice: voice(desk, review),
        figures: FiguresView { kpis: score.kpis.clone(), target_s: review.run.scenario().target_s },
        retried: review.run.journal().header.retried_from.is_some(),
        retry: true,
        page: desk.exported.as_ref().map(|file| file.display().to_string()),
    }
}

/// How the operator sounded, and the recordings that are kept of it.
fn voice(desk: &Desk, review: &Review) -> Option<VoiceView> {
    let report = debrief::voice(&review.run, &desk.norms(review.run.setup().language), desk.words())?;
    let recordings = review.attempt.and_then(|attempt| {
        let kept = desk.ears.recordings.get(&attempt)?;
        Some(RecordingsView {
            attempt,
            until: until(kept, desk.settings.language),
            folder: std::path::absolute(&kept.folder).unwrap_or_else(|_| kept.folder.clone()).display().to_string(),
            deleting: desk.ears.deleting == Some(attempt),
            recordings: recordings(review, kept, desk.ears.playing.filter(|(of, _)| *of == attempt)),
            audible: !desk.settings.silent && desk.sound_trouble.is_none(),
        })
    });
    Some(VoiceView { report, recordings })
}

/// What was kept of what was said, as it was said.
fn recordings(review: &Review, kept: &Kept, playing: Option<(AttemptId, u32)>) -> Vec<RecordingRow> {
    let events = review.run.events().iter();
    let spoke = events.filter_map(|event| match event.what {
        What::Spoke { number, from_ms, .. } if kept.numbers.contains(&number) => Some((number, from_ms)),
        _ => None,
    });
    let connected_ms = debrief::connected_ms(&review.run);
    spoke
        .map(|(number, from_ms)| RecordingRow {
            number,
            since_ms: from_ms.saturating_sub(connected_ms),
            playing: playing.is_some_and(|(_, playing)| playing == number),
        })
        .collect()
}

/// The day from which on recordings are deleted, as people write it.
fn until(kept: &Kept, language: Language) -> String {
    kept.until.parse().map_or_else(|_| kept.until.clone(), |day| written_date(day, language))
}

/// The transcript, with what would have been better below the lines it would have been better than.
fn turns(review: &Review, words: &Wording) -> Vec<debrief::TurnRow> {
    let mut turns = debrief::rows(&review.run, true, words);
    for row in turns.iter_mut().filter(|row| row.speaker == debrief::Speaker::Operator) {
        let better = review.hindsight.iter().find(|instead| instead.missed && instead.turn == row.turn);
        row.instead = better.map(|instead| instead.line.clone());
    }
    turns
}

/// What an excellent operator would have said where a check was missed; `None`: it is not about words.
fn instead(check: &CheckResult, review: &Review) -> Option<String> {
    let evidence = check.evidence.first().filter(|_| debrief::is_about_words(check))?;
    debrief::instead_at(&review.hindsight, &review.run, evidence.at_ms)
}

pub(super) fn with_subject(check: &CheckResult, words: &Wording) -> String {
    let title = score::title_text(check, words);
    match subject(check, words) {
        Some(subject) => format!("{title} – {subject}"),
        None => title,
    }
}

/// What a check is about, where it is a name: a whole sentence is told by the evidence, once.
fn subject(check: &CheckResult, words: &Wording) -> Option<String> {
    score::subject_text(check, words).filter(|subject| subject.chars().count() <= LONGEST_SUBJECT)
}

fn advice(check: &CheckResult, review: &Review, words: &Wording) -> AdviceRow {
    AdviceRow {
        title: with_subject(check, words),
        text: score::advice_text(check, words),
        at_ms: check.evidence.first().map(|evidence| evidence.at_ms),
        instead: instead(check, review),
    }
}

/// The same line answers many checks: it is told once.
fn once(mut rows: Vec<CheckRow>) -> Vec<CheckRow> {
    let mut told: BTreeSet<String> = BTreeSet::new();
    for row in &mut rows {
        row.instead = row.instead.take().filter(|line| told.insert(line.clone()));
    }
    rows
}

fn check_row(check: &CheckResult, review: &Review, words: &Wording) -> CheckRow {
    CheckRow {
        dimension: check.dimension,
        title: score::title_text(check, words),
        subject: subject(check, words),
        outcome: check.outcome,
        critical: check.critical,
        weight: check.weight,
        evidence: check
            .evidence
            .iter()
            .map(|evidence| EvidenceRow { at_ms: evidence.at_ms, text: score::evidence_text(evidence, words) })
            .collect(),
        advice: score::advice_text(check, words),
        instead: instead(check, review).filter(|_| check.outcome == CheckOutcome::Failed),
    }
}
