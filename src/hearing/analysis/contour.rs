//! The loudness of a sound over time.

/// Time between two points of a contour, milliseconds.
pub const STEP_MS: u64 = 10;
/// Time that one point looks at, milliseconds: longer than a period of the lowest voice, shorter than a syllable.
const WINDOW_MS: u64 = 40;
/// A sound is seen this long before it begins and after it ends: half a window, less half a step.
pub const REACH_MS: u64 = (WINDOW_MS - STEP_MS) / 2;
/// Level of a frame without any sound, dB.
const NOTHING_DB: f32 = -120.0;

/// Level of every ten milliseconds, dB of full scale.
pub fn levels(samples: &[f32], rate: u32) -> Vec<f32> {
    let step = (u64::from(rate) * STEP_MS / 1_000) as usize;
    let half = (u64::from(rate) * WINDOW_MS / 2_000) as usize;
    // Sums of squares up to each sample: every window is then one subtraction.
    let mut sums = Vec::with_capacity(samples.len() + 1);
    let mut sum = 0.0_f64;
    sums.push(sum);
    for sample in samples {
        sum += f64::from(*sample) * f64::from(*sample);
        sums.push(sum);
    }
    (0..samples.len() / step.max(1))
        .map(|at| {
            let middle = at * step + step / 2;
            let (from, to) = (middle.saturating_sub(half), (middle + half).min(samples.len()));
            let power = (sums[to] - sums[from]) / (to - from).max(1) as f64;
            if power > 1e-12 { 10.0 * power.log10() as f32 } else { NOTHING_DB }
        })
        .collect()
}

/// The level that so many of 100 points do not reach; 99 is the loudest but for a knock on the table.
pub fn share(levels: &[f32], percent: usize) -> f32 {
    let mut sorted = levels.to_vec();
    sorted.sort_by(f32::total_cmp);
    sorted.get(sorted.len().saturating_sub(1) * percent / 100).copied().unwrap_or(NOTHING_DB)
}
