//! Every replay beside the calls is passed, and every call has them: an excellent and a poor one in each language.

mod playing;

use headset::locale::Language;
use headset::source::Source;
use headset::training::replay;
use headset::wording::{self, Wording};
use std::sync::Arc;

#[test]
fn every_replay_passes() {
    let words = Wording::new(Language::English);
    let orders: Vec<_> =
        playing::ALL_PACKS.iter().flat_map(|pack| pack.replays.iter().map(move |replay| (pack, replay))).collect();
    let failures = playing::in_parallel(&orders, |_, (pack, (name, text))| {
        let source = Source { path: format!("{}/{name}.replay", pack.id), text: (*text).clone() };
        let (replay, report) = replay::parse(&source);
        assert!(report.is_clean(), "{}", wording::report::text(&report, &words));
        let replay = replay.unwrap_or_else(|| panic!("{name} is empty"));
        let recogniser = playing::recogniser(replay.language);
        let (run, report) = replay::play(&replay, &source, Arc::clone(pack), recogniser);
        assert!(run.is_some(), "{name}");
        wording::report::text(&report, &words)
    });
    assert!(failures.concat().is_empty(), "{}", failures.concat());
}

#[test]
fn every_call_has_an_excellent_and_a_poor_replay_in_each_language() {
    for (pack, call, language) in playing::all_calls() {
        for how in ["excellent", "poor"] {
            let name = format!("{call}.{how}.{language}");
            assert!(pack.replays.contains_key(&name), "{}: {name} is missing", pack.id);
        }
    }
}
