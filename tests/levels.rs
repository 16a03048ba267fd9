//! What the levels must do to robots of a known skill.
//!
//! `HEADSET_SEEDS=50 cargo test --release --no-default-features --test levels -- --nocapture` measures every call alone.

mod playing;

use headset::level::Level;
use headset::score::Dimension;
use headset::training::{Setup, robots};
use std::fmt::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Points are tenths.
const EXPERT_AT_LEAST: u16 = 850;
/// So many seeds tell one call's levels apart; fewer only those of all calls together.
const ENOUGH_FOR_A_CALL: u64 = 20;

#[test]
fn demanding_people_are_harder_for_novices_and_experts_cope() {
    let seeds = playing::how_many("HEADSET_SEEDS", 2);
    let orders = playing::calls();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut rows = Vec::new();
        while let Some((pack, call, language)) = orders.get(next.fetch_add(1, Ordering::Relaxed)) {
            let mut totals = [0_u64; 2];
            let mut worst: Option<(u16, &str, u64)> = None;
            for seed in 1..=seeds {
                for (level, total) in [Level::Gentle, Level::Demanding].into_iter().zip(&mut totals) {
                    let play = |name: &str| {
                        let setup = Setup { level, ..playing::setup(pack, call, *language, seed) };
                        robots::play(setup, playing::recogniser(*language), playing::robot(name)).expect("it starts")
                    };
                    *total += u64::from(play("novice").score().overall.0);
                    // Every fifth seed will do for those who are good anyway.
                    if seed % 5 == 1 {
                        let score = play("expert").score();
                        let points = |of: Dimension| score.dimensions.get(&of).copied().flatten().map(|it| it.0);
                        let found =
                            Dimension::HEADLINE.into_iter().filter_map(|it| Some((points(it)?, it.name(), seed)));
                        worst = worst.into_iter().chain(found).min();
                    }
                }
            }
            rows.push((format!("{}/{call} {language}", pack.id), totals.map(|total| total / seeds), worst));
        }
        rows
    };
    let mut rows: Vec<_> = std::thread::scope(|scope| {
        let workers = [scope.spawn(work), scope.spawn(work)];
        workers.into_iter().flat_map(|worker| worker.join().expect("no panic")).collect()
    });
    rows.sort();
    let (mut table, mut sound) = (format!("{seeds} seeds, tenths of a point\n"), true);
    for (name, [gentle, demanding], worst) in &rows {
        let _ =
            writeln!(table, "{name:<45} novice gentle {gentle:>4} demanding {demanding:>4}   expert's worst {worst:?}");
        sound &= worst.is_some_and(|(points, ..)| points >= EXPERT_AT_LEAST);
        sound &= seeds < ENOUGH_FOR_A_CALL || gentle > demanding;
    }
    let sum = |at: usize| rows.iter().map(|(_, means, _)| means[at]).sum::<u64>();
    println!("{table}");
    assert!(sound && sum(0) > sum(1), "{table}");
}
