//! What was measured, as whole numbers that a journal can keep, and back.

use super::Utterance;
use super::analysis::contour::{STEP_MS, levels};
use super::analysis::pitch::{median, pitches, semitones};
use super::analysis::{Delivery, Stretch};
use crate::call::VoiceMeasures;
use crate::voice::RATE;

/// Pitch is counted from here: the lowest A of a man's voice.
const BASE_HZ: f32 = 55.0;
/// Steps of a contour in a point of the curves.
const SECOND: usize = (1_000 / STEP_MS) as usize;

fn hundredths(value: f32) -> i32 {
    // Saturates; nothing that is measured comes near.
    (value * 100.0).round() as i32
}

/// Hertz of a kept pitch.
pub fn hertz(pitch: i32) -> f32 {
    BASE_HZ * 2.0_f32.powf(pitch as f32 / 1_200.0)
}

/// Measures what was said; whole numbers.
pub fn measures(said: &Utterance) -> VoiceMeasures {
    let delivery = said.delivery(None);
    let short = |ms: u64| u32::try_from(ms).unwrap_or(u32::MAX);
    let pitch_of = |hz: f32| hundredths(semitones(hz, BASE_HZ));
    VoiceMeasures {
        spoken_ms: short(delivery.spoken_ms),
        syllables: delivery.syllables,
        pauses: delivery.pauses.iter().map(|pause| (short(pause.from_ms), short(pause.ms()))).collect(),
        fillers: short(delivery.fillers.len() as u64),
        pitch: delivery.pitch_hz.map(pitch_of),
        movement: delivery.movement.map(hundredths),
        loudness: delivery.lufs.filter(|lufs| lufs.is_finite()).map(hundredths),
        unsteadiness: hundredths(delivery.unsteadiness),
        course: course(&said.sound).into_iter().map(|(db, hz)| (hundredths(db), hz.map(pitch_of))).collect(),
    }
    .bounded()
}

/// The loudest level and the median pitch of every second.
fn course(sound: &[f32]) -> Vec<(f32, Option<f32>)> {
    let (levels, pitches) = (levels(sound, RATE), pitches(sound, RATE));
    let mut course: Vec<(f32, Option<f32>)> = Vec::new();
    for (second, levels) in levels.chunks(SECOND).enumerate() {
        let voiced = pitches.iter().skip(second * SECOND).take(SECOND).copied().flatten();
        course.push((levels.iter().copied().fold(-120.0, f32::max), median(voiced)));
    }
    course
}

/// Several utterances as one delivery. With each: its syllables, when its words are known.
pub fn together<'m>(utterances: impl IntoIterator<Item = (&'m VoiceMeasures, Option<u32>)>) -> Delivery {
    let mut all = Delivery::default();
    let (mut pitch, mut movement, mut loudness) = (Mean::default(), Mean::default(), Mean::default());
    let mut unsteadiness = Mean::default();
    for (measures, syllables) in utterances {
        let spoken_ms = u64::from(measures.spoken_ms);
        let sounding = spoken_ms.saturating_sub(measures.silent_ms()) as f32;
        for (from_ms, ms) in &measures.pauses {
            let from_ms = all.spoken_ms + u64::from(*from_ms);
            all.pauses.push(Stretch { from_ms, to_ms: from_ms + u64::from(*ms) });
        }
        // A journal says how many there were, not where.
        for _ in 0..measures.fillers.min(1_000) {
            all.fillers.push(Stretch { from_ms: all.spoken_ms, to_ms: all.spoken_ms });
        }
        all.spoken_ms += spoken_ms;
        all.syllables = all.syllables.saturating_add(syllables.unwrap_or(measures.syllables));
        pitch.add(measures.pitch, sounding);
        movement.add(measures.movement, sounding);
        loudness.add(measures.loudness, sounding);
        unsteadiness.add(Some(measures.unsteadiness), sounding);
    }
    all.pitch_hz = pitch.value().map(|semitones| BASE_HZ * 2.0_f32.powf(semitones / 12.0));
    all.movement = movement.value();
    all.lufs = loudness.value();
    all.unsteadiness = unsteadiness.value().unwrap_or(0.0);
    all
}

/// A mean of hundredths, weighed by the time they speak for.
#[derive(Default)]
struct Mean {
    sum: f32,
    weight: f32,
}

impl Mean {
    fn add(&mut self, hundredths: Option<i32>, weight: f32) {
        if let Some(value) = hundredths {
            self.sum += value as f32 / 100.0 * weight;
            self.weight += weight;
        }
    }

    fn value(&self) -> Option<f32> {
        (self.weight > 0.0).then(|| self.sum / self.weight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pulses of a voice at a pitch, one every quarter second.
    fn syllables(hz: f32, count: usize) -> Vec<f32> {
        let rate = RATE as f32;
        (0..count * RATE as usize / 4)
            .map(|at| {
                let time = at as f32 / rate;
                let swell = (std::f32::consts::PI * (time * 4.0).fract()).sin().powi(2);
                let wave: f32 =
                    (1..8_u8).map(|n| (std::f32::consts::TAU * hz * f32::from(n) * time).sin() / f32::from(n)).sum();
                wave * swell * 0.2
            })
            .collect()
    }

    #[test]
    fn whole_numbers_say_what_was_measured() {
        let sound = syllables(110.0, 12);
        let said = Utterance { when: Stretch { from_ms: 0, to_ms: 3_000 }, sound };
        let (kept, measured) = (measures(&said), said.delivery(None));
        assert_eq!(kept.syllables, measured.syllables);
        assert!((10..=12).contains(&kept.syllables), "{}", kept.syllables);
        assert!(kept.pitch.is_some_and(|pitch| (hertz(pitch) - 110.0).abs() < 3.0), "{:?}", kept.pitch);
        assert_eq!(kept.course.len(), 3);
        assert!(kept.course.iter().all(|(level, pitch)| *level > -3_000 && pitch.is_some()), "{:?}", kept.course);
        // Through JSON and back nothing changes.
        let text = serde_json::to_string(&kept).expect("numbers");
        assert_eq!(serde_json::from_str::<VoiceMeasures>(&text).expect("the same"), kept);
    }

    #[test]
    fn several_utterances_are_weighed_by_their_time() {
        let one = VoiceMeasures {
            spoken_ms: 10_000,
            syllables: 40,
            pauses: vec![(1_000, 500)],
            fillers: 1,
            pitch: Some(1_200),
            loudness: Some(-2_000),
            unsteadiness: 300,
            ..VoiceMeasures::default()
        };
        let two =
            VoiceMeasures { spoken_ms: 9_500, pauses: Vec::new(), pitch: None, loudness: Some(-3_000), ..one.clone() };
        let all = together([(&one, None), (&two, Some(50))]);
        assert_eq!((all.spoken_ms, all.syllables, all.pauses.len(), all.fillers.len()), (19_500, 90, 1, 2));
        assert_eq!(all.pitch_hz.map(|hz| hz.round() as u32), Some(110));
        assert_eq!(all.lufs.map(f32::round), Some(-25.0));
        assert_eq!(together([]), Delivery::default());
    }
}
