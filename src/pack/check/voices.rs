//! `voices/<language>/<line>[.N].ogg` or `.wav`: recorded lines.

use super::inspection::Inspection;
use crate::diagnostic::{Severity, nearest};
use crate::id::LineId;
use crate::locale::Language;
use crate::pack::files::{Files, VOICES};
use crate::pack::model::{Recordings, Template, Texts, Variant};
use crate::recording::{LENGTH_MS, RATE_HZ, Recording, Unfit};
use crate::source::Source;
use std::collections::BTreeMap;

type Lines = BTreeMap<LineId, Vec<Variant>>;

impl<'s> Inspection<'s> {
    /// Checks every recording. Runs after the texts: a recording is of a variant of a line.
    pub fn recordings(&mut self, files: &Files, texts: &Texts) -> Recordings {
        let mut recordings = Recordings::new();
        // Whose recording was taken, to name it when there is another.
        let mut taken: BTreeMap<(Language, LineId, usize), &str> = BTreeMap::new();
        for (path, bytes) in files.contents.iter().filter(|(path, _)| path.starts_with(VOICES)) {
            let file = Source { path: format!("{}/{path}", files.label), text: String::new() };
            let Some((language, stem)) = parts(path).filter(|(language, _)| self.languages.contains(language)) else {
                self.about_file(Severity::Warning, &file.path, "P008", &[]);
                continue;
            };
            // A text file that cannot be read is told elsewhere.
            let Some(lines) = texts.get(&language) else { continue };
            let Some((line, variant)) = line(stem, lines) else {
                let near = nearest(stem, lines.keys().map(LineId::as_str));
                let place = file.place_at(1, 1);
                let arguments = [("name", stem), ("language", language.code())];
                self.tell_at(Severity::Warning, &file, place, "P420", &arguments, near);
                continue;
            };
            let Some(text) = lines.get(&line).and_then(|variants| variants.get(variant)) else {
                let count = lines.get(&line).map_or(0, Vec::len).to_string();
                let arguments = [("name", line.as_str()), ("count", &count)];
                self.about_file(Severity::Warning, &file.path, "P421", &arguments);
                continue;
            };
            if let Some(variable) = self.varying(&text.template) {
                let arguments = [("name", line.as_str()), ("variable", variable)];
                self.about_file(Severity::Warning, &file.path, "P422", &arguments);
                continue;
            }
            if let Some(first) = taken.insert((language, line.clone(), variant), path) {
                self.about_file(Severity::Warning, &file.path, "P423", &[("name", line.as_str()), ("defined", first)]);
                continue;
            }
            match Recording::open(bytes.clone()) {
                Ok(recording) => {
                    let lines = recordings.entry(language).or_default();
                    lines.entry(line).or_default().insert(variant, recording);
                }
                Err(unfit) => self.unfit(&file.path, &unfit),
            }
        }
        recordings
    }

    /// A hole that is not always filled with the same words.
    fn varying<'t>(&self, template: &'t Template) -> Option<&'t str> {
        let own = |name: &str| self.variables.values().any(|variables| variables.contains_key(name));
        template.variables().find(|name| own(name) || (*name != "company" && !name.starts_with("price.")))
    }

    fn unfit(&mut self, path: &str, unfit: &Unfit) {
        let mut tell = |code, arguments: &[(&'static str, &str)]| {
            self.about_file(Severity::Error, path, code, arguments);
        };
        let seconds = |ms: u64| format!("{}.{}", ms / 1_000, ms % 1_000 / 100);
        match unfit {
            Unfit::Unreadable(detail) => tell("P424", &[("detail", detail)]),
            Unfit::Length(ms) => {
                let [least, most] = LENGTH_MS.map(seconds);
                tell("P425", &[("found", &seconds(*ms)), ("least", &least), ("most", &most)]);
            }
            Unfit::Rate(hz) => {
                let [least, most] = RATE_HZ.map(|hz| hz.to_string());
                tell("P426", &[("found", &hz.to_string()), ("least", &least), ("most", &most)]);
            }
            Unfit::Channels(count) => tell("P427", &[("found", &count.to_string())]),
        }
    }
}

/// Language and name of a recording.
fn parts(path: &str) -> Option<(Language, &str)> {
    let (language, name) = path.strip_prefix(VOICES)?.split_once('/')?;
    let stem = name.strip_suffix(".ogg").or_else(|| name.strip_suffix(".wav"))?;
    let sound = !stem.is_empty() && !stem.contains('/');
    Some((Language::from_code(language)?, stem)).filter(|_| sound)
}

/// The line a file is named after, and which of its variants, from 0: `anna.agreed` and `anna.agreed.1` are the first.
fn line(stem: &str, lines: &Lines) -> Option<(LineId, usize)> {
    let known = |name: &str| lines.contains_key(name).then(|| LineId::new(name));
    known(stem).map(|line| (line, 0)).or_else(|| {
        let (name, number) = stem.rsplit_once('.')?;
        let number: usize = number.parse().ok()?;
        Some((known(name)?, number.checked_sub(1)?))
    })
}
