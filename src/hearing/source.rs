//! Where the operator's voice comes from: a microphone, or a test's stand-in for one.

use super::ear::{Ear, Listening, Utterance};
use crate::voice::RATE;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

/// What a microphone sends, from whatever thread it has.
#[derive(Debug)]
pub enum Sent {
    /// Mono samples at the microphone's own rate.
    Sound(Vec<f32>),
    /// It went away, or was refused.
    Fault(String),
}

/// Something that can be listened to.
pub trait Source {
    /// Samples a second.
    fn rate(&self) -> u32;
}

/// The microphones of a machine.
pub trait Microphones {
    /// Their names, the usual one first.
    fn names(&self) -> Vec<String>;
    /// Opens one by name, or the usual one. It sends until it is dropped.
    ///
    /// # Errors
    /// There is none of that name, or the system refuses it; in words.
    fn open(&self, name: Option<&str>, to: Sender<Sent>) -> Result<Box<dyn Source>, String>;
}

/// A microphone that is listened to.
pub struct Hearing {
    /// Dropped last: it sends to `sent`.
    sent: Receiver<Sent>,
    source: Option<Box<dyn Source>>,
    narrow: Narrow,
    ear: Ear,
    trouble: Option<String>,
}

impl std::fmt::Debug for Hearing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hearing").field("ear", &self.ear).field("trouble", &self.trouble).finish_non_exhaustive()
    }
}

impl Hearing {
    /// Opens a microphone. Without one there is nothing to be heard, and `trouble` says why.
    pub fn open(microphones: &dyn Microphones, name: Option<&str>) -> Hearing {
        let (to, sent) = channel();
        let (source, trouble) = match microphones.open(name, to) {
            Ok(source) => (Some(source), None),
            Err(why) => (None, Some(why)),
        };
        let narrow = Narrow::new(source.as_ref().map_or(RATE, |source| source.rate()));
        Hearing { sent, source, narrow, ear: Ear::default(), trouble }
    }

    /// Why nothing is heard; `None`: the microphone works.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// The ear: its meter, and whether somebody speaks.
    pub fn ear(&self) -> &Ear {
        &self.ear
    }

    /// Changes when the operator is listened to.
    pub fn listen(&mut self, listening: Listening) -> Vec<Utterance> {
        let mut said = self.follow();
        // With a microphone that has gone nobody is listened to, whatever key is held.
        let listening = if self.source.is_some() { listening } else { Listening::Off };
        said.extend(self.ear.listen(listening));
        said
    }

    /// Takes in what was sent since; returns what has been said.
    pub fn follow(&mut self) -> Vec<Utterance> {
        let mut said = Vec::new();
        loop {
            match self.sent.try_recv() {
                Ok(Sent::Sound(samples)) => said.extend(self.ear.hear(&self.narrow.take(&samples))),
                Ok(Sent::Fault(why)) => {
                    self.trouble = Some(why);
                    self.source = None;
                    said.extend(self.ear.listen(Listening::Off));
                }
                Err(TryRecvError::Empty) => return said,
                Err(TryRecvError::Disconnected) => {
                    if self.source.take().is_some() {
                        self.trouble.get_or_insert_with(|| "the microphone has gone".into());
                        said.extend(self.ear.listen(Listening::Off));
                    }
                    return said;
                }
            }
        }
    }
}

/// From a microphone's rate to ours, piece by piece: a low-pass of fourth order, then between two samples in a straight line.
#[derive(Debug)]
struct Narrow {
    step: f64,
    at: f64,
    last: f32,
    stages: [[f32; 6]; 2],
}

impl Narrow {
    fn new(rate: u32) -> Narrow {
        // Below the half rate of the lower of both.
        let cut = 0.42 * f64::from(rate.min(RATE));
        let stages = [0.541_196_1, 1.306_563].map(|q| {
            let w = 2.0 * std::f64::consts::PI * cut / f64::from(rate.max(1));
            let alpha = w.sin() / (2.0 * q);
            let (a0, edge) = (1.0 + alpha, 1.0 - w.cos());
            let b = edge / 2.0 / a0;
            [b, 2.0 * b, -2.0 * w.cos() / a0, (1.0 - alpha) / a0, 0.0, 0.0].map(|value: f64| value as f32)
        });
        Narrow { step: f64::from(rate) / f64::from(RATE), at: 0.0, last: 0.0, stages }
    }

    fn take(&mut self, samples: &[f32]) -> Vec<f32> {
        let mut out = Vec::with_capacity((samples.len() as f64 / self.step) as usize + 1);
        for sample in samples {
            let mut now = *sample;
            // Transposed direct form II: two memories a stage.
            for [b, twice, a1, a2, one, two] in &mut self.stages {
                let y = *b * now + *one;
                *one = *twice * now - *a1 * y + *two;
                *two = *b * now - *a2 * y;
                now = y;
            }
            while self.at < 1.0 {
                out.push(self.last + (now - self.last) * self.at as f32);
                self.at += self.step;
            }
            self.at -= 1.0;
            self.last = now;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    /// Microphones of a machine that is not there.
    #[derive(Default)]
    struct Fake {
        names: Vec<String>,
        refused: bool,
        to: RefCell<Option<Sender<Sent>>>,
    }

    struct Wire(u32);

    impl Source for Wire {
        fn rate(&self) -> u32 {
            self.0
        }
    }

    impl Microphones for Fake {
        fn names(&self) -> Vec<String> {
            self.names.clone()
        }
        fn open(&self, name: Option<&str>, to: Sender<Sent>) -> Result<Box<dyn Source>, String> {
            if self.refused {
                return Err("permission denied".into());
            }
            let wanted = name.map(str::to_owned).or_else(|| self.names.first().cloned()).ok_or("no microphone")?;
            if !self.names.contains(&wanted) {
                return Err(format!("no microphone called {wanted}"));
            }
            *self.to.borrow_mut() = Some(to);
            Ok(Box::new(Wire(48_000)))
        }
    }

    fn one() -> Fake {
        Fake { names: vec!["Headset".into(), "Webcam".into()], ..Fake::default() }
    }

    fn tone(hz: f32, seconds: f32) -> Vec<f32> {
        (0..(48_000.0 * seconds) as usize)
            .map(|at| (2.0 * std::f32::consts::PI * hz * at as f32 / 48_000.0).sin() * 0.5)
            .collect()
    }

    #[test]
    fn a_microphone_is_chosen_by_name_and_heard_at_our_rate() {
        let fake = one();
        let mut hearing = Hearing::open(&fake, Some("Webcam"));
        assert_eq!(hearing.trouble(), None);
        hearing.listen(Listening::PushToTalk { held: true });
        let to = fake.to.borrow().clone().expect("it was opened");
        for piece in tone(440.0, 1.0).chunks(480) {
            to.send(Sent::Sound(piece.to_vec())).expect("heard");
        }
        let said = hearing.listen(Listening::PushToTalk { held: false });
        assert_eq!(said.len(), 1);
        assert!(said[0].sound.len().abs_diff(RATE as usize) <= 2);
        let delivery = said[0].delivery(None);
        assert!(delivery.lufs.is_some());
        assert!(hearing.ear().level_db() > -10.0);
    }

    #[test]
    fn what_our_rate_cannot_hold_is_taken_away() {
        let mut narrow = Narrow::new(48_000);
        let power = |sound: &[f32]| sound.iter().map(|sample| sample * sample).sum::<f32>() / sound.len() as f32;
        let kept = power(&narrow.take(&tone(1_000.0, 0.5))[1_000..]);
        let gone = power(&narrow.take(&tone(14_000.0, 0.5))[1_000..]);
        assert!((kept - 0.125).abs() < 0.01, "{kept}");
        assert!(gone < 0.002, "{gone}");
    }

    #[test]
    fn a_microphone_that_is_refused_missing_or_pulled_out_is_told() {
        let refused = Fake { refused: true, ..one() };
        assert_eq!(Hearing::open(&refused, None).trouble(), Some("permission denied"));
        assert_eq!(Hearing::open(&Fake::default(), None).trouble(), Some("no microphone"));
        assert!(Hearing::open(&one(), Some("Other")).trouble().is_some_and(|why| why.contains("Other")));
        let fake = one();
        let mut hearing = Hearing::open(&fake, None);
        hearing.listen(Listening::Open);
        fake.to.borrow().as_ref().expect("opened").send(Sent::Fault("device not available".into())).expect("heard");
        assert!(hearing.follow().is_empty());
        assert_eq!(hearing.trouble(), Some("device not available"));
        let fake = one();
        let mut hearing = Hearing::open(&fake, None);
        fake.to.borrow_mut().take();
        hearing.follow();
        assert_eq!(hearing.trouble(), Some("the microphone has gone"));
    }
}
