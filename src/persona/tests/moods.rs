use super::fixture::{anna, play};
use crate::mood::{Mood, MoodTrait};
use crate::moves::Move;
use crate::persona::Mind;
use crate::persona::tables::Tables;
use proptest::prelude::*;

#[test]
fn every_move_has_its_effect_in_the_tables() {
    let tables = Tables::load();
    let without = [Move::RecordingNotice, Move::TakeLeave];
    for mv in Move::ALL {
        assert!(tables.moves.contains_key(mv) || without.contains(mv), "{mv}");
    }
    let worst = tables.moves[&Move::Rude];
    assert!(MoodTrait::ALL.into_iter().all(|mood_trait| worst.of(mood_trait) <= 0));
}

fn after(steps: &[&str]) -> Mood {
    let mut mind = Mind::new(&anna(), false, 1);
    play(&mut mind, steps);
    mind.mood()
}

#[test]
fn kindness_pays_and_rudeness_costs() {
    let start = after(&["start"]);
    assert_eq!(start, Mood { patience: 60, trust: 50, confusion: 10, interest: 50 });
    assert!(after(&["start", "empathise"]).trust > start.trust);
    assert!(after(&["start", "rude"]).patience <= 35);
    assert!(after(&["start", ""]).confusion > start.confusion);
    // The fifth "I understand" is worth nothing.
    let four = after(&["start", "empathise", "empathise", "empathise", "empathise"]);
    let five = after(&["start", "empathise", "empathise", "empathise", "empathise", "empathise"]);
    assert!(five.trust <= four.trust);
}

#[test]
fn a_feeling_shown_wants_to_be_named() {
    let named = after(&["start", "?budget", "empathise inform"]);
    let missed = after(&["start", "?budget", "inform", "inform"]);
    let nothing_shown = after(&["start", "?since", "inform", "inform"]);
    assert!(named.patience > nothing_shown.patience);
    assert!(missed.patience < nothing_shown.patience);
}

#[test]
fn time_wears_patience_out_faster_on_hold_and_in_silence() {
    let passed = |step: &str| {
        let mut mind = Mind::new(&anna(), false, 1);
        play(&mut mind, &["start", step]);
        let before = mind.mood().patience;
        mind.pass(120_000);
        before - mind.mood().patience
    };
    let (talk, hold, silence, unannounced) =
        (passed("inform"), passed("hold announced"), passed("silence 4"), passed("hold"));
    assert!(
        0 < talk && talk < hold && hold < silence && silence < unannounced,
        "{talk} {hold} {silence} {unannounced}"
    );
}

proptest! {
    #[test]
    fn time_counts_the_same_however_it_is_cut(pieces in prop::collection::vec(0u64..90_000, 1..30), confused in any::<bool>()) {
        let start = if confused { vec!["start", "jargon"] } else { vec!["start", "silence 4"] };
        let mut whole = Mind::new(&anna(), false, 1);
        let mut cut = Mind::new(&anna(), false, 1);
        play(&mut whole, &start);
        play(&mut cut, &start);
        whole.pass(pieces.iter().sum());
        pieces.iter().for_each(|piece| cut.pass(*piece));
        prop_assert_eq!(format!("{:?}", whole.feelings), format!("{:?}", cut.feelings));
    }
}
