//! Sound by kira. Without a sound card the desk is silent and says so.

mod tones;

use super::action::Screen;
use super::state::Desk;
use crate::call::{Phase, What};
use crate::pack::model::PickUp;
use kira::sound::static_sound::{StaticSoundData, StaticSoundHandle, StaticSoundSettings};
use kira::{AudioManager, AudioManagerSettings, DefaultBackend, Frame, Tween};
use std::time::Duration;

/// The busy tone is given so long.
const BUSY_MS: u64 = 3_000;

/// A sound that goes on until the line changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loop {
    Ring,
    Ringback,
    Busy,
    HoldMusic,
}

/// What sounds.
pub struct Sound {
    manager: Option<AudioManager<DefaultBackend>>,
    trouble: Option<String>,
    playing: Option<(Loop, StaticSoundHandle)>,
    /// Events of the call that were heard already.
    heard: usize,
    phase: Phase,
}

impl Sound {
    /// Opens the sound card, if there is one.
    pub fn new() -> Sound {
        let (manager, trouble) = match AudioManager::<DefaultBackend>::new(AudioManagerSettings::default()) {
            Ok(manager) => (Some(manager), None),
            Err(error) => (None, Some(error.to_string())),
        };
        Sound { manager, trouble, playing: None, heard: 0, phase: Phase::Ended }
    }

    /// Why there is no sound.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// Sounds like the call stands.
    pub fn follow(&mut self, desk: &Desk) {
        if self.manager.is_none() {
            return;
        }
        let sitting = desk.sitting.as_ref().filter(|_| desk.screen == Screen::Desk && !desk.settings.silent);
        let Some(sitting) = sitting else {
            self.keep(None);
            self.heard = usize::MAX;
            return;
        };
        let run = sitting.run();
        let events = run.events();
        // Sat down anew (or gone on with): the past is not played again.
        if self.heard > events.len() {
            self.heard = events.len();
            self.phase = run.phase();
        }
        for event in &events[self.heard..] {
            match event.what {
                What::Keypad { key } => self.once(tones::key(key)),
                What::Muted { .. } => self.once(Some(tones::click())),
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
    }

    fn keep(&mut self, wanted: Option<Loop>) {
        if self.playing.as_ref().map(|(playing, _)| *playing) == wanted {
            return;
        }
        if let Some((_, mut handle)) = self.playing.take() {
            handle.stop(Tween { duration: Duration::from_millis(60), ..Tween::default() });
        }
        let (Some(wanted), Some(manager)) = (wanted, &mut self.manager) else { return };
        let samples = match wanted {
            Loop::Ring => tones::ring(),
            Loop::Ringback => tones::ringback(),
            Loop::Busy => tones::busy(),
            Loop::HoldMusic => tones::hold_music(),
        };
        match manager.play(data(&samples).loop_region(..)) {
            Ok(handle) => self.playing = Some((wanted, handle)),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    fn once(&mut self, samples: Option<Vec<f32>>) {
        let (Some(samples), Some(manager)) = (samples, &mut self.manager) else { return };
        if let Err(error) = manager.play(data(&samples)) {
            self.trouble = Some(error.to_string());
        }
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
