//! The operator's microphone at the desk, with microphones that are not there: answers aloud, cards that vanish or refuse,
//! recordings that are kept only where that was asked for.
#![cfg(feature = "desktop")]

use headset::call::{Input, What};
use headset::desk::action::{DeskAction, Focus, Screen};
use headset::desk::microphone::{Microphone, Writing};
use headset::desk::state::{Desk, Device, Options};
use headset::hearing::{Dictation, Microphones, Sent, Source};
use headset::language::Recogniser;
use headset::locale::Language;
use headset::pack::model::Voice;
use headset::records::AttemptId;
use headset::training::Run;
use headset::voice::{Manner, Pico, Plan, Speaker, Temper, Tongue, speak};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::mpsc::Sender;

const RATE: u32 = 16_000;

/// What a test can do to the microphones of the machine.
#[derive(Default)]
struct Machine {
    names: Vec<String>,
    refused: bool,
    wire: Option<Sender<Sent>>,
}

#[derive(Clone)]
struct Fake(Rc<RefCell<Machine>>);

struct Wire;

impl Source for Wire {
    fn rate(&self) -> u32 {
        RATE
    }
}

impl Microphones for Fake {
    fn names(&self) -> Vec<String> {
        self.0.borrow().names.clone()
    }
    fn open(&self, name: Option<&str>, to: Sender<Sent>) -> Result<Box<dyn Source>, String> {
        let mut machine = self.0.borrow_mut();
        if machine.refused {
            return Err("permission denied".into());
        }
        match name {
            Some(name) if !machine.names.iter().any(|known| known == name) => return Err(format!("no {name}")),
            None if machine.names.is_empty() => return Err("no input device".into()),
            _ => {}
        }
        machine.wire = Some(to);
        Ok(Box::new(Wire))
    }
}

/// A desk with a microphone, and the folder in which it keeps things.
struct Place {
    folder: tempfile::TempDir,
    machine: Rc<RefCell<Machine>>,
    microphone: Microphone,
    desk: Desk,
}

impl Place {
    fn new() -> Place {
        let folder = tempfile::tempdir().expect("a folder");
        let machine = Rc::new(RefCell::new(Machine { names: vec!["Headset".into()], ..Machine::default() }));
        let microphone = Microphone::with(Box::new(Fake(machine.clone())));
        let mut desk = Desk::new(options(folder.path()));
        desk.act(DeskAction::TypeTraineeName("Karim Benali".into()));
        desk.act(DeskAction::CreateTrainee);
        desk.act(DeskAction::SetMicrophone(Device::Usual));
        Place { folder, machine, microphone, desk }
    }

    fn follow(&mut self) {
        self.microphone.follow(&mut self.desk);
    }

    /// Real time goes by while the microphone hears this.
    fn hear(&mut self, sound: &[f32]) {
        for piece in sound.chunks(RATE as usize / 10) {
            let sent = self.machine.borrow().wire.as_ref().map(|wire| wire.send(Sent::Sound(piece.to_vec())));
            assert!(sent.is_none_or(|sent| sent.is_ok()), "the microphone is open");
            self.follow();
            self.desk.pass(100);
        }
    }

    fn run(&self) -> &Run {
        self.desk.sitting.as_ref().expect("a call is played").run()
    }

    /// A call whose customer is saying why he calls.
    fn sit_down(&mut self) {
        self.desk.act(DeskAction::PickCall("inbound-telecom".into(), "double_charge".into()));
        self.desk.act(DeskAction::Start);
        self.follow();
        self.desk.pass(1_500);
        self.desk.act(DeskAction::Do(Input::Answer));
        self.type_answer("Good morning, this is Karim, how can I help you?");
        for _ in 0..400 {
            self.desk.pass(25);
            if self.run().speaking().is_some_and(|line| line.duration_ms - line.elapsed_ms > 3_000) {
                return;
            }
        }
        panic!("the customer never begins");
    }

    /// A call whose customer has said why he calls.
    fn sit(&mut self) {
        self.sit_down();
        self.wait();
    }

    fn wait(&mut self) {
        for _ in 0..400 {
            self.desk.pass(100);
            if self.run().speaking().is_none() && self.run().lines().next().is_none() {
                return;
            }
        }
        panic!("the customer never ends");
    }

    fn type_answer(&mut self, text: &str) {
        self.desk.act(DeskAction::TypeReply(text.into()));
        self.desk.act(DeskAction::SayReply);
    }

    fn measured(&mut self) {
        for _ in 0..2_000 {
            self.follow();
            if self.run().events().iter().any(|event| matches!(event.what, What::Voice { .. })) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        panic!("nothing was measured");
    }

    fn attempt(&self) -> AttemptId {
        self.desk.sitting.as_ref().and_then(|sitting| sitting.attempt()).expect("it is kept")
    }
}

fn options(folder: &Path) -> Options {
    Options {
        language: Some(Language::English),
        seed: Some(7),
        data_dir: folder.join("data"),
        roots: vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")],
    }
}

/// A buzz that swells four times a second.
fn buzz(seconds: usize) -> Vec<f32> {
    let wave = |at: usize| {
        let time = at as f32 / RATE as f32;
        let swell = (std::f32::consts::PI * (time * 4.0).fract()).sin().powi(2);
        (1..8_u8).map(|n| (std::f32::consts::TAU * 120.0 * f32::from(n) * time).sin() / f32::from(n)).sum::<f32>()
            * swell
            * 0.2
    };
    (0..seconds * RATE as usize).map(wave).collect()
}

fn said(run: &Run) -> Option<(u64, u64)> {
    run.events().iter().rev().find_map(|event| match event.what {
        What::Said { duration_ms, .. } => Some((event.at_ms, duration_ms)),
        _ => None,
    })
}

fn spoke(run: &Run) -> Vec<(u64, u64, bool)> {
    let spoke = |what: &What| match *what {
        What::Spoke { ms, over_ms, listening, .. } => Some((ms, over_ms, listening)),
        _ => None,
    };
    run.events().iter().filter_map(|event| spoke(&event.what)).collect()
}

/// What lies in the recordings of the data folder.
fn recordings(folder: &Path) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(folder.join("data/recordings")).into_iter().flatten().flatten();
    folders
        .flat_map(|folder| std::fs::read_dir(folder.path()).into_iter().flatten().flatten())
        .map(|file| file.path())
        .collect()
}

#[test]
fn an_answer_aloud_is_bound_to_its_words_measured_and_played_again() {
    let mut place = Place::new();
    place.sit();
    let before = place.run().now_ms();
    place.desk.act(DeskAction::Talk(true));
    place.hear(&buzz(2));
    assert!(place.run().voice_is_heard() && place.desk.ears.speaks && place.desk.ears.level_db > -30);
    place.desk.act(DeskAction::Talk(false));
    place.follow();
    assert_eq!(place.desk.focus, Some(Focus::Reply), "the words are asked for");
    let aloud = place.run().aloud().expect("words are missing").clone();
    assert!(aloud.since_ms.abs_diff(before) <= 100 && aloud.ms().abs_diff(2_000) <= 200, "{aloud:?}");
    place.desk.pass(5_000);
    place.type_answer("Let me look at your last bill.");
    assert_eq!(said(place.run()), Some((aloud.since_ms, aloud.ms())));
    place.measured();
    let measures = place.desk.ears.last.clone().expect("it was measured");
    assert!((6..=9).contains(&measures.syllables), "{measures:?}");
    assert!(measures.pitch.is_some() && measures.loudness.is_some());
    // The journal on disk plays the same call, with no microphone at all.
    let attempt = place.attempt();
    let events = place.run().events().to_vec();
    let pack = place.run().pack().clone();
    place.desk.act(DeskAction::LeaveDesk);
    let journal = place.desk.with_store(|store| store.journal(attempt)).expect("it is kept");
    let again = Run::replay(pack, &journal, None, &Recogniser::new(Language::English)).expect("it plays");
    assert_eq!(again.events(), events);
    // Nobody asked for a recording.
    assert!(recordings(place.folder.path()).is_empty());
}

#[test]
fn an_open_microphone_tells_listening_from_interrupting() {
    let mut place = Place::new();
    place.desk.act(DeskAction::OpenMicrophone(true));
    place.sit_down();
    let cache = tempfile::tempdir().expect("a folder");
    let pico = Pico::open(cache.path()).expect("the voices are part of the program");
    let voice = |text: &str| {
        let speaker = Speaker::new(Voice::Woman, 40, 0, Tongue::British);
        speak(&Plan::new(text, Manner { speaker, temper: Temper::Calm }), &pico).expect("spoken")
    };
    let silence = vec![0.0; RATE as usize];
    // A word while the customer speaks, and he speaks on.
    place.hear(&silence[..RATE as usize * 3 / 10]);
    place.hear(&voice("Yes."));
    place.hear(&silence[..RATE as usize * 9 / 10]);
    let told = spoke(place.run());
    assert!(matches!(told[..], [(ms, over_ms, true)] if ms < 600 && over_ms == ms), "{told:?}");
    assert!(place.run().aloud().is_none() && place.run().speaking().is_some());
    // A sentence: he stops.
    place.hear(&voice("Let me look at your last bill, please."));
    assert!(place.run().speaking().is_none());
    place.hear(&silence);
    let told = spoke(place.run());
    assert!(matches!(told[..], [_, (1_200..3_500, over_ms, false)] if over_ms > 0), "{told:?}");
    assert!(place.run().aloud().is_some());
    place.type_answer("Let me look at your last bill, please.");
    assert!(place.run().aloud().is_none());
}

#[test]
fn a_missing_refused_or_vanished_microphone_leaves_the_call_alone() {
    let mut place = Place::new();
    place.machine.borrow_mut().refused = true;
    place.sit();
    place.follow();
    assert_eq!(place.desk.ears.trouble.as_deref(), Some("permission denied"));
    let turns =
        |place: &Place| place.run().events().iter().filter(|event| matches!(event.what, What::Said { .. })).count();
    place.type_answer("Let me look at your last bill.");
    assert_eq!(turns(&place), 2);
    // It is allowed now, but none is plugged in.
    (place.machine.borrow_mut().refused, place.machine.borrow_mut().names) = (false, Vec::new());
    place.desk.act(DeskAction::FindMicrophones);
    place.follow();
    assert_eq!(place.desk.ears.trouble.as_deref(), Some("no input device"));
    place.machine.borrow_mut().names = vec!["Headset".into()];
    place.desk.act(DeskAction::FindMicrophones);
    place.follow();
    assert_eq!((place.desk.ears.trouble.as_deref(), place.desk.ears.open), (None, true));
    place.wait();
    // Pulled out in mid-sentence: what was heard so far is there, and waits for its words.
    place.desk.act(DeskAction::Talk(true));
    place.hear(&buzz(1));
    let wire = place.machine.borrow_mut().wire.take().expect("it was opened");
    wire.send(Sent::Fault("device not available".into())).expect("somebody listens");
    place.follow();
    assert_eq!(place.desk.ears.trouble.as_deref(), Some("device not available"));
    assert!(!place.run().voice_is_heard() && place.run().aloud().is_some());
    place.type_answer("Your bill of October?");
    assert_eq!(turns(&place), 3);
    place.desk.pass(3_000);
    assert_eq!(place.desk.screen, Screen::Desk);
}

#[test]
fn a_key_that_is_only_touched_says_nothing() {
    let mut place = Place::new();
    place.sit();
    place.desk.act(DeskAction::Talk(true));
    place.hear(&vec![0.0; RATE as usize]);
    assert!(place.run().voice_is_heard());
    place.desk.act(DeskAction::Talk(false));
    place.follow();
    assert!(!place.run().voice_is_heard() && place.run().aloud().is_none() && spoke(place.run()).is_empty());
    // Muted, nobody hears him.
    place.desk.act(DeskAction::Do(Input::Mute { on: true }));
    place.desk.act(DeskAction::Talk(true));
    place.hear(&buzz(1));
    assert!(!place.run().voice_is_heard());
}

#[test]
fn a_voice_is_kept_only_when_asked_for_and_goes_with_the_attempt() {
    let mut place = Place::new();
    place.desk.act(DeskAction::SetRecording(true));
    place.sit();
    place.desk.act(DeskAction::Talk(true));
    place.hear(&buzz(1));
    place.desk.act(DeskAction::Talk(false));
    place.measured();
    let files = recordings(place.folder.path());
    assert_eq!(files.len(), 1);
    assert!((14_000..=18_000).contains(&hound::WavReader::open(&files[0]).expect("a WAV file").duration()));
    let attempt = place.attempt();
    place.desk.act(DeskAction::LeaveDesk);
    place.desk.read_recordings();
    assert_eq!(place.desk.ears.recordings.get(&attempt).map(|kept| kept.numbers.len()), Some(1));
    // At the next opening they are still there; what is over, or belongs to nobody, is not.
    let root = place.folder.path().join("data/recordings");
    for name in [format!("attempt-{}-until-2099-01-01", attempt.0 + 7), "attempt-1-until-2020-01-01".to_owned()] {
        std::fs::create_dir_all(root.join(name)).expect("a folder");
    }
    let Place { folder, desk, .. } = place;
    drop(desk);
    let mut desk = Desk::new(options(folder.path()));
    assert_eq!(desk.settings.microphone, Device::Usual);
    assert!(desk.settings.record && !desk.settings.open_microphone);
    assert_eq!(std::fs::read_dir(&root).expect("it is there").count(), 1);
    desk.act(DeskAction::Delete(attempt));
    assert!(recordings(folder.path()).is_empty() && desk.ears.recordings.is_empty());
}

/// Writes one word for every half second.
struct Writer;

impl headset::hearing::Transcriber for Writer {
    fn transcribe(&mut self, sound: &[f32], _: Language) -> Result<String, String> {
        // To the nearest: where the voice begins and ends is found by the frame, not by the sample.
        let half = RATE as usize / 2;
        let count = (sound.len() + half / 2) / half;
        Ok("one two three four five six seven eight".split(' ').take(count.max(1)).collect::<Vec<_>>().join(" "))
    }
}

#[test]
fn what_is_said_aloud_is_written_down_and_can_be_corrected_before_it_counts() {
    let mut place = Place::new();
    let writing = Writing::by(Dictation::start(|| Ok(Writer)));
    place.microphone = Microphone::with(Box::new(Fake(place.machine.clone()))).written_by(writing);
    place.sit();
    place.desk.act(DeskAction::Talk(true));
    place.hear(&buzz(2));
    place.desk.act(DeskAction::Talk(false));
    let reply = |place: &Place| place.desk.sitting.as_ref().expect("a call is played").reply.clone();
    for _ in 0..2_000 {
        place.follow();
        if !reply(&place).is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!(reply(&place), "one two three four");
    assert!(place.run().aloud().is_some(), "it has not been said yet");
    place.type_answer("One, two, three, four.");
    assert!(place.run().aloud().is_none());
    assert!(place.run().events().iter().any(|event| match &event.what {
        What::Said { text, .. } => text == "One, two, three, four.",
        _ => false,
    }));
}
