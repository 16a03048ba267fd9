//! What is heard, without a sound card: kira renders into memory, and the calls are real ones.

use super::*;
use crate::call::Input;
use crate::language::Recogniser;
use crate::locale::Language;
use crate::training::{Mode, Setup};
use kira::backend::{Backend, Renderer};
use std::path::Path;
use std::sync::Arc;

const RATE: u32 = 48_000;
const FULL: Volumes = Volumes { voices: 100, signals: 100 };

/// A card that plays into memory, and can be pulled out.
#[derive(Default)]
struct Memory {
    renderer: Option<Renderer>,
    pulled: bool,
}

impl Backend for Memory {
    type Settings = ();
    type Error = String;

    fn setup((): (), _: usize) -> Result<(Memory, u32), String> {
        Ok((Memory::default(), RATE))
    }

    fn start(&mut self, renderer: Renderer) -> Result<(), String> {
        self.renderer = Some(renderer);
        Ok(())
    }
}

impl Card for Memory {
    fn fault(&mut self) -> Option<String> {
        self.pulled.then(|| "device not available".into())
    }
}

/// A machine without a card.
struct Nothing;

impl Backend for Nothing {
    type Settings = ();
    type Error = String;

    fn setup((): (), _: usize) -> Result<(Nothing, u32), String> {
        Err("no default output device".into())
    }

    fn start(&mut self, _: Renderer) -> Result<(), String> {
        Err("never started".into())
    }
}

impl Card for Nothing {
    fn fault(&mut self) -> Option<String> {
        None
    }
}

/// A call, and what is heard of it.
struct Room<B: Card> {
    sound: Sound<B>,
    run: Run,
    folder: tempfile::TempDir,
    volumes: Volumes,
}

impl<B: Card> Room<B>
where
    B: Backend<Settings = (), Error = String>,
{
    fn new() -> Room<B> {
        let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/inbound-telecom");
        let setup = Setup {
            pack: Arc::new(crate::pack::load(&pack).0.expect("a pack of this repository")),
            call: "double_charge".into(),
            language: Language::French,
            seed: 3,
            mode: Mode::ScriptShown,
            operator: "Sam".into(),
            level: Default::default(),
        };
        let run = Run::new(setup, &Recogniser::new(Language::French)).expect("it starts");
        let folder = tempfile::tempdir().expect("a temporary folder");
        Room { sound: Sound::with(open::<B>()), run, folder, volumes: FULL }
    }

    fn follow(&mut self) {
        let cache = self.folder.path().join("cache");
        self.sound.hear(Some(&self.run), self.volumes, || cache);
    }

    fn apply(&mut self, input: Input) {
        self.run.apply(input);
        self.follow();
    }

    /// The customer has heard a greeting and is about to say why she calls; the line is made.
    fn greet(&mut self) {
        self.follow();
        self.apply(Input::Answer);
        self.apply(Input::Say {
            text: "Tessaline Télécom bonjour, Sam à votre écoute. Que puis-je faire pour vous ?".into(),
        });
        let line = self.run.lines().next().cloned().expect("she has something to say");
        for _ in 0..600 {
            if self.sound.ahead.as_mut().is_some_and(|ahead| ahead.take(&line).is_some() || ahead.trouble().is_some()) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("nothing was made in half a minute");
    }
}

impl Room<Memory> {
    /// Time passes as it does at the desk; returns what the left ear hears.
    fn listen(&mut self, ms: u64) -> Vec<f32> {
        let mut heard = Vec::new();
        for _ in 0..ms / 20 {
            self.apply(Input::Pass { ms: 20 });
            let Some(output) = &mut self.sound.output else { break };
            let renderer = output.manager.backend_mut().renderer.as_mut().expect("it was started");
            let mut frames = vec![0.0; RATE as usize / 50 * 2];
            renderer.on_start_processing();
            renderer.process(&mut frames, 2);
            heard.extend(frames.chunks(2).map(|frame| frame[0]));
        }
        heard
    }
}

fn loudness(sound: &[f32]) -> f32 {
    (sound.iter().map(|sample| sample * sample).sum::<f32>() / sound.len().max(1) as f32).sqrt()
}

#[test]
fn the_customer_is_heard_when_she_speaks_and_no_longer_when_she_is_cut_off() {
    let mut room = Room::<Memory>::new();
    room.greet();
    room.listen(200);
    let gap = loudness(&room.listen(100));
    room.listen(200);
    assert!(room.run.speaking().is_some_and(|speaking| speaking.elapsed_ms < 400));
    let speech = loudness(&room.listen(1_500));
    assert!(gap < 0.001 && speech > 0.02, "{gap} then {speech}");
    room.apply(Input::Say { text: "Pardon, je vous coupe.".into() });
    room.listen(60);
    let after = loudness(&room.listen(200));
    assert!(after < 0.001, "{after}");
}

#[test]
fn her_line_is_heard_for_as_long_as_the_call_says() {
    let mut room = Room::<Memory>::new();
    room.greet();
    while room.run.speaking().is_none() {
        room.listen(20);
    }
    let takes_ms = room.run.speaking().expect("she speaks").duration_ms;
    let heard = room.listen(takes_ms + 300);
    let last =
        heard.iter().rposition(|sample| sample.abs() > 0.01).expect("something") as u64 * 1_000 / u64::from(RATE);
    assert!(last.abs_diff(takes_ms) < 150, "heard for {last} ms, planned {takes_ms}");
}

#[test]
fn on_hold_music_is_heard_and_she_is_not() {
    let mut room = Room::<Memory>::new();
    room.greet();
    room.listen(1_000);
    room.apply(Input::Hold);
    assert!(room.sound.voice.is_none());
    assert!(loudness(&room.listen(2_000)) > 0.003);
    assert_eq!(room.sound.looped.as_ref().map(|(looped, _)| *looped), Some(Loop::HoldMusic));
    // While the operator's microphone is off she is heard as before.
    room.apply(Input::Resume);
    assert!(room.sound.looped.is_none());
}

#[test]
fn volumes_are_heeded_and_signals_step_back_behind_a_voice() {
    let mut room = Room::<Memory>::new();
    let ring = loudness(&room.listen(1_000));
    room.volumes = Volumes { voices: 0, signals: 50 };
    room.listen(200);
    let mut softer = Room::<Memory>::new();
    softer.volumes = Volumes { voices: 0, signals: 50 };
    let soft = loudness(&softer.listen(1_000));
    assert!(soft < ring * 0.5 && soft > 0.001, "{ring} {soft}");
    softer.greet();
    softer.listen(500);
    assert!(loudness(&softer.listen(500)) < 0.002);
    room.volumes = FULL;
    room.greet();
    room.listen(1_000);
    assert!(room.sound.ducked);
}

#[test]
fn without_a_card_the_call_goes_on() {
    let mut room = Room::<Nothing>::new();
    assert_eq!(room.sound.trouble(), Some("no default output device"));
    room.follow();
    room.apply(Input::Answer);
    room.apply(Input::Say { text: "Bonjour, que puis-je faire pour vous ?".into() });
    for _ in 0..100 {
        room.apply(Input::Pass { ms: 20 });
    }
    assert!(room.run.speaking().is_some());
}

#[test]
fn a_card_that_is_pulled_out_is_told_and_the_call_goes_on() {
    let mut room = Room::<Memory>::new();
    room.greet();
    room.listen(1_000);
    assert!(room.run.speaking().is_some());
    if let Some(output) = &mut room.sound.output {
        output.manager.backend_mut().pulled = true;
    }
    room.listen(1_000);
    assert_eq!(room.sound.trouble(), Some("device not available"));
    let before = room.run.now_ms();
    room.apply(Input::Pass { ms: 500 });
    assert_eq!(room.run.now_ms(), before + 500);
}

#[test]
fn voices_that_cannot_be_unpacked_are_told_and_tones_still_sound() {
    let mut room = Room::<Memory>::new();
    std::fs::write(room.folder.path().join("cache"), "a file in the way").expect("written");
    assert!(loudness(&room.listen(1_000)) > 0.003);
    room.greet();
    room.follow();
    assert!(room.sound.voice_trouble().is_some_and(|why| why.contains("cache")));
    assert_eq!(room.sound.trouble(), None);
}

#[test]
fn a_recording_is_played_to_its_end_and_can_be_stopped_before() {
    let mut room = Room::<Memory>::new();
    let path = room.folder.path().join("0001.wav");
    let sound: Vec<f32> = (0..8_000).map(|at| (at as f32 * 0.2).sin() * 0.5).collect();
    recordings::write(&path, &sound, 16_000).expect("written");
    room.volumes = Volumes { voices: 100, signals: 0 };
    room.listen(300);
    assert_eq!(room.sound.play_recording(Some(&path)), Ok(()));
    assert!(room.sound.plays_recording());
    assert!(loudness(&room.listen(300)) > 0.1);
    assert_eq!(room.sound.play_recording(Some(&path)), Ok(()), "it is not begun again");
    room.listen(400);
    assert!(!room.sound.plays_recording());
    assert_eq!(room.sound.play_recording(None), Ok(()));
    assert_eq!(room.sound.play_recording(Some(&path)), Ok(()));
    assert_eq!(room.sound.play_recording(None), Ok(()));
    room.listen(100);
    assert!(!room.sound.plays_recording() && loudness(&room.listen(200)) < 0.001);
    assert!(room.sound.play_recording(Some(Path::new("nothing.wav"))).is_err());
}
