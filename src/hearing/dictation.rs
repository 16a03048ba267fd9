//! What the operator said, as text. Who makes the text is behind a trait: the product works without anybody who can.

use crate::locale::Language;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

/// Makes text of speech.
pub trait Transcriber {
    /// The text of one finished stretch of speech: mono samples, [`crate::voice::RATE`] a second. Empty: nothing was understood.
    ///
    /// # Errors
    /// Why it cannot, in words.
    fn transcribe(&mut self, sound: &[f32], language: Language) -> Result<String, String>;
}

/// The name of something that was given to be transcribed; they count up from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(u32);

/// Something that was transcribed, or could not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    /// What [`Dictation::give`] returned for it.
    pub ticket: Ticket,
    /// The text, trimmed; or why there is none, in words.
    pub text: Result<String, String>,
}

struct Order {
    ticket: Ticket,
    sound: Vec<f32>,
    language: Language,
}

/// Transcribes on a thread of its own, in the order in which things were said. The thread ends when this is dropped and it
/// has finished what it is at.
#[derive(Debug)]
pub struct Dictation {
    orders: Sender<Order>,
    done: Receiver<Transcript>,
    given: u32,
    taken: u32,
    trouble: Option<String>,
}

impl Dictation {
    /// Starts the thread; `open` is called there, because models take seconds to load.
    pub fn start<T, F>(open: F) -> Dictation
    where
        T: Transcriber,
        F: FnOnce() -> Result<T, String> + Send + 'static,
    {
        let (orders, wanted) = channel::<Order>();
        let (send, done) = channel();
        let work = move || {
            let mut transcriber = open();
            while let Ok(Order { ticket, sound, language }) = wanted.recv() {
                let text = match &mut transcriber {
                    Ok(transcriber) => transcriber.transcribe(&sound, language).map(|text| text.trim().to_owned()),
                    Err(why) => Err(why.clone()),
                };
                if send.send(Transcript { ticket, text }).is_err() {
                    return;
                }
            }
        };
        let trouble =
            std::thread::Builder::new().name("dictation".into()).spawn(work).err().map(|error| error.to_string());
        Dictation { orders, done, given: 0, taken: 0, trouble }
    }

    /// Gives something to be transcribed: mono samples, [`crate::voice::RATE`] a second.
    pub fn give(&mut self, sound: Vec<f32>, language: Language) -> Ticket {
        self.given += 1;
        let ticket = Ticket(self.given);
        // A thread that is gone shows in `take`.
        let _ = self.orders.send(Order { ticket, sound, language });
        ticket
    }

    /// What has been transcribed since, in the order in which it was given. Never waits.
    pub fn take(&mut self) -> Vec<Transcript> {
        let mut taken = Vec::new();
        loop {
            match self.done.try_recv() {
                Ok(transcript) => {
                    self.taken = transcript.ticket.0;
                    taken.push(transcript);
                }
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => {
                    let why = self.trouble.get_or_insert_with(|| "the thread that transcribes has ended".into());
                    let lost = (self.taken + 1..=self.given)
                        .map(|ticket| Transcript { ticket: Ticket(ticket), text: Err(why.clone()) });
                    taken.extend(lost);
                    self.taken = self.given;
                    break;
                }
            }
        }
        taken
    }

    /// Whether something given is still being transcribed.
    pub fn busy(&self) -> bool {
        self.taken < self.given
    }
}

/// A stand-in for tests: it takes one word out of a list for every half second of sound. Somebody who says nothing (all
/// samples zero) is an error.
#[cfg(test)]
#[derive(Debug, Clone)]
pub struct Parrot(pub &'static str);

#[cfg(test)]
impl Transcriber for Parrot {
    fn transcribe(&mut self, sound: &[f32], _: Language) -> Result<String, String> {
        if sound.iter().all(|sample| *sample == 0.0) {
            return Err("nothing to be heard".into());
        }
        let count = sound.len() / (crate::voice::RATE as usize / 2);
        Ok(self.0.split_whitespace().take(count).collect::<Vec<_>>().join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All that was given, waited for.
    fn all(dictation: &mut Dictation) -> Vec<Result<String, String>> {
        let mut all = Vec::new();
        while dictation.busy() {
            all.extend(dictation.take().into_iter().map(|transcript| transcript.text));
            std::thread::yield_now();
        }
        all
    }

    #[test]
    fn what_is_said_comes_back_as_text_in_its_order() {
        let mut dictation = Dictation::start(|| Ok(Parrot("one two three four")));
        assert!(!dictation.busy() && dictation.take().is_empty());
        let first = dictation.give(vec![0.1; 16_000], Language::English);
        let second = dictation.give(vec![0.0; 8_000], Language::English);
        let third = dictation.give(vec![0.1; 24_000], Language::French);
        assert!(first < second && second < third);
        let texts = all(&mut dictation);
        assert_eq!(texts, [Ok("one two".into()), Err("nothing to be heard".into()), Ok("one two three".into())]);
        assert!(!dictation.busy());
    }

    #[test]
    fn without_a_model_every_utterance_says_why() {
        let mut dictation = Dictation::start(|| Err::<Parrot, _>("no model".to_owned()));
        dictation.give(vec![0.1; 100], Language::French);
        dictation.give(vec![0.1; 100], Language::French);
        assert_eq!(all(&mut dictation), [Err("no model".into()), Err("no model".into())]);
    }

    #[test]
    fn a_transcriber_that_falls_over_loses_nothing_silently() {
        struct Broken;
        impl Transcriber for Broken {
            fn transcribe(&mut self, _: &[f32], _: Language) -> Result<String, String> {
                std::panic::panic_any("broken")
            }
        }
        let mut dictation = Dictation::start(|| Ok(Broken));
        dictation.give(vec![0.1; 100], Language::French);
        dictation.give(vec![0.1; 100], Language::French);
        let texts = all(&mut dictation);
        assert_eq!(texts.len(), 2);
        assert!(texts.iter().all(Result::is_err));
    }
}
