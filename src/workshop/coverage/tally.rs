//! Adding up what was seen, in any order, to the same sum.

use super::{Band, CallCoverage, Coverage, FAILED, PASSED, Play, Seen, Spoken, Unsaid};
use crate::id::*;
use crate::level::Level;
use crate::locale::Language;
use crate::pack::model::{CallScenario, Pack};
use crate::score::{Dimension, Points};
use std::collections::{BTreeMap, BTreeSet};

/// What was seen so far.
#[derive(Debug, Default)]
pub struct Tally {
    plays: usize,
    failures: u32,
    said: BTreeSet<(Language, LineId)>,
    calls: BTreeMap<(CallId, Language), OfCall>,
}

/// Of one call in one language.
#[derive(Debug, Default)]
struct OfCall {
    facts: BTreeSet<FactId>,
    raised: BTreeSet<ObjectionId>,
    lifted: BTreeSet<ObjectionId>,
    outcomes: BTreeSet<OutcomeId>,
    checks: BTreeSet<(CheckId, Option<String>, u8)>,
    overall: BTreeMap<(&'static str, Level), Vec<Points>>,
    best: Option<(Points, Play)>,
    worst: Option<(Points, Dimension, Play)>,
    compared: BTreeMap<u64, Vec<(String, String)>>,
}

impl Tally {
    /// Takes note of one play.
    pub fn add(&mut self, seen: Seen) {
        let Seen { play, lines, facts, raised, lifted, outcomes, checks, overall, worst, said, failures } = seen;
        self.plays += 1;
        self.failures += failures;
        self.said.extend(lines.into_iter().map(|line| (play.language, line)));
        let of = self.calls.entry((play.call.clone(), play.language)).or_default();
        of.facts.extend(facts);
        of.raised.extend(raised);
        of.lifted.extend(lifted);
        of.outcomes.extend(outcomes);
        of.checks.extend(checks);
        of.overall.entry((play.robot, play.level)).or_default().push(overall);
        if of.best.as_ref().is_none_or(|(best, by)| (overall, &by) > (*best, &&play)) {
            of.best = Some((overall, play.clone()));
        }
        if play.robot == "expert"
            && let Some((points, dimension)) = worst
        {
            let found = (points, dimension, play.clone());
            of.worst = Some(of.worst.take().map_or(found.clone(), |worst| worst.min(found)));
        }
        if !said.is_empty() {
            of.compared.insert(play.seed, said);
        }
    }

    /// The sum.
    pub fn coverage(&self, pack: &Pack) -> Coverage {
        let spoken = super::spoken(pack);
        let never_said = self.never_said(pack, &spoken);
        let lines = spoken.len() * pack.languages.len();
        let missing = |lines: &[Unsaid]| lines.iter().map(|unsaid| unsaid.languages.len()).sum::<usize>();
        let said = lines - missing(&never_said);
        let explained: Vec<Unsaid> = never_said.iter().filter(|unsaid| unsaid.explained.is_some()).cloned().collect();
        let (mut facts, mut unraised, mut unlifted) = (Vec::new(), Vec::new(), Vec::new());
        for persona in pack.personas.values() {
            let calls: Vec<&OfCall> = self.with(pack, &persona.id);
            if calls.is_empty() {
                continue;
            }
            for fact in persona.facts.iter().filter(|fact| !calls.iter().any(|of| of.facts.contains(&fact.id))) {
                facts.push((persona.id.clone(), fact.id.clone()));
            }
            for objection in persona.objections.iter().map(|objection| &objection.id) {
                if !calls.iter().any(|of| of.raised.contains(objection)) {
                    unraised.push((persona.id.clone(), objection.clone()));
                } else if !calls.iter().any(|of| of.lifted.contains(objection)) {
                    unlifted.push((persona.id.clone(), objection.clone()));
                }
            }
        }
        Coverage {
            pack: pack.id.clone(),
            plays: self.plays,
            lines,
            said,
            explained: missing(&explained),
            said_percent: u8::try_from((said * 100).checked_div(lines).unwrap_or(100)).unwrap_or(100),
            never_said,
            facts_never_told: facts,
            objections_never_raised: unraised,
            objections_never_lifted: unlifted,
            script_failures: self.failures,
            calls: self
                .calls
                .iter()
                .filter_map(|((call, language), of)| Some(of_call(pack, pack.calls.get(call)?, *language, of)))
                .collect(),
        }
    }

    fn never_said(&self, pack: &Pack, spoken: &Spoken) -> Vec<Unsaid> {
        let unsaid = |(line, whose): (&LineId, &String)| {
            let languages: Vec<Language> = pack
                .languages
                .iter()
                .copied()
                .filter(|language| !self.said.contains(&(*language, line.clone())))
                .collect();
            (!languages.is_empty()).then(|| Unsaid {
                line: line.clone(),
                whose: whose.clone(),
                languages,
                explained: pack.explained.get(line).cloned(),
            })
        };
        spoken.iter().filter_map(unsaid).collect()
    }

    /// The calls somebody takes part in.
    fn with(&self, pack: &Pack, persona: &PersonaId) -> Vec<&OfCall> {
        let takes_part = |call: &CallId| {
            pack.calls
                .get(call)
                .is_some_and(|call| call.customer == *persona || call.gatekeeper.as_ref() == Some(persona))
        };
        self.calls.iter().filter(|((call, _), _)| takes_part(call)).map(|(_, of)| of).collect()
    }
}

fn of_call(pack: &Pack, call: &CallScenario, language: Language, of: &OfCall) -> CallCoverage {
    let band = |robot: &'static str, level| of.overall.get(&(robot, level)).and_then(|points| Band::of(points));
    let (expert, careless) = (band("expert", Level::Usual), band("careless", Level::Usual));
    let apart = expert.zip(careless).map(|(expert, careless)| i32::from(expert.least.0) - i32::from(careless.most.0));
    let novice = Level::ALL.into_iter().filter_map(|level| Some((level, band("novice", level)?.mean))).collect();
    let outcomes = call.outcomes.iter().map(|outcome| &outcome.id);
    let steps = pack.scripts.get(&call.script).map(|script| script.steps.as_slice()).unwrap_or_default();
    let done = |step: &StepId| {
        of.checks.iter().any(|(_, subject, how)| *how == PASSED && subject.as_deref() == Some(step.as_str()))
    };
    let mut came_out: BTreeMap<&CheckId, [bool; 3]> = BTreeMap::new();
    for (check, _, how) in &of.checks {
        if let Some(seen) = came_out.entry(check).or_default().get_mut(usize::from(*how)) {
            *seen = true;
        }
    }
    let checks = |wanted: fn(&[bool; 3]) -> bool| -> Vec<CheckId> {
        came_out.iter().filter(|(_, seen)| wanted(seen)).map(|(check, _)| (*check).clone()).collect()
    };
    CallCoverage {
        call: call.id.clone(),
        language,
        best: of.best.clone(),
        expert,
        expert_worst: of.worst.clone(),
        careless,
        apart,
        novice,
        outcomes_never_reached: outcomes.filter(|outcome| !of.outcomes.contains(*outcome)).cloned().collect(),
        steps_never_done: steps.iter().map(|step| &step.id).filter(|step| !done(step)).cloned().collect(),
        checks_never_apply: checks(|seen| !seen[usize::from(PASSED)] && !seen[usize::from(FAILED)]),
        checks_always_passed: checks(|seen| seen[usize::from(PASSED)] && !seen[usize::from(FAILED)]),
        checks_never_passed: checks(|seen| seen[usize::from(FAILED)] && !seen[usize::from(PASSED)]),
        variety: super::varied(&of.compared.values().cloned().collect::<Vec<_>>()),
    }
}
