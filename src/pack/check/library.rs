//! The files of a pack sorted by what they are, and read.

use super::inspection::Inspection;
use crate::diagnostic::{Severity, nearest};
use crate::locale::Language;
use crate::pack::at::Piece;
use crate::pack::fault::Fault;
use crate::pack::files::{Files, VOICES};
use crate::pack::raw::*;
use crate::pack::read::parse;
use crate::source::Source;
use std::collections::BTreeMap;

/// A file that was read, or not.
pub type Read<T> = Result<T, Fault>;

/// The texts of a pack by path within it, and what is wrong with files as such.
#[derive(Debug, Default)]
pub struct Shelf {
    /// Path within the pack → text.
    pub sources: BTreeMap<String, Source>,
    /// Path as the reader knows it, code, argument.
    pub refused: Vec<(String, &'static str, String)>,
}

impl Shelf {
    /// Decodes the files: UTF-8, with or without a byte order mark.
    pub fn new(files: &Files) -> Shelf {
        let mut shelf = Shelf::default();
        for refused in &files.refused {
            shelf.refused.push((refused.path.clone(), refused.code, refused.detail.clone()));
        }
        for (path, content) in files.contents.iter().filter(|(path, _)| !path.starts_with(VOICES)) {
            let shown = format!("{}/{path}", files.label);
            match std::str::from_utf8(content) {
                Ok(text) => {
                    let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
                    shelf.sources.insert(path.clone(), Source { path: shown, text });
                }
                Err(error) => shelf.refused.push((shown, "P007", error.valid_up_to().to_string())),
            }
        }
        // A file that cannot be read is there all the same: it stands as an empty one, so that nothing misses it.
        for (shown, ..) in &shelf.refused {
            if let Some(path) = shown.strip_prefix(&format!("{}/", files.label)).filter(|path| path.contains('.')) {
                let source = Source { path: shown.clone(), text: "\n".to_owned() };
                shelf.sources.insert(path.to_owned(), source);
            }
        }
        shelf
    }
}

/// Everything a pack says, as it was written.
#[derive(Debug, Default)]
pub struct Library<'s> {
    pub pack: Option<(&'s Source, Read<RawPack<'s>>)>,
    pub personas: BTreeMap<&'s str, (&'s Source, Read<RawPersona<'s>>)>,
    pub behaviours: BTreeMap<&'s str, &'s Source>,
    pub calls: BTreeMap<&'s str, (&'s Source, Read<RawCall<'s>>)>,
    pub replays: BTreeMap<&'s str, &'s Source>,
    pub scripts: BTreeMap<&'s str, (&'s Source, Read<RawScript<'s>>)>,
    pub scorecards: BTreeMap<&'s str, (&'s Source, Read<RawScorecard<'s>>)>,
    pub intents: Option<Read<Vec<Piece<'s, RawIntent<'s>>>>>,
    pub customers: Option<Read<Vec<Piece<'s, RawRecord<'s>>>>>,
    pub coverage: Option<Read<RawCoverage<'s>>>,
    pub text: BTreeMap<Language, (&'s Source, Read<RawText<'s>>)>,
    pub handbook: BTreeMap<Language, BTreeMap<&'s str, &'s Source>>,
}

impl<'s> Library<'s> {
    /// Reads every file; those that are no part of a pack are reported.
    pub fn read(shelf: &'s Shelf, inspection: &mut Inspection<'s>) -> Library<'s> {
        let mut library = Library::default();
        for (path, source) in &shelf.sources {
            if !library.place(path, source) && !inspection.unreadable.contains(&source.path) {
                let near = nearest(path, PATHS.iter().copied());
                let place = source.place_at(1, 1);
                inspection.tell_at(Severity::Warning, source, place, "P008", &[], near);
            }
        }
        library
    }

    fn place(&mut self, path: &'s str, source: &'s Source) -> bool {
        let parts: Vec<&str> = path.split('/').collect();
        let text = source.text.as_str();
        let stem = |name: &'s str, ending: &str| name.strip_suffix(ending).filter(|stem| !stem.is_empty());
        match parts.as_slice() {
            ["pack.ron"] => self.pack = Some((source, parse(text))),
            ["intents.ron"] => self.intents = Some(parse(text)),
            ["customers.ron"] => self.customers = Some(parse(text)),
            ["coverage.ron"] => self.coverage = Some(parse(text)),
            [name] => return matches!(*name, "README.md" | "LICENSE" | "LICENCE" | "LICENSE.md" | "LICENCE.md"),
            [folder, name] => {
                if let Some(stem) = stem(name, ".ron") {
                    match *folder {
                        "personas" => _ = self.personas.insert(stem, (source, parse(text))),
                        "calls" => _ = self.calls.insert(stem, (source, parse(text))),
                        "scripts" => _ = self.scripts.insert(stem, (source, parse(text))),
                        "scorecards" => _ = self.scorecards.insert(stem, (source, parse(text))),
                        "text" => match Language::from_code(stem) {
                            Some(language) => _ = self.text.insert(language, (source, parse(text))),
                            None => return false,
                        },
                        _ => return false,
                    }
                } else if let ("personas", Some(stem)) = (*folder, stem(name, ".rhai")) {
                    self.behaviours.insert(stem, source);
                } else if let ("calls", Some(stem)) = (*folder, stem(name, ".replay")) {
                    self.replays.insert(stem, source);
                } else {
                    return false;
                }
            }
            ["handbook", language, name] => match (Language::from_code(language), stem(name, ".md")) {
                (Some(language), Some(stem)) => {
                    _ = self.handbook.entry(language).or_default().insert(stem, source);
                }
                _ => return false,
            },
            _ => return false,
        }
        true
    }
}

/// Where files belong, to suggest from.
const PATHS: [&str; 8] = [
    "pack.ron",
    "intents.ron",
    "customers.ron",
    "text/fr.ron",
    "text/en.ron",
    "personas/….ron",
    "calls/….ron",
    "scripts/….ron",
];
