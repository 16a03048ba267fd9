//! The height of a voice over time, by YIN (de Cheveigné and Kawahara 2002).

use super::contour::STEP_MS;
use crate::voice::stretched;

/// What a speaking voice can be, Hz.
const RANGE_HZ: [f32; 2] = [60.0, 400.0];
/// A voice below so much of aperiodicity is one; the paper's threshold is 0.1, for clean speech.
const VOICED: f32 = 0.2;
/// Rate at which is searched: twenty times the highest pitch is enough, and costs a quarter.
const RATE: u32 = 8_000;

/// Pitch of every ten milliseconds, Hz; `None`: no voice, or none that can be measured.
pub fn pitches(samples: &[f32], rate: u32) -> Vec<Option<f32>> {
    let sound = stretched(samples, (samples.len() as u64 * u64::from(RATE) / u64::from(rate.max(1))) as usize);
    let step = (u64::from(RATE) * STEP_MS / 1_000) as usize;
    let longest = (RATE as f32 / RANGE_HZ[0]) as usize;
    let shortest = (RATE as f32 / RANGE_HZ[1]) as usize;
    // Two of the longest periods.
    let window = 2 * longest;
    let raw: Vec<Option<f32>> = (0..samples.len() * STEP_MS as usize / step.max(1) / STEP_MS as usize)
        .take(sound.len() / step)
        .map(|at| {
            let from = (at * step + step / 2).saturating_sub((window + longest) / 2);
            let frame = sound.get(from..from + window + longest)?;
            period(frame, window, shortest, longest).map(|period| RATE as f32 / period)
        })
        .collect();
    without_leaps(raw)
}

/// The period of a frame in samples: the first dip of the normalised difference that is deep enough.
fn period(frame: &[f32], window: usize, shortest: usize, longest: usize) -> Option<f32> {
    let mut sum = 0.0;
    let mut difference = vec![1.0_f32; longest];
    for lag in 1..longest {
        let raw: f32 = frame[..window].iter().zip(&frame[lag..]).map(|(a, b)| (a - b) * (a - b)).sum();
        sum += raw;
        difference[lag] = if sum > 1e-9 { raw * lag as f32 / sum } else { 1.0 };
    }
    let mut lag = (shortest..longest - 1).find(|lag| difference[*lag] < VOICED)?;
    while lag + 1 < longest && difference[lag + 1] < difference[lag] {
        lag += 1;
    }
    if lag + 1 >= longest {
        return None;
    }
    // A parabola through the dip and its neighbours.
    let (before, here, after) = (difference[lag - 1], difference[lag], difference[lag + 1]);
    let bend = before - 2.0 * here + after;
    let shift = if bend.abs() > 1e-9 { 0.5 * (before - after) / bend } else { 0.0 };
    Some(lag as f32 + shift.clamp(-1.0, 1.0))
}

/// Takes out single points and those an octave or more away from the middle: errors of the method, not of the voice.
fn without_leaps(mut pitches: Vec<Option<f32>>) -> Vec<Option<f32>> {
    let Some(middle) = median(pitches.iter().flatten().copied()) else { return pitches };
    for pitch in &mut pitches {
        *pitch = pitch.filter(|hz| semitones(*hz, middle).abs() < 11.0);
    }
    let alone = |at: usize| {
        let near = |other: Option<&Option<f32>>| other.is_some_and(Option::is_some);
        !near(at.checked_sub(1).and_then(|before| pitches.get(before))) && !near(pitches.get(at + 1))
    };
    let lonely: Vec<usize> = (0..pitches.len()).filter(|at| alone(*at)).collect();
    for at in lonely {
        pitches[at] = None;
    }
    pitches
}

/// How many semitones `hz` is above `base`.
pub fn semitones(hz: f32, base: f32) -> f32 {
    12.0 * (hz / base).log2()
}

/// The one in the middle; `None`: there are none.
pub fn median(values: impl Iterator<Item = f32>) -> Option<f32> {
    let mut sorted: Vec<f32> = values.collect();
    sorted.sort_by(f32::total_cmp);
    sorted.get(sorted.len() / 2).copied()
}
