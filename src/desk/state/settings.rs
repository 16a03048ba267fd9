//! What the window remembers between two openings.

use super::super::theme::{Shade, TEXT_SIZES};
use crate::locale::Language;
use crate::records::{RecordsError, Store, TraineeId};

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
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            language: Language::French,
            shade: Shade::Light,
            text_size: 100,
            still: false,
            silent: false,
            voices: 100,
            signals: 75,
            trainee: None,
            operator: String::new(),
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
            silent: get("desk.silent").as_deref() == Some("yes"),
            voices: volume("desk.voices").unwrap_or(usual.voices),
            signals: volume("desk.signals").unwrap_or(usual.signals),
            trainee: get("desk.trainee").and_then(|id| id.parse().ok()).map(TraineeId),
            operator: get("desk.operator").unwrap_or_default(),
        }
    }

    /// Writes them.
    pub fn write(&self, store: &mut Store) -> Result<(), RecordsError> {
        let yes = |on: bool| if on { "yes" } else { "no" };
        store.set_setting("desk.language", self.language.code())?;
        store.set_setting("desk.shade", self.shade.name())?;
        store.set_setting("desk.text_size", &self.text_size.to_string())?;
        store.set_setting("desk.still", yes(self.still))?;
        store.set_setting("desk.silent", yes(self.silent))?;
        store.set_setting("desk.voices", &self.voices.to_string())?;
        store.set_setting("desk.signals", &self.signals.to_string())?;
        store.set_setting("desk.trainee", &self.trainee.map_or_else(String::new, |id| id.0.to_string()))?;
        store.set_setting("desk.operator", &self.operator)
    }
}
