//! The built-in engine: Pico and its voices, which are part of the program. Pico reads voices from files only, so they are
//! written into a cache folder.

use super::speech::Engine;
use headset_pico::{File, Synthesiser, Tongue};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Pico with the voices of both languages. Every sentence is spoken by an engine of its own, so it can be used from any
/// thread.
#[derive(Debug, Clone)]
pub struct Pico {
    voices: BTreeMap<Tongue, Synthesiser>,
}

impl Pico {
    /// Writes the voices into `cache`, unless they lie there already, and opens them.
    ///
    /// # Errors
    /// The folder cannot be written, in words.
    pub fn open(cache: &Path) -> Result<Pico, String> {
        let mut voices = BTreeMap::new();
        for tongue in [Tongue::French, Tongue::British, Tongue::American] {
            let [text, sound] = tongue.files();
            let (text, sound) = (kept(cache, text)?, kept(cache, sound)?);
            voices.insert(tongue, Synthesiser::open(&text, &sound).map_err(|trouble| trouble.to_string())?);
        }
        Ok(Pico { voices })
    }
}

impl Engine for Pico {
    fn speak(&self, tongue: Tongue, text: &str) -> Result<Vec<i16>, String> {
        self.voices[&tongue].speak(text).map_err(|trouble| trouble.to_string())
    }
}

/// The file's place in the cache: its name says what is in it, and it appears at once and whole.
fn kept(cache: &Path, file: &File) -> Result<PathBuf, String> {
    let hash = blake3::hash(file.bytes).to_hex();
    let path = cache.join(format!("{}-{}", &hash[..12], file.name));
    let whole = std::fs::read(&path).is_ok_and(|bytes| bytes == file.bytes);
    if !whole {
        let words = |error: std::io::Error| format!("{}: {error}", path.display());
        std::fs::create_dir_all(cache).map_err(words)?;
        // Two programs that start at once each write a file of their own; whoever is last wins, with the same bytes.
        let new = path.with_extension(format!("{}.new", std::process::id()));
        std::fs::write(&new, file.bytes).and_then(|()| std::fs::rename(&new, &path)).map_err(words)?;
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_voice_is_written_anew_and_a_whole_one_left_alone() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Pico::open(folder.path()).expect("opens");
        let files = || -> Vec<PathBuf> {
            let mut files: Vec<PathBuf> =
                std::fs::read_dir(folder.path()).expect("read").map(|entry| entry.expect("an entry").path()).collect();
            files.sort();
            files
        };
        assert_eq!(files().len(), 6);
        let victim = files()[0].clone();
        std::fs::write(&victim, "half").expect("written");
        let pico = Pico::open(folder.path()).expect("opens again");
        assert!(std::fs::metadata(&victim).expect("there").len() > 100_000);
        assert_eq!(files().len(), 6);
        for tongue in [Tongue::French, Tongue::British, Tongue::American] {
            assert!(pico.speak(tongue, "Hello.").expect("spoken").len() > 4_000);
        }
    }

    #[test]
    fn a_folder_that_cannot_be_is_an_error() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("file");
        std::fs::write(&file, "").expect("written");
        assert!(Pico::open(&file.join("voices")).is_err());
    }
}
