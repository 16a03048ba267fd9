//! What the window remembers between two openings.

use super::super::theme::{Shade, TEXT_SIZES};
use super::Device;
use crate::locale::Language;
use crate::records::{RecordsError, Store, TraineeId};

/// The conversation gets this much of what telephone and CRM leave, per thousand; and within which bounds that can be moved.
pub const SPLIT: u16 = 520;
/// At least, at most.
pub const SPLITS: (u16, u16) = (380, 680);
/// Percent a volume can be set to.
pub const VOLUMES: [u16; 5] = [0, 25, 50, 75, 100];

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Language of the window.
    pub language: Language,
    /// Light or dark colours.
    pub shade: Shade,
    /// Percent.
    pub text_size: u16,
    /// Faces keep still.
    pub still: bool,
    /// Who trains writes packs: the customer's mind can be looked into, but in an exam.
    pub author: bool,
    /// No sound at all.
    pub silent: bool,
    /// How loud people at the other end are, percent.
    pub voices: u16,
    /// How loud rings, tones and music are, percent.
    pub signals: u16,
    /// Who trained last; `None`: nobody yet.
    pub trainee: Option<TraineeId>,
    /// The first name given on the telephone.
    pub operator: String,
    /// Width and height of the window, in logical pixels.
    pub window: (u32, u32),
    /// Where the conversation ends and the CRM begins, per thousand of the width of both.
    pub split: u16,
    /// The microphone the operator speaks into.
    pub microphone: Device,
    /// It is always open; else while the key to talk is held.
    pub open_microphone: bool,
    /// What the operator says is kept as sound.
    pub record: bool,
    /// The file of the model that writes down what he says; empty: none.
    pub model: String,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            language: Language::French,
            shade: Shade::Light,
            text_size: 100,
            still: false,
            author: false,
            silent: false,
            voices: 100,
            signals: 75,
            trainee: None,
            operator: String::new(),
            window: (1280, 800),
            split: SPLIT,
            microphone: Device::Off,
            open_microphone: false,
            record: false,
            model: String::new(),
        }
    }
}

impl Settings {
    /// Reads them; what is missing or makes no sense is as at the first opening.
    pub fn read(store: &Store) -> Settings {
        let get = |key: &str| store.setting(key).ok().flatten();
        let usual = Settings::default();
        let volume = |key: &str| get(key).and_then(|percent| percent.parse().ok()).filter(|at| VOLUMES.contains(at));
        Settings {
            language: get("desk.language").and_then(|code| Language::from_code(&code)).unwrap_or(usual.language),
            shade: get("desk.shade").and_then(|name| Shade::from_name(&name)).unwrap_or(usual.shade),
            text_size: get("desk.text_size")
                .and_then(|size| size.parse().ok())
                .filter(|size| TEXT_SIZES.contains(size))
                .unwrap_or(usual.text_size),
            still: get("desk.still").as_deref() == Some("yes"),
            author: get("desk.author").as_deref() == Some("yes"),
            silent: get("desk.silent").as_deref() == Some("yes"),
            voices: volume("desk.voices").unwrap_or(usual.voices),
            signals: volume("desk.signals").unwrap_or(usual.signals),
            trainee: get("desk.trainee").and_then(|id| id.parse().ok()).map(TraineeId),
            operator: get("desk.operator").unwrap_or_default(),
            window: get("desk.window").and_then(|size| window(&size)).unwrap_or(usual.window),
            split: get("desk.split")
                .and_then(|split| split.parse().ok())
                .map_or(usual.split, |split: u16| split.clamp(SPLITS.0, SPLITS.1)),
            microphone: get("desk.microphone").map_or(usual.microphone, |kept| Device::from_kept(&kept)),
            open_microphone: get("desk.open_microphone").as_deref() == Some("yes"),
            record: get("desk.record").as_deref() == Some("yes"),
            model: get("desk.model").unwrap_or_default(),
        }
    }

    /// Writes them.
    pub fn write(&self, store: &mut Store) -> Result<(), RecordsError> {
        let yes = |on: bool| if on { "yes" } else { "no" };
        store.set_setting("desk.language", self.language.code())?;
        store.set_setting("desk.shade", self.shade.name())?;
        store.set_setting("desk.text_size", &self.text_size.to_string())?;
        store.set_setting("desk.still", yes(self.still))?;
        store.set_setting("desk.author", yes(self.author))?;
        store.set_setting("desk.silent", yes(self.silent))?;
        store.set_setting("desk.voices", &self.voices.to_string())?;
        store.set_setting("desk.signals", &self.signals.to_string())?;
        store.set_setting("desk.trainee", &self.trainee.map_or_else(String::new, |id| id.0.to_string()))?;
        store.set_setting("desk.operator", &self.operator)?;
        store.set_setting("desk.window", &format!("{}x{}", self.window.0, self.window.1))?;
        store.set_setting("desk.split", &self.split.to_string())?;
        store.set_setting("desk.microphone", &self.microphone.kept())?;
        store.set_setting("desk.open_microphone", yes(self.open_microphone))?;
        store.set_setting("desk.model", &self.model)?;
        store.set_setting("desk.record", yes(self.record))
    }
}

/// `1280x800`; `None`: makes no sense, or no window would be as small or large.
fn window(text: &str) -> Option<(u32, u32)> {
    let (width, height) = text.split_once('x')?;
    let size: (u32, u32) = (width.parse().ok()?, height.parse().ok()?);
    ((1024..=7680).contains(&size.0) && (700..=4320).contains(&size.1)).then_some(size)
}
