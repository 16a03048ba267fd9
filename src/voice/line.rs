//! What a telephone does to a sound: 300–3400 Hz, µ-law, a little noise. Pure functions on samples, 16 000 a second.

use super::resample::stretched;
use crate::random::Stream;
use std::f32::consts::PI;

/// Samples a second here and everywhere in `voice`.
const RATE: f32 = 16_000.0;
/// The band of a telephone, Hz (ITU-T G.712).
const BAND_HZ: [f32; 2] = [300.0, 3_400.0];
/// Noise of the line, fraction of full scale: about -60 dBFS.
const NOISE: f32 = 0.001;

/// A filter of second order, in direct form I.
#[derive(Debug, Clone, Copy)]
struct Biquad {
    b: [f32; 3],
    a: [f32; 2],
}

impl Biquad {
    /// R. Bristow-Johnson's cookbook; `q` of the stage.
    fn new(hz: f32, q: f32, high_pass: bool) -> Biquad {
        let w = 2.0 * PI * hz / RATE;
        let (sin, cos) = w.sin_cos();
        let alpha = sin / (2.0 * q);
        let edge = if high_pass { 1.0 + cos } else { 1.0 - cos };
        let a0 = 1.0 + alpha;
        let middle = if high_pass { -edge } else { edge };
        Biquad { b: [edge / 2.0, middle, edge / 2.0].map(|b| b / a0), a: [-2.0 * cos / a0, (1.0 - alpha) / a0] }
    }

    fn run(self, samples: &mut [f32]) {
        let (mut x1, mut x2, mut y1, mut y2) = (0.0, 0.0, 0.0, 0.0);
        for sample in samples {
            let x = *sample;
            let y = self.b[0] * x + self.b[1] * x1 + self.b[2] * x2 - self.a[0] * y1 - self.a[1] * y2;
            (x2, x1, y2, y1) = (x1, x, y1, y);
            *sample = y;
        }
    }
}

/// The qualities of the two stages of a Butterworth filter of fourth order.
const BUTTERWORTH: [f32; 2] = [0.541_196_1, 1.306_563];

/// Keeps the telephone's band.
pub fn band(samples: &mut [f32]) {
    for q in BUTTERWORTH {
        Biquad::new(BAND_HZ[0], q, true).run(samples);
        Biquad::new(BAND_HZ[1], q, false).run(samples);
    }
}

/// To µ-law and back (ITU-T G.711): eight bits a sample.
pub fn mu_law(sample: f32) -> f32 {
    const MU: f32 = 255.0;
    let packed = (1.0 + MU * sample.abs().min(1.0)).ln() / (1.0 + MU).ln();
    let steps = (packed * 127.0).round() / 127.0;
    sample.signum() * ((1.0 + MU).powf(steps) - 1.0) / MU
}

/// The sound as it comes out of the other end of a line. As many samples as went in.
pub fn through(samples: &[f32]) -> Vec<f32> {
    let mut sound = samples.to_vec();
    band(&mut sound);
    let mut narrow = stretched(&sound, samples.len() / 2);
    let mut noise = Stream::new(samples.len() as u64, "line noise");
    for sample in &mut narrow {
        let hiss = noise.between(-1_000, 1_000) as f32 / 1_000.0;
        *sample = mu_law(*sample + NOISE * hiss);
    }
    stretched(&narrow, samples.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(hz: f32) -> f32 {
        let tone: Vec<f32> = (0..16_000).map(|at| (2.0 * PI * hz * at as f32 / RATE).sin() * 0.5).collect();
        let power = |sound: &[f32]| sound.iter().map(|sample| sample * sample).sum::<f32>();
        10.0 * (power(&through(&tone)[2_000..14_000]) / power(&tone[2_000..14_000])).log10()
    }

    #[test]
    fn the_band_of_a_telephone_passes_and_nothing_else() {
        for hz in [400.0, 1_000.0, 2_000.0, 3_000.0] {
            assert!(level(hz).abs() < 1.5, "{hz} Hz: {} dB", level(hz));
        }
        for hz in [80.0, 5_000.0, 7_000.0] {
            assert!(level(hz) < -20.0, "{hz} Hz: {} dB", level(hz));
        }
    }

    #[test]
    fn mu_law_keeps_soft_sounds_finer_than_loud_ones() {
        assert_eq!(mu_law(0.0), 0.0);
        for sample in [0.001_f32, 0.01, 0.1, 0.5, 1.0, -0.3] {
            assert!((mu_law(sample) - sample).abs() < sample.abs() * 0.05 + 0.000_2, "{sample}");
        }
        assert!((mu_law(7.0) - 1.0).abs() < 1e-5);
    }

    #[test]
    fn a_silent_line_hisses_a_little() {
        let hiss = through(&vec![0.0; 8_000]);
        assert!(hiss.iter().any(|sample| *sample != 0.0));
        assert!(hiss.iter().all(|sample| sample.abs() < 0.005));
    }
}
