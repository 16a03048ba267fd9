//! Listens to the operator while he sits at the desk. Without a microphone, or when it goes away, the call goes on and the
//! screen says so.

mod bench;
mod writing;

use super::action::Screen;
use super::state::{Desk, Device};
use crate::call::Input;
use crate::hearing::{Hearing, Listening, Microphones, Utterance};
use bench::{Bench, Job};
pub use writing::Writing;

/// While somebody else speaks, a sound counts as a beginning only once it has lasted so long: shorter ones are signs of
/// listening, which an open microphone recognises when they are over.
const MEANT_MS: u64 = 450;

/// The microphones of the machine, and the one that is open.
pub struct Microphone {
    microphones: Box<dyn Microphones>,
    open: Option<(Device, Hearing)>,
    /// The call knows that the operator speaks.
    told: bool,
    bench: Bench,
    writing: Writing,
}

impl Microphone {
    /// Real microphones. None is opened before it is needed.
    pub fn of_this_machine() -> Microphone {
        Microphone::with(Box::new(crate::hearing::Cards))
    }

    /// Any microphones: tests bring their own.
    pub fn with(microphones: Box<dyn Microphones>) -> Microphone {
        Microphone { microphones, open: None, told: false, bench: Bench::default(), writing: Writing::default() }
    }

    /// Somebody who writes down what is said: tests bring their own.
    pub fn written_by(mut self, writing: Writing) -> Microphone {
        self.writing = writing;
        self
    }

    /// Takes in what was heard since the last time and tells the call.
    pub fn follow(&mut self, desk: &mut Desk) {
        self.look(desk);
        self.take(desk);
        let listening = desk.listening();
        let said = match &mut self.open {
            Some((_, hearing)) => hearing.listen(listening),
            None => Vec::new(),
        };
        if desk.screen == Screen::Desk && desk.sitting.is_some() {
            self.tell(desk, said, listening);
            self.writing.follow(desk);
            for (number, measures) in self.bench.done() {
                desk.hear(Input::Voice { number, measures });
            }
        } else {
            (self.told, self.bench, desk.ears.last) = (false, Bench::default(), None);
        }
        let hearing = self.open.as_ref().map(|(_, hearing)| hearing);
        let ears = &mut desk.ears;
        ears.open = hearing.is_some_and(|hearing| hearing.trouble().is_none());
        ears.level_db = hearing.map_or(-60, |hearing| hearing.ear().level_db() as i16);
        ears.speaks = hearing.is_some_and(|hearing| hearing.ear().speaks());
        if let Some(why) = hearing.and_then(Hearing::trouble) {
            ears.trouble = Some(why.to_owned());
        }
        if let Some(why) = self.bench.trouble() {
            desk.notice = Some(desk.words().with("recording-failed", &[("why", &why)]));
        }
    }

    /// Looks for microphones when that is wanted, or when they are shown for the first time.
    fn look(&mut self, desk: &mut Desk) {
        let first = desk.ears.names.is_none() && desk.screen == Screen::Profile;
        if std::mem::take(&mut desk.ears.look_again) || first {
            self.open = None;
            desk.ears.trouble = None;
            desk.ears.names = Some(self.microphones.names());
        }
    }

    /// Opens the microphone that is set, while it has something to do.
    fn take(&mut self, desk: &mut Desk) {
        let wanted = Some(&desk.settings.microphone).filter(|_| desk.wants_microphone());
        if self.open.as_ref().map(|(device, _)| device) == wanted {
            return;
        }
        // What was being said when it is closed is over, and its sound is gone with it.
        self.open = None;
        desk.ears.trouble = None;
        let Some(device) = wanted.cloned() else { return };
        let name = match &device {
            Device::Named(name) => Some(name.as_str()),
            Device::Off | Device::Usual => None,
        };
        let hearing = Hearing::open(self.microphones.as_ref(), name);
        self.open = Some((device, hearing));
    }

    /// Tells the call when the operator began and when he ended.
    fn tell(&mut self, desk: &mut Desk, said: Vec<Utterance>, listening: Listening) {
        let ear = self.open.as_ref().map(|(_, hearing)| hearing.ear());
        let now_ms = ear.map_or(0, |ear| ear.now_ms());
        let speaking_ms = ear.and_then(|ear| ear.speaking_ms());
        let voiced_ms = ear.and_then(|ear| ear.voiced_ms()).unwrap_or(0);
        let late = |ms: u64| u32::try_from(now_ms.saturating_sub(ms)).unwrap_or(u32::MAX);
        for utterance in said {
            if !self.told {
                desk.hear(Input::VoiceBegan { late_ms: late(utterance.when.from_ms) });
            }
            self.told = false;
            let before = spoken(desk);
            if heard(desk) {
                desk.hear(Input::VoiceEnded { late_ms: late(utterance.when.to_ms), said: true });
            }
            let number = spoken(desk);
            if number > before {
                self.writing.write(desk, &utterance.sound);
                let record = desk.recording_place(number);
                self.bench.measure(Job { number, utterance, record });
            }
        }
        match speaking_ms {
            Some(ms) if !self.told => {
                let hurry = matches!(listening, Listening::PushToTalk { .. }) || !desk.hears();
                if hurry || voiced_ms >= MEANT_MS {
                    desk.hear(Input::VoiceBegan { late_ms: u32::try_from(ms).unwrap_or(u32::MAX) });
                    self.told = true;
                }
            }
            Some(_) => {}
            // The key was let go and nothing was heard; or the call was gone on with, and nobody speaks any more.
            None => {
                self.told = false;
                if heard(desk) {
                    desk.hear(Input::VoiceEnded { late_ms: 0, said: false });
                }
            }
        }
    }
}

fn spoken(desk: &Desk) -> u32 {
    desk.sitting.as_ref().map_or(0, |sitting| sitting.run().spoken())
}

fn heard(desk: &Desk) -> bool {
    desk.sitting.as_ref().is_some_and(|sitting| sitting.run().voice_is_heard())
}
