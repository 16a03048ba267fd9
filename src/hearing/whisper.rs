//! Speech to text by whisper.cpp, with a model that the user names.

use super::dictation::Transcriber;
use crate::locale::Language;
use crate::voice::RATE;
use std::path::Path;
use whisper_rs::{FullParams, SamplingStrategy, WhisperContext, WhisperContextParameters, WhisperState};

/// The first bytes of a ggml model (`ggml` as a number, little endian).
const MAGIC: [u8; 4] = *b"lmgg";
/// The header: so many numbers of 32 bits.
const HEADER: usize = 11;
/// Words of a model that knows English only; models that know all languages have more.
const ENGLISH_WORDS: i32 = 51_864;
/// Whisper refuses less than a second: silence is added.
const SHORTEST: usize = RATE as usize * 11 / 10;
/// What an hour of telephone is to whisper: everything longer than its window of thirty seconds is cut up.
const WINDOW: usize = 30 * RATE as usize;
/// Positions of the encoder for its window of thirty seconds; fewer are faster, and unsure below a third of them.
const POSITIONS: [usize; 2] = [512, 1_500];

/// Pieces of words in one window, at most: twice what anybody says in thirty seconds.
const MOST_TOKENS: i32 = 200;

/// A model, ready to listen.
pub struct Whisper {
    state: WhisperState,
    languages: bool,
    threads: i32,
}

impl std::fmt::Debug for Whisper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Whisper").field("languages", &self.languages).finish_non_exhaustive()
    }
}

/// Why a model cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The file cannot be read: what the system says.
    Unreadable(String),
    /// It is another sort of file.
    NoModel,
    /// It is damaged or cut off.
    Damaged,
}

impl Whisper {
    /// Loads a model: a file in ggml's format, as whisper.cpp has them. Takes a second or so.
    ///
    /// # Errors
    /// There is no such file, or it is no whole model.
    pub fn open(model: &Path) -> Result<Whisper, Refused> {
        // What whisper.cpp has to say goes nowhere: the terminal and the window belong to others.
        whisper_rs::install_logging_hooks();
        let head = head(model)?;
        // A file that ends before its numbers begin would be taken for an empty model.
        let size = std::fs::metadata(model).map_or(0, |file| file.len());
        if size < numbers(&head) / 2 {
            return Err(Refused::Damaged);
        }
        let path = model.to_str().ok_or(Refused::Unreadable("its name is not UTF-8".into()))?;
        let context = WhisperContext::new_with_params(path, WhisperContextParameters::default());
        let state = context.and_then(|context| context.create_state()).map_err(|_| Refused::Damaged)?;
        let threads = std::thread::available_parallelism().map_or(1, |count| count.get().min(4)) as i32;
        Ok(Whisper { state, languages: head[0] > ENGLISH_WORDS, threads })
    }

    /// Whether it knows other languages than English.
    pub fn knows(&self, language: Language) -> bool {
        self.languages || language == Language::English
    }
}

impl Transcriber for Whisper {
    fn transcribe(&mut self, sound: &[f32], language: Language) -> Result<String, String> {
        if !self.knows(language) {
            return Err("the model knows only English".into());
        }
        let mut sound = sound.to_vec();
        // Half a second of silence behind the last word, else it is missed at times.
        sound.resize((sound.len() + RATE as usize / 2).max(SHORTEST), 0.0);
        let mut params = FullParams::new(SamplingStrategy::Greedy { best_of: 1 });
        params.set_language(Some(language.code()));
        params.set_n_threads(self.threads);
        params.set_no_context(true);
        // One attempt: on noise, further ones take minutes and find nothing.
        params.set_temperature_inc(0.0);
        params.set_max_tokens(MOST_TOKENS);
        params.set_no_timestamps(true);
        params.set_suppress_blank(true);
        params.set_suppress_nst(true);
        params.set_print_progress(false);
        params.set_print_realtime(false);
        params.set_print_special(false);
        params.set_print_timestamps(false);
        if sound.len() < WINDOW {
            let positions = POSITIONS[1] * (sound.len() + RATE as usize) / WINDOW;
            params.set_audio_ctx(positions.clamp(POSITIONS[0], POSITIONS[1]) as i32);
        }
        self.state.full(params, &sound).map_err(|error| error.to_string())?;
        let pieces: Result<Vec<_>, _> = self.state.as_iter().map(|piece| piece.to_str_lossy()).collect();
        let pieces = pieces.map_err(|error| error.to_string())?;
        let text = pieces.concat().split_whitespace().collect::<Vec<_>>().join(" ");
        // Noise is written as dots.
        Ok(if text.chars().any(char::is_alphanumeric) { text } else { String::new() })
    }
}

/// The numbers at the beginning of a model. whisper.cpp trusts them, so they are looked at before.
fn head(model: &Path) -> Result<[i32; HEADER], Refused> {
    use std::io::Read as _;
    let words = |error: std::io::Error| Refused::Unreadable(error.to_string());
    let mut bytes = Vec::new();
    let file = std::fs::File::open(model).map_err(words)?;
    file.take((4 + 4 * HEADER) as u64).read_to_end(&mut bytes).map_err(words)?;
    let Some(rest) = bytes.strip_prefix(&MAGIC) else { return Err(Refused::NoModel) };
    let mut head = [0; HEADER];
    for (number, bytes) in head.iter_mut().zip(rest.as_chunks::<4>().0) {
        *number = i32::from_le_bytes(*bytes);
    }
    // Words; audio and text: positions, width, heads, layers; bands of the spectrum; kind of numbers.
    let bounds = [
        51_864..=51_866,
        1_500..=1_500,
        384..=1_280,
        6..=20,
        4..=32,
        448..=448,
        384..=1_280,
        6..=20,
        2..=32,
        80..=128,
        0..=2_100,
    ];
    let sensible = rest.len() == 4 * HEADER && head.iter().zip(bounds).all(|(number, bound)| bound.contains(number));
    if sensible { Ok(head) } else { Err(Refused::NoModel) }
}

/// Numbers a model has at least: its layers and its words. None takes less than four bits.
fn numbers(head: &[i32; HEADER]) -> u64 {
    let [words, _, width, _, layers, _, text_width, _, text_layers, ..] =
        head.map(|number| u64::from(number.unsigned_abs()));
    12 * layers * width * width + 16 * text_layers * text_width * text_width + words * text_width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_model_is_told_before_anything_is_loaded() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("model.bin");
        assert!(matches!(Whisper::open(&path), Err(Refused::Unreadable(_))));
        assert!(matches!(Whisper::open(folder.path()), Err(Refused::Unreadable(_))));
        let base = [51_865, 1_500, 512, 8, 6, 448, 512, 8, 6, 80, 1];
        let bytes = |head: &[i32]| -> Vec<u8> {
            MAGIC.into_iter().chain(head.iter().flat_map(|number| number.to_le_bytes())).collect()
        };
        for (content, why) in [
            (Vec::new(), Refused::NoModel),
            (b"GGUF\x03 a model of something else, for example of a language".to_vec(), Refused::NoModel),
            (bytes(&base[..4]), Refused::NoModel),
            (bytes(&base.map(|number| number * 1_000)), Refused::NoModel),
            (bytes(&base), Refused::Damaged),
        ] {
            std::fs::write(&path, content).expect("written");
            assert_eq!(Whisper::open(&path).map(|_| ()), Err(why));
        }
    }
}
