//! Sound by kira. Without a sound card the desk is silent and says so.

mod ahead;
mod card;
#[cfg(test)]
mod tests;
mod tones;

use super::action::Screen;
use super::state::Desk;
use crate::call::{Phase, What};
use crate::pack::model::PickUp;
use crate::records::recordings;
use crate::training::Run;
use crate::voice;
use ahead::Ahead;
use card::Card;
use kira::sound::PlaybackState;
use kira::sound::static_sound::{StaticSoundData, StaticSoundHandle, StaticSoundSettings};
use kira::track::{TrackBuilder, TrackHandle};
use kira::{AudioManager, AudioManagerSettings, Decibels, DefaultBackend, Frame, Tween};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The busy tone is given so long.
const BUSY_MS: u64 = 3_000;
/// While somebody speaks, all else is so much softer.
const DUCK_DB: f32 = -12.0;
/// A voice that is begun later than this after its line goes on where it would be by now.
const LATE_MS: u64 = 250;
/// A card that failed is looked for again after this long.
const RETRY: Duration = Duration::from_secs(5);

/// A sound that goes on until the line changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loop {
    Ring,
    Ringback,
    Busy,
    HoldMusic,
}

/// How loud, in percent of as loud as it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Volumes {
    /// People at the other end.
    pub voices: u16,
    /// Rings, tones, clicks and music.
    pub signals: u16,
}

/// An open sound card.
struct Output<B: Card> {
    manager: AudioManager<B>,
    voices: TrackHandle,
    signals: TrackHandle,
}

/// What sounds.
pub struct Sound<B: Card = DefaultBackend> {
    output: Option<Output<B>>,
    trouble: Option<String>,
    closed: Option<Instant>,
    ahead: Option<Ahead>,
    looped: Option<(Loop, StaticSoundHandle)>,
    /// The line being spoken.
    voice: Option<StaticSoundHandle>,
    turn: u32,
    /// The recording of the operator's own voice that is played.
    recording: Option<(PathBuf, StaticSoundHandle)>,
    volumes: Volumes,
    ducked: bool,
    /// Events of the call that were heard already.
    heard: usize,
    phase: Phase,
}

impl Sound {
    /// No sound card is opened yet: that may take longer than all else at the start.
    pub fn closed() -> Sound {
        Sound { trouble: None, closed: None, ..Sound::with(Err(String::new())) }
    }

    /// Sounds like the call stands. A card that went away is looked for again.
    pub fn follow(&mut self, desk: &Desk) {
        if self.output.is_none() && self.closed.is_none_or(|since| since.elapsed() > RETRY) {
            match open() {
                Ok(output) => (self.output, self.trouble) = (Some(output), None),
                Err(why) => self.trouble = Some(why),
            }
            self.closed = Some(Instant::now());
        }
        let sitting = desk.sitting.as_ref().filter(|_| desk.screen == Screen::Desk && !desk.settings.silent);
        let volumes = Volumes { voices: desk.settings.voices, signals: desk.settings.signals };
        self.hear(sitting.map(|sitting| sitting.run()), volumes, || desk.options.data_dir.join("cache"));
    }
}

fn open<B: Card>() -> Result<Output<B>, String>
where
    B::Settings: Default,
    B::Error: std::fmt::Display,
{
    let mut manager = AudioManager::<B>::new(AudioManagerSettings::default()).map_err(|error| error.to_string())?;
    let mut track = || manager.add_sub_track(TrackBuilder::new()).map_err(|error| error.to_string());
    let (voices, signals) = (track()?, track()?);
    Ok(Output { manager, voices, signals })
}

impl<B: Card> Sound<B> {
    fn with(output: Result<Output<B>, String>) -> Sound<B> {
        let (output, trouble) = match output {
            Ok(output) => (Some(output), None),
            Err(why) => (None, Some(why)),
        };
        Sound {
            output,
            trouble,
            closed: Some(Instant::now()),
            ahead: None,
            looped: None,
            voice: None,
            turn: 0,
            recording: None,
            volumes: Volumes { voices: 100, signals: 100 },
            ducked: false,
            heard: usize::MAX,
            phase: Phase::Ended,
        }
    }

    /// Why there is no sound.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// Why there are tones but no voices.
    pub fn voice_trouble(&self) -> Option<&str> {
        self.ahead.as_ref().and_then(Ahead::trouble)
    }

    /// Sounds like a call stands; `None`: there is none to be heard.
    fn hear(&mut self, run: Option<&Run>, volumes: Volumes, cache: impl FnOnce() -> PathBuf) {
        if let Some(why) = self.output.as_mut().and_then(|output| output.manager.backend_mut().fault()) {
            // The handles belong to the card that has gone; the call goes on without sound.
            (self.output, self.looped, self.voice, self.recording) = (None, None, None, None);
            (self.trouble, self.closed, self.ducked) = (Some(why), Some(Instant::now()), false);
        }
        if self.output.is_none() {
            self.heard = usize::MAX;
            return;
        }
        if self.volumes != volumes {
            self.volumes = volumes;
            self.mix(self.ducked);
        }
        let Some(run) = run else {
            self.keep(None);
            self.hush();
            self.heard = usize::MAX;
            return;
        };
        let events = run.events();
        // Sat down anew (or gone on with): the past is not played again.
        if self.heard > events.len() {
            self.heard = events.len();
            self.phase = run.phase();
            self.turn = 0;
        }
        for event in &events[self.heard..] {
            match event.what {
                What::Keypad { key } => self.once(tones::key(key)),
                What::Muted { .. } => self.once(Some(tones::click())),
                What::LineEnded { cut: true, .. } => self.hush(),
                What::Sighed if run.phase() == Phase::Talking => {
                    self.play_voice(voice::through(&voice::sigh()).into_iter().map(Frame::from_mono).collect(), 0);
                }
                _ => {}
            }
        }
        self.heard = events.len();
        let phase = run.phase();
        if std::mem::replace(&mut self.phase, phase) != phase && matches!(phase, Phase::Talking | Phase::WrapUp) {
            self.once(Some(tones::click()));
        }
        let busy = events.iter().rev().take(4).any(|event| match event.what {
            What::Reached { pick_up: PickUp::Busy, .. } => event.at_ms + BUSY_MS > run.now_ms(),
            _ => false,
        });
        self.keep(match phase {
            Phase::Ringing => Some(Loop::Ring),
            Phase::Dialling => Some(Loop::Ringback),
            Phase::Hold => Some(Loop::HoldMusic),
            Phase::Ready if busy => Some(Loop::Busy),
            _ => None,
        });
        if matches!(phase, Phase::Hold | Phase::Ready | Phase::Ended) {
            self.hush();
        }
        self.say(run, cache);
        let speaking = self.voice.as_ref().is_some_and(|voice| voice.state() == PlaybackState::Playing);
        if speaking != self.ducked {
            self.mix(speaking);
        }
    }

    /// Makes what is about to be said, and says what is being said.
    fn say(&mut self, run: &Run, cache: impl FnOnce() -> PathBuf) {
        let ahead = self.ahead.get_or_insert_with(|| Ahead::new(cache()));
        run.lines().for_each(|line| ahead.want(line));
        let Some(speaking) = run.speaking() else { return };
        if speaking.turn == self.turn {
            return;
        }
        let Some(frames) = run.lines().next().and_then(|line| ahead.take(line)) else { return };
        self.turn = speaking.turn;
        self.play_voice(frames, if speaking.elapsed_ms > LATE_MS { speaking.elapsed_ms } else { 0 });
    }

    /// Plays a recording, from its beginning, and no other one; `None`: none.
    ///
    /// # Errors
    /// It cannot be read, or nothing can be heard; in words.
    pub fn play_recording(&mut self, wanted: Option<&Path>) -> Result<(), String> {
        if self.recording.as_ref().map(|(path, _)| path.as_path()) == wanted {
            return Ok(());
        }
        if let Some((_, mut before)) = self.recording.take() {
            before.stop(tween(15));
        }
        let Some(path) = wanted else { return Ok(()) };
        let (samples, sample_rate) = recordings::read(path)?;
        let Some(output) = &mut self.output else { return Err(self.trouble.clone().unwrap_or_default()) };
        let handle = output.voices.play(StaticSoundData { sample_rate, ..data(&samples) });
        self.recording = Some((path.to_owned(), handle.map_err(|error| error.to_string())?));
        Ok(())
    }

    /// A recording is being played, and not over yet.
    pub fn plays_recording(&self) -> bool {
        self.recording.as_ref().is_some_and(|(_, handle)| handle.state() != PlaybackState::Stopped)
    }

    /// Stops whoever speaks, in the middle of a word.
    fn hush(&mut self) {
        if let Some(mut voice) = self.voice.take() {
            voice.stop(tween(15));
        }
    }

    /// Sets how loud voices and signals are.
    fn mix(&mut self, speaking: bool) {
        self.ducked = speaking;
        let Some(output) = &mut self.output else { return };
        output.voices.set_volume(decibels(self.volumes.voices), tween(80));
        let duck = if speaking { DUCK_DB } else { 0.0 };
        output.signals.set_volume(Decibels(decibels(self.volumes.signals).0 + duck), tween(80));
    }

    fn keep(&mut self, wanted: Option<Loop>) {
        if self.looped.as_ref().map(|(playing, _)| *playing) == wanted {
            return;
        }
        if let Some((_, mut handle)) = self.looped.take() {
            handle.stop(tween(60));
        }
        let (Some(wanted), Some(output)) = (wanted, &mut self.output) else { return };
        let samples = match wanted {
            Loop::Ring => tones::ring(),
            Loop::Ringback => tones::ringback(),
            Loop::Busy => tones::busy(),
            Loop::HoldMusic => tones::hold_music(),
        };
        match output.signals.play(data(&samples).loop_region(..)) {
            Ok(handle) => self.looped = Some((wanted, handle)),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    fn once(&mut self, samples: Option<Vec<f32>>) {
        let (Some(samples), Some(output)) = (samples, &mut self.output) else { return };
        if let Err(error) = output.signals.play(data(&samples)) {
            self.trouble = Some(error.to_string());
        }
    }

    fn play_voice(&mut self, frames: std::sync::Arc<[Frame]>, from_ms: u64) {
        self.hush();
        let Some(output) = &mut self.output else { return };
        let settings = StaticSoundSettings::default();
        let data = StaticSoundData { sample_rate: voice::RATE, frames, settings, slice: None };
        match output.voices.play(data.start_position(from_ms as f64 / 1_000.0)) {
            Ok(handle) => self.voice = Some(handle),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }
}

fn tween(ms: u64) -> Tween {
    Tween { duration: Duration::from_millis(ms), ..Tween::default() }
}

/// Half of the slider is half as loud to the ear: about ten decibels.
fn decibels(percent: u16) -> Decibels {
    match percent {
        0 => Decibels::SILENCE,
        percent => Decibels(33.0 * (f32::from(percent.min(100)) / 100.0).log10()),
    }
}

fn data(samples: &[f32]) -> StaticSoundData {
    StaticSoundData {
        sample_rate: tones::RATE,
        frames: samples.iter().map(|sample| Frame::from_mono(*sample)).collect(),
        settings: StaticSoundSettings::default(),
        slice: None,
    }
}
