//! Calls per second of robots on one core, and microseconds for a customer's reaction in the calls they play.
//!
//! `cargo bench --no-default-features --bench simulate`. Figures only: nothing here passes or fails.

use headset::call::Input;
use headset::language::Recogniser;
use headset::level::Level;
use headset::locale::Language;
use headset::pack;
use headset::training::robots::{self, Robot};
use headset::training::{Mode, Run, Setup, phrases};
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const RUNS: u64 = 20;

fn main() {
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let recognisers = Language::ALL.map(Recogniser::new);
    let (mut calls, mut playing, mut inputs, mut replaying) = (0_u64, Duration::ZERO, 0_u64, Duration::ZERO);
    let (mut reactions, mut understanding, mut scoring) = (0_u64, Duration::ZERO, Duration::ZERO);
    for name in ["inbound-telecom", "outbound-energy"] {
        let pack = Arc::new(pack::load(&scenarios.join(name)).0.expect("a pack of this repository"));
        for call in pack.calls.keys() {
            for recogniser in &recognisers {
                let language = recogniser.language();
                let began = Instant::now();
                for seed in 1..=RUNS {
                    let operator = phrases::operator_name(language).to_owned();
                    let (pack, call) = (pack.clone(), call.clone());
                    let (mode, level) = (Mode::ScriptShown, Level::Usual);
                    let setup = Setup { pack, call, language, seed, mode, level, operator };
                    let start = Instant::now();
                    let robot = Robot { expert: true, ..Robot::default() };
                    let run = robots::play(setup.clone(), recogniser, robot).expect("it starts");
                    playing += start.elapsed();
                    calls += 1;
                    // The same call once more, input by input: what an utterance costs, and what of it is understanding.
                    let mut again = Run::new(setup, recogniser).expect("it starts");
                    for input in &run.journal().inputs {
                        let start = Instant::now();
                        again.apply(input.clone());
                        let took = start.elapsed();
                        inputs += 1;
                        if let Input::Say { text } = input {
                            replaying += took;
                            reactions += 1;
                            let start = Instant::now();
                            black_box(again.understand(text));
                            understanding += start.elapsed();
                        }
                    }
                    let start = Instant::now();
                    black_box(again.score());
                    scoring += start.elapsed();
                }
                println!(
                    "{:<40} {:>6} calls/s with replay and score",
                    format!("{call} {language}"),
                    per_second(RUNS, began.elapsed())
                );
            }
        }
    }
    println!("{:<40} {:>6} calls/s", "simulate, one core", per_second(calls, playing));
    println!("{:<40} {:>6} µs", "understanding an utterance in a call", micros(understanding, reactions));
    println!(
        "{:<40} {:>6} µs",
        "the customer's reaction to it",
        micros(replaying.saturating_sub(understanding), reactions)
    );
    println!("{:<40} {:>6} µs", "score of a call", micros(scoring, calls));
    println!("{:<40} {:>6}", "inputs of a call", inputs / calls);
}

fn per_second(calls: u64, took: Duration) -> u128 {
    u128::from(calls) * 1_000_000 / took.as_micros().max(1)
}

fn micros(took: Duration, times: u64) -> u128 {
    took.as_micros() / u128::from(times.max(1))
}
