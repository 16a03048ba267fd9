//! When somebody speaks and when he does not.

use super::analysis::Stretch;
use crate::voice::RATE;
use earshot::Detector;

/// Samples the detector looks at.
const FRAME: usize = 256;
/// Voice from this probability on (the detector's own advice).
const LIKELY: f32 = 0.5;
/// So many frames of voice make a beginning; shorter is a knock or a breath (about 50 ms).
const BEGINNING: usize = 3;
/// Silence of this length ends an utterance, milliseconds: longer than most pauses within one.
const ENDING_MS: u64 = 700;

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Somebody began to speak, milliseconds from the first sample.
    Began(u64),
    /// He has spoken; the silence after it is left out.
    Ended(Stretch),
}

/// Listens for a voice; 16 000 samples a second.
pub struct Activity {
    detector: Box<Detector>,
    frame: Vec<f32>,
    frames: u64,
    /// Frames of voice in a row, while nobody speaks.
    likely: usize,
    since_ms: Option<u64>,
    last_ms: u64,
}

impl std::fmt::Debug for Activity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Activity").field("since_ms", &self.since_ms).finish_non_exhaustive()
    }
}

impl Default for Activity {
    fn default() -> Activity {
        let detector = Detector::default_boxed();
        Activity { detector, frame: Vec::with_capacity(FRAME), frames: 0, likely: 0, since_ms: None, last_ms: 0 }
    }
}

impl Activity {
    /// Takes in what was heard next.
    pub fn hear(&mut self, samples: &[f32]) -> Vec<Change> {
        let mut changes = Vec::new();
        for sample in samples {
            self.frame.push(sample.clamp(-1.0, 1.0));
            if self.frame.len() == FRAME {
                let voice = self.detector.predict_f32(&self.frame) >= LIKELY;
                self.frame.clear();
                self.frames += 1;
                changes.extend(self.step(voice));
            }
        }
        changes
    }

    /// Since when somebody has been speaking; `None`: nobody is.
    pub fn since_ms(&self) -> Option<u64> {
        self.since_ms
    }

    /// For how long a voice has been heard, the silence since then left out, milliseconds; `None`: nobody speaks.
    pub fn voiced_ms(&self) -> Option<u64> {
        self.since_ms.map(|since_ms| self.last_ms.saturating_sub(since_ms))
    }

    /// Whoever speaks is done: the key was let go.
    pub fn stop(&mut self) -> Option<Change> {
        self.likely = 0;
        let to_ms = self.last_ms;
        self.since_ms.take().map(|from_ms| Change::Ended(Stretch { from_ms, to_ms }))
    }

    fn step(&mut self, voice: bool) -> Option<Change> {
        let now_ms = self.frames * FRAME as u64 * 1_000 / u64::from(RATE);
        if voice {
            self.last_ms = now_ms;
        }
        match self.since_ms {
            None if voice => {
                self.likely += 1;
                if self.likely < BEGINNING {
                    return None;
                }
                self.likely = 0;
                let from_ms = now_ms.saturating_sub((BEGINNING * FRAME) as u64 * 1_000 / u64::from(RATE));
                self.since_ms = Some(from_ms);
                Some(Change::Began(from_ms))
            }
            None => {
                self.likely = 0;
                None
            }
            Some(_) if now_ms - self.last_ms >= ENDING_MS => self.stop(),
            Some(_) => None,
        }
    }
}
