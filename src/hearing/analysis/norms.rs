//! What is usual, per language, and advice for what is not.

use super::Delivery;
use crate::locale::Language;
use serde::Deserialize;

/// From, to.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Range(pub f32, pub f32);

/// What is usual in a language.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Norms {
    /// Syllables a second, pauses included.
    pub speech_rate: Range,
    /// Pauses a minute.
    pub pauses: Range,
    /// Fillers a minute.
    pub fillers: Range,
    /// Standard deviation of the pitch, semitones.
    pub movement: Range,
    /// Loudness at the microphone, LUFS.
    pub loudness: Range,
    /// Standard deviation of the level, dB.
    pub unsteadiness: Range,
}

/// What could be changed; `hearing-…` in the localisation files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Advice {
    /// Faster than usual.
    Slower,
    /// Slower than usual.
    Faster,
    /// Hardly a pause.
    MorePauses,
    /// Many pauses.
    FewerPauses,
    /// Many fillers.
    FewerFillers,
    /// The voice hardly moves.
    MoreMovement,
    /// The voice moves a lot.
    LessMovement,
    /// Hardly to be heard.
    Louder,
    /// Too loud for the line.
    Softer,
    /// Now loud, now soft.
    Steadier,
}

impl Advice {
    /// Key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Advice::Slower => "hearing-slower",
            Advice::Faster => "hearing-faster",
            Advice::MorePauses => "hearing-more-pauses",
            Advice::FewerPauses => "hearing-fewer-pauses",
            Advice::FewerFillers => "hearing-fewer-fillers",
            Advice::MoreMovement => "hearing-more-movement",
            Advice::LessMovement => "hearing-less-movement",
            Advice::Louder => "hearing-louder",
            Advice::Softer => "hearing-softer",
            Advice::Steadier => "hearing-steadier",
        }
    }
}

impl Norms {
    /// The norms that come with the program: `assets/hearing/norms.ron`.
    pub fn of(language: Language) -> Norms {
        let text = include_str!("../../../assets/hearing/norms.ron");
        let [french, english] = Norms::read(text).expect("the file is part of the program and a test reads it");
        match language {
            Language::French => french,
            Language::English => english,
        }
    }

    /// The norms of a folder with data, `norms.ron`, where somebody has put one; else those of the program.
    ///
    /// # Errors
    /// The file cannot be read; in words.
    pub fn in_folder(folder: &std::path::Path, language: Language) -> Result<Norms, String> {
        let path = folder.join("norms.ron");
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Norms::of(language)),
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        let [french, english] = Norms::read(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(if language == Language::French { french } else { english })
    }

    /// Reads a file of norms: French, then English.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn read(text: &str) -> Result<[Norms; 2], ron::error::SpannedError> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            fr: Norms,
            en: Norms,
        }
        ron::from_str::<File>(text).map(|file| [file.fr, file.en])
    }

    /// What could be changed in how something was said. Less than ten seconds say nothing about anybody.
    pub fn advice(&self, delivery: &Delivery) -> Vec<Advice> {
        if delivery.spoken_ms < 10_000 {
            return Vec::new();
        }
        let a_minute = |count: usize| count as f32 * 60_000.0 / delivery.spoken_ms as f32;
        let mut advice = Vec::new();
        let mut hold = |range: Range, value: Option<f32>, low: Option<Advice>, high: Option<Advice>| match value {
            Some(value) if value < range.0 => advice.extend(low),
            Some(value) if value > range.1 => advice.extend(high),
            _ => {}
        };
        hold(self.speech_rate, delivery.speech_rate(), Some(Advice::Faster), Some(Advice::Slower));
        let (pauses, fillers) = (a_minute(delivery.pauses.len()), a_minute(delivery.fillers.len()));
        hold(self.pauses, Some(pauses), Some(Advice::MorePauses), Some(Advice::FewerPauses));
        hold(self.fillers, Some(fillers), None, Some(Advice::FewerFillers));
        hold(self.movement, delivery.movement, Some(Advice::MoreMovement), Some(Advice::LessMovement));
        hold(self.loudness, delivery.lufs, Some(Advice::Louder), Some(Advice::Softer));
        hold(self.unsteadiness, Some(delivery.unsteadiness), None, Some(Advice::Steadier));
        advice
    }
}
