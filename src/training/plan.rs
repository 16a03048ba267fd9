//! The model plan of a call: what an excellent operator does next, given what was heard. Robots play it, guided mode
//! offers it among worse lines, the debrief quotes it.

use super::run::Run;
use super::view::Suggestion;
use crate::call::What;
use crate::id::{LineId, PlayId};
use crate::language::Understood;
use crate::mood::Mood;
use crate::pack::model::{Act, CallScenario, Play};
use crate::random::Stream;
use std::collections::BTreeSet;

/// The next play: the first one not done whose conditions are met.
pub fn next<'a>(scenario: &'a CallScenario, done: &BTreeSet<PlayId>, heard: &BTreeSet<LineId>) -> Option<&'a Play> {
    scenario.model.iter().find(|play| {
        !done.contains(&play.id)
            && play.needs.iter().all(|need| done.contains(need))
            && (play.after.is_empty() || play.after.iter().any(|line| heard.contains(line)))
    })
}

/// The lines heard so far from the other side.
pub fn heard(run: &Run) -> BTreeSet<LineId> {
    run.events()
        .iter()
        .filter_map(|event| match &event.what {
            What::LineEnded { line, .. } => Some(line.clone()),
            _ => None,
        })
        .collect()
}

/// Which plays the trainee has done in his own words: a play is done when an utterance meant the same.
pub fn done(run: &Run) -> BTreeSet<PlayId> {
    let said: Vec<&Understood> = run
        .events()
        .iter()
        .filter_map(|event| match &event.what {
            What::Said { understood, .. } => Some(understood),
            _ => None,
        })
        .collect();
    let happened = |wanted: fn(&What) -> bool| run.events().iter().any(|event| wanted(&event.what));
    let acted = |act: &Act| match act {
        Act::Hold(_) => happened(|what| matches!(what, What::HoldEnded { .. })),
        Act::Consult(_) => happened(|what| matches!(what, What::ConsultStarted { .. })),
        Act::CompleteTransfer | Act::ColdTransfer(_) => happened(|what| matches!(what, What::Transferred { .. })),
        Act::OpenRecord => happened(|what| matches!(what, What::RecordOpened { .. })),
        Act::UpdateRecord => happened(|what| matches!(what, What::Crm { .. })),
        Act::Handbook(_) => happened(|what| matches!(what, What::HandbookOpened { .. })),
        Act::HangUp => happened(|what| matches!(what, What::Ended { .. })),
    };
    run.scenario()
        .model
        .iter()
        .filter(|play| match &play.say {
            Some(line) => {
                let meant = run.understand(&phrase(run, line));
                said.iter().any(|understood| means_the_same(&meant, understood))
            }
            None => play.then.iter().all(acted),
        })
        .map(|play| play.id.clone())
        .collect()
}

/// True when an utterance does what a line of the plan would: the same intents; without intents, most of the same moves.
pub fn means_the_same(meant: &Understood, said: &Understood) -> bool {
    if !meant.intents.is_empty() {
        return meant.intents.iter().any(|found| said.has_intent(&found.intent));
    }
    let moves: BTreeSet<_> = meant.moves.iter().map(|found| found.mv).collect();
    let shared = moves.iter().filter(|mv| said.has(**mv)).count();
    !moves.is_empty() && shared * 3 >= moves.len() * 2
}

/// A play's line, put as the script would.
pub fn phrase(run: &Run, line: &LineId) -> String {
    run.pack().title(line, run.setup().language, Some(run.variables()))
}

/// Lines for guided mode: the next good one, one that comes at the wrong time, and a bad one; shuffled.
pub fn suggestions(run: &Run) -> Vec<Suggestion> {
    let (done, heard) = (done(run), heard(run));
    let language = run.setup().language;
    let turns = run.events().iter().filter(|event| matches!(event.what, What::Said { .. })).count();
    let mut stream = Stream::new(run.setup().seed, &format!("suggestions {turns}"));
    let mut done_or_silent = done.clone();
    let spoken: Vec<&Play> = std::iter::from_fn(|| {
        let play = next(run.scenario(), &done_or_silent, &heard)?;
        done_or_silent.insert(play.id.clone());
        Some(play)
    })
    .filter(|play| play.say.is_some())
    .take(4)
    .collect();
    let mood = run.mood().unwrap_or(Mood { patience: 60, trust: 50, confusion: 20, interest: 50 });
    let mut say =
        |play: &Play| play.say.as_ref().map(|line| run.pack().say(line, language, run.variables(), mood, &mut stream));
    let mut lines = Vec::new();
    if let Some(text) = spoken.first().and_then(|play| say(play)) {
        lines.push(Suggestion { text, good: true });
    }
    if let Some(text) = spoken.get(2).and_then(|play| say(play)) {
        lines.push(Suggestion { text, good: false });
    }
    let clumsy = super::phrases::clumsy(language);
    let mut clumsy: Vec<&String> = clumsy.iter().collect();
    stream.shuffle(&mut clumsy);
    lines.extend(
        clumsy.into_iter().take(4 - lines.len().max(2)).map(|text| Suggestion { text: text.clone(), good: false }),
    );
    stream.shuffle(&mut lines);
    lines
}
