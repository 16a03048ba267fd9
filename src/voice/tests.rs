use super::loudness::{CEILING_DBTP, TARGET_LUFS, lufs, true_peak};
use super::*;
use crate::pack::model::Voice;
use std::collections::BTreeMap;

const VOICES: [Voice; 6] =
    [Voice::Woman, Voice::Man, Voice::OldWoman, Voice::OldMan, Voice::YoungWoman, Voice::YoungMan];
const TONGUES: [(Tongue, &str); 3] = [
    (Tongue::French, "Trente euros, c’est trop !"),
    (Tongue::British, "Thirty pounds, that’s a lot!"),
    (Tongue::American, "Thirty dollars, that’s a lot!"),
];

/// The voices, in a folder that goes when the test ends.
pub(crate) fn pico() -> (tempfile::TempDir, Pico) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pico = Pico::open(folder.path()).expect("it opens");
    (folder, pico)
}

#[test]
fn every_voice_in_every_mood_takes_the_planned_time_and_is_as_loud_as_the_others() {
    let (_folder, pico) = pico();
    for (tongue, text) in TONGUES {
        let mut loud: BTreeMap<Temper, Vec<f64>> = BTreeMap::new();
        for voice in VOICES {
            for temper in [Temper::Calm, Temper::Angry] {
                let plan = Plan::new(text, Manner { speaker: Speaker::new(voice, 50, 0, tongue), temper });
                let sound = speak(&plan, &pico).expect("spoken");
                assert_eq!(sound.len() as u64, plan.total_ms * u64::from(RATE) / 1_000);
                for sound in [sound.clone(), through(&sound)] {
                    let peak = true_peak(&sound, RATE).expect("it sounds");
                    assert!(peak <= CEILING_DBTP + 0.3, "{voice:?} {temper:?}: {peak} dBTP");
                }
                loud.entry(temper).or_default().push(lufs(&through(&sound), RATE).expect("it sounds"));
            }
        }
        for (temper, loud) in loud {
            let (low, high) =
                loud.iter().fold((0.0_f64, -99.0_f64), |(low, high), lufs| (low.min(*lufs), high.max(*lufs)));
            assert!(high - low <= 2.0, "{tongue:?} {temper:?}: {low} to {high} LUFS");
            assert!((low - TARGET_LUFS).abs() < 3.0);
        }
    }
}

#[test]
fn a_line_sounds_the_same_every_time() {
    let (_folder, pico) = pico();
    let manner = Manner { speaker: Speaker::new(Voice::Man, 50, 0, Tongue::French), temper: Temper::Irritated };
    let plan = Plan::new("Ça fait trois fois que j’appelle !", manner);
    let first = speak(&plan, &pico).expect("spoken");
    speak(&Plan::new("Autre chose.", manner), &pico).expect("spoken");
    assert_eq!(speak(&plan, &pico).expect("spoken"), first);
}

#[test]
fn an_engine_that_says_nothing_leaves_the_time_silent() {
    struct Mute;
    impl Engine for Mute {
        fn speak(&self, _: Tongue, _: &str) -> Result<Vec<i16>, String> {
            Ok(Vec::new())
        }
    }
    let manner = Manner { speaker: Speaker::new(Voice::Man, 40, 0, Tongue::American), temper: Temper::Calm };
    let plan = Plan::new("Hello?", manner);
    let sound = speak(&plan, &Mute).expect("nothing fails");
    assert_eq!(sound.len() as u64, plan.total_ms * 16);
    assert!(sound.iter().all(|sample| *sample == 0.0));
}
