//! `headset simulate`: robots play a call many times.

use super::{CLEAN, COULD_NOT_RUN, Common, library};
use crate::call::What;
use crate::level::Level;
use crate::score::{Dimension, Points, Verdict};
use crate::training::robots::{self, NoSuchRobot, Robot};
use crate::training::{CannotStart, Mode, Run, Setup, phrases};
use crate::wording::Wording;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

/// What was asked for.
#[derive(Debug)]
pub struct Order {
    pub call: String,
    pub robot: String,
    pub level: Level,
    pub runs: u64,
    pub jobs: usize,
    pub journals: Option<PathBuf>,
}

/// One call as played by a robot.
#[derive(Debug, Serialize)]
struct Played {
    seed: u64,
    scores: BTreeMap<&'static str, Option<Points>>,
    overall: Points,
    compliance: Option<Points>,
    result: Verdict,
    critical: Vec<String>,
    outcome: Option<String>,
    ended_by: Option<String>,
    hung_up: Option<String>,
    durations: Durations,
    failed: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Durations {
    talk_ms: u64,
    hold_ms: u64,
    wrap_up_ms: u64,
    handle_ms: u64,
    total_ms: u64,
}

pub fn run(common: &Common, order: &Order) -> u8 {
    let language = common.language();
    let words = Wording::new(language);
    let robot = match Robot::parse(&order.robot) {
        Ok(robot) => robot,
        Err(NoSuchRobot { name, nearest }) => {
            let nearest = nearest.as_deref().unwrap_or("-");
            let arguments = [("name", name.as_str()), ("nearest", nearest), ("known", &Robot::NAMES.join(", "))];
            eprintln!("{}", words.with("cli-no-such-robot", &arguments));
            return COULD_NOT_RUN;
        }
    };
    let Some((pack, call)) = library::call(common, &order.call, &words) else { return COULD_NOT_RUN };
    let recogniser = library::recogniser(language);
    let first = common.seed.unwrap_or(1);
    let next = AtomicU64::new(0);
    let play = |seed: u64| -> Result<(Played, String), CannotStart> {
        let setup = Setup {
            pack: pack.clone(),
            call: call.clone(),
            language,
            seed,
            mode: Mode::ScriptShown,
            level: order.level,
            operator: phrases::operator_name(language).to_owned(),
        };
        let run = robots::play(setup, &recogniser, robot)?;
        Ok((played(&run, seed), run.journal().to_lines()))
    };
    let worker = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= order.runs {
                return done;
            }
            done.push((index, play(first.wrapping_add(index))));
        }
    };
    let mut results: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..order.jobs.clamp(1, 64)).map(|_| scope.spawn(worker)).collect();
        let joined = workers.into_iter().map(std::thread::ScopedJoinHandle::join);
        // A defect in one run must not look like fewer runs.
        joined.flat_map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    results.sort_by_key(|(index, _)| *index);
    let mut all = Vec::new();
    for (_, result) in results {
        match result {
            Ok((played, journal)) => {
                if let Some(folder) = &order.journals {
                    let file = folder.join(format!("{}.{}.jsonl", call, played.seed));
                    if let Err(error) = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&file, journal)) {
                        eprintln!("{}: {error}", file.display());
                        return COULD_NOT_RUN;
                    }
                }
                all.push(played);
            }
            Err(why) => {
                eprintln!("{}", why.words(&words));
                return COULD_NOT_RUN;
            }
        }
    }
    // A table for people, JSON for everybody else.
    if common.json || !std::io::stdout().is_terminal() {
        println!("{}", serde_json::to_string_pretty(&all).expect("a result holds nothing JSON cannot say"));
    } else {
        print!("{}", table(&all, &words));
    }
    CLEAN
}

fn played(run: &Run, seed: u64) -> Played {
    let score = run.score();
    let ended = run.events().iter().rev().find_map(|event| match &event.what {
        What::Ended { by, reason, outcome } => Some((*by, *reason, outcome.clone())),
        _ => None,
    });
    let name = |value: serde_json::Value| value.as_str().map(str::to_owned);
    let of = |dimension: Dimension| score.dimensions.get(&dimension).copied().flatten();
    let critical = score.critical_errors.iter().filter_map(|index| score.checks.get(*index));
    let failed = score.checks.iter().filter(|check| check.outcome == crate::score::CheckOutcome::Failed);
    Played {
        seed,
        scores: Dimension::HEADLINE.into_iter().map(|dimension| (dimension.name(), of(dimension))).collect(),
        overall: score.overall,
        compliance: of(Dimension::Compliance),
        result: score.result,
        critical: critical.map(|check| check.check.to_string()).collect(),
        outcome: ended.as_ref().and_then(|(_, _, outcome)| outcome.as_ref().map(ToString::to_string)),
        ended_by: ended.as_ref().and_then(|(by, _, _)| serde_json::to_value(by).ok().and_then(name)),
        hung_up: ended.as_ref().and_then(|(_, reason, _)| serde_json::to_value(reason).ok().and_then(name)),
        durations: Durations {
            talk_ms: score.kpis.talk_ms,
            hold_ms: score.kpis.hold_ms,
            wrap_up_ms: score.kpis.wrap_up_ms,
            handle_ms: score.kpis.handle_ms,
            total_ms: run.now_ms(),
        },
        failed: failed
            .map(|check| match &check.subject {
                Some(subject) => format!("{}:{subject}", check.check),
                None => check.check.to_string(),
            })
            .collect(),
    }
}

fn table(all: &[Played], words: &Wording) -> String {
    use std::fmt::Write as _;
    let mut out = words.text("simulate-header") + "\n";
    let points = |points: Option<Points>| {
        points.map_or("–".to_owned(), |points| format!("{}.{}", points.0 / 10, points.0 % 10))
    };
    for played in all {
        let _ = write!(out, "{:>6}", played.seed);
        for dimension in Dimension::HEADLINE {
            let _ = write!(out, " {:>6}", points(played.scores.get(dimension.name()).copied().flatten()));
        }
        let result = words.text(if played.result == Verdict::Pass { "verdict-pass" } else { "verdict-fail" });
        let _ = writeln!(
            out,
            " {:>6} {:>6} {:>8} {:>5} s  {}",
            points(Some(played.overall)),
            points(played.compliance),
            result,
            played.durations.handle_ms / 1_000,
            played.outcome.as_deref().unwrap_or("–"),
        );
    }
    out
}
