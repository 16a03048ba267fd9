//! Recorded lines: they take their own time in the call, whatever the machine, and the reaction of the call is the same.

mod broken_packs;
mod playing;

use broken_packs::wav;
use headset::call::{Input, Party, Phase, What};
use headset::locale::Language;
use headset::pack;
use headset::pack::model::Pack;
use headset::recording::Recording;
use headset::training::Run;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

const MS: u64 = 4_321;

/// The telecom pack with a recording of everything that is said.
fn recorded() -> Arc<Pack> {
    let mut pack = pack::load(&playing::scenarios().join("inbound-telecom")).0.expect("a correct pack");
    let recording = Recording::open(wav(16_000, 1, MS as usize)).expect("it can be played");
    let all = pack.text[&Language::English].iter().map(|(line, variants)| {
        (line.clone(), (0..variants.len()).map(|nth| (nth, recording.clone())).collect::<BTreeMap<_, _>>())
    });
    let all = all.collect();
    pack.recordings.insert(Language::English, all);
    Arc::new(pack)
}

fn answered(pack: &Arc<Pack>, language: Language) -> Run {
    let setup = playing::setup(pack, &"double_charge".into(), language, 7);
    let mut run = Run::new(setup, playing::recogniser(language)).expect("it starts");
    while run.phase() != Phase::Ringing {
        run.apply(Input::Pass { ms: 500 });
    }
    run.apply(Input::Answer);
    run.apply(Input::Say { text: "Good morning, Lointel, Camille speaking, how can I help you?".into() });
    run
}

fn lines(run: &Run) -> Vec<u64> {
    let started = run.events().iter().filter_map(|event| match event.what {
        What::LineStarted { party: Party::Customer, duration_ms, .. } => Some(duration_ms),
        _ => None,
    });
    started.collect()
}

#[test]
fn a_recorded_line_takes_its_own_time_and_can_be_cut_off() {
    let pack = recorded();
    let mut run = answered(&pack, Language::English);
    while run.speaking().is_none() {
        run.apply(Input::Pass { ms: 100 });
    }
    run.apply(Input::Pass { ms: 3_000 });
    let speaking = run.speaking().expect("still speaking");
    assert_eq!(speaking.duration_ms, MS);
    assert!(speaking.said > 0 && speaking.said < speaking.text.len(), "{speaking:?}");
    let line = run.lines().next().expect("the line");
    assert_eq!(line.recording.as_ref().map(Recording::ms), Some(MS));
    run.apply(Input::Say { text: "One moment please, may I have your name?".into() });
    let heard = run.events().iter().rev().find_map(|event| match &event.what {
        What::LineEnded { cut: true, heard, .. } => Some(heard.clone()),
        _ => None,
    });
    assert!(heard.is_some_and(|heard| heard.ends_with('…')));
    run.apply(Input::Pass { ms: 30_000 });
    let lines = lines(&run);
    assert!(lines.len() >= 2 && lines.iter().all(|ms| *ms == MS), "{lines:?}");
}

#[test]
fn what_is_not_recorded_is_synthesised() {
    let pack = recorded();
    let mut run = answered(&pack, Language::French);
    run.apply(Input::Pass { ms: 20_000 });
    let lines = lines(&run);
    assert!(!lines.is_empty() && lines.iter().all(|ms| *ms != MS), "{lines:?}");
}

#[test]
fn a_pack_on_disk_brings_its_recordings_and_say_plays_them() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("base");
    copy(&Path::new(broken_packs::DATA).join("base"), &root);
    let without = pack::load(&root).0.expect("a correct pack").hash;
    let voices = root.join("voices/en");
    std::fs::create_dir_all(&voices).expect("made");
    std::fs::write(voices.join("anna.agreed.2.wav"), wav(22_050, 2, 700)).expect("written");
    let tone = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/voices/tone.ogg");
    std::fs::copy(tone, voices.join("anna.too_dear.ogg")).expect("copied");
    let (loaded, report) = pack::load(&root);
    assert!(report.is_clean(), "{:?}", report.diagnostics());
    let loaded = loaded.expect("a correct pack");
    assert_ne!(loaded.hash, without, "recordings are part of what a journal names");
    let ms = |line: &str, nth| loaded.recording(&line.into(), Language::English, nth).map(Recording::ms);
    assert_eq!((ms("anna.agreed", 1), ms("anna.too_dear", 0), ms("anna.agreed", 0)), (Some(700), Some(1_000), None));
    let file = folder.path().join("said.wav");
    let said = playing::headset(folder.path())
        .args(["say", "It is too dear.", "--persona", "base/anna", "--packs"])
        .arg(folder.path())
        .arg("-o")
        .arg(&file)
        .output()
        .expect("it runs");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    assert_eq!(hound::WavReader::open(&file).expect("a sound").duration(), 16_000);
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("made");
    for entry in std::fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}
