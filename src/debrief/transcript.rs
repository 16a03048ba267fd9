//! The transcript, from the events of a call.

use super::clock::span;
use super::names;
use crate::call::{EndedBy, Event, Party, What};
use crate::language::Understood;
use crate::training::Run;
use crate::wording::Wording;
use std::collections::BTreeMap;

/// Cutting in by less than this is how people talk.
const OVERLAP_MS: u64 = 300;
/// Silences from this on are noted.
const SILENCE_MS: u64 = 10_000;

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// The trainee.
    Operator,
    /// The customer, or whoever answers in their place.
    OtherSide,
    /// Somebody of another department who is consulted.
    Colleague,
    /// Not said: something that happened (hold, transfer …).
    Note,
}

/// A line of the transcript.
#[derive(Debug, Clone)]
pub struct TurnRow {
    /// When it began, in milliseconds of the attempt.
    pub at_ms: u64,
    /// Both sides counted together; 0 for notes.
    pub turn: u32,
    /// Decides side and colour.
    pub speaker: Speaker,
    /// Shown over the text.
    pub name: String,
    /// What was said, or what happened.
    pub text: String,
    /// Cut off by the other one.
    pub cut: bool,
    /// Spoken over the other one.
    pub over: bool,
    /// Nobody heard it.
    pub muted: bool,
    /// Words for what was understood of it; empty where that is not shown.
    pub understood: Vec<String>,
    /// What an excellent operator would have said; `None`: nothing better, or not told here.
    pub instead: Option<String>,
    /// Data said in it that a record may want: numbers, dates, names, as they were said.
    pub data: Vec<String>,
}

/// All that was said and done, in its order. `understood`: with what was understood of each line.
pub fn rows(run: &Run, understood: bool, words: &Wording) -> Vec<TurnRow> {
    let mut started: BTreeMap<u32, u64> = BTreeMap::new();
    let mut rows = Vec::new();
    for event in run.events() {
        match &event.what {
            What::LineStarted { turn, .. } => drop(started.insert(*turn, event.at_ms)),
            What::LineEnded { turn, party, heard, cut, .. } => rows.push(TurnRow {
                at_ms: started.get(turn).copied().unwrap_or(event.at_ms),
                turn: *turn,
                speaker: if *party == Party::Colleague { Speaker::Colleague } else { Speaker::OtherSide },
                name: names::name(run, *party, words),
                text: heard.clone(),
                cut: *cut,
                over: false,
                muted: false,
                understood: Vec::new(),
                instead: None,
                data: Vec::new(),
            }),
            What::Said { turn, text, over_ms, muted, understood: meaning, .. } => rows.push(TurnRow {
                at_ms: event.at_ms,
                turn: *turn,
                speaker: Speaker::Operator,
                name: words.text("transcript-you"),
                text: text.clone(),
                cut: false,
                over: *over_ms > OVERLAP_MS,
                muted: *muted,
                understood: if understood { meant(meaning, words) } else { Vec::new() },
                instead: None,
                data: Vec::new(),
            }),
            _ => rows.extend(note(run, event, words)),
        }
    }
    rows.sort_by_key(|row| row.at_ms);
    rows
}

fn note(run: &Run, event: &Event, words: &Wording) -> Option<TurnRow> {
    let department = |to: &crate::id::DepartmentId| {
        let found = run.pack().company.departments.iter().find(|department| department.id == *to);
        found.map_or_else(
            || to.to_string(),
            |found| run.pack().title(&found.name, run.setup().language, Some(run.variables())),
        )
    };
    let text = match &event.what {
        What::HoldStarted { announced: true } => words.text("note-hold"),
        What::HoldStarted { announced: false } => words.text("note-hold-cold"),
        What::HoldEnded { hold_ms } => words.with("note-hold-end", &[("time", &span(*hold_ms))]),
        What::ConsultStarted { to } => words.with("note-consult", &[("who", &department(to))]),
        What::Transferred { to, warm, .. } => {
            words.with(if *warm { "note-transfer-warm" } else { "note-transfer-cold" }, &[("who", &department(to))])
        }
        What::Ended { by, .. } => words.text(ended(*by)),
        What::Sighed => words.text("note-sigh"),
        What::SupervisorDemanded => words.text("note-supervisor"),
        What::Silence { silent_ms } if *silent_ms >= SILENCE_MS => {
            words.with("note-silence", &[("time", &span(*silent_ms))])
        }
        _ => return None,
    };
    Some(TurnRow {
        at_ms: event.at_ms,
        turn: 0,
        speaker: Speaker::Note,
        name: String::new(),
        text,
        cut: false,
        over: false,
        muted: false,
        understood: Vec::new(),
        instead: None,
        data: Vec::new(),
    })
}

/// Key of how a call ended.
pub fn ended(by: EndedBy) -> &'static str {
    match by {
        EndedBy::Operator => "note-ended-operator",
        EndedBy::OtherSide => "note-ended-other",
        EndedBy::Transfer => "note-ended-transfer",
        EndedBy::Unanswered => "note-ended-unanswered",
    }
}

/// What an utterance was understood as, in words.
fn meant(understood: &Understood, words: &Wording) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for found in &understood.moves {
        let text = words.text(&format!("move-{}", found.mv.name().replace('_', "-")));
        if !out.contains(&text) {
            out.push(text);
        }
    }
    for entity in &understood.entities {
        out.push(entity.value.clone());
    }
    if out.is_empty() && understood.is_empty() {
        out.push(words.text("turn-not-understood"));
    }
    out
}
