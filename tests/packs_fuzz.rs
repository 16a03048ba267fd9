//! Whatever is done to the files of a pack: loading it neither panics nor hangs, and says something or gives a pack.

use headset::pack;
use proptest::prelude::*;
use std::path::Path;

const BASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/packs/base");

const FILES: [&str; 12] = [
    "pack.ron",
    "intents.ron",
    "customers.ron",
    "text/fr.ron",
    "text/en.ron",
    "personas/anna.ron",
    "personas/anna.rhai",
    "calls/refund.ron",
    "scripts/complaint.ron",
    "scorecards/strict.ron",
    "handbook/fr/refunds.md",
    "handbook/en/refunds.md",
];

#[derive(Debug, Clone)]
enum Damage {
    Flip { at: usize, byte: u8 },
    Cut { at: usize },
    Remove { at: usize, length: usize },
    Repeat { at: usize, length: usize, times: usize },
    Insert { at: usize, text: &'static str },
    Swap { other: usize },
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<usize>();
    prop_oneof![
        (at, any::<u8>()).prop_map(|(at, byte)| Damage::Flip { at, byte }),
        at.prop_map(|at| Damage::Cut { at }),
        (at, 1..40usize).prop_map(|(at, length)| Damage::Remove { at, length }),
        (at, 1..60usize, 1..30usize).prop_map(|(at, length, times)| Damage::Repeat { at, length, times }),
        (
            at,
            proptest::sample::select(vec![
                "\"", "{", "}", "(", "[", "'", "/*", "\\", "r#\"", "\u{1}", "\u{feff}", "é", "\r", ","
            ])
        )
            .prop_map(|(at, text)| Damage::Insert { at, text }),
        (0..FILES.len()).prop_map(|other| Damage::Swap { other }),
    ]
}

fn apply(content: &mut Vec<u8>, damage: &Damage) {
    let place = |at: usize, length: usize| if length == 0 { 0 } else { at % length };
    let length = content.len();
    match damage {
        Damage::Flip { at, byte } if length > 0 => content[place(*at, length)] = *byte,
        Damage::Flip { .. } => {}
        Damage::Cut { at } => content.truncate(place(*at, length)),
        Damage::Remove { at, length: removed } => {
            let start = place(*at, length);
            content.drain(start..(start + removed).min(length));
        }
        Damage::Repeat { at, length: repeated, times } => {
            let start = place(*at, length);
            let part = content[start..(start + repeated).min(length)].repeat(*times);
            content.splice(start..start, part);
        }
        Damage::Insert { at, text } => {
            let start = place(*at, length);
            content.splice(start..start, text.bytes());
        }
        Damage::Swap { other } => {
            *content = std::fs::read(Path::new(BASE).join(FILES[*other])).expect("readable");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_packs_are_loaded_or_refused(damages in prop::collection::vec((0..FILES.len(), damage()), 1..4)) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().join("base");
        for (index, file) in FILES.iter().enumerate() {
            let mut content = std::fs::read(Path::new(BASE).join(file)).expect("readable");
            for (_, damage) in damages.iter().filter(|(target, _)| *target == index) {
                apply(&mut content, damage);
            }
            let path = root.join(file);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(path, content).expect("written");
        }
        let (pack, report) = pack::load(&root);
        prop_assert_eq!(pack.is_none(), report.has_errors());
    }
}
