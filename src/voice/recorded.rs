//! A line that the pack brings as a recording: as loud as the voices that are synthesised.

use super::RATE;
use super::loudness::level;
use super::manner::Manner;
use super::resample::stretched;
use crate::recording::Recording;

/// The sound of a recording: mono samples, [`RATE`] a second, as many as its length says. What cannot be decoded is silent.
pub fn recorded(recording: &Recording, manner: Manner) -> Vec<f32> {
    let length = (recording.ms() * u64::from(RATE) / 1_000) as usize;
    let mut sound = match recording.samples() {
        Ok((samples, _)) => stretched(&samples, length),
        Err(_) => vec![0.0; length],
    };
    level(&mut sound, manner.gain_db());
    sound
}
