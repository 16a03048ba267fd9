//! Changes how many samples a sound has: another rate, or another playback rate.

use std::f32::consts::PI;

/// Samples on either side that a new one is made of, at the lower of the two rates.
const HALF: usize = 16;
/// Positions between two samples for which the kernel is computed; in between it is interpolated.
const STEPS: usize = 512;

/// The same sound in exactly `length` samples: a windowed sinc (Blackman), cut off below the lower of the two half rates.
pub fn stretched(samples: &[f32], length: usize) -> Vec<f32> {
    if samples.is_empty() || length == 0 {
        return vec![0.0; length];
    }
    if samples.len() == length {
        return samples.to_vec();
    }
    let ratio = samples.len() as f64 / length as f64;
    // Going down, the kernel is as much wider as the result has fewer samples.
    let width = ratio.max(1.0) as f32;
    let reach = (HALF as f32 * width).ceil() as isize;
    let kernel = kernel();
    let scale = STEPS as f32 / width;
    (0..length)
        .map(|at| {
            let place = at as f64 * ratio;
            let middle = place.floor() as isize;
            let (first, last) = ((middle - reach + 1).max(0), (middle + reach).min(samples.len() as isize - 1));
            let mut sum = 0.0;
            for index in first..=last {
                let step = (index as f64 - place).abs() as f32 * scale;
                let below = step as usize;
                let Some([low, high]) = kernel.get(below..below + 2).map(|pair| [pair[0], pair[1]]) else { continue };
                sum += samples[index as usize] * (low + (high - low) * (step - below as f32));
            }
            sum / width
        })
        .collect()
}

/// Half of a symmetric kernel, `STEPS` values between two samples.
fn kernel() -> Vec<f32> {
    // Room for the filter to fall off below the half rate.
    const CUT: f32 = 0.94;
    (0..=HALF * STEPS)
        .map(|step| {
            let x = step as f32 / STEPS as f32;
            let angle = PI * x / HALF as f32;
            let window = 0.42 + 0.5 * angle.cos() + 0.08 * (2.0 * angle).cos();
            let sinc = if step == 0 { CUT } else { (PI * CUT * x).sin() / (PI * x) };
            sinc * window
        })
        .chain([0.0])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(hz: f32, rate: f32, count: usize) -> Vec<f32> {
        (0..count).map(|at| (2.0 * PI * hz * at as f32 / rate).sin() * 0.5).collect()
    }

    #[test]
    fn a_tone_stays_the_tone_it_was() {
        for (from, to) in [(16_000, 48_000), (16_000, 13_440), (16_000, 16_300), (48_000, 16_000)] {
            let out = stretched(&tone(500.0, from as f32, from), to);
            let wanted = tone(500.0, to as f32, to);
            // The ends are made of less.
            let worst =
                out.iter().zip(&wanted).skip(200).take(to - 400).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(worst < 0.003, "{from} {to}: {worst}");
        }
    }

    #[test]
    fn what_the_lower_rate_cannot_hold_is_taken_away() {
        let out = stretched(&tone(7_000.0, 16_000.0, 16_000), 8_000);
        assert!(out[200..7_800].iter().all(|sample| sample.abs() < 0.005));
    }

    #[test]
    fn nothing_stays_nothing() {
        assert_eq!(stretched(&[], 3), [0.0; 3]);
        assert!(stretched(&[1.0], 0).is_empty());
    }
}
