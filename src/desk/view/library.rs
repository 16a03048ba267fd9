//! The library and the history: packs, calls, attempts.

use super::super::panel::briefing::mode_key;
use super::super::panel::history::{AttemptRow, HistoryView};
use super::super::panel::library::{BrokenPack, CallRow, LibraryView, PackRow, UnfinishedRow};
use super::super::state::{Broken, Desk, Scored, ago};
use super::{progress, shown_language, title};
use crate::diagnostic::Severity;
use crate::pack::model::Pack;
use crate::records::{Attempt, State};
use crate::score::Verdict;
use crate::wording::Wording;

/// What the library shows.
pub fn library(desk: &Desk, now: &str) -> LibraryView {
    let words = desk.words();
    let wanted = desk.library_search.trim().to_lowercase();
    let mut packs: Vec<PackRow> = desk.shelf.packs.iter().map(|pack| pack_row(desk, pack)).collect();
    let next = progress::next_call(desk);
    let sectors = sectors(&packs);
    let filter = &desk.library_filter;
    for pack in &mut packs {
        let whole = pack.title.to_lowercase().contains(&wanted)
            || words.text(&format!("sector-{}", pack.sector)).to_lowercase().contains(&wanted);
        if !whole {
            pack.calls.retain(|call| call.title.to_lowercase().contains(&wanted));
        }
        let elsewhere = filter.sector.as_ref().is_some_and(|sector| *sector != pack.sector)
            || filter.language.is_some_and(|language| !pack.languages.contains(&language));
        pack.calls.retain(|call| {
            !elsewhere
                && filter.direction.is_none_or(|direction| direction == call.direction)
                && filter.difficulty.is_none_or(|difficulty| difficulty == call.difficulty)
                && !(filter.open_only && call.passed)
        });
        for call in &mut pack.calls {
            call.next = next.as_ref().is_some_and(|next| next.pack == pack.id && next.call == call.id);
        }
    }
    packs.retain(|pack| !pack.calls.is_empty());
    LibraryView {
        loading: desk.loading,
        search: desk.library_search.clone(),
        filter: filter.clone(),
        sectors,
        next,
        packs,
        unfinished: desk
            .attempts
            .iter()
            .filter(|attempt| attempt.state == State::Open)
            .map(|attempt| UnfinishedRow {
                attempt: attempt.id,
                title: attempt_title(desk, attempt),
                started: when(&attempt.started, now, words),
                playable: playable(desk, attempt),
            })
            .collect(),
        broken: desk.shelf.broken.iter().map(broken_pack).collect(),
        roots: desk.options.roots.iter().map(|root| root.display().to_string()).collect(),
    }
}

/// The lines of business there are, each once.
fn sectors(packs: &[PackRow]) -> Vec<String> {
    let mut sectors: Vec<String> = packs.iter().map(|pack| pack.sector.clone()).collect();
    sectors.sort();
    sectors.dedup();
    sectors
}

fn pack_row(desk: &Desk, pack: &Pack) -> PackRow {
    let language = shown_language(pack, desk.settings.language);
    let mut calls: Vec<CallRow> = pack
        .calls
        .values()
        .map(|call| {
            let scores: Vec<&Scored> = desk
                .attempts
                .iter()
                .filter(|attempt| attempt.header.pack == pack.id && attempt.header.call == call.id)
                .filter(|attempt| attempt.state == State::Finished)
                .filter_map(|attempt| desk.scored.get(&attempt.id))
                .collect();
            CallRow {
                id: call.id.clone(),
                title: pack.title(&call.title, language, None),
                direction: call.direction,
                kind: call.kind,
                difficulty: call.difficulty,
                attempts: scores.len(),
                best: scores.iter().map(|score| score.overall).max(),
                passed: scores.iter().any(|score| score.result == Verdict::Pass),
                next: false,
            }
        })
        .collect();
    calls.sort_by_key(|call| (call.difficulty, call.id.clone()));
    PackRow {
        id: pack.id.clone(),
        title: pack.title(&pack.title, language, None),
        summary: pack.title(&pack.summary, language, None),
        sector: pack.sector.clone(),
        languages: pack.languages.clone(),
        calls,
    }
}

fn broken_pack(broken: &Broken) -> BrokenPack {
    let errors = broken.report.diagnostics().iter().filter(|problem| problem.severity == Severity::Error).count();
    BrokenPack { folder: broken.name.clone(), errors }
}

/// What the history shows.
pub fn history(desk: &Desk, now: &str) -> HistoryView {
    let words = desk.words();
    let row = |attempt: &Attempt| {
        let score = desk.scored.get(&attempt.id);
        AttemptRow {
            id: attempt.id,
            title: attempt_title(desk, attempt),
            when: when(&attempt.started, now, words),
            mode: mode_key(attempt.header.mode),
            state: attempt.state,
            retried: attempt.header.retried_from.is_some(),
            overall: score.map(|score| score.overall),
            result: score.filter(|_| attempt.state == State::Finished).map(|score| score.result),
            dimensions: score.map(|score| score.dimensions.clone()).unwrap_or_default(),
            playable: playable(desk, attempt),
            voice: desk.ears.recordings.get(&attempt.id).map(|kept| {
                // In figures: there is little room.
                let until: Option<jiff::civil::Date> = kept.until.parse().ok();
                let until = until.map_or_else(|| kept.until.clone(), |day| day.strftime("%d/%m/%Y").to_string());
                words.with("history-voice", &[("count", &kept.numbers.len().to_string()), ("until", &until)])
            }),
        }
    };
    HistoryView {
        attempts: desk.attempts.iter().map(row).collect(),
        deleting: desk.deleting,
        marked: desk.marked.clone(),
    }
}

/// How long ago something was, in words.
pub(super) fn when(moment: &str, now: &str, words: &Wording) -> String {
    let (key, count) = ago(moment, now).words();
    words.with(key, &[("count", &count.to_string())])
}

pub(super) fn attempt_title(desk: &Desk, attempt: &Attempt) -> String {
    let pack = desk.shelf.pack(attempt.header.pack.as_str());
    let call = pack.and_then(|pack| Some((pack, pack.calls.get(&attempt.header.call)?)));
    match call {
        Some((pack, call)) => title(pack, &call.title, desk.settings.language),
        None => format!("{}/{}", attempt.header.pack, attempt.header.call),
    }
}

fn playable(desk: &Desk, attempt: &Attempt) -> bool {
    desk.shelf.pack(attempt.header.pack.as_str()).is_some_and(|pack| pack.hash == attempt.header.pack_hash)
}
