//! What the window knows of the operator's microphone, and what is done with it.

use super::super::action::Focus;
use super::{Desk, now};
use crate::call::{Input, Phase, VoiceMeasures};
use crate::hearing::Listening;
use crate::hearing::analysis::Norms;
use crate::locale::Language;
use crate::records::{AttemptId, Kept, Recordings, RecordsError};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Which microphone is listened to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Device {
    /// None: answers are typed.
    #[default]
    Off,
    /// The system's usual one.
    Usual,
    /// The one of this name.
    Named(String),
}

impl Device {
    /// As it is kept among the settings.
    pub fn kept(&self) -> String {
        match self {
            Device::Off => "off".into(),
            Device::Usual => "usual".into(),
            Device::Named(name) => format!("name {name}"),
        }
    }

    /// What was kept; anything else is no microphone.
    pub fn from_kept(text: &str) -> Device {
        match text.strip_prefix("name ") {
            Some(name) => Device::Named(name.to_owned()),
            None if text == "usual" => Device::Usual,
            None => Device::Off,
        }
    }
}

/// The microphone as it stands.
#[derive(Debug, Default)]
pub struct Ears {
    /// Names of the microphones that were found, the usual one first; `None`: nobody has looked yet.
    pub names: Option<Vec<String>>,
    /// They shall be looked for, and the one that is set opened, again.
    pub look_again: bool,
    /// Why nothing is heard; `None`: no reason to complain.
    pub trouble: Option<String>,
    /// One is open.
    pub open: bool,
    /// Level, dB of full scale, -60 to 0.
    pub level_db: i16,
    /// The operator speaks.
    pub speaks: bool,
    /// The key to talk is held.
    pub held: bool,
    /// What was measured last in this call.
    pub last: Option<VoiceMeasures>,
    /// Recordings that are kept, by attempt.
    pub recordings: BTreeMap<AttemptId, Kept>,
    /// The recording that is played, and the number of what was said in it.
    pub playing: Option<(AttemptId, u32)>,
    /// It is asked whether the recordings of this attempt shall be deleted.
    pub deleting: Option<AttemptId>,
    norms: Option<[Norms; 2]>,
}

impl Desk {
    /// The recordings of the data folder.
    pub fn recordings(&self) -> Recordings {
        Recordings::of(&self.options.data_dir)
    }

    /// Deletes recordings that were kept long enough, and those of attempts that are gone; reads the list of the others.
    pub(super) fn purge_recordings(&mut self) {
        // Without a store nobody knows which attempts there are.
        let store = self.store.as_ref();
        let purged =
            self.recordings().purge(&now(), |attempt| store.is_none_or(|store| store.attempt(attempt).is_ok()));
        self.after_recordings(purged);
    }

    /// Deletes the recordings of an attempt.
    pub(super) fn delete_recordings(&mut self, attempt: AttemptId) {
        let deleted = self.recordings().delete(attempt);
        self.after_recordings(deleted);
    }

    fn after_recordings(&mut self, done: Result<(), RecordsError>) {
        if let Err(error) = done {
            self.trouble(&error);
        }
        self.read_recordings();
    }

    /// Reads the list of the recordings again.
    pub fn read_recordings(&mut self) {
        (self.ears.deleting, self.ears.playing) = (None, None);
        self.ears.recordings = self.recordings().list();
    }

    /// The file of the recording that is to be heard; `None`: none is, or not any more.
    pub fn played_recording(&self) -> Option<PathBuf> {
        use super::super::action::Screen;
        let (attempt, number) =
            self.ears.playing.filter(|_| self.screen == Screen::Debrief && !self.settings.silent)?;
        self.ears.recordings.get(&attempt)?.file(number)
    }

    /// Where the sound of what was just said goes; `None`: it is not kept, for nobody said that it shall be.
    pub fn recording_place(&self, number: u32) -> Option<PathBuf> {
        let attempt = self.sitting.as_ref()?.attempt().filter(|_| self.settings.record)?;
        self.recordings().place(attempt, number, &now())
    }

    /// The norms of a language: the user's own, where the data folder has some that can be read.
    pub fn norms(&self, language: Language) -> Norms {
        match (&self.ears.norms, language) {
            (Some([french, _]), Language::French) => *french,
            (Some([_, english]), Language::English) => *english,
            (None, _) => Norms::of(language),
        }
    }

    /// Reads the norms; what cannot be read is told, and those of the program hold.
    pub(super) fn read_norms(&mut self) {
        let folder = &self.options.data_dir;
        let read = |language| Norms::in_folder(folder, language);
        match (read(Language::French), read(Language::English)) {
            (Ok(french), Ok(english)) => self.ears.norms = Some([french, english]),
            (Err(why), _) | (_, Err(why)) => {
                self.notice = Some(self.words().with("norms-unread", &[("why", &why)]));
            }
        }
    }

    /// True where a microphone has something to do: in a call, and where it is set up.
    pub fn wants_microphone(&self) -> bool {
        use super::super::action::Screen;
        self.settings.microphone != Device::Off
            && match self.screen {
                Screen::Desk => self
                    .sitting
                    .as_ref()
                    .is_some_and(|sitting| !matches!(sitting.run().phase(), Phase::WrapUp | Phase::Ended)),
                Screen::Profile => true,
                _ => false,
            }
    }

    /// When the operator is listened to now.
    pub fn listening(&self) -> Listening {
        use super::super::action::Screen;
        let run = self.sitting.as_ref().filter(|_| self.screen == Screen::Desk).map(|sitting| sitting.run());
        let heard = run.is_some_and(|run| {
            matches!(run.phase(), Phase::Talking | Phase::Consulting) && run.party().is_some() && !run.muted()
        });
        match (heard, self.settings.open_microphone) {
            (false, _) => Listening::Off,
            (true, true) => Listening::Open,
            (true, false) => Listening::PushToTalk { held: self.ears.held },
        }
    }

    /// The microphone tells the call something. What was said aloud and needs words brings the keyboard to the reply box.
    pub fn hear(&mut self, input: Input) {
        let aloud = |desk: &Desk| desk.sitting.as_ref().is_some_and(|sitting| sitting.run().aloud().is_some());
        let before = aloud(self);
        if let Input::Voice { measures, .. } = &input {
            self.ears.last = Some(measures.clone());
        }
        self.act(super::super::action::DeskAction::Do(input));
        if !before && aloud(self) {
            self.focus = Some(Focus::Reply);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_microphone_is_kept_by_name() {
        for device in [Device::Off, Device::Usual, Device::Named("usual".into()), Device::Named("USB  headset".into())]
        {
            assert_eq!(Device::from_kept(&device.kept()), device);
        }
        assert_eq!(Device::from_kept("rubbish"), Device::Off);
    }
}
