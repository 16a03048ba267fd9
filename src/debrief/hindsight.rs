//! What an excellent operator would have said at each of the trainee's turns, after the plan of the call.

use crate::call::What;
use crate::id::{LineId, PlayId};
use crate::score::{CheckOutcome, CheckResult, Dimension, Score};
use crate::training::{Run, plan};
use std::collections::BTreeSet;

/// A turn of the trainee, and the line of the plan that had its place there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instead {
    /// The trainee's turn.
    pub turn: u32,
    /// When the trainee began to speak, in milliseconds of the attempt.
    pub at_ms: u64,
    /// The line, with this call's values filled in.
    pub line: String,
    /// A check of what is said was missed at this turn.
    pub missed: bool,
}

/// For every turn the line the plan had next; none for those at which it waited for the other side.
pub fn hindsight(run: &Run, score: &Score) -> Vec<Instead> {
    let missed: BTreeSet<u32> = score
        .checks
        .iter()
        .filter(|check| check.outcome == CheckOutcome::Failed && is_about_words(check))
        .flat_map(|check| check.evidence.iter().filter_map(|evidence| turn_at(run, evidence.at_ms)))
        .collect();
    let scenario = run.scenario();
    // What each line of the plan means, in all its variants, is worked out once.
    let language = run.setup().language;
    let spoken: Vec<_> = scenario
        .model
        .iter()
        .filter_map(|play| {
            let line = play.say.as_ref()?;
            let variants = run.pack().variants(line, language).iter();
            let meant: Vec<_> =
                variants.map(|variant| run.understand(&run.variables().written(&variant.template, language))).collect();
            Some((play.id.clone(), meant, plan::phrase(run, line)))
        })
        .collect();
    // Whether silent steps (a record opened, a hold) were taken never decides what should be said.
    let mut done: BTreeSet<PlayId> =
        scenario.model.iter().filter(|play| play.say.is_none()).map(|play| play.id.clone()).collect();
    let mut heard: BTreeSet<LineId> = BTreeSet::new();
    let mut found = Vec::new();
    for event in run.events() {
        match &event.what {
            What::LineEnded { line, .. } => {
                heard.insert(line.clone());
            }
            What::Said { turn, understood, .. } => {
                let next = plan::next(scenario, &done, &heard).map(|play| play.id.clone());
                done.extend(
                    spoken
                        .iter()
                        .filter(|(_, meant, _)| meant.iter().any(|meant| plan::means_the_same(meant, understood)))
                        .map(|(id, ..)| id.clone()),
                );
                let Some(next) = next else { continue };
                found.extend(spoken.iter().find(|(id, ..)| *id == next).map(|(_, _, line)| Instead {
                    turn: *turn,
                    at_ms: event.at_ms,
                    line: line.clone(),
                    missed: missed.contains(turn),
                }));
            }
            _ => {}
        }
    }
    found
}

/// The trainee's turn at a moment, or the first one after it.
fn turn_at(run: &Run, at_ms: u64) -> Option<u32> {
    run.events().iter().find_map(|event| match &event.what {
        What::Said { turn, .. } if event.at_ms >= at_ms => Some(*turn),
        _ => None,
    })
}

/// The line for a moment: of the turn that was spoken then, or of the first one after it.
pub fn instead_at(found: &[Instead], run: &Run, at_ms: u64) -> Option<String> {
    let turn = turn_at(run, at_ms)?;
    found.iter().find(|instead| instead.turn == turn).map(|instead| instead.line.clone())
}

/// True for checks of what is said: only there does a line help.
pub fn is_about_words(check: &CheckResult) -> bool {
    matches!(check.dimension, Dimension::Listening | Dimension::ScriptUse | Dimension::ObjectionHandling)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Recogniser;
    use crate::locale::Language;
    use crate::training::robots::{self, Robot};
    use crate::training::{Mode, Setup};

    fn played(robot: Robot) -> Run {
        let pack = crate::pack::built_in().into_iter().find(|origin| origin.name() == "inbound-telecom");
        let (pack, _) = crate::pack::load_from(&pack.expect("it is part of the program"));
        let setup = Setup {
            pack: std::sync::Arc::new(pack.expect("it can be played")),
            call: "double_charge".into(),
            language: Language::French,
            seed: 7,
            mode: Mode::ScriptShown,
            level: crate::level::Level::Usual,
            operator: "Inès".to_owned(),
        };
        robots::play(setup, &Recogniser::new(Language::French), robot).expect("it can be played")
    }

    #[test]
    fn an_excellent_operator_is_told_nothing_and_a_careless_one_much() {
        let excellent = played(Robot { expert: true, ..Robot::default() });
        assert_eq!(hindsight(&excellent, &excellent.score()).iter().filter(|instead| instead.missed).count(), 0);
        let careless = played(Robot { rude: true, ..Robot::default() });
        let told = hindsight(&careless, &careless.score());
        assert!(told.iter().any(|instead| instead.missed), "{told:?}");
        assert!(told.iter().all(|instead| !instead.line.trim().is_empty() && !instead.line.contains('{')), "{told:?}");
    }

    #[test]
    fn a_moment_finds_the_turn_that_answered_it() {
        let run = played(Robot { rude: true, ..Robot::default() });
        let told = hindsight(&run, &run.score());
        let first = told.first().expect("there is something to be told");
        assert_eq!(instead_at(&told, &run, first.at_ms).as_ref(), Some(&first.line));
        assert_eq!(instead_at(&told, &run, u64::MAX), None);
    }
}
