//! What the levels must do to robots of a known skill, in every call in both languages.
//!
//! `HEADSET_SEEDS=20 cargo test --release --no-default-features --test levels -- --nocapture` measures every call alone.

mod playing;

use headset::level::Level;
use headset::score::Dimension;
use headset::training::{Setup, robots};
use std::fmt::Write as _;

/// Points are tenths.
const EXPERT_AT_LEAST: u16 = 850;
/// So many seeds tell one call's levels apart; fewer only those of all calls together.
const ENOUGH_FOR_A_CALL: u64 = 20;
/// A novice who reaches so much at a level is too good for that call to tell it from an easier one.
const CEILING: u64 = 950;

/// One call's means, and the worst of the expert at the demanding level with its seed.
struct Row {
    name: String,
    /// The novice's mean, from gentle to demanding.
    novice: [u64; 3],
    expert: Option<(u16, &'static str, u64)>,
}

#[test]
fn demanding_people_are_harder_for_novices_and_experts_cope() {
    let seeds = playing::how_many("HEADSET_SEEDS", 1);
    let orders = playing::all_calls();
    let rows = playing::in_parallel(&orders, |at, (pack, call, language)| {
        let play = |name: &str, level: Level, seed: u64| {
            let setup = Setup { level, ..playing::setup(pack, call, *language, seed) };
            robots::play(setup, playing::recogniser(*language), playing::robot(name)).expect("it starts").score()
        };
        let first = at as u64 + 1;
        let novice = Level::ALL.map(|level| {
            (first..first + seeds).map(|seed| u64::from(play("novice", level, seed).overall.0)).sum::<u64>() / seeds
        });
        // One seed in ten will do for those who are good anyway.
        let expert = (first..first + seeds).step_by(10).flat_map(|seed| {
            let score = play("expert", Level::Demanding, seed);
            let points = move |of: Dimension| score.dimensions.get(&of).copied().flatten().map(|points| points.0);
            Dimension::HEADLINE.into_iter().filter_map(move |it| Some((points(it)?, it.name(), seed)))
        });
        let expert = expert.min();
        Row { name: format!("{}/{call} {language}", pack.id), novice, expert }
    });
    let (mut table, mut sound) = (format!("{seeds} seeds, tenths of a point\n"), true);
    for Row { name, novice: [gentle, usual, demanding], expert } in &rows {
        let mut remark = String::new();
        if expert.is_none_or(|(points, ..)| points < EXPERT_AT_LEAST) {
            remark += "  the expert fails";
        }
        if seeds >= ENOUGH_FOR_A_CALL && gentle <= demanding && *demanding < CEILING {
            remark += "  demanding is no harder than gentle";
        }
        sound &= remark.is_empty();
        let _ = writeln!(table, "{name:<45} novice {gentle:>4} {usual:>4} {demanding:>4}   expert {expert:?}{remark}");
    }
    let [gentle, usual, demanding] = [0, 1, 2].map(|at| rows.iter().map(|row| row.novice[at]).sum::<u64>());
    let count = rows.len() as u64;
    let _ = writeln!(table, "all calls: {} {} {}", gentle / count, usual / count, demanding / count);
    println!("{table}");
    assert!(sound && gentle > usual && usual > demanding, "{table}");
}
