//! What robots of a known skill must score, for every call in both languages.
//!
//! Few seeds, others for every call, keep this quick; what only many can tell is asserted of all calls together.
//! `HEADSET_SEEDS=50 cargo test --release --no-default-features --test robots -- --nocapture` is the full measure.

mod playing;

use headset::behaviour::HangUpReason;
use headset::call::{EndedBy, What};
use headset::id::CallId;
use headset::locale::Language;
use headset::pack::model::Pack;
use headset::score::{CheckOutcome, Score, Verdict};
use headset::training::Run;
use headset::training::robots::Robot;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

/// Points are tenths.
const EXPERT_AT_LEAST: u16 = 850;
const CARELESS_AT_MOST: u16 = 450;
/// So many seeds tell the robots apart in one call; fewer only in all calls together.
const ENOUGH_FOR_A_CALL: u64 = 10;

/// What one robot did in one call.
#[derive(Default)]
struct Row {
    overall: Vec<u16>,
    /// The worst of all dimensions of all runs, with its name and seed.
    worst: Option<(u16, String, u64)>,
    problems: Vec<String>,
}

impl Row {
    fn mean(&self) -> u64 {
        self.overall.iter().map(|points| u64::from(*points)).sum::<u64>() / self.overall.len().max(1) as u64
    }
}

fn failed(score: &Score) -> Vec<String> {
    let failed = score.checks.iter().filter(|check| check.outcome == CheckOutcome::Failed);
    failed.map(|check| format!("{}:{}", check.check, check.subject.as_deref().unwrap_or(""))).collect()
}

/// What this run should have been and was not.
fn problems(name: &str, run: &Run, score: &Score) -> Vec<String> {
    let mut problems = Vec::new();
    let passed = score.result == Verdict::Pass;
    match name {
        "expert" => {
            for (dimension, points) in &score.dimensions {
                if points.is_some_and(|points| points.0 < EXPERT_AT_LEAST) {
                    problems.push(format!("{} {:?}", dimension.name(), points.map(|points| points.0)));
                }
            }
            if !passed {
                problems.push("does not pass".to_owned());
            }
        }
        "careless" => {
            if score.overall.0 > CARELESS_AT_MOST {
                problems.push(format!("overall {}", score.overall.0));
            }
            if passed {
                problems.push("passes".to_owned());
            }
        }
        "rude" | "discloses-before-verifying" => {
            if passed {
                problems.push("passes".to_owned());
            }
            if score.critical_errors.is_empty() {
                problems.push("no critical error".to_owned());
            }
        }
        "silent" => {
            let ended = run.events().iter().rev().find_map(|event| match &event.what {
                What::Ended { by, reason, .. } => Some((*by, *reason)),
                _ => None,
            });
            if ended != Some((EndedBy::OtherSide, Some(HangUpReason::Silence))) {
                problems.push(format!("ended {ended:?}"));
            }
            if passed {
                problems.push("passes".to_owned());
            }
        }
        _ => {}
    }
    if !problems.is_empty() && name == "expert" {
        problems.extend(failed(score));
    }
    problems
}

fn row(pack: &Arc<Pack>, call: &CallId, language: Language, name: &str, seeds: Range<u64>) -> Row {
    let mut row = Row::default();
    for seed in seeds {
        let run = playing::play(pack, call, language, seed, name);
        let score = run.score();
        row.overall.push(score.overall.0);
        for (dimension, points) in &score.dimensions {
            if let Some(points) = points
                && row.worst.as_ref().is_none_or(|(worst, ..)| points.0 < *worst)
            {
                row.worst = Some((points.0, dimension.name().to_owned(), seed));
            }
        }
        let problems = problems(name, &run, &score);
        if !problems.is_empty() {
            row.problems.push(format!("seed {seed}: {}", problems.join(", ")));
        }
    }
    row
}

#[test]
fn robots_score_what_they_deserve() {
    let seeds = playing::how_many("HEADSET_SEEDS", 1);
    let mut orders: Vec<_> = playing::all_calls()
        .into_iter()
        .zip(1..)
        .flat_map(|(of, first)| Robot::NAMES.map(|name| (of.clone(), name, first..first + seeds)))
        .collect();
    orders.retain(|((pack, call, _), name, _)| match *name {
        // Explorers are no trainees: nothing is expected of them.
        "explorer" => false,
        // Where nobody is verified there is nothing to disclose too early.
        "discloses-before-verifying" => pack.calls[call].verification.is_some(),
        _ => true,
    });
    let played = playing::in_parallel(&orders, |_, ((pack, call, language), name, seeds)| {
        let key = (format!("{}/{call}", pack.id), *language, *name);
        (key, row(pack, call, *language, name, seeds.clone()))
    });
    let rows: BTreeMap<_, Row> = played.into_iter().collect();
    let mut table = format!("{seeds} seeds, tenths of a point\n");
    let mut sound = true;
    for ((call, language, name), row) in &rows {
        let (least, most) = (row.overall.iter().min().unwrap_or(&0), row.overall.iter().max().unwrap_or(&0));
        let worst = row.worst.as_ref().map(|(points, name, seed)| format!("{points} {name} (seed {seed})"));
        let _ = writeln!(
            table,
            "{call:<40} {language} {name:<27} overall {least:>4} {:>4} {most:>4}   worst {}",
            row.mean(),
            worst.unwrap_or_default(),
        );
        for problem in row.problems.iter().take(5) {
            let _ = writeln!(table, "    {problem}");
        }
        if row.problems.len() > 5 {
            let _ = writeln!(table, "    and {} more", row.problems.len() - 5);
        }
        sound &= row.problems.is_empty();
        if *name == "expert" {
            let of = |name| &rows[&(call.clone(), *language, name)];
            let (careless, novice) = (of("careless"), of("novice"));
            if careless.overall.iter().max() >= row.overall.iter().min() {
                let _ = writeln!(table, "    expert and careless overlap");
                sound = false;
            }
            let between = careless.mean() < novice.mean() && novice.mean() < row.mean();
            if seeds >= ENOUGH_FOR_A_CALL && !between {
                let _ = writeln!(table, "    the novice is not between them: {}", novice.mean());
                sound = false;
            }
        }
    }
    let mean = |wanted: &str| -> u64 {
        let means: Vec<u64> =
            rows.iter().filter(|((.., name), _)| *name == wanted).map(|(_, row)| row.mean()).collect();
        means.iter().sum::<u64>() / means.len().max(1) as u64
    };
    let [careless, novice, expert] = ["careless", "novice", "expert"].map(mean);
    let _ = writeln!(table, "all calls: careless {careless}, novice {novice}, expert {expert}");
    sound &= careless < novice && novice < expert;
    println!("{table}");
    assert!(sound, "{table}");
}
