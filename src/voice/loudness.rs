//! Makes voices equally loud (ITU-R BS.1770), without clipping: as they are heard, through a telephone. It takes more away from
//! a deep voice than from a high one.

use super::{RATE, band};
use ebur128::{EbuR128, Mode};

/// Loudness of a calm voice in the band of a telephone, LUFS.
pub const TARGET_LUFS: f64 = -25.0;
/// No sample, and nothing between two samples, is louder: dBFS.
pub const CEILING_DBTP: f64 = -1.0;
/// Soft compression above this level, fraction of full scale, after the gain.
const KNEE: f32 = 0.30;

/// Integrated loudness, LUFS. Sounds shorter than a block of the standard (400 ms) are repeated; `None`: silence.
pub fn lufs(samples: &[f32], rate: u32) -> Option<f64> {
    let mut meter = EbuR128::new(1, rate, Mode::I).ok()?;
    let block = rate as usize / 2;
    for _ in 0..(block / samples.len().max(1) + 1) {
        meter.add_frames_f32(samples).ok()?;
    }
    meter.loudness_global().ok().filter(|lufs| lufs.is_finite())
}

/// The highest point between samples too, dBFS; `None`: silence.
pub fn true_peak(samples: &[f32], rate: u32) -> Option<f64> {
    let mut meter = EbuR128::new(1, rate, Mode::TRUE_PEAK).ok()?;
    meter.add_frames_f32(samples).ok()?;
    let peak = meter.true_peak(0).ok()?;
    (peak > 0.0).then(|| 20.0 * peak.log10())
}

/// Brings a voice of [`RATE`] samples a second to `TARGET_LUFS + gain_db`, presses its peaks softly, and keeps it under the
/// ceiling.
pub fn level(samples: &mut [f32], gain_db: f64) {
    // Pressing peaks takes loudness away: twice brings it back to within a fraction of a unit.
    for _ in 0..2 {
        let mut heard = samples.to_vec();
        band(&mut heard);
        let Some(now) = lufs(&heard, RATE) else { return };
        let gain = ratio(TARGET_LUFS + gain_db - now);
        for sample in samples.iter_mut() {
            *sample = pressed(*sample * gain);
        }
    }
    ceiling(samples, RATE);
}

/// Turns a sound down until nothing of it is above the ceiling.
pub fn ceiling(samples: &mut [f32], rate: u32) {
    if let Some(over) = true_peak(samples, rate).map(|peak| peak - CEILING_DBTP).filter(|over| *over > 0.0) {
        let gain = ratio(-over - 0.05);
        samples.iter_mut().for_each(|sample| *sample *= gain);
    }
}

fn ratio(db: f64) -> f32 {
    10_f64.powf(db / 20.0) as f32
}

/// Straight up to the knee, then bent towards full scale, which it never reaches.
fn pressed(sample: f32) -> f32 {
    let over = sample.abs() - KNEE;
    if over <= 0.0 {
        return sample;
    }
    let room = 0.9 - KNEE;
    sample.signum() * (KNEE + room * (over / (over + room)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn soft_and_loud_end_up_alike() {
        for amplitude in [0.005_f32, 0.05, 0.9] {
            let mut tone: Vec<f32> =
                (0..32_000).map(|at| amplitude * (at as f32 * 0.3).sin() * (at as f32 * 0.001).sin()).collect();
            level(&mut tone, 0.0);
            let lufs = lufs(&tone, 16_000).expect("it sounds");
            assert!((lufs - TARGET_LUFS).abs() < 0.5, "{amplitude}: {lufs}");
            assert!(true_peak(&tone, 16_000).expect("it sounds") <= CEILING_DBTP);
        }
    }

    #[test]
    fn silence_stays_silence() {
        let mut nothing = vec![0.0; 8_000];
        level(&mut nothing, 0.0);
        assert!(nothing.iter().all(|sample| *sample == 0.0));
        level(&mut [], 0.0);
    }
}
