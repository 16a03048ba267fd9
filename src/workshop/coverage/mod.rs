//! What robots find in a pack: which of its lines, facts, objections, steps, outcomes and checks ever come to pass, and
//! what its calls are worth to operators of different skill.
//!
//! `plays` says what to play, `seen` plays one of them, `Tally` adds up in any order: who calls may use several threads.

mod lines;
mod page;
mod tally;
mod text;
mod variety;

pub use lines::{Spoken, spoken};
pub use page::page;
pub use tally::Tally;
pub use text::text;
pub use variety::{Variety, said, varied};

use crate::call::{Party, What};
use crate::id::*;
use crate::language::Recogniser;
use crate::level::Level;
use crate::locale::Language;
use crate::pack::model::Pack;
use crate::score::{CheckOutcome, Dimension, Points};
use crate::training::robots::{self, Robot};
use crate::training::{CannotStart, Mode, Run, Setup, phrases};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One call to be played by a robot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Play {
    /// Scenario.
    pub call: CallId,
    /// Language.
    pub language: Language,
    /// Level.
    pub level: Level,
    /// Name of the robot.
    pub robot: &'static str,
    /// Seed.
    pub seed: u64,
}

/// Plays of the expert that are compared with one another.
const COMPARED: u64 = 10;
/// Other robots than the explorer play one in so many of his plays: they vary less.
const ONE_IN: u64 = 6;

/// Everything to play: each call in each language at each level by each robot, the explorer `runs` times with seeds from
/// `first_seed` on.
pub fn plays(pack: &Pack, runs: u64, first_seed: u64) -> Vec<Play> {
    let mut plays = Vec::new();
    for call in pack.calls.keys() {
        for language in &pack.languages {
            for level in Level::ALL {
                for robot in Robot::NAMES {
                    let compared = robot == "expert" && level == Level::Usual;
                    let count = match robot {
                        "explorer" => runs,
                        _ if compared => runs.div_ceil(ONE_IN).max(COMPARED),
                        _ => runs.div_ceil(ONE_IN),
                    };
                    plays.extend((first_seed..first_seed.saturating_add(count)).map(|seed| Play {
                        call: call.clone(),
                        language: *language,
                        level,
                        robot,
                        seed,
                    }));
                }
            }
        }
    }
    plays
}

/// What came to pass in one play.
#[derive(Debug)]
pub struct Seen {
    play: Play,
    lines: BTreeSet<LineId>,
    facts: BTreeSet<FactId>,
    raised: BTreeSet<ObjectionId>,
    lifted: BTreeSet<ObjectionId>,
    outcomes: BTreeSet<OutcomeId>,
    /// Check, subject and how it came out.
    checks: BTreeSet<(CheckId, Option<String>, u8)>,
    overall: Points,
    worst: Option<(Points, Dimension)>,
    /// What the other side said, with and without the values of this seed; only of plays that are compared.
    said: Vec<(String, String)>,
    failures: u32,
}

/// Plays one call.
pub fn seen(pack: &Arc<Pack>, play: &Play, recogniser: &Arc<Recogniser>) -> Result<Seen, CannotStart> {
    let setup = Setup {
        pack: Arc::clone(pack),
        call: play.call.clone(),
        language: play.language,
        seed: play.seed,
        mode: Mode::ScriptShown,
        level: play.level,
        operator: phrases::operator_name(play.language).to_owned(),
    };
    let robot = Robot::parse(play.robot).unwrap_or_default();
    Ok(look(play, &robots::play(setup, recogniser, robot)?))
}

fn look(play: &Play, run: &Run) -> Seen {
    let score = run.score();
    let points = |dimension: Dimension| score.dimensions.get(&dimension).copied().flatten();
    let checks = score.checks.iter().map(|check| (check.check.clone(), check.subject.clone(), outcome(check.outcome)));
    let mut seen = Seen {
        play: play.clone(),
        lines: BTreeSet::new(),
        facts: BTreeSet::new(),
        raised: BTreeSet::new(),
        lifted: BTreeSet::new(),
        outcomes: BTreeSet::new(),
        checks: checks.collect(),
        overall: score.overall,
        worst: Dimension::HEADLINE.into_iter().filter_map(|dimension| Some((points(dimension)?, dimension))).min(),
        said: if play.robot == "expert" && play.level == Level::Usual { variety::said(run) } else { Vec::new() },
        failures: 0,
    };
    let scenario = run.scenario();
    for event in run.events() {
        match &event.what {
            What::LineStarted { party, line, .. } => {
                let persona = match party {
                    Party::Customer => Some(&scenario.customer),
                    Party::Gatekeeper => scenario.gatekeeper.as_ref(),
                    _ => None,
                };
                seen.lines.insert(lines::own(run.pack(), persona, line));
            }
            What::FactTold { fact, .. } => _ = seen.facts.insert(fact.clone()),
            What::ObjectionRaised { objection, .. } => _ = seen.raised.insert(objection.clone()),
            What::ObjectionLifted { objection, .. } => _ = seen.lifted.insert(objection.clone()),
            What::Settled { outcome } => _ = seen.outcomes.insert(outcome.clone()),
            What::Ended { outcome: Some(outcome), .. } => _ = seen.outcomes.insert(outcome.clone()),
            What::ScriptFailed { .. } => seen.failures += 1,
            _ => {}
        }
    }
    seen
}

const PASSED: u8 = 0;
const FAILED: u8 = 1;
const LEFT_OUT: u8 = 2;

fn outcome(outcome: CheckOutcome) -> u8 {
    match outcome {
        CheckOutcome::Passed => PASSED,
        CheckOutcome::Failed => FAILED,
        CheckOutcome::NotApplicable => LEFT_OUT,
    }
}

/// What robots found in a pack.
#[derive(Debug, Serialize)]
pub struct Coverage {
    /// The pack.
    pub pack: PackId,
    /// Calls that were played.
    pub plays: usize,
    /// Lines of customers, gatekeepers and colleagues, counted in each language.
    pub lines: usize,
    /// Of these, those said at least once.
    pub said: usize,
    /// Of those never said, those the author explains.
    pub explained: usize,
    /// Share of lines said, percent, rounded down.
    pub said_percent: u8,
    /// Lines never said.
    pub never_said: Vec<Unsaid>,
    /// Facts never told, by persona.
    pub facts_never_told: Vec<(PersonaId, FactId)>,
    /// Objections never raised, by persona.
    pub objections_never_raised: Vec<(PersonaId, ObjectionId)>,
    /// Objections raised but never lifted, by persona.
    pub objections_never_lifted: Vec<(PersonaId, ObjectionId)>,
    /// Behaviour scripts failed so often while playing.
    pub script_failures: u32,
    /// Each call in each language.
    pub calls: Vec<CallCoverage>,
}

/// A line never said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Unsaid {
    /// The line.
    pub line: LineId,
    /// What it is: `martine: fact charge_amount`.
    pub whose: String,
    /// Languages in which nobody said it.
    pub languages: Vec<Language>,
    /// Why, by the author.
    pub explained: Option<String>,
}

/// What robots found in one call in one language.
#[derive(Debug, Serialize)]
pub struct CallCoverage {
    /// The call.
    pub call: CallId,
    /// The language.
    pub language: Language,
    /// The highest overall points, and who reached them.
    pub best: Option<(Points, Play)>,
    /// The expert's overall points at the usual level.
    pub expert: Option<Band>,
    /// The worst of the expert's dimensions at any level.
    pub expert_worst: Option<(Points, Dimension, Play)>,
    /// The careless robot's overall points at the usual level.
    pub careless: Option<Band>,
    /// Points between the careless robot's best and the expert's worst, tenths; negative when they overlap.
    pub apart: Option<i32>,
    /// The novice's mean at each level.
    pub novice: BTreeMap<Level, Points>,
    /// Outcomes never reached.
    pub outcomes_never_reached: Vec<OutcomeId>,
    /// Steps of the script that nobody ever did.
    pub steps_never_done: Vec<StepId>,
    /// Checks that never applied.
    pub checks_never_apply: Vec<CheckId>,
    /// Checks that everybody always passed.
    pub checks_always_passed: Vec<CheckId>,
    /// Checks that nobody ever passed.
    pub checks_never_passed: Vec<CheckId>,
    /// How far the expert's plays differ from each other.
    pub variety: Option<Variety>,
}

/// Overall points of several plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Band {
    /// The lowest.
    pub least: Points,
    /// The mean, rounded down.
    pub mean: Points,
    /// The highest.
    pub most: Points,
}

impl Band {
    fn of(points: &[Points]) -> Option<Band> {
        let sum: u64 = points.iter().map(|points| u64::from(points.0)).sum();
        let mean = u16::try_from(sum.checked_div(points.len() as u64)?).ok()?;
        Some(Band { least: *points.iter().min()?, mean: Points(mean), most: *points.iter().max()? })
    }
}
