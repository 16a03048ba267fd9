//! What of the microphone's sound counts as said: open microphone or push-to-talk. Nothing is ever written to disk here.

use super::activity::{Activity, Change};
use super::analysis::{Delivery, Stretch, overlap_ms};
use crate::voice::RATE;
use std::collections::VecDeque;

/// Sound that is kept at most, samples: two minutes. Of a longer utterance the end is judged.
const KEPT: usize = 120 * RATE as usize;
/// Sound of this amplitude is heard; below lies the hiss of a microphone that nobody speaks into (-50 dB).
const AUDIBLE: f32 = 0.003;
/// The meter falls back by half in this many samples (a fifth of a second).
const FALL: f32 = 3_200.0;

/// When the operator is listened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listening {
    /// Not at all.
    Off,
    /// Always: a voice is listened for.
    Open,
    /// While a key is held.
    PushToTalk {
        /// The key is held now.
        held: bool,
    },
}

/// Something the operator said.
#[derive(Debug, Clone, PartialEq)]
pub struct Utterance {
    /// When, milliseconds since the microphone was opened.
    pub when: Stretch,
    /// The sound, 16 000 samples a second.
    pub sound: Vec<f32>,
}

impl Utterance {
    /// How it was said. `syllables`: of what was said, when that is known.
    pub fn delivery(&self, syllables: Option<u32>) -> Delivery {
        Delivery::of(&self.sound, RATE, syllables)
    }

    /// For how long it was spoken over somebody else, milliseconds. `others` on the same clock.
    pub fn talk_over_ms(&self, others: &[Stretch]) -> u64 {
        overlap_ms(&[self.when], others)
    }
}

/// The ear of the desk.
#[derive(Debug)]
pub struct Ear {
    listening: Listening,
    activity: Activity,
    kept: VecDeque<f32>,
    /// Samples heard so far.
    heard: u64,
    peak: f32,
    /// Push-to-talk: when the key went down, milliseconds.
    held_since: Option<u64>,
}

impl Default for Ear {
    fn default() -> Ear {
        Ear {
            listening: Listening::Off,
            activity: Activity::default(),
            kept: VecDeque::new(),
            heard: 0,
            peak: 0.0,
            held_since: None,
        }
    }
}

impl Ear {
    /// Changes when the operator is listened to; what he was saying ends there.
    pub fn listen(&mut self, listening: Listening) -> Option<Utterance> {
        let before = std::mem::replace(&mut self.listening, listening);
        match (before, listening) {
            (
                Listening::PushToTalk { held: false } | Listening::Off | Listening::Open,
                Listening::PushToTalk { held: true },
            ) => {
                self.activity.stop();
                self.held_since = Some(self.now_ms());
                None
            }
            (Listening::PushToTalk { held: true }, Listening::PushToTalk { held: true }) => None,
            (Listening::PushToTalk { held: true }, _) => {
                let from_ms = self.held_since.take()?;
                // A key that was only touched says nothing.
                self.utterance(Stretch { from_ms, to_ms: self.now_ms() }).filter(|said| said.when.ms() > 150)
            }
            (Listening::Open, Listening::Open) => None,
            (Listening::Open, _) => match self.activity.stop()? {
                Change::Ended(when) => self.utterance(when),
                Change::Began(_) => None,
            },
            _ => None,
        }
    }

    /// Takes in what the microphone heard next, 16 000 samples a second; returns what has been said.
    pub fn hear(&mut self, samples: &[f32]) -> Vec<Utterance> {
        let fall = 0.5_f32.powf(samples.len() as f32 / FALL);
        self.peak = samples.iter().fold(self.peak * fall, |peak, sample| peak.max(sample.abs()));
        self.heard += samples.len() as u64;
        if self.listening == Listening::Off {
            self.kept.clear();
            return Vec::new();
        }
        self.kept.extend(samples.iter().copied());
        let over = self.kept.len().saturating_sub(KEPT);
        self.kept.drain(..over);
        // The detector's clock runs with the samples it is given: all of them, whoever speaks.
        let changes = self.activity.hear(samples);
        if self.listening != Listening::Open {
            return Vec::new();
        }
        let ended = changes.into_iter().filter_map(|change| match change {
            Change::Ended(when) => Some(when),
            Change::Began(_) => None,
        });
        ended.collect::<Vec<_>>().into_iter().filter_map(|when| self.utterance(when)).collect()
    }

    /// Whether the operator is speaking: the customer stops when he is.
    pub fn speaks(&self) -> bool {
        match self.listening {
            Listening::Off => false,
            Listening::Open => self.activity.since_ms().is_some(),
            Listening::PushToTalk { held } => held,
        }
    }

    /// For how long the operator has been speaking, milliseconds; `None`: he is not.
    pub fn speaking_ms(&self) -> Option<u64> {
        let since = match self.listening {
            Listening::Off | Listening::PushToTalk { held: false } => None,
            Listening::Open => self.activity.since_ms(),
            Listening::PushToTalk { held: true } => self.held_since,
        };
        since.map(|since| self.now_ms().saturating_sub(since))
    }

    /// For how long his voice has been heard, without the silence since then, milliseconds; `None`: he does not speak.
    pub fn voiced_ms(&self) -> Option<u64> {
        match self.listening {
            Listening::Open => self.activity.voiced_ms(),
            _ => self.speaking_ms(),
        }
    }

    /// Level for the meter, dB of full scale, -60 to 0.
    pub fn level_db(&self) -> f32 {
        (20.0 * self.peak.max(1e-6).log10()).clamp(-60.0, 0.0)
    }

    /// Forgets everything that was heard.
    pub fn forget(&mut self) {
        self.kept.clear();
    }

    /// What was heard so far, milliseconds: the clock of the utterances.
    pub fn now_ms(&self) -> u64 {
        self.heard * 1_000 / u64::from(RATE)
    }

    fn utterance(&self, when: Stretch) -> Option<Utterance> {
        let first = self.heard - self.kept.len() as u64;
        let sample = |ms: u64| (ms * u64::from(RATE) / 1_000).saturating_sub(first) as usize;
        let (from, to) = (sample(when.from_ms), sample(when.to_ms).min(self.kept.len()));
        let sound: Vec<f32> = self.kept.range(from.min(to)..to).copied().collect();
        sound.iter().any(|sample| sample.abs() > AUDIBLE).then_some(Utterance { when, sound })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::model::Voice;
    use crate::voice::tests::pico;
    use crate::voice::{Manner, Plan, Speaker, Temper, Tongue, speak};

    /// Silence, speech, silence; and where the speech lies.
    fn scene() -> (Vec<f32>, Stretch) {
        let (_folder, pico) = pico();
        let speaker = Speaker::new(Voice::Man, 40, 0, Tongue::French);
        let plan = Plan::new("Bonjour madame, je regarde votre dossier", Manner { speaker, temper: Temper::Calm });
        let speech = speak(&plan, &pico).expect("spoken");
        let mut sound = vec![0.0; RATE as usize];
        let when = Stretch { from_ms: 1_000, to_ms: 1_000 + plan.total_ms };
        sound.extend(speech);
        sound.extend(vec![0.0; 2 * RATE as usize]);
        (sound, when)
    }

    fn hear(ear: &mut Ear, sound: &[f32]) -> Vec<Utterance> {
        sound.chunks(160).flat_map(|chunk| ear.hear(chunk)).collect()
    }

    #[test]
    fn an_open_microphone_finds_what_was_said() {
        let (sound, when) = scene();
        let mut ear = Ear::default();
        ear.listen(Listening::Open);
        let said = hear(&mut ear, &sound);
        assert_eq!(said.len(), 1, "{:?}", said.iter().map(|said| said.when).collect::<Vec<_>>());
        let found = said[0].when;
        assert!(
            found.from_ms.abs_diff(when.from_ms) < 120 && found.to_ms.abs_diff(when.to_ms) < 150,
            "{found:?} {when:?}"
        );
        let customer = [Stretch { from_ms: 0, to_ms: when.from_ms + 500 }];
        assert!(said[0].talk_over_ms(&customer).abs_diff(500) < 120);
        assert!(said[0].delivery(None).pitch_hz.is_some_and(|hz| (85.0..140.0).contains(&hz)));
    }

    #[test]
    fn push_to_talk_takes_what_was_said_while_the_key_was_held() {
        let (sound, _) = scene();
        let mut ear = Ear::default();
        ear.listen(Listening::PushToTalk { held: false });
        assert!(hear(&mut ear, &sound[..8_000]).is_empty() && !ear.speaks());
        assert_eq!(ear.listen(Listening::PushToTalk { held: true }), None);
        assert!(hear(&mut ear, &sound[8_000..24_000]).is_empty() && ear.speaks());
        let said = ear.listen(Listening::PushToTalk { held: false }).expect("something was said");
        assert_eq!((said.when.from_ms, said.when.to_ms), (500, 1_500));
        assert_eq!(said.sound, sound[8_000..24_000]);
    }

    #[test]
    fn what_is_not_listened_to_is_not_kept() {
        let (sound, _) = scene();
        let mut ear = Ear::default();
        assert!(hear(&mut ear, &sound).is_empty());
        assert!(ear.kept.is_empty() && !ear.speaks());
        ear.listen(Listening::Open);
        hear(&mut ear, &sound[..40_000]);
        assert!(ear.level_db() > -40.0);
        ear.forget();
        assert!(ear.kept.is_empty());
        assert_eq!(ear.listen(Listening::Off), None);
    }
}
