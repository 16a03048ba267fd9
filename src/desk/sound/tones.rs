//! Sounds composed by code: telephone tones, clicks, a bell, a quiet tune for holds. All mono, as whole cycles to be repeated.

use std::f32::consts::TAU;

/// Samples a second.
pub const RATE: u32 = 44_100;

/// French dial, ringback and busy tone.
const LINE_HZ: f32 = 440.0;
/// Edges are rounded over this long, so that nothing clicks.
const EDGE_S: f32 = 0.008;

/// A loop: ringback of the French network, 1.5 s on and 3.5 s off.
pub fn ringback() -> Vec<f32> {
    cadence(&[LINE_HZ], 0.10, 1.5, 3.5)
}

/// A loop: busy, 0.5 s on and 0.5 s off.
pub fn busy() -> Vec<f32> {
    cadence(&[LINE_HZ], 0.10, 0.5, 0.5)
}

/// A loop: the telephone on the desk rings, two soft bells in 1.5 s, then 3.5 s of quiet.
pub fn ring() -> Vec<f32> {
    let mut out = silence(5.0);
    for (at, hz) in [(0.0, 784.0), (0.18, 988.0), (0.36, 784.0), (0.54, 988.0), (0.9, 784.0), (1.08, 988.0)] {
        add(&mut out, at, &bell(hz, 0.45, 0.16));
    }
    out
}

/// A loop: some bars for those who wait, slow and low.
pub fn hold_music() -> Vec<f32> {
    const BEAT_S: f32 = 0.75;
    let bars = [
        [261.63, 329.63, 392.0, 523.25],
        [220.0, 261.63, 329.63, 440.0],
        [174.61, 220.0, 261.63, 349.23],
        [196.0, 246.94, 293.66, 392.0],
    ];
    let mut out = silence(BEAT_S * 16.0);
    for (bar, notes) in bars.iter().enumerate() {
        add(&mut out, bar as f32 * 4.0 * BEAT_S, &bell(notes[0] / 2.0, 2.6, 0.05));
        for (beat, step) in [0, 2, 3, 1].into_iter().enumerate() {
            add(&mut out, (bar * 4 + beat) as f32 * BEAT_S, &bell(notes[step], 1.4, 0.045));
        }
    }
    out
}

/// The line opens or closes.
pub fn click() -> Vec<f32> {
    let count = (RATE as f32 * 0.03) as usize;
    (0..count)
        .map(|at| {
            let t = at as f32 / RATE as f32;
            // Two knocks of a relay: damped, not quite in tune with each other.
            0.2 * (-t * 260.0).exp() * ((TAU * 1_800.0 * t).sin() + (TAU * 2_730.0 * t).sin())
        })
        .collect()
}

/// The two tones of a key of the keypad (ITU-T Q.23).
pub fn key(key: char) -> Option<Vec<f32>> {
    let at = "123A456B789C*0#D".find(key)?;
    let low = [697.0, 770.0, 852.0, 941.0][at / 4];
    let high = [1209.0, 1336.0, 1477.0, 1633.0][at % 4];
    Some(tone(&[low, high], 0.07, 0.12))
}

fn silence(seconds: f32) -> Vec<f32> {
    vec![0.0; (seconds * RATE as f32) as usize]
}

fn cadence(hz: &[f32], volume: f32, on_s: f32, off_s: f32) -> Vec<f32> {
    let mut out = tone(hz, volume, on_s);
    out.extend(silence(off_s));
    out
}

fn tone(hz: &[f32], volume: f32, seconds: f32) -> Vec<f32> {
    let count = (seconds * RATE as f32) as usize;
    (0..count)
        .map(|at| {
            let t = at as f32 / RATE as f32;
            let edge = (t / EDGE_S).min((seconds - t) / EDGE_S).clamp(0.0, 1.0);
            volume * edge * hz.iter().map(|hz| (TAU * hz * t).sin()).sum::<f32>()
        })
        .collect()
}

/// A struck bar: a tone with two overtones that die away faster.
fn bell(hz: f32, seconds: f32, volume: f32) -> Vec<f32> {
    let count = (seconds * RATE as f32) as usize;
    (0..count)
        .map(|at| {
            let t = at as f32 / RATE as f32;
            let fade = |speed: f32| (-t * speed / seconds).exp();
            let edge = (t / EDGE_S).min((seconds - t) / 0.05).clamp(0.0, 1.0);
            let sum = fade(4.0) * (TAU * hz * t).sin()
                + 0.35 * fade(7.0) * (TAU * 2.0 * hz * t).sin()
                + 0.12 * fade(11.0) * (TAU * 4.01 * hz * t).sin();
            volume * edge * sum
        })
        .collect()
}

fn add(out: &mut [f32], at_s: f32, sound: &[f32]) {
    let from = (at_s * RATE as f32) as usize;
    // What rings beyond the end of a loop rings into its beginning.
    let count = out.len();
    for (at, sample) in sound.iter().enumerate() {
        out[(from + at) % count] += sample;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_louder_than_full_scale_and_loops_have_their_cadence() {
        for sound in [ringback(), busy(), ring(), hold_music(), click(), key('5').expect("a key")] {
            assert!(sound.iter().all(|sample| sample.abs() < 0.9));
            assert!(sound.iter().any(|sample| sample.abs() > 0.01));
        }
        assert_eq!(ringback().len(), 5 * RATE as usize);
        let quiet = &ringback()[(2 * RATE) as usize..];
        assert!(quiet.iter().all(|sample| *sample == 0.0));
        assert!(key('x').is_none());
    }
}
