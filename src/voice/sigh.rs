//! Somebody breathes out audibly.

use super::loudness::level;
use super::{RATE, band};
use crate::random::Stream;

/// How long it takes, milliseconds.
const SIGH_MS: usize = 750;
/// So much softer than a voice, decibels.
const SOFTER_DB: f64 = -8.0;

/// Noise that swells quickly and dies away, and gets darker meanwhile, as the mouth closes.
pub fn sigh() -> Vec<f32> {
    let count = SIGH_MS * RATE as usize / 1_000;
    let mut noise = Stream::new(0, "sigh");
    let mut breath = 0.0;
    let mut out: Vec<f32> = (0..count)
        .map(|at| {
            let t = at as f32 / count as f32;
            let bright = 0.55 - 0.45 * t;
            breath += bright * (noise.between(-1_000, 1_000) as f32 / 1_000.0 - breath);
            let swell = (t / 0.12).min(1.0) * (1.0 - t).powi(2);
            breath * swell
        })
        .collect();
    band(&mut out);
    level(&mut out, SOFTER_DB);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sigh_swells_and_dies_away() {
        let sound = sigh();
        let power = |part: &[f32]| part.iter().map(|sample| sample * sample).sum::<f32>() / part.len() as f32;
        let (early, late) = (power(&sound[1_000..4_000]), power(&sound[9_000..12_000]));
        assert!(early > 0.000_1 && late < early / 20.0, "{early} {late}");
    }
}
