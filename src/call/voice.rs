//! The operator's own voice on the line: since when it is heard, for how long over somebody else's, and what was measured
//! of it. Whole numbers only: a journal is played again without a microphone.

use serde::{Deserialize, Serialize};

/// An utterance ends after so long at the latest: a journal whose end was lost must not leave the line waiting for ever.
pub const LONGEST_VOICE_MS: u64 = 120_000;
/// How long the clock waits for the words of what was said aloud.
pub const WORDING_MS: u64 = 60_000;
/// Numbers taken from a journal are cut at so many pauses and seconds.
const LONGEST_COURSE: usize = 120;

/// What was measured of an utterance. Advice is made of it, never a score.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceMeasures {
    /// From the first sound to the last, milliseconds.
    pub spoken_ms: u32,
    /// Syllables that were listened for.
    pub syllables: u32,
    /// Silences within: from the first sample on, and how long, milliseconds.
    pub pauses: Vec<(u32, u32)>,
    /// Held vowels ("er", "euh").
    pub fillers: u32,
    /// Median pitch, hundredths of a semitone above 55 Hz; `None`: no voice was found.
    pub pitch: Option<i32>,
    /// Standard deviation of the pitch, hundredths of a semitone.
    pub movement: Option<i32>,
    /// Integrated loudness, hundredths of a LUFS; `None`: too short to be told.
    pub loudness: Option<i32>,
    /// Standard deviation of the level, hundredths of a decibel.
    pub unsteadiness: i32,
    /// Level (hundredths of a decibel of full scale) and pitch (as above) of each second.
    pub course: Vec<(i32, Option<i32>)>,
}

impl VoiceMeasures {
    /// Cut to a length and to figures that a voice can have: a journal may say anything.
    pub fn bounded(mut self) -> VoiceMeasures {
        const PITCH: (i32, i32) = (0, 7_200);
        const DECIBELS: (i32, i32) = (-12_000, 1_200);
        let within = |value: i32, (least, most): (i32, i32)| value.clamp(least, most);
        self.pauses.truncate(4 * LONGEST_COURSE);
        self.course.truncate(LONGEST_COURSE);
        for (level, pitch) in &mut self.course {
            (*level, *pitch) = (within(*level, DECIBELS), pitch.map(|pitch| within(pitch, PITCH)));
        }
        self.pitch = self.pitch.map(|pitch| within(pitch, PITCH));
        self.movement = self.movement.map(|movement| within(movement, PITCH));
        self.loudness = self.loudness.map(|loudness| within(loudness, DECIBELS));
        self.unsteadiness = within(self.unsteadiness, (0, 12_000));
        self
    }

    /// Time of all pauses, milliseconds.
    pub fn silent_ms(&self) -> u64 {
        self.pauses.iter().map(|(_, ms)| u64::from(*ms)).sum()
    }
}

/// The operator's voice, heard now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Voice {
    pub since_ms: u64,
    pub thinking_ms: u64,
    pub over_ms: u64,
    /// Since when both speak.
    pub over_since_ms: Option<u64>,
}

impl Voice {
    /// Whoever else spoke does so no longer.
    pub fn alone(&mut self, now_ms: u64) {
        self.over_ms += self.over_since_ms.take().map_or(0, |since| now_ms.saturating_sub(since));
    }
}

/// Something said aloud whose words are not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aloud {
    /// When it began, call time in milliseconds.
    pub since_ms: u64,
    /// When it ended.
    pub until_ms: u64,
    /// Pause before it, milliseconds.
    pub thinking_ms: u64,
    /// For how long both spoke, milliseconds.
    pub over_ms: u64,
    /// How long the clock still waits for its words.
    pub(super) wait_ms: u64,
}

impl Aloud {
    /// How long it took.
    pub fn ms(&self) -> u64 {
        self.until_ms.saturating_sub(self.since_ms)
    }
}
