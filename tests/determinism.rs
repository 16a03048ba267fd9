//! Same pack, seed and inputs: the same journal, events and score, byte for byte. `tools/determinism` holds debug and
//! release builds against each other.

mod playing;

use headset::call::Input;
use headset::random::Stream;
use headset::training::{Journal, Run};

#[test]
fn a_robot_plays_the_same_call_twice() {
    for (pack, call, language) in playing::calls() {
        let once = playing::all_of(&playing::play(&pack, &call, language, 3, "novice,careless"));
        let twice = playing::all_of(&playing::play(&pack, &call, language, 3, "novice,careless"));
        assert!(once == twice, "{call} {language}");
    }
}

#[test]
fn other_calls_at_the_same_time_change_nothing() {
    let calls: Vec<_> = playing::calls().into_iter().step_by(5).collect();
    let play = |seed: u64| -> Vec<_> {
        let each = calls.iter().map(|(pack, call, language)| playing::play(pack, call, *language, seed, "novice"));
        each.map(|run| playing::all_of(&run)).collect()
    };
    let alone = [play(1), play(2)];
    let together: Vec<_> = std::thread::scope(|scope| {
        let play = &play;
        let workers: Vec<_> =
            (0..8).map(|index| 1 + index % 2).map(|seed| scope.spawn(move || (seed, play(seed)))).collect();
        workers.into_iter().map(|worker| worker.join().expect("no panic")).collect()
    });
    for (seed, played) in together {
        assert!(played == alone[seed as usize - 1], "seed {seed}");
    }
}

/// Cuts every stretch of time into random pieces.
fn in_pieces(inputs: &[Input], stream: &mut Stream) -> Vec<Input> {
    let mut out = Vec::new();
    for input in inputs {
        let Input::Pass { ms } = input else {
            out.push(input.clone());
            continue;
        };
        let mut left = *ms;
        while left > 0 {
            let piece = (stream.between(1, 700) as u64).min(left);
            out.push(Input::Pass { ms: piece });
            left -= piece;
        }
    }
    out
}

#[test]
fn a_written_journal_plays_the_same_call_in_whatever_pieces_time_passes() {
    let robots = ["careless", "rude", "novice", "silent", "discloses-before-verifying"];
    for ((pack, call, language), other) in playing::calls().into_iter().zip(robots.into_iter().cycle()) {
        for (seed, name) in [(4, "expert"), (5, other)] {
            let run = playing::play(&pack, &call, language, seed, name);
            let played = playing::all_of(&run);
            let journal = Journal::from_lines(&played.0).expect("what was just written");
            let recogniser = playing::recogniser(language);
            let again = Run::replay(pack.clone(), &journal, None, recogniser).expect("the same pack");
            assert!(playing::all_of(&again) == played, "{call} {language} {name}");

            let mut stream = Stream::new(seed, "pieces");
            let mut pieces = Run::new(playing::setup(&pack, &call, language, seed), recogniser).expect("it starts");
            for input in in_pieces(&journal.inputs, &mut stream) {
                pieces.apply(input);
            }
            assert_eq!(playing::all_of(&pieces).1, played.1, "{call} {language} {name}: events in pieces");
            assert!(playing::all_of(&pieces) == played, "{call} {language} {name} in pieces");
        }
    }
}
