//! How somebody sounds: rate, pauses, pitch, loudness. Pure functions on samples.

pub mod contour;
mod norms;
pub mod pitch;
#[cfg(test)]
mod tests;
mod turns;

pub use norms::{Advice, Norms, Range};
pub use turns::{overlap_ms, reaction_ms};

use crate::voice::loudness::lufs;
use contour::{REACH_MS, STEP_MS, levels, share};
use pitch::{median, pitches, semitones};

/// A silence counts as a pause from here on, milliseconds (VOICE; Goldman-Eisler 1968).
pub const PAUSE_MS: u64 = 250;
/// Silence is what is hardly louder than the room, dB above it; but never what is closer to the loudest than the first of
/// these (de Jong and Wempe 2009 take it for all sound), and always what is further away than the second.
const ROOM_DB: f32 = 10.0;
const SILENCE_DB: [f32; 2] = [25.0, 40.0];
/// A nucleus of a syllable stands out from the dip before it by so much, dB (the same).
const DIP_DB: f32 = 2.0;
/// A filler is a vowel held so long, milliseconds, while the pitch stays within so many semitones and the level within so
/// many dB: about twice as long and half as lively as a vowel within a word (Shriberg 2001, section 2.2).
const FILLER_MS: u64 = 300;
const FILLER_SEMITONES: f32 = 0.6;
const FILLER_DB: f32 = 2.0;

/// A stretch of time, milliseconds from the beginning of the sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Where it begins.
    pub from_ms: u64,
    /// Where it ends.
    pub to_ms: u64,
}

impl Stretch {
    /// Its length.
    pub fn ms(self) -> u64 {
        self.to_ms.saturating_sub(self.from_ms)
    }
}

/// How something was said.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Delivery {
    /// From the first sound to the last, milliseconds.
    pub spoken_ms: u64,
    /// Syllables that were heard, or those of the transcript.
    pub syllables: u32,
    /// Silences within, of 250 ms and more.
    pub pauses: Vec<Stretch>,
    /// Held vowels ("er", "euh").
    pub fillers: Vec<Stretch>,
    /// Median pitch, Hz; `None`: no voice was found.
    pub pitch_hz: Option<f32>,
    /// Standard deviation of the pitch, semitones.
    pub movement: Option<f32>,
    /// Integrated loudness, LUFS; `None`: silence.
    pub lufs: Option<f32>,
    /// Standard deviation of the level while speaking, dB: the smaller, the steadier.
    pub unsteadiness: f32,
}

impl Delivery {
    /// Measures a sound. `syllables`: those of the transcript, when there is one; else they are listened for.
    pub fn of(samples: &[f32], rate: u32, syllables: Option<u32>) -> Delivery {
        let levels = levels(samples, rate);
        let loudest = share(&levels, 99);
        let floor = (share(&levels, 5) + ROOM_DB).clamp(loudest - SILENCE_DB[1], loudest - SILENCE_DB[0]);
        let sounds = |at: &usize| levels[*at] > floor && levels[*at] > -70.0;
        let (Some(first), Some(last)) = ((0..levels.len()).find(sounds), (0..levels.len()).rfind(sounds)) else {
            return Delivery::default();
        };
        let pitches = pitches(samples, rate);
        let voiced: Vec<f32> = (first..=last).filter_map(|at| pitches.get(at).copied().flatten()).collect();
        let pitch_hz = median(voiced.iter().copied());
        let speech: Vec<f32> = (first..=last).filter(sounds).map(|at| levels[at]).collect();
        Delivery {
            spoken_ms: (last - first + 1) as u64 * STEP_MS,
            syllables: syllables.unwrap_or_else(|| {
                nuclei(&levels[first..=last], &pitches[first.min(pitches.len())..], loudest - SILENCE_DB[0])
            }),
            pauses: pauses(&levels, floor, first, last),
            fillers: fillers(&levels, &pitches),
            pitch_hz,
            movement: pitch_hz.map(|base| deviation(voiced.iter().map(|hz| semitones(*hz, base)))),
            lufs: lufs(samples, rate).map(|lufs| lufs as f32),
            unsteadiness: deviation(speech.into_iter()),
        }
    }

    /// Time of all pauses, milliseconds.
    pub fn silent_ms(&self) -> u64 {
        self.pauses.iter().map(|pause| pause.ms()).sum()
    }

    /// Syllables a second, pauses included; `None`: nothing was said.
    pub fn speech_rate(&self) -> Option<f32> {
        (self.spoken_ms > 0).then(|| self.syllables as f32 * 1_000.0 / self.spoken_ms as f32)
    }

    /// Syllables a second while speaking, pauses left out; `None`: nothing was said.
    pub fn articulation_rate(&self) -> Option<f32> {
        let ms = self.spoken_ms.saturating_sub(self.silent_ms());
        (ms > 0).then(|| self.syllables as f32 * 1_000.0 / ms as f32)
    }
}

/// Silences between the first and the last sound.
fn pauses(levels: &[f32], floor: f32, first: usize, last: usize) -> Vec<Stretch> {
    let mut pauses = Vec::new();
    let mut since = None;
    for (at, level) in levels.iter().enumerate().take(last + 1).skip(first) {
        match (*level > floor, since) {
            (false, None) => since = Some(at),
            (true, Some(begun)) => {
                // The window of a level reaches into the sound on both sides: so much longer the silence was.
                let pause =
                    Stretch { from_ms: begun as u64 * STEP_MS - REACH_MS, to_ms: at as u64 * STEP_MS + REACH_MS };
                if pause.ms() >= PAUSE_MS {
                    pauses.push(pause);
                }
                since = None;
            }
            _ => {}
        }
    }
    pauses
}

/// Nuclei of syllables: peaks of the level that are voiced and stand out from the dip before them.
fn nuclei(levels: &[f32], pitches: &[Option<f32>], floor: f32) -> u32 {
    let mut count = 0;
    let mut dip = f32::MIN;
    let mut peak: Option<(usize, f32)> = None;
    for (at, level) in levels.iter().copied().enumerate() {
        match peak {
            // Climbing from a dip.
            None if level < dip || dip == f32::MIN => dip = level,
            None if level >= dip + DIP_DB => peak = Some((at, level)),
            None => {}
            Some((_, high)) if level > high => peak = Some((at, level)),
            // Over the top: it counts once the level has fallen again.
            Some((top, high)) if level <= high - DIP_DB => {
                let voiced =
                    (top.saturating_sub(2)..=top + 2).any(|near| pitches.get(near).is_some_and(Option::is_some));
                count += u32::from(high > floor && voiced);
                (peak, dip) = (None, level);
            }
            Some(_) => {}
        }
    }
    if let Some((top, high)) = peak {
        let voiced = (top.saturating_sub(2)..=top + 2).any(|near| pitches.get(near).is_some_and(Option::is_some));
        count += u32::from(high > floor && voiced);
    }
    count
}

/// Long stretches of voice in which nothing moves.
fn fillers(levels: &[f32], pitches: &[Option<f32>]) -> Vec<Stretch> {
    let mut fillers = Vec::new();
    let mut from = 0;
    while from < pitches.len().min(levels.len()) {
        let Some(base) = pitches[from] else {
            from += 1;
            continue;
        };
        let still = |at: usize| {
            let near =
                pitches.get(at).copied().flatten().is_some_and(|hz| semitones(hz, base).abs() < FILLER_SEMITONES);
            near && (levels[at] - levels[from]).abs() < FILLER_DB
        };
        let to = (from..levels.len()).find(|at| !still(*at)).unwrap_or(levels.len());
        let stretch = Stretch { from_ms: from as u64 * STEP_MS, to_ms: to as u64 * STEP_MS };
        if stretch.ms() >= FILLER_MS {
            fillers.push(stretch);
            from = to;
        } else {
            from += 1;
        }
    }
    fillers
}

/// Standard deviation.
fn deviation(values: impl Iterator<Item = f32> + Clone) -> f32 {
    let count = values.clone().count().max(1) as f32;
    let mean = values.clone().sum::<f32>() / count;
    (values.map(|value| (value - mean) * (value - mean)).sum::<f32>() / count).sqrt()
}
