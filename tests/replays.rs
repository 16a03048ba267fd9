//! Every replay beside the calls is passed, and every call has them: an excellent and a poor one in each language.

mod playing;

use headset::locale::Language;
use headset::source::Source;
use headset::training::replay;
use headset::wording::{self, Wording};
use std::collections::BTreeSet;

#[test]
fn every_replay_passes() {
    let words = Wording::new(Language::English);
    let mut failures = String::new();
    for pack in playing::PACKS.iter() {
        let mut played = BTreeSet::new();
        for (name, text) in &pack.replays {
            let source = Source { path: format!("{name}.replay"), text: text.clone() };
            let (replay, report) = replay::parse(&source);
            assert!(report.is_clean(), "{}", wording::report::text(&report, &words));
            let replay = replay.unwrap_or_else(|| panic!("{name} is empty"));
            let recogniser = playing::recogniser(replay.language);
            let (run, report) = replay::play(&replay, &source, pack.clone(), recogniser);
            failures += &wording::report::text(&report, &words);
            assert!(run.is_some(), "{name}");
            played.insert(name.clone());
        }
        for call in pack.calls.keys() {
            for language in Language::ALL {
                for how in ["excellent", "poor"] {
                    let name = format!("{call}.{how}.{language}");
                    assert!(played.contains(&name), "{name} is missing");
                }
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}
