//! How the trainee comes on, from the scores that are kept.

use super::super::panel::compare::{CompareView, SideView};
use super::super::panel::progress::{NextRow, PackProgress, PointView, ProgressView, SeriesView, WeakRow};
use super::super::panel::radar::{RadarCorner, RadarView};
use super::super::panel::timeline::TimelineView;
use super::super::state::{Desk, Review, Scored};
use super::{library, title};
use crate::debrief;
use crate::pack::model::{CallScenario, Pack};
use crate::records::{Attempt, State};
use crate::score::{CheckOutcome, CheckResult, Dimension, Points, Verdict};
use crate::wording::Wording;
use std::collections::BTreeMap;

/// Attempts a chart goes back.
const CHARTED: usize = 30;
/// Attempts the weakest checks are taken from.
const RECENT: usize = 10;
/// Weakest checks shown.
const WEAKEST: usize = 5;

/// What the screen shows. `now`: UTC, as the records keep it.
pub fn progress(desk: &Desk, now: &str) -> ProgressView {
    let words = desk.words();
    let finished: Vec<(&Attempt, &Scored)> = finished(desk);
    let tip = |attempt: &Attempt| {
        format!("{} · {}", library::attempt_title(desk, attempt), library::when(&attempt.started, now, words))
    };
    let series = std::iter::once(None).chain(Dimension::HEADLINE.map(Some)).map(|dimension| {
        let points = finished.iter().take(CHARTED).rev().map(|(attempt, score)| PointView {
            points: match dimension {
                None => Some(score.overall),
                Some(wanted) => score.points(wanted),
            },
            tip: tip(attempt),
        });
        SeriesView { dimension, points: points.collect() }
    });
    ProgressView {
        attempts: finished.len(),
        passed: finished.iter().filter(|(_, score)| score.result == Verdict::Pass).count(),
        series: series.collect(),
        pass_mark: finished.first().map_or(70, |(_, score)| score.pass_mark),
        packs: desk.shelf.packs.iter().map(|pack| pack_progress(desk, pack, &finished)).collect(),
        weakest: weakest(&finished, words),
        next: next(desk, &finished),
    }
}

/// Newest first.
fn finished(desk: &Desk) -> Vec<(&Attempt, &Scored)> {
    desk.attempts
        .iter()
        .filter(|attempt| attempt.state == State::Finished)
        .filter_map(|attempt| Some((attempt, desk.scored.get(&attempt.id)?)))
        .collect()
}

fn pack_progress(desk: &Desk, pack: &Pack, finished: &[(&Attempt, &Scored)]) -> PackProgress {
    let mut best: BTreeMap<&str, (Points, bool)> = BTreeMap::new();
    let mut attempts = 0;
    for (attempt, score) in finished.iter().filter(|(attempt, _)| attempt.header.pack == pack.id) {
        attempts += 1;
        let (points, passed) = best.entry(attempt.header.call.as_str()).or_insert((Points(0), false));
        *points = (*points).max(score.overall);
        *passed |= score.result == Verdict::Pass;
    }
    let sum: u32 = best.values().map(|(points, _)| u32::from(points.0)).sum();
    PackProgress {
        title: title(pack, &pack.title, desk.settings.language),
        passed: best.values().filter(|(_, passed)| *passed).count(),
        calls: pack.calls.len(),
        attempts,
        mean: (!best.is_empty()).then(|| Points((sum / best.len() as u32) as u16)),
    }
}

fn weakest(finished: &[(&Attempt, &Scored)], words: &Wording) -> Vec<WeakRow> {
    let mut counted: BTreeMap<&str, (Dimension, usize, usize)> = BTreeMap::new();
    for (_, score) in finished.iter().take(RECENT) {
        for check in &score.checks {
            let (_, missed, applied) = counted.entry(&check.id).or_insert((check.dimension, 0, 0));
            *missed += usize::from(check.missed);
            *applied += 1;
        }
    }
    let mut rows: Vec<(&str, (Dimension, usize, usize))> =
        counted.into_iter().filter(|(_, (_, missed, _))| *missed > 0).collect();
    // The largest share first; among equals, what was missed more often.
    rows.sort_by_key(|(id, (_, missed, applied))| {
        (std::cmp::Reverse(missed * 1000 / applied), std::cmp::Reverse(*missed), *id)
    });
    rows.into_iter()
        .filter_map(|(id, (dimension, missed, applied))| {
            let key = format!("check-{}", id.replace('_', "-"));
            words.has(&key).then(|| WeakRow {
                title: words.text(&key),
                dimension,
                missed,
                applied,
                advice: words.text(&format!("{key}-advice")),
            })
        })
        .take(WEAKEST)
        .collect()
}

/// The subject with the lowest mean over the recent attempts.
fn weakest_dimension(finished: &[(&Attempt, &Scored)]) -> Option<Dimension> {
    let mean = |dimension: Dimension| {
        let points: Vec<u32> = finished
            .iter()
            .take(RECENT)
            .filter_map(|(_, score)| score.points(dimension))
            .map(|points| u32::from(points.0))
            .collect();
        (!points.is_empty()).then(|| points.iter().sum::<u32>() / points.len() as u32)
    };
    let means = Dimension::HEADLINE.into_iter().filter_map(|dimension| Some((mean(dimension)?, dimension)));
    means.min().filter(|(mean, _)| *mean < 950).map(|(_, dimension)| dimension)
}

/// The exercise to take next. Each pack offers the first call that was not passed yet, in the order the library lists them:
/// a course is taken day by day. Among those (or, when all were passed, among all calls) an easy one that counts the
/// weakest subject most.
pub(super) fn next(desk: &Desk, finished: &[(&Attempt, &Scored)]) -> Option<NextRow> {
    let words = desk.words();
    let passed = |pack: &Pack, call: &CallScenario| {
        finished.iter().any(|(attempt, score)| {
            attempt.header.pack == pack.id && attempt.header.call == call.id && score.result == Verdict::Pass
        })
    };
    let weak = weakest_dimension(finished);
    let packs = || desk.shelf.packs.iter().map(AsRef::as_ref);
    let open: Vec<(&Pack, &CallScenario)> = packs()
        .filter_map(|pack| {
            let open = pack.calls.values().filter(|call| !passed(pack, call));
            Some((pack, open.min_by_key(|call| (call.difficulty, &call.id))?))
        })
        .collect();
    let all_passed = open.is_empty();
    let all = || packs().flat_map(|pack| pack.calls.values().map(move |call| (pack, call))).collect();
    let candidates: Vec<(&Pack, &CallScenario)> = if all_passed { all() } else { open };
    let (pack, call) = candidates.into_iter().min_by_key(|(pack, call)| {
        let (weights, _) = crate::score::weights(pack, call);
        let weight = weak.and_then(|weak| weights.get(&weak).copied()).unwrap_or(0);
        (call.difficulty, std::cmp::Reverse(weight), pack.id.clone(), call.id.clone())
    })?;
    let subject = weak.map(|weak| in_a_sentence(&crate::score::dimension_text(weak, words)));
    let why = match (all_passed, subject) {
        (false, None) => words.text("next-easiest"),
        (false, Some(subject)) => words.with("next-easiest-weak", &[("subject", &subject)]),
        (true, None) => words.text("next-all-passed"),
        (true, Some(subject)) => words.with("next-all-passed-weak", &[("subject", &subject)]),
    };
    Some(NextRow {
        pack: pack.id.clone(),
        call: call.id.clone(),
        title: title(pack, &call.title, desk.settings.language),
        why,
    })
}

/// A name as it stands within a sentence: “Script use” becomes “script use”, “CRM data entry” stays as it is.
fn in_a_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

/// The call to take next, for the library.
pub(super) fn next_call(desk: &Desk) -> Option<NextRow> {
    next(desk, &finished(desk))
}

/// Two attempts side by side. `now`: UTC, as the records keep it.
pub fn compare(desk: &Desk, pair: &[Review; 2], now: &str) -> CompareView {
    let words = desk.words();
    let [before, after] = pair;
    let points = |review: &Review, dimension| review.score.dimensions.get(&dimension).copied().flatten();
    let corners = Dimension::HEADLINE.map(|dimension| RadarCorner {
        dimension,
        points: points(after, dimension),
        earlier: vec![points(before, dimension)],
        own: None,
    });
    let changed = |from: CheckOutcome, to: CheckOutcome| {
        let had =
            |check: &CheckResult, review: &Review, outcome| {
                review.score.checks.iter().any(|other| {
                    other.check == check.check && other.subject == check.subject && other.outcome == outcome
                })
            };
        let mut rows: Vec<String> = after
            .score
            .checks
            .iter()
            .filter(|check| check.outcome == to && had(check, before, from))
            .map(|check| super::debrief::with_subject(check, words))
            .collect();
        rows.dedup();
        rows
    };
    CompareView {
        sides: [before, after].map(|review| side(desk, review, now)),
        radar: RadarView { corners: corners.to_vec(), pass_mark: after.score.pass_mark },
        gained: changed(CheckOutcome::Failed, CheckOutcome::Passed),
        lost: changed(CheckOutcome::Passed, CheckOutcome::Failed),
    }
}

fn side(desk: &Desk, review: &Review, now: &str) -> SideView {
    let words = desk.words();
    let kept = desk.attempts.iter().find(|attempt| Some(attempt.id) == review.attempt);
    let all = Dimension::HEADLINE.into_iter().chain([Dimension::Compliance]);
    SideView {
        id: review.attempt.unwrap_or(crate::records::AttemptId(0)),
        title: super::debrief::heading(desk, review),
        when: kept.map_or_else(String::new, |kept| library::when(&kept.started, now, words)),
        result: review.score.result,
        overall: review.score.overall,
        dimensions: all
            .map(|dimension| (dimension, review.score.dimensions.get(&dimension).copied().flatten()))
            .collect(),
        kpis: review.score.kpis.clone(),
        timeline: TimelineView { timeline: debrief::timeline(&review.run, &review.score, words), selected_ms: None },
    }
}

#[cfg(test)]
mod tests {
    use super::in_a_sentence;

    #[test]
    fn an_abbreviation_keeps_its_capitals() {
        for (name, within) in
            [("Écoute", "écoute"), ("Script use", "script use"), ("CRM data entry", "CRM data entry"), ("", "")]
        {
            assert_eq!(in_a_sentence(name), within);
        }
    }
}
